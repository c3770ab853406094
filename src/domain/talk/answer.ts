import { addField, changeQueued, isQueued } from '../../outbox/change.ts';
import { enqueue } from '../../outbox/enqueue.ts';
import type { Payload } from '../../outbox/message.ts';
import { texts } from '../../text/texts.ts';
import { truncate } from '../../text/truncate.ts';
import { type Attachment, carried, fileLine, hasBytes } from '../attachment.ts';
import { hasLetters, isByPhone } from '../channel.ts';
import { type Context, localeOf } from '../context.ts';
import type { User } from '../owner/user.ts';
import { identitiesOf } from '../people/contact.ts';
import type { Recipients } from '../reply.ts';
import { touchLeads } from '../sell/lead.ts';
import { awaitCustomer } from '../serve/ticket.ts';
import { joinAlbum, messageOfAlbum, type Part } from './album.ts';
import { type AnswerWay, answerWay } from './answer_way.ts';
import { type AnswerPlace, type Conversation, isBegun, markAnswered } from './conversation.ts';
import { addressAmongOthers, nameOfReader, threadAmongOthers } from './destination.ts';
import { begin, isFirstMail } from './mail/first_mail.ts';
import { nobodyReads } from './mail/nobody_reads.ts';
import { type Objection, objectionTo } from './mail/objection.ts';
import { keepUnconfirmed } from './mail/unconfirmed.ts';
import { type Answer, externalIdsOf, insertMessage, type Message } from './message.ts';
import { type OutOfReach, outOfReach } from './own_account.ts';
import { type ShownParts, shownParts } from './phone/short_text.ts';
import { type Change, describeChange, reachesNobodyElse } from './recipients.ts';
import { isBlocked } from './stopped_answers.ts';
import { unseenAt } from './unseen.ts';
import { recountWaiting } from './waiting.ts';

/** Longest thread kept in a mail's References: enough for every client, short of header limits. */
const MAX_REFERENCES = 20;
/** Of an answer that crossed what it answers. */
export const CROSSED_GRAPHEMES = 160;

export type Answered =
  /**
   * Leaves in so many seconds, unless it is recalled; `name` whom it goes to, `to` is which of the contact's addresses it goes to and `thread` the subject of
   * which thread, where there are several, `copies` who else gets it.
   */
  | {
      result: 'queued';
      message: Message;
      outboxId: string;
      seconds: number;
      name: string;
      to: string | undefined;
      thread: string | undefined;
      copies: string[];
      /** Whoever gets it is blocked: what they answer is not shown. */
      blocked: boolean;
      /** In how many texts it leaves, where that is paid for. */
      parts: ShownParts | undefined;
    }
  /** The customer has closed this channel to us. */
  | { result: 'closed' }
  /** There is no chat with them: only notes. */
  | { result: 'no_channel' }
  /** It would leave by the user's own account, which does not let it; `url` opens the chat to write by hand. */
  | { result: 'out_of_reach'; why: OutOfReach; url: string }
  /** The address may be wrong: it leaves when somebody says that it is right. */
  | { result: 'unconfirmed'; id: string; address: string; objection: Objection; text: string }
  /** Others would get it than the card said that was answered: it leaves when somebody says to whom. */
  | { result: 'elsewhere'; id: string; change: Change; text: string }
  /** There is something among it that means nothing outside its channel (a sticker). */
  | { result: 'attachments_elsewhere' }
  /** The channel carries no files, or so long a text: `most` characters. */
  | { result: 'words_only' }
  | { result: 'too_long'; length: number; most: number };

/**
 * The user answers the customer: the message is kept, and leaves through the customer's own channel. `exactly`: to these people, as
 * a user has said knowing what speaks against it; else where an answer goes now.
 */
export async function answer(
  ctx: Context,
  user: User,
  place: AnswerPlace,
  given: Answer,
  exactly?: Recipients,
): Promise<Answered> {
  if (place.channel === 'note') return { result: 'no_channel' };
  const [closed, trouble, { way, question }, waits] = await Promise.all([
    isClosed(ctx, place),
    isBegun(place) && outOfReach(ctx, place),
    wayAsked(ctx, place, exactly),
    given.receiptTo && isBegun(place) && unseenAt(ctx.tx, place, given.receiptTo),
  ]);
  if (closed) return { result: 'closed' };
  if (trouble) return { result: 'out_of_reach', ...trouble };
  const fit = fitted(given, place.channel);
  if (!fit) return { result: 'attachments_elsewhere' };
  const { text, attachments } = fit;
  const unfit = beyondTexts(ctx, place.channel, fit);
  if (unfit) return unfit;
  if (question) {
    const by = { userId: user.id, now: ctx.now };
    const id = await keepUnconfirmed(ctx.tx, place, question.change?.shown ?? way, given, by);
    if (question.change) return { result: 'elsewhere', id, change: question.change, text };
    return { result: 'unconfirmed', id, address: way.address, objection: question.objection, text };
  }
  const conversation = await begin(ctx.tx, place);
  const references = await referencesFor(ctx, conversation);
  const unseen = isBegun(place) ? waits : given.receiptTo && (await unseenAt(ctx.tx, conversation, given.receiptTo));
  const message = (await insertMessage(ctx.tx, {
    conversationId: conversation.id,
    direction: 'out',
    text,
    attachments,
    userId: user.id,
    answersUpTo: unseen ? unseen.seenUpTo : undefined,
    occurredAt: ctx.now,
  }))!;
  const seconds = given.delaySeconds ?? ctx.settings.undoSend;
  const [outboxId, to, thread, blocked, name] = await Promise.all([
    enqueue(ctx.tx, ctx.random, {
      channel: conversation.channel,
      address: way.address,
      audience: 'customer',
      idempotencyKey: `answer:${message.id}`,
      payload: answerPayload(way, { ...given, text, attachments }, references),
      conversationId: conversation.id,
      messageId: message.id,
      delaySeconds: seconds,
    }),
    addressAmongOthers(ctx.tx, conversation, way.address),
    threadAmongOthers(ctx.tx, conversation, way.subject),
    isBlocked(ctx.tx, conversation, way.address),
    nameOfReader(ctx.tx, conversation.id, way.address),
    noteAnswered(ctx, conversation, ctx.now),
  ]);
  if (unseen) await recountWaiting(ctx.tx, [conversation.id]);
  if (unseen && unseen.ofChanges.length > 0) await sayCrossed(ctx, user, unseen.ofChanges, text);
  const parts = shownParts(ctx, place.channel, text, localeOf(ctx, user));
  return { result: 'queued', message, outboxId, seconds, name, to, thread, copies: way.copies, blocked, parts };
}

/** What a phone's texts do not carry: nothing of it is cut off or left out. */
function beyondTexts(
  { shortTexts }: Context,
  channel: string,
  { text, attachments }: Pick<Required<Answer>, 'text' | 'attachments'>,
): Extract<Answered, { result: 'words_only' | 'too_long' }> | undefined {
  if (!isByPhone(channel)) return undefined;
  if (attachments.length > 0) return { result: 'words_only' };
  const most = shortTexts[channel]?.longest ?? Number.POSITIVE_INFINITY;
  return text.length > most ? { result: 'too_long', length: text.length, most } : undefined;
}

/** What our word changes in what is there: nobody waits for us, what is open waits for them. */
export async function noteAnswered({ tx, now }: Context, { id }: Conversation, at: Date): Promise<void> {
  await tx`
    with awaited as (${awaitCustomer(tx, id, now)}), touched as (${touchLeads(tx, id, now)})
    ${markAnswered(tx, id, at)}`;
}

/** What shows a message as it is by now will say that this answer was given before it was seen so. */
async function sayCrossed({ tx, settings }: Context, user: User, cards: string[], words: string): Promise<void> {
  const t = texts(user.locale ?? settings.locale);
  await addField(tx, cards, { label: t.card.crossed, value: truncate(words, CROSSED_GRAPHEMES) || t.contact.file });
}

/** How it goes, and what is asked before. */
async function wayAsked(ctx: Context, place: AnswerPlace, exactly: Recipients | undefined) {
  const way = { ...(await answerWay(ctx.tx, place)), ...exactly };
  return { way, question: exactly ? undefined : await questionOf(ctx, place, way) };
}

export type Question = { change: Change } | { change?: never; objection: Objection };

/** What would be asked before an answer leaves there now. */
export const askedBefore = async (ctx: Context, place: AnswerPlace): Promise<Question | undefined> =>
  (await wayAsked(ctx, place, undefined)).question;

/** Whether nothing speaks against it but that nobody has written to this address yet, and it is the one that was shown. */
export async function isFirstShown(ctx: Context, place: AnswerPlace, shown: string): Promise<boolean> {
  const question = await askedBefore(ctx, place);
  return place.address === shown && question?.change === undefined && question?.objection.why === 'first';
}

/** What is asked before an answer leaves: the card said it goes to others, or its address may be wrong. */
async function questionOf({ tx }: Context, place: AnswerPlace, way: AnswerWay): Promise<Question | undefined> {
  const { shown } = place;
  if (shown && !reachesNobodyElse(shown, way)) return { change: await describeChange(tx, place, shown, way) };
  const { address } = way;
  const [objection, instead] = await Promise.all([
    objectionTo(tx, { ...place, address }),
    nobodyReads(tx, place, address),
  ]);
  if (instead && objection?.why !== 'bounced') return { objection: { why: 'nobody', instead } };
  if (objection) return { objection };
  return isFirstMail(place) ? { objection: { why: 'first' } } : undefined;
}

/** A further part of an album goes with the answer its first parts became, while that waits to leave. False: it needs one of its own. */
export async function joinAnswer(ctx: Context, conversation: AnswerPlace, part: Part): Promise<boolean> {
  const begun = await messageOfAlbum(ctx.tx, part);
  const { text, attachments } = part;
  const receiptTo = { channel: part.channel, address: part.chat };
  const fit = fitted({ text, attachments, receiptTo }, conversation.channel);
  if (!begun || !fit || begun.conversationId !== conversation.id) return false;
  if (!(await isQueued(ctx.tx, begun.id))) return false;
  const message = await joinAlbum(ctx.tx, begun, { ...part, ...fit });
  if (message) await changeQueued(ctx.tx, message, ctx.albumSeconds);
  return true;
}

/** What a mail to this conversation answers, oldest first; nothing elsewhere. */
export async function referencesFor(ctx: Context, { channel, id }: Conversation): Promise<string[]> {
  return hasLetters(channel) ? externalIdsOf(ctx.tx, id, MAX_REFERENCES) : [];
}

/** What the answer becomes for the customer's channel: files go along whoever holds them, a place or a sticker becomes words there. */
function fitted(given: Answer, channel: string): Required<Pick<Answer, 'text' | 'attachments'>> | undefined {
  const from = given.receiptTo?.channel ?? channel;
  const files = (given.attachments ?? []).map((file) => carried(file, from, channel));
  const strange = files.filter((file) => file.channel !== undefined && !hasBytes(file));
  if (strange.some(({ kind, name }) => kind === 'sticker' && !name)) return undefined;
  return {
    text: [given.text, ...strange.map(fileLine)].filter(Boolean).join('\n'),
    attachments: files.filter((file) => !strange.includes(file)),
  };
}

function answerPayload(
  { subject, copies }: AnswerWay,
  given: Answer & { attachments: Attachment[] },
  references: string[],
): Payload {
  return {
    kind: 'message',
    reply: {
      text: given.text,
      ...(given.links && { links: given.links }),
      ...(given.attachments.length > 0 && { attachments: given.attachments }),
    },
    ...(given.receiptTo && { receiptTo: given.receiptTo }),
    ...(subject !== null && { subject }),
    ...(copies.length > 0 && { copies }),
    ...(references.length > 0 && { references }),
  };
}

async function isClosed(ctx: Context, conversation: AnswerPlace): Promise<boolean> {
  const identities = await identitiesOf(ctx.tx, conversation.contactId);
  return identities.some(
    (identity) =>
      identity.channel === conversation.channel &&
      identity.address === conversation.address &&
      identity.closedAt !== null,
  );
}
