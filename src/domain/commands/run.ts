import type { Place } from '../../outbox/message.ts';
import type { Locale } from '../../text/locale.ts';
import { type Texts, texts } from '../../text/texts.ts';
import { truncate } from '../../text/truncate.ts';
import { type Context, localeOf } from '../context.ts';
import { holdsCode } from '../owner/code.ts';
import { journaled, noteAct } from '../owner/journal.ts';
import { mayAct, type User } from '../owner/user.ts';
import { loadContact } from '../people/contact.ts';
import { type Button, failed, type Reply } from '../reply.ts';
import { type AnswerPlace, aboutIt, isBegun } from '../talk/conversation.ts';
import { type AnyCommand, type CommandContext, Incomplete, type Pressed } from './command.ts';
import { askForRest } from './complete.ts';
import { namesOf } from './names.ts';
import { type Ran, runSeveral } from './several.ts';
import { similarTo } from './similar.ts';
import { commands } from './table.ts';
import { unreadReply } from './talk/unread.ts';
import { inTheirWords } from './who/spoken.ts';
import { PARTICLE } from './words/bare_words.ts';
import { keysIn, meansSecret } from './words/secret.ts';
import { lineCalled } from './words/synonyms.ts';
import { splitFirst } from './words/words.ts';

const LABEL_GRAPHEMES = 40;

const byWord = new Map<string, AnyCommand>(
  commands.flatMap((command) => namesOf(command.name).map((name) => [name, command] as const)),
);

/** '/add', '／添加', and the bare Chinese word in front ('添加 张三') are commands; '//' begins a note. */
export function isCommand(text: string): boolean {
  return /^[/／](?![/／])/.test(text) || commandOf(text) !== undefined;
}

/** Its button works once: pressed again it would do the same thing a second time. */
export function worksOnce(text: string): boolean {
  return (linesIn(text) ?? [text]).some(lineWorksOnce);
}

function lineWorksOnce(text: string): boolean {
  const command = commandOf(text);
  if (!command?.changes || command.settles) return false;
  const args = command.parse(splitFirst(text)[1], { replying: true });
  return args instanceof Incomplete || !command.onlyShows?.(args);
}

/** Whether a line says words to a customer or keeps a note: what its command still lacks is no reason to do anything else. */
export function isAnswerLine(text: string): boolean {
  const command = commandOf(text);
  const args = command?.answers && command.parse(splitFirst(text)[1], { replying: true });
  return args !== undefined && (args instanceof Incomplete || command!.answers!(args));
}

/** What was typed holds a password, its command misspelt or not: it is kept neither in the inbox nor in the journal. */
export function carriesSecret(text: string, providers: readonly string[]): boolean {
  if (linesOf(text).slice(1, MOST_LINES).some(meansSecretCommand)) return true;
  if (keysIn(text).length > 0) return true;
  const command = commandOf(text);
  // behind the bare word may stand anything; a code is known by itself
  if (command) return command.secret === 'key' || (command.secret === 'code' && /^[/／]/.test(text));
  if (!isCommand(text)) return hidesSecret(text, providers);
  return similarTo(splitFirst(text)[0], commands).some(({ secret }) => secret !== undefined);
}

/** So many lines of a message are looked at: no message has more commands. */
const MOST_LINES = 50;

/** The slash of a command whose words are kept nowhere, misspelt or not. */
function meansSecretCommand(line: string): boolean {
  if (!/^[/／]/.test(line)) return false;
  const command = commandOf(line);
  return (command ? [command] : similarTo(splitFirst(line)[0], commands)).some(({ secret }) => secret !== undefined);
}

/** Words that are no command hold a password all the same: neither kept, nor offered, nor sent to anybody. */
export function hidesSecret(text: string, providers: readonly string[]): boolean {
  return !isCommand(text) && meansSecret(text, commands, providers);
}

/** The command a line begins with. */
export function commandOf(text: string): AnyCommand | undefined {
  const [word] = splitFirst(text);
  const name = word
    .replace(/^[/／]/, '')
    .replace(/@\w+$/, '')
    .toLowerCase();
  const command = byWord.get(name);
  const slashed = word !== name && /^[/／]/.test(word);
  return slashed || command?.name !== name ? command : undefined;
}

const linesOf = (text: string): string[] =>
  text
    .split(/\n+|[;；]\s*(?=[/／])/u)
    .map((line) => line.trim())
    .filter(Boolean);

/** Several commands in one message, each in a line of its own or behind a semicolon and a slash. Undefined: it is one. */
function linesIn(text: string): string[] | undefined {
  const lines = linesOf(text).map(withBlank);
  const found = lines.map(commandOf);
  if (lines.length < 2 || found.some((command) => command === undefined || command.secret)) return undefined;
  // without a slash a line may be what the command before it is to say
  const areSure = lines.slice(1).every((line) => /^[/／]/.test(line));
  return areSure || !found.some((command) => command?.takesKeys) ? lines : undefined;
}

/** A further line that is meant for a command and is none: words for a customer would go on with it. */
function slipIn(text: string): string | undefined {
  const [first = '', ...further] = linesOf(text);
  if (!commandOf(withBlank(first))) return undefined;
  return further.find((line) => /^[/／]\p{L}{2,}(?=\s|$)/u.test(line) && !commandOf(withBlank(line)));
}

/** Nothing of the message is done before that line is mended, or said to be words; each button is the whole message. */
function slipReply(locale: Locale, lines: string[], slip: string): Reply {
  const reply = unknown(texts(locale), locale, ...splitFirst(slip));
  if (meansSecretCommand(slip)) return reply;
  const whole = (button: Button): Button =>
    button.typed
      ? { ...button, command: lines.map((line) => (line === slip ? button.command : line)).join('\n') }
      : button;
  const line = lines.join('\n');
  const label = truncate(inTheirWords(commands, locale, line.replaceAll('\n', ' ')), LABEL_GRAPHEMES);
  const asTyped: Button = { label, command: line, typed: true };
  return { ...reply, buttons: [...(reply.buttons ?? []).map((row) => row.map(whole)), [asTyped]] };
}

/**
 * Runs what a user typed, in the same transaction, journaled; whatever is wrong with it comes back as a reply. `pressed`: it was not
 * typed; undone, the button can be pressed again. Several commands run one after the other, as far as nothing is asked.
 */
export async function runCommand(
  ctx: Context,
  user: User,
  text: string,
  place: Place,
  card: AnswerPlace | undefined,
  pressed?: Pressed,
): Promise<Reply> {
  const run = (line: string) => runLine(ctx, user, line, place, card, pressed);
  const slip = pressed ? undefined : slipIn(text);
  if (slip) return slipReply(localeOf(ctx, user), linesOf(text), slip);
  const lines = linesIn(text);
  if (lines) return runSeveral(localeOf(ctx, user), commands, lines, run);
  const { reply, undo } = await run(text);
  return undo ? withUndo(reply, texts(localeOf(ctx, user)).button.undo, undo) : reply;
}

async function runLine(
  ctx: Context,
  user: User,
  typed: string,
  place: Place,
  card: AnswerPlace | undefined,
  pressed: Pressed | undefined,
): Promise<Ran> {
  const locale = localeOf(ctx, user);
  const t = texts(locale);
  const text = pressed ? typed : withBlank(typed);
  const command = commandOf(text);
  const [word, words] = splitFirst(text);
  // what was meant is run for the card that was answered
  const ofCard = card && !card.likely ? aboutIt(card) : {};
  if (!command) return { reply: { ...unknown(t, locale, word, words), ...ofCard } };
  const entry = {
    userId: user.id,
    command: command.secret || keysIn(text).length > 0 ? `/${command.name}` : text,
    now: ctx.now,
    button: pressed?.button,
  };
  if (!mayAct(user, command.role)) {
    await noteAct(ctx.tx, entry, 'refused');
    return { reply: failed(t.desk.notAllowed) };
  }
  const about = card && {
    conversation: isBegun(card) ? card : undefined,
    contact: (await loadContact(ctx.tx, card.contactId))!,
  };
  if (command.changes && !command.secret && !command.takesKeys) {
    if (keysIn(words).length > 0) return { reply: failed(t.desk.secretNoted) };
    // what is kept may be said to a customer later: by an absence, in the business's name
    if (await holdsCode(ctx, words)) return { reply: failed(t.desk.codeStays, ofCard) };
  }
  const commandContext: CommandContext = {
    ...ctx,
    ...{ user, locale, t, place, about, pressed, commands },
    careful: command.careful ?? false,
    typed: pressed === undefined || pressed.typed === true,
  };
  const unread = command.unread?.(words);
  if (unread) {
    const line = withoutEnd(`/${command.name} ${words}`, unread);
    const instead = command.insteadOf ? await command.insteadOf(commandContext, unread) : line;
    return { reply: unreadReply(t, unread, instead) };
  }
  const args = command.parse(words, { replying: card !== undefined });
  const ask = (missing: Incomplete) => askForRest(commandContext, command, missing, words);
  if (args instanceof Incomplete) return { reply: await ask(args) };
  const run = async () => {
    const reply = await command.run(commandContext, args);
    return reply instanceof Incomplete ? ask(reply) : reply;
  };
  if (!command.changes || command.onlyShows?.(args)) return { reply: await run() };
  const { result, journalId } = await journaled(ctx.tx, entry, run);
  if (result.failed || canBeCancelled(result)) return { reply: result };
  if (journalId) return { reply: result, undo: journalId };
  return { reply: command.unrecorded ? result : nothingChanged(result, t.desk.unchanged) };
}

const withoutEnd = (line: string, unread: string): string => line.slice(0, line.length - unread.length).trim();

/** What was probably meant is a tap away, with the words as they were typed (unless they may hold a password). */
function unknown(t: Texts, locale: Locale, word: string, words: string): Reply {
  const glued = gluedTo(word);
  if (glued) return gluedReply(t, locale, word, glued, words);
  const called = lineCalled(word) ?? gluedSynonym(word);
  if (called) return meantReply(t, locale, word, [called, words].filter(Boolean).join(' '));
  const meant = similarTo(word, commands);
  const kept = meant.some(({ secret }) => secret) ? '' : words;
  const rows = meant.map(({ name }) => {
    const command = [`/${name}`, kept && gluedBehind(name, word), kept].filter(Boolean).join(' ');
    return [
      { label: truncate(inTheirWords(commands, locale, command), LABEL_GRAPHEMES), command, typed: true as const },
    ];
  });
  return unknownReply(t, word, rows);
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
function withBlank(text: string): string {
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

/** An answer that is held, or leaves later, has its own way back and needs no second one. */
function canBeCancelled({ buttons = [] }: Reply): boolean {
  return buttons.flat().some(({ command }) => /^\/cancel [os]\d/.test(command));
}

const nothingChanged = (reply: Reply, hint: string): Reply => ({ ...reply, unchanged: true, hint: reply.hint ?? hint });

function withUndo(reply: Reply, label: string, journalId: string): Reply {
  return { ...reply, buttons: [...(reply.buttons ?? []), [{ label, command: `/undo ${journalId}` }]] };
}
