import { isTimezone } from '../../text/when/timezone.ts';
import type { WallTime } from '../../text/when/zone.ts';
import { property } from './ical.ts';
import { offsetThere } from './vtimezone.ts';
import { ianaOfWindows } from './windows_zone.ts';

/**
 * The clock that a calendar means by the name of a zone, in the form that `zone.ts` takes. It is found by the name
 * itself, by the name after a prefix (`/mozilla.org/20050126_1/Europe/Berlin`), by Windows' name, by the calendar's own
 * explanation, or by the places or the offset in it.
 */
export function clockOf(zone: string, zones: readonly string[], wall: WallTime): string | undefined {
  if (zone === '') return undefined;
  const steps = zone.split('/');
  const ends = [3, 2].filter((length) => steps.length > length).map((length) => steps.slice(-length).join('/'));
  const own = zones.find((text) => property(text, 'TZID').value.replace(/^"(.*)"$/, '$1') === zone);
  return (
    [zone, ...ends].find(isTimezone) ??
    ianaOfWindows(zone) ??
    (own === undefined ? undefined : offsetThere(own, wall)) ??
    clockSaid(zone)
  );
}

const OFFSET = /^\(?\s*(?:(?:GMT|UTC)\s*([+-])?|([+-]))\s*(\d{1,2})?(?::?(\d\d))?\s*\)?/i;
const REGIONS = ['Europe', 'Asia', 'America', 'Africa', 'Australia', 'Pacific', 'Atlantic', 'Indian'];

/**
 * `(UTC+01:00) Amsterdam, Berlin`, `(GMT-05:00) Eastern Time (US & Canada)`: the places tell more than the offset,
 * which is the one in winter.
 */
function clockSaid(zone: string): string | undefined {
  const [all, one, other, hours = '', minutes = '00'] = OFFSET.exec(zone) ?? [];
  if (all === undefined) return undefined;
  const words = zone.slice(all.length).trim();
  if (words !== '' && !all.trimEnd().endsWith(')')) return undefined;
  const sign = one ?? other;
  if ((sign === undefined) !== (hours === '') || Number(hours) > 14 || Number(minutes) > 59) return undefined;
  return placeIn(words) ?? (sign ? `${sign}${hours.padStart(2, '0')}:${minutes}` : 'UTC');
}

function placeIn(words: string): string | undefined {
  const places = words.split(/[,;&/]/).map((place) => place.trim().replaceAll(' ', '_'));
  const named = places.filter((place) => /^[A-Za-z_.'-]{3,30}$/.test(place)).slice(0, 10);
  const found = named.flatMap((place) => REGIONS.map((region) => `${region}/${place}`)).find(isTimezone);
  return found ?? ianaOfWindows(words.replace(/ time\b.*$/i, ''));
}
