import type { Fragment, Sql } from '../../db/sql.ts';
import { ZONE_PREFIX, zonesOfPhone } from '../../text/person/phone_zone.ts';
import { zonesOfCity } from '../../text/when/place/city_zone.ts';
import { isByPhone } from '../channel.ts';

/** By whose clock people live, as far as their city or number says it: IANA zones, several with blanks between. */
export interface Clocks {
  /** By city, as contacts have it. */
  cities: Known;
  /** By the first signs of an address that is a number. */
  prefixes: Known;
}

interface Known {
  keys: string[];
  zones: string[];
}

/** More cities than that, and more beginnings of numbers, keep the business's clock. */
const MOST = 5000;

/** The clocks of everybody, or of those within a condition on the contact `c`. */
export async function clocksOf(sql: Sql, channel: string, within: Fragment = sql`true`): Promise<Clocks> {
  const cities = await sql<{ key: string }>`
    select distinct c.city as key from contacts c where c.city is not null and ${within} limit ${MOST}`;
  const prefixes = isByPhone(channel)
    ? await sql<{ key: string }>`
        select distinct left(i.address, ${ZONE_PREFIX}) as key from contact_identities i join contacts c on c.id = i.contact_id
        where i.channel = ${channel} and ${within} limit ${MOST}`
    : [];
  return { cities: knownOf(cities, zonesOfCity), prefixes: knownOf(prefixes, zonesOfPhone) };
}

function knownOf(rows: readonly { key: string }[], zonesOf: (key: string) => readonly string[]): Known {
  const known = rows.map(({ key }) => ({ key, zones: zonesOf(key).join(' ') })).filter(({ zones }) => zones !== '');
  return { keys: known.map(({ key }) => key), zones: known.map(({ zones }) => zones) };
}

/**
 * Joins `by_city.zones` to a contact `c`, and `by_phone.zones` to the address `to_them.address`; where no number is known the latter is
 * not looked for, as that would be done once for each contact.
 */
export const clockJoins = (sql: Sql, { cities, prefixes }: Clocks): Fragment => sql`
  left join unnest((select ${cities.keys}::text[]), (select ${cities.zones}::text[])) by_city (city, zones) on by_city.city = c.city
  ${
    prefixes.keys.length === 0
      ? sql`cross join (select null::text as zones) by_phone`
      : sql`left join unnest((select ${prefixes.keys}::text[]), (select ${prefixes.zones}::text[])) by_phone (prefix, zones)
          on by_phone.prefix = left(to_them.address, ${ZONE_PREFIX})`
  }`;
