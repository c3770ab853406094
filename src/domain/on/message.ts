import { enqueue } from '../../outbox/enqueue.ts';
import { detectLanguage } from '../../text/language.ts';
import { messages } from '../../text/messages.ts';
import { contactByIdentity, type Identity, resolveContact } from '../contact.ts';
import type { Context } from '../context.ts';
import { type Conversation, conversationAnswered, markSpoken, markWaiting, openConversation } from '../conversation.ts';
import { customerCard } from '../customer_card.ts';
import { tellOwner } from '../desk.ts';
import type { MessageReceived } from '../event.ts';
import { file, openWork } from '../filing.ts';
import { insertMessage, type Message, setTriage } from '../message.ts';
import { orderNamedIn } from '../order.ts';
import { triage } from '../triage/index.ts';
import { modelFor } from '../triage/learned.ts';
import type { Triage } from '../triage/triage.ts';
import { findUser } from '../user.ts';
import { wantsAnswer } from '../waiting.ts';
import { onBounce } from './bounce.ts';
import { onDeskMessage, onPairing } from './desk.ts';

/** Somebody wrote: a user's words are commands and answers, everybody else's are a customer's. */
export async function onMessageReceived(ctx: Context, event: MessageReceived): Promise<string | undefined> {
  // A mail is never a command, whoever it claims to be from: its sender line proves nothing.
  if (event.channel === 'email') return onMail(ctx, event);
  const user = await findUser(ctx.tx, event.channel, event.from.address);
  // What is said here would be read by everybody in the group, unless it is a desk: there what answers something is meant for us.
  if (!event.private && !(user && answersAtDesk(ctx, event))) return 'group chat';
  if (user) return onDeskMessage(ctx, user, event);
  return /^[/／](pair|配对)(\s|$)/i.test(event.text) ? onPairing(ctx, event) : onCustomerMessage(ctx, event);
}

/** Even when we know nothing of what it answers: an answer must not be lost without a word. */
function answersAtDesk(ctx: Context, { channel, chat, answers }: MessageReceived): boolean {
  return ctx.deskChats[channel] === chat && answers.length > 0;
}

async function onMail(ctx: Context, event: MessageReceived): Promise<string | undefined> {
  if (event.automatic === 'bounce') return onBounce(ctx, event);
  return ctx.ownerEmails.includes(event.from.address) ? onOwnMail(ctx, event) : onCustomerMessage(ctx, event);
}

/** The owner mailed their own mailbox: shown to them, filed as nobody's. */
async function onOwnMail(ctx: Context, event: MessageReceived): Promise<string> {
  await tellOwner(ctx, `own:${event.externalId}`, (t) => t.card.ownMail(event.subject ?? '', event.text));
  return 'from the owner';
}

/** A customer's words are data, whatever they say. */
export async function onCustomerMessage(ctx: Context, event: MessageReceived): Promise<string | undefined> {
  const identities = identitiesOf(event);
  // newsletters and absence notes of people we do not know would fill the contacts
  if (event.automatic && !(await contactByIdentity(ctx.tx, identities))) return `automatic: ${event.automatic}`;
  const contact = await resolveContact(ctx.tx, identities, draftOf(event), event.sentAt);
  await markReachable(ctx, event);
  const conversation = await conversationFor(ctx, event, contact.id);
  if (isGreeting(event)) return greet(ctx, event, conversation);
  const message = await insertMessage(ctx.tx, {
    conversationId: conversation.id,
    direction: 'in',
    externalId: event.externalId,
    text: wordsOf(event),
    quotedText: event.quotedText,
    subject: event.subject,
    attachments: event.attachments,
    occurredAt: event.sentAt,
  });
  if (!message) return 'already stored';
  if (event.automatic) return `automatic: ${event.automatic}`;
  await takeIn(ctx, conversation, message, event.forwardedFrom?.name);
  return undefined;
}

/** A shared contact card has no words of its own. */
function wordsOf({ text, sharedContact }: MessageReceived): string {
  const card = sharedContact && ['👤', sharedContact.name, sharedContact.address].filter(Boolean).join(' ');
  return [text, card].filter(Boolean).join('\n');
}

/** Decides what the message is, files it, and puts it on the owner's desk. */
async function takeIn(
  ctx: Context,
  conversation: Conversation,
  message: Message,
  forwardedFrom: string | undefined,
): Promise<void> {
  const open = await openWork(ctx, conversation.id);
  const verdict = await judgeMessage(ctx, conversation, message, open);
  await setTriage(ctx.tx, message.id, verdict);
  const filed = await file(ctx, conversation, message, verdict, open);
  await markSpoken(ctx.tx, conversation.id, message.occurredAt);
  if (wantsAnswer(verdict)) await markWaiting(ctx.tx, conversation.id, message.occurredAt);
  const subject = { conversation, message: { ...message, triage: verdict }, filed };
  await tellOwner(
    ctx,
    `card:${message.id}`,
    (t, locale) => customerCard(ctx, t, locale, { ...subject, forwardedFrom }),
    { conversationId: conversation.id },
  );
}

async function judgeMessage(
  ctx: Context,
  conversation: Conversation,
  message: Message,
  open: { leadId?: string; ticketId?: string },
): Promise<Triage> {
  const orderNumber = await orderNamedIn(ctx.tx, conversation.contactId, `${message.subject ?? ''} ${message.text}`);
  const input = {
    text: message.text,
    ...(message.subject && { subject: message.subject }),
    signals: {
      openTicket: open.ticketId !== undefined,
      openLead: open.leadId !== undefined,
      ...(orderNumber && { orderNumber }),
    },
  };
  return triage(input, await modelFor(ctx.tx));
}

/** Whoever writes to us hears us again, even if the channel has not said so. */
async function markReachable(ctx: Context, { channel, from }: MessageReceived): Promise<void> {
  await ctx.tx`
    update contact_identities set blocked_at = null
    where channel = ${channel} and address = ${from.address} and blocked_at is not null`;
}

/** Strongest first: the channel's own id, then what the channel vouches for. */
function identitiesOf(event: MessageReceived): Identity[] {
  const identities: Identity[] = [{ channel: event.channel, address: event.from.address }];
  if (event.from.phone) identities.push({ channel: 'phone', address: event.from.phone });
  const own = event.sharedContact?.own ? event.sharedContact.address : undefined;
  if (own) identities.push({ channel: 'phone', address: own });
  return identities;
}

function draftOf(event: MessageReceived) {
  const spoken = detectLanguage(event.text);
  const hinted = event.from.language ? (event.from.language.startsWith('zh') ? 'zh-CN' : 'en') : undefined;
  return { name: event.from.name, locale: spoken ?? (hinted as 'zh-CN' | 'en' | undefined) ?? null };
}

/** A chat is one conversation; a mail belongs to the thread it answers if its sender takes part in it, else it begins one. */
async function conversationFor(ctx: Context, event: MessageReceived, contactId: string): Promise<Conversation> {
  const answered = await conversationAnswered(ctx.tx, event.channel, event.chat, event.answers);
  if (answered && event.channel === 'email') return answered;
  const thread = event.channel === 'email' ? event.externalId : '';
  const { channel, chat: address, subject } = event;
  return openConversation(ctx.tx, { contactId, channel, address, thread, subject });
}

const isGreeting = (event: MessageReceived): boolean =>
  event.channel === 'telegram' && /^\/start(\s|$)/.test(event.text);

/** The first press on a bot's Start button says nothing yet: the customer is welcomed, the owner is not bothered. */
async function greet(ctx: Context, event: MessageReceived, conversation: Conversation): Promise<string> {
  const locale = draftOf(event).locale ?? ctx.settings.locale;
  await enqueue(ctx.tx, ctx.random, {
    channel: event.channel,
    address: event.chat,
    audience: 'customer',
    idempotencyKey: `greeting:${conversation.id}`,
    payload: { kind: 'message', reply: { text: messages(locale).customer.welcome(ctx.settings.businessName) } },
    conversationId: conversation.id,
  });
  return 'start button';
}
