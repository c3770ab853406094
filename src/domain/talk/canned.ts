import { countUpTo } from '../../db/count.ts';
import type { Sql, Tx } from '../../db/sql.ts';
import type { Locale } from '../../text/locale.ts';
import { type Field, fieldCalled } from '../people/fields/field.ts';
import { renamedInBraces } from './variable.ts';

/** Words said often. Its other language is another row of the same name. */
export interface CannedReply {
  name: string;
  locale: Locale;
  text: string;
}

export async function listCanned(sql: Sql, limit: number, offset = 0): Promise<CannedReply[]> {
  return sql<CannedReply>`select name, locale, text from canned_replies order by name, locale desc limit ${limit} offset ${offset}`;
}

/** How many `listCanned` lists, counted up to `most`. */
export async function countCanned(sql: Sql, most: number): Promise<number> {
  const [row] = await sql<{ count: number }>`select ${countUpTo(sql, sql`from canned_replies`, most)} as count`;
  return row!.count;
}

/** Both languages of one, by its name in any case, with or without its accents; exactly that name first. */
export async function cannedNamed(sql: Sql, name: string): Promise<CannedReply[]> {
  return sql<CannedReply>`
    select name, locale, text from canned_replies where fold_text(name) = fold_text(${name})
    order by name = ${name.toLowerCase()} desc, name`;
}

export async function saveCanned(tx: Tx, { name, locale, text }: CannedReply): Promise<void> {
  await tx`
    insert into canned_replies (name, locale, text) values (${name.toLowerCase()}, ${locale}, ${text})
    on conflict (name, locale) do update set text = excluded.text`;
}

/** False when there is none of that name. */
export async function dropCanned(tx: Tx, name: string): Promise<boolean> {
  const rows = await tx`delete from canned_replies where name = ${name.toLowerCase()} returning id`;
  return rows.length > 0;
}

/** The names of those that ask for the field; they go by `to` from now on, if it is given. */
export async function followInCanned(tx: Tx, field: Field, to?: string): Promise<string[]> {
  const isIt = (name: string) => fieldCalled([field], name) !== undefined;
  const all = await tx<
    CannedReply & { id: string }
  >`select id, name, locale, text from canned_replies order by name, id`;
  const named = new Set<string>();
  for (const { id, name, text } of all) {
    const changed = renamedInBraces(text, isIt, to ?? '');
    if (changed === text) continue;
    named.add(name);
    if (to !== undefined) await tx`update canned_replies set text = ${changed} where id = ${id}`;
  }
  return [...named];
}
