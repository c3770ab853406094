import { FIELDS, type Field } from './fields.ts';
import type { Name } from './name.ts';
import type { Traits } from './traits.ts';

/** A key that so many have says nothing: it is not looked behind. */
export const MOST_BEHIND = 50;

const TAIL = 4;
const HEAD = 7;
const BEGINNING = 4;

/**
 * What two people have in common if they may be one: each alone, or two weaker ones together. Only those who share a
 * key are compared.
 */
export function keysOf(traits: Traits): string[] {
  const { phones, mails, birth, postcode, number, street, place, city } = traits;
  const parts = traits.names.flatMap(({ given, family }) => [given, family]).filter((part) => part !== undefined);
  const spoken = [...new Set(parts.flatMap((part) => part.spoken))];
  const beginnings = [...new Set(spoken.map((word) => word.slice(0, BEGINNING)))];
  const line = (words: string) => words.replaceAll(' ', '');
  const keys = [
    ...traits.names.flatMap(wholeNames).map((name) => `n ${name}`),
    ...phones.map((phone) => `p ${phone}`),
    ...phones
      .flatMap((phone) => [`t ${phone.slice(-TAIL)}`, `h ${phone.slice(0, -TAIL).slice(-HEAD)}`])
      .flatMap((half) => spoken.map((word) => `${half} ${word}`)),
    ...mails.flatMap(({ address, local }) => [`m ${address}`, ...(local ? [`l ${local}`] : [])]),
    ...(birth ? [`b ${birth}`] : []),
    ...[postcode && `c ${postcode}`, city && `s ${line(city)}`].flatMap((where) =>
      where ? beginnings.map((word) => `${where} ${word}`) : [],
    ),
    ...[street, place]
      .filter(Boolean)
      .flatMap((words) => [
        ...(number ? [`a ${number} ${line(words)}`] : []),
        ...(postcode ? [`r ${postcode} ${line(words).slice(0, BEGINNING)}`] : []),
        ...(city ? [`q ${line(city)} ${line(words).slice(0, BEGINNING)}`] : []),
      ]),
    ...(birth && postcode ? [`y ${birth.slice(0, 4)} ${postcode}`] : []),
  ];
  return [...new Set(keys)];
}

/** Both parts, in the order of the alphabet: whoever turned them round is found as well. */
function wholeNames({ given, family }: Name): string[] {
  if (!given || !family) return [];
  return given.spoken.flatMap((called) => family.spoken.map((clan) => [called, clan].sort().join('')));
}

/** The fields that each kind of key is made of. */
const MADE_OF: Readonly<Record<string, readonly Field[]>> = {
  n: ['given', 'family', 'order'],
  p: ['phone'],
  t: ['phone', 'given', 'family', 'order'],
  h: ['phone', 'given', 'family', 'order'],
  m: ['mail'],
  l: ['mail'],
  b: ['birth'],
  c: ['postcode', 'given', 'family', 'order'],
  s: ['city', 'given', 'family', 'order'],
  a: ['number', 'street', 'place'],
  r: ['postcode', 'street', 'place'],
  q: ['city', 'street', 'place'],
  y: ['birth', 'postcode'],
};

/** The fields without which these two would not have been compared: that they agree in them tells less than it would. */
export function boundFields(one: ReadonlySet<string>, other: ReadonlySet<string>): Set<Field> {
  const kinds = new Set([...one].filter((key) => other.has(key)).map((key) => key.charAt(0)));
  if (kinds.size === 0) return new Set();
  return new Set(FIELDS.filter((field) => [...kinds].every((kind) => MADE_OF[kind]!.includes(field))));
}
