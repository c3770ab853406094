import { meantFor } from '../../../../text/person/meant_for.ts';
import { retractionIn, secondThoughtIn } from '../../../../text/retraction.ts';
import { commandLineIn } from '../../../../text/sentence/command_line.ts';
import { tagsBeside, tagsOnly } from '../../../../text/sentence/tags_said.ts';
import { type Texts, texts } from '../../../../text/texts.ts';
import { truncate } from '../../../../text/truncate.ts';
import { sendLaterIn } from '../../../../text/when/send_later.ts';
import { type Context, localeOf } from '../../../context.ts';
import type { JournalEntry } from '../../../owner/journal.ts';
import type { User } from '../../../owner/user.ts';
import { loadContact } from '../../../people/contact.ts';
import { type Button, failed, type Reply, withFields } from '../../../reply.ts';
import { loadOrders } from '../../../sell/order.ts';
import { recipientsShown } from '../../../talk/answer_way.ts';
import { type AnswerPlace, aboutIt, isBegun } from '../../../talk/conversation.ts';
import { offeredAnswer } from '../../../talk/who_gets_it.ts';
import { answerOf, lastEntry } from '../../../undo/entry.ts';
import { commandOf } from '../../called.ts';
import type { AnyCommand } from '../../command.ts';
import { laterButton, lineButton, type Spoken } from '../../line_button.ts';
import { isOfOrder, isSaidToNobody, keepOnOrderAs, noteOnOrder } from '../../sell/order/unsure/of_order.ts';
import { similarTo } from '../../similar.ts';
import { beginsNote } from '../../slash.ts';
import { commands } from '../../table.ts';
import { spokenLine } from '../../who/spoken.ts';
import { beginsBare, meantBy } from '../bare.ts';
import { meantForLeadOf } from '../second_words.ts';
import { sentenceUnderCard } from '../sentences.ts';
import { askedOfUs } from '../to_us.ts';
import { detailUnderCard } from '../within/their_details.ts';
import { splitFirst } from '../words.ts';
import { heldBack, insteadButton } from './second_thought.ts';

/**
 * What people type instead of a slash: the keys next to it, the slash of a Chinese keyboard, and characters that may
 * slip in before it.
 */
const SLIP = /^(?=[.。,，;；]*[\\＼∕⁄╱⧸、/／])([.。,，;；\\＼∕⁄╱⧸、/／]+)\s*/u;
/** A command's name behind the sign for a person; most who stand behind it are persons. */
const AT = /^[@＠](?=\p{L})/u;
const STROKES = /[\\＼∕⁄╱⧸、/／]/gu;
const LABEL_GRAPHEMES = 30;
const NAME_GRAPHEMES = 20;

/** A line that begins so was meant for us, wherever it stands in the message. */
const OWN_LINE = /^[/／]{1,2}\s{0,3}(?=\p{L})/u;

interface Doubted {
  text: string;
  hasFiles: boolean;
  /** Says other words in their place, where that is no mere answer. */
  again?: (words: string) => string;
}

type Offered = ReturnType<typeof offeredAnswer>;

/** An answer that is offered, by the command that was typed. */
export const sayingAgain = (offered: Offered, again: Doubted['again'], words: string): Offered =>
  again ? { ...offered, button: { ...offered.button, command: again(words) } } : offered;

/**
 * Words under a card that may be meant for us instead of the customer: they begin with what looks like a slash, name a
 * command that could take all the rest, say one in a sentence, ask to send something later or not at all, or are tags. Nothing is done before the owner has
 * said which. Undefined if they are the customer's.
 */
export async function doubtfulAnswer(
  ctx: Context,
  user: User,
  conversation: AnswerPlace,
  { text, hasFiles, again }: Doubted,
): Promise<Reply | undefined> {
  const { contactId } = conversation;
  const ofOrder = again ? undefined : await saidOfOrder(ctx, user, conversation, text, hasFiles);
  if (ofOrder) return ofOrder;
  const detail = isMarked(text) ? undefined : await detailUnderCard(ctx, text, contactId);
  const said = isMarked(text) ? undefined : (detail ?? (await sentenceUnderCard(ctx, user, text, contactId)));
  const worth = said ? [] : await meantForLeadOf(ctx, user, contactId, text);
  const locale = localeOf(ctx, user);
  const t = texts(locale);
  const spoken = { t, locale, commands };
  const conversationId = isBegun(conversation) ? conversation.id : undefined;
  const asked =
    said || worth.length > 0 || isMarked(text)
      ? undefined
      : await askedOfUs(ctx, spoken, { conversationId, text, within: false });
  if (!said && !asked && worth.length === 0 && !isMarked(text) && !beginsBare(text) && !commandLineIn(text))
    return undefined;
  const name = (await loadContact(ctx.tx, contactId))?.name ?? '';
  const back = said ? undefined : await takenBack(ctx, spoken, user, text);
  const meant = said
    ? [
        lineButton(spoken, said.line, said.shown),
        ...(detail ? [{ label: t.desk.makeNote(name), command: `/note c${contactId} ${text}` }] : []),
      ]
    : worth.length > 0
      ? worth
      : (back?.buttons ?? (asked ? [asked] : commandButtons(spoken, { contactId, name, text, hasFiles })));
  if (!meant) return undefined;
  // a button carries only words
  if (hasFiles) return failed(t.desk.likeCommandWithFiles, aboutIt(conversation));
  const to = await recipientsShown(ctx.tx, conversation);
  const label = t.desk.toCustomer(truncate(name, NAME_GRAPHEMES));
  const send = sayingAgain(offeredAnswer(t, conversation, to, { name, label, words: text }), again, text);
  const bare = said || back ? undefined : tagsBeside(text)?.words;
  const only =
    bare &&
    sayingAgain(
      offeredAnswer(t, conversation, to, {
        name,
        label: t.desk.sendOnly(truncate(bare, LABEL_GRAPHEMES), name),
        words: bare,
      }),
      again,
      bare,
    ).button;
  const sends = only ? [only, { ...send.button, label: t.desk.sendAsTyped(name) }] : [send.button];
  const ways = said || asked || back?.isHeld ? [...meant, ...sends] : [...sends, ...meant];
  const buttons = ways.map((button) => [button]);
  return failed(back?.text ?? t.desk.likeCommand, {
    quote: text,
    ...withFields(send.fields),
    buttons,
    ...aboutIt(conversation),
  });
}

/** Words under the card of an order that read as words about that: how it stands, a sum, a parcel's number. */
async function saidOfOrder(
  ctx: Context,
  user: User,
  place: AnswerPlace,
  text: string,
  hasFiles: boolean,
): Promise<Reply | undefined> {
  if (place.order === undefined || !isOfOrder(text, ctx.settings.currency)) return undefined;
  const t = texts(localeOf(ctx, user));
  // what is about to leave is called back first
  if (secondThoughtIn(text) && (await heldBack(ctx, t, user.id, text))) return undefined;
  if (hasFiles) return failed(t.desk.likeCommandWithFiles, aboutIt(place));
  return askOfIt(ctx, t, place, place.order, text, noteOnOrder);
}

/** Words under the card of an order that speak to nobody, and of which nothing else is known. What goes with a file is for its buyer. */
export async function saidToNobody(
  ctx: Context,
  t: Texts,
  place: AnswerPlace,
  { text, hasFiles }: { text: string; hasFiles: boolean },
): Promise<Reply | undefined> {
  if (place.order === undefined || hasFiles || !isSaidToNobody(text)) return undefined;
  return askOfIt(ctx, t, place, place.order, text, keepOnOrderAs);
}

/** Is it about the order, or for its buyer? */
async function askOfIt(
  ctx: Context,
  t: Texts,
  place: AnswerPlace,
  orderId: string,
  text: string,
  noted: typeof noteOnOrder,
): Promise<Reply | undefined> {
  const [order] = await loadOrders(ctx.tx, [orderId]);
  if (!order) return undefined;
  const name = (await loadContact(ctx.tx, place.contactId))?.name ?? '';
  const label = t.desk.toCustomer(truncate(name, NAME_GRAPHEMES));
  const to = await recipientsShown(ctx.tx, place);
  const send = offeredAnswer(t, place, to, { name, label, words: text });
  return failed(t.order.ofItOrBuyer(order.number, name), {
    quote: text,
    ...withFields(send.fields),
    buttons: [[noted(t, order, text)], [send.button]],
    ...aboutIt(place),
  });
}

/** The form itself says that it may be ours. */
const isMarked = (text: string): boolean =>
  slipIn(text) !== undefined ||
  ownLine(text) !== undefined ||
  tagsOnly(text) ||
  tagsBeside(text) !== undefined ||
  secondThoughtIn(text) !== undefined ||
  sendLaterIn(text) !== undefined;

const slipIn = (text: string): RegExpExecArray | undefined =>
  SLIP.exec(text) ?? (commandOf(text.replace(AT, '/')) && AT.exec(text)) ?? undefined;

const ownLine = (text: string): string | undefined =>
  text
    .split('\n')
    .slice(1)
    .map((line) => line.trim())
    .find((line) => OWN_LINE.test(line) && (beginsNote(line) || commandOf(line)));

interface Typed {
  contactId: string;
  /** Of the card's customer. */
  name: string;
  text: string;
  hasFiles: boolean;
}

function commandButtons(spoken: Spoken, { contactId, name, text, hasFiles }: Typed): Button[] | undefined {
  const strokes = slipIn(text);
  if (strokes) return slipButtons(spoken, contactId, text, strokes);
  if (tagsOnly(text)) return [lineButton(spoken, `/tag ${text}`)];
  const beside = tagsBeside(text);
  if (beside) return [lineButton(spoken, `/tag ${beside.tags}`)];
  const line = ownLine(text);
  if (line) return [ownLineButton(spoken, line)];
  const later = sendLaterIn(text);
  if (later !== undefined) return [laterButton(spoken, later)];
  const meant = meantBy(text, name);
  if (!meant) return hasFiles ? undefined : wholeLine(spoken, contactId, text);
  if (hasFiles && !meant.ours) return undefined;
  return [lineButton(spoken, `/${meant.command.name} ${meant.words}`.trim())];
}

/** What reads as a whole as a command; with a file it is said of that. */
function wholeLine(spoken: Spoken, contactId: string, text: string): Button[] | undefined {
  const line = commandLineIn(text);
  if (line === undefined || line === 'beside') return line && [];
  return [lineButton(spoken, `/${line.does} ${line.whose ? `c${contactId} ` : ''}${line.words}`.trim())];
}

const ownLineButton = (spoken: Spoken, line: string): Button =>
  beginsNote(line)
    ? { label: spoken.t.desk.asNote, command: `/note ${line.replace(OWN_LINE, '')}`, typed: true }
    : lineButton(spoken, line);

interface TakenBack {
  /** What is said of it, where that is more than that it looks like a command. */
  text?: string;
  buttons: Button[];
  isHeld: boolean;
}

/**
 * What words of taking back are about: an answer that is about to leave, else the last change. One that has left is named, and nothing
 * is offered that would call it back.
 */
async function takenBack(ctx: Context, spoken: Spoken, user: User, text: string): Promise<TakenBack | undefined> {
  const { t } = spoken;
  const held = secondThoughtIn(text) && (await heldBack(ctx, t, user.id, text));
  if (held) return { text: `${held.text}\n${t.desk.reallySend}`, buttons: held.buttons, isHeld: true };
  const asked = retractionIn(text);
  const whose = meantFor(text);
  if (asked === undefined && whose === undefined) return undefined;
  if (asked === 'stop') return { buttons: [lineButton(spoken, '/cancel')], isHeld: false };
  const entry = await lastEntry(ctx.tx, user.id, ctx.now);
  const answer = entry && (await answerOf(ctx.tx, entry.id));
  const left = answer?.left && t.undo.alreadySent(answer.name, truncate(answer.text, LABEL_GRAPHEMES));
  if (whose !== undefined) {
    const instead = answer && (await insteadButton(ctx, t, text, answer));
    // this is for the children: said to whoever reads it
    if (!instead && asked === undefined && !whose.wrong) return undefined;
    return { text: `${left ? `${left}\n` : ''}${t.desk.reallySend}`, buttons: instead ? [instead] : [], isHeld: false };
  }
  if (left) return { text: `${left}\n${t.desk.reallySend}`, buttons: [], isHeld: false };
  return { buttons: [await undoButton(ctx, spoken, entry)], isHeld: false };
}

/** The change to take back may be about somebody else: the button names it, and no other is taken back instead. */
async function undoButton(ctx: Context, spoken: Spoken, entry: JournalEntry | undefined): Promise<Button> {
  if (!entry) return lineButton(spoken, '/undo');
  const line = await spokenLine({ ...spoken, tx: ctx.tx }, entry);
  return { label: spoken.t.desk.undoOf(truncate(line, LABEL_GRAPHEMES)), command: `/undo ${entry.id}` };
}

function slipButtons(spoken: Spoken, contactId: string, text: string, [all, strokes = '']: RegExpExecArray): Button[] {
  const rest = text.slice(all!.length);
  if (rest === '') return [];
  const note = { label: spoken.t.desk.asNote, command: `/note c${contactId} ${rest}` };
  const isNote = (strokes.match(STROKES) ?? []).length > 1;
  return isNote ? [note] : [...commandsLike(rest).map((one) => commandButton(spoken, one, rest)), note];
}

/** The command that the words name, else those that they may name. A command with a secret is never offered. */
function commandsLike(words: string): AnyCommand[] {
  const [word] = splitFirst(words);
  const named = commandOf(`/${word}`);
  return (named ? [named] : similarTo(word, commands)).filter(({ secret }) => !secret);
}

function commandButton(spoken: Spoken, { name }: AnyCommand, words: string): Button {
  return lineButton(spoken, [`/${name}`, splitFirst(words)[1]].filter(Boolean).join(' '));
}
