import type { Outcome } from '../../outbox/message.ts';
import { head } from '../../text/cut.ts';
import { refusalOf } from './refusal.ts';
import type { SmtpError } from './smtp.ts';

/**
 * Seconds between tries of a mail that the server deferred. Greylisting is over by the second try, a full mailbox by a
 * late one. The last try comes 48 hours after the first, when the outbox gives up.
 */
const DEFERRED_SECONDS = [5 * 60, 15 * 60, 3600, 4 * 3600, 12 * 3600, 24 * 3600, 7 * 3600];
/** Providers lock accounts that keep trying with a wrong password. */
const SIGN_IN_SECONDS = 5 * 60;

const CERTIFICATE = /CERT|SSL|TLS|ISSUER|SELF_SIGNED/;

/**
 * What a failed SMTP dialogue means for the outbox. An answer of the server decides first. Without one, it matters
 * whether the final dot was out: before it the mail certainly did not leave, after it nobody can know.
 * @param committed the final dot may have reached the server
 * @param attempts tries so far, including this one
 */
export function outcomeOf(error: SmtpError, committed: boolean, attempts: number): Outcome {
  const answer = error.responseCode ?? 0;
  if (committed && !(error.code === 'EMESSAGE' && answer >= 400)) return { result: 'unknown', error: describe(error) };
  if (isSetup(error)) return setupOutcome(error, answer);
  if (answer >= 400) return refused(error, answer, attempts);
  if (error.code === 'EMESSAGE') return { result: 'failed', error: describe(error), reason: 'file_too_large' }; // beyond the server's SIZE; it never left
  // our own client refuses to say it: other scripts at a server without SMTPUTF8, and the like
  if (error.code === 'EENVELOPE') return { result: 'failed', error: describe(error), reason: 'address_not_tried' };
  return { result: 'retry', error: describe(error), scope: 'channel' };
}

/**
 * The outcome of a refusal. 4xx means later, and so do the 5xx answers that pass: a full mailbox, and 503, when the
 * server has lost its place in the dialogue.
 */
function refused(error: SmtpError, answer: number, attempts: number): Outcome {
  const refusal = refusalOf(error.response ?? '', error.command ?? '');
  if (refusal === 'sign_in') return setupOutcome(error, answer);
  if (answer >= 500 && answer !== 503 && refusal !== 'mailbox_full') {
    return { result: 'failed', error: describe(error), reason: refusal };
  }
  const reason = refusal === 'mailbox_full' ? refusal : 'given_up';
  return { result: 'retry', error: describe(error), afterSeconds: deferral(attempts), scope: 'chat', reason };
}

/** Whether it failed before MAIL FROM: then it concerns the server and not this mail. */
function isSetup({ command = '' }: SmtpError): boolean {
  return !/^(MAIL FROM|RCPT TO|DATA|API)$/.test(command);
}

/**
 * A cut connection or a time-out passes; a refusal, a bad certificate or a wrong password stays until the owner changes
 * something.
 */
function setupOutcome(error: SmtpError, answer: number): Outcome {
  const said = describe(error);
  const waiting = { result: 'retry', scope: 'channel' } as const;
  if (error.code === 'EAUTH' && (answer >= 500 || answer === 0)) {
    return { ...waiting, error: `sign_in_refused:${said}`, channelDown: true, afterSeconds: SIGN_IN_SECONDS };
  }
  const insecure = CERTIFICATE.test(error.originalCode ?? '') || (error.code === 'ETLS' && answer >= 500);
  if (insecure) return { ...waiting, error: `insecure:${said}`, channelDown: true };
  return { ...waiting, error: said, ...(answer >= 500 && { channelDown: true }) };
}

function deferral(attempts: number): number {
  return DEFERRED_SECONDS[Math.min(Math.max(attempts, 1), DEFERRED_SECONDS.length) - 1]!;
}

/** For the outbox row and the owner: the step and the server's words, without any address. */
function describe(error: SmtpError): string {
  const words = (error.response ?? error.message).replace(/[^\s<>"']+@[^\s<>"']+/g, '…');
  const step = [error.command, error.originalCode ?? error.code].filter(Boolean).join(' ');
  return head(`SMTP ${step}: ${words}`, 300);
}
