import type { Sql } from '../../../db/sql.ts';
import type { Locale } from '../../../text/locale.ts';
import { type Mailbox, PURPOSES, type Purpose } from '../consent.ts';
import { suppressionsOf } from '../suppression.ts';
import type { LinkedTo } from './link.ts';

/** What goes to one address unasked. */
export interface Subscription extends Mailbox {
  /** For what they agreed and have not said no since. */
  purposes: Purpose[];
}

/** What somebody gets unasked, as their page shows it. */
export interface Preferences {
  /** Whose they are; undefined: that contact is gone, or has no longer the address that the link was sent to. */
  contactId: string | undefined;
  /** What they speak, if it is known. */
  locale: Locale | null;
  /** At the address that the link was sent to. */
  own: Subscription;
  /** Agreed to at that address, and stopped by a user: only the user takes that back. */
  held: Purpose[];
  /** At their other addresses: only where there is something. */
  others: Subscription[];
  /** Follow-ups that belong to what they bought come to them, which need no word of theirs, and they have not refused everything. */
  service: boolean;
  /** Nothing comes before. */
  pausedUntil: Date | null;
}

/** What the person behind a link gets. Only of whoever has the linked address are others shown. */
export async function preferencesOf(sql: Sql, linked: LinkedTo, now: Date): Promise<Preferences> {
  const { channel, address } = linked;
  const holder = await holderOf(sql, linked);
  const given = await sql<Mailbox & { purposes: Purpose[] }>`
    select channel, address, array_agg(purpose order by array_position(${[...PURPOSES]}::text[], purpose)) as purposes from consents
    where confirmed_at is not null and withdrawn_at is null
      and (channel = ${channel} and address = ${address} or contact_id = ${holder?.id ?? null}::bigint)
    group by channel, address order by channel, address`;
  const isOwn = (one: Mailbox) => one.channel === channel && one.address === address;
  const own = given.find(isOwn) ?? { channel, address, purposes: [] };
  const others: Subscription[] = [];
  for (const one of given) if (!isOwn(one)) others.push(await without(sql, one, now));
  const nos = await suppressionsOf(sql, own, now);
  return {
    contactId: holder?.id,
    locale: holder?.locale ?? null,
    own: { ...own, purposes: own.purposes.filter((purpose) => !isRefused(nos, purpose)) },
    held: own.purposes.filter((purpose) => isRefused(nos, purpose)),
    others: others.filter(({ purposes }) => purposes.length > 0),
    service: (await hasService(sql, linked)) && !PURPOSES.every((purpose) => isRefused(nos, purpose)),
    pausedUntil: nos.find(({ reason }) => reason === 'paused')?.until ?? null,
  };
}

/** Whether some such follow-up has written to this address, or is going to. */
async function hasService(sql: Sql, { channel, address }: LinkedTo): Promise<boolean> {
  const rows = await sql`
    select from campaign_deliveries d join campaigns c on c.id = d.campaign_id
    where d.channel = ${channel} and d.address = ${address} and c.purpose = 'service' limit 1`;
  return rows.length > 0;
}

async function without(sql: Sql, one: Subscription, now: Date): Promise<Subscription> {
  const nos = await suppressionsOf(sql, one, now);
  return { ...one, purposes: one.purposes.filter((purpose) => !isRefused(nos, purpose)) };
}

const isRefused = (nos: Awaited<ReturnType<typeof suppressionsOf>>, purpose: Purpose): boolean =>
  nos.some((no) => no.purpose === purpose && (no.reason === 'unsubscribed' || no.reason === 'complained'));

/** Who has the linked address now: whom the link was made for, or who they have become part of. */
async function holderOf(sql: Sql, { contactId, channel, address }: LinkedTo) {
  const [holder] = await sql<{ id: string; locale: Locale | null }>`
    select c.id, c.locale from contact_identities i join contacts c on c.id = i.contact_id
    where i.channel = ${channel} and i.address = ${address} and not i.claimed
      and (c.id = ${contactId} or not exists (select from contacts where id = ${contactId}))`;
  return holder;
}

/** Whom a link was made for, where the address that it was sent to has been taken off them and is nobody's since. */
export async function formerHolder(sql: Sql, { contactId, channel, address }: LinkedTo): Promise<string | undefined> {
  const [row] = await sql<{ id: string }>`
    select id from contacts where id = ${contactId}
      and not exists (select from contact_identities where channel = ${channel} and address = ${address} and not claimed)`;
  return row?.id;
}

/** An address as it may be shown to whoever holds a link: enough to recognise it, too little to write there. */
export function masked(address: string): string {
  const [box = '', host] = address.split('@');
  if (host !== undefined) return `${[...box][0] ?? ''}•••@${[...host][0] ?? ''}•••${/\.[^.]+$/.exec(host)?.[0] ?? ''}`;
  const digits = /^\+?\d{7,}$/.test(address);
  return digits ? `•••${address.slice(-2)}` : '';
}
