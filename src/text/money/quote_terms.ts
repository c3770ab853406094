import { narrow } from '../normalise.ts';
import type { WhenContext } from '../when/format_when.ts';
import { parseWhen } from '../when/parse_when.ts';
import { dateOf, isoDay, wallTime } from '../when/zone.ts';
import { type Discount, discountIn } from './discount.ts';

/** What is said of a quote beside its lines. */
export interface QuoteTerms {
  off?: Discount | 'none';
  /** `included` undefined: nobody says whether it is within the prices or comes on top. */
  tax?: { percent: string; included: boolean | undefined } | 'none';
  /** The last day, 'YYYY-MM-DD'. */
  validUntil?: string;
  terms?: string;
  note?: string;
}

const RATE = '(\\d{1,2}(?:\\.\\d{1,2})?)\\s?%';
const NAME = '(?:sales\\stax|tax|vat|gst|增值税|税率?|税点)';
const any = (...patterns: string[]) => new RegExp(`^(?:${patterns.join('|')})$`, 'iu');
const WITHIN = any(
  `(?:已?包?含)\\s?${NAME}?\\s?[:：]?\\s?${RATE}\\s?(?:的?税)?`,
  `(?:incl(?:\\.|uding|udes|usive of)?|with)\\s${RATE}\\s${NAME}`,
  `(?:incl(?:\\.|uding|udes|usive of)?|with)\\s${NAME}\\s(?:of\\s)?${RATE}`,
  `${RATE}\\s?${NAME}\\s?(?:included|incl\\.?|within)`,
  `${NAME}\\s?${RATE}\\s?(?:included|incl\\.?|within)`,
  `价内${NAME}?\\s?${RATE}`,
);
const ON_TOP = any(
  `(?:另加|外加|加收?|[+＋]|plus|add)\\s?${RATE}\\s?(?:的)?\\s?${NAME}`,
  `(?:另加|外加|加收?|[+＋]|plus|add)\\s?${NAME}\\s?(?:of\\s)?${RATE}`,
  `${RATE}\\s?${NAME}\\s?(?:on\\stop|extra|另加|另计|外加)`,
  `${NAME}\\s?${RATE}\\s?(?:on\\stop|extra|另加|另计|外加)`,
  `(?:不含|未含|价外)${NAME}?\\s?${RATE}`,
  `excl(?:\\.|uding)?\\s${RATE}\\s${NAME}`,
);
const EITHER = any(`${NAME}\\s?[:：]?\\s?(?:of\\s)?${RATE}`, `${RATE}\\s?(?:的)?${NAME}`);
const UNTAXED = /^(?:免税|不计税|无税|no tax|without tax|tax[- ]free|no vat)$/iu;
const UNREDUCED = /^(?:不打折|无优惠|取消优惠|没有优惠|no discount|without discount)$/iu;
const VALID =
  /^(?:报价)?(?:有效期?|截止)(?:至|到|为|是)?\s?[:：]?\s?(.{1,40})$|^(?:valid|good|expires|expiry|until)\s?(?:until|till|to|through|on|for|:)?\s(.{1,40})$/iu;
const DAYS = /^(\d{1,3})\s?(天|日|days?|周|个?星期|weeks?|个月|months?)(?:内|有效)?$/iu;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
/** So many days ahead, a quote is still an offer. */
const MOST_DAYS = 730;

/** The tax that the words are, and nothing else; undefined: they are something else. */
export function taxIn(words: string): QuoteTerms['tax'] {
  const plain = narrow(words).replaceAll('％', '%').trim();
  const within = rateIn(WITHIN, plain);
  if (within) return { percent: within, included: true };
  const onTop = rateIn(ON_TOP, plain);
  if (onTop) return { percent: onTop, included: false };
  const either = rateIn(EITHER, plain);
  if (either) return { percent: either, included: undefined };
  return UNTAXED.test(plain) ? 'none' : undefined;
}

/** Words that are nothing but one of these; undefined: they are something else. */
function quoteTermIn(words: string, moment: WhenContext): QuoteTerms | undefined {
  const plain = narrow(words).replaceAll('％', '%').trim();
  const tax = taxIn(words);
  if (tax) return { tax };
  if (UNREDUCED.test(plain)) return { off: 'none' };
  const valid = VALID.exec(plain);
  if (valid) {
    const validUntil = lastDay((valid[1] ?? valid[2])!.trim(), moment);
    return validUntil === undefined ? undefined : { validUntil };
  }
  const off = /^\d[\d.]*\s?%$/.test(plain) ? undefined : discountIn(plain);
  return off && { off };
}

const rateIn = (pattern: RegExp, words: string): string | undefined => pattern.exec(words)?.slice(1).find(Boolean);

/** Friday, 12月31日, 14 days, 2 weeks: a day that is not over. */
function lastDay(words: string, moment: WhenContext): string | undefined {
  const today = wallTime(moment.now, moment.timezone).day;
  if (DATE.test(words)) return words >= isoDay(today) ? words : undefined;
  const span = DAYS.exec(words);
  if (span) {
    const unit = span[2]!.toLowerCase();
    const each = /周|星期|week/.test(unit) ? 7 : /月|month/.test(unit) ? 30 : 1;
    const days = Number(span[1]) * each;
    return days > 0 && days <= MOST_DAYS ? isoDay(today + days) : undefined;
  }
  const when = parseWhen(words, moment);
  if (!when || when.rest || when.others) return undefined;
  const { day } = wallTime(when.at, moment.timezone);
  return day >= today && day - today <= MOST_DAYS && dateOf(day).year > 0 ? isoDay(day) : undefined;
}

/** What is said at length stands last, behind its name. */
const AT_LENGTH = /(?:^|[\s,，;；、])(备注|附言|note|条款|付款条件|terms?)\s?[:：]\s?/giu;
/** No term has more words. */
const MOST_WORDS = 6;
/** Beyond it, what is typed is no line with terms. */
const MOST_TERMS = 8;

/** Takes what is said beside the lines off the end of the words. */
export function quoteTermsBehind(words: string, moment: WhenContext): { rest: string; terms: QuoteTerms } {
  const { rest: lines, terms } = atLength(words);
  let rest = lines.trim();
  for (let nth = 0; nth < MOST_TERMS; nth++) {
    const found = lastTerm(rest, moment);
    if (!found) break;
    // of two of a kind the last one counts
    for (const [key, value] of Object.entries(found.term)) Object.assign(terms, { [key]: own(terms, key) ?? value });
    rest = found.rest;
  }
  return { rest, terms };
}

const own = (terms: QuoteTerms, key: string): unknown => Object.entries(terms).find(([name]) => name === key)?.[1];

function atLength(words: string): { rest: string; terms: QuoteTerms } {
  const marks = [...words.matchAll(AT_LENGTH)];
  const [first] = marks;
  if (!first) return { rest: words, terms: {} };
  const terms: QuoteTerms = {};
  for (const [nth, mark] of marks.entries()) {
    const text = words.slice(mark.index + mark[0].length, marks[nth + 1]?.index).trim();
    const key = /^(?:备注|附言|note)$/iu.test(mark[1]!) ? 'note' : 'terms';
    if (text) terms[key] = text;
  }
  return { rest: words.slice(0, first.index), terms };
}

function lastTerm(words: string, moment: WhenContext): { rest: string; term: QuoteTerms } | undefined {
  const starts = [...words.slice(-200).matchAll(/(?:^|[\s,，;；、]+)(?=\S)/gu)]
    .map(({ index, 0: gap }) => ({ gap: index, word: index + gap.length }))
    .slice(-MOST_WORDS);
  const offset = Math.max(0, words.length - 200);
  for (const { gap, word } of starts) {
    const term = quoteTermIn(words.slice(offset + word), moment);
    if (term) return { rest: words.slice(0, offset + gap).trim(), term };
  }
  return undefined;
}

/** What comes off one line, counted as they are shown. */
export interface LineOff {
  place: number;
  off: QuoteTerms['off'];
}

const OF_LINE = /^(?:line\s?#?\s?(\d{1,2})|第\s?(\d{1,2})\s?[行项条])\s?[:：]?\s?(.{0,60})$/iu;

/** 'line 2 -10%', '第2行 打9折'; the discount may have been taken off the end of the words. */
export function offOfLine(words: string, terms: QuoteTerms = {}): LineOff | undefined {
  const [, english, chinese, rest = ''] = OF_LINE.exec(words) ?? [];
  const place = Number(english ?? chinese ?? 0);
  if (place === 0) return undefined;
  const off = rest.trim() === '' ? terms.off : discountIn(rest);
  return off && { place, off };
}
