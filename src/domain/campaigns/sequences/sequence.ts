import { assignments, given } from '../../../db/assignments.ts';
import type { Fragment, Sql, Tx } from '../../../db/sql.ts';
import type { Place } from '../../../outbox/message.ts';
import { locales } from '../../../text/locale.ts';
import { type Texts, texts } from '../../../text/texts.ts';
import type { Context } from '../../context.ts';
import type { Reached } from '../../people/consent.ts';
import type { Campaign, PauseReason } from '../campaign.ts';
import { FIRST_STEPS, type Kind, PURPOSE, type Recipe, type Start } from './recipe.ts';
import type { StopReason } from './stop.ts';

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

/** What a look found that begins it: what its filter means, and how far the journal was at the look before and at this one. */
interface Seen {
  filter: string;
  changes: [string, string];
}

/** What its owner may say that does not end it: an answer to it, an order. */
export const ENDS = ['replied', 'ordered'] as const satisfies readonly StopReason[];
export type End = (typeof ENDS)[number];

/** What is written to people by itself, on an occasion of theirs. */
export interface Sequence {
  id: string;
  recipe: Kind;
  /** Of one of the owner's own: what they call it. */
  name: string | null;
  /** What begins it; null: its recipe says so, or nobody has said it yet. */
  start: Start | null;
  /** What its owner says that it is; null: its recipe says so, or nobody has said it yet. */
  purpose: Reached | null;
  /** Which of these end it for somebody. */
  ends: End[];
  /** Somebody begins with it at each purchase of theirs, or whenever they fill in the form. */
  again: boolean;
  /** From when on what begins it counts; null: it has never been on. */
  beginsAt: Date | null;
  deletedAt: Date | null;
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
  /** Of what a filter begins: the last look; null: there was none. */
  seen: Seen | null;
  userId: string | null;
  place: Pick<Place, 'channel' | 'address'>;
}

const columns = (sql: Sql): Fragment => sql`
  id, recipe, channel, steps, is_on as "isOn", reason, on_at as "onAt", looked_to as "lookedTo", look_at as "lookAt", look, seen,
  name, start, purpose, ends, again, begins_at as "beginsAt", deleted_at as "deletedAt",
  user_id as "userId", jsonb_build_object('channel', told_channel, 'address', told_address) as place`;

/** Those there are, without the deleted ones. */
export async function listSequences(sql: Sql): Promise<Sequence[]> {
  return sql<Sequence>`select ${columns(sql)} from sequences where deleted_at is null order by id`;
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
    on conflict (recipe) where recipe <> 'own' do nothing`;
  const [row] = await tx<Sequence>`select ${columns(tx)} from sequences where recipe = ${recipe} for update`;
  return row!;
}

/** Makes one of the owner's own, off, with nothing in it. */
export async function makeOwn(
  { tx, now }: Pick<Context, 'tx' | 'now'>,
  { name, channel, userId, place }: Pick<Sequence, 'channel' | 'userId' | 'place'> & { name: string },
): Promise<Sequence> {
  const [row] = await tx<Sequence>`
    insert into sequences (recipe, name, channel, steps, user_id, told_channel, told_address, created_at)
    values ('own', ${name}, ${channel}, '[]', ${userId}::bigint, ${place.channel}, ${place.address}, ${now}) returning ${columns(tx)}`;
  return row!;
}

/** As its owner calls it. */
export const sequenceName = (
  { sequence }: Pick<Texts, 'sequence'>,
  { recipe, name }: Pick<Sequence, 'recipe' | 'name'>,
): string => (recipe === 'own' ? (name ?? '') : sequence.recipe[recipe]);

/** What it is; of what nobody has said it yet: news, until they do. */
export const purposeOf = ({ recipe, purpose }: Pick<Sequence, 'recipe' | 'purpose'>): Reached =>
  recipe === 'own' ? (purpose ?? 'newsletter') : PURPOSE[recipe];

type Change = Pick<
  Sequence,
  | 'channel'
  | 'steps'
  | 'lookedTo'
  | 'lookAt'
  | 'look'
  | 'seen'
  | 'name'
  | 'start'
  | 'purpose'
  | 'ends'
  | 'again'
  | 'beginsAt'
  | 'deletedAt'
>;

/** Changes what is written, or where; what is not named stays as it is in the row. What waits already is called back (`recall.ts`). */
export async function changeSequence(tx: Tx, one: Sequence, to: Partial<Change>): Promise<Sequence> {
  const sets = assignments(tx, {
    channel: given(to.channel, (channel) => tx`${channel}`),
    steps: given(to.steps, (steps) => tx`${tx.json(steps)}`),
    looked_to: given(to.lookedTo, (at) => tx`${at}`),
    look_at: given(to.lookAt, (at) => tx`${at}`),
    look: given(to.look, (look) => tx`${look && tx.json(look)}`),
    seen: given(to.seen, (seen) => tx`${seen && tx.json(seen)}`),
    name: given(to.name, (name) => tx`${name}`),
    start: given(to.start, (start) => tx`${start && tx.json(start)}`),
    purpose: given(to.purpose, (purpose) => tx`${purpose}`),
    ends: given(to.ends, (ends) => tx`(select ${ends}::text[])`),
    again: given(to.again, (again) => tx`${again}`),
    begins_at: given(to.beginsAt, (at) => tx`${at}`),
    deleted_at: given(to.deletedAt, (at) => tx`${at}`),
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
  const [row] = await tx<Sequence>`
    update sequences set is_on = true, reason = null, on_at = ${now}, begins_at = coalesce(begins_at, ${now}),
      looked_to = null, look_at = null, look = null
    where id = ${one.id} returning ${columns(tx)}`;
  await tx`
    with heard as (select pg_notify('campaigns', ''))
    update campaigns set state = 'running', reason = null from heard where sequence_id = ${one.id} and state = 'paused'`;
  return row ?? one;
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
