import { plainDecimal } from '../../../../../text/money/money.ts';
import { storeCredit } from '../../../../../text/money/order/known/store_credit.ts';
import { type Button, failed, type Reply } from '../../../../reply.ts';
import type { Order } from '../../../../sell/order.ts';
import { dueOf, keptOf, type OwnOrder } from '../../../../sell/own_order.ts';
import type { CommandContext } from '../../../command.ts';
import { minorIn, money } from '../sums.ts';

/** store credit $20: no such account is kept here; what it can be of this order is a tap away each. Undefined: the words say no such thing. */
export function askOfCredit(ctx: CommandContext, { id }: Order, own: OwnOrder, words: string): Reply | undefined {
  const { t } = ctx;
  const said = storeCredit(words);
  const minor = said === undefined ? undefined : minorIn(said, own.currency);
  if (minor === undefined || minor <= 0n) return undefined;
  const typed = `${plainDecimal(String(minor), own.currency)} ${own.currency}`;
  const sum = money(ctx, own, minor);
  const row = (label: string, rest: string): Button[] => [{ label, command: `/order o${id} ${rest}` }];
  return failed(t.partBack.credit(own.number, sum), {
    buttons: [
      ...(own.cancelledAt === null && dueOf(own) >= minor ? [row(t.partBack.creditPays(sum), `paid ${typed}`)] : []),
      ...(keptOf(own) >= minor ? [row(t.partBack.creditIsRefund(sum), `refund ${typed}`)] : []),
      row(t.order.noteIt, `note: ${words.trim()}`),
    ],
  });
}
