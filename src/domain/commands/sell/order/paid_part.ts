import { plainDecimal } from '../../../../text/money/money.ts';
import type { PartSaid } from '../../../../text/money/order/part_paid.ts';
import { failed, type Reply } from '../../../reply.ts';
import { keptOf, type OwnOrder } from '../../../sell/own_order.ts';
import type { CommandContext } from '../../command.ts';
import { cameBy } from './said_sums.ts';
import { money } from './sums.ts';

/** What has come of an order by words for a part of it, in minor units; or the question, where they leave that open or something came before. */
export function paidPart(
  ctx: CommandContext,
  id: string,
  own: OwnOrder,
  { said, part, come }: PartSaid,
): bigint | Reply {
  const { t } = ctx;
  const { currency } = own;
  const [total, before] = [BigInt(own.totalMinor), keptOf(own)];
  const isLeft = part !== undefined && 'left' in part;
  const sum = part && cameBy(part, { currency, total });
  // what is still owed says all that has come so far
  const came = sum !== undefined && isLeft ? sum - before : sum;
  if (isLeft && came === 0n)
    return { text: t.order.owesSo(own.number, money(ctx, own, total - before)), unchanged: true };
  const fits = came !== undefined && came > 0n && came <= total - before;
  if (come && fits && own.paidMinor === '0') return came;
  const line = (minor: bigint) => `/order o${id} paid ${plainDecimal(String(minor), currency)} ${currency}`;
  return failed(t.order.howMuchPaid(said.trim(), money(ctx, own, total)), {
    ...(fits && {
      buttons: [
        [{ label: (before > 0n ? t.order.cameIn : t.order.paidSoFar)(money(ctx, own, came)), command: line(came) }],
      ],
    }),
    rest: { before: `/order o${id} paid `, after: '', need: 'amount' },
    asks: t.need.amount,
  });
}
