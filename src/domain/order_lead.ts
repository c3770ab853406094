import type { Sql } from '../db/sql.ts';
import type { Messages } from '../text/messages.ts';
import { loadContact } from './contact.ts';
import type { Context } from './context.ts';
import { journaled } from './journal.ts';
import { type Lead, leadWonBy, type OfLead, openLeadsOf, winLead } from './lead.ts';
import { type Order, worthOf } from './order.ts';
import { type OtherName, otherNameOf } from './order_card.ts';
import { firstPaidAt } from './order_money.ts';
import type { Button, Reply } from './reply.ts';
import { ownerId } from './user.ts';

/**
 * A paid order wins the lead its buyer has open: the one moved last, of those that were there by `before`. Where the shop names somebody
 * else than the contact it is only offered: who shares a phone or a mail address may have bought for themselves.
 */
export async function winByOrder(ctx: Context, order: Order, before?: Date): Promise<OfLead | undefined> {
  const buyer = order.contactId ? await loadContact(ctx.tx, order.contactId) : undefined;
  const open = buyer ? await openLeadsOf(ctx.tx, buyer.id) : [];
  const lead = open.find(({ createdAt }) => !before || createdAt <= before);
  if (!lead || !buyer) return undefined;
  const other = await otherNameOf(ctx.tx, order, buyer);
  return other ? perhaps(lead, other) : won(ctx, lead, order);
}

/** Of one that is somebody else's now: only a lead that was open when it was paid. */
export async function winByMove(ctx: Context, order: Order): Promise<OfLead | undefined> {
  const paidAt = await firstPaidAt(ctx.tx, order.id);
  return paidAt && winByOrder(ctx, order, paidAt);
}

/** The lead an order has won that is given back, cancelled or deleted now. */
export async function shakenBy(sql: Sql, order: Order): Promise<OfLead | undefined> {
  const lead = await leadWonBy(sql, order.id);
  return lead && { is: 'shaken', leadId: lead.id, title: lead.title, contactId: lead.contactId };
}

const perhaps = ({ id, title, contactId }: Lead, { account }: OtherName): OfLead => ({
  is: 'perhaps',
  leadId: id,
  title,
  contactId,
  account,
});

/** It is recorded as what the owner can take back. */
async function won(ctx: Context, { id, title, amountMinor, contactId }: Lead, order: Order): Promise<OfLead> {
  // unless the owner had named an amount, it is what the order comes to
  const amount = amountMinor === null ? { minor: worthOf(order), currency: order.currency } : undefined;
  const win = () => winLead(ctx.tx, id, amount, ctx.now, order.id);
  const userId = await ownerId(ctx.tx);
  const entry = userId && { userId, command: `/won ${id}`, now: ctx.now, byItself: true };
  const journalId = entry ? (await journaled(ctx.tx, entry, win)).journalId : void (await win());
  return { is: 'won', leadId: id, title, contactId, ...(journalId && { journalId }) };
}

/** The card with what the order means for a lead, and what can be done about it. */
export function withLead(t: Messages, reply: Reply, ofLead: OfLead | undefined): Reply {
  if (!ofLead) return reply;
  const hint = [reply.hint, t.order.lead[ofLead.is](ofLead.title)].filter(Boolean).join('\n');
  const buttons = leadButtonsOf(t, ofLead);
  return { ...reply, hint, buttons: [...(reply.buttons ?? []), ...(buttons.length > 0 ? [buttons] : [])] };
}

export function leadButtonsOf(t: Messages, { is, leadId, journalId, account, contactId }: OfLead): Button[] {
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
