import type { Sql, Tx } from '../../db/sql.ts';
import { head } from '../../text/cut.ts';
import { foldLetters } from '../../text/fold.ts';
import { normaliseEmail, visible } from '../../text/normalise.ts';
import { readPhone, writePhone } from '../../text/person/phone.ts';

/**
 * The channel names under which mail addresses and phone numbers are kept, whoever gave them: the person by writing, a
 * shop, a user.
 */
export const EMAIL = 'email';
export const PHONE = 'phone';
/** Somebody of whom we know only the name, under the address of a group that passes their mail on: `<group>/<name>`. */
export const MAIL_GROUP = 'mail_group';

/** Somebody who gave no address in a website's form, under the address from which the form came. */
const MAIL_FORM = 'mail_form';

/** Where a contact can be reached and what identifies them. Addresses are normalised before they come here. */
export interface Identity {
  channel: string;
  address: string;
  /** Named by somebody else, so not proven to be this person's. */
  claimed?: boolean;
}

/** The identity of somebody who writes under this name through a group; mail never goes there. */
export function inMailGroup(group: string, name: string): Identity {
  return { channel: MAIL_GROUP, address: `${group}/${foldLetters(name).trim()}`, claimed: true };
}

/**
 * The identity of somebody who filled in a form of this website, by what else they gave (`known`); mail never goes
 * there.
 */
export function inMailForm(site: string, known: string): Identity {
  return { channel: MAIL_FORM, address: `${site}/${known}`, claimed: true };
}

/**
 * Where an address that proves nothing comes from: an order's postal address, the order itself, or somebody else who
 * named it; or why it proves nothing: nobody can read it as typed, it has an extension, it is a number that many share,
 * or it is somebody else's here. For a name: somebody has written or bought (`order`) under it from an
 * address of theirs, or they were called so before.
 */
export type SignSource =
  | 'address'
  | 'order'
  | 'named'
  | 'unread'
  | 'extension'
  | 'service'
  | 'shared'
  | 'writer'
  | 'former';

/** An address that may be a contact's: they are found by it and it is shown with them, but it never identifies them. */
export interface Sign {
  channel: string;
  address: string;
  source: SignSource;
}

/** How much is kept of an address that nobody could read, as typed. */
const LONGEST = 60;

/**
 * What a phone says about the person it came with: it identifies them if it is their own (no `source`) and one person's
 * alone; otherwise it is only a sign. `country` is for reading numbers without + or 00.
 */
export function phoneMark(typed: string, country: string, source?: SignSource): { identity?: Identity; sign?: Sign } {
  const channel = PHONE;
  const phone = readPhone(typed, country);
  if (!phone) return { sign: { channel, address: asWritten(typed), source: 'unread' } };
  const address = writePhone(phone);
  if (phone.extension) return { sign: { channel, address, source: 'extension' } };
  if (source || phone.service) return { sign: { channel, address, source: source ?? 'service' } };
  return { identity: { channel, address } };
}

/** What is on somebody's contact card besides what identifies them: phones and mail addresses that may be theirs. */
export function signsOnCard(written: readonly string[], country: string): Sign[] {
  return written.flatMap((one) => {
    const email = normaliseEmail(one);
    const sign: Sign | undefined = email
      ? { channel: EMAIL, address: email, source: 'named' }
      : phoneMark(one, country, 'named').sign;
    return sign ?? [];
  });
}

/** A number with its country code is the same however it is grouped. */
function asWritten(typed: string): string {
  const written = head(visible(typed).trim(), LONGEST);
  const digits = written.replace(/[\s().-]/g, '');
  return /^\+\d{6,15}$/.test(digits) ? digits : written;
}

/** How many holders of one sign are looked at (a relayed number has many). */
const MOST_HOLDERS = 5;

/** Adds the signs that the contact has neither as a sign nor as an identity. Returns how many those were. */
export const addSigns = (tx: Tx, contactId: string, signs: readonly Sign[]): Promise<number> =>
  addSignsOf(
    tx,
    signs.map((sign) => ({ ...sign, contactId })),
  );

/** The same for several contacts. */
export async function addSignsOf(tx: Tx, signs: readonly (Sign & { contactId: string })[]): Promise<number> {
  if (signs.length === 0) return 0;
  const { count } = await tx`
    insert into contact_signs (contact_id, channel, address, source)
    select s."contactId", s.channel, s.address, s.source
    from jsonb_to_recordset(${tx.json([...signs])}) as s ("contactId" bigint, channel text, address text, source text)
    where not exists (
      select from contact_identities i
      where i.contact_id = s."contactId" and i.channel = s.channel and i.address = s.address
    )
    on conflict (contact_id, channel, address) do nothing`;
  return count;
}

export async function signsOf(sql: Sql, contactId: string): Promise<Sign[]> {
  return sql<Sign>`select channel, address, source from contact_signs where contact_id = ${contactId} order by id`;
}

/** Some of those who have one of these signs: for each sign the oldest first. */
export async function holdersOfSigns(
  sql: Sql,
  signs: readonly Identity[],
): Promise<{ id: string; name: string; channel: string; address: string }[]> {
  return sql<{ id: string; name: string; channel: string; address: string }>`
    select h.id, h.name, a.channel, a.address
    from unnest((select ${signs.map((one) => one.channel)}::text[]), (select ${signs.map((one) => one.address)}::text[]))
      with ordinality a (channel, address, nth)
    cross join lateral (
      select c.id, c.name, s.id as sign from contact_signs s join contacts c on c.id = s.contact_id
      where s.channel = a.channel and s.address = a.address order by s.id + 0 limit ${MOST_HOLDERS}
    ) h
    order by a.nth, h.sign`;
}

/**
 * Some of those who have one of these as an address or as a sign (for each the oldest first); those whose address it is
 * come first.
 */
export async function holdersOfMarks(
  sql: Sql,
  marks: readonly Identity[],
): Promise<{ id: string; kind: 'held' | 'sign'; channel: string; address: string }[]> {
  return sql<{ id: string; kind: 'held' | 'sign'; channel: string; address: string }>`
    select h.id, h.kind, a.channel, a.address
    from unnest((select ${marks.map((one) => one.channel)}::text[]), (select ${marks.map((one) => one.address)}::text[]))
      with ordinality a (channel, address, nth)
    cross join lateral (
      (
        select contact_id as id, 'held' as kind, id as mark from contact_identities
        where channel = a.channel and address = a.address limit 1
      )
      union all
      (
        select contact_id, 'sign', id from contact_signs
        where channel = a.channel and address = a.address order by id + 0 limit ${MOST_HOLDERS}
      )
    ) h
    order by h.kind, a.nth, h.mark`;
}

/** Drops signs that have been proven to be theirs. */
export async function dropOwnSigns(tx: Tx, contactId: string): Promise<void> {
  await tx`
    delete from contact_signs s using contact_identities i
    where s.contact_id = ${contactId} and i.contact_id = s.contact_id and i.channel = s.channel and i.address = s.address`;
}
