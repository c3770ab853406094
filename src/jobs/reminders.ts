import type { Context } from '../domain/context.ts';
import { tellOwner } from '../domain/desk/tell.ts';
import { currentAbsence } from '../domain/owner/away.ts';
import type { Reply } from '../domain/reply.ts';
import { repeatButtons } from '../domain/tasks/buttons.ts';
import { type Task, takeDueTasks } from '../domain/tasks/task.ts';
import type { Texts } from '../text/texts.ts';

/** Puts tasks whose time has come on the desk, once; while the owner is away they wait for the return. */
export async function sendReminders(ctx: Context): Promise<void> {
  if (await currentAbsence(ctx.tx, ctx.now)) return;
  for (const task of await takeDueTasks(ctx.tx, ctx.now, ctx.settings.timezone)) {
    const key = `reminder:${task.id}:${task.dueAt!.getTime()}`;
    const notice = { kind: 'reminder' as const };
    await tellOwner(ctx, key, (t) => reminderCard(t, task), { notice });
  }
}

function reminderCard(t: Texts, { title, id, contactId, repeats }: Task): Reply {
  return {
    title: t.task.due(title),
    thing: { noun: 'task', id },
    buttons: [
      [
        { label: t.button.done, command: `/done ${id}` },
        { label: t.button.inAnHour, command: `/postpone ${id} ${t.snooze.inAnHour}` },
        { label: t.button.tomorrow, command: `/postpone ${id} ${t.snooze.tomorrow}` },
      ],
      ...(repeats ? [repeatButtons(t, id)] : []),
      ...(contactId ? [[{ label: t.button.contact, command: `/contact c${contactId}` }]] : []),
    ],
    ...(contactId && { person: { contactId, sure: false } }),
  };
}
