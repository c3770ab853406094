import type { Place } from '../../outbox/message.ts';
import { messages } from '../../text/messages.ts';
import { loadContact } from '../contact.ts';
import type { Context } from '../context.ts';
import type { Conversation } from '../conversation.ts';
import { journaled } from '../journal.ts';
import type { Reply } from '../reply.ts';
import { mayAct, type User } from '../user.ts';
import { type AnyCommand, type CommandContext, Incomplete } from './command.ts';
import { commands } from './table.ts';
import { splitFirst } from './words.ts';

const byWord = new Map<string, AnyCommand>(
  commands.flatMap((command) => [
    [command.name, command],
    [command.alias, command],
  ]),
);

/** '/add', '／添加', and the bare Chinese word in front ('添加 张三') are commands; '//' begins a note. */
export function isCommand(text: string): boolean {
  return /^[/／](?![/／])/.test(text) || commandOf(text) !== undefined;
}

/** Its button works once. */
export function changesSomething(text: string): boolean {
  return commandOf(text)?.changes ?? false;
}

/** What was typed holds a password: it is kept neither in the inbox nor in the journal. */
export function carriesSecret(text: string): boolean {
  return commandOf(text)?.secret ?? false;
}

function commandOf(text: string): AnyCommand | undefined {
  const [word] = splitFirst(text);
  const name = word
    .replace(/^[/／]/, '')
    .replace(/@\w+$/, '')
    .toLowerCase();
  const command = byWord.get(name);
  const slashed = word !== name && /^[/／]/.test(word);
  return slashed || command?.alias === name ? command : undefined;
}

/** Runs what a user typed, in the same transaction, journaled; whatever is wrong with it comes back as a reply. */
export async function runCommand(
  ctx: Context,
  user: User,
  text: string,
  place: Place,
  conversation: Conversation | undefined,
): Promise<Reply> {
  const locale = user.locale ?? ctx.settings.locale;
  const t = messages(locale);
  const command = commandOf(text);
  const [word, words] = splitFirst(text);
  if (!command) return t.desk.unknownCommand(word, similar(word));
  if (!mayAct(user, command.role)) return t.desk.notAllowed;
  const args = command.parse(words, { replying: conversation !== undefined });
  if (args instanceof Incomplete) return t.desk.incomplete(t.commands[command.name], t.need[args.need], words);
  const about = conversation && { conversation, contact: (await loadContact(ctx.tx, conversation.contactId))! };
  const commandContext: CommandContext = { ...ctx, user, locale, t, place, about, commands };
  if (!command.changes) return command.run(commandContext, args);
  const entry = { userId: user.id, command: command.secret ? `/${command.name}` : text, now: ctx.now };
  const { result, journalId } = await journaled(ctx.tx, entry, () => command.run(commandContext, args));
  return journalId && !result.failed && !canBeCancelled(result) ? withUndo(result, t.button.undo, journalId) : result;
}

/** An answer that is held has its own way back and needs no second one. */
function canBeCancelled({ buttons = [] }: Reply): boolean {
  return buttons.flat().some(({ command }) => command.startsWith('/cancel o'));
}

function withUndo(reply: Reply, label: string, journalId: string): Reply {
  return { ...reply, buttons: [...(reply.buttons ?? []), [{ label, command: `/undo ${journalId}` }]] };
}

/** Commands that begin alike: what was probably meant. */
function similar(word: string): string[] {
  const typed = word.replace(/^[/／]/, '').toLowerCase();
  const visible = commands.filter((command) => !command.hidden);
  return visible
    .filter(({ name, alias }) => name.startsWith(typed.slice(0, 2)) || (typed !== '' && alias.includes(typed[0]!)))
    .slice(0, 3)
    .map((command) => `/${command.name}`);
}
