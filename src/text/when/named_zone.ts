import { own } from '../own.ts';
import { CITIES, CITIES_ZH, OWN_ZONE, SHORT } from './zone_names.ts';

/** A time zone somebody names, and how much of the text names it. */
export interface NamedZone {
  /** Zones as `zone.ts` takes them; where there are several, only the writer knows which is meant. */
  zones: readonly string[];
  length: number;
}

const OFFSET = /^(?:utc|gmt)\s?([+−-])\s?(\d{1,2})(?::?(\d{2}))?(?![\d:])/i;
/** 15:00+08:00 and 15:00 +0800 as computers write it. With a minus only what cannot be the end of a range: 9:30-10:30. */
const GLUED = /^\s{0,2}(?:(\+)(0\d|1[0-4]):?(00|30|45)|([−-])(0\d):?(00|30))(?![\d:])/;
/** Europe/London, America/Argentina/Buenos_Aires. */
const IANA = /^[a-z]{2,12}(?:\/[a-z]{2,15}(?:[_-][a-z]{2,15}){0,3}){1,2}(?![\p{L}\p{N}/])/iu;
const LETTERS = /^[a-z]{1,4}(?![\p{L}\p{N}])/iu;
const CALLED = /^(\p{L}[\p{L}.'-]*(?: \p{L}[\p{L}.'-]*){0,2}?)(?: standard| daylight| summer)? time\b/iu;
const CALLED_ZH = /^(utc|gmt|\p{Script=Han}{2,7}?)(?:标准|夏令)?时间/iu;
const OWN = /^(?:(?:my|our) time\b|我(?:们)?(?:的|这边|这里的?)时间)/iu;
/** In brackets a place alone is enough: (London), (北京). */
const PLACE = /^\p{L}[\p{L}.' -]{1,30}(?=\))/u;
/** These name a zone where nothing follows; before words they may be part of them ("3pm Pacific Street"). */
const REGION = /^(?:eastern|pacific)(?=\s*(?:$|[),.;!]))/i;
/** Whoever writes 3pm PT CALL may mean a time zone or physiotherapy. */
const TWO_LETTERS = /^[ECMP]T(?![\p{L}\p{N}])/u;
/** In small letters these are ordinary words. */
const WORDLIKE = /^(?:met|eat|cat|wat|west|ict|nst|hst|z)$/;

/** A place with nothing behind it: 9am Tokyo, 9点东京. */
const PLACE_LAST =
  /^(?:\p{L}[\p{L}.'-]{2,20}(?: \p{L}[\p{L}.'-]{1,20}){0,2}|\p{Lu}{2}|\p{Script=Han}{2,5})(?=\s*(?:$|[);|]))/u;
/** Places with words behind them: 'Tokyo I sleep then'. */
const PLACE_FIRST = /^\p{Lu}[\p{L}.'-]{1,20}(?: \p{Lu}[\p{L}.'-]{1,20}){0,2}/u;

/** The zone said behind a time of day: `EST`, `(UTC+8)`, `London time`, 北京时间. The text is plain (`plainly`). */
export function zoneBehind(text: string): NamedZone | undefined {
  const glued = GLUED.exec(text);
  if (glued) {
    const [all, plus, hours, minutes, minus, before, rest] = glued;
    return { zones: [fixed((plus ?? minus)!, (hours ?? before)!, minutes ?? rest)], length: all.length };
  }
  const joint = /^\s{0,2}(?:,\s?)?(\()?/.exec(text)!;
  const rest = text.slice(joint[0].length);
  const bracket = joint[1] !== undefined;
  const found = named(rest) ?? region(rest) ?? placeIn(rest, bracket ? PLACE : PLACE_LAST);
  if (!found || (bracket && rest[found.length] !== ')')) return undefined;
  return { ...found, length: joint[0].length + found.length + (bracket ? 1 : 0) };
}

/** The zone said in front of a time: 北京时间下午3点, `London time 9am`, `UTC 15:00`. */
export function zoneBefore(text: string): NamedZone | undefined {
  if (TWO_LETTERS.test(text)) return undefined;
  const found = named(text);
  return found && { ...found, length: found.length + /^[\s:,]{0,3}/.exec(text.slice(found.length))![0].length };
}

/** The words at the end of a time that name its zone, whole; empty: none does. */
export function zoneEnding(time: string): string {
  const from = [...time].findIndex((_, at) => zoneBehind(time.slice(at))?.length === time.length - at);
  return from < 0 ? '' : time.slice(from);
}

function named(text: string): NamedZone | undefined {
  const offset = OFFSET.exec(text);
  if (offset) return { zones: [fixed(offset[1]!, offset[2]!, offset[3])], length: offset[0].length };
  const iana = byIana(IANA.exec(text)?.[0]);
  if (iana) return iana;
  const own = OWN.exec(text);
  if (own) return { zones: [OWN_ZONE], length: own[0].length };
  const called = CALLED_ZH.exec(text) ?? CALLED.exec(text);
  const zones = called && zonesCalled(called[1]!);
  return zones ? { zones, length: called[0].length } : byLetters(text);
}

/** As the IANA database names it, old names too. */
function byIana(name: string | undefined): NamedZone | undefined {
  if (name === undefined) return undefined;
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions();
    return { zones: [timeZone], length: name.length };
  } catch {
    return undefined; // and/or is not a zone
  }
}

function byLetters(text: string): NamedZone | undefined {
  const letters = LETTERS.exec(text)?.[0];
  if (letters === undefined || WORDLIKE.test(letters)) return undefined;
  if (letters.length === 2) return twoLetters(text, letters);
  const zones = SHORT[letters.toUpperCase()];
  return zones && { zones, length: letters.length };
}

function twoLetters(text: string, letters: string): NamedZone | undefined {
  if (!TWO_LETTERS.test(text)) return undefined;
  const alone = /^\s*(?:$|[),.;:!/-])/.test(text.slice(letters.length));
  const zones = SHORT[letters]!;
  return { zones: alone ? zones : [...zones, OWN_ZONE], length: letters.length };
}

function region(text: string): NamedZone | undefined {
  const name = REGION.exec(text)?.[0];
  return name === undefined ? undefined : { zones: zonesCalled(name)!, length: name.length };
}

/** A place at the beginning of what follows a time; whether its clock is meant, only the writer knows. */
export function placeFirst(text: string): { name: string; zones: readonly string[] } | undefined {
  const led = LED.exec(text)?.[0] ?? '';
  const found = placeAt(text.slice(led.length));
  return found && { ...found, name: led + found.name };
}

/** @London, in Berlin. */
const LED = /^(?:@\s?|in\s(?=\p{Lu}))/u;
const PLACE_ZH = /^\p{Script=Han}{2,5}(?=[\s,，:：])/u;

function placeAt(text: string): { name: string; zones: readonly string[] } | undefined {
  const words = (PLACE_FIRST.exec(text) ?? PLACE_ZH.exec(text))?.[0].replace(/[.'-]+$/, '').split(' ') ?? [];
  const names = words.map((_, at) => words.slice(0, words.length - at).join(' '));
  const name = names.find((one) => zonesCalled(one) !== undefined && SHORT[one.toUpperCase()] === undefined);
  return name === undefined ? undefined : { name, zones: zonesCalled(name)! };
}

/** The IANA zones that a place or letters alone may mean: 北京, New York, EST, 北京时间. Empty: none is known. */
export function zonesMeant(name: string): string[] {
  const bare = name.trim().replace(/\s*(?:(?:标准|夏令)?时间|(?:standard |daylight |summer )?time)$/i, '');
  return (zonesCalled(bare) ?? []).filter((zone) => /^[A-Z]/.test(zone));
}

function placeIn(text: string, shape: RegExp): NamedZone | undefined {
  const place = shape.exec(text)?.[0];
  const zones = place === undefined ? undefined : zonesCalled(place);
  return zones && { zones, length: place!.length };
}

function zonesCalled(name: string): readonly string[] | undefined {
  const plain = name
    .toLowerCase()
    .replace(/['’]s$/, '')
    .replace(/\./g, '');
  return own(CITIES, plain) ?? own(CITIES_ZH, plain) ?? own(SHORT, plain.toUpperCase()) ?? own(citiesOfIana(), plain);
}

/** Zones are named for these too, but next to a time they are a festival or a word. */
const NO_PLACES = ['christmas', 'easter', 'center', 'knox', 'casey', 'davis', 'palmer', 'midway', 'wake', 'troll'];

let known: Record<string, readonly string[]> | undefined;

/** The city each IANA zone is named for, in small letters. */
function citiesOfIana(): Record<string, readonly string[]> {
  known ??= Object.fromEntries(
    Intl.supportedValuesOf('timeZone')
      .filter((zone) => zone.includes('/') && !zone.startsWith('Etc/'))
      .map((zone) => [cityOf(zone), [zone]] as const)
      .filter(([city]) => !NO_PLACES.includes(city)),
  );
  return known;
}

const cityOf = (zone: string): string =>
  zone
    .slice(zone.lastIndexOf('/') + 1)
    .replaceAll('_', ' ')
    .toLowerCase();

function fixed(sign: string, hours: string, minutes = '00'): string {
  return `${sign === '+' ? '+' : '-'}${hours.padStart(2, '0')}:${minutes}`;
}
