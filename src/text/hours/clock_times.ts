import { MINUTES_A_DAY, type Span } from './spans.ts';

/** Spans at the front of what was typed. */
export interface SpansSaid {
  spans: Span[];
  rest: string;
  /** It may be read in another way too: the other `way` gives it. */
  unsure: boolean;
  /** The whole day was said: 24/7, 全天. */
  allDay?: true;
}

/** Of two ways to read what is not sure (6-2 is a morning, or a night), the likelier is 0. */
export type Way = 0 | 1;

type Half = 'am' | 'pm' | 'noon' | 'evening';

const HALVES: readonly [RegExp, Half][] = [
  [/^(?:a\.?m?\.?|凌晨|早上|早晨|清晨|早|上午)$/iu, 'am'],
  [/^(?:p\.?m?\.?|下午|傍晚)$/iu, 'pm'],
  [/^(?:晚上|晚间|晚|夜里|夜间)$/u, 'evening'],
  [/^中午$/u, 'noon'],
];
const BEFORE = '(凌晨|早上|早晨|清晨|早|上午|中午|下午|傍晚|晚上|晚间|晚|夜里|夜间)?\\s?';
const TIME = `(?:${BEFORE}(\\d{1,2})(?:[:：.](\\d{2})(?!\\d)|[点點时時](?:(\\d{1,2})分?|(半)|([一三])刻)?|h(?=\\W|$))?钟?(?:\\s?([ap]\\.?m\\b\\.?|[ap](?![\\p{L}\\p{N}]))|\\s?o['’]clock)?|(noon|midday|midnight|中午(?!\\d)|半夜|午夜))`;
const JOINT = '\\s{0,2}(?:[-‐‑‒–—−~～〜]{1,2}|到|至|to\\b|until\\b|till\\b|through\\b)\\s{0,2}';
const SPAN = new RegExp(
  `^(?:from\\s|从|between\\s)?${TIME}${JOINT}${TIME}(?![\\p{Script=Latin}\\d/:：月号]|[日](?!休))`,
  'iu',
);
const NEXT = /^(?:\s{0,3}(?:[,，、;；+&/]|and\b|和|及))?\s{0,3}/iu;
const ALL_DAY =
  /^(?:24\s?\/\s?7|24\s?(?:hours|hrs|h)(?:\s(?:a|per) day)?|(?:always|all day)(?:\sopen)?|open always|(?:a?round) the clock|24\s?小时|全天(?:候|开门|开放|营业)?)(?:营业)?(?![\p{Script=Latin}\d])/iu;
/** Whoever opens at six and shuts at two may mean the morning or the night; at seven it is the morning. */
const EARLIEST = 7;
const NOON = 12;
const LONGEST_NIGHT = 11 * 60;

interface Side {
  hour: number;
  minutes: number;
  half: Half | undefined;
  /** '09', '9:00' and 9点 are of a clock of 24 hours more likely than 9 is. */
  isWritten: boolean;
  /** noon or midnight */
  word: boolean;
  /** The half stands in front, as in Chinese: what has none then is of the morning. */
  isFront: boolean;
}

/** Reads the spans that stand at the front, as people say them: 9am-5:30pm, 9-12 1-5, 早上九点到晚上九点, 22-6. Undefined: none stands there. */
export function spansInFront(text: string, way: Way): SpansSaid | undefined {
  const whole = ALL_DAY.exec(text);
  if (whole)
    return { spans: [{ from: 0, to: MINUTES_A_DAY }], rest: text.slice(whole[0].length), unsure: false, allDay: true };
  const spans: Span[] = [];
  let rest = text;
  let unsure = false;
  for (let next = rest; spans.length < 6; next = rest.replace(NEXT, '')) {
    const match = SPAN.exec(next);
    const read = match && spanOf(match, spans.at(-1), way);
    if (!read) break;
    unsure ||= read.unsure;
    spans.push({ from: read.from, to: read.to });
    rest = next.slice(match[0].length);
  }
  return spans.length > 0 ? { spans, rest, unsure } : undefined;
}

/** Chinese numbers in front of 点 in digits, so that they are read as any others are. */
export const withDigits = (text: string): string =>
  text.replace(
    /((?:周|星期|礼拜)[一二三四五六日天])?([一二三四五六七八九十两]{1,3})(?=[点點时時])/gu,
    (all, day: string | undefined, number: string) => {
      const value = numberOf(number);
      return value === undefined ? all : `${day ?? ''}${value}`;
    },
  );

const ONES = '零一二三四五六七八九';

function numberOf(said: string): number | undefined {
  const [tens, ones, ...more] = said.replaceAll('两', '二').split('十');
  const of = (one: string, empty: number) => (one === '' ? empty : one.length === 1 ? ONES.indexOf(one) : undefined);
  if (more.length > 0) return undefined;
  if (ones === undefined) return of(tens!, 0);
  const [ten, one] = [of(tens!, 1), of(ones, 0)];
  return ten === undefined || one === undefined ? undefined : ten * 10 + one;
}

function sideOf([before, hour, minutes, fen, half, quarter, behind, word]: readonly (string | undefined)[]): Side {
  if (word !== undefined) {
    const isNoon = /^(?:noon|midday|中午)$/i.test(word);
    return {
      hour: isNoon ? NOON : 0,
      minutes: 0,
      half: isNoon ? 'noon' : 'am',
      isWritten: true,
      word: true,
      isFront: false,
    };
  }
  const part = before ?? behind;
  return {
    hour: Number(hour),
    minutes: half ? 30 : quarter ? (quarter === '一' ? 15 : 45) : Number(minutes ?? fen ?? 0),
    half: part === undefined ? undefined : HALVES.find(([pattern]) => pattern.test(part))?.[1],
    isWritten: hour!.startsWith('0'),
    word: false,
    isFront: before !== undefined,
  };
}

type Read = Span & { unsure: boolean };

function spanOf(match: RegExpExecArray, before: Span | undefined, way: Way): Read | undefined {
  const [first, last] = [sideOf(match.slice(1, 9)), sideOf(match.slice(9, 17))];
  // 22:00-30:00 is how a night is kept, and how buttons say it
  const isKept = !last.half && match[11] !== undefined && last.hour < 48;
  if (first.hour > 24 || (last.hour > 24 && !isKept) || Math.max(first.minutes, last.minutes) > 59) return undefined;
  const read = first.half || last.half ? byHalves(first, last, way) : byNumbers(first, last, before, way);
  if (!read) return undefined;
  const { from, to } = read;
  return from >= to || from >= MINUTES_A_DAY || to - from > MINUTES_A_DAY ? undefined : read;
}

const plainly = ({ hour, minutes }: Side): number => hour * 60 + minutes;
const HALF_DAY = NOON * 60;

/** By the half of the day that is said: 下午 3 点, 12am. */
function inHalf(side: Side, half: Half): number {
  const { hour } = side;
  const isPast = hour > NOON;
  if (half === 'am') return plainly(side) - (hour === NOON ? HALF_DAY : 0);
  // 晚上 12 点 is the end of the day
  if (half === 'evening') return plainly(side) + (hour <= NOON ? HALF_DAY : 0);
  if (half === 'pm') return plainly(side) + (hour < NOON ? HALF_DAY : 0);
  return plainly(side) + (!isPast && hour < 10 ? HALF_DAY : 0);
}

/** 9am-5pm; 9-5pm begins in the morning and 1-5pm does not; 9pm-2 ends on the next day. */
function byHalves(first: Side, last: Side, way: Way): Read | undefined {
  if (first.half) {
    const from = inHalf(first, first.half);
    if (last.half) {
      const to = inHalf(last, last.half);
      return { from, to: to <= from ? to + MINUTES_A_DAY : to, unsure: false };
    }
    const bare = plainly(last);
    const to = [bare, bare + HALF_DAY, bare + MINUTES_A_DAY].find(
      (one) => one > from && (last.hour <= NOON || one === bare),
    );
    return to === undefined ? undefined : { from, to, unsure: false };
  }
  const to = inHalf(last, last.half!) || MINUTES_A_DAY;
  const bare = plainly(first);
  if (first.hour > NOON || last.word || (last.isFront && first.hour >= EARLIEST))
    return { from: bare, to: to <= bare ? to + MINUTES_A_DAY : to, unsure: false };
  const inPm = first.hour === NOON ? bare : bare + HALF_DAY;
  if (last.half === 'am') {
    if (bare < to) return { from: bare, to, unsure: false };
    return { from: inPm, to: to + MINUTES_A_DAY, unsure: false };
  }
  if (inPm >= to || first.hour === NOON) return { from: bare, to, unsure: false };
  if (first.hour < EARLIEST) return { from: inPm, to, unsure: false };
  return { from: way === 0 ? bare : inPm, to, unsure: true };
}

/** Numbers alone: 9-18, 9-5, 10-2, 22-6, and 1-5 behind a morning. */
function byNumbers(first: Side, last: Side, before: Span | undefined, way: Way): Read | undefined {
  const [a, b] = [plainly(first), plainly(last)];
  const isOfTwelve = first.hour <= NOON && last.hour <= NOON;
  const isWritten = first.isWritten || last.isWritten;
  if (before && a < before.from) {
    if (!isOfTwelve || a + HALF_DAY < before.to) return undefined;
    const to = b <= a ? undefined : b + HALF_DAY;
    return to === undefined ? undefined : { from: a + HALF_DAY, to, unsure: false };
  }
  if (a < b) {
    const isLate = !before && !isWritten && first.hour > 0 && last.hour <= EARLIEST && first.hour < 6;
    if (!isLate) return { from: a, to: b, unsure: false };
    return way === 0 ? { from: a + HALF_DAY, to: b + HALF_DAY, unsure: true } : { from: a, to: b, unsure: true };
  }
  if (first.hour === last.hour && (first.hour === NOON || first.hour === 0)) return undefined;
  if (isOfTwelve) {
    const isMorning = first.hour >= EARLIEST && !isWritten;
    if (way === 0 || isMorning) return { from: a, to: b + HALF_DAY, unsure: !isMorning };
    const from = first.hour < EARLIEST ? a + HALF_DAY : a;
    return { from, to: b + MINUTES_A_DAY, unsure: true };
  }
  const night = b + MINUTES_A_DAY;
  if (night - a <= LONGEST_NIGHT) return { from: a, to: night, unsure: false };
  const evening = last.hour <= NOON && b + HALF_DAY > a ? b + HALF_DAY : night;
  return { from: a, to: way === 0 ? night : evening, unsure: true };
}
