import { type AnyCommand, Incomplete } from '../../domain/commands/command.ts';
import { commands } from '../../domain/commands/table.ts';
import { writeValues } from '../../domain/form.ts';
import type { Scope } from '../../domain/owner/api_key.ts';
import type { Texts } from '../../text/texts.ts';

/** What an assistant's call of a command does: it shows, it changes, or it puts the command before the owner, who runs it with a tap. */
export type Effect = 'shows' | 'changes' | 'proposes';

export interface Tool {
  command: AnyCommand;
  effect: Effect;
}

/** They speak of the chat they are typed in, or give a file. */
const OF_THE_CHAT: readonly AnyCommand['name'][] = ['help', 'rehearse', 'setup', 'resume', 'export'];

/**
 * Undefined: not for assistants. What reaches a customer, shuts somebody out, deletes or joins (`careful`), and what takes back other
 * acts, waits for the owner's tap; who may do what, and how the house is set up, stays in the chat.
 */
function effectOf({
  name,
  role,
  changes,
  careful,
  takesBack,
  unrecorded,
  hidden,
  secret,
}: AnyCommand): Effect | undefined {
  if (hidden || secret || unrecorded || OF_THE_CHAT.includes(name)) return undefined;
  if (careful || takesBack) return 'proposes';
  if (changes) return role === 'owner' ? undefined : 'changes';
  // it stops an answer that waits, which is no row that the journal holds
  return name === 'cancel' ? 'proposes' : 'shows';
}

const tools: readonly Tool[] = commands.flatMap((command) => {
  const effect = effectOf(command);
  return effect ? [{ command, effect }] : [];
});

const needs = (effect: Effect): Scope => (effect === 'shows' ? 'read' : 'write');

/** The tools of a key with these scopes. */
export const toolsFor = (scopes: readonly Scope[]): Tool[] =>
  tools.filter(({ effect }) => scopes.includes(needs(effect)));

/** Longest words of one argument. */
const LONGEST = 4000;
const text = (description: string) => ({ type: 'string' as const, maxLength: LONGEST, description });

/** A tool as it is listed, in the language of its owner. */
export function describeTool(t: Texts, { command: { name, form }, effect }: Tool) {
  const { summary, example } = t.commands[name];
  const fields = (form?.fields ?? []).map(({ key }) => [key, text(t.form.field[key])] as const);
  const required = (form?.fields ?? []).flatMap(({ key, required }) => (required ? [key] : []));
  return {
    ...{ name, title: summary, description: [summary, t.assistant.effect[effect], example].join('\n') },
    inputSchema: {
      type: 'object' as const,
      properties: { words: text(form ? t.assistant.whom : t.assistant.words), ...Object.fromEntries(fields) },
      ...(required.length > 0 && { required }),
      additionalProperties: false,
    },
    annotations: {
      readOnlyHint: effect === 'shows',
      destructiveHint: false,
      openWorldHint: false,
    },
  };
}

/** The command line that a call stands for; undefined: an argument is none of the tool's. */
export function lineOf({ command: { name, form } }: Tool, args: Readonly<Record<string, unknown>>): string | undefined {
  const keys = (form?.fields ?? []).map(({ key }) => key);
  const values: Record<string, string> = {};
  let words = '';
  for (const [key, value] of Object.entries(args)) {
    if (typeof value !== 'string' || value.length > LONGEST) return undefined;
    // no text in the database can hold it, nor half an emoji, which is left where a program cuts at a length
    const text = value.replaceAll('\0', '').toWellFormed();
    if (key === 'words') words = text.replace(/\s+/g, ' ').trim();
    else if (keys.some((one) => one === key)) values[key] = inOnePiece(text);
    else return undefined;
  }
  return [`/${name}`, words, Object.keys(values).length > 0 && writeValues(values)].filter(Boolean).join(' ');
}

/** A line that begins with a slash would be a command of its own. */
const inOnePiece = (value: string): string => value.replace(/[\r\n]+(?=\s*[/／])/gu, ' ');

/** With these words it only shows, though its command can change something. */
export function onlyShows({ command }: Tool, words: string): boolean {
  const args = command.parse(words, { replying: false });
  return !(args instanceof Incomplete) && command.onlyShows?.(args) === true;
}
