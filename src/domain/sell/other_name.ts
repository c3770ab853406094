import type { Sql } from '../../db/sql.ts';
import { fold } from '../../text/fold.ts';
import type { Contact } from '../people/contact.ts';
import { sameName } from '../people/same_name.ts';
import { wordsIn } from '../people/search_keys.ts';
import { PHONE } from '../people/sign.ts';
import type { Order } from './order.ts';

/** The person whom the shop names instead of the contact whose order it is. */
export interface OtherName {
  name: string;
  /**
   * The shop's customer, in the form that '/split' takes; absent for a guest, who is known only by the mail address.
   */
  account?: string;
}

/** An order, and the contact whose it is. */
export interface Bought {
  order: Order;
  buyer: Contact;
}

export const otherNameOf = async (sql: Sql, order: Order, buyer: Contact): Promise<OtherName | undefined> =>
  (await otherNamesOf(sql, [{ order, buyer }])).get(order.id);

/**
 * A guest's bill may name somebody else with that mail address; so may the account of a contact who was matched only by
 * phone. By the order's id; those for which the shop names nobody else are left out.
 */
export async function otherNamesOf(sql: Sql, all: readonly Bought[]): Promise<Map<string, OtherName>> {
  const accounts = await accountsByPhone(
    sql,
    all.filter(({ order }) => !order.billedTo),
  );
  const others = new Map<string, OtherName>();
  for (const { order, buyer } of all) {
    const other = order.billedTo ? { name: order.billedTo } : accounts.get(order.id);
    if (other && buyer.name !== '' && !(await isNamed(other.name, buyer.name))) others.set(order.id, other);
  }
  return others;
}

/** The accounts that orders belong to, if only their phone says that these are the contact's; by the order's id. */
async function accountsByPhone(sql: Sql, all: readonly Bought[]): Promise<Map<string, OtherName>> {
  if (all.length === 0) return new Map();
  const accounts = await sql<Required<OtherName> & { orderId: string }>`
    select o.id as "orderId", i.told_name as name, i.channel || ':' || i.address as account
    from unnest((select ${all.map(({ order }) => order.id)}::bigint[]), (select ${all.map(({ buyer }) => buyer.id)}::bigint[]))
      a (order_id, contact_id)
    cross join lateral (select * from orders where id = a.order_id limit 1) o join connections n on n.id = o.connection_id
    cross join lateral (select * from contact_identities where channel = n.provider and address = o.buyer limit 1) i
    where i.contact_id = a.contact_id and i.joined_by = ${PHONE} and i.told_name is not null`;
  return new Map(accounts.map(({ orderId, ...account }) => [orderId, account]));
}

/** Whether it is the same name, or one is part of the other. */
async function isNamed(one: string, other: string): Promise<boolean> {
  const [some, all] = [one, other].map((name) => wordsIn(fold(name))).sort((a, b) => a.length - b.length);
  return (await sameName(one, other)) || (some!.length > 0 && some!.every((word) => all!.includes(word)));
}
