import type { Sql, Tx } from '../../db/sql.ts';
import type { Known, Marks, NewContact } from './contact.ts';
import { BY_USER, looksLikeAddress, STAND_IN } from './name.ts';
import { bestFit, type Fit, isCalled, isManys, isSurelyOne } from './names_fit.ts';
import { EMAIL, type Identity, PHONE } from './sign.ts';

/** Who comes by an account. */
interface Coming {
  marks: Marks;
  draft: NewContact;
  byRecord?: boolean;
}

/** So many of those who came by one account are looked at. */
const MOST_GUESTS = 200;

/** Somebody who is known by an account: its holder, or one of its guests. */
interface Person {
  id: string;
  isMailed: boolean;
  /** Who gave them the name that they have. */
  nameFrom: string | null;
  /** All that they are or were called; not what an account is called otherwise that gave their mail address or phone. */
  names: readonly string[];
}

/**
 * Who comes by this account: its holder, a guest who came by it before, or somebody of their own (null). An own system may give one id
 * to many (its counter's, a test's), and what one of them is written would leave for another. Whoever comes with a mail address of the
 * holder's is the holder; with another, where they have one, they are not; else the name says it, and without one nobody does once
 * several have come. Whoever is called exactly so outranks
 * whoever the name may be short for, and what fits two is nobody's of them.
 */
export async function whoComes(tx: Tx, { contact, identity }: Known, coming: Coming): Promise<string | null> {
  const { marks, draft, byRecord = false } = coming;
  const { name } = draft;
  const mails = addressesOf(EMAIL, marks);
  const phones = addressesOf(PHONE, marks);
  if (mails.length + phones.length === 0 && name === '')
    return !byRecord && (await hasGuests(tx, contact.id, identity)) ? null : contact.id;
  const [held] = await tx<{ hasMail: boolean; hasPhone: boolean; isReached: boolean }>`
    with own as materialized (
      select channel, address from contact_identities where contact_id = ${contact.id} and channel in (${EMAIL}, ${PHONE})
      union all select channel, address from contact_signs where contact_id = ${contact.id} and channel = ${PHONE}
    )
    select
      exists (select from own where channel = ${EMAIL} and address = any(${mails}::text[])) as "hasMail",
      exists (select from own where channel = ${PHONE} and address = any(${phones}::text[])) as "hasPhone",
      exists (select from own) as "isReached"`;
  const { hasMail, hasPhone, isReached } = held!;
  if (hasMail) return contact.id;
  const isNameAlone = mails.length === 0 && (hasPhone || phones.length === 0);
  const [holder, ...guests] = await peopleBy(tx, contact.id, identity);
  if (isNameAlone && byRecord) {
    // whoever is called only as their account calls them, or as the owner does, may be called otherwise by it
    const isOwn = ['', identity.channel, BY_USER, STAND_IN].includes(holder!.nameFrom ?? '');
    return isOwn || !(await isAnothers(name, holder!.names)) ? contact.id : null;
  }
  const isOut = mails.length > 0 && holder!.isMailed && !byRecord;
  const isUnknown = holder!.names.length === 0 && (isNameAlone || hasPhone || !isReached);
  const fits: { id: string; fit: Fit }[] = [];
  for (const { id, names, isMailed } of [holder!, ...guests]) {
    const isHolder = id === contact.id;
    if (isHolder ? isOut : mails.length > 0 && isMailed) continue;
    const fit = await fitOfOne({ name, names, isNameAlone, hasPhone: isHolder && hasPhone });
    fits.push({ id, fit: isHolder && isUnknown ? (fit ?? 'perhaps') : fit });
  }
  return onlyOne(fits, contact.id, name);
}

/** Whether others than the holder have come by an account: whoever gives no name may be any of them. */
async function hasGuests(tx: Tx, holder: string, { channel, address }: Identity): Promise<boolean> {
  const rows = await tx`
    select from contact_signs where channel = ${channel} and address = ${address} and contact_id <> ${holder} limit 1`;
  return rows.length > 0;
}

/** Whether another than this one of those who are known by an account is called exactly so. */
export async function isCalledSoToo(tx: Tx, { contact, identity }: Known, name: string, id: string): Promise<boolean> {
  for (const one of await peopleBy(tx, contact.id, identity))
    if (one.id !== id && (await bestFit(name, one.names)) === 'written') return true;
  return false;
}

/** With an address or a phone that is new it takes a whole name. */
async function fitOfOne(asked: {
  name: string;
  names: readonly string[];
  isNameAlone: boolean;
  hasPhone: boolean;
}): Promise<Fit> {
  const { name, names, isNameAlone, hasPhone } = asked;
  if (isNameAlone && (name === '' || looksLikeAddress(name))) return hasPhone ? 'perhaps' : null;
  const fit = await bestFit(name, names);
  if (isNameAlone) return fit;
  for (const one of names) if (await isSurelyOne(name, one)) return fit ?? 'shorter';
  return hasPhone && (await isCalledOne(name, names)) ? (fit ?? 'perhaps') : null;
}

/** Who the name fits best, if it is one: the holder, or a guest with a whole name, or exactly theirs. */
function onlyOne(fits: readonly { id: string; fit: Fit }[], holder: string, name: string): string | null {
  const of = (...asked: Fit[]) => fits.filter(({ fit }) => asked.includes(fit));
  const best = [of('written'), of('read'), of('shorter', 'perhaps')].find((found) => found.length > 0) ?? [];
  const [one, another] = best;
  if (!one || another) return null;
  return one.id === holder || (one.fit !== 'perhaps' && !isManys(name)) ? one.id : null;
}

/** The holder of an account, and those who came by it as guests. */
const peopleBy = async (tx: Sql, holder: string, { channel, address }: Identity): Promise<Person[]> => {
  const rows = await tx<Person & { byMail: string[] }>`
    with known as materialized (
      select ${holder}::bigint as id, 0::bigint as nth
      union all (
        select contact_id, id from contact_signs
        where channel = ${channel} and address = ${address} and contact_id <> ${holder} order by id + 0 limit ${MOST_GUESTS}
      )
    )
    select k.id,
      exists (select from contact_identities where contact_id = k.id and channel = ${EMAIL}) as "isMailed",
      (select name_from from contacts where id = k.id) as "nameFrom",
      array(
        select name from contacts where id = k.id
        union select told_name from contact_identities where contact_id = k.id and told_name is not null and joined_by is null
        union select known_as from contact_identities where contact_id = k.id and known_as is not null
        union select address from contact_signs where contact_id = k.id and channel = 'name'
      ) as names,
      array(select told_name from contact_identities where contact_id = k.id and told_name is not null and joined_by = ${EMAIL}) as "byMail"
    from known k order by k.nth`;
  const people: Person[] = [];
  for (const { byMail, ...one } of rows) {
    const names = one.names.filter(isName);
    const told: string[] = [];
    for (const name of byMail.filter(isName)) if (!(await isAnothers(name, names))) told.push(name);
    people.push({ ...one, names: [...names, ...told] });
  }
  return people;
};

const isName = (name: string): boolean => name !== '' && !looksLikeAddress(name);

/** Whether a name is another than all that somebody is or was called: one that says more than theirs, or no more than a family name, is. */
export async function isAnotherName(sql: Sql, contactId: string, name: string): Promise<boolean> {
  if (!isName(name)) return false;
  const [{ names } = { names: [] }] = await peopleBy(sql, contactId, { channel: '', address: '' });
  return isAnothers(name, names);
}

/**
 * The same of a guest, whom the phone of an order may bring to whoever has it. By the name of the bill by which they came first they are
 * known, whatever the owner has called them since.
 */
export async function isAnotherGuest(sql: Sql, { contact, identity }: Known, name: string): Promise<boolean> {
  if (!(await isAnotherName(sql, contact.id, name))) return false;
  const [first] = await sql<{ name: string }>`
    select billed_to as name from orders where contact_id = ${contact.id} and buyer = ${identity.address} and billed_to is not null
    order by placed_at, id limit 1`;
  return first === undefined || isAnothers(name, [first.name]);
}

/** The same of names that are known; what is no name is nobody else's. */
const isAnothers = async (name: string, names: readonly string[]): Promise<boolean> =>
  isName(name) && names.length > 0 && !(await isCalledOne(name, names));

async function isCalledOne(name: string, names: readonly string[]): Promise<boolean> {
  for (const one of names) if (await isCalled(name, one)) return true;
  return false;
}

const addressesOf = (of: string, { identities, signs = [] }: Marks): string[] =>
  [...identities, ...(of === PHONE ? signs : [])].filter(({ channel }) => channel === of).map(({ address }) => address);
