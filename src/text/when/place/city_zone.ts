import { foldText } from '../../fold.ts';
import { own } from '../../own.ts';
import { zonesMeant } from '../named_zone.ts';
import { outermost, zonesOfCountry, zonesOfCountryCalled } from './country_zones.ts';
import { namesakesOf } from './namesakes.ts';
import { CHINESE_PLACES, ITALIAN, MORE_CITIES, REGIONS, regionCalled } from './region_zones.ts';

/** No city's name is longer. */
const LONGEST = 80;
const PARTS = /\s*[,，、;；/|()（）]\s*/u;
/** A post code, before the city or behind it. */
const CODE = /(?:^|\s)[\p{L}]{0,2}-?\d[\p{L}\d-]*(?=\s|$)/gu;

/** Where a city is, as far as its name says. */
export interface CityZones {
  /** IANA zones, those at the edges where there may be several. Empty: nobody can know. */
  zones: string[];
  /** Several cities are called so, and nothing that stands with the name says which is meant. */
  doubtful: boolean;
}

/** The zones of `placeOfCity`. */
export const zonesOfCity = (city: string, home?: string): string[] => placeOfCity(city, home).zones;

/**
 * Where a city is, as people write it (München; New York, NY; Berlin, Germany; 上海市; 浙江省杭州市). A state or country behind it says which of that name is
 * meant; where nothing does, it may be any of those (London, Paris), but the one that lives by the clock of `home`, the business, comes first: there
 * nobody would say more.
 */
export function placeOfCity(city: string, home?: string): CityZones {
  if (city.length > LONGEST) return { zones: [], doubtful: false };
  const [first = '', ...rest] = foldText(city).split(PARTS).map(trimmed).filter(Boolean);
  const parted = rest.length > 0 ? { place: first, regions: rest } : partedByBlanks(first);
  return meant(parted, home);
}

const trimmed = (part: string): string => part.replace(CODE, ' ').replace(/\s+/gu, ' ').trim();

interface Parted {
  place: string;
  regions: string[];
}

/** New York NY; Sydney Nova Scotia; 加拿大伦敦: the region is the longest that is known. */
function partedByBlanks(name: string): Parted {
  if (/^\p{Script=Han}/u.test(name)) return chineseParts(name);
  if (placeZones(name).length > 0) return { place: name, regions: [] };
  const words = name.split(' ');
  for (let from = 1; from < words.length; from += 1) {
    const region = words.slice(from).join(' ');
    if (regionZones(region).length > 0) return { place: words.slice(0, from).join(' '), regions: [region] };
  }
  return words.length > 1
    ? { place: words.slice(0, -1).join(' '), regions: words.slice(-1) }
    : { place: name, regions: [] };
}

function meant({ place, regions }: Parted, home: string | undefined): CityZones {
  const famous = placeZones(place);
  const others = famous.length > 0 ? namesakesOf(place.replace(/\./g, '')) : [];
  const around = regions
    .map(regionZones)
    .filter((zones) => zones.length > 0)
    .reduce(narrowed, []);
  if (around.length === 0) {
    const isHome = home !== undefined && famous.includes(home) && regions.length === 0;
    const zones = isHome ? famous : [...famous, ...others.filter((zone) => !famous.includes(zone))];
    return { zones: outermost(zones), doubtful: !isHome && others.length > 0 };
  }
  const there = [...famous, ...others].filter(
    (zone) => around.includes(zone) || regions.some((region) => countryOfLetters(region).includes(zone)),
  );
  const isItalian = famous.includes('Europe/Rome') && regions.some((region) => ITALIAN.has(region));
  if (there.length === 0 && isItalian) return { zones: outermost([...famous, ...around]), doubtful: true };
  return { zones: outermost(there.length > 0 ? there : around), doubtful: false };
}

/** Of what is said of where it is, from the smallest on: what agrees with the next. */
function narrowed(zones: readonly string[], next: readonly string[]): readonly string[] {
  const both = zones.filter((zone) => next.includes(zone));
  return both.length > 0 ? both : zones.length > 0 ? zones : next;
}

function regionZones(name: string): readonly string[] {
  const bare = name.replace(/\./g, '');
  const state = own(REGIONS, bare) ?? regionCalled(bare) ?? regionCalled(bare.replace(/[州省]$/u, ''));
  if (state) return state;
  if (/^[a-z]{2}$/.test(bare) && bare !== 'uk') return zonesOfCountry(bare);
  const place = placeZones(name);
  return place.length > 0 ? place : zonesOfCountryCalled(bare);
}

/** Letters of a state may be a country's too (Tunis, TN), which the city then says. */
const countryOfLetters = (region: string): readonly string[] =>
  /^[a-z]{2}$/.test(region) ? zonesOfCountry(region) : [];

function placeZones(name: string): readonly string[] {
  if (/^[a-z]{1,4}$/.test(name) && own(REGIONS, name)) return [];
  const found = own(MORE_CITIES, name.replace(/\./g, '')) ?? zonesMeant(name);
  return found.length > 0 ? found : chineseZones(name);
}

/** No country or state is longer in Chinese. */
const LONGEST_REGION = 12;

/** What it begins with is where it is: 加拿大安大略省伦敦市. China's own provinces are read with their cities. */
function chineseParts(name: string): Parted {
  const regions: string[] = [];
  let place = name.replace(/\s+/gu, '');
  for (;;) {
    const length = lengthsDown(Math.min(LONGEST_REGION, place.length - 1)).find((most) =>
      isRegion(place.slice(0, most)),
    );
    if (length === undefined) break;
    regions.unshift(place.slice(0, length));
    place = place.slice(length);
  }
  const words = name.split(/\s+/u);
  if (regions.length === 0 && words.length > 1) return { place: bareCity(words[0]!), regions: words.slice(1) };
  return { place: bareCity(place), regions };
}

const lengthsDown = (most: number): number[] => Array.from({ length: Math.max(0, most - 1) }, (_, at) => most - at);

/** 纽约 is a city, 纽约州 a state; a country needs no more than its name. */
const isRegion = (name: string): boolean =>
  name !== '中国' &&
  (zonesOfCountryCalled(name).length > 0 || (/[州省]$/u.test(name) && regionCalled(name.slice(0, -1)) !== undefined));

const bareCity = (name: string): string => (placeZones(name).length > 0 ? name.replace(/市$/u, '') : name);

/** 中国浙江省杭州市西湖区: the smallest of these that is known. */
function chineseZones(name: string): readonly string[] {
  if (!/^\p{Script=Han}{2,}$/u.test(name)) return [];
  const parts = name.split(/(?<=.[省市州区县])|自治区|特别行政区|^中国/u);
  for (const part of parts.filter(Boolean).reverse()) {
    const bare = part.replace(/[省市县区]$/u, '');
    const zones = CHINESE_PLACES.has(bare) || CHINESE_PLACES.has(part) ? ['Asia/Shanghai'] : zonesMeant(bare);
    if (zones.length > 0) return zones;
  }
  return name.startsWith('中国') ? ['Asia/Shanghai'] : [];
}
