import { type Context, clockOf } from '../domain/context.ts';
import { promiseWords } from '../domain/desk/promises/offer.ts';
import { tellOwner } from '../domain/desk/tell.ts';
import { currentAbsence } from '../domain/owner/away.ts';
import type { Reply } from '../domain/reply.ts';
import { repeatButtons } from '../domain/tasks/buttons.ts';
import { neverArrived, writtenSince } from '../domain/tasks/promise.ts';
import { type Task, takeDueTasks } from '../domain/tasks/task.ts';
import type { Locale } from '../text/locale.ts';
import type { Texts } from '../text/texts.ts';
import { formatWhen } from '../text/when/format_when.ts';

/** Puts tasks whose time has come on the desk, once; while the owner is away they wait for the return. */
export async function sendReminders(ctx: Context): Promise<void> {
  if (await currentAbsence(ctx.tx, ctx.now)) return;
  for (const task of await takeDueTasks(ctx.tx, ctx.now, ctx.settings.timezone)) {
    const key = `reminder:${task.id}:${task.dueAt!.getTime()}`;
    const notice = { kind: 'reminder' as const };
    const since = await writtenSince(ctx.tx, task.id);
    const lost = !since && (await neverArrived(ctx.tx, task.id));
    const told = (t: Texts, locale: Locale) =>
      lost ? t.promise.neverArrived : since && keptLine(ctx, t, locale, since);
    const card = (t: Texts, locale: Locale) => reminderCard(t, task, told(t, locale));
    await tellOwner(ctx, key, card, { notice });
  }
}

/** What was promised may be done by now. */
const keptLine = (ctx: Context, t: Texts, locale: Locale, { text, at }: { text: string; at: Date }): string =>
  t.promise.kept(formatWhen(at, clockOf(ctx, locale)), promiseWords(text));

function reminderCard(t: Texts, { title, id, contactId, leadId, repeats }: Task, kept: string | undefined): Reply {
  return {
    title: t.task.due(title),
    ...(kept && { text: kept }),
    thing: { noun: 'task', id },
    buttons: [
      [
        { label: t.button.done, command: `/done ${id}` },
        { label: t.button.inAnHour, command: `/postpone ${id} ${t.snooze.inAnHour}` },
        { label: t.button.tomorrow, command: `/postpone ${id} ${t.snooze.tomorrow}` },
      ],
      ...(repeats ? [repeatButtons(t, id)] : []),
      ...(contactId
        ? [
            [
              ...(leadId ? [{ label: t.step.lead, command: `/lead ${leadId}` }] : []),
              { label: t.button.contact, command: `/contact c${contactId}` },
            ],
          ]
        : []),
    ],
    ...(contactId && { person: { contactId, sure: false } }),
  };
}
