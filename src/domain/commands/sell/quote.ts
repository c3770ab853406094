import { formatMoney, parseMoney } from '../../../text/money/money.ts';
import { piecesOf } from '../../../text/money/quote_pieces.ts';
import { type LineOff, offOfLine, type QuoteTerms, quoteTermsBehind } from '../../../text/money/quote_terms.ts';
import { type QuotedLine, quotedLine, quotedLines } from '../../../text/money/quoted_lines.ts';
import { readAmount } from '../../../text/money/read_amount.ts';
import { narrow } from '../../../text/normalise.ts';
import type { Contact } from '../../people/contact.ts';
import { failed, type Reply } from '../../reply.ts';
import { insertLead, type Lead, loadLead, openLeadsOf } from '../../sell/lead.ts';
import { followTotal } from '../../sell/quote/draft.ts';
import {
  addQuoteLine,
  type LineRefused,
  lineMinor,
  MOST_LINES,
  quoteLines,
  removeQuoteLine,
} from '../../sell/quote/lines.ts';
import { type Command, type CommandContext, type FormSpec, Incomplete } from '../command.ts';
import { pickContact } from '../who/pick.ts';
import { conversationWith } from '../who/pick_conversation.ts';
import { momentOf } from '../words/moment.ts';
import { readValues, writeValues } from '../words/values.ts';
import { splitFirst } from '../words/words.ts';
import { amountBefore, describe, pickLead } from './lead.ts';
import { quoteActIn } from './quote/act.ts';
import { actOnIssued, issuedQuote } from './quote/issued.ts';
import { withListPrices } from './quote/list_price.ts';
import { actOnDraft } from './quote/send.ts';
import { draftReply } from './quote/shown.ts';
import { askOfTerms, keepTerms, readOff, setOff, setTermsOf, termsLine } from './quote/terms.ts';

const KEYS = ['item', 'quantity', 'price'] as const;

/** What the words after the lead ask for. */
type Wish =
  | { act: 'show' }
  | { act: 'terms' }
  | { act: 'remove'; id: string }
  | ({ act: 'off' } & LineOff)
  | { act: 'add'; typed: QuotedLine }
  | Incomplete;

/** Where our own buttons write what they add. */
interface Where {
  /** '12', or whose it is: 'c5'. */
  ref: string;
  currency: string;
  /** Lines of their own that set what stands beside the lines. */
  behind: string[];
}

/** 800x3, without anything that says which of them is the price. */
const EITHER_WAY = /^(?:[\s\S]*\s)?(\d+)\s{0,3}[x×*＊]\s{0,3}(\d+)$/iu;
const REMOVE = /^[-－](\d{1,18})$/;
const QUANTITY = /^0*(\d{1,9})(?:\.(\d{1,3}))?$/;

const form: FormSpec = {
  title: 'quote',
  need: 'price',
  fields: [
    { key: 'item', required: true },
    { key: 'quantity', required: true, initial: '1' },
    { key: 'price', required: true },
  ],
};

/**
 * '/quote 12 Logo design 2x300' adds a line, '/quote 12 -10% valid until Friday' says what stands beside them, '/quote 12' shows them,
 * '/quote 12 -7' (a button) takes line 7 away, '/quote 12 send' shows what would leave. '/quote Q-2026-001' shows one that was issued.
 */
export const quote: Command<{ words: string }> = {
  name: 'quote',
  role: 'helper',
  changes: true,
  form,
  onlyShows: ({ words }) => onlyShows(words),
  parse: (words, { replying }) => (words || replying ? { words } : new Incomplete('lead')),
  async run(ctx, { words }) {
    const issued = await issuedQuote(ctx, words);
    if (issued) return actOnIssued(ctx, issued.quote, issued.rest);
    const picked = await pickLeadOrBuyer(ctx, words);
    if ('ask' in picked) return picked.ask;
    const ref = picked.lead?.id ?? `c${picked.contact.id}`;
    const act = picked.lead && quoteActIn(picked.rest);
    if (act) return actOnDraft(ctx, picked.lead!, act);
    const { rest, terms } =
      picked.rest.startsWith('-') && REMOVE.test(picked.rest)
        ? { rest: picked.rest, terms: {} }
        : quoteTermsBehind(picked.rest, momentOf(ctx));
    const unclear = askOfTerms(ctx, ref, rest, terms);
    if (unclear) return unclear;
    const currency = picked.lead?.currency ?? ctx.settings.currency;
    const said = await withListPrices(ctx, { ref, currency }, rest);
    if ('ask' in said) return said.ask;
    const behind = termsLine(terms);
    const which =
      askWhetherSeveral(ctx, { ref, currency, behind }, said.words) ??
      askWhichLine(ctx, { ref, currency, behind }, said.words);
    if (which) return which;
    const wish = readWish(said.words, terms);
    if (wish instanceof Incomplete) return wish;
    if (wish.act === 'show') return draftReply(ctx, picked.lead!.id);
    const lead = picked.lead ?? (await openFor(ctx, picked.contact, wish));
    if (lead.stage === 'won' || lead.stage === 'lost') return failed(ctx.t.quote.closed(describe(ctx, lead)));
    if (wish.act === 'off') return setOff(ctx, lead, wish);
    if (wish.act === 'terms') return setTermsOf(ctx, lead, terms);
    return wish.act === 'add' ? add(ctx, lead, wish.typed, terms) : remove(ctx, lead, wish.id);
  },
};

/** What it shows changes nothing. */
function onlyShows(words: string): boolean {
  const act = quoteActIn(splitFirst(words)[1]);
  if (act) return act.digest === undefined && act.is !== 'revoke';
  const { terms } = quoteTermsBehind(words, { now: new Date(0), timezone: 'UTC', locale: 'en' });
  if (Object.keys(terms).length > 0 || offOfLine(splitFirst(words)[1])) return false;
  return !REMOVE.test(splitFirst(words)[1]) && !REMOVE.test(words) && !typedLine(words) && piecesOf(words).length === 0;
}

/** A lead opens with what its buyer is offered, where they have none that is open. */
async function openFor(ctx: CommandContext, contact: Contact, wish: Wish): Promise<Lead> {
  const conversation = await conversationWith(ctx, contact.id, undefined);
  const title = ('act' in wish && wish.act === 'add' && wish.typed.description) || ctx.t.lead.untitled;
  return insertLead(ctx.tx, { contactId: contact.id, conversationId: conversation?.id ?? null, title }, ctx.now);
}

/** A lead; or whose the quote is to be, where they have none and something is offered. */
async function pickLeadOrBuyer(
  ctx: CommandContext,
  words: string,
): Promise<
  | { lead: Lead; contact: { id: string }; rest: string }
  | { lead?: undefined; contact: Contact; rest: string }
  | { ask: Reply }
> {
  const picked = await pickLead(ctx, words, '/quote');
  if (!('ask' in picked)) return { ...picked, contact: { id: picked.lead.contactId } };
  if (/^[#＃]?\d/.test(words)) return picked;
  const buyer = await pickContact(ctx, words, (ref, rest) => `/quote ${ref} ${rest}`);
  if ('ask' in buyer || buyer.rest === '') return picked;
  const offers = typedLine(quoteTermsBehind(buyer.rest, momentOf(ctx)).rest) ?? piecesOf(buyer.rest)[0];
  const isFree = (await openLeadsOf(ctx.tx, buyer.contact.id)).length === 0;
  return offers && isFree ? { contact: buyer.contact, rest: buyer.rest } : picked;
}

function readWish(words: string, terms: QuoteTerms): Wish {
  if (words === '') return Object.keys(terms).length > 0 ? { act: 'terms' } : { act: 'show' };
  const id = REMOVE.exec(words)?.[1];
  if (id) return { act: 'remove', id };
  const off = offOfLine(words, terms);
  if (off) return { act: 'off', ...off };
  const typed = typedLine(words);
  if (!typed) return new Incomplete('price');
  return typed.description ? { act: 'add', typed } : new Incomplete('text');
}

/** Several lines at once: nothing is added before its owner has seen how each was read. */
function askWhetherSeveral(ctx: CommandContext, where: Where, words: string): Reply | undefined {
  const isFilledIn = Object.keys(readValues(words, KEYS).values).length > 0;
  const lines = isFilledIn ? undefined : quotedLines(words);
  const read = lines?.map((line) => ({ line, shown: shownLine(ctx, where, line) })) ?? [];
  if (!lines || read.some(({ shown }) => shown === undefined)) return undefined;
  const one = quotedLine(words);
  const asOne = one && shownLine(ctx, where, one);
  const all = ctx.t.quote.addAll(lines.length);
  return failed(ctx.t.quote.severalLines, {
    fields: read.map(({ line, shown }) => ({ label: line.description, value: shown! })),
    buttons: [
      [{ label: all, command: addingLines(where, lines) }],
      ...(asOne ? [[{ label: `${one.description} · ${asOne}`, command: addingLines(where, [one]) }]] : []),
    ],
  });
}

/** Quantity, price and what they make; undefined: its price is none. */
function shownLine(
  ctx: CommandContext,
  { currency }: Pick<Where, 'currency'>,
  { quantity, price }: QuotedLine,
): string | undefined {
  const one = QUANTITY.test(quantity) ? parseMoney(price, currency) : undefined;
  if (!one) return undefined;
  const money = (minor: string) => formatMoney(minor, one.currency, ctx.locale);
  return ctx.t.quote.line(quantity, money(one.minor), money(lineMinor({ quantity, unitMinor: one.minor })));
}

const addingLines = ({ ref, behind }: Where, lines: readonly QuotedLine[]): string =>
  [
    ...lines.map(
      ({ description, quantity, price }) => `/quote ${ref} ${writeValues({ item: description, quantity, price })}`,
    ),
    ...behind.map((line) => `/quote ${ref} ${line}`),
  ].join('\n');

/** What may be read in two ways, or is a line in other words (三斤 每斤800): nothing is added before the owner has said which. */
function askWhichLine(ctx: CommandContext, where: Where, words: string): Reply | undefined {
  const lines = linesIn(words, where.currency).filter(({ description }) => description !== '');
  if (lines.length === 0) return undefined;
  const buttons = lines.flatMap((line) => {
    const label = shownLine(ctx, where, line);
    return label === undefined ? [] : [[{ label, command: addingLines(where, [line]) }]];
  });
  return buttons.length > 0 ? failed(ctx.t.quote.whichLine, { buttons }) : undefined;
}

function linesIn(words: string, currency: string): QuotedLine[] {
  if (words === '' || REMOVE.test(words)) return [];
  const typed = typedLine(words);
  const [, one = '', two = ''] = EITHER_WAY.exec(narrow(words)) ?? [];
  if (typed) {
    const { description } = typed;
    const turned = Number(one) > Number(two) && typed.quantity === one && Number(two) > 0;
    return turned
      ? [
          { description, quantity: two, price: one },
          { description, quantity: one, price: two },
        ]
      : [];
  }
  const read = readAmount(words, currency);
  if (read.is === 'times') return [{ description: words, ...read.times }];
  return read.is === 'unsure' ? read.perhaps.map((line) => ({ description: words, ...line })) : [];
}

function typedLine(words: string): QuotedLine | undefined {
  const { values } = readValues(words, KEYS);
  const { item = '', quantity = '1', price = '' } = values;
  if (Object.keys(values).length > 0) return { description: item, quantity, price };
  return quotedLine(words);
}

async function add(ctx: CommandContext, lead: Lead, typed: QuotedLine, terms: QuoteTerms): Promise<Reply> {
  const quantity = QUANTITY.exec(narrow(typed.quantity).trim());
  if (!quantity || !/[1-9]/.test(quantity[0])) return failed(ctx.t.quote.notAQuantity(typed.quantity));
  const price = parseMoney(typed.price, lead.currency ?? ctx.settings.currency);
  if (!price) return failed(ctx.t.lead.notAnAmount(typed.price));
  const off = readOff(terms.off, price.currency);
  if (terms.off && !off) return failed(ctx.t.lead.notAnAmount((terms.off as { less: string }).less));
  const line = {
    description: typed.description,
    quantity: quantity[0],
    unitMinor: price.minor,
    currency: price.currency,
  };
  const isFirst = (await quoteLines(ctx.tx, lead.id)).length === 0;
  const refused = await addQuoteLine(ctx.tx, lead.id, line, ctx.now);
  if (refused) return failed(whyNot(ctx, refused));
  await keepTerms(ctx, lead.id, terms, price.currency);
  await followTotal(ctx.tx, lead.id, ctx);
  // of further lines the total is seen to grow; the first takes the place of what the lead was said to be worth
  const { hint } = isFirst ? amountBefore(ctx, lead, (await loadLead(ctx.tx, lead.id))!) : {};
  return draftReply(ctx, lead.id, [ctx.t.quote.added, hint].filter(Boolean).join(' '));
}

function whyNot({ t }: CommandContext, why: LineRefused): string {
  if (why.refused === 'currency') return t.quote.otherCurrency(why.currency);
  return why.refused === 'too_many' ? t.quote.tooMany(MOST_LINES) : t.quote.tooMuch;
}

async function remove(ctx: CommandContext, lead: Lead, id: string): Promise<Reply> {
  const gone = await removeQuoteLine(ctx.tx, lead.id, id);
  if (!gone) return failed(ctx.t.quote.noSuch);
  await followTotal(ctx.tx, lead.id, ctx);
  return draftReply(ctx, lead.id, ctx.t.quote.removed);
}
