import { truncate } from '../../text/truncate.ts';
import { hasLetters } from '../channel.ts';
import type { Context } from '../context.ts';
import { proposeAlike, seemAlike } from '../desk/alike.ts';
import { customerCard } from '../desk/customer_card.ts';
import { openWork } from '../desk/filing.ts';
import { answersOurs } from '../desk/judging.ts';
import { tellOwner } from '../desk/tell.ts';
import type { MessageReceived } from '../event.ts';
import type { Contact } from '../people/contact.ts';
import { noteSource } from '../people/source/source.ts';
import { joinAlbum, messageOfAlbum, notePart, type Part, partOf } from '../talk/album.ts';
import { isWithheld, withhold } from '../talk/block.ts';
import { type Conversation, openConversation } from '../talk/conversation.ts';
import { type AutomaticLook, BY_MACHINE } from '../talk/mail/automatic_mail.ts';
import { type ThreadOfMail, threadOfMail } from '../talk/mail/mail_thread.ts';
import { addParticipants } from '../talk/mail/participant.ts';
import { type Message, type Stored, setTriage } from '../talk/message.ts';
import { insertReceived } from '../talk/received.ts';
import { noteWriter, writerOf } from '../talk/writer.ts';
import { addPart } from './album_part.ts';
import { type Answer, answeredBy, gotByOthers, mayRefuse, refusalOf, saidTo } from './answer_to_campaign.ts';
import { type AnswersInside, answersInside } from './answers_inside.ts';
import { keepComment } from './comment.ts';
import { showOptOut } from './opt_out.ts';
import { takePermissionSaid } from './permission.ts';
import { takeRating } from './rating.ts';
import { type Sender, whoSends } from './sender.ts';
import { cameBy, isStart, welcome } from './start.ts';
import { saysStop, stopIfAsked } from './stop_word.ts';
import { cardKey, type Taking, takeIn } from './take_in.ts';
import { withdraw } from './withdraw.ts';
import { asSeen, ownWords, saidIn, wordsOf } from './words.ts';

/** Enough to recognize it. */
const POINTED_GRAPHEMES = 200;

/** Handles a customer's message: their words are data, whatever they say. */
export async function onCustomerMessage(ctx: Context, received: MessageReceived): Promise<string | undefined> {
  const event = asSeen(received);
  const [sender, campaign] = await Promise.all([whoSends(ctx, event), answeredBy(ctx, event)]);
  const place = await placeOf(ctx, event, sender.contact);
  await noteWhere(ctx, event, sender.contact.id);
  if (place.writer.blockedAt) return keepUnseen(ctx, event, place);
  if (isStart(event)) return welcome(ctx, event, place.conversation, sender);
  const part = partOf({ ...event, text: wordsOf(ctx, event) });
  const begun = part && (await messageOfAlbum(ctx.tx, part));
  if (part && begun) return addPart(ctx, place.conversation, begun, arrivalOf(event), part);
  const inside = await answersInside(ctx, event, place.conversation.id);
  const message = await keep(ctx, { ...event, ...(inside && { text: inside.text }) }, place, part);
  if (!message) return 'already stored';
  if (await takePermissionSaid(ctx, event, place.conversation, message)) return 'a permission';
  if (await takeRating(ctx, event, place.conversation, message)) return 'a rating';
  const refusal = refusalOf(event);
  const refuses = campaign !== undefined && refusal === 'certain';
  const toOurs = campaign === undefined && !sender.optedOut && (await stopsWhatWeAsked(ctx, event, place, message.id));
  const stopped = !toOurs && (await stopIfAsked(ctx, event, { ...place, refuses }));
  const gotIt = await gotByOthers(ctx, event, place.writer);
  const perhaps = gotIt.length > 0 && saysStop(event);
  const perhapsNoMore = !stopped && (toOurs || perhaps || (await mayRefuse(ctx, { refusal, campaign, ...place })));
  const answer = { campaign, stopped, perhapsNoMore, gotIt };
  return follow(ctx, event, { ...sender, ...place, inside, answer }, message, part);
}

/** `Shall I stop?` `Stop`: it answers us, and may mean no more than what we asked of; no newsletter is answered by it. */
const stopsWhatWeAsked = async (
  ctx: Context,
  event: MessageReceived,
  { conversation, perhaps }: PlaceOfMessage,
  messageId: string,
): Promise<boolean> =>
  !event.automatic &&
  !event.claimed &&
  !event.forwardedFrom &&
  saysStop(event) &&
  answersOurs(ctx, messageId, [conversation.id, perhaps?.id ?? conversation.id]);

/** They came by a link of a post. */
async function noteWhere(ctx: Context, event: MessageReceived, contactId: string): Promise<void> {
  const code = cameBy(event);
  if (code !== undefined) await noteSource(ctx, { contactId, code, at: event.sentAt });
}

interface PlaceOfMessage extends ThreadOfMail {
  /** Who wrote it in that conversation. */
  writer: Contact;
}

/** Where it belongs: a chat is one conversation, a mail belongs to a thread. */
async function placeOf(ctx: Context, event: MessageReceived, contact: Contact): Promise<PlaceOfMessage> {
  const { channel, chat: address, subject } = event;
  const contactId = contact.id;
  const found: ThreadOfMail = hasLetters(channel)
    ? await threadOfMail(ctx, event, contactId)
    : { conversation: await openConversation(ctx.tx, { contactId, channel, address, subject }) };
  return { ...found, writer: await writerOf(ctx.tx, found.conversation, event.from, contact) };
}

/** Stores it, with its other recipients; undefined if it is there already. */
async function keep(
  ctx: Context,
  event: MessageReceived,
  { conversation, writer }: PlaceOfMessage,
  part: Part | undefined,
): Promise<Stored | undefined> {
  const message = await store(ctx, event, conversation, await noteWriter(ctx, event, writer));
  if (message && part) await notePart(ctx.tx, part, message.id);
  if (message) await addParticipants(ctx.tx, conversation.id, event.copied ?? []);
  return message;
}

/**
 * What follows from it: it is judged, filed and told, and the owner is asked about contacts that may be the same
 * person.
 */
async function follow(
  ctx: Context,
  event: MessageReceived,
  {
    conversation,
    writer,
    perhaps,
    contact,
    identities,
    signs,
    inside,
    optedOut,
    answer,
  }: Sender & PlaceOfMessage & { inside: AnswersInside | undefined; answer: Answer },
  message: Stored,
  part: Part | undefined,
): Promise<string | undefined> {
  if (event.automatic) return showAutomatic(ctx, conversation, message, event.report ?? event.automatic, writer);
  if (optedOut) return showOptOut(ctx, conversation, message, writer, optedOut);
  if (event.ownerComment) await keepComment(ctx, conversation, event.ownerComment);
  const { noAutoAnswer, byPerson, asideText: aside, formWords } = event;
  const mayBeOthers = event.trust !== 'suspicious';
  const [alike] = await Promise.all([
    mayBeOthers ? seemAlike(ctx, contact, { identities, signs, words: ownWords(event) }) : [],
    takeIn(ctx, conversation, message, {
      ...arrivalOf(event, perhaps, inside, answer),
      ...(conversation.contactId === writer.id && { contact: writer }),
      ...{ noAutoAnswer, byPerson, aside, formWords, said: inside?.said ?? saidIn(event) ?? saidTo(event, answer) },
      ...(message.goneBefore && { noAutoAnswer: true }),
      ...(part && { delaySeconds: ctx.albumSeconds }),
    }),
  ]);
  if (message.goneBefore) await withdraw(ctx, deletionOf(event, message.goneBefore));
  await proposeAlike(ctx, contact, alike);
  return undefined;
}

/** That it was deleted before it came. */
const deletionOf = ({ channel, chat, externalId, from }: MessageReceived, gone: Stored['goneBefore']) => ({
  ...{ kind: 'messages.withdrawn' as const, channel, chat, externalIds: [externalId] },
  ...(gone === 'withdrawn' && { from }),
});

/** What only the arrival of a message says about it. */
function arrivalOf(
  event: MessageReceived,
  perhaps?: Conversation,
  inside?: AnswersInside,
  { campaign, stopped, perhapsNoMore, gotIt = [] }: Partial<Answer> = {},
): Pick<Taking, 'arrival'> {
  const { forwardedFrom, pointsAt, claimed, namedBy, from, calendar } = event;
  return {
    arrival: {
      ...(forwardedFrom && { forwardedFrom: forwardedFrom.name }),
      ...(pointsAt !== undefined && { pointsAt: truncate(pointsAt, POINTED_GRAPHEMES) }),
      ...(claimed && { claimed: from.address, ...(namedBy && { namedBy }) }),
      ...(perhaps && { perhaps: perhaps.id }),
      ...(calendar && { calendar }),
      ...(inside?.unsure && { answersInside: true as const }),
      ...(stopped && { unsubscribed: true as const }),
      ...(campaign !== undefined && { campaign }),
      ...(perhapsNoMore && { perhapsNoMore: true as const }),
      ...(gotIt.length > 0 && { gotIt }),
    },
  };
}

/** The message; a mail says who wrote it, if that is not the person whose thread it is. */
export async function store(
  ctx: Context,
  event: MessageReceived,
  conversation: Conversation,
  authorName?: string,
): Promise<Stored | undefined> {
  return insertReceived(ctx, event.channel, {
    conversationId: conversation.id,
    direction: 'in',
    externalId: event.externalId,
    text: wordsOf(ctx, event),
    quotedText: event.quotedText,
    subject: event.subject,
    attachments: event.attachments,
    trust: event.trust ?? null,
    copied: event.copied,
    replyTo: event.replyTo,
    replyToOthers: event.replyToOthers,
    author: event.from.address !== conversation.address && hasLetters(event.channel) ? event.from.address : undefined,
    authorName,
    occurredAt: event.sentAt,
  });
}

/** A message from somebody blocked is kept whole, shown to nobody and not answered. */
async function keepUnseen(ctx: Context, event: MessageReceived, place: PlaceOfMessage): Promise<string> {
  const { conversation } = place;
  if (isStart(event)) return 'blocked';
  const part = partOf({ ...event, text: wordsOf(ctx, event) });
  const begun = part && (await messageOfAlbum(ctx.tx, part));
  // what has been shown of an album stays as it was
  const grows = begun && (await isWithheld(ctx.tx, begun.id));
  const message = part && grows ? await joinAlbum(ctx.tx, begun, part) : await store(ctx, event, conversation);
  if (!message) return 'already stored';
  if (part && !grows) await notePart(ctx.tx, part, message.id);
  await withhold(ctx.tx, message.id);
  await stopIfAsked(ctx, event, place);
  return 'blocked';
}

/**
 * A known customer's mail that looks like a machine's is shown nevertheless, as what it looks like, but nobody waits
 * for an answer.
 */
async function showAutomatic(
  ctx: Context,
  conversation: Conversation,
  message: Message,
  looks: AutomaticLook,
  writer: Contact,
): Promise<string> {
  const triage = BY_MACHINE;
  await setTriage(ctx.tx, message.id, triage);
  const filed = await openWork(ctx, conversation.id);
  const shown = { messageId: message.id, at: message.occurredAt.toISOString() };
  const subject = { conversation, messages: [{ ...message, triage, shown }], filed, looks };
  await tellOwner(ctx, cardKey(message.id), (t, locale) => customerCard(ctx, t, locale, subject), {
    notice: { kind: 'automatic', contactId: writer.id },
    conversationId: conversation.id,
    collect: { messageId: message.id },
    showsContact: writer.id,
  });
  return `automatic: ${looks}`;
}
