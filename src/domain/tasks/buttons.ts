import type { Texts } from '../../text/texts.ts';
import type { Button } from '../reply.ts';
import { isToCome, type Task } from './task.ts';

/** What can be done with an open task in a list: of one that comes back and is not due nothing is done yet. */
export const taskButtons = (t: Texts, task: Task, now: Date): Button[] =>
  isToCome(task, now) ? repeatButtons(t, task.id) : [{ label: t.button.done, command: `/done ${task.id}` }];

/** What a reminder that comes back offers besides: not this time, or never again. */
export const repeatButtons = (t: Texts, id: string): Button[] => [
  { label: t.button.skip, command: `/skip ${id}` },
  { label: t.button.end, command: `/end ${id}` },
];
