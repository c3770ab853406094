import type { Place } from '../../../outbox/message.ts';
import { texts } from '../../../text/texts.ts';
import { incomplete } from '../../commands/incomplete.ts';
import { answeredInWords } from '../../commands/talk/reply.ts';
import { type FilledWords, filledWords } from '../../commands/words/filled.ts';
import { withWords } from '../../commands/words/nowhere.ts';
import { type Context, localeOf } from '../../context.ts';
import { promiseOffer } from '../../desk/promises/offer.ts';
import type { MessageReceived } from '../../event.ts';
import { wordsOf } from '../../intake/words.ts';
import { journaled } from '../../owner/journal.ts';
import { absenceOf, remindOfAbsence } from '../../owner/presence.ts';
import type { User } from '../../owner/user.ts';
import { mayAct } from '../../owner/user.ts';
import { loadContact } from '../../people/contact.ts';
import type { Reply } from '../../reply.ts';
import { failed } from '../../reply.ts';
import { isKeptAlbum, notePart, partOf } from '../../talk/album.ts';
import { answer, joinAnswer } from '../../talk/answer.ts';
import { type AnswerPlace, refOf } from '../../talk/conversation.ts';
import { joinUnconfirmed } from '../../talk/mail/unconfirmed.ts';
import type { Message } from '../../talk/message.ts';

/** The receipt follows when the answer has left; until then a line says if it is held, or cannot leave. */
export async function answerCard(
  ctx: Context,
  user: User,
  event: MessageReceived,
  conversation: AnswerPlace,
): Promise<Reply | undefined> {
  const t = texts(localeOf(ctx, user));
  if (!mayAct(user, 'helper')) return failed(t.desk.notAllowed);
  if (event.strange) return failed(t.reply.strange(t.strange(event.strange)));
  const text = wordsOf(ctx, event);
  if (!text.trim() && event.attachments.length === 0) {
    return incomplete(t, 'reply', t.need.text);
  }
  const part = partOf(event);
  if (part && (await isKeptAlbum(ctx.tx, part))) return failed(t.desk.albumStays, { quote: text });
  if (part && (await joinAnswer(ctx, conversation, part))) return undefined;
  if (part && (await joinUnconfirmed(ctx.tx, conversation, part))) return undefined;
  const filled = event.forwardedFrom ? { text } : await filledUnder(ctx, user, event, conversation, text);
  if ('ask' in filled) return filled.ask;
  const given = {
    text: filled.text,
    ...(event.links && { links: event.links }),
    attachments: event.attachments,
    receiptTo: placeOf(event),
    ...(part && { delaySeconds: Math.max(ctx.settings.undoSend, ctx.albumSeconds), album: part.album }),
  };
  const entry = { userId: user.id, command: '/reply', now: ctx.now };
  const [{ result }, absence] = await Promise.all([
    journaled(ctx.tx, entry, () => answer(ctx, user, conversation, given)),
    absenceOf(ctx, user),
  ]);
  await remindOfAbsence(ctx, user, absence, given.receiptTo);
  if (part && result.result === 'queued') await notePart(ctx.tx, part, result.message.id);
  // if others get it, too, we always say where the answer goes
  if (result.result === 'queued' && result.seconds <= ctx.albumSeconds && result.copies.length === 0)
    return offered(ctx, user, result.message, result.message.conversationId);
  const contact = await loadContact(ctx.tx, conversation.contactId);
  const said = { ...ctx, t, locale: localeOf(ctx, user) };
  const reply = answeredInWords(said, result, contact?.name ?? '', conversation);
  return withWords(t, conversation.contactId, filled.text, reply);
}

/** What it promises for a time can be remembered by a tap; else its receipt is enough. */
function offered(ctx: Context, user: User, message: Message, conversationId: string): Reply | undefined {
  const locale = localeOf(ctx, user);
  const t = texts(locale);
  const offer = promiseOffer(ctx, t, locale, message);
  return (
    offer && {
      text: t.promise.offer(offer.words),
      buttons: offer.buttons,
      ...(!offer.several && { oneOf: true as const }),
      about: conversationId,
    }
  );
}

/** Fills in what stands in braces, as in a typed command; a button carries only words. */
async function filledUnder(
  ctx: Context,
  user: User,
  { attachments }: MessageReceived,
  conversation: AnswerPlace,
  words: string,
): Promise<FilledWords> {
  const locale = localeOf(ctx, user);
  const findContact = async () => (await loadContact(ctx.tx, conversation.contactId))!;
  const again = (text: string) => `/reply ${refOf(conversation)} ${text}`;
  const saying = { ctx: { ...ctx, t: texts(locale), locale }, findContact, conversation, again };
  const filled = await filledWords(saying, words);
  return 'ask' in filled && attachments.length > 0 ? { ask: { ...filled.ask, buttons: [] } } : filled;
}

export const placeOf = (event: MessageReceived): Place => ({
  channel: event.channel,
  address: event.chat,
  externalId: event.externalId,
  ...(event.topic && { topic: event.topic }),
});
