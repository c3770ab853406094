import { foldText } from '../../../text/fold.ts';
import { titleHolds } from '../../../text/sentence/title_words.ts';
import { formatClock } from '../../../text/when/format_when.ts';
import { oftenChanged } from '../../../text/when/repeat/often_changed.ts';
import { parseRepeat, type Repeating } from '../../../text/when/repeat/repeat_words.ts';
import type { WhenContext } from '../../../text/when/when.ts';
import type { Context } from '../../context.ts';
import { openTasks, type Task } from '../../tasks/task.ts';

/** How many open tasks are searched, and how many of them may be meant. */
const MOST_TASKS = 200;
const MOST = 4;

/** How often a task is to come, where all of the words say that. The time of day stays as it was, unless another is said. */
export function repeatSaid({ dueAt }: Pick<Task, 'dueAt'>, words: string, moment: WhenContext): Repeating | undefined {
  const kept = dueAt ? parseRepeat(`${words} ${formatClock(dueAt, moment.timezone)}`, moment) : undefined;
  return [kept, parseRepeat(words, moment)].find((one) => one?.rest === '' && one.left === undefined);
}

/** The tasks that are to come back otherwise, each as a line: those that come back, where they are so called, else those that are called so. */
export async function repetitionsSaid(
  ctx: Context,
  text: string,
  moment: WhenContext,
): Promise<{ line: string; shown: string }[]> {
  const said = oftenChanged(text);
  if (!said || !repeatSaid({ dueAt: null }, said.often, moment)) return [];
  const all = (await openTasks(ctx.tx, MOST_TASKS)).filter(({ title }) => isCalled(title, said.thing));
  const back = all.filter(({ repeats }) => repeats !== null);
  const meant = back.length > 0 ? back : said.thing === '' ? [] : all;
  if (meant.length > MOST) return [{ line: '/tasks', shown: '/tasks' }];
  return meant.map(({ id, title }) => ({
    line: `/postpone ${id} ${said.often}`,
    shown: `/postpone ${title} ${said.often}`,
  }));
}

const isCalled = (title: string, thing: string): boolean =>
  thing === '' || foldText(title).includes(foldText(thing)) || titleHolds(title, thing);
