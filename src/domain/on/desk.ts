import { enqueue } from '../../outbox/enqueue.ts';
import { messages } from '../../text/messages.ts';
import { answer } from '../answer.ts';
import { answeredReply } from '../commands/reply.ts';
import { carriesSecret, isCommand, runCommand } from '../commands/run.ts';
import { loadContact } from '../contact.ts';
import type { Context } from '../context.ts';
import { type Conversation, conversationOfCard } from '../conversation.ts';
import type { MessageReceived } from '../event.ts';
import { journaled } from '../journal.ts';
import { insertMessage } from '../message.ts';
import { pair } from '../pairing.ts';
import { offerForWords } from '../plain_words.ts';
import type { Reply } from '../reply.ts';
import type { User } from '../user.ts';
import { mayAct } from '../user.ts';

/** The outcome of a row whose body must not be kept. */
export const FORGET = 'carried a secret: not kept';

/** A line that begins so never leaves; Chinese keyboards write the wide slash. */
const NOTE = /^[/／]{2}\s*/;

/** A user wrote: a command, an answer to a card, a note, or words we offer to make something of. */
export async function onDeskMessage(ctx: Context, user: User, event: MessageReceived): Promise<string | undefined> {
  const conversation = await cardAnswered(ctx, event);
  const reply = await deskReply(ctx, user, event, conversation);
  if (reply) await say(ctx, event, reply);
  return carriesSecret(event.text) ? FORGET : undefined;
}

async function deskReply(
  ctx: Context,
  user: User,
  event: MessageReceived,
  conversation: Conversation | undefined,
): Promise<Reply | undefined> {
  const text = event.text.trim();
  if (NOTE.test(text) && conversation) return note(ctx, user, conversation, text);
  if (isCommand(text)) return runCommand(ctx, user, text, placeOf(event), conversation);
  if (conversation) return answerCard(ctx, user, event, conversation);
  return offerForWords(ctx, user, text || personIn(event));
}

/** Whom the user passed on: a contact card, or the author of a forwarded message. */
function personIn({ sharedContact, forwardedFrom }: MessageReceived): string {
  return [sharedContact?.name ?? forwardedFrom?.name, sharedContact?.address].filter(Boolean).join(' ');
}

/** The conversation of the card in this chat that the message answers. */
export async function cardAnswered(
  ctx: Context,
  event: { channel: string; chat: string; answers: string[] },
): Promise<Conversation | undefined> {
  const desk = { channel: event.channel, address: event.chat };
  for (const externalId of event.answers) {
    const conversation = await conversationOfCard(ctx.tx, desk, externalId);
    if (conversation) return conversation;
  }
  if (event.answers.length > 0) await letCardsSettle(ctx, desk);
  return undefined;
}

/**
 * A card can be answered before we have written down under which id it left. What is answered is then not known yet, rather
 * than unknown: the row fails and is tried again in a second.
 */
async function letCardsSettle(ctx: Context, { channel, address }: { channel: string; address: string }): Promise<void> {
  const [leaving] = await ctx.tx`
    select from outbox where channel = ${channel} and address = ${address} and state = 'sending' limit 1`;
  if (leaving) throw new Error('the card that is answered is still being sent');
}

/** The receipt follows when the answer has left; before that one line is said if it is held, or cannot leave. */
async function answerCard(
  ctx: Context,
  user: User,
  event: MessageReceived,
  conversation: Conversation,
): Promise<Reply | undefined> {
  const t = messages(user.locale ?? ctx.settings.locale);
  if (!mayAct(user, 'helper')) return t.desk.notAllowed;
  if (!event.text.trim() && event.attachments.length === 0) {
    return t.desk.incomplete(t.commands.reply, t.need.text, '');
  }
  const given = { text: event.text, attachments: event.attachments, receiptTo: placeOf(event) };
  const entry = { userId: user.id, command: '/reply', now: ctx.now };
  const { result } = await journaled(ctx.tx, entry, () => answer(ctx, user, conversation, given));
  if (result.result === 'queued' && result.seconds === 0) return undefined;
  const contact = await loadContact(ctx.tx, conversation.contactId);
  return answeredReply(t, result, contact?.name ?? '', conversation);
}

async function note(ctx: Context, user: User, conversation: Conversation, text: string): Promise<Reply> {
  const t = messages(user.locale ?? ctx.settings.locale);
  if (!mayAct(user, 'helper')) return t.desk.notAllowed;
  const entry = { userId: user.id, command: text, now: ctx.now };
  await journaled(ctx.tx, entry, () =>
    insertMessage(ctx.tx, {
      conversationId: conversation.id,
      direction: 'note',
      text: text.replace(NOTE, ''),
      userId: user.id,
      occurredAt: ctx.now,
    }),
  );
  const contact = await loadContact(ctx.tx, conversation.contactId);
  return t.note.saved(contact?.name ?? '');
}

/** The only command a stranger may send, in a private chat. */
export async function onPairing(ctx: Context, event: MessageReceived): Promise<string> {
  const code = event.text.replace(/^\S+\s*/, '');
  const user = await pair(ctx, event.channel, event.chat, code);
  const t = messages(user?.locale ?? ctx.settings.locale);
  await say(ctx, event, user ? t.pair.welcome : t.pair.refused);
  return user ? 'paired' : 'pairing refused';
}

const placeOf = (event: MessageReceived) => ({
  channel: event.channel,
  address: event.chat,
  externalId: event.externalId,
});

async function say(ctx: Context, event: MessageReceived, reply: Reply): Promise<void> {
  await enqueue(ctx.tx, ctx.random, {
    channel: event.channel,
    address: event.chat,
    audience: 'owner',
    idempotencyKey: `said:${event.channel}:${event.chat}:${event.externalId}`,
    payload: { kind: 'message', reply, replyTo: event.externalId },
    conversationId: reply.about ?? null,
  });
}
