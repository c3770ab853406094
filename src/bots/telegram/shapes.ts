import * as z from 'zod';
import type { NamedPerson } from '../../domain/event.ts';
import { cleanName, cleanText } from '../../text/normalise.ts';
import { addressesOnCard } from '../../text/person/person_text.ts';
import { isRead, otherContentOf } from './content.ts';
import { entities, wordsWith } from './words.ts';

// The parts of the Bot API's objects that we read, under Telegram's own names. Ids are integers of at most 52
// significant bits (Bot API, User and Chat), so JSON.parse keeps them; anything larger is refused instead of rounded.

const id = z.number().int().transform(String);
const text = z.string().transform(cleanText);
const name = z.string().transform((value) => cleanName(value));
/** The end of the year 9999: Postgres cannot read later times as they are written. */
const LAST_SECOND = 253_402_300_799;
const date = z
  .number()
  .int()
  .min(0)
  .max(LAST_SECOND)
  .transform((seconds) => new Date(seconds * 1000));

/** A part that may be absent or unreadable: the rest of the message is worth keeping. */
const may = <T extends z.ZodType>(shape: T) => shape.optional().catch(undefined);

export type User = z.infer<typeof user>;
const user = z
  .object({
    id,
    is_bot: may(z.boolean()),
    first_name: may(name),
    last_name: may(name),
    username: may(name),
    language_code: may(name),
  })
  .transform(({ first_name, last_name, username, ...rest }) => ({
    ...rest,
    name: [first_name, last_name].filter(Boolean).join(' ') || username || '',
  }));

type Chat = z.infer<typeof chat>;
const chat = z
  .object({
    id,
    type: z.string(),
    title: may(name),
    first_name: may(name),
    last_name: may(name),
    is_forum: may(z.boolean()),
    is_direct_messages: may(z.boolean()),
  })
  .transform(({ first_name, last_name, ...rest }) => ({
    ...rest,
    /** The person's name, in a private chat */
    name: [first_name, last_name].filter(Boolean).join(' '),
  }));

/**
 * forward_origin: a hidden user has no id and cannot be written to; chats and channels are not people with an address.
 */
const forwardOrigin = z
  .discriminatedUnion('type', [
    z.object({ type: z.literal('user'), date: may(date), sender_user: user }),
    z.object({ type: z.literal('hidden_user'), date: may(date), sender_user_name: name }),
    z.object({ type: z.literal('chat'), date: may(date), sender_chat: chat, author_signature: may(name) }),
    z.object({ type: z.literal('channel'), date: may(date), chat, author_signature: may(name) }),
  ])
  .transform(({ date: sentAt, ...origin }) => ({ ...authorOf(origin), ...(sentAt && { sentAt }) }));

type Origin =
  | { type: 'user'; sender_user: User }
  | { type: 'hidden_user'; sender_user_name: string }
  | { type: 'chat'; sender_chat: Chat; author_signature?: string | undefined }
  | { type: 'channel'; chat: Chat; author_signature?: string | undefined };

function authorOf(origin: Origin): NamedPerson & { bot?: true; outlet?: string } {
  if (origin.type === 'hidden_user') return { name: origin.sender_user_name };
  if (origin.type === 'user') {
    const { id: address, name: known, is_bot } = origin.sender_user;
    return is_bot ? { name: known, bot: true } : { name: known, channel: 'telegram', address };
  }
  const place = origin.type === 'chat' ? origin.sender_chat : origin.chat;
  const name = [place.title || place.name, origin.author_signature].filter(Boolean).join(', ');
  return { name, ...(origin.type === 'channel' && { outlet: place.id }) };
}

const contact = z
  .object({ phone_number: name, first_name: may(name), last_name: may(name), user_id: may(id), vcard: may(text) })
  .transform(({ phone_number, first_name, last_name, user_id, vcard = '' }) => {
    const address = user_id ? international(phone_number) : phone_number;
    const others = addressesOnCard(vcard).filter((other) => digitsOf(other) !== digitsOf(address));
    const name = [first_name, last_name].filter(Boolean).join(' ');
    const person = { name, channel: 'phone', address, ...(others.length > 0 && { others }) } satisfies NamedPerson;
    return { user_id, person };
  });

/** The digits of a number; all of a mail address. */
const digitsOf = (written: string): string => (written.includes('@') ? written : written.replace(/\D/g, ''));

/**
 * Numbers of Telegram accounts come with their country code but often without the plus; those in address-book cards
 * come as typed.
 */
function international(phone: string): string {
  return /^\d/.test(phone) ? `+${phone}` : phone;
}

export type File = z.infer<typeof file>;
const file = z.object({
  file_id: z.string().min(1),
  file_unique_id: may(z.string().min(1).transform(cleanText)),
  file_name: may(name),
  mime_type: may(name),
  file_size: may(z.number().int().min(0)),
  /** Of a voice, an audio, a video: whole seconds. */
  duration: may(z.number().min(0)),
  emoji: may(name),
});

/** `all`: the object as it came, for what we do not know or cannot read. */
const withAll = (raw: unknown): unknown => (typeof raw === 'object' ? { ...raw, all: raw } : raw);

const known = z
  .object({
    all: z.record(z.string(), z.unknown()),
    message_id: id,
    date,
    edit_date: may(date),
    chat,
    from: may(user),
    text: may(z.string()),
    entities: may(entities),
    caption: may(z.string()),
    caption_entities: may(entities),
    quote: may(
      z
        .object({ text: z.string(), entities: may(entities) })
        .transform((quoted) => wordsWith(quoted.text, quoted.entities)),
    ),
    reply_to_message: may(z.object({ message_id: id, text: may(z.string()), caption: may(z.string()) })),
    external_reply: may(z.object({})),
    reply_to_story: may(z.object({})),
    forward_origin: may(forwardOrigin),
    contact: may(contact),
    photo: may(z.array(file)),
    document: may(file),
    voice: may(file),
    audio: may(file),
    video: may(file),
    video_note: may(file),
    sticker: may(file),
    location: may(z.object({ latitude: z.number(), longitude: z.number(), live_period: may(z.number()) })),
    venue: may(z.object({ title: name, address: may(name) })),
    migrate_to_chat_id: may(id),
    message_thread_id: may(id),
    is_topic_message: may(z.boolean()),
    media_group_id: may(name),
    business_connection_id: may(z.string().transform(cleanText)),
    sender_business_bot: may(z.unknown()),
  })
  .transform(({ text: typed, caption, entities: inText, caption_entities: inCaption, all, ...known }) => {
    const said = typed ?? caption;
    return {
      ...known,
      /** text or caption, with its links in words */
      said: said === undefined ? undefined : wordsWith(said, typed === undefined ? inCaption : inText),
      other: otherContentOf(
        all,
        said !== undefined || Object.entries(known).some(([key, value]) => value !== undefined && isRead(key)),
      ),
    };
  });

export type Message = z.infer<typeof message>;
export const message = z.preprocess(withAll, known);

export const callbackQuery = z.object({
  id: z.string(),
  from: user,
  message: may(z.object({ chat, message_thread_id: may(id), is_topic_message: may(z.boolean()) })),
  data: may(text),
});

/** Before Bot API 9.0 the rights were a member of their own. */
export const businessConnection = z
  .object({
    id: z.string().min(1).transform(cleanText),
    user,
    user_chat_id: id,
    date,
    rights: may(z.object({ can_reply: may(z.boolean()) })),
    can_reply: may(z.boolean()),
    is_enabled: z.boolean(),
  })
  .transform(({ rights, can_reply, ...rest }) => ({ ...rest, canReply: rights?.can_reply ?? can_reply ?? false }));

export const deletedInAccount = z.object({
  business_connection_id: z.string().min(1).transform(cleanText),
  chat,
  message_ids: z.array(id).min(1),
});

export const chatMember = z.object({
  chat,
  from: user,
  new_chat_member: z.object({ status: z.string(), can_manage_topics: may(z.boolean()) }),
});
