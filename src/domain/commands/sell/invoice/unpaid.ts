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
import { queryPage } from '../../words/words.ts';
import { todayIn } from '../contract/shown.ts';
import { itemOf } from './shown.ts';

const PAGE = 8;
const MOST_PEOPLE = 5;
const MOST_BESIDE = 100;
const MOST_ORDERS = 6;

/** '/unpaid': which invoices are open, how long they have been due, and who owes how much; '/unpaid Anna'. */
export const unpaid: Command<{ query: string; page: number }> = {
  name: 'unpaid',
  role: 'viewer',
  saidAtOnce: 'shows',
  parse: (words) => queryPage(/^\d{1,4}$/.test(words.trim()) ? `› ${words.trim()}` : words),
  async run(ctx, { query, page }) {
    if (query === '') return unpaidReply(ctx, {}, page);
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

export async function unpaidReply(
  ctx: CommandContext,
  { contactId, name }: { contactId?: string; name?: string },
  page: number,
): Promise<Reply> {
  const { t, locale } = ctx;
  const found = await listUnpaid(ctx.tx, contactId, PAGE + 1, (page - 1) * PAGE);
  const beside = contactId ? { own: 0, shops: 0 } : await unpaidBeside(ctx.tx, OWN, MOST_BESIDE);
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
  if (found.length === 0 && page === 1) return { text: name ? t.invoice.noneOf(name) : t.invoice.none, ...around };
  const [ages, people] = await Promise.all([
    owedByAge(ctx.tx, contactId, todayIn(ctx)),
    contactId ? [] : owedByPerson(ctx.tx, MOST_PEOPLE),
  ]);
  const money = (minor: string, currency: string) => formatMoney(minor, currency, locale);
  const command = contactId ? `/unpaid c${contactId} ›` : '/unpaid';
  const more = found.length > PAGE;
  const items = found.slice(0, PAGE);
  const pages = pageButtons(ctx, page, more, (to) => `${command} ${to}`);
  return {
    ...around,
    title: await titleOfPage(
      ctx,
      page,
      {
        title: name ? t.invoice.listOf(name) : t.invoice.list,
        count: (most) => countUnpaid(ctx.tx, contactId, most),
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
