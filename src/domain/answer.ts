import { enqueue } from '../outbox/enqueue.ts';
import type { Payload, Place } from '../outbox/message.ts';
import type { Attachment } from './attachment.ts';
import { identitiesOf } from './contact.ts';
import type { Context } from './context.ts';
import { type Conversation, markAnswered } from './conversation.ts';
import { touchLeads } from './lead.ts';
import { externalIdsOf, insertMessage, type Message } from './message.ts';
import { awaitCustomer } from './ticket.ts';
import type { User } from './user.ts';

/** Longest thread kept in a mail's References: enough for every client, short of header limits. */
const MAX_REFERENCES = 20;

export interface Answer {
  text: string;
  attachments?: Attachment[];
  /** Where the receipt goes. */
  receiptTo?: Place;
  /** How long it is held; default: the owner's setting. */
  delaySeconds?: number;
}

export type Answered =
  /** Leaves in so many seconds, unless it is recalled. */
  | { result: 'queued'; message: Message; outboxId: string; seconds: number }
  /** The customer has closed this channel to us. */
  | { result: 'blocked' }
  /** Files of one channel cannot leave by another. */
  | { result: 'attachments_elsewhere' };

/** The user answers the customer: the message is kept, and leaves through the customer's own channel. */
export async function answer(ctx: Context, user: User, conversation: Conversation, given: Answer): Promise<Answered> {
  if (await isBlocked(ctx, conversation)) return { result: 'blocked' };
  const attachments = given.attachments ?? [];
  if (attachments.length > 0 && given.receiptTo?.channel !== conversation.channel) {
    return { result: 'attachments_elsewhere' };
  }
  const references =
    conversation.channel === 'email' ? await externalIdsOf(ctx.tx, conversation.id, MAX_REFERENCES) : [];
  const message = (await insertMessage(ctx.tx, {
    conversationId: conversation.id,
    direction: 'out',
    text: given.text,
    attachments,
    userId: user.id,
    occurredAt: ctx.now,
  }))!;
  const seconds = given.delaySeconds ?? ctx.settings.undoSend;
  const outboxId = await enqueue(ctx.tx, ctx.random, {
    channel: conversation.channel,
    address: conversation.address,
    audience: 'customer',
    idempotencyKey: `answer:${message.id}`,
    payload: answerPayload(conversation, given, attachments, references),
    conversationId: conversation.id,
    messageId: message.id,
    delaySeconds: seconds,
  });
  await markAnswered(ctx.tx, conversation.id, ctx.now);
  await awaitCustomer(ctx.tx, conversation.id);
  await touchLeads(ctx.tx, conversation.id, ctx.now);
  return { result: 'queued', message, outboxId, seconds };
}

function answerPayload(
  conversation: Conversation,
  given: Answer,
  attachments: Attachment[],
  references: string[],
): Payload {
  return {
    kind: 'message',
    reply: { text: given.text, ...(attachments.length > 0 && { attachments }) },
    ...(given.receiptTo && { receiptTo: given.receiptTo }),
    ...(conversation.subject !== null && { subject: conversation.subject }),
    ...(references.length > 0 && { references }),
  };
}

async function isBlocked(ctx: Context, conversation: Conversation): Promise<boolean> {
  const identities = await identitiesOf(ctx.tx, conversation.contactId);
  return identities.some(
    (identity) =>
      identity.channel === conversation.channel &&
      identity.address === conversation.address &&
      identity.blockedAt !== null,
  );
}
