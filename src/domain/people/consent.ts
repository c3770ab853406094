import type { Fragment, Sql, Tx } from '../../db/sql.ts';
import type { Locale } from '../../text/locale.ts';
import type { Context } from '../context.ts';

/** For what somebody lets us write to them unasked. */
export const PURPOSES = ['newsletter'] as const;
export type Purpose = (typeof PURPOSES)[number];

/** What somebody has been asked, and what they have said. */
export interface Consent {
  id: string;
  contactId: string;
  channel: string;
  address: string;
  purpose: Purpose;
  locale: Locale;
  /** The words that they agreed to. */
  words: string;
  askedAt: Date;
  confirmedAt: Date | null;
  withdrawnAt: Date | null;
}

export interface Asking {
  contactId: string;
  channel: string;
  address: string;
  purpose: Purpose;
  locale: Locale;
  /** What stood beside the box that they ticked. */
  words: string;
  /** Where that was: 'form:3'. */
  source: string;
  /** The address of their network, shortened; '' if it is not known. */
  from: string;
}

/** One address is asked at most so often in a day, and in thirty days: whoever types in somebody else's cannot flood them. */
const MOST_A_DAY = 1;
const MOST_A_MONTH = 3;
/** And so many addresses in an hour, whoever types them in. */
export const MOST_AN_HOUR = 60;

const columns = (sql: Sql) => sql`
  id, contact_id as "contactId", channel, address, purpose, locale, words, asked_at as "askedAt",
  confirmed_at as "confirmedAt", withdrawn_at as "withdrawnAt"`;

/**
 * Notes that somebody is asked to confirm, and returns the token of the page where they can. Undefined: they have
 * agreed already, were asked lately, or too many are being asked.
 */
export async function askConsent({ tx, random, now }: Pick<Context, 'tx' | 'random' | 'now'>, asking: Asking) {
  const { contactId, channel, address, purpose, locale, words, source, from } = asking;
  // what two forms count at one moment must agree
  await tx`select pg_advisory_xact_lock(hashtextextended('consents', 0))`;
  const token = `${random()}${random()}`;
  const [asked] = await tx<{ token: string }>`
    insert into consents (contact_id, channel, address, purpose, token, locale, words, source, asked_at, asked_from)
    select ${contactId}, ${channel}, ${address}, ${purpose}, ${token}, ${locale}, ${words}, ${source}, ${now}, nullif(${from}, '')
    where not exists (
        select from consents where channel = ${channel} and address = ${address} and purpose = ${purpose}
          and confirmed_at is not null and withdrawn_at is null
      )
      and (
        select count(*) filter (where asked_at > ${now}::timestamptz - interval '1 day') < ${MOST_A_DAY} and count(*) < ${MOST_A_MONTH}
        from consents
        where channel = ${channel} and ${mailbox(tx, tx`address`)} = ${mailbox(tx, tx`${address}::text`)}
          and asked_at > ${now}::timestamptz - interval '30 days'
      )
      and (select count(*) from consents where asked_at > ${now}::timestamptz - interval '1 hour') < ${MOST_AN_HOUR}
    returning token`;
  return asked?.token;
}

/** One mailbox has many spellings: what stands behind a plus is the reader's own, and Google leaves out points. */
const mailbox = (sql: Sql, address: Fragment): Fragment => sql`(
  select case when host in ('gmail.com', 'googlemail.com') then replace(box, '.', '') || '@gmail.com' else box || '@' || host end
  from (select split_part(split_part(lower(${address}), '@', 1), '+', 1) as box, split_part(lower(${address}), '@', 2) as host) parts)`;

/** What was asked on the page with this token. */
export async function consentAt(sql: Sql, token: string): Promise<Consent | undefined> {
  const [consent] = await sql<Consent>`select ${columns(sql)} from consents where token = ${token}`;
  return consent;
}

/** They agree; done twice it stays as it was, and one agreed to on another page counts as this one. */
export async function confirmConsent(tx: Tx, token: string, { now, from }: { now: Date; from: string }): Promise<void> {
  await tx`
    update consents c set confirmed_at = ${now}, confirmed_from = nullif(${from}, ''), withdrawn_at = null, withdrawn_from = null
    where token = ${token} and (confirmed_at is null or withdrawn_at is not null)
      and not exists (
        select from consents other where other.channel = c.channel and other.address = c.address and other.purpose = c.purpose
          and other.id <> c.id and other.confirmed_at is not null and other.withdrawn_at is null
      )`;
}

/** They agree no more, wherever they had. */
export async function withdrawConsent(
  tx: Tx,
  token: string,
  { now, from }: { now: Date; from: string },
): Promise<void> {
  await tx`
    update consents c set withdrawn_at = ${now}, withdrawn_from = nullif(${from}, '')
    from consents asked
    where asked.token = ${token} and c.channel = asked.channel and c.address = asked.address and c.purpose = asked.purpose
      and c.withdrawn_at is null and (c.confirmed_at is not null or c.id = asked.id)`;
}

/**
 * What these addresses had agreed to before they withdrew, as these rows say or ours, is withdrawn. `said` (sql): channel, address,
 * purpose, withdrawn_at, withdrawn_from.
 */
export async function withdrawAlike(tx: Tx, said: Fragment): Promise<void> {
  await tx`
    with said as materialized (${said}), withdrawn as (
      select distinct on (channel, address, purpose) * from (
        select * from said union all
        select c.channel, c.address, c.purpose, c.withdrawn_at, c.withdrawn_from
        from consents c where (c.channel, c.address) in (select channel, address from said)
      ) w where withdrawn_at is not null order by channel, address, purpose, withdrawn_at desc
    )
    update consents c set withdrawn_at = w.withdrawn_at, withdrawn_from = w.withdrawn_from from withdrawn w
    where c.channel = w.channel and c.address = w.address and c.purpose = w.purpose
      and c.withdrawn_at is null and c.confirmed_at <= w.withdrawn_at`;
}

/** The consents of a contact that count: the newest of each address and purpose. */
export async function consentsOf(sql: Sql, contactId: string): Promise<Consent[]> {
  return sql<Consent>`
    select distinct on (channel, address, purpose) ${columns(sql)} from consents where contact_id = ${contactId}
    order by channel, address, purpose, (confirmed_at is not null and withdrawn_at is null) desc, id desc`;
}
