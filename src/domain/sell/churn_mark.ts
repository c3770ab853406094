import type { Fragment, Sql, Tx } from '../../db/sql.ts';

/** Not a customer any more. */
export interface Gone {
  at: Date;
  /** In the owner's words; '': they gave none. */
  reason: string;
}

/** That they are no customer any more, where no user has said otherwise and they have not bought since. */
const gone = (sql: Sql, contactId: Fragment): Fragment => sql`
  select m.at, m.reason from churn_marks m
  where m.id = (select max(id) from churn_marks where contact_id = ${contactId} and kind <> 'snoozed') and m.kind = 'gone'
    and not exists (select from purchases p where p.contact_id = m.contact_id and p.placed_at > m.at)`;

/** Whether nobody is to be told of the contact `c`: they are no customer any more, or it was put off. */
export const isSpared = (sql: Sql, now: Date): Fragment => sql`(
  exists (${gone(sql, sql`c.id`)}) or exists (
    select from churn_marks s
    where s.id = (select max(id) from churn_marks where contact_id = c.id and kind = 'snoozed') and s.until > ${now}
  )
)`;

/** Whether they are no customer any more. */
export async function goneOf(sql: Sql, contactId: string): Promise<Gone | undefined> {
  const [row] = await sql<Gone>`${gone(sql, sql`${contactId}::bigint`)}`;
  return row;
}

/** A user says that they are no customer any more, and why. */
export async function markGone(tx: Tx, contactId: string, { at, reason }: Gone): Promise<void> {
  await tx`insert into churn_marks (contact_id, kind, at, reason) values (${contactId}, 'gone', ${at}, ${reason})`;
}

/** A user says that they are a customer again. */
export async function markBack(tx: Tx, contactId: string, at: Date): Promise<void> {
  await tx`insert into churn_marks (contact_id, kind, at) values (${contactId}, 'back', ${at})`;
}

/** Nobody is told of their silence before then. */
export async function spare(tx: Tx, contactId: string, { at, until }: { at: Date; until: Date }): Promise<void> {
  await tx`insert into churn_marks (contact_id, kind, at, until) values (${contactId}, 'snoozed', ${at}, ${until})`;
}
