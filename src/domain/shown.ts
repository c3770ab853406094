import type { Sql } from '../db/sql.ts';
import type { Triage } from './triage/triage.ts';

type Fragment = ReturnType<Sql['unsafe']>;

/** A mail a program wrote in somebody's name: what it says decides nothing of an answer. */
export const BY_MACHINE: Triage = {
  label: 'other',
  sublabel: 'autoreply',
  confidence: 1,
  accepted: true,
  reasons: [],
  by: 'signal',
};

/** Who wrote a message `m` of a conversation `v`, as a contact: whoever has its author's address, else whom the conversation is with. */
export const writer = (sql: Sql): Fragment => sql`coalesce((
  select i.contact_id from contact_identities i where i.channel = v.channel and i.address = coalesce(m.author, v.address)
), v.contact_id)`;

/** Whether a message is there for users to see: not sent by somebody they have blocked. `m`: the messages' name in the query. */
export const isShown = (sql: Sql, m: Fragment): Fragment => sql`${m}.withheld is not true`;

/** Whether a message is a customer's own words, and shown: only these say whom and what the next answer answers. */
export const isCustomersWords = (sql: Sql, m: Fragment): Fragment => sql`(
  ${m}.direction = 'in' and ${isShown(sql, m)}
  and (${m}.triage @> '{"sublabel": "autoreply", "accepted": true}') is not true
)`;
