import { formatMoney } from '../../../../text/money/money.ts';
import type { Button, Field, Reply } from '../../../reply.ts';
import { type Beside, ordersBeside, unpaidOtherwise } from '../../../sell/invoice/beside.ts';
import { AGES, countUnpaid, listUnpaid, owedByAge, owedByPerson, type Unpaid } from '../../../sell/invoice/invoice.ts';
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

const joined = (lines: readonly (string | undefined)[]): { hint?: string } => {
  const hint = lines.filter(Boolean).join('\n');
  return hint ? { hint } : {};
};

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
  const { t } = ctx;
  const which = { contactId, ...(asked && (asked.is === 'days' ? { issued: asked.days } : { due: asked.days })) };
  const days = asked && daysTitle(ctx, asked);
  const found = await listUnpaid(ctx.tx, which, PAGE + 1, (page - 1) * PAGE);
  const beside = await besideOf(ctx, contactId, asked !== undefined);
  const others = [...beside.buttons, ...(beside.all ? [beside.all] : [])];
  const hint = [
    ...(beside.orders.length >= MOST_BESIDE ? [t.invoice.onlySo(beside.orders.length)] : []),
    ...(beside.others > 0 ? [t.invoice.notPaidOtherwise(beside.others)] : []),
  ].join('\n');
  const around = { ...joined([hint]), ...(others.length > 0 && { buttons: [others] }) };
  if (found.length === 0 && page === 1 && beside.orders.length === 0) {
    const text = days ? t.invoice.noneSuch(days) : name ? t.invoice.noneOf(name) : t.invoice.none;
    const all: Button = { label: t.invoice.list, command: '/unpaid', turns: true };
    const how = days || name ? undefined : t.invoice.howToInvoice;
    return { text, ...around, ...joined([hint, how]), ...(asked && { buttons: [[all]] }) };
  }
  const ages = await owedByAge(ctx.tx, which, todayIn(ctx));
  const people = contactId ? [] : await peopleOwing(ctx, which, beside.orders);
  const all = sums(ctx, [...ages, ...beside.orders.map(({ owedMinor, currency }) => ({ minor: owedMinor, currency }))]);
  const headline = days ? undefined : name ? t.invoice.owedBy(name, all) : t.invoice.owed(all);
  const command = contactId ? `/unpaid c${contactId} ›` : said ? `/unpaid ${said} ›` : '/unpaid';
  const more = found.length > PAGE;
  const items = found.slice(0, PAGE);
  const reminder =
    found.length === 0 && contactId && name ? reminderTo(ctx, contactId, name, beside.orders, all) : undefined;
  const pages = pageButtons(ctx, page, more, (to) => `${command} ${to}`);
  const title = await titleOfPage(
    ctx,
    page,
    {
      title: days ?? (name ? t.invoice.listOf(name) : t.invoice.list),
      count: (most) => countUnpaid(ctx.tx, which, most),
      size: PAGE,
    },
    { shown: items.length, more },
  );
  return {
    ...around,
    ...(items.length > 0 && { title }),
    ...(headline && { text: headline }),
    fields: [
      ...AGES.flatMap((age) =>
        countedField(
          ctx,
          t.invoice.age[age],
          ages.filter((one) => one.age === age),
        ),
      ),
      ...countedField(ctx, t.invoice.uninvoiced, counted(beside.orders)),
      ...(people.length > 1 || (people.length > 0 && beside.orders.length > 0)
        ? [{ label: t.invoice.people, value: people.join(' · ') }]
        : []),
      ...(reminder ? [{ label: reminder.label, value: reminder.words }] : []),
    ],
    ...(items.length > 0 && { lists: [{ items: items.map((one) => itemOf(ctx, one)) }] }),
    buttons: [reminder ? [reminder.button] : [], pages, others].filter((row) => row.length > 0),
  };
}

/** For what was not invoiced no reminder is kept: the words are shown, and leave by a tap. */
function reminderTo(
  { t }: CommandContext,
  contactId: string,
  name: string,
  orders: readonly Beside[],
  sum: string,
): { label: string; words: string; button: Button } {
  const words = t.invoice.stillOpen(orders.map(({ number }) => number).join(', '), sum);
  const button = {
    label: t.invoice.button.remindThem(name),
    command: `/reply c${contactId} ${words}`,
    whole: true as const,
  };
  return { label: t.desk.answerThem(name), words, button };
}

/** What is not paid and was not invoiced: of somebody, or of everybody; of some days there is none. */
async function besideOf(
  ctx: CommandContext,
  contactId: string | undefined,
  ofDays: boolean,
): Promise<{ orders: Beside[]; others: number; buttons: Button[]; all: Button | undefined }> {
  if (ofDays) return { orders: [], others: 0, buttons: [], all: undefined };
  const orders = await ordersBeside(ctx.tx, contactId, MOST_BESIDE);
  const others = await unpaidOtherwise(ctx.tx, contactId, MOST_BESIDE);
  const buttons = orders.slice(0, MOST_ORDERS).map(({ id, number, contactName, owedMinor, currency }) => ({
    label: [number, contactId ? '' : contactName, formatMoney(owedMinor, currency, ctx.locale)]
      .filter(Boolean)
      .join(' · '),
    command: `/order o${id}`,
  }));
  const command = `/orders ${ctx.t.typed.orderList.unpaid[0]}`;
  const isMore = orders.length > MOST_ORDERS || others > 0 || (!contactId && orders.length > 0);
  return { orders, others, buttons, all: isMore ? { label: ctx.t.invoice.button.orders, command } : undefined };
}

interface Sum {
  minor: string;
  currency: string;
}

/** All of each currency. */
function added(all: readonly Sum[]): Sum[] {
  const by = new Map<string, bigint>();
  for (const { minor, currency } of all) by.set(currency, (by.get(currency) ?? 0n) + BigInt(minor));
  return [...by].map(([currency, minor]) => ({ currency, minor: String(minor) }));
}

const sums = ({ locale }: CommandContext, all: readonly Sum[]): string =>
  added(all)
    .map(({ minor, currency }) => formatMoney(minor, currency, locale))
    .join(' + ');

const counted = (orders: readonly Beside[]): (Sum & { count: number })[] =>
  added(orders.map(({ owedMinor, currency }) => ({ minor: owedMinor, currency }))).map((sum) => ({
    ...sum,
    count: orders.filter(({ currency }) => currency === sum.currency).length,
  }));

function countedField(
  { t, locale }: CommandContext,
  label: string,
  all: readonly (Sum & { count: number })[],
): Field[] {
  const said = all.map(({ minor, currency, count }) => t.invoice.counted(formatMoney(minor, currency, locale), count));
  return said.length > 0 ? [{ label, value: said.join(' · ') }] : [];
}

/** Who owes most by invoices and orders together. */
async function peopleOwing(ctx: CommandContext, which: Unpaid, orders: readonly Beside[]): Promise<string[]> {
  const owing = [
    ...(await owedByPerson(ctx.tx, which, MOST_BESIDE)),
    ...orders.map(({ contactId, contactName, owedMinor, currency }) => ({
      ...{ contactId, name: contactName, minor: owedMinor, currency },
    })),
  ].filter(({ contactId }) => contactId !== null);
  const by = new Map<string, { name: string; currency: string; minor: bigint }>();
  for (const { contactId, name, currency, minor } of owing) {
    const key = `${contactId} ${currency}`;
    by.set(key, { name, currency, minor: (by.get(key)?.minor ?? 0n) + BigInt(minor) });
  }
  return [...by.values()]
    .sort((one, other) => (other.minor > one.minor ? 1 : -1))
    .slice(0, MOST_PEOPLE)
    .map(({ name, currency, minor }) => `${name} ${formatMoney(String(minor), currency, ctx.locale)}`);
}
