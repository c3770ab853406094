import { LunarDay, LunarMonth } from 'tyme4ts';
import type { Anchor } from './grammar/anchor.ts';
import { type Day, dateOf, dayOf } from './zone.ts';

// From the published tables (紫金山天文台, the Hong Kong Observatory): what Node's ICU computes is a day off wherever a new
// moon falls close to midnight in Beijing, and differs between its versions.

/** The day on which a month of the Chinese calendar has this date; undefined: that month of that year has no such date. */
export function chineseDate(year: number, month: number, date: number): Day | undefined {
  if (date > LunarMonth.fromYm(year, month).getDayCount()) return undefined;
  const day = LunarDay.fromYmd(year, month, date).getSolarDay();
  return dayOf(day.getYear(), day.getMonth(), day.getDay());
}

/** The next such date there is (month 1–12, date 1–30); no month is short for ever. */
export function chineseAnchor(today: Day, month: number, date: number): Anchor {
  const again = (from: Day): Day => {
    // a year of theirs begins and ends in a later one of ours
    for (let year = dateOf(from).year - 1; ; year += 1) {
      const day = chineseDate(year, month, date);
      if (day !== undefined && day >= from) return day;
    }
  };
  return { day: again(today), again };
}

/** The day before the first of the first month. */
export function chineseNewYearsEve(today: Day): Anchor {
  const again = (from: Day): Day => chineseAnchor(from + 1, 1, 1).day - 1;
  return { day: again(today), again };
}
