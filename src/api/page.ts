import type { Fragment, Sql } from '../db/sql.ts';

export interface PageAsked {
  limit: number;
  cursor?: string | undefined;
  sort: 'id' | '-id';
}

/** What is listed: the rows of `from` for which `where` holds, each with these columns. */
export interface Listed {
  /** A table and the name it goes by: `leads l`. */
  from: Fragment;
  id: Fragment;
  columns: Fragment;
  /** What the columns need beside `from`. */
  joins?: Fragment;
  where?: Fragment | undefined;
}

/** One page by the number of the rows: stable, whatever is added meanwhile. */
export async function listPage<R extends { id: string }, T>(
  sql: Sql,
  { from, id, columns, joins = sql``, where }: Listed,
  { limit, cursor, sort }: PageAsked,
  shape: (row: R) => T,
): Promise<{ data: T[]; next: string | null }> {
  const last = cursor === undefined ? undefined : fromBase36(cursor.slice(1));
  const beyond = sort === 'id' ? sql`${id} > ${last ?? null}::bigint` : sql`${id} < ${last ?? null}::bigint`;
  const after = last === undefined ? sql`true` : beyond;
  const by = sort === 'id' ? sql`order by id` : sql`order by id desc`;
  // one more, to know whether there is another page
  const first = sql`${by} limit ${limit + 1}`;
  // where only some rows are meant they are found first: the planner would else walk the whole table in the order of the page
  const found = where
    ? sql`with found as materialized (select ${id} as id from ${from} where ${where} and ${after}),
        page as (select id from found ${first})`
    : sql`with page as (select ${id} as id from ${from} where ${after} ${first})`;
  const rows = await sql<R>`
    ${found} select ${columns} from page join ${from} on ${id} = page.id ${joins}
    order by ${sort === 'id' ? sql`page.id` : sql`page.id desc`}`;
  const shown = rows.slice(0, limit);
  const next = rows.length > limit ? `p${BigInt(shown.at(-1)!.id).toString(36)}` : null;
  return { data: shown.map(shape), next };
}

/** At most twelve digits, which is less than the largest number. */
function fromBase36(digits: string): string {
  let value = 0n;
  for (const digit of digits) value = value * 36n + BigInt(Number.parseInt(digit, 36));
  return String(value);
}

/** All of these conditions; undefined if there are none. */
export function all(sql: Sql, ...conditions: (Fragment | undefined)[]): Fragment | undefined {
  const [first, ...rest] = conditions.filter((one) => one !== undefined);
  return first && rest.reduce((sum, one) => sql`${sum} and ${one}`, first);
}
