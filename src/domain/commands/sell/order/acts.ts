import { plainDecimal } from '../../../../text/money/money.ts';
import { isHalf, isWhole } from '../../../../text/money/order/order_change.ts';
import { parcelTyped } from '../../../../text/money/order/parcel_typed.ts';
import type { PartSaid } from '../../../../text/money/order/part_paid.ts';
import { typedWords } from '../../../../text/typed.ts';
import { formatDay } from '../../../../text/when/format_when.ts';
import { clockOf } from '../../../context.ts';
import { failed, type Reply } from '../../../reply.ts';
import type { Order } from '../../../sell/order.ts';
import { shakenBy } from '../../../sell/order_lead.ts';
import { dueOf, keptOf, loadOwn, type OwnOrder, payOwn, sendOwn, writeOwn } from '../../../sell/own_order.ts';
import type { CommandContext } from '../../command.ts';
import type { Act } from './act_said.ts';
import { changed } from './changed.ts';
import { askOfPart, nothingBack } from './known/part_back.ts';
import { alike, paidBefore, tooMuch } from './paid_more.ts';
import { paidPart } from './paid_part.ts';
import { placedOn } from './placed_on.ts';
import { minorIn, money } from './sums.ts';
import { notAnAct } from './what_it_is.ts';

const ALL = typedWords(({ all }) => all);

/** Notes what has become of an order that was written down by hand, all that was said at once. A shop's own is changed in the shop. */
export async function doAct(ctx: CommandContext, order: Order, act: Act): Promise<Reply> {
  const first = await doOne(ctx, order, act);
  if (!act.next || first.failed) return first;
  const { failed: isFailed, unchanged, ...more } = await doAct(ctx, order, act.next);
  // what was done stays done where the other is asked about
  const isUnchanged = first.unchanged === true && (unchanged === true || isFailed === true);
  return {
    ...more,
    text: [first.text, more.text].filter(Boolean).join('\n'),
    ...(isUnchanged && (isFailed ? { failed: true } : { unchanged: true })),
    ...(!isFailed && first.rest && { rest: first.rest, hint: [more.hint, first.hint].filter(Boolean).join('\n') }),
  };
}

async function doOne(ctx: CommandContext, order: Order, act: Act): Promise<Reply> {
  const own = await loadOwn(ctx.tx, order.id);
  if (!own) return failed(ctx.t.order.ofShop(order.number), order.url ? { hint: order.url } : {});
  const { is, words, part, dated } = act;
  const at = dated && placedOn(ctx, dated.day);
  // a day that lies ahead
  if (dated && !at) return notAnAct(ctx, order, dated.typed);
  const done = { words, at: at && at < ctx.now ? at : undefined, onDelivery: act.onDelivery };
  if (is === 'paid') return paid(ctx, order, own, done, part);
  if (is === 'sent') return sent(ctx, order, own, done);
  return is === 'refund' ? refund(ctx, order, own, done) : cancel(ctx, order, own, done);
}

/** What stands behind the word for it, and when it was done; undefined: now. */
interface Done {
  words: string;
  at: Date | undefined;
  onDelivery?: string | undefined;
}

/** The day on which it was done, where it was not done now. */
const dayOf = (ctx: CommandContext, { at }: Done): string | undefined => at && formatDay(at, clockOf(ctx, ctx.locale));

/** Nothing more is done with a cancelled order. */
export const isOver = ({ t }: CommandContext, { id, number }: Pick<Order, 'id' | 'number'>): Reply =>
  failed(t.order.alreadyCancelled(number), { buttons: [[{ label: t.button.order, command: `/order o${id}` }]] });

/** All that is still owed, or so much of it. Of what was paid in full and went back in part, it has to be said how much came again. */
async function paid(ctx: CommandContext, order: Order, own: OwnOrder, done: Done, part?: PartSaid): Promise<Reply> {
  const { t } = ctx;
  const { words, at } = done;
  if (own.cancelledAt) return isOver(ctx, order);
  const most = BigInt(own.totalMinor) - keptOf(own);
  const left = dueOf(own);
  const said = minorIn(words, own.currency);
  if (most <= 0n || (left <= 0n && (said === undefined || said > most)))
    return paidBefore(ctx, order, own, words, most);
  const ofPart = part && paidPart(ctx, order.id, own, part);
  if (typeof ofPart === 'object') return ofPart;
  const came = ofPart ?? (words === '' || ALL.has(words.toLowerCase()) ? left : said);
  if (came === undefined || came <= 0n) return notAnAct(ctx, order, words);
  if (came > most) return tooMuch(ctx, order, own, came, most);
  await payOwn(ctx.tx, own, { came, at }, ctx.now);
  const day = dayOf(ctx, done);
  const text = came < most ? t.order.partPaid(own.number, money(ctx, own, came), day) : t.order.isPaid(own.number, day);
  return changed(ctx, order.id, own, text, { came: true });
}

async function sent(ctx: CommandContext, order: Order, own: OwnOrder, done: Done): Promise<Reply> {
  const { words, onDelivery } = done;
  if (own.cancelledAt) return isOver(ctx, order);
  const found = parcelTyped(words);
  if (words !== '' && !found) return notAnAct(ctx, order, words);
  if (own.fulfillment === 'fulfilled' && !found) return alike(ctx.t.order.alreadySent(own.number));
  const left = found?.day && placedOn(ctx, found.day);
  // a day that lies ahead
  if (found?.day && !left) return notAnAct(ctx, order, words);
  const at = done.at ?? (left && left < ctx.now ? left : undefined);
  const parcel = found && { carrier: found.carrier || null, number: found.number };
  const collected = onDelivery !== undefined && own.paidMinor === '0' ? { ...own, onDelivery } : own;
  await sendOwn(ctx.tx, collected, { parcel, at }, ctx.now);
  const reply = await changed(ctx, order.id, own, ctx.t.order.isSent(own.number, dayOf(ctx, { words, at })));
  const asks = { before: `/order o${order.id} sent `, after: '', need: 'tracking' };
  return parcel ? reply : { ...reply, hint: ctx.t.order.addTracking, rest: asks };
}

async function refund(ctx: CommandContext, order: Order, own: OwnOrder, done: Done): Promise<Reply> {
  const { t } = ctx;
  const { words, at = ctx.now } = done;
  const left = keptOf(own);
  const back = BigInt(own.paidMinor) - left;
  if (left <= 0n) return nothingBack(ctx, own, { id: order.id, words });
  if (words === '' || isHalf(words)) return askHowMuch(ctx, order, own, left);
  const part = askOfPart(ctx, order, own, { words, left });
  if (part) return part;
  const minor = ALL.has(words.toLowerCase()) ? left : minorIn(words, own.currency);
  if (minor === undefined || minor <= 0n) return notAnAct(ctx, order, words);
  if (minor > left) return failed(t.order.tooMuch(money(ctx, own, left)));
  const one = { externalId: nextRefund(own), minor: String(minor), refundedAt: at };
  await writeOwn(ctx.tx, { ...own, refunds: [...own.refunds, one] }, ctx.now);
  // a small part of it puts no lead in question, and what did so is not asked twice
  const total = BigInt(own.totalMinor);
  const shakes = (back + minor) * 2n >= total && back * 2n < total;
  const lead = shakes ? await shakenBy(ctx.tx, order) : undefined;
  const text = t.order.isRefunded(own.number, money(ctx, own, minor), dayOf(ctx, done));
  return changed(ctx, order.id, own, text, { lead });
}

/** r1, r2; one that was taken back leaves a gap. */
const nextRefund = ({ refunds }: OwnOrder): string =>
  `r${Math.max(0, ...refunds.map(({ externalId }) => Number(externalId.slice(1)) || 0)) + 1}`;

function askHowMuch(ctx: CommandContext, { id }: Order, own: OwnOrder, left: bigint): Reply {
  const line = (minor: bigint) => `/order o${id} refund ${plainDecimal(String(minor), own.currency)} ${own.currency}`;
  const half = left / 2n;
  return failed(ctx.t.order.refundHowMuch(own.number, money(ctx, own, left)), {
    buttons: [
      [{ label: ctx.t.order.refundAll(money(ctx, own, left)), command: line(left) }],
      ...(half > 0n ? [[{ label: ctx.t.order.refundHalf(money(ctx, own, half)), command: line(half) }]] : []),
    ],
    rest: { before: `/order o${id} refund `, after: '', need: 'amount' },
    asks: ctx.t.need.amount,
  });
}

async function cancel(ctx: CommandContext, order: Order, own: OwnOrder, done: Done): Promise<Reply> {
  const { at = ctx.now, words: why } = done;
  if (own.cancelledAt) return alike(ctx.t.order.alreadyCancelled(own.number));
  const words = why === '' || isWhole(why) ? own.words : [...own.words, { of: '', text: why }];
  await writeOwn(ctx.tx, { ...own, words, cancelledAt: at }, ctx.now);
  const lead = await shakenBy(ctx.tx, order);
  return changed(ctx, order.id, own, ctx.t.order.isCancelled(own.number), { lead });
}
