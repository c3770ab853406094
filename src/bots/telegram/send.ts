import { setTimeout as sleep } from 'node:timers/promises';
import type { Api } from 'grammy';
import { GATHER_MS, gather, isOutcome } from '../../files/gather.ts';
import type { Files } from '../../files/index.ts';
import type { OutboxMessage, Outcome, Payload, Sender } from '../../outbox/message.ts';
import { head } from '../../text/cut.ts';
import { grammySignal } from './api.ts';
import { type Call, callsFor } from './calls.ts';
import { uploadToTelegram } from './files.ts';
import { findSent } from './find_sent.ts';
import { isOnTelegram } from './format.ts';
import { Numbers } from './numbers.ts';
import { isRefusal, outcomeOf } from './outcome.ts';
import { react } from './react.ts';
import { type Topics, withoutTopics } from './topics.ts';

const DEADLINE_MS = 20_000;
/** 25 MB in this time is 2 Mbit/s. */
const UPLOAD_MS = 100_000;
/**
 * Telegram allows about one message a second to a chat and tolerates bursts. Three a second lets ten cards reach the owner in
 * three seconds; what goes beyond is a 429, which is certainly not sent and says when to come again.
 */
const CHAT_GAP_MS = 350;
/** A group takes 20 messages a minute (Bot FAQ, broadcasting). */
const GROUP_GAP_MS = 3_000;
/** About 30 a second over all chats; a little is left for answers to button presses. */
const PER_SECOND = 28;
/** Bot API, answerCallbackQuery: text of 0-200 characters. */
const TOAST = 200;

/** A request that was cut has been taken by then, or never will be. */
const LOOK_AFTER_MS = 10_000;

/**
 * Sends outbox rows through one bot. The outbox is the only retrier: no call here is made twice but a part told to wait.
 * @param numbers of the messages in private chats, as far as they are known
 */
export function telegramSender(
  api: Api,
  files: Files,
  topics: Topics = withoutTopics,
  numbers: Numbers = new Numbers(),
): Sender {
  return {
    async send(message, signal) {
      const outcome = await send(api, files, topics, message, signal);
      numbers.note(message, outcome);
      return outcome;
    },
    mark: () => numbers.highest,
    lookUp: (doubt, signal) => findSent(api, doubt, signal),
    lookAfterMs: LOOK_AFTER_MS,
    deadlineMs: GATHER_MS + UPLOAD_MS,
    chatGapMs: gapAfter,
    perSecond: PER_SECOND,
  };
}

async function send(
  api: Api,
  files: Files,
  topics: Topics,
  message: OutboxMessage,
  signal: AbortSignal,
): Promise<Outcome> {
  const { address, audience, payload } = message;
  if (signal.aborted) return { result: 'retry', error: 'stopped before sending' };
  if (payload.kind === 'button_answer') return answerPress(api, payload, signal);
  if (payload.kind === 'reaction') return react(api, address, payload, signal);
  if (payload.kind === 'topic_closed') return topics.close(address, payload.topic, signal);
  if (payload.kind === 'topic_opened') return topics.open(address, payload.topic, signal);
  if (payload.kind !== 'message')
    return { result: 'failed', error: `Telegram bots have no ${payload.kind}`, reason: 'rejected' };
  const foreign = (payload.reply.attachments ?? []).filter((file) => !isOnTelegram(file));
  const contents = await gather({ files, message, signal }, foreign);
  if (isOutcome(contents)) return contents;
  const callsIn = (topic?: string) => callsFor({ address, audience, payload, topic }, contents);
  if (callsIn().length === 0) return { result: 'failed', error: 'there is nothing to say', reason: 'rejected' };
  const within = AbortSignal.any([signal, AbortSignal.timeout(contents.size > 0 ? UPLOAD_MS : DEADLINE_MS)]);
  const make = caller(api, within);
  return topics.sayIn(message, within, (topic) => sendAll(make, callsIn(topic), audience, within));
}

/** Answers to presses and signs on messages are not counted. */
function gapAfter({ address, payload }: OutboxMessage): number {
  if (payload.kind !== 'message') return 0;
  return address.startsWith('-') ? GROUP_GAP_MS : CHAT_GAP_MS;
}

type Audience = OutboxMessage['audience'];
type Press = Extract<Payload, { kind: 'button_answer' }>;

/** The press waits for minutes at most; when it has gone the client has stopped waiting too, and nothing is left to do. */
async function answerPress(api: Api, { pressId, text }: Press, signal: AbortSignal): Promise<Outcome> {
  try {
    await api.answerCallbackQuery(pressId, { ...(text && { text: head(text, TOAST) }) }, grammySignal(signal));
    return { result: 'sent' };
  } catch (error) {
    if (isRefusal(error) && /query is too old|query ID is invalid/i.test(error.description)) return { result: 'sent' };
    return outcomeOf(error);
  }
}

/** Makes a call and gives the message_id; throws GrammyError when Telegram says no, HttpError when it does not answer. */
type Make = (call: Call) => Promise<string>;

function caller(api: Api, signal: AbortSignal): Make {
  const methods = api.raw as unknown as Record<
    string,
    (payload: object, signal: AbortSignal) => Promise<{ message_id: number }>
  >;
  return async ({ method, payload, upload }) => {
    const sent = upload
      ? await uploadToTelegram(api, method, payload, upload, signal)
      : await methods[method]!(payload, signal);
    return String(sent.message_id);
  };
}

/** Several calls are one message: the id of the last one, which has the buttons, stands for all. */
async function sendAll(make: Make, calls: readonly Call[], audience: Audience, signal: AbortSignal): Promise<Outcome> {
  const earlierIds: string[] = [];
  let outcome = await attempt(make, calls[0]!, signal);
  for (const call of calls.slice(1)) {
    if (outcome.result !== 'sent') return outcome;
    earlierIds.push(...idsOf(outcome));
    outcome = afterTheFirst(await attemptPatiently(make, call, signal), audience);
  }
  return outcome.result === 'sent' && earlierIds.length > 0 ? { ...outcome, earlierIds } : outcome;
}

function idsOf({ earlierIds = [], externalId }: Extract<Outcome, { result: 'sent' }>): string[] {
  return externalId ? [...earlierIds, externalId] : earlierIds;
}

async function attempt(make: Make, call: Call, signal: AbortSignal): Promise<Outcome> {
  try {
    return { result: 'sent', externalId: await make(call) };
  } catch (error) {
    const outcome = outcomeOf(error);
    if (outcome.result !== 'failed' || outcome.reason !== 'rejected' || !call.instead) return outcome;
    return sendAll(make, call.instead, 'owner', signal);
  }
}

/** In the middle of a message a 429 is waited for, as long as the deadline allows: starting again would repeat the beginning. */
async function attemptPatiently(make: Make, call: Call, signal: AbortSignal): Promise<Outcome> {
  for (;;) {
    const outcome = await attempt(make, call, signal);
    if (outcome.result !== 'retry' || outcome.afterSeconds === undefined) return outcome;
    const waited = await sleep(outcome.afterSeconds * 1000, true, { signal }).catch(() => false);
    if (!waited) return outcome;
  }
}

/**
 * The beginning has arrived, so "not sent" is no longer true: any failure is a doubt, and the owner is asked. To the owner himself a
 * doubt is sent again; what is refused for good stays refused, or its beginning would come again and again.
 */
function afterTheFirst(outcome: Outcome, audience: Audience): Outcome {
  if (outcome.result === 'sent' || outcome.result === 'unknown') return outcome;
  if (outcome.result === 'failed' && audience === 'owner') return outcome;
  const why = outcome.result === 'moved' ? 'the chat has moved' : outcome.error;
  return { result: 'unknown', error: `only the beginning was sent: ${why}` };
}
