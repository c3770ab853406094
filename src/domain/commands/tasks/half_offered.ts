import { birthdayOf, nextBirthday } from '../../../text/when/birthday/birthday.ts';
import { type HalfSaid, halfSaid } from '../../../text/when/coming/half_said.ts';
import { formatClock } from '../../../text/when/format_when.ts';
import { isoDay, wallTime } from '../../../text/when/zone.ts';
import { fieldsOf } from '../../people/fields/contact_fields.ts';
import { BIRTHDAY } from '../../people/fields/field.ts';
import type { Reply } from '../../reply.ts';
import type { Task } from '../../tasks/task.ts';
import type { CommandContext } from '../command.ts';
import { called } from '../who/addressed.ts';
import { overAsks } from '../words/moment.ts';
import { moveButton, timeOf } from './times_offered.ts';

/** Of a time that is only half said the task keeps none: it is said so, and what may be meant is one tap away, or typed next. */
export async function halfOffered(ctx: CommandContext, made: Task, line: string): Promise<Partial<Reply> | undefined> {
  const half = halfSaid(made.dueAt ? line : made.title);
  // fri week: this Friday was read
  if (!half || (made.dueAt && half.is !== 'day')) return undefined;
  const times = (await timesOf(ctx, made, half)).filter((at) => at > ctx.now);
  const isUnknown = half.is === 'birthday' && times.length === 0;
  return {
    hint: isUnknown ? ctx.t.task.noBirthday(half.said) : ctx.t.time.unread(half.said),
    ...(times.length > 0 && { buttons: times.map((at) => [moveButton(ctx, made, at)]) }),
    ...overAsks(ctx.t, { before: `/postpone ${made.id} `, after: '' }),
  };
}

async function timesOf(ctx: CommandContext, made: Task, half: HalfSaid): Promise<Date[]> {
  if (half.is === 'length') return half.whole.flatMap((words) => timeOf(ctx, words) ?? []);
  const { timezone } = ctx.settings;
  if (half.is === 'day') {
    const first = timeOf(ctx, half.day);
    if (!first) return [];
    const { day } = wallTime(first, timezone);
    // said on a Saturday, a week from it is the next one, or the one behind that
    const isToday = day - wallTime(ctx.now, timezone).day === half.later;
    const days = [...(isToday ? [day] : []), day + half.later];
    return days.flatMap((one) => onDay(ctx, one, formatClock(first, timezone)));
  }
  const day = await birthdayOfWhom(ctx, made.contactId ?? (await onlyOneCalled(ctx, half.who)));
  return day === undefined ? [] : onDay(ctx, day - half.days, '09:00');
}

const onDay = (ctx: CommandContext, day: number, clock: string): Date[] => {
  const at = timeOf(ctx, `${isoDay(day)} ${clock}`);
  return at ? [at] : [];
};

/** 3 days before priya's birthday: whose it is. */
async function onlyOneCalled(ctx: CommandContext, who: string | undefined): Promise<string | null> {
  const [id, ...others] = who === undefined ? [] : (await called(ctx, who)).ids;
  return id !== undefined && others.length === 0 ? id : null;
}

/** The day on which whoever the task is about has the next birthday; undefined: it is about nobody, or not known. */
async function birthdayOfWhom(ctx: CommandContext, contactId: string | null): Promise<number | undefined> {
  const fields = contactId ? await fieldsOf(ctx.tx, contactId) : [];
  const written = birthdayOf(fields.find(({ id }) => id === BIRTHDAY)?.value ?? '');
  return written && nextBirthday(written, wallTime(ctx.now, ctx.settings.timezone).day);
}
