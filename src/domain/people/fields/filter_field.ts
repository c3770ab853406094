import type { Locale } from '../../../text/locale.ts';
import { anyOf } from '../../../text/plainly.ts';
import { texts } from '../../../text/texts.ts';
import { typedMeanings } from '../../../text/typed.ts';
import type { FieldTest, FilterWords, Test } from '../filter/filter.ts';
import { readComparison } from '../filter/filter_keys.ts';
import { type Field, fieldCalled, labelOf, namesOf } from './field.ts';
import { readValue, type TypedAt, writeValue } from './value.ts';

type FieldCondition = Extract<Test, { kind: 'field' }>;

const FILLED = typedMeanings<'any' | 'none'>(({ field }) => field.filled);

/** What `key:value` asks of a field; undefined: no field is called so. No test: the value makes no sense there. */
export function readFieldTest(
  key: string,
  value: string,
  { fields, at }: FilterWords,
): { test: FieldCondition | undefined } | undefined {
  const called = fieldCalled(fields, key);
  if (!called) return undefined;
  const { id, name, kind } = called;
  const has = hasIn(called, value, at);
  return { test: has && { kind: 'field', field: { id, name, kind }, has } };
}

function hasIn(field: Field, value: string, at: TypedAt): FieldTest | undefined {
  if (field.kind === 'yesno') return valueIn(field, value, at) ?? filled(value);
  return filled(value) ?? valueIn(field, value, at);
}

function filled(value: string): FieldTest | undefined {
  const of = FILLED.get(value.toLowerCase());
  return of && { of };
}

function valueIn(field: Field, value: string, at: TypedAt): FieldTest | undefined {
  if (field.kind === 'text' || field.kind === 'address')
    return /[\p{L}\p{N}]/u.test(value) ? { of: 'words', words: value } : undefined;
  const orders = field.kind === 'number' || field.kind === 'date';
  const said = orders ? readComparison(value) : { is: '=' as const, rest: value };
  const [only, ...others] = said ? readValue(field, said.rest, at) : [];
  if (!said || !only || others.length > 0) return undefined;
  const { number, key } = only;
  if (number !== null) return { of: 'number', is: said.is, number };
  return key === null ? undefined : { of: 'key', is: said.is, value: only.value, key };
}

/** Names of fields as people type them in a filter, shoe size > 38 and t-shirt:M, as it is written: "shoe size">38. */
export function withQuotedNames(words: string, fields: readonly Field[]): string {
  const names = fields.flatMap(namesOf);
  if (names.length === 0 || !COMPARES.test(words)) return words;
  const named = new RegExp(`(?<![\\p{L}\\p{N}"“「])(${anyOf(names)})\\s{0,3}([:：=＝<>＜＞≤≥][=＝]?)\\s{0,3}`, 'giu');
  return words.replace(named, (_, name: string, sign: string) => (/^\p{L}+$/u.test(name) ? name : `"${name}"`) + sign);
}

const COMPARES = /[:：=＝<>＜＞≤≥]/u;

/** As it would be typed. */
export function printFieldTest({ field, has }: FieldCondition, locale: Locale): string {
  const label = labelOf(texts(locale), field);
  const key = /^\p{L}+$/u.test(label) ? label : `"${label}"`;
  const value = printed(field, has, locale);
  return `${key}:${/\s/.test(value) ? `"${value}"` : value}`;
}

function printed(field: FieldCondition['field'], has: FieldTest, locale: Locale): string {
  if (has.of === 'any' || has.of === 'none') return texts(locale).typed.field.filled[has.of][0]!;
  if (has.of === 'words') return has.words;
  const figure = has.of === 'number' ? has.number : writeValue(field, has.value, locale);
  return `${has.is === '=' ? '' : has.is}${figure}`;
}
