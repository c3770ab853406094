import type { Item, Reply } from '../reply.ts';
import type { CommandContext } from './command.ts';

const PAGE = 8;

/** One page of a list, with a button to the next. `load` may give one item more than asked: that says there is more. */
export async function paged(
  ctx: CommandContext,
  page: number,
  list: {
    title: string;
    empty: string;
    command: string;
    load(limit: number, offset: number): Promise<Item[]>;
  },
): Promise<Reply> {
  const items = await list.load(PAGE + 1, (page - 1) * PAGE);
  if (items.length === 0) return { text: list.empty };
  const buttons = [];
  if (page > 1) buttons.push({ label: ctx.t.button.previous, command: `${list.command} ${page - 1}` });
  if (items.length > PAGE) buttons.push({ label: ctx.t.button.next, command: `${list.command} ${page + 1}` });
  return {
    title: list.title,
    lists: [{ items: items.slice(0, PAGE) }],
    ...(buttons.length > 0 && { buttons: [buttons] }),
  };
}
