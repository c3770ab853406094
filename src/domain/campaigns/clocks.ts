import type { Fragment, Sql } from '../../db/sql.ts';
import { ZONE_PREFIX, zonesOfPhone } from '../../text/person/phone_zone.ts';
import { placeOfCity } from '../../text/when/place/city_zone.ts';
import { channelFacts, isByPhone } from '../channel.ts';

/** By whose clock people live, as far as their city or number says it: IANA zones, several with blanks between. */
export interface Clocks {
  /** By city, as contacts have it. */
  cities: Known;
  /** By the first signs of a number of theirs. */
  prefixes: Known;
  /** Cities of a name that is several cities': whoever has a number lives in the one where it is from. */
  doubtful: string[];
}

interface Known {
  keys: string[];
  zones: string[];
}

/** More cities than that, and more beginnings of numbers, keep the business's clock. */
const MOST = 5000;
/** Where a number of somebody's stands, whether or not they can be texted there. */
const BY_PHONE = [...Object.keys(channelFacts).filter(isByPhone), 'phone'];

/** The clocks of everybody, or of those within a condition on the contact `c`. `home`: the business's own zone. */
export async function clocksOf(sql: Sql, channel: string, home: string, within: Fragment = sql`true`): Promise<Clocks> {
  const cities = await sql<{ key: string }>`
    select distinct c.city as key from contacts c where c.city is not null and ${within} limit ${MOST}`;
  const places = new Map(cities.map(({ key }) => [key, placeOfCity(key, home)]));
  const doubtful = [...places].filter(([, place]) => place.doubtful).map(([key]) => key);
  const isLookedUp = isByPhone(channel) || doubtful.length > 0;
  const prefixes = isLookedUp
    ? await sql<{ key: string }>`
        select distinct left(i.address, ${ZONE_PREFIX}) as key from contact_identities i join contacts c on c.id = i.contact_id
        where i.channel = any((select ${isByPhone(channel) ? [channel] : BY_PHONE}::text[])::text[]) and ${within} limit ${MOST}`
    : [];
  return {
    cities: knownOf([...places].map(([key, { zones }]) => ({ key, zones }))),
    prefixes: knownOf(prefixes.map(({ key }) => ({ key, zones: zonesOfPhone(key) }))),
    doubtful,
  };
}

function knownOf(rows: readonly { key: string; zones: readonly string[] }[]): Known {
  const known = rows.filter(({ zones }) => zones.length > 0);
  return { keys: known.map(({ key }) => key), zones: known.map(({ zones }) => zones.join(' ')) };
}

/**
 * Joins `by_city.zones` to a contact `c`, and `by_phone.zones` to the address `to_them.address`; where no number is known the latter is
 * not looked for, as that would be done once for each contact. Of a name that is several cities' those zones are left that a number of theirs agrees with.
 */
export const clockJoins = (sql: Sql, channel: string, { cities, prefixes, doubtful }: Clocks): Fragment => sql`
  left join unnest((select ${cities.keys}::text[]), (select ${cities.zones}::text[])) city_known (city, zones) on city_known.city = c.city
  ${
    doubtful.length === 0 || prefixes.keys.length === 0
      ? sql`cross join lateral (select city_known.zones) by_city`
      : sql`cross join lateral (
          select coalesce(case when c.city = any((select ${doubtful}::text[])::text[]) then (
            select string_agg(distinct zone, ' ') from contact_identities number
            join unnest((select ${prefixes.keys}::text[]), (select ${prefixes.zones}::text[])) p (prefix, zones)
              on p.prefix = left(number.address, ${ZONE_PREFIX})
            cross join string_to_table(p.zones, ' ') zone
            where number.contact_id = c.id and number.channel = any((select ${BY_PHONE}::text[])::text[])
              and zone = any(string_to_array(city_known.zones, ' '))
          ) end, city_known.zones) as zones
        ) by_city`
  }
  ${
    prefixes.keys.length === 0 || !isByPhone(channel)
      ? sql`cross join (select null::text as zones) by_phone`
      : sql`left join unnest((select ${prefixes.keys}::text[]), (select ${prefixes.zones}::text[])) by_phone (prefix, zones)
          on by_phone.prefix = left(to_them.address, ${ZONE_PREFIX})`
  }`;
