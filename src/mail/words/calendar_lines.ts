import { literal } from '../../text/plainly.ts';
import { dateOf, type WallTime } from '../../text/when/zone.ts';
import { behindLabel, phraseIn } from './calendar_phrases.ts';
import { isSpeech } from './speech.ts';

/** The facts of an event that calendars also write into the text beside it. */
export interface EventFacts {
  /** Its name, its place, and the names and addresses of everybody in it. */
  named: readonly string[];
  description: string;
  /** The times that clocks show at its beginning and end. */
  times: readonly WallTime[];
  /** Its beginning and end by one clock. */
  span: readonly [WallTime, WallTime] | undefined;
}

const LONGEST = 500;
const MOST_NAMED = 40;
/** What calendars draw between their lines. */
const DRAWN = /^[-_=*~#|⋅•·\s]+$/;
const LINK = /<?https?:[^\s<>]{1,1000}>?/gi;
const CALENDARS =
  /^<?https?:\/\/(?:(?:calendar|meet|support|www)\.google\.[a-z.]{2,6}|(?:[\w-]+\.)?(?:teams|outlook)\.(?:microsoft|live|office|office365)\.com|outlook\.office\.com|(?:[\w-]+\.)?zoom\.us|(?:www\.)?icloud\.com)\//i;

/**
 * The part of a mail's text that its writer typed: every line that is not entirely a calendar's. Lines of a calendar
 * are its known sentences and the facts of the event, alone or after a label, and, between its first and last sentence,
 * whatever speaks to nobody.
 */
export function ownLines(words: string, events: readonly EventFacts[]): string[] {
  const isKnown = knownBy(events);
  const lines = words
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !DRAWN.test(line));
  const told = lines.map(isKnown);
  const [begin, end] = [told.findIndex((one) => one?.opens), told.findLastIndex((one) => one?.closes)];
  const note = told[begin]?.noted ? noteBelow(told, begin) : 0;
  const isFiller = (line: string, at: number) =>
    at > begin + note && at < end && begin >= 0 && !isSpeech(behindLabel(line.toLowerCase()) ?? line);
  const described = new Set(events.flatMap(({ description }) => description.split('\n')).map((line) => line.trim()));
  return lines.filter((line, at) => {
    if (told[at] || isFiller(line, at)) return false;
    if (at > begin + note && at < end && described.has(line)) return false;
    return !(behindLabel(line.toLowerCase()) === '' && !/[?？]/.test(line) && told[at + 1]?.value);
  });
}

/** How many lines below a sentence that announces a note belong to the note: all of them up to the event itself. */
function noteBelow(told: readonly (LineOfCalendar | undefined)[], at: number): number {
  const next = told.findIndex((one, index) => index > at && one !== undefined);
  return (next < 0 ? told.length : next) - at - 1;
}

/** What a line of a calendar is. */
interface LineOfCalendar {
  /** It says what was done with the event. */
  opens?: boolean;
  noted?: boolean;
  closes?: boolean;
  /** It is a fact of the event. */
  value?: boolean;
}

/** Tells for a line which part of a calendar it is; undefined for a person's line. */
function knownBy(events: readonly EventFacts[]): (line: string) => LineOfCalendar | undefined {
  const mask = maskOf(events.flatMap(({ named }) => named));
  const whens = new Map(events.map(({ times, span }) => [JSON.stringify([times, span]), timesIn(times, span)]));
  const isTime = (text: string) => [...whens.values()].some((isOne) => isOne(text));
  const isValue = (text: string) => isNamed(mask(text)) || isTime(text);
  return (line) => {
    if (line.length > LONGEST) return undefined;
    const bare = line
      .toLowerCase()
      .replace(LINK, (link) => (CALENDARS.test(link) ? '' : link))
      .trim();
    if (bare === '') return { value: true };
    const phrase = phraseIn(mask(bare).replace(/\s+/g, ' '));
    if (phrase === 'footer') return { closes: true };
    if (phrase) return { opens: true, noted: phrase === 'note follows' };
    const behind = behindLabel(bare);
    return isValue(bare) || (behind && isValue(behind)) ? { value: true } : undefined;
  };
}

/** Whether a line holds only names and the roles of people at an event. */
const isNamed = (masked: string): boolean =>
  masked.includes('¤') && masked.replace(/[¤\s<>()"“”'‘’,.;*-]|organi[sz]er|creator|optional/g, '') === '';

/** A line in lower case, with `¤` for each thing and person that the event names. */
function maskOf(named: readonly string[]): (line: string) => string {
  const names = named
    .flatMap((name) => name.split('\n'))
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name.length > 1 && name.length <= 200);
  const longest = [...new Set(names)].toSorted((one, other) => other.length - one.length).slice(0, MOST_NAMED);
  if (longest.length === 0) return (line) => line;
  const whole = longest.map((name) => {
    const said = literal(name);
    return /\p{Script=Han}/u.test(name) ? said : `(?<![\\p{L}\\p{N}])${said}(?![\\p{L}\\p{N}])`;
  });
  const pattern = new RegExp(`["“”']?(?:${whole.join('|')})["“”']?`, 'gu');
  return (line) => line.replace(pattern, '¤');
}

const LOCALES = ['en', 'de', 'fr', 'es', 'it', 'nl'];
const FILLERS =
  'am pm a m to until from at on um bis von uhr der den de à le al del op tot utc gmt z 年 月 日 号 周 星 期 上 下 午 晚 凌 晨 中 点 时 分 至 到'.split(
    ' ',
  );

/** Whether words are the event's day, perhaps with its hours, and nothing else. */
function timesIn(times: readonly WallTime[], span: EventFacts['span']): (text: string) => boolean {
  if (times.length === 0) return () => false;
  const words = new Set([...FILLERS, ...times.flatMap(wordsOfTime)]);
  const days = new Set(times.map(({ day }) => String(dateOf(day).date)));
  const months = new Set(times.flatMap(({ day }) => [...monthsOf(day), String(dateOf(day).month)]));
  let elsewhere: Elsewhere[] | undefined;
  return (text) => {
    const tokens = tokensOf(text);
    if (/[?？!！]/.test(text) || tokens.length > 40) return false;
    const isDay = tokens.some((token) => days.has(token)) && tokens.some((token) => months.has(token));
    if (isDay && tokens.every((token) => words.has(token))) return true;
    elsewhere ??= span ? clocksOf(span) : [];
    return elsewhere.some((clock) => isBy(clock, tokens));
  };
}

/** What a clock somewhere else shows. A time belongs to the event only if its whole date and both hours are given. */
interface Elsewhere {
  said: readonly (readonly string[])[];
  words: ReadonlySet<string>;
}

const isBy = ({ said, words }: Elsewhere, tokens: readonly string[]): boolean =>
  said.every((forms) => forms.some((one) => tokens.includes(one))) && tokens.every((token) => words.has(token));

function clocksOf(span: readonly [WallTime, WallTime]): Elsewhere[] {
  const named = new Map<number, string[]>();
  const dayWords = (day: number): string[] => {
    if (!named.has(day)) named.set(day, wordsOfTime({ day, minutes: 0 }));
    return named.get(day)!;
  };
  return OFFSETS.map((minutes) => {
    const there = span.map((time) => shifted(time, minutes));
    const { year, date } = dateOf(there[0]!.day);
    const figures = there.flatMap((time) => figuresOf(time));
    return {
      said: [[String(year)], [String(date)], ...there.map((time) => hoursOf(time))],
      words: new Set([...FILLERS, ...figures, ...there.flatMap(({ day }) => dayWords(day))]),
    };
  });
}

/** Every half hour from 12 hours behind to 14 hours ahead. */
const OFFSETS = Array.from({ length: 53 }, (_, at) => (at - 24) * 30);

function shifted({ day, minutes }: WallTime, by: number): WallTime {
  const all = minutes + by;
  return { day: day + Math.floor(all / 1440), minutes: ((all % 1440) + 1440) % 1440 };
}

/** In 24-hour and in 12-hour form. */
function hoursOf({ minutes }: WallTime): string[] {
  const hour = Math.floor(minutes / 60);
  return [String(hour), String(hour % 12 || 12)];
}

const figuresOf = (time: WallTime): string[] => [...hoursOf(time), String(time.minutes % 60)];

/** The words without a zone in brackets, and figures without leading zeros. */
function tokensOf(text: string): string[] {
  const bare = text.toLowerCase().replace(/\([^\s()]{1,40}\)/g, ' ');
  return (bare.match(/\p{Script=Han}|[\p{L}\p{M}]+|\p{N}+/gu) ?? []).map((token) => token.replace(/^0+(?=\d)/, ''));
}

function wordsOfTime({ day, minutes }: WallTime): string[] {
  const { year, month, date, weekday } = dateOf(day);
  const figures = [...[year, month, date].map(String), ...figuresOf({ day, minutes })];
  const han = ['一', '二', '三', '四', '五', '六', '日'][weekday]!;
  const weekdays = inLocales(day, { weekday: 'long' }, { weekday: 'short' });
  return [...figures, han, ...weekdays, ...monthsOf(day)];
}

const monthsOf = (day: number): string[] => inLocales(day, { month: 'long' }, { month: 'short' });

function inLocales(day: number, ...styles: Intl.DateTimeFormatOptions[]): string[] {
  return LOCALES.flatMap((locale) =>
    styles.flatMap((style) =>
      tokensOf(new Date(day * 86_400_000).toLocaleDateString(locale, { ...style, timeZone: 'UTC' })),
    ),
  );
}
