/** The zones most people live by who keep a shop, each with its country (ISO 3166 alpha-2): what a choice offers. */
const COMMON: Readonly<Record<string, string>> = {
  ...{ 'Asia/Shanghai': 'CN', 'Asia/Hong_Kong': 'HK', 'Asia/Taipei': 'TW', 'Asia/Singapore': 'SG' },
  ...{ 'Europe/London': 'GB', 'Europe/Berlin': 'DE', 'America/New_York': 'US', 'America/Los_Angeles': 'US' },
  ...{ 'America/Chicago': 'US', 'America/Denver': 'US', 'America/Toronto': 'CA', 'America/Vancouver': 'CA' },
  ...{ 'Australia/Sydney': 'AU', 'Australia/Perth': 'AU', 'Pacific/Auckland': 'NZ', 'Asia/Tokyo': 'JP' },
  ...{ 'Asia/Seoul': 'KR', 'Asia/Kuala_Lumpur': 'MY', 'Asia/Bangkok': 'TH', 'Asia/Kolkata': 'IN', 'Asia/Dubai': 'AE' },
  ...{ 'Europe/Paris': 'FR', 'Europe/Madrid': 'ES', 'Europe/Rome': 'IT', 'Europe/Amsterdam': 'NL' },
  ...{ 'Europe/Dublin': 'IE', 'Europe/Zurich': 'CH', 'Europe/Vienna': 'AT', 'Europe/Warsaw': 'PL' },
};

/** The country that lives by this zone; undefined where it is none of the common ones. */
export const countryOfZone = (zone: string): string | undefined => COMMON[zone];

/** The likeliest zones, those of this country first. */
export function likelyZones(country: string, most: number): string[] {
  const all = Object.entries(COMMON);
  const there = all.filter(([, where]) => where === country);
  return [...there, ...all.filter(([, where]) => where !== country)].slice(0, most).map(([zone]) => zone);
}

/** What a zone is called in a language: 英国时间, United Kingdom Time. */
export function zoneName(zone: string, locale: string): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'longGeneric' }).formatToParts();
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone;
}
