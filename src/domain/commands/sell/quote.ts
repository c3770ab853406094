import { parseMoney } from '../../../text/money/money.ts';
import { lineSaid } from '../../../text/money/quote_line_said.ts';
import { piecesAmong, piecesOf } from '../../../text/money/quote_pieces.ts';
import { type QuoteTerms, quoteTermsBehind, type ReadTerms } from '../../../text/money/quote_terms.ts';
import {
  changesAll,
  type QuotedLine,
  removalNamed,
  withoutAdding,
  withoutNameMark,
} from '../../../text/money/quoted_lines.ts';
import { namesFurtherSum, pricedLines } from '../../../text/money/quoted_said.ts';
import { narrow } from '../../../text/normalise.ts';
import { failed, type Reply } from '../../reply.ts';
import { insertLead, type Lead, loadLead, openLeadsOf } from '../../sell/lead.ts';
import { followTotal } from '../../sell/quote/draft.ts';
import { addQuoteLine, type LineRefused, MOST_LINES, quoteLines, removeQuoteLine } from '../../sell/quote/lines.ts';
import { type Command, type CommandContext, type FormSpec, Incomplete } from '../command.ts';
import { pickContact } from '../who/pick.ts';
import { conversationWith } from '../who/pick_conversation.ts';
import { momentOf } from '../words/moment.ts';
import { splitFirst } from '../words/words.ts';
import { amountBefore, describe, pickLead } from './lead.ts';
import { quoteActIn } from './quote/act.ts';
import { actOnIssued, issuedQuote } from './quote/issued.ts';
import { withListPrices } from './quote/list_price.ts';
import { changeLine, removeNamed } from './quote/one_line.ts';
import { actOnDraft } from './quote/send.ts';
import { draftReply } from './quote/shown.ts';
import { askOfRefused, askOfTerms, keepTerms, setTermsOf, termsLine, termsShown, whyNotOff } from './quote/terms.ts';
import { askWhetherSeveral, askWhichLine, linesIn, onlyLine, QUANTITY, REMOVE, typedLine } from './quote/which_line.ts';

/** What the words after the lead ask for. */
type Wish =
  | { act: 'show' }
  | { act: 'terms' }
  | { act: 'remove'; id: string }
  | { act: 'add'; typed: QuotedLine }
  | Incomplete;

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
  goesOn: true,
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
    const read: ReadTerms =
      picked.rest.startsWith('-') && REMOVE.test(picked.rest)
        ? { rest: picked.rest, terms: {} }
        : quoteTermsBehind(withoutAdding(picked.rest), momentOf(ctx));
    const { rest, terms } = read;
    const unclear = askOfRefused(ctx, ref, read) ?? askOfTerms(ctx, ref, rest, terms);
    if (unclear) return unclear;
    const ofLine = lineSaid(rest, terms);
    if (picked.lead && ofLine) return closedReply(ctx, picked.lead) ?? changeLine(ctx, picked.lead, ofLine, terms);
    const removed = picked.lead && (closedReply(ctx, picked.lead, rest) ?? (await removeNamed(ctx, picked.lead, rest)));
    if (removed) return removed;
    const currency = picked.lead?.currency ?? ctx.settings.currency;
    const behind = termsLine(terms);
    const where = { ref, currency, behind, also: termsShown(ctx.t, terms) };
    const said = await withListPrices(ctx, where, withoutNameMark(rest));
    if ('ask' in said) return said.ask;
    const several = askWhetherSeveral(ctx, where, said.words);
    if (several) return several;
    const only = onlyLine({ currency }, said.words);
    const isOpen = picked.lead === undefined || closedReply(ctx, picked.lead) === undefined;
    if (only && isOpen) return add(ctx, picked, only, terms);
    const which = askWhichLine(ctx, where, said.words);
    if (which) return which;
    const wish = readWish(said.words, terms);
    if (wish instanceof Incomplete)
      return changesAll(said.words) || namesFurtherSum(said.words)
        ? failed(ctx.t.quoteCard.unreadWords(said.words), { hint: ctx.t.quoteCard.howToChange })
        : missing(ref, said.words, wish, behind);
    if (wish.act === 'show') return draftReply(ctx, picked.lead!.id);
    const closed = picked.lead && closedReply(ctx, picked.lead);
    if (closed) return closed;
    if (wish.act === 'add') return add(ctx, picked, wish.typed, terms);
    return wish.act === 'terms' ? setTermsOf(ctx, picked.lead!, terms) : remove(ctx, picked.lead!, wish.id);
  },
};

/** What is typed as an answer stands behind the item, and not behind what is said of all: that is no part of its name. */
const missing = (ref: string, rest: string, wish: Incomplete, behind: readonly string[]): Incomplete =>
  wish.need === 'price' && behind.length > 0
    ? new Incomplete('price', (more) => [`${ref} ${rest} ${more}`, ...behind].join(' '))
    : wish;

/** `changing`: only where these words would change something. */
const closedReply = (ctx: CommandContext, lead: Lead, changing?: string): Reply | undefined =>
  (lead.stage === 'won' || lead.stage === 'lost') && (changing === undefined || removalNamed(changing) !== undefined)
    ? failed(ctx.t.quote.closed(describe(ctx, lead)))
    : undefined;

/** Nobody is called by more words. */
const MOST_NAMES = 5;

/** What it shows changes nothing. */
function onlyShows(words: string): boolean {
  const act = quoteActIn(splitFirst(words)[1]);
  if (act) return act.digest === undefined && act.is !== 'revoke';
  const { terms, refused } = quoteTermsBehind(words, { now: new Date(0), timezone: 'UTC', locale: 'en' });
  const [, behind] = splitFirst(words);
  if (refused || Object.keys(terms).length > 0 || lineSaid(behind) || removalNamed(behind)) return false;
  if (REMOVE.test(behind) || REMOVE.test(words) || typedLine(words) || piecesOf(words).length > 0) return false;
  // behind a name of however many words
  const parts = words.split(/\s+/u);
  return !parts.slice(0, MOST_NAMES).some((_, nth) => onlyLine({ currency: 'USD' }, parts.slice(nth + 1).join(' ')));
}

/** A lead opens with what its buyer is offered, where they have none that is open. */
async function openFor(ctx: CommandContext, contact: { id: string }, title: string): Promise<Lead> {
  const conversation = await conversationWith(ctx, contact.id, undefined);
  return insertLead(ctx.tx, { contactId: contact.id, conversationId: conversation?.id ?? null, title }, ctx.now);
}

/** A lead; or whose it will be. */
interface Picked {
  lead?: Lead;
  contact: { id: string };
  rest: string;
}

/** A lead; or whose the quote is to be, where they have none and something is offered. */
async function pickLeadOrBuyer(ctx: CommandContext, words: string): Promise<Picked | { ask: Reply }> {
  const picked = await pickLead(ctx, words, '/quote');
  if (!('ask' in picked)) return { ...picked, contact: { id: picked.lead.contactId } };
  if (/^[#＃]?\d/.test(words)) return picked;
  const buyer = await pickContact(ctx, words, (ref, rest) => `/quote ${ref} ${rest}`);
  if ('ask' in buyer || buyer.rest === '') return picked;
  const read = quoteTermsBehind(withoutAdding(buyer.rest), momentOf(ctx));
  const rest = withoutNameMark(read.rest);
  const offers =
    typedLine(rest) ??
    piecesAmong(rest)[0] ??
    piecesOf(rest)[0] ??
    linesIn(rest, ctx.settings.currency)[0] ??
    pricedLines(rest)?.[0] ??
    // with terms beside it, what has no price yet is asked for one
    (rest !== '' && Object.keys(read.terms).length > 0);
  const isFree = (await openLeadsOf(ctx.tx, buyer.contact.id)).length === 0;
  return offers && isFree ? { contact: buyer.contact, rest: buyer.rest } : picked;
}

function readWish(words: string, terms: QuoteTerms): Wish {
  if (words === '') return Object.keys(terms).length > 0 ? { act: 'terms' } : { act: 'show' };
  const id = REMOVE.exec(words)?.[1];
  if (id) return { act: 'remove', id };
  const typed = typedLine(words);
  if (!typed) return new Incomplete('price');
  return typed.description ? { act: 'add', typed } : new Incomplete('text');
}

/** Nothing is begun by what cannot be kept: a lead opens only with its first line. */
async function add(ctx: CommandContext, picked: Picked, typed: QuotedLine, terms: QuoteTerms): Promise<Reply> {
  const quantity = QUANTITY.exec(narrow(typed.quantity).trim());
  if (!quantity || !/[1-9]/.test(quantity[0])) return failed(ctx.t.quote.notAQuantity(typed.quantity));
  const price = parseMoney(typed.price, picked.lead?.currency ?? ctx.settings.currency);
  if (!price) return failed(ctx.t.lead.notAnAmount(typed.price));
  const line = {
    description: typed.description,
    quantity: quantity[0],
    unitMinor: price.minor,
    currency: price.currency,
  };
  const before = picked.lead ? await quoteLines(ctx.tx, picked.lead.id) : [];
  const wrong = whyNotOff(ctx, terms.off, [...before, line], price.currency);
  if (wrong) return failed(wrong);
  const lead = picked.lead ?? (await openFor(ctx, picked.contact, typed.description || ctx.t.lead.untitled));
  const refused = await addQuoteLine(ctx.tx, lead.id, line, ctx.now);
  if (refused) return failed(whyNot(ctx, refused));
  await keepTerms(ctx, lead.id, terms, price.currency);
  await followTotal(ctx.tx, lead.id, ctx);
  // of further lines the total is seen to grow; the first takes the place of what the lead was said to be worth
  const { hint } = before.length === 0 ? amountBefore(ctx, lead, (await loadLead(ctx.tx, lead.id))!) : {};
  return draftReply(ctx, lead.id, [ctx.t.quote.added, hint].filter(Boolean).join(' '));
}

function whyNot({ t }: CommandContext, why: LineRefused): string {
  if (why.refused === 'currency') return t.quote.otherCurrency(why.currency);
  return why.refused === 'too_many' ? t.quote.tooMany(MOST_LINES) : t.quote.tooMuch;
}

/** -2, typed: no line is known by that, and the second may be meant. */
async function byPlace(ctx: CommandContext, lead: Lead, typed: string): Promise<Reply> {
  const line = (await quoteLines(ctx.tx, lead.id))[Number(typed) - 1];
  if (!line) return failed(ctx.t.quote.noSuch);
  const label = ctx.t.quoteCard.removeLine(line.description);
  return failed(ctx.t.quoteCard.whichToRemove, { buttons: [[{ label, command: `/quote ${lead.id} -${line.id}` }]] });
}

async function remove(ctx: CommandContext, lead: Lead, id: string): Promise<Reply> {
  const gone = await removeQuoteLine(ctx.tx, lead.id, id);
  if (!gone) return byPlace(ctx, lead, id);
  await followTotal(ctx.tx, lead.id, ctx);
  return draftReply(ctx, lead.id, ctx.t.quote.removed);
}
