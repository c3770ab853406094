import { headWords } from '../cut.ts';
import { narrow } from '../normalise.ts';
import { readPerson } from './person.ts';

const LONGEST = 1000;
const ADDRESS = /[^\s@,，;；<>]{1,64}@[a-z0-9.-]{1,100}|[+＋]?\d[\d -]{6,20}\d(?!\d)/giu;
/** What a person may be called by: a Chinese name, or words that begin with capitals. */
const CALLED = /^(?:\p{Script=Han}{2,4}|\p{Lu}[\p{L}'’.-]*(?: \p{Lu}[\p{L}'’.-]*){0,3})$/u;

/** Where several people stand one after another, each with a name and then an address of the same kind: each as written. Otherwise none. */
export function severalIn(text: string, country: string): string[] {
  const typed = narrow(headWords(text, LONGEST));
  const ends = [...typed.matchAll(ADDRESS)].map(({ index, 0: address }) => {
    const end = index + address.length;
    return { end: typed.charAt(end) === '>' ? end + 1 : end, address };
  });
  const kinds = new Set(ends.map(({ address }) => address.includes('@')));
  if (ends.length < 2 || kinds.size > 1) return [];
  const people: string[] = [];
  for (const [nth, { end }] of ends.entries()) {
    const written = typed.slice(ends[nth - 1]?.end ?? 0, end);
    const { name, emails, phones } = readPerson(written, country);
    if (CALLED.test(name) && emails.length + phones.length > 0) people.push(written.replace(/^[\s,，;；、|]+/u, ''));
    else if (people.length > 0) people[people.length - 1] += written;
    else return [];
  }
  return people.length > 1 ? people : [];
}
