import type { Attachment } from '../../domain/attachment.ts';
import type { OutboxMessage, Payload } from '../../outbox/message.ts';
import { fileLine, formatTelegram, isOnTelegram, type TelegramText } from './format.ts';

/** One call to the Bot API that sends a message. */
export interface Call {
  method: string;
  payload: Record<string, unknown>;
  /** When Telegram refuses the file: the same without it. Only towards the owner, who must see the words in any case. */
  instead?: Call[];
}

type Letter = Extract<Payload, { kind: 'message' }>;
type Addressed = Pick<OutboxMessage, 'address' | 'audience'> & { payload: Letter };

/** Bot API: captions hold 0-1024 characters after entities parsing. */
const CAPTION_LIMIT = 1024;

/** Which method sends a file again, and under which name it takes the file_id. 'other' is a round video. */
const METHODS = {
  photo: ['sendPhoto', 'photo'],
  document: ['sendDocument', 'document'],
  voice: ['sendVoice', 'voice'],
  audio: ['sendAudio', 'audio'],
  video: ['sendVideo', 'video'],
  sticker: ['sendSticker', 'sticker'],
  other: ['sendVideoNote', 'video_note'],
} as const;

const WITHOUT_CAPTION: readonly Attachment['kind'][] = ['sticker', 'other', 'location'];

/**
 * The calls that say a reply, in order. One file and a short text are one message (the text as caption), so nothing can be torn;
 * otherwise files first and the text with its buttons last. Pure.
 */
export function callsFor({ address, audience, payload }: Addressed): Call[] {
  const texts = formatTelegram(payload.reply, audience);
  const files = (payload.reply.attachments ?? []).filter(isOnTelegram);
  const calls = fitsAsCaption(files, texts)
    ? [fileCall(files[0]!, texts)]
    : [...files.map((file) => fileCall(file)), ...texts.map(textCall)];
  return calls.map((call, index) => addressed(call, address, audience, index === 0 ? payload.replyTo : undefined));
}

function fitsAsCaption([file, ...more]: Attachment[], [text, ...others]: TelegramText[]): boolean {
  if (!file || more.length > 0 || others.length > 0 || WITHOUT_CAPTION.includes(file.kind)) return false;
  return (text?.text.length ?? 0) <= CAPTION_LIMIT;
}

function textCall(text: TelegramText): Call {
  return { method: 'sendMessage', payload: { ...text } };
}

function fileCall(file: Attachment, caption: TelegramText[] = []): Call {
  const named = textCall({ text: fileLine(file) });
  return {
    ...bare(file),
    payload: { ...bare(file).payload, ...asCaption(caption[0]) },
    instead: [named, ...caption.map(textCall)],
  };
}

function bare({ kind, ref }: Attachment): Call {
  if (kind === 'location') {
    const [latitude, longitude] = ref.split(',').map(Number);
    return { method: 'sendLocation', payload: { latitude, longitude } };
  }
  const [method, parameter] = METHODS[kind];
  return { method, payload: { [parameter]: ref } };
}

function asCaption(text: TelegramText | undefined): Record<string, unknown> {
  if (!text) return {};
  const { text: caption, entities, ...rest } = text;
  return { caption, ...(entities && { caption_entities: entities }), ...rest };
}

/** A link in a customer's words must not be fetched and shown large on the owner's desk. */
function addressed(call: Call, address: string, audience: OutboxMessage['audience'], replyTo?: string): Call {
  const { instead, method, payload } = call;
  return {
    method,
    payload: {
      chat_id: address,
      ...payload,
      ...(method === 'sendMessage' && audience === 'owner' && { link_preview_options: { is_disabled: true } }),
      ...answering(replyTo),
    },
    ...(instead &&
      audience === 'owner' && { instead: instead.map((one) => addressed(one, address, audience, replyTo)) }),
  };
}

/** Without the flag a message that was deleted meanwhile would make the whole call fail: "message to be replied not found". */
function answering(replyTo: string | undefined): Record<string, unknown> {
  if (!/^\d{1,15}$/.test(replyTo ?? '')) return {};
  return { reply_parameters: { message_id: Number(replyTo), allow_sending_without_reply: true } };
}
