import type { Sql } from '../db/sql.ts';
import type { Messages } from '../text/messages.ts';
import { truncate } from '../text/truncate.ts';
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
  if (channel !== 'email' || !subject) return undefined;
  const others = await sql`
    select from conversations
    where contact_id = ${contactId} and channel = ${channel} and address = ${address} and id <> ${id} and joined_to is null
    limit 1`;
  return others.length > 0 ? subject : undefined;
}

/** Where an answer goes, in words. */
export function placeName(
  t: Messages,
  conversation: Conversation,
  address: string | undefined,
  thread?: string | undefined,
): string {
  return [t.channel(channelOf(conversation)), address, thread && truncate(thread, SUBJECT_GRAPHEMES)]
    .filter(Boolean)
    .join(' · ');
}
