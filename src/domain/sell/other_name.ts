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

/**
 * A guest's bill may name somebody else with that mail address; so may the account of a contact who was matched only by
 * phone.
 */
export async function otherNameOf(sql: Sql, order: Order, buyer: Contact): Promise<OtherName | undefined> {
  const other = order.billedTo ? { name: order.billedTo } : await accountByPhone(sql, order.id, buyer.id);
  return other && buyer.name !== '' && !(await isNamed(other.name, buyer.name)) ? other : undefined;
}

/** The account that an order belongs to, if only its phone says that it is this contact's. */
async function accountByPhone(sql: Sql, orderId: string, contactId: string): Promise<OtherName | undefined> {
  const [account] = await sql<Required<OtherName>>`
    select i.told_name as name, i.channel || ':' || i.address as account
    from orders o join connections n on n.id = o.connection_id
    join contact_identities i on i.channel = n.provider and i.address = o.buyer
    where o.id = ${orderId} and i.contact_id = ${contactId} and i.joined_by = ${PHONE} and i.told_name is not null`;
  return account;
}

/** Whether it is the same name, or one is part of the other. */
async function isNamed(one: string, other: string): Promise<boolean> {
  const [some, all] = [one, other].map((name) => wordsIn(fold(name))).sort((a, b) => a.length - b.length);
  return (await sameName(one, other)) || (some!.length > 0 && some!.every((word) => all!.includes(word)));
}
