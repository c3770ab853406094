import type { Locale } from '../../text/locale.ts';
import { texts } from '../../text/texts.ts';
import type { Context } from '../context.ts';
import type { Button, Reply } from '../reply.ts';
import { commandOf } from './called.ts';
import { lineLabel } from './line_button.ts';
import { similarTo } from './similar.ts';
import { hasSlash } from './slash.ts';
import { commands } from './table.ts';
import { unknown, withBlank } from './unknown.ts';
import { linesOf, slashedLinesOf } from './words/lines.ts';
import { splitFirst } from './words/words.ts';

/** A line with a slash that means a command with a secret, even if it is misspelt. */
export function meansSecretCommand(line: string): boolean {
  if (!hasSlash(line)) return false;
  const command = commandOf(line);
  return (command ? [command] : similarTo(splitFirst(line)[0], commands)).some(({ secret }) => secret !== undefined);
}

/** Several commands in one message, each in a line of its own or behind a semicolon and a slash. Undefined: it is one. */
export function linesIn(text: string): string[] | undefined {
  return linesAlone(text) ?? slashedIn(text);
}

/** Each line is a command. */
function linesAlone(text: string): string[] | undefined {
  const lines = linesOf(text).map(withBlank);
  const found = lines.map(commandOf);
  if (lines.length < 2 || found.some((command) => command === undefined || command.secret)) return undefined;
  // without a slash a line may be what the command before it is to say
  const areSure = lines.slice(1).every((line) => hasSlash(line));
  return areSure || !found.some((command) => command?.takesLines) ? lines : undefined;
}

/** Each slash at the beginning of a line begins a command, and the lines behind it are its words. */
function slashedIn(text: string): string[] | undefined {
  const lines = slashedLinesOf(text).map(withBlank);
  const found = lines.map(commandOf);
  return lines.length < 2 || found.some((command) => command === undefined || command.secret) ? undefined : lines;
}

/** A further line that is meant for a command and is none: words for a customer would go on with it. */
export function slipIn(text: string): string | undefined {
  const [first = '', ...further] = linesOf(text);
  if (!commandOf(withBlank(first))) return undefined;
  return further.find((line) => /^[/／]\p{L}{2,}(?=\s|$)/u.test(line) && !commandOf(withBlank(line)));
}

/** Nothing of the message is done before that line is mended, or said to be words; each button is the whole message. */
export function slipReply(
  { providers }: Pick<Context, 'providers'>,
  locale: Locale,
  lines: string[],
  slip: string,
): Reply {
  const reply = unknown({ t: texts(locale), locale, providers }, ...splitFirst(slip));
  if (meansSecretCommand(slip)) return reply;
  const whole = (button: Button): Button =>
    button.typed
      ? { ...button, command: lines.map((line) => (line === slip ? button.command : line)).join('\n') }
      : button;
  const line = lines.join('\n');
  const asTyped: Button = { label: lineLabel({ locale, commands }, line), command: line, typed: true };
  return { ...reply, buttons: [...(reply.buttons ?? []).map((row) => row.map(whole)), [asTyped]] };
}
