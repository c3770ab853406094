import type { Sql } from '../../db/sql.ts';
import { head } from '../../text/cut.ts';
import { fold } from '../../text/fold.ts';
import type { Contact } from '../people/contact.ts';
import { formerNames } from '../people/former_name.ts';
import { bestFit } from '../people/names_fit.ts';
import { sameName } from '../people/same_name.ts';
import { wordsIn } from '../people/search_keys.ts';
import { EMAIL, PHONE } from '../people/sign.ts';
import { columns, type Order } from './order.ts';

const LONGEST_NAME = 100;
/** A name that many have bought under: of more than these it says nothing. */
const MOST_LOOKED_AT = 200;

/** The person whom the shop names instead of the contact whose order it is. */
export interface OtherName {
  name: string;
  /**
   * The shop's customer, in the form that '/split' takes; absent for whom the order alone names.
   */
  account?: string;
  /** What they have in common with the contact, as far as it is known. */
  shares?: 'mail' | 'phone';
}

/** An order, and the contact whose it is. */
export interface Bought {
  order: Order;
  buyer: Contact;
}

export const otherNameOf = async (sql: Sql, order: Order, buyer: Contact): Promise<OtherName | undefined> =>
  (await otherNamesOf(sql, [{ order, buyer }])).get(order.id);

/**
 * A guest's bill may name somebody else with that mail address; so may an account that came to the contact by a mail address or a phone of
 * theirs. By the order's id; those for which the shop names nobody else are left out.
 */
export async function otherNamesOf(sql: Sql, all: readonly Bought[]): Promise<Map<string, OtherName>> {
  const accounts = await accountsJoined(
    sql,
    all.filter(({ order }) => !order.billedTo),
  );
  const guests = await guestsOf(
    sql,
    all.filter(({ order, buyer }) => order.billedTo && order.billedTo !== buyer.name),
  );
  const others = new Map<string, OtherName>();
  for (const { order, buyer } of all) {
    const other = order.billedTo ? guests.get(order.id) : accounts.get(order.id);
    if (other && buyer.name !== '' && !(await isNamed(other.name, buyer.name))) others.set(order.id, other);
  }
  const former = others.size > 0 ? await formerNames(sql, [...new Set(all.map(({ buyer }) => buyer.id))]) : undefined;
  for (const { order, buyer } of all) {
    const name = others.get(order.id)?.name;
    for (const one of former?.get(buyer.id) ?? []) if (name && (await isNamed(name, one))) others.delete(order.id);
  }
  return others;
}

/** Those whom bills name, and by what their orders came to the contacts; by the order's id. */
async function guestsOf(sql: Sql, all: readonly Bought[]): Promise<Map<string, OtherName>> {
  if (all.length === 0) return new Map();
  const rows = await sql<{ id: string; shares: OtherName['shares'] | null }>`
    select o.id, case
      when exists (select from contact_identities where channel = ${EMAIL} and address = o.buyer) then 'mail'
      when o.buyer not like o.connection_id || '/#%' then 'phone'
    end as shares
    from unnest((select ${all.map(({ order }) => order.id)}::bigint[])) a (id)
    cross join lateral (select * from orders where id = a.id limit 1) o`;
  const shared = new Map(rows.map(({ id, shares }) => [id, shares]));
  return new Map(
    all.map(({ order: { id, billedTo } }) => {
      const shares = shared.get(id);
      return [id, { name: billedTo!, ...(shares && { shares }) }];
    }),
  );
}

/** The newest orders that somebody of this name has bought, who is not the contact that they are with. */
export async function ordersBilledTo(sql: Sql, typed: string, limit: number): Promise<Order[]> {
  const name = head(typed, LONGEST_NAME).toWellFormed().replaceAll('\0', '');
  if (!/\p{L}/u.test(name)) return [];
  const words = sql`billed_words(${name})`;
  return sql<Order>`
    with meant as materialized (
      select o.id, o.contact_id from orders o
      where o.billed_to is not null and billed_words(o.billed_to) @> ${words} and not o.test
      order by o.id desc limit ${MOST_LOOKED_AT}
    )
    select ${columns(sql)} from orders where id = any(array(
      select m.id from meant m left join contacts c on c.id = m.contact_id
      where c.id is null or not billed_words(c.name) @> ${words} order by m.id desc limit ${limit}
    )) order by placed_at desc, id desc`;
}

/** The accounts that orders belong to, if only a mail address or a phone says that these are the contact's; by the order's id. */
async function accountsJoined(sql: Sql, all: readonly Bought[]): Promise<Map<string, OtherName>> {
  if (all.length === 0) return new Map();
  const accounts = await sql<Required<OtherName> & { orderId: string }>`
    select o.id as "orderId", i.told_name as name, i.channel || ':' || i.address as account,
      case i.joined_by when ${PHONE} then 'phone' else 'mail' end as shares
    from unnest((select ${all.map(({ order }) => order.id)}::bigint[]), (select ${all.map(({ buyer }) => buyer.id)}::bigint[]))
      a (order_id, contact_id)
    cross join lateral (select * from orders where id = a.order_id limit 1) o join connections n on n.id = o.connection_id
    cross join lateral (select * from contact_identities where channel = n.provider and address = o.buyer limit 1) i
    where i.contact_id = a.contact_id and i.joined_by is not null and i.told_name is not null`;
  return new Map(accounts.map(({ orderId, ...account }) => [orderId, account]));
}

/** Whether it is the same name, or one is part of the other or short for it. */
async function isNamed(one: string, other: string): Promise<boolean> {
  const [some, all] = [one, other].map((name) => wordsIn(fold(name))).sort((a, b) => a.length - b.length);
  if ((await sameName(one, other)) || (some!.length > 0 && some!.every((word) => all!.includes(word)))) return true;
  return (await bestFit(one, [other])) !== null || (await bestFit(other, [one])) !== null;
}
