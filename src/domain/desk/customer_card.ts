import type { Locale } from '../../text/locale.ts';
import { own } from '../../text/own.ts';
import type { Texts } from '../../text/texts.ts';
import type { Context } from '../context.ts';
import { type Contact, loadContact } from '../people/contact.ts';
import type { Button, Field, Reply } from '../reply.ts';
import { answerWay } from '../talk/answer_way.ts';
import { type Conversation, loadConversation } from '../talk/conversation.ts';
import type { AutomaticLook } from '../talk/mail/automatic_mail.ts';
import type { Message } from '../talk/message.ts';
import { channelOf } from '../talk/own_account.ts';
import { strongest } from '../talk/urgent.ts';
import { goesTo } from '../talk/who_gets_it.ts';
import type { Triage, TriageLabel } from '../triage/triage.ts';
import { calendarFields } from './calendar_fields.ts';
import { addressField, history, seenOf } from './card_address.ts';
import { blockButton, filesOn, isCut, roomFor, type ShownMessage, wordsOn } from './card_words.ts';
import { type ChipsFor, chipsOf } from './chips/chips.ts';
import { type Found, foundIn, type Known } from './chips/found.ts';
import { readyOnCard } from './chips/ready.ts';
import { type Filed, titleOf } from './filing.ts';
import { laterOnCard } from './later_field.ts';
import { isSuspicious, mailFields, noAddressFields, wayButtons } from './mail_card.ts';
import { noMoreFields, othersStopButtons, stopButtons, wantsNoMore } from './noes/no_more.ts';
import { namedOrderFields } from './shop/parcel.ts';
import { answerButton, cannedButton, howToAnswer, isAnswerable, snoozeButtons } from './waiting_card.ts';

/** Guesses that are less sure than this do not help anybody. */
const WORTH_SAYING = 0.5;

const LABELS: TriageLabel[] = ['lead', 'ticket', 'feedback', 'other'];

export interface CardSubject {
  conversation: Conversation;
  /** Whose conversation it is; loaded if it is not given. */
  contact?: Contact | undefined;
  /** Oldest first; the last one says where an answer goes. */
  messages: readonly ShownMessage[];
  filed: Filed;
  /** What it looks like, if a machine may have written it. */
  looks?: AutomaticLook;
  /** How many there are, when not all are shown. */
  count?: number;
  /** They write faster than anybody can read. */
  flood?: boolean;
}

/** What the owner sees of a customer's messages: who, history in a line, what they were taken for and why, buttons. */
export async function customerCard(
  ctx: Context,
  t: Texts,
  locale: Locale,
  { conversation, contact: whose, messages, filed, looks, count = messages.length, flood = false }: CardSubject,
): Promise<Reply> {
  const contact = whose ?? (await loadContact(ctx.tx, conversation.contactId))!;
  const last = messages.at(-1)!;
  const judged = messages.findLast(({ triage }) => triage?.accepted) ?? last;
  const perhaps = last.shown.perhaps ? await loadConversation(ctx.tx, last.shown.perhaps) : undefined;
  const way = await answerWay(ctx.tx, conversation);
  const found = looks || flood || isSuspicious(messages) ? undefined : foundIn(ctx, messages, contact.name);
  const seen = await seenOf(ctx, contact.id, messages[0]!.id, found);
  const files = filesOn(messages, conversation.channel);
  const later = laterOnCard(ctx, t, locale, seen.later);
  const ready = await readyOnCard(ctx, t, locale, {
    contactId: contact.id,
    messages,
    orders: seen.known?.orders ?? [],
  });
  return {
    title: t.card.title(contact.name || conversation.address, cameBy(t, conversation, last), last.subject),
    quote: wordsOn(t, messages),
    ...(files.length > 0 && { attachments: files }),
    fields: [
      ...severalField(t, count, messages.length),
      ...addressField(t, contact, conversation, seen.namesake),
      ...urgentField(t, messages),
      ...(looks ? [{ label: t.automatic.looks, value: t.automatic.kind[looks] }] : []),
      ...mailFields(t, conversation, messages, way),
      ...noAddressFields(t, messages),
      ...(perhaps ? [await perhapsField(ctx, t, perhaps)] : []),
      ...forwardedField(t, messages),
      ...pointsAtFields(t, messages),
      ...answersInsideField(t, messages),
      ...noMoreFields(t, contact, conversation, messages),
      ...messages.flatMap(({ shown }) => calendarFields(ctx, t, locale, shown.calendar)),
      ...namedOrderFields(t, locale, seen.known?.orders ?? []),
      ...ready.fields,
      ...later.fields,
      ...(judged.triage ? [{ label: t.card.takenFor, value: takenFor(t, judged.triage) }] : []),
      ...ticketField(t, filed),
      history(ctx, t, locale, contact, seen),
    ],
    buttons: [
      ...othersStopButtons(t, messages),
      ...ready.buttons,
      ...later.buttons,
      ...(perhaps ? [[{ label: t.mail.join, command: `/join v${conversation.id} v${perhaps.id}` }]] : []),
      ...(looks ? [machineButtons(t, `m${last.id}`)] : []),
      ...wayButtons(t, conversation, last, way),
      ...chipButtons(ctx, t, locale, { contactId: contact.id, found, known: seen.known, judged }),
      refileButtons(t, judged),
      [answerButton(t, conversation), ...(seen.canned && isAnswerable(conversation) ? [cannedButton(t)] : [])],
      [
        ...workButtons(t, contact.id, filed),
        ...wholeButton(t, messages),
        ...([judged, last].some(wantsNoMore) ? stopButtons(t, contact.id) : []),
        snoozeButtons(t, `v${conversation.id}`)[1],
        ...(!flood && mayBeUnwelcome(seen.messages, judged.triage) ? [blockButton(t, contact.id)] : []),
      ],
      ...(count > 1 ? [gatheredButtons(t, contact.id, flood)] : []),
    ],
    ...(seen.early && howToAnswer(t, conversation)),
    ...goesTo(conversation, way),
  };
}

/** Buttons for the things the words mention; nothing that is not a sale is offered as a lead. */
function chipButtons(
  ctx: Context,
  t: Texts,
  locale: Locale,
  {
    contactId,
    found,
    known,
    judged,
  }: Pick<ChipsFor, 'contactId'> & {
    found: Found | undefined;
    known: Known | null;
    judged: ShownMessage;
  },
): Button[][] {
  if (!found || !known) return [];
  const { triage } = judged;
  const noLead = triage?.accepted === true && (triage.label === 'ticket' || triage.label === 'feedback');
  const chips = chipsOf(ctx, t, locale, { contactId, found, known, title: titleOf(judged), noLead });
  return chips.length > 0 ? [chips] : [];
}

/** What became of a ticket that had been resolved. */
function ticketField(t: Texts, { ticketNumber, reopened, follows }: Filed): Field[] {
  const { ticketCard } = t;
  if (ticketNumber && reopened) return [{ label: ticketCard.reopenedBy, value: ticketCard.reopenedNow(ticketNumber) }];
  if (ticketNumber && follows)
    return [{ label: t.triage.label.ticket, value: ticketCard.newAfter(ticketNumber, follows) }];
  return [];
}

export function severalField(t: Texts, count: number, shown: number): Field[] {
  return count > 1 ? [{ label: t.card.several, value: t.card.gathered(count, shown) }] : [];
}

function urgentField(t: Texts, messages: readonly ShownMessage[]): Field[] {
  const urgent = strongest(messages.map(({ shown }) => shown.urgent));
  return urgent ? [{ label: t.urgent.label, value: t.urgent[urgent] }] : [];
}

/** Says so if the customer passed on all of it; otherwise the words say it themselves. */
function forwardedField(t: Texts, messages: readonly ShownMessage[]): Field[] {
  const name = commonOf(messages, ({ shown }) => shown.forwardedFrom);
  return name ? [{ label: t.card.forwardedFrom, value: name }] : [];
}

/** "This one, please" says nothing without what it points at. */
function pointsAtFields(t: Texts, messages: readonly ShownMessage[]): Field[] {
  const told = [...new Set(messages.flatMap(({ shown }) => shown.pointsAt ?? []))];
  return told.map((words) => ({ label: t.card.pointsAt, value: t.card.pointedAt(words) }));
}

function answersInsideField(t: Texts, messages: readonly ShownMessage[]): Field[] {
  const all = messages.some(({ shown }) => shown.answersInside);
  return all ? [{ label: t.mail.answersInside, value: t.mail.shownWhole }] : [];
}

/** What all of them have in common; undefined if they differ. */
function commonOf<One, Value>(all: readonly One[], of: (one: One) => Value): Value | undefined {
  const [first, ...others] = new Set(all.map(of));
  return others.length === 0 ? first : undefined;
}

/** What was taken for a machine's is put right by a tap. `what` is a message's number, or a listed mail's with a before it. */
export const machineButtons = (t: Texts, what: string): Button[] => [
  { label: t.automatic.byPerson, command: `/person ${what}` },
  { label: t.automatic.always, command: `/machine ${what}` },
];

/** All of them are in the timeline; who floods the desk can be shut out. */
export function gatheredButtons(t: Texts, contactId: string, flood: boolean): Button[] {
  return [
    { label: t.button.timeline, command: `/timeline c${contactId}` },
    ...(flood ? [blockButton(t, contactId)] : []),
  ];
}

/** Beside our notes of somebody stands what they said by a website that gave no address of theirs. */
const cameBy = (t: Texts, conversation: Conversation, { shown }: ShownMessage): string =>
  shown.visitor?.from ?? t.channel(channelOf(conversation));

async function perhapsField(ctx: Context, t: Texts, perhaps: Conversation): Promise<Field> {
  const contact = await loadContact(ctx.tx, perhaps.contactId);
  const value = [contact?.name || perhaps.address, perhaps.subject].filter(Boolean).join(' · ');
  return { label: t.mail.perhaps, value };
}

export function takenFor(t: Texts, triage: Triage): string {
  const label = t.triage.label[triage.label];
  const guess = triage.confidence >= WORTH_SAYING ? t.triage.perhaps(label) : t.triage.unsorted;
  const name = triage.accepted ? [label, own(t.triage.sublabel, triage.sublabel)].filter(Boolean).join(' · ') : guess;
  const reasons = triage.reasons.slice(0, 1).map((reason) => own(t.triage.signal, reason) ?? t.triage.phrase(reason));
  return reasons.length > 0 ? t.triage.because(name, reasons) : name;
}

/** Somebody who is new, or wants to sell something. */
function mayBeUnwelcome(messages: number, triage: Triage | null): boolean {
  return messages < 2 || triage?.sublabel === 'spam';
}

/** One tap corrects what it was taken for: a button for every other label. */
export function refileButtons(t: Texts, message: Pick<Message, 'id' | 'triage'>): Button[] {
  const current = message.triage?.accepted ? message.triage.label : undefined;
  return LABELS.filter((label) => label !== current).map((label) => ({
    label: current ? t.triage.refile(t.triage.label[label]) : t.triage.label[label],
    command: `/file ${message.id} ${label}`,
  }));
}

/** The first message that had to be cut. */
function wholeButton(t: Texts, messages: readonly ShownMessage[]): Button[] {
  const room = roomFor(messages);
  const more = messages.find((message) => message.hasQuoted || isCut(message, room));
  return more ? [{ label: t.button.whole, command: `/message ${more.id}` }] : [];
}

/** Who it is, and what is done with what it belongs to. */
export function workButtons(t: Texts, contactId: string, filed: Filed): Button[] {
  const buttons: Button[] = [{ label: t.button.contact, command: `/contact c${contactId}` }];
  if (filed.ticketNumber) buttons.push({ label: t.button.resolve, command: `/resolve ${filed.ticketNumber}` });
  if (filed.leadId) {
    buttons.push({ label: t.button.won, command: `/won ${filed.leadId}` });
    buttons.push({ label: t.button.lost, command: `/lost ${filed.leadId}` });
  }
  return buttons;
}
