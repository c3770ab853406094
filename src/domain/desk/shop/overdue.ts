import type { Locale } from '../../../text/locale.ts';
import type { Texts } from '../../../text/texts.ts';
import { formatWhen } from '../../../text/when/format_when.ts';
import { type Context, clockOf } from '../../context.ts';
import type { Item, List, Reply } from '../../reply.ts';
import { countOrders, listOrders, type OrderFilter } from '../../sell/order_list.ts';
import { lateBy } from '../../serve/due_words.ts';
import { countTickets, listTickets } from '../../serve/list.ts';
import { saidBy } from '../../talk/said_by.ts';
import { taskButtons } from '../../tasks/buttons.ts';
import { countOverdueTasks, overdueTasks } from '../../tasks/task.ts';
import { orderItems } from '../order_card.ts';
import { overdueInvoices } from './money_due.ts';

const PER_LIST = 5;
const MOST_COUNTED = 1000;
/** An order that is not paid for longer than this is overdue: nobody keeps until when it was to be paid. */
export const OVERDUE_DAYS = 14;
const DAY_MS = 24 * 3_600_000;

/** So many days ago. */
export const daysBefore = ({ now }: Pick<Context, 'now'>, days: number): Date =>
  new Date(now.getTime() - days * DAY_MS);

/** All whose time is over, whatever it is: tasks, tickets, invoices, and orders that are not paid. */
export async function overdueReply(ctx: Context, t: Texts, locale: Locale): Promise<Reply> {
  const lists = [
    await lateTickets(ctx, t, locale),
    await lateTasks(ctx, t, locale),
    await overdueInvoices(ctx, t, locale),
    await lateOrders(ctx, t, locale),
  ].filter(({ items }) => items.length > 0);
  return lists.length > 0 ? { title: t.asked.overdue, lists } : { text: t.asked.nothingOverdue };
}

/** How many there are in all is asked only where more may be. */
async function listOf(
  t: Texts,
  title: string,
  items: Item[],
  { all, count }: { all: string; count: (most: number) => Promise<number> },
): Promise<List> {
  const whole = items.length < PER_LIST ? items.length : await count(MOST_COUNTED);
  const more = whole - items.length;
  const rest = { text: t.digest.more(more), buttons: [{ label: t.digest.all(whole), command: all }] };
  return { title: t.digest.some(title, items.length, whole), items: more > 0 ? [...items, rest] : items };
}

async function lateTasks(ctx: Context, t: Texts, locale: Locale): Promise<List> {
  const items = (await overdueTasks(ctx.tx, ctx.now, PER_LIST, 0)).map((row) => ({
    text: row.title,
    ...(row.dueAt && { detail: formatWhen(row.dueAt, clockOf(ctx, locale)) }),
    ref: `#${row.id}`,
    ...(row.contactId && { contactId: row.contactId }),
    buttons: taskButtons(t, row, ctx.now),
  }));
  const count = (most: number) => countOverdueTasks(ctx.tx, ctx.now, most);
  return listOf(t, t.asked.overdueTasks, items, { all: `/tasks ${t.typed.overdueTasks[0]}`, count });
}

async function lateTickets(ctx: Context, t: Texts, locale: Locale): Promise<List> {
  const which = { late: true } as const;
  const items = (await listTickets(ctx.tx, ctx.now, which, PER_LIST)).map((row) => ({
    text: `${saidBy(t, { name: row.contactName, by: row.by })} · ${row.title}`,
    detail: lateBy(ctx, t, locale, row) ?? '',
    ref: `#${row.number}`,
    contactId: row.contactId,
    buttons: [{ label: t.button.resolve, command: `/resolve ${row.number}` }],
  }));
  const count = (most: number) => countTickets(ctx.tx, ctx.now, which, most);
  return listOf(t, t.asked.lateTickets, items, { all: `/tickets ${t.typed.late[0]}`, count });
}

async function lateOrders(ctx: Context, t: Texts, locale: Locale): Promise<List> {
  const filter: OrderFilter = { state: 'unpaid', until: daysBefore(ctx, OVERDUE_DAYS) };
  const orders = await listOrders(ctx.tx, filter, PER_LIST, 0);
  const items = (await orderItems(ctx, t, locale, orders)).map((item, nth) => ({
    ...item,
    buttons: [{ label: orders[nth]!.number, command: `/order o${orders[nth]!.id}` }],
  }));
  const count = (most: number) => countOrders(ctx.tx, filter, most);
  return listOf(t, t.order.overdue(OVERDUE_DAYS), items, { all: `/orders ${t.typed.orderList.overdue[0]}`, count });
}
