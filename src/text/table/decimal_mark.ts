import { narrow } from '../normalise.ts';

/** Which mark stands before the decimals of one writer's numbers; `unclear`: they write both. */
export type Decimal = 'point' | 'comma' | 'unclear';

const LONGEST = 30;
/** Few of a file's cells are numbers. */
const NUMBER_LIKE = /^\s{0,3}[-+−]?[\d０-９][\d０-９.,．，]*\s{0,3}$/u;
const POINTED = /^[-+]?(?:\d+\.\d{1,2}|\d+\.\d{4,}|0\.\d+|\d{4,}\.\d+|\d{1,3}(?:,\d{3})+\.\d+|\d{1,3}(?:,\d{3}){2,})$/;
const mirrored = (text: string): string => text.replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.'));

/** What a number tells by itself: 1.250,5 and 12,50 have a comma, 1,250.5 and 0.125 a point; 1.250 may be either. */
export function decimalShown(text: string): Exclude<Decimal, 'unclear'> | undefined {
  if (text.length > LONGEST || !NUMBER_LIKE.test(text)) return undefined;
  const plain = narrow(text).trim();
  if (POINTED.test(plain)) return 'point';
  return POINTED.test(mirrored(plain)) ? 'comma' : undefined;
}

/** How somebody writes numbers, as far as those that can be read in one way only tell; undefined: none does. */
export function decimalIn(texts: readonly string[]): Decimal | undefined {
  const shown = new Set<Decimal>();
  for (const text of texts) {
    const mark = decimalShown(text);
    if (mark) shown.add(mark);
  }
  return shown.size > 1 ? 'unclear' : [...shown][0];
}

/** Which mark people of a country (ISO 3166) write, in its likeliest language (CLDR); a point where that is not known. */
export function decimalOf(country: string): Exclude<Decimal, 'unclear'> {
  if (!/^[A-Z]{2}$/.test(country)) return 'point';
  const { language } = new Intl.Locale('und', { region: country }).maximize();
  return new Intl.NumberFormat(`${language}-${country}`).format(1.5).includes(',') ? 'comma' : 'point';
}

/** A number with either mark, with a point and nothing between thousands; what is no number with that mark stays as it is. */
export function pointed(text: string, mark: Exclude<Decimal, 'unclear'>): string {
  const plain = mark === 'comma' ? mirrored(text) : text;
  if (/^[-+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(plain)) return plain.replaceAll(',', '');
  return /^[-+]?\d+(?:\.\d+)?$/.test(plain) ? plain : text;
}
