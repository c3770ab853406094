import { Dispatch } from '../../src/mail/bulk/dispatch.ts';
import { parseMailServer } from '../../src/mail/send/server_url.ts';
import type { SmtpTimeouts } from '../../src/mail/send/smtp.ts';
import type { BulkMail, BulkResult } from '../../src/outbox/bulk.ts';
import type { OutboxMessage, Outcome } from '../../src/outbox/message.ts';
import type { MakeSender } from './smtp_run.ts';

/** The way of a campaign's mails, one mail at a time. */
export function bulkSender(options: { timeouts: SmtpTimeouts; tls: { ca: Buffer } }): MakeSender {
  return (url, mailsEach) => {
    const dispatch = new Dispatch({ server: parseMailServer(url, 'smtp'), connections: 2, mailsEach, ...options });
    return {
      async send(message) {
        const [result] = await dispatch.send([letter(message)]);
        return outcomeOf(result!);
      },
      close: () => void dispatch.close(),
    };
  };
}

/** Written twice, as the other ways do it. */
function letter({ address, payload, idempotencyKey }: OutboxMessage): BulkMail {
  if (payload.kind !== 'message') throw new Error('only messages are mailed');
  const text = payload.reply.text ?? '';
  return {
    ...{ id: idempotencyKey, from: 'shop@example.com', to: address, messageId: `<${idempotencyKey}@example.com>` },
    ...{ subject: payload.subject ?? '', text, html: `<pre>${text}</pre>`, headers: {} },
  };
}

function outcomeOf({ state, detail, channelDown, reason = 'rejected' }: BulkResult): Outcome {
  if (state === 'sent') return { result: 'sent' };
  if (state === 'unknown') return { result: 'unknown', error: detail };
  if (state === 'failed') return { result: 'failed', error: detail, reason };
  return { result: 'retry', error: detail, ...(channelDown && { channelDown }) };
}
