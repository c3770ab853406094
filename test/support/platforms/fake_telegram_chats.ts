import { UploadedFile } from './fake_telegram_http.ts';
import { refusals } from './fake_telegram_refusals.ts';

/** What a chat shows of the bot: each message as it stands there. */
export interface SentMessage {
  messageId: number;
  chat: string;
  /** message_thread_id. */
  topic?: number;
  method: string;
  /** Text or caption. */
  text: string;
  entities: Entity[];
  /** Rows of buttons. */
  buttons: { text: string; callback_data: string }[][];
  replyTo?: number;
  /** The file_id, if it is a file; the name of one that was uploaded. */
  file?: string;
  upload?: UploadedFile;
  deleted?: boolean;
}

export interface Entity {
  type: string;
  offset: number;
  length: number;
}

export type Payload = Record<string, unknown>;

/** A refusal in the words of Telegram's server. */
export interface Refusal {
  error_code: number;
  description: string;
  parameters?: { retry_after?: number; migrate_to_chat_id?: number };
}

const bad = (words: string): Refusal => ({ error_code: 400, description: `Bad Request: ${words}` });

const FILES: Record<string, string> = {
  sendPhoto: 'photo',
  sendDocument: 'document',
  sendVoice: 'voice',
  sendAudio: 'audio',
  sendVideo: 'video',
  sendVideoNote: 'video_note',
  sendSticker: 'sticker',
};

/** The chats the bot may write to, what it wrote there, and why it may not. */
export class FakeChats {
  readonly sent: SentMessage[] = [];
  readonly #known = new Map<string, Refusal | undefined>();
  readonly #incoming = new Set<number>();
  #lastMessageId = 0;

  /** From now on the bot may write to this chat. */
  meet(chat: number | string): void {
    if (!this.#known.has(String(chat))) this.#known.set(String(chat), undefined);
  }

  /** Every message to the chat is refused in this way; undefined accepts them again. */
  refuse(chat: number | string, refusal: Refusal | undefined): void {
    this.#known.set(String(chat), refusal);
  }

  /** The id of a message the person writes. */
  incoming(): number {
    this.#incoming.add(++this.#lastMessageId);
    return this.#lastMessageId;
  }

  /** Why the message would be refused; undefined if it would not. Nothing has happened yet. */
  check(method: string, payload: Payload): Refusal | undefined {
    return this.refusal(payload) ?? this.#checkReply(payload) ?? checkContent(method, payload);
  }

  /** Why nothing can be done in the chat. */
  refusal(payload: Payload): Refusal | undefined {
    const chat = chatIn(payload);
    return this.#known.has(chat) ? this.#known.get(chat) : bad('chat not found');
  }

  /** Shows the message in its chat. */
  show(method: string, payload: Payload): SentMessage {
    const { reply_parameters: reply, reply_markup: markup } = payload as {
      reply_parameters?: { message_id: number };
      reply_markup?: { inline_keyboard?: SentMessage['buttons'] };
    };
    const file = payload[FILES[method] ?? ''];
    const message: SentMessage = {
      messageId: ++this.#lastMessageId,
      chat: chatIn(payload),
      ...(payload.message_thread_id !== undefined && { topic: Number(payload.message_thread_id) }),
      method,
      text: String(payload.text ?? payload.caption ?? ''),
      entities: (payload.entities ?? payload.caption_entities ?? []) as Entity[],
      buttons: markup?.inline_keyboard ?? [],
      ...(reply && this.#exists(reply.message_id) && { replyTo: reply.message_id }),
      ...(file !== undefined && { file: file instanceof UploadedFile ? file.name : String(file) }),
      ...(file instanceof UploadedFile && { upload: file }),
    };
    this.sent.push(message);
    return message;
  }

  /** Why a message may not be rewritten in this way; undefined if it may. */
  checkEdit(part: 'text' | 'caption', payload: Payload, message: SentMessage | undefined): Refusal | undefined {
    if (!message || message.deleted) return refusals.toEditGone;
    if ((message.method === 'sendMessage') !== (part === 'text'))
      return part === 'text' ? refusals.noTextToEdit : bad('there is no caption in the message to edit');
    const { text, entities, buttons } = message;
    if (JSON.stringify({ text, entities, buttons }) === JSON.stringify(this.looks(payload)))
      return refusals.notModified;
    return checkContent(message.method, { ...payload, [FILES[message.method] ?? '']: message.file });
  }

  /** What an edit sets in a message. */
  looks(payload: Payload): Pick<SentMessage, 'text' | 'entities' | 'buttons'> {
    const markup = payload.reply_markup as { inline_keyboard?: SentMessage['buttons'] } | undefined;
    return {
      text: String(payload.text ?? payload.caption ?? ''),
      entities: (payload.entities ?? payload.caption_entities ?? []) as Entity[],
      buttons: markup?.inline_keyboard ?? [],
    };
  }

  find(payload: Payload): SentMessage | undefined {
    return this.sent.find((one) => one.chat === chatIn(payload) && one.messageId === Number(payload.message_id));
  }

  #exists(messageId: number): boolean {
    return this.#incoming.has(messageId) || this.sent.some((one) => one.messageId === messageId && !one.deleted);
  }

  #checkReply(payload: Payload): Refusal | undefined {
    const reply = payload.reply_parameters as { message_id: number; allow_sending_without_reply?: boolean } | undefined;
    if (!reply || reply.allow_sending_without_reply || this.#exists(reply.message_id)) return undefined;
    return bad('message to be replied not found');
  }
}

/** Chats of somebody's own account have their own ids: `<business connection>/<chat>`. */
function chatIn({ chat_id, business_connection_id: connection }: Payload): string {
  return connection === undefined ? String(chat_id) : `${connection}/${chat_id}`;
}

function checkContent(method: string, payload: Payload): Refusal | undefined {
  const text = String(payload.text ?? payload.caption ?? '');
  if (method === 'sendMessage' && text.trim() === '') return bad('message text is empty');
  if (method === 'sendMessage' && text.length > 4096) return bad('message is too long');
  if (method !== 'sendMessage' && text.length > 1024) return bad('message caption is too long');
  if (FILES[method] && !payload[FILES[method]]) return bad(`there is no ${FILES[method]} in the request`);
  return checkEntities(text, payload) ?? checkButtons(payload);
}

function checkEntities(text: string, payload: Payload): Refusal | undefined {
  const entities = (payload.entities ?? payload.caption_entities ?? []) as Entity[];
  const wrong = entities.some(({ offset, length }) => offset < 0 || length <= 0 || offset + length > text.length);
  return wrong ? bad('ENTITY_BOUNDS_INVALID') : undefined;
}

function checkButtons(payload: Payload): Refusal | undefined {
  const { inline_keyboard: rows = [] } = (payload.reply_markup ?? {}) as { inline_keyboard?: SentMessage['buttons'] };
  const wrong = rows.flat().some(({ callback_data }) => !callback_data || Buffer.byteLength(callback_data) > 64);
  return wrong ? bad('BUTTON_DATA_INVALID') : undefined;
}
