import type { Fragment, Sql, Tx } from '../../db/sql.ts';
import { LETTERS } from '../channel.ts';
import type { PersonShown, Recipients, Rest, ShownUpTo, Thing } from '../reply.ts';

/** Where somebody is answered: in a conversation, or by a first mail, which would begin one. */
export interface AnswerPlace {
  /** Of the conversation; undefined: nobody has begun it. */
  id: string | undefined;
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
  /** Where the card that is answered said that answers go, where they would go elsewhere by now; null: that is there no more. */
  saidToBe?: Conversation | null;
  /** Id of the order that the card shows which is answered: words may be about that. */
  order?: string;
}

export interface Conversation extends AnswerPlace {
  id: string;
}

/** It is there, and not only where a first mail would begin it. */
export const isBegun = (place: AnswerPlace): place is Conversation => place.id !== undefined;

/** What a place is typed by: one that nobody has begun by its address. */
export const refOfPlace = (place: AnswerPlace): string => (isBegun(place) ? `v${place.id}` : place.address);

/** What a command names it by: the conversation, else its contact. */
export const refOf = ({ id, contactId }: Pick<AnswerPlace, 'id' | 'contactId'>): string =>
  id === undefined ? `c${contactId}` : `v${id}`;

/** What is told about it: of one that nobody has begun nothing. */
export const aboutIt = ({ id }: Pick<AnswerPlace, 'id'>): { about?: string } => (id === undefined ? {} : { about: id });

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

/** The one whose notes are all there is of a contact: where they have never written. Gives its id. */
export async function conversationForNotes(tx: Tx, contactId: string): Promise<string> {
  return (await openConversation(tx, { contactId, channel: 'note', address: `c${contactId}` })).id;
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
  /** It, or the one it was joined to; undefined: it is not there any more. */
  conversation?: Conversation;
  /** Who gets an answer, as the card said; null: it said nothing. */
  shown: Recipients | null;
  /** How much it shows, where it says so itself; else null. */
  upTo: ShownUpTo | null;
  /** Whom it shows, where it is about no conversation; else null. */
  person: PersonShown | null;
  /** Whom it lists, by contact id, where it is about no conversation; else null. */
  people: string[] | null;
  /** The command it asks about; else null. */
  rest: Rest | null;
  /** What it tells of, where it is about no conversation; else null. */
  thing: Thing | null;
  /** Id of the order that it shows; else null. */
  order: string | null;
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
  const [row] = await sql<Omit<CardsAnswered, 'conversation'> & Conversation>`
    select ${columns(sql)}, nearest.conversation_id as "conversationId", nearest.shown, nearest.up_to as "upTo", nearest.person, nearest.people, nearest.rest, nearest.thing, nearest.order_id as "order", exists (
        select from outbox where channel = ${desk.channel} and address = ${desk.address} and state = 'sending'
      ) as leaving
    from (values (1)) one left join lateral (
        select card.conversation_id, card.payload #> '{reply,rest}' as rest, card.payload #> '{reply,goesTo}' as shown, card.payload #> '{reply,shownUpTo}' as up_to,
          case when card.conversation_id is null then card.payload #> '{reply,person}' end as person,
          case when card.conversation_id is null then ${peopleOn(sql)} end as people,
          case when card.conversation_id is null then card.payload #> '{reply,thing}' end as thing,
          card.payload #>> '{reply,order}' as order_id
        from unnest((select ${externalIds}::text[])) with ordinality answered (external_id, nth)
        cross join lateral (
          select o.id, o.conversation_id, o.payload from outbox o
          where o.channel = ${desk.channel} and o.address = ${desk.address} and o.external_id = answered.external_id
          union all
          select o.id, o.conversation_id, o.payload from sent_parts p join outbox o on o.id = p.outbox_id
          where p.external_id = answered.external_id and o.channel = ${desk.channel} and o.address = ${desk.address}
        ) card
        where card.conversation_id is not null or card.payload #> '{reply,person}' is not null or card.payload #> '{reply,rest}' is not null or card.payload #> '{reply,thing}' is not null or card.payload #> '{reply,order}' is not null
          or ${peopleOn(sql)} is not null
        order by card.conversation_id is null and card.payload #> '{reply,person}' is null, answered.nth, card.conversation_id is null, card.id desc limit 1
      ) nearest on true
      left join conversations c on c.id = (select coalesce(joined_to, id) from conversations where id = nearest.conversation_id)`;
  const { conversationId, shown, upTo, person, people, rest, thing, order, leaving, ...conversation } = row!;
  const seen = { conversationId, shown, upTo, person, people, rest, thing, order, leaving };
  return conversation.id === null ? seen : { ...seen, conversation };
}

/** Whom the lines of a list on this `card` are about; null: it has none. */
const peopleOn = (sql: Sql): Fragment =>
  sql`nullif(jsonb_path_query_array(card.payload, '$.reply.lists[*].items[*].contactId'), '[]')`;

/** What a card is about, as the card showed it. `card`: its id in the desk's chat. */
export async function conversationOnCard(
  sql: Sql,
  id: string | null,
  desk: { channel: string; address: string },
  card: string | undefined,
): Promise<Conversation | undefined> {
  const [conversation, seen] = await Promise.all([
    id === null ? undefined : loadConversation(sql, id),
    id !== null && card ? cardsAnswered(sql, desk, [card]) : undefined,
  ]);
  if (!conversation || !seen) return conversation;
  return seen.conversationId === id ? withSeen(conversation, seen) : conversation;
}

/** As the card showed it: to whom an answer goes, and how much of what was said it answers. */
export const withSeen = <P extends AnswerPlace>(conversation: P, { shown, upTo, order }: CardsAnswered): P => ({
  ...conversation,
  ...(order && { order }),
  ...(shown && { shown }),
  ...(upTo && { shownUpTo: upTo }),
});

/** The conversation that is meant where only its contact is named, notes too: the one that waits longest, else the one last spoken in. */
export async function conversationOf(sql: Sql, contactId: string): Promise<Conversation | undefined> {
  return (await conversationsOf(sql, contactId, sql`true`, 1))[0];
}

/** Where a contact may be answered, in the order in which an answer is likely meant: the first where nobody says in which. */
export async function answeredIn(sql: Sql, contactId: string, limit: number): Promise<Conversation[]> {
  return conversationsOf(sql, contactId, mayBeAnswered(sql), limit);
}

function conversationsOf(sql: Sql, contactId: string, which: Fragment, limit: number): Promise<Conversation[]> {
  return sql<Conversation>`
    select ${columns(sql)} from conversations c where c.contact_id = ${contactId} and c.joined_to is null and ${which}
    order by c.waiting_since nulls last, c.last_message_at desc nulls last limit ${limit}`;
}

/** Whose thread only we have begun is not answered there once something speaks against the address, or it is theirs no more. */
const mayBeAnswered = (sql: Sql): Fragment => sql`
  c.channel <> 'note' and (
    not ${isOurs(sql)} or c.waiting_since is not null or c.answers_to is not null or exists (
      select from contact_identities i
      where i.channel = c.channel and i.address = c.address and i.contact_id = c.contact_id
        and not i.claimed and i.bounced_at is null and i.refused_at is null
    )
  )`;

/** A mail thread `c` that only we have begun: none that a mail names, and nobody has written in it. */
const isOurs = (sql: Sql): Fragment => sql`(
  c.channel = any(${LETTERS}) and c.thread in ('', ${OURS} || c.contact_id)
  and not exists (select from messages m where m.conversation_id = c.id and m.direction = 'in')
)`;

/** The thread of a first mail to an address where another contact was written to before. No mail has such an id. */
const OURS = 'to:';
export const threadTo = (contactId: string): string => `${OURS}${contactId}`;

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
