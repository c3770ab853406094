import type { Locale } from '../../text/locale.ts';
import type { Texts } from '../../text/texts.ts';
import { truncate } from '../../text/truncate.ts';
import { type Button, failed, type Reply } from '../reply.ts';
import { byWord, commandOf } from './called.ts';
import type { AnyCommand } from './command.ts';
import { namesOf } from './names.ts';
import { likeliestOf, similarTo } from './similar.ts';
import { commands } from './table.ts';
import { inTheirWords } from './who/spoken.ts';
import { PARTICLE } from './words/bare_words.ts';
import { meansSecret } from './words/secret.ts';
import { lineCalled } from './words/synonyms.ts';
import { splitFirst } from './words/words.ts';

const LABEL_GRAPHEMES = 40;

/**
 * What was probably meant is a tap away, with the words as they were typed, unless they may hold a password: no button keeps one, and
 * behind a command that takes one they are left out, which is said.
 */
export function unknown(
  { t, locale, providers }: { t: Texts; locale: Locale; providers: readonly string[] },
  word: string,
  words: string,
): Reply {
  const glued = gluedTo(word);
  if (glued) return gluedReply(t, locale, word, glued, words);
  const called = lineCalled(word) ?? gluedSynonym(word);
  if (called) return meantReply(t, locale, word, [called, words].filter(Boolean).join(' '));
  const meant = similarTo(word, commands);
  const mayBeSecret =
    likeliestOf(word, commands).some(({ secret }) => secret) ||
    meansSecret(`${word.slice(1)} ${words}`, commands, providers);
  const rows = meant.map(({ name, secret }) => {
    const kept = secret || mayBeSecret ? '' : words;
    const command = [`/${name}`, kept && gluedBehind(name, word), kept].filter(Boolean).join(' ');
    return [
      { label: truncate(inTheirWords(commands, locale, command), LABEL_GRAPHEMES), command, typed: true as const },
    ];
  });
  const without = words === '' ? [] : meant.filter(({ secret }) => secret || mayBeSecret).map(({ name }) => name);
  const reply = unknownReply(t, word, rows);
  return without.length === 0
    ? reply
    : {
        ...reply,
        hint: [reply.hint, t.desk.withoutWords(without.map((name) => `/${t.commands[name].word}`))].join('\n'),
      };
}

/** `meant`: rows of what was probably meant. */
function unknownReply(t: Texts, word: string, meant: Button[][]): Reply {
  return {
    ...failed(t.desk.unknownCommand(word)),
    ...(meant.length > 0 && { hint: t.desk.meant }),
    buttons: [...meant, [{ label: t.desk.allCommands, command: '/help' }]],
  };
}

/** The command whose word somebody wrote without a blank behind it: '/添加张三138…', '/note李四'. The longest is meant. */
function gluedTo(word: string): { command: AnyCommand; rest: string } | undefined {
  const typed = word.replace(/^[/／]/, '');
  const [found] = [...byWord.keys()]
    .filter((one) => typed.length > one.length && typed.toLowerCase().startsWith(one))
    .filter((one) => /\p{Script=Han}/u.test(one) || !/^[a-z]/i.test(typed.slice(one.length)))
    .sort((a, b) => b.length - a.length);
  const command = found === undefined ? undefined : byWord.get(found);
  const rest = typed.slice(found?.length).replace(PARTICLE, '');
  return command && !command.secret ? { command, rest } : undefined;
}

/** So many letters behind a command's word are a word of their own, and no slip. */
const FEWEST_GLUED = 3;

/** What of '/notetom' is no part of the command: it is not lost where that command is offered. */
function gluedBehind(name: AnyCommand['name'], word: string): string {
  const typed = word.replace(/^[/／]/, '');
  const begins = namesOf(name).find((one) => typed.toLowerCase().startsWith(one));
  const rest = typed.slice(begins?.length ?? typed.length);
  return rest.length >= FEWEST_GLUED ? rest : '';
}

/** Another word for a command is not longer. */
const LONGEST_SYNONYM = 8;

/** /提醒明天… and /查李娟, by another word for a command, as the line that is meant. */
function gluedSynonym(word: string): string | undefined {
  const typed = [...word.replace(/^[/／]/, '')];
  for (let cut = Math.min(LONGEST_SYNONYM, typed.length - 1); cut > 0; cut -= 1) {
    const front = typed.slice(0, cut).join('');
    const line = /\p{Script=Han}$/u.test(front) ? lineCalled(front) : undefined;
    // one that says all by itself takes nothing
    if (line && !line.includes(' ') && !commandOf(line)?.secret) return `${line} ${typed.slice(cut).join('')}`;
  }
  return undefined;
}

/** '/add张三' is '/add 张三'; what reaches a customer, shuts out or deletes is asked about first. */
export function withBlank(text: string): string {
  const [word, words] = splitFirst(text);
  const glued = /^[/／](?![/／])/.test(word) && !commandOf(text) ? gluedTo(word) : undefined;
  if (!glued || glued.command.careful || (glued.rest === '' && words === '')) return text;
  return [`/${glued.command.name}`, glued.rest, words].filter(Boolean).join(' ');
}

/** Nothing is done before the owner has seen where the blank goes. */
function gluedReply(
  t: Texts,
  locale: Locale,
  word: string,
  { command, rest }: { command: AnyCommand; rest: string },
  words: string,
): Reply {
  return meantReply(t, locale, word, [`/${command.name}`, rest, words].filter(Boolean).join(' '));
}

function meantReply(t: Texts, locale: Locale, word: string, line: string): Reply {
  const button = {
    label: truncate(inTheirWords(commands, locale, line), LABEL_GRAPHEMES),
    command: line,
    typed: true as const,
  };
  return unknownReply(t, word, [[button]]);
}
