import type { Sql } from '../../../../db/sql.ts';
import { discountIn } from '../../../../text/money/discount.ts';
import { formatMoney } from '../../../../text/money/money.ts';
import {
  BEFORE_BUYER,
  FOR_BEFORE,
  isMoneyAlone,
  isMoneyBefore,
  noteIn,
  orderChangeIn,
  takenBackIn,
} from '../../../../text/money/order/order_change.ts';
import { sumAlone } from '../../../../text/money/sum_alone.ts';
import { narrow } from '../../../../text/normalise.ts';
import type { Texts } from '../../../../text/texts.ts';
import { orderItem, orderState } from '../../../desk/order_card.ts';
import { orderPage } from '../../../desk/shop/order_page.ts';
import type { Contact } from '../../../people/contact.ts';
import { nameOf } from '../../../people/name.ts';
import { type Button, failed, type Reply } from '../../../reply.ts';
import { type Order, ordersLedTo, ordersOf } from '../../../sell/order.ts';
import { ordersNumbered, ordersWrittenSo } from '../../../sell/order_number.ts';
import type { CommandContext } from '../../command.ts';
import type { Again } from '../../who/choices.ts';
import { foundBy } from '../../who/found.ts';
import { pickContact } from '../../who/pick.ts';
import { isRef, splitFirst } from '../../words/words.ts';
import { actIn } from './act.ts';
import { askOfLongerName, askOfMoreName } from './more_of_name.ts';

const MOST = 6;
/** Theirs are counted up to so many. */
const MOST_COUNTED = 100;

type Picked = { order: Order; rest: string } | { contact: Contact; rest: string } | { ask: Reply };

/** How an order is numbered: 1042, #1042, EN-1001, or by its payment, pi_3MtwBw; 2x is how many of something. */
const NUMBER = /^[#＃]?(?:\p{L}{1,8}_){0,2}\p{L}{0,6}[-－]?\p{Nd}[\p{L}\p{Nd}-]*$/u;
const MANY = /^\d{1,6}[x×*＊\p{Script=Han}]/iu;

/** Whether a word may be the number of an order. */
export const isNumber = (word: string): boolean => NUMBER.test(word) && !MANY.test(word) && !isRef(word);

/** The order, or the buyer, that the words begin with. `command`: whose words they are. */
export async function pickOrder(
  ctx: CommandContext,
  words: string,
  command: 'order' | 'invoice' = 'order',
): Promise<Picked> {
  const [first, rest] = splitFirst(words);
  if (!ctx.about && (isGoods(first, rest) || (await isCounted(ctx, first, rest))))
    return { ask: await askForWhom(ctx, words, first) };
  const called = await calledLikeRef(ctx, first, rest);
  if (called.length === 1) return { order: called[0]!, rest };
  if (called.length > 1) return { ask: askWhich(ctx, ctx.t.order.which, called, rest) };
  const isOrder = rest === '' || !ctx.about || isOurs(ctx, first) || changesOrder(rest);
  const numbers = isNumber(first) && isOrder ? await numbered(ctx, first) : [];
  if (numbers.length === 1) return { order: numbers[0]!, rest };
  if (numbers.length > 1) return { ask: askWhich(ctx, ctx.t.order.which, numbers, rest) };
  // a button of ours names an order that is gone since
  if (!ctx.typed && /^o\d{1,18}$/.test(first)) return { ask: gone(ctx.t) };
  if (isNumber(first) && !ctx.about && rest === '') return { ask: noSuch(ctx.t, first) };
  const buyerFirst = ctx.about ? undefined : await withoutLead(ctx, words);
  const named = buyerFirst ?? words;
  const again: Again = (ref, left) => `/${command} ${ref} ${left}`;
  const longer = await askOfLongerName(ctx, named, again);
  if (longer) return { ask: longer };
  const picked = await pickContact(ctx, named, again);
  const more = 'ask' in picked ? undefined : await askOfMoreName(ctx, named, picked, again);
  return more ? { ask: more } : picked;
}

/** A shop may number its orders C7: what is typed just so is that order, before it is a contact of ours. What is written down for somebody is not. */
async function calledLikeRef(ctx: CommandContext, first: string, rest: string): Promise<Order[]> {
  if (!ctx.typed || !isRef(first) || (rest !== '' && !actIn(rest))) return [];
  return (await ordersWrittenSo(ctx.tx, first, MOST)).filter(({ test }) => !test);
}

/** o12 in a button is the order with that id, whatever stands behind it. */
const isOurs = ({ typed }: CommandContext, word: string): boolean => !typed && OUR_REF.test(word);

const OUR_REF = /^o(\d{1,18})$/i;

/** Said under somebody's card, what stands behind a number may be goods, too. */
const changesOrder = (rest: string): boolean =>
  (actIn(rest) ?? orderChangeIn(rest) ?? discountIn(rest) ?? takenBackIn(rest)) !== undefined ||
  noteIn(rest) !== undefined;

/** 2 mugs $30 Anna: a small figure in front of goods says how many; an order's number stands alone or before what is done with it. */
const FIGURE = /^\d{1,3}$/;

function isGoods(first: string, rest: string): boolean {
  if (!FIGURE.test(first) || rest === '' || actIn(rest) || noteIn(rest) !== undefined) return false;
  const isChange = orderChangeIn(rest) ?? discountIn(rest);
  return !isChange && sumAlone(rest) === rest.trim() && /\p{L}/u.test(rest) && !isMoneyAlone(rest);
}

/** 2x tea $30 Anna, 2盒龙井 256 林小梅, 256元龙井两盒 林小梅: how many, or for how much, in front of goods. A customer may be called so. */
async function isCounted(ctx: CommandContext, first: string, rest: string): Promise<boolean> {
  const plain = narrow(first);
  if (rest === '' || isRef(first) || !(MANY.test(plain) || isMoneyBefore(plain))) return false;
  return (await foundBy(ctx, first)).length === 0;
}

/** for Anna 2 tea $30, 给林小梅 …: what stands before a buyer, where nobody is called so. */
async function withoutLead(ctx: CommandContext, words: string): Promise<string | undefined> {
  const left = BEFORE_BUYER.exec(words)?.[1];
  if (left === undefined || (await foundBy(ctx, splitFirst(words)[0])).length > 0) return undefined;
  return (await foundBy(ctx, splitFirst(left)[0])).length > 0 ? left : undefined;
}

/** A name at the end is offered as the buyer, and the order so numbered to be looked at; else a name is asked for. */
async function askForWhom(ctx: CommandContext, words: string, first: string): Promise<Reply> {
  const last = words.trim().split(/\s+/u).at(-1)!;
  const goods = words.trim().slice(0, -last.length).replace(FOR_BEFORE, '');
  const people = /^\p{L}/u.test(last) && goods.includes(' ') ? (await foundBy(ctx, last)).slice(0, MOST) : [];
  const buttons = people.map(({ id, name }): Button[] => [
    { label: ctx.t.order.newFor(nameOf({ id, name })), command: `/order c${id} ${goods}` },
  ]);
  const orders = (await numbered(ctx, first)).map((one): Button[] => [
    { label: ctx.t.order.look(one.number), command: `/order o${one.id}` },
  ]);
  return failed(ctx.t.order.forWhom(words), {
    buttons: [...buttons, ...orders],
    ...(people.length === 0 && {
      rest: { before: '/order ', after: ` ${words}`, need: 'name' },
      asks: ctx.t.need.name,
    }),
  });
}

async function numbered(ctx: CommandContext, word: string): Promise<Order[]> {
  const id = OUR_REF.exec(word)?.[1];
  const byId = id === undefined ? [] : await ordersLedTo(ctx.tx, id);
  if (id !== undefined && !ctx.typed) return byId;
  const found = await ordersCalled(ctx.tx, word);
  return found.length > 0 ? found : byId;
}

/** The orders that a word numbers; 1 is M-1 where no other is called so. */
export async function ordersCalled(sql: Sql, word: string): Promise<Order[]> {
  const found = (await ordersNumbered(sql, word, MOST)).filter(({ test }) => !test);
  const own = found.length > 0 ? undefined : OWN_NUMBER.exec(narrow(word))?.[1];
  return own === undefined ? found : ordersNumbered(sql, `M-${own}`, MOST);
}

/** M1, m 1 and 1 are the order M-1, where no other is called so. */
const OWN_NUMBER = /^(?:m-?|#)?0{0,3}([1-9]\d{0,5})$/iu;

const gone = (t: Texts): Reply => failed(t.order.gone, { buttons: [[{ label: t.order.list, command: '/orders' }]] });

function noSuch(t: Texts, number: string): Reply {
  return failed(t.order.noSuch(number), { buttons: [[{ label: t.order.list, command: '/orders' }]] });
}

export const showOrder = (ctx: CommandContext, order: Order): Promise<Reply> =>
  orderPage(ctx, ctx.t, ctx.locale, order);

/** Their only order, or a list of the newest. */
export async function showOrdersOf(ctx: CommandContext, contact: Contact): Promise<Reply> {
  const known = await ordersOf(ctx.tx, contact.id, MOST_COUNTED);
  const orders = known.slice(0, MOST);
  if (orders.length === 1) return showOrder(ctx, orders[0]!);
  const person = { contactId: contact.id, sure: false };
  if (orders.length === 0) return failed(ctx.t.order.noneOf(nameOf(contact)), { person, hint: ctx.t.order.howToMake });
  const items = [];
  for (const one of orders) {
    const item = await orderItem(ctx, ctx.t, ctx.locale, one);
    items.push({ ...item, buttons: [{ label: one.number, command: `/order o${one.id}` }] });
  }
  const title = ctx.t.order.listOf(nameOf(contact));
  if (known.length === orders.length) return { title, lists: [{ items }], person };
  const hint = ctx.t.order.newestOf(orders.length, known.length, known.length === MOST_COUNTED);
  const all: Button = { label: ctx.t.order.listAll, command: `/orders ${nameOf(contact)}` };
  return { title, lists: [{ items }], person, hint, buttons: [[all]] };
}

/** The one order of theirs that an act may be for, or the question which. */
export async function whichOrder(
  ctx: CommandContext,
  contact: { id: string; name: string },
  words: string,
): Promise<{ order: Order } | { ask: Reply }> {
  const orders = (await ordersOf(ctx.tx, contact.id, MOST)).filter(({ deletedAt }) => !deletedAt);
  const [only, ...others] = orders;
  if (!only) return { ask: failed(ctx.t.order.noneOf(contact.name), { hint: ctx.t.order.howToMake }) };
  return others.length === 0 ? { order: only } : { ask: askWhich(ctx, ctx.t.order.which, orders, words) };
}

function askWhich(ctx: CommandContext, text: string, orders: readonly Order[], rest: string): Reply {
  const buttons = orders.map((one): Button[] => [
    { label: lineOf(ctx, one), command: `/order o${one.id} ${rest}`.trim() },
  ]);
  return failed(text, { buttons });
}

/** 'M-1 · ¥256.00 · not paid yet'. */
const lineOf = ({ t, locale }: CommandContext, order: Order): string =>
  [order.number, formatMoney(order.totalMinor, order.currency, locale), orderState(t, order, locale)].join(' · ');
