import type { Sql, Tx } from '../../../db/sql.ts';
import { foldText } from '../../../text/fold.ts';
import { own } from '../../../text/own.ts';
import type { Texts } from '../../../text/texts.ts';
import { typedMeanings } from '../../../text/typed.ts';

/** Why leads are lost, as it stands in the owner's list. */
export interface LostReason {
  id: string;
  /** What is always there, unless it is removed; null: the owner's own. */
  builtIn: string | null;
  /** Null: what the reader's language calls it. */
  name: string | null;
}

export const MOST_REASONS = 30;
/** So many of the latest say which are common. */
const LATELY = 200;
/** Characters. */
export const LONGEST_REASON = 60;

/** Those of the list, in the order in which they were made. */
export async function loadReasons(sql: Sql): Promise<LostReason[]> {
  return sql<LostReason>`
    select id, built_in as "builtIn", name from lost_reasons where removed_at is null order by id > 0, abs(id)`;
}

type BuiltIn = keyof Texts['lostReasons']['reason'];

export const reasonLabel = (t: Texts, { builtIn, name }: Pick<LostReason, 'builtIn' | 'name'>): string =>
  name ?? own(t.lostReasons.reason as Record<BuiltIn, string>, builtIn ?? '') ?? '';

const BUILT_IN = typedMeanings<BuiltIn>(({ lostReason: { builtIn } }) => builtIn);
const plain = (words: string): string => foldText(words).replace(/\s+/gu, ' ').trim();

/** By which words it may be named. */
const namesOfReason = ({ builtIn, name }: LostReason): string[] => [
  ...(name === null ? [] : [name]),
  ...[...BUILT_IN].filter(([, meant]) => meant === builtIn).map(([word]) => word),
];

/** The reason that is called so. */
export const reasonCalled = (reasons: readonly LostReason[], words: string): LostReason | undefined => {
  const said = plain(words);
  return reasons.find((reason) => namesOfReason(reason).some((name) => plain(name) === said));
};

/** The reasons that words may mean: the one that is called so, else all whose names stand in them. */
export function reasonsIn(reasons: readonly LostReason[], words: string): LostReason[] {
  const exact = reasonCalled(reasons, words);
  if (exact) return [exact];
  const said = plain(words);
  return reasons.filter((reason) => namesOfReason(reason).some((name) => standsIn(said, plain(name))));
}

/** Whole words, where it is written in letters. */
function standsIn(said: string, name: string): boolean {
  if (name === '') return false;
  if (/\p{Script=Han}/u.test(name)) return said.includes(name);
  return ` ${said.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `.includes(` ${name} `);
}

/** Undefined: one is called so already, or there are too many. */
export async function addReason(tx: Tx, name: string): Promise<LostReason | undefined> {
  const [made] = await tx<LostReason>`
    insert into lost_reasons (name) select ${name}
    where (select count(*) from lost_reasons where removed_at is null) < ${MOST_REASONS}
    on conflict (fold_text(name)) where removed_at is null and name is not null do nothing
    returning id, built_in as "builtIn", name`;
  return made;
}

/** Leads that were lost with just these words are counted under the reason from now on. Returns how many. */
export async function gatherUnder(tx: Tx, { id, name }: LostReason): Promise<number> {
  const { count } = await tx`
    update leads set lost_reason_id = ${id}
    where stage = 'lost' and closed_at is not null and lost_reason_id is null and fold_text(lost_reason) = fold_text(${name})`;
  return count;
}

/** False: another one is called so. */
export async function renameReason(tx: Tx, id: string, name: string): Promise<boolean> {
  const { count } = await tx`
    update lost_reasons r set name = ${name} where id = ${id} and not exists (
      select from lost_reasons o where o.id <> r.id and o.removed_at is null and fold_text(o.name) = fold_text(${name})
    )`;
  return count > 0;
}

/** It is offered no more; what is counted under it stays. */
export async function removeReason(tx: Tx, id: string, now: Date): Promise<void> {
  await tx`update lost_reasons set removed_at = ${now} where id = ${id}`;
}

/** Of what was lost last, for which reasons. */
export async function latelyLost(sql: Sql): Promise<string[]> {
  const rows = await sql<{ id: string | null }>`
    select lost_reason_id as id from leads where closed_at is not null order by closed_at desc limit ${LATELY}`;
  return rows.flatMap(({ id }) => id ?? []);
}

/** How often leads were lost for a reason, and what they were worth. */
export interface LostCount extends Pick<LostReason, 'builtIn' | 'name'> {
  /** Null: in other words, or `unsaid`. */
  id: string | null;
  unsaid: boolean;
  count: number;
  /** Minor units, by currency. */
  worth: { currency: string; minor: string }[];
}

/** Leads that were lost since, and before `until`, by their reasons, the most frequent first; null: ever. */
export async function countLost(sql: Sql, since: Date | null, until: Date | null = null): Promise<LostCount[]> {
  return sql<LostCount>`
    with lost as (
      select l.lost_reason_id as id, l.lost_reason_id is null and l.lost_reason is null as unsaid, l.currency,
        count(*)::int as count, coalesce(sum(l.amount_minor), 0) as minor
      from leads l where l.closed_at is not null and l.stage = 'lost' and (${since}::timestamptz is null or l.closed_at >= ${since})
        ${until ? sql`and l.closed_at < ${until}` : sql``}
      group by 1, 2, 3
    )
    select lost.id, unsaid, r.built_in as "builtIn", r.name, sum(lost.count)::int as count, coalesce(
      jsonb_agg(jsonb_build_object('currency', lost.currency, 'minor', lost.minor::text) order by lost.currency)
        filter (where lost.currency is not null), '[]'
    ) as worth
    from lost left join lost_reasons r on r.id = lost.id
    group by lost.id, unsaid, r.built_in, r.name order by sum(lost.count) desc, lost.id nulls last, unsaid`;
}
