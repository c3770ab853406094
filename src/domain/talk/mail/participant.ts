import type { Sql, Tx } from '../../../db/sql.ts';
import { LETTERS } from '../../channel.ts';
import { EMAIL } from '../../people/sign.ts';
import { isShown } from '../../shown.ts';
import type { Conversation } from '../conversation.ts';

/** Whether what this address writes belongs to the conversation: it is its own, one of its contact's, or was added to it. */
export async function takesPart(sql: Sql, { id, contactId, channel, ...own }: Conversation, address: string) {
  if (own.address === address) return true;
  const rows = await sql`
    select from contact_identities
    where contact_id = ${contactId} and channel = ${channel} and address = ${address}
    union all
    select from participants where conversation_id = ${id} and address = ${address}
    limit 1`;
  return rows.length > 0;
}

/** Mail threads of others in which this contact takes part, and their own. */
export async function threadsWith(sql: Sql, contactId: string): Promise<string[]> {
  const rows = await sql<{ id: string }>`
    select p.conversation_id as id from contact_identities i join participants p on p.address = i.address
    where i.contact_id = ${contactId} and i.channel = ${EMAIL}
    union
    select id from conversations where contact_id = ${contactId} and channel = any(${LETTERS})`;
  return rows.map(({ id }) => id);
}

/** All conversations in which they speak: their own, and mail threads of others. */
export async function conversationsWith(sql: Sql, contactId: string): Promise<string[]> {
  const own = await sql<{ id: string }>`select id from conversations where contact_id = ${contactId}`;
  return [...new Set([...own.map(({ id }) => id), ...(await threadsWith(sql, contactId))])];
}

/** The thread of somebody else in which this contact wrote last. */
export async function lastThreadAmong(sql: Sql, contactId: string): Promise<string | undefined> {
  const [row] = await sql<{ id: string }>`
    select m.conversation_id as id
    from contact_identities i cross join lateral (
      select m.conversation_id, m.occurred_at from messages m join conversations v on v.id = m.conversation_id
      where m.author = i.address and m.direction = 'in' and ${isShown(sql, sql`m`)} and v.channel = i.channel and v.contact_id <> ${contactId}
      order by m.occurred_at desc, m.id desc limit 1
    ) m
    where i.contact_id = ${contactId} order by m.occurred_at desc limit 1`;
  return row?.id;
}

/** Whom a customer gave a copy may go on with the thread. */
export async function addParticipants(tx: Tx, conversationId: string, addresses: readonly string[]): Promise<void> {
  for (const address of addresses) await addParticipant(tx, conversationId, address);
}

export async function addParticipant(tx: Tx, conversationId: string, address: string): Promise<void> {
  await tx`
    insert into participants (conversation_id, address) values (${conversationId}, ${address})
    on conflict (conversation_id, address) do nothing`;
}
