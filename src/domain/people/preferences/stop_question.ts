import type { Sql, Tx } from '../../../db/sql.ts';
import { REMOTE } from '../../channel.ts';
import { isHeardWords } from '../../shown.ts';
import { PURPOSES } from '../consent.ts';
import { refusalsOf, suppressionsOf } from '../suppression.ts';

/** So many in a day that nothing shows to be from whom they name: more of them hold nobody back, since anybody could silence a whole list so. */
const MOST_UNPROVED = 10;
const DAY_MS = 24 * 3_600_000;

/**
 * Somebody says no in words that only a reader can be sure of. Until a user has decided, nothing unasked goes to any address of theirs (`undecided`
 * in `suppressions`), nor to the one they wrote from. Who gets nothing anyway is not asked about. Gives whether there is a question.
 */
export async function askWhetherToStop(
  tx: Tx,
  { contactId, channel, address, unproved = false }: Asked,
  at: Date,
): Promise<boolean> {
  if (unproved && (await askedLately(tx, contactId, at)) >= MOST_UNPROVED) return false;
  const places = await tx<{ id: string; channel: string; address: string }>`
    select id, channel, address from contact_identities
    where not claimed and stop_asked_at is null and (contact_id = ${contactId} or channel = ${channel} and address = ${address})
    order by id for update`;
  let asked = false;
  for (const { id, ...place } of places.filter((one) => REMOTE.includes(one.channel))) {
    const nos = await suppressionsOf(tx, place, at);
    const stopped = PURPOSES.every((one) => nos.some(({ reason, purpose }) => reason !== 'paused' && purpose === one));
    if (stopped) continue;
    await tx`update contact_identities set stop_asked_at = ${at}, stop_unproved = ${unproved} where id = ${id}`;
    asked = true;
  }
  return asked;
}

interface Asked {
  contactId: string;
  channel: string;
  address: string;
  /** Nothing shows that it comes from whom it names. */
  unproved?: boolean;
}

/** Of how many others it was asked in the last day at a word that may be anybody's. */
async function askedLately(tx: Tx, contactId: string, at: Date): Promise<number> {
  const [row] = await tx<{ count: number }>`
    select count(distinct contact_id)::int as count from contact_identities
    where stop_asked_at between ${new Date(at.getTime() - DAY_MS)} and 'infinity' and stop_unproved and contact_id <> ${contactId}`;
  return row!.count;
}

/**
 * Two contacts have become one, of whom one had said no to everything at some address: whether that holds for what the other has brought is asked.
 */
export async function askWhetherBoth(tx: Tx, contactId: string, now: Date): Promise<void> {
  const nos = await refusalsOf(tx, contactId, now);
  const refused = nos.find(({ channel, address }) =>
    PURPOSES.every((purpose) =>
      nos.some(
        (no) =>
          no.channel === channel &&
          no.address === address &&
          no.purpose === purpose &&
          no.saidBy === 'person' &&
          (no.reason === 'unsubscribed' || no.reason === 'complained'),
      ),
    ),
  );
  if (refused) await askWhetherToStop(tx, { contactId, ...refused }, now);
}

/** Whether nothing more is to be asked of somebody: it is open, or they get nothing anyway. */
export async function isAskedOf(tx: Tx, contactId: string): Promise<boolean> {
  const rows = await tx`
    select from contact_identities where contact_id = ${contactId} and stop_asked_at is not null
    union all
    select where not exists (select from consents where contact_id = ${contactId} and confirmed_at is not null and withdrawn_at is null)`;
  return rows.length > 0;
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

/** By its own index, few as they are, also while the planner has no statistics: of a time between two it expects few, of one that is there nearly all. */
const open = (sql: Sql) => sql`
  select asked.contact_id, asked.asked_at from (
    select contact_id, min(stop_asked_at) as asked_at from contact_identities
    where stop_asked_at between '-infinity' and 'infinity' group by contact_id offset 0
  ) asked cross join lateral (
    select from contacts c where c.id = asked.contact_id and c.blocked_at is null offset 0
  ) there`;

/** Of whom it is not decided, who asked first being the first. */
export async function listStopQuestions(sql: Sql, limit: number): Promise<StopQuestion[]> {
  return sql<StopQuestion>`
    select c.id as "contactId", c.name, coalesce(said.text, '') as words, o.asked_at as "askedAt"
    from (${open(sql)} order by asked_at, contact_id limit ${limit}) o
    cross join lateral (select id, name from contacts where id = o.contact_id offset 0) c
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
