import type { Fragment, Sql } from '../../db/sql.ts';
import type { Texts } from '../../text/texts.ts';
import { truncate } from '../../text/truncate.ts';
import { type Attachment, carried, fileSaid, isInMailbox } from '../attachment.ts';
import type { Shown } from '../card.ts';
import type { Button } from '../reply.ts';
import type { Message } from '../talk/message.ts';
import { withFate } from '../talk/said_by.ts';

/** A message that is on a card. */
export type ShownMessage = Message & { shown: Shown };

/** A card has to fit into one message on every platform; the whole text is a tap away. */
const QUOTE_GRAPHEMES = 1200;

/** Files beyond this number are only named. */
const MOST_FILES = 20;

/** The words of all, each by its beginning; what has none is named by its files, and whose words they are is said where that differs. */
export function wordsOn(t: Texts, messages: readonly ShownMessage[]): string {
  const [only] = messages;
  if (only && messages.length === 1) return withFate(t, truncate(only.text, QUOTE_GRAPHEMES), only.fate);
  const room = roomFor(messages);
  const attached = new Set(attachmentsOn(messages).slice(0, MOST_FILES));
  const authors = new Set(messages.map(writerOn));
  const forwarded = new Set(messages.map(({ shown }) => shown.forwardedFrom));
  return messages
    .map((message) => {
      const words = wordsShown(t, message, room, attached);
      const passedOn =
        forwarded.size > 1 && message.shown.forwardedFrom ? t.card.passedOn(message.shown.forwardedFrom, words) : words;
      const writer = writerOn(message);
      return authors.size > 1 && writer ? t.digest.waits(writer, passedOn) : passedOn;
    })
    .join('\n');
}

/** Who wrote it, if answers go to somebody else. */
export const writerOn = ({ author, authorName }: Pick<ShownMessage, 'author' | 'authorName'>): string | null =>
  author ?? authorName;

/** What one of several messages says, in at most `room` graphemes. */
export function wordsShown(
  t: Texts,
  { text, subject, attachments, fate }: Pick<ShownMessage, 'text' | 'subject' | 'attachments' | 'fate'>,
  room: number,
  attached: ReadonlySet<Attachment> = new Set(),
): string {
  const words = truncate(text, room);
  const named = attachments.filter((file) => words === '' || !attached.has(file)).filter((file) => !isInMailbox(file));
  const said = [words, ...named.map((file) => fileSaid(t, file))].filter(Boolean).join('\n');
  return withFate(t, said || subject || t.contact.file, fate);
}

/** Whether a card with this much room for each message has to cut it. */
export function isCut({ text }: Pick<ShownMessage, 'text'>, room: number): boolean {
  return text.length > room && truncate(text, room) !== text;
}

/** How many graphemes of each message a card has room for: long messages may use what short ones leave. */
export function roomFor(messages: readonly Pick<ShownMessage, 'text'>[]): number {
  const lengths = messages.map(({ text }) => text.length).sort((one, other) => one - other);
  let left = QUOTE_GRAPHEMES;
  for (const [nth, length] of lengths.entries()) {
    const share = Math.floor(left / (lengths.length - nth));
    if (length > share) return share;
    left -= length;
  }
  return QUOTE_GRAPHEMES;
}

/** What was told before is there already. */
const attachmentsOn = (messages: readonly ShownMessage[]): Attachment[] =>
  messages.flatMap(({ attachments, shown }) => (shown.told ? [] : attachments.filter((file) => !isInMailbox(file))));

/** The files of all, as a card carries them. */
export function filesOn(messages: readonly ShownMessage[], channel: string): Attachment[] {
  return attachmentsOn(messages)
    .slice(0, MOST_FILES)
    .map((file) => carried(file, channel));
}

/** Shuts out whoever wrote it. */
export const blockButton = (t: Texts, contactId: string): Button => ({
  label: t.button.block,
  command: `/block c${contactId}`,
});

/** On this many cards, the first ones, we explain how they are answered. */
const MOST_EXPLAINED = 3;
/** How many messages are read to find out which are the first. */
const LOOKED_AT = 10;

/** Whether a customer's message is one of the first there ever were. */
export const isEarly = (sql: Sql, messageId: string): Fragment => sql`(
  select count(*) < ${LOOKED_AT} and count(*) filter (where direction = 'in') < ${MOST_EXPLAINED}
  from (select id, direction from messages order by id limit ${LOOKED_AT}) first where id < ${messageId}::bigint
)`;

/** Whether there are any; how many does not matter. */
export const hasCanned = (sql: Sql): Fragment => sql`exists (select from canned_replies)`;
