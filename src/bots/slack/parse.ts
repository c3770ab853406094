import type * as z from 'zod';
import type { Party } from '../../domain/channel.ts';
import type { DomainEvent, Ignored, MessageEdited, MessageReceived, MessagesWithdrawn } from '../../domain/event.ts';
import type { InboxRow } from '../../inbox/event.ts';
import { cleanName } from '../../text/normalise.ts';
import { asObject, type Json, readBody, textOf } from './body.ts';
import { contentOf } from './content.ts';
import { FORM, openedAt } from './form.ts';
import { isDirect, PERSON } from './intake.ts';
import { chatOf, messageId, pressId } from './place.ts';
import {
  blockActions,
  globalShortcut,
  homeEvent,
  type MessageEvent,
  messageAction,
  messageEvent,
  slashCommand,
  viewSubmission,
  type Words,
} from './shapes.ts';

type Row = Pick<InboxRow, 'body' | 'headers' | 'externalId' | 'receivedAt'>;
type Meaning = (value: Json, row: Row) => DomainEvent;

const EVENTS = new Map<string, Meaning>([
  ['message', read(messageEvent, onMessage)],
  ['app_home_opened', read(homeEvent, onHome)],
]);

const INTERACTIONS = new Map<string, Meaning>([
  ['block_actions', read(blockActions, onPress)],
  ['message_action', read(messageAction, onShortcut)],
  ['view_submission', read(viewSubmission, onSubmission)],
  ['shortcut', read(globalShortcut, onGlobalShortcut)],
]);

/**
 * Message subtypes that Slack itself or a bot writes (docs.slack.dev/reference/events/message). The list is closed,
 * because an unknown kind must reach the owner.
 */
const SERVICE = new Set([
  ...[
    'bot_message',
    'bot_add',
    'bot_remove',
    'bot_enable',
    'bot_disable',
    'slackbot_response',
    'app_conversation_join',
  ],
  ...['message_replied', 'reply_broadcast', 'tombstone', 'pinned_item', 'unpinned_item', 'reminder_add'],
  ...['file_comment', 'file_mention', 'document_mention', 'ekm_access_denied', 'assistant_app_thread', 'huddle_thread'],
  ...['sh_room_created', 'sh_room_shared', 'joiner_notification', 'joiner_notification_for_inviter'],
  ...[
    'channel_canvas_updated',
    'channel_convert_to_private',
    'channel_convert_to_public',
    'channel_posting_permissions',
  ],
  ...['join', 'leave', 'archive', 'unarchive', 'name', 'purpose', 'topic'].flatMap((what) => [
    `channel_${what}`,
    `group_${what}`,
  ]),
]);

/** What a stored payload means. Never throws: what cannot be read is ignored with a reason. */
export function parseSlack(row: Row): DomainEvent {
  const payload = readBody(row.body);
  if (!payload) return ignored('not what Slack sends');
  if (payload.type === 'event_callback') {
    const event = asObject(payload.event);
    return meaningOf(EVENTS.get(textOf(event.type)), event, row, `event ${cleanName(textOf(event.type), 40)}`);
  }
  if (typeof payload.command === 'string') return read(slashCommand, onCommand)(payload, row);
  const type = textOf(payload.type);
  return meaningOf(INTERACTIONS.get(type), payload, row, `interaction ${cleanName(type, 40)}`);
}

function meaningOf(meaning: Meaning | undefined, value: Json, row: Row, what: string): DomainEvent {
  return meaning ? meaning(value, row) : ignored(what);
}

function read<T>(shape: z.ZodType<T>, meaning: (value: T, row: Row) => DomainEvent): Meaning {
  return (value, row) => {
    const result = shape.safeParse(value);
    if (result.success) return meaning(result.data, row);
    return ignored(`malformed: ${cleanName(result.error.issues[0]?.path.join('.') ?? '', 60)}`);
  };
}

const ignored = (reason: string): Ignored => ({ kind: 'ignored', reason });

function onMessage(event: MessageEvent, row: Row): MessageReceived | MessageEdited | MessagesWithdrawn | Ignored {
  if (event.subtype === 'message_deleted' || isTombstone(event)) return onDeleted(event, row);
  if (event.subtype === 'message_changed') return onEdit(event, row);
  if (SERVICE.has(event.subtype ?? '')) return ignored(`message subtype ${cleanName(event.subtype ?? '', 40)}`);
  if (!event.user) return ignored('not written by a person');
  return received(event, event, event.user, row);
}

type Place = Pick<MessageEvent, 'channel' | 'channel_type'>;

function received(place: Place, message: Words, user: string, row: Row): MessageReceived {
  return {
    kind: 'message.received',
    channel: 'slack',
    chat: chatOf(place.channel, user),
    private: isDirect(place),
    from: named(user, row),
    externalId: messageId(message.ts, message.thread_ts),
    ...contentOf(message),
    answers: answersOf(message),
    sentAt: timeOf(message.ts),
  };
}

/**
 * Slack also "changes" a message to show a preview of its links, although nobody has edited anything. Deleting a file
 * from it does count, though Slack does not call that an edit.
 */
function onEdit(event: MessageEvent, row: Row): MessageEdited | Ignored {
  const { message, previous_message: before } = event;
  const filesChanged = before && message && filesIn(before) !== filesIn(message);
  const writer = writerOf(event);
  if (!message || !writer || !(message.edited || filesChanged)) return ignored('not changed by a person');
  const whole = received(event, message, writer, row);
  const { chat, from, externalId, text, answers, sentAt } = whole;
  if (before && !filesChanged && contentOf(before).text === text) return ignored('its words did not change');
  const editedAt = editedIn(event, message, filesChanged);
  return { kind: 'message.edited', channel: 'slack', chat, from, externalId, text, answers, whole, sentAt, editedAt };
}

/** A file taken off it leaves the time of its last edit as it was. */
function editedIn(
  { ts, event_ts: at }: MessageEvent,
  { edited }: Words,
  filesChanged: boolean | null | undefined,
): Date {
  const times = [edited?.ts, !edited || filesChanged ? (at ?? ts) : undefined].filter((one) => one != null);
  return new Date(Math.max(...times.map((one) => timeOf(one).getTime())));
}

/** Only its writer can change a message; Slack does not always name them where they belong. */
const writerOf = ({ message, previous_message: before }: MessageEvent): string | undefined =>
  message?.user ?? before?.user ?? (message?.bot_id ? undefined : message?.edited?.user) ?? undefined;

const filesIn = (message: Words): string =>
  contentOf(message)
    .attachments.map(({ ref }) => ref)
    .sort()
    .join();

/** The first message of a thread leaves a tombstone when it is deleted. */
const isTombstone = ({ subtype, message }: MessageEvent): boolean =>
  subtype === 'message_changed' && message?.subtype === 'tombstone';

function onDeleted(event: MessageEvent, row: Row): MessagesWithdrawn | Ignored {
  const gone = event.previous_message;
  if (!gone?.user || gone.bot_id || gone.subtype === 'tombstone') return ignored('not deleted by who wrote it');
  const chat = chatOf(event.channel, gone.user);
  const externalIds = [messageId(gone.ts, gone.thread_ts)];
  const known = { from: named(gone.user, row), answers: answersOf(gone), sentAt: timeOf(gone.ts) };
  const withdrawnAt = timeOf(event.event_ts ?? event.ts);
  return { kind: 'messages.withdrawn', channel: 'slack', chat, externalIds, ...known, withdrawnAt };
}

function onHome({ user, tab }: z.infer<typeof homeEvent>, row: Row): DomainEvent {
  if (tab !== undefined && tab !== null && tab !== 'home') return ignored(`tab ${cleanName(tab, 40)}`);
  return { kind: 'home.opened', channel: 'slack', from: named(user, row), externalId: row.externalId };
}

/**
 * `/crm find Ann` is `/find Ann`, wherever it was typed: nobody else sees the command, or the answer to it
 * (respond.ts).
 */
function onCommand(typed: z.infer<typeof slashCommand>, row: Row): MessageReceived {
  const words = (typed.text ?? '').trim().replace(/^[/／]+/, '');
  return {
    kind: 'message.received',
    channel: 'slack',
    chat: typed.user_id,
    private: true,
    from: { address: typed.user_id, name: typed.user_name ?? '' },
    externalId: `command:${typed.trigger_id}`,
    text: `/${words || 'help'}`,
    behindSlash: true,
    attachments: [],
    answers: [],
    sentAt: row.receivedAt,
  };
}

function onPress(pressed: z.infer<typeof blockActions>, row: Row): DomainEvent {
  const { user, channel, message, container, actions, trigger_id } = pressed;
  const action = actions[0]!;
  const thread = message?.thread_ts ?? '';
  const press = { channel: channel?.id ?? '', user: user.id, thread };
  // only this person sees the message, so only they must see the answer
  const unseen = container?.is_ephemeral === true;
  const on = unseen ? row.externalId : message && messageId(message.ts, message.thread_ts);
  return {
    kind: 'button.pressed',
    channel: 'slack',
    chat: unseen ? user.id : chatOf(channel?.id, user.id),
    from: partyOf(user),
    buttonId: action.value ?? action.action_id,
    pressId: pressId(press, trigger_id ?? action.action_ts ?? row.externalId),
    ...(on && { messageId: on }),
    ...(trigger_id && { triggerId: trigger_id }),
  };
}

function onSubmission({ user, view }: z.infer<typeof viewSubmission>): DomainEvent {
  const opened = view.callback_id === FORM ? openedAt(view.private_metadata) : undefined;
  if (!opened) return ignored(`modal ${cleanName(view.callback_id, 40)}`);
  const values = Object.entries(view.state.values).map(([key, fields]) => [key, Object.values(fields)[0]?.value ?? '']);
  return {
    kind: 'form.submitted',
    channel: 'slack',
    chat: opened.chat,
    from: partyOf(user),
    buttonId: opened.button,
    values: Object.fromEntries(values) as Record<string, string>,
    externalId: view.id,
    ...(opened.message && { messageId: opened.message }),
  };
}

const WANTED = new Map([['new_contact', '/add']]);

function onGlobalShortcut({ user, callback_id, trigger_id }: z.infer<typeof globalShortcut>): DomainEvent {
  const command = WANTED.get(callback_id);
  if (!command) return ignored(`shortcut ${cleanName(callback_id, 40)}`);
  return { kind: 'form.wanted', channel: 'slack', chat: user.id, from: partyOf(user), command, triggerId: trigger_id };
}

const MAKE = new Map<string, 'lead' | 'ticket'>([
  ['create_lead', 'lead'],
  ['create_ticket', 'ticket'],
]);

function onShortcut(shortcut: z.infer<typeof messageAction>, row: Row): DomainEvent {
  const { user, channel, message, callback_id, trigger_id } = shortcut;
  const make = MAKE.get(callback_id);
  if (!make) return ignored(`shortcut ${cleanName(callback_id, 40)}`);
  const { text, attachments } = contentOf(message);
  const author = message.bot_id ? undefined : message.user;
  return {
    kind: 'message.picked',
    channel: 'slack',
    chat: chatOf(channel.id, user.id),
    from: partyOf(user),
    make,
    ...(author && { author: named(author, row) }),
    // a card's text says more than the customer did, so it does not count as their words
    text: author ? text : '',
    attachments: author ? attachments : [],
    sentAt: timeOf(message.ts),
    messageId: messageId(message.ts, message.thread_ts),
    answers: [message.thread_ts ?? message.ts],
    externalId: trigger_id,
  };
}

/** In a thread every message answers the first one. */
function answersOf({ ts, thread_ts: thread }: { ts: string; thread_ts?: string | null | undefined }): string[] {
  return thread && thread !== ts ? [thread] : [];
}

/** Events give only an id: the name was looked up when they came in. */
function named(address: string, { headers }: Row): Party {
  const language = cleanName(headers?.[PERSON.language] ?? '');
  return { address, name: cleanName(headers?.[PERSON.name] ?? ''), ...(language && { language }) };
}

const partyOf = ({ id, name, username }: z.infer<typeof blockActions>['user']): Party => ({
  address: id,
  name: name ?? username ?? '',
});

function timeOf(ts: string): Date {
  return new Date(Math.trunc(Number(ts) * 1000));
}
