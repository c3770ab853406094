import type { Payload, Refusal } from './fake_telegram_chats.ts';

export interface FakeTopic {
  chat: string;
  /** message_thread_id. */
  id: number;
  name: string;
  closed: boolean;
}

const bad = (words: string): Refusal => ({ error_code: 400, description: `Bad Request: ${words}` });

/** The topics of private chats (a mode of the bot) and of forum groups (if the bot manages them). */
export class FakeTopics {
  readonly all: FakeTopic[] = [];
  /** getMe: has_topics_enabled. */
  enabled: boolean;
  readonly #forums = new Map<string, boolean>();

  constructor(enabled: boolean) {
    this.enabled = enabled;
  }

  makeForum(chat: number, botManages: boolean): void {
    this.#forums.set(String(chat), botManages);
  }

  /** Somebody deletes it, with everything said there. */
  remove(chat: number, id: number): void {
    const index = this.all.findIndex((topic) => topic.chat === String(chat) && topic.id === id);
    if (index < 0) throw new Error(`no topic ${id}`);
    this.all.splice(index, 1);
  }

  /** Why a message meant for a topic would be refused there; undefined if it would not. */
  check({ chat_id, message_thread_id }: Payload): Refusal | undefined {
    if (message_thread_id === undefined || this.#find(chat_id, message_thread_id)) return undefined;
    return bad('message thread not found');
  }

  create({ chat_id, name }: Payload, id: number): Refusal | { result: unknown } {
    const refusal = this.#mayManage(String(chat_id));
    if (refusal) return refusal;
    const length = String(name ?? '').length;
    if (length < 1 || length > 128) return bad('TOPIC_TITLE_INVALID');
    this.all.push({ chat: String(chat_id), id, name: String(name), closed: false });
    return { result: { message_thread_id: id, name, icon_color: 7322096 } };
  }

  edit({ chat_id, message_thread_id, name }: Payload): Refusal | { result: true } {
    const topic = this.#find(chat_id, message_thread_id);
    if (!topic) return bad('TOPIC_ID_INVALID');
    if (topic.name === name) return bad('TOPIC_NOT_MODIFIED');
    topic.name = String(name);
    return { result: true };
  }

  setClosed({ chat_id, message_thread_id }: Payload, closed: boolean): Refusal | { result: true } {
    if (Number(chat_id) > 0) return bad('the chat is not a supergroup');
    const topic = this.#find(chat_id, message_thread_id);
    if (!topic) return bad('TOPIC_ID_INVALID');
    if (topic.closed === closed) return bad('TOPIC_NOT_MODIFIED');
    topic.closed = closed;
    return { result: true };
  }

  #mayManage(chat: string): Refusal | undefined {
    if (Number(chat) > 0) return this.enabled ? undefined : bad('the chat is not a forum');
    if (!this.#forums.has(chat)) return bad('the chat is not a forum');
    return this.#forums.get(chat) ? undefined : bad('not enough rights to create a topic');
  }

  #find(chat: unknown, id: unknown): FakeTopic | undefined {
    return this.all.find((topic) => topic.chat === String(chat) && topic.id === id);
  }
}
