import type { Fragment, Sql, Tx } from '../../db/sql.ts';
import type { Locale } from '../../text/locale.ts';
import { mailboxMeant } from '../../text/person/one_mailbox.ts';
import type { Context } from '../context.ts';
import { EMAIL } from './sign.ts';

/** For what somebody lets us write to them unasked: news, special offers, and reminders (a cart left behind, a review). */
export const PURPOSES = ['newsletter', 'offers', 'reminders'] as const;
export type Purpose = (typeof PURPOSES)[number];

/** What may be written to many: one of these, or service that belongs to what they have bought or asked for, which needs no word of theirs. */
export type Reached = Purpose | 'service';

/**
 * How it is known that they agreed. `page`: they pressed the button on a page whose address only they were sent (double opt-in);
 * `shop_confirmed`, `shop`: a shop says so, with and without a mail to confirm it; `user`: a user wrote down how.
 */
export const PROOFS = ['page', 'shop_confirmed', 'shop', 'user'] as const;
export type Proof = (typeof PROOFS)[number];

/** Where somebody is written to. */
export interface Mailbox {
  channel: string;
  address: string;
}

/** What somebody has been asked or has agreed to, and what shows that. */
export interface Consent extends Mailbox {
  id: string;
  contactId: string;
  purpose: Purpose;
  locale: Locale;
  /** The words that they agreed to, or those of the user who wrote down how they did. */
  words: string;
  /** Where it was asked or said: 'form:3', 'page', 'import:5', 'shop:7', 'command', 'key:2' (proposed with that API key). */
  source: string;
  proof: Proof;
  askedAt: Date;
  confirmedAt: Date | null;
  withdrawnAt: Date | null;
}

/** Where a user has said it: by themselves, or at the proposal of a program with a key. */
export const sourceOf = ({ key }: Pick<Context, 'key'>): string => (key === undefined ? 'command' : `key:${key}`);
export const isProposed = (source: string): boolean => source.startsWith('key:');

export interface Asking extends Mailbox {
  contactId: string;
  /** One question may be about several. */
  purposes: readonly Purpose[];
  locale: Locale;
  /** What stood beside the box that they ticked. */
  words: string;
  /** Where that was: 'form:3', 'page', 'command'. */
  source: string;
  /** The address of their network, shortened; '' if it is not known. */
  from: string;
}

/** One address is asked at most so often in a day, and in thirty days: whoever types in somebody else's cannot flood them. */
const MOST_A_DAY = 1;
const MOST_A_MONTH = 3;
/** So many addresses of one domain that is nobody's provider are asked in a day: whose it is may get what is sent to any name there. */
const MOST_AT_DOMAIN = 10;
/** And so many addresses in an hour, whoever types them in. */
export const MOST_AN_HOUR = 60;

const columns = (sql: Sql) => sql`
  id, contact_id as "contactId", channel, address, purpose, locale, words, source, proof, asked_at as "askedAt",
  confirmed_at as "confirmedAt", withdrawn_at as "withdrawnAt"`;

/** That a row of `c` counts. */
const isGiven = (sql: Sql, c: Fragment): Fragment => sql`${c}.confirmed_at is not null and ${c}.withdrawn_at is null`;

/**
 * Notes that somebody is asked to confirm, and returns the token of the page where they can. Undefined: they have
 * agreed to all of it already, were asked lately, or too many are being asked.
 */
export async function askConsent({ tx, random, now }: Pick<Context, 'tx' | 'random' | 'now'>, asking: Asking) {
  const { contactId, channel, address, purposes, locale, words, source, from } = asking;
  // what two forms count at one moment must agree
  await tx`select pg_advisory_xact_lock(hashtextextended('consents', 0))`;
  if (await askedByAlias(tx, channel, address, now)) return undefined;
  const token = `${random()}${random()}`;
  const [asked] = await tx<{ token: string }>`
    insert into consents (contact_id, channel, address, purpose, token, locale, words, source, asked_at, asked_from)
    select ${contactId}, ${channel}, ${address}, p, ${token}, ${locale}, ${words}, ${source}, ${now}, nullif(${from}, '')
    from unnest((select ${[...purposes]}::text[])) p
    where not exists (
        select from consents c where channel = ${channel} and address = ${address} and purpose = p and ${isGiven(tx, tx`c`)}
      )
      and (
        select count(distinct token) filter (where asked_at > ${now}::timestamptz - interval '1 day') < ${MOST_A_DAY}
          and count(distinct token) < ${MOST_A_MONTH}
        from consents
        where channel = ${channel} and mailbox(address) = mailbox(${address}) and asked_at > ${now}::timestamptz - interval '30 days'
      )
      and (select count(distinct token) from consents where asked_at > ${now}::timestamptz - interval '1 hour') < ${MOST_AN_HOUR}
    returning token`;
  return asked?.token;
}

const DAY_MS = 24 * 3_600_000;

/** Whether the mailbox was asked lately by another of its names, or too many at its domain were. */
async function askedByAlias(sql: Sql, channel: string, address: string, now: Date): Promise<boolean> {
  if (channel !== EMAIL) return false;
  const meant = mailboxMeant(address);
  const rows = await sql<{ address: string; token: string; askedAt: Date }>`
    select min(address) as address, token, min(asked_at) as "askedAt" from consents
    cross join lateral (select split_part(lower(address), '@', 2) as domain) at
    where channel = ${EMAIL} and asked_at > ${now}::timestamptz - interval '30 days'
      and exists (select from unnest(${[...meant.domains]}::text[]) d where domain = d or domain like '%.' || d)
    group by token`;
  const today = rows.filter(({ askedAt }) => askedAt.getTime() > now.getTime() - DAY_MS);
  const isSame = (one: { address: string }) => mailboxMeant(one.address).key === meant.key;
  if (rows.filter(isSame).length >= MOST_A_MONTH || today.filter(isSame).length >= MOST_A_DAY) return true;
  return meant.isOwn && today.length >= MOST_AT_DOMAIN;
}

/** What many are asked at once. */
interface AskingEach extends Pick<Asking, 'purposes' | 'source'> {
  channel: string;
  words: (locale: Locale) => string;
}

/**
 * Notes that each of these is asked to confirm, and gives the token of everybody's page by their address. Whoever was asked from there
 * already keeps theirs. Whether they may be asked at all has been looked at (`whyUnasked`).
 */
export async function askEach(
  { tx, random, now }: Pick<Context, 'tx' | 'random' | 'now'>,
  people: readonly Pick<Asking, 'contactId' | 'address' | 'locale'>[],
  { channel, purposes, words, source }: AskingEach,
): Promise<Map<string, string>> {
  const rows = people.map(({ contactId, address, locale }) => ({
    ...{ contact_id: contactId, address, locale, words: words(locale), token: `${random()}${random()}` },
  }));
  const asked = await tx<{ address: string; token: string }>`
    with people as materialized (
      select * from jsonb_to_recordset(${tx.json(rows)}) as r (contact_id bigint, address text, locale text, words text, token text)
    ), known as materialized (
      select c.address, min(c.token) as token from people join consents c
        on c.channel = ${channel} and c.address = people.address and c.source = ${source} and c.token is not null
      group by c.address
    ), fresh as (
      insert into consents (contact_id, channel, address, purpose, token, locale, words, source, asked_at)
      select contact_id, ${channel}, address, p, token, locale, words, ${source}, ${now}
      from people cross join unnest((select ${[...purposes]}::text[])) p
      where not exists (select from known where known.address = people.address)
      returning address, token
    )
    select address, token from known union select address, token from fresh`;
  return new Map(asked.map(({ address, token }) => [address, token]));
}

/** What was asked on the page with this token, a row for each purpose; none: no page has it. */
export async function consentsAt(sql: Sql, token: string): Promise<Consent[]> {
  return sql<Consent>`select ${columns(sql)} from consents where token = ${token} order by id`;
}

/** A link that is older confirms nothing: who has it by then may be somebody else. */
const LINK_DAYS = 7;

/** Whether the question was asked too long ago to be answered with a yes; a no is taken always. */
export const isStale = ({ askedAt }: Consent, now: Date): boolean =>
  now.getTime() - askedAt.getTime() > LINK_DAYS * DAY_MS;

/** They agree, to all that the page asks or to what of it is named; done twice it stays as it was, and one agreed to on another page counts as this one. */
export async function confirmConsent(
  tx: Tx,
  token: string,
  { now, from, purposes = PURPOSES }: { now: Date; from: string; purposes?: readonly Purpose[] },
): Promise<void> {
  // of two pages that are answered at one moment each must see what the other has said
  await tx`select pg_advisory_xact_lock(hashtextextended('consents', 0))`;
  await tx`
    update consents c set confirmed_at = ${now}, confirmed_from = nullif(${from}, ''), withdrawn_at = null, withdrawn_from = null
    where token = ${token} and purpose = any((select ${[...purposes]}::text[])::text[])
      and asked_at >= ${now}::timestamptz - ${LINK_DAYS} * interval '1 day' and (confirmed_at is null or withdrawn_at is not null)
      and not exists (
        select from consents other where other.channel = c.channel and other.address = c.address and other.purpose = c.purpose
          and other.id <> c.id and ${isGiven(tx, tx`other`)}
      )`;
}

/** Whether all that a page asks has been agreed to, there or on another page. */
export async function isAllGiven(sql: Sql, token: string): Promise<boolean> {
  const [row] = await sql<{ given: boolean }>`
    select coalesce(bool_and(exists (
      select from consents c where c.channel = asked.channel and c.address = asked.address and c.purpose = asked.purpose
        and ${isGiven(sql, sql`c`)}
    )), false) as given from consents asked where token = ${token}`;
  return row!.given;
}

/** To what an address has agreed after `from` and not after `to`, and agrees still. */
export async function agreedBetween(sql: Sql, { channel, address }: Mailbox, from: Date, to: Date): Promise<Purpose[]> {
  const rows = await sql<{ purpose: Purpose }>`
    select distinct purpose from consents c where channel = ${channel} and mailbox(address) = mailbox(${address})
      and confirmed_at > ${from} and confirmed_at <= ${to} and ${isGiven(sql, sql`c`)}`;
  return rows.map(({ purpose }) => purpose);
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

export interface Agreement extends Mailbox {
  contactId: string;
  purposes: readonly Purpose[];
  locale: Locale;
  words: string;
  source: string;
  proof: Exclude<Proof, 'page'>;
  /** When they agreed. */
  at: Date;
  /** Which user wrote it down; null: a shop says it. */
  userId: string | null;
}

/** Notes that somebody has agreed elsewhere. What they had agreed to already stays as it is; a shop may say that it was said again. Returns for what that is new. */
export async function noteAgreement(tx: Tx, agreement: Agreement): Promise<Purpose[]> {
  const { contactId, channel, address, purposes, locale, words, source, proof, at, userId } = agreement;
  const rows = await tx<{ purpose: Purpose }>`
    insert into consents (contact_id, channel, address, purpose, locale, words, source, proof, user_id, asked_at, confirmed_at)
    select ${contactId}, ${channel}, ${address}, p, ${locale}, ${words}, ${source}, ${proof}, ${userId}::bigint, ${at}, ${at}
    from unnest((select ${[...purposes]}::text[])) p
    on conflict (channel, address, purpose) where confirmed_at is not null and withdrawn_at is null
      do update set confirmed_at = excluded.confirmed_at
      where consents.source = excluded.source and consents.proof <> 'user' and excluded.confirmed_at > consents.confirmed_at
    returning purpose`;
  return rows.map(({ purpose }) => purpose);
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

/** What was agreed to at the addresses that a contact has, whoever had them then: the newest of each address and purpose. */
export async function consentsOf(sql: Sql, contactId: string): Promise<Consent[]> {
  return sql<Consent>`
    select distinct on (channel, address, purpose) ${columns(sql)} from consents
    where (channel, address) in (select i.channel, i.address from contact_identities i where i.contact_id = ${contactId})
    order by channel, address, purpose, (confirmed_at is not null and withdrawn_at is null) desc, id desc`;
}
