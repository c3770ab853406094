import type { Sql } from '../../db/sql.ts';
import type { Locale } from '../../text/locale.ts';
import type { Messages } from '../../text/messages.ts';
import { formatMoney, type Money, plainDecimal } from '../../text/money/money.ts';
import { truncate } from '../../text/truncate.ts';
import type { LeadNamed, OfLead } from '../card.ts';
import type { Context } from '../context.ts';
import { journaled } from '../owner/journal.ts';
import { ownerId } from '../owner/user.ts';
import { loadContact } from '../people/contact.ts';
import type { Button, Reply } from '../reply.ts';
import { type Lead, leadWonBy, openLeadsOf, winLead, wonSince } from '../sell/lead.ts';
import { type Order, worthOf } from '../sell/order.ts';
import { firstPaidAt } from '../sell/order_money.ts';
import { otherNameOf } from './order_card.ts';

const LABEL_GRAPHEMES = 60;
/** So many are offered, the last moved first. */
const MOST_OFFERED = 5;

/**
 * A paid order wins the one lead its buyer has open, of those that were there by `before`. Where the shop names somebody else than the
 * contact, several are open, what has come is far from the lead's sum or only a small part of the order's, it is only offered: who shares
 * a phone or a mail address may have bought for themselves, and who waits for an offer may buy something small besides.
 */
export async function winByOrder(ctx: Context, order: Order, before?: Date): Promise<OfLead | undefined> {
  const buyer = order.contactId ? await loadContact(ctx.tx, order.contactId) : undefined;
  const open = buyer ? await openLeadsOf(ctx.tx, buyer.id) : [];
  const [lead, ...others] = open.filter(({ createdAt }) => !before || createdAt <= before);
  if (!lead || !buyer) return undefined;
  const other = await otherNameOf(ctx.tx, order, buyer);
  if (other) return { is: 'perhaps', ...meant(lead), account: other.account };
  const { currency, id: orderId } = order;
  const sum = { minor: worthOf(order), currency };
  const offered = { ...meant(lead), orderAmount: sum, orderId };
  if (others.length > 0) return { is: 'which', ...offered, others: others.slice(0, MOST_OFFERED - 1).map(named) };
  const came = { minor: cameFor(order), currency };
  if (came.minor !== sum.minor && isFar(came, amountOf(lead) ?? sum))
    return { is: 'deposit', ...offered, orderAmount: came };
  return isFar(sum, amountOf(lead)) ? { is: 'unlike', ...offered } : won(ctx, lead, sum, orderId);
}

/**
 * What was left to be paid has come: what the first part of it did not win may be won now, unless the order has won a lead, or a user has
 * decided about one since.
 */
export async function winByRest(ctx: Context, order: Order): Promise<OfLead | undefined> {
  const since = await firstPaidAt(ctx.tx, order.id);
  const decided =
    (await leadWonBy(ctx.tx, order.id)) ??
    (order.contactId && since && (await wonSince(ctx.tx, order.contactId, since)));
  return decided ? undefined : winByOrder(ctx, order);
}

/** In minor units; 0 where only a part has come and the shop does not say how much. */
function cameFor(order: Order): string {
  if (order.payment !== 'partially_paid') return worthOf(order);
  return order.outstandingMinor === null ? '0' : String(BigInt(worthOf(order)) - BigInt(order.outstandingMinor));
}

/** Less than half of it, more than twice as much, or money that cannot be compared. */
function isFar(sum: Money, amount: Money | undefined): boolean {
  if (!amount) return false;
  if (sum.currency !== amount.currency) return true;
  const [ordered, expected] = [BigInt(sum.minor), BigInt(amount.minor)];
  return ordered * 2n < expected || ordered > expected * 2n;
}

const amountOf = ({ amountMinor, currency }: Lead): Money | undefined =>
  amountMinor === null || currency === null ? undefined : { minor: amountMinor, currency };

const named = (lead: Lead): LeadNamed => ({ leadId: lead.id, title: lead.title, amount: amountOf(lead) });

const meant = (lead: Lead) => ({ ...named(lead), contactId: lead.contactId });

/** Of one that is somebody else's now: only a lead that was open when it was paid. */
export async function winByMove(ctx: Context, order: Order): Promise<OfLead | undefined> {
  const paidAt = await firstPaidAt(ctx.tx, order.id);
  return paidAt && winByOrder(ctx, order, paidAt);
}

/** The lead an order has won that is given back, cancelled or deleted now. */
export async function shakenBy(sql: Sql, order: Order): Promise<OfLead | undefined> {
  const lead = await leadWonBy(sql, order.id);
  return lead && { is: 'shaken', ...meant(lead) };
}

/** It is recorded as what the owner can take back. */
async function won(ctx: Context, lead: Lead, sum: Money, orderId: string): Promise<OfLead> {
  const { id } = lead;
  // unless the owner had named an amount, it is what the order comes to
  const amount = lead.amountMinor === null ? sum : undefined;
  const win = () => winLead(ctx.tx, id, amount, ctx.now, { orderId, itself: true });
  const userId = await ownerId(ctx.tx);
  const entry = userId && { userId, command: `/won ${id}`, now: ctx.now, byItself: true };
  const journalId = entry ? (await journaled(ctx.tx, entry, win)).journalId : void (await win());
  return { is: 'won', ...meant(lead), ...(journalId && { journalId }) };
}

/** The card with what the order means for a lead, and what can be done about it. */
export function withLead(t: Messages, locale: Locale, reply: Reply, ofLead: OfLead | undefined): Reply {
  if (!ofLead) return reply;
  const hint = [reply.hint, leadLine(t, locale, ofLead)].filter(Boolean).join('\n');
  const buttons = leadButtonsOf(t, locale, ofLead);
  return { ...reply, hint, buttons: [...(reply.buttons ?? []), ...(buttons.length > 0 ? [buttons] : [])] };
}

/** One line: which lead, what it is worth by itself, and what the order means for it. */
export function leadLine(t: Messages, locale: Locale, ofLead: OfLead): string {
  const { is, orderAmount } = ofLead;
  const line = lineOf(ofLead, locale);
  if (is === 'which') return t.order.whichLead;
  if (is !== 'unlike' && is !== 'deposit') return t.order.lead[is](line);
  return t.order[is](line, orderAmount && orderAmount.minor !== '0' ? shown(orderAmount, locale) : '');
}

const lineOf = ({ title, amount }: LeadNamed, locale: Locale): string =>
  [title, ...(amount ? [shown(amount, locale)] : [])].join(' · ');

const shown = ({ minor, currency }: Money, locale: Locale): string => formatMoney(minor, currency, locale);

/** What can be done about it. */
export function leadButtonsOf(t: Messages, locale: Locale, ofLead: OfLead): Button[] {
  const { is, leadId, journalId, account, contactId } = ofLead;
  if (is === 'which') return [ofLead, ...(ofLead.others ?? [])].map((one) => wonOfSeveral(t, locale, one, ofLead));
  if (is === 'unlike' || is === 'deposit') {
    return [ofLead.amount, ofLead.orderAmount].flatMap((amount) => wonAt(t, locale, ofLead, amount));
  }
  if (is === 'won') return journalId ? [{ label: t.button.undo, command: `/undo ${journalId}` }] : [];
  if (is === 'shaken') {
    return [
      { label: t.button.reopen, command: `/reopen ${leadId}` },
      { label: t.button.lost, command: `/lost ${leadId}` },
    ];
  }
  return [
    { label: t.button.won, command: `/won ${leadId}` },
    ...(account ? [{ label: t.button.notTheSame, command: `/split c${contactId} ${account}` }] : []),
  ];
}

function wonAt(t: Messages, locale: Locale, lead: OfLead, amount: Money | undefined): Button[] {
  if (!amount || amount.minor === '0') return [];
  return [{ label: `${t.button.won} · ${shown(amount, locale)}`, command: wonCommand(lead, amount, lead.orderId) }];
}

/** Which of several: each with what it is worth by itself, else what the order comes to. */
function wonOfSeveral(t: Messages, locale: Locale, one: LeadNamed, { orderAmount, orderId }: OfLead): Button {
  const command = wonCommand(one, one.amount ?? orderAmount, orderId);
  return { label: truncate(`${t.button.won} · ${lineOf(one, locale)}`, LABEL_GRAPHEMES), command };
}

/** With the order that has won it, so that what becomes of that is told with the lead. */
function wonCommand({ leadId }: LeadNamed, amount: Money | undefined, orderId: string | undefined): string {
  const sum = amount && `${amount.currency} ${plainDecimal(amount.minor, amount.currency)}`;
  return [`/won ${leadId}`, sum, orderId && `order:${orderId}`].filter(Boolean).join(' ');
}
