import type { Locale } from '../../text/locale.ts';
import { texts } from '../../text/texts.ts';
import { truncate } from '../../text/truncate.ts';
import type { Button, Item, Reply } from '../reply.ts';
import type { AnyCommand } from './command.ts';
import { inTheirWords } from './who/spoken.ts';

/** What a line came to, and by which entry of the journal it is taken back; undefined: it changed nothing. */
export interface Ran {
  reply: Reply;
  undo?: string;
}

const LINE_GRAPHEMES = 60;

/** One after the other, each with what came of it. The first that asks or fails is the last: what is left is one tap away. */
export async function runSeveral(
  locale: Locale,
  commands: readonly AnyCommand[],
  lines: string[],
  run: (line: string) => Promise<Ran>,
): Promise<Reply> {
  const t = texts(locale);
  const items: Item[] = [];
  const undone: string[] = [];
  for (const [nth, line] of lines.entries()) {
    const { reply, undo } = await run(line);
    if (undo) undone.unshift(`/undo ${undo}`);
    items.push({ text: truncate(inTheirWords(commands, locale, line), LINE_GRAPHEMES), detail: cameOf(reply) });
    if (!asks(reply, undo)) continue;
    const left = lines.slice(nth + 1);
    const rest: Button[] = left.length > 0 ? [{ label: t.several.rest(left.length), command: left.join('\n') }] : [];
    const buttons = [...(reply.buttons ?? []), rest, undoOf(t.several.undo, undone)];
    return { ...reply, failed: true, lists: [{ title: t.several.title, items }], buttons: filled(buttons) };
  }
  return { lists: [{ title: t.several.title, items }], buttons: filled([undoOf(t.several.undo, undone)]) };
}

const cameOf = ({ title, text, hint }: Reply): string =>
  [title, text ?? hint].filter(Boolean).join(' · ').split('\n')[0]!;

/** Something is to be answered first, or went wrong. */
const asks = ({ failed, unchanged, buttons, lists }: Reply, undo: string | undefined): boolean =>
  failed === true || (undo === undefined && !unchanged && buttons !== undefined && lists === undefined);

/** The last is taken back first. */
const undoOf = (label: string, lines: string[]): Button[] =>
  lines.length > 0 ? [{ label, command: lines.join('\n') }] : [];

const filled = (rows: Button[][]): Button[][] => rows.filter(({ length }) => length > 0);
