import type { AnyCommand } from '../command.ts';

/** Other words for a command, as people call it, under a card as well. */
export const SYNONYMS: Readonly<Record<string, AnyCommand['name']>> = {
  ...{ memo: 'note', todo: 'task', ban: 'block', close: 'resolve', 备忘: 'note', 待办: 'task', 记一下: 'note' },
  ...{ 打标签: 'tag', 加标签: 'tag', 撤消: 'undo' },
};

/** What people type with a slash for want of the right word; under a card these begin what is said to customers. */
const TYPED: Readonly<Record<string, string>> = {
  ...{ back: 'away off', return: 'away off', 回来: 'away off', 回来了: 'away off', 我回来了: 'away off' },
  ...{ remind: 'task', reminder: 'task', todos: 'task', 提醒: 'task', 提醒我: 'task' },
  ...{
    send: 'reply',
    answer: 'reply',
    msg: 'reply',
    text: 'reply',
    发: 'reply',
    发送: 'reply',
    发给: 'reply',
    答复: 'reply',
  },
  ...{
    customer: 'contact',
    who: 'contact',
    schedule: 'later',
    vacation: 'away',
    holiday: 'away',
    休假: 'away',
    放假: 'away',
  },
};

/** The command line that is meant by a word which is no command's name, without its slash. */
export function lineCalled(word: string): string | undefined {
  const name = word.replace(/^[/／]/, '').toLowerCase();
  const found = [SYNONYMS, TYPED].find((words) => Object.hasOwn(words, name));
  return found && `/${found[name]}`;
}
