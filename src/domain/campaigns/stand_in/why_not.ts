import type { Fragment, Sql } from '../../../db/sql.ts';
import type { Purpose } from '../../people/consent.ts';

/** Why somebody is not written to unasked. */
export type WhyNot = 'no_consent' | 'unsubscribed' | 'bounced' | 'complained' | 'blocked';

/**
 * Why somebody is not written to on a channel for a purpose, as one expression: null, or a `WhyNot`. Plan, pre-flight and the
 * transaction that claims all ask it, so they cannot differ.
 */
export function whyNot(
  sql: Sql,
  { contactId, channel, address }: { contactId: Fragment; channel: Fragment; address: Fragment },
  purpose: Purpose,
): Fragment {
  return sql`(
    select case
      when p.blocked_at is not null or i.blocked_at is not null then 'blocked'
      when i.complained_at is not null then 'complained'
      when i.bounced_at is not null then 'bounced'
      when s.given then null
      when s.withdrawn then 'unsubscribed'
      else 'no_consent' end
    from contacts p join contact_identities i on i.channel = ${channel} and i.address = ${address}
    cross join lateral (
      select coalesce(bool_or(confirmed_at is not null and withdrawn_at is null), false) as given,
        coalesce(bool_or(withdrawn_at is not null), false) as withdrawn
      from consents k where k.channel = ${channel} and k.address = ${address} and k.purpose = ${purpose}
    ) s
    where p.id = ${contactId}
  )`;
}
