import { formatWhen } from '../../text/format_when.ts';
import { parseWhen } from '../../text/when.ts';
import type { Filter } from '../filter.ts';
import { printFilter } from '../filter_parse.ts';
import type { Reply } from '../reply.ts';
import { insertTasks } from '../task.ts';
import { type BulkWords, readBulk, runBulk } from './bulk.ts';
import { type Command, type CommandContext, Incomplete } from './command.ts';

/** More tasks than this nobody does one by one: then one task names them all. */
const MOST = 200;

/** '/taskall 明天10点 打电话 where #vip': a task for each of them. Asks first, as /tagall does. */
export const taskall: Command<BulkWords> = {
  name: 'taskall',
  alias: '批量任务',
  role: 'helper',
  changes: true,
  onlyShows: ({ confirmed }) => confirmed === undefined,
  parse(words) {
    const bulk = readBulk(words);
    if (bulk instanceof Incomplete) return bulk;
    return bulk.act ? bulk : new Incomplete('text', 'front');
  },
  run(ctx, args) {
    const { title, dueAt, line } = readTask(ctx, args.act);
    const { bulk } = ctx.t;
    return runBulk(ctx, args, {
      command: '/taskall',
      words: args.act,
      most: MOST,
      tooMany: (total, filter) => oneForAll(ctx, args.act, filter, total),
      title: (total) => bulk.askTask(total, line),
      hint: (filter) => bulk.otherTask(printFilter(filter, ctx.locale)),
      async run(ids) {
        await insertTasks(ctx.tx, { title, dueAt, userId: ctx.user.id }, ids);
        return { text: bulk.tasksMade(ids.length, line), buttons: [[{ label: ctx.t.button.show, command: '/tasks' }]] };
      },
    });
  },
};

/** What is to be done and when, if both are said. */
function readTask({ now, settings, locale, t }: CommandContext, act: string) {
  const at = { now, timezone: settings.timezone, locale };
  const when = parseWhen(act, at);
  if (!when?.rest) return { title: act, dueAt: undefined, line: act };
  return { title: when.rest, dueAt: when.at, line: t.task.saved(when.rest, formatWhen(when.at, at)) };
}

function oneForAll({ t, locale }: CommandContext, act: string, filter: Filter, total: number): Reply {
  const button = { label: t.bulk.oneTask, command: `/task ${act} · ${printFilter(filter, locale)}` };
  return { failed: true, text: t.bulk.tooManyTasks(total, MOST), buttons: [[button]] };
}
