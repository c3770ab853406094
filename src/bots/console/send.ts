import { byKind, nothingToDo } from '../../outbox/by_kind.ts';
import type { OutboxMessage, Sender } from '../../outbox/message.ts';

/**
 * The terminal's way out. A `crm say` in another process reads its reply from the outbox itself; messages for this
 * process's terminal are shown here.
 */
export function consoleSender(show: (message: OutboxMessage) => void): Sender {
  return {
    send: byKind({
      async message(message) {
        show(message);
        return { result: 'sent' };
      },
      /** What is shown cannot be changed, so the message is shown again as it is now. */
      async edit(message) {
        const { now } = message.payload;
        if (now) show({ ...message, payload: { kind: 'message', reply: now.reply } });
        return { result: 'sent' };
      },
      button_answer: nothingToDo,
      topic_closed: nothingToDo,
      topic_opened: nothingToDo,
      removal: undefined,
      outlet: undefined,
      event: undefined,
      form: undefined,
      home: undefined,
    }),
    deadlineMs: 1000,
    chatGapMs: 0,
    perSecond: 10_000,
  };
}
