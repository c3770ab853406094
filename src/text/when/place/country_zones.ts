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
