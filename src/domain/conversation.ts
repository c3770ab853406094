import type { Sql, Tx } from '../db/sql.ts';

export interface Conversation {
  id: string;
  contactId: string;
  channel: string;
  address: string;
  thread: string;
  subject: string | null;
  waitingSince: Date | null;
}

const columns = (sql: Sql) => sql`
  c.id, c.contact_id as "contactId", c.channel, c.address, c.thread, c.subject, c.waiting_since as "waitingSince"`;

export async function loadConversation(sql: Sql, id: string): Promise<Conversation | undefined> {
  const [conversation] = await sql<Conversation>`select ${columns(sql)} from conversations c where c.id = ${id}`;
  return conversation;
}

/** The conversation of a chat, or of a mail thread; opened (again) if need be. */
export async function openConversation(
  tx: Tx,
  place: { contactId: string; channel: string; address: string; thread?: string; subject?: string | undefined },
): Promise<Conversation> {
  const [row] = await tx<{ id: string }>`
    insert into conversations (contact_id, channel, address, thread, subject)
    values (${place.contactId}, ${place.channel}, ${place.address}, ${place.thread ?? ''}, ${place.subject ?? null})
    on conflict (channel, address, thread) do update set state = 'open'
    returning id`;
  return (await loadConversation(tx, row!.id))!;
}

/**
 * The conversation one of these messages belongs to, nearest first, if the sender takes part in it: an answer to a
 * stranger's mail, or a forwarded one that kept its References, never joins somebody else's conversation.
 */
export async function conversationAnswered(
  sql: Sql,
  channel: string,
  address: string,
  externalIds: string[],
): Promise<Conversation | undefined> {
  for (const externalId of externalIds) {
    const [conversation] = await sql<Conversation>`
      select ${columns(sql)}
      from messages m join conversations c on c.id = m.conversation_id
      where m.external_id = ${externalId} and c.channel = ${channel} and c.address = ${address}
      order by m.id desc limit 1`;
    if (conversation) return conversation;
  }
  return undefined;
}

/** The conversation a card in a desk chat is about, by the id the channel gave the card. */
export async function conversationOfCard(
  sql: Sql,
  desk: { channel: string; address: string },
  externalId: string,
): Promise<Conversation | undefined> {
  const [conversation] = await sql<Conversation>`
    select ${columns(sql)}
    from outbox o join conversations c on c.id = o.conversation_id
    where o.channel = ${desk.channel} and o.address = ${desk.address} and o.external_id = ${externalId}
    order by o.id desc limit 1`;
  return conversation;
}

/** The conversation an answer to this contact goes to: the one that waits longest, else the one last spoken in. */
export async function conversationOf(sql: Sql, contactId: string): Promise<Conversation | undefined> {
  const [conversation] = await sql<Conversation>`
    select ${columns(sql)} from conversations c where c.contact_id = ${contactId}
    order by c.waiting_since nulls last, c.last_message_at desc nulls last limit 1`;
  return conversation;
}

/** The customer said something at `at`, whether or not it wants an answer: what was snoozed wakes. */
export async function markSpoken(tx: Tx, conversationId: string, at: Date): Promise<void> {
  await tx`
    update conversations set last_message_at = greatest(last_message_at, ${at}), snoozed_until = null
    where id = ${conversationId}`;
}

/** The customer wrote at `at` and waits, if not already waiting since earlier. */
export async function markWaiting(tx: Tx, conversationId: string, at: Date): Promise<void> {
  await tx`
    update conversations
    set waiting_since = coalesce(waiting_since, ${at}), last_message_at = greatest(last_message_at, ${at})
    where id = ${conversationId}`;
}

export async function markAnswered(tx: Tx, conversationId: string, at: Date): Promise<void> {
  await tx`
    update conversations
    set waiting_since = null, last_message_at = greatest(last_message_at, ${at})
    where id = ${conversationId}`;
}

/** Whoever waited was answered on a road we do not see. */
export async function endWaiting(tx: Tx, conversationId: string): Promise<void> {
  await tx`update conversations set waiting_since = null, snoozed_until = null where id = ${conversationId}`;
}

export async function closeConversation(tx: Tx, conversationId: string): Promise<void> {
  await tx`update conversations set state = 'closed', waiting_since = null where id = ${conversationId}`;
}
