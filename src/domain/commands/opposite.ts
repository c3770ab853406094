import { typedWords } from '../../text/typed.ts';
import { byWord, commandOf } from './called.ts';
import type { AnyCommand } from './command.ts';
import { slipsBetween } from './similar.ts';
import { withoutSlash } from './slash.ts';
import { lineCalled } from './words/synonyms.ts';
import { splitFirst } from './words/words.ts';

/** A command that was typed with a word in front which negates it: /untag, /取消标签. */
export interface Negated {
  command: AnyCommand;
  /** The words behind the command's name. */
  words: string;
}

type Lines = (words: string) => string[];

const FRONTS = [...typedWords(({ negating }) => negating)].sort((a, b) => b.length - a.length);
const HAN = /\p{Script=Han}/u;
/** A word of this many letters can be recognised behind a prefix despite one slip. */
const SLIP_FROM = 4;

/** The command that does the opposite, if there is one; otherwise there is /undo. */
const OPPOSITES: Partial<Record<AnyCommand['name'], Lines>> = {
  tag: (words) => [`/tag ${turned(words)}`],
  tagall: (words) => [`/tagall ${turned(words)}`],
  unsubscribe: (words) => [`/consent ${words}`],
  block: (words) => [`/unblock ${words}`],
  resolve: (words) => [`/reopen ${words}`],
  won: (words) => [`/reopen ${words}`],
  lost: (words) => [`/reopen ${words}`],
  lead: (words) => [`/lost ${words}`],
  ticket: (words) => [`/resolve ${words}`],
  task: (words) => [`/done ${words}`],
  merge: (words) => [`/split ${words}`],
  join: (words) => [`/split ${words}`],
  reply: () => ['/cancel'],
  later: () => ['/cancel'],
  gone: (words) => [`/gone ${words} off`],
  away: () => ['/away off'],
};

/** #vip is taken away, -#old is given. */
const turned = (words: string): string =>
  words.replace(/(?<!\S)([-－]?)(?=[#＃])/gu, (_, sign: string) => (sign ? '' : '-'));

/** The command lines that do the opposite of it, `/undo` not among them. */
export function oppositesOf({ command, words }: Negated): string[] {
  return OPPOSITES[command.name]?.(words).map((line) => line.trim()) ?? [];
}

/** The command that a word negates; undefined if it is a command itself, or negates none. */
export function negatedBy(word: string, words = ''): Negated | undefined {
  // a word of its own for another command negates none
  if (commandOf(word) || lineCalled(word)) return undefined;
  const typed = withoutSlash(word).toLowerCase();
  for (const front of FRONTS) {
    if (!typed.startsWith(front)) continue;
    // /不 合并 张三: the word is parted from what it negates
    const [rest, behind] = typed === front ? splitFirst(words) : [typed.slice(front.length), words];
    const found = changing(rest.replace(/^[-_]/, ''));
    if (found && !isLonger(typed, front)) return { ...found, words: [found.words, behind].filter(Boolean).join(' ') };
  }
  return undefined;
}

/** A command of more letters begins the word: /取消拉黑张三 is no /取消. */
const isLonger = (typed: string, front: string): boolean =>
  HAN.test(front) && [...byWord.keys()].some((name) => name.length > front.length && typed.startsWith(name));

function changing(rest: string): Negated | undefined {
  const line = lineCalled(rest);
  const exact = byWord.get(rest) ?? (line === undefined ? undefined : commandOf(line));
  const command = exact ?? nearly(rest);
  const found = command ? { command, words: '' } : glued(rest);
  return found?.command.changes && !found.command.hidden && !found.command.secret ? found : undefined;
}

function nearly(rest: string): AnyCommand | undefined {
  if (rest.length < SLIP_FROM || HAN.test(rest)) return undefined;
  return [...byWord].find(([name]) => name.length >= SLIP_FROM && slipsBetween(rest, name) === 1)?.[1];
}

/** Chinese words need no blank: /取消标签张三. */
function glued(rest: string): Negated | undefined {
  const names = [...byWord.keys()].filter((name) => HAN.test(name) && rest.startsWith(name));
  const name = names.sort((a, b) => b.length - a.length)[0];
  return name === undefined ? undefined : { command: byWord.get(name)!, words: rest.slice(name.length) };
}
