import type { Sql, Tx } from '../../db/sql.ts';
import type { Locale } from '../../text/locale.ts';

/** Words said often. Its other language is another row of the same name. */
export interface CannedReply {
  name: string;
  locale: Locale;
  text: string;
}

/** What stands in braces, and what it is filled with; undefined: there is nothing to fill in. */
export const VARIABLES = ['name', 'business', 'order'] as const;
export type Variable = (typeof VARIABLES)[number];

export type Filled = { text: string } | { missing: Variable };

const BRACES = /\{\s*([\p{L}\p{N}_]+)\s*\}/gu;

export async function listCanned(sql: Sql, limit: number, offset = 0): Promise<CannedReply[]> {
  return sql<CannedReply>`select name, locale, text from canned_replies order by name, locale desc limit ${limit} offset ${offset}`;
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

/** The first variable of a text that nobody knows. */
export function unknownVariable(text: string): string | undefined {
  const named = [...text.matchAll(BRACES)].map((match) => match[1]!);
  return named.find((one) => !isVariable(one.toLowerCase()));
}

/** Every variable replaced, or the first that has no value. Values are never read for variables themselves. */
export function fill(text: string, values: Record<Variable, string | undefined>): Filled {
  let missing: Variable | undefined;
  const filled = text.replace(BRACES, (braces: string, name: string) => {
    const variable = name.toLowerCase();
    if (!isVariable(variable)) return braces;
    if (!values[variable]) missing ??= variable;
    return values[variable] ?? '';
  });
  return missing ? { missing } : { text: filled };
}

const isVariable = (name: string): name is Variable => (VARIABLES as readonly string[]).includes(name);
