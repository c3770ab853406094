import { setTimeout as sleep } from 'node:timers/promises';
import type { Api } from 'grammy';
import type { OutboxMessage, Outcome, Payload, Sender } from '../../outbox/message.ts';
import { grammySignal } from './api.ts';
import { type Call, callsFor } from './calls.ts';
import { isRefusal, outcomeOf } from './outcome.ts';

const DEADLINE_MS = 20_000;
/**
 * Telegram allows about one message a second to a chat and tolerates bursts. Three a second lets ten cards reach the owner in
 * three seconds; what goes beyond is a 429, which is certainly not sent and says when to come again.
 */
const CHAT_GAP_MS = 350;
/** About 30 a second over all chats; a little is left for answers to button presses. */
const PER_SECOND = 28;
/** Bot API, answerCallbackQuery: text of 0-200 characters. */
const TOAST = 200;

/** Sends outbox rows through one bot. The outbox is the only retrier: no call here is made twice but a part told to wait. */
export function telegramSender(api: Api): Sender {
  return {
    send: (message, signal) => send(api, message, signal),
    deadlineMs: DEADLINE_MS,
    chatGapMs: CHAT_GAP_MS,
    perSecond: PER_SECOND,
  };
}

async function send(api: Api, { address, audience, payload }: OutboxMessage, signal: AbortSignal): Promise<Outcome> {
  if (signal.aborted) return { result: 'retry', error: 'stopped before sending' };
  if (payload.kind === 'button_answer') return answerPress(api, payload, signal);
  if (payload.kind === 'home') return { result: 'failed', error: 'Telegram bots have no page', reason: 'rejected' };
  const calls = callsFor({ address, audience, payload });
  if (calls.length === 0) return { result: 'failed', error: 'there is nothing to say', reason: 'rejected' };
  return sendAll(caller(api, signal), calls, audience, signal);
}

type Audience = OutboxMessage['audience'];
type Press = Extract<Payload, { kind: 'button_answer' }>;

/** The press waits for minutes at most; when it has gone the client has stopped waiting too, and nothing is left to do. */
async function answerPress(api: Api, { pressId, text }: Press, signal: AbortSignal): Promise<Outcome> {
  try {
    await api.answerCallbackQuery(
      pressId,
      { ...(text && { text: text.slice(0, TOAST).toWellFormed() }) },
      grammySignal(signal),
    );
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
  return async ({ method, payload }) => String((await methods[method]!(payload, signal)).message_id);
}

/** Several calls are one message: the id of the last one, which has the buttons, stands for all. */
async function sendAll(make: Make, calls: readonly Call[], audience: Audience, signal: AbortSignal): Promise<Outcome> {
  let outcome = await attempt(make, calls[0]!, signal);
  for (const call of calls.slice(1)) {
    if (outcome.result !== 'sent') return outcome;
    outcome = afterTheFirst(await attemptPatiently(make, call, signal), audience);
  }
  return outcome;
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
