import type { SmtpError } from '../send/smtp.ts';
import type { Reply } from './reply.ts';

/** A mail on its way, composed. */
export interface Letter {
  from: string;
  to: string;
  /**
   * As it goes over the line behind DATA, with CRLF at its end. No line begins with a dot, so none has to be doubled;
   * the final one is not in it.
   */
  pieces: readonly string[];
  bytes: number;
  /** An address has characters beyond ASCII, and so have the fields (RFC 6531). */
  utf8: boolean;
  /** The server has taken the responsibility. */
  accepted(reply: Reply): void;
  /** It has not; `committed`: its final dot may have reached the server. */
  refused(fault: SmtpError, committed: boolean): void;
}
