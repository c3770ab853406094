import { channelWords } from '../../text/channel_name.ts';
import type { Locale } from '../../text/locale.ts';
import { parseMoney, plainDecimal } from '../../text/money/money.ts';
import { narrow } from '../../text/normalise.ts';
import type { RemoteChannel } from '../event.ts';
import { cityName } from './city.ts';
import type { Comparison, FilterWords, Kind, Test } from './filter.ts';
import type { PHONE } from './sign.ts';

type Spelled = Record<Locale, string[]>;
type Of<K extends Kind> = Extract<Test, { kind: K }>;

/** `city:上海`: the words for the key, and its value read and written. The first word of a language is how it is printed. */
interface Key<K extends Kind> {
  words: Spelled;
  read(value: string, words: FilterWords): Of<K> | undefined;
  print(test: Of<K>, locale: Locale): string;
}

/** Written without a key: `#vip`, `张三`. */
type Keyed = Exclude<Kind, 'tag' | 'name'>;

const MAX_DAYS = 36_500;
const MAX_COUNT = 1_000_000;

const spelled = (en: string, zh: string): Spelled => ({ en: en.split(' '), 'zh-CN': zh.split(' ') });

const keys: { [K in Keyed]: Key<K> } = {
  city: {
    words: spelled('city', '城市'),
    read: (value) => (cityName(value) ? { kind: 'city', city: cityName(value) } : undefined),
    print: ({ city }) => city,
  },
  lang: choice(spelled('lang language', '语言'), 'lang', 'locale', {
    'zh-CN': spelled('zh chinese zh-cn', '中文 汉语 简体'),
    en: spelled('en english', '英文 英语'),
  }),
  channel: {
    words: spelled('channel via', '渠道'),
    read(value, { channels }) {
      const channel = byChannelWord.get(value.toLowerCase()) ?? value.toLowerCase();
      return channels.includes(channel) ? { kind: 'channel', channel } : undefined;
    },
    print: ({ channel }) => channel,
  },
  since: days('since', spelled('since seen', '最近')),
  quiet: days('quiet', spelled('quiet', '沉默 没来')),
  new: days('new', spelled('new', '新增 新')),
  lead: choice(spelled('lead', '线索'), 'lead', 'stage', {
    open: spelled('open', '进行中'),
    won: spelled('won', '赢单'),
    lost: spelled('lost', '丢单'),
  }),
  ticket: choice(spelled('ticket', '工单'), 'ticket', 'state', {
    open: spelled('open', '未解决'),
    none: spelled('none', '无 没有'),
  }),
  orders: {
    words: spelled('orders', '订单 单数'),
    read(value) {
      const read = readComparison(value);
      const count = read && /^\d{1,7}$/.test(read.rest) ? Number(read.rest) : MAX_COUNT + 1;
      return read && count <= MAX_COUNT ? { kind: 'orders', is: read.is, count } : undefined;
    },
    print: ({ is, count }) => `${is === '=' ? '' : is}${count}`,
  },
  buyers: {
    words: spelled('buyers', '买家'),
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
    words: spelled('spent', '消费'),
    read(value, { currency }) {
      const read = readComparison(value);
      const money = read && parseMoney(read.rest, currency);
      return money && { kind: 'spent', is: read.is, ...money };
    },
    print: ({ is, minor, currency }) => `${is === '=' ? '' : is}${currency}${plainDecimal(minor, currency)}`,
  },
  bought: {
    words: spelled('bought', '买过'),
    read: (value) => (hasWord(value) ? { kind: 'bought', word: value } : undefined),
    print: ({ word }) => word,
  },
  owes: choice(spelled('owes', '该回 待回'), 'owes', 'who', {
    us: spelled('us me', '我们 我'),
    them: spelled('them customer', '对方 客户'),
  }),
  blocked: choice(spelled('blocked', '拉黑'), 'blocked', 'is', {
    yes: spelled('yes', '是'),
    no: spelled('no', '否'),
  }),
  closed: choice(spelled('closed', '屏蔽'), 'closed', 'is', {
    yes: spelled('yes', '是'),
    no: spelled('no', '否'),
  }),
};

const WORDS: Record<RemoteChannel | typeof PHONE, readonly string[]> = channelWords;
const byChannelWord = new Map(
  Object.entries(WORDS).flatMap(([channel, words]) => words.map((word) => [word, channel] as const)),
);

const TAG_WORDS = ['tag', '标签'];

const byWord = new Map<string, Keyed>(
  (Object.keys(keys) as Keyed[]).flatMap((kind) =>
    [...keys[kind].words.en, ...keys[kind].words['zh-CN']].map((word) => [word, kind] as const),
  ),
);

/** The key a word in front of the colon means, in either language. */
export function kindOf(word: string): Keyed | 'tag' | undefined {
  const folded = word.toLowerCase();
  return TAG_WORDS.includes(folded) ? 'tag' : byWord.get(folded);
}

/** The test `key:value` stands for; undefined when the value makes no sense there. */
export function readTest(kind: Keyed | 'tag', value: string, words: FilterWords): Test | undefined {
  if (kind === 'tag') return readTag(value);
  return keys[kind].read(value, words);
}

export function readTag(value: string): Test | undefined {
  const tag = /^[#＃]?([\p{L}\p{N}_-]{1,40})$/u.exec(value)?.[1]?.toLowerCase();
  return tag === undefined ? undefined : { kind: 'tag', tag };
}

/** `city` and `上海`: how a test is written in this language. */
export function printTest(test: Exclude<Test, { kind: 'tag' | 'name' }>, locale: Locale): [key: string, value: string] {
  const key = keys[test.kind] as Key<Keyed>;
  return [key.words[locale][0]!, key.print(test, locale)];
}

/** A value that is one of a few words. */
function choice<K extends Keyed, P extends string, V extends string>(
  words: Spelled,
  kind: K,
  property: P,
  values: Record<V, Spelled>,
): Key<K> {
  const all = Object.entries(values) as [V, Spelled][];
  return {
    words,
    read(typed) {
      const folded = typed.toLowerCase();
      const found = all.find(([, { en, 'zh-CN': zh }]) => en.includes(folded) || zh.includes(folded));
      return found && ({ kind, [property]: found[0] } as unknown as Of<K>);
    },
    print: (test, locale) => values[(test as unknown as Record<P, V>)[property]][locale][0]!,
  };
}

const DAYS: Record<string, number> = {
  '': 1,
  d: 1,
  天: 1,
  日: 1,
  w: 7,
  周: 7,
  m: 30,
  月: 30,
  个月: 30,
  y: 365,
  年: 365,
};

/** `90d`, `12周`, `3m`; a month is 30 days, a year 365. */
function days<K extends 'since' | 'quiet' | 'new'>(kind: K, words: Spelled): Key<K> {
  return {
    words,
    read(value) {
      const [, count = '', unit = ''] = /^(\d{1,5})(d|w|m|y|天|日|周|个?月|年)?$/i.exec(narrow(value)) ?? [];
      const days = Number(count) * DAYS[unit.toLowerCase()]!;
      return days >= 1 && days <= MAX_DAYS ? ({ kind, days } as unknown as Of<K>) : undefined;
    },
    print: (test, locale) => `${(test as { days: number }).days}${locale === 'en' ? 'd' : '天'}`,
  };
}

/** `>=2`, `≥2`, `2以上`, `2+`, `2`. */
function readComparison(value: string): { is: Comparison; rest: string } | undefined {
  const signs: Record<string, Comparison> = { '≥': '>=', '≤': '<=', '': '=', '==': '=' };
  const [, sign = '', rest = '', after = ''] =
    /^(>=|<=|==|[=<>≥≤])?\s*(.+?)(以上|以下|\+)?$/u.exec(narrow(value)) ?? [];
  if (rest === '' || (sign && after)) return undefined;
  if (after) return { is: after === '以下' ? '<=' : '>=', rest };
  return { is: signs[sign] ?? (sign as Comparison), rest };
}

const hasWord = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);
