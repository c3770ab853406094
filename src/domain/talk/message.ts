import type { Fragment, Sql, Tx } from '../../db/sql.ts';
import type { Place } from '../../outbox/message.ts';
import type { Link } from '../../text/link.ts';
import { type Attachment, changeOfFiles } from '../attachment.ts';
import { type NotDelivered, notDelivered } from '../delivery.ts';
import { type Fate, fate, isCustomersWords, isHeard, isHeardOrOwn, isShown } from '../shown.ts';
import type { Triage } from '../triage/triage.ts';
import type { Conversation } from './conversation.ts';

export interface Message {
  id: string;
  conversationId: string;
  direction: 'in' | 'out' | 'note';
  externalId: string | null;
  text: string;
  subject: string | null;
  attachments: Attachment[];
  triage: Triage | null;
  /** Said by the house, not by a person. */
  automatic: boolean;
  /** How far its sender line could be believed. */
  trust: 'verified' | 'unverified' | 'suspicious' | null;
  /** Who wrote it, if answers go to somebody else. */
  author: string | null;
  /** Under which name it was sent, where that is not its contact's. */
  authorName: string | null;
  /** Who else got it, as far as an answer to all would reach them. */
  copied: string[];
  /** Where its sender asks for answers, if elsewhere. */
  replyTo: string | null;
  replyToOthers: string[];
  /** There is more of it than `text`: history, a signature. */
  hasQuoted: boolean;
  /** What has become of it where it was written; null: it stands as it came. */
  fate: Fate | null;
  occurredAt: Date;
}

export interface NewMessage {
  conversationId: string;
  direction: Message['direction'];
  externalId?: string;
  text: string;
  quotedText?: string | undefined;
  subject?: string | undefined;
  attachments?: Attachment[];
  triage?: Triage;
  userId?: string;
  automatic?: boolean;
  trust?: Message['trust'];
  author?: string | undefined;
  authorName?: string | undefined;
  copied?: string[] | undefined;
  replyTo?: string | undefined;
  replyToOthers?: string[] | undefined;
  /** Of an answer: the last message it answers, where what came after had not been shown. */
  answersUpTo?: string | undefined;
  occurredAt: Date;
}

const columns = (sql: Sql) => sql`
  id, conversation_id as "conversationId", direction, external_id as "externalId", text, subject, attachments, triage,
  coalesce(automatic, false) as automatic, trust, author, author_name as "authorName", coalesce(copied, '[]') as copied, reply_to as "replyTo",
  coalesce(reply_to_others, '[]') as "replyToOthers",
  quoted_text is not null as "hasQuoted", ${fate(sql, sql`edits`)} as fate, occurred_at as "occurredAt"`;

const orNull = (tx: Tx, addresses: string[] = []) => (addresses.length > 0 ? tx.json(addresses) : null);

/** As it comes in. */
export interface Stored extends Message {
  /** It was deleted where it was written before it came. */
  goneBefore: Exclude<Fate, 'edited'> | null;
}

const goneBefore = (sql: Sql) => sql`(
  select case when w.unsure then 'deleted' else 'withdrawn' end
  from conversations v join message_versions w on w.channel = v.channel and w.chat = v.address
  where v.id = stored.conversation_id and w.external_id = stored.external_id and w.withdrawn
) as "goneBefore"`;

/** Stores a message; undefined when this conversation already has it. */
export async function insertMessage(tx: Tx, draft: NewMessage): Promise<Stored | undefined> {
  const [message] = await tx<Stored>`
    insert into messages as stored (
      conversation_id, direction, external_id, text, quoted_text, subject, attachments, triage, user_id, automatic,
      trust, author, author_name, copied, reply_to, reply_to_others, answers_up_to, occurred_at
    ) values (
      ${draft.conversationId}, ${draft.direction}, ${draft.externalId ?? null}, ${draft.text},
      ${draft.quotedText ?? null}, ${draft.subject ?? null}, ${tx.json(draft.attachments ?? [])},
      ${draft.triage ? tx.json(draft.triage) : null}, ${draft.userId ?? null}, ${draft.automatic ?? false},
      ${draft.trust ?? null}, ${draft.author ?? null}, ${draft.authorName ?? null}, ${orNull(tx, draft.copied)},
      ${draft.replyTo ?? null}, ${orNull(tx, draft.replyToOthers)},
      ${draft.answersUpTo ?? null}, ${draft.occurredAt}
    )
    on conflict (conversation_id, external_id) do nothing
    returning ${columns(tx)}, ${goneBefore(tx)}`;
  return message;
}

export async function loadMessage(sql: Sql, id: string): Promise<Message | undefined> {
  const [message] = await sql<Message>`select ${columns(sql)} from messages where id = ${id}`;
  return message;
}

/** The number of the newest message that came from its customer; undefined: none has. */
export async function newestOfCustomer(sql: Sql, conversationId: string): Promise<string | undefined> {
  const [row] = await sql<{ id: string }>`
    select id from messages m where conversation_id = ${conversationId} and ${isCustomersWords(sql, sql`m`)}
    order by occurred_at desc, id desc limit 1`;
  return row?.id;
}

/** Those that are there, not withheld, and of nobody blocked, in the order they came. */
export async function loadMessages(sql: Sql, ids: readonly string[]): Promise<Message[]> {
  return sql<Message>`
    select ${columns(sql)} from messages m where id = any((select ${[...ids]}::bigint[])::bigint[]) and ${isShown(sql, sql`m`)} and exists (
      select from conversations v where v.id = m.conversation_id and ${isHeard(sql)}
    ) order by id`;
}

export async function latestMessages(
  sql: Sql,
  contactId: string,
  limit: number,
): Promise<(Message & { notDelivered: NotDelivered | null })[]> {
  return sql<Message & { notDelivered: NotDelivered | null }>`
    select ${columns(sql)}, case when direction = 'out' then ${notDelivered(sql, sql`messages.id`)} end as "notDelivered"
    from messages
    where conversation_id in (select id from conversations where contact_id = ${contactId}) and ${isShown(sql, sql`messages`)}
    order by occurred_at desc, id desc limit ${limit}`;
}

/** What we last said in a conversation, newest first. */
export async function lastSaidByUs(sql: Sql, conversationId: string, limit: number): Promise<string[]> {
  const rows = await sql<{ text: string }>`
    select text from messages where conversation_id = ${conversationId} and direction = 'out'
    order by occurred_at desc, id desc limit ${limit}`;
  return rows.map(({ text }) => text);
}

/** Message-IDs of what was said in a conversation, oldest first: what a threaded answer puts into References. Ids we made up are none. */
export async function externalIdsOf(sql: Sql, conversationId: string, limit: number): Promise<string[]> {
  const rows = await sql<{ externalId: string }>`
    select m.external_id as "externalId" from conversations v join messages m on m.conversation_id = v.id
    where v.id = ${conversationId} and (m.direction = 'out' or ${isHeardOrOwn(sql)}) and m.external_id like '<%>'
    order by m.occurred_at desc, m.id desc limit ${limit}`;
  return rows.map((row) => row.externalId).reverse();
}

/** What a message says: its words and files. */
export type Wording = Pick<Message, 'text' | 'attachments'>;

/** With the wording it had, and how often it has been changed. */
export type Edited = Message & { before: string; nth: number };

/** The message of this id in a chat, locked. undefined when there is no such message (yet). */
export async function lockMessageAt(
  tx: Tx,
  place: { channel: string; address: string; externalId: string },
): Promise<Message | undefined> {
  const [found] = await tx<Message>`
    select ${columns(tx)} from messages
    where id = (
      select m.id from messages m join conversations c on c.id = m.conversation_id
      where c.channel = ${place.channel} and c.address = ${place.address} and m.external_id = ${place.externalId}
      limit 1
    ) for update`;
  return found;
}

/** Keeps the earlier wording and takes the new one; the message is locked. */
export async function editMessage(tx: Tx, found: Message, { text, attachments }: Wording, now: Date): Promise<Edited> {
  const files = changeOfFiles(found.attachments, attachments) && { attachments: found.attachments };
  const earlier = tx.json([{ text: found.text, ...files, replaced_at: now.toISOString() }]);
  const [row] = await tx<{ nth: number }>`
    update messages set text = ${text}, attachments = ${tx.json(attachments)}, edits = edits || ${earlier},
      changed_at = now()
    where id = ${found.id} returning jsonb_array_length(edits) as nth`;
  return { ...found, text, attachments, fate: 'edited', before: found.text, nth: row!.nth };
}

/** It was deleted where it was written, `unsure` by whom: what it said stays, with a mark; it is locked. False when it has the mark. */
export async function markWithdrawn(tx: Tx, { id, text }: Message, unsure: boolean, now: Date): Promise<boolean> {
  const mark = tx.json([{ text, replaced_at: now.toISOString(), withdrawn: true, ...(unsure && { unsure }) }]);
  const rows = await tx`
    update messages set edits = edits || ${mark}, changed_at = now()
    where id = ${id} and not edits @> '[{"withdrawn": true}]' returning id`;
  return rows.length > 0;
}

/** A part of it was deleted where it was sent: the rest stands, marked as changed; it is locked. False when that is known. */
export async function markPart(tx: Tx, { id, text }: Message, part: string, now: Date): Promise<boolean> {
  const mark = tx.json([{ text, replaced_at: now.toISOString(), part }]);
  const rows = await tx`
    update messages set edits = edits || ${mark}, changed_at = now()
    where id = ${id} and not edits @> ${tx.json([{ part }])} returning id`;
  return rows.length > 0;
}

export const setTriage = (tx: Tx, messageId: string, triage: Triage): Fragment =>
  tx`update messages set triage = ${tx.json(triage)} where id = ${messageId}`;

/** The name under which a customer's last words in a conversation came from that address, where it is not their contact's. */
export async function lastWriter(
  sql: Sql,
  { id, ...own }: Pick<Conversation, 'id' | 'address'>,
  address: string,
): Promise<string | undefined> {
  const [row] = await sql<{ authorName: string | null }>`
    select m.author_name as "authorName" from messages m
    where m.conversation_id = ${id} and ${isCustomersWords(sql, sql`m`)} and coalesce(m.author, ${own.address}) = ${address}
    order by m.occurred_at desc, m.id desc limit 1`;
  return row?.authorName ?? undefined;
}

/** What a user says to a customer. */
export interface Answer {
  text: string;
  links?: Link[];
  attachments?: Attachment[];
  /** Where the receipt goes. */
  receiptTo?: Place;
  /** How long it is held; default: the owner's setting. */
  delaySeconds?: number;
  /** Of which album of the chat the receipt goes to: further parts may come. */
  album?: string;
}
