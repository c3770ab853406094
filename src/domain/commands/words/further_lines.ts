import { type Texts, texts } from '../../../text/texts.ts';
import { truncate } from '../../../text/truncate.ts';
import { type Context, localeOf } from '../../context.ts';
import type { User } from '../../owner/user.ts';
import { type Button, failed, type Reply } from '../../reply.ts';
import { commandOf } from '../called.ts';
import { Incomplete } from '../command.ts';
import { hasSlash } from '../slash.ts';
import { commands } from '../table.ts';
import { withBlank } from '../unknown.ts';
import { type Asking, called } from '../who/addressed.ts';
import { isSayingBefore, nameCuts } from '../who/naming.ts';
import { byWholeName } from '../who/readings.ts';
import { inTheirWords } from '../who/spoken.ts';
import { linesOf } from './lines.ts';
import { sentenceMeant } from './sentences.ts';
import { isRef, splitFirst } from './words.ts';

const LABEL_GRAPHEMES = 40;
/** What they say is asked about part by part, where it is known to whom. */
export const ASK_THEMSELVES = ['reply', 'later'];
/** They take what stands in lines of its own behind a label that a command is called by as well: 城市 上海. */
export const TAKE_LABELS = ['add', 'edit'];

/**
 * Behind a command in the first line another begins that could be its words as well: each by itself, or all as one? Undefined: none
 * begins, or who answers asks.
 */
export async function askOfFurtherLines(ctx: Context, user: User, text: string): Promise<Reply | undefined> {
  const lines = linesOf(text).map(withBlank);
  const first = commandOf(lines[0] ?? '');
  if (lines.length < 2 || !first || first.secret || [...ASK_THEMSELVES, ...TAKE_LABELS].includes(first.name))
    return undefined;
  // what stands behind a title and tells somebody is offered once the first is done
  const mayTell = !first.titles;
  const found = await Promise.all(lines.slice(1).map((line) => lineBegun(ctx, user, line, mayTell)));
  if (found.every((line) => line === undefined)) return undefined;
  const each = [lines[0]!];
  for (const [nth, line] of found.entries()) {
    if (line === undefined) each.push(`${each.pop()}\n${lines[nth + 1]}`);
    else each.push(line);
  }
  return askEachOrOne(ctx, user, text, each);
}

/** The line with its slash, where it begins a command, or asks to say something to somebody who is known. */
async function lineBegun(ctx: Context, user: User, line: string, mayTell: boolean): Promise<string | undefined> {
  const command = commandOf(line);
  if (command) return command.secret ? undefined : slashed(line);
  const naming = await lineNaming(ctx, line);
  if (naming) return naming;
  const sentence = mayTell ? await sentenceMeant(ctx, user, line) : undefined;
  return sentence?.to && sentence.line;
}

/** A command's Latin name without its slash, and somebody who is known right behind it: reply Anna on its way, resolve Anna. */
export async function lineNaming(ctx: Asking, line: string): Promise<string | undefined> {
  const [word, words] = splitFirst(line.replace(/[.!]+$/, ''));
  const command = /^[a-z]{3,20}$/i.test(word) ? commandOf(`/${word.toLowerCase()}`) : undefined;
  if (!command?.changes || command.secret || words === '') return undefined;
  if (command.parse(words, { replying: false }) instanceof Incomplete) return undefined;
  const [cut] = nameCuts(words);
  const isNamed =
    isRef(words) ||
    (await byWholeName(ctx, words)) ||
    (cut && !isSayingBefore(cut.name, cut.left) && (await isCalled(ctx, cut.name)));
  return isNamed ? `/${command.name} ${words}` : undefined;
}

const isCalled = async (ctx: Asking, name: string): Promise<boolean> =>
  /^\p{Lu}/u.test(name) && (await called(ctx, name)).ids.length > 0;

const slashed = (line: string): string => (hasSlash(line) ? line : `/${line}`);

/** Nothing is done before it is said whether each line is a command, or all of it is one. */
export function askEachOrOne(ctx: Context, user: User, text: string, each: string[]): Reply {
  const locale = localeOf(ctx, user);
  const t = texts(locale);
  const lines = each.map(slashed);
  const spoken = lines.map((line) => inTheirWords(commands, locale, line.replaceAll('\n', ' ')));
  return failed(t.several.unclear, {
    quote: text,
    oneOf: true,
    buttons: [
      [button(t.several.each, spoken.join(' · '), lines.join('\n'))],
      [button(t.several.asOne, text.replaceAll('\n', ' '), text)],
    ],
  });
}

const button = (label: Texts['several']['each'], shown: string, command: string): Button => ({
  label: label(truncate(shown, LABEL_GRAPHEMES)),
  command,
  typed: true,
});
