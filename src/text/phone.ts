import { createRequire } from 'node:module';
import type * as PhoneLibrary from 'libphonenumber-js/max';
import type { CountryCode, PhoneNumber } from 'libphonenumber-js/max';
import { narrow } from './normalise.ts';

const require = createRequire(import.meta.url);
let library: typeof PhoneLibrary | undefined;

/** The numbering plans of the world take 90 ms to read: a tenth of the start, so they are read with the first number. */
function numberingPlans(): typeof PhoneLibrary {
  library ??= require('libphonenumber-js/max') as typeof PhoneLibrary;
  return library;
}

/** Whether the ISO 3166 alpha-2 code is a country with telephone numbers. */
export function isPhoneCountry(code: string): boolean {
  return numberingPlans().isSupportedCountry(code);
}

/**
 * A phone number as E.164 (`+8613800138000`), or undefined when it is not surely one: short numbers (95588), impossible ones,
 * and fixed lines written without the trunk 0 their country wants — `(415) 555-2671` under CN would pass as a line in Dandong,
 * so the caller asks for the country. An extension (转8001, ext. 12) is dropped.
 * `country` is the ISO 3166 alpha-2 code that reads numbers without + or 00; an unknown one leaves only those readable.
 */
export function normalisePhone(text: string, country: string): string | undefined {
  const typed = tidy(text);
  if (typed.length > 40) return undefined;
  const region = supported(country);
  const phone = numberingPlans().parsePhoneNumberFromString(typed, {
    extract: false,
    ...(region && { defaultCountry: region }),
  });
  if (!phone?.isValid()) return undefined;
  return typed.startsWith('+') || writtenAsAtHome(phone, typed) ? phone.number : undefined;
}

/** A stored number for people: national form at home (`138 0013 8000`), international abroad. Anything else comes back as it is. */
export function formatPhone(e164: string, country: string): string {
  const phone = numberingPlans().parsePhoneNumberFromString(e164);
  if (!phone) return e164;
  return phone.country === supported(country) ? phone.formatNational() : phone.formatInternational();
}

function supported(country: string): CountryCode | undefined {
  const code = country.toUpperCase();
  return isPhoneCountry(code) ? (code as CountryCode) : undefined;
}

function tidy(text: string): string {
  return narrow(text)
    .trim()
    .replace(/^(?:tel|phone|mobile|电话|手机)\s*[:：]?\s*/i, '')
    .replace(/[—–‐‑−_·•、]/g, '-')
    .replace(/\s{0,3}(?:转|分机|ext\.?|x)\s{0,3}\d{1,6}$/i, '')
    .replace(/^00(?=[1-9])/, '+');
}

function writtenAsAtHome(phone: PhoneNumber, typed: string): boolean {
  if (phone.getType() !== 'FIXED_LINE') return true;
  const digits = typed.replace(/\D/g, '');
  return digits.endsWith(phone.formatNational().replace(/\D/g, '')) || digits === phone.number.slice(1);
}
