import type { Context } from '../domain/context.ts';
import { returnList } from '../domain/desk/return_list.ts';
import { tellOwner } from '../domain/desk/tell.ts';
import { currentAbsence, lastAbsence, noticesLeaveAt, takeCollected } from '../domain/owner/away.ts';
import { moveNotices } from '../domain/owner/quiet.ts';
import { takeSlot } from './take.ts';

/** Notices that wait leave when they may, whatever has become of the hours and the absence since they were written. */
export async function keepQuiet(ctx: Context): Promise<void> {
  const absence = await currentAbsence(ctx.tx, ctx.now);
  await moveNotices(ctx.tx, ctx.now, noticesLeaveAt(ctx, absence));
}

/** The owner is back: one list of what happened, also when nothing did; and of what no list has told, however that came about. */
export async function tellReturn(ctx: Context): Promise<void> {
  if (await currentAbsence(ctx.tx, ctx.now)) return;
  const over = await endedByItself(ctx);
  const told = await takeCollected(ctx);
  if (!over && told === 0) return;
  await tellOwner(ctx, `return:${ctx.now.getTime()}`, (t, locale) => returnList(ctx, t, locale, told), {
    notice: { kind: 'return' },
  });
}

/** Only the first to ask hears so; whoever came back by command has had the list as its answer. */
async function endedByItself(ctx: Context): Promise<boolean> {
  const absence = await lastAbsence(ctx.tx, ctx.now);
  if (!absence || absence.backAt) return false;
  return (await takeSlot(ctx.tx, 'return', `${absence.id} ${absence.until.toISOString()}`)) !== 'done before';
}
