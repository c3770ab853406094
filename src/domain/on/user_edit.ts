import type { Sql } from '../../db/sql.ts';
import type { Place } from '../../outbox/message.ts';
import { receiptsOf, rewrite } from '../../outbox/rewrite.ts';
import { type Texts, texts } from '../../text/texts.ts';
import { type Attachment, changeOfFiles } from '../attachment.ts';
import { isPrivate } from '../channel.ts';
import { commandOf, isCommand } from '../commands/called.ts';
import { lineButton, lineLabel, type Spoken } from '../commands/line_button.ts';
import { isAnswerLine } from '../commands/run.ts';
import { beginsNote, withoutSlashes } from '../commands/slash.ts';
import { commands } from '../commands/table.ts';
import { commandMeant } from '../commands/words/command_meant.ts';
import { withoutKeys } from '../commands/words/secret.ts';
import { offerForTyped } from '../commands/words/within/told_parts.ts';
import { type Context, localeOf } from '../context.ts';
import { tellReceipts } from '../desk/receipt_card.ts';
import type { MessageEdited, MessageReceived, MessagesWithdrawn } from '../event.ts';
import { wordsOf } from '../intake/words.ts';
import { sayAt } from '../owner/say.ts';
import type { User } from '../owner/user.ts';
import { loadContact } from '../people/contact.ts';
import { type Button, failed, type Reply } from '../reply.ts';
import { offerAnswer, withRecipients } from '../talk/answer_way.ts';
import { type AnswerPlace, aboutIt, type CardsAnswered } from '../talk/conversation.ts';
import { keepBackButton } from '../talk/who_gets_it.ts';
import { holdLonger, recall } from '../undo/recall.ts';
import { cardAnswered } from './desk/card_answered.ts';
import { amountInstead, type Made, madeBy, withdrawOffers } from './desk/edited_line.ts';
import { deskReply, isForDesk, saidKey } from './desk.ts';
import { FORGET, mustForget } from './forget.ts';
import { askedFirst, isWords } from './kept_back.ts';

/** How far a channel's clock may be ahead of ours. */
const CLOCKS_APART_MS = 10 * 60_000;

/** What became of a line when it was typed. */
interface First {
  /** The conversation of the card or topic under which it was typed. */
  card: AnswerPlace | undefined;
  /** What that card itself says. */
  seen: CardsAnswered | undefined;
  /** The answer that it was, and whom that goes to. */
  answer?: { outboxId: string; queued: boolean; text: string; files: Attachment[]; name: string } | undefined;
  /** What we replied to it, without what has been done with its buttons since. */
  reply?: Reply | undefined;
  /** What it made. */
  made: Made;
}

/**
 * A user edited what they had typed. An answer that has not begun to leave goes as it is now. What any other line did
 * stands: we say so, and what it says now is a tap away.
 */
export async function onUserEdit(ctx: Context, user: User, event: MessageEdited): Promise<string> {
  const first = await firstOf(ctx, user, event);
  const secret = await mustForget(ctx, event.text);
  if (!isOurs(ctx, event, first)) return secret ? FORGET : 'edited by a user';
  const text = (event.whole ? wordsOf(ctx, event.whole) : event.text).trim();
  const files = event.whole?.attachments ?? [];
  if (!first.answer && files.some(({ kind }) => kind === 'location')) return 'moving location';
  const isFileChanged = first.answer !== undefined && hasNewFile(first.answer.files, event);
  if (first.answer?.text === text && !isFileChanged) return 'nothing changed';
  if (!secret && text && (await answersAnew(ctx, user, event, text, first))) return 'answered anew';
  const t = texts(localeOf(ctx, user));
  const reply = secret
    ? failed(t.receipt.editOfSecret)
    : await replyTo(ctx, user, event, text, { ...first, isFileChanged });
  await withdrawOffers(ctx, event, { key: editKey(ctx, event), but: saidKey(event) });
  await say(ctx, event, await withRecipients(ctx.tx, reply, reply.about, first.card));
  return secret ? FORGET : 'edit by a user';
}

/**
 * Calls the answer back and handles the line as if it were typed now. False if the answer has left, or the line is no
 * answer any more.
 */
async function answersAnew(
  ctx: Context,
  user: User,
  event: MessageEdited,
  text: string,
  { answer: held, card, seen }: First,
): Promise<boolean> {
  if (!held?.queued || event.whole?.album !== undefined || !isAnswer(text, card)) return false;
  const lines = await receiptsOf(ctx.tx, held.outboxId);
  if ((await recall(ctx, held.outboxId)).result !== 'recalled') return false;
  const t = texts(localeOf(ctx, user));
  const answered = await deskReply(ctx, user, asTyped(event, text, held.files), { place: card, seen });
  const about = answered?.about ?? card?.id ?? null;
  const reply = answered ?? { text: t.receipt.editCounts, ...(about !== null && { about }) };
  const shown = withoutKeys(t, { ...reply, quote: reply.quote ?? text }, [text]);
  const said = await withRecipients(ctx.tx, shown, about, card);
  const [line, ...others] = lines;
  if (line && said.receiptOf) {
    const key = editKey(ctx, event);
    await rewrite(
      ctx.tx,
      ctx.random,
      { ...line, conversationId: about },
      { reply: said },
      { key, ...sayingAnew(event, said) },
    );
  } else await say(ctx, event, said);
  const called = said.receiptOf ? others : lines;
  await tellReceipts(
    ctx,
    called,
    ({ cancel }) => ({ text: cancel.recalled(held.name) }),
    `called back:${held.outboxId}`,
  );
  return true;
}

/** Whether it says something to a customer, or keeps a note; an edit does nothing else. */
function isAnswer(text: string, card: AnswerPlace | undefined): boolean {
  if (!isCommand(text) || (card && isWords(text))) return card !== undefined;
  return isAnswerLine(text);
}

function asTyped(event: MessageEdited, text: string, files: Attachment[]): MessageReceived {
  const { channel, chat, from, externalId, topic, answers = [], sentAt, editedAt, whole } = event;
  if (whole) return whole;
  return {
    kind: 'message.received',
    ...{ channel, chat, from, externalId, text, answers, attachments: files },
    private: isPrivate(event),
    ...(topic && { topic }),
    sentAt: sentAt ?? editedAt,
  };
}

const sayingAnew = ({ externalId, topic = '' }: MessageEdited, said: Reply) => ({
  instead: said,
  replyTo: externalId,
  topic,
});

/**
 * Whether it has files that the answer did not have. A part of an album has only its own, and the others are still
 * there.
 */
function hasNewFile(before: Attachment[], { whole }: MessageEdited): boolean {
  const change = whole && changeOfFiles(before, whole.attachments);
  return change !== undefined && (change.is !== 'removed' || !whole?.album);
}

/** In a group, only what was meant for the desk. */
function isOurs(ctx: Context, event: MessageEdited, { answer, reply }: First): boolean {
  return isPrivate(event) || answer !== undefined || reply !== undefined || isForDesk(ctx, event);
}

type Typed = Pick<MessageEdited, 'channel' | 'chat' | 'topic' | 'externalId' | 'answers' | 'sentAt'>;

async function firstOf(ctx: Context, user: User, event: Typed): Promise<First> {
  const { channel, chat, externalId } = event;
  const { place: card, seen } = await cardAnswered(ctx, { ...event, answers: event.answers ?? [] });
  const [said] = await ctx.tx<{ reply: Reply; conversationId: string | null }>`
    select coalesce(payload -> 'before', payload -> 'reply') as reply, conversation_id as "conversationId" from outbox
    where idempotency_key = ${saidKey(event)}`;
  const of = said?.conversationId ?? card?.id;
  const typed = { place: { channel, address: chat, externalId }, sentAt: event.sentAt };
  const answer = of ? await answerTyped(ctx.tx, of, typed) : undefined;
  const key = saidKey(event);
  const made = answer ? { back: [], touched: false } : await madeBy(ctx, user, event, { reply: said?.reply, key });
  return { card, seen, answer, reply: said?.reply, made };
}

/** The answer in this conversation that was typed as that message; no answer is older than its message. */
export async function answerTyped(
  sql: Sql,
  conversationId: string,
  { place, sentAt }: { place: Place; sentAt: Date | undefined },
): Promise<First['answer']> {
  const since = new Date(sentAt ? sentAt.getTime() - CLOCKS_APART_MS : 0);
  const [answer] = await sql<NonNullable<First['answer']>>`
    select o.id as "outboxId", o.state = 'queued' as queued, m.text, m.attachments as files, coalesce(c.name, '') as name
    from messages m join outbox o on o.message_id = m.id
    join conversations v on v.id = m.conversation_id join contacts c on c.id = v.contact_id
    where m.conversation_id = ${conversationId} and m.occurred_at >= ${since}
      and m.direction = 'out' and o.payload -> 'receiptTo' @> ${sql.json({ ...place })}
    order by m.occurred_at, m.id limit 1`;
  return answer;
}

async function replyTo(
  ctx: Context,
  user: User,
  event: MessageEdited,
  text: string,
  first: First & { isFileChanged: boolean },
): Promise<Reply> {
  const t = texts(localeOf(ctx, user));
  const held = first.answer?.queued && (await holdLonger(ctx.tx, first.answer.outboxId)) ? first.answer : undefined;
  const { touched } = first.made;
  const ofLine = touched ? t.receipt.editOfTouched : t.receipt.editOfLine;
  const lead = held ? t.receipt.editHeld : first.answer ? t.receipt.editStays : ofLine;
  // a button would bring the words without the file
  const now = text === '' || first.isFileChanged ? {} : await asTypedNow(ctx, t, user, event, text, first);
  const stop = held && keepBackButton(t, held.name, held.outboxId);
  return failed([lead, now.text].filter(Boolean).join('\n'), {
    ...(!first.answer && { oneOf: true }),
    ...(text && { quote: text }),
    ...(first.card && aboutIt(first.card)),
    ...(now.fields?.length && { fields: now.fields }),
    buttons: [...(stop ? [[stop]] : []), ...(now.buttons ?? []), ...undoRow(t, first)],
  });
}

/**
 * A user deleted an answer where they had typed it: that takes nothing back, but while it is held it can be stopped.
 */
export async function onUserWithdrew(ctx: Context, user: User, event: MessagesWithdrawn): Promise<string> {
  const t = texts(localeOf(ctx, user));
  for (const externalId of event.externalIds) {
    const { answer, card } = await firstOf(ctx, user, { ...event, externalId });
    if (!answer) continue;
    const held = answer.queued && (await holdLonger(ctx.tx, answer.outboxId));
    const reply = failed(held ? t.receipt.deletedHeld : t.receipt.deletedStays, {
      ...(answer.text && { quote: answer.text }),
      ...(card && aboutIt(card)),
      buttons: held ? [[keepBackButton(t, answer.name, answer.outboxId)]] : [],
    });
    const { channel, chat: address } = event;
    const key = `deleted stays:${channel}:${address}:${externalId}`;
    await sayAt(ctx, { channel, address }, { key, reply: await withRecipients(ctx.tx, reply, reply.about, card) });
  }
  return 'deleted by a user';
}

/** What the line would do if it were typed now, as buttons. */
async function asTypedNow(
  ctx: Context,
  t: Texts,
  user: User,
  event: MessageEdited,
  text: string,
  first: First,
): Promise<Pick<Reply, 'text' | 'fields' | 'buttons'>> {
  const { card } = first;
  const spoken = { t, locale: localeOf(ctx, user), commands };
  if (first.made.touched) return { buttons: [await amountInstead(ctx, user, first.reply, text)] };
  if (isCommand(text) && !(card && isWords(text)))
    return { buttons: [[insteadOf(spoken, first, lineButton(spoken, text), text)]] };
  if (!card) {
    const became = await commandMeant(ctx, user, text, { channel: event.channel, address: event.chat });
    const offered = offeredNow(await offerForTyped(ctx, user, text, became));
    const anew = (button: Button) =>
      button.command === became?.line ? insteadOf(spoken, first, button, became.shown) : button;
    return { ...offered, buttons: offered.buttons!.map((row) => row.map(anew)) };
  }
  const { contactId } = card;
  if (beginsNote(text))
    return { buttons: [[{ label: t.desk.asNote, command: `/note c${contactId} ${withoutSlashes(text)}` }]] };
  const place = { channel: event.channel, address: event.chat };
  const said = { text, words: text, hasFiles: false, passedOn: false, place };
  const asked = await askedFirst(ctx, t, user, said, card);
  if (asked) return asked;
  const name = (await loadContact(ctx.tx, contactId))?.name ?? '';
  const { button, fields } = await offerAnswer(ctx.tx, t, card, { name, label: t.desk.toCustomer(name), words: text });
  return { fields, buttons: [[button]] };
}

/** What the line did is taken back before it is done as it is now: nothing is made a second time. */
function insteadOf(spoken: Spoken, { made: { back } }: First, button: Button, shown: string): Button {
  if (back.length === 0 || !commandOf(button.command)?.changes) return button;
  const label = spoken.t.receipt.changeTo(lineLabel(spoken, shown));
  return { ...button, label, command: [...back, button.command].join('\n') };
}

const offeredNow = ({ fields = [], buttons = [] }: Reply): Pick<Reply, 'fields' | 'buttons'> => ({ fields, buttons });

/** Takes back what the line made, while nothing else was done with it. */
const undoRow = (t: Texts, { made: { back, touched } }: First): Button[][] =>
  back.length > 0 && !touched ? [[{ label: t.receipt.undoFirst, command: back.join('\n') }]] : [];

async function say(ctx: Context, event: MessageEdited, reply: Reply): Promise<void> {
  const { channel, chat, externalId, topic = '' } = event;
  await sayAt(ctx, { channel, address: chat, externalId, topic }, { key: editKey(ctx, event), reply });
}

/** Two edits may fall into the same second. */
function editKey(ctx: Context, { channel, chat, externalId, editedAt, text, whole }: MessageEdited): string {
  const refs = (whole?.attachments ?? []).map(({ ref }) => ref);
  const wording = Buffer.from(ctx.sha256([text, ...refs].join('\n')))
    .toString('hex')
    .slice(0, 16);
  return `edit stays:${channel}:${chat}:${externalId}:${editedAt.getTime()}:${wording}`;
}
