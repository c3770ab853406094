import type { Fragment, Sql } from '../../db/sql.ts';
import { kindSaid } from '../../text/rating/feedback_kind.ts';
import { isOnlyGreeting } from '../../text/sentence/only_greeting.ts';
import { truncate } from '../../text/truncate.ts';
import type { Context } from '../context.ts';
import type { User } from '../owner/user.ts';
import { insertLead, touchLeads } from '../sell/lead.ts';
import { insertFeedback } from '../serve/feedback.ts';
import { goOnAs } from '../serve/merged.ts';
import { insertTicket, reopenTicket, reopenTickets, type Ticket } from '../serve/ticket.ts';
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
  /** What people call the ticket by. */
  ticketNumber?: string;
  /** The ticket had been resolved, and this message has opened it anew. */
  reopened?: true;
  /** The number of a resolved one, too old for that, that the ticket goes on with. */
  follows?: string;
  /** The ticket of the conversation that was resolved last. */
  resolved?: Resolved;
  feedbackId?: string;
}

interface Resolved {
  id: string;
  number: string;
  at: string;
}

/** Ids as a query returns them. */
export interface OpenWork {
  leadId: string | null;
  ticket: { id: string; number: string } | null;
  resolved: Resolved | null;
}

/** The columns of OpenWork: what is already open in a conversation. `but`: not what was made of that message. */
export const openWorkIn = (sql: Sql, conversationId: string, but?: string): Fragment => {
  const others = but === undefined ? sql`` : sql`and message_id is distinct from ${but}`;
  const isTheirs = sql`(conversation_id = ${conversationId} or id = any(${goOnAs(sql, conversationId)}))`;
  return sql`
    (
      select max(id) from leads where conversation_id = ${conversationId} and closed_at is null ${others}
    ) as "leadId", (
      select json_build_object('id', id::text, 'number', number::text) from tickets
      where ${isTheirs} and resolved_at is null ${others}
      order by (conversation_id = ${conversationId}) is true desc, id desc limit 1
    ) as ticket, (
      select json_build_object('id', id::text, 'number', number::text, 'at', resolved_at) from tickets
      where ${isTheirs} and resolved_at is not null and merged_into_id is null ${others}
      order by resolved_at desc, id desc limit 1
    ) as resolved`;
};

export const filedAs = ({ leadId, ticket, resolved }: OpenWork): Filed => ({
  ...(leadId && { leadId }),
  ...(ticket && { ticketId: ticket.id, ticketNumber: ticket.number }),
  ...(resolved && { resolved }),
});

/** Of each kind the last. */
export function filedOf(made: readonly Made[]): Filed {
  const last = (kind: Made['what']) => made.findLast(({ what }) => what === kind);
  const [leadId, ticket, feedbackId] = [last('lead')?.id, last('ticket'), last('feedback')?.id];
  return {
    ...(leadId && { leadId }),
    ...(ticket && { ticketId: ticket.id, ticketNumber: ticket.number ?? ticket.id }),
    ...(feedbackId && { feedbackId }),
  };
}

/** What is already open in a conversation: a further message continues it. */
export async function openWork(ctx: Context, conversationId: string): Promise<Filed> {
  const [row] = await ctx.tx<OpenWork>`select ${openWorkIn(ctx.tx, conversationId)}`;
  return filedAs(row!);
}

/** Whether a ticket or lead may be open that a message goes on with: only where one is are they looked for when it is noted. */
export interface GoesOn {
  ticket: boolean;
  lead: boolean;
}

/** Of a message that was judged before, with nothing new in it. */
export const WITH_NOTHING: GoesOn = { ticket: false, lead: false };
/** Of a message that was filed before: what was made of it is not among what was found open. */
export const WITH_ANYTHING: GoesOn = { ticket: true, lead: true };

export const goesOnWith = ({ ticketId, leadId }: Filed): GoesOn => ({
  ticket: ticketId !== undefined,
  lead: leadId !== undefined,
});

/**
 * What a customer's message changes in what is there, whatever it is taken for: its verdict, who waits, what waited for them. In one
 * statement; to name tickets and leads in it where none is open cost the server a quarter more at least. One that is opened at the same
 * moment waits for nobody yet.
 */
export async function noteSpoken(
  { tx, now }: Context,
  { id: conversationId }: Conversation,
  message: Message & { triage: Triage },
  goesOn: GoesOn,
): Promise<void> {
  const reopened = goesOn.ticket ? tx`, reopened as (${reopenTickets(tx, conversationId, now)})` : tx``;
  const touched = goesOn.lead ? tx`, touched as (${touchLeads(tx, conversationId, now)})` : tx``;
  await tx`
    with judged as (${setTriage(tx, message.id, message.triage)})${reopened}${touched}
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
  if (triage.label === 'ticket' && open.ticketId) return ticketOf(open);
  if (triage.label === 'ticket' && open.resolved && isRecent(ctx, open.resolved))
    return { ...filedTicket(await reopenTicket(ctx.tx, open.resolved.id, ctx.now)), reopened: true };
  if (triage.label === 'feedback' && open.feedbackId) return { feedbackId: open.feedbackId };
  const follows = triage.label === 'ticket' ? open.resolved : undefined;
  return begin(ctx, conversation, { ...message, triage }, triage, follows);
}

const ticketOf = ({ ticketId, ticketNumber }: Filed): Filed => ({
  ...(ticketId && ticketNumber && { ticketId, ticketNumber }),
});

const filedTicket = ({ id, number }: Ticket): Filed => ({ ticketId: id, ticketNumber: number });

/** What a message has done with a ticket that had been resolved. */
export const becameOf = ({ reopened, follows }: Filed = {}): Filed => ({
  ...(reopened && { reopened }),
  ...(follows && { follows }),
});

const DAY_MS = 24 * 3_600_000;

/** It was resolved so lately that more of the same is meant. */
const isRecent = ({ now, settings }: Context, { at }: Resolved): boolean =>
  now.getTime() - Date.parse(at) < settings.ticketReopenDays * DAY_MS;

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
  if (!isThere) await begin(ctx, conversation, message, { label, sublabel });
  return {
    ...(label !== 'lead' && stays.leadId && { leadId: stays.leadId }),
    ...(label !== 'ticket' && ticketOf(stays)),
  };
}

async function begin(
  ctx: Context,
  conversation: Conversation,
  message: Message,
  { label, sublabel }: Pick<Triage, 'label' | 'sublabel'>,
  follows?: Resolved,
): Promise<Filed> {
  const { contactId, id: conversationId } = conversation;
  const draft = { contactId, conversationId, messageId: message.id, title: titleOf(message) };
  if (label === 'lead') return { leadId: (await insertLead(ctx.tx, draft, ctx.now)).id };
  if (label === 'ticket') {
    const about = { ...(sublabel && { kind: sublabel }), followsId: follows?.id };
    const ticket = await insertTicket(ctx.tx, { ...draft, ...about }, ctx.now);
    return { ...filedTicket(ticket), ...(follows && { follows: follows.number }) };
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
