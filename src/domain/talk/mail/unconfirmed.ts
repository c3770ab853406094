import type { Fragment, Tx } from '../../../db/sql.ts';
import type { Recipients } from '../../reply.ts';
import type { Part } from '../album.ts';
import type { AnswerPlace } from '../conversation.ts';
import type { Answer } from '../message.ts';

/** Where an answer waits: in a conversation, or to begin one with this contact. */
interface Waiting {
  id: AnswerPlace['id'];
  contactId: string | null;
}

/** An answer that leaves when somebody has said that it goes to the right people: those it was shown to go to. */
export interface Unconfirmed extends Recipients {
  id: string;
  /** null: it would be the first word, and begin the conversation. */
  conversationId: string | null;
  /** Whom such a first word is for, and at what address they are; else null. */
  contactId: string | null;
  given: Answer;
}

/** Words that wait for this already are the same question: asked again, they leave once. */
export async function keepUnconfirmed(
  tx: Tx,
  { id, contactId }: Waiting,
  { address, copies }: Recipients,
  given: Answer,
  by: { userId: string | null; now: Date },
): Promise<string> {
  const place = id === undefined ? `c${contactId}` : `v${id}`;
  await tx`select pg_advisory_xact_lock(hashtextextended(${`unconfirmed:${place}`}, 0))`;
  const [same] = await tx<{ id: string }>`
    select id from unconfirmed_answers
    where ${waitsAt(tx, { id, contactId })} and address = ${address} and copies = ${tx.json(copies)}::jsonb
      and user_id is not distinct from ${by.userId} and given ->> 'text' = ${given.text} and ${given.text} <> ''
      and coalesce(given -> 'attachments', '[]') = ${tx.json(given.attachments ?? [])}::jsonb
    order by id desc limit 1`;
  if (same) return same.id;
  const [row] = await tx<{ id: string }>`
    insert into unconfirmed_answers (conversation_id, contact_id, address, copies, given, user_id, created_at)
    values (${id ?? null}, ${id === undefined ? contactId : null}, ${address}, ${tx.json(copies)}, ${tx.json({ ...given })}, ${by.userId}, ${by.now})
    returning id`;
  return row!.id;
}

/** Hands it out once; undefined when it was sent or dropped before. */
export async function takeUnconfirmed(tx: Tx, id: string, now: Date): Promise<Unconfirmed | undefined> {
  const [row] = await tx<Unconfirmed>`
    update unconfirmed_answers set settled_at = ${now} where id = ${id} and settled_at is null
    returning id, conversation_id as "conversationId", contact_id as "contactId", address, coalesce(copies, '[]') as copies, given`;
  return row;
}

/** A further part of an album waits with the answer its first parts became. False: none of them waits. */
export async function joinUnconfirmed(tx: Tx, place: Waiting, part: Part): Promise<boolean> {
  const rows = await tx`
    update unconfirmed_answers set given = given || jsonb_build_object(
      'text', concat_ws(E'\n', nullif(given ->> 'text', ''), nullif(${part.text}::text, '')),
      'attachments', coalesce(given -> 'attachments', '[]') || ${tx.json(part.attachments)}::jsonb
    )
    where ${waitsAt(tx, place)} and given @> ${ofAlbum(tx, part)} returning id`;
  return rows.length > 0;
}

/** What waits of an album is not sent any more: later words of it keep it here. */
export async function dropUnconfirmed(tx: Tx, place: Waiting, part: Part, now: Date): Promise<void> {
  await tx`
    update unconfirmed_answers set settled_at = ${now}
    where ${waitsAt(tx, place)} and given @> ${ofAlbum(tx, part)}`;
}

const waitsAt = (tx: Tx, { id, contactId }: Waiting): Fragment => tx`
  ${id === undefined ? tx`contact_id = ${contactId}` : tx`conversation_id = ${id}`} and settled_at is null`;

const ofAlbum = (tx: Tx, { channel, chat, album }: Part) => tx.json({ album, receiptTo: { channel, address: chat } });
