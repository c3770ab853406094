import { formatMoney } from '../../../text/money/money.ts';
import type { Context } from '../../context.ts';
import { orderNewsCard } from '../../desk/order_news_card.ts';
import { tellOwner } from '../../desk/tell.ts';
import { journaled } from '../../owner/journal.ts';
import { ownerId } from '../../owner/user.ts';
import { invoiceOfOrder } from '../../sell/invoice/invoice.ts';
import { loadOrders, type Order } from '../../sell/order.ts';
import { winByOrder } from '../../sell/order_lead.ts';
import { dueOf, loadOwn, type OwnOrder } from '../../sell/own_order.ts';
import { countFor, type Fit, fitOf, type Meant } from '../../sell/payment/meant.ts';
import { type OrderCard, tell } from './tell_order.ts';

type Own = OwnOrder & { id: string };

/** The own order that is meant, kept from others until `tx` ends; undefined: none is. */
export async function ownMeant({ tx }: Context, meant: Meant | undefined): Promise<Own | undefined> {
  const own = meant && 'orderId' in meant ? await loadOwn(tx, meant.orderId) : undefined;
  return own && own.id !== null ? { ...own, id: own.id } : undefined;
}

/** As its customer knows it. */
async function calledOf({ tx }: Context, own: Own): Promise<string> {
  return (await invoiceOfOrder(tx, own.id))?.number ?? own.number;
}

/** All that is due came, with the number of what it is for: that is paid, and its owner can take it back. */
export async function countMeant(ctx: Context, own: Own, taken: Order, provider: string): Promise<void> {
  const { tx, now } = ctx;
  const called = await calledOf(ctx, own);
  const userId = await ownerId(tx);
  const work = () => countFor(tx, own, taken, now);
  const entry = { userId: userId ?? null, command: `/invoice ${called} by ${taken.number}`, now, byItself: true };
  const journalId = userId ? (await journaled(tx, entry, work)).journalId : void (await work());
  const [order] = await loadOrders(tx, [own.id]);
  const card: OrderCard = (named, t, money) => {
    const news = orderNewsCard(
      t,
      named,
      t.invoice.came.paid(called, money(taken.totalMinor, taken.currency), t.channel(provider)),
    );
    return {
      ...news,
      buttons: [
        [{ label: t.button.order, command: `/order o${own.id}` }, ...(news.buttons?.[0] ?? [])],
        ...(journalId ? [[{ label: t.button.undo, command: `/undo ${journalId}` }]] : []),
      ],
    };
  };
  const lead = await winByOrder(ctx, order!);
  await tell(ctx, `meant:${taken.id}`, order!, card, { itself: true, lead, urgent: 'payment' });
}

/** It is not what is due: its owner says whether it is for that. Until then it is an order of its own, as without a number. */
export async function askMeant(ctx: Context, own: Own, taken: Order, provider: string): Promise<void> {
  const fit: Fit = fitOf(own, taken);
  if (fit === 'exact') return;
  const called = await calledOf(ctx, own);
  const due = String(dueOf(own));
  await tellOwner(
    ctx,
    `meant:${taken.id}`,
    (t, locale) => {
      const { came } = t.invoice;
      const sum = formatMoney(taken.totalMinor, taken.currency, locale);
      return {
        title: came.asks(called, sum, t.channel(provider)),
        text: came.fits[fit](called, formatMoney(due, own.currency, locale)),
        buttons: [
          ...(fit === 'cancelled'
            ? []
            : [
                [
                  {
                    label: fit === 'paid' ? came.same : came.isFor(called),
                    command: `/invoice o${own.id} by o${taken.id}`,
                  },
                ],
              ]),
          [
            { label: own.number, command: `/order o${own.id}` },
            { label: taken.number, command: `/order o${taken.id}` },
          ],
        ],
        hint: came.untilThen(taken.number),
      };
    },
    { notice: { kind: 'order' }, urgent: 'payment' },
  );
}

/** It names a quote that nobody has accepted. */
export async function askOfQuote(ctx: Context, number: string, taken: Order, provider: string): Promise<void> {
  await tellOwner(
    ctx,
    `meant:${taken.id}`,
    (t, locale) => ({
      title: t.invoice.came.asks(number, formatMoney(taken.totalMinor, taken.currency, locale), t.channel(provider)),
      text: t.invoice.came.ofQuote(number),
      buttons: [
        [
          { label: number, command: `/quote ${number}` },
          { label: taken.number, command: `/order o${taken.id}` },
        ],
      ],
      hint: t.invoice.came.untilThen(taken.number),
    }),
    { notice: { kind: 'order' }, urgent: 'payment' },
  );
}
