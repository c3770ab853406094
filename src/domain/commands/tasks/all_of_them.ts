import { truncate } from '../../../text/truncate.ts';
import { typedWords } from '../../../text/typed.ts';
import { daysIn } from '../../../text/when/parse_span.ts';
import type { Button, Reply } from '../../reply.ts';
import { finishTask, openTasks, overdueTasks, type Task, tasksWithin } from '../../tasks/task.ts';
import type { CommandContext } from '../command.ts';
import { momentOf } from '../words/moment.ts';
import { ANY_TIME } from '../words/spans/span_words.ts';
import { splitFirst } from '../words/words.ts';
import { isOverdue } from './agenda.ts';
import { describe, isRepeating, nextOf } from './repeating.ts';

const ALL = typedWords(({ allTasks }) => allTasks);
/** So many at a time. */
const MOST = 200;
const SHOWN = 6;
const TITLE_GRAPHEMES = 60;

/** All open tasks, or those of these days. `confirmed`: the numbers of those that were shown. */
export interface AllTasks {
  days: string;
  confirmed: readonly string[] | undefined;
}

const NUMBERS = /^\d{1,18}(?:,\d{1,18})*$/u;

/** all, 'all today', 'all 5,7 today': behind the word for it. Undefined: other words. */
export function allTasksIn(words: string): AllTasks | undefined {
  const [first, rest] = splitFirst(words);
  if (!ALL.has(first.toLowerCase())) return undefined;
  const [numbers, days] = splitFirst(rest);
  const isConfirmed = NUMBERS.test(numbers);
  const said = isConfirmed ? days : rest;
  if (said !== '' && !isOverdue(said) && !daysIn(said, ANY_TIME)) return undefined;
  return { days: said, confirmed: isConfirmed ? numbers.split(',') : undefined };
}

/** They are counted and shown, and nothing is done before a tap says so: called done, or taken off the list. */
export async function withAll(ctx: CommandContext, as: 'done' | 'end', { days, confirmed }: AllTasks): Promise<Reply> {
  const found = await tasksOf(ctx, days);
  const all = found.slice(0, MOST);
  if (all.length === 0) return { text: days === '' ? ctx.t.task.none : ctx.t.task.noneOf(days) };
  // a tap does what was shown, whatever is there by now
  const isShown = confirmed?.length === all.length && all.every(({ id }) => confirmed.includes(id));
  if (!isShown) return asked(ctx, as, days, all, found.length > MOST);
  for (const task of all) await through(ctx, as, days, task);
  return { text: (as === 'done' ? ctx.t.task.allDone : ctx.t.task.allDropped)(all.length) };
}

function tasksOf(ctx: CommandContext, days: string): Promise<Task[]> {
  if (days === '') return openTasks(ctx.tx, MOST + 1);
  if (isOverdue(days)) return overdueTasks(ctx.tx, ctx.now, MOST + 1, 0);
  return tasksWithin(ctx.tx, daysIn(days, momentOf(ctx))!, ctx.now, ctx.settings.timezone);
}

/** What comes back is over for these days, and only with all that there is for good. */
async function through(ctx: CommandContext, as: 'done' | 'end', days: string, task: Task): Promise<void> {
  if (isRepeating(task) && (as === 'done' || days !== '')) await nextOf(ctx, task);
  else await finishTask(ctx.tx, task.id, ctx.now);
}

function asked(ctx: CommandContext, as: 'done' | 'end', days: string, all: readonly Task[], hasMore: boolean): Reply {
  const { task } = ctx.t;
  const word = ctx.t.typed.allTasks[0]!;
  const back = all.filter(isRepeating).length;
  const button = (one: 'done' | 'end'): Button[] => [
    {
      label: (one === 'done' ? task.markAll : task.dropAll)(all.length),
      command: `/${one} ${word} ${all.map(({ id }) => id).join(',')} ${days}`.trim(),
    },
  ];
  const shown = all.slice(0, SHOWN).map((one) => ({ text: truncate(describe(one), TITLE_GRAPHEMES) }));
  const more = all.length - shown.length;
  return {
    title: (hasMore ? task.firstOf : task.allOf)(all.length, days),
    lists: [{ items: more > 0 ? [...shown, { text: task.andMore(more) }] : shown }],
    ...(back > 0 && { hint: days === '' ? task.someRepeat(back) : task.someRepeatOnce(back) }),
    buttons: [button(as), button(as === 'done' ? 'end' : 'done')],
  };
}
