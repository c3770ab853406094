import { foldText } from '../../fold.ts';

/** What Node 20 and what ECMA-402 (Intl Locale Info) call it. */
type Zoned = Intl.Locale & { timeZones?: string[]; getTimeZones?: () => string[] };

/** Where everybody lives by one clock, whatever the database keeps besides it. */
const ONE_CLOCK: Readonly<Record<string, string>> = { CN: 'Asia/Shanghai' };
/** A winter's and a summer's day on either half of the earth: whoever is first and last on both is first and last all year. */
const DAYS = [new Date('2026-01-15T12:00:00Z'), new Date('2026-07-15T12:00:00Z')];

const known = new Map<string, readonly string[]>();

/** The IANA zones of a country (ISO 3166 alpha-2) that are first and last at a time of day, one where all its clocks agree; none: it is unknown. */
export function zonesOfCountry(code: string): readonly string[] {
  const country = code.toUpperCase();
  const before = known.get(country);
  if (before) return before;
  const own = ONE_CLOCK[country];
  const zones = own ? [own] : outermost(zonesListed(country));
  known.set(country, zones);
  return zones;
}

/** Languages in which people write the country behind their city. */
const WRITTEN_IN = ['en', 'zh-CN', 'zh-TW', 'de', 'fr', 'es', 'it', 'pt', 'nl'];
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const ALSO: Readonly<Record<string, string>> = {
  ...{ america: 'US', 'united states of america': 'US', 'great britain': 'GB', holland: 'NL', 'czech republic': 'CZ' },
  ...{ korea: 'KR', 'republic of ireland': 'IE', uae: 'AE', brasil: 'BR', 香港: 'HK', 澳门: 'MO', 臺灣: 'TW' },
};

let called: Map<string, string> | undefined;

/** Which country each name is of, as `foldText` makes it. */
function countriesByName(): Map<string, string> {
  if (called) return called;
  const codes = LETTERS.flatMap((first) => LETTERS.map((second) => first + second)).filter(
    (code) => zonesListed(code).length > 0,
  );
  const names = WRITTEN_IN.flatMap((language) => {
    const of = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    return codes.map((code) => [foldText(of.of(code) ?? ''), code] as const);
  });
  called = new Map([...names.filter(([name]) => name !== ''), ...Object.entries(ALSO)]);
  return called;
}

/** Every IANA zone of a country by its name, without accents and in small letters; none: no country is called so. */
export function zonesOfCountryCalled(name: string): readonly string[] {
  const code = countriesByName().get(name);
  if (code === undefined) return [];
  return ONE_CLOCK[code] ? [ONE_CLOCK[code]] : zonesListed(code);
}

function zonesListed(country: string): string[] {
  if (!/^[A-Z]{2}$/.test(country)) return [];
  const locale = new Intl.Locale(`und-${country}`) as Zoned;
  return locale.getTimeZones?.() ?? locale.timeZones ?? [];
}

/** Those of several zones whose clocks are before all others, or behind them. */
export function outermost(zones: readonly string[]): string[] {
  const outer = DAYS.flatMap((day) => {
    const ordered = zones
      .map((zone) => ({ zone, at: offsetOf(zone, day) }))
      .sort((one, other) => one.at - other.at || (one.zone < other.zone ? -1 : 1));
    const [first, last] = [ordered[0], ordered.at(-1)];
    if (!first || !last) return [];
    return first.at === last.at ? [first.zone] : [first.zone, last.zone];
  });
  return [...new Set(outer)];
}

/** Minutes before UTC, as the zone's clock shows them. */
function offsetOf(timeZone: string, at: Date): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone, hourCycle: 'h23', day: 'numeric', hour: 'numeric', minute: 'numeric' },
  }).formatToParts(at);
  const [day = 0, hour = 0, minute = 0] = parts
    .filter(({ type }) => type !== 'literal')
    .map(({ value }) => Number(value));
  return ((day - at.getUTCDate()) * 24 + hour - at.getUTCHours()) * 60 + minute - at.getUTCMinutes();
}
