import { createHmac, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type FakeFile, FakeSlackFiles } from './fake_slack_files.ts';
import { FakeSlackSocket } from './fake_slack_socket.ts';

export type Payload = Record<string, unknown>;

/**
 * What goes wrong with one call. `before`: without effect; `after`: the message is there, and only the answer is lost.
 */
export type Fault =
  | { error: string }
  | { status: number; retryAfter?: number }
  | { cut: 'before' | 'after' }
  | { hang: 'before' | 'after' };

export interface Call {
  method: string;
  payload: Payload;
  /** The bearer token of the call. */
  token: string;
  /** It took effect, whatever the app was told. */
  applied: boolean;
}

/** A message as its channel shows it. */
export interface SentMessage {
  /** As the call named it: a user's id means the chat with them. */
  channel: string;
  ts: string;
  thread: string | undefined;
  text: string;
  blocks: Payload[];
  /** All text in it, escaped as it was sent. */
  shown: string;
  buttons: { label: string; id: string }[];
  files?: FakeFile[];
}

export interface Modal {
  id: string;
  view: Payload;
}

export interface Person {
  name: string;
  locale?: string;
}

const STARTED = Math.floor(Date.now() / 1000);

/** One Slack workspace on loopback, as one app sees it. Keeps everything that was asked of it, in order. */
export class FakeSlack {
  readonly apiUrl: string;
  readonly botToken = 'xoxb-test-110201543';
  readonly appToken = 'xapp-test-110201543';
  readonly signingSecret = 'slack-test-secret-01';
  readonly journal: Call[] = [];
  readonly sent: SentMessage[] = [];
  readonly ephemeral: Payload[] = [];
  readonly homes = new Map<string, Payload>();
  /** Modals that were opened, as their person sees them. */
  readonly modals: Modal[] = [];
  /** What was posted to a response_url, which only whoever made the request sees. */
  readonly unseen: (Payload & { url: string })[] = [];
  readonly sockets: FakeSlackSocket[] = [];
  readonly files: FakeSlackFiles;
  /** The error with which every call is refused, as for a revoked token; undefined: none. */
  revoked: string | undefined;
  readonly #server;
  readonly #people = new Map<string, Person>();
  readonly #closed = new Map<string, string>();
  readonly #goneThreads = new Set<string>();
  readonly #faults: { method: string; fault: Fault }[] = [];
  readonly #watchers = new Set<() => void>();
  readonly #triggers = new Map<string, { until: number; used: boolean }>();
  readonly #responses = new Map<string, { until: number; left: number }>();
  #clock = 0;
  #now = 0;

  constructor(server: ReturnType<typeof createServer>) {
    this.#server = server;
    this.apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`;
    this.files = new FakeSlackFiles(this.apiUrl.replace('/api/', ''), this.botToken);
    server.on('request', (request, response) => {
      if (!this.files.handle(request, response)) void this.#handle(request, response);
    });
    server.on('upgrade', (request, socket) => {
      const connection = new FakeSlackSocket(request, socket, () => this.#tell());
      this.sockets.push(connection);
      connection.send({ type: 'hello', num_connections: 1 });
      this.#tell();
    });
  }

  // ── the workspace ──

  is(id: string, person: Person): void {
    this.#people.set(id, person);
  }

  /** Posts to this channel are refused in this way; undefined accepts them again. */
  refuse(channel: string, error: string | undefined): void {
    if (error === undefined) this.#closed.delete(channel);
    else this.#closed.set(channel, error);
  }

  /** The first message of the thread was deleted. */
  deleteThread(ts: string): void {
    this.#goneThreads.add(ts);
  }

  /** Time goes by in the workspace: triggers live 3 s, response_urls 30 min. */
  passes(ms: number): void {
    this.#now += ms;
  }

  /** A trigger as Slack hands it out with every request. */
  trigger(): string {
    const id = `T${randomUUID()}`;
    this.#triggers.set(id, { until: this.#now + 3000, used: false });
    return id;
  }

  /** An address for answers, valid for half an hour and five posts. */
  responseUrl(): string {
    const url = this.apiUrl.replace('/api/', `/commands/T1/${randomUUID()}`);
    this.#responses.set(url, { until: this.#now + 30 * 60_000, left: 5 });
    return url;
  }

  /** The next calls of this method go wrong, one fault each. */
  fail(method: string, ...faults: Fault[]): void {
    this.#faults.push(...faults.map((fault) => ({ method, fault })));
  }

  // ── what there is to see ──

  messages(channel: string): SentMessage[] {
    return this.sent.filter((message) => message.channel === channel);
  }

  calls(method: string): Call[] {
    return this.journal.filter((call) => call.method === method);
  }

  async until<T>(ready: () => T | undefined | false, ms = 60_000): Promise<T> {
    for (const end = performance.now() + ms; ; ) {
      const found = ready();
      if (found) return found;
      if (performance.now() > end) throw new Error(`not within ${ms} ms; calls: ${this.journal.map((c) => c.method)}`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(wake, 100);
        const watchers = this.#watchers;
        function wake() {
          clearTimeout(timer);
          watchers.delete(wake);
          resolve();
        }
        watchers.add(wake);
      });
    }
  }

  /** A ts that no message has. */
  nextTs(): string {
    return `${STARTED}.${String(++this.#clock).padStart(6, '0')}`;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.cut();
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }

  // ── the protocol ──

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    if (request.url?.startsWith('/commands/'))
      return this.#respond(request, response, Buffer.concat(chunks).toString());
    const form = new URLSearchParams(Buffer.concat(chunks).toString());
    const method = (request.url ?? '').replace('/api/', '');
    const token = (request.headers.authorization ?? '').replace('Bearer ', '') || form.get('token') || '';
    const payload = Object.fromEntries([...form].map(([name, value]) => [name, jsonOr(value)]));
    const call: Call = { method, payload, token, applied: false };
    this.journal.push(call);
    await this.#answer(call, response);
    this.#tell();
  }

  async #answer(call: Call, response: ServerResponse): Promise<void> {
    const index = this.#faults.findIndex(({ method }) => method === call.method);
    const fault = index < 0 ? undefined : this.#faults.splice(index, 1)[0]!.fault;
    if (fault && 'status' in fault) {
      const retry = fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) };
      response.writeHead(fault.status, retry);
      return void response.end('no');
    }
    const lost = fault && ('cut' in fault ? fault.cut : 'hang' in fault ? fault.hang : undefined);
    const answer = lost === 'before' ? {} : fault && 'error' in fault ? no(fault.error) : this.#apply(call);
    if (!lost) {
      response.writeHead(200, { 'content-type': 'application/json' });
      return void response.end(JSON.stringify(answer));
    }
    if ('cut' in fault!) response.destroy();
  }

  #apply(call: Call): Payload {
    const expected = call.method.startsWith('apps.') ? this.appToken : this.botToken;
    if (this.revoked) return no(this.revoked);
    if (call.token !== expected) return no('invalid_auth');
    const methods: Record<string, (payload: Payload) => Payload> = {
      'auth.test': () => ({ ok: true, team_id: 'T1', user_id: 'UBOT', bot_id: 'B1', url: 'https://x.slack.com/' }),
      ...this.files.methods,
      'files.completeUploadExternal': (payload) => this.#share(payload),
      'chat.postMessage': (payload) => this.#post(payload),
      'chat.update': (payload) => this.#update(payload),
      'chat.delete': ({ channel, ts }) =>
        this.#remove((one) => one.channel === channel && one.ts === ts, 'message_not_found'),
      'files.delete': ({ file }) =>
        this.#remove((one) => one.files?.includes(this.files.find(String(file))!) === true, 'file_not_found'),
      'conversations.history': ({ channel }) => {
        const closed = this.#closed.get(String(channel));
        return closed ? no(closed) : { ok: true, messages: [] };
      },
      'chat.postEphemeral': (payload) => {
        this.ephemeral.push(payload);
        return { ok: true, message_ts: this.nextTs() };
      },
      'views.open': (payload) => this.#open(payload),
      'views.publish': ({ user_id, view }) => {
        this.homes.set(String(user_id), view as Payload);
        return { ok: true };
      },
      'users.info': ({ user }) => {
        const person = this.#people.get(String(user));
        if (!person) return no('user_not_found');
        const profile = { display_name: person.name, real_name: person.name };
        return { ok: true, user: { id: user, locale: person.locale ?? 'en-US', profile } };
      },
      'apps.connections.open': () => ({ ok: true, url: this.apiUrl.replace('http:', 'ws:').replace('/api/', '/link') }),
    };
    const answer = methods[call.method]?.(call.payload) ?? no('unknown_method');
    call.applied = answer.ok === true;
    return answer;
  }

  /** Refuses what Slack refuses: its limits are part of what is tested. */
  #post(payload: Payload): Payload {
    const channel = String(payload.channel);
    const blocks = (payload.blocks as Payload[] | undefined) ?? [];
    const thread = payload.thread_ts === undefined ? undefined : String(payload.thread_ts);
    const closed = this.#closed.get(channel);
    if (closed) return no(closed);
    if (thread && this.#goneThreads.has(thread)) return no('thread_not_found');
    if (!payload.text && blocks.length === 0) return no('no_text');
    const wrong = breach(blocks);
    if (wrong) return { ...no('invalid_blocks'), response_metadata: { messages: [wrong] } };
    const ts = this.nextTs();
    const text = String(payload.text ?? '');
    const shown = blocks.length > 0 ? textsIn(blocks).join('\n') : text;
    this.sent.push({ channel, ts, thread, text, blocks, shown, buttons: buttonsIn(blocks) });
    return { ok: true, channel: idOf(channel), ts };
  }

  /** Here a chat of two is known only by its own id, and only whoever posted a message may change it. */
  #update(payload: Payload): Payload {
    const channel = String(payload.channel);
    if (/^[UW]/.test(channel)) return no('channel_not_found');
    const isThere = (one: SentMessage) => one.ts === String(payload.ts) && idOf(one.channel) === channel;
    const message = this.sent.find((one) => isThere(one) && !this.#goneThreads.has(one.ts));
    if (!message) return no('message_not_found');
    const blocks = (payload.blocks as Payload[] | undefined) ?? [];
    const wrong = breach(blocks);
    if (wrong) return { ...no('invalid_blocks'), response_metadata: { messages: [wrong] } };
    const text = String(payload.text ?? '');
    const shown = blocks.length > 0 ? textsIn(blocks).join('\n') : text;
    Object.assign(message, { text, blocks, shown, buttons: buttonsIn(blocks) });
    return { ok: true, channel, ts: message.ts };
  }

  #remove(isMeant: (message: SentMessage) => boolean, gone: string): Payload {
    const at = this.sent.findIndex(isMeant);
    if (at < 0) return no(gone);
    this.sent.splice(at, 1);
    return { ok: true };
  }

  #open({ trigger_id, view }: Payload): Payload {
    const trigger = this.#triggers.get(String(trigger_id));
    if (!trigger || this.#now > trigger.until) return no('expired_trigger_id');
    if (trigger.used) return no('exchanged_trigger_id');
    const wrong = formBreach(view as Payload);
    if (wrong) return { ...no('invalid_arguments'), response_metadata: { messages: [wrong] } };
    trigger.used = true;
    const id = `V${randomUUID().slice(0, 8).toUpperCase()}`;
    this.modals.push({ id, view: view as Payload });
    return { ok: true, view: { id } };
  }

  /** response_url: JSON in, a bare `ok` out. */
  #respond(request: IncomingMessage, response: ServerResponse, body: string): void {
    const url = new URL(request.url!, this.apiUrl).href;
    const payload = JSON.parse(body) as Payload;
    const known = this.#responses.get(url);
    const error = !known || this.#now > known.until ? 'expired_url' : known.left === 0 ? 'used_url' : undefined;
    const wrong = breach((payload.blocks as Payload[] | undefined) ?? []);
    this.journal.push({ method: 'response_url', payload, token: '', applied: !error && !wrong });
    const refusal = error ?? (wrong && 'invalid_blocks');
    if (!refusal) {
      known!.left -= 1;
      this.unseen.push({ ...payload, url });
    }
    response.writeHead(refusal ? 404 : 200);
    response.end(refusal ? JSON.stringify(no(refusal)) : 'ok');
    this.#tell();
  }

  /** A person's id is refused as channel_id, and accepted in channels. */
  #share(payload: Payload): Payload {
    const uploaded = (payload.files as { id: string }[]).map(({ id }) => this.files.find(id));
    if (uploaded.includes(undefined)) return no('file_not_found');
    if (payload.channel_id !== undefined && !/^[CGDZ]/.test(String(payload.channel_id))) return no('invalid_arguments');
    const channel = String(payload.channel_id ?? payload.channels);
    const closed = this.#closed.get(channel);
    if (closed) return no(closed);
    const text = String(payload.initial_comment ?? '');
    const thread = payload.thread_ts === undefined ? undefined : String(payload.thread_ts);
    const files = uploaded as FakeFile[];
    this.sent.push({ channel, ts: this.nextTs(), thread, text, blocks: [], shown: text, buttons: [], files });
    return { ok: true, files: payload.files };
  }

  #tell(): void {
    for (const watcher of [...this.#watchers]) watcher();
  }

  // ── what Slack posts ──

  /** A signed request to one of the service's three addresses. */
  async post(url: string, body: string, options: { at?: number; secret?: string; headers?: object } = {}) {
    const time = String(Math.floor(Date.now() / 1000) + (options.at ?? 0));
    const secret = options.secret ?? this.signingSecret;
    const signature = createHmac('sha256', secret).update(`v0:${time}:${body}`).digest('hex');
    return fetch(url, {
      method: 'POST',
      body,
      headers: {
        'content-type': body.startsWith('{') ? 'application/json' : 'application/x-www-form-urlencoded',
        'x-slack-request-timestamp': time,
        'x-slack-signature': `v0=${signature}`,
        ...options.headers,
      },
    });
  }
}

export async function startFakeSlack(): Promise<FakeSlack> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return new FakeSlack(server);
}

const idOf = (channel: string): string => (channel.startsWith('U') ? directOf(channel) : channel);

/** The channel of the chat with somebody. */
export const directOf = (user: string): string => `D${user.slice(1)}`;

// ── payloads, as Slack shapes them ──

export function eventOf(event: Payload, eventId = `Ev${randomUUID().slice(0, 8).toUpperCase()}`): Payload {
  return {
    token: 'x',
    team_id: 'T1',
    api_app_id: 'A1',
    type: 'event_callback',
    event_id: eventId,
    event_time: 1,
    event,
  };
}

export function messageEventOf(user: string, text: string, ts: string, more: Payload = {}): Payload {
  return { type: 'message', user, text, ts, channel: directOf(user), channel_type: 'im', event_ts: ts, ...more };
}

export function commandOf(user: string, text: string): Payload {
  return {
    token: 'x',
    command: '/crm',
    text,
    response_url: 'https://hooks.slack.com/commands/T1/1/x',
    trigger_id: `${randomUUID()}`,
    user_id: user,
    user_name: user.toLowerCase(),
    team_id: 'T1',
    channel_id: 'C9',
    channel_name: 'general',
  };
}

export function pressOf(user: string, message: SentMessage, label: string): Payload {
  const button = message.buttons.find((one) => one.label === label);
  if (!button) throw new Error(`no button ${label}; there are ${message.buttons.map((one) => one.label)}`);
  const channel = message.channel.startsWith('U') ? directOf(message.channel) : message.channel;
  return {
    type: 'block_actions',
    user: { id: user, username: user.toLowerCase(), team_id: 'T1' },
    team: { id: 'T1' },
    channel: { id: channel, name: 'x' },
    message: { ts: message.ts, text: message.text, bot_id: 'B1', ...(message.thread && { thread_ts: message.thread }) },
    container: { type: 'message', message_ts: message.ts, channel_id: channel },
    trigger_id: randomUUID(),
    response_url: 'https://hooks.slack.com/actions/T1/1/x',
    actions: [{ type: 'button', action_id: button.id, block_id: 'b', value: button.id, action_ts: '1.000001' }],
  };
}

/** A press on a button of the person's App Home. */
export function homePressOf(user: string, home: Payload, label: string): Payload {
  const blocks = home.blocks as Payload[];
  const button = buttonsIn(blocks).find((one) => one.label === label);
  if (!button) throw new Error(`no button ${label} at home`);
  return {
    type: 'block_actions',
    user: { id: user, username: user.toLowerCase(), team_id: 'T1' },
    team: { id: 'T1' },
    container: { type: 'view', view_id: 'VHOME' },
    view: { id: 'VHOME', type: 'home' },
    trigger_id: randomUUID(),
    actions: [{ type: 'button', action_id: button.id, block_id: 'b', value: button.id, action_ts: '1.000001' }],
  };
}

/** A press on something that only this person sees in a channel. */
export function unseenPressOf(user: string, { blocks }: Payload, label: string, channel: string): Payload {
  const button = buttonsIn(blocks as Payload[]).find((one) => one.label === label);
  if (!button) throw new Error(`no button ${label}`);
  return {
    type: 'block_actions',
    user: { id: user, username: user.toLowerCase(), team_id: 'T1' },
    team: { id: 'T1' },
    channel: { id: channel, name: 'x' },
    container: { type: 'message', message_ts: '1.000001', channel_id: channel, is_ephemeral: true },
    trigger_id: randomUUID(),
    actions: [{ type: 'button', action_id: button.id, block_id: 'b', value: button.id, action_ts: '1.000001' }],
  };
}

/** The person has filled in a modal and pressed its button. Fields that are not named keep their content. */
export function submissionOf(user: string, { id, view }: Modal, values: Record<string, string>): Payload {
  const inputs = view.blocks as { block_id: string; element: { action_id: string; initial_value?: string } }[];
  const unknown = Object.keys(values).find((key) => !inputs.some(({ block_id }) => block_id === key));
  if (unknown) throw new Error(`no field ${unknown}`);
  const state = inputs.map(({ block_id, element }) => {
    const value = values[block_id] ?? element.initial_value ?? null;
    return [block_id, { [element.action_id]: { type: 'plain_text_input', value } }];
  });
  return {
    type: 'view_submission',
    team: { id: 'T1' },
    user: { id: user, username: user.toLowerCase(), team_id: 'T1' },
    trigger_id: randomUUID(),
    view: { ...view, id, hash: '1.x', state: { values: Object.fromEntries(state) } },
    response_urls: [],
  };
}

export function globalShortcutOf(user: string, callbackId: string): Payload {
  return {
    type: 'shortcut',
    callback_id: callbackId,
    trigger_id: randomUUID(),
    user: { id: user, username: user.toLowerCase() },
    team: { id: 'T1' },
    action_ts: '1.000001',
  };
}

export function shortcutOf(user: string, callbackId: string, message: Payload, channel: string): Payload {
  return {
    type: 'message_action',
    callback_id: callbackId,
    trigger_id: randomUUID(),
    message_ts: message.ts,
    message,
    channel: { id: channel, name: 'x' },
    user: { id: user, name: user.toLowerCase() },
    team: { id: 'T1' },
    response_url: 'https://hooks.slack.com/app/T1/1/x',
  };
}

// ── Block Kit ──

const no = (error: string): Payload => ({ ok: false, error });

/** The first limit that is broken, in words. */
export function breach(blocks: Payload[]): string | undefined {
  if (blocks.length > 50) return 'more than 50 blocks';
  if (JSON.stringify(blocks).length > 13_200) return 'msg_blocks_too_long';
  for (const block of blocks) {
    const elements = (block.elements as Payload[] | undefined) ?? [];
    const limit = block.type === 'actions' ? 25 : 10;
    if (elements.length > limit) return `more than ${limit} elements`;
    const text = (block.text as { text: string } | undefined)?.text;
    if (text !== undefined && (text.length < 1 || text.length > 3000)) return 'section text';
    for (const element of elements) {
      const label = (element.text as { text: string } | undefined)?.text ?? '';
      if (element.type === 'button' && (label.length < 1 || label.length > 75)) return 'button label';
      if (element.type === 'button' && String(element.action_id).length > 255) return 'action_id';
    }
    const ids = elements.map((element) => element.action_id).filter(Boolean);
    if (new Set(ids).size < ids.length) return 'action_id twice in a block';
  }
  return undefined;
}

/** The first limit of modals that is broken, in words. */
export function formBreach(view: Payload): string | undefined {
  const textOf = (value: unknown): string => (value as { text: string } | undefined)?.text ?? '';
  const blocks = view.blocks as Payload[];
  const keys = blocks.map(({ block_id }) => String(block_id));
  for (const part of ['title', 'submit', 'close']) {
    const { length } = textOf(view[part]);
    if (length < 1 || length > 24) return part;
  }
  if (String(view.callback_id).length > 255 || String(view.private_metadata).length > 3000) return 'metadata';
  if (blocks.length > 100) return 'more than 100 blocks';
  if (keys.some(({ length }) => length > 255) || new Set(keys).size < keys.length) return 'block_id';
  for (const { label, element } of blocks as { label: unknown; element: Payload }[]) {
    if (textOf(label).length < 1 || textOf(label).length > 2000) return 'label';
    const initial = String(element.initial_value ?? 'x');
    if (initial.length < 1 || initial.length > 3000 || Number(element.max_length) > 3000) return 'initial_value';
  }
  return undefined;
}

function textsIn(blocks: Payload[]): string[] {
  return blocks.flatMap((block) => {
    const own = (block.text as { text: string } | undefined)?.text;
    const elements = block.type === 'context' ? (block.elements as { text: string }[]).map(({ text }) => text) : [];
    return own === undefined ? elements : [own];
  });
}

function buttonsIn(blocks: Payload[]): { label: string; id: string }[] {
  const elements = blocks.filter(({ type }) => type === 'actions').flatMap((block) => block.elements as Payload[]);
  return elements.map((element) => ({
    label: (element.text as { text: string }).text,
    id: String(element.value),
  }));
}

function jsonOr(text: string): unknown {
  try {
    // ts are strings that look like numbers
    return /^[[{]/.test(text) ? JSON.parse(text) : text;
  } catch {
    return text;
  }
}
