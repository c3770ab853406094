import { countUpTo } from '../../../db/count.ts';
import type { Sql, Tx } from '../../../db/sql.ts';
import { foldText } from '../../../text/fold.ts';
import { own } from '../../../text/own.ts';
import type { Texts } from '../../../text/texts.ts';
import { typedMeanings } from '../../../text/typed.ts';

/** A stage that leads go through. */
export interface Stage {
  id: string;
  /** What `leads.stage` holds: `quoted`, or `s7` of one of the owner's own. */
  key: string;
  /** Null: what the reader's language calls a stage that is always there. */
  name: string | null;
  /** How likely a lead there is to be won, in percent. */
  probability: number;
  position: number;
  /** After so many days without a change a lead there is stale; null: never. */
  quietDays: number | null;
  /** What it does to a lead to come there. */
  ends: 'won' | 'lost' | null;
  isRemoved: boolean;
}

/** So many there are at most: a board has to fit into one message. */
export const MOST_STAGES = 15;
/** Characters. */
export const LONGEST_STAGE = 24;
export const MOST_QUIET_DAYS = 3650;
/** How long a lead of a new stage may be quiet, and how likely it is, where nothing is said. */
const QUIET_DAYS = 7;
/** Between neighbours there is room for one more. */
const STEP = 2;

type BuiltIn = keyof Texts['pipeline']['stage'];

/** All that are not removed, in their order; `all`: the removed ones at the end, by which older leads may still be called. */
export async function loadStages(sql: Sql, { all = false }: { all?: boolean } = {}): Promise<Stage[]> {
  return sql<Stage>`
    select id, key, name, probability, position, quiet_days as "quietDays", ends, removed_at is not null as "isRemoved"
    from stages ${all ? sql`` : sql`where removed_at is null`} order by removed_at is not null, position, id`;
}

/** Those of the board: all that are not removed, and what still has open leads, as a file may bring them. */
export async function boardStages(sql: Sql): Promise<Stage[]> {
  const left = await sql<{ key: string }>`
    select g.key from stages g where g.removed_at is not null
      and exists (select from leads l where l.stage = g.key and l.closed_at is null)`;
  const stages = await loadStages(sql, { all: true });
  return stages.filter(({ key, isRemoved }) => !isRemoved || left.some((one) => one.key === key));
}

/** What a reader's language calls it; a key that there is no stage for is shown as it is. */
export const stageLabel = (t: Texts, { key, name }: Pick<Stage, 'key' | 'name'>): string =>
  name ?? own(t.pipeline.stage as Record<BuiltIn, string>, key) ?? key;

const BUILT_IN = typedMeanings<BuiltIn>(({ stage: { builtIn } }) => builtIn);

const plain = (word: string): string => foldText(word).replace(/\s+/gu, ' ').trim();

/** The names by which it may be called: its own before what is always there. */
export const namesOfStage = ({ key, name }: Pick<Stage, 'key' | 'name'>): string[] => [
  ...(name === null ? [] : [name]),
  ...[...BUILT_IN].filter(([, meant]) => meant === key).map(([word]) => word),
];

/** The stage that a word names; an own name goes before what is always there. */
export function stageCalled(stages: readonly Stage[], word: string): Stage | undefined {
  const said = plain(word);
  if (said === '') return undefined;
  return (
    stages.find(({ name }) => name !== null && plain(name) === said) ??
    stages.find((stage) => stage.key === said || namesOfStage(stage).some((name) => plain(name) === said))
  );
}

/** The stage whose name the words begin with, the longest name first, and what stands behind it. */
export function stageInFront(stages: readonly Stage[], words: string): { stage: Stage; rest: string } | undefined {
  const named = stages
    .flatMap((stage) => [...namesOfStage(stage), stage.key].map((name) => ({ stage, name })))
    .sort((one, other) => other.name.length - one.name.length);
  const trimmed = words.trim();
  for (const { stage, name } of named) {
    const length = [...name].length;
    const front = [...trimmed].slice(0, length).join('');
    if (plain(front) !== plain(name)) continue;
    const rest = trimmed.slice(front.length);
    // a name of letters ends where a word ends
    if (/[\p{L}\p{N}]$/u.test(front) && /^[\p{L}\p{N}]/u.test(rest) && !/\p{Script=Han}$/u.test(front)) continue;
    return { stage: stageCalled(stages, name) ?? stage, rest: rest.trim() };
  }
  return undefined;
}

/** Where a lead comes from there, and where it goes on to: its open neighbours. */
export function neighbours(stages: readonly Stage[], key: string): { before?: Stage; after?: Stage } {
  const open = stages.filter(({ ends, isRemoved }) => ends === null && !isRemoved);
  const at = open.findIndex((stage) => stage.key === key);
  if (at < 0) return {};
  const [before, after] = [open[at - 1], open[at + 1]];
  return { ...(before && { before }), ...(after && { after }) };
}

/** Nobody adds, moves or removes one until `tx` ends. */
export async function lockStages(tx: Tx): Promise<void> {
  await tx`select pg_advisory_xact_lock(hashtextextended('stages', 0))`;
}

/**
 * A new one behind the last that is open. Undefined: there are as many as there may be. Under the lock of `lockStages`, by whoever has
 * looked that the name is free.
 * @param probability in percent; left out: as the stage before it. @param quietDays null: never stale.
 */
export async function addStage(
  tx: Tx,
  draft: { name: string; probability?: number | undefined; quietDays?: number | null | undefined },
): Promise<Stage | undefined> {
  const stages = await loadStages(tx);
  if (stages.length >= MOST_STAGES) return undefined;
  const last = stages.filter(({ ends }) => ends === null).at(-1);
  const [made] = await tx<Pick<Stage, 'key'>>`
    insert into stages (name, probability, position, quiet_days) values (
      ${draft.name}, ${draft.probability ?? last?.probability ?? 0}, ${(last?.position ?? 0) + STEP},
      ${draft.quietDays === undefined ? QUIET_DAYS : draft.quietDays}
    ) returning key`;
  return (await loadStages(tx)).find(({ key }) => key === made!.key);
}

/** One of those that are always there, and was removed, is there again, where it stood. Undefined as with `addStage`, under the same lock. */
export async function restoreStage(
  tx: Tx,
  key: string,
  figures: { probability?: number | undefined; quietDays?: number | null | undefined },
): Promise<Stage | undefined> {
  if ((await loadStages(tx)).length >= MOST_STAGES) return undefined;
  await tx`update stages set removed_at = null where key = ${key}`;
  await changeStage(tx, key, figures);
  return (await loadStages(tx)).find((stage) => stage.key === key);
}

/** Changes what is given; `quietDays` null: never stale, `name` null: what it was always called. */
export async function changeStage(
  tx: Tx,
  key: string,
  change: { name?: string | null; probability?: number | undefined; quietDays?: number | null | undefined },
): Promise<void> {
  const { name, probability, quietDays } = change;
  await tx`
    update stages set
      name = case when ${name === undefined} then name else ${name ?? null}::text end,
      probability = coalesce(${probability ?? null}::integer, probability),
      quiet_days = case when ${quietDays === undefined} then quiet_days else ${quietDays ?? null}::integer end
    where key = ${key}`;
}

/** Changes its place with the open one before or behind it; false: there is none. Under the lock of `lockStages`. */
export async function shiftStage(tx: Tx, key: string, to: 'up' | 'down'): Promise<boolean> {
  const { before, after } = neighbours(await loadStages(tx), key);
  const other = to === 'up' ? before : after;
  if (!other) return false;
  await placeStage(tx, key, { side: to === 'up' ? 'before' : 'after', of: other.key });
  return true;
}

/** Puts it beside another that is open; beside what ends a lead it is the last. Under the lock of `lockStages`. */
export async function placeStage(
  tx: Tx,
  key: string,
  { side, of }: { side: 'before' | 'after'; of: string },
): Promise<void> {
  const order = (await loadStages(tx)).filter((one) => one.ends === null && one.key !== key).map((stage) => stage.key);
  const at = order.indexOf(of);
  order.splice(at < 0 ? order.length : at + (side === 'after' ? 1 : 0), 0, key);
  // numbered anew: imported ones may have had the same place
  await tx`
    update stages s set position = o.nth * ${STEP} from unnest((select ${order}::text[])) with ordinality o (key, nth)
    where s.key = o.key and s.position <> o.nth * ${STEP}`;
}

/** How many open leads are in it, counted up to `most`. */
export async function countIn(sql: Sql, key: string, most: number): Promise<number> {
  const [row] = await sql<{ count: number }>`
    select ${countUpTo(sql, sql`from leads l where l.stage = ${key} and l.closed_at is null`, most)} as count`;
  return row!.count;
}

/**
 * Nobody is shown it any more; its open leads go to another stage. What was won or lost from there begins anew at the first stage if it
 * is opened again. Returns how many moved. Under the lock of `lockStages`.
 */
export async function removeStage(tx: Tx, key: string, to: string, now: Date): Promise<number> {
  const { count } = await tx`
    update leads set stage = ${to}, stage_at = ${now} where stage = ${key} and closed_at is null`;
  await tx`update stages set removed_at = ${now} where key = ${key} and ends is null`;
  return count;
}
