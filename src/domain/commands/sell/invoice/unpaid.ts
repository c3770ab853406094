import { formatMoney } from '../../../../text/money/money.ts';
import type { Button, Reply } from '../../../reply.ts';
import { OWN } from '../../../sell/connection.ts';
import {
  AGES,
  countUnpaid,
  listUnpaid,
  owedByAge,
  owedByPerson,
  uninvoicedOf,
  unpaidBeside,
} from '../../../sell/invoice/invoice.ts';
import type { Command, CommandContext } from '../../command.ts';
import { pageButtons, titleOfPage } from '../../paged.ts';
import { pickShown } from '../../who/pick.ts';
import { type DueAsked, dueAsked } from '../../words/spans/due_asked.ts';
import { spanNamed } from '../../words/spans/span_words.ts';
import { queryPage } from '../../words/words.ts';
import { todayIn } from '../contract/shown.ts';
import { itemOf } from './shown.ts';

const PAGE = 8;
const MOST_PEOPLE = 5;
const MOST_BESIDE = 100;
const MOST_ORDERS = 6;

/** '/unpaid': which invoices are open, how long they have been due, and who owes how much; '/unpaid Anna', '/unpaid last month', '/unpaid due this week'. */
export const unpaid: Command<{ query: string; page: number }> = {
  name: 'unpaid',
  role: 'viewer',
  saidAtOnce: 'shows',
  parse: (words) => queryPage(/^\d{1,4}$/.test(words.trim()) ? `› ${words.trim()}` : words),
  async run(ctx, { query, page }) {
    if (query === '') return unpaidReply(ctx, {}, page);
    const asked = await dueAsked(ctx, query);
    if (asked) return unpaidReply(ctx, { asked, said: query }, page);
    const picked = await pickShown(ctx, query, (ref) => `/unpaid ${ref}`);
    if ('ask' in picked) return picked.ask;
    return unpaidReply(ctx, { contactId: picked.contact.id, name: picked.contact.name }, page);
  },
};

/** Orders by hand that somebody has not paid, and for which there is no invoice: a button for each. */
async function notInvoicedOf(ctx: CommandContext, contactId: string): Promise<Button[]> {
  const orders = await uninvoicedOf(ctx.tx, contactId, { limit: MOST_ORDERS, unpaid: true });
  return orders.map(({ id, number, owedMinor, currency }) => ({
    label: `${number} · ${formatMoney(owedMinor, currency, ctx.locale)}`,
    command: `/order o${id}`,
  }));
}

/** Of days alone those are meant that were invoiced then. */
function daysTitle(ctx: CommandContext, asked: DueAsked): string {
  const { invoice: t } = ctx.t;
  if (asked.is === 'late') return t.listLate;
  return asked.is === 'due' ? t.listDue(spanNamed(ctx, asked.span)) : t.listIssued(spanNamed(ctx, asked.span));
}

export async function unpaidReply(
  ctx: CommandContext,
  { contactId, name, asked, said }: { contactId?: string; name?: string; asked?: DueAsked; said?: string },
  page: number,
): Promise<Reply> {
  const { t, locale } = ctx;
  const which = { contactId, ...(asked && (asked.is === 'days' ? { issued: asked.days } : { due: asked.days })) };
  const days = asked && daysTitle(ctx, asked);
  const found = await listUnpaid(ctx.tx, which, PAGE + 1, (page - 1) * PAGE);
  const beside = contactId || asked ? { own: 0, shops: 0 } : await unpaidBeside(ctx.tx, OWN, MOST_BESIDE);
  const others: Button[] =
    beside.own + beside.shops > 0 ? [{ label: t.invoice.button.orders, command: '/orders unpaid' }] : [];
  const open = contactId ? await notInvoicedOf(ctx, contactId) : [];
  if (open.length > 0) others.push(...open);
  const hint = [
    ...(open.length > 0 ? [t.invoice.notInvoiced(open.length)] : []),
    ...(beside.own > 0 ? [t.invoice.notInvoiced(beside.own)] : []),
    ...(beside.shops > 0 ? [t.invoice.ofShops(beside.shops)] : []),
  ].join('\n');
  const around = { ...(hint && { hint }), ...(others.length > 0 && { buttons: [others] }) };
  if (found.length === 0 && page === 1) {
    const text = days ? t.invoice.noneSuch(days) : name ? t.invoice.noneOf(name) : t.invoice.none;
    const all: Button = { label: t.invoice.list, command: '/unpaid', turns: true };
    return { text, ...around, ...(asked && { buttons: [[all]] }) };
  }
  const [ages, people] = await Promise.all([
    owedByAge(ctx.tx, which, todayIn(ctx)),
    contactId ? [] : owedByPerson(ctx.tx, which, MOST_PEOPLE),
  ]);
  const money = (minor: string, currency: string) => formatMoney(minor, currency, locale);
  const command = contactId ? `/unpaid c${contactId} ›` : said ? `/unpaid ${said} ›` : '/unpaid';
  const more = found.length > PAGE;
  const items = found.slice(0, PAGE);
  const pages = pageButtons(ctx, page, more, (to) => `${command} ${to}`);
  return {
    ...around,
    title: await titleOfPage(
      ctx,
      page,
      {
        title: days ?? (name ? t.invoice.listOf(name) : t.invoice.list),
        count: (most) => countUnpaid(ctx.tx, which, most),
        size: PAGE,
      },
      { shown: items.length, more },
    ),
    fields: [
      ...AGES.flatMap((age) => {
        const sums = ages
          .filter((one) => one.age === age)
          .map(({ minor, currency, count }) => t.invoice.counted(money(minor, currency), count));
        return sums.length > 0 ? [{ label: t.invoice.age[age], value: sums.join(' · ') }] : [];
      }),
      ...(people.length > 1
        ? [
            {
              label: t.invoice.people,
              value: people.map((one) => `${one.name} ${money(one.minor, one.currency)}`).join(' · '),
            },
          ]
        : []),
    ],
    lists: [{ items: items.map((one) => itemOf(ctx, one)) }],
    buttons: [pages, others].filter((row) => row.length > 0),
  };
}
