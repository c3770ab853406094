import type { Sql, Tx } from '../../../db/sql.ts';
import { type Day, dayOfIso, isoDay } from '../../../text/when/zone.ts';
import type { Context } from '../../context.ts';
import type { Order } from '../order.ts';
import { ownAmong } from '../own_order.ts';
import { businessOf } from '../quote/business.ts';
import { insertInvoice, invoiceNumbersOf, nextInvoiceNumber, payDaysOf } from './invoice.ts';

/** Why an order is not invoiced here: its shop does that, or it is cancelled. */
export async function whyNoInvoice(
  sql: Sql,
  { id, cancelledAt, deletedAt }: Pick<Order, 'id' | 'cancelledAt' | 'deletedAt'>,
): Promise<'shop' | 'cancelled' | undefined> {
  if ((await ownAmong(sql, [id])).length === 0) return 'shop';
  return cancelledAt || deletedAt ? 'cancelled' : undefined;
}

/** An own order is invoiced from `today` on or an earlier day, under the next number and until the usual day where nothing else is said. */
export async function makeInvoice(
  { tx, settings }: Pick<Context, 'settings'> & { tx: Tx },
  orderId: string,
  today: Day,
  said: { number?: string; issuedOn?: string; dueOn?: string },
): Promise<string> {
  const business = businessOf(settings);
  const issued = said.issuedOn === undefined ? today : dayOfIso(said.issuedOn);
  const number = said.number ?? (await nextInvoiceNumber(tx, invoiceNumbersOf(business), issued));
  const dueOn = said.dueOn ?? isoDay(issued + payDaysOf(business));
  return insertInvoice(tx, { orderId, number, issuedOn: isoDay(issued), dueOn });
}
