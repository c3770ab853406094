import type { Tx } from '../../db/sql.ts';
import { locales } from '../../text/locale.ts';
import type { Field } from '../people/fields/field.ts';
import type { Variants } from './compile.ts';
import { fieldNames } from './person_data.ts';
import { variableCalled } from './variables.ts';

const TAG = /\{\{[^{}]*\}\}|\{%[^{}]*\}/gu;
const PATH =
  /(?<![\p{L}\p{N}_.-])([\p{L}_][\p{L}\p{N}_-]*)(?:\.([\p{L}_][\p{L}\p{N}_-]*)|\[\s{0,3}(?:"([^"]*)"|'([^']*)')\s{0,3}\])/gu;
const PLAIN = /^[\p{L}_][\p{L}\p{N}_]*$/u;

/** How a template asks for a field: fields.shoe_size, else fields["40s"]. */
function asked(field: Field): string {
  const plain = fieldNames([field]).at(-1)!;
  return PLAIN.test(plain) ? `.${plain}` : `["${field.name}"]`;
}

/** What a template says in Liquid, with a field under its new name. */
function renamedIn(source: string, before: Field, after: Field): string {
  const names = fieldNames([before]);
  const to = asked(after);
  return source.replace(TAG, (tag) =>
    tag.replace(PATH, (path, word: string, dotted?: string, double?: string, single?: string) =>
      variableCalled(word) === 'fields' && names.includes(dotted ?? double ?? single ?? '') ? word + to : path,
    ),
  );
}

/** The same in every language; undefined: nothing in it names the field. */
export function renamedInVariants(variants: Variants, before: Field, after: Field): Variants | undefined {
  const of: Variants['of'] = {};
  let isNamed = false;
  for (const locale of locales) {
    const variant = variants.of[locale];
    if (!variant) continue;
    const [subject, body] = [variant.subject, variant.body].map((text) => renamedIn(text, before, after));
    of[locale] = { ...variant, subject: subject!, body: body! };
    isNamed ||= subject !== variant.subject || body !== variant.body;
  }
  return isNamed ? { ...variants, of } : undefined;
}

/** Nothing that a field can be called: what stands for one that is only looked for. */
const LOOKED_FOR = '\u0000';
export const lookedFor = (field: Field): Field => ({ ...field, name: LOOKED_FOR });

/** The names of the templates that ask for the field; they go by `after` from now on, if it is given. */
export async function followInTemplates(tx: Tx, before: Field, after?: Field): Promise<string[]> {
  const all = await tx<{ id: string; name: string; variants: Variants }>`
    select id, name, jsonb_build_object('fallback', fallback, 'of', variants) as variants
    from templates order by fold_text(name), id`;
  const named: string[] = [];
  for (const { id, name, variants } of all) {
    const changed = renamedInVariants(variants, before, after ?? lookedFor(before));
    if (!changed) continue;
    named.push(name);
    if (after) await tx`update templates set variants = ${tx.json(changed.of)} where id = ${id}`;
  }
  return named;
}
