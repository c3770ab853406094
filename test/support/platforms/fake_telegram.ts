import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { FakeChats, type Payload, type Refusal, type SentMessage } from './fake_telegram_chats.ts';
import { type Call, type Fault, loseAnswer, readPayload, reply, replyAsProxy } from './fake_telegram_http.ts';
import { refusals } from './fake_telegram_refusals.ts';
import { FakeTopics } from './fake_telegram_topics.ts';
import { PendingUpdates } from './fake_telegram_updates.ts';

export type { Payload, Refusal, SentMessage } from './fake_telegram_chats.ts';
export type { Call, Fault } from './fake_telegram_http.ts';
export { refusals } from './fake_telegram_refusals.ts';

export interface FakeTelegramOptions {
  token?: string;
  username?: string;
  /** Private chats with the bot have topics. Default: no. */
  topics?: boolean;
  /** Asked for every call but getUpdates, after the faults given with `fail`. */
  faultFor?: (call: Call) => Fault | undefined;
  /** How long a second of the webhook's retry schedule lasts. Default 1000 ms. */
  unitMs?: number;
  /** The longest that a getUpdates is held. Default 50,000 ms, as Telegram does. */
  longestPollMs?: number;
}

export interface Writing {
  name?: string;
  language?: string;
  /** message_id of the message that it answers. */
  replyTo?: number;
  /** message_thread_id of its topic. */
  topic?: number;
  /** The group in which it is written; default: the private chat with the bot. */
  group?: number;
  /** Unix seconds. Default: now. */
  date?: number;
  /** Further members of the message: photo, contact, forward_origin … */
  more?: Record<string, unknown>;
}

/** The Bot API of one bot on loopback. Keeps everything that was asked of it, in order. */
export class FakeTelegram {
  /** For TELEGRAM_API_ROOT. */
  readonly root: string;
  readonly token: string;
  readonly username: string;
  /** Every call, the oldest first. Only ever added to. */
  readonly journal: Call[] = [];
  readonly #server;
  readonly #options: FakeTelegramOptions;
  readonly topics: FakeTopics;
  readonly #chats = new FakeChats();
  readonly #updates: PendingUpdates;
  readonly #faults: { method: string; fault: Fault }[] = [];
  readonly #channels: { id: number; title: string; username: string; bot: 'posts' | 'mute' | 'stranger' }[] = [];
  readonly #presses = new Set<string>();
  readonly #files = new Map<string, Buffer>();
  readonly #watchers = new Set<() => void>();

  constructor(server: ReturnType<typeof createServer>, options: FakeTelegramOptions) {
    this.#server = server;
    this.#options = options;
    this.topics = new FakeTopics(options.topics ?? false);
    this.#updates = new PendingUpdates(options.unitMs ?? 1000);
    this.root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    this.token = options.token ?? '110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw';
    this.username = options.username ?? 'solo_shop_bot';
    server.on('request', (request, response) => void this.#handle(request, response));
  }

  // ── people ──

  /** A person writes to the bot, in their private chat or in a group. Returns the message_id. */
  customerWrites(chat: number, text: string, writing: Writing = {}): number {
    const { name = 'Customer', language = 'en', replyTo, topic, group, date = now(), more } = writing;
    if (group === undefined) this.#chats.meet(chat);
    const message_id = this.#chats.incoming();
    const person = { id: chat, first_name: name };
    const place =
      group === undefined ? { ...person, type: 'private' } : { id: group, title: 'Desk', type: 'supergroup' };
    this.#updates.push({
      message: {
        message_id,
        from: { ...person, is_bot: false, language_code: language },
        chat: place,
        date,
        ...(topic && { message_thread_id: topic, is_topic_message: true }),
        ...(text && { text }),
        ...(replyTo && { reply_to_message: { message_id: replyTo, date, chat: place } }),
        ...more,
      },
    });
    return message_id;
  }

  /** Any update, without its update_id. Returns the id that it gets. */
  pushUpdate(member: Record<string, unknown>): number {
    return this.#updates.push(member);
  }

  /** The person of the message's chat presses one of its buttons. Returns the id of the press. */
  press(message: SentMessage, label: string, from = Number(message.chat)): string {
    const button = message.buttons.flat().find(({ text }) => text === label);
    if (!button) throw new Error(`no button ${label}; there are ${message.buttons.flat().map(({ text }) => text)}`);
    const id = String(4_000_000_000 + this.#presses.size);
    this.#presses.add(id);
    this.#updates.push({
      callback_query: {
        id,
        from: { id: from, is_bot: false, first_name: 'Customer' },
        message: {
          message_id: message.messageId,
          date: 0,
          chat: { id: Number(message.chat), type: Number(message.chat) < 0 ? 'supergroup' : 'private' },
          ...(message.topic && { message_thread_id: message.topic, is_topic_message: true }),
        },
        chat_instance: '1',
        data: button.callback_data,
      },
    });
    return id;
  }

  /** A group with topics that the bot is in; `botManages`: it is an admin with can_manage_topics. */
  makeForum(group: number, botManages = true): void {
    this.#chats.meet(group);
    this.topics.makeForum(group, botManages);
  }

  /** A channel; `bot`: an admin that posts, one that may not, or none. */
  makeChannel(id: number, title: string, username: string, bot: 'posts' | 'mute' | 'stranger' = 'posts'): void {
    this.#channels.push({ id, title, username, bot });
    if (bot === 'posts') this.#chats.meet(id);
  }

  /** What is behind a file_id; undefined if nothing is there any more. */
  keep(fileId: string, bytes: Buffer | undefined): void {
    if (bytes) this.#files.set(fileId, bytes);
    else this.#files.delete(fileId);
  }

  /** Lets the bot write to a chat that has not written to it here. */
  meet(chat: number | string): void {
    this.#chats.meet(chat);
  }

  /** The owner deletes a message of the bot. */
  deleteMessage(messageId: number): void {
    for (const message of this.#chats.sent) if (message.messageId === messageId) message.deleted = true;
  }

  /** From now on messages to the chat are refused in this way; undefined accepts them again. */
  refuse(chat: number | string, refusal: Refusal | undefined): void {
    this.#chats.refuse(chat, refusal);
  }

  /** The person blocks the bot, which is told and cannot write any more. */
  block(chat: number): void {
    this.refuse(chat, refusals.blocked);
    const person = { id: chat, first_name: 'Customer' };
    this.pushUpdate({
      my_chat_member: {
        chat: { ...person, type: 'private' },
        from: { ...person, is_bot: false },
        date: Math.floor(Date.now() / 1000),
        old_chat_member: { user: this.#me(), status: 'member' },
        new_chat_member: { user: this.#me(), status: 'kicked', until_date: 0 },
      },
    });
  }

  // ── what there is to see ──

  /** What the chat shows (all chats without one), oldest first. */
  messages(chat?: number | string): SentMessage[] {
    return this.#chats.sent.filter((one) => !one.deleted && (chat === undefined || one.chat === String(chat)));
  }

  calls(method: string): Call[] {
    return this.journal.filter((call) => call.method === method);
  }

  /** Updates that the bot has not confirmed. */
  get pending(): number {
    return this.#updates.count;
  }

  /** Resolves when `ready` returns something; it is called after every call. Rejects after `ms`. */
  async until<T>(ready: () => T | undefined | false, ms = 60_000): Promise<T> {
    for (const end = performance.now() + ms; ; ) {
      const found = ready();
      if (found) return found;
      if (performance.now() > end) throw new Error(`not within ${ms} ms; calls: ${this.journal.map((c) => c.method)}`);
      await this.#nextCall(200);
    }
  }

  // ── faults ──

  /** The next calls of this method go wrong, one fault each. */
  fail(method: string, ...faults: Fault[]): void {
    this.#faults.push(...faults.map((fault) => ({ method, fault })));
  }

  restartIdsAt(id: number): void {
    this.#updates.restartIdsAt(id);
  }

  async close(): Promise<void> {
    this.#updates.stop();
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }

  // ── the protocol ──

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, token, method = ''] = /^\/bot([^/]*)\/(\w+)/.exec(request.url ?? '') ?? [];
    if (method === '') return this.#hand(request, response);
    if (this.#breaksOff(method)) {
      this.journal.push({ method, payload: {}, applied: false });
      return void request.once('data', () => response.destroy());
    }
    const payload = await readPayload(request).catch(() => undefined);
    if (!payload) return void response.destroy();
    const call: Call = { method, payload, applied: false };
    this.journal.push(call);
    if (token === this.token) await this.#answer(call, response);
    else reply(response, call, refusals.unauthorized);
    for (const watcher of [...this.#watchers]) watcher();
  }

  /** A file, by the link from getFile. */
  #hand(request: IncomingMessage, response: ServerResponse): void {
    const [, token, id = ''] = /^\/file\/bot([^/]*)\/documents\/([^/]+)$/.exec(request.url ?? '') ?? [];
    const bytes = token === this.token ? this.#files.get(decodeURIComponent(id)) : undefined;
    response.writeHead(bytes ? 200 : 404).end(bytes);
  }

  #breaksOff(method: string): boolean {
    const index = this.#faults.findIndex(
      (one) => one.method === method && 'cut' in one.fault && one.fault.cut === 'during',
    );
    return index >= 0 && this.#faults.splice(index, 1).length > 0;
  }

  async #answer(call: Call, response: ServerResponse): Promise<void> {
    const fault = this.#takeFault(call);
    if (fault && 'delayMs' in fault) await sleep(fault.delayMs);
    if (fault && 'refuse' in fault) return reply(response, call, fault.refuse);
    if (fault && 'status' in fault) return replyAsProxy(response, call, fault.status);
    const lost = fault && ('cut' in fault ? fault.cut : 'hang' in fault ? fault.hang : undefined);
    if (lost === 'before') return loseAnswer(response, fault!);
    const result = await this.#apply(call, response);
    if (lost === 'after') return loseAnswer(response, fault!);
    reply(response, call, result);
  }

  #takeFault(call: Call): Fault | undefined {
    const index = this.#faults.findIndex(({ method }) => method === call.method);
    if (index >= 0) return this.#faults.splice(index, 1)[0]!.fault;
    return call.method === 'getUpdates' ? undefined : this.#options.faultFor?.(call);
  }

  async #apply(call: Call, response: ServerResponse): Promise<Refusal | { result: unknown }> {
    if (call.method === 'getUpdates') return this.#getUpdates(call.payload, response);
    const outcome =
      call.method.startsWith('send') && call.method !== 'sendChatAction' ? this.#send(call) : this.#other(call);
    call.applied = 'result' in outcome;
    return outcome;
  }

  async #getUpdates(payload: Payload, response: ServerResponse): Promise<Refusal | { result: unknown }> {
    if (this.#updates.webhook) return refusals.webhookActive;
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    const { offset = 0, limit = 100, timeout = 0 } = payload as { offset?: number; limit?: number; timeout?: number };
    const taken = await this.#updates.take(
      offset,
      limit,
      Math.min(this.#options.longestPollMs ?? 50_000, timeout * 1000),
      gone.signal,
    );
    return taken === 'terminated' ? refusals.terminated : { result: taken };
  }

  #send(call: Call): Refusal | { result: unknown } {
    const refusal = this.#chats.check(call.method, call.payload) ?? this.topics.check(call.payload);
    if (refusal) return refusal;
    const message = this.#chats.show(call.method, call.payload);
    call.messageId = message.messageId;
    const id = Number(message.chat.split('/').at(-1));
    const chat = { id, type: id < 0 ? 'supergroup' : 'private' };
    return {
      result: {
        message_id: message.messageId,
        date: Math.floor(Date.now() / 1000),
        chat,
        from: this.#me(),
        text: message.text,
      },
    };
  }

  #other({ method, payload }: Call): Refusal | { result: unknown } {
    const methods: Record<string, () => Refusal | { result: unknown }> = {
      getMe: () => ({ result: this.#me() }),
      setWebhook: () => this.#setWebhook(payload),
      deleteWebhook: () => this.#setWebhook({}),
      getWebhookInfo: () => ({
        result: {
          url: this.#updates.webhook?.url ?? '',
          has_custom_certificate: false,
          pending_update_count: this.pending,
        },
      }),
      answerCallbackQuery: () =>
        this.#presses.has(String(payload.callback_query_id)) ? { result: true } : refusals.tooOld,
      getFile: () => this.#getFile(String(payload.file_id)),
      setMyCommands: () => ({ result: true }),
      deleteMyCommands: () => ({ result: true }),
      createForumTopic: () => this.#chats.refusal(payload) ?? this.topics.create(payload, this.#chats.incoming()),
      editForumTopic: () => this.topics.edit(payload),
      closeForumTopic: () => this.topics.setClosed(payload, true),
      reopenForumTopic: () => this.topics.setClosed(payload, false),
      sendChatAction: () => ({ result: true }),
      editMessageText: () => this.#editWords('text', payload),
      editMessageCaption: () => this.#editWords('caption', payload),
      editMessageReplyMarkup: () => this.#editButtons(payload),
      deleteMessage: () => this.#delete(payload),
      getChat: () => this.#getChat(payload),
      getChatMember: () => this.#getChatMember(payload),
    };
    return methods[method]?.() ?? { error_code: 404, description: 'Not Found: method not found' };
  }

  #setWebhook({ url, secret_token: secret }: Payload): { result: true } {
    this.#updates.webhook = url ? { url: String(url), ...(secret ? { secret_token: String(secret) } : {}) } : undefined;
    return { result: true };
  }

  #editButtons(payload: Payload): Refusal | { result: true } {
    const { inline_keyboard: buttons = [] } = (payload.reply_markup ?? {}) as {
      inline_keyboard?: SentMessage['buttons'];
    };
    const shown = this.#chats.find(payload);
    if (shown && JSON.stringify(shown.buttons) === JSON.stringify(buttons)) return refusals.notModified;
    return this.#edit(payload, (message) => Object.assign(message, { buttons }));
  }

  /** Edited words are held to the same limits as words that are sent. */
  #editWords(part: 'text' | 'caption', payload: Payload): Refusal | { result: true } {
    const message = this.#chats.find(payload);
    const refusal = this.#chats.refusal(payload) ?? this.#chats.checkEdit(part, payload, message);
    if (refusal) return refusal;
    return this.#edit(payload, (shown) => Object.assign(shown, this.#chats.looks(payload)));
  }

  #edit(payload: Payload, change: (message: SentMessage) => void): Refusal | { result: true } {
    const message = this.#chats.find(payload);
    if (!message || message.deleted) return refusals.toEditGone;
    change(message);
    return { result: true };
  }

  #delete(payload: Payload): Refusal | { result: true } {
    const deleted = this.#edit(payload, (message) => Object.assign(message, { deleted: true }));
    return 'result' in deleted ? deleted : refusals.toDeleteGone;
  }

  #getChat({ chat_id: named }: Payload): Refusal | { result: unknown } {
    const channel = this.#channels.find(({ id, username }) => named === `@${username}` || String(named) === String(id));
    return channel
      ? { result: { id: channel.id, type: 'channel', title: channel.title, username: channel.username } }
      : refusals.chatNotFound;
  }

  /** The admins of a channel, and what each may do, are shown to an admin alone. */
  #getChatMember({ chat_id: id }: Payload): Refusal | { result: unknown } {
    const channel = this.#channels.find((one) => String(one.id) === String(id));
    if (!channel) return refusals.chatNotFound;
    if (channel.bot === 'stranger') return refusals.membersHidden;
    return { result: { user: this.#me(), status: 'administrator', can_post_messages: channel.bot === 'posts' } };
  }

  #getFile(id: string): Refusal | { result: unknown } {
    const bytes = this.#files.get(id);
    if (!bytes) return refusals.fileGone;
    if (bytes.length > 20 * 1024 * 1024) return refusals.fileTooBig;
    return { result: { file_id: id, file_size: bytes.length, file_path: `documents/${id}` } };
  }

  #me() {
    const id = Number(this.token.split(':')[0]);
    const has_topics_enabled = this.topics.enabled;
    return { id, is_bot: true, first_name: 'Solo shop', username: this.username, has_topics_enabled };
  }

  #nextCall(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.#watchers.delete(done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      this.#watchers.add(done);
    });
  }
}

const now = (): number => Math.floor(Date.now() / 1000);

/** Listens on a free port of 127.0.0.1. */
export async function startFakeTelegram(options: FakeTelegramOptions = {}): Promise<FakeTelegram> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return new FakeTelegram(server, options);
}
