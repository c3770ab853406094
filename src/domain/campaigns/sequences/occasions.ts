import type { Tx } from '../../../db/sql.ts';
import { birthdayKeys } from '../../../text/when/birthday/birthday.ts';
import { zonesOfCity } from '../../../text/when/place/city_zone.ts';
import { fromWallTime, isoDay, wallTime } from '../../../text/when/zone.ts';
import type { Context } from '../../context.ts';
import { BIRTHDAY } from '../../people/fields/field.ts';
import type { Unclear } from '../../people/filter/filter.ts';
import { unboughtCheckouts } from '../../sell/checkout.ts';
import { findSilent, lockSilences } from '../../sell/churn.ts';
import { rulesOf } from '../rules.ts';
import type { Occasion, Span } from './occasion.ts';
import type { Kind } from './recipe.ts';
import type { Sequence } from './sequence.ts';
import { begun } from './start.ts';

/** Unclear: what begins it names something that is not there any more. */
type Look = (ctx: Context, span: Span, one: Sequence) => Promise<Occasion[] | Unclear>;

/** The occasions of each recipe. */
export const OCCASIONS: Readonly<Record<Kind, Look>> = {
  birthday: birthdays,
  winback: silences,
  checkout: checkouts,
  review: arrivals,
  own: begun,
};

/** What whoever begins with those people holds, because others tell of them too; null: nobody else does. */
export const HOLDS: Readonly<Record<Kind, ((tx: Tx) => Promise<void>) | null>> = {
  birthday: null,
  winback: lockSilences,
  checkout: null,
  review: null,
  own: null,
};

const MINUTE_MS = 60_000;
/** When a day begins for who may be written to at any hour, in minutes. */
const MORNING = 9 * 60;

/** Birthdays as they are kept, by either calendar; each begins in the morning of whom it is about, by the clock of their city. */
async function birthdays({ tx, settings }: Context, { from, to, most, last: seen }: Span): Promise<Occasion[]> {
  const dayOf = new Map<string, number>();
  // any zone's day
  const [first, last] = [wallTime(from, 'UTC').day - 1, wallTime(to, 'UTC').day + 1];
  for (let day = last; day >= first; day -= 1) for (const key of birthdayKeys(day, day)) dayOf.set(key, day);
  const rows = await tx<{ id: string; name: string; city: string | null; key: string }>`
    select c.id, c.name, c.city, v.key from field_values v join contacts c on c.id = v.contact_id
    where v.field_id = ${BIRTHDAY} and v.key = any(${[...dayOf.keys()]}::text[]) and c.blocked_at is null`;
  const minutes = rulesOf(settings).hours?.from ?? MORNING;
  const zones = new Map<string, readonly string[]>();
  return rows
    .map(({ id, name, city, key }) => {
      const day = dayOf.get(key)!;
      const there = zonesAt(zones, city, settings.timezone).map((zone) =>
        fromWallTime({ day, minutes }, zone).getTime(),
      );
      const at = there.length > 0 ? new Date(Math.max(...there)) : fromWallTime({ day, minutes }, settings.timezone);
      return { contactId: id, name, key: isoDay(day), at };
    })
    .filter((one) => one.at > from && one.at <= to && (!seen || inOrder(seen, one) < 0))
    .sort(inOrder)
    .slice(0, most);
}

/** By when each begins, and of several at one time by their numbers. */
const inOrder = (one: Pick<Occasion, 'at' | 'contactId'>, other: Pick<Occasion, 'at' | 'contactId'>): number =>
  one.at.getTime() - other.at.getTime() || Number(one.contactId) - Number(other.contactId);

/** Where a city may be in several zones, the day begins when it has in all of them. */
function zonesAt(known: Map<string, readonly string[]>, city: string | null, home: string): readonly string[] {
  if (city === null) return [];
  const zones = known.get(city) ?? zonesOfCity(city, home);
  known.set(city, zones);
  return zones;
}

/** Who is silent beyond their rhythm, by the one rule there is, and of whom the owner has not been told: at once. Whoever was found before has been told of by then. */
async function silences(ctx: Context, { to, most }: Span): Promise<Occasion[]> {
  const { tx, settings } = ctx;
  if (to < ctx.now) return [];
  const found = await findSilent(tx, ctx, { limit: most, untold: true });
  if (found.result !== 'found') return [];
  const names = await tx<{ id: string; name: string }>`
    select id, name from contacts where id = any(${found.people.map(({ contactId }) => contactId)})`;
  const sequenceName = new Map(names.map(({ id, name }) => [id, name]));
  const today = wallTime(ctx.now, settings.timezone).day;
  return found.people.map(({ contactId, silentDays }) => ({
    ...{ contactId, name: sequenceName.get(contactId) ?? '', key: isoDay(today - silentDays), at: ctx.now },
  }));
}

/** Carts that were left, since they were touched last. */
async function checkouts({ tx }: Context, { from, to, most, last }: Span): Promise<Occasion[]> {
  const behind = last && { at: last.at, id: last.key };
  const rows = await unboughtCheckouts(tx, { after: from, until: to, limit: most, behind });
  return rows.map(({ id, contactId, name, startedAt, at }) => ({
    ...{ contactId, name: name ?? '', key: id, at, since: startedAt },
  }));
}

/** How long after an order its parcels may arrive. */
const UNDER_WAY_DAYS = 90;

/**
 * Orders whose parcels have all arrived, since the last did; and those without any, paid and with nothing left to send, since they were
 * placed.
 */
async function arrivals({ tx }: Context, { from, to, most, last }: Span): Promise<Occasion[]> {
  return tx<Occasion>`
    select key, "contactId", name, at from (
      select o.id, o.id::text as key, o.contact_id as "contactId", c.name,
        date_trunc('milliseconds', case when s.parcels > 0 then s.arrived when o.fulfillment is null or o.fulfillment = 'fulfilled' then o.placed_at end) as at
      from purchases p join orders o on o.id = p.id join contacts c on c.id = o.contact_id
      cross join lateral (
        select count(*) as parcels, case when bool_and(n.delivered_at is not null) then max(n.delivered_at) end as arrived
        from shipments n
        where n.connection_id = o.connection_id and n.order_external_id = o.external_id and n.state not in ('cancelled', 'returned')
      ) s
      where p.placed_at > ${new Date(from.getTime() - UNDER_WAY_DAYS * 24 * 60 * MINUTE_MS)} and p.placed_at <= ${to}
    ) ended where at > ${from} and at <= ${to} and ${last ? tx`(at, id) > (${last.at}, ${last.key}::bigint)` : tx`true`} order by at, id limit ${most}`;
}
