import type { Attachment } from './attachment.ts';
import type { Party } from './channel.ts';

/** A row that fails: what can be said of it, perhaps without understanding it. */
export interface RowTrouble {
  /** The first part of its source: 'email', 'telegram', 'shopify'. */
  channel: string;
  rowId: string;
  /** Who seems to have sent it: not proven. */
  from?: Party;
  subject?: string;
  /** What they wrote, where that could be read. */
  words?: string;
  /** The row as it came, where a person can read that. */
  attachments: Attachment[];
  receivedAt: Date;
  /** Where it was written or pressed. */
  place?: { channel: string; address: string; externalId?: string; topic?: string };
}

/** A row could not be read, or could not be handled however often it was tried. */
export interface RowGivenUp extends RowTrouble {
  kind: 'row.given_up';
}

/** A row has failed for about a minute. It is tried again, and what came later in its lane goes on without it. */
export interface RowDelayed extends RowTrouble {
  kind: 'row.delayed';
  /** Undefined: just now. */
  nextTryAt?: Date;
}

/** A row the owner was told of as delayed has been handled after all. */
export interface RowRecovered extends RowTrouble {
  kind: 'row.recovered';
}
