import type { Texts } from '../../text/texts.ts';
import type { Button, Item, Reply } from '../reply.ts';
import type { Command, CommandContext } from './command.ts';
import { behindPage, pageIn } from './words/words.ts';

const PAGE = 8;
/** Nobody turns more pages than this: a number that is only shown must not make us read every row. */
const MOST_COUNTED = 200;

/** One page of a list, with a button to the next. `load` may give one item more than asked: that says there is more. */
export async function paged(
  ctx: CommandContext,
  page: number,
  list: {
    title: string;
    empty: string;
    command: string;
    load(limit: number, offset: number): Promise<Item[]>;
    /** How many there are in all, counted up to `most`; asked only where they do not fit one page. */
    count(most: number): Promise<number>;
  },
): Promise<Reply> {
  const items = await list.load(PAGE + 1, (page - 1) * PAGE);
  if (items.length === 0 && page > 1) {
    const first = { label: ctx.t.button.firstPage, command: `${list.command} 1`, turns: true as const };
    return { text: ctx.t.desk.noPage(page), buttons: [[first]] };
  }
  if (items.length === 0) return { text: list.empty };
  const more = items.length > PAGE;
  const buttons = pageButtons(ctx, page, more, (to) => `${list.command} ${to}`);
  return {
    title: await titleOfPage(ctx, page, list, { shown: items.length, more }),
    lists: [{ items: items.slice(0, PAGE) }],
    ...(buttons.length > 0 && { buttons: [buttons] }),
  };
}

/** A command that shows a list and can be asked for nothing but a page of it: '/scheduled', '/scheduled 2'. */
export const listCommand = (
  name: keyof Texts['commands'],
  list: {
    words(t: Texts): { title: string; empty: string };
    load(ctx: CommandContext, limit: number, offset: number): Promise<Item[]>;
    count(ctx: CommandContext, most: number): Promise<number>;
  },
): Command<{ page: number }> => ({
  name,
  role: 'viewer',
  saidAtOnce: 'shows',
  unread: behindPage,
  parse: (words) => ({ page: pageIn(words) }),
  run: (ctx, { page }) =>
    paged(ctx, page, {
      ...list.words(ctx.t),
      command: `/${name}`,
      load: (limit, offset) => list.load(ctx, limit, offset),
      count: (most) => list.count(ctx, most),
    }),
});

/** 'Open tickets (33) · page 2 of 5'; of what fits one page the title alone. `size`: how many are on a page. */
export async function titleOfPage(
  { t }: CommandContext,
  page: number,
  { title, count, size = PAGE }: { title: string; count(most: number): Promise<number>; size?: number },
  { shown, more }: { shown: number; more: boolean },
): Promise<string> {
  if (!more && page === 1) return title;
  // the last page says how many there are
  const total = more ? await count(MOST_COUNTED + 1) : (page - 1) * size + shown;
  if (more && total > MOST_COUNTED) return t.desk.page(t.desk.over(title, MOST_COUNTED), page);
  return t.desk.pageOf(title, total, page, Math.ceil(total / size));
}

/** 'Who did what (33)', of what goes on by where it was left and not by pages; of what fits one (`isAll`) the title alone. */
export async function titleOfAll(
  { t }: CommandContext,
  title: string,
  { isAll, count }: { isAll: boolean; count(most: number): Promise<number> },
): Promise<string> {
  if (isAll) return title;
  const total = await count(MOST_COUNTED + 1);
  return total > MOST_COUNTED ? t.desk.over(title, MOST_COUNTED) : t.desk.inAll(title, total);
}

/** To the page before, and to the next if there is one. `command` writes the line that shows a page. */
export function pageButtons(
  { t }: CommandContext,
  page: number,
  more: boolean,
  command: (page: number) => string,
): Button[] {
  return [
    ...(page > 1 ? [{ label: t.button.previous, command: command(page - 1), turns: true as const }] : []),
    ...(more ? [{ label: t.button.next, command: command(page + 1), turns: true as const }] : []),
  ];
}
