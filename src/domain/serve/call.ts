import type { Sql, Tx } from '../../db/sql.ts';

/** How somebody spoke to us, other than in writing. */
export type CallKind = 'call' | 'visit';

/** Who called whom. */
export type CallDirection = 'in' | 'out';

export interface CallDraft {
  contactId: string;
  /** The note that holds the words. */
  messageId: string;
  kind: CallKind;
  direction?: CallDirection | undefined;
  /** Whole minutes, 1 to 999. */
  minutes?: number | undefined;
}

/** Says of a note that it tells of a call or a visit. */
export async function insertCall(tx: Tx, draft: CallDraft, now: Date): Promise<void> {
  await tx`
    insert into calls (contact_id, message_id, kind, direction, minutes, created_at)
    values (
      ${draft.contactId}, ${draft.messageId}, ${draft.kind}, ${draft.direction ?? null}, ${draft.minutes ?? null}, ${now}
    )`;
}

/** Whether a note tells of a call or a visit. */
export async function isOfCall(sql: Sql, messageId: string): Promise<boolean> {
  const [one] = await sql`select from calls where message_id = ${messageId}`;
  return one !== undefined;
}
