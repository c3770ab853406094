import { cardsOf, dropCard, keepNotice, rewriteCard, type WaitingCard, waitingCards } from '../../outbox/change.ts';
import { enqueue } from '../../outbox/enqueue.ts';
import { loadTold, rewrite } from '../../outbox/rewrite.ts';
import { texts } from '../../text/texts.ts';
import type { Shown, Urgency } from '../card.ts';
import { hasLetters, isLocal } from '../channel.ts';
import { type Context, localeOf } from '../context.ts';
import { recollect, type Whereabouts } from '../owner/away.ts';
import { ownerDesks } from '../owner/user.ts';
import { type Contact, loadContact } from '../people/contact.ts';
import { type Conversation, loadConversation } from '../talk/conversation.ts';
import { FLOOD_SECONDS, type Gathered, gather, lastOf } from '../talk/gather.ts';
import { conversationsWith } from '../talk/mail/participant.ts';
import { loadMessages, type Message } from '../talk/message.ts';
import type { ShownMessage } from './card_words.ts';
import { customerCard } from './customer_card.ts';
import { becameOf, type Filed, openWork } from './filing.ts';
import { judgeLeft } from './judging.ts';
import { cardsOfMany, type NoticeDraft, tellNotice, tellOfManyAnew } from './notice_flood.ts';
import { type DeskPlace, leavesAt, noticeFor, placesOf } from './tell.ts';
import { threadsCard } from './threads_card.ts';

export interface MessageTold extends Whereabouts {
  conversation: Conversation;
  /** Whose that is. */
  contact: Contact;
  message: Message;
  /** What it became. */
  filed: Filed;
  shown: Shown;
  /** Names the occasion. */
  key: string;
  /** It waits so long: there may be more to tell. */
  delaySeconds: number;
  /** Of a message that has grown: what is done at a desk where its card has left. Default: nothing. */
  late?: ((desk: DeskPlace) => Promise<void>) | undefined;
}

/** In a flood fewer are shown. */
const MOST_IN_FLOOD = 5;

/**
 * Tells the owner of a customer's message, once per desk: on a card of its own, or on the one that waits to be shown of the same
 * conversation. A card that waits is made anew from what is still to be shown, so it says what the messages say now.
 */
export async function tellOfMessage(ctx: Context, told: MessageTold): Promise<void> {
  const { conversation, message, shown, key, late, desks, absence } = told;
  const leaveAt = await leavesAt(ctx, key, { urgent: shown.urgent, collect: { messageId: shown.messageId } }, absence);
  if (!leaveAt) return;
  const { contactId, id: conversationId } = conversation;
  const joins = leaveAt <= ctx.now && joinsTold(told);
  const hasFiles = message.attachments.length > 0;
  for (const desk of placesOf(ctx, desks, conversationId)) {
    const here = { joins: joins && !isLocal(desk.channel), again: late !== undefined, hasFiles };
    const telling = { key, contactId, conversationId, shown, ...here };
    const gathered = await gather(ctx, desk, telling);
    if (gathered) await put(ctx, desk, told, gathered, leaveAt);
    else await late?.(desk);
  }
}

/** A chat is written in pieces. A letter is whole, and may go to others than the one before it; a form or album is told as such. */
const joinsTold = ({ conversation, shown, delaySeconds }: MessageTold): boolean =>
  !hasLetters(conversation.channel) && delaySeconds === 0 && formOf(shown) === undefined;

async function put(ctx: Context, desk: DeskPlace, told: MessageTold, gathered: Gathered, leaveAt: Date): Promise<void> {
  const { shows, count, flood, waiting, told: earlier } = gathered;
  const face = await faceOf(ctx, desk.locale, gathered, told);
  if (!face) return;
  const atOnce = leaveAt <= ctx.now;
  const { delaySeconds } = told;
  if (waiting.length > 0) {
    return rewriteCard(ctx.tx, ctx.random, waiting, { ...face, shows, count, atOnce, delaySeconds });
  }
  if (earlier?.stays) return grow(ctx, desk, told, { id: earlier.id, shows, count, face });
  const card = {
    ...noticeFor(ctx, desk, told.key, leaveAt),
    ...face,
    yields: flood,
    delaySeconds: flood ? FLOOD_SECONDS : delaySeconds,
    showsContact: told.conversation.contactId,
    shows,
  };
  const form = flood || told.shown.urgent ? undefined : formOf(told.shown);
  if (form !== undefined) await tellNotice(ctx, desk.locale, card, { kind: 'form', of: form });
  else await enqueue(ctx.tx, ctx.random, card);
  if (earlier) await pointBelow(ctx, desk, earlier.id, card.idempotencyKey);
}

/** The card that was told shows these words too, where it stands. */
async function grow(
  ctx: Context,
  desk: DeskPlace,
  { key, shown: fresh, conversation: { contactId } }: MessageTold,
  { id, shows, count, face }: { id: string; shows: Shown[]; count: number; face: Face },
): Promise<void> {
  const { payload, conversationId } = face;
  const rewriting = { reply: payload.reply, card: { contactId, shows, count, fresh } };
  await rewrite(ctx.tx, ctx.random, { id, conversationId }, rewriting, {
    key: noticeFor(ctx, desk, key, ctx.now).idempotencyKey,
  });
}

/** What a card showed is told anew below: in its place a line says so, and is still answered. */
async function pointBelow(ctx: Context, { locale }: DeskPlace, id: string, key: string): Promise<void> {
  const told = await loadTold(ctx.tx, id);
  if (!told) return;
  const { title, attachments, about, person, goesTo, shownUpTo } = told.reply;
  const kept = { title, attachments, about, person, goesTo, shownUpTo };
  const reply = { ...present(kept), text: texts(locale).card.below };
  await rewrite(ctx.tx, ctx.random, told, { reply }, { key: `below:${key}` });
}

/** Without what is undefined. */
const present = <T extends object>(one: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(one).filter(([, value]) => value !== undefined)) as never;

/** The address of the website that the message was filled in on: anybody can make it send many, in as many names. */
const formOf = ({ namedBy }: Shown): string | undefined => (namedBy?.what === 'form' ? namedBy.from : undefined);

/** The cards that wait with these messages on them say what the messages say now; one of which nothing is left is not shown. */
export async function retell(ctx: Context, messageIds: readonly string[], contactId?: string): Promise<void> {
  if (messageIds.length === 0) return;
  for (const card of await waitingCards(ctx.tx, messageIds, contactId)) await makeAnew(ctx, card);
}

/** The same of a message that was judged anew: on the card where it waits and in the list at the return it is marked as urgent, or no longer. The card leaves when it would have left. */
export async function retellJudged(
  ctx: Context,
  messageId: string,
  contactId: string,
  urgent: Urgency | undefined,
): Promise<void> {
  await recollect(ctx, messageId, urgent);
  for (const { shows, ...card } of await waitingCards(ctx.tx, [messageId], contactId)) {
    const judged = shows.map(({ urgent: before, ...one }) => {
      const now = one.messageId === messageId ? urgent : before;
      return { ...one, ...(now && { urgent: now }) };
    });
    await makeAnew(ctx, { ...card, shows: judged });
  }
}

/**
 * Somebody has been blocked, or is heard again: what waits to be shown, in their own conversations and in others', says what may be
 * seen now. `dropped`: what was not shown because of a block is looked at, too.
 */
export async function retellOf(ctx: Context, contactId: string, { dropped }: { dropped: boolean }): Promise<void> {
  const conversations = await conversationsWith(ctx.tx, contactId);
  for (const { shows, author, ...card } of await cardsOf(ctx.tx, conversations, dropped)) {
    if (shows) await makeAnew(ctx, { ...card, shows });
    else await keepNotice(ctx.tx, card.id, author !== null && !(await loadContact(ctx.tx, author))?.blockedAt);
  }
  for (const card of await cardsOfMany(ctx.tx, contactId, dropped))
    await tellOfManyAnew(ctx, texts(await localeAt(ctx, card)), card);
}

/** After an entry was taken back: what it brought is not shown any more, what went on with that is judged anew, and of whom it blocked or freed what waits is told as before. */
export async function retellUndone(ctx: Context, journalId: string): Promise<void> {
  const changed = await ctx.tx<{ table: string; key: string }>`
    select distinct table_name as table, key from journal_changes
    where journal_id = ${journalId} and (
      table_name = 'messages' or table_name = 'contacts' and before -> 'blocked_at' is distinct from after -> 'blocked_at'
    )`;
  const keys = (name: string) => changed.filter(({ table }) => table === name).map(({ key }) => key);
  await retell(ctx, [...new Set([...keys('messages'), ...(await judgeLeft(ctx, journalId))])]);
  for (const id of keys('contacts')) await retellOf(ctx, id, { dropped: true });
}

async function makeAnew(ctx: Context, card: WaitingCard): Promise<void> {
  const { shows, count } = card;
  const face = await faceOf(ctx, await localeAt(ctx, card), { shows, count, flood: false });
  if (!face) return dropCard(ctx.tx, card.id);
  await rewriteCard(ctx.tx, ctx.random, [card.id], { ...face, shows, count, atOnce: false, delaySeconds: 0 });
}

async function localeAt(
  ctx: Context,
  { channel, address }: Pick<WaitingCard, 'channel' | 'address'>,
): Promise<DeskPlace['locale']> {
  const desks = await ownerDesks(ctx.tx);
  const desk = desks.find((one) => one.channel === channel && [one.address, ctx.deskChats[channel]].includes(address));
  return localeOf(ctx, desk?.user);
}

interface Face {
  payload: NoticeDraft['payload'];
  /** An answer to the card answers this one; null where it shows several. */
  conversationId: string | null;
}

/**
 * How the card looks: of one conversation it can be answered, of several it is a list. Only what may be seen now is on it, but it keeps
 * in mind the rest. Undefined: nothing of it may be seen.
 */
async function faceOf(
  ctx: Context,
  locale: DeskPlace['locale'],
  { shows, count: all, flood }: Omit<Gathered, 'waiting'>,
  fresh?: MessageTold,
): Promise<Face | undefined> {
  const t = texts(locale);
  const [seen, open] = await Promise.all([
    toldOf(ctx, shows, fresh?.message),
    fresh && all > 1 ? openWork(ctx, fresh.conversation.id) : undefined,
  ]);
  const count = all - shows.length + seen.length;
  const messages = flood ? lastOf(seen, MOST_IN_FLOOD) : seen;
  const last = messages.at(-1);
  if (!last) return undefined;
  const ids = [...new Set(messages.map(({ conversationId }) => conversationId))];
  if (ids.length > 1) {
    const reply = await threadsCard(ctx, t, locale, { messages, count, flood });
    return { payload: { kind: 'message', reply }, conversationId: null };
  }
  const conversation = fresh?.conversation ?? (await loadConversation(ctx.tx, last.conversationId))!;
  const filed =
    fresh && count === 1
      ? fresh.filed
      : { ...(open ?? (await openWork(ctx, conversation.id))), ...becameOf(fresh?.filed) };
  const reply = await customerCard(ctx, t, locale, {
    conversation,
    contact: fresh?.contact,
    messages,
    filed,
    count,
    flood,
  });
  return { payload: { kind: 'message', reply }, conversationId: conversation.id };
}

/** Those of the messages that may be seen, as they are now. */
async function toldOf(ctx: Context, shows: Shown[], fresh?: Message): Promise<ShownMessage[]> {
  const alone = shows.length === 1 && shows[0]!.messageId === fresh?.id;
  const messages = alone
    ? [fresh]
    : await loadMessages(
        ctx.tx,
        shows.map(({ messageId }) => messageId),
      );
  return messages.flatMap((message) => {
    const shown = shows.find(({ messageId }) => messageId === message.id);
    return shown ? [{ ...message, shown }] : [];
  });
}
