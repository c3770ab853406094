import { truncate } from '../../text/truncate.ts';
import { looksLikeAddress } from '../people/name.ts';
import type { Button, Reply } from '../reply.ts';
import type { CommandContext } from './command.ts';
import { inTheirWords } from './who/spoken.ts';

const LABEL_GRAPHEMES = 40;

/** The language of whoever is offered a line, and the commands there are. */
export type Spoken = Pick<CommandContext, 't' | 'locale' | 'commands'>;

/** A line as its button shows it; of several lines in one row. */
export const lineLabel = ({ locale, commands }: Pick<Spoken, 'locale' | 'commands'>, line: string): string =>
  truncate(inTheirWords(commands, locale, line).replaceAll('\n', ' · '), LABEL_GRAPHEMES);

/** Offers to run a line. `shown`: as somebody would type it, where we have put a number in place of a name. */
export const lineButton = (spoken: Spoken, line: string, shown = line): Button => ({
  label: spoken.t.desk.asCommand(lineLabel(spoken, shown)),
  command: line,
  ...asTyped({ line, shown }),
  whole: true,
});

/** A line, or several, with what its button cannot hold: several stand above it, of one that is cut all is told. */
export function lineOffered(
  spoken: Spoken,
  line: string,
  shown: string,
  label?: string,
): { button: Button; told: Told } {
  const button = lineButton(spoken, line, shown);
  if (label !== undefined) return { button: { ...button, label }, told: {} };
  const said = inTheirWords(spoken.commands, spoken.locale, shown);
  const lines = said.split('\n');
  if (button.label.includes(lines.join(' · '))) return { button, told: {} };
  if (lines.length < 2 || !line.split('\n').every((one) => one.startsWith('/')))
    return { button, told: { hint: spoken.t.desk.readAs(lines.join(' · ')) } };
  const list = { title: spoken.t.several.title, items: lines.map((text) => ({ text })) };
  return { button: { ...button, label: spoken.t.several.all(lines.length) }, told: { lists: [list] } };
}

type Told = Pick<Reply, 'hint' | 'lists'>;

/** A line without a number of ours, or with one that was typed, is read as typed: somebody may call themselves c2. */
export const asTyped = ({ line, shown }: { line: string; shown: string }): { typed?: true } =>
  line === shown || shown.split(/[\s:：,，、]+/).some(looksLikeAddress) ? { typed: true } : {};

/** Half a command to send later: its words stand behind the time. */
export const laterButton = ({ t }: Pick<Spoken, 't'>, words: string): Button => ({
  label: t.desk.sendLater(truncate(words, LABEL_GRAPHEMES)),
  command: `/later ${words}`,
  typed: true,
});
