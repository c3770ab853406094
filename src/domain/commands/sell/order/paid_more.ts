import { plainDecimal } from '../../../../text/money/money.ts';
import { saysMore } from '../../../../text/money/order/unsure/paid_more.ts';
import { type Button, failed, type Reply } from '../../../reply.ts';
import type { Order } from '../../../sell/order.ts';
import { keptOf, type OwnOrder } from '../../../sell/own_order.ts';
import type { CommandContext } from '../../command.ts';
import { minorIn, money } from './sums.ts';
import { notAnAct, whatItIs } from './what_it_is.ts';

export const alike = (text: string): Reply => ({ text, unchanged: true });

/** Nothing is due: the same is said again, or more has come, or came once more after some of it went back. `most`: what is not here of its sum. */
export function paidBefore(ctx: CommandContext, order: Order, own: OwnOrder, words: string, most: bigint): Reply {
  const { t } = ctx;
  const said = minorIn(words, own.currency);
  const back = BigInt(own.paidMinor) - keptOf(own);
  if (most > 0n && back > 0n)
    return failed(t.order.paidAndBack(own.number, money(ctx, own, back)), {
      buttons: [[cameAgain(ctx, order, own, most)]],
    });
  const already = t.order.alreadyPaid(own.number);
  if (said === undefined ? !saysMore(words) : said <= BigInt(own.paidMinor)) return alike(already);
  const typed = `paid ${words}`;
  const reply =
    said === undefined
      ? (whatItIs(ctx, order, own, typed) ?? notAnAct(ctx, order, typed))
      : notAnAct(ctx, order, typed, [[comesTo(ctx, order, own, said)]]);
  return { ...reply, text: `${already}\n${reply.text}` };
}

/** More than is due: the rest of it, or it comes to more. */
export function tooMuch(ctx: CommandContext, order: Order, own: OwnOrder, came: bigint, most: bigint): Reply {
  const buttons = [[cameAgain(ctx, order, own, most)], [comesTo(ctx, order, own, keptOf(own) + came)]];
  return failed(ctx.t.order.tooMuch(money(ctx, own, most)), { oneOf: true, buttons });
}

const typedSum = ({ currency }: OwnOrder, minor: bigint): string =>
  `${plainDecimal(String(minor), currency)} ${currency}`;

const cameAgain = (ctx: CommandContext, { id }: Order, own: OwnOrder, minor: bigint): Button => ({
  label: ctx.t.order.cameIn(money(ctx, own, minor)),
  command: `/order o${id} paid ${typedSum(own, minor)}`,
});

const comesTo = (ctx: CommandContext, { id }: Order, own: OwnOrder, minor: bigint): Button => ({
  label: ctx.t.order.comesTo(money(ctx, own, minor)),
  command: `/order o${id} total ${typedSum(own, minor)}`,
});
