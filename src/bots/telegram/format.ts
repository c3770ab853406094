import type { ForceReply, InlineKeyboardMarkup, MessageEntity } from 'grammy/types';
import { type Attachment, fileLine } from '../../domain/attachment.ts';
import { itemWords, type List, type Reply } from '../../domain/reply.ts';
import type { OutboxMessage } from '../../outbox/message.ts';
import { fieldLines } from '../../text/set/labelled.ts';
import { truncate } from '../../text/truncate.ts';
import { keyboardOf } from './keyboard.ts';
import { join, linked, type Styled, split, styled, unstyled } from './styled.ts';

/**
 * What sendMessage takes: styles are sent as entities, so no text can be mistaken for markup and nothing needs
 * escaping.
 */
export interface TelegramText {
  text: string;
  entities?: MessageEntity[];
  reply_markup?: InlineKeyboardMarkup | (ForceReply & { inline_keyboard?: never });
}

/** sendMessage: 1-4096 characters after entities parsing; we count UTF-16 units, which are never fewer. */
const TEXT_LIMIT = 4096;
/** A longer quotation is shown folded. */
const LONG_QUOTE = 600;

/**
 * A reply as one or more messages of at most 4096 UTF-16 units; the parts joined are the whole text. Buttons are on the
 * last one. Customers get plain text with its links. Empty if there is nothing to say. Files that Telegram holds are
 * not named here, because they are sent.
 */
export function formatTelegram(reply: Reply, audience: OutboxMessage['audience'] = 'owner'): TelegramText[] {
  const whole = join(blocksOf(reply, audience));
  const keyboard = keyboardOf(reply) ?? fieldFor(reply);
  const body = /\S/.test(whole.text) || keyboard === undefined ? whole : styled('…');
  const parts = split(audience === 'owner' ? body : unstyled(body), TEXT_LIMIT);
  return parts.map(({ text, entities }, index) => ({
    text,
    ...(entities.length > 0 && { entities }),
    ...(keyboard && index === parts.length - 1 && { reply_markup: keyboard }),
  }));
}

/** Bot API, ForceReply: a placeholder of 1-64 characters. A message has buttons or this, never both. */
const PLACEHOLDER = 64;

/** The field for typing opens, ready to answer the message. */
const fieldFor = ({ asks }: Reply): ForceReply | undefined =>
  asks ? { force_reply: true, input_field_placeholder: truncate(asks, PLACEHOLDER) } : undefined;

/**
 * Whether Telegram has the file, so that it can be sent again by file_id. A file that is not Telegram's has a channel,
 * or a ref with a colon (`file:ab12…`).
 */
export function isOnTelegram({ channel = 'telegram', ref }: Attachment): boolean {
  return channel === 'telegram' && ref !== '' && !ref.includes(':');
}

/** What is said in the topic of a person has the hint that holds there. */
export const inPlace = (reply: Reply, inTopic: boolean | undefined): Reply =>
  inTopic && reply.inTopic ? { ...reply, hint: reply.inTopic } : reply;

function blocksOf(reply: Reply, audience: OutboxMessage['audience']): Styled[] {
  const elsewhere = (reply.attachments ?? []).filter((file) => !isOnTelegram(file));
  return [
    styled(reply.title, 'bold'),
    // the owner sees where a link leads, the customer sees what the owner typed
    audience === 'owner' ? styled(reply.text) : linked(reply.text, reply.links),
    styled(reply.quote, (reply.quote?.length ?? 0) > LONG_QUOTE ? 'expandable_blockquote' : 'blockquote'),
    styled(reply.copy, 'pre'),
    styled(elsewhere.map(fileLine).join('\n')),
    styled(fieldLines(reply.fields ?? []).join('\n')),
    ...(reply.lists ?? []).flatMap((list) => listBlock(list)),
    styled(reply.hint, 'italic'),
    styled((reply.done ?? []).join('\n'), 'bold'),
  ];
}

function listBlock({ title, items }: List): Styled[] {
  const lines = items.map((item) => `• ${itemWords(item)}${item.detail ? ` — ${item.detail}` : ''}`);
  return [styled(title, 'bold'), styled(lines.join('\n'))];
}
