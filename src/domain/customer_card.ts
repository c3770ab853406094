import { formatAge } from '../text/duration.ts';
import type { Locale } from '../text/locale.ts';
import type { Messages } from '../text/messages.ts';
import { formatMoney } from '../text/money.ts';
import { truncate } from '../text/truncate.ts';
import { type AnswerWay, answerWay } from './answer_way.ts';
import { carried, isInMailbox, size } from './attachment.ts';
import type { AutomaticKind } from './automatic_mail.ts';
import { type Contact, loadContact } from './contact.ts';
import type { Context } from './context.ts';
import type { Conversation } from './conversation.ts';
import type { Filed } from './filing.ts';
import type { Gathered } from './gather.ts';
import type { Message } from './message.ts';
import { boughtBy } from './order_money.ts';
import { channelOf } from './own_account.ts';
import type { Button, Field, Reply } from './reply.ts';
import type { Triage, TriageLabel } from './triage/triage.ts';
import type { Urgency } from './urgent.ts';
import { replyButton, snoozeButtons } from './waiting_card.ts';

/** A card stays one message on every platform; the whole text is a tap away. */
const QUOTE_GRAPHEMES = 1200;

/** A guess below this is no help. */
const WORTH_SAYING = 0.5;

const LABELS: TriageLabel[] = ['lead', 'ticket', 'feedback', 'other'];

export interface CardSubject {
  conversation: Conversation;
  message: Message & { triage: Triage };
  filed: Filed;
  /** Why it is told at any hour. */
  urgent?: Urgency | undefined;
  /** Whose words the customer passed on. */
  forwardedFrom?: string | undefined;
  /** The sender's address, as only the owner's forward names it. */
  claimed?: string | undefined;
  /** The thread it may belong to. */
  perhaps?: Conversation | undefined;
  /** What it looks like, if a machine may have written it. */
  looks?: AutomaticKind | undefined;
  /** What else of them is shown on this card. */
  gathered?: Gathered | undefined;
}

/** What the owner sees of a customer's message: who, history in a line, what it was taken for and why, buttons. */
export async function customerCard(
  ctx: Context,
  t: Messages,
  locale: Locale,
  { conversation, message, filed, urgent, forwardedFrom, claimed, perhaps, looks, gathered }: CardSubject,
): Promise<Reply> {
  const contact = (await loadContact(ctx.tx, conversation.contactId))!;
  const way = await answerWay(ctx.tx, conversation);
  const seen = await seenOf(ctx, contact.id);
  const files = message.attachments
    .filter((file) => !isInMailbox(file))
    .map((file) => carried(file, conversation.channel));
  return {
    title: t.card.title(contact.name || conversation.address, t.channel(channelOf(conversation)), message.subject),
    quote: gathered ? wordsTogether(gathered) : truncate(message.text, QUOTE_GRAPHEMES),
    ...(files.length > 0 && { attachments: files }),
    fields: [
      ...(gathered ? [{ label: t.card.several, value: t.card.gathered(gathered.count, gathered.words.length) }] : []),
      ...(urgent ? [{ label: t.urgent.label, value: t.urgent[urgent] }] : []),
      ...(looks ? [{ label: t.automatic.looks, value: t.automatic.kind[looks] }] : []),
      ...mailFields(t, conversation, message, { way, claimed }),
      ...(perhaps ? [await perhapsField(ctx, t, perhaps)] : []),
      ...(forwardedFrom ? [{ label: t.card.forwardedFrom, value: forwardedFrom }] : []),
      { label: t.card.takenFor, value: takenFor(t, message.triage) },
      ...(await history(ctx, t, locale, contact, seen)),
    ],
    buttons: [
      ...(perhaps ? [[{ label: t.mail.join, command: `/join v${conversation.id} v${perhaps.id}` }]] : []),
      ...(looks ? [machineButtons(t, message.id)] : []),
      ...wayButtons(t, conversation, message, way),
      refileButtons(t, message),
      [
        replyButton(t, contact.id),
        ...workButtons(t, contact.id, filed),
        ...wholeButton(t, message),
        snoozeButtons(t, `v${conversation.id}`)[1],
        ...(!gathered?.flood && mayBeUnwelcome(seen.messages, message.triage) ? [blockButton(t, contact.id)] : []),
      ],
      ...(gathered ? [gatheredButtons(t, contact.id, gathered)] : []),
    ],
    hint: t.card.answerHint,
  };
}

/** What was taken for a machine's is put right by a tap. `what` is a message's number, or a listed mail's with a before it. */
export const machineButtons = (t: Messages, what: string): Button[] => [
  { label: t.automatic.byPerson, command: `/person ${what}` },
  { label: t.automatic.always, command: `/machine ${what}` },
];

/** Where the answer goes is the user's to say, beyond what is done unasked. */
function wayButtons(t: Messages, conversation: Conversation, { replyTo, copied }: Message, way: AnswerWay): Button[][] {
  const { id, address, withoutCopies } = conversation;
  const to = (one: string) => ({ label: t.mail.answerTo(one), command: `/answersto v${id} ${one}` });
  const buttons = [
    ...(replyTo && replyTo !== way.address ? [to(replyTo)] : []),
    ...(way.address !== address ? [to(address)] : []),
    ...(way.copies.length > 0 ? [{ label: t.mail.onlyTo(way.address), command: `/copies v${id} off` }] : []),
    ...(withoutCopies && copied.length > 0 ? [{ label: t.mail.toAll, command: `/copies v${id} on` }] : []),
  ];
  return buttons.length > 0 ? [buttons] : [];
}

/** The last of them, each by its beginning. */
function wordsTogether({ words }: Gathered): string {
  return words.map((text) => truncate(text, Math.floor(QUOTE_GRAPHEMES / words.length))).join('\n');
}

/** All of them are in the timeline; who floods the desk can be shut out. */
function gatheredButtons(t: Messages, contactId: string, { flood }: Gathered): Button[] {
  return [
    { label: t.button.timeline, command: `/timeline c${contactId}` },
    ...(flood ? [blockButton(t, contactId)] : []),
  ];
}

/** What of a mail's sender must be known before it is answered. */
function mailFields(
  t: Messages,
  conversation: Conversation,
  message: Message,
  { way, claimed }: { way: AnswerWay; claimed?: string | undefined },
): Field[] {
  const { trust, author, authorName, attachments, replyTo, copied } = message;
  const { address, copies } = way;
  const tooLarge = attachments.find(isInMailbox);
  return [
    ...(tooLarge ? [{ label: t.mail.tooLarge, value: t.mail.stillInMailbox(size(tooLarge.bytes ?? 0)) }] : []),
    ...(trust === 'suspicious' ? [{ label: t.mail.careful, value: t.mail.suspicious }] : []),
    ...(claimed ? [{ label: t.mail.forwarded, value: t.mail.claimedAddress(claimed) }] : []),
    ...(authorName ? [{ label: t.mail.writesAs, value: authorName }] : []),
    ...(author ? [{ label: t.mail.writtenBy, value: t.mail.answersGoTo(author, address) }] : []),
    ...(replyTo && replyTo !== address ? [{ label: t.mail.replyTo, value: t.mail.answersGoTo(replyTo, address) }] : []),
    ...(address !== conversation.address ? [{ label: t.mail.answersGo, value: address }] : []),
    ...(copied.length > 0 || copies.length > 0
      ? [{ label: t.mail.copied, value: t.mail.copiesGo(copied.length > 0 ? copied : copies, copies) }]
      : []),
  ];
}

async function perhapsField(ctx: Context, t: Messages, perhaps: Conversation): Promise<Field> {
  const contact = await loadContact(ctx.tx, perhaps.contactId);
  const value = [contact?.name || perhaps.address, perhaps.subject].filter(Boolean).join(' · ');
  return { label: t.mail.perhaps, value };
}

export function takenFor(t: Messages, triage: Triage): string {
  const guess = triage.confidence >= WORTH_SAYING ? t.triage.perhaps(triage.label) : t.triage.unsorted;
  const name = triage.accepted ? t.triage.label(triage.label, triage.sublabel) : guess;
  return triage.reasons.length > 0 ? t.triage.because(name, triage.reasons.slice(0, 1)) : name;
}

interface Seen {
  /** Theirs. */
  messages: number;
  since: Date | null;
}

async function seenOf(ctx: Context, contactId: string): Promise<Seen> {
  const [seen] = await ctx.tx<Seen>`
    select count(*)::int as messages, min(m.occurred_at) as since
    from messages m join conversations v on v.id = m.conversation_id
    where v.contact_id = ${contactId} and m.direction = 'in'`;
  return seen!;
}

async function history(ctx: Context, t: Messages, locale: Locale, { id, tags }: Contact, seen: Seen): Promise<Field[]> {
  const bought = await boughtBy(ctx.tx, id);
  const parts = [
    ...tags.map((tag) => `#${tag}`),
    ...bought.map((line) => t.card.bought(line.orders, formatMoney(line.totalMinor, line.currency, locale))),
    seen.since && seen.messages > 1
      ? t.card.known(seen.messages, formatAge(ctx.now.getTime() - seen.since.getTime(), locale))
      : t.card.firstMessage,
  ];
  return [{ label: t.card.customer, value: parts.join(' · ') }];
}

/** New here, or wants to sell something. */
function mayBeUnwelcome(messages: number, { sublabel }: Triage): boolean {
  return messages < 2 || sublabel === 'spam';
}

const blockButton = (t: Messages, contactId: string): Button => ({
  label: t.button.block,
  command: `/block c${contactId}`,
});

/** One tap files it right: every label it is not. */
function refileButtons(t: Messages, message: CardSubject['message']): Button[] {
  const current = message.triage.accepted ? message.triage.label : undefined;
  return LABELS.filter((label) => label !== current).map((label) => ({
    label: t.triage.button(label),
    command: `/file ${message.id} ${label}`,
  }));
}

function wholeButton(t: Messages, message: Message): Button[] {
  const cut = message.text.length > QUOTE_GRAPHEMES && truncate(message.text, QUOTE_GRAPHEMES) !== message.text;
  return cut || message.hasQuoted ? [{ label: t.button.whole, command: `/message ${message.id}` }] : [];
}

function workButtons(t: Messages, contactId: string, filed: Filed): Button[] {
  const buttons: Button[] = [{ label: t.button.contact, command: `/contact c${contactId}` }];
  if (filed.ticketId) buttons.push({ label: t.button.resolve, command: `/resolve ${filed.ticketId}` });
  if (filed.leadId) {
    buttons.push({ label: t.button.won, command: `/won ${filed.leadId}` });
    buttons.push({ label: t.button.lost, command: `/lost ${filed.leadId}` });
  }
  return buttons;
}
