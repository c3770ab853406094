import type { Locale } from '../../text/locale.ts';
import type { Texts } from '../../text/texts.ts';
import { truncate } from '../../text/truncate.ts';
import { birthdayKeys, birthdayOf, formatWrittenDate } from '../../text/when/birthday/birthday.ts';
import { formatAge } from '../../text/when/duration.ts';
import { formatWhen } from '../../text/when/format_when.ts';
import { startOfLocalDay } from '../../text/when/zone.ts';
import { type Context, clockOf } from '../context.ts';
import { waitedForAll } from '../owner/away.ts';
import { presenceLine } from '../owner/presence.ts';
import { bornOn } from '../people/fields/contact_fields.ts';
import { BIRTHDAY } from '../people/fields/field.ts';
import { typedAt } from '../people/fields/value.ts';
import { printFilter } from '../people/filter/filter_parse.ts';
import { nameOf } from '../people/name.ts';
import { countStopQuestions, listStopQuestions } from '../people/preferences/stop_question.ts';
import type { Item, List, Reply } from '../reply.ts';
import { countLeft } from '../sell/checkout.ts';
import { countWithoutStep, leadsWithoutStep } from '../sell/follow/steps.ts';
import { foundSince } from '../sell/found.ts';
import { takings } from '../sell/order_money.ts';
import { staleLeads } from '../sell/pipeline/board.ts';
import { tendClocks } from '../serve/clock/tend.ts';
import { lateBy } from '../serve/due_words.ts';
import { countAwakeTickets, listTickets } from '../serve/list.ts';
import { countAutomatic } from '../talk/mail/automatic_mail.ts';
import { fateLines, saidBy, wordsOrFiles } from '../talk/said_by.ts';
import { countUnsent } from '../talk/unsent.ts';
import { countWaiting, listWaiting } from '../talk/waiting.ts';
import { taskButtons } from '../tasks/buttons.ts';
import { tasksDueBefore } from '../tasks/task.ts';
import { leadButtons } from './contact_card.ts';
import { stopButtons } from './noes/no_more.ts';
import { noticesDue, overdueInvoices } from './shop/money_due.ts';
import { takingsLine } from './shop/takings_line.ts';

const PER_LIST = 5;
const MOST_CARTS = 100;
const MOST_COUNTED = 1000;
const DAY_MS = 24 * 3_600_000;

/** What the owner has to do today; undefined if there is nothing. */
export async function digestReply(ctx: Context, t: Texts, locale: Locale): Promise<Reply | undefined> {
  const lists = [
    await waiting(ctx, t, locale),
    await toDecide(ctx, t),
    await ticketList(ctx, t, locale),
    await quiet(ctx, t, locale),
    await withoutStep(ctx, t, locale),
    await due(ctx, t, locale),
    await overdueInvoices(ctx, t, locale),
    await noticesDue(ctx, t, locale),
    await birthdays(ctx, t, locale),
    await yesterday(ctx, t, locale),
    await foundOrders(ctx, t),
    await leftCarts(ctx, t),
    await undelivered(ctx, t),
    await automatic(ctx, t),
  ].filter((list) => list.items.length > 0);
  if (lists.length === 0) return undefined;
  const presence = await presenceLine(ctx, t, locale);
  return { title: t.digest.title(dayName(ctx, locale)), ...(presence && { text: presence }), lists };
}

/** Today, with its weekday: Saturday, November 21. */
export function dayName(ctx: Context, locale: Locale): string {
  const { timezone: timeZone } = ctx.settings;
  return new Intl.DateTimeFormat(locale, { timeZone, month: 'long', day: 'numeric', weekday: 'long' }).format(ctx.now);
}

/** Whatever the list leaves out is a tap away. */
function withRest(t: Texts, items: Item[], count: number, command: string): Item[] {
  if (count <= items.length) return items;
  return [...items, { text: t.digest.more(count - items.length), buttons: [{ label: t.digest.all(count), command }] }];
}

/** Who waits for an answer, longest first. */
async function waiting(ctx: Context, t: Texts, locale: Locale): Promise<List> {
  const rows = await listWaiting(ctx.tx, ctx.now, PER_LIST);
  const count = rows.length < PER_LIST ? rows.length : await countWaiting(ctx.tx, ctx.now);
  const since = rows.map((row) => row.since);
  const waited = await waitedForAll(ctx, since, locale);
  const items = rows.map((row, nth) => ({
    text: t.digest.waits(saidBy(t, row), truncate(wordsOrFiles(t, row.words, row.files), 40)),
    detail: [t.contact.waitsSince(waited[nth]!), ...fateLines(t, row)].join(' · '),
    ref: `v${row.id}`,
    contactId: row.contactId,
    buttons: [{ label: t.button.contact, command: `/contact c${row.contactId}` }],
  }));
  return {
    title: t.digest.some(t.digest.waiting, rows.length, count),
    items: withRest(t, items, count, '/inbox 1'),
  };
}

/** Who seems to have asked for no more: until it is decided nothing unasked goes to them. */
export async function toDecide({ tx }: Pick<Context, 'tx'>, t: Texts): Promise<List> {
  const rows = await listStopQuestions(tx, PER_LIST);
  const count = rows.length < PER_LIST ? rows.length : await countStopQuestions(tx);
  const items = rows.map(({ contactId, name, words }) => ({
    text: t.digest.waits(nameOf({ id: contactId, name }), truncate(words, 60)),
    ref: `c${contactId}`,
    contactId,
    buttons: stopButtons(t, contactId),
  }));
  const all = `/consent ${t.typed.consent.asked[0]}`;
  return { title: t.digest.some(t.consent.toDecide, rows.length, count), items: withRest(t, items, count, all) };
}

async function ticketList(ctx: Context, t: Texts, locale: Locale): Promise<List> {
  await tendClocks(ctx);
  const awake = (await listTickets(ctx.tx, ctx.now, {}, PER_LIST)).filter((row) => row.state !== 'snoozed');
  const count = awake.length < PER_LIST ? awake.length : await countAwakeTickets(ctx.tx);
  const items = awake.map((row) => ({
    text: `${saidBy(t, { name: row.contactName, by: row.by })} · ${row.title}`,
    detail: [
      ...[lateBy(ctx, t, locale, row)].filter((one) => one !== undefined),
      formatAge(ctx.now.getTime() - row.createdAt.getTime(), locale),
      ...fateLines(t, row),
    ].join(' · '),
    ref: `#${row.number}`,
    contactId: row.contactId,
    buttons: [{ label: t.button.resolve, command: `/resolve ${row.number}` }],
  }));
  return {
    title: t.digest.some(t.digest.tickets, awake.length, count),
    items: withRest(t, items, count, '/tickets 1'),
  };
}

async function quiet(ctx: Context, t: Texts, locale: Locale): Promise<List> {
  const { leads: rows, count } = await staleLeads(ctx, PER_LIST);
  const since = rows.map((row) => row.activeAt);
  const waited = await waitedForAll(ctx, since, locale);
  const items = rows.map((row, nth) => ({
    text: `${row.contactName} · ${row.title}`,
    detail: [t.digest.quietFor(waited[nth]!), ...fateLines(t, row)].join(' · '),
    ref: `#${row.id}`,
    contactId: row.contactId,
    buttons: [{ label: t.button.contact, command: `/contact c${row.contactId}` }, ...leadButtons(t, row.id)],
  }));
  return {
    title: t.digest.some(t.digest.quiet, rows.length, count),
    items: withRest(t, items, count, '/leads 1'),
  };
}

/** How many leads have no next step, and which of them was without a change for longest. */
async function withoutStep({ tx, now }: Context, t: Texts, locale: Locale): Promise<List> {
  const stalest = await leadsWithoutStep(tx, 1);
  const count = stalest.length === 0 ? 0 : await countWithoutStep(tx, MOST_COUNTED + 1);
  const items = stalest.map((row) => ({
    text: `${row.contactName} · ${row.title}`,
    detail: [t.step.stalest(formatAge(now.getTime() - row.activeAt.getTime(), locale)), ...fateLines(t, row)].join(
      ' · ',
    ),
    ref: `#${row.id}`,
    contactId: row.contactId,
    buttons: [
      { label: t.quietLead.next, command: `/next ${row.id}`, asks: true as const },
      { label: t.button.showAll, command: `/next ${t.typed.step.none[0]!}` },
    ],
  }));
  return { title: t.step.digest(count > MOST_COUNTED ? t.step.over(MOST_COUNTED) : String(count)), items };
}

/** Everything due before tomorrow begins, the overdue included. */
async function due(ctx: Context, t: Texts, locale: Locale): Promise<List> {
  const tomorrow = startOfLocalDay(
    new Date(startOfLocalDay(ctx.now, ctx.settings.timezone).getTime() + 36 * 3_600_000),
    ctx.settings.timezone,
  );
  const { tasks, count } = await tasksDueBefore(ctx.tx, tomorrow, PER_LIST);
  const items = tasks.map((row) => ({
    text: row.title,
    detail: formatWhen(row.dueAt!, clockOf(ctx, locale)),
    ref: `#${row.id}`,
    ...(row.contactId && { contactId: row.contactId }),
    buttons: taskButtons(t, row, ctx.now),
  }));
  return { title: t.digest.some(t.digest.due, tasks.length, count), items: withRest(t, items, count, '/tasks 1') };
}

/** Whose birthday is kept today or tomorrow. */
async function birthdays(ctx: Context, t: Texts, locale: Locale): Promise<List> {
  const { today } = typedAt(ctx);
  const items: Item[] = [];
  for (const [ahead, when] of [t.field.isToday, t.field.isTomorrow].entries()) {
    const day = today + ahead;
    const { people, count } = await bornOn(ctx.tx, BIRTHDAY, birthdayKeys(day, day), PER_LIST);
    const all = `/find ${printFilter({ any: [[{ not: false, test: birthdayOn(ahead, today) }]] }, locale)}`;
    items.push(
      ...withRest(
        t,
        people.map((one) => birthdayItem(t, locale, one, when)),
        count,
        all,
      ),
    );
  }
  return { title: t.field.birthdays, items };
}

const birthdayOn = (ahead: number, today: number) =>
  ({ kind: 'birthday', span: { of: 'days', from: ahead, to: ahead }, today }) as const;

function birthdayItem(
  t: Texts,
  locale: Locale,
  { id, name, value }: { id: string; name: string; value: string },
  when: string,
): Item {
  const written = formatWrittenDate(birthdayOf(value)!, locale);
  return {
    text: `🎂 ${nameOf({ id, name })}`,
    detail: `${when} · ${written}`,
    ref: `c${id}`,
    contactId: id,
    buttons: [{ label: t.button.contact, command: `/contact c${id}` }],
  };
}

async function yesterday(ctx: Context, t: Texts, locale: Locale): Promise<List> {
  const { timezone } = ctx.settings;
  const today = startOfLocalDay(ctx.now, timezone);
  // twelve hours before midnight is yesterday in every zone, whatever the clocks did
  const dayBefore = startOfLocalDay(new Date(today.getTime() - DAY_MS / 2), timezone);
  const items = (await takings(ctx.tx, dayBefore, today)).map((line) => ({
    text: takingsLine(t, line, locale),
  }));
  return { title: t.digest.yesterday, items };
}

/** Orders of the last day that no webhook had told of. */
async function foundOrders(ctx: Context, t: Texts): Promise<List> {
  const found = await foundSince(ctx.tx, new Date(ctx.now.getTime() - DAY_MS));
  const items = found.map(({ orders, provider }) => ({ text: t.pull.found.orders(orders, t.channel(provider)) }));
  return { title: t.pull.found.title, items };
}

/** Carts left within the last day: each is told once. */
async function leftCarts(ctx: Context, t: Texts): Promise<List> {
  const count = await countLeft(ctx.tx, ctx.now, MOST_CARTS, new Date(ctx.now.getTime() - DAY_MS));
  const item: Item = {
    text: t.checkout.digest(count),
    buttons: [{ label: t.checkout.list, command: '/orders abandoned' }],
  };
  return { title: t.checkout.list, items: count > 0 ? [item] : [] };
}

async function undelivered(ctx: Context, t: Texts): Promise<List> {
  const count = await countUnsent(ctx.tx);
  const item: Item = { text: t.digest.unsent(count), buttons: [{ label: t.unsent.title, command: '/unsent' }] };
  return { title: t.digest.undelivered, items: count > 0 ? [item] : [] };
}

/** Machines' mail of the last day: a person's may be among it. */
async function automatic(ctx: Context, t: Texts): Promise<List> {
  const count = await countAutomatic(ctx.tx, new Date(ctx.now.getTime() - DAY_MS));
  const item: Item = { text: t.automatic.count(count), buttons: [{ label: t.automatic.title, command: '/automatic' }] };
  return { title: t.automatic.title, items: count > 0 ? [item] : [] };
}
