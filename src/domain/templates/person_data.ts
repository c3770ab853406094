import type { Tx } from '../../db/sql.ts';
import type { Locale } from '../../text/locale.ts';
import { formatMoney } from '../../text/money/money.ts';
import { firstNameIn } from '../../text/person/first_name.ts';
import { texts } from '../../text/texts.ts';
import { isoDay, wallTime } from '../../text/when/zone.ts';
import { ADDRESS, BIRTHDAY, type Field, loadFields } from '../people/fields/field.ts';
import { formatValue } from '../people/fields/value.ts';
import { isForReading, STAND_IN } from '../people/name.ts';
import type { Settings } from '../settings.ts';

/** What a template may say of somebody: plain values and nothing that acts. What is not known of them is not there. */
export interface PersonData {
  name?: string;
  /** What they are greeted by: of a name in letters its first word, where it is a first name; a Chinese name whole. */
  first_name?: string;
  city?: string;
  language: Locale;
  /** As people write it in their language. */
  birthday?: string;
  address?: string;
  tags: string[];
  /** By the field's name, and by that in small letters with _ for blanks. */
  fields: Record<string, string>;
  /** How many paid orders. */
  orders: number;
  last_order?: LastOrder;
  /** What they left without paying, last. */
  cart?: Cart;
  shop: { name?: string };
  /** ISO 8601, by the owner's clock, as all days. */
  today: string;
  /** Where they say that they want no more; whoever sends adds it, because it is each recipient's own. */
  unsubscribe_url?: string;
}

/** The last one that was paid. */
interface LastOrder {
  number: string;
  /** With its currency, as people write it. */
  total: string;
  date: string;
  days_ago: number;
  items: { title: string; quantity: number }[];
}

/** A checkout that was neither paid nor followed by an order. */
interface Cart {
  /** Where they can go on with it; not every shop says that. */
  url?: string;
  /** With its currency, as people write it. */
  total: string;
  items: { title: string; quantity: number }[];
}

interface Row {
  id: string;
  name: string;
  nameFrom: string | null;
  city: string | null;
  locale: Locale | null;
  tags: string[];
  fields: Record<string, string>;
  orders: number;
  order: { number: string; currency: string; minor: string; at: string; items: LastOrder['items'] } | null;
  cart: { url: string | null; currency: string; minor: string; items: Cart['items'] } | null;
}

/** Under which names a template may ask for the owner's own fields. */
export const fieldNames = (fields: readonly Field[]): string[] =>
  fields.filter(({ id }) => Number(id) > 0).flatMap(({ name }) => [...new Set([name, asWritten(name)])]);

const asWritten = (name: string): string => name.trim().toLowerCase().replace(/\s+/gu, '_');

/** What templates may say of these contacts, by their id; one query, whoever is gone is left out. */
export async function personData(
  tx: Tx,
  contactIds: readonly string[],
  now: Date,
  settings: Pick<Settings, 'locale' | 'timezone' | 'businessName'>,
): Promise<Map<string, PersonData>> {
  const fields = await loadFields(tx);
  const rows = await tx<Row>`
    with ids as materialized (select unnest(${[...contactIds]}::bigint[]) as id)
    select c.id, c.name, c.name_from as "nameFrom", c.city, c.locale, c.tags,
      coalesce((select jsonb_object_agg(v.field_id, v.value) from field_values v where v.contact_id = c.id), '{}') as fields,
      coalesce((select b.orders from contact_purchases b where b.contact_id = c.id and b.currency = '*'), 0) as orders, last.said as order, (
        select jsonb_build_object('url', k.url, 'currency', k.currency, 'minor', k.total_minor::text, 'items', k.lines)
        from checkouts k where k.contact_id = c.id and k.completed_at is null and not k.test
          and not exists (select from orders n where n.contact_id = c.id and n.placed_at >= k.started_at and not n.test)
        order by k.version_at desc, k.id desc limit 1
      ) as cart
    from ids join contacts c on c.id = ids.id
    left join lateral (
      select jsonb_build_object('number', o.number, 'currency', o.currency, 'minor', o.total_minor::text, 'at', o.placed_at, 'items', (
        select coalesce(jsonb_agg(jsonb_build_object('title', n.title, 'quantity', coalesce(n.current_quantity, n.quantity)) order by n.position), '[]')
        from order_lines n where n.order_id = o.id and coalesce(n.current_quantity, n.quantity) > 0
      )) as said
      from purchases o where o.contact_id = c.id order by o.placed_at desc, o.id desc limit 1
    ) last on true`;
  const today = wallTime(now, settings.timezone).day;
  const date = isoDay(today);
  return new Map(rows.map((row) => [row.id, dataOf(row, { fields, today, date, settings })]));
}

interface Around {
  fields: readonly Field[];
  /** As `wallTime` counts days, and as it is written. */
  today: number;
  date: string;
  settings: Pick<Settings, 'locale' | 'timezone' | 'businessName'>;
}

function dataOf(row: Row, { fields, today, date, settings }: Around): PersonData {
  const locale = row.locale ?? settings.locale;
  const read = (field: Field) => formatValue(texts(locale), locale, field, row.fields[field.id]!, today);
  const kept = fields.filter(({ id }) => row.fields[id]);
  const own = kept
    .filter(({ id }) => Number(id) > 0)
    .flatMap((field) => {
      const value = read(field);
      return fieldNames([field]).map((name) => [name, value] as const);
    });
  const builtIn = (id: string) => kept.filter((field) => field.id === id).map(read)[0];
  const [birthday, address] = [builtIn(BIRTHDAY), builtIn(ADDRESS)];
  return {
    ...nameIn(row),
    ...(row.city && { city: row.city }),
    language: locale,
    ...(birthday && { birthday }),
    ...(address && { address }),
    tags: row.tags,
    fields: Object.fromEntries(own),
    orders: row.orders,
    ...(row.order && { last_order: orderIn(row.order, locale, today, settings.timezone) }),
    ...(row.cart && { cart: cartIn(row.cart, locale) }),
    shop: settings.businessName ? { name: settings.businessName } : {},
    today: date,
  };
}

const cartIn = ({ url, currency, minor, items }: NonNullable<Row['cart']>, locale: Locale): Cart => ({
  ...(url && { url }),
  total: formatMoney(minor, currency, locale),
  items: items.map(({ title, quantity }) => ({ title, quantity })),
});

/** Nobody is greeted by what only stands in for a name, or looks like an address. */
function nameIn({ name, nameFrom }: Row): Pick<PersonData, 'name' | 'first_name'> {
  if (nameFrom === STAND_IN || !isForReading(name)) return {};
  const first = firstNameIn(name);
  return { name, ...(first !== undefined && { first_name: first }) };
}

function orderIn(
  { number, currency, minor, at, items }: NonNullable<Row['order']>,
  locale: Locale,
  today: number,
  timezone: string,
): LastOrder {
  const { day } = wallTime(new Date(at), timezone);
  const total = formatMoney(minor, currency, locale);
  return { number: number.replace(/^#/, ''), total, date: isoDay(day), days_ago: Math.max(0, today - day), items };
}
