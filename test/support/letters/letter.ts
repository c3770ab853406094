import type { OutboxMessage, Payload } from '../../../src/outbox/message.ts';

/** An outbox row with a mail to a customer. */
export function letter(
  payload: Partial<Extract<Payload, { kind: 'message' }>> = {},
  row: Partial<OutboxMessage> = {},
): OutboxMessage {
  return {
    id: '1',
    channel: 'email',
    address: 'mei@example.net',
    audience: 'customer',
    idempotencyKey: 'answer:1',
    payload: { kind: 'message', reply: { text: '您好,报价见下。' }, subject: 'Re: 报价单', ...payload },
    conversationId: '7',
    messageId: '9',
    attempts: 1,
    createdAt: new Date('2026-11-20T08:00:00Z'),
    ...row,
  };
}
