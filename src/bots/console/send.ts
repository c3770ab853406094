import type { OutboxMessage, Sender } from '../../outbox/message.ts';

/**
 * The terminal's way out. A `crm say` in another process reads its reply from the outbox itself; what concerns the
 * terminal of this process is shown there.
 */
export function consoleSender(show: (message: OutboxMessage) => void): Sender {
  return {
    async send(message) {
      if (message.payload.kind === 'reaction')
        return { result: 'failed', error: 'no reactions here', reason: 'rejected' };
      show(message);
      return { result: 'sent' };
    },
    deadlineMs: 1000,
    chatGapMs: 0,
    perSecond: 10_000,
  };
}
