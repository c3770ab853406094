import type { KeyObject } from 'node:crypto';
import type { ConnectionOptions } from 'node:tls';
import type { OutboxMessage, Outcome, Payload, Sender } from '../outbox/message.ts';
import { type MailAddress, parseMailAddress } from './address.ts';
import { formatMail } from './format.ts';
import { messageIdFor } from './message_id.ts';
import { outcomeOf } from './outcome.ts';
import { type MailServer, parseMailServer } from './server_url.ts';
import { deliver, type SmtpTimeouts } from './smtp.ts';

export interface MailSenderOptions {
  /** SMTP_URL: smtps://user:pass@host, or smtp:// with STARTTLS. */
  url: string;
  /** MAIL_FROM: `sales@example.com` or `Name <sales@example.com>`. */
  from: string;
  /** Signs our Message-IDs. */
  secret: KeyObject | string;
  timeouts?: SmtpTimeouts;
  /** For a server with a certificate of its own. */
  tls?: ConnectionOptions;
}

type Letter = Extract<Payload, { kind: 'message' }>;

/** Most servers tarpit no greeting beyond a minute; after DATA the standard allows ten. */
const TIMEOUTS: SmtpTimeouts = { connectMs: 30_000, greetingMs: 60_000, silenceMs: 630_000 };
const DEADLINE_MS = 11 * 60_000;

/**
 * Sends outbox rows as mail, one SMTP connection each; the outbox is the only retrier. The row's `address` is the recipient.
 * @throws Error in plain words when url or from cannot be used; `send` itself throws nothing
 */
export function mailSender(options: MailSenderOptions): Sender {
  const server = parseMailServer(options.url, 'smtp');
  const from = parseMailAddress(options.from);
  if (!from) throw new Error('MAIL_FROM is not a mail address; it looks like Name <sales@example.com>');
  return {
    send: (message, signal) => send(server, from, options, message, signal),
    deadlineMs: DEADLINE_MS,
    chatGapMs: 1000,
    perSecond: 5,
  };
}

async function send(
  server: MailServer,
  from: MailAddress,
  options: MailSenderOptions,
  message: OutboxMessage,
  signal: AbortSignal,
): Promise<Outcome> {
  const to = parseMailAddress(message.address);
  if (!to) return { result: 'failed', error: 'not a mail address', reason: 'no_such_address' };
  const { payload } = message;
  if (payload.kind !== 'message' || payload.reply.attachments?.length) {
    return {
      result: 'failed',
      error: `mail cannot carry ${payload.kind === 'message' ? 'files' : payload.kind}`,
      reason: 'rejected',
    };
  }
  const messageId = messageIdFor(message.idempotencyKey, from.domain, options.secret);
  const raw = await compose(message, payload, { from, to, messageId });
  const delivery = await deliver(server, { from: from.address, to: to.address }, raw, {
    timeouts: options.timeouts ?? TIMEOUTS,
    signal: AbortSignal.any([signal, AbortSignal.timeout(DEADLINE_MS)]),
    ...(options.tls && { tls: options.tls }),
  });
  if (!delivery.accepted) return outcomeOf(delivery.error, delivery.committed, message.attempts);
  // Microsoft 365 and Amazon SES replace our Message-ID; an answer will name theirs.
  return { result: 'sent', externalId: delivery.serverMessageId ?? messageId };
}

async function compose(
  message: OutboxMessage,
  letter: Letter,
  head: { from: MailAddress; to: MailAddress; messageId: string },
): Promise<Buffer> {
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer');
  const references = letter.references ?? (letter.replyTo ? [letter.replyTo] : []);
  const mail = new MailComposer({
    from: { name: head.from.name, address: head.from.address },
    to: { name: '', address: head.to.address },
    subject: subjectOf(letter, references.length > 0),
    messageId: head.messageId,
    date: message.createdAt,
    ...(references.length > 0 && { references, inReplyTo: references.at(-1)! }),
    ...(message.audience === 'owner' && { headers: AUTOMATIC }),
    ...formatMail(letter.reply),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return mail.compile().build();
}

/** An answer says so once, in the way every client of both languages understands. */
function subjectOf({ subject, reply }: Letter, answers: boolean): string {
  const words = subject ?? reply.title ?? '';
  return answers && !/^\s*(re|aw|sv|回复|答复|回覆)\s*(\[\d+\])?\s*[:：]/i.test(words) ? `Re: ${words}`.trim() : words;
}

/** What a machine wrote says so (RFC 3834), and asks Exchange not to answer it. A person's answer to a customer must not. */
const AUTOMATIC = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' };
