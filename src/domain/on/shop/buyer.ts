import { fold } from '../../../text/fold.ts';
import { isNobodysName, isStopgap } from '../../../text/nobody.ts';
import { normaliseEmail } from '../../../text/normalise.ts';
import { isStopgapPhone, normalisePhone } from '../../../text/person/phone.ts';
import type { Context } from '../../context.ts';
import { type Candidate, proposeAlike, seemAlike, type Touched } from '../../desk/alike.ts';
import { cityName } from '../../people/city.ts';
import { type Contact, knowSince, type Marks, refreshSearchKeys, sharedSign } from '../../people/contact.ts';
import { followLanguage, type Language, languageOf } from '../../people/contact_language.ts';
import { metAlready, noteSeen } from '../../people/met.ts';
import { BY_BILL } from '../../people/name.ts';
import { isManys } from '../../people/names_fit.ts';
import { resolveVisit, type Visit } from '../../people/resolve.ts';
import { followRecords } from '../../people/shop_record.ts';
import { addSigns, EMAIL, holdersOfSigns, type Identity, phoneMark, type Sign } from '../../people/sign.ts';
import type { ShopCustomer } from '../../shop_event.ts';

/** A customer as a shop names them in one of its events. */
export interface Named extends Visit {
  customer: ShopCustomer;
  language: Language | undefined;
  since: Date;
  /** As a guest, if an own system's account turns out to be somebody else's; of a guest by a phone: as another one who has it too. */
  otherwise?: Named;
  /** As the guest of this order alone, where two have come by that account under one name. */
  alone?: Named;
}

interface Told {
  provider: string;
  connectionId: string;
  updatedAt: Date;
  /** Since when they are known by what is told; absent: since this version. */
  since?: Date;
}

/**
 * What a shop says of a customer, who may be only the buyer of this order; undefined if nothing identifies them. `byAccount`: they came by
 * an account, and are somebody though nothing else is said.
 */
export function namedBy(
  ctx: Context,
  event: Told,
  said: ShopCustomer,
  orderId?: string,
  byAccount = false,
): Named | undefined {
  const customer = withoutStopgaps(ctx, said);
  const identities = identitiesOf(ctx, event, customer, orderId, byAccount);
  if (identities.length === 0) return undefined;
  const account = customer.externalId ? identities[0] : undefined;
  const email = identities.find(({ channel }) => channel === EMAIL)?.address;
  const { phone: typed, phoneFrom } = customer;
  const phone = typed
    ? phoneMark(typed, customer.country ?? ctx.settings.country, account ? phoneFrom : (phoneFrom ?? 'order'))
    : {};
  if (phone.identity) identities.push(phone.identity);
  const language = languageOf('', customer.language);
  const { updatedAt: at, since = at } = event;
  const draft = {
    name: customer.name ?? email ?? phone.sign?.address ?? '',
    ...(customer.name && (account ? { nameFrom: event.provider } : { nameFrom: BY_BILL, billedAt: since })),
    ...{ ...language, city: cityName(customer.city ?? '') || null },
  };
  const marks = { identities, signs: [...(phone.sign ? [phone.sign] : []), ...mailSign(customer, email)] };
  const byRecord = (customer.record?.updatedAt.getTime() ?? 0) > 0;
  const named: Named = { marks, draft, at, since, customer, language, account, byRecord };
  const otherwise = account ? said.ownId && asGuest(ctx, event, named, orderId) : withThatPhone(named, event);
  const alone = account && otherwise && orderId && customer.name && asGuest(ctx, event, named, orderId, orderId);
  return otherwise ? { ...named, otherwise, ...(alone && { alone }) } : named;
}

/**
 * Whoever is not the holder of the account by which they came: it is asked whether they are the same after all. Of whom only the name is
 * known, all that comes by the account under that name is one person's.
 */
function asGuest(
  ctx: Context,
  event: Told,
  { customer, draft, account }: Named,
  orderId?: string,
  at?: string,
): Named | undefined {
  const { externalId, name } = customer;
  const place = at ?? (!name || isNobodysName(name) ? orderId : `${externalId}/${fold(name)}`);
  const guest = namedBy(ctx, event, { ...customer, externalId: null }, place, true);
  if (!guest) return undefined;
  const withAccount = (one: Named): Named => {
    const { identities, signs = [] } = one.marks;
    return { ...one, draft, marks: { identities, signs: [...signs, sharedSign(account!)] } };
  };
  return { ...withAccount(guest), ...(guest.otherwise && { otherwise: withAccount(guest.otherwise) }) };
}

/** Several may buy by one phone: whoever is called otherwise than who did so first is known by it and by their name. */
function withThatPhone(named: Named, { connectionId }: Told): Named | undefined {
  const { customer, marks } = named;
  const { channel, address } = marks.identities[0]!;
  if (!customer.name || channel === EMAIL || address.startsWith(`${connectionId}/#`)) return undefined;
  return {
    ...named,
    marks: { ...marks, identities: [{ channel, address: `${address}/${fold(customer.name).replace(/\s/gu, '_')}` }] },
  };
}

/**
 * A till or a form that wants a mail address and a phone is given some: by noemail@noemail.com, 0000000000 or our own strangers would be
 * one. What an own system writes as a name may be an address.
 */
function withoutStopgaps(ctx: Context, { orderEmail, ...said }: ShopCustomer): ShopCustomer {
  const { email: given, phone } = said;
  const isName = said.ownId && !given && said.name && normaliseEmail(said.name) !== undefined;
  const [email, name] = isName ? [said.name, null] : [given, said.name];
  const isNone = (address: string) => isStopgap(address.trim().toLowerCase()) || isOurOwn(ctx, normaliseEmail(address));
  const isOurs = phone && isOurOwn(ctx, normalisePhone(phone, said.country ?? ctx.settings.country));
  return {
    ...{ ...said, name },
    email: email && isNone(email) ? null : email,
    phone: phone && (isOurs || isStopgapPhone(phone)) ? null : phone,
    ...(orderEmail && !isNone(orderEmail) && { orderEmail }),
  };
}

/** Whether it is the owner's own, or one that we write from. */
const isOurOwn = ({ ownerEmails, ownAddresses }: Context, address: string | undefined): boolean =>
  address !== undefined &&
  [...ownerEmails, ...Object.values(ownAddresses).map((own) => own.toLowerCase())].includes(address);

/** Whom a shop names as a contact; undefined if nothing identifies them. */
export const shopContact = async (ctx: Context, event: Told, customer: ShopCustomer): Promise<Contact | undefined> =>
  (await shopBuyer(ctx, event, customer))?.contact;

/** The same with the address by which they come. */
export async function shopBuyer(ctx: Context, event: Told, customer: ShopCustomer): Promise<Met | undefined> {
  const named = namedBy(ctx, event, customer);
  if (!named) return undefined;
  const met = await meet(ctx, named);
  await askAlike(ctx, met);
  return met;
}

/** Somebody who was met, and who else they may be: that is asked where what they did is written down (`askAlike`). */
export interface Met {
  contact: Touched;
  /** By which of their addresses what they did goes: with it, it goes to whoever it is split off or taken back to. */
  by: string;
  alike: readonly Candidate[];
}

export const askAlike = (ctx: Context, { contact, alike }: Met): Promise<void> => proposeAlike(ctx, contact, alike);

/** The contact that they are, or become. */
export async function meet(ctx: Context, named: Named): Promise<Met> {
  const { contact, as } = await resolveVisit(ctx.tx, named);
  if (as !== named) await keepName(ctx, contact, as);
  if (ctx.pulled === 'history') await knowSince(ctx.tx, contact.id, named.since);
  await followLanguage(ctx.tx, contact, named.language);
  await followRecords(ctx.tx, recordOf(contact, as));
  const { account } = named;
  const touch = as === named || !account ? as.marks : await withoutCommon(ctx, contact, account, as.marks);
  return { contact, by: goesBy(as), alike: await seemAlike(ctx, contact, touch) };
}

/** A guest who is called otherwise here is known by the name under which they bought: it may be all that comes the next time. */
async function keepName({ tx }: Context, { id, name: known }: Contact, { customer: { name } }: Named): Promise<void> {
  if (!name || isManys(name) || fold(name) === fold(known)) return;
  const added = await addSigns(tx, id, [{ channel: 'name', address: name, source: 'order' }]);
  if (added > 0) await refreshSearchKeys(tx, id);
}

/** Whoever is named by an id alone is nobody new where it is known whose the order is. */
export const namedAgain = (named: Named | undefined): Named | undefined => {
  if (!named?.customer.ownId || named.draft.name !== '') return named;
  const { otherwise: _, ...again } = named;
  return again;
};

/** By an account; by an own system's id several may come, so there by the mail address that is given, or the name. */
export function goesBy({ marks: { identities }, customer, account, otherwise }: Named): string {
  const mail = customer.ownId && identities.find(({ channel }) => channel === EMAIL);
  const called = account && customer.name ? otherwise?.marks.identities[0] : undefined;
  return (mail || called || identities[0]!).address;
}

/** An account by which a third one comes is plainly nobody's: about each of its buyers nothing more is asked. */
async function withoutCommon({ tx }: Context, { id }: Contact, account: Identity, marks: Marks): Promise<Marks> {
  const holders = await holdersOfSigns(tx, [account]);
  if (!holders.some((one) => one.id !== id)) return marks;
  const isAccount = ({ channel, address }: Identity) => channel === account.channel && address === account.address;
  return { ...marks, signs: (marks.signs ?? []).filter((sign) => !isAccount(sign)) };
}

/** Those of them who are contacts already and of whom nothing else is new than that they were seen, by their numbers in the list. */
export const knownAlready = ({ tx }: Context, all: readonly (Named | undefined)[]): Promise<Map<number, Contact>> =>
  metAlready(tx, all);

/** Whom an order names, and the contact that they plainly are, if they are one. */
export interface Buying {
  named: Named;
  known: Contact | undefined;
}

/** Whether their shop calls them otherwise by now: whoever comes behind them may be called so, and whoever comes before them was. */
export const isRenamed = ({ known, named: { account, customer } }: Buying): boolean =>
  known !== undefined && account !== undefined && !!customer.record?.name && customer.record.name !== known.name;

/** What follows for different contacts whom `knownAlready` found. */
export async function meetAgain(
  { tx, pulled }: Context,
  all: readonly { contact: Contact; named: Named }[],
): Promise<void> {
  if (all.length === 0) return;
  await noteSeen(
    tx,
    all.map(({ contact, named: { at } }) => ({ contact, at })),
  );
  if (pulled === 'history') for (const { contact, named } of all) await knowSince(tx, contact.id, named.since);
  for (const { contact, named } of all) await followLanguage(tx, contact, named.language);
  await followRecords(
    tx,
    all.flatMap(({ contact, named }) => recordOf(contact, named)),
  );
}

export const recordOf = (contact: Contact, { account: identity, customer }: Named) =>
  identity ? [{ contact, identity, customer }] : [];

/**
 * The identities by which a shop names the buyer; orders go by the first one. A guest's phone proves nothing: it only
 * distinguishes this shop's guests, if it is one. One of whom nothing else is known that could be read is somebody new
 * with each order (`orderId`).
 */
function identitiesOf(
  { settings }: Context,
  { provider, connectionId }: Told,
  { externalId, name, email: typed, phone, country }: ShopCustomer,
  orderId?: string,
  byAccount = false,
): Identity[] {
  const address = typed && normaliseEmail(typed);
  const email: Identity[] = address ? [{ channel: EMAIL, address }] : [];
  if (externalId) return [{ channel: provider, address: `${connectionId}/${externalId}` }, ...email];
  const sign = phone ? phoneMark(phone, country ?? settings.country, 'order').sign : undefined;
  const isRead = sign !== undefined && sign.source !== 'unread';
  const guest = isRead ? sign.address : (name || sign || byAccount) && orderId ? `#${orderId}` : undefined;
  if (email.length > 0 || guest === undefined) return email;
  return [{ channel: `${provider}_guest`, address: `${connectionId}/${guest}` }];
}

/** A mail address other than their own, given with an order, may belong to anybody. */
function mailSign({ orderEmail }: ShopCustomer, own: string | null | undefined): Sign[] {
  const address = orderEmail && normaliseEmail(orderEmail);
  return address && address !== own ? [{ channel: EMAIL, address, source: 'order' }] : [];
}
