import type { Sql, Tx } from '../../db/sql.ts';
import type { Filled, SpamSign, WebFormFilled } from '../web_form_event.ts';

/** Something filled in that waits for a user to say that a person wrote it. */
export interface HeldForm {
  id: string;
  formId: string;
  externalId: string;
  reason: SpamSign;
  filled: Filled;
  receivedAt: Date;
}

const columns = (sql: Sql) => sql`
  id, form_id as "formId", external_id as "externalId", reason, filled, received_at as "receivedAt"`;

/** False if it is held already. */
export async function hold(tx: Tx, { formId, externalId, filled, spam, sentAt }: WebFormFilled): Promise<boolean> {
  const { count } = await tx`
    insert into held_forms (form_id, external_id, reason, filled, received_at)
    values (${formId}, ${externalId}, ${spam!}, ${tx.json(filled)}, ${sentAt})
    on conflict (form_id, external_id) do nothing`;
  return count > 0;
}

/** What was held back came once more, as a person sends it: that one is taken. False where a user has let it through before. */
export async function sentAgain(tx: Tx, { formId, externalId }: WebFormFilled, now: Date): Promise<boolean> {
  const [held] = await tx<{ releasedAt: Date | null }>`
    select released_at as "releasedAt" from held_forms where form_id = ${formId} and external_id = ${externalId} for update`;
  if (held && !held.releasedAt)
    await tx`update held_forms set released_at = ${now} where form_id = ${formId} and external_id = ${externalId}`;
  return !held?.releasedAt;
}

/** The newest that are held back. */
export async function heldForms(sql: Sql, formId: string, limit: number): Promise<HeldForm[]> {
  return sql<HeldForm>`
    select ${columns(sql)} from held_forms where form_id = ${formId} and released_at is null order by id desc limit ${limit}`;
}

/** Takes it from those held back; undefined if it was not there, or is released already. */
export async function release(tx: Tx, id: string, now: Date): Promise<HeldForm | undefined> {
  const [held] = await tx<HeldForm>`
    update held_forms set released_at = ${now} where id = ${id} and released_at is null returning ${columns(tx)}`;
  return held;
}
