import type { Sql } from '../../db/sql.ts';
import { head } from '../../text/cut.ts';
import { fold } from '../../text/fold.ts';
import { hanPairs, isHan, readings, WHOLE, wordsOf } from './search_keys.ts';

export { type Searchable, searchKeys } from './search_keys.ts';

export interface FoundContact {
  id: string;
  name: string;
  tags: string[];
  lastSeenAt: Date | null;
  /** Nothing of the query itself was found: their name only sounds like it, or is one typing error away. */
  alike?: true;
}

/** Of a key that more contacts have, only so many (and those seen lately) are looked at and ordered. */
const mostRanked = 60;
/** How many of the contacts seen last are looked through first: a key that fills the answer from among them is common. */
const lately = 150;
const longestQuery = 100;
const letters = [...'abcdefghijklmnopqrstuvwxyz'];

/**
 * The contacts a query means, best first: whose whole name it is, then a whole word of it or its pinyin, then the last seen.
 * Every word of the query must be found; a name, part of one, pinyin, initials, last digits, a part of a mail address or #tag do.
 * If nothing is found, names that sound the same are tried (章三 for 张三), then names one typing error away (zhangsna).
 */
export async function findContacts(sql: Sql, query: string, limit = 20): Promise<FoundContact[]> {
  const found = await findExactly(sql, query, limit);
  const text = foldQuery(query);
  if (found.length > 0 || queryKeys(text).length === 0) return found;
  const sounding = await soundingAlike(sql, text, limit);
  const alike = sounding.length > 0 ? sounding : await misspelt(sql, text, limit);
  return alike.map((contact) => ({ ...contact, alike: true }));
}

/** As `findContacts`, but nobody whose name only sounds so, or is a slip away. */
export async function findExactly(sql: Sql, query: string, limit: number): Promise<FoundContact[]> {
  const text = foldQuery(query);
  const keys = queryKeys(text);
  return keys.length === 0 ? [] : ranked(sql, text, keys, limit);
}

/** Whoever was seen last, newest first. */
export function lastSeen(sql: Sql, limit: number): Promise<{ id: string; name: string }[]> {
  return sql`select id, name from contacts order by last_seen_at desc nulls last, id desc limit ${limit}`;
}

/** The keys of which a contact must have all to be found by the query exactly; empty when there is no word in it. */
export function keysOf(query: string): string[] {
  return queryKeys(foldQuery(query));
}

function foldQuery(query: string): string {
  return fold(head(query.toWellFormed().replaceAll('\0', ''), longestQuery).trim());
}

/** The keys of which a contact must have all to be what the (folded) text asks for. */
function queryKeys(text: string): string[] {
  if (/^[+(]?\d[\d\s().-]{2,}$/.test(text)) return [phoneDigits(text)];
  return text.split(/[\s,;|()"'<>、。]+/).flatMap(tokenKeys);
}

/** A long number loses the zeros it is dialled with (021…, 0086…): they are not part of what is stored. */
function phoneDigits(text: string): string {
  return text.replace(/\D/g, '').replace(/^0+(?=\d{8})/, '');
}

function tokenKeys(token: string): string[] {
  if (token.startsWith('#')) return token.length > 1 ? [token] : [];
  const [local, domain] = token.split('@');
  if (domain === undefined) return wordsOf(token).flatMap(wordKeys);
  const host = domain.split('.')[0]!;
  return [...(local ? [`${local}@`] : []), ...(host.length > 2 || domain !== host ? [host] : [])];
}

function wordKeys(word: string): string[] {
  return isHan(word) ? hanPairs(word) : [typed(word)];
}

/** On a keyboard ü is v. */
function typed(word: string): string {
  return word.replaceAll('ü', 'v');
}

/** The key of a contact whose whole name, or a whole word of it, is what the text says. */
function wholeKey(text: string): string {
  return /.@./.test(text) ? text : WHOLE + typed(wordsOf(text).join(''));
}

/**
 * A common key (a surname, a mail provider) fills the answer from the contacts seen last, read by their own index; only for
 * others is GIN asked, because it collects all contacts it has of a key before it gives the first.
 * The keys reach the planner through a materialized CTE, so that it never sees how common one is: knowing that, it would walk
 * the whole table for two common keys that never meet. For the same reason no `limit` on a GIN search has an order.
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

/** Names are often heard, not seen: the same pinyin in other characters. */
async function soundingAlike(sql: Sql, text: string, limit: number): Promise<FoundContact[]> {
  const words = wordsOf(text);
  if (!words.some((word) => isHan(word) && word.length > 1)) return [];
  const spoken = await Promise.all(
    words.map(async (word) => (isHan(word) ? (await readings(word))[0]!.join('') : word)),
  );
  return ranked(sql, text, spoken, limit);
}

/**
 * The longest Latin word with one letter wrong, missing, too many, or two swapped; a whole word or pinyin reading must match.
 * One index look-up for each of the (about 450) slips: `search_keys && slips` would compare every slip with every contact.
 */
async function misspelt(sql: Sql, text: string, limit: number): Promise<FoundContact[]> {
  const [longest, ...others] = wordsOf(text).sort((a, b) => b.length - a.length);
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
