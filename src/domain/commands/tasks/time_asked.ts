import { texts } from '../../../text/texts.ts';
import { asksReminder } from '../../../text/when/coming/half_said.ts';
import { formatClock, formatWhen } from '../../../text/when/format_when.ts';
import { localSlot } from '../../../text/when/when.ts';
import { fromWallTime, wallTime } from '../../../text/when/zone.ts';
import { type Context, clockOf, localeOf } from '../../context.ts';
import type { User } from '../../owner/user.ts';
import type { Button, Reply } from '../../reply.ts';
import { loadTask } from '../../tasks/task.ts';
import { commandOf } from '../called.ts';
import { overAsks } from '../words/moment.ts';
import { postpone } from './task.ts';

const HOUR_MS = 3_600_000;
/** In minutes of the day. */
const EVENING = 18 * 60;
const MORNING = 9 * 60;

/** Who asks to be reminded and says no time that is read would wait in vain: it is said so, and times are offered; what is typed next may be one. */
export async function withTimeAsked(ctx: Context, user: User, text: string, reply: Reply): Promise<Reply> {
  if (reply.thing?.noun !== 'task' || reply.rest || !asksReminder(text)) return reply;
  const task = await loadTask(ctx.tx, reply.thing.id);
  if (!task || task.dueAt || task.repeats) return reply;
  const locale = localeOf(ctx, user);
  const t = texts(locale);
  const { timezone } = ctx.settings;
  const button = (at: Date): Button => ({
    label: t.time.remindAt(formatWhen(at, clockOf(ctx, locale))),
    command: `/postpone ${task.id} ${localSlot(at, timezone)} ${formatClock(at, timezone)}`,
  });
  const rows = reply.buttons ?? [];
  const isOffered = rows.flat().some(({ command }) => commandOf(command)?.name === postpone.name);
  return {
    ...reply,
    hint: [reply.hint, t.task.noTimeYet].filter(Boolean).join('\n'),
    buttons: isOffered ? rows : [soon(ctx.now, timezone).map(button), ...rows],
    ...overAsks(t, { before: `/postpone ${task.id} `, after: '' }),
  };
}

/** In an hour, this evening where it is still to come, tomorrow morning. */
function soon(now: Date, timezone: string): Date[] {
  const { day } = wallTime(now, timezone);
  const hour = new Date(now.getTime() + HOUR_MS);
  const evening = fromWallTime({ day, minutes: EVENING }, timezone);
  const morning = fromWallTime({ day: day + 1, minutes: MORNING }, timezone);
  return [hour, ...(evening > hour ? [evening] : []), morning];
}
