import type { Sql } from '../../../db/sql.ts';
import { EMAIL, PHONE } from '../../people/sign.ts';
import type { ShopCustomer } from '../../shop_event.ts';

/** By what a buyer is known, each as it is compared. */
interface Marks {
  names: string[];
  mails: string[];
  phones: string[];
}

/** As many digits of a phone tell whose it is, however its country is written. */
const DIGITS = 8;

const folded = (text: string): string => text.normalize('NFKC').trim().toLowerCase().replace(/\s+/gu, ' ');
const lastDigits = (phone: string): string => phone.replace(/\D/gu, '').slice(-DIGITS);

const given = (all: readonly (string | null | undefined)[], as: (text: string) => string): string[] =>
  all.flatMap((one) => (one && as(one)) || []);

function marksOf(
  names: readonly (string | null | undefined)[],
  mails: readonly (string | null | undefined)[],
  phones: readonly (string | null | undefined)[],
): Marks {
  return {
    names: given(names, folded),
    mails: given(mails, folded),
    phones: given(phones, lastDigits).filter(({ length }) => length === DIGITS),
  };
}

const KINDS = ['names', 'mails', 'phones'] as const;

const saysNobody = (marks: Marks): boolean => KINDS.every((kind) => marks[kind].length === 0);

/** Whether two orders say no other buyer: one of their marks is the same, or one of them names nobody. */
function areSame(one: Marks, other: Marks): boolean {
  if (saysNobody(one) || saysNobody(other)) return true;
  return KINDS.some((kind) => one[kind].some((mark) => other[kind].includes(mark)));
}

const marksOfCustomer = ({ name, email, orderEmail, phone, record }: ShopCustomer): Marks =>
  marksOf([name, record?.name], [email, orderEmail], [phone]);

/** Whom a shop names as the buyer of an order: by the row, where there is one, and by what is told of it just now. */
export interface BuyerNamed {
  id?: string | undefined;
  customer?: ShopCustomer | null | undefined;
}

/** Whether `customer`, whom another system names, is the buyer of this order, or none of the two says another. */
export async function isBuyer(
  sql: Sql,
  order: BuyerNamed,
  customer: ShopCustomer | null | undefined,
): Promise<boolean> {
  const other = customer ? marksOfCustomer(customer) : marksOf([], [], []);
  const told = order.customer ? marksOfCustomer(order.customer) : marksOf([], [], []);
  const kept = order.id ? await marksOfOrder(sql, order.id) : marksOf([], [], []);
  const all = { names: [...told.names, ...kept.names], mails: [...told.mails, ...kept.mails] };
  return areSame({ ...all, phones: [...told.phones, ...kept.phones] }, other);
}

async function marksOfOrder(sql: Sql, id: string): Promise<Marks> {
  const [row] = await sql<{ names: string[]; mails: string[]; phones: string[] }>`
    select array_remove(array[c.name, o.billed_to], null) as names,
      array_remove(array[o.contact_details ->> ${EMAIL}::text] || array(
        select address from contact_identities i where i.contact_id = o.contact_id and i.channel = ${EMAIL}), null) as mails,
      array_remove(array[o.contact_details ->> 'phone', o.delivery ->> 'phone'] || array(
        select address from contact_identities i where i.contact_id = o.contact_id and i.channel = ${PHONE}
        union all select address from contact_signs s where s.contact_id = o.contact_id and s.channel = ${PHONE}), null) as phones
    from orders o left join contacts c on c.id = o.contact_id where o.id = ${id}`;
  return row ? marksOf(row.names, row.mails, row.phones) : marksOf([], [], []);
}
