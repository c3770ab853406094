import { fileLine } from '../../domain/attachment.ts';
import { type Button, itemWords, type List, type Reply } from '../../domain/reply.ts';
import { colonFor } from '../../text/set/labelled.ts';

/** How the terminal shows emphasis; without colours everything is plain. */
interface Style {
  strong: (text: string) => string;
  quiet: (text: string) => string;
}

const plain: Style = { strong: (text) => text, quiet: (text) => text };
const coloured: Style = { strong: (text) => `\u001b[1m${text}\u001b[0m`, quiet: (text) => `\u001b[2m${text}\u001b[0m` };

export interface ConsoleOptions {
  colours?: boolean;
  /** The number that answers a button; without it a button shows its command, to be typed. */
  number?: ((button: Button) => number) | undefined;
  /** Where a file of our store lies on this machine. */
  pathOf?(ref: string): string | undefined;
}

/** A reply as lines for a terminal, where nobody can reply to a message. */
export function formatConsole(reply: Reply, options: ConsoleOptions = {}): string {
  const style = options.colours ? coloured : plain;
  const lines: string[] = [];
  if (reply.title) lines.push(style.strong(inert(reply.title)));
  if (reply.text) lines.push(inert(reply.text));
  if (reply.quote) lines.push(inert(reply.quote).replace(/^/gm, '  │ '));
  if (reply.copy) lines.push(inert(reply.copy).replace(/^/gm, '  '));
  for (const file of reply.attachments ?? []) {
    const path = options.pathOf?.(file.ref);
    lines.push(`  ${inert(fileLine(file))}${path ? `  ${path}` : ''}`);
  }
  const colon = colonFor((reply.fields ?? []).map(({ label }) => label));
  for (const { label, value } of reply.fields ?? []) lines.push(style.quiet(inert(label) + colon) + inert(value));
  for (const list of reply.lists ?? []) lines.push(...formatList(list, style, options));
  for (const line of reply.done ?? []) lines.push(style.strong(inert(line)));
  if (reply.hint && !reply.byReplying) lines.push(style.quiet(inert(reply.hint)));
  const rows = (reply.buttons ?? []).map((row) => formatButtons(row, '  ', options)).filter(Boolean);
  lines.push(...rows.map(style.quiet));
  return lines.join('\n');
}

function formatList(list: List, style: Style, options: ConsoleOptions): string[] {
  const items = list.items.map((item) => {
    const detail = item.detail ? `  ${style.quiet(inert(item.detail))}` : '';
    const shown = formatButtons(item.buttons ?? [], ' ', options);
    const buttons = shown ? `  ${style.quiet(shown)}` : '';
    return `  • ${inert(itemWords(item))}${detail}${buttons}`;
  });
  return list.title ? [style.strong(inert(list.title)), ...items] : items;
}

/** A terminal has no forms: if somebody is there to type what such a command lacks, its button ends in an ellipsis. */
function formatButtons(buttons: readonly Button[], between: string, { number }: ConsoleOptions): string {
  const shown = (button: Button) => {
    const label = inert(button.label);
    if (number) return `[${number(button)}] ${label}${button.form ? ' …' : ''}`;
    return `[${label}: ${inert(button.command)}]`;
  };
  return buttons
    .filter(({ form }) => number || !form)
    .map(shown)
    .join(between);
}

/** A customer's words must not control the terminal: control characters other than line breaks and tabs are dropped. */
function inert(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are meant
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '');
}
