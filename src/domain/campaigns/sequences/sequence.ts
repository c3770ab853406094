import { assignments, given } from '../../../db/assignments.ts';
import type { Fragment, Sql, Tx } from '../../../db/sql.ts';
import type { Place } from '../../../outbox/message.ts';
import { locales } from '../../../text/locale.ts';
import { texts } from '../../../text/texts.ts';
import type { Context } from '../../context.ts';
import type { Campaign, PauseReason } from '../campaign.ts';
import { FIRST_STEPS, type Recipe } from './recipe.ts';

/** What is written at one step. */
export interface SequenceStep {
  /** Stays the same, whichever others come and go, and grows from step to step. */
  number: number;
  /** Minutes after the occasion for the first, else after the step before; the first of a birthday may be negative. */
  after: number;
  variants: Campaign['variants'];
}

/** A look for occasions that found more than it takes at once: when it began, and the last one that it has seen. */
export interface OpenLook {
  began: string;
  last: { at: string; key: string; contactId: string };
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
  /** The look that goes on; null: none does. */
  look: OpenLook | null;
  userId: string | null;
  place: Pick<Place, 'channel' | 'address'>;
}

const columns = (sql: Sql): Fragment => sql`
  id, recipe, channel, steps, is_on as "isOn", reason, on_at as "onAt", looked_to as "lookedTo", look_at as "lookAt", look,
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
    number: nth,
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

/** Changes what is written, or where; what is not named stays as it is in the row. What waits already leaves as it was written. */
export async function changeSequence(
  tx: Tx,
  one: Sequence,
  to: Partial<Pick<Sequence, 'channel' | 'steps' | 'lookedTo' | 'lookAt' | 'look'>>,
): Promise<Sequence> {
  const sets = assignments(tx, {
    channel: given(to.channel, (channel) => tx`${channel}`),
    steps: given(to.steps, (steps) => tx`${tx.json(steps)}`),
    looked_to: given(to.lookedTo, (at) => tx`${at}`),
    look_at: given(to.lookAt, (at) => tx`${at}`),
    look: given(to.look, (look) => tx`${look && tx.json(look)}`),
  });
  if (!sets) return one;
  const [row] = await tx<Sequence>`update sequences set ${sets} where id = ${one.id} returning ${columns(tx)}`;
  return row ?? one;
}

/** The place among its steps, from 0, of whoever waits for that number: where it was taken out, of the one behind it. -1: there is none. */
export const placeOf = ({ steps }: Pick<Sequence, 'steps'>, waitsFor: number): number =>
  steps.findIndex(({ number }) => number >= waitsFor);

/** The number of a step that is added: nobody has ever waited for it. */
export async function nextNumber(tx: Tx, { id, steps }: Pick<Sequence, 'id' | 'steps'>): Promise<number> {
  const [row] = await tx<{ highest: number }>`
    select greatest(
      (select max(step) from sequence_entries where sequence_id = ${id}), (select max(step) from campaigns where sequence_id = ${id}), 0
    )::int as highest`;
  return 1 + Math.max(row!.highest, ...steps.map(({ number }) => number));
}

/** From now on it writes by itself, and what waited goes on. */
export async function turnOn({ tx, now }: Pick<Context, 'tx' | 'now'>, one: Sequence): Promise<Sequence> {
  await tx`
    update sequences set is_on = true, reason = null, on_at = ${now}, looked_to = null, look_at = null, look = null where id = ${one.id}`;
  await tx`
    with heard as (select pg_notify('campaigns', ''))
    update campaigns set state = 'running', reason = null from heard where sequence_id = ${one.id} and state = 'paused'`;
  return { ...one, isOn: true, reason: null, onAt: now, lookedTo: null, lookAt: null, look: null };
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
