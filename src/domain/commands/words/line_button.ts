import type { Locale } from '../../../text/locale.ts';
import type { Texts } from '../../../text/texts.ts';
import { truncate } from '../../../text/truncate.ts';
import type { Button } from '../../reply.ts';
import { commands } from '../table.ts';
import { inTheirWords } from '../who/spoken.ts';
import type { Became } from './sentences.ts';

const LABEL_GRAPHEMES = 30;

/** The language in which we speak to the owner. */
export interface Spoken {
  t: Texts;
  locale: Locale;
}

/** Half a command to send later: its words stand behind the time. */
export const laterButton = ({ t }: Spoken, words: string): Button => ({
  label: t.desk.sendLater(truncate(words, LABEL_GRAPHEMES)),
  command: `/later ${words}`,
  typed: true,
});

/** A line with nobody's number in it is read as it was typed. */
export const sentenceButton = ({ t, locale }: Spoken, { line, shown }: Became): Button => ({
  label: t.desk.asCommand(truncate(inTheirWords(commands, locale, shown), LABEL_GRAPHEMES)),
  command: line,
  ...(line === shown && { typed: true as const }),
});

/** The line as it was typed. */
export const lineButton = ({ t, locale }: Spoken, line: string): Button => ({
  label: t.desk.asCommand(truncate(inTheirWords(commands, locale, line), LABEL_GRAPHEMES)),
  command: line,
  typed: true,
});
