import type { SaidDay } from '../../../../text/money/order/besides_goods.ts';
import { isNoDay } from '../../../../text/money/order/order_day.ts';
import type { OrderSaid } from '../../../../text/money/order/ordered_lines.ts';
import { failed, type Reply } from '../../../reply.ts';
import type { CommandContext } from '../../command.ts';
import { placedOn } from './placed_on.ts';

/** The days that were said with an order; undefined: nothing is said. */
export interface SaidDays {
  /** When it was ordered: what was paid or left on a day was ordered by then. */
  placedAt: Date | undefined;
  /** Nobody said when it was. */
  isInferred: boolean;
  /** When the money came. */
  paidAt: Date | undefined;
  /** When it left. */
  sentAt: Date | undefined;
  /** A day of the order that lies ahead, as it was typed: a word about it. */
  ahead: string | undefined;
}

export const NO_DAYS: SaidDays = {
  ...{ placedAt: undefined, isInferred: false, paidAt: undefined, sentAt: undefined, ahead: undefined },
};

/** The days by the words, or the question, where something is said to have been done on one that lies ahead. */
export function saidDays(ctx: CommandContext, read: OrderSaid, words: string): SaidDays | { ask: Reply } {
  const on = (said: SaidDay | undefined): Date | undefined => said && placedOn(ctx, said.day);
  const [ordered, paidAt, sentAt] = [on(read.day), on(read.paidOn), on(read.sentOn)];
  // what is no day at all is no word about one that lies ahead either
  const none = [read.day, read.paidOn, read.sentOn].find((said) => said && isNoDay(said.day));
  if (none) return { ask: failed(ctx.t.order.unclear(none.said), { quote: words }) };
  const undone = (read.paidOn && !paidAt && read.paidOn) || (read.sentOn && !sentAt && read.sentOn);
  if (undone) return { ask: failed(ctx.t.order.unclear(undone.said), { quote: words }) };
  const done = [paidAt, sentAt].filter((day) => day !== undefined);
  const first = done.length > 0 ? new Date(Math.min(...done.map((day) => day.getTime()))) : undefined;
  const isInferred = !ordered && first !== undefined && first < ctx.now;
  const ahead = read.day && !ordered ? read.day.said : undefined;
  return { placedAt: ordered ?? first, isInferred, paidAt, sentAt, ahead };
}
