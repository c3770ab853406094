import { localSlot, parseWhen } from '../../../text/when/when.ts';
import type { Task } from '../../tasks/task.ts';
import type { CommandContext } from '../command.ts';
import { momentOf } from '../words/moment.ts';

/** What words that look like a time may say without any others. */
export function timesAlone(ctx: CommandContext, made: Pick<Task, 'dueAt'>, words: string): Date[] {
  return readings(words).flatMap((one) => aloneOf(ctx, made, one) ?? []);
}

export function timeOf(ctx: CommandContext, words: string): Date | undefined {
  return parseWhen(words, momentOf(ctx))?.at;
}

/** 11.25 may be a day or a time of day, 1730 is 17:30, and at 3 or 4 is either. */
function readings(words: string): string[] {
  const bare = words.replace(/^(?:or|and|to|until|till)\s+|^[-–—~到至或和&/、]\s*/i, '');
  if (/\d;\d/.test(bare)) return [bare.replace(';', ':')];
  if (/\d\.\d/.test(bare)) return [bare.replace('.', '/'), bare.replace('.', ':')];
  if (/^\d{4}$/.test(bare)) return [`${bare.slice(0, 2)}:${bare.slice(2)}`];
  const [, at = '', one, other] = /^(at )(\d\S*(?: ?[ap]m)?) or (\d.*)$/i.exec(bare) ?? [];
  return one && other ? [at + one, at + other] : [bare];
}

/** Nothing but a time; an hour is one of the day that was read. */
function aloneOf(ctx: CommandContext, { dueAt }: Pick<Task, 'dueAt'>, words: string): Date | undefined {
  const onDay = dueAt && parseWhen(`${localSlot(dueAt, ctx.settings.timezone)} ${words}`, momentOf(ctx));
  if (onDay?.rest === '' && !onDay.dateOnly) return onDay.at;
  const alone = parseWhen(words, momentOf(ctx));
  return alone?.rest === '' ? alone.at : undefined;
}
