import { foldText } from '../../fold.ts';
import { own } from '../../own.ts';
import { zonesMeant } from '../named_zone.ts';
import { outermost, zonesOfCountry } from './country_zones.ts';
import { CHINESE_PLACES, MORE_CITIES, REGIONS } from './region_zones.ts';

/** No city's name is longer. */
const LONGEST = 80;
const PARTS = /\s*[,，、;；/|()（）]\s*/u;
/** A post code, before the city or behind it. */
const CODE = /(?:^|\s)[\p{L}]{0,2}-?\d[\p{L}\d-]*(?=\s|$)/gu;

/**
 * The IANA zones of a city as people write it (München; New York, NY; Berlin, Germany; 上海市; 浙江省杭州市), those at the edges where there may
 * be several. Where a state or country behind it speaks for another city of that name, that is meant. Empty: nobody can know.
 */
export function zonesOfCity(city: string): string[] {
  if (city.length > LONGEST) return [];
  const [first = '', ...rest] = foldText(city).split(PARTS).map(trimmed).filter(Boolean);
  const whole = placeZones(first);
  if (whole.length > 0 || rest.length > 0) return meant(whole, rest.at(-1));
  const words = first.split(' ');
  const behind = words.length > 1 ? words.pop() : undefined;
  return meant(placeZones(words.join(' ')), behind);
}

const trimmed = (part: string): string => part.replace(CODE, ' ').replace(/\s+/gu, ' ').trim();

function meant(place: readonly string[], region: string | undefined): string[] {
  const around = region === undefined ? [] : regionZones(region);
  const both = place.filter((zone) => around.includes(zone));
  if (both.length > 0) return outermost(both);
  return outermost(around.length > 0 ? around : place);
}

function regionZones(name: string): readonly string[] {
  const bare = name.replace(/\./g, '');
  return own(REGIONS, bare) ?? (/^[a-z]{2}$/.test(bare) && bare !== 'uk' ? zonesOfCountry(bare) : placeZones(bare));
}

function placeZones(name: string): readonly string[] {
  if (/^[a-z]{1,4}$/.test(name) && own(REGIONS, name)) return [];
  const found = own(MORE_CITIES, name.replace(/\./g, '')) ?? zonesMeant(name);
  return found.length > 0 ? found : chineseZones(name);
}

/** 中国浙江省杭州市西湖区: the smallest of these that is known. */
function chineseZones(name: string): readonly string[] {
  if (!/^\p{Script=Han}{2,}$/u.test(name)) return [];
  const parts = name.split(/(?<=.[省市州区县])|自治区|特别行政区|^(?:中国|德国|法国|英国|美国|日本|加拿大|澳大利亚)/u);
  for (const part of parts.filter(Boolean).reverse()) {
    const bare = part.replace(/[省市县区]$/u, '');
    const zones = CHINESE_PLACES.has(bare) || CHINESE_PLACES.has(part) ? ['Asia/Shanghai'] : zonesMeant(bare);
    if (zones.length > 0) return zones;
  }
  return name.startsWith('中国') ? ['Asia/Shanghai'] : [];
}
