import type { Sql } from '../db/sql.ts';
import type { Messages } from '../text/messages.ts';
import type { Conversation } from './conversation.ts';
import { channelOf } from './own_account.ts';

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

/** Where an answer goes, in words. */
export function placeName(t: Messages, conversation: Conversation, address: string | undefined): string {
  return [t.channel(channelOf(conversation)), address].filter(Boolean).join(' · ');
}
