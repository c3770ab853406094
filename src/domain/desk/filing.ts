import type { Fragment, Sql } from '../../db/sql.ts';
import { kindSaid } from '../../text/rating/feedback_kind.ts';
import { isOnlyGreeting } from '../../text/sentence/only_greeting.ts';
import { truncate } from '../../text/truncate.ts';
import type { Context } from '../context.ts';
import type { User } from '../owner/user.ts';
import { insertLead, touchLeads } from '../sell/lead.ts';
import { insertFeedback } from '../serve/feedback.ts';
import { insertTicket, reopenTickets } from '../serve/ticket.ts';
import { type Conversation, markSpoken } from '../talk/conversation.ts';
import { type Message, setTriage } from '../talk/message.ts';
import { recountWaiting, wantsAnswer } from '../talk/waiting.ts';
import type { Triage, TriageLabel } from '../triage/triage.ts';
import { type Made, madeOf, unfile } from './made_of.ts';

const TITLE_GRAPHEMES = 60;

/** What a message became. */
export interface Filed {
  leadId?: string;
  ticketId?: string;
  feedbackId?: string;
}

/** Ids as a query returns them. */
export interface OpenWork {
  leadId: string | null;
  ticketId: string | null;
}

/** The columns of OpenWork: what is already open in a conversation. `but`: not what was made of that message. */
export const openWorkIn = (sql: Sql, conversationId: string, but?: string): Fragment => {
  const others = but === undefined ? sql`` : sql`and message_id is distinct from ${but}`;
  return sql`
    (
      select max(id) from leads where conversation_id = ${conversationId} and closed_at is null ${others}
    ) as "leadId", (
      select max(id) from tickets where conversation_id = ${conversationId} and resolved_at is null ${others}
    ) as "ticketId"`;
};

export const filedAs = ({ leadId, ticketId }: OpenWork): Filed => ({
  ...(leadId && { leadId }),
  ...(ticketId && { ticketId }),
});

/** Of each kind the last. */
export function filedOf(made: readonly Made[]): Filed {
  const last = (kind: Made['what']) => made.findLast(({ what }) => what === kind)?.id;
  const [leadId, ticketId, feedbackId] = [last('lead'), last('ticket'), last('feedback')];
  return { ...(leadId && { leadId }), ...(ticketId && { ticketId }), ...(feedbackId && { feedbackId }) };
}

/** What is already open in a conversation: a further message continues it. */
export async function openWork(ctx: Context, conversationId: string): Promise<Filed> {
  const [row] = await ctx.tx<OpenWork>`select ${openWorkIn(ctx.tx, conversationId)}`;
  return filedAs(row!);
}

/**
 * What a customer's message changes in what is there, whatever it is taken for: its verdict, who waits, what waited for them. In one
 * statement. `again`: it was judged before, and its card is only written anew.
 */
export async function noteSpoken(
  { tx, now }: Context,
  { id: conversationId }: Conversation,
  message: Message & { triage: Triage },
  again: boolean,
): Promise<void> {
  const goesOn = tx`, reopened as (${reopenTickets(tx, conversationId)}), touched as (${touchLeads(tx, conversationId, now)})`;
  await tx`
    with judged as (${setTriage(tx, message.id, message.triage)})${again ? tx`` : goesOn}
    ${markSpoken(tx, conversationId, message.occurredAt, wantsAnswer(message.triage))}`;
}

/** Makes of the message what triage took it for: continues what is open, else begins it. Unsure means nothing yet. */
export async function file(
  ctx: Context,
  conversation: Conversation,
  message: Message,
  triage: Triage,
  open: Filed,
): Promise<Filed> {
  if (!triage.accepted) return {};
  if (triage.label === 'lead' && open.leadId) return { leadId: open.leadId };
  if (triage.label === 'ticket' && open.ticketId) return { ticketId: open.ticketId };
  if (triage.label === 'feedback' && open.feedbackId) return { feedbackId: open.feedbackId };
  return begin(ctx, conversation, { ...message, triage }, triage.label, triage.sublabel);
}

/**
 * The owner says what a message really is: what was made of it goes unless it has been worked on, the right thing comes, and the
 * correction is kept for the day triage learns. Gives what stays.
 */
export async function refile(
  ctx: Context,
  user: User,
  conversation: Conversation,
  message: Message,
  label: TriageLabel,
): Promise<Filed> {
  const before = message.triage;
  if (before?.by === 'owner' && before.label === label && !before.ofEarlier) return {};
  const sublabel = before?.label === label ? before.sublabel : '';
  const triage: Triage = {
    ...{ label, sublabel, confidence: 1, accepted: true, reasons: [], by: 'owner' },
    ...(before?.judged !== undefined && { judged: before.judged }),
  };
  await setTriage(ctx.tx, message.id, triage);
  await unfile(ctx.tx, message);
  const stays = filedOf(await madeOf(ctx.tx, message));
  await recountWaiting(ctx.tx, [conversation.id]);
  await ctx.tx`
    insert into triage_corrections (message_id, text, from_label, to_label, user_id)
    values (${message.id}, ${before?.judged ?? message.text}, ${before?.accepted ? before.label : null}, ${label}, ${user.id})`;
  const has = { ...(await openWork(ctx, conversation.id)), ...stays };
  const isThere = (label === 'lead' && has.leadId) || (label === 'ticket' && has.ticketId);
  if (!isThere) await begin(ctx, conversation, message, label, sublabel);
  return {
    ...(label !== 'lead' && stays.leadId && { leadId: stays.leadId }),
    ...(label !== 'ticket' && stays.ticketId && { ticketId: stays.ticketId }),
  };
}

async function begin(
  ctx: Context,
  conversation: Conversation,
  message: Message,
  label: TriageLabel,
  sublabel: string,
): Promise<Filed> {
  const { contactId, id: conversationId } = conversation;
  const draft = { contactId, conversationId, messageId: message.id, title: titleOf(message) };
  if (label === 'lead') return { leadId: (await insertLead(ctx.tx, draft, ctx.now)).id };
  if (label === 'ticket') {
    const ticket = await insertTicket(ctx.tx, { ...draft, ...(sublabel && { kind: sublabel }) }, ctx.now);
    return { ticketId: ticket.id };
  }
  if (label === 'feedback') {
    await insertFeedback(ctx.tx, {
      contactId,
      messageId: message.id,
      kind: sublabel || kindSaid(message.text),
      text: message.text,
    });
  }
  return {};
}

/**
 * The beginning of what it says, as the title of what is made of it; of a form, of what was written in it, not of its labels or the site's
 * subject; of an answer to a campaign, of what they say to it. A greeting is a title only where nothing follows it.
 */
export function titleOf({ subject, text, triage }: Message): string {
  const lines = (triage?.judged || subject || text).split('\n').filter((part) => part.trim() !== '');
  const line = lines.find((part) => !isOnlyGreeting(part)) ?? lines[0] ?? '';
  return truncate(line.trim(), TITLE_GRAPHEMES) || '…';
}
