import type { Messages } from '../../text/messages.ts';
import { truncate } from '../../text/truncate.ts';
import { type AnyCommand, Incomplete } from '../commands/command.ts';
import { commandOf } from '../commands/run.ts';
import { similarTo } from '../commands/similar.ts';
import { commands } from '../commands/table.ts';
import { splitFirst } from '../commands/words.ts';
import type { Conversation } from '../conversation.ts';
import type { Button, Reply } from '../reply.ts';

/** What the keys next to the slash, and the slash of a Chinese keyboard, write in its place; with what may slip in before it. */
const SLIP = /^(?=[.。,，;；]*[\\＼∕⁄╱⧸、/／])([.。,，;；\\＼∕⁄╱⧸、/／]+)\s*/u;
const STROKES = /[\\＼∕⁄╱⧸、/／]/gu;
const LABEL_GRAPHEMES = 30;

/**
 * Words under a card that may be meant for us and not for the customer: they begin with what looks like a slash, or with the word of a
 * command that could take all the rest. Nothing is done before the owner has said which. Undefined: they are the customer's.
 */
export function doubtfulAnswer(
  t: Messages,
  { id, contactId }: Conversation,
  text: string,
  hasFiles: boolean,
): Reply | undefined {
  const strokes = SLIP.exec(text);
  const meant = strokes ? slipButtons(t, contactId, text, strokes) : bareButtons(t, text, hasFiles);
  if (!meant) return undefined;
  const send: Button = { label: t.desk.toCustomer, command: `/reply c${contactId} ${text}` };
  // a button carries words only
  if (hasFiles) return { failed: true, text: t.desk.likeCommandWithFiles, about: id };
  const buttons = [send, ...meant].map((button) => [button]);
  return { failed: true, text: t.desk.likeCommand, quote: text, buttons, about: id };
}

/** Whether a command is asked for in so many words: with a slash, or by its bare Chinese word. */
export const hasSlash = (text: string): boolean => /^[/／]/.test(text);

function slipButtons(t: Messages, contactId: string, text: string, [all, strokes]: RegExpExecArray): Button[] {
  const rest = text.slice(all!.length);
  if (rest === '') return [];
  const note = { label: t.desk.asNote, command: `/note c${contactId} ${rest}` };
  const isNote = (strokes!.match(STROKES) ?? []).length > 1;
  return isNote ? [note] : [...commandsLike(rest).map((one) => runButton(t, one, rest)), note];
}

/** The one it names, else those it may. One that holds a secret is never offered. */
function commandsLike(words: string): AnyCommand[] {
  const [word] = splitFirst(words);
  const named = commandOf(`/${word}`);
  return (named ? [named] : similarTo(word, commands)).filter(({ secret }) => !secret);
}

function bareButtons(t: Messages, text: string, hasFiles: boolean): Button[] | undefined {
  const command = hasFiles ? undefined : commandOf(text);
  if (!command) return undefined;
  const [, words] = splitFirst(text);
  const fits = !command.unread?.(words) && !(command.parse(words, { replying: true }) instanceof Incomplete);
  return fits ? [runButton(t, command, text)] : undefined;
}

function runButton(t: Messages, { name }: AnyCommand, words: string): Button {
  const line = [`/${name}`, splitFirst(words)[1]].filter(Boolean).join(' ');
  return { label: t.desk.asCommand(truncate(line, LABEL_GRAPHEMES)), command: line };
}
