import type { Outcome } from '../outbox/message.ts';
import type { SmtpError } from './smtp.ts';

/** Waits between tries of a mail the server put off, in seconds; greylisting passes with the second, a full mailbox with the last. */
const DEFERRED_SECONDS = [5 * 60, 15 * 60, 3600, 4 * 3600, 12 * 3600, 24 * 3600];

/** Enhanced codes (RFC 3463, subject 1) that are about the recipient: 5.1.7 and 5.1.8 speak of the sender. */
const NO_SUCH_ADDRESS = /^5\.1\.(?!7$|8$)\d+$/;
const CERTIFICATE = /CERT|SSL|TLS|ISSUER|SELF_SIGNED/;

/**
 * What a failed SMTP dialogue means for the outbox. An answer of the server decides first; without one, whether the final dot
 * was out: before it the mail certainly did not go, after it nobody can know.
 * @param committed the final dot may have reached the server
 * @param attempts tries so far, this one included
 */
export function outcomeOf(error: SmtpError, committed: boolean, attempts: number): Outcome {
  const answer = error.responseCode ?? 0;
  if (committed && !(error.code === 'EMESSAGE' && answer >= 400)) return { result: 'unknown', error: describe(error) };
  if (isSetup(error)) return setupOutcome(error, answer);
  if (answer >= 500 && answer !== 503) return { result: 'failed', error: describe(error), reason: reasonOf(error) };
  if (answer >= 400)
    return { result: 'retry', error: describe(error), afterSeconds: deferral(attempts), scope: 'chat' };
  if (error.code === 'EMESSAGE' || error.command === 'API') {
    return { result: 'failed', error: describe(error), reason: 'rejected' }; // larger than the server takes; never left this process
  }
  return { result: 'retry', error: describe(error), scope: 'channel' };
}

/** Everything before MAIL FROM concerns the server, not this mail; so does 530, "sign in first", whenever it comes. */
function isSetup(error: SmtpError): boolean {
  return error.responseCode === 530 || !/^(MAIL FROM|RCPT TO|DATA|API)$/.test(error.command ?? '');
}

/** A cut or a time-out passes; a refusal, a bad certificate or a wrong password stays until the owner changes something. */
function setupOutcome(error: SmtpError, answer: number): Outcome {
  const lasting =
    answer >= 500 || CERTIFICATE.test(error.originalCode ?? '') || (error.code === 'EAUTH' && answer === 0);
  return { result: 'retry', error: describe(error), scope: 'channel', ...(lasting && { channelDown: true }) };
}

function reasonOf(error: SmtpError): 'no_such_address' | 'rejected' {
  return error.command === 'RCPT TO' && NO_SUCH_ADDRESS.test(enhancedCode(error)) ? 'no_such_address' : 'rejected';
}

function enhancedCode(error: SmtpError): string {
  return /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(error.response ?? '')?.[1] ?? '';
}

function deferral(attempts: number): number {
  return DEFERRED_SECONDS[Math.min(Math.max(attempts, 1), DEFERRED_SECONDS.length) - 1]!;
}

/** For the outbox row and the owner: the step and the server's words, without any address. */
function describe(error: SmtpError): string {
  const words = (error.response ?? error.message).replace(/[^\s<>"']+@[^\s<>"']+/g, '…');
  return `SMTP ${[error.command, error.originalCode ?? error.code].filter(Boolean).join(' ')}: ${words}`.slice(0, 300);
}
