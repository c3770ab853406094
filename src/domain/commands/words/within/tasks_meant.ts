import type { Place } from '../../../../outbox/message.ts';
import type { Does } from '../../../../text/sentence/rule.ts';
import type { Sentence } from '../../../../text/sentence/sentence.ts';
import { texts } from '../../../../text/texts.ts';
import { formatWhen } from '../../../../text/when/format_when.ts';
import { otherTime } from '../../../../text/when/other_time.ts';
import { parseWhen, type WhenContext } from '../../../../text/when/when.ts';
import type { Context } from '../../../context.ts';
import { loadTask, type Task } from '../../../tasks/task.ts';
import type { Lines } from '../../sell/order_said.ts';
import { tasksNamed } from '../../tasks/task_named.ts';
import { listedIn } from './list_places.ts';

/** The task that words name, or those in the places that they say of the list that was shown last. */
export async function tasksMeant(
  { tx }: Context,
  { does, thing }: Sentence,
  moment: WhenContext,
  place: Place | undefined,
): Promise<{ found: Task[]; alike?: boolean }> {
  if (thing === undefined) return { found: [] };
  const listed: Task[] = [];
  for (const id of place ? await listedIn(tx, does, thing, place) : []) {
    const task = await loadTask(tx, id);
    if (task && !task.doneAt) listed.push(task);
  }
  if (listed.length > 0) return { found: listed };
  const found = await tasksNamed(tx, thing, moment, { repeating: does === 'skip' });
  return { found, alike: found.length > 1 };
}

/** Of several that are called alike each is a line, with when it is due: one of them is meant. */
export function lineOfTask({ does, words }: Sentence, task: Task, moment: WhenContext): (Lines & Labelled) | undefined {
  const behind = does === 'postpone' ? otherTime(task, words, moment) : '';
  if (behind === undefined) return undefined;
  const title = task.dueAt ? `${task.title} · ${formatWhen(task.dueAt, moment)}` : task.title;
  const line = `/${does} ${task.id} ${behind}`.trim();
  return { line, shown: `/${does} ${title}`, ...labelled(does, task, { title, behind }, moment) };
}

interface Labelled {
  /** What its button says where the line would say it less plainly. */
  label?: string;
}

/** What is to be done once is cancelled, and does not stop coming back. */
export function labelled(
  does: Does,
  { repeats }: Task,
  { title, behind }: { title: string; behind: string },
  moment: WhenContext,
): Labelled {
  const t = texts(moment.locale);
  if (does === 'end' && !repeats) return { label: t.task.drop(title) };
  const at = does === 'postpone' ? parseWhen(behind, moment)?.at : undefined;
  return at ? { label: t.task.moveTo(title, formatWhen(at, moment)) } : {};
}
