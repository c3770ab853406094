import type { Sql } from '../../../db/sql.ts';
import { foldText } from '../../../text/fold.ts';
import { nakedThing, titleHolds } from '../../../text/sentence/title_words.ts';
import { parseWhen, type WhenContext } from '../../../text/when/when.ts';
import { wallTime } from '../../../text/when/zone.ts';
import { openTasks, type Task } from '../../tasks/task.ts';

/** How many open tasks are searched for one that is named by its words. */
const MOST_TASKS = 200;
const HALF_DAY_MINUTES = 12 * 60;
/** Of more that are called so, none is meant. */
const MOST_ALIKE = 4;

/** As `taskNamed`; where several are called so, all of them. */
export async function tasksNamed(
  sql: Sql,
  words: string,
  moment: WhenContext,
  options: { repeating?: boolean } = {},
): Promise<Task[]> {
  const one = await taskNamed(sql, words, moment, options);
  if (one) return [one];
  const said = nakedThing(words);
  const naked = said === words ? undefined : await taskNamed(sql, said, moment, options);
  if (naked) return [naked];
  const alike = (await openTasks(sql, MOST_TASKS)).filter(({ title }) => titleHolds(title, said));
  return alike.length <= MOST_ALIKE ? alike : [];
}

/**
 * The one open task that these words name: its title holds them, or all of the words in any order, or it is due at this time of day, or on this day.
 * `repeating`: of several the one that comes back. Undefined: none, or several.
 */
export async function taskNamed(
  sql: Sql,
  words: string,
  moment: WhenContext,
  { repeating = false } = {},
): Promise<Task | undefined> {
  const tasks = await openTasks(sql, MOST_TASKS);
  const wanted = foldText(words);
  const ways: ((task: Task) => boolean)[] = [
    ({ title }) => foldText(title).includes(wanted),
    ({ title }) => titleHolds(title, words),
    atClock(words, moment),
    onDay(words, moment),
  ];
  for (const way of ways) {
    const found = tasks.filter(way);
    const meant = repeating && found.length > 1 ? found.filter(({ repeats }) => repeats !== null) : found;
    if (meant.length === 1 || (way === ways[2] && meant.length > 0)) return meant[0];
    if (found.length > 0) return undefined;
  }
  return undefined;
}

/** Due on this day: the Friday one. */
function onDay(words: string, moment: WhenContext): (task: Task) => boolean {
  const when = parseWhen(words.replace(/^(?:the|my) |['’]s$/gi, ''), moment);
  if (when?.rest !== '' || !when.dateOnly) return () => false;
  const dayOf = (at: Date) => wallTime(at, moment.timezone).day;
  return ({ dueAt }) => dueAt !== null && dayOf(dueAt) === dayOf(when.at);
}

/** Due at this time of day: whether in the morning or the evening need not be said. */
function atClock(words: string, moment: WhenContext): (task: Task) => boolean {
  const when = parseWhen(words.replace(/^(?:the|my) /i, ''), moment);
  if (when?.rest !== '' || when.dateOnly) return () => false;
  const minutes = (at: Date) => wallTime(at, moment.timezone).minutes % HALF_DAY_MINUTES;
  return ({ dueAt }) => dueAt !== null && minutes(dueAt) === minutes(when.at);
}
