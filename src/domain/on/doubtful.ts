import type { Locale } from '../../text/locale.ts';
import { type Retraction, retractionIn } from '../../text/retraction.ts';
import { type Texts, texts } from '../../text/texts.ts';
import { truncate } from '../../text/truncate.ts';
import type { AnyCommand } from '../commands/command.ts';
import { commandOf } from '../commands/run.ts';
import { similarTo } from '../commands/similar.ts';
import { commands } from '../commands/table.ts';
import { inTheirWords, spokenLine } from '../commands/who/spoken.ts';
import { beginsBare, meantBy, tagsOnly } from '../commands/words/bare.ts';
import { type Became, sentenceUnderCard } from '../commands/words/sentences.ts';
import { splitFirst } from '../commands/words/words.ts';
import { type Context, localeOf } from '../context.ts';
import type { User } from '../owner/user.ts';
import { loadContact } from '../people/contact.ts';
import { type Button, failed, type Reply } from '../reply.ts';
import { recipientsShown } from '../talk/answer_way.ts';
import { type AnswerPlace, aboutIt } from '../talk/conversation.ts';
import { offeredAnswer } from '../talk/who_gets_it.ts';
import { lastEntry } from '../undo/entry.ts';
import { holdLonger, lastHeld } from '../undo/recall.ts';

/**
 * What people type instead of a slash: the keys next to it, the slash of a Chinese keyboard, and characters that may
 * slip in before it.
 */
const SLIP = /^(?=[.。,，;；]*[\\＼∕⁄╱⧸、/／])([.。,，;；\\＼∕⁄╱⧸、/／]+)\s*/u;
const STROKES = /[\\＼∕⁄╱⧸、/／]/gu;
const LABEL_GRAPHEMES = 30;
const NAME_GRAPHEMES = 20;

/** A line that begins so was meant for us, wherever it stands in the message. */
const OWN_LINE = /^[/／]{1,2}\s{0,3}(?=\p{L})/u;

/** The language in which we speak to the owner. */
interface Spoken {
  t: Texts;
  locale: Locale;
}

/**
 * Words under a card that may be meant for us instead of the customer: they begin with what looks like a slash, name a
 * command that could take all the rest, say one in a sentence, ask that nothing be sent, or are tags. Nothing is done before the owner has
 * said which. Undefined if they are the customer's.
 */
export async function doubtfulAnswer(
  ctx: Context,
  user: User,
  conversation: AnswerPlace,
  text: string,
  hasFiles: boolean,
): Promise<Reply | undefined> {
  const { contactId } = conversation;
  const said = isMarked(text) ? undefined : await sentenceUnderCard(ctx, user, text, contactId);
  if (!said && !isMarked(text) && !beginsBare(text)) return undefined;
  const locale = localeOf(ctx, user);
  const t = texts(locale);
  const spoken = { t, locale };
  const name = (await loadContact(ctx.tx, contactId))?.name ?? '';
  const meant = said
    ? [sentenceButton(spoken, said)]
    : await otherButtons(ctx, spoken, user, { contactId, name, text, hasFiles });
  if (!meant) return undefined;
  // a button carries only words
  if (hasFiles) return failed(t.desk.likeCommandWithFiles, aboutIt(conversation));
  const to = await recipientsShown(ctx.tx, conversation);
  const label = t.desk.toCustomer(truncate(name, NAME_GRAPHEMES));
  const send = offeredAnswer(t, conversation, to, { name, label, words: text });
  const buttons = (said ? [...meant, send.button] : [send.button, ...meant]).map((button) => [button]);
  const fields = send.fields.length > 0 && { fields: send.fields };
  return failed(t.desk.likeCommand, { quote: text, ...fields, buttons, ...aboutIt(conversation) });
}

/** The form itself says that it may be ours. */
const isMarked = (text: string): boolean =>
  SLIP.test(text) || ownLine(text) !== undefined || tagsOnly(text) || retractionIn(text) !== undefined;

const ownLine = (text: string): string | undefined =>
  text
    .split('\n')
    .slice(1)
    .map((line) => line.trim())
    .find((line) => OWN_LINE.test(line) && (/^[/／]{2}/.test(line) || commandOf(line)));

interface Typed {
  contactId: string;
  /** Of the card's customer. */
  name: string;
  text: string;
  hasFiles: boolean;
}

async function otherButtons(ctx: Context, spoken: Spoken, user: User, typed: Typed): Promise<Button[] | undefined> {
  const back = retractionIn(typed.text);
  return back ? backButtons(ctx, spoken, user, back) : commandButtons(spoken, typed);
}

function commandButtons(spoken: Spoken, { contactId, name, text, hasFiles }: Typed): Button[] | undefined {
  const strokes = SLIP.exec(text);
  if (strokes) return slipButtons(spoken, contactId, text, strokes);
  if (tagsOnly(text)) return [lineButton(spoken, `/tag ${text}`)];
  const line = ownLine(text);
  if (line) return [ownLineButton(spoken, line)];
  const meant = meantBy(text, name);
  if (!meant || (hasFiles && !meant.ours)) return undefined;
  return [lineButton(spoken, `/${meant.command.name} ${meant.words}`.trim())];
}

const ownLineButton = (spoken: Spoken, line: string): Button =>
  /^[/／]{2}/.test(line)
    ? { label: spoken.t.desk.asNote, command: `/note ${line.replace(OWN_LINE, '')}` }
    : lineButton(spoken, line);

/** An answer that is about to leave waits until the owner has said what they mean. */
async function backButtons(ctx: Context, spoken: Spoken, user: User, asked: Retraction): Promise<Button[]> {
  const held = await lastHeld(ctx.tx, user.id);
  if (held) {
    await holdLonger(ctx.tx, held.id);
    const label = spoken.t.desk.keepBack(truncate(held.name, NAME_GRAPHEMES));
    return [{ label, command: `/cancel o${held.id}` }];
  }
  return asked === 'stop' ? [lineButton(spoken, '/cancel')] : [await undoButton(ctx, spoken, user)];
}

/** The change to take back may be about somebody else: the button names it, and no other is taken back instead. */
async function undoButton(ctx: Context, spoken: Spoken, user: User): Promise<Button> {
  const entry = await lastEntry(ctx.tx, user.id, ctx.now);
  if (!entry) return lineButton(spoken, '/undo');
  const line = await spokenLine({ tx: ctx.tx, commands, locale: spoken.locale }, entry);
  return { label: spoken.t.desk.undoOf(truncate(line, LABEL_GRAPHEMES)), command: `/undo ${entry.id}` };
}

/** Whether the text explicitly asks for a command, with a slash. */
export const hasSlash = (text: string): boolean => /^[/／]/.test(text);

function slipButtons(spoken: Spoken, contactId: string, text: string, [all, strokes]: RegExpExecArray): Button[] {
  const rest = text.slice(all!.length);
  if (rest === '') return [];
  const note = { label: spoken.t.desk.asNote, command: `/note c${contactId} ${rest}` };
  const isNote = (strokes!.match(STROKES) ?? []).length > 1;
  return isNote ? [note] : [...commandsLike(rest).map((one) => runButton(spoken, one, rest)), note];
}

/** The command that the words name, else those that they may name. A command with a secret is never offered. */
function commandsLike(words: string): AnyCommand[] {
  const [word] = splitFirst(words);
  const named = commandOf(`/${word}`);
  return (named ? [named] : similarTo(word, commands)).filter(({ secret }) => !secret);
}

function runButton(spoken: Spoken, { name }: AnyCommand, words: string): Button {
  return lineButton(spoken, [`/${name}`, splitFirst(words)[1]].filter(Boolean).join(' '));
}

/** A line with nobody's number in it is read as it was typed. */
const sentenceButton = ({ t, locale }: Spoken, { line, shown }: Became): Button => ({
  label: t.desk.asCommand(truncate(inTheirWords(commands, locale, shown), LABEL_GRAPHEMES)),
  command: line,
  ...(line === shown && { typed: true as const }),
});

const lineButton = ({ t, locale }: Spoken, line: string): Button => ({
  label: t.desk.asCommand(truncate(inTheirWords(commands, locale, line), LABEL_GRAPHEMES)),
  command: line,
  typed: true,
});
