import type { Locale } from '../../../text/locale.ts';
import { isCurrency, parseMoney } from '../../../text/money/money.ts';
import { cleanText, narrow } from '../../../text/normalise.ts';
import { countryNamed } from '../../../text/person/country.ts';
import { texts } from '../../../text/texts.ts';
import { typedMeanings, typedWords } from '../../../text/typed.ts';
import { zonesMeant } from '../../../text/when/named_zone.ts';
import { isTimezone } from '../../../text/when/timezone.ts';
import { parseWhen } from '../../../text/when/when.ts';
import { dateOf, wallTime } from '../../../text/when/zone.ts';
import { AUTO, readPace } from '../../campaigns/rules.ts';
import { UNDO_DAYS } from '../../owner/journal.ts';
import { formatQuietHours, readQuietHours } from '../../owner/quiet.ts';
import { PRIORITIES } from '../../serve/kind.ts';
import { type Settings, WEEKDAYS } from '../../settings.ts';
import { localeIn } from '../words/words.ts';

export interface Setting {
  key: Exclude<
    keyof Settings,
    'deskChats' | 'hours' | 'ownDays' | 'ratingWords' | 'business' | 'autoreply' | 'calendar'
  >;
  /** The value to store; undefined if it makes no sense. */
  read(typed: string): string | number | undefined;
  /** A value that works. */
  example: string;
}

/** What the owner can set, in the order in which it is shown. */
export const SETTINGS: readonly Setting[] = [
  { key: 'locale', read: localeIn, example: texts('zh-CN').language.name['zh-CN'] },
  { key: 'timezone', read: readTimezone, example: 'Asia/Shanghai' },
  { key: 'currency', read: readCurrencyName, example: 'CNY' },
  { key: 'country', read: countryNamed, example: 'CN' },
  { key: 'businessName', read: (typed) => typed || undefined, example: 'Mei' },
  { key: 'digestAt', read: readDigestTime, example: '08:30' },
  { key: 'churnAt', read: readWeeklyTime, example: 'mon 09:00' },
  { key: 'ageGroups', read: readBounds(3), example: '30-50' },
  { key: 'frequencyGroups', read: readBounds(6), example: '5-10' },
  { key: 'powerGroups', read: readBounds(9), example: '500-1000' },
  { key: 'undoSend', read: readSeconds, example: '10' },
  { key: 'keepDays', read: readDays, example: '90' },
  { key: 'quietHours', read: readQuiet, example: '22:00-08:00' },
  { key: 'adLabel', read: readAdLabel, example: 'always' },
  { key: 'senderLine', read: readSenderLine, example: 'Mei Tea, 12 Nanjing Road, Shanghai' },
  { key: 'campaignHours', read: readHours, example: '09:00-21:00' },
  { key: 'campaignsAWeek', read: readCount, example: '2' },
  { key: 'campaignPace', read: readCampaignPace, example: '20/500' },
  { key: 'campaignWarmUp', read: readSwitch, example: texts('en').typed.switch.on[0]! },
  { key: 'campaignDays', read: readCampaignDays, example: '7' },
  { key: 'campaignClicks', read: readSwitch, example: texts('en').typed.switch.on[0]! },
  { key: 'followUpsAtOnce', read: readFollowUps, example: '20' },
  { key: 'holidays', read: readHolidays, example: texts('en').typed.holidays.CN[0]! },
  { key: 'ticketTargets', read: readTargetsTyped, example: '1h/9h 4h/18h 9h/27h 18h/45h' },
  { key: 'ticketWarn', read: readWarning, example: '60' },
  { key: 'ticketReopenDays', read: readReopenDays, example: '14' },
  { key: 'promiseOffers', read: readSwitch, example: texts('en').typed.switch.on[0]! },
  { key: 'ratings', read: readSwitch, example: texts('en').typed.switch.on[0]! },
  { key: 'ratingDays', read: readRatingDays, example: '30' },
  { key: 'ratingMinutes', read: readMinutes, example: '10' },
];

/** The setting as it is typed; without a value it asks for one. */
export function lineOf(locale: Locale, { key }: Pick<Setting, 'key'>, value = ''): string {
  const { commands, typed } = texts(locale);
  return [`/${commands.settings.word}`, typed.settings[key][0], value].filter(Boolean).join(' ');
}

const OFF = typedWords(({ off }) => off);

const AD_LABELS = typedMeanings<'chinese' | 'always'>(({ adLabel }) => adLabel);

/** As long as an address may be. */
const LONGEST_SENDER = 200;

/** Ten years. */
const LONGEST_KEPT = 3650;

/** Nobody needs longer than this to notice a slip; /later is for that. */
const LONGEST_HOLD = 60;

/** Asia/Shanghai, 北京, New York, EST. Letters that a place's clock is called by are that place, whose clock changes in summer. */
function readTimezone(typed: string): string | undefined {
  const zones = zonesMeant(typed);
  if (zones.length > 0) return zones.length === 1 ? zones[0] : undefined;
  return isTimezone(typed) ? typed : undefined;
}

function readDigestTime(typed: string): string | undefined {
  if (OFF.has(typed.toLowerCase())) return 'off';
  const match = /^(\d{1,2})(?:[:：.](\d{2}))?$/.exec(typed);
  if (!match) return spokenClock(typed);
  const [, hour = '', minute = '00'] = match;
  if (Number(hour) > 23 || Number(minute) > 59) return undefined;
  return `${hour.padStart(2, '0')}:${minute}`;
}

/** 早上八点半, 8:30am as 08:30. */
function spokenClock(typed: string): string | undefined {
  const when = parseWhen(typed, { now: new Date(0), timezone: 'UTC', locale: 'en' });
  return when && !when.dateOnly && when.rest === '' ? when.at.toISOString().slice(11, 16) : undefined;
}

/** The morning of a weekday that is named alone. */
const MORNING = '09:00';
/** A Thursday, and the day after. */
const [ONE_DAY, NEXT_DAY] = [new Date(0), new Date(24 * 3_600_000)];

/** Monday 9am, 周一九点, fri: kept as 'mon 09:00'. What is another weekday tomorrow (today, 3 May) is none. */
export function readWeeklyTime(said: string): string | undefined {
  // on which day of each week is what is meant anyway
  const typed = said
    .trim()
    .replace(/^(?:every\s|each\s|on\s)+/i, '')
    .replace(/^每个?(?=周|星期|礼拜)/u, '');
  const word = typed.toLowerCase();
  if (OFF.has(word)) return 'off';
  if (WEEKDAYS.some((name) => name === word)) return `${word} ${MORNING}`;
  const [read, control] = [weeklyAsOf(typed, ONE_DAY), weeklyAsOf(typed, NEXT_DAY)];
  return read === control ? read : undefined;
}

function weeklyAsOf(typed: string, now: Date): string | undefined {
  const when = parseWhen(typed, { now, timezone: 'UTC', locale: 'en' });
  if (when?.rest !== '') return undefined;
  const weekday = WEEKDAYS[dateOf(wallTime(when.at, 'UTC').day).weekday];
  return `${weekday} ${when.dateOnly ? MORNING : when.at.toISOString().slice(11, 16)}`;
}

/** EUR, euro, 人民币. */
function readCurrencyName(typed: string): string | undefined {
  return code(typed, isCurrency) ?? parseMoney(`1 ${typed}`, 'USD')?.currency;
}

function readQuiet(typed: string): string | undefined {
  if (OFF.has(typed.toLowerCase())) return 'off';
  const ends = typed.split(/\s*(?:[-–—~～到至]|\bto\b)\s*/i).map(spokenClock);
  const hours =
    readQuietHours(typed) ?? (ends.length === 2 && ends[0] && ends[1] ? readQuietHours(ends.join('-')) : undefined);
  return hours && formatQuietHours(hours);
}

function readAdLabel(typed: string): string | undefined {
  return OFF.has(typed.toLowerCase()) ? 'off' : AD_LABELS.get(typed.toLowerCase());
}

/** One line; 'off' for none. */
function readSenderLine(typed: string): string | undefined {
  if (OFF.has(typed.toLowerCase())) return '';
  const line = cleanText(typed).replace(/\s+/gu, ' ').trim();
  return line !== '' && line.length <= LONGEST_SENDER ? line : undefined;
}

/** Hours in which something is done: they end on the day on which they begin. */
function readHours(typed: string): string | undefined {
  const read = readQuiet(typed);
  const [from = '', to = ''] = read?.split('-') ?? [];
  return read === 'off' || from < to ? read : undefined;
}

/** More in a week than anybody sends. */
const MOST_A_WEEK = 50;

function readCount(typed: string): number | undefined {
  if (OFF.has(typed.toLowerCase())) return 0;
  const count = /^\d{1,2}$/.test(typed) ? Number(typed) : undefined;
  return count !== undefined && count <= MOST_A_WEEK ? count : undefined;
}

/** More are a crowd in any shop of one. */
const MOST_FOLLOW_UPS = 1000;

function readFollowUps(typed: string): number | undefined {
  const count = /^\d{1,4}$/.test(typed) ? Number(typed) : 0;
  return count >= 1 && count <= MOST_FOLLOW_UPS ? count : undefined;
}

/** An order later than that nobody owes to a mail. */
const MOST_CAMPAIGN_DAYS = 90;

function readCampaignDays(typed: string): number | undefined {
  const [, count] = /^(\d{1,2})\s*(?:d|days?|天)?$/i.exec(typed) ?? [];
  const days = Number(count ?? 0);
  return days >= 1 && days <= MOST_CAMPAIGN_DAYS ? days : undefined;
}

/** A year, and a day. */
const [MOST_RATING_DAYS, MOST_MINUTES] = [365, 24 * 60];

function readRatingDays(typed: string): number | undefined {
  const days = Number(/^(\d{1,3})\s*(?:d|days?|天)?$/i.exec(typed)?.[1] ?? 0);
  return days >= 1 && days <= MOST_RATING_DAYS ? days : undefined;
}

/** '10', '10 min', 30 分钟, '2h'. */
function readMinutes(typed: string): number | undefined {
  const [, count, unit = 'm'] = /^(\d{1,4})\s*(m|min|minutes?|分钟?|h|hours?|小时)?$/i.exec(typed) ?? [];
  const minutes = Number(count ?? 0) * (/^[h小]/i.test(unit) ? 60 : 1);
  return minutes >= 1 && minutes <= MOST_MINUTES ? minutes : undefined;
}

const BY_ITSELF = typedWords(({ campaign }) => campaign.auto);

/** gmail, 20/500, off, auto. */
function readCampaignPace(typed: string): string | undefined {
  const word = typed.toLowerCase().replace(/\s+/g, '');
  const stored = OFF.has(word) ? 'off' : BY_ITSELF.has(word) ? AUTO : word;
  return readPace(stored) && stored;
}

const SWITCH = typedMeanings<'on' | 'off'>((typed) => typed.switch);

function readSwitch(typed: string): string | undefined {
  return SWITCH.get(typed.toLowerCase());
}

const HOLIDAYS = typedMeanings<'auto' | 'CN' | 'off'>(({ holidays }) => holidays);

function readHolidays(typed: string): string | undefined {
  return HOLIDAYS.get(typed.toLowerCase());
}

/** A week of working days. */
const LONGEST_WARNING = 2700;
const LONGEST_REOPEN = 365;

function readWarning(typed: string): number | undefined {
  if (OFF.has(typed.toLowerCase())) return 0;
  const minutes = /^(\d{1,4})\s*(?:m|min|minutes?|分钟?)?$/i.exec(typed)?.[1];
  return minutes !== undefined && Number(minutes) <= LONGEST_WARNING ? Number(minutes) : undefined;
}

function readReopenDays(typed: string): number | undefined {
  if (OFF.has(typed.toLowerCase())) return 0;
  const days = /^(\d{1,3})\s*(?:d|days?|天)?$/i.exec(typed)?.[1];
  return days !== undefined && Number(days) <= LONGEST_REOPEN ? Number(days) : undefined;
}

/** Four pairs, the most urgent first: '1h/9h 4h/18h 9h/27h 18h/45h'; a bare number is minutes. */
function readTargetsTyped(typed: string): string | undefined {
  const pairs = typed.trim().split(/[\s,，;；]+/u);
  const read = pairs.map((pair) => pair.split(/[/／]/u).map(minutesIn));
  const fits = read.every(([answer, resolve, more]) => answer && resolve && more === undefined && answer <= resolve);
  return fits && read.length === PRIORITIES.length ? read.map((pair) => pair.join('/')).join(' ') : undefined;
}

function minutesIn(typed: string): number | undefined {
  const [, count, unit = ''] = /^(\d{1,5})(m|min|h|分钟?|小时|时)?$/iu.exec(narrow(typed)) ?? [];
  return count === undefined ? undefined : Number(count) * (/^[h小时]/iu.test(unit) ? 60 : 1);
}

function readSeconds(typed: string): number | undefined {
  const seconds = /^(\d{1,3})\s*(s|秒)?$/i.exec(typed)?.[1];
  return seconds !== undefined && Number(seconds) <= LONGEST_HOLD ? Number(seconds) : undefined;
}

/** '90d', '90 天', '1y' */
function readDays(typed: string): number | undefined {
  const [, count, unit = 'd'] = /^(\d{1,4})\s*(d|days?|天|y|years?|年)?$/i.exec(typed) ?? [];
  if (count === undefined) return undefined;
  const days = Number(count) * (/^[y年]/i.test(unit) ? 365 : 1);
  return days >= UNDO_DAYS && days <= LONGEST_KEPT ? days : undefined;
}

/** '30-50', '30 50', 30 到 50: two whole numbers of at most so many digits, the smaller one first. */
function readBounds(digits: number): (typed: string) => string | undefined {
  const pattern = new RegExp(`^(\\d{1,${digits}})\\s?(?:[-–~～/,，、到至\\s]|to)\\s?(\\d{1,${digits}})$`, 'iu');
  return (typed) => {
    const [, first, second] = pattern.exec(narrow(typed).trim()) ?? [];
    const ordered = first !== undefined && Number(first) < Number(second);
    return ordered ? `${Number(first)}-${Number(second)}` : undefined;
  };
}

const code = (typed: string, exists: (code: string) => boolean): string | undefined =>
  exists(typed.toUpperCase()) ? typed.toUpperCase() : undefined;
