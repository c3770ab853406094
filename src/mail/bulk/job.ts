import type { BulkMail, BulkResult } from '../../outbox/bulk.ts';
import type { Outcome } from '../../outbox/message.ts';
import { head } from '../../text/cut.ts';
import { outcomeOf } from '../send/outcome.ts';
import type { SmtpError } from '../send/smtp.ts';
import type { Composed } from './compose.ts';
import type { Field } from './field.ts';
import type { Letter } from './letter.ts';
import { type Reply, statusOf } from './reply.ts';
import { Unwritable } from './unwritable.ts';

/** One mail of a batch, from being handed over to its result, which it gets once. */
export class Job implements Letter {
  readonly mail: BulkMail;
  readonly #settle: (result: BulkResult) => void;
  from = '';
  to = '';
  pieces: readonly string[] = [];
  bytes = 0;
  utf8 = false;

  constructor(mail: BulkMail, settle: (result: BulkResult) => void) {
    this.mail = mail;
    this.#settle = settle;
  }

  /** It is as it will be written. */
  write({ from, to, fields, body }: Composed, signatures: readonly Field[]): void {
    this.from = from;
    this.to = to;
    let head = '';
    for (const { name, value } of signatures) head += `${name}: ${value}\r\n`;
    for (const { name, value } of fields) head += `${name}: ${value}\r\n`;
    this.pieces = [`${head}\r\n`, ...body];
    this.utf8 = !isAscii(from) || !isAscii(to);
    this.bytes = this.pieces.reduce((sum, piece) => sum + (this.utf8 ? Buffer.byteLength(piece) : piece.length), 0);
  }

  accepted(reply: Reply): void {
    this.#settle({ state: 'sent', detail: head(reply.text, 300), ...answerOf(reply) });
  }

  refused(fault: SmtpError, committed: boolean): void {
    this.#settle(this.#resultOf(fault, committed));
  }

  /** There was no connection for it. */
  unreached(fault: SmtpError): void {
    this.#settle({ ...this.#resultOf(fault, false), unreached: true });
  }

  #resultOf(fault: SmtpError, committed: boolean): BulkResult {
    const outcome = outcomeOf(fault, committed, this.mail.attempts ?? 1);
    const { responseCode, response = '' } = fault;
    const answer = responseCode === undefined ? {} : answerOf({ code: responseCode, text: response });
    return { ...resultOf(outcome), ...answer };
  }

  /** It cannot be written as mail. */
  unwritable(error: unknown): void {
    const { message, reason } = error instanceof Unwritable ? error : new Unwritable('cannot be composed');
    this.#settle({ state: 'failed', detail: message, reason });
  }
}

const isAscii = (words: string): boolean => /^[ -~]*$/.test(words);

function answerOf(reply: Reply): Pick<BulkResult, 'code' | 'status'> {
  const status = statusOf(reply);
  return { code: reply.code, ...(status && { status }) };
}

function resultOf(outcome: Outcome): BulkResult {
  if (outcome.result === 'unknown') return { state: 'unknown', detail: outcome.error };
  if (outcome.result === 'failed') return { state: 'failed', detail: outcome.error, reason: outcome.reason };
  if (outcome.result !== 'retry') throw new Error('a refused mail was not sent');
  const { error, reason, afterSeconds, scope, channelDown } = outcome;
  return {
    ...{ state: 'retry', detail: error },
    ...(reason && { reason }),
    ...(afterSeconds !== undefined && { afterSeconds }),
    ...(scope && { scope }),
    ...(channelDown && { channelDown }),
  };
}
