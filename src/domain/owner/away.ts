import type { Fragment, Sql, Tx } from '../../db/sql.ts';
import type { Locale } from '../../text/locale.ts';
import { formatAge } from '../../text/when/duration.ts';
import type { Urgency } from '../card.ts';
import type { Context } from '../context.ts';
import { endOfQuiet, readQuietHours } from './quiet.ts';
import { type Desk, type DeskRow, desksFrom, ownerDeskRows } from './user.ts';

/** A time in which the owner answers nobody. */
export interface Absence {
  id: string;
  startsAt: Date;
  until: Date;
  /** When the owner said that they are back. */
  backAt: Date | null;
  /** The owner's own words for customers, by language. */
  texts: Partial<Record<Locale, string>>;
}

/** What a card is about, so that the list at the return can mention it instead. */
export type Collectable =
  | {
      messageId: string;
      /** The entry with which something went that had been made of it. */
      journalId?: string | undefined;
    }
  | { orderId: string };

const columns = (sql: Sql) => sql`id, starts_at as "startsAt", until, back_at as "backAt", texts`;

const absenceAt = (sql: Sql, now: Date) => sql<Absence>`
  with recursive reach as (
    (select ${columns(sql)} from absences
     where until > ${now} and starts_at <= ${now} and back_at is null order by until desc limit 1)
    union all
    select reach.id, reach."startsAt", next.until, reach."backAt", reach.texts
    from reach join absences next on next.until > reach.until and next.starts_at <= reach.until + interval '1 minute'
    where next.back_at is null
  )
  select * from reach order by until desc limit 1`;

/** The current absence. `until` is the end of all absences that follow it without a gap: to customers they are one. */
export async function currentAbsence(sql: Sql, now: Date): Promise<Absence | undefined> {
  return (await absenceAt(sql, now))[0];
}

/** Where the owner is told things, and whether they are away. */
export interface Whereabouts {
  desks: Desk[];
  absence: Absence | undefined;
}

export async function whereabouts(sql: Sql, now: Date): Promise<Whereabouts> {
  const [row] = await sql<{ rows: DeskRow[] } & { [key in keyof Absence]: Absence[key] | null }>`
    select absence.*, (select coalesce(json_agg(d), '[]') from (${ownerDeskRows(sql)}) d) as rows
    from (values (1)) one left join (${absenceAt(sql, now)}) absence on true`;
  const { rows, ...absence } = row!;
  return { desks: desksFrom(rows), absence: absence.id === null ? undefined : (absence as Absence) };
}

/** Nobody plans more absences in advance than this. */
const MOST_PLANNED = 10;

/** The planned absences that have not begun, the next first. */
export async function plannedAbsences(sql: Sql, now: Date): Promise<Absence[]> {
  return sql<Absence>`
    select ${columns(sql)} from absences
    where until > ${now} and starts_at > ${now} and back_at is null order by starts_at limit ${MOST_PLANNED}`;
}

/** The planned absence that began most recently, while it lasts. */
export async function begunByPlan(sql: Sql, now: Date): Promise<Absence | undefined> {
  const [absence] = await sql<Absence>`
    select ${columns(sql)} from absences
    where until > ${now} and starts_at <= ${now} and planned and back_at is null order by starts_at desc limit 1`;
  return absence;
}

/** The absence that began most recently. */
export async function lastAbsence(sql: Sql, now: Date): Promise<Absence | undefined> {
  const [absence] = await sql<Absence>`
    select ${columns(sql)} from absences where starts_at <= ${now} order by starts_at desc, id desc limit 1`;
  return absence;
}

/**
 * Sets an absence until then, from now or from `startsAt` on. If the owner is away already, that absence is moved and
 * keeps its words; so is a planned one that the new time overlaps, and if it overlaps several they become one.
 */
export async function goAway(
  ctx: Context,
  draft: Pick<Absence, 'until' | 'texts'> & { userId: string; startsAt?: Date },
): Promise<Absence> {
  const startsAt = draft.startsAt ?? ctx.now;
  const later = startsAt > ctx.now;
  const [met, ...others] = later ? await plannedWithin(ctx, startsAt, draft.until) : [];
  for (const { id } of others) await cancelAbsence(ctx.tx, ctx.now, id);
  const current = later ? met : await currentAbsence(ctx.tx, ctx.now);
  const [absence] = current
    ? await ctx.tx<Absence>`
        update absences set starts_at = ${later ? startsAt : current.startsAt}, planned = planned or ${later}, until = ${draft.until}, texts = texts || ${ctx.tx.json(draft.texts)}
        where id = ${current.id} returning ${columns(ctx.tx)}`
    : await ctx.tx<Absence>`
        insert into absences (starts_at, until, planned, texts, user_id)
        values (${startsAt}, ${draft.until}, ${later}, ${ctx.tx.json(draft.texts)}, ${draft.userId}) returning ${columns(ctx.tx)}`;
  return absence!;
}

/** The planned absences that overlap this time. */
export async function plannedWithin(
  { tx, now }: Pick<Context, 'tx' | 'now'>,
  from: Date,
  until: Date,
): Promise<Absence[]> {
  return (await plannedAbsences(tx, now)).filter((one) => one.startsAt <= until && one.until >= from);
}

/** Cancels a planned absence, the next one if none is named; undefined if there is no such absence. */
export async function cancelAbsence(tx: Tx, now: Date, id?: string): Promise<Absence | undefined> {
  const planned = (await plannedAbsences(tx, now)).find((one) => id === undefined || one.id === id);
  if (planned) await tx`update absences set back_at = starts_at where id = ${planned.id}`;
  return planned;
}

/** Removes the owner's own words, so customers read our standard ones again; undefined if the absence is over. */
export async function forgetTexts(tx: Tx, now: Date, id: string): Promise<Absence | undefined> {
  const [absence] = await tx<Absence>`
    update absences set texts = '{}' where id = ${id} and until > ${now} and back_at is null returning ${columns(tx)}`;
  return absence;
}

/** If it is said again within this time, the same return is meant, and what is planned stays. */
const SAME_RETURN_MS = 3_600_000;

/** Whether the owner said only just now that they are back. */
export async function isJustBack(sql: Sql, now: Date): Promise<boolean> {
  const backAt = (await lastAbsence(sql, now))?.backAt;
  return !!backAt && now.getTime() - backAt.getTime() < SAME_RETURN_MS;
}

/** Ends the absence at `now`; false if the owner was not away. */
export async function comeBack(tx: Tx, now: Date): Promise<boolean> {
  const ended = await tx`
    update absences set back_at = ${now} where until > ${now} and starts_at <= ${now} and back_at is null returning id`;
  return ended.length > 0;
}

/** When a notice that is not urgent may be told: now, or when the owner is back and the quiet hours are over. */
export function noticesLeaveAt({ now, settings }: Pick<Context, 'now' | 'settings'>, absence?: Absence): Date {
  const { quietHours, timezone } = settings;
  return endOfQuiet(absence?.until ?? now, readQuietHours(quietHours), timezone);
}

/** How long somebody has waited since then, in ms; the time in which the owner is away does not count. */
async function waitedMs({ tx, now }: Pick<Context, 'tx' | 'now'>, since: Date): Promise<number> {
  const [row] = await tx<{ away: number }>`select (${awayMs(tx, now, tx`${since}::timestamptz`)}) as away`;
  return now.getTime() - since.getTime() - row!.away;
}

/** How many ms the owner was away since then. */
const awayMs = (sql: Sql, now: Date, since: Fragment): Fragment => sql`
  select coalesce(sum(extract(epoch from least(coalesce(back_at, until), ${now}) - greatest(starts_at, ${since}))), 0)::float8 * 1000
  from absences where coalesce(back_at, until) > ${since} and starts_at < ${now}`;

/** The moment since which the owner has been here for this many ms: whatever is older has waited longer (waitedMs). */
export async function thereSince({ tx, now }: Pick<Context, 'tx' | 'now'>, ms: number): Promise<Date> {
  const absences = await tx<{ start: Date; end: Date }>`
    select starts_at as start, coalesce(back_at, until) as end from absences where starts_at < ${now} order by starts_at desc`;
  let [left, at] = [ms, now.getTime()];
  for (const { start, end } of absences) {
    const there = Math.max(0, at - end.getTime());
    if (there >= left) break;
    left -= there;
    at = start.getTime();
  }
  return new Date(at - left);
}

/** How long each of several has waited since their time, in words ('3 h'), in one query. */
export async function waitedForAll(
  { tx, now }: Pick<Context, 'tx' | 'now'>,
  since: readonly Date[],
  locale: Locale,
): Promise<string[]> {
  if (since.length === 0) return [];
  const rows = await tx<{ away: number }>`
    select (${awayMs(tx, now, tx`since`)}) as away
    from unnest((select ${[...since]}::timestamptz[])) with ordinality waiting (since, nth) order by nth`;
  return rows.map(({ away }, nth) => formatAge(now.getTime() - since[nth]!.getTime() - away, locale));
}

/** waitedMs in words: '3 h'. */
export async function waitedFor(ctx: Pick<Context, 'tx' | 'now'>, since: Date, locale: Locale): Promise<string> {
  return formatAge(await waitedMs(ctx, since), locale);
}

/** Keeps it for the list at the return, once for each key. */
export async function collect(ctx: Context, key: string, what: Collectable, urgent?: Urgency): Promise<void> {
  const {
    messageId = null,
    orderId = null,
    journalId = null,
  } = { messageId: null, orderId: null, journalId: null, ...what };
  await ctx.tx`
    insert into collected_cards (key, message_id, order_id, journal_id, urgent, at)
    values (${key}, ${messageId}, ${orderId}, ${journalId}, ${urgent ?? null}, ${ctx.now})
    on conflict (key) do nothing`;
}

/** A message was judged anew: what has been written down of it is as urgent as its words are now. */
export async function recollect({ tx }: Context, messageId: string, urgent: Urgency | undefined): Promise<void> {
  await tx`
    update collected_cards set urgent = ${urgent ?? null}
    where message_id = ${messageId} and urgent is distinct from ${urgent ?? null}`;
}

/** Whether it is kept for the list at the return. */
export async function isCollected({ tx }: Context, key: string): Promise<boolean> {
  const rows = await tx`select from collected_cards where key = ${key}`;
  return rows.length > 0;
}

/**
 * Takes what was collected and marks it as told at `now`: each item once, whoever asks. Returns how many there were.
 */
export async function takeCollected({ tx, now }: Context): Promise<number> {
  const rows = await tx`update collected_cards set told_at = ${now} where told_at is null returning id`;
  return rows.length;
}
