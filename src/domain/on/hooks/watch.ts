import type { Context } from '../../context.ts';
import { tellOwner } from '../../desk/tell.ts';
import { failingCard, switchedOffCard } from '../../hooks/card.ts';
import { switchOff } from '../../hooks/hook.ts';
import { failingSince, takeFailing } from '../../hooks/state.ts';

const HOUR_MS = 3_600_000;
/** A hook that takes nothing for so long is told to the owner, and then switched off. */
const TOLD_AFTER_MS = HOUR_MS;
const OFF_AFTER_MS = 5 * 24 * HOUR_MS;

/** Tells of hooks that take nothing, each once, and switches off those that have not for days. */
export async function watchHooks(ctx: Context): Promise<void> {
  const before = (ms: number) => new Date(ctx.now.getTime() - ms);
  for (const hook of await failingSince(ctx.tx, before(OFF_AFTER_MS))) {
    if (!(await switchOff(ctx.tx, hook.id, ctx.now))) continue;
    await tellOwner(ctx, `hook-off:${hook.id}:${ctx.now.getTime()}`, (t) => switchedOffCard(t, hook, hook.fault), {
      notice: { kind: 'hook' },
    });
  }
  for (const hook of await takeFailing(ctx.tx, before(TOLD_AFTER_MS), ctx.now)) {
    await tellOwner(ctx, `hook-failing:${hook.id}:${ctx.now.getTime()}`, (t) => failingCard(t, hook, hook.fault), {
      notice: { kind: 'hook' },
    });
  }
}
