import type { Fragment, Sql, Tx } from '../../db/sql.ts';
import { REMOTE } from '../channel.ts';
import { type Mailbox, PURPOSES, type Purpose, type Reached } from './consent.ts';

/** Why somebody is not written to unasked. `undecided`: they seem to have asked for no more, which a user has to decide. */
export type WhyNot = 'no_consent' | 'unsubscribed' | 'undecided' | 'bounced' | 'complained' | 'blocked';

/** Why somebody is not asked whether they agree: besides a no, they have, or were asked lately. */
export type WhyUnasked = Exclude<WhyNot, 'no_consent'> | 'agreed' | 'asked';

/** Why nothing unasked goes to an address: kept as a hash of it, beyond the contact (the table `suppressions`). */
export const REASONS = ['complained', 'unsubscribed', 'paused', 'undecided', 'bounced'] as const;
export type Reason = (typeof REASONS)[number];

/** Whose word that is: the person's own, a user's, who may take it back, or what a mail server says. */
export const SAID_BY = ['person', 'user', 'machine'] as const;
type SaidBy = (typeof SAID_BY)[number];

/** A no that counts. */
export interface Suppression {
  /** '': whatever it is for. */
  purpose: Purpose | '';
  reason: Reason;
  saidBy: SaidBy;
  /** 'page', 'one_click', 'reply', 'chat', 'report', 'bounce', 'shop:7/900', 'import:5', 'command'. */
  source: string;
  at: Date;
  /** Of a pause: when it ends. */
  until: Date | null;
}

/** Who is asked about, as SQL: the contact's id, and where they would be written to. */
export interface Whom {
  contactId: Fragment;
  channel: Fragment;
  address: Fragment;
  /** Whether the contact or the address is blocked, where the rows are at hand; default: they are looked up. */
  blocked?: Fragment;
  /** As of when; default: the database's now. */
  now?: Date;
}

/** The rows of `s` that say no to an address. Each is found by its hash, also while the planner has no statistics of a list just taken in. */
const heldAgainst = (sql: Sql, { channel, address, now }: Pick<Whom, 'channel' | 'address' | 'now'>): Fragment => sql`
  suppression_keys k cross join lateral (
    select * from suppressions h
    where h.hash = suppression_hash(k.inner_pad, k.outer_pad, ${channel}, ${address})
      and h.lifted_at is null and (h.until is null or h.until > ${now ? sql`${now}::timestamptz` : sql`now()`})
    offset 0
  ) s`;

/**
 * Why somebody is not written to unasked at an address, as SQL: a `WhyNot`, or null where nothing speaks against it. A plan and the
 * transaction that sends ask the same: who says no in between is not written to.
 */
export function whyNot(sql: Sql, whom: Whom, purpose: Reached | Fragment): Fragment {
  if (typeof purpose === 'string')
    return purpose === 'service' ? whyNoService(sql, whom) : whyNotFor(sql, whom, purpose);
  return sql`(case when ${purpose} = 'service' then ${whyNoService(sql, whom)} else ${whyNotFor(sql, whom, purpose)} end)`;
}

function whyNotFor(sql: Sql, whom: Whom, purpose: Purpose | Fragment): Fragment {
  const { channel, address, blocked = isBlocked(sql, whom) } = whom;
  return sql`(case when ${blocked} then 'blocked' else coalesce((
      -- the first of the reasons in their order; an order by would sort once for each person
      select (${REASONS.map((reason) => (reason === 'paused' ? 'unsubscribed' : reason))}::text[])[
        min(array_position(${[...REASONS]}::text[], s.reason))
      ] from ${heldAgainst(sql, whom)} where s.purpose in ('', ${purpose})
    ), case when not exists (
      -- || '': by the address; without statistics all who agreed to this were read through for each of them
      select from consents g where g.channel = ${channel} and g.address = ${address} and g.purpose || '' = ${purpose}
        and g.confirmed_at is not null and g.withdrawn_at is null
    ) then 'no_consent' end)
  end)`;
}

/** Service needs no word of theirs. Who has complained, cannot be reached, or has said no to everything or for a while gets none of it either. */
function whyNoService(sql: Sql, whom: Whom): Fragment {
  const { blocked = isBlocked(sql, whom) } = whom;
  return sql`(case when ${blocked} then 'blocked' else (
    select case
      when bool_or(s.reason = 'complained') then 'complained'
      when bool_or(s.purpose = '') or count(distinct s.purpose) filter (where s.reason = 'unsubscribed') = ${PURPOSES.length}::int
        then case when bool_or(s.reason in ('unsubscribed', 'paused')) then 'unsubscribed' when bool_or(s.reason = 'undecided') then 'undecided' else 'bounced' end
    end from ${heldAgainst(sql, whom)}
  ) end)`;
}

/** Whoever was asked is not asked again by a list for so many days. */
const ASKED_DAYS = 30;

/**
 * Why somebody is not asked at an address whether they agree to a purpose, as SQL: a `WhyUnasked`, or null where they may be. A no to
 * whatever it was is one to the question as well. `source`: of the question itself, by which they may have been asked already.
 */
export function whyUnasked(
  sql: Sql,
  whom: Whom,
  { purpose, source, now }: { purpose: Reached | Fragment; source: Fragment; now: Date },
): Fragment {
  const { channel, address, blocked = isBlocked(sql, whom) } = whom;
  const since = new Date(now.getTime() - ASKED_DAYS * 24 * 3_600_000);
  return sql`(case when ${blocked} then 'blocked' else coalesce((
      select case s.reason when 'paused' then 'unsubscribed' else s.reason end from ${heldAgainst(sql, whom)}
      order by array_position(${[...REASONS]}::text[], s.reason) limit 1
    ), (
      select case when bool_or(g.confirmed_at is not null and g.withdrawn_at is null and g.purpose || '' = ${purpose}) then 'agreed'
        when bool_or(g.token is not null and g.confirmed_at is null and g.asked_at > ${since} and g.source <> ${source}) then 'asked' end
      from consents g where g.channel = ${channel} and g.address = ${address}
    ))
  end)`;
}

const isBlocked = (sql: Sql, { contactId, channel, address }: Whom): Fragment => sql`(
  exists (select from contacts b where b.id = ${contactId} and b.blocked_at is not null)
  or exists (select from contact_identities b where b.channel = ${channel} and b.address = ${address} and b.blocked_at is not null)
)`;

/** What stands against writing to an address unasked: of each reason and purpose what was said last. */
export async function suppressionsOf(sql: Sql, { channel, address }: Mailbox, now: Date): Promise<Suppression[]> {
  const whom = { channel: sql`${channel}::text`, address: sql`${address}::text`, now };
  return sql<Suppression>`
    select distinct on (s.reason, s.purpose)
      s.purpose, s.reason, s.said_by as "saidBy", s.source, s.at, s.until
    from ${heldAgainst(sql, whom)} order by s.reason, s.purpose, s.at desc`;
}

export interface No extends Mailbox {
  /** Default: all. */
  purposes?: readonly Purpose[];
  saidBy: Exclude<SaidBy, 'machine'>;
  source: string;
  now: Date;
  /** The address of their network, shortened; '' if it is not known. */
  from?: string;
}

/**
 * Nothing unasked goes to this address any more, whoever has it: what was agreed to is withdrawn, and the no is kept beyond the contact.
 * Said twice it stays as it was. What a
 * user says leaves what was agreed to as it is, so that it can be taken back. Gives whether it is new, and how much it has ended.
 */
export async function unsubscribe(tx: Tx, no: No): Promise<{ isNew: boolean; ended: number }> {
  const { channel, address, purposes = PURPOSES, saidBy, source, now, from = '' } = no;
  const [said] = await tx<{ isNew: boolean }>`
    select suppress(${channel}, ${address}, ${[...purposes]}::text[], 'unsubscribed', ${saidBy}, ${source}, ${now}) as "isNew"`;
  if (saidBy === 'user') return { isNew: said!.isNew, ended: 0 };
  const { count } = await tx`
    update consents set withdrawn_at = ${now}, withdrawn_from = nullif(${from}, '')
    where channel = ${channel} and mailbox(address) = mailbox(${address}) and purpose = any(${[...purposes]}::text[])
      and confirmed_at is not null and withdrawn_at is null`;
  return { isNew: said!.isNew, ended: count };
}

/**
 * The person says no: at this address and at each of theirs, also where `no` was said at one that is not theirs any more. What comes to them
 * later has it from them (sql: `inherit_noes`).
 */
export async function unsubscribePerson(tx: Tx, contactId: string, no: No): Promise<void> {
  const others = (await addressesOf(tx, contactId)).filter(
    (one) => one.channel !== no.channel || one.address !== no.address,
  );
  for (const place of [no, ...others])
    await unsubscribe(tx, { ...no, ...{ channel: place.channel, address: place.address } });
  await tx`select heed_noes(${contactId}, ${no.channel}, ${no.address})`;
}

/** Where somebody can be written to, as far as it is proven theirs. */
export async function addressesOf(sql: Sql, contactId: string): Promise<Mailbox[]> {
  return sql<Mailbox>`
    select channel, address from contact_identities
    where contact_id = ${contactId} and not claimed and channel = any((select ${[...REMOTE]}::text[])::text[]) order by id`;
}

/** Nothing unasked goes there until a time; said anew it ends then. */
export async function pause(tx: Tx, { channel, address }: Mailbox, { now, until }: { now: Date; until: Date }) {
  await tx`select suppress(${channel}, ${address}, array[''], 'paused', 'person', 'page', ${now}, ${until})`;
}

/** They end their pause. */
export async function endPause(tx: Tx, { channel, address }: Mailbox, now: Date): Promise<void> {
  await tx`select lift_suppressions(${channel}, ${address}, array[''], array['paused'], array['person'], ${now})`;
}

/** A user takes back what a user has said; what the person has said stays. Gives whether there was anything. */
export async function liftOwn(tx: Tx, { channel, address }: Mailbox, purposes: readonly Purpose[], now: Date) {
  const [lifted] = await tx<{ lifted: boolean }>`
    select lift_suppressions(${channel}, ${address}, ${[...purposes]}::text[], array['unsubscribed'], array['user'], ${now}) as lifted`;
  return lifted!.lifted;
}

/** What stands against writing unasked to each address of a contact. */
export async function refusalsOf(sql: Sql, contactId: string, now: Date): Promise<(Suppression & Mailbox)[]> {
  const whom = { channel: sql`a.channel`, address: sql`a.address`, now };
  return sql<Suppression & Mailbox>`
    select distinct on (a.channel, a.address, s.reason, s.purpose)
      a.channel, a.address, s.purpose, s.reason, s.said_by as "saidBy", s.source, s.at, s.until
    -- by the person alone: without statistics the planner would rather walk the addresses of all in the order that is asked for
    from (select channel, address from contact_identities where contact_id = ${contactId} offset 0) a
    cross join lateral (select s.* from ${heldAgainst(sql, whom)}) s
    order by a.channel, a.address, s.reason, s.purpose, s.at desc`;
}

/** What was said there, as these rows tell, and after it had been taken back here, is said again. `said` (sql): rows of the table. */
export async function sayAgain(tx: Tx, said: Fragment): Promise<void> {
  await tx`
    update suppressions s set lifted_at = null, at = r.at, source = r.source, said_by = r.said_by from (${said}) r
    where s.hash = r.hash and s.purpose = r.purpose and s.reason = r.reason
      and s.lifted_at is not null and r.lifted_at is null and r.at > s.lifted_at`;
}

/** Said in one place, and said again there, it was said as of the last time. */
export async function sayAt(
  tx: Tx,
  { channel, address }: Mailbox,
  { source, at }: { source: string; at: Date },
): Promise<void> {
  await tx`
    update suppressions s set at = ${at} from suppression_keys k
    where s.hash = suppression_hash(k.inner_pad, k.outer_pad, ${channel}, ${address}) and s.source = ${source}
      and s.lifted_at is null and s.at < ${at}`;
}

/** They take back where they have said it, as of `at`. */
export async function liftSaidBy(
  tx: Tx,
  { channel, address }: Mailbox,
  { source, at }: { source: string; at: Date },
): Promise<void> {
  await tx`
    update contacts c set refused = (
      select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(c.refused)
      where value ->> 'source' <> ${source} or (value ->> 'at')::timestamptz >= ${at}
    )
    where c.refused <> '{}' and c.id in (
      select i.contact_id from contact_identities i where i.channel = ${channel} and i.address = ${address} and not i.claimed
    )`;
  await tx`
    update suppressions s set lifted_at = ${at} from suppression_keys k
    where s.hash = suppression_hash(k.inner_pad, k.outer_pad, ${channel}, ${address}) and s.source = ${source}
      and s.lifted_at is null and s.at < ${at}`;
}
