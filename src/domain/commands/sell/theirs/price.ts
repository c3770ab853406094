import { saidWords } from '../../../../text/meaning/rest.ts';
import { formatMoney, type Money, parseMoney, plainDecimal, toMinor } from '../../../../text/money/money.ts';
import { readChineseNumber } from '../../../../text/money/numerals.ts';
import { countSaid } from '../../../../text/sentence/sale/for_all.ts';
import type { PriceSaid } from '../../../../text/sentence/theirs/price.ts';
import { titleIn } from '../../../../text/sentence/theirs/within.ts';
import { texts } from '../../../../text/texts.ts';
import type { Context } from '../../../context.ts';
import { loadContact } from '../../../people/contact.ts';
import { nameOf } from '../../../people/name.ts';
import { type Lead, openLeads, openLeadsOf } from '../../../sell/lead.ts';
import { type Order, ordersOf } from '../../../sell/order.ts';
import { linesOf } from '../../../sell/order_lines.ts';
import { loadOwn, type OwnOrder } from '../../../sell/own_order.ts';
import { quoteLines } from '../../../sell/quote/lines.ts';
import { oneNamed } from '../../meant/one_named.ts';
import { worthLine } from '../../words/second_words.ts';
import { writeValues } from '../../words/values.ts';
import type { Lines } from '../order_said.ts';

const MOST_ORDERS = 6;
const MOST_LEADS = 200;
/** More than this are no choice. */
const MOST = 3;

type Priced = Lines & { ids: string[] };

/**
 * What becomes of a price, of whatever whoever is named has open: a lead, its quote, an order. Each button says what it comes to then, and of
 * several each is one. Empty: nobody has anything open, or nobody can say what it would come to.
 */
export async function pricesOfTheirs(ctx: Context, text: string, said: PriceSaid): Promise<Priced[]> {
  const whom = await oneNamed(ctx, text);
  const leads = whom ? await openLeadsOf(ctx.tx, whom.id) : await titledLeads(ctx, text);
  const orders = whom ? await openOrders(ctx, whom.id, leads.length > 0) : [];
  const titled = leads.filter(({ title }) => titleIn(text, title));
  const bought = [];
  for (const order of orders)
    if ((await linesOf(ctx.tx, order.id)).some(({ title }) => titleIn(text, title))) bought.push(order);
  const named = titled.length + bought.length > 0;
  const found: Priced[] = [];
  for (const lead of named ? titled : leads) {
    const lines = await ofLead(ctx, lead, said);
    if (lines) found.push({ ...lines, ids: [lead.contactId] });
  }
  for (const order of named ? bought : orders) {
    const own = await loadOwn(ctx.tx, order.id);
    const lines = own && ofOrder(ctx, order, own, said);
    if (lines) found.push({ ...lines, ids: whom ? [whom.id] : [] });
  }
  return found.length <= MOST ? found : [];
}

/** Where nobody is named, the one lead that is by its title: packaging is now 1500. */
async function titledLeads({ tx }: Context, text: string): Promise<Lead[]> {
  const titled = (await openLeads(tx, MOST_LEADS)).filter(({ title }) => titleIn(text, title));
  return titled.length === 1 ? titled : [];
}

/** Those that are not paid in full; else, where no lead is open either, the latest. */
async function openOrders({ tx }: Context, id: string, hasLead: boolean): Promise<Order[]> {
  const all = (await ordersOf(tx, id, MOST_ORDERS)).filter((one) => !one.cancelledAt && !one.deletedAt && !one.test);
  const unpaid = all.filter(({ payment }) => ['unpaid', 'pending', 'partially_paid'].includes(payment));
  return unpaid.length > 0 || hasLead ? unpaid : all.slice(0, 1);
}

function moneyIn(sum: string, currency: string): Money | undefined {
  const whole = /^\p{Script=Han}/u.test(sum) ? readChineseNumber(sum) : undefined;
  const money = whole === undefined ? parseMoney(sum, currency) : { minor: toMinor(String(whole), currency), currency };
  return money?.currency === currency ? money : undefined;
}

/** What it comes to then, in minor units; undefined: nobody knows how many there are, or what it came to, or nothing would be left. */
function becomes(said: PriceSaid, currency: string, was: bigint | undefined, many: bigint | undefined) {
  if (said.is === 'percent')
    return was === undefined ? undefined : positive((was * BigInt(Math.round(1000 - said.off * 10)) + 500n) / 1000n);
  const one = moneyIn(said.sum, currency);
  const times = said.each ? many : 1n;
  if (!one || times === undefined) return undefined;
  const all = BigInt(one.minor) * times;
  if (said.is === 'to') return positive(all);
  return was === undefined ? undefined : positive(said.is === 'less' ? was - all : was + all);
}

const positive = (minor: bigint): bigint | undefined => (minor > 0n ? minor : undefined);

async function ofLead(ctx: Context, lead: Lead, said: PriceSaid): Promise<Lines | undefined> {
  const contact = await loadContact(ctx.tx, lead.contactId);
  const name = contact ? nameOf(contact) : '';
  const currency = lead.currency ?? ctx.settings.currency;
  const quoted = await quoteLines(ctx.tx, lead.id);
  if (quoted.length > 0) return ofQuote(ctx, { lead, quoted, name, currency }, said);
  const was = lead.amountMinor === null ? undefined : BigInt(lead.amountMinor);
  const minor = becomes(said, currency, was, countSaid(lead.title, currency));
  if (minor === undefined) return undefined;
  const amount = texts(ctx.settings.locale).typed.ofLead.amount[0]!;
  return {
    line: `/lead ${lead.id} ${amount} ${plainDecimal(String(minor), currency)} ${currency}`,
    shown: `/lead ${name} ${lead.title} ${amount} ${formatMoney(String(minor), currency, ctx.settings.locale)}`,
  };
}

interface Quoted {
  lead: Lead;
  quoted: Awaited<ReturnType<typeof quoteLines>>;
  name: string;
  currency: string;
}

async function ofQuote(
  ctx: Context,
  { lead, quoted, name, currency }: Quoted,
  said: PriceSaid,
): Promise<Lines | undefined> {
  const { locale } = ctx.settings;
  const words = (typed: string): Lines => ({ line: `/quote ${lead.id} ${typed}`, shown: `/quote ${name} ${typed}` });
  if (said.is === 'percent') return words(`-${said.off}%`);
  const [one, ...others] = quoted;
  const sum = moneyIn(said.sum, currency);
  if (!sum || !one) return undefined;
  const price = `${currency} ${plainDecimal(sum.minor, currency)}`;
  const shown = formatMoney(sum.minor, currency, locale);
  if (said.is === 'less' && !said.each)
    return words(saidWords[locale].less(`${plainDecimal(sum.minor, currency)} ${currency}`));
  if (said.is === 'more' && !said.each && said.what)
    return {
      line: `/quote ${lead.id} ${writeValues({ item: said.what, quantity: '1', price })}`,
      shown: `/quote ${name} ${said.what} ${shown}`,
    };
  const all = `/quote ${lead.id}`;
  if (said.is !== 'to' || others.length > 0) return { line: all, shown: `/quote ${name}` };
  if (!said.each)
    return { line: await worthLine(ctx, lead, price), shown: `/quote ${name} ${one.description} ${shown}` };
  return {
    line: `${all} -${one.id}\n${all} ${writeValues({ item: one.description, quantity: one.quantity, price })}`,
    shown: `/quote ${name} ${one.quantity} × ${shown}`,
  };
}

function ofOrder(ctx: Context, { id, number }: Order, own: OwnOrder, said: PriceSaid): Lines | undefined {
  const { currency, lines } = own;
  const [line, ...others] = lines;
  const many = line && others.length === 0 ? BigInt(Math.round(line.quantity)) : undefined;
  const minor = becomes(said, currency, BigInt(own.totalMinor), many);
  if (minor === undefined) return undefined;
  const { total, added } = saidWords[ctx.settings.locale];
  const what = said.is === 'more' && !said.each ? said.what : undefined;
  // a fee is a line of its own
  const sum = what === undefined ? minor : minor - BigInt(own.totalMinor);
  const words = (typed: string) => (what === undefined ? total(typed) : added(what, typed));
  return {
    line: `/order o${id} ${words(`${plainDecimal(String(sum), currency)} ${currency}`)}`,
    shown: `/order ${number} ${words(formatMoney(String(sum), currency, ctx.settings.locale))}`,
  };
}
