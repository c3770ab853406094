import type { Fragment, Sql } from '../../../db/sql.ts';
import type { Context } from '../../context.ts';
import type { Campaign } from '../campaign.ts';
import { hasAnother } from './kept_apart.ts';

/** States of a delivery that its person has got, or may have got. */
export const REACHED = ['sending', 'sent', 'unknown'];

/** Whether somebody has had these words in another campaign, or a copy of it, or is held out of them: two branches of a case. */
export const saidBefore = (sql: Sql, id: string, contactId: Fragment, since: Date): Fragment => sql`
  when ${gotTheSame(sql, id, contactId)} or ${hasAnother(sql, id, contactId)} then 'got_it'
  when ${comparesAtAll(sql, id, since)} and exists (
    select from campaign_deliveries h join campaigns o on o.id = h.campaign_id join campaigns self on self.id = ${id}
    where self.sequence_id is null and h.contact_id = ${contactId} and h.arm = 'held_out' and o.id <> self.id
      and ${comparesWithThese(sql, since)}
  ) then 'compared'`;

/**
 * Whether somebody has had the very same words in another campaign. Which campaigns say them is asked once for the whole statement, so
 * that nobody's deliveries are looked at where there is none.
 */
function gotTheSame(sql: Sql, id: string, contactId: Fragment): Fragment {
  const saying = (text: Fragment) => sql`(
    select coalesce(array_agg(o.id), '{}') from campaigns self join campaigns o on o.channel = self.channel and o.id <> self.id
    where self.id = ${id} and self.sequence_id is null and ${text} in (self.variants, self.second)
  )`;
  const first = saying(sql`o.variants`);
  const second = saying(sql`o.second`);
  return sql`(${first} || ${second} <> '{}' and exists (
    select from campaign_deliveries g
    where g.campaign_id = any(${first} || ${second}) and g.contact_id = ${contactId}
      and g.state = any(${REACHED})
      and g.campaign_id = any(case when g.version = 'b' then ${second} else ${first} end)
  ))`;
}

/**
 * Whether campaign `o` says what campaign `self` says, and those whom it held out are still compared with the others: whoever writes
 * them the same now ends what it counts.
 */
const comparesWithThese = (sql: Sql, since: Date): Fragment => sql`(
  o.channel = self.channel and o.planned_at is not null and o.state <> 'cancelled' and o.comparison_ended_at is null
  and (o.ended_at is null or o.ended_at > ${since})
  and (o.variants in (self.variants, self.second) or o.second in (self.variants, self.second))
)`;

/** Whether any campaign does: asked once for the whole statement, so that nobody's deliveries are looked at where none does. */
const comparesAtAll = (sql: Sql, id: string, since: Date): Fragment => sql`exists (
  select from campaigns o join campaigns self on self.id = ${id} where o.id <> self.id and ${comparesWithThese(sql, since)}
)`;

/** The campaigns whose comparison leaves people out of this one. */
export async function comparingWith(
  { tx, now, settings }: Pick<Context, 'tx' | 'now' | 'settings'>,
  { id }: Pick<Campaign, 'id'>,
): Promise<{ id: string; name: string }[]> {
  const since = new Date(now.getTime() - settings.campaignDays * 24 * 3_600_000);
  return tx<{ id: string; name: string }>`
    select o.id, o.name from campaigns o join campaigns self on self.id = ${id}
    where o.id <> self.id and ${comparesWithThese(tx, since)}
      and exists (select from campaign_deliveries h where h.campaign_id = o.id and h.arm = 'held_out') order by o.id`;
}
