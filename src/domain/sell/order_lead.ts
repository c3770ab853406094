import type { Sql } from '../../db/sql.ts';
import type { Money } from '../../text/money/money.ts';
import type { LeadNamed, OfLead } from '../card.ts';
import type { Context } from '../context.ts';
import { journaled } from '../owner/journal.ts';
import { ownerId } from '../owner/user.ts';
import { loadContact } from '../people/contact.ts';
import { type Lead, leadWonBy, openLeadsOf, winLead, wonSince } from './lead.ts';
import { type Order, worthOf } from './order.ts';
import { firstPaidAt } from './order_money.ts';
import { otherNameOf } from './other_name.ts';

/** How many are offered, the most recently moved first. */
const MOST_OFFERED = 5;

/**
 * A paid order wins the only open lead of its buyer, among those that existed at `before`. It is only offered if the
 * shop names somebody other than the contact, if several leads are open, or if the money is far from the lead's sum or
 * only a small part of the order's: somebody who shares a phone or a mail address may have bought for themselves, and
 * somebody who waits for a quote may buy something small besides. What is history wins nothing. `byUser`: a user's act pays it, and its undo takes this back as well.
 */
export async function winByOrder(
  ctx: Context,
  order: Order,
  { before, byUser = false }: { before?: Date; byUser?: boolean } = {},
): Promise<OfLead | undefined> {
  const isNews = order.contactId && ctx.pulled !== 'history';
  const open = isNews ? await openLeadsOf(ctx.tx, order.contactId!) : [];
  const [lead, ...others] = open.filter(({ createdAt }) => !before || createdAt <= before);
  const buyer = lead && (await loadContact(ctx.tx, lead.contactId));
  if (!buyer) return undefined;
  const other = await otherNameOf(ctx.tx, order, buyer);
  if (other) return { is: 'perhaps', ...meant(lead), account: other.account };
  const { currency, id: orderId } = order;
  const sum = { minor: worthOf(order), currency };
  const offered = { ...meant(lead), orderAmount: sum, orderId };
  if (others.length > 0) return { is: 'which', ...offered, others: others.slice(0, MOST_OFFERED - 1).map(named) };
  const came = { minor: cameFor(order), currency };
  if (came.minor !== sum.minor && isPart(came, amountOf(lead) ?? sum))
    return { is: 'deposit', ...offered, orderAmount: came };
  return isFar(sum, amountOf(lead)) ? { is: 'unlike', ...offered } : won(ctx, lead, sum, orderId, byUser);
}

/**
 * The rest of an order has been paid. A lead that the first part did not win may be won now, unless the order has won
 * one, or a user has decided about one since.
 */
export async function winByRest(ctx: Context, order: Order, byUser = false): Promise<OfLead | undefined> {
  const since = await firstPaidAt(ctx.tx, order.id);
  const decided =
    (await leadWonBy(ctx.tx, order.id)) ??
    (order.contactId && since && (await wonSince(ctx.tx, order.contactId, since)));
  return decided ? undefined : winByOrder(ctx, order, { byUser });
}

/** In minor units; 0 if only a part has come and the shop does not say how much. */
function cameFor(order: Order): string {
  if (order.payment !== 'partially_paid') return worthOf(order);
  return order.outstandingMinor === null ? '0' : String(BigInt(worthOf(order)) - BigInt(order.outstandingMinor));
}

/** Less than half, more than twice as much, or a different currency. */
function isFar(sum: Money, amount: Money | undefined): boolean {
  if (!amount) return false;
  if (sum.currency !== amount.currency) return true;
  const [ordered, expected] = [BigInt(sum.minor), BigInt(amount.minor)];
  return ordered * 2n < expected || ordered > expected * 2n;
}

/** Half of it is the commonest deposit there is, and no end of it. */
const isPart = (came: Money, amount: Money): boolean =>
  isFar(came, amount) || BigInt(came.minor) * 2n <= BigInt(amount.minor);

const amountOf = ({ amountMinor, currency }: Lead): Money | undefined =>
  amountMinor === null || currency === null ? undefined : { minor: amountMinor, currency };

const named = (lead: Lead): LeadNamed => ({ leadId: lead.id, title: lead.title, amount: amountOf(lead) });

const meant = (lead: Lead) => ({ ...named(lead), contactId: lead.contactId });

/** For an order that now belongs to somebody else: wins only a lead that was open when it was paid. */
export async function winByMove(ctx: Context, order: Order): Promise<OfLead | undefined> {
  const paidAt = await firstPaidAt(ctx.tx, order.id);
  return paidAt && winByOrder(ctx, order, { before: paidAt });
}

/** The lead won by an order that was now refunded, cancelled or deleted. */
export async function shakenBy(sql: Sql, order: Order): Promise<OfLead | undefined> {
  const lead = await leadWonBy(sql, order.id);
  return lead && { is: 'shaken', ...meant(lead) };
}

/** Recorded as something that the owner can take back. */
async function won(ctx: Context, lead: Lead, sum: Money, orderId: string, byUser: boolean): Promise<OfLead> {
  const { id } = lead;
  // the order's amount, unless the owner had named one
  const amount = lead.amountMinor === null ? sum : undefined;
  const win = () => winLead(ctx.tx, id, amount, ctx.now, { orderId, itself: true });
  const userId = byUser ? undefined : await ownerId(ctx.tx);
  const entry = userId && { userId, command: `/won ${id}`, now: ctx.now, byItself: true };
  const journalId = entry ? (await journaled(ctx.tx, entry, win)).journalId : void (await win());
  return { is: 'won', ...meant(lead), ...(journalId && { journalId }) };
}
