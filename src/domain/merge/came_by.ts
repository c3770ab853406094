import type { Sql } from '../../db/sql.ts';
import { cameWith, numberOf } from '../people/identity.ts';
import type { Identity } from '../people/sign.ts';

/** What has come to a contact because of one of their addresses. */
export interface CameBy {
  /** The address, and the accounts and other addresses that it alone says are theirs. */
  identities: string[];
  orders: string[];
  /** The conversations in which somebody wrote from there. */
  conversations: string[];
  /** What whoever came by it is called: by their account, on a bill, or where they wrote. */
  name: string | null;
  nameFrom: string | null;
}

/** Whose it is, and what was added later brought by it; undefined if nobody has come by it. */
export async function cameBy(sql: Sql, contactId: string, identity: Identity): Promise<CameBy | undefined> {
  const [found] = await sql<CameBy & { carts: number }>`
    with brought as materialized (
      select * from ${cameWith(sql, numberOf(sql, contactId, identity), sql`j.contact_id = ${contactId}`)} came
    ), own as materialized (
      select * from contact_identities where id in (select root from brought)
    ), bought as materialized (
      select o.id, o.placed_at, o.billed_to from orders o
      where o.contact_id = ${contactId} and o.buyer in (select address from brought)
    ), carts as materialized (
      select k.id, k.name from checkouts k where k.contact_id = ${contactId} and k.buyer in (select address from brought)
    ), written as materialized (
      select v.id, v.channel from conversations v join brought b on v.channel = b.channel and (v.address = b.address or v.address like '%/' || b.address)
      where v.contact_id = ${contactId}
        and (v.waiting_since is not null or exists (select from messages m where m.conversation_id = v.id and m.direction = 'in'))
    ), called as (
      select told_name as name, channel as by, 1 as rank, id from brought where told_name is not null
      union all select billed_to, 'bill', 2, id from bought where billed_to is not null
      union all select name, 'bill', 2, id from carts where name is not null
      union all (
        select s.address, (select min(channel) from written), 3, -s.id from contact_signs s, own
        where s.contact_id = ${contactId} and s.channel = 'name' and s.source = 'writer' and s.created_at >= own.created_at
          and exists (select from written)
      )
    )
    select array(select id::text from brought order by id) as identities, array(select id::text from bought order by id) as orders,
      array(select id::text from written order by id) as conversations,
      (select name from called order by rank, id limit 1) as name, (select by from called order by rank, id limit 1) as "nameFrom",
      (select count(*)::int from carts) as carts
    from own`;
  if (!found) return undefined;
  const { carts, ...came } = found;
  const hasCome = came.identities.length > 1 || came.orders.length + came.conversations.length + carts > 0;
  return hasCome ? came : undefined;
}
