import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openSlack } from '../../../src/bots/slack/api.ts';
import { slackSender } from '../../../src/bots/slack/send.ts';
import type { Reply } from '../../../src/domain/reply.ts';
import type { OutboxMessage, Outcome, Payload, Sender } from '../../../src/outbox/message.ts';
import { noFiles } from '../../support/files.ts';
import { type FakeSlack, startFakeSlack } from '../../support/platforms/fake_slack.ts';

const OWNER = 'U0OWNER';
const DESK = 'C0DESK';
let slack: FakeSlack;

beforeEach(async () => {
  slack = await startFakeSlack();
});
afterEach(() => slack.close());

async function opened(responseUrl?: string): Promise<Sender> {
  const { web } = await openSlack({ botToken: slack.botToken, apiUrl: slack.apiUrl });
  return slackSender({
    ...{ web, files: noFiles, deskChannel: DESK, onDesk: () => {} },
    threadOf: async () => undefined,
    responseUrlOf: async () => responseUrl,
  });
}

const send = (sender: Sender, address: string, payload: Payload): Promise<Outcome> => {
  const message: OutboxMessage = {
    ...{ id: '1', channel: 'slack', address, audience: 'owner', idempotencyKey: 'k', payload },
    ...{ conversationId: null, messageId: null, attempts: 1, createdAt: new Date(0) },
  };
  return sender.send(message, AbortSignal.timeout(60_000));
};
const edit = (externalId: string | null, reply: Reply, more: { pressId?: string; replyTo?: string } = {}): Payload => {
  return { kind: 'edit', of: '1', now: { reply, externalId, parts: 1 }, ...more };
};
const first: Reply = { text: 'a', buttons: [[{ label: 'Resolve', command: '/resolve 1', id: 'b1' }]] };

describe('a message that is written anew', () => {
  test.each([DESK, OWNER])('in %s changes where it stands', async (address) => {
    const sender = await opened();
    await send(sender, address, { kind: 'message', reply: first });
    const [message] = slack.sent;
    expect(await send(sender, address, edit(message!.ts, { text: 'a', done: ['✓ done'] }))).toEqual({ result: 'sent' });
    expect(slack.sent).toMatchObject([{ ts: message!.ts, shown: 'a\n*✓ done*', buttons: [] }]);
  });

  test('in a thread is meant by its own ts', async () => {
    const sender = await opened();
    await send(sender, DESK, { kind: 'message', reply: first });
    await send(sender, DESK, edit(`1.000001/${slack.sent[0]!.ts}`, { text: 'b' }));
    expect(slack.sent[0]?.shown).toBe('b');
  });

  test('in a chat of two is found by the press it follows, even after a new start', async () => {
    await send(await opened(), OWNER, { kind: 'message', reply: first });
    const now = edit(slack.sent[0]!.ts, { text: 'b' });
    expect(await send(await opened(), OWNER, now)).toMatchObject({ result: 'failed' });
    const pressed = edit(slack.sent[0]!.ts, { text: 'b' }, { pressId: `D0OWNER/${OWNER}//t` });
    expect(await send(await opened(), OWNER, pressed)).toEqual({ result: 'sent' });
    expect(slack.sent[0]?.shown).toBe('b');
  });

  test('that only one person sees takes the place of what they pressed', async () => {
    const sender = await opened(slack.responseUrl());
    expect(await send(sender, OWNER, edit(null, { text: 'page 2' }))).toEqual({ result: 'sent' });
    expect(slack.unseen).toMatchObject([{ replace_original: true }]);
  });

  test.each(['message_not_found', 'cant_update_message', 'edit_window_closed'])(
    'and of which Slack says %s counts as refused',
    async (error) => {
      const sender = await opened();
      await send(sender, DESK, { kind: 'message', reply: first });
      slack.fail('chat.update', { error });
      const outcome = await send(sender, DESK, edit(slack.sent[0]!.ts, { text: 'b' }));
      expect(outcome).toMatchObject({ result: 'failed', reason: 'rejected' });
    },
  );
});
