import type { Update } from 'grammy/types';
import type { InboxEvent } from '../../inbox/event.ts';

/** What we ask Telegram for; it remembers the list. Kinds that parse.ts does not act on are still kept in the inbox. */
export const ALLOWED_UPDATES = [
  'message',
  'edited_message',
  'callback_query',
  'my_chat_member',
  'business_connection',
  'business_message',
  'edited_business_message',
  'deleted_business_messages',
  'message_reaction',
] as const satisfies (keyof Update)[];

/** An update as an inbox row. `raw` is the update as it came; an update from getUpdates is serialized again. */
export function toInboxEvent(botId: string, update: { update_id: number }, raw?: Uint8Array): InboxEvent {
  return {
    source: 'telegram',
    externalId: `${botId}:${update.update_id}`,
    lane: laneOf(update),
    ...senderOf(update),
    body: raw ?? Buffer.from(JSON.stringify(update)),
  };
}

type Json = Record<string, unknown>;

/**
 * Everything in a chat stays in order. Presses have a lane for each person, as Telegram itself queues them: somebody
 * waits for the effect of a press, and it must not queue behind a message that cannot be handled. Business chats have
 * their own ids, which may equal a chat's.
 */
function laneOf(update: object): string {
  const [kind, value] = Object.entries(update).find(([key]) => key !== 'update_id') ?? ['other', undefined];
  const { chat, from, business_connection_id: business } = asObject(value);
  if (kind === 'callback_query') return `telegram:press:${idOf(from)}`;
  if (typeof business === 'string') return `telegram:business:${business}:${idOf(chat)}`;
  return chat === undefined ? `telegram:${kind}` : `telegram:${idOf(chat)}`;
}

/** Who wrote or pressed it; nobody for what happens by itself. */
function senderOf(update: object): { sender?: string } {
  const [, value] = Object.entries(update).find(([key]) => key !== 'update_id') ?? [];
  const sender = idOf(asObject(value).from);
  return sender ? { sender } : {};
}

const asObject = (value: unknown): Json => (typeof value === 'object' && value !== null ? (value as Json) : {});

function idOf(value: unknown): string {
  const { id } = asObject(value);
  return typeof id === 'number' ? String(id) : '';
}
