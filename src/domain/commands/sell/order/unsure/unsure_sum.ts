import { plainDecimal } from '../../../../../text/money/money.ts';
import { actDay, orderedWays } from '../../../../../text/money/order/unsure/act_day.ts';
import { type Button, failed, type Reply } from '../../../../reply.ts';
import type { Order } from '../../../../sell/order.ts';
import { keptOf, loadOwn, type OwnOrder } from '../../../../sell/own_order.ts';
import type { CommandContext } from '../../../command.ts';
import { money } from '../sums.ts';

/** Stands for the goods. */
const GOODS = 'x';

/** 11.18付款, paid 11.18, paid friday: on which day, or how much, is not sure; each is a tap. Undefined: nothing is said so. */
export async function askOfDay(ctx: CommandContext, order: Order, words: string): Promise<Reply | undefined> {
  const said = actDay(`${GOODS} ${words.trim()}`, order.currency);
  if (said?.front.trim() !== GOODS || !(await loadOwn(ctx.tx, order.id))) return undefined;
  const line = (rest: string): Button[] => [{ label: rest, command: `/order o${order.id} ${rest}` }];
  const noted: Button[] = [{ label: ctx.t.order.noteIt, command: `/order o${order.id} note: ${words.trim()}` }];
  const ways = [...said.ways.map((way) => way.trim()), said.act];
  return failed(ctx.t.order.whichDay(said.said), { oneOf: true, buttons: [...ways.map(line), noted] });
}

/** A tenth of what it came to, or a thousand times as much, is rather a slip, or something else than a new sum. Undefined: it is near enough. */
export function askOfFar(
  ctx: CommandContext,
  id: string,
  own: OwnOrder,
  total: bigint,
  words: string,
): Reply | undefined {
  const was = BigInt(own.totalMinor);
  if (ctx.pressed !== undefined || was === 0n || total === 0n) return undefined;
  if (total * 10n >= was && total < was * 1000n) return undefined;
  const sum = `${plainDecimal(String(total), own.currency)} ${own.currency}`;
  const buttons: Button[][] = [
    [{ label: ctx.t.order.comesTo(money(ctx, own, total)), command: `/order o${id} total ${sum}` }],
    ...(total <= was - keptOf(own)
      ? [[{ label: ctx.t.order.paidSo(money(ctx, own, total)), command: `/order o${id} paid ${sum}` }]]
      : []),
    ...orderedWays(words, ctx.locale).map((way): Button[] => [{ label: way, command: `/order o${id} ${way}` }]),
  ];
  return failed(ctx.t.order.isFar(own.number, money(ctx, own, total), money(ctx, own, was)), { oneOf: true, buttons });
}
