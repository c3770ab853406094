import { failed } from '../../reply.ts';
import { finishTask, loadTask } from '../../tasks/task.ts';
import { type Command, Incomplete } from '../command.ts';
import { noSuchNumber } from '../words/number.ts';
import { behindFirst, idIn, splitFirst } from '../words/words.ts';
import { type AllTasks, allTasksIn, withAll } from './all_of_them.ts';
import { describe, isRepeating } from './repeating.ts';

/** '/end 12': what came back comes no more, and what was to be done once is not done after all. '/end all', '/end all today' ask. */
export const end: Command<{ id: string; all?: AllTasks }> = {
  name: 'end',
  role: 'helper',
  changes: true,
  settles: 'task',
  saidAtOnce: 'shows',
  onlyShows: ({ all }) => all !== undefined && all.confirmed === undefined,
  unread: (words) => (allTasksIn(words) || !idIn(splitFirst(words)[0]) ? '' : behindFirst(words)),
  parse(words) {
    const all = allTasksIn(words);
    if (all) return { id: '', all };
    const id = idIn(splitFirst(words)[0]);
    return id ? { id } : new Incomplete('task', 'instead', words);
  },
  async run(ctx, { id, all }) {
    if (all) return withAll(ctx, 'end', all);
    const found = await loadTask(ctx.tx, id);
    if (!found) return noSuchNumber(ctx, 'task', id);
    if (found.doneAt) return failed(ctx.t.task.alreadyFinished(describe(found)));
    await finishTask(ctx.tx, id, ctx.now);
    return { text: (isRepeating(found) ? ctx.t.task.ended : ctx.t.task.dropped)(describe(found)) };
  },
};
