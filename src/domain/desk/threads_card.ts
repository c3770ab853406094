import type { Locale } from '../../text/locale.ts';
import type { Texts } from '../../text/texts.ts';
import { truncate } from '../../text/truncate.ts';
import type { Context } from '../context.ts';
import { loadContact } from '../people/contact.ts';
import type { Item, Reply } from '../reply.ts';
import { type Conversation, loadConversation } from '../talk/conversation.ts';
import { channelOf } from '../talk/own_account.ts';
import { listStillToCome } from '../talk/scheduled.ts';
import { strongest } from '../talk/urgent.ts';
import { filesOn, roomFor, type ShownMessage, wordsShown, writerOn } from './card_words.ts';
import { gatheredButtons, severalField } from './customer_card.ts';
import { laterOnCard } from './later_field.ts';

const WORDS_GRAPHEMES = 200;

/**
 * Messages of one contact in several conversations. An answer to it could be meant for any of them, so it answers none: each
 * conversation is shown, and answered, at a tap.
 */
export async function threadsCard(
  ctx: Context,
  t: Texts,
  locale: Locale,
  { messages, count, flood }: { messages: readonly ShownMessage[]; count: number; flood: boolean },
): Promise<Reply> {
  const threads: { conversation: Conversation; messages: ShownMessage[] }[] = [];
  for (const id of new Set(messages.map(({ conversationId }) => conversationId))) {
    const conversation = (await loadConversation(ctx.tx, id))!;
    threads.push({ conversation, messages: messages.filter(({ conversationId }) => conversationId === id) });
  }
  const { contactId, address } = threads.at(-1)!.conversation;
  const contact = await loadContact(ctx.tx, contactId);
  const later = laterOnCard(ctx, t, locale, await listStillToCome(ctx.tx, contactId));
  const files = threads.flatMap((thread) => filesOn(thread.messages, thread.conversation.channel));
  return {
    title: t.card.threads(contact?.name || address, threads.length),
    ...(files.length > 0 && { attachments: files }),
    fields: [...severalField(t, count, messages.length), ...later.fields],
    lists: [{ items: threads.map((thread) => itemOf(t, thread)) }],
    buttons: [...later.buttons, gatheredButtons(t, contactId, flood)],
    hint: t.card.threadsHint,
  };
}

function saidIn(t: Texts, message: ShownMessage, room: number): string {
  const words = wordsShown(t, message, room).replace(/\s*\n\s*/g, ' ');
  const writer = writerOn(message);
  return writer ? t.digest.waits(writer, words) : words;
}

function itemOf(t: Texts, { conversation, messages }: { conversation: Conversation; messages: ShownMessage[] }): Item {
  const room = roomFor(messages);
  const words = messages.map((message) => saidIn(t, message, room)).join(' / ');
  const line = truncate([messages.at(-1)!.subject, words].filter(Boolean).join(' · '), WORDS_GRAPHEMES);
  const urgent = strongest(messages.map(({ shown }) => shown.urgent));
  return {
    text: urgent ? t.away.urgentLine(t.urgent[urgent], line) : line,
    detail: t.channel(channelOf(conversation)),
    ref: `v${conversation.id}`,
    contactId: conversation.contactId,
    buttons: [{ label: t.button.show, command: `/inbox v${conversation.id}` }],
  };
}
