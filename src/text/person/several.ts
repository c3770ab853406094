import { headWords } from '../cut.ts';
import { narrow } from '../normalise.ts';
import { behindJoiner } from './joined.ts';
import { readPerson } from './person.ts';

const LONGEST = 1000;
const ADDRESS = /[^\s@,，;；<>]{1,64}@[a-z0-9.-]{1,100}|[+＋]?\d[\d -]{6,20}\d(?!\d)/giu;
/** What a person may be called by: a Chinese name, or words that begin with capitals. */
const CALLED = /^(?:\p{Script=Han}{2,4}|\p{Lu}[\p{L}'’.-]*(?: \p{Lu}[\p{L}'’.-]*){0,3})$/u;

/** The same where a word joins the next person to one before: the small letters of a hurry too. */
const CALLED_JOINED = /^\p{L}[\p{L}'’.-]*(?: \p{L}[\p{L}'’.-]*){0,3}$/u;
const MARKS = /^[\s,，;；、|]+/u;

/**
 * Where several people stand one after another, each with a name and then an address: each as written. Where nothing but blanks or marks
 * parts them, the addresses are of one kind. Otherwise none.
 */
export function severalIn(text: string, country: string): string[] {
  const typed = narrow(headWords(text, LONGEST));
  const ends = [...typed.matchAll(ADDRESS)].map(({ index, 0: address }) => {
    const end = index + address.length;
    return { end: typed.charAt(end) === '>' ? end + 1 : end, address };
  });
  const parts = ends.map(({ end }, nth) => {
    const written = typed.slice(ends[nth - 1]?.end ?? 0, end);
    const own = written.replace(MARKS, '');
    const joined = nth > 0 ? behindJoiner(own) : undefined;
    return { written, own: joined ?? own, joined: joined !== undefined };
  });
  const isJoined = parts.some(({ joined }) => joined);
  const kinds = new Set(ends.map(({ address }) => address.includes('@')));
  if (ends.length < 2 || (kinds.size > 1 && !isJoined)) return [];
  const people: string[] = [];
  for (const { written, own, joined } of parts) {
    const { name, emails, phones } = readPerson(own, country);
    const isFirst = people.length === 0;
    const called = joined || (isFirst && isJoined) ? CALLED_JOINED : CALLED;
    if (called.test(name) && (joined || isFirst || kinds.size === 1) && emails.length + phones.length > 0)
      people.push(own);
    else if (!isFirst) people[people.length - 1] += written;
    else return [];
  }
  return people.length > 1 ? people : [];
}
