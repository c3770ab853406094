import type { Tx } from '../../db/sql.ts';
import { cameBy } from '../merge/came_by.ts';
import { type Parted, takeApart } from '../merge/split.ts';
import { lockContacts } from '../people/belongings.ts';
import { loadContact } from '../people/contact.ts';
import { cameWith } from '../people/identity.ts';
import type { Identity } from '../people/sign.ts';
import type { Change } from './change.ts';
import type { InTheWay, RowName } from './stays.ts';

/** Whoever had come to somebody by an address that is no longer theirs: they are a contact of their own. */
export interface Apart extends Parted {
  /** The address, which went with them. */
  row: RowName;
  address: string;
  orders: number;
}

/** An address that these changes gave to somebody who was here before, and who has come by it since. */
interface Used extends Identity {
  id: string;
  contactId: string;
  /** What has come by it. */
  by: 'orders' | 'checkouts' | 'conversations' | 'contact_identities';
}

/** Takes out whoever has come by the addresses that these changes gave to somebody: what is theirs would stay with that one, and answers go there. */
export async function partWhoCame(tx: Tx, changes: readonly Change[], now: Date): Promise<Apart[]> {
  await lockGiven(tx, changes);
  const apart = await wentToOthers(tx, changes);
  for (const { id, contactId, ...identity } of await usedOf(tx, changes)) {
    const came = await cameBy(tx, contactId, identity);
    if (!came) continue;
    const parted = await takeApart(tx, contactId, identity, came, now);
    const { address } = identity;
    apart.push({ ...parted, row: `contact_identities:${id}`, address, orders: came.orders.length });
  }
  return apart;
}

/**
 * Locks whom these changes gave addresses to, who were here before: what is being added to them is there before it is looked at, and what comes
 * later finds whose it is by then. Their identities first, as whoever comes does.
 */
async function lockGiven(tx: Tx, changes: readonly Change[]): Promise<void> {
  const of = (table: string) => changes.filter(({ tableName, inserted }) => tableName === table && inserted);
  const given = of('contact_identities').map(({ last }) => last);
  const made = of('contacts').map(({ key }) => key);
  if (given.length === 0) return;
  const held = await tx<{ id: string }>`
    select distinct l.was as id from unnest((select ${given}::bigint[])) c (id)
    cross join lateral (select after ->> 'contact_id' as was from journal_changes where id = c.id limit 1) l
    where l.was <> all(${made}::text[])`;
  const ids = held.map(({ id }) => id);
  if (ids.length === 0) return;
  await tx`
    select from contact_identities where contact_id = any(${ids}::bigint[]) order by channel, address for no key update`;
  await lockContacts(tx, ids);
}

/** An address that a shop has given to another of its customers since, by itself: nothing of it is left to take back. */
async function wentToOthers(tx: Tx, changes: readonly Change[]): Promise<Apart[]> {
  const given = changes.filter(({ tableName, inserted }) => tableName === 'contact_identities' && inserted);
  if (given.length === 0) return [];
  const gone = await tx<{ row: RowName; address: string; was: string; now: string }>`
    select 'contact_identities:' || i.id as row, i.address, l.was, i.contact_id as now
    from unnest((select ${given.map(({ last }) => last)}::bigint[])) c (id)
    cross join lateral (
      select key, after ->> 'contact_id' as was from journal_changes where id = c.id and table_name = 'contact_identities' limit 1
    ) l
    cross join lateral (select * from contact_identities where id = l.key::bigint limit 1) i
    where i.contact_id::text <> l.was and not exists (
      select from journal_changes later where later.table_name = 'contact_identities' and later.key = l.key and later.id > c.id
    )`;
  const apart: Apart[] = [];
  for (const { row, address, was, now } of gone) {
    const [from, made] = [await loadContact(tx, was), await loadContact(tx, now)];
    if (from && made) apart.push({ from, made, row, address, orders: 0 });
  }
  return apart;
}

/** The same as rows that stand in the way, where many people are taken back at once: whoever has been heard of since stays. */
export async function usedSince(tx: Tx, changes: readonly Change[]): Promise<InTheWay[]> {
  const used = await usedOf(tx, changes);
  return used.map(({ id, contactId, by }) => ({
    ...{ row: `contact_identities:${id}`, tableName: by, owner: `contacts:${contactId}`, points: [] },
  }));
}

async function usedOf(tx: Tx, changes: readonly Change[]): Promise<Used[]> {
  const made = changes.filter(({ inserted }) => inserted);
  const keysIn = (table: string) => made.flatMap(({ tableName, key }) => (tableName === table ? [key] : []));
  const given = made.filter(({ tableName }) => tableName === 'contact_identities');
  if (given.length === 0) return [];
  return tx<Used>`
    select i.id, i.contact_id as "contactId", i.channel, i.address, used.by
    from unnest((select ${given.map(({ last }) => last)}::bigint[])) c (id)
    cross join lateral (select key::bigint as id, after ->> 'contact_id' as was from journal_changes where id = c.id limit 1) l
    cross join lateral (select * from contact_identities where id = l.id limit 1) i
    cross join lateral (
      select array_agg(address) as brought from ${cameWith(tx, tx`array[i.id]`, tx`j.contact_id = i.contact_id`)} came
    ) b
    cross join lateral (
      select case
        when exists (select from orders o where o.contact_id = i.contact_id and o.buyer = any(b.brought)) then 'orders'
        when exists (select from checkouts k where k.contact_id = i.contact_id and k.buyer = any(b.brought)) then 'checkouts'
        when exists (
          select from conversations v where v.contact_id = i.contact_id and v.channel = i.channel
            and (v.address = i.address or v.address like '%/' || i.address)
            and v.id <> all(${keysIn('conversations')}::bigint[])
            and (v.waiting_since is not null or exists (select from messages m where m.conversation_id = v.id and m.direction = 'in'))
        ) then 'conversations'
        when cardinality(b.brought) > 1 then 'contact_identities'
      end as by
    ) used
    where i.contact_id::text = l.was and i.contact_id <> all(${keysIn('contacts')}::bigint[]) and used.by is not null
    order by i.id`;
}
