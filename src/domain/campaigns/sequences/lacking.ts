import type { Sql } from '../../../db/sql.ts';
import type { Texts } from '../../../text/texts.ts';
import type { Context } from '../../context.ts';
import { tellOwner } from '../../desk/tell.ts';
import type { List } from '../../reply.ts';
import { type Sequence, sequenceName } from './sequence.ts';

/** Somebody to whom a step could not be written. */
export interface Lacking {
  contactId: string;
  name: string;
  /** What its text asks for that is not known of them. */
  lacks: string;
  campaignId: string;
}

const MOST = 5;
/** What failed before is known: a card is told for it once. */
const NEWS_MS = 3 * 24 * 60 * 60_000;

const lacked = (sql: Sql, sequenceId: string) => sql`
  select d.contact_id as "contactId", p.name, d.detail as lacks, d.campaign_id as "campaignId", d.run_at
  from campaigns c
  -- of the sequence's own campaigns: what is rare the planner would look for among all deliveries
  cross join lateral (
    select * from campaign_deliveries own
    where own.campaign_id = c.id and own.state in ('failed', 'skipped') and own.reason = 'missing' offset 0
  ) d
  join contacts p on p.id = d.contact_id
  where c.sequence_id = ${sequenceId}`;

/** The last of those to whom a step of the sequence could not be written. */
export function lackingIn(sql: Sql, sequenceId: string): Promise<Lacking[]> {
  return sql<Lacking>`
    select "contactId", name, lacks, "campaignId" from (${lacked(sql, sequenceId)}) one
    order by run_at desc, "contactId" limit ${MOST}`;
}

/** For each step as it is written, and for each thing that it asks for: how many lacked it, from `since` on, and the last of them. */
async function lackingNews(sql: Sql, sequenceId: string, since: Date): Promise<{ count: number; last: Lacking[] }[]> {
  return sql<{ count: number; last: Lacking[] }>`
    select count, jsonb_agg(jsonb_build_object(
      'contactId', "contactId"::text, 'name', name, 'lacks', lacks, 'campaignId', "campaignId"::text
    ) order by nth) as last
    from (
      select *, row_number() over (partition by "campaignId", lacks order by run_at desc, "contactId") as nth,
        count(*) over (partition by "campaignId", lacks)::int as count
      from (${lacked(sql, sequenceId)}) one where run_at >= ${since}
    ) numbered where nth <= ${MOST} group by "campaignId", lacks, count`;
}

/** Who they are, and what they lack. */
export function lackingList(t: Texts, lacking: readonly Lacking[]): List[] {
  if (lacking.length === 0) return [];
  const items = lacking.map(({ contactId, name, lacks }) => ({
    text: t.sequence.lacks(name || t.sequence.someone, lacks),
    ref: `c${contactId}`,
    contactId,
  }));
  return [{ title: t.sequence.labels.lacking, items }];
}

/** Tells the owner of the first of them, once for each step as it is written and for what they lack. */
export async function tellLacking(ctx: Context, one: Sequence): Promise<void> {
  const news = await lackingNews(ctx.tx, one.id, new Date(ctx.now.getTime() - NEWS_MS));
  for (const { count, last } of news)
    await tellOwner(
      ctx,
      `sequence:${one.id}:lacking:${last[0]!.campaignId}:${last[0]!.lacks}`,
      (t) => ({
        title: t.sequence.title(sequenceName(t, one), t.sequence.on),
        text: t.sequence.lackingTold(count),
        lists: lackingList(t, last),
        buttons: [[{ label: t.sequence.show, command: `/sequence ${one.id}` }]],
      }),
      { notice: { kind: 'campaign' } },
    );
}
