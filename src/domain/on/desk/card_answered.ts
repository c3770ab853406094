import type { Context } from '../../context.ts';
import { loadContactNow } from '../../merge/merge.ts';
import { NotYet } from '../../not_yet.ts';
import type { Contact } from '../../people/contact.ts';
import {
  type AnswerPlace,
  type CardsAnswered,
  cardsAnswered,
  loadConversation,
  withSeen,
} from '../../talk/conversation.ts';
import { placeFor } from '../../talk/mail/first_mail.ts';
import { conversationOfTopic } from '../../talk/topic.ts';

/** What a message in a desk chat answers. */
export interface CardAnswered {
  /** Where an answer goes; undefined if the card does not say whose it is, or they cannot be answered. */
  place?: AnswerPlace | undefined;
  /** What is known about the cards themselves; undefined if none was answered. */
  seen?: CardsAnswered | undefined;
}

/**
 * The card in this chat that the message answers, or the customer in whose topic it was written. A card can be answered
 * before we have noted the id under which it left. Then it is not known yet, instead of unknown, and the row is tried
 * again after a second.
 */
export async function cardAnswered(
  ctx: Context,
  event: { channel: string; chat: string; topic?: string; answers: string[] },
): Promise<CardAnswered> {
  const desk = { channel: event.channel, address: event.chat };
  const seen = event.answers.length > 0 ? await cardsAnswered(ctx.tx, desk, event.answers) : undefined;
  if (seen?.conversationId) return { place: seen.conversation && withSeen(seen.conversation, seen), seen };
  const place =
    (seen && (await placeOnCard(ctx, seen))) ??
    (event.topic ? await conversationOfTopic(ctx.tx, desk, event.topic) : undefined);
  if (!place && seen?.leaving) throw new NotYet('the card that is answered is still being sent');
  return { place, seen };
}

/** Where an answer goes to a card that shows only whom it is about, for example an order's buyer. */
async function placeOnCard(ctx: Context, seen: CardsAnswered): Promise<AnswerPlace | undefined> {
  const contact = seen.person?.sure ? await loadContactNow(ctx.tx, seen.person.contactId) : undefined;
  const now = contact && (await placeFor(ctx, contact));
  const order = seen.order === null ? {} : { order: seen.order };
  return (
    now && (saysWhere(seen) ? asSaid(ctx, contact, now, seen) : { ...now, ...order, likely: true, byPerson: true })
  );
}

const saysWhere = ({ person, shown }: CardsAnswered): boolean => person?.conversationId !== undefined || shown !== null;

/** The card said where answers go. That holds as long as they would go there anyway; otherwise the owner is asked. */
async function asSaid(ctx: Context, contact: Contact, now: AnswerPlace, seen: CardsAnswered): Promise<AnswerPlace> {
  const id = seen.person?.conversationId;
  const said = id === undefined ? undefined : await loadConversation(ctx.tx, id);
  const holds = id === undefined ? now.address === seen.shown?.address : now.id === said?.id;
  if (holds) return withSeen(now, seen);
  const saidToBe = said?.contactId === contact.id ? said : null;
  return { ...withSeen(now, { ...seen, shown: null, upTo: null }), likely: true, byPerson: true, saidToBe };
}
