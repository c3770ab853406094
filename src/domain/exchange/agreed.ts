import type { Sql } from '../../db/sql.ts';
import { REMOTE } from '../channel.ts';
import type { Context } from '../context.ts';
import type { Mailbox, Purpose } from '../people/consent.ts';
import { EMAIL } from '../people/sign.ts';
import { unsubscribe } from '../people/suppression.ts';
import type { Import } from './imports.ts';
import type { Person } from './plan.ts';

/** What a user says of a whole file: that its people agreed to news and offers by mail. */
const PURPOSES: readonly Purpose[] = ['newsletter', 'offers'];

/** The mail addresses that are somebody's alone in the file, with the place of the person among all. */
const mailsOf = (people: readonly Person[]): { nth: number; address: string }[] =>
  people.flatMap(({ draft, alike }, nth) =>
    draft.identities.flatMap(({ channel, address }) =>
      channel === EMAIL && !alike.some(({ identity }) => identity.address === address) ? { nth, address } : [],
    ),
  );

/** How many of these people have said no to what comes unasked, however long ago: they get nothing, whatever the file says. */
export async function countSuppressed(sql: Sql, people: readonly Person[]): Promise<number> {
  const [row] = await sql<{ count: number }>`
    select count(distinct r.nth)::int as count
    from jsonb_to_recordset(${sql.json(mailsOf(people))}) as r (nth int, address text) cross join suppression_keys k
    join suppressions s on s.hash = suppression_hash(k.inner_pad, k.outer_pad, ${EMAIL}, r.address)
    where s.lifted_at is null and s.reason in ('unsubscribed', 'complained')`;
  return row!.count;
}

/** Keeps the no that a file has of somebody, for every mailbox of theirs: it is their word, and stays when the file is taken back. */
export async function noteDeclined(
  { tx, now }: Context,
  { id }: Pick<Import, 'id'>,
  people: readonly Person[],
): Promise<void> {
  const mails = people
    .filter(({ draft }) => draft.news === 'no')
    .flatMap(({ draft }) => draft.identities.flatMap(({ channel, address }) => (channel === EMAIL ? address : [])));
  if (mails.length === 0) return;
  const theirs = await tx<Mailbox>`
    select distinct o.channel, o.address from contact_identities i join contact_identities o on o.contact_id = i.contact_id
    where i.channel = ${EMAIL} and i.address = any((select ${mails}::text[])::text[]) and not i.claimed
      and not o.claimed and o.channel = any((select ${[...REMOTE]}::text[])::text[]) and (o.channel <> ${EMAIL} or o.address <> i.address)
    order by o.channel, o.address`;
  for (const place of theirs) await unsubscribe(tx, { ...place, saidBy: 'person', source: `import:${id}`, now });
  await tx`
    select suppress(${EMAIL}, address, every_purpose(), 'unsubscribed', 'person', ${`import:${id}`}, ${now})
    from unnest((select ${mails}::text[])) address order by address`;
  await tx`
    update consents c set withdrawn_at = ${now} from unnest((select ${mails}::text[])) m (address)
    where c.channel = ${EMAIL} and mailbox(c.address) = mailbox(m.address) and c.confirmed_at is not null and c.withdrawn_at is null`;
}

/**
 * Writes down that these people agreed, in the words of the user who gave the file. Whoever has said no to anything, here or in the file,
 * stays out, and of whom the file says neither yes nor no. Gives how many people that is new to.
 */
export async function noteAgreed(
  { tx, now, settings }: Context,
  one: Pick<Import, 'id' | 'userId' | 'agreed'>,
  people: readonly Person[],
  ids: ReadonlyMap<Person, string>,
): Promise<number> {
  if (!one.agreed) return 0;
  const willing = people.filter(({ draft: { news } }) => news === undefined || news === 'yes');
  const rows = mailsOf(willing).map(({ nth, address }) => ({ contact_id: ids.get(willing[nth]!)!, address }));
  const [row] = await tx<{ count: number }>`
    with agreed as (
      insert into consents (contact_id, channel, address, purpose, locale, words, source, proof, user_id, asked_at, confirmed_at)
      select i.contact_id, i.channel, i.address, p, coalesce(c.locale, ${settings.locale}), ${one.agreed}, ${`import:${one.id}`}, 'user',
        ${one.userId}::bigint, ${now}, ${now}
      from jsonb_to_recordset(${tx.json(rows)}) as r (contact_id bigint, address text)
      join contact_identities i on i.channel = ${EMAIL} and i.address = r.address and i.contact_id = r.contact_id
      join contacts c on c.id = i.contact_id cross join unnest((select ${[...PURPOSES]}::text[])) p
      where not exists (
        select from suppression_keys k
        join suppressions s on s.hash = suppression_hash(k.inner_pad, k.outer_pad, i.channel, i.address)
        where s.lifted_at is null and s.reason in ('unsubscribed', 'complained')
      )
      on conflict (channel, address, purpose) where confirmed_at is not null and withdrawn_at is null do nothing
      returning contact_id
    )
    select count(distinct contact_id)::int as count from agreed`;
  return row!.count;
}
