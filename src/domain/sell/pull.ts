import { assignments, given } from '../../db/assignments.ts';
import type { Sql, Tx } from '../../db/sql.ts';

/** What is read: changed within the last day or month, or all that was there before. */
export type Span = 'day' | 'month' | 'history';

/** So many things of each kind have been read. */
export type PullCounts = Partial<Record<'orders' | 'refunds' | 'customers' | 'products', number>>;

/** Which page of which list is next; `path` absent: the first. */
export interface PullCursor {
  at: number;
  path?: string;
  /** A page of that list that was read before; `since`: how many pages ago, until another is remembered after `every`. */
  seen?: { path: string; holds: string; since: number; every: number };
}

/** How far we have read what a shop has. */
export interface Pull {
  connectionId: string;
  span: Span;
  state: 'running' | 'done' | 'stopped';
  since: Date | null;
  until: Date;
  cursor: PullCursor;
  pages: number;
  counts: PullCounts;
  /** What the key may not read. */
  forbidden: string[];
  /** How far back it has come. */
  reached: Date | null;
  begunAt: Date;
}

const columns = (sql: Sql) => sql`
  connection_id as "connectionId", span, state, since, until, cursor, pages, counts, forbidden, reached, begun_at as "begunAt"`;

export async function pullsOf(sql: Sql, connectionId: string): Promise<Pull[]> {
  return sql<Pull>`select ${columns(sql)} from pulls where connection_id = ${connectionId}`;
}

/** Locked: whoever stops it waits until a page is noted, and the other way round. */
export async function lockPull(tx: Tx, connectionId: string, span: Span): Promise<Pull | undefined> {
  const [pull] = await tx<Pull>`
    select ${columns(tx)} from pulls where connection_id = ${connectionId} and span = ${span} for update`;
  return pull;
}

/** Begins anew with a span. */
export async function beginPull(
  tx: Tx,
  { connectionId, span, since, until, begunAt }: Pick<Pull, 'connectionId' | 'span' | 'since' | 'until' | 'begunAt'>,
): Promise<void> {
  await tx`
    insert into pulls (connection_id, span, since, until, begun_at) values (${connectionId}, ${span}, ${since}, ${until}, ${begunAt})
    on conflict (connection_id, span) do update set state = 'running', since = excluded.since, until = excluded.until,
      cursor = excluded.cursor, pages = 0, counts = excluded.counts, forbidden = excluded.forbidden, reached = null,
      begun_at = excluded.begun_at`;
}

export type PullChange = Partial<Pick<Pull, 'state' | 'cursor' | 'pages' | 'counts' | 'forbidden' | 'reached'>>;

/** Writes what is given and nothing else, and gives the pull as it is by now. */
export async function changePull(tx: Tx, one: Pull, to: PullChange): Promise<Pull> {
  const sets = assignments(tx, {
    state: given(to.state, (is) => tx`${is}`),
    cursor: given(to.cursor, (is) => tx`${tx.json(is)}`),
    pages: given(to.pages, (is) => tx`${is}`),
    counts: given(to.counts, (is) => tx`${tx.json(is)}`),
    forbidden: given(to.forbidden, (is) => tx`${is}::text[]`),
    reached: given(to.reached, (is) => tx`${is}`),
  });
  if (!sets) return one;
  const [changed] = await tx<Pull>`
    update pulls set ${sets} where connection_id = ${one.connectionId} and span = ${one.span} returning ${columns(tx)}`;
  return changed ?? { ...one, ...to };
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** What was changed within this time may still be on its way by webhook. */
const SETTLED_MS = 10 * 60_000;
/** How often a span is read, and how far back it goes. */
const EVERY_MS = { day: HOUR_MS, month: DAY_MS };
const BACK_MS = { day: DAY_MS, month: 30 * DAY_MS };

/** What is to be done next about a shop: ask for a page, begin with a span, look after its webhooks, or nothing before a time. */
export type NextStep =
  | { do: 'page'; pull: Pull }
  | { do: 'begin'; span: Span; since: Date | null; until: Date }
  | { do: 'watch' }
  | { do: 'rest'; until: Date };

interface Standing {
  fromAt: Date;
  watchedAt: Date | null;
  repair: boolean;
}

/** In this order: what webhooks may have left out, how they are, what was there before. `historyDays`: how far back that goes. */
export function nextStep(key: Standing, pulls: readonly Pull[], now: Date, historyDays: number | undefined): NextStep {
  const of = (span: Span) => pulls.find((one) => one.span === span);
  if (key.repair) return { do: 'watch' };
  for (const span of ['month', 'day'] as const) {
    const pull = of(span);
    if (pull?.state === 'running') return { do: 'page', pull };
    if (!pull || now.getTime() - pull.begunAt.getTime() >= EVERY_MS[span]) return begin(span, key.fromAt, now);
  }
  if (!key.watchedAt || key.watchedAt < of('day')!.begunAt) return { do: 'watch' };
  const history = of('history');
  if (history?.state === 'running') return { do: 'page', pull: history };
  if (!history && historyDays !== 0) {
    const since = historyDays === undefined ? null : new Date(now.getTime() - historyDays * DAY_MS);
    if (!since || since < key.fromAt) return { do: 'begin', span: 'history', since, until: key.fromAt };
  }
  return { do: 'rest', until: new Date(of('day')!.begunAt.getTime() + EVERY_MS.day) };
}

function begin(span: 'day' | 'month', fromAt: Date, now: Date): NextStep {
  const back = new Date(now.getTime() - BACK_MS[span]);
  const until = new Date(now.getTime() - SETTLED_MS);
  return { do: 'begin', span, since: back > fromAt ? back : fromAt, until };
}
