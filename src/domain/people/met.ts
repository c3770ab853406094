import type { Tx } from '../../db/sql.ts';
import { type Contact, contactColumns } from './contact.ts';
import { SEEN_MS, type Visit } from './resolve.ts';
import type { Identity } from './sign.ts';

/**
 * Those of them of whom nothing is new but perhaps that they were seen, by their numbers in the list: all that they come with is one contact's
 * and nobody else's, and says nothing of them that is not known. Of everybody else `resolveContact` finds out. Their identities stay
 * theirs until `tx` ends.
 */
export async function metAlready(
  tx: Tx,
  visits: readonly ((Visit & { otherwise?: Visit }) | undefined)[],
): Promise<Map<number, Contact>> {
  const marks = visits.flatMap((visit, nth) => {
    const { identities = [], signs = [] } = visit?.marks ?? {};
    // null: whoever comes by it is another guest (`resolveContact`)
    const marked = (proves: boolean | null) => (mark: Identity) => ({
      ...{ nth, channel: mark.channel, address: mark.address, proves },
    });
    const others = visit?.account ? [] : (visit?.otherwise?.marks.identities ?? []);
    return [...identities.map(marked(true)), ...signs.map(marked(false)), ...others.map(marked(null))];
  });
  if (marks.length === 0) return new Map();
  const found = await tx<Contact & { nth: number }>`
    with asked as materialized (
      select * from jsonb_to_recordset(${tx.json(marks)}) as r (nth int, channel text, address text, proves boolean)
    ), held as materialized (
      select a.nth, i.contact_id from (select * from asked where proves order by channel, address) a cross join lateral (
        select contact_id from contact_identities where channel = a.channel and address = a.address and not claimed
        limit 1 for no key update
      ) i
    ), of_one as materialized (
      select nth, min(contact_id) as contact_id from held h group by nth
      having min(contact_id) = max(contact_id) and count(*) = (select count(*) from asked a where a.nth = h.nth and proves)
    )
    select o.nth, ${contactColumns(tx)} from of_one o cross join lateral (select * from contacts where id = o.contact_id limit 1) c
    where not exists (
      select from asked a where a.nth = o.nth and (not a.proves and not exists (
        select from contact_signs s where s.contact_id = o.contact_id and s.channel = a.channel and s.address = a.address
      ) and not exists (
        select from contact_identities i where i.contact_id = o.contact_id and i.channel = a.channel and i.address = a.address
      ) or exists (
        select from contact_signs s where s.channel = a.channel and s.address = a.address and s.contact_id <> o.contact_id
      ) or a.proves is null and exists (
        select from contact_identities i where i.channel = a.channel and i.address = a.address
      ) or not a.proves and exists (
        select from contact_identities i where i.channel = a.channel and i.address = a.address and i.contact_id <> o.contact_id
      ))
    )`;
  const met = found.filter(({ nth, ...contact }) => saysNothingNew(contact, visits[nth]!));
  return new Map(met.map(({ nth, ...contact }) => [nth, contact]));
}

const saysNothingNew = (contact: Contact, { draft: { name, city = null } }: Visit): boolean =>
  (name === '' || name === contact.name) && (city === null || contact.city !== null);

/** Notes when these different contacts were seen, where that is news. */
export async function noteSeen(tx: Tx, all: readonly { contact: Contact; at: Date }[]): Promise<void> {
  const rows = all
    .filter(({ contact: { lastSeenAt }, at }) => !lastSeenAt || lastSeenAt.getTime() < at.getTime() - SEEN_MS)
    .map(({ contact: { id }, at }) => ({ id, at, before: new Date(at.getTime() - SEEN_MS) }));
  if (rows.length === 0) return;
  await tx`
    update contacts c set last_seen_at = s.at
    from jsonb_to_recordset(${tx.json(rows)}) as s (id bigint, at timestamptz, before timestamptz)
    where c.id = s.id and (c.last_seen_at is null or c.last_seen_at < s.before)`;
}
