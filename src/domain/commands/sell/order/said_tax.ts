import { taxName } from '../../../../text/money/order/order_tax.ts';
import type { OrderSaid } from '../../../../text/money/order/ordered_lines.ts';
import { type Button, failed, type Reply } from '../../../reply.ts';
import type { OrderLine } from '../../../shop_event.ts';
import type { CommandContext } from '../../command.ts';
import { money } from './sums.ts';

interface Sums {
  currency: string;
  /** What the articles come to, in minor units. */
  total: bigint;
  /** What stands for the order or the buyer on a button. */
  ref: string;
}

/** The tax that comes on top, as a line of its own; where its rate was not said it is asked. */
export function withTax(
  ctx: CommandContext,
  { tax }: Pick<OrderSaid, 'tax'>,
  words: string,
  sums: Sums,
): { lines: OrderLine[]; tax: bigint } | { ask: Reply } {
  if (!tax) return { lines: [], tax: 0n };
  if (tax.percent === undefined) return { ask: askRate(ctx, tax.said, words, sums) };
  const minor = taxOf(sums.total, tax.percent);
  const title = taxName(tax.said);
  return { lines: [{ sku: null, title, quantity: 1, priceMinor: String(minor) }], tax: minor };
}

/** So many hundredths of a sum, in minor units; a rate has up to three decimals. */
const taxOf = (total: bigint, percent: number): bigint =>
  (total * BigInt(Math.round(percent * 1000)) + 50_000n) / 100_000n;

function askRate(ctx: CommandContext, said: string, words: string, sums: Sums): Reply {
  const { t } = ctx;
  const at = words.lastIndexOf(said);
  const goods = `${words.slice(0, at).replace(/[\s,，;；+＋]+$/u, '')}${words.slice(at + said.length)}`;
  const line = `/order ${sums.ref} ${goods}`;
  const inAll: Button = {
    label: t.order.noTax(money(ctx, sums, sums.total)),
    command: goods.trim() === '' ? `${line}note: ${said}` : `${line}, note: ${said}`,
  };
  return failed(t.order.whichTax(said), {
    buttons: [[inAll]],
    rest: { before: `${line} + ${t.order.taxName} `, after: '%', need: 'amount' },
    asks: t.order.taxRate,
  });
}
