import type { Locale } from '../../../text/locale.ts';
import { truncate } from '../../../text/truncate.ts';
import type { JournalEntry } from '../../owner/journal.ts';
import { nameOf } from '../../people/name.ts';
import { answerOf } from '../../undo/entry.ts';
import type { AnyCommand, CommandContext } from '../command.ts';
import { namesFor, namesOf } from '../names.ts';
import { splitFirst } from '../words/words.ts';

/** Command lines as their user would type them: a button's /undo is /撤销 to a Chinese one. */
export const inTheirWords = (commands: readonly AnyCommand[], locale: Locale, lines: string): string =>
  lines
    .split('\n')
    .map((line) => lineInTheirWords(commands, locale, line))
    .join('\n');

function lineInTheirWords(commands: readonly AnyCommand[], locale: Locale, line: string): string {
  const [word, words] = splitFirst(line);
  const found = commands.find(({ name }) => namesOf(name).some((one) => word === `/${one}`));
  const theirs = found && namesFor(locale, found.name)[0];
  if (!theirs || theirs === found.name) return line;
  return [`/${theirs}`, words].filter(Boolean).join(' ');
}

/** What the journal holds of words typed under a card. */
const ANSWERED = '/reply';
const WORDS_GRAPHEMES = 30;

/** An answer that was typed under a card: whom it was to, and its words. */
async function answerLine(
  { tx, commands, locale }: Pick<CommandContext, 'tx' | 'commands' | 'locale'>,
  entryId: string,
): Promise<string> {
  const answer = await answerOf(tx, entryId);
  const words = answer && `${answer.name}: ${truncate(answer.text, WORDS_GRAPHEMES)}`;
  return inTheirWords(commands, locale, [ANSWERED, words].filter(Boolean).join(' '));
}

/** A line of the journal as it was typed; of a button in the user's own words, with names for ids and nothing that only buttons say. */
export async function spokenLine(
  { tx, commands, locale }: Pick<CommandContext, 'tx' | 'commands' | 'locale'>,
  entry: JournalEntry,
): Promise<string> {
  const { command, byButton } = entry;
  if (!byButton && command === ANSWERED) return answerLine({ tx, commands, locale }, entry.id);
  if (!byButton) return command;
  const plain = command.replace(/\s![\d.]*$/, '');
  const ids = [...plain.matchAll(/(?<=\s)c(\d{1,18})(?!\S)/g)].map(([, id]) => id!);
  const rows =
    ids.length > 0
      ? await tx<{ id: string; name: string }>`select id, name from contacts where id = any(${ids}::bigint[])`
      : [];
  const named = plain.replace(/(?<=\s)c(\d{1,18})(?!\S)/g, (ref, id: string) => {
    const contact = rows.find((one) => one.id === id);
    return contact ? nameOf(contact) : ref;
  });
  return inTheirWords(commands, locale, named);
}
