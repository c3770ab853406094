import * as z from 'zod';
import type { TwilioConfig } from '../settings.ts';
import type { Refusal } from './outcome.ts';

/** A message as Twilio lists it. */
const messageShape = z.object({
  sid: z.string(),
  from: z.string().nullish(),
  to: z.string().nullish(),
  body: z.string().nullish(),
  direction: z.string().nullish(),
  num_media: z.coerce.string().nullish(),
  /** RFC 2822. */
  date_created: z.string().nullish(),
});
export type TwilioMessage = z.infer<typeof messageShape>;

const listShape = z.object({ messages: z.array(messageShape), next_page_uri: z.string().nullish() });
const mediaShape = z.object({ media_list: z.array(z.object({ uri: z.string(), content_type: z.string().nullish() })) });
const numbersShape = z.object({ incoming_phone_numbers: z.array(z.object({ sms_url: z.string().nullish() })) });
const refusalShape = z.object({ code: z.coerce.string() });

/** Twilio did not do what was asked. */
export class TwilioRefusal extends Error {
  override readonly name = 'TwilioRefusal';
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(`Twilio answers ${refusal.status}`);
    this.refusal = refusal;
  }
}

/** Twilio's API for one account. Every call throws TwilioRefusal, or what `fetch` throws. */
export interface TwilioApi {
  /** Hands a text over and returns its id. */
  create(form: URLSearchParams, signal: AbortSignal): Promise<string>;
  /** Messages to or from us, newest first, of at most so many pages of 100. */
  list(filter: Record<string, string>, pages: number, signal: AbortSignal): Promise<TwilioMessage[]>;
  /** The pictures and files of a message. */
  media(sid: string, signal: AbortSignal): Promise<{ url: string; type: string }[]>;
  /** Where a number of ours posts what comes in; '' for nowhere, undefined if the number is not the account's. */
  postsTo(number: string, signal: AbortSignal): Promise<string | undefined>;
  /** Throws if the account is not to be used. */
  check(signal: AbortSignal): Promise<void>;
  readonly headers: Readonly<Record<string, string>>;
}

/** What a message carries no more of, however long the list is. */
const PAGE = 100;

export function openTwilio({ accountSid, authToken, apiUrl }: TwilioConfig): TwilioApi {
  const account = `${apiUrl}/2010-04-01/Accounts/${accountSid}`;
  const headers = { authorization: `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}` };

  async function ask(url: string, signal: AbortSignal, body?: URLSearchParams): Promise<unknown> {
    const method = body ? 'POST' : 'GET';
    const response = await fetch(url, { method, headers, signal, redirect: 'error', ...(body && { body }) });
    const answer: unknown = await response.json().catch(() => undefined);
    if (response.ok && answer !== undefined) return answer;
    const code = refusalShape.safeParse(answer).data?.code ?? '';
    throw new TwilioRefusal({ status: response.status, code, retryAfter: response.headers.get('retry-after') });
  }

  return {
    headers,
    async create(form, signal) {
      const answer = z
        .object({ sid: z.string().min(1) })
        .safeParse(await ask(`${account}/Messages.json`, signal, form));
      // it was taken, and we cannot tell which it is
      if (!answer.success) throw new TwilioRefusal({ status: 200, code: '', retryAfter: null });
      return answer.data.sid;
    },
    async list(filter, pages, signal) {
      const query = new URLSearchParams({ ...filter, PageSize: String(PAGE) });
      const found: TwilioMessage[] = [];
      let next: string | null | undefined = `${account}/Messages.json?${query}`;
      for (let page = 0; next && page < pages; page++) {
        const answer: z.infer<typeof listShape> = listShape.parse(await ask(next, signal));
        found.push(...answer.messages);
        next = answer.next_page_uri && `${apiUrl}${answer.next_page_uri}`;
      }
      return found;
    },
    async media(sid, signal) {
      const { media_list: list } = mediaShape.parse(await ask(`${account}/Messages/${sid}/Media.json`, signal));
      return list.map(({ uri, content_type: type }) => ({
        url: `${apiUrl}${uri.replace(/\.json$/, '')}`,
        type: type ?? '',
      }));
    },
    async postsTo(number, signal) {
      const query = new URLSearchParams({ PhoneNumber: number });
      const answer = await ask(`${account}/IncomingPhoneNumbers.json?${query}`, signal);
      const [one] = numbersShape.parse(answer).incoming_phone_numbers;
      return one && (one.sms_url ?? '');
    },
    async check(signal) {
      await ask(`${account}.json`, signal);
    },
  };
}
