const UNITS: Record<string, string> = { d: 'days', w: 'weeks', h: 'hours' };

/** A length at the beginning, as the time it leads to: '3d' → 'in 3 days', 两个礼拜 → 两个礼拜后. Other words stay. */
export function fromNow(said: string): string {
  return said
    .replace(
      /^(\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten)\s*(d|days?|w|weeks?|fortnights?|h|hours?)(?![a-z])(?! (?:from|on|after|before|today|tomorrow|(?:mon|tues?|wed|thu|fri|sat|sun)[a-z]*)\b)/i,
      (_, count: string, unit: string) => `in ${count} ${UNITS[unit.toLowerCase()] ?? unit}`,
    )
    .replace(
      /^([\d一二两三四五六七八九十]{1,3}\s*个?(?:天|日|周|星期|礼拜|小时|钟头|月)|半个?(?:月|年|小时)|一个半月)(?!后|之后|以后|[\d一二三四五六日天半初中底末上下第里份的])/,
      '$1后',
    );
}

const SOME = [
  /^([一二两三四五六七八九])([二三四五六七八九])\s*(天|日|周|个?(?:星期|礼拜|月))/,
  /^(\d{1,2})\s*(?:[-–—~～或到至]|or|to)\s*(\d{1,2})\s*(天|日|周|个?(?:星期|礼拜|月)|days?|weeks?)(?![a-z])/i,
];

/** The lengths that words may mean which leave it open between two: 三四天, 3-4 days. Empty: they say one, or none. */
export function lengthsIn(said: string): string[] {
  const found = SOME.map((pattern) => pattern.exec(said)).find((match) => match !== null);
  const [, shorter, longer, unit = ''] = found ?? [];
  return found ? [`${shorter}${gap(unit)}${unit}`, `${longer}${gap(unit)}${unit}`] : [];
}

const gap = (unit: string): string => (/^[a-z]/i.test(unit) ? ' ' : '');
