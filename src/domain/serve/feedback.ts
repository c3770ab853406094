import type { Tx } from '../../db/sql.ts';

/** Praise, ideas, criticism that ask for nothing to be solved. */
export async function insertFeedback(
  tx: Tx,
  draft: { contactId: string; messageId: string; kind: string; text: string },
): Promise<void> {
  await tx`
    insert into feedback (contact_id, message_id, kind, text)
    values (${draft.contactId}, ${draft.messageId}, ${draft.kind}, ${draft.text})`;
}
