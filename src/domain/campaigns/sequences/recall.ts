import type { Context } from '../../context.ts';
import { WINDOW } from './recipe.ts';
import type { Sequence } from './sequence.ts';

/**
 * What waits of a step as it was written before does not leave. Whom it was for gets it as it is written now, while it is its time; where the
 * step was taken out, the one behind it at its own time. What is under way by now has left.
 */
export async function recallQueued(
  { tx, now }: Pick<Context, 'tx' | 'now'>,
  { id, recipe, steps }: Sequence,
  step: number,
): Promise<void> {
  const isThere = steps.some(({ number }) => number === step);
  await tx`
    with recalled as (
      update campaign_deliveries d set state = 'skipped', reason = 'reworded' from campaigns c
      where c.sequence_id = ${id} and c.step = ${step} and d.campaign_id = c.id and d.state = 'queued'
      returning d.entry_id, d.expires_at
    )
    update sequence_entries e set step = ${step}, look_at = null, ended_at = null, ended = null,
      due_at = least(r.expires_at - ${WINDOW[recipe]} * interval '1 minute', ${now})
    from recalled r where e.id = r.entry_id and ${isThere} and (e.ended_at is null or e.ended in ('done', 'late'))`;
}
