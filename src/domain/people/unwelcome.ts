import type { Sql } from '../../db/sql.ts';

/** Why somebody is not to be written to of our own accord. */
export type Unwelcome = 'blocked' | 'stopped' | 'complained' | 'machine';

/**
 * Whether words that they have not asked for are unwelcome: a user has blocked them, they said stop or reported us as spam, or only
 * machines write there. Undefined: nothing speaks against it.
 */
export async function unwelcomeTo(sql: Sql, contactId: string): Promise<Unwelcome | undefined> {
  const [why] = await sql<Record<Unwelcome, boolean>>`
    select blocked_at is not null as blocked,
      exists (
        select from conversations v join messages m on m.conversation_id = v.id
        where v.contact_id = c.id and m.direction = 'in' and m.triage ->> 'sublabel' = 'unsubscribe' and (m.triage ->> 'accepted')::boolean
      ) as stopped,
      exists (select from contact_identities where contact_id = c.id and complained_at is not null) as complained,
      exists (
        select from contact_identities i join sender_rules r on r.address = i.address and r.automatic where i.contact_id = c.id
      ) as machine
    from contacts c where id = ${contactId}`;
  return ORDER.find((one) => why?.[one]);
}

const ORDER: readonly Unwelcome[] = ['blocked', 'stopped', 'complained', 'machine'];
