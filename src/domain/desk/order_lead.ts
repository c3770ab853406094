import type { Sql } from '../../db/sql.ts';
import type { Locale } from '../../text/locale.ts';
import { formatMoney, type Money, plainDecimal } from '../../text/money/money.ts';
import type { Texts } from '../../text/texts.ts';
import type { OfLead } from '../card.ts';
import type { Context } from '../context.ts';
import { journaled } from '../owner/journal.ts';
import { ownerId } from '../owner/user.ts';
import { loadContact } from '../people/contact.ts';
import type { Button, Reply } from '../reply.ts';
import { type Lead, leadWonBy, openLeadsOf, winLead } from '../sell/lead.ts';
import { type Order, worthOf } from '../sell/order.ts';
import { firstPaidAt } from '../sell/order_money.ts';
import { otherNameOf } from './order_card.ts';

/**
 * A paid order wins the lead its buyer has open: the one moved last, of those that were there by `before`. Where the shop names somebody
 * else than the contact, or its sum is far from the lead's, it is only offered: who shares a phone or a mail address may have bought
 * for themselves, and who waits for an offer may buy something small besides.
 */
export async function winByOrder(ctx: Context, order: Order, before?: Date): Promise<OfLead | undefined> {
  const buyer = order.contactId ? await loadContact(ctx.tx, order.contactId) : undefined;
  const open = buyer ? await openLeadsOf(ctx.tx, buyer.id) : [];
  const lead = open.find(({ createdAt }) => !before || createdAt <= before);
  if (!lead || !buyer) return undefined;
  const other = await otherNameOf(ctx.tx, order, buyer);
  if (other) return { is: 'perhaps', ...meant(lead), account: other.account };
  const sum = { minor: worthOf(order), currency: order.currency };
  return isFar(sum, amountOf(lead))
    ? { is: 'unlike', ...meant(lead), orderAmount: sum }
    : won(ctx, lead, sum, order.id);
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

const meant = (lead: Lead) => ({
  leadId: lead.id,
  title: lead.title,
  contactId: lead.contactId,
  amount: amountOf(lead),
});

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
  const win = () => winLead(ctx.tx, id, amount, ctx.now, orderId);
  const userId = await ownerId(ctx.tx);
  const entry = userId && { userId, command: `/won ${id}`, now: ctx.now, byItself: true };
  const journalId = entry ? (await journaled(ctx.tx, entry, win)).journalId : void (await win());
  return { is: 'won', ...meant(lead), ...(journalId && { journalId }) };
}

/** The card with what the order means for a lead, and what can be done about it. */
export function withLead(t: Texts, locale: Locale, reply: Reply, ofLead: OfLead | undefined): Reply {
  if (!ofLead) return reply;
  const hint = [reply.hint, leadLine(t, locale, ofLead)].filter(Boolean).join('\n');
  const buttons = leadButtonsOf(t, locale, ofLead);
  return { ...reply, hint, buttons: [...(reply.buttons ?? []), ...(buttons.length > 0 ? [buttons] : [])] };
}

/** One line: which lead, what it is worth by itself, and what the order means for it. */
export function leadLine(t: Texts, locale: Locale, { is, title, amount, orderAmount }: OfLead): string {
  const named = [title, ...(amount ? [shown(amount, locale)] : [])].join(' · ');
  return is === 'unlike'
    ? t.order.unlike(named, orderAmount ? shown(orderAmount, locale) : '')
    : t.order.lead[is](named);
}

const shown = ({ minor, currency }: Money, locale: Locale): string => formatMoney(minor, currency, locale);

/** What can be done about it. */
export function leadButtonsOf(t: Texts, locale: Locale, ofLead: OfLead): Button[] {
  const { is, leadId, journalId, account, contactId } = ofLead;
  if (is === 'unlike') return [ofLead.amount, ofLead.orderAmount].flatMap((amount) => wonAt(t, locale, leadId, amount));
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

function wonAt(t: Texts, locale: Locale, leadId: string, amount: Money | undefined): Button[] {
  if (!amount) return [];
  const { minor, currency } = amount;
  const label = `${t.button.won} · ${shown(amount, locale)}`;
  return [{ label, command: `/won ${leadId} ${currency} ${plainDecimal(minor, currency)}` }];
}
