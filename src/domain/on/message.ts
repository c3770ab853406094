import { takeBackCard } from '../../outbox/change.ts';
import { detectLanguage } from '../../text/language.ts';
import { ALBUM_SECONDS, joinAlbum, messageOfAlbum, notePart, type Part, partOf } from '../album.ts';
import { lookAlike } from '../alike.ts';
import { carried } from '../attachment.ts';
import { answerWhileAway } from '../automatic_answer.ts';
import { isCommand } from '../commands/run.ts';
import { contactByIdentity, type Identity, loadContact, resolveContact } from '../contact.ts';
import type { Context } from '../context.ts';
import { type Conversation, markSpoken, markWaiting, openConversation } from '../conversation.ts';
import { customerCard } from '../customer_card.ts';
import { tellOwner } from '../desk.ts';
import type { MessageReceived } from '../event.ts';
import { file, openWork, unfile } from '../filing.ts';
import { type ThreadOfMail, threadOfMail } from '../mail_thread.ts';
import { insertMessage, type Message, setTriage } from '../message.ts';
import { clearObjections } from '../objection.ts';
import { orderNamedIn } from '../order.ts';
import { insertReceived } from '../received.ts';
import { triage } from '../triage/index.ts';
import { modelFor } from '../triage/learned.ts';
import type { Triage } from '../triage/triage.ts';
import { urgency } from '../urgent.ts';
import { findUser } from '../user.ts';
import { wantsAnswer } from '../waiting.ts';
import { confirmArrival } from './arrival.ts';
import { onBounce, onComplaint } from './bounce.ts';
import { onDeskMessage, onPairing } from './desk.ts';
import { onInvitation, onOwnMail } from './mail.ts';
import { BY_CUSTOMER, onAccountMessage } from './own_account.ts';
import { isStart, openLinkIn, welcome } from './start.ts';
import { wordsOf } from './words.ts';

/** Somebody wrote: a user's words are commands and answers, everybody else's are a customer's. */
export async function onMessageReceived(ctx: Context, event: MessageReceived): Promise<string | undefined> {
  // A mail is never a command, whoever it claims to be from: its sender line proves nothing.
  if (event.channel === 'email') return onMail(ctx, event);
  if (event.account) {
    const outcome = await onAccountMessage(ctx, event, event.account);
    return outcome === BY_CUSTOMER ? onCustomerMessage(ctx, event) : outcome;
  }
  const user = await findUser(ctx.tx, event.channel, event.from.address);
  // What is said here would be read by everybody in the group, unless it is a desk: there some of it is meant for us.
  if (!event.private && !(user && isForDesk(ctx, event))) return 'group chat';
  if (user) return onDeskMessage(ctx, user, event);
  return /^[/／](pair|配对)(\s|$)/i.test(event.text) ? onPairing(ctx, event) : onCustomerMessage(ctx, event);
}

/** A command, or what answers something, even if we do not know what: an answer must not be lost without a word. */
function isForDesk(ctx: Context, { channel, chat, answers, topic, text }: MessageReceived): boolean {
  return ctx.deskChats[channel] === chat && (answers.length > 0 || topic !== undefined || isCommand(text));
}

async function onMail(ctx: Context, event: MessageReceived): Promise<string | undefined> {
  if (event.automatic === 'bounce') return onBounce(ctx, event);
  if (event.automatic === 'complaint') return onComplaint(ctx, event);
  await confirmArrival(ctx, event.channel, event.answers);
  if (ctx.ownerEmails.includes(event.from.address)) return onOwnMail(ctx, event);
  return event.automatic === 'calendar' ? onInvitation(ctx, event) : onCustomerMessage(ctx, event);
}

/** A customer's words are data, whatever they say. */
export async function onCustomerMessage(ctx: Context, event: MessageReceived): Promise<string | undefined> {
  const identities = identitiesOf(event);
  // newsletters and absence notes of people we do not know would fill the contacts
  if (event.automatic && !(await contactByIdentity(ctx.tx, identities))) return `automatic: ${event.automatic}`;
  const opened = await openLinkIn(ctx, event);
  const contact = await resolveContact(ctx.tx, identities, draftOf(event), event.sentAt);
  if (!event.account && !event.claimed) await markReachable(ctx, event);
  const { conversation, perhaps } = await conversationFor(ctx, event, contact.id);
  if (isStart(event))
    return welcome(ctx, event, conversation, { locale: contact.locale ?? ctx.settings.locale, opened });
  const part = partOf({ ...event, text: wordsOf(ctx, event) });
  const begun = part && (await messageOfAlbum(ctx.tx, part));
  if (part && begun) return addPart(ctx, conversation, begun, part, event.forwardedFrom?.name);
  const message = await insertReceived(ctx, event.channel, {
    conversationId: conversation.id,
    direction: 'in',
    externalId: event.externalId,
    text: wordsOf(ctx, event),
    quotedText: event.quotedText,
    subject: event.subject,
    attachments: event.attachments,
    trust: event.trust ?? null,
    author: event.from.address !== conversation.address && event.channel === 'email' ? event.from.address : undefined,
    occurredAt: event.sentAt,
  });
  if (!message) return 'already stored';
  if (part) await notePart(ctx.tx, part, message.id);
  if (event.automatic) return `automatic: ${event.automatic}`;
  if (event.ownerComment) await keepComment(ctx, conversation, event.ownerComment);
  const waits = part && { delaySeconds: ALBUM_SECONDS };
  const claimed = event.claimed && event.from.address;
  await takeIn(ctx, conversation, message, { forwardedFrom: event.forwardedFrom?.name, perhaps, claimed, ...waits });
  if (event.trust === 'suspicious') return undefined;
  await lookAlike(ctx, contact, { identities, words: ownWords(event) });
  return undefined;
}

/** What the owner wrote above what they forwarded is for themselves. */
async function keepComment(ctx: Context, { id: conversationId }: Conversation, text: string): Promise<void> {
  await insertMessage(ctx.tx, { conversationId, direction: 'note', text, occurredAt: ctx.now });
}

/** A card that waits for the rest of an album is written anew; once it has left, what comes late follows it. */
async function addPart(
  ctx: Context,
  conversation: Conversation,
  begun: Message,
  part: Part,
  forwardedFrom: string | undefined,
): Promise<string | undefined> {
  const message = await joinAlbum(ctx.tx, begun, part);
  if (!message) return 'already stored';
  if (!(await takeBackCard(ctx.tx, conversation.id, `card:${message.id}`)))
    return tellLate(ctx, conversation, message, part);
  const verdict = part.text === '' ? message.triage : null;
  if (!verdict) await unfile(ctx.tx, message.id);
  await takeIn(ctx, conversation, message, { forwardedFrom, verdict, delaySeconds: ALBUM_SECONDS });
  return undefined;
}

async function tellLate(ctx: Context, conversation: Conversation, album: Message, part: Part): Promise<undefined> {
  const contact = await loadContact(ctx.tx, conversation.contactId);
  const attachments = part.attachments.map((file) => carried(file, conversation.channel));
  await tellOwner(
    ctx,
    `late:${part.channel}:${part.chat}:${part.externalId}`,
    (t) => ({
      title: t.card.latePart(contact?.name || conversation.address),
      ...(part.text && { quote: part.text }),
      attachments,
    }),
    { conversationId: conversation.id, collect: { messageId: album.id } },
  );
}

/** What was passed on says nothing of who passed it on. */
function ownWords({ subject, text, forwardedFrom }: MessageReceived): string {
  return forwardedFrom ? '' : `${subject ?? ''}\n${text}`;
}

interface Taking {
  forwardedFrom: string | undefined;
  /** What it was taken for and filed as before: only its card is written anew. */
  verdict?: Triage | null;
  /** The card waits so long: there may be more to show. */
  delaySeconds?: number;
  /** The thread it may belong to. */
  perhaps?: Conversation | undefined;
  /** The sender's address, as only the owner's forward names it. */
  claimed?: string | undefined;
}

/** Decides what the message is, files it, and puts it on the owner's desk. */
async function takeIn(
  ctx: Context,
  conversation: Conversation,
  message: Message,
  { verdict: known, delaySeconds = 0, ...shown }: Taking,
): Promise<void> {
  const open = await openWork(ctx, conversation.id);
  const verdict = known ?? (await judgeMessage(ctx, conversation, message, open));
  await setTriage(ctx.tx, message.id, verdict);
  const filed = known ? open : await file(ctx, conversation, message, verdict, open);
  await markSpoken(ctx.tx, conversation.id, message.occurredAt);
  if (wantsAnswer(verdict)) await markWaiting(ctx.tx, conversation.id, message.occurredAt);
  const contact = await loadContact(ctx.tx, conversation.contactId);
  const urgent = urgency({ tags: contact!.tags, triage: verdict });
  const subject = { conversation, message: { ...message, triage: verdict }, filed, urgent };
  await tellOwner(ctx, `card:${message.id}`, (t, locale) => customerCard(ctx, t, locale, { ...subject, ...shown }), {
    conversationId: conversation.id,
    urgent,
    collect: { messageId: message.id },
    delaySeconds,
  });
  if (message.trust !== 'suspicious') await answerWhileAway(ctx, conversation, verdict);
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
async function markReachable(ctx: Context, { channel, from, trust, automatic }: MessageReceived): Promise<void> {
  if (channel === 'email' && trust !== 'suspicious' && !automatic) await clearObjections(ctx.tx, { channel, ...from });
  await ctx.tx`
    update contact_identities set blocked_at = null
    where channel = ${channel} and address = ${from.address} and blocked_at is not null`;
}

/** Strongest first: the channel's own id, then what the channel vouches for. */
function identitiesOf(event: MessageReceived): Identity[] {
  const proven = !event.claimed && event.trust !== 'suspicious';
  const identities: Identity[] = [{ channel: event.channel, address: event.from.address, claimed: !proven }];
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

/** A chat is one conversation; a mail belongs to a thread. */
async function conversationFor(ctx: Context, event: MessageReceived, contactId: string): Promise<ThreadOfMail> {
  if (event.channel === 'email') return threadOfMail(ctx, event, contactId);
  const { channel, chat: address, subject } = event;
  return { conversation: await openConversation(ctx.tx, { contactId, channel, address, subject }) };
}
