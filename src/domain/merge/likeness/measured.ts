import type { Sql, Tx } from '../../../db/sql.ts';
import { type Census, censusOf, EMPTY } from './census.ts';
import { FIXED, type Figures, learn } from './figures.ts';
import { neighboursOf } from './index_keys.ts';
import { personsOf } from './known.ts';
import { meet, type Person } from './person.ts';

/** What is known of the people of this business, so that agreement by chance can be told from likeness. */
export interface Measured {
  figures: Figures;
  census: Census;
}

/** So many contacts are looked at, spread evenly over all of them. */
const SAMPLE = 2000;
/** Of so many the neighbours are looked at, and so many pairs are learned from. */
const MOST_MET = 500;
const MOST_PAIRS = 2000;

export async function loadMeasured(sql: Sql): Promise<Measured> {
  const [row] = await sql<{ measured: Measured }>`select measured from likeness_figures`;
  return row?.measured ?? { figures: FIXED, census: EMPTY };
}

/** Learns anew from a sample, which takes no longer for a million contacts than for two thousand. */
export async function measureAgain(tx: Tx): Promise<void> {
  const people = await personsOf(tx, await sampleOf(tx));
  const met = people.filter((_, nth) => nth % Math.ceil(people.length / MOST_MET || 1) === 0);
  const { pairs } = await neighboursOf(tx, met);
  const some = pairs.slice(0, MOST_PAIRS);
  const known = await byId(tx, people, some.flat());
  const meetings = some.flatMap(([one, other]) => {
    const [first, second] = [known.get(one), known.get(other)];
    return first && second ? [meet(first, second)] : [];
  });
  const measured: Measured = { figures: learn(meetings), census: censusOf(people) };
  await tx`
    insert into likeness_figures (measured) values (${tx.json(measured)})
    on conflict (id) do update set measured = excluded.measured`;
}

async function sampleOf(sql: Sql): Promise<string[]> {
  const rows = await sql<{ id: string }>`
    with ends as (select min(id) as first, max(id) as last from contacts)
    select distinct c.id from ends
    cross join generate_series(0, ${SAMPLE - 1}) n
    cross join lateral (
      select id from contacts where id >= first + (last - first) * n / ${SAMPLE - 1} order by id limit 1
    ) c
    order by c.id`;
  return rows.map(({ id }) => id);
}

/** These people and those with the ids, by id. */
export async function byId(sql: Sql, people: readonly Person[], ids: readonly string[]): Promise<Map<string, Person>> {
  const known = new Map(people.map((person) => [person.id, person]));
  const more = await personsOf(
    sql,
    [...new Set(ids)].filter((id) => !known.has(id)),
  );
  for (const person of more) known.set(person.id, person);
  return known;
}
