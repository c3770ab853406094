const UNITS: Record<string, string> = { d: 'days', w: 'weeks', h: 'hours' };

/** A length at the beginning, as the time it leads to: '3d' → 'in 3 days', 两个礼拜 → 两个礼拜后. Other words stay. */
export function fromNow(said: string): string {
  return said
    .replace(
      /^(\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten)\s*(d|days?|w|weeks?|fortnights?|h|hours?)(?![a-z])(?! (?:from|on|after|before|today|tomorrow|(?:mon|tues?|wed|thu|fri|sat|sun)[a-z]*)\b)/i,
      (_, count: string, unit: string) => `in ${count} ${UNITS[unit.toLowerCase()] ?? unit}`,
    )
    .replace(
      /^([\d一二两三四五六七八九十]{1,3}\s*个?(?:天|日|周|星期|礼拜|小时|钟头|月))(?!后|之后|以后|[\d一二三四五六日天半初中底末上下])/,
      '$1后',
    );
}
