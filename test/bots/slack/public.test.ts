import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openSlack } from '../../../src/bots/slack/api.ts';
import { formatSlack } from '../../../src/bots/slack/format.ts';
import { slackSender } from '../../../src/bots/slack/send.ts';
import type { Files } from '../../../src/files/index.ts';
import type { OutboxMessage, Outcome, Payload } from '../../../src/outbox/message.ts';
import { noFiles } from '../../support/files.ts';
import { type FakeSlack, startFakeSlack } from '../../support/platforms/fake_slack.ts';

const CHANNEL = 'C0123ABCD';
let slack: FakeSlack;

beforeEach(async () => {
  slack = await startFakeSlack();
});
afterEach(() => slack.close());

async function send(payload: Payload, files: Files = noFiles): Promise<Outcome> {
  const { web } = await openSlack({ botToken: slack.botToken, apiUrl: slack.apiUrl });
  const sender = slackSender({
    ...{ web, files, deskChannel: undefined, onDesk: () => {} },
    threadOf: async () => undefined,
    responseUrlOf: async () => undefined,
  });
  const message: OutboxMessage = {
    ...{ id: '1', channel: 'slack', address: CHANNEL, audience: 'public', idempotencyKey: 'k', payload },
    ...{ conversationId: null, messageId: null, attempts: 1, createdAt: new Date(0) },
  };
  return sender.send(message, AbortSignal.timeout(60_000));
}

describe('a post', () => {
  test('stands in its channel as plain text, is changed there, and is deleted there', async () => {
    const sent = await send({ kind: 'message', reply: { text: 'Spring tea <now>' } });
    if (sent.result !== 'sent') throw new Error(JSON.stringify(sent));
    expect(slack.messages(CHANNEL)).toMatchObject([{ text: 'Spring tea &lt;now&gt;', blocks: [] }]);
    const now = { reply: { text: 'Sold out' }, externalId: sent.externalId!, parts: 1, isPublic: true };
    expect(await send({ kind: 'edit', of: '1', now })).toEqual({ result: 'sent' });
    expect(slack.messages(CHANNEL)).toMatchObject([{ text: 'Sold out', blocks: [] }]);
    const removal = { kind: 'removal' as const, of: '1', ids: [sent.externalId!] };
    expect(await send(removal)).toEqual({ result: 'sent' });
    expect(await send(removal)).toEqual({ result: 'sent' });
    expect(slack.messages(CHANNEL)).toEqual([]);
  });

  test('is deleted together with its picture', async () => {
    const fetched = { name: 'tea.jpg', type: 'image/jpeg', bytes: Buffer.from('picture') };
    const files: Files = { read: async () => fetched };
    const attachments = [{ kind: 'photo' as const, ref: 'slack:F1' }];
    const sent = await send({ kind: 'message', reply: { text: 'Spring tea', attachments } }, files);
    if (sent.result !== 'sent') throw new Error(JSON.stringify(sent));
    expect(slack.messages(CHANNEL)).toHaveLength(2);
    await send({ kind: 'removal', of: '1', ids: [sent.externalId!, ...sent.earlierIds!] });
    expect(slack.messages(CHANNEL)).toEqual([]);
  });
});

describe('a channel', () => {
  test('is one where we may post if we are in it', async () => {
    const outlet = { address: CHANNEL, name: '', handle: '' };
    expect(await send({ kind: 'outlet', outletId: '1' })).toEqual({ result: 'sent', outlet });
    slack.refuse(CHANNEL, 'not_in_channel');
    expect(await send({ kind: 'outlet', outletId: '1' })).toMatchObject({ result: 'failed', reason: 'may_not_post' });
    slack.refuse(CHANNEL, 'channel_not_found');
    expect(await send({ kind: 'outlet', outletId: '1' })).toMatchObject({
      result: 'failed',
      reason: 'no_such_address',
    });
  });
});

test('what is to be copied stands in a block of code, which it cannot end', () => {
  const [{ blocks = [] } = { blocks: [] }] = formatSlack({ title: 'X', copy: 'a ``` b & c' });
  expect(JSON.stringify(blocks)).toContain(JSON.stringify("```\na ''' b &amp; c\n```").slice(1, -1));
});
