import { createRequire } from 'node:module';
import type * as PhoneLibrary from 'libphonenumber-js/max';
import type { CountryCode, Examples, NumberType, PhoneNumber } from 'libphonenumber-js/max';
import { narrow, visible } from '../normalise.ts';

const require = createRequire(import.meta.url);
let library: typeof PhoneLibrary | undefined;

/** The numbering plans of the world take 90 ms to read, a tenth of the start. So they are read when the first number is. */
function numberingPlans(): typeof PhoneLibrary {
  library ??= require('libphonenumber-js/max') as typeof PhoneLibrary;
  return library;
}

/** Whether the ISO 3166 alpha-2 code is a country with telephone numbers. */
export function isPhoneCountry(code: string): boolean {
  return numberingPlans().isSupportedCountry(code);
}

/** Every country with telephone numbers, as its ISO 3166 alpha-2 code. */
export const phoneCountries = (): readonly string[] => numberingPlans().getCountries();

/** A number that can be called. */
export interface ReadPhone {
  /** E.164: +8613800138000. */
  number: string;
  /** Who is behind a switchboard or a relay. */
  extension?: string;
  /** It is nobody's own: a free, shared-cost or premium number, a company's one number, a mailbox. */
  service: boolean;
}

/** One figure again and again, zeros behind a country's code, or figures as they are counted. */
const NO_NUMBER = /^(?:(\d)\1*|\d{0,3}0{6,}|0?12345678?9?0?|0?987654321?0?|(?:0?1234567890){1,2})$/;

/** Whether what stands where a number was wanted is none: without figures, or 0000000000 and 1234567890. It is nobody's, and many have it. */
export function isStopgapPhone(text: string): boolean {
  const typed = narrow(text);
  return (typed.length <= LONGEST && NO_NUMBER.test(typed.replace(/\D/g, ''))) || !/\d/.test(typed);
}

const LONGEST = 40;
const EXTENSION =
  /\s{0,3}[,;，；]?\s{0,3}(?:转接?|轉|分机号?|分機|extension|extn?\.?|ext\.?|x|#|доб\.?|;?ext=|durchwahl|dw\.?|poste|内線|(?<=\d\s{0,3})(?:,{2,4}|[pw]{1,3}))\s{0,3}[:：]?\s{0,3}(\d{1,8})#?$/iu;
/** A single , or ; between digits parts two things; the library would take what is behind it for an extension. */
const TWO_THINGS = /\d\s{0,3}[,;，；]\s{0,3}\d{1,8}$/u;
/** 021-50504060-8001: what follows a fixed line is an extension, as it is written in China. */
const DASHED = /^(.*\d)-(\d{2,6})$/;
const SERVICES: readonly NumberType[] = ['TOLL_FREE', 'SHARED_COST', 'PREMIUM_RATE', 'UAN', 'VOICEMAIL'];

/**
 * A phone number, or undefined when it is not certain to be one: short numbers (95588), impossible ones, and fixed lines written without the
 * trunk 0 their country wants — `(415) 555-2671` under CN would pass as a line in Dandong, so the caller asks for the country.
 * `country` is the ISO 3166 alpha-2 code that reads numbers without + or 00; an unknown one leaves only those readable.
 */
export function readPhone(text: string, country: string): ReadPhone | undefined {
  const typed = tidy(text);
  if (typed.length > LONGEST || TWO_THINGS.test(typed)) return undefined;
  const extension = EXTENSION.exec(typed)?.[1];
  if (extension) return withExtension(typed.replace(EXTENSION, ''), extension, country);
  const phone = parse(typed, country);
  if (phone) return readable(phone, phone.number.ext);
  const [, main = '', dashed = ''] = DASHED.exec(typed) ?? [];
  const line = withExtension(main, dashed, country);
  return line && parse(main, country)?.type !== 'MOBILE' ? line : undefined;
}

/** How several numbers are parted. A short one behind ; or , is who is to be asked for: it stays with the number before it. */
const BETWEEN = /、|\n|:::|\s\/\s|[;,](?!;|,|\s{0,3}(?:[转轉分x#]|ext)|\s{0,3}\d{1,6}(?:[;,、\n]|$))(?<![;,]{2})/iu;

/** What a telephone dials on with after a pause: in a list of numbers one , or ; is enough, in other words it parts them. */
const DIALLED_ON = /(?<=\d\s{0,3})[,;]{1,4}\s{0,3}(?=\d{1,6}$)/u;

/** The numbers of a text that holds nothing else, as they were typed; one that is dialled on from has its extension. */
export const phonesIn = (text: string): string[] =>
  narrow(visible(text))
    .split(BETWEEN)
    .map((typed) => typed.trim().replace(DIALLED_ON, ';ext='));

/** In other words: two or more commas, a ; or # right before few digits, where a number that can be called is before it. */
const SPOKEN_ON = /([+＋(（]?\d[\d ().-]{5,24}\d)(?:,{2,4}|;| {0,3}#)(?!(?:19|20)\d\d(?!\d))(\d{1,6})(?![\d.:-])/gu;

/** A text whose numbers have their extensions in a word of their own: `+1 202 555 0147,,12` is `+1 202 555 0147 ext 12`. */
export const withExtensions = (text: string, country: string): string =>
  text.replace(SPOKEN_ON, (whole, number: string, extension: string) =>
    readPhone(number, country) ? `${number} ext ${extension}` : whole,
  );

/** The same as E.164, whoever is behind it: an extension (转8001, ext. 12) is dropped. */
export function normalisePhone(text: string, country: string): string | undefined {
  return readPhone(text, country)?.number;
}

/** How a number with an extension is kept (RFC 3966): +862150504060;ext=8001. */
export function writePhone({ number, extension }: ReadPhone): string {
  return extension ? `${number};ext=${extension}` : number;
}

function withExtension(main: string, extension: string, country: string): ReadPhone | undefined {
  const phone = parse(main.replace(/[-\s,;]+$/, ''), country);
  return phone && readable(phone, extension);
}

function readable({ number, type }: Parsed, extension: string | undefined): ReadPhone {
  return { number: number.number, ...(extension && { extension }), service: SERVICES.includes(type) };
}

/** A valid number. Finding its type costs as much as all else. */
interface Parsed {
  number: PhoneNumber;
  type: NumberType;
}

function parse(typed: string, country: string): Parsed | undefined {
  const region = supported(country);
  const number = numberingPlans().parsePhoneNumberFromString(typed, {
    extract: false,
    ...(region && { defaultCountry: region }),
  });
  // a number of the full plans is valid where it has a type
  const type = number?.getType();
  if (!number || !type) return undefined;
  return typed.startsWith('+') || writtenAsAtHome({ number, type }, typed) ? { number, type } : undefined;
}

/** A stored number for people: national form at home (`138 0013 8000`), international abroad. Anything else comes back as it is. */
export function formatPhone(e164: string, country: string): string {
  const phone = numberingPlans().parsePhoneNumberFromString(e164);
  if (!phone) return e164;
  return phone.country === supported(country) ? phone.formatNational() : phone.formatInternational();
}

/** A stored number as it is dialled within its country, in figures alone and without a trunk 0: 13800138000. Anything else without its plus. */
export const nationalNumber = (e164: string): string =>
  numberingPlans().parsePhoneNumberFromString(e164)?.nationalNumber ?? e164.replace(/^\+/, '');

/** A number as people of this country write it for abroad, to show how: +44 7400 123456. '' for an unknown country. */
export function exampleOf(country: string): string {
  const region = supported(country);
  if (!region) return '';
  const examples = require('libphonenumber-js/examples.mobile.json') as Examples;
  return numberingPlans().getExampleNumber(region, examples)?.formatInternational() ?? '';
}

/** Countries that share their code with smaller ones. */
const MAIN: Record<string, string> = {
  1: 'US',
  7: 'RU',
  39: 'IT',
  44: 'GB',
  47: 'NO',
  61: 'AU',
  212: 'MA',
  262: 'RE',
  358: 'FI',
  590: 'GP',
  599: 'CW',
};

/** Whose number it is by its international code, readable or not; `country` where it has none. */
export function countryOf(typed: string, country: string): string {
  const digits = /^\+(\d{1,3})/.exec(tidy(typed))?.[1] ?? '';
  const { getCountries, getCountryCallingCode } = numberingPlans();
  for (let length = 1; length <= digits.length; length++) {
    const code = digits.slice(0, length);
    const found = MAIN[code] ?? getCountries().find((one) => getCountryCallingCode(one) === code);
    if (found) return found;
  }
  return country;
}

function supported(country: string): CountryCode | undefined {
  const code = country.toUpperCase();
  return isPhoneCountry(code) ? (code as CountryCode) : undefined;
}

function tidy(text: string): string {
  return narrow(visible(text))
    .trim()
    .replace(/^(?:tel|phone|mobile|电话|手机)\s*[:：]?\s*/i, '')
    .replace(/[—–‐‑−_·•、]/g, '-')
    .replace(/^(?:00|\(00\))[\s-]?(?=[1-9])/, '+')
    .replace(/^\+\s(?=\d)/, '+');
}

function writtenAsAtHome({ number, type }: Parsed, typed: string): boolean {
  if (type !== 'FIXED_LINE') return true;
  const digits = typed.replace(/\D/g, '');
  return digits.endsWith(number.formatNational().replace(/\D/g, '')) || digits === number.number.slice(1);
}
