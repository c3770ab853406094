import type { Sql } from '../../src/db/sql.ts';
import type { Written } from './people.ts';
import { emailOf, type OrderVersion, type ShopEvent } from './shop.ts';

/**
 * What must be there and what is there, with each effect as one line: a missing line is a loss, an extra line a double.
 */
export interface Comparison {
  readonly lost: string[];
  readonly doubled: string[];
}

export function compare(expected: readonly string[], found: readonly string[]): Comparison {
  const open = new Map<string, number>();
  for (const line of expected) open.set(line, (open.get(line) ?? 0) + 1);
  const doubled: string[] = [];
  for (const line of found) {
    const left = open.get(line) ?? 0;
    if (left === 0) doubled.push(line);
    else open.set(line, left - 1);
  }
  return { lost: [...open].flatMap(([line, count]) => Array<string>(count).fill(line)), doubled };
}

/** The effects that the acknowledged events must have, derived only from what was sent. */
export function effectsOf(shop: readonly ShopEvent[], chats: readonly Written[]): string[] {
  const newest = new Map<string, { order: OrderVersion; customer: number }>();
  for (const { order, customer } of shop) {
    if (order && order.version > (newest.get(order.id)?.order.version ?? 0)) newest.set(order.id, { order, customer });
  }
  const orders = [...newest.values()];
  const people = new Set(chats.map(({ chat }) => chat));
  return [
    ...shop.map(({ id }) => `row ${id}`),
    ...chats.map(({ updateId }) => `row ${updateId}`),
    ...[...new Set(shop.map(({ customer }) => customer))].map((customer) => `contact ${emailOf(customer)}`),
    ...[...people].map((chat) => `contact ${chat}`),
    ...orders.map(({ order, customer }) => orderLine(order, emailOf(customer))),
    ...orders.filter(({ order }) => order.payment === 'paid').map(({ order }) => `paid card ${order.id}`),
    ...chats.map(({ chat, messageId }) => `message ${chat}/${messageId}`),
    ...chats.map(({ chat, messageId }) => `card ${chat}/${messageId}`),
    // the first question begins the lead, the others belong to it
    ...[...people].map((chat) => `lead ${chat}/${chats.find((one) => one.chat === chat)!.messageId}`),
  ];
}

function orderLine({ id, totalMinor, payment, updatedAt, lines }: OrderVersion, email: string): string {
  return `order ${id} ${totalMinor} ${payment} ${new Date(updatedAt).getTime()} ${lines} of ${email}`;
}

/** The same lines, read from the database. */
export async function effectsIn(sql: Sql): Promise<string[]> {
  const rows = await sql<{ line: string }>`
    select 'row ' || split_part(external_id, ':', -1) as line from inbox where source <> 'console' and processed_at is not null
    union all
    select 'contact ' || coalesce((
      select string_agg(address, ' ' order by address) from contact_identities
      where contact_id = c.id and channel in ('email', 'telegram')
    ), '?') from contacts c
    union all
    select format('order %s %s %s %s %s of %s', external_id, total_minor, payment,
      (extract(epoch from version_at) * 1000)::bigint,
      (select count(*) from order_lines where order_id = o.id),
      (select address from contact_identities i where i.contact_id = o.contact_id and i.channel = 'email'))
    from orders o
    union all
    select 'paid card ' || o.external_id
    from outbox join orders o on idempotency_key like format('paid:%s:%%', o.id)
    union all
    select format('message %s/%s', c.address, m.external_id)
    from messages m join conversations c on c.id = m.conversation_id
    union all
    -- a card shows its message, and those that were gathered on it; one that another shows instead is cancelled
    select format('card %s/%s', c.address, m.external_id)
    from outbox o cross join jsonb_array_elements(o.shows) shown
    join messages m on m.id = (shown ->> 'messageId')::bigint join conversations c on c.id = m.conversation_id
    where o.state <> 'cancelled'
    union all
    select format('lead %s/%s', c.address, m.external_id)
    from leads l left join messages m on m.id = l.message_id left join conversations c on c.id = l.conversation_id`;
  return rows.map(({ line }) => line);
}
