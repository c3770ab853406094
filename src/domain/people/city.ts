import type { Sql } from '../../db/sql.ts';
import { cleanName } from '../../text/normalise.ts';

const LONGEST = 60;

/** Whether any contact lives there. */
export async function isCityInUse(sql: Sql, city: string): Promise<boolean> {
  const rows = await sql`select from contacts where city is not null and fold_text(city) = fold_text(${city}) limit 1`;
  return rows.length > 0;
}

/** A city's name without what people and shops add, so that 上海市 and 上海 are the same; '' if there is none in it. */
export function cityName(typed: string): string {
  const name = cleanName(typed.normalize('NFKC'), LONGEST).replace(/["“”「」]/g, '');
  return name.replace(/^(\p{Script=Han}{2,}?)市+$/u, '$1').trim();
}
