import type { Locale } from '../../../text/locale.ts';
import { type Texts, texts } from '../../../text/texts.ts';
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
  return [`/${theirs}`, stepInTheirWords(found.name, locale, words)].filter(Boolean).join(' ');
}

/** The steps that buttons name behind a number: '3 resume' is 3 继续. */
function stepInTheirWords(command: string, locale: Locale, words: string): string {
  const steps = STEPS[command];
  const [id, rest] = splitFirst(words);
  const [step, more] = splitFirst(rest);
  if (!steps || step === '') return words;
  const key = Object.entries(steps(texts('en'))).find(([, typed]) => typed.includes(step))?.[0];
  const theirs = key && steps(texts(locale))[key]?.[0];
  return theirs ? [id, theirs, more].filter(Boolean).join(' ') : words;
}

const STEPS: Readonly<Record<string, (t: Texts) => Readonly<Record<string, readonly string[]>>>> = {
  campaign: (t) => t.typed.campaign.step,
  sequence: (t) => t.typed.sequence.step,
  post: (t) => t.typed.post.step,
};

/** What the journal holds of words typed under a card. */
export const ANSWERED = '/reply';
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

/** What a program did with a key, as its user would say it: which, what, and to whom. */
async function programLine(
  { tx, locale }: Pick<CommandContext, 'tx' | 'locale'>,
  { id, command }: JournalEntry,
  method: string,
): Promise<string> {
  const [act] = await tx<{ key: string | null; names: string[] }>`
    select k.name as key, array(
      select distinct coalesce(nullif(row ->> 'name', ''), row ->> 'title') from (
        select coalesce(after, before) as row from journal_changes
        where journal_id = j.id and table_name = any(${NAMED})
      ) changed where coalesce(nullif(row ->> 'name', ''), row ->> 'title') is not null limit ${MOST_NAMES}
    ) as names
    from journal j left join api_keys k on k.id = j.key_id where j.id = ${id}`;
  const t = texts(locale);
  if (!act?.key) return command;
  const done = method === 'POST' ? 'added' : method === 'DELETE' ? 'deleted' : 'changed';
  return t.audit.byProgram[done](act.key, t.inARow(act.names));
}

/** Tables whose rows have a name or title that their user knows. */
const NAMED = ['contacts', 'leads', 'tickets', 'tasks', 'segments', 'templates', 'fields'];
const MOST_NAMES = 3;

/** A line of the journal as it was typed; of a button in the user's own words, with names for ids and nothing that only buttons say. */
export async function spokenLine(
  { tx, commands, locale }: Pick<CommandContext, 'tx' | 'commands' | 'locale'>,
  entry: JournalEntry,
): Promise<string> {
  const { byButton } = entry;
  // what was done next is an entry of its own
  const command = entry.command.replace(/ goesOn:"(?:[^"\\]|\\.)*"$/u, '');
  const method = /^(POST|PUT|PATCH|DELETE) \//.exec(command)?.[1];
  if (method) return programLine({ tx, locale }, entry, method);
  const [, number, decided] = /^\/quote (\S+) (accepted|declined)$/.exec(command) ?? [];
  if (number && decided) return texts(locale).quoteCard.decisionOf[decided as 'accepted' | 'declined'](number);
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
