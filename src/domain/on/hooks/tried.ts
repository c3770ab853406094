import type { OutboxMessage, Outcome, Place } from '../../../outbox/message.ts';
import { type Context, localeOf } from '../../context.ts';
import { tellOwner } from '../../desk/tell.ts';
import { switchedOffCard, triedCard } from '../../hooks/card.ts';
import { type Hook, loadHook, switchOff } from '../../hooks/hook.ts';
import { noteNotTaken, noteTaken } from '../../hooks/state.ts';
import { userAt } from '../../user.ts';

/** Whoever answers so wants nothing any more. */
const GONE = 410;

/** An event was sent to a hook, or could not be: its state is noted. Of a try the owner is told what came back. */
export async function onEventTried(ctx: Context, row: OutboxMessage, outcome: Outcome): Promise<void> {
  const hook = await loadHook(ctx.tx, row.address);
  if (!hook || row.payload.kind !== 'event') return;
  const { triedFrom } = row.payload;
  if (outcome.result === 'sent') await noteTaken(ctx.tx, hook.id, ctx.now);
  if (triedFrom) return tellTry(ctx, hook, row, triedFrom, outcome);
  const fault = 'fault' in outcome ? outcome.fault : undefined;
  if (!fault) return;
  await noteNotTaken(ctx.tx, hook.id, fault, ctx.now);
  if (fault.why !== 'status' || fault.status !== GONE || !(await switchOff(ctx.tx, hook.id, ctx.now))) return;
  await tellOwner(ctx, `hook-off:${hook.id}:${ctx.now.getTime()}`, (t) => switchedOffCard(t, hook, fault), {
    notice: { kind: 'hook' },
  });
}

async function tellTry(ctx: Context, hook: Hook, row: OutboxMessage, place: Place, outcome: Outcome): Promise<void> {
  // it is sent once more
  if (outcome.result === 'retry' || outcome.result === 'unknown') return;
  const { channel, address } = place;
  const desk = { channel, address, locale: localeOf(ctx, userAt(ctx, channel, address)) };
  await tellOwner(ctx, `hook-tried:${row.id}`, (t) => triedCard(t, hook, outcome), {
    ...{ notice: { kind: 'hook' }, desk, asked: true },
  });
}
