import { countUpTo } from '../../../db/count.ts';
import type { Fragment, Sql } from '../../../db/sql.ts';
import type { Context } from '../../context.ts';
import { thereSince } from '../../owner/away.ts';
import { isHeardOf } from '../../shown.ts';
import { type Lead, leadColumns, leadsOf, type Worth } from '../lead.ts';
import { boardStages, type Stage } from './stage.ts';

const DAY_MS = 24 * 3_600_000;

/** Which open leads are looked at; what is left out means all. */
export interface Looked {
  /** The key of a stage. */
  stage?: string;
  worth?: Worth;
  /** Within the title, the product or the source. */
  words?: string;
  /** Only those that are quiet for longer than their stage allows. */
  stale?: true;
  /** Expected on a day from the first up to before the second, ISO 8601. */
  expected?: { from: string; before: string };
}

/** Since when a lead of each stage has to have been quiet to be stale; stages of which none ever is are left out. */
export type StaleBefore = ReadonlyMap<string, Date>;

/** Days on which the owner was away do not count. */
export async function staleBefore(
  ctx: Pick<Context, 'tx' | 'now'>,
  stages: readonly Pick<Stage, 'key' | 'quietDays'>[],
): Promise<StaleBefore> {
  const since = new Map<number, Date>();
  const before = new Map<string, Date>();
  for (const { key, quietDays } of stages) {
    if (quietDays === null) continue;
    const at = since.get(quietDays) ?? (await thereSince(ctx, quietDays * DAY_MS));
    since.set(quietDays, at);
    before.set(key, at);
  }
  return before;
}

/** Since when the leads of a stage have to be quiet to be stale (sql): rows of `key` and `at`. */
export const limits = (sql: Sql, before: StaleBefore): Fragment =>
  sql`unnest((select ${[...before.keys()]}::text[]), (select ${[...before.values()]}::timestamptz[])) as q (key, at)`;

/** Whether whoever asked is not blocked; where nobody is, no lead is asked. */
export const isHeardLead = (sql: Sql): Fragment =>
  sql`(not exists (select from contacts b where b.blocked_at is not null) or ${isHeardOf(sql, sql`l`)})`;

function isLookedAt(sql: Sql, looked: Looked, before: StaleBefore): Fragment {
  const { stage, worth, words, stale, expected } = looked;
  const fits = [
    sql`l.closed_at is null and ${isHeardLead(sql)}`,
    ...(stage === undefined ? [] : [sql`l.stage = ${stage}`]),
    ...(worth ? [sql`l.currency = ${worth.currency}`] : []),
    ...(worth
      ? [worth.is === '>=' ? sql`l.amount_minor >= ${worth.minor}` : sql`l.amount_minor <= ${worth.minor}`]
      : []),
    ...(words === undefined ? [] : [says(sql, words)]),
    ...(stale ? [isStale(sql, before)] : []),
    ...(expected ? [sql`l.expected_on >= ${expected.from}::date and l.expected_on < ${expected.before}::date`] : []),
  ];
  return fits.reduce((all, one) => sql`${all} and ${one}`);
}

/** None is stale that was active since the last of the limits, so only those before it are looked at. */
function isStale(sql: Sql, before: StaleBefore): Fragment {
  const last = new Date(Math.max(0, ...[...before.values()].map(Number)));
  return sql`l.active_at < ${last} and exists (select from ${limits(sql, before)} where q.key = l.stage and l.active_at < q.at)`;
}

const says = (sql: Sql, words: string): Fragment => sql`l.id in (
  select w.lead_id from lead_words w where w.title @> word_keys(${words}, true) or w.said @> word_keys(${words}, true)
)`;

/** What there is in a stage, in one currency; null: of leads without an amount. */
export interface StageSum {
  stage: string;
  currency: string | null;
  count: number;
  /** Minor units. */
  minor: string;
  stale: number;
}

/** How many leads each stage has and what they come to, currency by currency. */
export async function sumsOf(sql: Sql, looked: Looked, before: StaleBefore): Promise<StageSum[]> {
  return sql<StageSum>`
    select l.stage, l.currency, count(*)::int as count, coalesce(sum(l.amount_minor), 0)::text as minor,
      count(*) filter (where l.active_at < q.at)::int as stale
    from leads l left join ${limits(sql, before)} on q.key = l.stage
    where ${isLookedAt(sql, looked, before)} group by l.stage, l.currency order by l.stage, l.currency`;
}

/** By what the leads of a stage are ordered: the largest amount, or what was longest without a change. */
export type Order = 'amount' | 'age';

/** These leads, a page of them. */
export async function boardLeads(
  sql: Sql,
  looked: Looked,
  before: StaleBefore,
  { order, limit, offset = 0 }: { order: Order; limit: number; offset?: number },
): Promise<Lead[]> {
  const by = order === 'amount' ? sql`l.amount_minor desc nulls last, l.id` : sql`l.active_at, l.id`;
  return sql<Lead>`
    select ${leadColumns(sql)} ${leadsOf(sql)}
    where ${isLookedAt(sql, looked, before)} order by ${by} limit ${limit} offset ${offset}`;
}

/** How many `boardLeads` lists, counted up to `most`. */
export async function countBoard(sql: Sql, looked: Looked, before: StaleBefore, most: number): Promise<number> {
  const [row] = await sql<{ count: number }>`
    select ${countUpTo(sql, sql`from leads l where ${isLookedAt(sql, looked, before)}`, most)} as count`;
  return row!.count;
}

/** What of a sum may be expected at this probability (percent), in minor units, half a unit rounded up. */
export function weighted(minor: string, probability: number): string {
  const hundredths = BigInt(minor) * BigInt(probability);
  return String((hundredths + 50n) / 100n);
}

/** Won leads, the latest first. */
export async function wonLeads(sql: Sql, limit: number, offset: number): Promise<Lead[]> {
  return sql<Lead>`
    select ${leadColumns(sql)} ${leadsOf(sql)}
    where l.closed_at is not null and l.stage = 'won' and ${isHeardLead(sql)} order by l.closed_at desc, l.id desc limit ${limit} offset ${offset}`;
}

export async function countWon(sql: Sql, most: number): Promise<number> {
  const [row] = await sql<{ count: number }>`
    select ${countUpTo(sql, sql`from leads l where l.closed_at is not null and l.stage = 'won' and ${isHeardLead(sql)}`, most)} as count`;
  return row!.count;
}

/** Leads that are quiet for longer than their stage allows, the quietest first, and how many there are; without those of blocked contacts. */
export async function staleLeads(
  ctx: Pick<Context, 'tx' | 'now'>,
  limit: number,
): Promise<{ leads: Lead[]; count: number }> {
  const { tx } = ctx;
  const before = await staleBefore(ctx, await boardStages(tx));
  const quiet = tx`l.closed_at is null and l.active_at < q.at and ${isHeardOf(tx, tx`l`)}`;
  // stage by stage: each begins with its quietest
  const leads = await tx<Lead>`
    select ${leadColumns(tx)} from ${limits(tx, before)} cross join lateral (
      select * from leads l where l.stage = q.key and ${quiet} order by l.active_at, l.id limit ${limit}
    ) l join contacts c on c.id = l.contact_id join stages g on g.key = l.stage order by l.active_at, l.id limit ${limit}`;
  if (leads.length < limit) return { leads, count: leads.length };
  const [row] = await tx<{ count: number }>`
    select count(*)::int as count from ${limits(tx, before)} join leads l on l.stage = q.key where ${quiet}`;
  return { leads, count: row!.count };
}
