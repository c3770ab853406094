import type { AnyCommand } from './command.ts';
import { namesOf } from './names.ts';
import { beginsNote, hasSlash, withoutSlash } from './slash.ts';
import { commands } from './table.ts';
import { splitFirst } from './words/words.ts';

/** Every command under each of its names. */
export const byWord = new Map<string, AnyCommand>(
  commands.flatMap((command) => namesOf(command.name).map((name) => [name, command] as const)),
);

/** '/add', '／添加', and the bare Chinese word in front ('添加 张三') are commands; '//' begins a note. */
export function isCommand(text: string): boolean {
  return (hasSlash(text) && !beginsNote(text)) || commandOf(text) !== undefined;
}

/** The command a line begins with. */
export function commandOf(text: string): AnyCommand | undefined {
  const [word] = splitFirst(text);
  const name = withoutSlash(word).replace(/@\w+$/, '').toLowerCase();
  const command = byWord.get(name);
  const slashed = word !== name && hasSlash(word);
  return slashed || command?.name !== name ? command : undefined;
}
