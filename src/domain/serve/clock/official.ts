import { LegalHoliday } from 'tyme4ts';

/** An official day off, or a working day in place of one. */
export interface OfficialDay {
  is: 'off' | 'on';
  /** In Chinese: 国庆节. */
  name: string;
}

const ENTRY = 13;

/**
 * China's days off and shifted working days as the State Council has announced them, from the published table in tyme4ts; nothing is
 * worked out for a year that it does not hold. Undefined: an ordinary day.
 */
export function officialIn(country: string, day: string): OfficialDay | undefined {
  if (country !== 'CN' || !knowsYear(country, Number(day.slice(0, 4)))) return undefined;
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const found = LegalHoliday.fromYmd(year, month, date);
  return found ? { is: found.isWork() ? 'on' : 'off', name: found.getName() } : undefined;
}

/** Whether the days off of a year have been announced and are in the table. */
export const knowsYear = (country: string, year: number): boolean => country === 'CN' && years().has(year);

let known: Set<number> | undefined;

/** The table is one string of entries that begin with their date: a year is known if it has a day off in October, when each ends. */
function years(): Set<number> {
  known ??= new Set(
    Array.from({ length: Math.floor(LegalHoliday.DATA.length / ENTRY) }, (_, nth) =>
      LegalHoliday.DATA.slice(nth * ENTRY, nth * ENTRY + 6),
    )
      .filter((month) => month.endsWith('10'))
      .map((month) => Number(month.slice(0, 4))),
  );
  return known;
}
