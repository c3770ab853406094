import { readings } from '../../../text/when/other_time.ts';
import { localSlot, parseWhen } from '../../../text/when/when.ts';
import type { Button } from '../../reply.ts';
import type { Task } from '../../tasks/task.ts';
import type { CommandContext } from '../command.ts';
import { exactly, momentOf, shown } from '../words/moment.ts';

export const moveButton = (ctx: CommandContext, { id }: Pick<Task, 'id'>, at: Date): Button => ({
  label: ctx.t.time.remindAt(shown(ctx, at)),
  command: `/postpone ${id} ${exactly(ctx, at)}`,
});

/** What words that look like a time may say without any others. */
export function timesAlone(ctx: CommandContext, made: Pick<Task, 'dueAt'>, words: string): Date[] {
  return readings(words).flatMap((one) => aloneOf(ctx, made, one) ?? []);
}

export function timeOf(ctx: CommandContext, words: string): Date | undefined {
  return parseWhen(words, momentOf(ctx))?.at;
}

/** Nothing but a time; an hour is one of the day that was read. */
function aloneOf(ctx: CommandContext, { dueAt }: Pick<Task, 'dueAt'>, words: string): Date | undefined {
  const onDay = dueAt && parseWhen(`${localSlot(dueAt, ctx.settings.timezone)} ${words}`, momentOf(ctx));
  if (onDay?.rest === '' && !onDay.dateOnly) return onDay.at;
  const alone = parseWhen(words, momentOf(ctx));
  return alone?.rest === '' ? alone.at : undefined;
}
