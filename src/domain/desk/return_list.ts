import type { Sql } from '../../db/sql.ts';
import type { Locale } from '../../text/locale.ts';
import { formatMoney } from '../../text/money/money.ts';
import type { Texts } from '../../text/texts.ts';
import { truncate } from '../../text/truncate.ts';
import { formatWhen } from '../../text/when/format_when.ts';
import type { Attachment } from '../attachment.ts';
import type { Urgency } from '../card.ts';
import { type Context, clockOf } from '../context.ts';
import type { Item, List, Reply } from '../reply.ts';
import type { Standing } from '../sell/order_number.ts';
import { askedBy, type Fate, fate, fateOf, isHeard, isHeardOf, isShown, otherWriter, writer } from '../shown.ts';
import { fateLines, saidBy, wordsOrFiles } from '../talk/said_by.ts';
import { type GoneWith, goneWith, namesOf } from './made_of.ts';
import { orderState } from './order_card.ts';

const PER_LIST = 8;

interface Wrote {
  conversationId: string;
  contactId: string;
  name: string;
  channel: string;
  messages: number;
  since: Date;
  words: string;
  files: Attachment[];
  /** Who wrote them, where that is not the contact; else ''. */
  by: string;
  urgent: Urgency | null;
  /** What has become of the words. */
  fate: Fate | null;
  /** With which entries something went that had been made of what was written. */
  journalIds: string[];
}

/** Which of its lines: of the list of that moment, `null` of what was not told yet. */
interface Part {
  at: Date | null;
  limit: number;
  offset?: number;
}

/** The `told` things that happened while the owner was away: who wrote, what was opened, what was bought. Everybody can be answered from it. */
export async function returnList(ctx: Context, t: Texts, locale: Locale, told: number): Promise<Reply> {
  if (told === 0) return { title: t.away.back, text: t.away.nobody };
  const at = await listedAt(ctx);
  const part = { at, limit: PER_LIST + 1 };
  const totals = await countWrote(ctx, at);
  const people = await wroteItems(ctx, t, locale, part);
  const tickets = await ticketItems(ctx, t, part);
  const orders = await orderItems(ctx, t, locale, part);
  const lists = [
    begun(t, t.away.wrote(totals.people, totals.messages), people, totals.places),
    begun(t, t.away.tickets, tickets, await countTickets(ctx, at)),
    begun(t, t.away.orders, orders, await countOrders(ctx, at)),
  ].filter((list) => list.items.length > 0);
  if (lists.length === 0) return { title: t.away.back, text: t.away.nobody };
  const next = [
    { label: t.away.nextPeople, command: '/away list 2', of: people },
    { label: t.away.nextTickets, command: '/away tickets 2', of: tickets },
    { label: t.away.nextOrders, command: '/away orders 2', of: orders },
  ].flatMap(({ of, ...button }) => (of.length > PER_LIST ? [button] : []));
  return { title: t.away.back, lists, buttons: [[...next, { label: t.inbox.list, command: '/inbox' }]] };
}

/** The beginning of a list, which says how much there is. */
function begun(t: Texts, title: string, items: Item[], count: number): List {
  const shown = items.slice(0, PER_LIST);
  return { title: t.digest.some(title, shown.length, count), items: shown };
}

/** Who wrote, a line a conversation: what was urgent first, then who wrote first. */
export async function wroteItems(
  ctx: Context,
  t: Texts,
  locale: Locale,
  { at, limit, offset = 0 }: Part,
): Promise<Item[]> {
  const rows = await ctx.tx<Wrote>`
    select v.id as "conversationId", v.contact_id as "contactId", coalesce(nullif(c.name, ''), v.address) as name, v.channel,
      count(distinct m.id)::int as messages, min(m.occurred_at) as since, max(k.urgent) as urgent,
      (array_agg(coalesce(nullif(m.text, ''), m.subject, '') order by m.id desc))[1] as words,
      (array_agg(m.attachments order by m.id desc))[1] as files,
      (array_agg(${otherWriter(ctx.tx)} order by m.id desc))[1] as by,
      (array_agg(${fate(ctx.tx, ctx.tx`m.edits`)} order by m.id desc))[1] as fate,
      coalesce(array_agg(distinct k.journal_id::text) filter (where k.journal_id is not null), '{}') as "journalIds"
    from collected_cards k join messages m on m.id = k.message_id
    join conversations v on v.id = m.conversation_id join contacts c on c.id = v.contact_id
    where ${isListed(ctx.tx, at)} and ${maySee(ctx.tx)}
    group by v.id, c.id
    order by max(k.urgent) is null, min(k.at), v.id limit ${limit} offset ${offset}`;
  const gone = await goneWith(
    ctx.tx,
    rows.flatMap(({ journalIds }) => journalIds),
  );
  return rows.map((row) => wroteItem(ctx, t, locale, row, gone));
}

function wroteItem(ctx: Context, t: Texts, locale: Locale, row: Wrote, goneOfAll: readonly GoneWith[]): Item {
  const gone = goneOfAll.filter(({ journalId }) => row.journalIds.includes(journalId));
  const since = formatWhen(row.since, clockOf(ctx, locale));
  const words = t.digest.waits(saidBy(t, row), truncate(wordsOrFiles(t, row.words, row.files), 60));
  return {
    text: row.urgent ? t.away.urgentLine(t.urgent[row.urgent], words) : words,
    detail: [
      t.channel(row.channel),
      t.away.messages(row.messages),
      since,
      ...fateLines(t, row),
      ...(gone.length > 0 ? [t.labelled(t.card.filedNoMore, namesOf(t, gone))] : []),
    ].join(' · '),
    ref: `v${row.conversationId}`,
    contactId: row.contactId,
    buttons: [
      { label: t.button.show, command: `/inbox v${row.conversationId}` },
      { label: t.button.contact, command: `/contact c${row.contactId}` },
      ...[...new Set(gone.map(({ journalId }) => journalId))].map((id) => ({
        label: t.button.undo,
        command: `/undo ${id}`,
      })),
    ],
  };
}

/** Whoever is blocked is not on the list, and what was withheld since neither. */
const maySee = (sql: Sql) => sql`${isShown(sql, sql`m`)} and ${isHeard(sql)}`;

/** How many wrote, how much, and in how many conversations. */
export async function countWrote(
  ctx: Context,
  at: Date | null,
): Promise<{ people: number; messages: number; places: number }> {
  const [row] = await ctx.tx<{ people: number; messages: number; places: number }>`
    select count(distinct ${writer(ctx.tx)})::int as people, count(distinct m.id)::int as messages, count(distinct v.id)::int as places
    from collected_cards k join messages m on m.id = k.message_id join conversations v on v.id = m.conversation_id
    where ${isListed(ctx.tx, at)} and ${maySee(ctx.tx)}`;
  return row!;
}

/** Tickets opened meanwhile that are still open. */
const opened = (sql: Sql, at: Date | null) => sql`
  t.resolved_at is null and ${isHeardOf(sql, sql`t`)}
  and t.message_id in (select k.message_id from collected_cards k where ${isListed(sql, at)})`;

/** How many `ticketItems` lists. */
export async function countTickets(ctx: Context, at: Date | null): Promise<number> {
  const [row] = await ctx.tx<{ count: number }>`
    select count(*)::int as count from tickets t where ${opened(ctx.tx, at)}`;
  return row!.count;
}

/** How many `orderItems` lists. */
export async function countOrders(ctx: Context, at: Date | null): Promise<number> {
  const [row] = await ctx.tx<{ count: number }>`
    select count(distinct k.order_id)::int as count from collected_cards k where ${isListed(ctx.tx, at)}`;
  return row!.count;
}

/** Tickets opened meanwhile, the oldest first. */
export async function ticketItems(ctx: Context, t: Texts, { at, limit, offset = 0 }: Part): Promise<Item[]> {
  const rows = await ctx.tx<{
    number: string;
    contactId: string;
    name: string;
    title: string;
    by: string;
    fate: Fate | null;
  }>`
    select t.number, t.contact_id as "contactId", c.name, t.title, ${askedBy(ctx.tx, ctx.tx`t`)} as by, ${fateOf(ctx.tx, ctx.tx`t`)} as fate
    from tickets t join contacts c on c.id = t.contact_id
    where ${opened(ctx.tx, at)}
    order by t.id limit ${limit} offset ${offset}`;
  return rows.map(({ number, contactId, title, fate: became, ...who }) => ({
    text: `${saidBy(t, who)} · ${title}`,
    ...(became && { detail: t.fate[became] }),
    ref: `#${number}`,
    contactId,
    buttons: [{ label: t.button.resolve, command: `/resolve ${number}` }],
  }));
}

/** Orders told meanwhile: what was urgent first. */
export async function orderItems(
  ctx: Context,
  t: Texts,
  locale: Locale,
  { at, limit, offset = 0 }: Part,
): Promise<Item[]> {
  const rows = await ctx.tx<
    Standing & { number: string; contactId: string | null; name: string | null; urgent: Urgency | null }
  >`
    select o.number, o.payment, o.fulfillment, o.strange_payment as "strangePayment",
      o.strange_fulfillment as "strangeFulfillment", o.currency, o.total_minor as "totalMinor",
      o.current_minor as "currentMinor", o.refunded_minor as "refundedMinor", o.taken_minor as "takenMinor", o.on_delivery as "onDelivery",
      o.cancelled_at as "cancelledAt", o.deleted_at as "deletedAt", o.contact_id as "contactId", c.name, max(k.urgent) as urgent
    from collected_cards k join orders o on o.id = k.order_id left join contacts c on c.id = o.contact_id
    where ${isListed(ctx.tx, at)}
    group by o.id, c.id order by max(k.urgent) is null, min(k.at), o.id limit ${limit} offset ${offset}`;
  return rows.map((row) => {
    const line = [row.number, formatMoney(row.totalMinor, row.currency, locale), row.name].filter(Boolean).join(' · ');
    return {
      text: row.urgent ? t.away.urgentLine(t.urgent[row.urgent], line) : line,
      detail: orderState(t, row, locale),
      ...(row.contactId && {
        buttons: [{ label: t.button.contact, command: `/contact c${row.contactId}` }],
        ref: `c${row.contactId}`,
        contactId: row.contactId,
      }),
    };
  });
}

/** What the list is of: what was not told yet (null); after that, what was told last. */
export async function listedAt({ tx }: Context): Promise<Date | null> {
  const [row] = await tx<{ at: Date | null }>`
    select max(told_at) as at from collected_cards
    where not exists (select from collected_cards where told_at is null)`;
  return row!.at;
}

const isListed = (sql: Sql, at: Date | null) => (at ? sql`k.told_at = ${at}` : sql`k.told_at is null`);
