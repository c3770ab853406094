import * as z from 'zod';
import type { Attachment } from '../../domain/attachment.ts';
import type { Party } from '../../domain/channel.ts';
import type {
  AccountUpdated,
  ChatMigrated,
  DeskOffered,
  DomainEvent,
  IdentityBlocked,
  Ignored,
  MessageEdited,
  MessageReceived,
  MessagesWithdrawn,
  OwnAccount,
} from '../../domain/event.ts';
import type { ButtonPressed } from '../../domain/press_event.ts';
import { addressIn } from '../../domain/talk/own_account.ts';
import type { InboxRow } from '../../inbox/event.ts';
import { cleanName, cleanText } from '../../text/normalise.ts';
import { attachmentsOf } from './attachments.ts';
import {
  businessConnection,
  callbackQuery,
  chatMember,
  deletedInAccount,
  type Message,
  message,
  type User,
} from './shapes.ts';

/**
 * The members of an update that we act on; every other kind is stored and ignored (new ones appear with every version
 * of the Bot API).
 */
const MEANINGS = new Map<string, (value: unknown) => DomainEvent>([
  ['message', read(message, onMessage)],
  ['edited_message', read(message, onEdit)],
  ['callback_query', read(callbackQuery, onPress)],
  ['my_chat_member', read(chatMember, onMembership)],
  ['business_connection', read(businessConnection, onConnection)],
  ['business_message', read(message, inAccount(onMessage))],
  ['edited_business_message', read(message, inAccount(onEdit))],
  ['deleted_business_messages', read(deletedInAccount, onDeleted)],
]);

/**
 * What a stored update means. At most one member besides update_id is present (Bot API, Update). Never throws: what
 * cannot be read is ignored with a reason.
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
  // the new chat reports the same move with migrate_from_chat_id: once is enough
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
    ...(received.chat.is_direct_messages && { unanswerable: received.chat.title ?? '' }),
    ...inTopic(received),
    from: senderOf(received.from, received),
    externalId: received.message_id,
    ...content,
    ...(received.quote && { quotedText: received.quote.text }),
    ...pointsAt(received),
    ...(received.media_group_id && { album: received.media_group_id }),
    answers: received.reply_to_message ? [received.reply_to_message.message_id] : [],
    sentAt: received.date,
  };
}

/**
 * What it answers: the marked part of a message, else all of it. In a topic every message answers the one that opened
 * it.
 */
function pointsAt({
  quote,
  reply_to_message: earlier,
  external_reply: elsewhere,
  reply_to_story: story,
  ...rest
}: Message) {
  const isOpening = rest.is_topic_message && earlier?.message_id === rest.message_thread_id;
  if (!quote && (!earlier || isOpening) && !elsewhere && !story) return {};
  return { pointsAt: quote?.text ?? cleanText(earlier?.text ?? earlier?.caption ?? '') };
}

/** A message_thread_id alone does not make a topic: groups without topics have threads of answers too. */
function inTopic({ is_topic_message: isTopic, message_thread_id: id }: Placed): { topic?: string } {
  return isTopic && id ? { topic: id } : {};
}

type Placed = Pick<Message, 'is_topic_message' | 'message_thread_id'>;

type Content = Pick<MessageReceived, 'text' | 'links' | 'attachments' | 'strange' | 'forwardedFrom' | 'sharedContact'>;

/** Undefined for service messages (somebody joined, a title changed): nobody wrote anything. */
function contentOf(received: Message): Content | undefined {
  const { contact, said, other } = received;
  const attachments: Attachment[] = attachmentsOf(received);
  const strange = received.location?.live_period ? 'live_location' : other?.kind;
  if (said === undefined && attachments.length === 0 && !contact && !strange) return undefined;
  return {
    text: [said?.text, other?.words].filter(Boolean).join('\n'),
    ...(said && said.links.length > 0 && { links: said.links }),
    attachments,
    ...(strange && { strange }),
    ...(received.forward_origin && { forwardedFrom: received.forward_origin }),
    ...(contact && { sharedContact: { ...contact.person, own: isOwn(received) } }),
  };
}

/** Anybody can share anybody's card: the phone is the sender's only if the card has Telegram's own id of the sender. */
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
  // a live location "edits" its message every few seconds; its last edit has no period any more
  if (edited.location?.live_period) return ignored('moving location');
  return {
    kind: 'message.edited',
    channel: 'telegram',
    chat: edited.chat.id,
    ...inTopic(edited),
    from: partyOf(edited.from),
    externalId: edited.message_id,
    text: contentOf(edited)?.text ?? '',
    answers: edited.reply_to_message ? [edited.reply_to_message.message_id] : [],
    ...wholeOf(edited),
    sentAt: edited.date,
    editedAt: edited.edit_date ?? edited.date,
  };
}

/** The whole message: Telegram sends it as it is now, with its files. */
function wholeOf(edited: Message): Pick<MessageEdited, 'whole'> {
  const whole = onMessage(edited);
  return whole.kind === 'message.received' ? { whole } : {};
}

/**
 * What a message in a user's own account means: its chat ids are separate from the bot's, and nothing there is said to
 * the bot.
 */
function inAccount(meaning: (received: Message) => DomainEvent): (received: Message) => DomainEvent {
  return (received) => {
    const { chat, from, business_connection_id: id, sender_business_bot: ours } = received;
    if (!id) return ignored('no business connection named');
    if (ours !== undefined) return ignored('sent by the bot itself');
    if (chat.type !== 'private') return ignored('group chat');
    const event = meaning(received);
    if (event.kind !== 'message.received' && event.kind !== 'message.edited') return event;
    const partner = from?.id === chat.id ? partyOf(from) : { address: chat.id, name: chat.name };
    return placed(event, addressIn(id, chat.id), { id, with: partner });
  };
}

function placed<Event extends MessageReceived | MessageEdited>(
  event: Event,
  chat: string,
  account: NonNullable<MessageReceived['account']>,
): Event {
  const there = { ...event, chat, account };
  if (there.kind === 'message.received') return { ...there, private: false };
  return { ...there, ...(there.whole && { whole: placed(there.whole, chat, account) }) };
}

/** Telegram does not say which of the two deleted them. */
function onDeleted({
  business_connection_id: id,
  chat,
  message_ids,
}: z.infer<typeof deletedInAccount>): MessagesWithdrawn {
  return {
    kind: 'messages.withdrawn',
    channel: 'telegram',
    chat: addressIn(id, chat.id),
    externalIds: message_ids,
    account: { id, with: { address: chat.id, name: chat.name } },
  };
}

function onConnection(connection: z.infer<typeof businessConnection>): AccountUpdated {
  const { id, user, user_chat_id: userChat, is_enabled: enabled, canReply, date } = connection;
  const account: OwnAccount = {
    channel: 'telegram',
    id,
    userAddress: user.id,
    name: user.name,
    userChat,
    canReply,
    enabled,
    personUrl: 'tg://user?id=',
  };
  return { kind: 'account.updated', account, updatedAt: date };
}

function onPress(press: z.infer<typeof callbackQuery>): ButtonPressed | Ignored {
  if (press.data === undefined) return ignored('game button');
  return {
    kind: 'button.pressed',
    channel: 'telegram',
    chat: press.message?.chat.id ?? press.from.id,
    ...(press.message && inTopic(press.message)),
    from: partyOf(press.from),
    buttonId: press.data,
    pressId: press.id,
  };
}

/** In a private chat the bot's membership changes only when the person blocks or unblocks it. */
function onMembership(membership: z.infer<typeof chatMember>): IdentityBlocked | DeskOffered | Ignored {
  const { chat, new_chat_member } = membership;
  if (chat.type === 'supergroup') return onGroupMembership(membership);
  if (chat.type !== 'private') return ignored('membership in a group');
  const blocked = new_chat_member.status === 'kicked';
  return { kind: 'identity.blocked', channel: 'telegram', address: chat.id, blocked };
}

/** Topics need a forum and an admin who may manage them (Bot API, createForumTopic). */
function onGroupMembership({ chat, from, new_chat_member: bot }: z.infer<typeof chatMember>): DeskOffered {
  const offered = chat.is_forum === true && bot.status === 'administrator' && bot.can_manage_topics === true;
  const title = chat.title ?? '';
  return { kind: 'desk.offered', channel: 'telegram', chat: chat.id, title, from: partyOf(from), offered };
}
