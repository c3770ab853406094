import type { Sql, Tx } from '../../db/sql.ts';
import type { Attachment } from '../attachment.ts';
import type { MessageReceived } from '../event.ts';
import { loadMessage, type Message } from './message.ts';

export interface Part {
  channel: string;
  /** The chat it was sent in. */
  chat: string;
  externalId: string;
  album: string;
  text: string;
  attachments: Attachment[];
}

/** The event as a part of an album, if it is one. */
export function partOf({ channel, chat, externalId, album, text, attachments }: MessageReceived): Part | undefined {
  return album === undefined ? undefined : { channel, chat, externalId, album, text, attachments };
}

/** What the album's earlier parts became. */
export async function messageOfAlbum(tx: Tx, { channel, chat, album }: Part): Promise<Message | undefined> {
  const [row] = await tx<{ id: string }>`
    select message_id as id from album_parts
    where channel = ${channel} and chat = ${chat} and album = ${album} order by message_id desc limit 1`;
  return row && loadMessage(tx, row.id);
}

/** Stands for a message's id where the words of an album have kept all of it here. */
const KEPT = '0';

/** What was said with this part holds for the parts without words that follow: nothing leaves, and nothing more is said. */
export async function keepAlbum(tx: Tx, part: Part): Promise<void> {
  await notePart(tx, part, KEPT);
}

export async function isKeptAlbum(tx: Tx, { channel, chat, album }: Part): Promise<boolean> {
  const [row] = await tx`
    select from album_parts
    where channel = ${channel} and chat = ${chat} and album = ${album} and message_id = ${KEPT} limit 1`;
  return row !== undefined;
}

/** The message a part is in, if it has come before. */
export async function messageWithPart(
  tx: Tx,
  { channel, chat, externalId }: Pick<Part, 'channel' | 'chat' | 'externalId'>,
): Promise<Message | undefined> {
  const [row] = await tx<{ id: string }>`
    select message_id as id from album_parts
    where channel = ${channel} and chat = ${chat} and external_id = ${externalId}`;
  return row && loadMessage(tx, row.id);
}

/** How many parts of an album's message nobody has deleted where they were sent. */
export async function partsLeft(sql: Sql, messageId: string): Promise<number> {
  const [row] = await sql<{ count: number }>`
    select count(*)::int as count from album_parts p
    where p.message_id = ${messageId} and not exists (
      select from message_versions v
      where v.channel = p.channel and v.chat = p.chat and v.external_id = p.external_id and v.withdrawn
    )`;
  return row!.count;
}

/** Notes that this part is in that message. False when it was there already. */
export async function notePart(tx: Tx, part: Part, messageId: string): Promise<boolean> {
  const rows = await tx`
    insert into album_parts (channel, chat, external_id, album, message_id)
    values (${part.channel}, ${part.chat}, ${part.externalId}, ${part.album}, ${messageId})
    on conflict (channel, chat, external_id) do nothing returning message_id`;
  return rows.length > 0;
}

/** Puts a further part's words and files into the message; undefined when they are in it already. */
export async function joinAlbum(tx: Tx, message: Message, part: Part): Promise<Message | undefined> {
  if (!(await notePart(tx, part, message.id))) return undefined;
  await tx`
    update messages set
      text = concat_ws(E'\n', nullif(text, ''), nullif(${part.text}::text, '')),
      attachments = attachments || ${tx.json(part.attachments)}::jsonb
    where id = ${message.id}`;
  return loadMessage(tx, message.id);
}
