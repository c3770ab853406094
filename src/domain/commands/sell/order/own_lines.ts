import { head } from '../../../../text/cut.ts';
import { plainDecimal, toMinor } from '../../../../text/money/money.ts';
import { type SaidLater, saidLater } from '../../../../text/money/order/order_later.ts';
import type { ParcelSaid } from '../../../../text/money/order/order_tail.ts';
import type { OrderedLine } from '../../../../text/money/order/ordered_line.ts';
import { type OrderRead, readOrder } from '../../../../text/money/order/ordered_lines.ts';
import { depositAlone } from '../../../../text/money/order/part_paid.ts';
import { formatDay } from '../../../../text/when/format_when.ts';
import { clockOf } from '../../../context.ts';
import { withLead } from '../../../desk/lead_line.ts';
import type { Contact } from '../../../people/contact.ts';
import { type Button, failed, type Reply } from '../../../reply.ts';
import { isPaid, loadOrders } from '../../../sell/order.ts';
import { winByOrder } from '../../../sell/order_lead.ts';
import {
  loadOwn,
  nextOwnNumber,
  type OwnOrder,
  ownConnection,
  payOwn,
  sendOwn,
  writeOwn,
} from '../../../sell/own_order.ts';
import { costsSo, variantsCalled } from '../../../sell/product.ts';
import type { OrderLine } from '../../../shop_event.ts';
import { type CommandContext, Incomplete } from '../../command.ts';
import { showOrder } from './pick_order.ts';
import { type SaidDays, saidDays } from './said_days.ts';
import { askOfSums } from './said_sums.ts';
import { withTax } from './said_tax.ts';
import { money } from './sums.ts';

/** Sums of several such still fit the column. */
const MOST_MINOR = 10n ** 16n;
const LONGEST_LABEL = 40;

type Unclear = Extract<OrderRead, { unclear: string }>;

/** What is ordered, and what it comes to. */
export interface Contents {
  lines: OrderLine[];
  currency: string;
  total: bigint;
  /** What has come of it, in minor units; undefined: nothing is said. */
  paid: bigint | undefined;
  /** That it is paid when it is delivered, as it was typed. */
  onDelivery: string | undefined;
  /** What is none of its articles, as it was typed. */
  note: string | undefined;
  /** With which it has left, where that was said. */
  parcel: ParcelSaid | undefined;
  /** That it has left. */
  sent: boolean;
  days: SaidDays;
  /** It says what is bought, not only what it costs. */
  names: boolean;
  /** The one line whose amount may be for each of its pieces: what it is taken for all of them. */
  perhapsEach: { line: Pick<OrderedLine, 'title' | 'quantity' | 'unit'>; amount: bigint } | undefined;
}

/** Writes an order down by hand. It is numbered M-1, M-2 and counts wherever a shop's order does. */
export async function makeOrder(ctx: CommandContext, contact: Contact, words: string): Promise<Reply | Incomplete> {
  const deposit = depositAlone(words);
  if (deposit) return ofDeposit(ctx, contact, deposit);
  const said = readOrder(words, ctx.settings.currency);
  // how much has come is read, or asked with what it comes to
  const later = ('part' in said && said.part) || ('tax' in said && said.tax) ? undefined : saidLater(words);
  const goods = later && (await readContents(ctx, later.goods, ctx.settings.currency, `c${contact.id}`));
  if (goods && !('ask' in goods)) return askFirst(ctx, contact, goods, later);
  const contents = await readContents(ctx, words, ctx.settings.currency, `c${contact.id}`);
  if ('ask' in contents) return contents.ask;
  const connectionId = await ownConnection(ctx.tx);
  const { lines, currency, total, paid = 0n, onDelivery = null, note, days } = contents;
  const { placedAt = ctx.now, paidAt } = days;
  const isPaidLater = paidAt !== undefined && paidAt > placedAt;
  const own: OwnOrder = {
    ...{ id: null, connectionId, number: await nextOwnNumber(ctx.tx, connectionId), contactId: contact.id },
    ...{ payment: 'unpaid', fulfillment: 'unfulfilled', currency, totalMinor: String(total), lines, refunds: [] },
    ...{ paidMinor: String(isPaidLater ? 0n : paid), placedAt, cancelledAt: null, versionAt: null },
    gone: [],
    ...{ onDelivery, words: note ? [{ of: '', text: note }] : [] },
  };
  const id = await writeOwn(ctx.tx, own, ctx.now);
  if (isPaidLater && paid > 0n) await payOwn(ctx.tx, (await loadOwn(ctx.tx, id))!, { came: paid, at: paidAt }, ctx.now);
  await sendAlong(ctx, id, contents);
  const order = (await loadOrders(ctx.tx, [id]))[0]!;
  const lead = isPaid(order) ? await winByOrder(ctx, order, { byUser: true }) : undefined;
  const inferred = days.isInferred && ctx.t.order.orderedBy(own.number, formatDay(placedAt, clockOf(ctx, ctx.locale)));
  const page = {
    ...(await showOrder(ctx, order)),
    ...{ text: ctx.t.order.made(own.number), ...(inferred && { hint: inferred }) },
  };
  return withLead(ctx.t, ctx.locale, withEach(ctx, id, contents, page), lead);
}

/** What all of it costs stands in the list of prices, or is asked: so much of it has come. */
async function ofDeposit(
  ctx: CommandContext,
  contact: Contact,
  { goods, said, sum, come }: NonNullable<ReturnType<typeof depositAlone>>,
): Promise<Reply | Incomplete> {
  const behind = come ? `, paid ${sum}` : `, ${said}`;
  const known = await readContents(ctx, goods, ctx.settings.currency, `c${contact.id}`);
  if (!('ask' in known) && known.total > 0n)
    return makeOrder(
      ctx,
      contact,
      `${goods} ${plainDecimal(String(known.total), known.currency)} ${known.currency}${behind}`,
    );
  return failed(ctx.t.asked.ofHowMuch(said), {
    rest: { before: `/order c${contact.id} ${goods} `, after: behind, need: 'amount' },
    asks: ctx.t.need.amount,
  });
}

/** A discount or a deposit is said of an order once it is written down: the goods alone are a tap away. */
function askFirst(ctx: CommandContext, { id }: Contact, { currency, total }: Contents, later: SaidLater): Reply {
  const { t } = ctx;
  const label = head(t.order.writeDown(later.goods, money(ctx, { currency }, total)), LONGEST_LABEL);
  return failed(t.order.notYet(later.later), {
    buttons: [[{ label, command: `/order c${id} ${later.goods}` }]],
    hint: t.order.thenSay[later.is],
  });
}

/** A parcel that was named with the articles has left, and so has what was said to have. */
export async function sendAlong(
  { tx, now }: CommandContext,
  id: string,
  { parcel, sent, days: { sentAt } }: Contents,
): Promise<void> {
  const own = parcel || sent ? await loadOwn(tx, id) : undefined;
  const numbered = parcel && { carrier: parcel.carrier || null, number: parcel.number };
  if (own) await sendOwn(tx, own, { parcel: numbered, at: sentAt && sentAt < now ? sentAt : undefined }, now);
}

/** Its page, and that an amount is the price of one, where it may be. */
export function withEach(ctx: CommandContext, id: string, contents: Contents, page: Reply): Reply {
  const each = eachButton(ctx, id, contents);
  return each ? { ...page, buttons: [[each], ...(page.buttons ?? [])] } : page;
}

/** 2x龙井 ¥256 is ¥256 in all; that it is the price of one is a tap away. */
function eachButton(ctx: CommandContext, id: string, { perhapsEach, currency }: Contents): Button | undefined {
  if (!perhapsEach) return undefined;
  const { line, amount } = perhapsEach;
  const sum = money(ctx, { currency }, amount * BigInt(line.quantity));
  const price = `${plainDecimal(String(amount), currency)} ${currency}`;
  return {
    label: ctx.t.order.each(money(ctx, { currency }, amount), sum),
    // a unit stands behind the number, so that it is kept
    command: `/order o${id} ${line.title || ctx.t.order.untitled} ${line.quantity}${line.unit && ` ${line.unit}`}${line.unit ? ' @ ' : 'x'}${price}`,
  };
}

/** What the words say is ordered, or the question to ask back. `ref`: what stands for the order or the buyer on a button. */
export async function readContents(
  ctx: CommandContext,
  words: string,
  currency: string,
  ref: string,
): Promise<Contents | { ask: Reply | Incomplete }> {
  const read = await atKnownPrice(ctx, readOrder(words, currency), currency);
  if ('unclear' in read) return { ask: askHowMeant(ctx, read, words, ref) };
  const lines: OrderedLine[] = [];
  for (const line of read.lines) lines.push(await withListPrice(ctx, line));
  const priced = lines.filter((line) => line.amount !== undefined);
  if (priced.length === 0) return { ask: new Incomplete('amount', (more) => `${ref} ${words} ${more}`) };
  const currencies = new Set(priced.map(({ amount }) => amount!.currency));
  if (currencies.size > 1) return { ask: failed(ctx.t.order.oneCurrency) };
  const unpriced = lines.find(({ amount }) => amount === undefined);
  // one amount at the end is for all of it
  const isForAll = unpriced && priced.length === 1 && lines.at(-1) === priced[0] && !priced[0]!.each;
  if (unpriced && !isForAll) return { ask: failed(ctx.t.order.noPrice(unpriced.title)) };
  const money = { currency: priced[0]!.amount!.currency, total: priced.reduce((sum, line) => sum + sumOf(line), 0n) };
  const taxed = withTax(ctx, read, words, { ...money, ref });
  if ('ask' in taxed) return taxed;
  const total = money.total + taxed.tax;
  if (total > MOST_MINOR) return { ask: failed(ctx.t.quote.tooMuch) };
  const days = saidDays(ctx, read, words);
  if ('ask' in days) return days;
  const asked = askOfSums(ctx, read, words, { ...money, total, ref });
  if ('ask' in asked) return asked;
  return {
    lines: [...lines.map((line) => orderLine(ctx, line, isForAll === true)), ...taxed.lines],
    ...{ currency: money.currency, total, paid: asked.paid, onDelivery: read.onDelivery },
    ...{ parcel: read.parcel, sent: read.sent ?? false, days },
    note: [days.ahead, read.note].filter(Boolean).join(', ') || undefined,
    names: lines.some(({ title }) => title !== ''),
    perhapsEach: taxed.tax === 0n ? perhapsEach(lines) : undefined,
  };
}

/** Of the one line there is: what it costs may be the price of each. */
function perhapsEach([only, ...others]: readonly OrderedLine[]): Contents['perhapsEach'] {
  if (!only?.amount || others.length > 0 || only.each || only.inAll) return undefined;
  const line = only.quantity > 1 ? { ...only, unit: '' } : only.perhaps;
  return line && { line, amount: BigInt(only.amount.minor) };
}

/** 白茶 98: the small figure behind an article is its price where it is known to cost that. */
async function atKnownPrice(ctx: CommandContext, read: OrderRead, currency: string): Promise<OrderRead> {
  const [way] = 'unclear' in read && read.priced ? read.instead : [];
  const said = way === undefined ? undefined : readOrder(way, currency);
  if (!said || 'unclear' in said) return read;
  const [line, ...others] = said.lines;
  if (!line?.amount || others.length > 0 || line.amount.currency !== currency) return read;
  const piece = BigInt(line.amount.minor) / BigInt(line.each ? 1 : line.quantity);
  return (await costsSo(ctx.tx, { title: line.title, minor: String(piece), currency })) ? said : read;
}

/** Each way in which it can be read is a tap away; else all of it is still there to be put right. */
function askHowMeant(
  { t }: CommandContext,
  { unclear, instead, behind, priced }: Unclear,
  words: string,
  ref: string,
): Reply {
  const buttons = instead.map((one): Button[] => [
    { label: head(one, LONGEST_LABEL), command: `/order ${ref} ${one}` },
  ]);
  if (buttons.length === 0) return failed(t.order.unclear(unclear), { quote: words });
  const asked = priced && t.order.isItsPrice(priced.figure, priced.title);
  return failed(behind ? t.order.nameOrNote(behind) : (asked ?? t.order.meantSo(unclear)), { buttons });
}

/** What a shop sells under exactly this name, if nothing was said of money. */
async function withListPrice(ctx: CommandContext, line: OrderedLine): Promise<OrderedLine> {
  if (line.amount !== undefined) return line;
  const [known, ...others] = await variantsCalled(ctx.tx, line.title);
  if (!known?.price || others.some(({ price }) => price !== known.price)) return line;
  const currency = known.currency ?? ctx.settings.currency;
  return { ...line, amount: { minor: toMinor(known.price, currency), currency }, each: true };
}

const sumOf = ({ amount, each, quantity }: OrderedLine): bigint => BigInt(amount!.minor) * BigInt(each ? quantity : 1);

function orderLine({ t }: CommandContext, line: OrderedLine, isForAll: boolean): OrderLine {
  const { title, unit, quantity, amount, each } = line;
  const sum = amount && !isForAll ? BigInt(amount.minor) : 0n;
  return {
    sku: null,
    title: title || t.order.untitled,
    ...(unit && { variant: unit }),
    quantity,
    priceMinor: String(each ? sum : sum / BigInt(quantity)),
  };
}
