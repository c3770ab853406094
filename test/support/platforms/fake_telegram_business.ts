import type { FakeTelegram } from './fake_telegram.ts';

/** Somebody's own account, with our bot as its chatbot. */
export class FakeAccount {
  readonly #telegram: FakeTelegram;
  readonly #user: number;
  readonly id: string;
  #messages = 1000;

  constructor(telegram: FakeTelegram, id: string, user: number) {
    this.#telegram = telegram;
    this.#user = user;
    this.id = id;
  }

  /** The owner of the account lets the bot in, or changes what it may do. */
  connects({ canReply = true, enabled = true }: { canReply?: boolean; enabled?: boolean } = {}): void {
    this.#telegram.pushUpdate({
      business_connection: {
        id: this.id,
        user: { id: this.#user, is_bot: false, first_name: 'Account' },
        user_chat_id: this.#user,
        date: 1_763_700_000,
        rights: { ...(canReply && { can_reply: true }), can_read_messages: true },
        is_enabled: enabled,
      },
    });
  }

  /** Somebody writes to the account. Returns the message_id, which the account itself counts. */
  receives(chat: number, name: string, text: string, more: Record<string, unknown> = {}): number {
    this.#telegram.meet(this.address(chat));
    return this.#push('business_message', chat, name, { id: chat, is_bot: false, first_name: name }, { text, ...more });
  }

  /** The account's owner writes there by hand. */
  writes(chat: number, name: string, text: string, more: Record<string, unknown> = {}): number {
    return this.#push('business_message', chat, name, this.#owner(), { text, ...more });
  }

  edits(chat: number, name: string, message_id: number, text: string): void {
    const from = { id: chat, is_bot: false, first_name: name };
    this.#push('edited_business_message', chat, name, from, { message_id, text, edit_date: now() });
  }

  deletes(chat: number, name: string, message_id: number): void {
    this.#telegram.pushUpdate({
      deleted_business_messages: {
        business_connection_id: this.id,
        chat: { id: chat, first_name: name, type: 'private' },
        message_ids: [message_id],
      },
    });
  }

  address(chat: number): string {
    return `${this.id}/${chat}`;
  }

  #owner() {
    return { id: this.#user, is_bot: false, first_name: 'Account' };
  }

  #push(kind: string, chat: number, name: string, from: object, more: Record<string, unknown>): number {
    const message_id = ++this.#messages;
    this.#telegram.pushUpdate({
      [kind]: {
        business_connection_id: this.id,
        message_id,
        from,
        chat: { id: chat, first_name: name, type: 'private' },
        date: now(),
        ...more,
      },
    });
    return message_id;
  }
}

const now = (): number => Math.floor(Date.now() / 1000);
