import type { Tx } from '../../db/sql.ts';

/** Praise, ideas and criticism that do not ask for a solution. */
export async function insertFeedback(
  tx: Tx,
  draft: { contactId: string; messageId: string; kind: string; text: string },
): Promise<void> {
  await tx`
    insert into feedback (contact_id, message_id, kind, text)
    values (${draft.contactId}, ${draft.messageId}, ${draft.kind}, ${draft.text})`;
}
