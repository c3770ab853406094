import type { Locale } from '../../../text/locale.ts';
import { parseMoney, plainDecimal } from '../../../text/money/money.ts';
import { numeralCharacters, readChineseNumber } from '../../../text/money/numerals.ts';
import { narrow } from '../../../text/normalise.ts';
import { own } from '../../../text/own.ts';
import { type Texts, texts } from '../../../text/texts.ts';
import { typedMeanings } from '../../../text/typed.ts';
import { printBirthdaySpan, readBirthdaySpan } from '../../../text/when/birthday/span.ts';
import { daysSince } from '../../../text/when/past/since.ts';
import type { RemoteChannel } from '../../channel.ts';
import { cityName } from '../city.ts';
import { plainName } from '../fields/field.ts';
import type { PHONE } from '../sign.ts';
import type { Comparison, FilterWords, Kind, OfCampaign, Test } from './filter.ts';

type Of<K extends Kind> = Extract<Test, { kind: K }>;

/** A key like `city:上海`: how to read and write its value. */
interface Key<K extends Kind> {
  read(value: string, words: FilterWords): Of<K> | undefined;
  print(test: Of<K>, locale: Locale): string;
}

/** Written without a key of ours: `#vip`, `张三`, and the owner's own fields; what a segment means is read by filter_parse. */
type Keyed = Exclude<Kind, 'tag' | 'name' | 'field' | 'segment'>;

const LEADS = typedMeanings<'open' | 'won' | 'lost'>(({ filter }) => filter.lead);
const FILLED = typedMeanings<'any' | 'none'>(({ field }) => field.filled);
const MAX_DAYS = 36_500;
const MAX_COUNT = 1_000_000;

/** The words that may be typed in a filter; the first word of a language is the one that is printed. */
type Words = Texts['typed']['filter'];

const keys: { [K in Keyed]: Key<K> } = {
  city: {
    read: (value) => (cityName(value) ? { kind: 'city', city: cityName(value) } : undefined),
    print: ({ city }) => city,
  },
  org: {
    read(value) {
      const has = FILLED.get(value.toLowerCase());
      if (has) return { kind: 'org', has, words: '' };
      return hasWord(value) ? { kind: 'org', has: 'named', words: value } : undefined;
    },
    print: ({ has, words }, locale) => (has === 'named' ? words : texts(locale).typed.field.filled[has][0]!),
  },
  lang: choice('lang', 'locale', ({ language }) => language),
  channel: onChannel('channel'),
  reach: onChannel('reach'),
  since: days('since'),
  quiet: days('quiet'),
  new: days('new'),
  lead: {
    read(value, { stages }) {
      const word = plainName(value);
      const stage = stages.find(({ names }) => names.some((name) => plainName(name) === word));
      const ends = LEADS.get(value.toLowerCase());
      if (ends === undefined && !stage) return undefined;
      // an own name goes before what is always there
      if (!stage || (ends && stage.name === null)) return { kind: 'lead', stage: ends ?? stage!.key };
      return { kind: 'lead', stage: stage.key, ...(stage.name !== null && { name: stage.name }) };
    },
    print({ stage, name }, locale) {
      const { filter, stage: words } = texts(locale).typed;
      return name ?? own(filter.lead, stage)?.[0] ?? own(words.builtIn, stage)?.[0] ?? stage;
    },
  },
  ticket: choice('ticket', 'state', ({ filter }) => filter.ticket),
  priority: choice('priority', 'is', ({ priority }) => priority),
  orders: {
    read(value) {
      const read = readComparison(value);
      const count = read && /^\d{1,7}$/.test(read.rest) ? Number(read.rest) : MAX_COUNT + 1;
      return read && count <= MAX_COUNT ? { kind: 'orders', is: read.is, count } : undefined;
    },
    print: ({ is, count }) => `${is === '=' ? '' : is}${count}`,
  },
  buyers: {
    read(value) {
      const numbers = narrow(value)
        .toLowerCase()
        .split(/[,、，]/u)
        .map((number) => number.trim())
        .filter(hasWord);
      return numbers.length > 0
        ? { kind: 'buyers', numbers: numbers.map((number) => number.replace(/^#/, '')) }
        : undefined;
    },
    print: ({ numbers }) => numbers.map((number) => number.replace(/^#/, '').toLowerCase()).join(','),
  },
  spent: {
    read(value, { currency }) {
      const read = readComparison(value);
      const money = read && parseMoney(read.rest, currency);
      return money && { kind: 'spent', is: read.is, ...money };
    },
    print({ is, minor, currency }, locale) {
      const figure = plainDecimal(minor, currency).replace(/\.0+$/u, '');
      return `${is === '=' ? '' : is}${texts(locale).filter.money(figure, currency)}`;
    },
  },
  bought: {
    read: (value) => (hasWord(value) ? { kind: 'bought', word: value } : undefined),
    print: ({ word }) => word,
  },
  category: {
    read: (value) => (hasWord(value) ? { kind: 'category', category: value } : undefined),
    print: ({ category }) => category,
  },
  last: {
    read(value, words) {
      const read = readComparison(value);
      const days =
        read && (daysIn(read.rest) ?? (read.is.startsWith('>') ? daysSince(read.rest, words.at) : undefined));
      // somebody asked for 'the last 60 days' means within them
      return days ? { kind: 'last', is: read.is === '=' ? '<=' : read.is, days } : undefined;
    },
    print: ({ is, days }, locale) => `${is}${printDays(days, locale)}`,
  },
  consent: choice('consent', 'purpose', ({ filter }) => filter.consent),
  age: group(
    'age',
    'group',
    ({ filter }) => filter.age,
    ({ bounds: { age }, at }) => ({ from: age[0], to: age[1], today: at.today }),
  ),
  frequency: group(
    'frequency',
    'level',
    ({ filter }) => filter.frequency,
    ({ bounds: { frequency } }) => ({ some: frequency[0], many: frequency[1] }),
  ),
  power: group(
    'power',
    'level',
    ({ filter }) => filter.level,
    ({ bounds: { power }, currency }) => ({
      some: minorOf(power[0], currency),
      many: minorOf(power[1], currency),
      currency,
    }),
  ),
  owes: choice('owes', 'who', ({ filter }) => filter.owes),
  blocked: choice('blocked', 'is', ({ filter }) => filter.is),
  closed: choice('closed', 'is', ({ filter }) => filter.is),
  got: ofCampaign('got'),
  clicked: ofCampaign('clicked'),
  replied: ofCampaign('replied'),
  bounced: ofCampaign('bounced'),
  unmailed: days('unmailed'),
  birthday: {
    read(value, { at }) {
      const span = readBirthdaySpan(value);
      return span && { kind: 'birthday', span, today: at.today };
    },
    print: ({ span }, locale) => printBirthdaySpan(span, locale),
  },
};

const CHANNELS = typedMeanings<RemoteChannel | typeof PHONE>(({ filter }) => filter.channel);
const KEYS = typedMeanings<keyof Words['key']>(({ filter }) => filter.key);

/** The key that a word before the colon means, in either language. */
export function kindOf(word: string): Keyed | 'tag' | 'segment' | undefined {
  return KEYS.get(word.toLowerCase());
}

/** The test for `key:value`; undefined if the value makes no sense for that key. */
export function readTest(kind: Keyed | 'tag', value: string, words: FilterWords): Test | undefined {
  if (kind === 'tag') return readTag(value);
  return keys[kind].read(value, words);
}

export function readTag(value: string): Test | undefined {
  const tag = /^[#＃]?([\p{L}\p{N}_-]{1,40})$/u.exec(value)?.[1]?.toLowerCase();
  return tag === undefined ? undefined : { kind: 'tag', tag };
}

/** How to write a test in this language: `city` and `上海`. */
export function printTest(test: Extract<Test, { kind: Keyed }>, locale: Locale): [key: string, value: string] {
  const key = keys[test.kind] as Key<Keyed>;
  return [texts(locale).typed.filter.key[test.kind][0]!, key.print(test, locale)];
}

function onChannel<K extends 'channel' | 'reach'>(kind: K): Key<K> {
  return {
    read(value, { channels }) {
      const channel = CHANNELS.get(value.toLowerCase()) ?? value.toLowerCase();
      return channels.includes(channel) ? ({ kind, channel } as unknown as Of<K>) : undefined;
    },
    print: (test, locale) => {
      const { channel } = test as { channel: string };
      const words: Readonly<Record<string, readonly string[]>> = texts(locale).typed.filter.channel;
      // in English as it is kept
      return locale === 'en' ? channel : (words[channel]?.[0] ?? channel);
    },
  };
}

/** By its number; a campaign that is not there would leave nobody out and nobody in without a word. */
function ofCampaign<K extends OfCampaign>(kind: K): Key<K> {
  return {
    read(value, { campaigns }) {
      const campaign = /^[#＃]?(\d{1,18})$/u.exec(narrow(value))?.[1];
      return campaign !== undefined && campaigns.includes(campaign)
        ? ({ kind, campaign } as unknown as Of<K>)
        : undefined;
    },
    print: (test) => (test as { campaign: string }).campaign,
  };
}

/** A choice of groups, with where they begin. */
function group<K extends 'age' | 'frequency' | 'power', P extends string, V extends string>(
  kind: K,
  property: P,
  values: (typed: Texts['typed']) => Readonly<Record<V, readonly string[]>>,
  bounds: (words: FilterWords) => Omit<Of<K>, 'kind' | P>,
): Key<K> {
  const { read, print } = choice(kind, property, values);
  return {
    read(typed, words) {
      const test = read(typed, words);
      return test && { ...test, ...bounds(words) };
    },
    print,
  };
}

const minorOf = (whole: number, currency: string): string => parseMoney(String(whole), currency)!.minor;

/** A key whose value is one of a few words. */
function choice<K extends Keyed, P extends string, V extends string>(
  kind: K,
  property: P,
  values: (typed: Texts['typed']) => Readonly<Record<V, readonly string[]>>,
): Key<K> {
  const meanings = typedMeanings(values);
  return {
    read(typed) {
      const value = meanings.get(typed.toLowerCase());
      return value && ({ kind, [property]: value } as unknown as Of<K>);
    },
    print: (test, locale) => values(texts(locale).typed)[(test as unknown as Record<P, V>)[property]][0]!,
  };
}

const IN_DAYS = { day: 1, week: 7, month: 30, year: 365 };
const UNITS = typedMeanings<keyof typeof IN_DAYS>(({ filter }) => filter.unit);
const STRETCH = new RegExp(`^(\\d{1,5}|[${numeralCharacters}]{1,5})(${[...UNITS.keys()].join('|')})?$`, 'i');

/** `90d`, `12周`, `三十天`, `3m`; a month is 30 days, a year 365. */
function days<K extends 'since' | 'quiet' | 'new' | 'unmailed'>(kind: K): Key<K> {
  return {
    read(value, words) {
      const days = daysIn(value) ?? (kind === 'quiet' ? daysSince(value, words.at) : undefined);
      return days ? ({ kind, days } as unknown as Of<K>) : undefined;
    },
    print: (test, locale) => printDays((test as { days: number }).days, locale),
  };
}

function daysIn(value: string): number | undefined {
  const [, count = '', unit = ''] = STRETCH.exec(narrow(value)) ?? [];
  const days = (readChineseNumber(count) ?? Number(count)) * IN_DAYS[UNITS.get(unit.toLowerCase()) ?? 'day'];
  return days >= 1 && days <= MAX_DAYS ? days : undefined;
}

const printDays = (days: number, locale: Locale): string => `${days}${texts(locale).typed.filter.unit.day[0]}`;

const THAN = typedMeanings<'more' | 'less'>(({ filter }) => filter.than);
const AFTER = [...THAN.keys()].map((word) => word.replace('+', '\\+')).join('|');
const COMPARED = new RegExp(`^(>=|<=|==|[=<>≥≤])?\\s*(.+?)(${AFTER})?$`, 'u');

/** `>=2`, `≥2`, `2以上`, `2+`, `2`. */
export function readComparison(value: string): { is: Comparison; rest: string } | undefined {
  const signs: Record<string, Comparison> = { '≥': '>=', '≤': '<=', '': '=', '==': '=' };
  const [, sign = '', rest = '', after = ''] = COMPARED.exec(narrow(value)) ?? [];
  if (rest === '' || (sign && after)) return undefined;
  if (after) return { is: THAN.get(after) === 'less' ? '<=' : '>=', rest };
  return { is: signs[sign] ?? (sign as Comparison), rest };
}

const hasWord = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);
