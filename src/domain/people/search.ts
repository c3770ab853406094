import { once } from '../../db/once.ts';
import type { Sql } from '../../db/sql.ts';
import { head } from '../../text/cut.ts';
import { fold } from '../../text/fold.ts';
import { hanPairs, isHan, readings, WHOLE, wordsIn } from './search_keys.ts';

export { type Searchable, searchKeys } from './search_keys.ts';

export interface FoundContact {
  id: string;
  name: string;
  tags: string[];
  lastSeenAt: Date | null;
  /** Nothing was found for the query itself: the name only sounds like it, or differs by one typing error. */
  alike?: true;
}

/** How many contacts (and those recently seen) are looked at and ranked for a key that more of them have. */
const mostRanked = 60;
/**
 * How many of the most recently seen contacts are searched first: if a key fills the answer from among them, it is
 * common.
 */
const lately = 150;
const longestQuery = 100;
const letters = [...'abcdefghijklmnopqrstuvwxyz'];

/**
 * The contacts that a query means, best first: those whose whole name it is, then those with it as a whole word or
 * pinyin, then the most recently seen. Every word of the query must match: a name, part of one, pinyin, initials, last
 * digits, a part of a mail address or #tag. If nothing is found, names that sound the same are tried (章三 for 张三), then
 * names that differ by one typing error (zhangsna).
 */
export async function findContacts(sql: Sql, query: string, limit = 20): Promise<FoundContact[]> {
  const found = await findExactly(sql, query, limit);
  const text = foldQuery(query);
  if (found.length > 0 || queryKeys(text).length === 0) return found;
  const sounding = await soundingAlike(sql, text, limit);
  const alike = sounding.length > 0 ? sounding : await misspelt(sql, text, limit);
  return alike.map((contact) => ({ ...contact, alike: true }));
}

/** As `findContacts`, but without names that only sound alike or differ by a slip. */
export async function findExactly(sql: Sql, query: string, limit: number): Promise<FoundContact[]> {
  const text = foldQuery(query);
  const keys = queryKeys(text);
  if (keys.length === 0) return [];
  return [...(await once(sql, JSON.stringify(['found', text, limit]), () => ranked(sql, text, keys, limit)))];
}

/** The most recently seen contacts, newest first. */
export function lastSeen(sql: Sql, limit: number): Promise<{ id: string; name: string }[]> {
  return sql`select id, name from contacts order by last_seen_at desc nulls last, id desc limit ${limit}`;
}

/** The keys of which a contact must have all to match the query exactly; empty if it has no words. */
export function keysOf(query: string): string[] {
  return queryKeys(foldQuery(query));
}

function foldQuery(query: string): string {
  return fold(head(query.toWellFormed().replaceAll('\0', ''), longestQuery).trim());
}

/** The keys of which a contact must have all to match the (folded) text. */
function queryKeys(text: string): string[] {
  if (/^[+(]?\d[\d\s().-]{2,}$/.test(text)) return [phoneDigits(text)];
  return text.split(/[\s,;|()"'<>、。]+/).flatMap(tokenKeys);
}

/** A long number loses the zeros with which it is dialled (021…, 0086…): they are not stored. */
function phoneDigits(text: string): string {
  return text.replace(/\D/g, '').replace(/^0+(?=\d{8})/, '');
}

function tokenKeys(token: string): string[] {
  if (token.startsWith('#')) return token.length > 1 ? [token] : [];
  const [local, domain] = token.split('@');
  if (domain === undefined) return wordsIn(token).flatMap(wordKeys);
  const host = domain.split('.')[0]!;
  return [...(local ? [`${local}@`] : []), ...(host.length > 2 || domain !== host ? [host] : [])];
}

function wordKeys(word: string): string[] {
  return isHan(word) ? hanPairs(word) : [typed(word)];
}

/** On a keyboard ü is typed as v. */
function typed(word: string): string {
  return word.replaceAll('ü', 'v');
}

/** The key of a contact whose whole name, or a whole word of it, equals the text. */
function wholeKey(text: string): string {
  return /.@./.test(text) ? text : WHOLE + typed(wordsIn(text).join(''));
}

/**
 * A common key (a surname, a mail provider) fills the answer from the most recently seen contacts, read by their own
 * index. GIN is asked only for other keys, because it collects all contacts with a key before it returns the first. The
 * keys reach the planner through a materialized CTE, so that it never sees how common one is: otherwise it would walk
 * the whole table for two common keys that never occur together. For the same reason no `limit` on a GIN search has an
 * order.
 */
async function ranked(sql: Sql, text: string, keys: string[], limit: number): Promise<FoundContact[]> {
  return sql<FoundContact>`
    with wanted as materialized (
      select ${keys}::text[] as keys, ${[wholeKey(text)]}::text[] as whole
    ), latest as materialized (
      select c.id, c.name, c.tags, c.last_seen_at, c.search_keys @> w.whole as whole
      from wanted w join (
        select * from contacts order by last_seen_at desc nulls last limit ${lately}
      ) c on c.search_keys @> w.keys
    ), named as (
      select c.id, c.name, c.tags, c.last_seen_at, true
      from wanted w join contacts c on c.search_keys @> (w.keys || w.whole)
      limit ${mostRanked}
    ), others as (
      select c.id, c.name, c.tags, c.last_seen_at, c.search_keys @> w.whole
      from wanted w join contacts c on c.search_keys @> w.keys
      where (select count(*) from latest) < ${limit}
      limit ${mostRanked}
    )
    select id, name, tags, last_seen_at as "lastSeenAt"
    from (select * from latest union select * from named union select * from others) found
    order by fold_text(name) = fold_text(${text}) desc, whole desc, last_seen_at desc nulls last, name, id
    limit ${limit}`;
}

/** Names are often heard, not seen: finds the same pinyin in other characters. */
async function soundingAlike(sql: Sql, text: string, limit: number): Promise<FoundContact[]> {
  const words = wordsIn(text);
  if (!words.some((word) => isHan(word) && word.length > 1)) return [];
  const spoken = await Promise.all(
    words.map(async (word) => (isHan(word) ? (await readings(word))[0]!.join('') : word)),
  );
  return ranked(sql, text, spoken, limit);
}

/**
 * Finds names in which the longest Latin word has one letter wrong, missing, too many, or two swapped; a whole word or
 * pinyin reading must match. One index look-up for each of the (about 450) slips: `search_keys && slips` would compare
 * every slip with every contact.
 */
async function misspelt(sql: Sql, text: string, limit: number): Promise<FoundContact[]> {
  const [longest, ...others] = wordsIn(text).sort((a, b) => b.length - a.length);
  if (longest === undefined || !/^[a-z]{4,16}$/.test(longest)) return [];
  const slips = slipsOf(longest).map((word) => WHOLE + word);
  return sql<FoundContact>`
    select distinct on (c.last_seen_at, c.name, c.id) c.id, c.name, c.tags, c.last_seen_at as "lastSeenAt"
    from unnest(${slips}::text[]) slip
    cross join lateral (select * from contacts where search_keys @> array[slip] limit ${mostRanked}) c
    where c.search_keys @> ${others.flatMap(wordKeys)}::text[]
    order by c.last_seen_at desc nulls last, c.name, c.id
    limit ${limit}`;
}

function slipsOf(word: string): string[] {
  const cuts = Array.from({ length: word.length + 1 }, (_, i) => [word.slice(0, i), word.slice(i)] as const);
  const slips = cuts.flatMap(([head, tail]) => [
    head + tail.slice(1),
    ...(tail.length > 1 ? [head + tail[1] + tail[0] + tail.slice(2)] : []),
    ...letters.flatMap((letter) => [head + letter + tail.slice(1), head + letter + tail]),
  ]);
  return [...new Set(slips)];
}
