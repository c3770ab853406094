import type { Context } from '../../context.ts';
import { Unclear } from '../../people/filter/filter.ts';
import type { Occasion } from './occasion.ts';
import { HOLDS, OCCASIONS } from './occasions.ts';
import { APART_DAYS, LOOKS, WINDOW } from './recipe.ts';
import { changeSequence, type Sequence } from './sequence.ts';
import { whyStopped } from './stop.ts';

export const MINUTE_MS = 60_000;
/** People of one transaction: the look goes on behind them in the next one. */
const MOST = 1000;
/** After a longer downtime nobody is told of each that was missed. */
const LONGEST_DOWN_MS = 60 * 24 * 60 * MINUTE_MS;

/** What a look came to. */
interface Entered {
  /** So many are too late, because nothing could be sent when it was their time. */
  late: number;
  /** It goes on. */
  more: boolean;
}

/** Begins with those whose first step is due: each once for an occasion, and with one at a time. Unclear: what begins it is. */
export async function enterPeople(ctx: Context, one: Sequence): Promise<Entered | Unclear> {
  const { tx, now } = ctx;
  const [first] = one.steps;
  const pause = LOOKS[one.recipe] * MINUTE_MS;
  // further ahead than one look is from now: by a clock that was
  const isLater = one.lookAt && one.lookAt > now && one.lookAt.getTime() <= now.getTime() + pause;
  if (!first || isLater) return { late: 0, more: false };
  const { look } = one;
  const began = look ? earliest(new Date(look.began), now) : now;
  const window = WINDOW[one.recipe] * MINUTE_MS;
  const known = Math.max(now.getTime() - LONGEST_DOWN_MS, earliest(one.lookedTo ?? now, now).getTime());
  const from = new Date(known - window - first.after * MINUTE_MS);
  const to = new Date(began.getTime() - first.after * MINUTE_MS);
  await HOLDS[one.recipe]?.(tx);
  const last = look && { ...look.last, at: new Date(look.last.at) };
  const found = await OCCASIONS[one.recipe](ctx, { from, to, most: MOST, ...(last && { last }) }, one);
  if (found instanceof Unclear) return found;
  const rows = found
    .map((occasion) => ({ ...occasion, due: new Date(occasion.at.getTime() + first.after * MINUTE_MS) }))
    // what was over before it was put on is nobody's loss
    .filter(({ due }) => due.getTime() + window > now.getTime() || (one.onAt && due >= one.onAt));
  const late = await insertEntries(ctx, one, rows, window);
  const end = found.length === MOST ? found.at(-1)! : undefined;
  await changeSequence(
    tx,
    one,
    end
      ? {
          look: {
            began: began.toISOString(),
            last: { at: end.at.toISOString(), key: end.key, contactId: end.contactId },
          },
        }
      : { look: null, lookedTo: began, lookAt: new Date(now.getTime() + pause) },
  );
  return { late, more: end !== undefined };
}

const earliest = (one: Date, other: Date): Date => (one < other ? one : other);

/** Gives how many were too late: `window` is how late a step is still worth sending, in ms. */
export async function insertEntries(
  { tx, now }: Pick<Context, 'tx' | 'now'>,
  { id, recipe, again }: Sequence,
  rows: (Omit<Occasion, 'name'> & { due: Date })[],
  window: number,
): Promise<number> {
  if (rows.length === 0) return 0;
  const apart = APART_DAYS[recipe];
  const isOwn = recipe === 'own';
  if (isOwn && again) await endStopped({ tx, now }, id, rows);
  const entered = await tx<{ late: boolean }>`
    insert into sequence_entries (sequence_id, contact_id, occasion, entered_at, since, order_id, due_at, ended_at, ended)
    select distinct on (r."contactId") ${id}::bigint, r."contactId", r.key, ${now}, coalesce(r.since, ${now}), r."orderId", r.due,
      case when r.due < ${new Date(now.getTime() - window)} then ${now}::timestamptz end,
      case when r.due < ${new Date(now.getTime() - window)} then 'late' end
    from jsonb_to_recordset(${tx.json(rows)}) r ("contactId" bigint, key text, since timestamptz, "orderId" bigint, due timestamptz)
    where not exists (
      select from sequence_entries e where e.sequence_id = ${id} and e.contact_id = r."contactId" and (
        e.occasion = r.key or e.ended_at is null or ${isOwn && !again}
        or ${apart > 0} and case when ${isOwn} then e.since > r.since - ${apart} * interval '1 day'
          else e.due_at > r.due - ${apart} * interval '1 day' end
      )
    )
    order by r."contactId", r.due
    on conflict do nothing returning ended is not null as late`;
  return entered.filter(({ late }) => late).length;
}

/** Whom something has ended that they were amid of begin anew: each time is one of its own. */
async function endStopped(
  { tx, now }: Pick<Context, 'tx' | 'now'>,
  id: string,
  rows: readonly Pick<Occasion, 'contactId'>[],
): Promise<void> {
  await tx`
    with stopped as materialized (
      select e.id, ${whyStopped(tx, tx`e`)} as why from sequence_entries e
      where e.sequence_id = ${id} and e.ended_at is null
        and e.contact_id = any((select ${rows.map(({ contactId }) => contactId)}::bigint[])::bigint[])
    )
    update sequence_entries e set ended_at = ${now}, ended = stopped.why from stopped where e.id = stopped.id and stopped.why is not null`;
}
