import type { Fragment, Sql, Tx } from '../../db/sql.ts';
import type { PersonShown, Recipients, ShownUpTo } from '../reply.ts';

export interface Conversation {
  id: string;
  contactId: string;
  channel: string;
  address: string;
  thread: string;
  subject: string | null;
  waitingSince: Date | null;
  lastMessageAt: Date | null;
  /** Where answers go when a user chose another address than this; mail only. */
  answersTo: string | null;
  /** Answers go to nobody else who got a copy; mail only. */
  withoutCopies: boolean;
  /** Nobody named it: it is only where an answer to its contact would likely go. */
  likely?: true;
  /** What was answered showed only its contact, not who else would read an answer. */
  byPerson?: true;
  /** Who gets an answer, as the card said that is answered. */
  shown?: Recipients;
  /** How much of what was said the card that is answered shows, where it says so itself. */
  shownUpTo?: ShownUpTo;
}

const columns = (sql: Sql) => sql`
  c.id, c.contact_id as "contactId", c.channel, c.address, c.thread, c.subject, c.waiting_since as "waitingSince",
  c.last_message_at as "lastMessageAt", c.answers_to as "answersTo", c.without_copies as "withoutCopies"`;

/** The conversation of this id, or the one it was joined to. */
export async function loadConversation(sql: Sql, id: string): Promise<Conversation | undefined> {
  const [conversation] = await sql<Conversation>`
    select ${columns(sql)} from conversations c
    where c.id = (select coalesce(joined_to, id) from conversations where id = ${id})`;
  return conversation;
}

/** The same of many, by the id asked for. */
export async function loadConversations(sql: Sql, ids: readonly string[]): Promise<Map<string, Conversation>> {
  if (ids.length === 0) return new Map();
  const rows = await sql<Conversation & { asked: string }>`
    select ${columns(sql)}, v.id as asked from conversations v join conversations c on c.id = coalesce(v.joined_to, v.id)
    where v.id = any(${[...ids]}::bigint[])`;
  return new Map(rows.map(({ asked, ...conversation }) => [asked, conversation]));
}

/** The conversation of a chat, or of a mail thread; opened (again) if need be. */
export async function openConversation(
  tx: Tx,
  place: { contactId: string; channel: string; address: string; thread?: string; subject?: string | undefined },
): Promise<Conversation> {
  const [row] = await tx<Conversation & { joinedTo: string | null }>`
    insert into conversations as c (contact_id, channel, address, thread, subject)
    values (${place.contactId}, ${place.channel}, ${place.address}, ${place.thread ?? ''}, ${place.subject ?? null})
    on conflict (channel, address, thread) do update set state = 'open'
    returning ${columns(tx)}, c.joined_to as "joinedTo"`;
  const { joinedTo, ...conversation } = row!;
  return joinedTo === null ? conversation : (await loadConversation(tx, joinedTo))!;
}

/** The conversation of a chat, if it has been opened. */
export async function conversationAt(
  sql: Sql,
  { channel, address }: { channel: string; address: string },
): Promise<Conversation | undefined> {
  const [conversation] = await sql<Conversation>`
    select ${columns(sql)} from conversations c where channel = ${channel} and address = ${address} and thread = ''`;
  return conversation;
}

export interface CardsAnswered {
  conversationId: string | null;
  /** Who gets an answer, as the card said; null: it said nothing. */
  shown: Recipients | null;
  /** How much it shows, where it says so itself; else null. */
  upTo: ShownUpTo | null;
  /** Whom it shows, where it is about no conversation; else null. */
  person: PersonShown | null;
  leaving: boolean;
}

/**
 * What is known of the cards in a desk chat that are answered (by the ids the channel gave them, nearest first): the conversation
 * the nearest is about, and whether a card is still on its way out, whose id nobody knows yet. Seen at one moment: a card whose id
 * is written down between two looks would be in neither.
 */
export async function cardsAnswered(
  sql: Sql,
  desk: { channel: string; address: string },
  externalIds: readonly string[],
): Promise<CardsAnswered> {
  const [seen] = await sql<CardsAnswered>`
    select nearest.conversation_id as "conversationId", nearest.shown, nearest.up_to as "upTo", nearest.person, exists (
        select from outbox where channel = ${desk.channel} and address = ${desk.address} and state = 'sending'
      ) as leaving
    from (values (1)) one left join lateral (
        select card.conversation_id, card.payload #> '{reply,goesTo}' as shown, card.payload #> '{reply,shownUpTo}' as up_to,
          case when card.conversation_id is null then card.payload #> '{reply,person}' end as person
        from unnest((select ${externalIds}::text[])) with ordinality answered (external_id, nth)
        cross join lateral (
          select o.id, o.conversation_id, o.payload from outbox o
          where o.channel = ${desk.channel} and o.address = ${desk.address} and o.external_id = answered.external_id
          union all
          select o.id, o.conversation_id, o.payload from sent_parts p join outbox o on o.id = p.outbox_id
          where p.external_id = answered.external_id and o.channel = ${desk.channel} and o.address = ${desk.address}
        ) card
        where card.conversation_id is not null or card.payload #> '{reply,person}' is not null
        order by answered.nth, card.conversation_id is null, card.id desc limit 1
      ) nearest on true`;
  return seen!;
}

/** What a card is about, as the card showed it. `card`: its id in the desk's chat. */
export async function conversationOnCard(
  sql: Sql,
  id: string | null,
  desk: { channel: string; address: string },
  card: string | undefined,
): Promise<Conversation | undefined> {
  const conversation = id === null ? undefined : await loadConversation(sql, id);
  if (!conversation || !card) return conversation;
  const seen = await cardsAnswered(sql, desk, [card]);
  return seen.conversationId === id ? withSeen(conversation, seen) : conversation;
}

/** As the card showed it: to whom an answer goes, and how much of what was said it answers. */
export const withSeen = (conversation: Conversation, { shown, upTo }: CardsAnswered): Conversation => ({
  ...conversation,
  ...(shown && { shown }),
  ...(upTo && { shownUpTo: upTo }),
});

/** The conversation an answer to this contact goes to: the one that waits longest, else the one last spoken in. */
export async function conversationOf(sql: Sql, contactId: string): Promise<Conversation | undefined> {
  return (await conversationsOf(sql, contactId, 1))[0];
}

/** A contact's conversations in the order in which an answer is likely meant for them. */
export async function conversationsOf(sql: Sql, contactId: string, limit: number): Promise<Conversation[]> {
  return sql<Conversation>`
    select ${columns(sql)} from conversations c where c.contact_id = ${contactId} and c.joined_to is null
    order by c.waiting_since nulls last, c.last_message_at desc nulls last limit ${limit}`;
}

/** Where this contact is answered at an address, of several conversations there the one an answer is likely meant for. */
export async function conversationAtAddress(
  sql: Sql,
  contactId: string,
  address: string,
): Promise<Conversation | undefined> {
  const [conversation] = await sql<Conversation>`
    select ${columns(sql)} from conversations c
    where c.contact_id = ${contactId} and c.joined_to is null and ${address} in (c.address, c.answers_to)
    order by coalesce(c.answers_to, c.address) = ${address} desc, c.waiting_since nulls last, c.last_message_at desc nulls last limit 1`;
  return conversation;
}

/** The customer said something at `at`: what was snoozed wakes. If it wants an answer they wait, perhaps since earlier. */
export const markSpoken = (tx: Tx, conversationId: string, at: Date, waits: boolean): Fragment => tx`
  update conversations set
    last_message_at = greatest(last_message_at, ${at}), snoozed_until = null,
    waiting_since = case when ${waits} then coalesce(waiting_since, ${at}) else waiting_since end
  where id = ${conversationId}`;

/** We have answered all that was said: nobody waits, and what was snoozed until we do need not come back. */
export const markAnswered = (tx: Tx, conversationId: string, at: Date): Fragment => tx`
  update conversations
  set waiting_since = null, snoozed_until = null, last_message_at = greatest(last_message_at, ${at})
  where id = ${conversationId}`;
