import { oneTimeEach } from '../../../text/when/one_time_each.ts';
import { formatRepeat } from '../../../text/when/repeat/format_repeat.ts';
import { type Button, failed, type Reply } from '../../reply.ts';
import type { CommandContext } from '../command.ts';
import { titleAndTime } from './title_and_time.ts';

/**
 * What is to come back at several times of day is a task for each of them: which of them, the owner says, and nothing is made before.
 * `whose` stands in front of the line where it is known whom it is about. Undefined: it is not plain that it is several.
 */
export function askForEachTime(ctx: CommandContext, whose: string, line: string): Reply | undefined {
  const lines = oneTimeEach(line);
  const each = lines.flatMap((one): { label: string; command: string }[] => {
    const { comesBack, title, unreadRepeat } = titleAndTime(ctx, one);
    const isWhole = comesBack && title !== '' && !unreadRepeat;
    return isWhole ? [{ label: `↻ ${formatRepeat(comesBack, ctx.locale)}`, command: `/task ${whose}${one}` }] : [];
  });
  if (each.length < 2 || each.length < lines.length) return undefined;
  const all: Button = {
    label: ctx.t.task.eachTime(each.length),
    command: each.map(({ command }) => command).join('\n'),
  };
  return failed(ctx.t.task.severalTimes, { quote: line, buttons: [[all], ...each.map((one) => [one])] });
}
