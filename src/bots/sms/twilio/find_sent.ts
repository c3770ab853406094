import type { Doubt } from '../../../outbox/message.ts';
import { wordsOf } from '../send.ts';
import type { TwilioApi, TwilioMessage } from './api.ts';

/** Clocks differ by so much. */
const CLOCK_MS = 120_000;
const PAGES = 2;

/**
 * Looks among the messages that Twilio lists for this number whether a text in doubt is there: one of ours with these
 * words, since it was written, that is no other message known. Undefined where it is not, or the list cannot be read.
 */
export async function findSent(
  api: TwilioApi,
  doubt: Doubt,
  signal: AbortSignal,
): Promise<{ externalId: string } | undefined> {
  const { payload, address, createdAt, known } = doubt;
  if (payload.kind !== 'message') return undefined;
  const since = new Date(createdAt.getTime() - CLOCK_MS);
  const filter = { To: address, 'DateSent>': since.toISOString().slice(0, 10) };
  const listed = await api.list(filter, PAGES, signal).catch(() => []);
  const words = plain(wordsOf(payload.reply));
  const isIt = ({ sid, body, direction, date_created: at }: TwilioMessage) =>
    direction?.startsWith('outbound') &&
    !known.includes(sid) &&
    // an account on trial puts a line of Twilio's before every text
    plain(body ?? '').endsWith(words) &&
    Date.parse(at ?? '') >= since.getTime();
  // the oldest: of two with the same words the other is looked for next
  const found = listed.filter(isIt).at(-1);
  return found && { externalId: found.sid };
}

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();
