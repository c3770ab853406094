import { FileRefused } from '../../../../files/fault.ts';
import { formatMoney } from '../../../../text/money/money.ts';
import { texts } from '../../../../text/texts.ts';
import type { Attachment } from '../../../attachment.ts';
import { type Button, type Field, failed, type Reply } from '../../../reply.ts';
import { quoteWords } from '../../../sell/quote/document.ts';
import { quotePath } from '../../../sell/quote/link.ts';
import { quoteCalled, shownNumber } from '../../../sell/quote/number.ts';
import { loadQuote, type Quote, type QuoteContent, standingOf, todayOf } from '../../../sell/quote/quote.ts';
import { offerAnswer } from '../../../talk/answer_way.ts';
import { loadConversation } from '../../../talk/conversation.ts';
import type { CommandContext } from '../../command.ts';
import { shown } from '../../words/moment.ts';
import { isRef, splitFirst } from '../../words/words.ts';
import { quoteActIn } from './act.ts';
import { draftReply } from './shown.ts';

/** Q-2026-001 in front of the words. */
const NUMBER = /^\p{L}[\p{L}\p{N}_-]{1,40}$/u;

/** The issued quote that the words begin with; undefined: they begin with none. */
export async function issuedQuote(
  ctx: CommandContext,
  words: string,
): Promise<{ quote: Quote; rest: string } | undefined> {
  const [first, rest] = splitFirst(words);
  if (!NUMBER.test(first) || !/\d/.test(first) || isRef(first)) return undefined;
  const id = await quoteCalled(ctx.tx, first);
  const quote = id && (await loadQuote(ctx.tx, id));
  return quote ? { quote, rest } : undefined;
}

export async function actOnIssued(ctx: CommandContext, quote: Quote, rest: string): Promise<Reply> {
  if (rest === '') return issuedReply(ctx, quote);
  const act = quoteActIn(rest);
  if (act?.is === 'pdf') return pdfOfIssued(ctx, quote);
  if (act?.is === 'revoke') return revoke(ctx, quote);
  if (act?.is === 'nudge') return nudge(ctx, quote);
  if (act?.is === 'link') return linkReply(ctx, quote);
  if (act?.is === 'given') return issuedReply(ctx, quote);
  if (act?.is === 'send') return draftReply(ctx, quote.leadId);
  return failed(ctx.t.quoteCard.unread(rest), { buttons: [[changeButton(ctx, quote)]] });
}

/** How it stands, all that is written on it, and what can be done with it. */
export async function issuedReply(ctx: CommandContext, quote: Quote, hint?: string): Promise<Reply> {
  const { t, locale } = ctx;
  const number = shownNumber(quote);
  const standing = standingOf(quote, todayOf(ctx.now, ctx.settings.timezone));
  const { rows, sums, sections } = quoteWords({ ...quote.content, locale }, number);
  const url = urlOf(ctx, quote);
  return {
    title: t.quoteCard.title(number, quote.contactName, t.quoteCard.standing[standing]),
    lists: [
      {
        items: rows.map(({ item, quantity, price, sum }) => ({
          text: item,
          detail: t.quote.line(quantity, price, sum),
        })),
      },
    ],
    fields: [
      ...sums.map(({ label, value }) => ({ label, value })),
      ...(quote.validUntil ? [{ label: t.quoteDoc.validUntil, value: quote.validUntil }] : []),
      ...sections.map(({ title, text }) => ({ label: title, value: text })),
      ...whatHappened(ctx, quote),
      ...(url ? [{ label: t.quoteCard.link, value: url }] : []),
    ],
    thing: { noun: 'lead', id: quote.leadId },
    person: { contactId: quote.contactId, sure: false },
    buttons: buttonsFor(ctx, quote, number),
    ...(hint && { hint }),
  };
}

/** A link that people can open from where they are. */
export const canLink = ({ publicUrl }: Pick<CommandContext, 'publicUrl'>): boolean => publicUrl.startsWith('https://');

/** The address of its page, while that shows it; '': there is none. */
const urlOf = (ctx: CommandContext, { id, state, nonce }: Quote): string =>
  state === 'sent' && nonce !== null && canLink(ctx) ? `${ctx.publicUrl}${quotePath(ctx.linkKey, { id, nonce })}` : '';

/** Words with its link, which its owner passes on by another way. */
export async function linkReply(ctx: CommandContext, quote: Quote): Promise<Reply> {
  const url = urlOf(ctx, quote);
  if (url === '') {
    const why = quote.state === 'sent' ? ctx.t.quoteCard.noLink : undefined;
    return { ...(await issuedReply(ctx, quote, why)), failed: true, unchanged: true };
  }
  const { content, totalMinor, currency, validUntil } = quote;
  const total = formatMoney(totalMinor, currency, content.locale);
  const { quoteMail } = texts(content.locale);
  const copy = quoteMail.words(content.to, shownNumber(quote), total, validUntil ?? '', url, content.head.name);
  return { text: ctx.t.quoteCard.copyThis(quote.contactName), copy, thing: { noun: 'lead', id: quote.leadId } };
}

/** The PDF as a file of a message. */
export async function attached(
  ctx: Pick<CommandContext, 'keepFile'>,
  { locale }: Pick<QuoteContent, 'locale'>,
  number: string,
  bytes: Uint8Array,
): Promise<Attachment> {
  const ref = await ctx.keepFile(bytes);
  const name = texts(locale).quoteDoc.fileName(number);
  return { kind: 'document', name, type: 'application/pdf', bytes: bytes.length, ref };
}

function whatHappened(ctx: CommandContext, { issuedAt, openedAt, decidedAt, decided, byHand }: Quote): Field[] {
  const { quoteCard: t } = ctx.t;
  return [
    { label: t.issuedAt, value: byHand ? t.byYou(shown(ctx, issuedAt)) : shown(ctx, issuedAt) },
    { label: t.openedAt, value: openedAt ? shown(ctx, openedAt) : t.notOpened },
    ...(decidedAt ? [{ label: t.decidedAt, value: shown(ctx, decidedAt) }] : []),
    ...(decided?.name ? [{ label: t.signedBy, value: t.signed(decided.name, decided.address) }] : []),
    ...(decided?.reason ? [{ label: t.reason, value: decided.reason }] : []),
  ];
}

const changeButton = ({ t }: CommandContext, { leadId }: Quote): Button => ({
  label: t.quoteCard.change,
  command: `/quote ${leadId}`,
});

function buttonsFor(ctx: CommandContext, quote: Quote, number: string): Button[][] {
  const { t } = ctx;
  const isOpen = quote.state === 'sent';
  return [
    [{ label: t.quoteCard.pdf, command: `/quote ${number} pdf` }, changeButton(ctx, quote)],
    ...(isOpen
      ? [
          [
            ...(canLink(ctx) ? [{ label: t.quoteCard.linkToCopy, command: `/quote ${number} link` }] : []),
            ...(quote.leadClosed ? [] : [{ label: t.quoteCard.nudge, command: `/quote ${number} nudge` }]),
            { label: t.quoteCard.revoke, command: `/quote ${number} revoke` },
          ],
        ]
      : []),
    ...(quote.state === 'accepted'
      ? [
          [
            { label: t.contractCard.button.make, command: `/contract ${number}` },
            ...(quote.orderId ? [{ label: t.invoice.button.make, command: `/invoice ${number}` }] : []),
          ],
        ]
      : []),
    ...(quote.orderId ? [[{ label: t.quoteCard.order, command: `/order o${quote.orderId}` }]] : []),
  ];
}

export async function pdfOfIssued(ctx: CommandContext, quote: Quote): Promise<Reply> {
  const number = shownNumber(quote);
  const text = ctx.t.quoteCard.pdfOf(number);
  try {
    const bytes = quote.pdf ? await ctx.readFile(quote.pdf) : undefined;
    if (!bytes) return failed(ctx.t.quoteCard.noPdf(number));
    const name = texts(quote.content.locale).quoteDoc.fileName(number);
    const file = { kind: 'document' as const, name, type: 'application/pdf', bytes: bytes.length, ref: quote.pdf! };
    return { text, attachments: [file] };
  } catch (error) {
    if (error instanceof FileRefused) return failed(ctx.t.quoteCard.noPdf(number));
    throw error;
  }
}

/** Its link shows that it was withdrawn, and nothing of it. */
async function revoke(ctx: CommandContext, quote: Quote): Promise<Reply> {
  const rows = await ctx.tx`update quotes set state = 'revoked' where id = ${quote.id} and state = 'sent' returning id`;
  const after = (await loadQuote(ctx.tx, quote.id))!;
  if (rows.length > 0) return issuedReply(ctx, after, ctx.t.quoteCard.revoked);
  const why = ctx.t.quoteCard.notWithdrawn(shownNumber(after), ctx.t.quoteCard.standing[after.state]);
  return { ...(await issuedReply(ctx, after)), text: why, failed: true, unchanged: true };
}

/** Words that remind its customer, which leave by a tap; or that its owner passes on, where nobody can be written to. */
async function nudge(ctx: CommandContext, quote: Quote): Promise<Reply> {
  const { t } = ctx;
  const { conversationId, content, contactName, validUntil } = quote;
  if (quote.state !== 'sent') {
    const why = t.quoteCard.nothingToRemind(shownNumber(quote), t.quoteCard.standing[quote.state]);
    return { ...(await issuedReply(ctx, quote)), text: why, failed: true };
  }
  const conversation = conversationId ? await loadConversation(ctx.tx, conversationId) : undefined;
  const isOver = standingOf(quote, todayOf(ctx.now, ctx.settings.timezone)) === 'expired';
  const { nudge: still, nudgeOver } = texts(content.locale).quoteMail;
  const words = (isOver ? nudgeOver : still)(contactName, shownNumber(quote), validUntil ?? '', urlOf(ctx, quote));
  const hint = quote.leadClosed ? { hint: t.quoteCard.leadIsClosed } : {};
  if (!conversation) return { text: t.quoteCard.copyThis(contactName), copy: words, ...hint };
  const { button, fields } = await offerAnswer(ctx.tx, t, conversation, {
    name: contactName,
    label: t.quoteCard.sendNudge,
    words,
  });
  return {
    text: t.quoteCard.nudgeDraft(contactName),
    quote: words,
    fields,
    buttons: [[button]],
    about: conversation.id,
    ...hint,
  };
}
