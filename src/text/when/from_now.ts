const UNITS: Record<string, string> = { d: 'days', w: 'weeks', h: 'hours', hr: 'hours', hrs: 'hours', m: 'minutes' };
const units = 'd|days?|w|weeks?|fortnights?|h|hrs?|hours?|m|mins?|minutes?';
const behind = '(?![a-z])(?! (?:from|on|after|before|today|tomorrow|(?:mon|tues?|wed|thu|fri|sat|sun)[a-z]*)\\b)';
const ENGLISH = new RegExp(
  `^(\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\\s*(${units})${behind}`,
  'i',
);
/** 2 hrs and 15 min. */
const HOURS_AND_MINUTES = new RegExp(
  `^(\\d{1,2}|an|one|two|three)\\s*(?:h|hrs?|hours?)(?:\\s?,\\s?|\\s)?(?:and )?(\\d{1,2})\\s*(?:m|mins?|minutes?)${behind}`,
  'i',
);
const NOT_YET_LATER = '(?!后|之后|以后|过后|[\\d零一二三四五六日天十半多初中底末上下第里份的钟])';
const CHINESE = new RegExp(
  `^([\\d一二两三四五六七八九十]{1,3}\\s*(?:天|日|周|分钟|刻钟|个半?(?:小时|钟头|星期|礼拜|月)|星期|礼拜|小时|钟头)|半个?(?:月|年|小时|钟头)|[\\d一二两三四五六七八九十]{1,2}\\s*个?(?:小时|钟头)(?:零|又)?[\\d一二两三四五六七八九十]{1,3}分钟?)${NOT_YET_LATER}`,
);

/** A length at the beginning, as the time it leads to: '3d' → 'in 3 days', 两个礼拜 → 两个礼拜后. Other words stay. */
export function fromNow(said: string): string {
  return said
    .replace(HOURS_AND_MINUTES, (_, hours: string, minutes: string) => `in ${hours} hours and ${minutes} minutes`)
    .replace(ENGLISH, (_, count: string, unit: string) => `in ${count} ${UNITS[unit.toLowerCase()] ?? unit}`)
    .replace(CHINESE, '$1后');
}

const SOME = [
  /^([一二两三四五六七八九])([二三四五六七八九])\s*(天|日|周|个?(?:星期|礼拜)|个月)/,
  /^(\d{1,2})\s*(?:[-–—~～或到至]|or|to)\s*(\d{1,2})\s*(天|日|周|个?(?:星期|礼拜)|个月|days?|weeks?)(?![a-z])/i,
];

/** The lengths that words may mean which leave it open between two: 三四天, 3-4 days. Empty: they say one, or none. */
export function lengthsIn(said: string): string[] {
  const found = SOME.map((pattern) => pattern.exec(said)).find((match) => match !== null);
  const [, shorter, longer, unit = ''] = found ?? [];
  return found ? [`${shorter}${gap(unit)}${unit}`, `${longer}${gap(unit)}${unit}`] : [];
}

const gap = (unit: string): string => (/^[a-z]/i.test(unit) ? ' ' : '');
