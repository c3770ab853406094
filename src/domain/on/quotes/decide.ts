import type { Locale } from '../../../text/locale.ts';
import { formatMoney } from '../../../text/money/money.ts';
import type { Texts } from '../../../text/texts.ts';
import type { Context } from '../../context.ts';
import { tellOwner } from '../../desk/tell.ts';
import { journaled } from '../../owner/journal.ts';
import { ownerId } from '../../owner/user.ts';
import type { Reply } from '../../reply.ts';
import { payLinkFor } from '../../sell/invoice/pay_link.ts';
import { type Lead, loadLead, winLead } from '../../sell/lead.ts';
import { nextOwnNumber, ownConnection, writeOwn } from '../../sell/own_order.ts';
import { type Beside, besideQuote } from '../../sell/quote/beside.ts';
import { lockLead } from '../../sell/quote/lines.ts';
import { shownNumber } from '../../sell/quote/number.ts';
import {
  type Decided,
  loadQuote,
  type Quote,
  type QuoteContent,
  quotesOf,
  standingOf,
  todayOf,
} from '../../sell/quote/quote.ts';
import type { OrderLine } from '../../shop_event.ts';

type Told = Pick<Decided, 'address' | 'agent'>;

/**
 * Its customer accepts it: that wins the lead, opens an order with its lines, and is told at once. Once only, whoever presses how often: the row
 * is locked. What is over, replaced or withdrawn is not accepted. Its owner can take all of it back. Gives the quote as it is by then.
 */
export async function acceptQuote(
  ctx: Context,
  id: string,
  decided: Told & { name: string },
): Promise<Quote | undefined> {
  const quote = await openQuote(ctx, id);
  if (!quote) return loadQuote(ctx.tx, id);
  const lead = (await loadLead(ctx.tx, quote.leadId))!;
  const beside = await besideQuote(ctx, quote);
  const journalId = await byItself(ctx, quote, 'accepted', async () => {
    const orderId = await openOrder(ctx, quote);
    await decide(ctx, quote, 'accepted', decided);
    await ctx.tx`update quotes set order_id = ${orderId} where id = ${id}`;
    const { totalMinor, currency } = quote;
    await winLead(ctx.tx, quote.leadId, { minor: totalMinor, currency }, ctx.now, { orderId, itself: false });
  });
  const after = (await loadQuote(ctx.tx, id))!;
  await tell(ctx, after, journalId, { lead, ...beside });
  return after;
}

/** Its customer declines it, perhaps with a reason. The lead stays open: its owner decides. */
export async function declineQuote(
  ctx: Context,
  id: string,
  decided: Told & { reason: string },
): Promise<Quote | undefined> {
  const quote = await openQuote(ctx, id);
  if (!quote) return loadQuote(ctx.tx, id);
  const journalId = await byItself(ctx, quote, 'declined', () => decide(ctx, quote, 'declined', decided));
  const after = (await loadQuote(ctx.tx, id))!;
  await tell(ctx, after, journalId, undefined);
  return after;
}

/** Locked, as it is then; undefined: nobody can decide about it any more. */
async function openQuote({ tx, now, settings }: Context, id: string): Promise<Quote | undefined> {
  // a statement that waits for a lock reads other rows as they were before it waited, so what it is by now is read by the next one
  // the lead first, as whoever sends anew does
  const known = await loadQuote(tx, id);
  if (known) await lockLead(tx, known.leadId);
  await tx`select from quotes where id = ${id} for update`;
  const quote = await loadQuote(tx, id);
  return quote && standingOf(quote, todayOf(now, settings.timezone)) === 'sent' ? quote : undefined;
}

/** Recorded as something that the owner can take back. */
async function byItself(
  ctx: Context,
  quote: Quote,
  how: 'accepted' | 'declined',
  work: () => Promise<void>,
): Promise<string | undefined> {
  const userId = await ownerId(ctx.tx);
  if (!userId) return void (await work());
  const entry = { userId, command: `/quote ${shownNumber(quote)} ${how}`, now: ctx.now, byItself: true };
  return (await journaled(ctx.tx, entry, work)).journalId;
}

async function decide(
  { tx, now }: Context,
  { id }: Quote,
  state: 'accepted' | 'declined',
  decided: Decided,
): Promise<void> {
  await tx`
    update quotes set state = ${state}, decided_at = ${now}, decided = ${tx.json(decided)},
      opened_at = coalesce(opened_at, ${now}) where id = ${id}`;
}

/** An own order of what was accepted, which nobody has paid yet. */
async function openOrder({ tx, now }: Context, quote: Quote): Promise<string> {
  const connectionId = await ownConnection(tx);
  return writeOwn(
    tx,
    {
      ...{ id: null, connectionId, number: await nextOwnNumber(tx, connectionId), contactId: quote.contactId },
      ...{ payment: 'unpaid', fulfillment: 'unfulfilled', currency: quote.currency, totalMinor: quote.totalMinor },
      ...{ lines: quote.content.lines.map(orderLine), refunds: [], paidMinor: '0', placedAt: now, cancelledAt: null },
      ...{ versionAt: null, gone: [], onDelivery: null, words: [{ of: '', text: shownNumber(quote) }] },
    },
    now,
  );
}

/** An order counts pieces: what is no whole number of them, or has no even price, is one line with its quantity in its name. */
function orderLine({ description, quantity, minor }: QuoteContent['lines'][number]): OrderLine {
  const count = /^\d{1,9}$/.test(quantity) ? BigInt(quantity) : 0n;
  if (count > 0n && BigInt(minor) % count === 0n)
    return { sku: null, title: description, quantity: Number(count), priceMinor: String(BigInt(minor) / count) };
  return { sku: null, title: `${description} × ${quantity}`, quantity: 1, priceMinor: minor };
}

/** How it was when it was accepted. */
interface Accepted extends Beside {
  lead: Lead;
}

async function tell(
  ctx: Context,
  quote: Quote,
  journalId: string | undefined,
  accepted: Accepted | undefined,
): Promise<void> {
  const { id, contactId, contactName, conversationId, totalMinor, currency, decided, orderId } = quote;
  const number = shownNumber(quote);
  // of another one that was accepted before the order stands too: only its owner knows whether both are meant
  const before = accepted
    ? (await quotesOf(ctx.tx, quote.leadId)).filter((one) => one.id !== id && one.state === 'accepted')
    : [];
  const canPay =
    accepted && payLinkFor(ctx.settings, { minor: totalMinor, currency, number, name: '', mail: '' }) !== undefined;
  const named = before.map((one) => [shownNumber(one), one.orderNumber].filter(Boolean).join(' · '));
  await tellOwner(
    ctx,
    `quote:${id}:${accepted ? 'accepted' : 'declined'}:${ctx.now.getTime()}`,
    ({ quoteCard: t, button, inARow }, locale): Reply => ({
      title: accepted
        ? t.wasAccepted(number, contactName, formatMoney(totalMinor, currency, locale))
        : t.wasDeclined(number, contactName),
      fields: [
        ...(decided?.name ? [{ label: t.signedBy, value: t.signed(decided.name, decided.address) }] : []),
        ...(decided?.reason ? [{ label: t.reason, value: decided.reason }] : []),
      ],
      person: { contactId, sure: false },
      buttons: [
        [
          { label: button.show, command: `/quote ${number}` },
          ...(orderId ? [{ label: t.order, command: `/order o${orderId}` }] : []),
          ...(journalId ? [{ label: button.undo, command: `/undo ${journalId}` }] : []),
        ],
        ...(orderId && canPay ? [[{ label: t.howToPay, command: `/order o${orderId} tell` }]] : []),
        ...(accepted?.alike ?? []).map((one) => [{ label: one.number, command: `/order o${one.id}` }]),
        ...before.map((one) => [
          {
            label: one.orderNumber ?? shownNumber(one),
            command: one.orderId ? `/order o${one.orderId}` : `/quote ${shownNumber(one)}`,
          },
        ]),
      ],
      ...withHint([
        ...(accepted ? hintsOf(accepted, quote, t, inARow, locale) : []),
        ...(named.length > 0 ? [t.acceptedToo(inARow(named))] : []),
      ]),
    }),
    {
      notice: { kind: 'quoted', contactId },
      conversationId,
      showsContact: contactId,
      ...(accepted && { urgent: 'payment' as const }),
    },
  );
}

const withHint = (lines: string[]) => (lines.length > 0 ? { hint: lines.join('\n') } : {});

/** What its owner would not see from the sum alone: the lead stood otherwise, the draft has gone on, or the order may be there already. */
function hintsOf(
  { lead, alike, draftTotal }: Accepted,
  { totalMinor, currency }: Quote,
  t: Texts['quoteCard'],
  inARow: Texts['inARow'],
  locale: Locale,
): string[] {
  const isOther = lead.amountMinor !== null && (lead.amountMinor !== totalMinor || lead.currency !== currency);
  return [
    ...(lead.stage === 'lost' ? [t.wasLost] : []),
    ...(lead.stage === 'won' && isOther ? [t.wasWonFor(formatMoney(lead.amountMinor!, lead.currency!, locale))] : []),
    ...(draftTotal === undefined ? [] : [t.draftWentOn(formatMoney(draftTotal.minor, draftTotal.currency, locale))]),
    ...(alike.length > 0 ? [t.orderAlike(inARow(alike.map(({ number }) => number)))] : []),
  ];
}
