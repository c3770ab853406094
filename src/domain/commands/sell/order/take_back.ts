import type { TakenBack } from '../../../../text/money/order/order_change.ts';
import { formatDay } from '../../../../text/when/format_when.ts';
import { clockOf } from '../../../context.ts';
import { failed, type Reply } from '../../../reply.ts';
import type { Order } from '../../../sell/order.ts';
import { shakenBy } from '../../../sell/order_lead.ts';
import { type OwnOrder, unpayOwn, unrefundOwn, unsendOwn, writeOwn } from '../../../sell/own_order.ts';
import type { Refund } from '../../../shop_event.ts';
import type { CommandContext } from '../../command.ts';
import { isOver } from './acts.ts';
import { changed } from './changed.ts';
import { alike } from './paid_more.ts';
import { money } from './sums.ts';

/** So many refunds are offered. */
const MOST_ASKED = 6;

const UNDO: Record<
  TakenBack['what'],
  (ctx: CommandContext, order: Order, own: OwnOrder, which: string) => Promise<Reply>
> = {
  cancel: standsAgain,
  sent: notSent,
  paid: notPaid,
  refund: notRefunded,
};

/** Takes back that an order was paid, sent, refunded or cancelled. What was said to its buyer is not taken back by it. */
export async function takeBack(
  ctx: CommandContext,
  order: Order,
  own: OwnOrder,
  { what, which }: TakenBack,
): Promise<Reply> {
  // money may go back of a cancelled one, too
  const isLeft = what === 'cancel' || what === 'refund';
  return own.cancelledAt && !isLeft ? isOver(ctx, order) : UNDO[what](ctx, order, own, which);
}

async function standsAgain(ctx: CommandContext, order: Order, own: OwnOrder): Promise<Reply> {
  const { t } = ctx;
  if (!own.cancelledAt) return alike(t.order.notCancelled(own.number));
  await writeOwn(ctx.tx, { ...own, cancelledAt: null }, ctx.now);
  return changed(ctx, order.id, own, t.order.standsAgain(own.number));
}

async function notSent(ctx: CommandContext, order: Order, own: OwnOrder): Promise<Reply> {
  const { t } = ctx;
  if (own.fulfillment === 'unfulfilled') return alike(t.order.notSent(own.number));
  await unsendOwn(ctx.tx, own, ctx.now);
  return changed(ctx, order.id, own, t.order.notSent(own.number));
}

/** None of its money has come. What went back of it must have come before. */
async function notPaid(ctx: CommandContext, order: Order, own: OwnOrder, which: string): Promise<Reply> {
  const { t } = ctx;
  // of an order that is paid, or on its way, the parcel may be what has not come
  if (which === 'perhaps' && (own.paidMinor !== '0' || own.fulfillment !== 'unfulfilled'))
    return askWhatIsMissing(ctx, order);
  const [paid, back] = [BigInt(own.paidMinor), own.refunds.reduce((sum, { minor }) => sum + BigInt(minor), 0n)];
  if (back > 0n) return failed(t.order.paidAndBack(own.number, money(ctx, own, back)));
  if (paid === 0n) return alike(t.order.notPaid(own.number));
  await unpayOwn(ctx.tx, own, ctx.now);
  const lead = await shakenBy(ctx.tx, order);
  return changed(ctx, order.id, own, t.order.unpaidNow(own.number, money(ctx, own, paid)), { lead });
}

function askWhatIsMissing({ t }: CommandContext, { id, number }: Order): Reply {
  const noted = `/order o${id} note: ${t.order.parcelMissing}`;
  return failed(t.order.whatIsMissing(number), {
    buttons: [
      [{ label: t.order.noteParcelMissing, command: noted }],
      [{ label: t.order.moneyMissing, command: `/order o${id} unpaid` }],
    ],
  });
}

/** That money went back was a mistake; of several refunds it is asked which. */
async function notRefunded(ctx: CommandContext, order: Order, own: OwnOrder, which: string): Promise<Reply> {
  const { t } = ctx;
  const made = own.refunds.filter(({ minor }) => minor !== '0');
  if (made.length === 0) return alike(t.order.nothingRefunded(own.number));
  const isAll = which === 'all' || (which === '' && made.length === 1);
  const meant = isAll ? made : made.filter(({ externalId }) => externalId === which);
  if (meant.length === 0) return askWhich(ctx, order, own, made);
  await unrefundOwn(
    ctx.tx,
    own,
    meant.map(({ externalId }) => externalId),
    ctx.now,
  );
  const sum = meant.reduce((all, { minor }) => all + BigInt(minor), 0n);
  return changed(ctx, order.id, own, t.order.notRefunded(own.number, money(ctx, own, sum)));
}

function askWhich(ctx: CommandContext, { id }: Order, own: OwnOrder, made: readonly Refund[]): Reply {
  const sum = made.reduce((all, { minor }) => all + BigInt(minor), 0n);
  return failed(ctx.t.order.whichRefund(own.number), {
    buttons: [
      ...made.slice(-MOST_ASKED).map(({ externalId, minor, refundedAt }) => [
        {
          label: `${money(ctx, own, BigInt(minor))} · ${formatDay(refundedAt, clockOf(ctx, ctx.locale))}`,
          command: `/order o${id} not refunded ${externalId}`,
        },
      ]),
      [{ label: ctx.t.order.refundAll(money(ctx, own, sum)), command: `/order o${id} not refunded all` }],
    ],
  });
}
