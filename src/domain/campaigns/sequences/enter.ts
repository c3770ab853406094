import type { Context } from '../../context.ts';
import { lockSilences } from '../../sell/churn.ts';
import { OCCASIONS, type Occasion } from './occasions.ts';
import { LOOKS, WINDOW } from './recipe.ts';
import { changeSequence, type Sequence } from './sequence.ts';

export const MINUTE_MS = 60_000;
/** People of one look: what is beyond them begins at the next. */
const MOST = 1000;
/** After a longer downtime nobody is told of each that was missed. */
const LONGEST_DOWN_MS = 60 * 24 * 60 * MINUTE_MS;
/** Nobody has two birthdays within so many days, by whichever calendar. */
const YEAR_DAYS = 300;
/** Nobody is asked about one order after the other: whoever has just been asked is not asked again within so many days. */
const REVIEW_DAYS = 14;

/**
 * Begins with those whose first step is due: each once for an occasion, and with one at a time. Gives how many of them are too late,
 * because nothing could be sent when it was their time.
 */
export async function enterPeople(ctx: Context, one: Sequence): Promise<number> {
  const { tx, now } = ctx;
  const [first] = one.steps;
  if (!first || (one.lookAt && one.lookAt > now)) return 0;
  const window = WINDOW[one.recipe] * MINUTE_MS;
  const known = Math.max(now.getTime() - LONGEST_DOWN_MS, (one.lookedTo ?? now).getTime());
  const from = new Date(known - window - first.after * MINUTE_MS);
  const to = new Date(now.getTime() - first.after * MINUTE_MS);
  if (one.recipe === 'winback') await lockSilences(tx);
  const found = await OCCASIONS[one.recipe](ctx, { from, to, most: MOST });
  const rows = found
    .map((occasion) => ({ ...occasion, due: new Date(occasion.at.getTime() + first.after * MINUTE_MS) }))
    // what was over before it was put on is nobody's loss
    .filter(({ due }) => due.getTime() + window > now.getTime() || (one.onAt && due >= one.onAt));
  const late = await insertEntries(ctx, one, rows, window);
  const all = found.length < MOST;
  await changeSequence(tx, one, {
    lookedTo: all ? now : one.lookedTo,
    lookAt: new Date(now.getTime() + (all ? LOOKS[one.recipe] * MINUTE_MS : 0)),
  });
  return late;
}

async function insertEntries(
  { tx, now }: Context,
  { id, recipe }: Sequence,
  rows: (Occasion & { due: Date })[],
  window: number,
): Promise<number> {
  if (rows.length === 0) return 0;
  const entered = await tx<{ late: boolean }>`
    insert into sequence_entries (sequence_id, contact_id, occasion, entered_at, since, due_at, ended_at, ended)
    select distinct on (r."contactId") ${id}::bigint, r."contactId", r.key, ${now}, coalesce(r.since, ${now}), r.due,
      case when r.due < ${new Date(now.getTime() - window)} then ${now}::timestamptz end,
      case when r.due < ${new Date(now.getTime() - window)} then 'late' end
    from jsonb_to_recordset(${tx.json(rows)}) r ("contactId" bigint, key text, since timestamptz, due timestamptz)
    where not exists (
      select from sequence_entries e where e.sequence_id = ${id} and e.contact_id = r."contactId" and (
        e.occasion = r.key or e.ended_at is null
        or ${recipe === 'review'} and e.due_at > r.due - ${REVIEW_DAYS} * interval '1 day'
        or ${recipe === 'birthday'} and e.due_at > r.due - ${YEAR_DAYS} * interval '1 day'
      )
    )
    order by r."contactId", r.due
    on conflict do nothing returning ended is not null as late`;
  return entered.filter(({ late }) => late).length;
}
