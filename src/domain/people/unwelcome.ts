import type { Sql } from '../../db/sql.ts';
import type { Purpose } from './consent.ts';

/** Why somebody is not to be written to of our own accord. */
export type Unwelcome = 'blocked' | 'stopped' | 'withdrew' | 'complained' | 'machine';

/**
 * Whether words that they have not asked for are unwelcome: a user has blocked them, they said stop, withdrew their consent or reported us as
 * spam, or only machines write there. Undefined: nothing speaks against it.
 */
export async function unwelcomeTo(sql: Sql, contactId: string): Promise<Unwelcome | undefined> {
  const [why] = await sql<Record<Unwelcome, boolean>>`
    select blocked_at is not null as blocked,
      exists (
        select from conversations v join messages m on m.conversation_id = v.id
        where v.contact_id = c.id and m.asks_to_stop
      ) as stopped,
      exists (
        select from consents w where w.contact_id = c.id and w.purpose = ${MARKETING} and w.withdrawn_at is not null and not exists (
          select from consents g where g.channel = w.channel and g.address = w.address and g.purpose = w.purpose
            and g.confirmed_at is not null and g.withdrawn_at is null
        )
      ) as withdrew,
      exists (select from contact_identities where contact_id = c.id and complained_at is not null) as complained,
      exists (
        select from contact_identities i join sender_rules r on r.address = i.address and r.automatic where i.contact_id = c.id
      ) as machine
    from contacts c where id = ${contactId}`;
  return ORDER.find((one) => why?.[one]);
}

/** Whoever wants no newsletter wants no other words that they have not asked for. */
const MARKETING: Purpose = 'newsletter';

const ORDER: readonly Unwelcome[] = ['blocked', 'stopped', 'withdrew', 'complained', 'machine'];
