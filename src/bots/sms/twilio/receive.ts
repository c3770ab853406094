import type { HookAnswer, ReceiveHook } from '../../../http/hook.ts';
import type { InboxEvent } from '../../../inbox/event.ts';
import { keyOfPath, keyToPath } from '../provider.ts';
import type { TwilioConfig } from '../settings.ts';
import { couldBeSigned, isSigned } from './signature.ts';

/** The path that customers' texts are posted to, as it is entered at Twilio. */
export const MESSAGES_PATH = '/sms/twilio';
const REPORTS_PATH = '/sms/twilio/status';

/** Where what became of a text is posted to. */
export const reportUrl = (publicUrl: string, key: string): string => `${publicUrl}${REPORTS_PATH}/${keyToPath(key)}`;

interface Receiving {
  config: Pick<TwilioConfig, 'authToken'>;
  publicUrl: string;
  /** Commits the event, or throws: then Twilio is told that it was not taken. */
  store: (event: InboxEvent) => Promise<unknown>;
}

/** Longer than any message with its ten pictures' addresses. */
const BODY_BYTES = 64 * 1024;
/** An empty answer sends nothing back. */
const QUIET: HookAnswer = { say: undefined };

/** Takes in what Twilio posts: the signature over the form, then the inbox row, then the answer. */
export function twilioHooks({ config, publicUrl, store }: Receiving): Record<string, ReceiveHook> {
  const hook =
    (
      pathOf: (token: string) => string,
      eventOf: (form: URLSearchParams, raw: Uint8Array, token: string) => InboxEvent | undefined,
    ): ReceiveHook =>
    async ({ headers, token, read }) => {
      if (!couldBeSigned(headers)) return 'not_signed';
      const raw = await read(BODY_BYTES);
      const form = new URLSearchParams(Buffer.from(raw).toString('utf8'));
      if (!isSigned(headers, config.authToken, `${publicUrl}${pathOf(token)}`, form)) return 'not_signed';
      const event = eventOf(form, raw, token);
      if (!event) return 'malformed';
      await store(event);
      return QUIET;
    };
  return {
    [MESSAGES_PATH]: hook(() => MESSAGES_PATH, messageEvent),
    [`${REPORTS_PATH}/:token`]: hook((token) => `${REPORTS_PATH}/${token}`, reportEvent),
  };
}

/** A customer's text. It is known by its id, whether it is posted, posted once more, or found in Twilio's list. */
export function messageEvent(form: URLSearchParams, raw: Uint8Array): InboxEvent | undefined {
  const [sid, from] = [form.get('MessageSid'), form.get('From')];
  if (!sid || !from) return undefined;
  const headers = { kind: 'twilio_message' };
  return { source: 'sms', externalId: `message:${sid}`, lane: `sms:${from}`, headers, body: raw };
}

/** What became of a text of ours. */
function reportEvent(form: URLSearchParams, raw: Uint8Array, token: string): InboxEvent | undefined {
  const [sid, status] = [form.get('MessageSid'), form.get('MessageStatus')];
  if (!sid || !status) return undefined;
  const headers = { kind: 'twilio_report', key: keyOfPath(token) };
  return { source: 'sms', externalId: `status:${sid}:${status}`, lane: `sms:status:${sid}`, headers, body: raw };
}
