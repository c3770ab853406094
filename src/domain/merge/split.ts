import type { Sql, Tx } from '../../db/sql.ts';
import { normaliseEmail } from '../../text/normalise.ts';
import { conversationsOfIdentity, lockContacts, moveConversations, namesAlone } from '../people/belongings.ts';
import {
  type Contact,
  identitiesOf,
  insertContact,
  loadContact,
  type NewContact,
  type OwnIdentity,
  refreshSearchKeys,
  rename,
} from '../people/contact.ts';
import { cameWith, numberOf } from '../people/identity.ts';
import { BY_BILL, STAND_IN } from '../people/name.ts';
import { EMAIL, type Identity, PHONE } from '../people/sign.ts';
import { followOrders } from '../people/with_orders.ts';
import type { Conversation } from '../talk/conversation.ts';
import type { CameBy } from './came_by.ts';
import { noteMove } from './merge.ts';
import { decide } from './proposal.ts';

/** The contact as it was before, and the new one with what was taken out. */
export interface Parted {
  from: Contact;
  made: Contact;
}

/**
 * Moves an identity, the accounts that it alone brought, and the conversations that continue through them, to a new contact: called `name`, else by the
 * address until they say their name. Undefined if there is nothing else: nobody would stay behind.
 */
export async function splitIdentity(
  tx: Tx,
  contactId: string,
  identity: OwnIdentity,
  name: string,
  now: Date,
): Promise<Parted | undefined> {
  await lockContacts(tx, [contactId]);
  const conversations = await conversationsOfIdentity(tx, contactId, identity);
  if ((await identitiesOf(tx, contactId)).length < 2 && !(await hasOther(tx, contactId, conversations)))
    return undefined;
  const from = (await loadContact(tx, contactId))!;
  const made = await insertContact(tx, { ...nameFor(identity, name, from), locale: from.locale });
  const going = await tx<Identity>`
    update contact_identities set contact_id = ${made.id}, joined_by = null
    where id in (select id from ${cameWith(tx, numberOf(tx, contactId, identity), tx`j.contact_id = ${contactId}`)} came) returning channel, address`;
  for (const one of going) conversations.push(...(await conversationsOfIdentity(tx, contactId, one)));
  const orders: string[] = [];
  for (const one of going) orders.push(...(await moveOrders(tx, from.id, made, one)));
  await followOrders(tx, { from: from.id, to: made.id, orders, addresses: going.map(({ address }) => address) });
  if (!identity.knownAs) await callAgain(tx, from.id);
  const stays = (await loadContact(tx, from.id))!;
  const parted = await part(tx, stays, made, conversations, now);
  await decide(tx, from.id, made.id, 'refused', now);
  await answerThemNoMore(tx, from.id, identity);
  return parted;
}

/**
 * Whoever has come to a contact by an address that was never theirs, with what came by it, is a contact of their own. Whether the two are one
 * after all stays open.
 */
export async function takeApart(
  tx: Tx,
  contactId: string,
  identity: Identity,
  { identities, orders, conversations, name, nameFrom }: CameBy,
  now: Date,
): Promise<Parted> {
  await lockContacts(tx, [contactId]);
  const from = (await loadContact(tx, contactId))!;
  const called = name ? { name, ...(nameFrom && { nameFrom }) } : { name: stopgap(identity, from) };
  const made = await insertContact(tx, { ...called, locale: from.locale });
  const going = await tx<Identity>`
    update contact_identities set contact_id = ${made.id}, joined_by = null where id = any(${identities}::bigint[]) returning channel, address`;
  await tx`update orders set contact_id = ${made.id} where id = any(${orders}::bigint[])`;
  await followOrders(tx, { from: from.id, to: made.id, orders, addresses: going.map((one) => one.address) });
  await nameNoMore(tx, from.id, made);
  const parted = await part(tx, from, made, conversations, now);
  await answerThemNoMore(tx, from.id, identity);
  return parted;
}

/** What they were called goes with them: as the sign of a name, and where whoever stays had no other. */
async function nameNoMore(tx: Tx, contactId: string, { name }: Contact): Promise<void> {
  await tx`
    delete from contact_signs where contact_id = ${contactId} and channel = 'name' and source = 'writer' and fold_text(address) = fold_text(${name})`;
  await tx`
    update contacts c set name = coalesce((select address from contact_identities where contact_id = c.id order by id limit 1), ''), name_from = ${STAND_IN}
    where c.id = ${contactId} and c.name = ${name} and (c.name_from = ${BY_BILL} or c.name_from in (select provider from connections))
      and c.name_from not in (select channel from contact_identities where contact_id = c.id)`;
}

/**
 * Moves one conversation to a new contact. Later answers in it stay with it, because a thread knows its contact; a chat
 * belongs to its identity and moves with that.
 */
export async function splitConversation(
  tx: Tx,
  conversation: Conversation,
  name: string,
  now: Date,
): Promise<Parted | undefined> {
  const { contactId, channel, address, thread, id } = conversation;
  const owned = await identitiesOf(tx, contactId);
  const identity = owned.find((one) => one.channel === channel && one.address === address);
  if (identity && thread === '') return splitIdentity(tx, contactId, identity, name, now);
  await lockContacts(tx, [contactId]);
  if (!(await hasOther(tx, contactId, [id]))) return undefined;
  const from = (await loadContact(tx, contactId))!;
  const named = nameFor({ channel, address, knownAs: identity?.knownAs ?? null }, name, from);
  const made = await insertContact(tx, { ...named, locale: from.locale });
  const parted = await part(tx, from, made, [id], now);
  await decide(tx, from.id, made.id, 'refused', now);
  return parted;
}

async function part(tx: Tx, from: Contact, made: Contact, conversations: string[], now: Date): Promise<Parted> {
  // whoever said no as one person has said it as two
  await tx`update contacts c set refused = f.refused from contacts f where c.id = ${made.id} and f.id = ${from.id}`;
  await tx`
    insert into automatic_refusals (contact_id, message_id, said_at)
    select ${made.id}, message_id, said_at from automatic_refusals where contact_id = ${from.id} and lifted_at is null`;
  // somebody who was blocked as one person is blocked as two
  if (from.blockedAt) await tx`update contacts set blocked_at = ${from.blockedAt} where id = ${made.id}`;
  await moveConversations(tx, conversations, made.id);
  await noteMove(tx, from.id, 'parted', made, now);
  await noteMove(tx, made.id, 'parted', from, now);
  await refreshSearchKeys(tx, from.id);
  await refreshSearchKeys(tx, made.id);
  return { from, made };
}

/** Mail threads, the most recently used first. */
export async function threadsOf(
  sql: Sql,
  contactId: string,
  limit: number,
): Promise<{ id: string; subject: string }[]> {
  return sql<{ id: string; subject: string }>`
    select id, coalesce(nullif(subject, ''), address) as subject from conversations
    where contact_id = ${contactId} and thread <> '' and joined_to is null order by last_message_at desc nulls last, id desc limit ${limit}`;
}

/** The name that the user says, else what the holder of the address was called. */
function nameFor(
  identity: Identity & Pick<OwnIdentity, 'knownAs'>,
  name: string,
  from: Contact,
): Pick<NewContact, 'name' | 'nameFrom'> {
  if (name === '' && identity.knownAs) return { name: identity.knownAs, nameFrom: identity.channel };
  return { name: name || stopgap(identity, from) };
}

/**
 * The source of the name has moved away: the contact who stays gets their own name again, unless a user has chosen it.
 */
async function callAgain(tx: Tx, contactId: string): Promise<void> {
  const [one, ...others] = await identitiesOf(tx, contactId);
  if (one?.knownAs && others.every(({ knownAs }) => knownAs === one.knownAs))
    await rename(tx, contactId, one.knownAs, one.channel);
}

/** A readable address stands in for a name until they write; a bare number would say nothing. */
function stopgap({ channel, address }: Identity, from: Contact): string {
  return channel === PHONE || normaliseEmail(address) ? address : from.name;
}

/** Whether the contact has other conversations than these. */
async function hasOther(sql: Sql, contactId: string, conversations: string[]): Promise<boolean> {
  const others = await sql`
    select from conversations where contact_id = ${contactId} and id <> all(${conversations}) limit 1`;
  return others.length > 0;
}

/**
 * Orders move with the identity by which the shop names their buyer. Among orders whose buyer was not kept, a shop's
 * customer (`<connection>/<customer>`) takes all of that shop along, unless another of that shop's customers stays. One that names a buyer
 * by the name alone goes with whoever is called so.
 */
async function moveOrders(tx: Tx, from: string, made: Contact, { channel, address }: Identity): Promise<string[]> {
  const isTheirs = made.name === '' || made.name === address ? tx`false` : namesAlone(tx, tx`${made.name}::text`);
  const moved = await tx<{ id: string }>`
    update orders o set contact_id = ${made.id} from connections n
    where o.contact_id = ${from} and o.connection_id = n.id and (o.buyer = ${address} or ${isTheirs} or o.buyer is null and n.provider = ${channel}
      and ${address} like n.id || '/%' and not exists (
        select from contact_identities i
        where i.contact_id = ${from} and i.channel = n.provider and i.address like n.id || '/%'
      )) returning o.id`;
  return moved.map(({ id }) => id);
}

/**
 * Answers to the contact who stays go to their own address again, if they went to one that now belongs to somebody
 * else.
 */
async function answerThemNoMore(tx: Tx, from: string, { channel, address }: Identity): Promise<void> {
  if (channel !== EMAIL) return;
  await tx`update conversations set answers_to = null where contact_id = ${from} and answers_to = ${address}`;
}
