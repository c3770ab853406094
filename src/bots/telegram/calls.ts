import { type Attachment, fileLine } from '../../domain/attachment.ts';
import type { Contents } from '../../files/gather.ts';
import type { FileContent } from '../../files/index.ts';
import type { OutboxMessage, Payload } from '../../outbox/message.ts';
import type { Upload } from './files.ts';
import { formatTelegram, inPlace, isOnTelegram, type TelegramText } from './format.ts';
import { chatOf } from './place.ts';

/** One call to the Bot API that sends a message. */
export interface Call {
  method: string;
  payload: Record<string, unknown>;
  /** A file that Telegram does not have yet. */
  upload?: Upload;
  /**
   * If Telegram refuses the file: it goes as a plain document, or to the owner without it, because they must see the
   * words in any case.
   */
  instead?: Call[];
}

type Letter = Extract<Payload, { kind: 'message' }>;
/** Where a message goes; `topic`: message_thread_id. */
type To = Pick<OutboxMessage, 'address' | 'audience'> & { topic?: string | undefined };
type Addressed = To & { payload: Letter };

/** Bot API: captions hold 0-1024 characters after entities parsing. */
const CAPTION_LIMIT = 1024;

/** Bot API, sendPhoto: at most 10 MB; of the formats it shows, those that browsers show too. */
const PHOTO_BYTES = 10 * 1024 * 1024;
const PHOTO_TYPES = /^image\/(?:jpeg|png|webp)$/;

/** The method that sends a file again, and the parameter for its file_id. 'other' is a round video. */
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
 * The calls that send a reply, in order. One file and a short text are one message (the text as caption), so nothing
 * can separate them; otherwise files come first and the text with its buttons last. Files in `contents` are uploaded,
 * Telegram's own are sent again. Pure.
 */
export function callsFor({ payload, ...to }: Addressed, contents: Contents = new Map()): Call[] {
  const attachments = payload.reply.attachments ?? [];
  const left = attachments.filter((file) => !contents.has(file));
  const reply = inPlace(payload.reply, to.topic !== undefined && payload.topic === undefined);
  const texts = formatTelegram({ ...reply, attachments: left }, to.audience);
  const files = attachments.filter((file) => contents.has(file) || isOnTelegram(file));
  const calls = fitsAsCaption(files, texts)
    ? [fileCall(files[0]!, contents, texts)]
    : [...files.map((file) => fileCall(file, contents)), ...texts.map(textCall)];
  return calls.map((call, index) => addressed(call, to, index === 0 ? payload.replyTo : undefined));
}

function fitsAsCaption([file, ...more]: Attachment[], [text, ...others]: TelegramText[]): boolean {
  if (!file || more.length > 0 || others.length > 0 || WITHOUT_CAPTION.includes(file.kind)) return false;
  return (text?.text.length ?? 0) <= CAPTION_LIMIT;
}

function textCall(text: TelegramText): Call {
  return { method: 'sendMessage', payload: { ...text } };
}

function fileCall(file: Attachment, contents: Contents, caption: TelegramText[] = []): Call {
  const instead = [textCall({ text: fileLine(file) }), ...caption.map(textCall)];
  const content = contents.get(file);
  if (content) return uploadCall(file, content, asCaption(caption[0]), instead);
  return { ...bare(file), payload: { ...bare(file).payload, ...asCaption(caption[0]) }, instead };
}

/** A picture that Telegram cannot show (too wide, not what its type says) still goes as a document. */
function uploadCall({ kind }: Attachment, content: FileContent, caption: Call['payload'], instead: Call[]): Call {
  const document: Call = {
    method: 'sendDocument',
    payload: caption,
    upload: { parameter: 'document', content },
    instead,
  };
  const isPhoto = kind === 'photo' && PHOTO_TYPES.test(content.type) && content.bytes.length <= PHOTO_BYTES;
  if (!isPhoto) return document;
  return { method: 'sendPhoto', payload: caption, upload: { parameter: 'photo', content }, instead: [document] };
}

function bare({ kind, name, address, ref }: Attachment): Call {
  if (kind === 'location') {
    const [latitude, longitude] = ref.split(',').map(Number);
    const title = name ?? address;
    if (!title) return { method: 'sendLocation', payload: { latitude, longitude } };
    return { method: 'sendVenue', payload: { latitude, longitude, title, address: address ?? title } };
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
function addressed(call: Call, to: To, replyTo?: string): Call {
  const { address, audience, topic } = to;
  const { instead, method, payload, upload } = call;
  const other = audience === 'owner' ? instead : instead?.filter((one) => one.upload);
  return {
    method,
    ...(upload && { upload }),
    payload: {
      ...chatOf(address),
      ...(topic && { message_thread_id: Number(topic) }),
      ...payload,
      ...(method === 'sendMessage' && audience === 'owner' && { link_preview_options: { is_disabled: true } }),
      ...answering(replyTo),
    },
    ...(other?.length && { instead: other.map((one) => addressed(one, to, replyTo)) }),
  };
}

/**
 * Without the flag, a message that was deleted meanwhile would make the whole call fail: "message to be replied not
 * found".
 */
function answering(replyTo: string | undefined): Record<string, unknown> {
  if (!/^\d{1,15}$/.test(replyTo ?? '')) return {};
  return { reply_parameters: { message_id: Number(replyTo), allow_sending_without_reply: true } };
}
