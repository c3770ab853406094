import type { Fragment, Sql, Tx } from '../../../db/sql.ts';
import type { Place } from '../../../outbox/message.ts';
import { locales } from '../../../text/locale.ts';
import { texts } from '../../../text/texts.ts';
import type { Context } from '../../context.ts';
import type { Campaign, PauseReason } from '../campaign.ts';
import { FIRST_STEPS, type Recipe } from './recipe.ts';

/** What is written at one step. */
export interface SequenceStep {
  /** Minutes after the occasion for the first, else after the step before; the first of a birthday may be negative. */
  after: number;
  variants: Campaign['variants'];
}

/** What is written to people by itself, on an occasion of theirs. */
export interface Sequence {
  id: string;
  recipe: Recipe;
  channel: string;
  steps: SequenceStep[];
  isOn: boolean;
  /** Why it is off; null: nobody has put it on yet. */
  reason: PauseReason | null;
  onAt: Date | null;
  /** Up to when occasions have been looked for. */
  lookedTo: Date | null;
  /** When they are looked for next; null: at once. */
  lookAt: Date | null;
  userId: string | null;
  place: Pick<Place, 'channel' | 'address'>;
}

const columns = (sql: Sql): Fragment => sql`
  id, recipe, channel, steps, is_on as "isOn", reason, on_at as "onAt", looked_to as "lookedTo", look_at as "lookAt",
  user_id as "userId", jsonb_build_object('channel', told_channel, 'address', told_address) as place`;

export async function listSequences(sql: Sql): Promise<Sequence[]> {
  return sql<Sequence>`select ${columns(sql)} from sequences order by id`;
}

export async function loadSequence(sql: Sql, id: string, locked: Fragment = sql``): Promise<Sequence | undefined> {
  const [row] = await sql<Sequence>`select ${columns(sql)} from sequences where id = ${id} ${locked}`;
  return row;
}

/** Makes one from its recipe, off; the one there is already, if there is. Its words are there in every language. */
export async function makeSequence(
  { tx, now, settings }: Pick<Context, 'tx' | 'now' | 'settings'>,
  recipe: Recipe,
  { channel, userId, place }: Pick<Sequence, 'channel' | 'userId' | 'place'>,
): Promise<Sequence> {
  const steps: SequenceStep[] = FIRST_STEPS[recipe].map((after, nth) => ({
    after,
    variants: {
      fallback: settings.locale,
      of: Object.fromEntries(locales.map((locale) => [locale, texts(locale).sequence.words[recipe][nth]!])),
    },
  }));
  await tx`
    insert into sequences (recipe, channel, steps, user_id, told_channel, told_address, created_at)
    values (${recipe}, ${channel}, ${tx.json(steps)}, ${userId}::bigint, ${place.channel}, ${place.address}, ${now})
    on conflict (recipe) do nothing`;
  const [row] = await tx<Sequence>`select ${columns(tx)} from sequences where recipe = ${recipe} for update`;
  return row!;
}

/** Changes what is written, or where. What waits already leaves as it was written. */
export async function changeSequence(
  tx: Tx,
  one: Sequence,
  to: Partial<Pick<Sequence, 'channel' | 'steps' | 'lookedTo' | 'lookAt'>>,
): Promise<Sequence> {
  const after = { ...one, ...to };
  await tx`
    update sequences set channel = ${after.channel}, steps = ${tx.json(after.steps)}, looked_to = ${after.lookedTo},
      look_at = ${after.lookAt}
    where id = ${one.id}`;
  return after;
}

/** From now on it writes by itself, and what waited goes on. */
export async function turnOn({ tx, now }: Pick<Context, 'tx' | 'now'>, one: Sequence): Promise<Sequence> {
  await tx`
    update sequences set is_on = true, reason = null, on_at = ${now}, looked_to = null, look_at = null where id = ${one.id}`;
  await tx`
    with heard as (select pg_notify('campaigns', ''))
    update campaigns set state = 'running', reason = null from heard where sequence_id = ${one.id} and state = 'paused'`;
  return { ...one, isOn: true, reason: null, onAt: now, lookedTo: null, lookAt: null };
}

/** Nothing of it leaves after the batch that is under way: its row is locked first, so nobody is given a delivery meanwhile. */
export async function turnOff(tx: Tx, id: string, reason: PauseReason): Promise<void> {
  await tx`update sequences set is_on = false, reason = ${reason} where id = ${id}`;
  await haltSteps(tx, [id], reason);
}

/** The same for all, at `/stop`. Gives those that were on. */
export async function stopSequences(tx: Tx): Promise<Sequence[]> {
  const stopped = await tx<Sequence>`
    update sequences set is_on = false, reason = 'stopped' where is_on returning ${columns(tx)}`;
  await haltSteps(
    tx,
    stopped.map(({ id }) => id),
    'stopped',
  );
  return stopped;
}

async function haltSteps(tx: Tx, ids: string[], reason: PauseReason): Promise<void> {
  await tx`
    update campaigns set state = 'paused', reason = ${reason}
    where sequence_id = any((select ${ids}::bigint[])::bigint[]) and state = 'running'`;
}
