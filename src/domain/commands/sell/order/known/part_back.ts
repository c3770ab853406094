import { plainDecimal } from '../../../../../text/money/money.ts';
import { shareBack } from '../../../../../text/money/order/known/share_back.ts';
import { isCalled, soMany } from '../../../../../text/money/order/known/so_many.ts';
import { articleName } from '../../../../desk/order_card.ts';
import { failed, type Reply } from '../../../../reply.ts';
import type { Order } from '../../../../sell/order.ts';
import type { OwnOrder } from '../../../../sell/own_order.ts';
import type { CommandContext } from '../../../command.ts';
import { minorIn, money } from '../sums.ts';

/** What goes back by the words, and how that is called. */
interface PartBack {
  minor: bigint;
  label: (sum: string) => string;
}

/**
 * refund 50 %, refund 1 mug: what that comes to is a tap away, as it may be meant otherwise. `left`: what is here of it. Undefined: the
 * words are no part of it, or it comes to more than that.
 */
export function askOfPart(
  ctx: CommandContext,
  { id }: Pick<Order, 'id'>,
  own: OwnOrder,
  { words, left }: { words: string; left: bigint },
): Reply | undefined {
  const part = partOf(ctx, own, words, left);
  if (!part || part.minor <= 0n || part.minor > left) return undefined;
  const line = (minor: bigint) => `/order o${id} refund ${plainDecimal(String(minor), own.currency)} ${own.currency}`;
  const all = { label: ctx.t.order.refundAll(money(ctx, own, left)), command: line(left) };
  const some = { label: part.label(money(ctx, own, part.minor)), command: line(part.minor) };
  return failed(ctx.t.partBack.soMuch(own.number, money(ctx, own, left)), {
    buttons: [[some], ...(part.minor === left ? [] : [[all]])],
    rest: { before: `/order o${id} refund `, after: '', need: 'amount' },
    asks: ctx.t.need.amount,
  });
}

/** Nothing of it is booked as paid: it was and went back, or it is off. Of what went back whole nothing is left to do. */
export function nothingBack(
  { t, ...ctx }: CommandContext,
  own: OwnOrder,
  { id, words }: { id: string; words: string },
): Reply {
  if (own.paidMinor !== '0' || own.cancelledAt)
    return failed(t.order.nothingToRefund(own.number), {
      buttons: [[{ label: t.button.order, command: `/order o${id}` }]],
    });
  const total = BigInt(own.totalMinor);
  const said = minorIn(words, own.currency);
  const back = said !== undefined && said > 0n && said < total ? said : total;
  const sums = [total, back].map((minor) => money({ t, ...ctx }, own, minor)) as [string, string];
  const refund = `/order o${id} refund ${plainDecimal(String(back), own.currency)} ${own.currency}`;
  return failed(t.partBack.neverPaid(own.number), {
    buttons: [
      [{ label: t.partBack.paidAndBack(...sums), command: `/order o${id} paid\n${refund}` }],
      [{ label: t.partBack.cancelIt(own.number, sums[0]), command: `/order o${id} cancel` }],
    ],
  });
}

function partOf({ t }: CommandContext, own: OwnOrder, words: string, left: bigint): PartBack | undefined {
  const percent = shareBack(words);
  if (percent !== undefined) {
    const minor = (left * BigInt(Math.round(percent * 100)) + 5000n) / 10_000n;
    return { minor, label: (sum) => t.partBack.share(Math.round(percent * 100) / 100, sum) };
  }
  const back = soMany(words);
  const [line, ...others] = back ? own.lines.filter((one) => isCalled(back, one)) : [];
  if (!back || !line || others.length > 0 || back.count > line.quantity) return undefined;
  const name = articleName({ title: line.title, variant: line.variant ?? null });
  return {
    minor: BigInt(line.priceMinor) * BigInt(back.count),
    label: (sum) => t.partBack.pieces(back.count, name, sum),
  };
}
