import type { Sql, Tx } from '../../../db/sql.ts';
import { REMOTE } from '../../channel.ts';
import { isHeardWords } from '../../shown.ts';
import { PURPOSES } from '../consent.ts';
import { suppressionsOf } from '../suppression.ts';

/**
 * Somebody says no in words that only a reader can be sure of. Until a user has decided, nothing unasked goes to any address of theirs (`undecided`
 * in `suppressions`), nor to the one they wrote from. Who gets nothing anyway is not asked about. Gives whether there is a question.
 */
export async function askWhetherToStop(
  tx: Tx,
  { contactId, channel, address }: { contactId: string; channel: string; address: string },
  at: Date,
): Promise<boolean> {
  const places = await tx<{ id: string; channel: string; address: string }>`
    select id, channel, address from contact_identities
    where not claimed and stop_asked_at is null and (contact_id = ${contactId} or channel = ${channel} and address = ${address})
    order by id for update`;
  let asked = false;
  for (const { id, ...place } of places.filter((one) => REMOTE.includes(one.channel))) {
    const nos = await suppressionsOf(tx, place, at);
    const stopped = PURPOSES.every((one) => nos.some(({ reason, purpose }) => reason !== 'paused' && purpose === one));
    if (stopped) continue;
    await tx`update contact_identities set stop_asked_at = ${at} where id = ${id}`;
    asked = true;
  }
  return asked;
}

/** It is decided, whichever way. Gives whether anything was open. */
export async function endStopQuestion(tx: Tx, contactId: string): Promise<boolean> {
  const { count } = await tx`
    update contact_identities set stop_asked_at = null where contact_id = ${contactId} and stop_asked_at is not null`;
  return count > 0;
}

/** Somebody of whom it is not decided. */
export interface StopQuestion {
  contactId: string;
  name: string;
  /** What they wrote then. */
  words: string;
  askedAt: Date;
}

/** They are few, and found by their index: a plan that was made while there was hardly anybody would walk all people for them. */
const open = (sql: Sql) => sql`
  select i.contact_id, min(i.stop_asked_at) as asked_at
  from (
    select contact_id, stop_asked_at from contact_identities where stop_asked_at is not null order by stop_asked_at, id offset 0
  ) i
  cross join lateral (select blocked_at from contacts where id = i.contact_id offset 0) c
  where c.blocked_at is null group by i.contact_id`;

/** Of whom it is not decided, who asked first being the first. */
export async function listStopQuestions(sql: Sql, limit: number): Promise<StopQuestion[]> {
  return sql<StopQuestion>`
    select c.id as "contactId", c.name, coalesce(said.text, '') as words, o.asked_at as "askedAt"
    from (${open(sql)} order by asked_at, i.contact_id limit ${limit}) o join contacts c on c.id = o.contact_id
    left join lateral (
      select m.text from messages m join conversations v on v.id = m.conversation_id
      where v.contact_id = c.id and ${isHeardWords(sql)} and m.occurred_at <= o.asked_at order by m.occurred_at desc, m.id desc limit 1
    ) said on true
    order by o.asked_at, c.id`;
}

export async function countStopQuestions(sql: Sql): Promise<number> {
  const [row] = await sql<{ count: number }>`select count(*)::int as count from (${open(sql)}) o`;
  return row!.count;
}
