import type { Tx } from '../../db/sql.ts';
import { moveConversations } from '../people/belongings.ts';
import { contactByIdentity } from '../people/contact.ts';
import { type Conversation, loadConversation } from './conversation.ts';
import { addParticipant, takesPart } from './mail/participant.ts';
import { recountWaiting } from './waiting.ts';

/** What belongs to a conversation besides its messages. */
const WORK = ['leads', 'tickets', 'scheduled_answers'];

/** Two threads that are one: the older stays, and who wrote in the other one takes part in it. */
export interface Joined {
  kept: Conversation;
  gone: Conversation;
  /** Who takes part now and did not before. */
  participant: string | undefined;
}

/** Puts two mail threads together. What still names the one that went means the one that stays. */
export async function joinThreads(tx: Tx, one: Conversation, other: Conversation): Promise<Joined> {
  const [kept, gone] = BigInt(one.id) < BigInt(other.id) ? [one, other] : [other, one];
  await tx`select from conversations where id in (${kept.id}, ${gone.id}) order by id for update`;
  const participant = (await takesPart(tx, kept, gone.address)) ? undefined : gone.address;
  if (participant) await addParticipant(tx, kept.id, participant);
  await tx`
    insert into participants (conversation_id, address)
    select ${kept.id}, address from participants where conversation_id = ${gone.id} and address <> ${kept.address}
    on conflict (conversation_id, address) do nothing`;
  await moveMessages(tx, gone, kept);
  for (const table of WORK) {
    await tx`update ${tx(table)} set conversation_id = ${kept.id} where conversation_id = ${gone.id}`;
  }
  await moveConversations(tx, [kept.id], kept.contactId);
  await settleJoined(tx, kept, gone);
  return { kept: (await loadConversation(tx, kept.id))!, gone, participant };
}

/** A mail that both threads have stays where it is. */
async function moveMessages(tx: Tx, gone: Conversation, kept: Conversation): Promise<void> {
  const author = gone.address === kept.address ? null : gone.address;
  await tx`
    update messages m set
      conversation_id = ${kept.id},
      author = case when direction = 'in' then nullif(coalesce(author, ${author}::text), ${kept.address}) end
    where conversation_id = ${gone.id} and not exists (
      select from messages o where o.conversation_id = ${kept.id} and o.external_id = m.external_id
    )`;
}

/** Whoever waited in either waits since then; where one address had answers go, or whom they were kept from, holds for both. */
async function settleJoined(tx: Tx, kept: Conversation, gone: Conversation): Promise<void> {
  await tx`
    update conversations v set
      state = 'open',
      waiting_since = least(v.waiting_since, g.waiting_since),
      last_message_at = greatest(v.last_message_at, g.last_message_at),
      waits_after = least(v.waits_after, g.waits_after),
      answers_to = coalesce(v.answers_to, case when g.address = v.address then g.answers_to end),
      without_copies = v.without_copies or g.without_copies,
      snoozed_until = case when g.waiting_since is null then v.snoozed_until end
    from conversations g where v.id = ${kept.id} and g.id = ${gone.id}`;
  await tx`
    update conversations set joined_to = ${kept.id}, state = 'closed', waiting_since = null, snoozed_until = null
    where id = ${gone.id}`;
  await tx`update conversations set joined_to = ${kept.id} where joined_to = ${gone.id}`;
}

/** Whether an answer is still to be sent from it at a time: it would go to somebody else when the thread is joined. */
export async function hasScheduled(tx: Tx, conversationId: string): Promise<boolean> {
  const rows = await tx`
    select from scheduled_answers
    where conversation_id = ${conversationId} and sent_at is null and cancelled_at is null limit 1`;
  return rows.length > 0;
}

/**
 * Takes a message of a mail thread, and all that follows it, out into a thread of its own, with whoever wrote it. Undefined when it
 * is not there, or nothing would stay behind. `random` names the new thread.
 */
export async function splitOff(
  tx: Tx,
  conversation: Conversation,
  messageId: string,
  random: string,
): Promise<Conversation | undefined> {
  const [first] = await tx<{ subject: string | null; author: string | null; follows: boolean }>`
    select subject, author, exists (
      select from messages m
      where m.conversation_id = f.conversation_id and m.direction <> 'note'
        and (m.occurred_at, m.id) < (f.occurred_at, f.id)
    ) as follows
    from messages f where id = ${messageId} and conversation_id = ${conversation.id}`;
  if (!first?.follows) return undefined;
  const address = first.author ?? conversation.address;
  const writer = first.author && (await contactByIdentity(tx, [{ channel: conversation.channel, address }]));
  const contactId = writer ? writer.id : conversation.contactId;
  const [row] = await tx<{ id: string }>`
    insert into conversations (contact_id, channel, address, thread, subject, answers_to, without_copies, waits_after)
    values (
      ${contactId}, ${conversation.channel}, ${address}, ${`split:${random}`}, ${first.subject ?? conversation.subject},
      ${address === conversation.address ? conversation.answersTo : null}, ${conversation.withoutCopies},
      (select waits_after from conversations where id = ${conversation.id})
    )
    returning id`;
  await takeAlong(tx, messageId, row!.id, address);
  await moveConversations(tx, [row!.id], contactId);
  if (conversation.waitingSince) await recountWaiting(tx, [conversation.id, row!.id]);
  return loadConversation(tx, row!.id);
}

/** The message and what follows it, with what was made of them. */
async function takeAlong(tx: Tx, messageId: string, to: string, address: string): Promise<void> {
  const moved = await tx<{ id: string }>`
    update messages m set conversation_id = ${to}, author = nullif(m.author, ${address})
    from messages f
    where f.id = ${messageId} and m.conversation_id = f.conversation_id
      and (m.occurred_at, m.id) >= (f.occurred_at, f.id)
    returning m.id`;
  const ids = moved.map(({ id }) => id);
  for (const table of ['leads', 'tickets']) {
    await tx`update ${tx(table)} set conversation_id = ${to} where message_id = any(${ids}::bigint[])`;
  }
  await tx`
    update conversations set last_message_at = (select max(occurred_at) from messages where conversation_id = ${to})
    where id = ${to}`;
}
