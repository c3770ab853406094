import { formatBriefly, parseMoney, plainDecimal } from '../../../../text/money/money.ts';
import { largeInFigures } from '../../../../text/money/scaled_figure.ts';
import { saleIn } from '../../../../text/sentence/sale/sale.ts';
import {
  anyGoods,
  mayTellOfDeposit,
  twoParts,
  withoutOrder,
  withoutWordsOf,
} from '../../../../text/sentence/theirs/deposit.ts';
import { titleIn } from '../../../../text/sentence/theirs/within.ts';
import { texts } from '../../../../text/texts.ts';
import type { Context } from '../../../context.ts';
import { loadContact } from '../../../people/contact.ts';
import { nameOf } from '../../../people/name.ts';
import { type Lead, openLeadsOf } from '../../../sell/lead.ts';
import { ordersOf } from '../../../sell/order.ts';
import { oneNamed } from '../../meant/one_named.ts';
import type { Lines } from '../order_said.ts';
import { orderOfSum } from './payment.ts';

/** Their latest are looked at. */
const MOST_ORDERS = 6;
const MOST_LEADS = 3;

/**
 * So much came of somebody who has ordered nothing yet, but wants something: what they want becomes an order of which that is paid, one
 * for each lead that may be meant; where they want nothing it is one of its own. Empty: nothing of the kind is said, or there is an order
 * that it may be of.
 */
export async function depositsOnLeads(ctx: Context, told: string): Promise<(Lines & { ids: string[] })[]> {
  const text = withoutOrder(told);
  if (!mayTellOfDeposit(text)) return [];
  const whom = await oneNamed(ctx, text);
  if (!whom) return [];
  const isOpen = (await ordersOf(ctx.tx, whom.id, MOST_ORDERS)).some(
    ({ cancelledAt, deletedAt, payment }) =>
      !cancelledAt && !deletedAt && (payment === 'unpaid' || payment === 'pending' || payment === 'partially_paid'),
  );
  if (isOpen) return [];
  const all = await openLeadsOf(ctx.tx, whom.id);
  const titled = all.filter(({ title }) => titleIn(text, title) !== undefined);
  const meant = titled.length > 0 ? titled : all;
  if (meant.length > MOST_LEADS) return [];
  const contact = await loadContact(ctx.tx, whom.id);
  const ofThem = meant.flatMap((lead) => {
    const said = largeInFigures(withoutWordsOf(text, whom.said, titleIn(text, lead.title)));
    const words = contact && orderWords(ctx, lead, said);
    if (!words) return [];
    return [{ line: `/order c${whom.id} ${words}`, shown: `/order ${nameOf(contact)} ${words}`, ids: [whom.id] }];
  });
  return ofThem.length > 0 ? ofThem : aheadOfAll(ctx, text, whom);
}

/** More than anybody pays ahead. */
const ALL_OF_IT = 10 ** 9;

/** Who wants nothing of which a price is known has paid so much ahead all the same. */
async function aheadOfAll(
  ctx: Context,
  text: string,
  { id, said }: { id: string; said: string },
): Promise<(Lines & { ids: string[] })[]> {
  const contact = await loadContact(ctx.tx, id);
  const line = contact && aheadOf(ctx, text, { said, ref: `c${id}`, name: nameOf(contact) });
  return line ? [{ ...line, ids: [id] }] : [];
}

/** So much paid ahead is an order of its own. `said`: how the text calls whoever paid it. Undefined: it is said of nothing like that. */
export function aheadOf(
  ctx: Context,
  text: string,
  { said, ...whom }: { said: string; ref: string; name: string },
): Lines | undefined {
  const words = largeInFigures(withoutWordsOf(text, said, undefined));
  const parts = twoParts(words);
  if (parts) return inTwo(ctx, parts, whom);
  // half of nobody knows what is no sum
  const sale = /\d/u.test(words)
    ? saleIn(`${anyGoods(words)} ${ALL_OF_IT} ${words}`, ctx.settings.currency)
    : undefined;
  return sale?.part && orderOfSum(ctx, sale.part, whom, 'ahead');
}

/** What came and what is to come are together what it costs. */
function inTwo(
  { settings }: Context,
  { came, due, behind }: { came: string; due: string; behind: string },
  { ref, name }: { ref: string; name: string },
): Lines | undefined {
  const sums = [came, due].map((one) => parseMoney(one.trim(), settings.currency));
  const [first, second] = sums;
  if (!first || !second || first.currency !== second.currency) return undefined;
  const { typed, order } = texts(settings.locale);
  const whole = String(BigInt(first.minor) + BigInt(second.minor));
  const price = formatBriefly(whole, first.currency, settings.locale).replace(/(?<=\d),(?=\d{3})/gu, '');
  const words = `${order.moneyTitle.bare} ${price} ${typed.orderAct.paid[0]} ${came.trim()}, ${behind}`;
  return { line: `/order ${ref} ${words}`, shown: `/order ${name} ${words}` };
}

/** Undefined: it has no sum, or what is said behind it is not read whole. */
function orderWords({ settings }: Context, { title, amountMinor, currency }: Lead, said: string): string | undefined {
  if (amountMinor === null || currency === null) return undefined;
  const price = formatBriefly(amountMinor, currency, settings.locale).replace(/(?<=\d),(?=\d{3})/gu, '');
  // how many of it there are to be is none of what it costs
  const sale = saleIn(`${anyGoods(said)} ${plainDecimal(amountMinor, currency)} ${said}`, currency);
  return sale && !sale.isPaid && sale.behind !== '' ? `${title} ${price} ${sale.behind}` : undefined;
}
