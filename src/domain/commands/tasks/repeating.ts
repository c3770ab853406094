import { formatRepeat } from '../../../text/when/repeat/format_repeat.ts';
import type { Repeat } from '../../../text/when/repeat/repeat.ts';
import { failed, type Reply } from '../../reply.ts';
import { repeatButtons, taskButtons } from '../../tasks/buttons.ts';
import { loadTask, passTask, type Task } from '../../tasks/task.ts';
import { type Command, type CommandContext, Incomplete } from '../command.ts';
import { shown } from '../words/moment.ts';
import { noSuchNumber } from '../words/number.ts';
import { behindFirst, idIn, splitFirst } from '../words/words.ts';

type Repeating = Task & { repeats: Repeat };

export const isRepeating = (task: Task): task is Repeating => task.repeats !== null;

/** How often it comes, and when first; it can be ended at once. */
export function repeatingSaved(ctx: CommandContext, made: Task, repeats: Repeat): Reply {
  const { t } = ctx;
  return {
    text: [t.task.repeats(describe(made), formatRepeat(repeats, ctx.locale)), t.task.next(whenOf(ctx, made)!)].join(
      '\n',
    ),
    buttons: [repeatButtons(t, made.id)],
  };
}

/** It goes on to its next time, which is said. */
export async function nextOf(ctx: CommandContext, task: Repeating): Promise<string> {
  const next = await passTask(ctx.tx, task, ctx.now, ctx.settings.timezone);
  return ctx.t.task.next(shown(ctx, next));
}

export function whenOf(ctx: CommandContext, row: Task): string | undefined {
  return row.dueAt ? shown(ctx, row.dueAt) : undefined;
}

/** When it is due, and how often it comes back. */
export function timesOf(ctx: CommandContext, row: Task): string | undefined {
  const when = whenOf(ctx, row);
  return row.repeats && when ? ctx.t.task.repeatsNext(formatRepeat(row.repeats, ctx.locale), when) : when;
}

/** The contact is named only when the title does not. */
export function describe(row: Task): string {
  const named = !row.contactName || row.title.toLowerCase().includes(row.contactName.toLowerCase());
  return named ? row.title : `${row.title} · ${row.contactName}`;
}

interface Args {
  id: string;
}

const parse = (words: string): Args | Incomplete => {
  const id = idIn(splitFirst(words)[0]);
  return id ? { id } : new Incomplete('task', 'instead', words);
};

const unread = (words: string): string => (idIn(splitFirst(words)[0]) ? behindFirst(words) : '');

/** The task that is meant, if it comes back and is not over. */
async function repeatingTask(ctx: CommandContext, id: string): Promise<Repeating | { ask: Reply }> {
  const found = await loadTask(ctx.tx, id);
  if (!found) return { ask: await noSuchNumber(ctx, 'task', id) };
  if (found.doneAt) return { ask: failed(ctx.t.task.alreadyFinished(describe(found))) };
  if (isRepeating(found)) return found;
  return { ask: failed(ctx.t.task.repeatsNot(describe(found)), { buttons: [taskButtons(ctx.t, found, ctx.now)] }) };
}

/** '/skip 12': what comes back is left out once. */
export const skip: Command<Args> = {
  name: 'skip',
  role: 'helper',
  changes: true,
  unread,
  parse,
  async run(ctx, { id }) {
    const found = await repeatingTask(ctx, id);
    if ('ask' in found) return found.ask;
    return { text: [ctx.t.task.skipped(describe(found)), await nextOf(ctx, found)].join('\n') };
  },
};
