import { plainly, plainPattern } from '../plainly.ts';
import { formatClock, type WhenContext } from './format_when.ts';
import { fromNow } from './from_now.ts';
import { parseWhen } from './parse_when.ts';
import { localSlot } from './zone.ts';

/** An hour, without the half of the day it is in: 5, at 5:30, 六点半. */
const HOUR = /^(?:at )?(?:\d{1,2}(?::\d{2})?|(?:\d{1,2}|[一二三四五六七八九十两]{1,3})点(?:半|钟)?)$/iu;
const HOUR_MS = 3_600_000;
const HALF_DAY_MS = 12 * HOUR_MS;

/**
 * The time that words give to what is due at `dueAt`, as /postpone takes it. A time of day alone is one of that day, and an hour that is
 * said without its half of the day is the nearest; a day alone keeps the time of day; earlier and later are counted from it. Undefined:
 * they are none.
 */
export function otherTime({ dueAt }: { dueAt: Date | null }, said: string, moment: WhenContext): string | undefined {
  const { now, timezone } = moment;
  const change = withoutSameTime(said);
  const exactly = (at: Date, clock = at) => `${localSlot(at, timezone)} ${formatClock(clock, timezone)}`;
  const shifted = dueAt && shiftedBy(change, dueAt);
  if (shifted) return exactly(shifted);
  const isHour = HOUR.test(plainly(change));
  const clock = /^(?:at )?\d{1,2}$/i.test(change) ? `${change.replace(/^at /i, '')}:00` : change;
  const thatDay = dueAt && parseWhen(`${localSlot(dueAt, timezone)} ${clock}`, moment);
  if (thatDay?.rest === '' && !thatDay.dateOnly) {
    const at = isHour ? nearest(thatDay.at, dueAt!) : thatDay.at;
    if (at > now) return exactly(at);
  }
  const when = parseWhen(fromNow(clock), moment);
  if (when?.rest !== '') return undefined;
  const isPlainDay = when.dateOnly && !when.others && !when.farOff && !when.skipped;
  return isPlainDay && dueAt ? exactly(when.at, dueAt) : change;
}

/** The one of an hour's two times of the day that is nearer. */
function nearest(at: Date, to: Date): Date {
  const other = new Date(at.getTime() + (at < to ? HALF_DAY_MS : -HALF_DAY_MS));
  const far = (one: Date) => Math.abs(one.getTime() - to.getTime());
  return far(other) < far(at) ? other : at;
}

/** The time of day stays as it was, which a day alone says as well. */
const SAME_TIME = plainPattern(
  /[\s,，、]*(?:(?:but )?(?:at )?(?:the )?same time|(?:还是)?(?:同一|同样|原来的?|老|一样的?)时间|(?:同一|同样|原来的?)个?(?:时刻|钟点|点)|时间不变)$/iu,
);
const withoutSameTime = (said: string): string =>
  said.slice(0, said.length - (SAME_TIME.exec(plainly(said))?.[0].length ?? 0));

const COUNT = '(?<count>\\d{1,2}|an?|one|two|three|half an|半|[一二两三四五六七八九十])';
const SHIFTS: readonly [RegExp, 1 | -1][] = [
  [
    new RegExp(
      `^(?:推迟|推后|延后|延迟|往后推|晚)个?${COUNT}个?(?<half>半)?(?<unit>天|小时|钟头|周|星期|礼拜|分钟)$`,
      'u',
    ),
    1,
  ],
  [new RegExp(`^(?:提前|往前提|早)个?${COUNT}个?(?<half>半)?(?<unit>天|小时|钟头|周|星期|礼拜|分钟)$`, 'u'), -1],
  [new RegExp(`^${COUNT} (?<half>)(?<unit>minute|min|hour|day|week)s? (?:earlier|sooner)$`, 'iu'), -1],
  [new RegExp(`^${COUNT} (?<half>)(?<unit>minute|min|hour|day|week)s?(?: later)?$`, 'iu'), 1],
];
const NUMBERS: Readonly<Record<string, number>> = {
  ...{ a: 1, an: 1, one: 1, two: 2, three: 3, 'half an': 0.5, 半: 0.5, 两: 2 },
  ...Object.fromEntries([...'一二三四五六七八九十'].map((digit, at) => [digit, at + 1])),
};
const UNIT_HOURS: Readonly<Record<string, number>> = {
  ...{ minute: 1 / 60, min: 1 / 60, 分钟: 1 / 60, hour: 1, 小时: 1, 钟头: 1, day: 24, 天: 24 },
  ...{ week: 168, 周: 168, 星期: 168, 礼拜: 168 },
};

/** 提前一天, an hour later: from when it was due. */
function shiftedBy(change: string, dueAt: Date): Date | undefined {
  for (const [pattern, sign] of SHIFTS) {
    const { count, half, unit } = pattern.exec(plainly(change.trim()).toLowerCase())?.groups ?? {};
    if (count === undefined || unit === undefined) continue;
    const hours = ((NUMBERS[count] ?? Number(count)) + (half ? 0.5 : 0)) * UNIT_HOURS[unit]!;
    return new Date(dueAt.getTime() + sign * hours * HOUR_MS);
  }
  return undefined;
}

/** 11.25 may be a day or a time of day, 1730 is 17:30, and at 3 or 4 is either. */
export function readings(words: string): string[] {
  const bare = words.replace(/^(?:or|and|to|until|till?)\s+|^[-–—~到至或和&/、]\s*/i, '');
  if (/\d;\d/.test(bare)) return [bare.replace(';', ':')];
  if (/\d\.\d/.test(bare)) return [bare.replace('.', '/'), bare.replace('.', ':')];
  if (/^\d{4}$/.test(bare)) return [`${bare.slice(0, 2)}:${bare.slice(2)}`];
  const [, at = '', one, other] = /^(at )(\d\S*(?: ?[ap]m)?) or (\d.*)$/i.exec(bare) ?? [];
  return one && other ? [at + one, at + other] : [bare];
}
