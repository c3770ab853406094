import { createTransport } from 'nodemailer';
import type { OutboxMessage, Outcome } from '../../src/outbox/message.ts';
import type { MakeSender } from './smtp_run.ts';

/** The control: nodemailer as its documentation shows it, trusting its error code for what became of the mail. */
export function naiveSender(options: { silenceMs: number; ca: Buffer }): MakeSender {
  const { silenceMs, ca } = options;
  return (url, mailsEach) => {
    const { hostname, port, username, password } = new URL(url);
    const common = {
      ...{ host: hostname, port: Number(port), requireTLS: true, tls: { ca } },
      ...{ auth: { user: username, pass: password } },
      ...{ connectionTimeout: silenceMs, greetingTimeout: silenceMs, socketTimeout: silenceMs },
    };
    const transport = mailsEach > 1 ? createTransport({ ...common, pool: true }) : createTransport(common);
    return {
      send: (message) => transport.sendMail(letter(message)).then((): Outcome => ({ result: 'sent' }), outcomeOf),
      close: () => transport.close(),
    };
  };
}

function letter({ address, payload }: OutboxMessage) {
  if (payload.kind !== 'message') throw new Error('only messages are mailed');
  return { from: 'shop@example.com', to: address, subject: payload.subject ?? '', text: payload.reply.text ?? '' };
}

/** What most people would write: faults of the network pass, and a 5xx of the server does not. */
function outcomeOf(fault: unknown): Outcome {
  const { code = '', responseCode = 0 } = fault as { code?: string; responseCode?: number };
  const error = `${code} ${responseCode}`;
  if (code === 'EAUTH') return { result: 'retry', error, channelDown: true };
  return responseCode >= 500 ? { result: 'failed', error, reason: 'rejected' } : { result: 'retry', error };
}
