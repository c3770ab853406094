import { expect, test } from 'vitest';
import { consoleSender } from '../../../src/bots/console/send.ts';
import type { OutboxMessage, Payload } from '../../../src/outbox/message.ts';

const form: Payload = {
  ...{ kind: 'form', triggerId: 't', buttonId: 'b', instead: { text: 'what is missing' } },
  form: { title: 'Add', submit: 'Add', close: 'Cancel', fields: [] },
};

test.each<[Payload, string, number]>([
  [{ kind: 'message', reply: { text: 'hello' } }, 'sent', 1],
  [{ kind: 'button_answer', pressId: 'p', text: '' }, 'sent', 0],
  [{ kind: 'edit', of: '1', now: { reply: { text: 'sent' }, externalId: null, parts: 1 } }, 'sent', 1],
  [form, 'failed', 0],
  [{ kind: 'home', reply: { text: 'page' } }, 'failed', 0],
])(
  'a terminal is shown words; what it has nothing of is refused and counts as sent to nobody: %j',
  async (payload, result, shows) => {
    const shown: OutboxMessage[] = [];
    const outcome = await consoleSender((message) => shown.push(message)).send(row(payload), AbortSignal.timeout(1000));
    expect(outcome.result).toBe(result);
    expect(shown).toHaveLength(shows);
  },
);

const row = (payload: Payload): OutboxMessage => ({
  ...{ id: '1', channel: 'console', address: 'terminal', audience: 'owner', idempotencyKey: 'k', payload },
  ...{ conversationId: null, messageId: null, attempts: 1, createdAt: new Date(0) },
});
