import type { Sql } from '../../../db/sql.ts';
import { zonesOfPhone } from '../../../text/person/phone_zone.ts';
import { placeOfCity } from '../../../text/when/place/city_zone.ts';
import { wallTime } from '../../../text/when/zone.ts';
import { channelFacts, isByPhone } from '../../channel.ts';

/** Between these, by their own clock, people may be asked something: from nine to twenty. */
const [FROM, UNTIL] = [9 * 60, 20 * 60];
const STEP_MS = 15 * 60_000;
/** Zones that have no hour of these in common are asked by the business's alone. */
const WITHIN_MS = 48 * 3_600_000;
const BY_PHONE = [...Object.keys(channelFacts).filter(isByPhone), 'phone'];

/** By whose clock somebody lives, as campaigns read it: as their city or else their numbers say, or else by ours. */
export async function zonesOf(sql: Sql, contactId: string, home: string): Promise<string[]> {
  const [row] = await sql<{ city: string | null; numbers: string[] }>`
    select city, array(
      select address from contact_identities i
      where i.contact_id = c.id and i.channel = any((select ${BY_PHONE}::text[])::text[]) order by i.id limit 5
    ) as numbers from contacts c where id = ${contactId}`;
  const byCity = row?.city ? placeOfCity(row.city, home).zones : [];
  const byPhone = (row?.numbers ?? []).flatMap((number) => zonesOfPhone(number));
  const zones = byCity.length > 0 ? byCity : byPhone;
  return zones.length > 0 ? [...new Set(zones)] : [home];
}

/** The first moment from `now` on at which it is day by all these clocks; `now` itself, if it is. */
export function awakeFrom(now: Date, zones: readonly string[]): Date {
  const isDay = (at: Date) =>
    zones.every((zone) => {
      const { minutes } = wallTime(at, zone);
      return minutes >= FROM && minutes < UNTIL;
    });
  if (isDay(now)) return now;
  const first = Math.ceil(now.getTime() / STEP_MS) * STEP_MS;
  for (let at = first; at < first + WITHIN_MS; at += STEP_MS) if (isDay(new Date(at))) return new Date(at);
  return zones.length > 1 ? awakeFrom(now, zones.slice(0, 1)) : now;
}
