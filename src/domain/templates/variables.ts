import { typedMeanings } from '../../text/typed.ts';
import type { PersonData } from './person_data.ts';

/** What a template may ask for: a name in every language, and where its value stands. */
const PATHS = {
  name: ['name'],
  first_name: ['first_name'],
  city: ['city'],
  language: ['language'],
  birthday: ['birthday'],
  address: ['address'],
  tags: ['tags'],
  fields: ['fields'],
  orders: ['orders'],
  last_order: ['last_order'],
  order_number: ['last_order', 'number'],
  order_total: ['last_order', 'total'],
  order_date: ['last_order', 'date'],
  cart: ['cart'],
  cart_url: ['cart', 'url'],
  cart_total: ['cart', 'total'],
  shop: ['shop'],
  shop_name: ['shop', 'name'],
  today: ['today'],
  unsubscribe_url: ['unsubscribe_url'],
} as const;

export type Variable = keyof typeof PATHS;
export const VARIABLES = Object.keys(PATHS) as Variable[];

/** What is within these; of what else is a list or a text, nothing is asked. */
const WITHIN: Partial<Record<Variable, readonly string[]>> = {
  last_order: ['number', 'total', 'date', 'days_ago', 'items'],
  cart: ['url', 'total', 'items'],
  shop: ['name'],
};

const BY_WORD = typedMeanings<Variable>(({ template }) => template.variable);

/** The variable that a word in a template is. */
export const variableCalled = (word: string): Variable | undefined => BY_WORD.get(word);

/** Whether there is such a property; `fields`: the names under which fields are asked for, undefined: any. */
export function hasWithin(variable: Variable, property: string, fields: readonly string[] | undefined): boolean {
  if (variable === 'fields') return fields === undefined || fields.includes(property);
  return WITHIN[variable]?.includes(property) ?? (variable === 'tags' && ['size', 'first', 'last'].includes(property));
}

/** What an engine reads the names of a template in: only those that it asks for and somebody has. */
export function scopeOf(
  data: PersonData,
  names: readonly (readonly [word: string, variable: Variable])[],
): Record<string, unknown> {
  const scope: Record<string, unknown> = {};
  for (const [word, variable] of names) {
    let value: unknown = data;
    for (const part of PATHS[variable])
      value =
        typeof value === 'object' && value !== null && Object.hasOwn(value, part)
          ? (value as Record<string, unknown>)[part]
          : undefined;
    if (variable === 'fields') scope[word] = ownOnly(value as PersonData['fields']);
    else if (value !== undefined && value !== null && value !== '') scope[word] = value;
  }
  return scope;
}

/** Of anything Liquid says by itself how big it is: whoever has no field called so has none. */
function ownOnly(fields: PersonData['fields']): PersonData['fields'] {
  if (Object.hasOwn(fields, 'size')) return fields;
  return Object.defineProperty({ ...fields }, 'size', { value: undefined, enumerable: false });
}
