import type { Sql, Tx } from '../../../db/sql.ts';
import { MOST_BEHIND } from './keys.ts';
import type { Person } from './person.ts';

/** Keeps under which keys these people are found from now on. */
export async function keepKeys(tx: Tx, people: readonly Person[]): Promise<void> {
  const ids = people.map(({ id }) => id);
  await tx`delete from likeness_keys where contact_id = any(${ids}::bigint[])`;
  const rows = people.flatMap(({ id, keys }) => [...keys].map((key) => ({ id, key })));
  await tx`
    insert into likeness_keys (key, contact_id)
    select distinct hashtextextended(k.key, 0), k.id
    from unnest((select ${rows.map(({ id }) => id)}::bigint[]), (select ${rows.map(({ key }) => key)}::text[])) k (id, key)
    on conflict do nothing`;
}

/** Who is behind these keys, by key; a key that too many share has nobody. */
async function behindKeys(sql: Sql, keys: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await sql<{ key: string; ids: string[] }>`
    select k.key, array_agg(b.contact_id::text) as ids
    from unnest((select ${[...keys]}::text[])) k (key)
    cross join lateral (
      select contact_id from likeness_keys where key = hashtextextended(k.key, 0) limit ${MOST_BEHIND + 1}
    ) b
    group by k.key`;
  return new Map(rows.map(({ key, ids }) => [key, ids.length > MOST_BEHIND ? [] : ids]));
}

/**
 * With whom each of these people is to be compared, each pair once, by their ids; and how many have a phone or mail
 * address, as far as that was looked for.
 */
export async function neighboursOf(
  sql: Sql,
  people: readonly Person[],
): Promise<{ pairs: [one: string, other: string][]; holders: (address: string) => number }> {
  const behind = await behindKeys(sql, [...new Set(people.flatMap(({ keys }) => [...keys]))]);
  const pairs = new Map<string, [string, string]>();
  for (const { id, keys } of people) {
    const others = [...keys].flatMap((key) => behind.get(key) ?? []).filter((other) => other !== id);
    for (const other of others) {
      const pair: [string, string] = BigInt(id) < BigInt(other) ? [id, other] : [other, id];
      pairs.set(pair.join(' '), pair);
    }
  }
  const count = (key: string) => {
    const found = behind.get(key);
    return found?.length === 0 ? MOST_BEHIND : (found?.length ?? 0);
  };
  return { pairs: [...pairs.values()], holders: (address) => Math.max(count(`p ${address}`), count(`m ${address}`)) };
}
