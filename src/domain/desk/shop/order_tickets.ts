import type { Sql } from '../../../db/sql.ts';
import { loadOrders, type Order } from '../../sell/order.ts';
import { ordersNamedIn } from '../../sell/order_number.ts';
import { openTicketsOf, type Ticket, withOpenTickets } from '../../serve/ticket.ts';

/** Of more open tickets of one customer, the newest. */
const MOST_TICKETS = 5;

/** The orders that a user has put to a ticket, and those of its customer that it names: in its title, or in the message it came from. */
export async function ordersOfTicket(sql: Sql, { id, contactId }: Pick<Ticket, 'id' | 'contactId'>): Promise<Order[]> {
  const [said] = await sql<{ words: string; put: string[] }>`
    select concat_ws(E'\n', t.title, m.subject, m.text) as words,
      array(select order_id::text from ticket_orders o where o.ticket_id = t.id order by id desc) as put
    from tickets t left join messages m on m.id = t.message_id where t.id = ${id}`;
  if (!said) return [];
  const named = await ordersNamedIn(sql, contactId, said.words);
  if (said.put.length === 0) return named;
  const put = await loadOrders(sql, said.put);
  return [...put, ...named.filter(({ id: one }) => !said.put.includes(one))];
}

/** The open tickets of its buyer that name this order. */
export async function ticketsNaming(sql: Sql, { id, contactId }: Pick<Order, 'id' | 'contactId'>): Promise<Ticket[]> {
  const open = contactId === null ? [] : (await openTicketsOf(sql, contactId)).slice(0, MOST_TICKETS);
  const named = await Promise.all(open.map((ticket) => ordersOfTicket(sql, ticket)));
  return open.filter((_, nth) => named[nth]!.some((order) => order.id === id));
}

/** The same of several orders, by their ids. */
export async function ticketsNamingEach(
  sql: Sql,
  orders: readonly Pick<Order, 'id' | 'contactId'>[],
): Promise<Map<string, Ticket[]>> {
  const [only] = orders;
  if (orders.length === 1) return new Map([[only!.id, await ticketsNaming(sql, only!)]]);
  const asking = await withOpenTickets(
    sql,
    orders.flatMap(({ contactId }) => contactId ?? []),
  );
  const named = new Map<string, Ticket[]>();
  for (const order of orders)
    if (order.contactId && asking.has(order.contactId)) named.set(order.id, await ticketsNaming(sql, order));
  return named;
}
