import type { Context } from '../domain/context.ts';
import { tellOwner } from '../domain/desk/tell.ts';
import { currentAbsence } from '../domain/owner/away.ts';
import { takeDueTasks } from '../domain/tasks/task.ts';

/** Tasks whose time has come are put on the desk, once; while the owner is away they wait for the return. */
export async function sendReminders(ctx: Context): Promise<void> {
  if (await currentAbsence(ctx.tx, ctx.now)) return;
  for (const task of await takeDueTasks(ctx.tx, ctx.now)) {
    const key = `reminder:${task.id}:${task.dueAt!.getTime()}`;
    const notice = { kind: 'reminder' as const };
    await tellOwner(ctx, key, (t) => t.reminder(task.title, task.id, task.contactId), { notice });
  }
}
