import type { Sql, Tx } from '../../../db/sql.ts';
import { subjectKey } from '../../../text/subject.ts';
import type { Context } from '../../context.ts';
import type { MessageReceived } from '../../event.ts';
import { type Conversation, loadConversation, loadConversations, openConversation } from '../conversation.ts';
import { takesPart } from './participant.ts';

/** A thread that fell silent so long ago is not gone on with under its old subject. */
const SUBJECT_DAYS = 30;
/** So many threads of one sender are looked through. */
const MOST_THREADS = 50;

export interface ThreadOfMail {
  conversation: Conversation;
  /** A new one was begun, though it may belong to this one: only a user can tell. */
  perhaps?: Conversation | undefined;
}

/**
 * The thread a mail belongs to: the one our reply address named, or that of a mail it answers, if its sender takes part there. Else
 * it begins one: an answer to a stranger's mail, or a forwarded one that kept its References, never joins somebody else's.
 */
export async function threadOfMail(ctx: Context, event: MessageReceived, contactId: string): Promise<ThreadOfMail> {
  const believed = event.trust !== 'suspicious' && !event.claimed;
  const named = believed ? await namedThreads(ctx.tx, event) : [];
  for (const { conversation } of named) {
    if (await takesPart(ctx.tx, conversation, event.from.address))
      return { conversation: await held(ctx.tx, conversation) };
  }
  const { channel, chat: address, subject, externalId: thread } = event;
  const conversation = await openConversation(ctx.tx, { contactId, channel, address, thread, subject });
  const ours = named.find(({ proven }) => proven)?.conversation;
  return { conversation, perhaps: ours ?? (await sameSubject(ctx, event, conversation)) };
}

/** It is not joined to another one any more before this mail is in it; if that is being done, it is that one. */
async function held(tx: Tx, { id }: Conversation): Promise<Conversation> {
  await tx`select from conversations where id = ${id} for key share`;
  return (await loadConversation(tx, id))!;
}

interface Named {
  conversation: Conversation;
  /** By something only those know who got a mail of ours. */
  proven: boolean;
}

/** What the mail itself says it belongs to: our reply address first, then what it answers, nearest first. */
async function namedThreads(sql: Sql, { conversation: token, answers, channel }: MessageReceived): Promise<Named[]> {
  const byToken = token ? await loadConversation(sql, token) : undefined;
  const rows = await sql<{ id: string; externalId: string; proven: boolean }>`
    select m.conversation_id as id, m.external_id as "externalId", m.direction = 'out' as proven
    from messages m join conversations c on c.id = m.conversation_id
    where m.external_id = any(${answers}) and c.channel = ${channel} order by m.id desc limit ${MOST_THREADS}`;
  const nearest = answers.flatMap((externalId) => rows.filter((row) => row.externalId === externalId));
  const named: Named[] = byToken ? [{ conversation: byToken, proven: true }] : [];
  const conversations = await loadConversations(
    sql,
    nearest.map(({ id }) => id),
  );
  for (const { id, proven } of nearest) named.push({ conversation: conversations.get(id)!, proven });
  return named;
}

/** The sender's latest other thread of this subject. */
async function sameSubject(
  ctx: Context,
  event: MessageReceived,
  made: Conversation,
): Promise<Conversation | undefined> {
  const key = subjectKey(event.subject ?? '');
  if (!key) return undefined;
  const rows = await ctx.tx<{ id: string; subject: string }>`
    select id, subject from conversations
    where channel = ${event.channel} and address = ${event.chat} and id <> ${made.id} and joined_to is null
      and subject is not null and last_message_at > ${ctx.now}::timestamptz - ${SUBJECT_DAYS} * interval '1 day'
    order by last_message_at desc limit ${MOST_THREADS}`;
  const same = rows.find((row) => subjectKey(row.subject) === key);
  return same && loadConversation(ctx.tx, same.id);
}
