import type { FailReason } from '../../outbox/message.ts';

/** A mail that cannot be written as mail; the message says why, without quoting it. */
export class Unwritable extends Error {
  readonly reason: FailReason;
  constructor(message: string, reason: FailReason = 'rejected') {
    super(message);
    this.reason = reason;
  }
}
