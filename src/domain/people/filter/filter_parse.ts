import { head } from '../../../text/cut.ts';
import { foldText } from '../../../text/fold.ts';
import type { Locale } from '../../../text/locale.ts';
import { cleanText } from '../../../text/normalise.ts';
import { texts } from '../../../text/texts.ts';
import { typedWords } from '../../../text/typed.ts';
import { withBirthdayKeys } from '../../../text/when/birthday/span.ts';
import { printFieldTest, readFieldTest } from '../fields/filter_field.ts';
import { type Filter, type FilterWords, type Segment, type Term, type Test, Unclear } from './filter.ts';
import { kindOf, printTest, readTag, readTest } from './filter_keys.ts';

/** Anything longer is pasted text and no filter. */
const MAX_TERMS = 50;
const LONGEST = 2000;
/** So many terms the segments within a filter may come to: one that names others, which name others, would grow without end. */
const MOST_WITHIN = 200;

/** A word as typed: `-city:"New York"`. A quoted one is never a key, a sign or an `or`. */
interface Word {
  whole: string;
  not: boolean;
  key: string | undefined;
  value: string;
  quoted: boolean;
}

const QUOTED = /"([^"]*)"|“([^”]*)”|「([^」]*)」/u;
/** Behind a key a comparison needs no colon: spent>1000. */
const COMPARES = '[<>≥≤＜＞]=?\\s?[\\p{Sc}\\d]';
const COMPARED = new RegExp(`^${COMPARES}`, 'u');
const COMPARES_ANYWHERE = new RegExp(COMPARES, 'u');
/** The name of a field may have several words: "shoe size">38. */
const KEY = `(\\p{L}+)(?:[:：]|[=＝](?=\\S)|(?=${COMPARES}))|(?:${QUOTED.source})(?:[:：=＝]|(?=${COMPARES}))`;
const WORD = new RegExp(`([-－])?(?:${KEY})?(?:${QUOTED.source}|(\\S+))`, 'gu');
const OR = typedWords((typed) => typed.or);

/** Whether any word is more than a name: a tag, a `key:value`, or a negation. Then the text is a filter. */
export function isFilter(text: string): boolean {
  return wordsOf(text).some(({ not, key, value, quoted }) => {
    const excludes = not && (quoted || /^[\p{L}#＃]/u.test(value));
    return excludes || isKey(key, value) || (!quoted && (/^[#＃]./u.test(value) || COMPARED.test(value)));
  });
}

/**
 * '#vip -city:上海 since:90d or #wholesale' → its groups of terms, or the word that was not understood. Keys and values
 * are read in both languages; '' matches everybody.
 */
export function parseFilter(text: string, typedIn: FilterWords): Filter | Unclear {
  const words = wordsOf(text);
  if (text.length > LONGEST || words.length > MAX_TERMS) return new Unclear(`${head(text, 40)}…`);
  const any: Term[][] = [[]];
  for (const word of words) {
    const term = isOr(word) ? word : readTerm(word, typedIn);
    if (term instanceof Unclear) return term;
    if ('test' in term) any.at(-1)!.push(term);
    else any.push([]);
  }
  // 'or' needs something on both sides
  if (any.length > 1 && any.some((group) => group.length === 0)) return new Unclear('or');
  return termsIn({ any }) > MOST_WITHIN ? new Unclear(`${head(text, 40)}…`) : { any };
}

/** The filter as it would be typed in this language; reading it again gives the same filter. */
export function printFilter({ any }: Filter, locale: Locale = 'en'): string {
  return any
    .map((group) => group.map((term) => printTerm(term, locale)).join(' '))
    .join(` ${texts(locale).typed.or[0]} `);
}

/**
 * Reads no more words than a filter may hold: for quotes that never close, each one would otherwise search for its end.
 */
function wordsOf(text: string): Word[] {
  return [...cleanText(withBirthdayKeys(head(text, LONGEST))).matchAll(WORD)].map(([whole, sign, plain, ...more]) => {
    const [keys, values] = [more.slice(0, 3), more.slice(3)];
    const [bare] = values.slice(-1);
    const key = plain ?? keys.find((one) => one !== undefined);
    const value = values.find((one) => one !== undefined) ?? '';
    return { whole, not: sign !== undefined, key: key && tidy(key), value: tidy(value), quoted: bare === undefined };
  });
}

const tidy = (value: string): string =>
  value
    .replace(/["“”「」]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** A key; an address (https://…) only looks like one. */
function isKey(key: string | undefined, value: string): key is string {
  return key !== undefined && (kindOf(key) !== undefined || !value.startsWith('//'));
}

const isOr = ({ key, not, value, quoted }: Word): boolean =>
  !quoted && !not && key === undefined && OR.has(value.toLowerCase());

function readTerm(word: Word, typedIn: FilterWords): Term | Unclear {
  const test = readWord(word, typedIn);
  return test instanceof Unclear ? test : { not: word.not, test };
}

function readWord({ whole, key, value, quoted }: Word, typedIn: FilterWords): Test | Unclear {
  if (isKey(key, value)) {
    const birthday = kindOf(key) === 'birthday' ? readTest('birthday', value, typedIn) : undefined;
    const field = birthday ? undefined : readFieldTest(key, value, typedIn);
    if (field) return field.test ?? new Unclear(whole, 'field');
    const kind = kindOf(key);
    if (kind === 'segment') return readSegment(whole, value, typedIn);
    return (kind && readTest(kind, value, typedIn)) ?? new Unclear(whole, kind);
  }
  // a key without a value: 'city:'
  const bare = /^(\p{L}+)[:：]$/u.exec(value)?.[1];
  if (!quoted && bare !== undefined && kindOf(bare)) return new Unclear(whole, kindOf(bare));
  // more than 1.280 of what? Nobody is called so
  if (!quoted && COMPARED.test(value)) return new Unclear(whole, 'spent');
  if (!quoted && /^[#＃]/.test(value)) return readTag(value) ?? new Unclear(whole, 'tag');
  const words = key === undefined ? value : `${key}:${value}`;
  return /[\p{L}\p{N}]/u.test(words) ? { kind: 'name', words } : new Unclear(whole);
}

/** What a segment means: its filter, read without itself, so that none can come to name itself. */
function readSegment(whole: string, value: string, typedIn: FilterWords): Test | Unclear {
  const segment = segmentCalled(typedIn.segments, value);
  if (!segment) return new Unclear(whole, 'segment');
  const filter = parseFilter(segment.filter, {
    ...typedIn,
    segments: typedIn.segments.filter(({ id }) => id !== segment.id),
  });
  const { id, name } = segment;
  if (filter instanceof Unclear) return new Unclear(filter.word, filter.kind, filter.within ?? { id, name });
  return { kind: 'segment', segment: { id, name }, filter };
}

/** The segment of this name. */
export function segmentCalled(segments: readonly Segment[], name: string): Segment | undefined {
  const folded = foldText(name).trim();
  return folded === '' ? undefined : segments.find((one) => foldText(one.name).trim() === folded);
}

/** How many terms it comes to, with those of the segments in it. */
function termsIn({ any }: Filter): number {
  return any.flat().reduce((sum, { test }) => sum + (test.kind === 'segment' ? 1 + termsIn(test.filter) : 1), 0);
}

function printTerm({ not, test }: Term, locale: Locale): string {
  return `${not ? '-' : ''}${printed(test, locale)}`;
}

function printed(test: Test, locale: Locale): string {
  if (test.kind === 'tag') return `#${test.tag}`;
  if (test.kind === 'name') return isPlain(test.words) ? test.words : `"${test.words}"`;
  if (test.kind === 'field') return printFieldTest(test, locale);
  if (test.kind === 'segment') return keyed(texts(locale).typed.filter.key.segment[0]!, test.segment.name);
  const [key, value] = printTest(test, locale);
  return keyed(key, value);
}

function keyed(key: string, value: string): string {
  return `${key}:${/\s/.test(value) ? `"${value}"` : value}`;
}

/** Whether the name reads the same without quotes, whatever stands behind it. */
function isPlain(words: string): boolean {
  if (/\s|^[-－#＃]|[:：=＝]|[<>≥≤＜＞]$/u.test(words) || COMPARES_ANYWHERE.test(words)) return false;
  return !OR.has(words.toLowerCase()) && withBirthdayKeys(words) === words;
}
