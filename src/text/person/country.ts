import { foldText } from '../fold.ts';
import { locales } from '../locale.ts';
import { isPhoneCountry, phoneCountries } from './phone.ts';

/** Other names, as people type them. */
const ALSO: Readonly<Record<string, string>> = {
  ...{ uk: 'GB', england: 'GB', scotland: 'GB', britain: 'GB', 'great britain': 'GB', usa: 'US', america: 'US' },
  ...{
    'the us': 'US',
    'mainland china': 'CN',
    holland: 'NL',
    uae: 'AE',
    大陆: 'CN',
    内地: 'CN',
    香港: 'HK',
    澳门: 'MO',
  },
};

let names: ReadonlyMap<string, string> | undefined;

/** The country (ISO 3166 alpha-2) of a code or of a name in any of our languages; undefined where no phone has it. */
export function countryNamed(typed: string): string | undefined {
  const code = typed.trim().toUpperCase();
  if (isPhoneCountry(code)) return code;
  names ??= allNames();
  return names.get(foldText(typed.trim()));
}

/** What a country is called in a language. */
export const countryName = (code: string, locale: string): string =>
  new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? code;

function allNames(): ReadonlyMap<string, string> {
  const said = locales.flatMap((locale) =>
    (['long', 'short'] as const).flatMap((style) => {
      const called = new Intl.DisplayNames(locale, { type: 'region', style });
      return phoneCountries().map((code) => [called.of(code) ?? code, code] as const);
    }),
  );
  return new Map([...said, ...Object.entries(ALSO)].map(([name, code]) => [foldText(name), code]));
}
