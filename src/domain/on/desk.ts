import { remember } from '../../db/once.ts';
import { texts } from '../../text/texts.ts';
import { isCommand } from '../commands/called.ts';
import { asTyped } from '../commands/line_button.ts';
import { runCommand } from '../commands/run.ts';
import { isOfOrder, noteOnOrder } from '../commands/sell/order/unsure/of_order.ts';
import { commands } from '../commands/table.ts';
import { withTimeAsked } from '../commands/tasks/time_asked.ts';
import { inTheirWords } from '../commands/who/spoken.ts';
import { offerForAddressed } from '../commands/who/words_for.ts';
import { commandMeant } from '../commands/words/command_meant.ts';
import { onSecondThought } from '../commands/words/leaving/second_thought.ts';
import { withoutAdding } from '../commands/words/plain_words.ts';
import { readingAt } from '../commands/words/read_at.ts';
import { meantForThing, meantForTouched } from '../commands/words/second_words.ts';
import { withoutKeys } from '../commands/words/secret.ts';
import type { Became } from '../commands/words/sentences.ts';
import { offerForListed } from '../commands/words/within/for_listed.ts';
import { offerForTyped } from '../commands/words/within/told_parts.ts';
import { type Context, localeOf } from '../context.ts';
import type { MessageEdited, MessageReceived } from '../event.ts';
import { isStart } from '../intake/start.ts';
import { wordsOf } from '../intake/words.ts';
import { loadContactNow } from '../merge/merge.ts';
import { saidKey as keyOfReply, sayAt } from '../owner/say.ts';
import type { User } from '../owner/user.ts';
import { mayAct } from '../owner/user.ts';
import { deletedBy } from '../people/delete.ts';
import { nameOf } from '../people/name.ts';
import type { Reply } from '../reply.ts';
import { failed } from '../reply.ts';
import { loadOrders } from '../sell/order.ts';
import { isKeptAlbum, keepAlbum, messageOfAlbum, partOf } from '../talk/album.ts';
import { withRecipients } from '../talk/answer_way.ts';
import { type AnswerPlace, type CardsAnswered, type Conversation, loadConversation } from '../talk/conversation.ts';
import { dropUnconfirmed } from '../talk/mail/unconfirmed.ts';
import { recallMessage } from '../undo/recall.ts';
import { withRecalled } from './desk/after_all.ts';
import { answerCard, placeOf } from './desk/answer_card.ts';
import { answerAbove, saidToQuestion, sayingWhy, withoutOurSlash, withWhy } from './desk/asked_above.ts';
import { onCalendarFile } from './desk/calendar_file.ts';
import { type CardAnswered, cardAnswered } from './desk/card_answered.ts';
import { onCompleted } from './desk/completed.ts';
import { onPeopleFile } from './desk/people_file.ts';
import { offerImport } from './desk/people_list.ts';
import { onCaption, onPaperAlone, withOutlet } from './desk/post.ts';
import { answeredRehearsal } from './desk/rehearsed.ts';
import { FORGET, mustForget } from './forget.ts';
import { keptBack, type Said } from './kept_back.ts';
import { authorIn, onPassedOn } from './passed_on.ts';

/** A user wrote a command, an answer to a card, a note, or words from which we offer to make something. */
export async function onDeskMessage(ctx: Context, user: User, typed: MessageReceived): Promise<string | undefined> {
  remember(ctx.tx);
  const event = await withoutOurSlash(ctx, user, typed);
  const part = partOf(event);
  if (part && part.text === '' && (await isKeptAlbum(ctx.tx, part))) return undefined;
  const { place: card, seen } = await cardAnswered(ctx, event);
  const place = card && !card.likely ? card : ((await answeredByAlbum(ctx, event)) ?? card);
  const gone = !place && !isCommand(event.text.trim()) && (await cardGone(ctx, user, seen));
  const reply = gone || (await deskReply(ctx, user, event, { place, seen }));
  if (reply) {
    const t = texts(localeOf(ctx, user));
    const said = withoutKeys(t, reply, [event.text]);
    await say(ctx, event, await withRecipients(ctx.tx, said, said.about, place));
  }
  return (await mustForget(ctx, event.text)) ? FORGET : undefined;
}

/** The reply to a user's words; for an answer to a customer it may be empty until the answer has left. */
export async function deskReply(
  ctx: Context,
  user: User,
  event: MessageReceived,
  { place, seen }: CardAnswered,
): Promise<Reply | undefined> {
  if (isStart(event))
    return mayAct(user, 'owner')
      ? runCommand(ctx, user, '/setup', placeOf(event), undefined)
      : { text: texts(localeOf(ctx, user)).pair.already };
  const about = await saidOfThing(ctx, user, event, seen);
  if (about) return about;
  const completed =
    seen?.rest && (await onCompleted(ctx, user, event, { rest: seen.rest, place: placeOf(event), card: place }));
  if (completed) return completed;
  const toQuestion = place || seen ? {} : await saidToQuestion(ctx, user, event);
  const answered = toQuestion.answers && (await answerAbove(ctx, user, event, toQuestion.answers));
  if (answered) return answered;
  const post = place ? undefined : await onCaption(ctx, user, event);
  if (post) return post;
  const held = await keptBack(ctx, user, saidIn(ctx, event), place);
  const kept = held && (await withTimeAsked(ctx, user, event.text, held));
  if (kept) return (await albumStays(ctx, event, place)) ? kept : { ...kept, hint: leftAlready(ctx, user) };
  if (place) return answerCard(ctx, user, event, place);
  const rehearsed = seen && (await answeredRehearsal(ctx, user, event));
  if (rehearsed) return rehearsed;
  const author = await authorIn(ctx, event);
  if (author) return withOutlet(texts(localeOf(ctx, user)), user, event, await onPassedOn(ctx, user, event, author));
  const people = await onPeopleFile(ctx, user, event, keyOf(event));
  if (people) return people;
  const calendar = await onCalendarFile(ctx, user, event);
  if (calendar) return calendar;
  const paper = await onPaperAlone(ctx, user, event);
  if (paper) return paper;
  const thought = await onSecondThought(ctx, user, wordsOf(ctx, event).trim());
  if (thought) return thought;
  const shown = await withOrderSaid(ctx, user, event, seen, await offerForShown(ctx, user, event, seen));
  if (shown) return shown;
  const became = await commandMeant(ctx, user, wordsOf(ctx, event).trim(), placeOf(event));
  const { button } = toQuestion;
  const done = button ? undefined : await doneAtOnce(ctx, user, event, became);
  if (done) return done;
  const [offered, why] = await Promise.all([
    offer(ctx, user, event, became, seen === undefined),
    became || seen || button ? undefined : sayingWhy(ctx, user, event),
  ]);
  if (button) return { ...offered, buttons: [[button], ...(offered.buttons ?? [])] };
  if (why) return withWhy(offered, why);
  const list = became || seen ? undefined : offerList(ctx, user, event, offered);
  if (list) return list;
  if (seen || (became && !became.open)) return offered;
  return withRecalled(ctx, user, event.text, await withTouched(ctx, user, event, offered));
}

/** What was just changed may be meant: an amount, a time or a state of it comes first; below all else, if something else was done since. */
async function withTouched(ctx: Context, user: User, event: MessageReceived, offered: Reply): Promise<Reply> {
  if (event.attachments.length > 0 || event.forwardedFrom) return offered;
  const { buttons, latest } = await meantForTouched(ctx, user, event.text);
  if (buttons.length === 0) return offered;
  const rows = buttons.map((button) => [button]);
  const others = withoutAdding(offered.buttons ?? []);
  return { ...offered, buttons: latest ? [...rows, ...others] : [...others, ...rows] };
}

/** Under what tells of a lead, task or ticket: that it is another amount or time, or done. It is never said to a customer. */
async function saidOfThing(
  ctx: Context,
  user: User,
  event: MessageReceived,
  seen: CardsAnswered | undefined,
): Promise<Reply | undefined> {
  if (!seen?.thing || event.attachments.length > 0 || event.forwardedFrom) return undefined;
  const meant = await meantForThing(ctx, user, seen.thing, event.text);
  const [first] = meant?.buttons ?? [];
  // a time that was asked for is no other one
  if (!meant || !first || (meant.bare && seen.rest)) return undefined;
  if (meant.sure) return runCommand(ctx, user, first.command, placeOf(event), undefined);
  const { whichOfIt } = texts(localeOf(ctx, user)).desk;
  const others = (await offerForShown(ctx, user, event, seen))?.buttons ?? [];
  const buttons = [...meant.buttons.map((button) => [button]), ...(meant.bare ? others : [])];
  return failed(whichOfIt, { quote: event.text.trim(), buttons });
}

/** Under the card of an order whose buyer cannot be answered there, or is not sure: what its words say of it comes first. */
async function withOrderSaid(
  ctx: Context,
  user: User,
  event: MessageReceived,
  seen: CardsAnswered | undefined,
  offered: Reply | undefined,
): Promise<Reply | undefined> {
  const id = seen?.order;
  if (!id || event.attachments.length > 0 || event.forwardedFrom) return offered;
  const [order] = isOfOrder(event.text, ctx.settings.currency) ? await loadOrders(ctx.tx, [id]) : [];
  if (!order) return offered;
  const t = texts(localeOf(ctx, user));
  const buttons = [[noteOnOrder(t, order, event.text)], ...(offered?.buttons ?? [])];
  return { ...(offered ?? failed(t.desk.whichOfIt, { quote: event.text.trim() })), buttons };
}

/** A sentence that says a command runs at once if nothing can be lost by it; the reply shows which command it was. */
async function doneAtOnce(
  ctx: Context,
  user: User,
  event: MessageReceived,
  became: Became | undefined,
): Promise<Reply | undefined> {
  if (!became?.atOnce || event.attachments.length > 0) return undefined;
  const locale = localeOf(ctx, user);
  // a number in the sentence is one of our refs, unless it names nobody
  const done = await runCommand(ctx, user, became.line, placeOf(event), undefined, asTyped(became));
  const reply = await withTimeAsked(ctx, user, event.text, done);
  // of several each is told by itself
  if (became.line.includes('\n/')) return reply;
  const read = texts(locale).desk.readAs(inTheirWords(commands, locale, became.shown));
  return { ...reply, hint: [reply.hint, read].filter(Boolean).join('\n') };
}

/** Lines that name people and how to reach them may be a list to import; what else they may be stays below. */
function offerList(ctx: Context, user: User, event: MessageReceived, offered: Reply): Reply | undefined {
  if (event.attachments.length > 0 || event.forwardedFrom || !mayAct(user, 'owner')) return undefined;
  const list = offerImport(ctx, texts(localeOf(ctx, user)), event.text.trim());
  return list && { ...list, buttons: [...(list.buttons ?? []), ...withoutAdding(offered.buttons ?? [])] };
}

/** The buttons use only the words, not the files, and the reply says so. */
async function offer(
  ctx: Context,
  user: User,
  event: MessageReceived,
  became: Became | undefined,
  underNothing: boolean,
): Promise<Reply> {
  const words = wordsOf(ctx, event).trim();
  const alone = underNothing && event.attachments.length === 0 && !event.forwardedFrom;
  const reply = await offerForTyped(ctx, user, words, became, { alone, place: placeOf(event) });
  if (words === '' || event.attachments.length === 0) return reply;
  const { wordsOnly } = texts(localeOf(ctx, user)).desk;
  return { ...reply, hint: [reply.hint, wordsOnly].filter(Boolean).join('\n') };
}

const saidIn = (ctx: Context, event: MessageReceived): Said => ({
  text: event.text.trim(),
  words: wordsOf(ctx, event),
  hasFiles: event.attachments.length > 0,
  beside: [...event.attachments.map(({ name }) => name ?? ''), ...(event.links ?? []).map(({ url }) => url)],
  passedOn: event.forwardedFrom !== undefined,
  place: placeOf(event),
});

/** If one part of an album stays here, all of them do. False if an earlier part has left. */
async function albumStays(ctx: Context, event: MessageReceived, place: AnswerPlace | undefined): Promise<boolean> {
  const part = partOf(event);
  if (!part) return true;
  const begun = await messageOfAlbum(ctx.tx, part);
  await keepAlbum(ctx.tx, part);
  if (place) await dropUnconfirmed(ctx.tx, place, part, ctx.now);
  return begun?.direction !== 'out' || (await recallMessage(ctx, begun.id));
}

const leftAlready = (ctx: Context, user: User): string => texts(localeOf(ctx, user)).desk.albumPartLeft;

/** An answer to the card of somebody deleted: the reply says that nobody gets it, and how to bring them back. */
async function cardGone(ctx: Context, user: User, seen: CardsAnswered | undefined): Promise<Reply | undefined> {
  if (!seen?.conversationId) return undefined;
  const { conversationId } = seen;
  const t = texts(localeOf(ctx, user));
  const entry = await deletedBy(ctx.tx, conversationId);
  const buttons = entry && [[{ label: t.button.bringBack, command: `/undo ${entry}` }]];
  return failed(t.desk.cardGone, { ...(buttons && { buttons }) });
}

/** In an album only the first part may say what it answers. */
async function answeredByAlbum(ctx: Context, event: MessageReceived): Promise<Conversation | undefined> {
  const part = partOf(event);
  const begun = part && (await messageOfAlbum(ctx.tx, part));
  return begun?.direction === 'out' ? loadConversation(ctx.tx, begun.conversationId) : undefined;
}

/**
 * For words under a card that shows people but not where they are answered: what can be made of the words, each with
 * where it goes.
 */
async function offerForShown(
  ctx: Context,
  user: User,
  event: MessageReceived,
  seen: CardsAnswered | undefined,
): Promise<Reply | undefined> {
  const words = wordsOf(ctx, event).trim();
  if (!seen || words === '' || event.attachments.length > 0) return undefined;
  if (!seen.person) return seen.people ? offerForListed(ctx, user, seen.people, words, placeOf(event)) : undefined;
  const contact = await loadContactNow(ctx.tx, seen.person.contactId);
  if (!contact) return undefined;
  const locale = localeOf(ctx, user);
  return offerForAddressed(ctx, texts(locale), locale, {
    name: nameOf(contact),
    ids: [contact.id],
    words,
    isNote: false,
  });
}

/**
 * Whether what is said in a group that is a desk is a command or an answer to something, even if we do not know to what: an answer must
 * not get lost silently.
 */
export function isForDesk(
  ctx: Context,
  { channel, chat, answers = [], topic, text }: Pick<MessageEdited, 'channel' | 'chat' | 'answers' | 'topic' | 'text'>,
): boolean {
  return ctx.deskChats[channel] === chat && (answers.length > 0 || topic !== undefined || isCommand(text));
}

/** The key of our reply to a line. */
export const saidKey = ({ chat, ...line }: Pick<MessageEdited, 'channel' | 'chat' | 'externalId'>): string =>
  keyOfReply({ ...line, address: chat });

/** An album without words gets one reply, however many parts it came in. */
const keyOf = (event: MessageReceived): string =>
  saidKey(event.album !== undefined && event.text === '' ? { ...event, externalId: `album:${event.album}` } : event);

/** Answers where it was written. */
export async function say(ctx: Context, event: MessageReceived, reply: Reply): Promise<void> {
  await sayAt(
    ctx,
    { topic: '', ...placeOf(event) },
    { key: keyOf(event), reply: readingAt(ctx, reply, event.text, ctx.now) },
  );
}
