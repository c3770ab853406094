import type { Api } from 'grammy';
import type { OutboxMessage, Outcome } from '../../outbox/message.ts';
import { cutLength, head } from '../../text/cut.ts';
import { grammySignal } from './api.ts';
import { isRefusal, outcomeOf } from './outcome.ts';
import type { Self } from './self.ts';
import type { Subject, TopicRows } from './topic_rows.ts';

/** Bot API, createForumTopic: a name has 1-128 characters; we count UTF-16 units, which are never fewer. */
const NAME_LIMIT = 128;
/**
 * A topic in a private chat cannot be closed (Bot API, closeForumTopic: supergroups only), so its name says that
 * nothing is left to do.
 */
const DONE = '✓ ';
/** If no topic can be made, cards arrive without one; we try again after this time. */
const REFUSED_MS = 10 * 60_000;
/** If the desk group does not let us in, we try again after this time. */
const DESK_AGAIN_SECONDS = 60;

const GONE = /message thread not found|topic[ _](?:deleted|not[ _]found|id[ _]invalid)/i;

export interface TopicsOptions {
  api: Api;
  rows: TopicRows;
  self: Self;
  /** Whether the desk group works as a desk, with `detail` in plain words. */
  onDesk: (ok: boolean, detail: string) => void;
}

/** Each customer's topic in the desk chats. */
export interface Topics {
  /**
   * Sends a message in its topic (message_thread_id), which is made or reopened if necessary; undefined: in the chat
   * itself.
   */
  sayIn(message: OutboxMessage, signal: AbortSignal, say: (topic?: string) => Promise<Outcome>): Promise<Outcome>;
  close(chat: string, topic: string, signal: AbortSignal): Promise<Outcome>;
  open(chat: string, topic: string, signal: AbortSignal): Promise<Outcome>;
}

/** For a bot that makes no topics: a message meant for one still goes there. */
export const withoutTopics: Topics = {
  sayIn: ({ payload }, _signal, say) => say((payload.kind === 'message' && payload.topic) || undefined),
  close: async () => ({ result: 'sent' }),
  open: async () => ({ result: 'sent' }),
};

/** `refused`: chats in which no topic could be made, and until when we take that for granted. */
type Making = TopicsOptions & { refused: Map<string, number> };

export function topicsOf(options: TopicsOptions): Topics {
  const making = { ...options, refused: new Map<string, number>() };
  return {
    sayIn: (message, signal, say) => sayIn(making, message, signal, say),
    close: (chat, topic, signal) => close(options, chat, topic, signal).then(() => ({ result: 'sent' }), notSent),
    open: (chat, topic, signal) => open(options, chat, topic, signal).then(() => ({ result: 'sent' }), notSent),
  };
}

/**
 * If somebody has deleted the topic, a new one is made; if that is gone too, the message goes to the chat. Nothing is
 * lost.
 */
async function sayIn(making: Making, message: OutboxMessage, signal: AbortSignal, say: Parameters<Topics['sayIn']>[2]) {
  const place = await placeOf(making, message, signal);
  if ('result' in place) return atDesk(making, message, {}, place);
  const outcome = atDesk(making, message, place, await say(place.topic));
  if (!place.topic || !isGone(outcome)) return outcome;
  const other = await instead(making, message, place.topic, signal);
  if ('result' in other) return other;
  const again = await say(other.topic);
  return other.topic && isGone(again) ? say() : again;
}

interface Place {
  topic?: string | undefined;
}

/** If anything fails here, it fails before anything was sent. */
function placeOf(making: Making, message: OutboxMessage, signal: AbortSignal): Promise<Place | Outcome> {
  return topicOf(making, message, signal).then((topic) => ({ topic }), notSent);
}

async function instead(making: Making, message: OutboxMessage, gone: string, signal: AbortSignal) {
  const forgotten = await making.rows.forget(message.address, gone).then(() => undefined, notSent);
  return forgotten ?? placeOf(making, unplaced(message), signal);
}

function unplaced(message: OutboxMessage): OutboxMessage {
  if (message.payload.kind !== 'message') return message;
  const { topic: _gone, ...payload } = message.payload;
  return { ...message, payload };
}

function notSent(error: unknown): Outcome {
  if (!isOfTelegram(error)) return { result: 'retry', error: 'the database is away', scope: 'channel' };
  const outcome = outcomeOf(error);
  return outcome.result === 'unknown' ? { result: 'retry', error: outcome.error } : outcome;
}

const isOfTelegram = (error: unknown): boolean =>
  isRefusal(error) || (error instanceof Error && error.name === 'HttpError');

const isGone = (outcome: Outcome): boolean => outcome.result === 'failed' && GONE.test(outcome.error);

async function topicOf(making: Making, message: OutboxMessage, signal: AbortSignal): Promise<string | undefined> {
  const { address: chat, audience, conversationId, payload } = message;
  if (audience !== 'owner' || payload.kind !== 'message') return undefined;
  if (payload.topic !== undefined) return payload.topic || undefined;
  if (conversationId === null || !(await mayHaveTopics(making, chat))) return undefined;
  const subject = await making.rows.subject(chat, conversationId);
  if (!subject) return undefined;
  return (await openedAgain(making, chat, subject, signal)) ?? make(making, chat, subject, signal);
}

/** In private chats topics are a mode of the bot; a group where the owner is told about customers exists for them. */
async function mayHaveTopics({ self, refused }: Making, chat: string): Promise<boolean> {
  if ((refused.get(chat) ?? 0) > performance.now()) return false;
  return isGroup(chat) || (await self.known()).hasTopics;
}

const isGroup = (chat: string): boolean => chat.startsWith('-');

/**
 * Makes the topic. That happens twice only if we end between Telegram's answer and our note of it, or its answer is
 * lost: then one topic stays empty.
 */
async function make(
  { api, rows, refused, onDesk }: Making,
  chat: string,
  { contactId, name }: Subject,
  signal: AbortSignal,
): Promise<string | undefined> {
  const title = titleOf(name);
  const made = await api.createForumTopic(chat, title, {}, grammySignal(signal)).catch((error: unknown) => {
    if (!isFinal(error)) throw error;
    refused.set(chat, performance.now() + REFUSED_MS);
    if (isGroup(chat)) onDesk(false, cannotMake(error));
    return undefined;
  });
  if (!made) return undefined;
  const topic = String(made.message_thread_id);
  await rows.remember(chat, topic, contactId, title);
  return topic;
}

/** The customer's topic, open and under their present name; undefined if there is none, or none any more. */
async function openedAgain(
  { api, rows }: Making,
  chat: string,
  { topic, name, shown, closed }: Subject,
  signal: AbortSignal,
): Promise<string | undefined> {
  const title = titleOf(name);
  if (topic === null || (!closed && shown === title)) return topic ?? undefined;
  const there = await changed(async () => {
    if (closed && isGroup(chat)) await api.reopenForumTopic(chat, Number(topic), grammySignal(signal));
    if (shown !== title) await api.editForumTopic(chat, Number(topic), { name: title }, grammySignal(signal));
  });
  await (there ? rows.note(chat, topic, title, false) : rows.forget(chat, topic));
  return there ? topic : undefined;
}

async function close({ api, rows }: TopicsOptions, chat: string, topic: string, signal: AbortSignal): Promise<void> {
  const shown = await rows.shown(chat, topic);
  if (shown === undefined) return;
  const title = isGroup(chat) ? shown : DONE + titleOf(shown);
  const there = await changed(async () => {
    if (isGroup(chat)) await api.closeForumTopic(chat, Number(topic), grammySignal(signal));
    else await api.editForumTopic(chat, Number(topic), { name: title }, grammySignal(signal));
  });
  await (there ? rows.note(chat, topic, title, true) : rows.forget(chat, topic));
}

async function open({ api, rows }: TopicsOptions, chat: string, topic: string, signal: AbortSignal): Promise<void> {
  const shown = await rows.shown(chat, topic);
  if (shown === undefined) return;
  const title = titleOf(shown);
  const there = await changed(async () => {
    if (isGroup(chat)) await api.reopenForumTopic(chat, Number(topic), grammySignal(signal));
    else if (title !== shown) await api.editForumTopic(chat, Number(topic), { name: title }, grammySignal(signal));
  });
  await (there ? rows.note(chat, topic, title, false) : rows.forget(chat, topic));
}

/**
 * Whether the topic is there. How it looks is no reason to hold a message back, so any other refusal changes nothing.
 */
async function changed(change: () => Promise<void>): Promise<boolean> {
  try {
    await change();
    return true;
  } catch (error) {
    if (!isFinal(error)) throw error;
    return !GONE.test(descriptionOf(error));
  }
}

function titleOf(name: string): string {
  const bare = name.startsWith(DONE) ? name.slice(DONE.length) : name;
  return bare.slice(0, cutLength(bare, NAME_LIMIT - DONE.length));
}

const isFinal = (error: unknown): boolean => outcomeOf(error).result === 'failed';

const descriptionOf = (error: unknown): string => (isRefusal(error) ? error.description : '');

function cannotMake(error: unknown): string {
  const why = head(descriptionOf(error), 100);
  return `no topics can be made in the desk group (${why}): turn Topics on there and let the bot manage them`;
}

/** Cards must not get lost because the bot is not in the desk group, or no longer: they wait until it is. */
function atDesk({ onDesk }: Making, { address, audience }: OutboxMessage, { topic }: Place, outcome: Outcome): Outcome {
  if (audience !== 'owner' || !isGroup(address)) return outcome;
  if (outcome.result === 'sent' && topic) onDesk(true, '');
  if (outcome.result !== 'failed' || outcome.reason === 'rejected') return outcome;
  onDesk(false, `the bot is not in the desk group (${outcome.error}): add it there`);
  return { result: 'retry', error: outcome.error, scope: 'chat', afterSeconds: DESK_AGAIN_SECONDS };
}
