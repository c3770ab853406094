import { namesOf } from '../../domain/commands/names.ts';
import { commands } from '../../domain/commands/table.ts';
import type { Item, Reply } from '../../domain/reply.ts';

/** The one slash command that Slack passes on to us; it keeps every other for itself. */
export const OURS = '/crm';
const NAMES = commands.flatMap(({ name }) => namesOf(name)).sort((a, b) => b.length - a.length);
/** A command's name behind a slash, where no path, link or longer word is. */
const COMMAND = new RegExp(`(?<![\\p{L}\\p{N}/:.…<])[/／](${NAMES.join('|')})(?![\\p{L}\\p{N}/_-])`, 'gu');

/** What we say with the commands as they are typed in Slack: '/crm inbox'. A customer's words stay as they are. */
export function typedHere(reply: Reply): Reply {
  const { title, text, hint, fields, lists } = reply;
  return {
    ...reply,
    ...(title !== undefined && { title: here(title) }),
    ...(text !== undefined && { text: here(text) }),
    ...(hint !== undefined && { hint: here(hint) }),
    ...(fields && { fields: fields.map(({ label, value }) => ({ label, value: here(value) })) }),
    ...(lists && { lists: lists.map((list) => ({ ...list, items: list.items.map(itemHere) })) }),
  };
}

const itemHere = (item: Item): Item => ({ ...item, text: here(item.text) });

const here = (words: string): string => words.replace(COMMAND, `${OURS} $1`);
