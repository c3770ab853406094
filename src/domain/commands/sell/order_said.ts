import { formatBriefly, formatMoney, type Money, parseMoney } from '../../../text/money/money.ts';
import { type Sale, saleIn } from '../../../text/sentence/sale/sale.ts';
import { isCalledSo, isSameDeal } from '../../../text/sentence/same_deal.ts';
import type { Sentence } from '../../../text/sentence/sentence.ts';
import { texts } from '../../../text/texts.ts';
import type { Context } from '../../context.ts';
import { payableOf } from '../../sell/invoice/invoice.ts';
import { isPaid, type Order, ordersOf } from '../../sell/order.ts';
import { linesOf } from '../../sell/order_lines.ts';
import { ordersNumbered } from '../../sell/order_number.ts';
import { ownAmong } from '../../sell/own_order.ts';
import { called } from '../who/addressed.ts';
import { splitFirst } from '../words/words.ts';
import { actIn } from './order/act.ts';
import type { Act } from './order/act_said.ts';
import { amendedSaid } from './theirs/amended.ts';
import { orderOfMoney, paidByNobodyNamed } from './theirs/payment.ts';

/** A line as it is run, and as its user would type it. */
export interface Lines {
  line: string;
  shown: string;
}

/** Whoever a sentence names: what stands for them in a line, and their name. */
export interface Named {
  ref: string;
  name: string;
  ids: readonly string[];
  /** The words behind the name, where more of it stood at their beginning. */
  left?: string;
}

const MOST = 6;

/** What can still be done about an order, by how it stands. */
const MAY_BE: Record<Act['is'], (order: Order) => boolean> = {
  paid: (order) => order.cancelledAt === null && (!isPaid(order) || order.payment === 'partially_paid'),
  sent: (order) => order.cancelledAt === null && order.fulfillment !== 'fulfilled',
  refund: (order) => isPaid(order) || order.payment === 'partially_paid',
  cancel: (order) => order.cancelledAt === null,
  tell: () => true,
};

/**
 * The order that a sentence means, with what has become of it: by its number, or the one of whoever is named that it may be said of. A
 * shop's own is shown, as it is changed in the shop. `isYetToCome`: no money has come that an order could be made of. Undefined: there is none.
 */
export async function orderSaid(
  ctx: Context,
  said: Sentence,
  whom: Named | undefined,
  isYetToCome = false,
): Promise<Lines | undefined> {
  const { numbered, words } = said;
  const [first, owed] = splitFirst(words);
  if (first === DEBT) return whom && debtSaid(ctx, owed, whom);
  if (first === LEFT) return whom && leftSaid(ctx, owed, whom);
  if (first === CAME || first === BOUGHT) return whom && cameSaid(ctx, owed, whom, first === BOUGHT);
  if (first === UNNAMED) return paidByNobodyNamed(ctx, owed);
  if (first === AMENDED) return whom && amendedSaid(ctx, owed, whom);
  if (first === SOLD) return soldSaid(ctx, owed, whom, said.who === undefined);
  if (first === HANDED || (first === ARRIVED && owed !== '')) return whom && handedSaid(ctx, first, owed, whom);
  if (first === ARRIVED) return numbered === undefined ? whom && arrivedSaid(ctx, whom) : ofNumber(ctx, numbered, '');
  const act = actIn(words);
  if (numbered !== undefined) return ofNumber(ctx, numbered, words);
  if (!whom) return undefined;
  const theirs = { line: `/order ${whom.ref} ${words}`, shown: `/order ${whom.name} ${words}` };
  if (!act) return theirs;
  const orders = [];
  for (const id of whom.ids) orders.push(...(await ordersOf(ctx.tx, id, MOST)));
  const [order, ...others] = orders.filter((one) => one.deletedAt === null && MAY_BE[act.is](one));
  // of what cannot be called off or paid back it is said so
  if (!order && (act.is === 'cancel' || act.is === 'refund')) return theirs;
  if (!order && isYetToCome) return undefined;
  if (!order) return orders.length === 0 || act.part ? orderOfMoney(ctx, act, whom) : undefined;
  if (others.length > 0 || whom.ids.length > 1) return theirs;
  if (!(await isOwn(ctx, order))) return ofShop(ctx, order, words, act);
  return { line: `/order o${order.id} ${words}`, shown: `${theirs.shown}${await allOf(ctx, order, act)}` };
}

/** What all of it comes to, where no less is said to have come. */
async function allOf(ctx: Context, { id }: Order, act: Act | undefined): Promise<string> {
  const isAll = act?.is === 'paid' && act.words === '' && !act.part && !act.next && !act.dated;
  const due = isAll ? await payableOf(ctx.tx, id) : undefined;
  return due ? ` ${formatMoney(due.minor, due.currency, ctx.settings.locale)}` : '';
}

/** How a pattern says what became of an article, in front of it: it is owed, it has left, so much has come for it (500 for logo), which may just have been bought. */
const [DEBT, LEFT, CAME, BOUGHT] = ['debt', 'left', 'came', 'bought'];

/** That a parcel of theirs is there. */
export const ARRIVED = 'arrived';

/** And that they have it in their hands: it has left, whether that was noted or not. */
const HANDED = 'handed';

/** And that money came of which nobody says whose it is. */
const UNNAMED = 'unnamed';

/** And that it is to be so many for so much now. */
const AMENDED = 'amended';

/** And that what stands behind it was bought just now. */
const SOLD = 'sold';

/** Their orders with an article that is called so, of which that can still be done. */
async function withArticle(
  ctx: Context,
  ids: readonly string[],
  called: string,
  act: 'paid' | 'sent',
): Promise<Order[]> {
  const found: Order[] = [];
  for (const id of ids)
    for (const one of await ordersOf(ctx.tx, id, MOST)) {
      const isOpen = one.deletedAt === null && !one.test && MAY_BE[act](one);
      const articles = isOpen ? await linesOf(ctx.tx, one.id) : [];
      if (articles.some(({ title }) => isSameDeal(title, called))) found.push(one);
    }
  return found;
}

/** An article has left where an order of theirs has it; undefined: nobody can say what was sent. */
async function leftSaid(ctx: Context, goods: string, { ref, name, ids }: Named): Promise<Lines | undefined> {
  const [order, ...others] = await withArticle(ctx, ids, goods, 'sent');
  if (!order) return undefined;
  const words = texts(ctx.settings.locale).typed.orderAct.sent[0]!;
  const theirs = { line: `/order ${ref} ${words}`, shown: `/order ${name} ${words}` };
  if (others.length > 0) return theirs;
  return (await isOwn(ctx, order))
    ? { line: `/order o${order.id} ${words}`, shown: `/order ${order.number} ${words}` }
    : look(order);
}

/**
 * What has come is of an order of theirs that is not paid, if one has that article, and a new one only where none has. It is noted where no
 * more than is open has come, and of what may just have been bought (`mayBeNew`) all of it; else that order is shown.
 */
async function cameSaid(
  ctx: Context,
  said: string,
  { ref, name, ids }: Named,
  mayBeNew: boolean,
): Promise<Lines | undefined> {
  const [, sum, goods] = /^(.*?\S) for (\S.*)$/su.exec(said) ?? [];
  if (!sum || !goods) return undefined;
  const paid = texts(ctx.settings.locale).typed.orderAct.paid[0]!;
  const [order, ...others] = await withArticle(ctx, ids, goods, 'paid');
  if (!order) return { line: `/order ${ref} ${goods} ${sum} ${paid}`, shown: `/order ${name} ${goods} ${sum} ${paid}` };
  if (others.length > 0) return { line: `/orders ${ref}`, shown: `/orders ${name}` };
  const due = (await isOwn(ctx, order)) ? await payableOf(ctx.tx, order.id) : undefined;
  const came = due && parseMoney(sum, due.currency);
  const [has, open] = [BigInt(came?.minor ?? 0), BigInt(due?.minor ?? 0)];
  const isOfIt = came?.currency === due?.currency && has > 0n && (mayBeNew ? has === open : has <= open);
  if (!isOfIt) return look(order);
  return { line: `/order o${order.id} ${paid} ${sum}`, shown: `/order ${order.number} ${paid} ${sum}` };
}

/**
 * What was bought is an order of its own, as it stands with its money, where all of it is read. One of theirs that is open for the same at the
 * same price is that one, unless it is said to be another. Who is not named came in and left.
 */
async function soldSaid(
  ctx: Context,
  said: string,
  whom: Named | undefined,
  isAnybody: boolean,
): Promise<Lines | undefined> {
  const sale = saleIn(said, ctx.settings.currency);
  if (!sale || (!whom && !isAnybody)) return undefined;
  const { goods, sum, behind, nobody } = sale;
  const price = sale.priced(priceOf(ctx, sum));
  const words = `${goods} ${price}${behind.startsWith(',') ? '' : ' '}${behind}`.trim();
  // who came in and left has paid and taken it along, unless it is said that they have not
  if (!whom) return ofNobody(ctx, nobody, sale.isOpen || sale.part ? words : `${goods} ${price} ${sale.taken}`);
  const same = await sameOpen(ctx, whom.ids, sale);
  if (same) return same;
  return { line: `/order ${whom.ref} ${words}`, shown: `/order ${whom.name} ${words}` };
}

/** Whoever came in and left is one contact, whom the first such sale makes. */
async function ofNobody(ctx: Context, nobody: string, words: string): Promise<Lines> {
  const sale = `/order ${nobody} ${words}`;
  const isKnown = (await called(ctx, nobody)).ids.length > 0;
  return { line: isKnown ? sale : `/add ${nobody}\n${sale}`, shown: sale };
}

/** What has come is an order that was sent: the one that is shown; of several all of theirs are, and their only one was sent, whether that was noted or not. */
async function arrivedSaid(ctx: Context, { ref, name, ids }: Named): Promise<Lines | undefined> {
  const all: Order[] = [];
  for (const id of ids) all.push(...(await ordersOf(ctx.tx, id, MOST)));
  const stands = all.filter(({ deletedAt, cancelledAt, test }) => !deletedAt && !cancelledAt && !test);
  const [order, ...others] = stands.filter(
    ({ fulfillment }) => fulfillment === 'fulfilled' || fulfillment === 'partial',
  );
  if (order && others.length === 0) return look(order);
  const [only, ...more] = stands;
  // what nobody noted as sent has left all the same
  if (!order && only && more.length === 0 && (await isOwn(ctx, only))) {
    const sent = texts(ctx.settings.locale).typed.orderAct.sent[0]!;
    return { line: `/order o${only.id} ${sent}`, shown: `/order ${name} ${sent}` };
  }
  return stands.length > 0 ? { line: `/orders ${ref}`, shown: `/orders ${name}` } : undefined;
}

/** The one order of theirs that has the article, if it is named: where it was not noted as sent it is now, unless it may have come to us instead. */
async function handedSaid(
  ctx: Context,
  said: string,
  article: string,
  { ref, name, ids }: Named,
): Promise<Lines | undefined> {
  const found: Order[] = [];
  for (const id of ids)
    for (const one of await ordersOf(ctx.tx, id, MOST)) {
      if (one.deletedAt || one.cancelledAt || one.test) continue;
      if (article === '' || (await linesOf(ctx.tx, one.id)).some(({ title }) => isCalledSo(title, article)))
        found.push(one);
    }
  const open = found.filter((one) => MAY_BE.sent(one));
  // what was sent before is what they have got now
  const [order, ...others] = open.length < found.length && open.length !== 1 ? found : open;
  if (!order) return undefined;
  if (others.length > 0) return { line: `/orders ${ref}`, shown: `/orders ${name}` };
  if (said === ARRIVED || !open.includes(order) || !(await isOwn(ctx, order))) return look(order);
  const sent = texts(ctx.settings.locale).typed.orderAct.sent[0]!;
  return { line: `/order o${order.id} ${sent}`, shown: `/order ${found.length > 1 ? order.number : name} ${sent}` };
}

/** Their one order for the same goods that is open with just that sum: it has been paid by now, or stands there already. */
async function sameOpen(
  ctx: Context,
  ids: readonly string[],
  { title, sum, isPaid, isOpen }: Sale,
): Promise<Lines | undefined> {
  if (!isPaid && !isOpen) return undefined;
  const [order, ...others] = await withArticle(ctx, ids, title, 'paid');
  if (!order || others.length > 0 || !(await isOwn(ctx, order))) return undefined;
  const due = await payableOf(ctx.tx, order.id);
  if (due?.minor !== sum.minor || due.currency !== sum.currency) return undefined;
  if (!isPaid) return look(order);
  const paid = texts(ctx.settings.locale).typed.orderAct.paid[0]!;
  const shown = formatMoney(sum.minor, sum.currency, ctx.settings.locale);
  return { line: `/order o${order.id} ${paid}`, shown: `/order ${order.number} ${paid} ${shown}` };
}

/** What is owed is of an order of theirs that is not paid, if one has that article: it is shown, and not made again. */
async function debtSaid(ctx: Context, owed: string, { ref, name, ids }: Named): Promise<Lines> {
  const [order, ...others] = await withArticle(ctx, ids, owed, 'paid');
  if (order && others.length === 0) return look(order);
  if (order) return { line: `/orders ${ref}`, shown: `/orders ${name}` };
  const [bare = '', ...behind] = owed.split(/(?=,\s)/u);
  const [, goods, said] = /^(.*\S)\s(\S*\d.*)$/su.exec(bare) ?? [];
  const sum = said === undefined ? undefined : parseMoney(said, ctx.settings.currency);
  const words = sum ? `${goods} ${priceOf(ctx, sum)}${behind.join('')}` : owed;
  return { line: `/order ${ref} ${words}`, shown: `/order ${name} ${words}` };
}

/** As the command reads it as nothing else. */
const priceOf = ({ settings }: Context, { minor, currency }: Money): string =>
  formatBriefly(minor, currency, settings.locale).replace(/(?<=\d),(?=\d{3})/gu, '');

async function ofNumber(ctx: Context, numbered: string, words: string): Promise<Lines | undefined> {
  const [order, ...others] = (await ordersNumbered(ctx.tx, numbered, 2)).filter(({ test }) => !test);
  if (!order) return undefined;
  const typed = `/order ${numbered} ${words}`.trim();
  if (others.length > 0) return { line: typed, shown: typed };
  const act = actIn(words);
  if (words === '' || !(await isOwn(ctx, order))) return ofShop(ctx, order, words, act);
  return { line: `/order o${order.id} ${words}`, shown: `${typed}${await allOf(ctx, order, act)}` };
}

/** It is changed in the shop, but the number of its parcel is not to be typed again: it is kept with whoever bought it. */
function ofShop({ settings }: Context, order: Order, words: string, act: Act | undefined): Lines {
  const isParcel = act?.is === 'sent' && act.words !== '' && order.contactId !== null;
  if (!isParcel) return look(order);
  const kept = `${texts(settings.locale).typed.ticketVerb.note[0]}: ${words}`;
  return { line: `/order o${order.id} ${kept}`, shown: `/order ${order.number} ${kept}` };
}

const look = ({ id, number }: Order): Lines => ({ line: `/order o${id}`, shown: `/order ${number}` });

const isOwn = async ({ tx }: Context, { id }: Order): Promise<boolean> => (await ownAmong(tx, [id])).length > 0;
