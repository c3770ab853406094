import type { Context } from '../../context.ts';
import { BEFORE } from './occasion.ts';
import { WINDOW } from './recipe.ts';
import { loadSequence, type Sequence } from './sequence.ts';

/**
 * What waits of a step that is written otherwise by now, or is there no more, does not leave. Whom it was for gets it as it is written now,
 * while it is its time; where the step was taken out, the one behind it at its own time. What waits of the steps behind stays, and is not made
 * a second time (sql: `campaign_deliveries_step`). What is under way by now has left.
 */
export async function recallQueued(
  { tx, now }: Pick<Context, 'tx' | 'now'>,
  { id, recipe, steps }: Pick<Sequence, 'id' | 'recipe' | 'steps'>,
): Promise<void> {
  await tx`
    with written as (
      select (step ->> 'number')::int as number, step -> 'variants' as variants from jsonb_array_elements(${tx.json(steps)}::jsonb) step
    ), recalled as (
      update campaign_deliveries d set state = 'skipped', reason = 'reworded' from campaigns c
      where c.sequence_id = ${id} and d.campaign_id = c.id and d.state = 'queued'
        and not exists (select from written where number = c.step and variants = c.variants)
      returning d.entry_id, d.expires_at, c.step
    ), again as (
      select distinct on (r.entry_id) r.entry_id, r.step, r.expires_at from recalled r join written on number = r.step
      order by r.entry_id, r.step
    )
    update sequence_entries e set step = again.step, look_at = null, ended_at = null, ended = null,
      due_at = least(again.expires_at - ${WINDOW[recipe]} * interval '1 minute', ${now})
    from again where e.id = again.entry_id and (e.ended_at is null or e.ended in ('done', 'late'))`;
}

/**
 * After an entry of the journal has been taken back that changed what follow-ups say, or let people begin with one: what waits is what they say
 * again, and whoever began gets no more of it. Gives how many of these had got something by then.
 */
export async function recallUndone(ctx: Pick<Context, 'tx' | 'now'>, entryId: string): Promise<number> {
  const changed = await ctx.tx<{ id: string }>`
    select distinct key as id from journal_changes where journal_id = ${entryId} and table_name = 'sequences'`;
  for (const { id } of changed) {
    const one = await loadSequence(ctx.tx, id);
    if (one) await recallQueued(ctx, one);
  }
  return endBegun(ctx, entryId);
}

/** Who has got something with an entry that is taken back is through with it: begun with again they would get it twice. */
async function endBegun({ tx, now }: Pick<Context, 'tx' | 'now'>, entryId: string): Promise<number> {
  const begun = tx`
    select distinct on (key) key::bigint as id, after from journal_changes
    where journal_id = ${entryId} and table_name = 'sequence_entries' and after ->> 'ended' is null and (before is null or before ->> 'ended' = ${BEFORE})
    order by key, journal_changes.id desc`;
  await tx`delete from campaign_deliveries where state = 'queued' and entry_id in (select id from (${begun}) b)`;
  const { count } = await tx`
    insert into sequence_entries overriding system value
    select (jsonb_populate_record(null::sequence_entries, b.after || jsonb_build_object('ended', 'done', 'ended_at', ${now}::timestamptz))).*
    from (${begun}) b join contacts c on c.id = (b.after ->> 'contact_id')::bigint
    where exists (select from campaign_deliveries d where d.entry_id = b.id and d.state in ('sending', 'sent', 'unknown'))
    on conflict (id) do update set ended = excluded.ended, ended_at = excluded.ended_at`;
  return count;
}
