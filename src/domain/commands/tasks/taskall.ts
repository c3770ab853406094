import { parseWhen, type When } from '../../../text/when/when.ts';
import type { Filter } from '../../people/filter/filter.ts';
import { printFilter } from '../../people/filter/filter_parse.ts';
import { type Button, failed, type Reply } from '../../reply.ts';
import { insertTasks } from '../../tasks/task.ts';
import { type Command, type CommandContext, Incomplete } from '../command.ts';
import { type BulkWords, readBulk, runBulk } from '../people/bulk.ts';
import { askWhichMoment, exactly, momentOf, shown } from '../words/moment.ts';

/** More tasks than this nobody does one by one: then one task names them all. */
const MOST = 200;

/** '/taskall 明天10点 打电话 where #vip': a task for each of them. Asks first, as /tagall does. */
export const taskall: Command<BulkWords> = {
  name: 'taskall',
  role: 'helper',
  changes: true,
  onlyShows: ({ confirmed }) => confirmed === undefined,
  parse(words) {
    const bulk = readBulk(words);
    if (bulk instanceof Incomplete) return bulk;
    return bulk.act ? bulk : new Incomplete('text', 'front');
  },
  async run(ctx, args) {
    const when = parseWhen(args.act, momentOf(ctx));
    const { title, dueAt, line } = taskOf(ctx, args.act, when);
    const which = dueAt && askWhichMoment(ctx, when!, (at) => onceAt(ctx, at, title, args.filter));
    if (which) return which;
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
function taskOf(ctx: CommandContext, act: string, when: When | undefined) {
  if (!when?.rest) return { title: act, dueAt: undefined, line: act };
  return { title: when.rest, dueAt: when.at, line: ctx.t.task.saved(when.rest, shown(ctx, when.at)) };
}

function onceAt(ctx: CommandContext, at: Date, title: string, filter: string): Button {
  return {
    label: ctx.t.time.remindAt(shown(ctx, at)),
    command: `/taskall ${exactly(ctx, at)} ${title} where ${filter}`,
  };
}

function oneForAll({ t, locale }: CommandContext, act: string, filter: Filter, total: number): Reply {
  const button = { label: t.bulk.oneTask, command: `/task ${act} · ${printFilter(filter, locale)}` };
  return failed(t.bulk.tooManyTasks(total, MOST), { buttons: [[button]] });
}
