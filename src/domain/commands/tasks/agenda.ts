import { typedWords } from '../../../text/typed.ts';
import { daysIn } from '../../../text/when/parse_span.ts';
import { failed, type Item } from '../../reply.ts';
import { taskButtons } from '../../tasks/buttons.ts';
import {
  countOpenTasks,
  countOverdueTasks,
  openTasks,
  overdueTasks,
  type Task,
  tasksWithin,
} from '../../tasks/task.ts';
import type { Command, CommandContext } from '../command.ts';
import { paged } from '../paged.ts';
import { momentOf } from '../words/moment.ts';
import { ANY_TIME } from '../words/spans/span_words.ts';
import { behindPage, queryPage } from '../words/words.ts';
import { describe, timesOf } from './repeating.ts';

/** '/tasks': all that are open; '/tasks overdue'; '/tasks friday', '/tasks 下周': those of these days, and what is over already where today is among them. */
export const tasks: Command<{ page: number; days: string }> = {
  name: 'tasks',
  role: 'viewer',
  saidAtOnce: 'shows',
  unread(words) {
    const { query } = queryPage(words);
    return isOverdue(query) || daysIn(query, ANY_TIME) ? '' : behindPage(words);
  },
  parse(words) {
    if (/^\d{1,4}$/.test(words)) return { days: '', page: Math.max(1, Number(words)) };
    const { query, page } = queryPage(words);
    return { days: query, page };
  },
  run: (ctx, { days, page }) =>
    days === '' ? allOpen(ctx, page) : isOverdue(days) ? overdue(ctx, days, page) : ofDays(ctx, days, page),
};

const OVERDUE = typedWords(({ overdueTasks }) => overdueTasks);

/** Whether those are meant whose time is over. */
export const isOverdue = (words: string): boolean => OVERDUE.has(words.trim().toLowerCase());

/** Those whose time is over, the oldest first. */
function overdue(ctx: CommandContext, said: string, page: number) {
  return paged(ctx, page, {
    title: ctx.t.asked.overdueTasks,
    empty: ctx.t.asked.none(ctx.t.asked.overdueTasks),
    command: `/tasks ${said} ›`,
    count: (most) => countOverdueTasks(ctx.tx, ctx.now, most),
    load: async (limit, offset) =>
      (await overdueTasks(ctx.tx, ctx.now, limit, offset)).map((row) => taskItem(ctx, row)),
  });
}

const allOpen = (ctx: CommandContext, page: number) =>
  paged(ctx, page, {
    title: ctx.t.task.list,
    empty: ctx.t.task.none,
    command: '/tasks',
    count: (most) => countOpenTasks(ctx.tx, most),
    load: async (limit, offset) => (await openTasks(ctx.tx, limit, offset)).map((row) => taskItem(ctx, row)),
  });

async function ofDays(ctx: CommandContext, said: string, page: number) {
  const days = daysIn(said, momentOf(ctx));
  if (!days) return failed(ctx.t.time.unread(said));
  const found = await tasksWithin(ctx.tx, days, ctx.now, ctx.settings.timezone);
  if (found.length === 0)
    return { text: ctx.t.task.noneOf(said), buttons: [[{ label: ctx.t.task.list, command: '/tasks' }]] };
  return paged(ctx, page, {
    title: ctx.t.task.listOf(said),
    empty: ctx.t.task.noneOf(said),
    command: `/tasks ${said} ›`,
    count: async (most) => Math.min(found.length, most),
    load: async (limit, offset) => found.slice(offset, offset + limit).map((row) => taskItem(ctx, row)),
  });
}

function taskItem(ctx: CommandContext, row: Task): Item {
  return {
    text: describe(row),
    ref: `#${row.id}`,
    ...(row.contactId && { contactId: row.contactId }),
    detail: timesOf(ctx, row) ?? ctx.t.task.noTime,
    buttons: taskButtons(ctx.t, row, ctx.now),
  };
}
