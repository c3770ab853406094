import { detectLanguage } from '../../../text/language.ts';
import { locales } from '../../../text/locale.ts';
import { callsForPerson } from '../../../text/question/doubt.ts';
import { matchOf } from '../../../text/question/match.ts';
import { asksWhereOrder, isGeneral } from '../../../text/question/where_order.ts';
import type { Shown, Urgency } from '../../card.ts';
import { type Context, localeOf } from '../../context.ts';
import type { Absence } from '../../owner/away.ts';
import type { Contact } from '../../people/contact.ts';
import type { Triage } from '../../triage/triage.ts';
import { writerOf } from '../automatic_answer.ts';
import type { Conversation } from '../conversation.ts';
import type { Message } from '../message.ts';
import { wantsAnswer } from '../waiting.ts';
import { closedWords, opensNext } from './closed.ts';
import { asksForMore, type Faq, listFaqs } from './faq.ts';
import { orderAnswer } from './order_words.ts';
import { stopForPerson, whyNotByItself } from './person.ts';
import { keepAnew, keepReady, type Ready, type ReadyDraft, waitingTo } from './rows.ts';

/** So long a user has for an answer of their own, and to take one over. */
const HOLD_MINUTES = { hours: 5, faq: 2, order: 2 } as const;
/** What was written longer ago is answered by a person. */
const FRESH_MS = 30 * 60_000;
const MINUTE_MS = 60_000;

export interface Preparing {
  contact: Contact;
  triage: Triage;
  absence: Absence | undefined;
  urgent: Urgency | undefined;
  /** Only what its own writer wrote to us, as a person, is answered by itself. */
  mayAnswer: boolean;
  arrival?: Partial<Shown> | undefined;
}

/**
 * Lays answers ready for a customer's message, which its card proposes; of those that its owner has switched on at most one leaves by
 * itself, later, if by then nothing speaks against it (`leave.ts`). Asks nothing of the database where nothing may be ready.
 */
export async function prepareAnswers(
  ctx: Context,
  conversation: Conversation,
  message: Message,
  preparing: Preparing,
): Promise<void> {
  for (const draft of await draftsFor(ctx, conversation, message, preparing)) await keepReady(ctx.tx, draft, ctx.now);
}

/**
 * Somebody has changed what they wrote: what waits to answer it is looked at again, and goes on waiting, from now, only where it still answers.
 * An edit makes nothing leave that did not wait before. Gives what had waited.
 */
export async function prepareAnew(
  ctx: Context,
  conversation: Conversation,
  message: Message,
  preparing: Omit<Preparing, 'mayAnswer' | 'arrival'>,
): Promise<Pick<Ready, 'id' | 'messageId'>[]> {
  const { autoreply = {} } = ctx.settings;
  if (!autoreply.hours && !autoreply.faq && !autoreply.orders && !asksWhereOrder(message.text)) return [];
  const waited = await waitingTo(ctx.tx, message.id);
  const drafts = await draftsFor(ctx, conversation, message, { ...preparing, mayAnswer: waited !== undefined });
  const anew = drafts.flatMap((draft): ReadyDraft[] => {
    if (draft.kind === waited?.kind) return [draft];
    return draft.kind === 'hours' ? [] : [{ ...draft, dueAt: null }];
  });
  await keepAnew(ctx.tx, message.id, anew, ctx.now);
  return waited ? [waited] : [];
}

async function draftsFor(
  ctx: Context,
  conversation: Conversation,
  message: Message,
  preparing: Preparing,
): Promise<ReadyDraft[]> {
  const { triage, urgent, mayAnswer, absence } = preparing;
  const { autoreply = {} } = ctx.settings;
  if (autoreply.hours || autoreply.faq || autoreply.orders) await stopForPerson(ctx, conversation.contactId);
  if (message.trust === 'suspicious' || message.direction !== 'in' || !isWord(triage)) return [];
  const asksOrder = asksWhereOrder(message.text);
  const opensAt = autoreply.hours && mayAnswer && !absence && wantsAnswer(triage) ? opensNext(ctx) : undefined;
  if (!asksOrder && !autoreply.faq && !opensAt) return [];
  const fresh = ctx.now.getTime() - message.occurredAt.getTime() < FRESH_MS;
  const mayLeave = mayAnswer && !absence && fresh && !urgent && isCalm(triage) && message.attachments.length === 0;
  const drafts = [
    ...(autoreply.faq ? await faqDraft(ctx, message, preparing, mayLeave) : []),
    ...(asksOrder ? await orderDraft(ctx, conversation, message, mayLeave) : []),
    ...(opensAt && fresh ? [closedDraft(ctx, preparing, opensAt)] : []),
  ];
  // the first that may leave by itself is the only one
  const may = drafts.find(({ minutes }) => minutes !== undefined);
  const first = may && !(await whyNotByItself(ctx, preparing.contact.id, may.kind)) ? may : undefined;
  return drafts
    .filter((draft) => draft.kind !== 'hours' || draft === first)
    .map((draft) => {
      const { minutes = 0, ...kept } = draft;
      const dueAt = draft === first ? new Date(ctx.now.getTime() + minutes * MINUTE_MS) : null;
      return { ...kept, messageId: message.id, conversationId: conversation.id, dueAt };
    });
}

type Draft = Omit<ReadyDraft, 'messageId' | 'conversationId' | 'dueAt'> & {
  /** It may leave by itself after so many; undefined: it is proposed. */
  minutes?: number;
};

/** Somebody said something that may be answered. */
const isWord = (triage: Triage): boolean =>
  !['autoreply', 'unsubscribe', 'spam', 'otp', 'rating', 'withdrawn'].includes(triage.sublabel);

/** Nothing in it complains. */
const isCalm = ({ label, sublabel }: Triage): boolean =>
  label !== 'feedback' && !['complaint', 'refund', 'criticism', 'low'].includes(sublabel);

async function faqDraft(
  ctx: Context,
  { text }: Message,
  { contact, arrival }: Preparing,
  mayLeave: boolean,
): Promise<Draft[]> {
  const matched = matchOf(text, await listFaqs(ctx.tx));
  if (!matched) return [];
  const { one, sure } = matched;
  const spoken = detectLanguage(text) ?? localeOf(ctx, contact);
  const locale = one.texts[spoken] === undefined ? locales.find((other) => one.texts[other] !== undefined) : spoken;
  if (!locale) return [];
  const words = one.texts[locale]!;
  const itself = mayLeave && sure && isReady(one, words) && locale === spoken && !arrival?.campaign;
  return [{ kind: 'faq', name: one.name, text: words, locale, ...(itself && { minutes: HOLD_MINUTES.faq }) }];
}

/** It may leave as it stands. */
const isReady = ({ byItself }: Faq, words: string): boolean => byItself && !asksForMore(words);

async function orderDraft(
  ctx: Context,
  conversation: Conversation,
  message: Message,
  mayLeave: boolean,
): Promise<Draft[]> {
  const writer = await writerOf(ctx, conversation, message.author);
  if (!writer) return [];
  const locale = detectLanguage(message.text) ?? localeOf(ctx, writer.contact);
  const answer = await orderAnswer(ctx, writer.contact.id, message.text, locale);
  if (!answer) return [];
  const itself =
    ctx.settings.autoreply?.orders &&
    mayLeave &&
    answer.clear &&
    !callsForPerson(message.text) &&
    !isGeneral(message.text);
  return [{ kind: 'order', text: answer.text, locale, ...(itself && { minutes: HOLD_MINUTES.order }) }];
}

function closedDraft(ctx: Context, { contact }: Preparing, opensAt: Date): Draft {
  const locale = localeOf(ctx, contact);
  return { kind: 'hours', text: closedWords(ctx, locale, { opensAt }), locale, opensAt, minutes: HOLD_MINUTES.hours };
}
