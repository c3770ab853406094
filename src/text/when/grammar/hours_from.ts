import { fraction, readChineseNumber } from '../../money/numerals.ts';
import { minutesIn } from './clock_en.ts';
import { read, words } from './number_en.ts';
import type { Rule } from './when_grammar.ts';

const count = `([1-7]/[2-8]|\\d{1,3} ?[½¼¾]|[½¼¾]|\\d{1,3}(?:\\.\\d)?|${words.slice(1).join('|')}|twenty|thirty|forty[- ]five|half an?|half|(?:a |three )?quarters?(?: of)?(?: an?)?|an?|a couple of)`;
const unit = '(minutes?|mins?|min|hours?|hrs?|hr|h|m)';
const to = '(from|after|past|before|prior to|ahead of)';

const perUnit = (said: string): number => (/^h/i.test(said) ? 60 : 1);
const sign = (said: string): 1 | -1 => (/^(?:f|af|pa)/i.test(said) ? 1 : -1);
const many = (said: string): number => (/^(?:twenty|thirty|forty)/i.test(said) ? minutesIn(said) : read(said));
const counted = (minutes: number): number | undefined => (Number.isFinite(minutes) ? minutes : undefined);

/** Minutes that are counted from a time of day said behind them: 3 hours from noon, half an hour before 6pm. */
export const ENGLISH_HOURS: readonly Rule<number>[] = [
  [
    new RegExp(`^(an|one|\\d{1,2}|two|three|four|five) ?(?:hours? )?and a half(?: hours?)? ${to} (?:at )?`, 'i'),
    (m) => counted((read(m[1]!) + 0.5) * 60 * sign(m[2]!)),
  ],
  [
    new RegExp(
      `^(an|one|\\d{1,2}|two|three|four|five) ?(?:h|hrs?|hours?) ?(?:and )?(\\d{1,2}|five|ten|fifteen|twenty|thirty|forty[- ]five) ?(?:m|mins?|minutes?)? ${to} (?:at )?`,
      'i',
    ),
    (m) => counted((read(m[1]!) * 60 + minutesIn(m[2]!)) * sign(m[3]!)),
  ],
  [
    new RegExp(`^${count} ?${unit} ${to} (?:at )?`, 'i'),
    (m) => counted(Math.round(many(m[1]!) * perUnit(m[2]!)) * sign(m[3]!)),
  ],
  [new RegExp(`^${count} ?(?:minutes?|mins?) to (?:at )?`, 'i'), (m) => counted(-many(m[1]!))],
];

/** And behind the time of day: noon plus 3 hours. */
export const ENGLISH_SHIFTS: readonly Rule<number>[] = [
  [
    new RegExp(`^ ?(plus|minus|\\+|−|-(?= )) ?${count} ?${unit}`, 'i'),
    (m) => counted(Math.round(many(m[2]!) * perUnit(m[3]!)) * (/^(?:p|\+)/i.test(m[1]!) ? 1 : -1)),
  ],
];

const countZh = '([1-7]/[2-8]|\\d{1,3}(?:\\.\\d)?|[一二两三四五六七八九十]{1,3}|半)';
const spanZh = `\\s?${countZh}\\s?个?(半)?(?:(小时|钟头)|(刻钟)|分钟?)(半)?(?![之以]?内|的|[后前起]|[\\d一二三四五六七八九十])`;

function minutesOf([, said = '', half, hours, quarters, behind]: RegExpExecArray): number | undefined {
  const each = hours ? 60 : quarters ? 15 : 1;
  const number = said === '半' ? 0.5 : (fraction(said) ?? (/^\d/.test(said) ? Number(said) : readChineseNumber(said)));
  return number === undefined ? undefined : counted(Math.round((number + (half || behind ? 0.5 : 0)) * each));
}

const less = (minutes: number | undefined): number | undefined => (minutes === undefined ? undefined : -minutes);

/** The same behind the time of day: 中午后三小时, 6点前半小时. */
export const CHINESE_HOURS: readonly Rule<number>[] = [
  [new RegExp(`^\\s?的?(?:[之以过]?后|过|再过)${spanZh}`), minutesOf],
  [new RegExp(`^\\s?的?(?:(?:之|以)?前|提前)${spanZh}`), (m) => less(minutesOf(m))],
];

const some =
  '(?:\\d{1,3}(?:\\.\\d)?|[½¼¾]|an?|half an?|a few|a couple of|several|some|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty)';
const spans = '(?:minutes?|mins?|hours?|hrs?|days?|weeks?|fortnights?|months?|years?|[hmdw])(?: and a half)?';
const joint = '(?:from|after|past|before|prior to|ahead of)';
/** Of an occasion whose hour nobody said. */
const OCCASION =
  '(?:an?|one|two|three|four|five|six|half an|\\d{1,3}) ?(?:minutes?|mins?|hours?|hrs?) (?:after|before|prior to|ahead of) (?:(?:the|my|our|your|his|her|their|a) )?\\p{L}{3,15}\\b';
const COUNTED = new RegExp(`(?<![\\p{L}\\p{N}.])${some}\\s?${spans}\\s{1,3}${joint}\\s{1,3}$`, 'iu');

/** A length that is counted from a time, which does not say when alone: 2 weeks from 3pm, 2 hours after Friday. */
export const COUNTED_FROM = `(?<![\\p{L}\\p{N}.])${some}\\s?${spans} ${joint} (?:at )?(?:noon|midday|midnight|tonight|\\d{1,2}(?:[:.]\\d{2})?\\s?[ap]\\.?m\\b|\\d{1,2}:\\d{2}|(?:mon|tues|wednes|thurs|fri|satur|sun)day\\b|(?:today|tomorrow)\\b|the \\d{1,2}(?:st|nd|rd|th)\\b)|(?<![\\p{L}\\p{N}.])${OCCASION}`;

/** Whether what stands there is what a length is counted from: the `time` without it would be another one. */
export const isCountedFrom = (before: string, time: string): boolean =>
  COUNTED.test(`${before.slice(-40)}${/^(?:from|before|after)\s{1,3}/i.exec(time)?.[0] ?? ''}`);
