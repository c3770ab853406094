import type { KeyObject } from 'node:crypto';
import { type Contents, gather, isOutcome } from '../../files/gather.ts';
import type { Files } from '../../files/index.ts';
import { byKind, type MessageOf } from '../../outbox/by_kind.ts';
import type { OutboxMessage, Outcome, Sender } from '../../outbox/message.ts';
import { envelopeAddress, type MailAddress, parseMailAddress } from '../read/address.ts';
import { messageIdFor } from '../read/message_id.ts';
import { type ReplyWay, replyAddress } from '../read/reply_token.ts';
import { formatMail } from './format.ts';
import { outcomeOf } from './outcome.ts';
import { type PoolOptions, SmtpPool } from './pool.ts';
import { parseMailServer } from './server_url.ts';
import type { Delivery, Refused, SmtpTimeouts } from './smtp.ts';

export interface MailSenderOptions {
  /** SMTP_URL: smtps://user:pass@host, or smtp:// with STARTTLS. */
  url: string;
  /** MAIL_FROM: `sales@example.com` or `Name <sales@example.com>`. */
  from: string;
  /** Signs our Message-IDs. */
  secret: KeyObject | string;
  files: Files;
  /** Where we ask for customers' answers; default: at `from`, without Reply-To. */
  reply?: ReplyWay;
  /** Whether a copy of what we sent is kept somewhere; throws if that cannot be checked. */
  isInSent?: (messageId: string, signal: AbortSignal) => Promise<boolean>;
  /** How connections are used. */
  pool?: Partial<PoolOptions>;
}

export interface MailSender extends Sender {
  /** Closes the connections that wait for more mail. */
  close(): void;
}

/** A type must look like this: whatever a sender called one must not become lines of a header. */
const MIME_TYPE = /^[\w.+-]{1,60}\/[\w.+-]{1,100}$/;

type Letter = MessageOf<'message'>['payload'];

/** What a chat has and a mailbox does not. */
const NO_CHAT = {
  button_answer: undefined,
  form: undefined,
  edit: undefined,
  home: undefined,
  topic_closed: undefined,
  topic_opened: undefined,
  removal: undefined,
  outlet: undefined,
  event: undefined,
};

/** Most servers delay their greeting by a minute at most; after DATA the standard allows ten. */
const TIMEOUTS: SmtpTimeouts = { connectMs: 30_000, greetingMs: 60_000, silenceMs: 630_000 };
const DEADLINE_MS = 11 * 60_000;
/** The size of all files in one mail: base64 makes them 37 % larger, and servers accept 25 to 35 MB in encoded form. */
const FILES_BYTES = 20 * 1024 * 1024;

/**
 * Sends outbox rows as mail; the outbox is the only retrier. The row's `address` is the recipient.
 * @throws Error in plain words if url or from cannot be used; `send` itself never throws
 */
export function mailSender(options: MailSenderOptions): MailSender {
  const server = parseMailServer(options.url, 'smtp');
  const from = parseMailAddress(options.from);
  if (!from) throw new Error('MAIL_FROM is not a mail address; it looks like Name <sales@example.com>');
  const pool = new SmtpPool(server, { timeouts: TIMEOUTS, ...options.pool });
  const idOf = (message: OutboxMessage) => messageIdFor(message.idempotencyKey, from.domain, options.secret);
  const { isInSent } = options;
  return {
    send: byKind({
      message: (message, signal) => send({ ...options, pool, from, messageId: idOf(message) }, message, signal),
      ...NO_CHAT,
    }),
    idOf,
    ...(isInSent && {
      async lookUp(message, signal) {
        const found = await isInSent(idOf(message), signal).catch(() => false); // if we cannot look, the owner is asked
        return found ? {} : undefined;
      },
    }),
    close: () => pool.close(),
    deadlineMs: DEADLINE_MS,
    chatGapMs: 1000,
    perSecond: 5,
  };
}

interface Sending {
  pool: SmtpPool;
  from: MailAddress;
  messageId: string;
  secret: KeyObject | string;
  files: Files;
  reply?: ReplyWay;
}

async function send(sending: Sending, message: MessageOf<'message'>, signal: AbortSignal): Promise<Outcome> {
  const to = envelopeAddress(message.address);
  if (!to) return { result: 'failed', error: 'not an address mail can be sent to', reason: 'address_not_tried' };
  const { payload } = message;
  const { from, messageId } = sending;
  const gathering = { files: sending.files, message, totalBytes: FILES_BYTES, signal };
  const contents = await gather(gathering, payload.reply.attachments ?? []);
  if (isOutcome(contents)) return contents;
  const copies = (payload.copies ?? []).flatMap((copy) => envelopeAddress(copy) ?? []);
  const head = { from, to, copies, messageId, replyTo: replyTo(sending, message) };
  const raw = await compose(message, payload, head, contents);
  const patience = AbortSignal.any([signal, AbortSignal.timeout(DEADLINE_MS)]);
  const hand = (sender: string) => sending.pool.deliver({ from: sender, to, copies }, raw, patience);
  const unsigned = payload.automatic && (await hand(NOBODY));
  const delivery = unsigned && !refusesSender(unsigned) ? unsigned : await hand(from.address);
  if (!delivery.accepted) return ofAddress(to, outcomeOf(delivery.error, delivery.committed, message.attempts));
  const lost = delivery.refused.find(({ address }) => address === to);
  if (lost) return onlyCopies(lost, message.attempts);
  const refusedCopies = delivery.refused.map(({ address }) => address);
  // Microsoft 365 and Amazon SES replace our Message-ID; an answer will name theirs
  const externalId = delivery.serverMessageId ?? messageId;
  return { result: 'sent', externalId, ...(refusedCopies.length > 0 && { refusedCopies }) };
}

/**
 * A server that does not read other scripts (RFC 6531) calls the address wrong without knowing anything about whoever
 * has it.
 */
function ofAddress(to: string, outcome: Outcome): Outcome {
  const unread =
    outcome.result === 'failed' &&
    /[^\x20-\x7e]/.test(to) &&
    /\b5\.(1\.3|6\.7)\b|\b50[0-4] |syntax|utf-?8/i.test(outcome.error);
  return unread && outcome.reason === 'no_such_address' ? { ...outcome, reason: 'rejected' } : outcome;
}

/**
 * The copies have left, the customer's own mail has not. Another try would send the copies twice, so the owner decides.
 */
function onlyCopies({ error }: Refused, attempts: number): Outcome {
  const outcome = outcomeOf(error, false, attempts);
  if (outcome.result === 'failed') return outcome;
  return { result: 'failed', error: error.message, reason: 'given_up' };
}

/**
 * The Reply-To. An answer to this address names the conversation, whatever a mail client does to the headers of the
 * thread.
 */
function replyTo({ reply, from, secret }: Sending, { audience, conversationId }: OutboxMessage): string | undefined {
  if (!reply || audience !== 'customer' || conversationId === null) return undefined;
  return replyAddress(conversationId, from, reply, secret);
}

async function compose(
  message: OutboxMessage,
  letter: Letter,
  head: { from: MailAddress; to: string; copies: string[]; messageId: string; replyTo: string | undefined },
  contents: Contents,
): Promise<Buffer> {
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer');
  const references = letter.references ?? (letter.replyTo ? [letter.replyTo] : []);
  const mail = new MailComposer({
    from: { name: head.from.name, address: head.from.address },
    to: { name: '', address: head.to },
    ...(head.copies.length > 0 && { cc: head.copies.map((address) => ({ name: '', address })) }),
    ...(head.replyTo && { replyTo: { name: head.from.name, address: head.replyTo } }),
    subject: subjectOf(letter, references.length > 0),
    messageId: head.messageId,
    date: message.createdAt,
    ...(references.length > 0 && { references, inReplyTo: references.at(-1)! }),
    ...headersOf(message.audience, letter),
    ...formatMail(letter.reply),
    attachments: [...contents.values()].map(({ bytes, name, type }) => ({
      content: bytes,
      filename: name,
      contentType: MIME_TYPE.test(type) ? type : 'application/octet-stream',
    })),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return mail.compile().build();
}

/** The subject. An answer gets one prefix, which every client of both languages understands. */
function subjectOf({ subject, reply }: Letter, answers: boolean): string {
  const words = subject ?? reply.title ?? '';
  return answers && !/^\s*(re|aw|sv|回复|答复|回覆)\s*(\[\d+\])?\s*[:：]/i.test(words) ? `Re: ${words}`.trim() : words;
}

/**
 * A mail that a machine wrote says so (RFC 3834) and asks Exchange not to answer it. A person's answer to a customer
 * must not.
 */
function headersOf(audience: OutboxMessage['audience'], { automatic }: Letter) {
  if (audience === 'customer' && !automatic) return {};
  const submitted = automatic ? 'auto-replied' : 'auto-generated';
  return { headers: { 'Auto-Submitted': submitted, 'X-Auto-Response-Suppress': 'All' } };
}

/** The sender of mail that must cause no answer and no bounce (RFC 3834, 3.3). */
const NOBODY = '';

/**
 * Whether a submission server that accepts only the user's own address (QQ and 163: 553) refused the sender, before
 * anything has left.
 */
function refusesSender(delivery: Delivery): boolean {
  if (delivery.accepted || delivery.committed) return false;
  return delivery.error.command === 'MAIL FROM' && (delivery.error.responseCode ?? 0) >= 500;
}
