import { foldText } from '../../../text/fold.ts';
import type { Locale } from '../../../text/locale.ts';
import { readChineseNumber } from '../../../text/money/numerals.ts';
import { scaledFigure, withoutCurrency } from '../../../text/money/scaled_figure.ts';
import { cleanText, narrow } from '../../../text/normalise.ts';
import { type Decimal, decimalOf, decimalShown, pointed } from '../../../text/table/decimal_mark.ts';
import { type Texts, texts } from '../../../text/texts.ts';
import { typedMeanings } from '../../../text/typed.ts';
import {
  birthdayKey,
  birthdayOf,
  birthdayValue,
  type DateOrder,
  dayWritten,
  formatWrittenDate,
  nextBirthday,
  readDates,
  type WrittenDate,
} from '../../../text/when/birthday/birthday.ts';
import { type Day, dateOf, isoDay, wallTime } from '../../../text/when/zone.ts';
import type { Context } from '../../context.ts';
import type { Field } from './field.ts';

/** What a contact has in a field: how it is kept, and by what it is found and compared. */
export interface FieldValue {
  value: string;
  key: string | null;
  /** Decimal. */
  number: string | null;
}

/** Where and when something was typed. */
export interface TypedAt {
  /** ISO 3166: in which order 3/4 stands. */
  country: string;
  today: Day;
  /** In which order its writer is known to write dates. */
  order?: DateOrder;
  /** Which mark stands before the decimals of their numbers. */
  decimal?: Decimal;
}

export const typedAt = ({ settings, now }: Pick<Context, 'settings' | 'now'>): TypedAt => ({
  country: settings.country,
  today: wallTime(now, settings.timezone).day,
});

/** Characters of a text or an address; a longer one is none, for nobody would see what is missing of it. */
export const LONGEST_VALUE = 1000;
/** What keeps all its digits as a number of JSON and in every spreadsheet. */
const NUMBER = /^[-+]?\d{1,12}(?:\.\d{1,6})?$/;

/**
 * What the words may mean in this field: nothing, one value, or several where only who wrote them knows.
 */
export function readValue(field: Pick<Field, 'kind' | 'choices'>, typed: string, at: TypedAt): FieldValue[] {
  return READ[field.kind](cleanText(typed).trim(), field.choices, at);
}

type Read = (typed: string, choices: readonly string[], at: TypedAt) => FieldValue[];

const plain = (value: string): FieldValue => ({ value, key: null, number: null });
const keyed = (value: string, key: string): FieldValue => ({ value, key, number: null });
const nothing: FieldValue[] = [];

const YES_NO = typedMeanings<'yes' | 'no'>(({ field }) => field.yesno);

const READ: Readonly<Record<Field['kind'], Read>> = {
  text: written,
  address(typed) {
    const lines = typed.split('\n').map((line) => line.trim());
    return written(lines.filter(Boolean).join('\n'));
  },
  number: (typed, _, at) => numbersIn(typed, at).map((figure) => ({ value: figure, key: null, number: figure })),
  choice(typed, choices) {
    const meant = choices.find((choice) => foldText(choice) === foldText(typed));
    return meant === undefined ? nothing : [keyed(meant, foldText(meant))];
  },
  yesno(typed) {
    const said = YES_NO.get(narrow(typed).toLowerCase());
    return said ? [keyed(said, said)] : nothing;
  },
  date: (typed, _, at) => daysIn(typed, at).map((day) => keyed(isoDay(day), isoDay(day))),
  birthday: (typed, _, at) =>
    readDates(typed, at.country, at.today, at.order)
      .filter((date) => isPast(date, at.today))
      .map((date) => keyed(birthdayValue(date), birthdayKey(date))),
};

function written(text: string): FieldValue[] {
  return text === '' || text.length > LONGEST_VALUE ? nothing : [plain(text)];
}

/** 8 1/2, 3/4: only where it comes to few decimals. */
const PART = /^(?:(\d{1,6})\s)?(\d{1,3})\/(\d{1,3})$/;

const decimalsOf = (value: number): string[] => (NUMBER.test(String(value)) ? [String(value)] : []);

/** Figures within words, as of 38码: none of them is taken, each may be offered. */
export function figuresIn(typed: string): string[] {
  const found = [...narrow(typed).matchAll(/(?<![\d.,])\d{1,12}(?:\.\d{1,6})?(?![\d.,]*\d)/g)].map(
    ([figure]) => figure,
  );
  return [...new Set(found)].slice(0, MOST_FIGURES);
}
const MOST_FIGURES = 3;

/**
 * $1,280, 5k, 1.280,5 and 1 280.5 as they are meant; what may be either (1.250) as its writer is known to write, else with a point, or
 * both where people of the country write a comma.
 */
function numbersIn(typed: string, { decimal, country }: Pick<TypedAt, 'decimal' | 'country'>): string[] {
  const text = withoutCurrency(narrow(typed).replace(/^\u2212/, '-')).replace(
    /(?<=\d)[ \u00a0\u202f'’](?=\d{3}(?!\d))/g,
    '',
  );
  const scaled = scaledFigure(text);
  if (scaled !== undefined) return decimalsOf(scaled);
  const shown = decimalShown(text);
  const isUnclear = decimal === 'unclear' || (decimal === undefined && decimalOf(country) === 'comma');
  if (!shown && isUnclear && /[.,]/.test(text))
    return [...new Set((['point', 'comma'] as const).flatMap((mark) => numberIn(pointed(text, mark))))];
  return numberIn(pointed(text, shown ?? (decimal === 'comma' ? 'comma' : 'point')));
}

function numberIn(text: string): string[] {
  const halved = PART.exec(text);
  if (halved && Number(halved[3]) > 0)
    return decimalsOf(Number(halved[1] ?? 0) + Number(halved[2]) / Number(halved[3]));
  const figure = NUMBER.test(text) ? text : String(readChineseNumber(text) ?? '');
  return NUMBER.test(figure) ? [plainNumber(figure)] : [];
}

/** Without a plus, and without zeros that say nothing. */
function plainNumber(figure: string): string {
  const [, sign, whole = '', part = ''] = /^([-+]?)0*(\d+?)(?:\.(\d*?)0*)?$/.exec(figure)!;
  const digits = `${whole}${part && `.${part}`}`;
  return sign === '-' && /[1-9]/.test(digits) ? `-${digits}` : digits;
}

const isPast = (date: WrittenDate, today: Day): boolean => (dayWritten(date) ?? today) <= today;

const RELATIVE = typedMeanings<'yesterday' | 'today' | 'tomorrow'>(({ field }) => field.day);
const DAYS = { yesterday: -1, today: 0, tomorrow: 1 };

/** A day without its year may be this year's, the one before or the next. */
function daysIn(typed: string, { country, today, order }: TypedAt): Day[] {
  const said = RELATIVE.get(typed.toLowerCase());
  if (said) return [today + DAYS[said]];
  const { year } = dateOf(today);
  const written = readDates(typed, country, today, order);
  const whole = written.filter((date) => date.year !== undefined);
  const dates =
    whole.length > 0 ? whole : written.flatMap((date) => [0, -1, 1].map((by) => ({ ...date, year: year + by })));
  return dates.flatMap((date) => dayWritten(date) ?? []);
}

/** As it is read on a card. */
export function formatValue(
  t: Texts,
  locale: Locale,
  { kind }: Pick<Field, 'kind'>,
  value: string,
  today: Day,
): string {
  if (kind === 'yesno') return t.field.yesno[value === 'yes' ? 'yes' : 'no'];
  if (kind === 'number') return localNumber(value, locale);
  if (kind === 'date') return formatWrittenDate(dateIn(value), locale);
  const birthday = kind === 'birthday' ? birthdayOf(value) : undefined;
  if (!birthday) return value;
  const written = formatWrittenDate(birthday, locale);
  if (!birthday.lunar) return written;
  const { month, date } = dateOf(nextBirthday(birthday, today));
  return t.field.lunarNext(written, formatWrittenDate({ lunar: false, month, date }, locale));
}

function localNumber(value: string, locale: Locale): string {
  const [whole = '', part] = value.split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, locale === 'en' ? ',' : '');
  return part === undefined ? grouped : `${grouped}.${part}`;
}

function dateIn(value: string): WrittenDate {
  const [year, month, date] = value.split('-').map(Number);
  return { lunar: false, year: year!, month: month!, date: date! };
}

/** In a file or behind a command: read back it is the same value, in whatever country. */
export function writeValue({ kind }: Pick<Field, 'kind'>, value: string, locale: Locale): string {
  const { field } = texts(locale).typed;
  if (kind === 'yesno') return field.yesno[value === 'yes' ? 'yes' : 'no'][0]!;
  if (kind !== 'birthday') return value;
  const lunar = value.startsWith('l');
  const day = value.replace(/^l/, '').replace(/^--/, '');
  return lunar ? `${field.lunar[0]} ${day}` : day;
}

/** As programs are shown it. */
export function jsonValue({ kind }: Pick<Field, 'kind'>, value: string): string | number | boolean {
  if (kind === 'number') return Number(value);
  return kind === 'yesno' ? value === 'yes' : value;
}
