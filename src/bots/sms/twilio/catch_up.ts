import type { InboxEvent } from '../../../inbox/event.ts';
import type { TwilioApi, TwilioMessage } from './api.ts';
import { messageEvent } from './receive.ts';

/** How far back is looked: Twilio posts a text once, so what came while nobody answered is only in its list. */
const BACK_MS = 24 * 3_600_000;
const PAGES = 10;

/**
 * Customers' texts of the last day, oldest first, each as Twilio would have posted it: what was taken in already has
 * the same id and is no second message.
 */
export async function missedMessages(
  api: TwilioApi,
  to: string,
  now: Date,
  signal: AbortSignal,
): Promise<InboxEvent[]> {
  const since = new Date(now.getTime() - BACK_MS);
  const filter = { ...(to.startsWith('+') && { To: to }), 'DateSent>': since.toISOString().slice(0, 10) };
  const listed = await api.list(filter, PAGES, signal);
  const missed = listed.filter(({ direction, date_created: at }) => {
    return direction === 'inbound' && Date.parse(at ?? '') >= since.getTime();
  });
  const events: InboxEvent[] = [];
  for (const message of missed.reverse()) {
    const form = await asPosted(api, message, signal);
    const event = messageEvent(form, Buffer.from(form.toString()));
    if (event) events.push(event);
  }
  return events;
}

async function asPosted(api: TwilioApi, message: TwilioMessage, signal: AbortSignal): Promise<URLSearchParams> {
  const { sid, from, to, body, num_media: count } = message;
  const files = Number(count ?? 0) > 0 ? await api.media(sid, signal) : [];
  return new URLSearchParams([
    ['MessageSid', sid],
    ['From', from ?? ''],
    ['To', to ?? ''],
    ['Body', body ?? ''],
    ['NumMedia', String(files.length)],
    ['DateCreated', message.date_created ?? ''],
    ...files.flatMap(({ url, type }, nth): [string, string][] => [
      [`MediaUrl${nth}`, url],
      [`MediaContentType${nth}`, type],
    ]),
  ]);
}
