import type { Tx } from '../db/sql.ts';
import type { Answer } from './answer.ts';
import type { Conversation } from './conversation.ts';

/** An answer that leaves when somebody has said that its address is right. */
export interface Unconfirmed {
  id: string;
  conversationId: string;
  /** Where it would go. */
  address: string;
  given: Answer;
}

export async function keepUnconfirmed(
  tx: Tx,
  { id, address }: Conversation,
  given: Answer,
  by: { userId: string; now: Date },
): Promise<string> {
  const [row] = await tx<{ id: string }>`
    insert into unconfirmed_answers (conversation_id, address, given, user_id, created_at)
    values (${id}, ${address}, ${tx.json({ ...given })}, ${by.userId}, ${by.now}) returning id`;
  return row!.id;
}

/** Hands it out once; undefined when it was sent or dropped before. */
export async function takeUnconfirmed(tx: Tx, id: string, now: Date): Promise<Unconfirmed | undefined> {
  const [row] = await tx<Unconfirmed>`
    update unconfirmed_answers set settled_at = ${now} where id = ${id} and settled_at is null
    returning id, conversation_id as "conversationId", address, given`;
  return row;
}
