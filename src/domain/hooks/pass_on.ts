import { enqueue } from '../../outbox/enqueue.ts';
import type { Place } from '../../outbox/message.ts';
import type { Context } from '../context.ts';
import { bodyOf } from './body.ts';
import { TEST_TYPE, wants } from './event_type.ts';
import { type Happened, takeHappened } from './happened.ts';
import { channelOfHook, type Hook } from './hook.ts';

/** So much that happened is passed on in one transaction. */
const BATCH = 100;

/** Puts into the outbox what happened, once for each hook that wants it. True if there may be more. */
export async function passOn(ctx: Context): Promise<boolean> {
  const { happened, more } = await takeHappened(ctx.tx, BATCH);
  if (happened.length === 0) return more;
  // held, so that one that is removed or switched off at this moment finds what it is not to be told
  const hooks = await ctx.tx<Pick<Hook, 'id' | 'events'>>`
    select id, events from hooks where off_at is null order by id for share`;
  // one id for all hooks, and for all tries: whoever gets it twice knows it by that
  const events = happened.map((one) => ({ ...one, id: newEventId(ctx), body: bodyOf(one.type, one.at, one.data) }));
  const told = hooks.flatMap((hook) =>
    events.filter(({ type }) => wants(hook.events, type)).map((event) => ({ hook, event })),
  );
  await Promise.all(told.map(({ hook, event }) => tell(ctx, hook, event)));
  return more;
}

/** Sends a try to a hook, also to one that is off. What comes back is told at `place`. */
export async function tryHook(ctx: Context, hook: Pick<Hook, 'id'>, place: Place): Promise<void> {
  const data = { id: `h${hook.id}` };
  await tell(ctx, hook, { id: newEventId(ctx), body: bodyOf(TEST_TYPE, ctx.now, data) }, place);
}

/** Not one that counts: after a restore of older data it would count the same again. */
const newEventId = ({ random }: Context): string => `msg_${random()}`;

async function tell(
  ctx: Context,
  { id }: Pick<Hook, 'id'>,
  event: { id: string; body: string } & Partial<Happened>,
  triedFrom?: Place,
): Promise<void> {
  await enqueue(ctx.tx, ctx.random, {
    ...{ channel: channelOfHook(id), address: id, audience: 'machine', idempotencyKey: `hook:${id}:${event.id}` },
    payload: { kind: 'event', id: event.id, body: event.body, ...(triedFrom && { triedFrom }) },
  });
}
