import type { Attachment } from './attachment.ts';
import type { Party } from './channel.ts';

/** A row that fails: what can be said about it, perhaps without understanding it. */
export interface RowTrouble {
  /** The first part of its source: 'email', 'telegram', 'shopify'. */
  channel: string;
  rowId: string;
  /** Who seems to have sent it; unproven. */
  from?: Party;
  subject?: string;
  /** What they wrote, if that could be read. */
  words?: string;
  /** Its fields that are missing or wrong, by their sender's names for them. */
  wrongFields?: readonly string[];
  /** The row as it came, if a person can read that. */
  attachments: Attachment[];
  receivedAt: Date;
  /** Where it was written or pressed. */
  place?: { channel: string; address: string; externalId?: string; topic?: string };
}

/** A row could not be read, or could not be handled in any of its tries. */
export interface RowGivenUp extends RowTrouble {
  kind: 'row.given_up';
}

/** A row has failed for about a minute. It will be tried again, and later rows of its lane continue without it. */
export interface RowDelayed extends RowTrouble {
  kind: 'row.delayed';
  /** Undefined: right now. */
  nextTryAt?: Date;
}

/** A row that the owner was told about as delayed has been handled after all. */
export interface RowRecovered extends RowTrouble {
  kind: 'row.recovered';
}
