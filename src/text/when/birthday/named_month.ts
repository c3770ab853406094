import { foldLetters } from '../../fold.ts';

/** The languages whose words head the columns of files (text/table): their programs write their dates, too. */
const LANGUAGES = 'en de fr es it pt nl ru uk pl cs sv da nb fi tr hu el ro id vi th ar he ja ko zh'.split(' ');

/** A date by the name of its month. */
interface NamedDate {
  year?: number;
  month: number;
  date: number;
}

interface Words {
  months: ReadonlyMap<string, number>;
  /** Short forms: some of them are other words as well. */
  short: ReadonlyMap<string, number>;
  /** What stands between: de, г. */
  between: ReadonlySet<string>;
}

const wordsOf = (text: string): string[] => foldLetters(text).match(/[\p{L}\p{M}]+|\d+/gu) ?? [];

let known: Words | undefined;

/** As Unicode's own data (CLDR) has them; what is one month here and another there is none. */
function words(): Words {
  if (known) return known;
  const [long, short] = [new Map<string, number>(), new Map<string, number>()];
  const between = new Set(['of', 'st', 'nd', 'rd', 'th', 'er', 'º', 'o', 'a']);
  for (const language of LANGUAGES) {
    const locale = `${language}-u-ca-gregory-nu-latn`;
    for (const [length, into] of [
      ['long', long],
      ['short', short],
    ] as const)
      for (const how of [{ month: length }, { month: length, day: 'numeric', year: 'numeric' }] as const) {
        const format = new Intl.DateTimeFormat(locale, { ...how, timeZone: 'UTC' });
        for (let month = 1; month <= 12; month += 1) addMonth(format, month, into, between);
      }
  }
  known = { months: settled(long), short: settled(short), between };
  return known;
}

/** Stands for a name of two months. */
const SEVERAL = 0;

function addMonth(format: Intl.DateTimeFormat, month: number, into: Map<string, number>, between: Set<string>): void {
  const parts = format.formatToParts(new Date(Date.UTC(2026, month - 1, 15)));
  const name = wordsOf(parts.find(({ type }) => type === 'month')?.value ?? '');
  if (name.length !== 1 || !/^\p{L}/u.test(name[0]!)) return;
  // a letter that belongs to the word stands apart in the parts: ב of בדצמבר
  for (const word of wordsOf(parts.map(({ value }) => value).join('')))
    if (word.includes(name[0]!)) into.set(word, (into.get(word) ?? month) === month ? month : SEVERAL);
    else if (!/^\d/.test(word)) between.add(word);
}

const settled = (names: ReadonlyMap<string, number>): Map<string, number> =>
  new Map([...names].filter(([name, month]) => month !== SEVERAL && name.length > 2));

/** 1. Dezember 2026, 1er décembre, 2026. december 1., 1 декабря 2026 г.: whose date names its month in one of these languages. */
export function inNamedMonth(text: string): NamedDate[] {
  if (!/\p{L}{3}/u.test(text) || !/^\P{L}*\d|\d\P{L}*$/u.test(text)) return [];
  const { months, short, between } = words();
  const said = wordsOf(text);
  const figures = said.filter((word) => /^\d/.test(word));
  const [name, ...others] = said.filter((word) => !/^\d/.test(word) && !between.has(word));
  const years = figures.filter((figure) => figure.length === 4);
  const dates = figures.filter((figure) => figure.length <= 2);
  if (name === undefined || others.length > 0 || years.length > 1) return [];
  if (dates.length !== 1 || dates.length + years.length !== figures.length) return [];
  const month = months.get(name) ?? (years.length > 0 ? short.get(name) : undefined);
  if (month === undefined) return [];
  return [{ month, date: Number(dates[0]), ...(years[0] && { year: Number(years[0]) }) }];
}
