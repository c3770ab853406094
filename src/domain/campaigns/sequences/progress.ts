import type { Sql } from '../../../db/sql.ts';
import type { Context } from '../../context.ts';
import { didIt } from '../../people/deeds.ts';
import { Unclear } from '../../people/filter/filter.ts';
import { boughtAfter } from '../deeds.ts';
import { isOpen } from '../doubt.ts';
import { MINUTE_MS } from './enter.ts';
import { type Lacking, lackingIn } from './lacking.ts';
import { BEFORE, type Occasion } from './occasion.ts';
import { OCCASIONS } from './occasions.ts';
import { placeOf, type Sequence } from './sequence.ts';

/** Where a sequence's people are. */
export interface SequenceProgress {
  entered: number;
  /** How many wait for each of its steps. */
  waiting: number[];
  /** Why people went no further, and how many; the most frequent first. */
  ended: { why: string; count: number }[];
  /** The last of those to whom a step could not be written, and what it asks for that they lack. */
  lacking: Lacking[];
  sent: number;
  /** Of each of its steps. */
  sentOf: number[];
  unknown: number;
  /** The campaign whose doubts are the newest. */
  doubtful: string | null;
  replied: number;
  /** Who bought soon behind a step that left. */
  bought: number;
}

export async function sequenceProgress(
  { tx: sql, settings }: Pick<Context, 'tx' | 'settings'>,
  one: Sequence,
): Promise<SequenceProgress> {
  const { id, steps } = one;
  const d = sql`d`;
  const [rows, lacking, [said], sent] = await Promise.all([
    sql<{ ended: string | null; step: number | null; count: number }>`
      select case
        when ended = 'done' and exists (
          select from campaign_deliveries d where d.entry_id = e.id and (d.state = 'failed' or d.reason in ('missing', 'weekly_cap', 'undecided'))
        ) then 'failed'
        when ended = 'done' and exists (select from campaign_deliveries d where d.entry_id = e.id and d.reason = 'late') then 'late'
        else ended
      end as ended, case when ended is null then step end as step, count(*)::int as count
      from sequence_entries e where sequence_id = ${id} and ended is distinct from ${BEFORE} group by 1, 2 order by 3 desc, 1`,
    lackingIn(sql, id),
    sql<Pick<SequenceProgress, 'sent' | 'unknown' | 'doubtful' | 'replied' | 'bought'>>`
      select count(*) filter (where d.state = 'sent')::int as sent, count(*) filter (where ${isOpen(sql, d)})::int as unknown,
        max(c.id) filter (where ${isOpen(sql, d)}) as doubtful,
        count(*) filter (where ${didIt.replied(sql, d)})::int as replied,
        count(distinct d.entry_id) filter (where d.state = 'sent' and ${boughtAfter(sql, d, settings.campaignDays)})::int as bought
      from campaigns c join campaign_deliveries d on d.campaign_id = c.id where c.sequence_id = ${id}`,
    sql<{ step: number; count: number }>`
      select c.step, count(*)::int as count from campaigns c join campaign_deliveries d on d.campaign_id = c.id
      where c.sequence_id = ${id} and d.state = 'sent' group by 1`,
  ]);
  return {
    ...said!,
    lacking,
    sentOf: steps.map(({ number }) => sent.find(({ step }) => step === number)?.count ?? 0),
    entered: rows.reduce((sum, { count }) => sum + count, 0),
    waiting: steps.map((_, nth) =>
      rows.reduce((sum, { step, count }) => sum + (step !== null && placeOf(one, step) === nth ? count : 0), 0),
    ),
    ended: rows.flatMap(({ ended, count }) => (ended ? [{ why: ended, count }] : [])),
  };
}

/** Somebody who is written to next. */
export interface Upcoming {
  contactId: string;
  name: string;
  at: Date;
}

const DAY_MS = 24 * 60 * MINUTE_MS;
/** The next few are looked for in a longer and longer time, because in a short one there may be thousands. */
const HORIZONS_DAYS = [2, 30, 365];
const LOOKED_AT = 50;

/** The next of whom it is known by now that they will be written to, and when, if nothing ends it before. */
export async function upcoming(ctx: Context, one: Sequence, most: number): Promise<Upcoming[]> {
  const { tx, now } = ctx;
  const waiting = await tx<Upcoming>`
    select e.contact_id as "contactId", c.name, greatest(e.due_at, e.look_at) as at
    from sequence_entries e join contacts c on c.id = e.contact_id
    where e.sequence_id = ${one.id} and e.ended_at is null order by e.due_at, e.id limit ${most}`;
  const after = (one.steps[0]?.after ?? 0) * MINUTE_MS;
  let next: Upcoming[] = [];
  // whom a filter means, or who fills in a form, nobody knows before
  for (const days of one.recipe === 'own' && one.start?.of !== 'order' ? [] : HORIZONS_DAYS) {
    const span = { from: new Date(now.getTime() - after), to: new Date(now.getTime() - after + days * DAY_MS) };
    const occasions = await OCCASIONS[one.recipe](ctx, { ...span, most: LOOKED_AT }, one);
    const found = occasions instanceof Unclear ? [] : await unbegun(tx, one, occasions);
    next = found.map(({ contactId, name, at }) => ({ contactId, name, at: new Date(at.getTime() + after) }));
    if (next.length >= most) break;
  }
  return [...waiting, ...next].sort((a, b) => a.at.getTime() - b.at.getTime()).slice(0, most);
}

async function unbegun(tx: Sql, { id }: Sequence, found: Occasion[]): Promise<Occasion[]> {
  const begun = await tx<{ contactId: string; occasion: string }>`
    select contact_id as "contactId", occasion from sequence_entries
    where sequence_id = ${id} and contact_id = any(${found.map(({ contactId }) => contactId)}::bigint[])`;
  return found.filter(
    ({ contactId, key }) => !begun.some((one) => one.contactId === contactId && one.occasion === key),
  );
}
