import type { Locale } from '../../text/locale.ts';
import type { Texts } from '../../text/texts.ts';
import { truncate } from '../../text/truncate.ts';
import type { Context } from '../context.ts';
import { waitedFor } from '../owner/away.ts';
import { loadContact } from '../people/contact.ts';
import { lastFormerName } from '../people/former_name.ts';
import { type Namesake, namesake } from '../people/name.ts';
import type { Button, Reply } from '../reply.ts';
import { lastWords } from '../shown.ts';
import { answerWay } from '../talk/answer_way.ts';
import type { Conversation } from '../talk/conversation.ts';
import { unansweredMessages } from '../talk/waiting.ts';
import { answersGo, goesTo } from '../talk/who_gets_it.ts';
import { addressField } from './card_address.ts';
import { hasCanned, isEarly, wordsShown } from './card_words.ts';
import { openWork } from './filing.ts';

const QUOTE_GRAPHEMES = 1200;

/** What waits in one conversation, and what can be done about it: answered by answering the card. */
export async function waitingCard(
  ctx: Context,
  t: Texts,
  locale: Locale,
  conversation: Conversation,
): Promise<Reply & { buttons: Button[][] }> {
  const { id, contactId, channel, waitingSince } = conversation;
  const contact = (await loadContact(ctx.tx, contactId))!;
  const way = await answerWay(ctx.tx, conversation);
  const { ticketNumber } = await openWork(ctx, id);
  const { messages, total } = await unansweredMessages(ctx.tx, id);
  const name = contact.name || conversation.address;
  const named = await namedOf(ctx, contactId, messages[0]?.id);
  const several = messages.some(({ by }) => by !== '');
  const words = messages.map((message) => {
    const said = wordsShown(t, message, QUOTE_GRAPHEMES);
    return several ? t.digest.waits(message.by || name, said) : said;
  });
  const before = total - messages.length;
  const since = waitingSince && (await waitedFor(ctx, waitingSince, locale));
  return {
    title: t.card.title(name, t.channel(channel), way.subject),
    ...(words.length > 0 && {
      quote: truncate([...(before > 0 ? [t.inbox.before(before)] : []), ...words].join('\n'), QUOTE_GRAPHEMES),
    }),
    fields: [
      ...addressField(t, contact, conversation, named.namesake),
      ...(named.former ? [{ label: t.card.customer, value: t.card.was(named.former) }] : []),
      ...((await isSuspicious(ctx, id)) ? [{ label: t.mail.careful, value: t.mail.suspicious }] : []),
      ...(since ? [{ label: t.contact.waiting, value: since }] : []),
      ...answersGo(t, conversation, contact.name, way),
    ],
    buttons: [
      ...(isAnswerable(conversation) ? [[replyButton(t, contactId), ...(named.canned ? [cannedButton(t)] : [])]] : []),
      [
        { label: t.button.contact, command: `/contact c${contactId}` },
        ...(ticketNumber ? [{ label: t.button.resolve, command: `/resolve ${ticketNumber}` }] : []),
        ...(since ? [answeredButton(t, id)] : []),
      ],
      snoozeButtons(t, `v${id}`),
    ],
    ...(named.early && howToAnswer(t, conversation)),
    ...goesTo(conversation, way),
    ...(messages.length > 0 && { shownUpTo: { messageId: messages.at(-1)!.id, at: ctx.now.toISOString() } }),
    about: id,
  };
}

async function namedOf(
  { tx }: Context,
  contactId: string,
  messageId: string | undefined,
): Promise<{ namesake: Namesake; former: string | null; early: boolean; canned: boolean }> {
  const [row] = await tx<{ namesake: Namesake; former: string | null; early: boolean; canned: boolean }>`
    select ${namesake(tx, contactId)} as namesake, ${lastFormerName(tx, contactId)} as former, ${messageId === undefined ? tx`true` : isEarly(tx, messageId)} as early,
      ${hasCanned(tx)} as canned`;
  return row!;
}

/** How a card is answered; nothing where it cannot be. */
export const howToAnswer = (t: Texts, conversation: Conversation): Pick<Reply, 'hint' | 'inTopic' | 'byReplying'> =>
  isAnswerable(conversation) ? { hint: t.card.answerHint, inTopic: t.card.topicHint, byReplying: true } : {};

/** What they wrote last may be forged. */
async function isSuspicious({ tx }: Context, conversationId: string): Promise<boolean> {
  const [last] = await tx<{ trust: string | null }>`
    select m.trust from conversations v join messages m on m.id = ${lastWords(tx)} where v.id = ${conversationId}`;
  return last?.trust === 'suspicious';
}

/** Opens a form, or a field for typing. */
const replyButton = (t: Texts, contactId: string): Button => ({
  label: t.button.reply,
  command: `/reply c${contactId}`,
  form: true,
  asks: true,
});

/** What is said often, each a tap away. */
export const cannedButton = (t: Texts): Button => ({ label: t.button.canned, command: '/c' });

/** Not from beside our notes: what stands there came without an address. */
export const isAnswerable = ({ channel }: Pick<Conversation, 'channel'>): boolean => channel !== 'note';

/** What is done about a message: it is answered, or where that cannot be from here it is said that it was. */
export const answerButton = (t: Texts, conversation: Conversation): Button =>
  isAnswerable(conversation) ? replyButton(t, conversation.contactId) : answeredButton(t, conversation.id);

export const answeredButton = (t: Texts, conversationId: string): Button => ({
  label: t.button.answered,
  command: `/answered v${conversationId}`,
});

/** `what` is a ticket's number, or a conversation's with v before it. */
export const snoozeButtons = (t: Texts, what: string): [inAnHour: Button, tomorrow: Button] => [
  { label: t.button.snoozeHour, command: `/snooze ${what} ${t.snooze.inAnHour}` },
  { label: t.button.snooze, command: `/snooze ${what} ${t.snooze.tomorrow}` },
];
