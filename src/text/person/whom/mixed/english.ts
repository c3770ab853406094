import type { WhenContext } from '../../../when/format_when.ts';
import { timeIn } from '../../../when/time_like.ts';
import { boughtSaid } from '../bought_said.ts';
import { both, bothOf, either, eitherOf, filterSaid, none, only, type Said, term, ways } from './sets.ts';

/*
 * Whom English words mean, put together of their parts: those of a kind, and what is said of them with and, or, but, who, in, except. What is not
 * understood whole is not read at all.
 */

const SHORT: readonly (readonly [RegExp, string])[] = [
  [/\b(are|is|have|has|had|do|does|did|was|were)n['’]t\b/giu, '$1 not'],
  [/\s*[()]\s*/gu, ' , '],
  [/\s*,\s*/gu, ' , '],
  [/(?:^|\s),\s|\s,\s*$/gu, ' , '],
];
const GENERIC =
  /^(?:(?:all|every|each|only|just)(?: of)? )?(?:(?:my|our|the|those) )?(?:everyone|everybody|anyone|all|people|persons?|customers?|clients?|contacts?|buyers?|subscribers?|those|ones|folks)(?= |$)/iu;
/** all my vips: not all there are. */
const OURS_BEHIND =
  /^(?:all|every|each)(?: of)? (?:my|our|the) (?!(?:customers?|clients?|people|contacts?|buyers?|subscribers?)(?: |$))/iu;
const NO_ARTICLE =
  /^(?:first|last|new|big|biggest|best|top|repeat|one|old|recent|frequent|loyal|all|my|our)(?![\p{L}])/iu;
const OURS = /^(?:(?:all|every|each|only|just)(?: of)? )?(?:my|our|the|all) (?=\S)/iu;
const HEADS: readonly (readonly [RegExp, string])[] = [
  [/^(?:repeat|returning) (?:customers?|buyers?|clients?)(?= |$)/iu, 'orders:>=2'],
  [/^(?:one-time|onetime|single-order) (?:customers?|buyers?|clients?)(?= |$)/iu, 'orders:1'],
  [/^english[ -](?:speakers?|speaking (?:customers?|people|clients?))(?= |$)/iu, 'lang:en'],
  [/^chinese[ -](?:speakers?|speaking (?:customers?|people|clients?))(?= |$)/iu, 'lang:zh'],
];
const COUNTED = /^(?:the )?(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten) (?=\S)/iu;
const BUYERS = /^(?:(?:(?<article>[\p{L}\d' -]{2,30}) (?:buyers|purchasers))|buyers of (?<of>[\p{L}\d' -]{2,30}))$/iu;
const EXCEPT =
  /^(?<some>.*?)\s?(?:, )?(?<by>(?:but )?(?:except for|except|excluding|other than|apart from)|but not|and not|but never|, not|, without|minus|(?<=^(?:all|everyone|everybody|all customers|all people)\s)but)(?: to)? (?<but>\S.*)$/iu;
const STARTS =
  /^(?:who|that|whose|in|from|outside|living|based|located|with|without|tagged|bought|ordered|purchased|spent|paid|have|has|had|are|is|was|were|do|does|did|live|lives|speak|speaks|never|not|haven't)$/iu;
const JOINS = /^(?:and|or|but|,|nor)$/iu;
const TIMED =
  /^(?:the )?(?:last|past|this|next|first|recent|\d+|a |one |two |three |jan|feb|mar|apr|may |june|july|aug|sep|oct|nov|dec|spring|summer|autumn|fall|winter|\d{4})/iu;

/** The whole of what is said, or undefined. */
export function englishSaid(typed: string, clock: WhenContext): Said | undefined {
  const words = SHORT.reduce((said, [pattern, by]) => said.replace(pattern, by), typed)
    .replace(/\s+/gu, ' ')
    .replace(/^[\s,]+|[\s,.!]+$/gu, '');
  return words === '' ? undefined : whole(words, clock);
}

function whole(words: string, clock: WhenContext): Said | undefined {
  const { some = '', but = '', by = '' } = EXCEPT.exec(words)?.groups ?? {};
  if (but === '') return people(words, clock);
  if (EXCEPT.test(but)) return undefined;
  const isAll = some === '' || GENERIC.exec(some)?.[0] === some;
  const from = isAll ? undefined : people(some, clock);
  if (!isAll && !from) return undefined;
  const isOfDeed = /^(?:but|and|,) n/iu.test(by) && /\b(?:bought|ordered|purchased)\b/iu.test(some);
  const out = leftOut(but, clock, { isOfDeed, isNever: /never$/iu.test(by) });
  return out && (from ? both(from, out) : out);
}

/** Each of those behind 'except' is left out; of a kind that is narrowed only those, or all of it and the rest is of all. */
function leftOut(
  words: string,
  clock: WhenContext,
  { isOfDeed, isNever }: { isOfDeed: boolean; isNever: boolean },
): Said | undefined {
  if (isNever) {
    const deed = modified(`have never ${words}`, clock);
    if (deed) return deed;
  }
  const items = words.split(/ , (?:and |or |nor )?| (?:and|or|nor) /iu).map((one) => one.replace(/^(?:not|to) /iu, ''));
  const bare = items.every((one) => !one.split(' ').some((word) => STARTS.test(word)));
  if (!bare) {
    const said = people(words, clock);
    if (!said) return undefined;
    const { kind, more } = kindAndMore(words);
    const narrowed = kind === '' || GENERIC.test(words) || more === '' ? undefined : modified(more, clock);
    const of = narrowed && leftOut(kind, clock, { isOfDeed: false, isNever: false });
    return of ? ways(none(said), both(of, narrowed)) : none(said);
  }
  const each: Said[] = [];
  for (const item of items) {
    const bareItem = item.replace(/^an? /iu, '');
    const named = people(bareItem, clock);
    if (!named) return undefined;
    const article = only(`-${term(bareItem.replace(OURS, ''), 'bought:')}`);
    each.push(isOfDeed && !/^[#＃"]/u.test(bareItem) ? ways(none(named), article) : none(named));
  }
  return bothOf(each);
}

/** 'vips' and 'in Berlin who bought mugs'. */
function kindAndMore(words: string): { kind: string; more: string } {
  const parts = words.split(' ');
  const at = parts.findIndex((word) => STARTS.test(word));
  return at < 0 ? { kind: words, more: '' } : { kind: parts.slice(0, at).join(' '), more: parts.slice(at).join(' ') };
}

function people(words: string, clock: WhenContext): Said | undefined {
  const [, nor, other] = /^neither (.+) nor (.+)$/iu.exec(words) ?? [];
  if (nor && other) return each([nor, other], clock, (some) => bothOf(some.map(none)));
  const [, joined, one, two] = /^(both|either) (.+?) (?:and|or) (.+)$/iu.exec(words) ?? [];
  if (joined && one && two) return each([one, two], clock, joined.toLowerCase() === 'both' ? bothOf : eitherOf);
  const generic = OURS_BEHIND.test(words) ? undefined : GENERIC.exec(words)?.[0];
  if (generic !== undefined && !/^ (?:of|for) /iu.test(words.slice(generic.length))) {
    const rest = words.slice(generic.length).trim();
    return rest === '' ? undefined : modified(rest, clock);
  }
  for (const [pattern, filter] of HEADS) {
    const head = pattern.exec(words)?.[0];
    if (head !== undefined) return withMore([only(filter)], words.slice(head.length).trim(), clock);
  }
  const { kind, more } = kindAndMore(words);
  if (kind === '') return modified(more, clock);
  const kinds = kind.split(/ , (?:and |or )?| (?:and|or) /iu).map((name) => named(name.trim()));
  if (kinds.some((said) => said === undefined)) return undefined;
  return withMore(kinds as Said[], more, clock);
}

function each(names: string[], clock: WhenContext, by: (some: readonly Said[]) => Said): Said | undefined {
  const some = names.map((name) => people(name.replace(/^an? /iu, ''), clock));
  return some.includes(undefined) ? undefined : by(some as Said[]);
}

/** Those of several kinds, of whom more is said: of all of them, or of the last. */
function withMore(kinds: readonly Said[], more: string, clock: WhenContext): Said | undefined {
  const said = more === '' ? undefined : modified(more, clock);
  if (more !== '' && !said) return undefined;
  if (!said) return eitherOf(kinds);
  const ofAll = both(eitherOf(kinds), said);
  if (kinds.length === 1) return ofAll;
  return ways(ofAll, either(eitherOf(kinds.slice(0, -1)), both(kinds.at(-1)!, said)));
}

/** vips, 'the mug buyers', 'Berlin customers'. */
function named(typed: string): Said | undefined {
  const isCounted = COUNTED.test(typed);
  const name = typed.replace(COUNTED, '').replace(OURS, '').replace(/^an? /iu, '');
  const { article, of } = BUYERS.exec(name)?.groups ?? {};
  const bought = (article ?? of)?.trim();
  if (bought && (NO_ARTICLE.test(bought) || TIMED.test(`${bought} `))) return undefined;
  if (bought) return { ...only(term(bought, 'bought:')), ask: isCounted };
  if (isCounted || !/^[#＃"“]?[\p{L}\p{N}][\p{L}\p{N}'’."”_-]*(?: [\p{L}\p{N}][\p{L}\p{N}'’."”_-]*){0,2}$/u.test(name))
    return undefined;
  const [, place] = /^(\S.*) (?:customers?|clients?|people|contacts?)$/iu.exec(name) ?? [];
  if (place) return ways(only(term(place)), only(term(place, 'city:')));
  return only(term(name));
}

interface Clause {
  said: Said;
  by: 'and' | 'or' | '';
}

/** What is said of somebody: clauses one behind the other. */
function modified(words: string, clock: WhenContext): Said | undefined {
  const tokens = words.split(' ');
  const clauses: Clause[] = [];
  let at = 0;
  while (at < tokens.length) {
    let by: Clause['by'] = '';
    while (JOINS.test(tokens[at] ?? '')) {
      const join = tokens[at]!.toLowerCase();
      if (join === 'or' || join === 'nor') by = join === 'or' ? 'or' : 'and';
      else if (join !== ',' && by === '') by = 'and';
      at += 1;
    }
    const end = endOf(tokens, at);
    const said = clauseSaid(tokens.slice(at, end), clock);
    if (!said) return undefined;
    clauses.push({ said, by: clauses.length === 0 ? '' : by });
    at = end;
  }
  return clauses.length === 0 ? undefined : joinedUp(clauses);
}

/** And and or, mixed, may be meant in two ways. */
function joinedUp(clauses: readonly Clause[]): Said {
  const ors = clauses.filter(({ by }) => by === 'or').length;
  if (ors === 0) return bothOf(clauses.map(({ said }) => said));
  if (ors === clauses.length - 1) return eitherOf(clauses.map(({ said }) => said));
  const cut = (by: (one: Clause) => boolean, within: (some: readonly Said[]) => Said): Said[] => {
    const runs: Said[][] = [];
    for (const clause of clauses) {
      if (runs.length > 0 && by(clause)) runs.at(-1)!.push(clause.said);
      else runs.push([clause.said]);
    }
    return runs.map(within);
  };
  return ways(eitherOf(cut(({ by }) => by !== 'or', bothOf)), bothOf(cut(({ by }) => by === 'or', eitherOf)));
}

/** Where a clause ends: before a word that begins the next one. */
function endOf(tokens: readonly string[], start: number): number {
  let at = start;
  // what the clause itself begins with
  while (STARTS.test(tokens[at] ?? '') || /^(?:also|already|only)$/iu.test(tokens[at] ?? '')) at += 1;
  for (at = Math.max(at, start + 1); at < tokens.length; at += 1) {
    const rest = tokens.slice(at);
    if (JOINS.test(rest[0]!)) {
      const next = rest.findIndex((one) => !JOINS.test(one));
      if (next > 0 && STARTS.test(rest[next]!) && !/^not$/iu.test(rest[next]!)) return at;
    } else if (/^(?:who|that|whose)$/iu.test(rest[0]!)) return at;
    else if (/^(?:in|from|outside|with|living|based)$/iu.test(rest[0]!) && !TIMED.test(`${rest.slice(1).join(' ')} `))
      return at;
  }
  return tokens.length;
}

const PLACE =
  /^(?:(?:who|that|also|are|is|was|were|do|does|live|lives|living|based|located|come|comes|people) )*(?<not>not )?(?:(?:live|living|based) )?(?<how>in|from|outside of|outside)(?: of)? (?<place>\S.{0,60})$/iu;
const SPENT =
  /^(?:(?:who|that|also|have|has) )*(?:spent|spend|paid) (?:(?<than>more than|over|above|at least|less than|under|below|up to|at most) )?(?<money>[$€£¥]?\s?\d[\d.,]{0,8})\s?(?<unit>dollars?|euros?|pounds?|yuan|usd|eur|gbp|cny)?(?<more> (?:or more|and more|and up|or less))?(?: (?:in all|in total|altogether))?$/iu;
const THAN: Readonly<Record<string, string>> = {
  ...{ 'more than': '>', over: '>', above: '>', 'at least': '>=', 'less than': '<', under: '<', below: '<' },
  ...{ 'up to': '<=', 'at most': '<=', 'or more': '>=', 'and more': '>=', 'and up': '>=', 'or less': '<=' },
};
const SIGNS: Readonly<Record<string, string>> = { d: '$', u: '$', e: '€', p: '£', g: '£', y: '¥', c: '¥' };
const BETWEEN =
  /^(?:(?:who|that|also|have|has) )*(?:spent|spend|paid) between (?<low>[$€£¥]?\d[\d.,]{0,8}) and (?<high>[$€£¥]?\d[\d.,]{0,8})$/iu;
const LANGUAGE = /^(?:(?:who|that|also) )*speaks? (?<lang>english|chinese)$/iu;
const TAGGED =
  /^(?:(?:who|that|are|is|have|has) )*(?:with|tagged|have|has)(?: the tag| a tag)? (?<tag>[#＃][\p{L}\p{N}_-]{1,30})$/iu;
const BE =
  /^(?:(?:who|that|also) )*(?:are|is)(?<not> not)?(?: an?)? (?<what>[#＃]?[\p{L}\p{N}][\p{L}\p{N}'’ _-]{1,30})$/iu;
const NO_ORDERS = /^without (?:any |an )?orders?$/iu;
const WITH_ORDERS = /^with (?:any |an )?orders?$/iu;
const BIRTHDAY =
  /^(?:whose birthdays? (?:is|are)|with (?:a |their )?birthdays?|(?:who )?have (?:a |their )?birthday)(?: in| on)? (?<when>today|tomorrow|this week|next week|this month|next month)$/iu;
const ONCE =
  /^(?<front>.*?\b(?:bought|ordered|purchased)) (?:only |just |exactly |but )(?:once|one time)$|^(?<before>.*?\b(?:only|just) (?:bought|ordered|purchased)) once$/iu;

function clauseSaid(tokens: readonly string[], clock: WhenContext): Said | undefined {
  const words = tokens.join(' ').replace(/^(?:who|that) also /iu, 'who ');
  if (words === '') return undefined;
  if (ONCE.test(words)) return /\bnot\b|never/iu.test(words) ? undefined : only('orders:1');
  const place = PLACE.exec(words)?.groups;
  if (place) return placesSaid(place.place!, place.not !== undefined || /outside/iu.test(place.how!));
  const { low, high } = BETWEEN.exec(words)?.groups ?? {};
  if (low && high) return only(`spent:>=${low}`, `spent:<=${high}`);
  const spent = SPENT.exec(words)?.groups;
  if (spent) {
    const sign = spent.unit && /^\d/u.test(spent.money!) ? (SIGNS[spent.unit[0]!.toLowerCase()] ?? '') : '';
    const than = THAN[(spent.than ?? spent.more?.trim() ?? '').toLowerCase()];
    return than && !(spent.than && spent.more)
      ? only(`spent:${than}${sign}${spent.money!.replace(/\s/gu, '')}`)
      : undefined;
  }
  const lang = LANGUAGE.exec(words)?.groups?.lang;
  if (lang) return only(`lang:${lang.toLowerCase() === 'english' ? 'en' : 'zh'}`);
  if (NO_ORDERS.test(words)) return only('orders:0');
  if (WITH_ORDERS.test(words)) return only('orders:>=1');
  const when = BIRTHDAY.exec(words)?.groups?.when;
  if (when) return only(`birthday:"${when}"`);
  const tag = TAGGED.exec(words)?.groups?.tag;
  if (tag) return only(tag);
  const is = BE.exec(words)?.groups;
  if (is && !/\b(?:and|or|in|from|late|new|old|who)\b/iu.test(is.what!)) {
    const said = only(term(is.what!.replace(/^(?:the|my|our) /iu, '')));
    return is.not ? none(said) : said;
  }
  // what was bought is no place and nobody
  if (
    /\b(?:in|from|outside|who|only|except|live|spent)\b/iu.test(
      words.replace(/\b(?:in|from) (?=(?:the )?(?:last|past|this)|\d)/giu, '').replace(/^who /iu, ''),
    ) &&
    timeIn(words) === undefined
  )
    return undefined;
  const both_ = /\bbought both\b|\bordered both\b/iu.test(words);
  const bought = boughtSaid(both_ ? words.replace(/ both /iu, ' ') : words.replace(/^(?!who|that)/iu, 'who '), clock);
  if (!bought) return undefined;
  if ('sure' in bought) return filterSaid([bought.sure], false);
  return both_ ? filterSaid([bought.near[0]!], false) : filterSaid(bought.near, true);
}

/** In any of several places, or in none of them. */
function placesSaid(typed: string, isOut: boolean): Said | undefined {
  const places = typed
    .split(/ , (?:and |or )?| (?:and|or|nor) /iu)
    .map((one) => one.replace(/^(?:in|from|not in) /iu, '').trim());
  if (!places.every((one) => /^\p{L}[\p{L}'’. -]{1,29}$/u.test(one) && one.split(' ').length <= 3)) return undefined;
  if (places.some((one) => timeIn(one) !== undefined || one.split(' ').some((word) => STARTS.test(word))))
    return undefined;
  const said = eitherOf(places.map((one) => only(term(one, 'city:'))));
  return isOut ? none(said) : said;
}
