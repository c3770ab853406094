import { countUpTo } from '../../../db/count.ts';
import type { Sql, Tx } from '../../../db/sql.ts';
import { foldText } from '../../../text/fold.ts';
import type { Texts } from '../../../text/texts.ts';
import { typedMeanings } from '../../../text/typed.ts';

/** What can stand in a field. */
export const KINDS = ['text', 'number', 'date', 'choice', 'yesno'] as const;
export type OwnKind = (typeof KINDS)[number];
export type FieldKind = OwnKind | 'birthday' | 'address';

/** What is kept of contacts besides what everybody has. */
export interface Field {
  id: string;
  /** '' for what is always there: it has a word in each language. */
  name: string;
  kind: FieldKind;
  /** What a choice may be; empty for every other kind. */
  choices: string[];
}

/** So many an owner may make; a card has to fit into one message. */
export const MOST_FIELDS = 40;
export const MOST_CHOICES = 50;
/** Characters. */
export const LONGEST_NAME = 40;

export const BIRTHDAY = '-1';
export const ADDRESS = '-2';

/** Those that are always there, then the owner's own in the order in which they were made. */
export async function loadFields(sql: Sql): Promise<Field[]> {
  return sql<Field>`
    select id, name, kind, choices from fields where removed_at is null order by id > 0, abs(id)`;
}

/** What a reader's language calls it. */
export const labelOf = (t: Texts, { name, kind }: Pick<Field, 'name' | 'kind'>): string =>
  kind === 'birthday' || kind === 'address' ? t.field.builtIn[kind] : name;

const BUILT_IN = typedMeanings<'birthday' | 'address'>(({ field: { builtIn } }) => builtIn);
const wordsFor = (kind: string): string[] => [...BUILT_IN].filter(([, meant]) => meant === kind).map(([word]) => word);

/** By which words it may be called: its name, or in every language what is always there. */
export const namesOf = ({ name, kind }: Pick<Field, 'name' | 'kind'>): string[] =>
  kind === 'birthday' || kind === 'address' ? wordsFor(kind) : [name];

/** As names are compared. */
export const plainName = (name: string): string => foldText(name).replace(/\s+/gu, ' ').trim();

/** The field that a word or heading names. */
export function fieldCalled(fields: readonly Field[], word: string): Field | undefined {
  const plain = plainName(word);
  return plain === '' ? undefined : fields.find((field) => namesOf(field).some((name) => plainName(name) === plain));
}

/** The field whose name the words begin with, the longest name first, and what stands behind it. */
export function fieldInFront(fields: readonly Field[], words: string): { field: Field; rest: string } | undefined {
  const quoted = /^["“「]([^"”」]{1,60})["”」]\s{0,3}([\s\S]*)$/u.exec(words.trim());
  const whole = quoted && fieldCalled(fields, quoted[1]!);
  if (whole) return { field: whole, rest: quoted[2]! };
  const named = fields
    .flatMap((field) => namesOf(field).map((name) => ({ field, name })))
    .sort((one, other) => other.name.length - one.name.length);
  for (const { field, name } of named) {
    const length = lengthInFront(words, name);
    if (length !== undefined) return { field, rest: words.slice(length).trim() };
  }
  return undefined;
}

/** How many characters of the words are the name; a name of letters ends where a word ends. */
function lengthInFront(words: string, name: string): number | undefined {
  const length = [...name].length;
  const front = [...words].slice(0, length).join('');
  if (plainName(front) !== plainName(name)) return undefined;
  const glued = /[\p{L}\p{N}]$/u.test(front) && /^[\p{L}\p{N}]/u.test(words.slice(front.length));
  const isHan = /\p{Script=Han}$/u.test(front);
  return glued && !isHan ? undefined : front.length;
}

/** How many contacts have it, counted up to `most`; null: all of them. */
export async function countHaving(sql: Sql, fieldId: string, most: number | null = null): Promise<number> {
  const [row] = await sql<{ count: number }>`
    select ${countUpTo(sql, sql`from field_values where field_id = ${fieldId}`, most)} as count`;
  return row!.count;
}

/** Undefined: one is called so already. */
export async function makeField(
  tx: Tx,
  { name, kind, choices }: Pick<Field, 'name' | 'kind' | 'choices'>,
): Promise<Field | undefined> {
  const [made] = await tx<Field>`
    insert into fields (name, kind, choices) values (${name}, ${kind}, ${choices}::text[])
    on conflict (fold_text(name)) where removed_at is null and name <> '' do nothing
    returning id, name, kind, choices`;
  return made;
}

/** False: another one is called so. */
export async function renameField(tx: Tx, id: string, name: string): Promise<boolean> {
  const { count } = await tx`
    update fields f set name = ${name} where id = ${id} and not exists (
      select from fields o where o.id <> f.id and o.removed_at is null and fold_text(o.name) = fold_text(${name})
    )`;
  return count > 0;
}

/** Adds what it lacks of these, at the end. Returns all it has now. */
export async function addChoices(tx: Tx, id: string, choices: readonly string[]): Promise<string[]> {
  const [row] = await tx<{ choices: string[] }>`
    update fields set choices = choices || array(
      select given from unnest(${[...choices]}::text[]) with ordinality g (given, nth)
      where not exists (select from unnest(choices) had where fold_text(had) = fold_text(given)) order by nth
    ) where id = ${id} returning choices`;
  return row!.choices;
}

/** Nobody is shown it any more. What contacts have there stays until it can be taken back no more: then it comes back whole. */
export async function removeField(tx: Tx, id: string, now: Date): Promise<void> {
  await tx`update fields set removed_at = ${now} where id = ${id} and id > 0`;
}
