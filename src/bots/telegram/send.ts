import type { Api } from 'grammy';
import { GATHER_MS, gather, isOutcome } from '../../files/gather.ts';
import type { Files } from '../../files/index.ts';
import { byKind, type MessageOf } from '../../outbox/by_kind.ts';
import type { OutboxMessage, Outcome, Payload, Sender } from '../../outbox/message.ts';
import { head } from '../../text/cut.ts';
import { afterTheFirst, patiently } from '../shared/send_parts.ts';
import { grammySignal } from './api.ts';
import { type Call, callsFor } from './calls.ts';
import { edit } from './edit.ts';
import { uploadToTelegram } from './files.ts';
import { findSent } from './find_sent.ts';
import { isOnTelegram } from './format.ts';
import { Numbers } from './numbers.ts';
import { isRefusal, outcomeOf } from './outcome.ts';
import { lookAtOutlet, remove } from './public.ts';
import { type Topics, withoutTopics } from './topics.ts';

const DEADLINE_MS = 20_000;
/** 25 MB in this time is 2 Mbit/s. */
const UPLOAD_MS = 100_000;
/**
 * Telegram allows about one message a second in a chat and tolerates bursts. With three a second, ten cards reach the
 * owner in three seconds. Beyond the limit Telegram answers 429: then the message is certainly not sent, and the answer
 * says when to come again.
 */
const CHAT_GAP_MS = 350;
/** A group takes 20 messages a minute (Bot FAQ, broadcasting). */
const GROUP_GAP_MS = 3_000;
/** About 30 a second over all chats; a few are left for answers to button presses. */
const PER_SECOND = 28;
/** Bot API, answerCallbackQuery: text of 0-200 characters. */
const TOAST = 200;

/** By then Telegram has accepted a request that was cut off, or never will. */
const LOOK_AFTER_MS = 10_000;

/**
 * Sends outbox rows through one bot. The outbox is the only retrier: no call here is made twice, except for a part that
 * was told to wait.
 * @param numbers of the messages in private chats, as far as we know them
 */
export function telegramSender(
  api: Api,
  files: Files,
  topics: Topics = withoutTopics,
  numbers: Numbers = new Numbers(),
): Sender {
  const send = byKind({
    message: (message, signal) => say({ api, files, topics }, message, signal),
    button_answer: ({ payload }, signal) => answerPress(api, payload, signal),
    edit: ({ address, payload }, signal) => edit(api, address, payload, signal),
    removal: ({ address, payload }, signal) => remove(api, address, payload, signal),
    outlet: ({ address }, signal) => lookAtOutlet(api, address, signal),
    topic_closed: ({ address, payload }, signal) => topics.close(address, payload.topic, signal),
    topic_opened: ({ address, payload }, signal) => topics.open(address, payload.topic, signal),
    form: undefined,
    home: undefined,
    event: undefined,
  });
  return {
    async send(message, signal) {
      const outcome = await send(message, signal);
      numbers.note(message, outcome);
      return outcome;
    },
    lastNumber: () => numbers.highest,
    lookUp: (doubt, signal) => findSent(api, doubt, signal),
    lookAfterMs: LOOK_AFTER_MS,
    deadlineMs: GATHER_MS + UPLOAD_MS,
    chatGapMs: gapAfter,
    perSecond: PER_SECOND,
  };
}

async function say(
  { api, files, topics }: { api: Api; files: Files; topics: Topics },
  message: MessageOf<'message'>,
  signal: AbortSignal,
): Promise<Outcome> {
  const { address, audience, payload } = message;
  const foreign = (payload.reply.attachments ?? []).filter((file) => !isOnTelegram(file));
  const contents = await gather({ files, message, signal }, foreign);
  if (isOutcome(contents)) return contents;
  const callsIn = (topic?: string) => callsFor({ address, audience, payload, topic }, contents);
  if (callsIn().length === 0) return { result: 'failed', error: 'there is nothing to say', reason: 'rejected' };
  const within = AbortSignal.any([signal, AbortSignal.timeout(contents.size > 0 ? UPLOAD_MS : DEADLINE_MS)]);
  const make = caller(api, within);
  return topics.sayIn(message, within, (topic) => sendAll(make, callsIn(topic), audience, within));
}

/** The gap after a message. Answers to presses need none; an edit does, also in a group. */
function gapAfter({ address, payload }: OutboxMessage): number {
  if (payload.kind !== 'message' && payload.kind !== 'edit') return 0;
  return address.startsWith('-') ? GROUP_GAP_MS : CHAT_GAP_MS;
}

type Audience = OutboxMessage['audience'];
type Press = Extract<Payload, { kind: 'button_answer' }>;

/**
 * A press waits for minutes at most. If it has expired, the client has stopped waiting too, and nothing is left to do.
 */
async function answerPress(api: Api, { pressId, text }: Press, signal: AbortSignal): Promise<Outcome> {
  try {
    await api.answerCallbackQuery(pressId, { ...(text && { text: head(text, TOAST) }) }, grammySignal(signal));
    return { result: 'sent' };
  } catch (error) {
    if (isRefusal(error) && /query is too old|query ID is invalid/i.test(error.description)) return { result: 'sent' };
    return outcomeOf(error);
  }
}

/** Makes a call and returns the message_id; throws GrammyError if Telegram refuses, HttpError if it does not answer. */
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
    outcome = afterTheFirst(await patiently(() => attempt(make, call, signal), signal), audience);
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
