import type { Sql } from '../../../db/sql.ts';
import type { Context } from '../../context.ts';

/** That somebody wants nothing that is sent by itself. */
export interface Refusal {
  saidAt: Date;
  /** Their words; null: a user has said so. */
  words: string | null;
}

/** Whether they want no automatic answers; undefined: nobody has ever said either. */
export async function refusesAutomatic(sql: Sql, contactId: string): Promise<boolean | undefined> {
  const [row] = await sql<{ refuses: boolean | null }>`
    select bool_or(lifted_at is null) as refuses from automatic_refusals where contact_id = ${contactId}`;
  return row?.refuses ?? undefined;
}

/** Since when, and by which words first. */
export async function refusalOf(sql: Sql, contactId: string): Promise<Refusal | undefined> {
  const [row] = await sql<Refusal>`
    select r.said_at as "saidAt", case when r.message_id is null then null else coalesce(nullif(m.text, ''), m.subject, '') end as words
    from automatic_refusals r left join messages m on m.id = r.message_id
    where r.contact_id = ${contactId} and r.lifted_at is null order by r.said_at, r.id limit 1`;
  return row;
}

/** Those who get none, who came to it last first; one more than `most` says that there are others. */
export const refusers = (sql: Sql, most: number): Promise<{ id: string; name: string }[]> => sql<{
  id: string;
  name: string;
}>`
  select r.contact_id as id, c.name from (
    select contact_id, max(id) as last from automatic_refusals where lifted_at is null group by contact_id
  ) r join contacts c on c.id = r.contact_id
  order by r.last desc limit ${most + 1}`;

/** They have said so, with this message; null: a user has. False: that was known. */
export async function noteRefusal(
  { tx, now }: Pick<Context, 'tx' | 'now'>,
  contactId: string,
  messageId: string | null,
): Promise<boolean> {
  if (messageId === null) {
    // a message that is deleted leaves its refusal without one, so no unique key can say that a user says it once
    await tx`select from contacts where id = ${contactId} for no key update`;
    if (await refusesAutomatic(tx, contactId)) return false;
  }
  const { count } = await tx`
    insert into automatic_refusals (contact_id, message_id, said_at) values (${contactId}, ${messageId}, ${now}) on conflict do nothing`;
  return count > 0;
}

/** A user says that they get automatic answers again: what they wrote before that does not count any more, noted or not. */
export async function liftRefusals({ tx, now }: Pick<Context, 'tx' | 'now'>, contactId: string): Promise<void> {
  await tx`
    with lifted as (
      update automatic_refusals set lifted_at = ${now} where contact_id = ${contactId} and lifted_at is null returning id
    )
    insert into automatic_refusals (contact_id, said_at, lifted_at)
    select ${contactId}, ${now}, ${now}
    where not exists (select from lifted) and not exists (select from automatic_refusals where contact_id = ${contactId})`;
}
