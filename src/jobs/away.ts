import type { Context } from '../domain/context.ts';
import { returnList } from '../domain/desk/return_list.ts';
import { tellOwner } from '../domain/desk/tell.ts';
import { begunByPlan, currentAbsence, lastAbsence, noticesLeaveAt, takeCollected } from '../domain/owner/away.ts';
import { moveNotices } from '../domain/owner/quiet.ts';
import { formatWhen } from '../text/when/format_when.ts';
import { takeSlot } from './take.ts';

/**
 * Reschedules waiting notices: they leave when they may, even if quiet hours or absence have changed since they were
 * written.
 */
export async function keepQuiet(ctx: Context): Promise<void> {
  const absence = await currentAbsence(ctx.tx, ctx.now);
  await moveNotices(ctx.tx, ctx.now, noticesLeaveAt(ctx, absence));
}

/**
 * An absence begins as planned: from now on cards do not come, and customers get an automatic answer. In quiet hours
 * the owner is told afterwards.
 */
export async function tellBegun(ctx: Context): Promise<void> {
  const begun = await begunByPlan(ctx.tx, ctx.now);
  if (!begun || noticesLeaveAt(ctx) > ctx.now) return;
  if ((await takeSlot(ctx.tx, 'away', `${begun.id} ${begun.startsAt.toISOString()}`)) === 'done before') return;
  const { timezone } = ctx.settings;
  const until = (await currentAbsence(ctx.tx, ctx.now))?.until ?? begun.until;
  await tellOwner(
    ctx,
    `away:${begun.id}:${begun.startsAt.getTime()}`,
    (t, locale) => ({
      title: t.away.until(formatWhen(until, { now: ctx.now, timezone, locale })),
      text: t.away.begun,
      buttons: [[{ label: t.away.off, command: '/away off' }]],
    }),
    { notice: { kind: 'away' }, whileAway: true },
  );
}

/** The owner is back: one list of what happened, even if nothing did, including what no earlier list has told. */
export async function tellReturn(ctx: Context): Promise<void> {
  if (await currentAbsence(ctx.tx, ctx.now)) return;
  const over = await endedByItself(ctx);
  const told = await takeCollected(ctx);
  if (!over && told === 0) return;
  await tellOwner(ctx, `return:${ctx.now.getTime()}`, (t, locale) => returnList(ctx, t, locale, told), {
    notice: { kind: 'return' },
  });
}

/** Only the first to ask gets true; if the owner came back by a command, the list was its answer. */
async function endedByItself(ctx: Context): Promise<boolean> {
  const absence = await lastAbsence(ctx.tx, ctx.now);
  if (!absence || absence.backAt) return false;
  return (await takeSlot(ctx.tx, 'return', `${absence.id} ${absence.until.toISOString()}`)) !== 'done before';
}
