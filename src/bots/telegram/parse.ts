import { z } from 'zod';
import type { Attachment } from '../../domain/attachment.ts';
import type {
  ButtonPressed,
  ChatMigrated,
  DomainEvent,
  IdentityBlocked,
  Ignored,
  MessageEdited,
  MessageReceived,
  Party,
} from '../../domain/event.ts';
import type { InboxRow } from '../../inbox/event.ts';
import { cleanName } from '../../text/normalise.ts';
import { attachmentsOf } from './attachments.ts';
import { callbackQuery, chatMember, type Message, message, type User } from './shapes.ts';

/** The members of an update we act on; every other kind is stored and ignored (new ones appear with every Bot API version). */
const MEANINGS = new Map<string, (value: unknown) => DomainEvent>([
  ['message', read(message, onMessage)],
  ['edited_message', read(message, onEdit)],
  ['callback_query', read(callbackQuery, onPress)],
  ['my_chat_member', read(chatMember, onMembership)],
]);

/**
 * What one stored update means. At most one member beside update_id is present (Bot API, Update). Never throws: what cannot
 * be read is ignored with a reason.
 */
export function parseTelegram(row: Pick<InboxRow, 'body'>): DomainEvent {
  const update = readObject(row.body);
  if (!update) return ignored('not a JSON object');
  const kind = Object.keys(update).find((key) => key !== 'update_id');
  if (kind === undefined) return ignored('empty update');
  const meaning = MEANINGS.get(kind);
  return meaning ? meaning(update[kind]) : ignored(`update kind ${cleanName(kind, 40)}`);
}

function readObject(body: Uint8Array): Record<string, unknown> | undefined {
  try {
    const value = z.record(z.string(), z.unknown()).safeParse(JSON.parse(Buffer.from(body).toString()));
    return value.data;
  } catch {
    return undefined;
  }
}

function read<T>(shape: z.ZodType<T>, meaning: (value: T) => DomainEvent): (value: unknown) => DomainEvent {
  return (value) => {
    const result = shape.safeParse(value);
    if (result.success) return meaning(result.data);
    return ignored(`malformed: ${cleanName(result.error.issues[0]?.path.join('.') ?? '', 60)}`);
  };
}

const ignored = (reason: string): Ignored => ({ kind: 'ignored', reason });

function onMessage(received: Message): MessageReceived | ChatMigrated | Ignored {
  const chat = received.chat.id;
  // The new chat reports the same move with migrate_from_chat_id: once is enough.
  if (received.migrate_to_chat_id) {
    return { kind: 'chat.migrated', channel: 'telegram', from: chat, to: received.migrate_to_chat_id };
  }
  if (!received.from || received.from.is_bot) return ignored('not written by a person');
  const content = contentOf(received);
  if (!content) return ignored('service message');
  return {
    kind: 'message.received',
    channel: 'telegram',
    chat,
    private: received.chat.type === 'private',
    from: senderOf(received.from, received),
    externalId: received.message_id,
    ...content,
    ...(received.quote && { quotedText: received.quote.text }),
    answers: received.reply_to_message ? [received.reply_to_message.message_id] : [],
    sentAt: received.date,
  };
}

type Content = Pick<MessageReceived, 'text' | 'attachments' | 'forwardedFrom' | 'sharedContact'>;

/** Undefined for service messages (somebody joined, a title changed): nobody wrote anything. */
function contentOf(received: Message): Content | undefined {
  const attachments: Attachment[] = attachmentsOf(received);
  const other = attachments.length === 0 ? received.otherContent : undefined;
  const text = received.text ?? received.caption ?? other;
  const contact = received.contact;
  if (text === undefined && attachments.length === 0 && !contact) return undefined;
  return {
    text: text ?? '',
    attachments,
    ...(received.forward_origin && { forwardedFrom: received.forward_origin }),
    ...(contact && { sharedContact: { ...contact.person, own: isOwn(received) } }),
  };
}

/** Anybody can share anybody's card: only Telegram's own id of the sender on it makes the phone the sender's. */
function isOwn({ contact, from }: Message): boolean {
  return contact?.user_id !== undefined && contact.user_id === from?.id;
}

function senderOf(user: User, received: Message): Party {
  const phone = isOwn(received) ? received.contact?.person.address : undefined;
  return { ...partyOf(user), ...(phone && { phone }) };
}

function partyOf(user: User): Party {
  return { address: user.id, name: user.name, ...(user.language_code && { language: user.language_code }) };
}

function onEdit(edited: Message): MessageEdited | Ignored {
  if (!edited.from || edited.from.is_bot) return ignored('not written by a person');
  // A live location "edits" its message every few seconds.
  if (edited.location) return ignored('moving location');
  return {
    kind: 'message.edited',
    channel: 'telegram',
    chat: edited.chat.id,
    from: partyOf(edited.from),
    externalId: edited.message_id,
    text: edited.text ?? edited.caption ?? '',
    editedAt: edited.edit_date ?? edited.date,
  };
}

function onPress(press: z.infer<typeof callbackQuery>): ButtonPressed | Ignored {
  if (press.data === undefined) return ignored('game button');
  return {
    kind: 'button.pressed',
    channel: 'telegram',
    chat: press.message?.chat.id ?? press.from.id,
    from: partyOf(press.from),
    buttonId: press.data,
    pressId: press.id,
  };
}

/** In a private chat the bot's membership changes only when the person blocks or unblocks it. */
function onMembership({ chat, new_chat_member }: z.infer<typeof chatMember>): IdentityBlocked | Ignored {
  if (chat.type !== 'private') return ignored('membership in a group');
  const blocked = new_chat_member.status === 'kicked';
  return { kind: 'identity.blocked', channel: 'telegram', address: chat.id, blocked };
}
