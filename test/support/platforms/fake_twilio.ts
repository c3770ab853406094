import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { signatureOf } from '../../../src/bots/sms/twilio/signature.ts';

/** What goes wrong with one text. `before`: it is not taken; `after`: it is, and only the answer is lost. */
export type Fault =
  | { status: number; code?: number; retryAfter?: number }
  | { cut: 'before' | 'after' }
  | { hang: 'before' | 'after' };

export interface FakeText {
  sid: string;
  to: string;
  from: string;
  body: string;
  direction: 'inbound' | 'outbound-api';
  /** Where what becomes of it is posted. */
  callback: string;
  media: { id: string; type: string; bytes: string }[];
  at: Date;
}

/** One Twilio account on loopback. Keeps every text that it was given, in order. */
export class FakeTwilio {
  readonly accountSid = `AC${'0123456789abcdef'.repeat(2)}`;
  readonly authToken = 'tw-auth-token';
  readonly number = '+15550002222';
  readonly publicUrl = 'https://crm.example.com';
  readonly apiUrl: string;
  readonly texts: FakeText[] = [];
  /** Requests for texts, whether they were taken or not. */
  asked = 0;
  /** Where the number posts what comes in; undefined: it is none of the account's. */
  smsUrl: string | undefined = `${this.publicUrl}/sms/twilio`;
  /** The status and code with which every call is refused. */
  refuses: { status: number; code: number } | undefined;
  readonly #server;
  readonly #faults: Fault[] = [];
  readonly #watchers = new Set<() => void>();
  #count = 0;

  constructor(server: ReturnType<typeof createServer>) {
    this.#server = server;
    this.apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    server.on('request', (request, response) => void this.#answer(request, response));
  }

  get environment(): Record<string, string> {
    return {
      ...{ TWILIO_ACCOUNT_SID: this.accountSid, TWILIO_AUTH_TOKEN: this.authToken, TWILIO_FROM: this.number },
      ...{ TWILIO_API_URL: this.apiUrl, PUBLIC_URL: this.publicUrl },
    };
  }

  get sent(): FakeText[] {
    return this.texts.filter(({ direction }) => direction === 'outbound-api');
  }

  /** The next text goes wrong like this. */
  fail(...faults: Fault[]): void {
    this.#faults.push(...faults);
  }

  /** A customer's text that is in the list, and was posted to nobody. */
  comesIn(from: string, body: string, media: { type: string; bytes: string }[] = []): FakeText {
    const files = media.map((file, nth) => ({ ...file, id: `ME${++this.#count}${nth}` }));
    return this.#keep({ to: this.number, from, body, direction: 'inbound', callback: '', media: files });
  }

  /** The form that is posted for a customer's text. */
  formOf({ sid, from, to, body, media }: FakeText, more: Record<string, string> = {}): Record<string, string> {
    const files = media.flatMap(({ id, type }, nth): [string, string][] => [
      [`MediaUrl${nth}`, this.#mediaUrl(sid, id)],
      [`MediaContentType${nth}`, type],
    ]);
    return {
      ...{ MessageSid: sid, AccountSid: this.accountSid, From: from, To: to, Body: body },
      ...{ NumMedia: String(media.length), ...Object.fromEntries(files), ...more },
    };
  }

  /** Posts to a service, signed for its public address. */
  post(serviceUrl: string, path: string, form: Record<string, string>, token = this.authToken): Promise<Response> {
    const body = new URLSearchParams(form);
    const signature = signatureOf(token, `${this.publicUrl}${path}`, body);
    return fetch(`${serviceUrl}${path}`, { method: 'POST', headers: { 'x-twilio-signature': signature }, body });
  }

  /** A customer writes, and their text is posted to the service. */
  async writes(serviceUrl: string, from: string, body: string, more: Record<string, string> = {}): Promise<Response> {
    return this.post(serviceUrl, '/sms/twilio', this.formOf(this.comesIn(from, body), more));
  }

  /** Says what became of a text of ours. */
  reports(serviceUrl: string, { sid, to, callback }: FakeText, status: string, code?: number): Promise<Response> {
    const form = { MessageSid: sid, MessageStatus: status, SmsSid: sid, SmsStatus: status, To: to, From: this.number };
    return this.post(serviceUrl, callback.slice(this.publicUrl.length), {
      ...form,
      AccountSid: this.accountSid,
      ApiVersion: '2010-04-01',
      ...(code !== undefined && { ErrorCode: String(code) }),
    });
  }

  /** Waits until there is such a text. */
  async until<T>(found: () => T | undefined): Promise<T> {
    for (;;) {
      const one = found();
      if (one !== undefined) return one;
      await new Promise<void>((resolve) => this.#watchers.add(resolve));
    }
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((closed) => this.#server.close(closed));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.apiUrl);
    const body = await readAll(request);
    const path = url.pathname.replace(`/2010-04-01/Accounts/${this.accountSid}`, '');
    const credentials = Buffer.from(`${this.accountSid}:${this.authToken}`).toString('base64');
    if (request.headers.authorization !== `Basic ${credentials}`) return refuse(response, 401, 20003);
    if (request.method === 'POST' && path === '/Messages.json')
      return this.#take(new URLSearchParams(body), request, response);
    if (this.refuses) return refuse(response, this.refuses.status, this.refuses.code);
    if (path === '.json') return say(response, 200, { sid: this.accountSid, status: 'active' });
    if (path === '/Messages.json') return say(response, 200, { messages: this.#listed(url), next_page_uri: null });
    if (path === '/IncomingPhoneNumbers.json') {
      const numbers = this.smsUrl === undefined ? [] : [{ phone_number: this.number, sms_url: this.smsUrl }];
      return say(response, 200, { incoming_phone_numbers: numbers });
    }
    const [, sid = '', file] = /^\/Messages\/(\w+)\/Media(?:\.json|\/(\w+))$/.exec(path) ?? [];
    const text = this.texts.find((one) => one.sid === sid);
    if (!text) return refuse(response, 404, 20404);
    const found = text.media.find(({ id }) => id === file);
    if (found) return void response.writeHead(200, { 'content-type': found.type }).end(found.bytes);
    const list = text.media.map(({ id, type }) => ({
      uri: `${new URL(this.#mediaUrl(sid, id)).pathname}.json`,
      content_type: type,
    }));
    say(response, 200, { media_list: list });
  }

  #take(form: URLSearchParams, request: IncomingMessage, response: ServerResponse): void {
    this.asked += 1;
    const fault = this.#faults.shift() ?? (this.refuses && { ...this.refuses });
    const took = !fault || ('cut' in fault && fault.cut === 'after') || ('hang' in fault && fault.hang === 'after');
    const from = form.get('From') ?? form.get('MessagingServiceSid') ?? '';
    const text = took
      ? this.#keep({
          ...{ to: form.get('To') ?? '', from, body: form.get('Body') ?? '', direction: 'outbound-api', media: [] },
          callback: form.get('StatusCallback') ?? '',
        })
      : undefined;
    if (fault && 'status' in fault) refuse(response, fault.status, fault.code, fault.retryAfter);
    else if (fault && 'cut' in fault) request.socket.destroy();
    else if (!fault) say(response, 201, { sid: text!.sid, status: 'queued', num_segments: '1', error_code: null });
  }

  #keep(text: Omit<FakeText, 'sid' | 'at'>): FakeText {
    const kept = { ...text, sid: `SM${String(++this.#count).padStart(32, '0')}`, at: new Date() };
    this.texts.push(kept);
    for (const watch of this.#watchers) watch();
    this.#watchers.clear();
    return kept;
  }

  /** Newest first, as Twilio lists them. */
  #listed({ searchParams }: URL): object[] {
    const [to, since] = [searchParams.get('To'), searchParams.get('DateSent>')];
    return this.texts
      .filter((text) => (!to || text.to === to) && (!since || text.at >= new Date(since)))
      .map(({ sid, from, to: number, body, direction, media, at }) => ({
        ...{ sid, from, to: number, body, direction, num_media: String(media.length) },
        date_created: at.toUTCString().replace('GMT', '+0000'),
      }))
      .reverse();
  }

  #mediaUrl(sid: string, id: string): string {
    return `${this.apiUrl}/2010-04-01/Accounts/${this.accountSid}/Messages/${sid}/Media/${id}`;
  }
}

export async function startFakeTwilio(): Promise<FakeTwilio> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return new FakeTwilio(server);
}

function say(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function refuse(response: ServerResponse, status: number, code?: number, retryAfter?: number): void {
  if (retryAfter !== undefined) response.setHeader('retry-after', String(retryAfter));
  say(response, status, code === undefined ? {} : { code, message: 'refused', status });
}

async function readAll(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
