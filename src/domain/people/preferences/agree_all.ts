import type { Sql, Tx } from '../../../db/sql.ts';
import type { Locale } from '../../../text/locale.ts';
import type { Agreement } from '../consent.ts';

/** What many are said to have agreed to, in one user's words. */
interface AgreedAll extends Pick<Agreement, 'channel' | 'purposes' | 'words' | 'source' | 'at'> {
  userId: string;
  /** Of whoever's language is not known. */
  locale: Locale;
}

/** Of so many people: of whom it is new, who had agreed already, who has said no to anything or is blocked, and who has no address there. */
export interface AgreedCounts {
  fresh: number;
  known: number;
  refused: number;
  nowhere: number;
}

/** Each of them with the address of theirs there that they had first, and how it stands with them: a key of `AgreedCounts`. */
const judged = (
  sql: Sql,
  ids: readonly string[],
  { channel, purposes }: Pick<AgreedAll, 'channel' | 'purposes'>,
) => sql`
  select c.id, c.locale, own.address, case
      when own.address is null then 'nowhere'
      when c.blocked_at is not null or own.blocked_at is not null or exists (
        select from suppression_keys k
        join suppressions s on s.hash = suppression_hash(k.inner_pad, k.outer_pad, ${channel}, own.address)
        where s.lifted_at is null and s.reason <> 'bounced'
      ) then 'refused'
      when (
        select count(*) from consents g where g.channel = ${channel} and g.address = own.address
          and g.purpose = any((select ${[...purposes]}::text[])::text[]) and g.confirmed_at is not null and g.withdrawn_at is null
      ) = ${purposes.length} then 'known'
      else 'fresh' end as standing
  from unnest((select ${[...ids]}::bigint[])) who join contacts c on c.id = who
  left join lateral (
    select i.address, i.blocked_at from contact_identities i
    where i.contact_id = c.id and i.channel = ${channel} and not i.claimed order by i.id limit 1
  ) own on true`;

/** How it would be if it were written down that they agreed. */
export async function countAgreeing(
  sql: Sql,
  ids: readonly string[],
  what: Pick<AgreedAll, 'channel' | 'purposes'>,
): Promise<AgreedCounts> {
  const rows = await sql<{ standing: keyof AgreedCounts; count: number }>`
    select standing, count(*)::int as count from (${judged(sql, ids, what)}) j group by 1`;
  const none = { fresh: 0, known: 0, refused: 0, nowhere: 0 };
  return { ...none, ...Object.fromEntries(rows.map(({ standing, count }) => [standing, count])) };
}

/** Writes down that they agreed, by one statement; not of whoever has said no to anything, whoever's word that was. Gives of how many it is new. */
export async function noteAgreedAll(tx: Tx, ids: readonly string[], agreed: AgreedAll): Promise<number> {
  const { channel, purposes, words, source, at, userId, locale } = agreed;
  const rows = await tx<{ contactId: string }>`
    insert into consents (contact_id, channel, address, purpose, locale, words, source, proof, user_id, asked_at, confirmed_at)
    select j.id, ${channel}, j.address, p, coalesce(j.locale, ${locale}), ${words}, ${source}, 'user', ${userId}::bigint, ${at}, ${at}
    from (${judged(tx, ids, agreed)}) j cross join unnest((select ${[...purposes]}::text[])) p where j.standing = 'fresh'
    on conflict (channel, address, purpose) where confirmed_at is not null and withdrawn_at is null do nothing
    returning contact_id as "contactId"`;
  return new Set(rows.map(({ contactId }) => contactId)).size;
}
