import type { Sql } from '../../db/sql.ts';

/** A contact that somebody left behind who only tried the bot. */
export interface Tried {
  contactId: string;
  /** How many messages they have written. */
  messages: number;
  /** Nothing else is known of them: nobody answered, noted, named, tagged or sold them anything, and no other address is theirs. */
  nothingElse: boolean;
}

/** What is kept of whoever wrote from this address as a customer; undefined: nothing. */
export async function triedFrom(sql: Sql, channel: string, address: string): Promise<Tried | undefined> {
  const [row] = await sql<Tried>`
    select c.id as "contactId", said.messages, c.tags = '{}' and c.name_from is distinct from 'user' and said.only
      and not exists (select from contact_identities o where o.contact_id = c.id and o.id <> i.id)
      and not exists (select from leads l where l.contact_id = c.id and l.message_id is null)
      and not exists (select from tickets t where t.contact_id = c.id and t.message_id is null)
      and not exists (select from tasks k where k.contact_id = c.id)
      and not exists (select from orders r where r.contact_id = c.id)
      and not exists (select from scheduled_answers s where s.contact_id = c.id)
      as "nothingElse"
    from contact_identities i join contacts c on c.id = i.contact_id
    cross join lateral (
      select count(*) filter (where m.direction = 'in')::int as messages,
        coalesce(bool_and(m.direction = 'in' or m.automatic), true) as only
      from conversations v join messages m on m.conversation_id = v.id where v.contact_id = c.id
    ) said
    where i.channel = ${channel} and i.address = ${address} and not i.claimed`;
  return row;
}
