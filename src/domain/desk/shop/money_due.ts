import type { Locale } from '../../../text/locale.ts';
import { formatMoney } from '../../../text/money/money.ts';
import type { Texts } from '../../../text/texts.ts';
import { formatDate } from '../../../text/when/format_when.ts';
import { wallTime } from '../../../text/when/zone.ts';
import { type Context, clockOf } from '../../context.ts';
import type { Item, List } from '../../reply.ts';
import { noticeWithin } from '../../sell/contract/soon.ts';
import { overdueSums } from '../../sell/invoice/invoice.ts';

const MOST = 5;
const WEEK = 7;

const todayOf = ({ now, settings }: Context) => wallTime(now, settings.timezone).day;

/** How many invoices are overdue, and what they come to. */
export async function overdueInvoices(ctx: Context, t: Texts, locale: Locale): Promise<List> {
  const sums = await overdueSums(ctx.tx, todayOf(ctx));
  const count = sums.reduce((all, one) => all + one.count, 0);
  const comeTo = sums.map(({ minor, currency }) => formatMoney(minor, currency, locale)).join(' · ');
  const item: Item = {
    text: t.invoice.digest(count, comeTo),
    buttons: [{ label: t.button.show, command: '/unpaid' }],
  };
  return { title: t.invoice.list, items: count > 0 ? [item] : [] };
}

/** Contracts of which notice has to be given within a week. */
export async function noticesDue(ctx: Context, t: Texts, locale: Locale): Promise<List> {
  const found = await noticeWithin(ctx.tx, todayOf(ctx), WEEK, MOST + 1);
  const items = found.slice(0, MOST).map(({ id, contactId, contactName, title, noticeBy }) => ({
    text: `${contactName} · ${title}`,
    detail: t.contractCard.noticeTill(formatDate(noticeBy, clockOf(ctx, locale))),
    ref: `#${id}`,
    contactId,
    buttons: [{ label: t.button.show, command: `/contract ${id}` }],
  }));
  const more: Item[] =
    found.length > MOST
      ? [{ text: t.contractCard.moreNotices, buttons: [{ label: t.button.showAll, command: '/contracts' }] }]
      : [];
  return { title: t.contractCard.noticesDue, items: [...items, ...more] };
}
