import type { GotIt, Shown, Urgency } from '../card.ts';
import type { Context } from '../context.ts';
import { file, goesOnWith, noteSpoken, openWork, WITH_ANYTHING, WITH_NOTHING } from '../desk/filing.ts';
import { judgeMessage } from '../desk/judging.ts';
import { unfile } from '../desk/made_of.ts';
import type { DeskPlace } from '../desk/tell.ts';
import { tellOfMessage } from '../desk/tell_message.ts';
import { whereabouts } from '../owner/away.ts';
import { type Contact, loadContact } from '../people/contact.ts';
import { noteDeclined, noteNoAnswer } from '../people/deeds.ts';
import { askWhetherToStop, isAskedOf } from '../people/preferences/stop_question.ts';
import { stopReminders } from '../sell/invoice/reminder.ts';
import { becomeComplaint, raisePriority } from '../serve/change.ts';
import { tendComplaints } from '../serve/complaint.ts';
import type { Priority } from '../serve/kind.ts';
import { answerWhileAway } from '../talk/automatic_answer.ts';
import type { Conversation } from '../talk/conversation.ts';
import type { Message } from '../talk/message.ts';
import { heardRefusal } from '../talk/ready/heard.ts';
import { prepareAnswers } from '../talk/ready/prepare.ts';
import { messageUrgency } from '../talk/urgent.ts';
import type { Triage } from '../triage/triage.ts';
import { fileAnew } from './file_anew.ts';

/** The key under which a message is told for the first time. */
export const cardKey = (messageId: string) => `card:${messageId}`;

export interface Taking {
  /** The contact of the conversation, if known. */
  contact?: Contact | undefined;
  /** What only its arrival says about it. */
  arrival?: Pick<
    Shown,
    | 'forwardedFrom'
    | 'pointsAt'
    | 'claimed'
    | 'namedBy'
    | 'visitor'
    | 'perhaps'
    | 'calendar'
    | 'answersInside'
    | 'optedOut'
    | 'unsubscribed'
    | 'campaign'
    | 'perhapsNoMore'
    | 'gotIt'
  >;
  /** The key of the card. */
  key?: string;
  /** The earlier verdict, by which it was filed: only its card is rewritten. */
  verdict?: Triage | null;
  /** It was filed before, and now says more. */
  again?: true;
  /** What a rule put aside of it. */
  aside?: string | undefined;
  /** What its writer wrote, where the message's text says more: that it is a gift or a sealed mail is said by us. */
  said?: string | undefined;
  /** For a form: what somebody wrote in their own words. */
  formWords?: string | undefined;
  /** How long the card waits, because there may be more to show. */
  delaySeconds?: number;
  /** Tells the owner what came after the card had left for a desk. */
  late?: (desk: DeskPlace) => Promise<void>;
  /** A machine may have written it. */
  noAutoAnswer?: true | undefined;
  /** A user has said that a person wrote it. */
  byPerson?: true | undefined;
}

/** Decides what the message is, files it, and puts it on the owner's desk. */
export async function takeIn(
  ctx: Context,
  conversation: Conversation,
  unjudged: Message,
  {
    arrival,
    contact: whose,
    key = cardKey(unjudged.id),
    verdict: known = null,
    again,
    aside = '',
    formWords,
    said,
    delaySeconds = 0,
    late,
    noAutoAnswer,
    byPerson,
  }: Taking,
): Promise<void> {
  const judged = known
    ? openWork(ctx, conversation.id).then((open) => ({ triage: known, open }))
    : judgeMessage(ctx, conversation, unjudged, {
        ...{ aside, byPerson, formWords, said, perhaps: arrival?.perhaps, stopped: arrival?.unsubscribed },
        ...(again && { again }),
      });
  const [{ triage, open }, owner] = await Promise.all([
    judged,
    whereabouts(ctx.tx, ctx.now),
    known ? undefined : stopReminders(ctx.tx, conversation.contactId),
  ]);
  const message = { ...unjudged, triage };
  const goesOn = again ? WITH_ANYTHING : goesOnWith(open);
  await noteSpoken(ctx, conversation, message, known ? WITH_NOTHING : goesOn);
  let unproved = false;
  if (arrival?.perhapsNoMore || arrival?.unsubscribed || wantsNoMore(triage)) {
    await noteDeclined(ctx.tx, conversation, { since: since(message, ctx.now), now: ctx.now });
    if (!arrival?.unsubscribed && !known && mayBeTheirs(message, arrival))
      unproved = !(await askToStop(ctx, conversation, message));
    if (!known && mayBeTheirs(message, arrival)) await askOfOthers(ctx, conversation, message, arrival?.gotIt);
  }
  if (triage?.accepted && triage.sublabel === 'autoreply')
    await noteNoAnswer(ctx.tx, conversation, { at: message.occurredAt, now: ctx.now });
  const fileNew = async () =>
    again
      ? (await fileAnew(ctx, conversation, message, { triage, open, stillSays: 'all' })).filed
      : file(ctx, conversation, message, triage, open);
  const filed = known ? open : await fileNew();
  const contact = whose ?? (await loadContact(ctx.tx, conversation.contactId))!;
  const words =
    formWords === undefined ? `${message.subject ?? ''}\n${said ?? message.text}` : `${formWords}\n\n${aside}`;
  const urgent = await messageUrgency(ctx.tx, contact.id, { tags: contact.tags, triage, words });
  if (urgent && filed.ticketId) await raisePriority(ctx.tx, filed.ticketId, PRIORITY_OF[urgent]);
  if (filed.ticketId && triage.sublabel === 'complaint') {
    await becomeComplaint(ctx.tx, filed.ticketId);
    await tendComplaints(ctx, filed.ticketId);
  }
  const noRobots = !known && mayBeTheirs(message, arrival) && (await heardRefusal(ctx, conversation, message));
  const at = message.occurredAt.toISOString();
  const shown = {
    messageId: message.id,
    at,
    ...(urgent && { urgent }),
    ...arrival,
    ...(unproved && { unproved: true as const }),
    ...(noRobots && { noRobots: true as const }),
  };
  const { absence } = owner;
  const mayAnswer = !noAutoAnswer && !known && !again && !triage.alsoNoMore && isOwnWord(message, arrival);
  await prepareAnswers(ctx, conversation, message, { contact, triage, absence, urgent, mayAnswer, arrival });
  await tellOfMessage(ctx, { conversation, contact, message, filed, shown, key, delaySeconds, late, ...owner });
  if (!absence || message.trust === 'suspicious' || noAutoAnswer) return;
  await answerWhileAway(ctx, conversation, message, { triage, absence });
}

/** They ask for no more, or seem to beside what else they say. */
const wantsNoMore = ({ accepted, sublabel, alsoNoMore }: Triage): boolean =>
  alsoNoMore === true || (accepted && sublabel === 'unsubscribe');

/** How urgent a ticket is of which a message may not wait. */
const PRIORITY_OF: Readonly<Record<Urgency, Priority>> = {
  harm: 'urgent',
  payment: 'urgent',
  deadline: 'urgent',
  complaint: 'high',
  vip: 'high',
};

/** Anybody can pass words on, or write somebody's name above theirs. */
const mayBeTheirs = ({ trust }: Message, { claimed, forwardedFrom }: NonNullable<Taking['arrival']> = {}): boolean =>
  trust !== 'suspicious' && claimed === undefined && forwardedFrom === undefined;

/** Its writer has sent it to us themselves, and nothing beside the words says what it is about. */
const isOwnWord = (message: Message, arrival: NonNullable<Taking['arrival']> = {}): boolean =>
  mayBeTheirs(message, arrival) &&
  !arrival.namedBy &&
  !arrival.visitor &&
  !arrival.unsubscribed &&
  !arrival.perhapsNoMore;

/** They get nothing unasked until the owner has decided what they meant. False: it may be anybody's word, and there are too many such. */
async function askToStop({ tx, now }: Context, { contactId, channel, address }: Conversation, message: Message) {
  const unproved = message.trust === 'unverified';
  const wrote = message.author ?? address;
  const asked = await askWhetherToStop(tx, { contactId, channel, address: wrote, unproved }, since(message, now));
  return asked || !unproved || isAskedOf(tx, contactId);
}

/** Whose mail it answers may have meant their own: they get nothing unasked either until the owner has decided. */
async function askOfOthers(
  { tx, now }: Context,
  { channel }: Conversation,
  message: Message,
  gotIt: readonly GotIt[] = [],
): Promise<void> {
  for (const { contactId, address } of gotIt)
    await askWhetherToStop(tx, { contactId, channel, address }, since(message, now));
}

/** An answer is noted when it is handled, which may be before the time it bears. */
const since = ({ occurredAt }: Message, now: Date): Date => (occurredAt < now ? occurredAt : now);

/** A user has said that a person wrote it: it is judged and filed like any other message. */
export async function takeForPersons(ctx: Context, conversation: Conversation, message: Message): Promise<void> {
  await unfile(ctx.tx, message);
  const key = `by person:${message.id}:${ctx.now.getTime()}`;
  await takeIn(ctx, conversation, message, { key, noAutoAnswer: true, byPerson: true });
}
