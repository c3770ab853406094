import { narrow } from '../normalise.ts';
import type { WhenContext } from '../when/format_when.ts';
import { parseWhen } from '../when/parse_when.ts';
import { dateOf, dayOf, isoDay, wallTime } from '../when/zone.ts';
import { type Discount, discountIn } from './discount.ts';
import { numeralCharacters, readChineseNumber } from './numerals.ts';

/** What is said of a quote beside its lines. */
export interface QuoteTerms {
  off?: Discount | 'none';
  /** `included` undefined: nobody says whether it is within the prices or comes on top. */
  tax?: { percent: string; included: boolean | undefined } | 'none';
  /** The last day, 'YYYY-MM-DD'. */
  validUntil?: string;
  /** '': none, not even what the business says by default. */
  terms?: string;
  note?: string;
}

/** What speaks of a quote and cannot be kept as it stands. */
export type Refused =
  /** Of two of a kind nobody knows which is meant. */
  | { is: 'twice'; terms: QuoteTerms[]; said: string[] }
  /** No such day, or it is over. */
  | { is: 'day'; said: string }
  /** A tax without its rate: '' or 'incl', 'plus' of what is typed next. */
  | { is: 'rate'; said: string };

export interface ReadTerms {
  /** The words in front of them. */
  rest: string;
  terms: QuoteTerms;
  refused?: Refused;
}

const RATE = '(\\d{1,2}(?:\\.\\d{1,3})?)\\s?%';
const NAME = '(?:sales\\stax|tax|vat|gst|hst|pst|qst|增值税|税率?|税点)';
const any = (...patterns: string[]) => new RegExp(`^(?:${patterns.join('|')})$`, 'iu');
const WITHIN = any(
  `(?:已?包?含)\\s?${NAME}?\\s?[:：]?\\s?${RATE}\\s?(?:的?税)?`,
  `(?:incl(?:\\.|uding|udes|usive of)?|with)\\s${RATE}\\s${NAME}`,
  `(?:incl(?:\\.|uding|udes|usive of)?|with)\\s${NAME}\\s(?:of\\s)?${RATE}`,
  `${RATE}\\s?${NAME}\\s?(?:included|incl\\.?|within)`,
  `${NAME}\\s?${RATE}\\s?(?:included|incl\\.?|within)`,
  `价内${NAME}?\\s?${RATE}`,
  `incl(?:\\.|uding|udes|usive of)?\\s${RATE}`,
);
const ON_TOP = any(
  `(?:另加|外加|加收?|[+＋]|plus|add)\\s?${RATE}\\s?(?:的)?\\s?${NAME}`,
  `(?:另加|外加|加收?|[+＋]|plus|add)\\s?${NAME}\\s?(?:of\\s)?${RATE}`,
  `${RATE}\\s?${NAME}\\s?(?:on\\stop|extra|另加|另计|外加)`,
  `${NAME}\\s?${RATE}\\s?(?:on\\stop|extra|另加|另计|外加)`,
  `(?:不含|未含|价外)${NAME}?\\s?${RATE}`,
  `excl(?:\\.|uding)?\\s${RATE}\\s${NAME}`,
);
/** 税点13 says no percent, and 另加 13% no tax: each is asked about. */
const EITHER = any(
  `${NAME}\\s?[:：]?\\s?(?:of\\s)?${RATE}`,
  `${RATE}\\s?(?:的)?${NAME}`,
  `(?:税率?|税点|增值税)\\s?[:：]?\\s?(\\d{1,2}(?:\\.\\d{1,3})?)(?:\\s?个?点)?`,
  `(?:另加|外加|[+＋]|plus|add)\\s?${RATE}`,
);
const UNTAXED =
  /^(?:免税|不计税|无税|不要税|(?:去掉|取消)税|税率?\s?[:：]?\s?(?:关闭|无|没有|不用)|no (?:sales )?tax|without tax|tax[- ]free|no vat|(?:tax|vat)\s?:?\s?(?:off|none))$/iu;
const UNREDUCED =
  /^(?:不打折|不优惠|无折扣|无优惠|(?:取消|去掉)(?:优惠|折扣)|没有优惠|(?:优惠|折扣)\s?[:：]?\s?(?:关闭|无|没有|不用)|no discount|without discount|discount\s?:?\s?(?:off|none))$/iu;
/** A tax whose rate nobody says. */
const RATELESS =
  /^(?:(?:不|未|已)?包?含(?:增值)?税|(?:另|外)?加(?:增值)?税|(?:plus|incl(?:\.|uding|udes)?|excl(?:\.|uding)?)\s(?:sales\s)?(?:tax|vat|gst))$/iu;
const VALID =
  /^(?:报价)?(?:有效期?|截止)(?:至|到|为|是)?\s?[:：]?\s?(.{1,40})$|^(?:valid|good|expires|expiry|until)\s?(?:until|till?|to|through|on|for|:)?\s(.{1,40})$/iu;
/** Nothing but how long a quote is valid begins so; with a price behind it, it is rather a line. */
const SURELY_VALID =
  /^(?:(?:报价)?有效期(?:至|到|为|是)?|(?:报价)?有效至|valid\s(?:until|till?|to|through|for)|valid(?:ity)?\s?:|expires(?:\son)?|expiry:?)\s?[:：]?\s?(?!.*\d\s?\p{Script=Han}?\s?[x×*＊@]\s?[$€£¥￥]?\d)/iu;
const DAYS = new RegExp(
  `^(\\d{1,3}|half\\sa|an?|one|two|three|[${numeralCharacters}]{1,3}|半)\\s?(天|日|days?|周|个?星期|weeks?|个月|months?)(?:内|有效)?$`,
  'iu',
);
const SPELLED: Readonly<Record<string, number>> = { a: 1, an: 1, one: 1, two: 2, three: 3, 'half a': 0.5, 半: 0.5 };
const DATE = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
/** The minus of phones and of copied text, and the dashes that stand for it. */
const MINUS = /^[−–—－]\s?(?=[$€£¥￥]?\d)/u;
/** Which words may say nothing but that something is left out. */
const NONE = /^(?:off|none|no|-|–|—|无|没有|关闭|不用|不要|去掉|取消)[.。]?$/iu;
const SPOKEN_PERCENT = new RegExp(`百分之([${numeralCharacters}]{1,4}|\\d{1,3}(?:\\.\\d{1,3})?)`, 'gu');
/** What a discount may say as well: minus 10%, less 5%, -100%. */
const OFF = /^(?:minus|less|-|减|便宜|优惠)\s?(\d{1,3}(?:\.\d{1,2})?)\s?%$|^(\d{1,3}(?:\.\d{1,2})?)\s?%\s?off$/iu;
/** So many days ahead, a quote is still an offer. */
const MOST_DAYS = 730;

/** As the patterns read them; no longer than the words. */
const plainTerm = (words: string): string =>
  narrow(words)
    .replaceAll('％', '%')
    .trim()
    .replace(MINUS, '-')
    .replace(SPOKEN_PERCENT, (said, number: string) => {
      const read = /^\d/.test(number) ? number : readChineseNumber(number);
      return read === undefined ? said : `${read}%`;
    });

/** The tax that the words are, and nothing else; undefined: they are something else. */
export function taxIn(words: string): QuoteTerms['tax'] {
  const plain = plainTerm(words);
  const within = rateIn(WITHIN, plain);
  if (within) return { percent: within, included: true };
  const onTop = rateIn(ON_TOP, plain);
  if (onTop) return { percent: onTop, included: false };
  const either = rateIn(EITHER, plain);
  if (either) return { percent: either, included: undefined };
  return UNTAXED.test(plain) ? 'none' : undefined;
}

/** Words that are nothing but one of these; undefined: they are something else. */
function quoteTermIn(words: string, moment: WhenContext): QuoteTerms | Refused | undefined {
  const plain = plainTerm(words);
  const tax = taxIn(words);
  if (tax) return { tax };
  if (UNREDUCED.test(plain)) return { off: 'none' };
  const valid = VALID.exec(plain);
  if (valid) {
    const said = (valid[1] ?? valid[2])!.trim();
    const validUntil = lastDay(said, moment);
    if (validUntil !== undefined) return { validUntil };
    return SURELY_VALID.test(plain) ? { is: 'day', said } : undefined;
  }
  if (RATELESS.test(plain)) return { is: 'rate', said: words.trim() };
  const off = offAlone(plain);
  return off && { off };
}

/** What comes off, where the words say nothing else; 10% alone is no discount yet. */
export function offAlone(words: string): Discount | undefined {
  const plain = plainTerm(words);
  if (/^\d[\d.]*\s?%$/.test(plain)) return undefined;
  const percent = OFF.exec(plain)?.slice(1).find(Boolean);
  return percent === undefined ? discountIn(plain) : { percent: Number(percent) };
}

const rateIn = (pattern: RegExp, words: string): string | undefined => pattern.exec(words)?.slice(1).find(Boolean);

/** So many days: 30, 2 weeks, 十五天, a month; undefined: it is no length. */
export function daysSaid(words: string): number | undefined {
  const plain = narrow(words)
    .trim()
    .replace(/^for\s/iu, '');
  if (/^\d{1,3}$/u.test(plain)) return Number(plain);
  const [, count = '', unit = ''] = DAYS.exec(plain) ?? [];
  if (unit === '') return undefined;
  const each = /周|星期|week/iu.test(unit) ? 7 : /月|month/iu.test(unit) ? 30 : 1;
  const said = count.toLowerCase();
  const days = (SPELLED[said] ?? readChineseNumber(said) ?? Number(said)) * each;
  return Number.isInteger(days) ? days : undefined;
}

/** Friday, 12月31日, 14 days, 一个月: a day that there is, and that is not over. */
function lastDay(words: string, moment: WhenContext): string | undefined {
  const today = wallTime(moment.now, moment.timezone).day;
  const [, year, month, date] = DATE.exec(words) ?? [];
  if (year) {
    const day = dayOf(Number(year), Number(month), Number(date));
    return day !== undefined && day >= today ? isoDay(day) : undefined;
  }
  const days = /^\d*$/u.test(words) ? undefined : daysSaid(words);
  if (days !== undefined) return days > 0 && days <= MOST_DAYS ? isoDay(today + days) : undefined;
  const when = parseWhen(words, moment);
  if (!when || when.rest || when.others) return undefined;
  const { day } = wallTime(when.at, moment.timezone);
  return day >= today && day - today <= MOST_DAYS && dateOf(day).year > 0 ? isoDay(day) : undefined;
}

/** What is said at length stands last, behind its name. */
const AT_LENGTH = /(?:^|[\s,，;；、])(备注|附言|note|条款|付款条件|terms?)\s?[:：]\s?/giu;
/** Right behind a price no blank stands: 198元含税13%. */
const TERM_BEGINS =
  /(?:^|[\s,，;；、]+)(?=\S)|(?<=\d(?:元|块钱?)?)(?=(?:已|不|未)?含税|另?加税|税[率点]|打[\d一二三四五六七八九])/gu;
/** No term has more words. */
const MOST_WORDS = 6;
/** Beyond it, what is typed is no line with terms. */
const MOST_TERMS = 8;

/** Takes what is said beside the lines off the end of the words. */
export function quoteTermsBehind(words: string, moment: WhenContext): ReadTerms {
  const { rest: lines, terms } = atLength(words);
  let rest = lines.trim();
  const said: { term: QuoteTerms; said: string }[] = [];
  for (let nth = 0; nth < MOST_TERMS; nth++) {
    const found = lastTerm(rest, moment);
    if (!found) break;
    rest = found.rest;
    if ('is' in found.term) return { rest, terms, refused: found.term };
    const { term } = found;
    const same = said.filter((other) => kindOf(other.term) === kindOf(term));
    if (same.length > 0 && same.some((other) => JSON.stringify(other.term) !== JSON.stringify(term))) {
      const both = [{ term, said: found.said }, ...same];
      return {
        rest,
        terms,
        refused: { is: 'twice', terms: both.map((one) => one.term), said: both.map((one) => one.said) },
      };
    }
    said.push({ term, said: found.said });
    Object.assign(terms, term);
  }
  return { rest, terms };
}

const kindOf = (term: QuoteTerms): string => Object.keys(term)[0]!;

function atLength(words: string): { rest: string; terms: QuoteTerms } {
  const marks = [...words.matchAll(AT_LENGTH)];
  const [first] = marks;
  if (!first) return { rest: words, terms: {} };
  const terms: QuoteTerms = {};
  for (const [nth, mark] of marks.entries()) {
    const text = words.slice(mark.index + mark[0].length, marks[nth + 1]?.index).trim();
    const key = /^(?:备注|附言|note)$/iu.test(mark[1]!) ? 'note' : 'terms';
    if (text) terms[key] = NONE.test(text) ? '' : text;
  }
  return { rest: words.slice(0, first.index), terms };
}

function lastTerm(
  words: string,
  moment: WhenContext,
): { rest: string; term: QuoteTerms | Refused; said: string } | undefined {
  const starts = [...words.slice(-200).matchAll(TERM_BEGINS)]
    .map(({ index, 0: gap }) => ({ gap: index, word: index + gap.length }))
    .slice(-MOST_WORDS);
  const offset = Math.max(0, words.length - 200);
  let noDay: ReturnType<typeof lastTerm>;
  for (const { gap, word } of starts) {
    const said = words.slice(offset + word);
    const term = quoteTermIn(said, moment);
    if (!term) continue;
    const found = { rest: words.slice(0, offset + gap).trim(), term, said };
    if (!('is' in term) || term.is !== 'day') return found;
    // what stands behind the day is read first
    noDay ??= found;
  }
  return noDay;
}
