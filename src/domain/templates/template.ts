import type { Sql, Tx } from '../../db/sql.ts';
import { foldText } from '../../text/fold.ts';
import { type Locale, locales } from '../../text/locale.ts';
import type { Variant, Variants } from './compile.ts';

/** What is written to many. */
export interface Template {
  id: string;
  name: string;
  variants: Variants;
}

interface Row {
  id: string;
  name: string;
  fallback: Locale;
  variants: Record<string, unknown>;
}

/** So many an owner may make. */
export const MOST_TEMPLATES = 200;
/** Characters. */
export const LONGEST_NAME = 40;

const columns = (sql: Sql) => sql`id, name, fallback, variants`;

/** By their names. */
export async function listTemplates(sql: Sql): Promise<Template[]> {
  const rows = await sql<Row>`select ${columns(sql)} from templates order by fold_text(name), id`;
  return rows.map(templateOf);
}

/** Whether there is any. */
export async function hasTemplates(sql: Sql): Promise<boolean> {
  const rows = await sql`select from templates limit 1`;
  return rows.length > 0;
}

export async function loadTemplate(sql: Sql, id: string): Promise<Template | undefined> {
  const [row] = await sql<Row>`select ${columns(sql)} from templates where id = ${id}`;
  return row && templateOf(row);
}

/** A file may have brought anything: what is no variant is left out. */
function templateOf({ id, name, fallback, variants }: Row): Template {
  const of: Partial<Record<Locale, Variant>> = {};
  for (const locale of locales) {
    const { subject, body } = (variants[locale] ?? {}) as Record<string, unknown>;
    if (typeof subject === 'string' && typeof body === 'string') of[locale] = { subject, body };
  }
  return { id, name, variants: { fallback, of } };
}

/** The template of this name. */
export function templateCalled(templates: readonly Template[], name: string): Template | undefined {
  const folded = foldText(name).trim();
  return folded === '' ? undefined : templates.find((one) => foldText(one.name).trim() === folded);
}

/** Undefined: one is called so already. */
export async function makeTemplate(
  tx: Tx,
  name: string,
  locale: Locale,
  variant: Variant,
): Promise<Template | undefined> {
  const [row] = await tx<Row>`
    insert into templates (name, fallback, variants) values (${name}, ${locale}, ${tx.json({ [locale]: { ...variant } })})
    on conflict (fold_text(name)) do nothing returning ${columns(tx)}`;
  return row && templateOf(row);
}

/** In place of what was written in that language, or besides the others. */
export async function saveVariant(tx: Tx, id: string, locale: Locale, variant: Variant): Promise<void> {
  await tx`update templates set variants = variants || ${tx.json({ [locale]: { ...variant } })}::jsonb where id = ${id}`;
}

/** False: nothing is written in that language. */
export async function setFallback(tx: Tx, id: string, locale: Locale): Promise<boolean> {
  const { count } = await tx`update templates set fallback = ${locale} where id = ${id} and variants ? ${locale}`;
  return count > 0;
}

/** False: another one is called so. */
export async function renameTemplate(tx: Tx, id: string, name: string): Promise<boolean> {
  const { count } = await tx`
    update templates t set name = ${name} where id = ${id}
      and not exists (select from templates o where o.id <> t.id and fold_text(o.name) = fold_text(${name}))`;
  return count > 0;
}

export async function deleteTemplate(tx: Tx, id: string): Promise<void> {
  await tx`delete from templates where id = ${id}`;
}
