import type { Reply } from '../../domain/reply.ts';
import { byKind, type MessageOf, nothingToDo } from '../../outbox/by_kind.ts';
import type { Outcome, Sender } from '../../outbox/message.ts';
import type { SmsProvider } from './provider.ts';

/** A provider that has not answered by then has left a doubt. */
const DEADLINE_MS = 20_000;
/** Twilio and the gateways list a text as soon as they have it. */
const LOOK_AFTER_MS = 30_000;

interface Sending {
  provider: SmsProvider;
  /** The longest text that the provider takes, in UTF-16 units. */
  longest: number;
  perSecond: number;
  /** Whether they have said STOP at this number. Rejects if the database is away. */
  isOut: (address: string) => Promise<boolean>;
}

/**
 * Sends outbox rows as texts of words alone: buttons show nowhere, and what would be cut off is refused. The outbox is
 * the only retrier.
 */
export function smsSender(sending: Sending): Sender {
  const { provider, perSecond } = sending;
  return {
    send: byKind({
      message: (message, signal) => send(sending, message, signal),
      button_answer: nothingToDo,
      home: undefined,
      form: undefined,
      topic_closed: nothingToDo,
      topic_opened: nothingToDo,
      removal: undefined,
      outlet: undefined,
      event: undefined,
      edit: undefined,
    }),
    ...(provider.lookUp && { lookUp: provider.lookUp, lookAfterMs: LOOK_AFTER_MS }),
    deadlineMs: DEADLINE_MS,
    // carriers may deliver two texts that leave together in either order
    chatGapMs: 1000,
    perSecond,
  };
}

async function send(
  { provider, longest, isOut }: Sending,
  { address: to, payload: { reply }, idempotencyKey: key }: MessageOf<'message'>,
  signal: AbortSignal,
): Promise<Outcome> {
  if (reply.attachments?.length) return { result: 'failed', error: 'a text carries no file', reason: 'words_only' };
  const body = wordsOf(reply);
  if (body === '') return { result: 'failed', error: 'there is nothing to say', reason: 'rejected' };
  if (body.length > longest) return { result: 'failed', error: `longer than ${longest}`, reason: 'too_long' };
  const out = await isOut(to).catch(() => undefined);
  if (out === undefined) return { result: 'retry', error: 'the database is away', scope: 'channel' };
  if (out) return { result: 'failed', error: 'opted out', reason: 'opted_out' };
  return provider.submit({ to, body, key }, signal);
}

/** All of a reply that is words. */
export function wordsOf({ title, text, quote, fields = [], lists = [] }: Reply): string {
  const listed = lists.flatMap((list) => [list.title, ...list.items.map((item) => item.text)]);
  const told = fields.map(({ label, value }) => `${label}: ${value}`);
  return [title, text, quote, ...told, ...listed]
    .map((words) => words?.trim())
    .filter(Boolean)
    .join('\n');
}
