import type { Fragment, Sql } from '../../db/sql.ts';
import type { Texts } from '../../text/texts.ts';
import { truncate } from '../../text/truncate.ts';
import { hasLetters } from '../channel.ts';
import type { Conversation } from './conversation.ts';
import { channelOf } from './own_account.ts';

const SUBJECT_GRAPHEMES = 60;

/** In how many chats and mailboxes a contact can be answered. */
export async function countPlaces(sql: Sql, contactId: string): Promise<number> {
  const [row] = await sql<{ count: number }>`
    select count(distinct (channel, address))::int as count from conversations
    where contact_id = ${contactId} and channel <> 'note' and joined_to is null`;
  return row!.count;
}

/**
 * Where an answer goes (`to`), if it is not the conversation's own address, or its contact has others on the same channel and the
 * channel's name would not tell them apart.
 */
export async function addressAmongOthers(
  sql: Sql,
  conversation: Conversation,
  to: string,
): Promise<string | undefined> {
  const { contactId, channel, address } = conversation;
  if (to !== address) return to;
  const others = await sql`
    select from conversations
    where contact_id = ${contactId} and channel = ${channel} and address <> ${address} and joined_to is null limit 1`;
  return others.length > 0 && channelOf(conversation) === channel ? address : undefined;
}

/** The subject an answer leaves under, if its contact has other mail threads at the same address. */
export async function threadAmongOthers(
  sql: Sql,
  { id, contactId, channel, address }: Conversation,
  subject: string | null,
): Promise<string | undefined> {
  if (!hasLetters(channel) || !subject) return undefined;
  const others = await sql`
    select from conversations
    where contact_id = ${contactId} and channel = ${channel} and address = ${address} and id <> ${id} and joined_to is null
    limit 1`;
  return others.length > 0 ? subject : undefined;
}

/** Whose name an answer to `address` is told under: whoever's it is, where it is not the own address of the conversation `v`, else its contact `c`'s. */
export const readerName = (sql: Sql, address: Fragment): Fragment => sql`coalesce((
  select coalesce(nullif(reader.name, ''), i.address) from contact_identities i join contacts reader on reader.id = i.contact_id
  where i.channel = v.channel and i.address = ${address} and i.address <> v.address
), nullif(c.name, ''))`;

/** `readerName` of an answer in this conversation; the address where nobody has a name, or the conversation is gone. */
export async function nameOfReader(sql: Sql, conversationId: string | null, address: string): Promise<string> {
  const [row] = await sql<{ name: string | null }>`
    select ${readerName(sql, sql`${address}`)} as name from conversations v join contacts c on c.id = v.contact_id
    where v.id = (select coalesce(joined_to, id) from conversations where id = ${conversationId})`;
  return row?.name ?? address;
}

/** Where an answer goes, in words. */
export function placeName(
  t: Texts,
  conversation: Pick<Conversation, 'channel' | 'address'>,
  address: string | undefined,
  thread?: string | undefined,
): string {
  return [t.channel(channelOf(conversation)), address, thread && truncate(thread, SUBJECT_GRAPHEMES)]
    .filter(Boolean)
    .join(' · ');
}
