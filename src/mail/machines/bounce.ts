import { head, headWords } from '../../text/cut.ts';
import { certaintyOf } from './bounce_certainty.ts';
import { bounceStatus } from './bounce_status.ts';
import { saysUndelivered } from './bounce_words.ts';

/** What a delivery status notification says about one recipient (RFC 3464). */
export interface FailedRecipient {
  address: string;
  /** failed is final; delayed is only information; unsure: the words do not say. */
  action: string;
  /** Enhanced status such as 5.1.1; '' if there is none. */
  status: string;
  diagnostic: string;
}

/**
 * Ids made by `messageIdFor`, wherever they stand: many Chinese servers bounce in free text and quote the mail that
 * they refuse.
 */
const OUR_ID = /<crm\.[0-9a-f]{32}\.[0-9a-f]{8}@[A-Za-z0-9.-]{1,255}>/;
const TEXT_CHARACTERS = 20_000;
/** This line names the sender of the mail that came back: us. */
const SENDER_LINE =
  /^[\s>*]*(from|sender|von|absender|de|expéditeur|remitente|发件人|寄件人|差出人|送信者)\s*[:：]?\s|message from|\b(sent by|received from)\b/i;
/**
 * These addresses are more often named for help than as the recipient; the last one is an id that looks like an
 * address.
 */
const ROLE = /^(postmaster|mailer-daemon|kefu|abuse|support|crm\.[0-9a-f]{32}.*)@/i;
const MOST_RECIPIENTS = 100;
const ADDRESS = /[\w.+=&'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/;

/** Reads a message/delivery-status part; skips groups without a recipient, such as the one about the whole message. */
export function readDeliveryStatus(part: string): FailedRecipient[] {
  return part
    .replaceAll('\r\n', '\n')
    .split(/\n[ \t]*\n/)
    .map((group) => readGroup(group))
    .filter((recipient) => recipient.address !== '')
    .slice(0, MOST_RECIPIENTS);
}

function readGroup(group: string): FailedRecipient {
  const field = (name: string) =>
    new RegExp(`^${name}:[ \\t]*(.*(?:\\n[ \\t].*)*)`, 'im').exec(group)?.[1]?.replace(/\n[ \t]+/g, ' ') ?? '';
  const value = (name: string) =>
    field(name)
      .replace(/^[\w-]+;\s*/, '')
      .trim();
  const address = value('Final-Recipient') || value('Original-Recipient') || value('X-Actual-Recipient');
  const status = /\d\.\d{1,3}\.\d{1,3}/.exec(field('Status'))?.[0] ?? field('Status').trim();
  const diagnostic = value('Diagnostic-Code');
  return {
    address: address.replace(/^<|>$/g, ''),
    action: field('Action').trim().toLowerCase().split(/\s/)[0]!,
    status: bounceStatus(status, headWords(diagnostic, 1000)),
    diagnostic,
  };
}

/**
 * Reads a bounce in free text: qmail, exim, Exchange and the Chinese services (QQ, 163, Aliyun, Coremail) write for
 * people.
 * @param ignored addresses that are no recipients: the daemon's own and ours
 */
export function readFreeBounce(
  { subject, text }: { subject: string; text: string },
  failedHeader: string,
  ignored: readonly string[],
): FailedRecipient[] {
  const words = headWords(text, TEXT_CHARACTERS);
  const named = failedHeader
    .split(',')
    .map((address) => address.trim())
    .filter((address) => ADDRESS.test(address));
  const lines = words.split('\n').filter((line) => !SENDER_LINE.test(line));
  const written = lines.flatMap((line) => [...line.matchAll(new RegExp(ADDRESS, 'g'))].map(([address]) => address));
  const strange = written.filter((address) => !ignored.includes(address.toLowerCase()));
  const likely = strange.filter((address) => !ROLE.test(address));
  const addresses = named.length > 0 ? named : (likely.length > 0 ? likely : strange).slice(0, 1);
  const told = words.split('\n').find((line) => /(?<!\d)[45]\d\d[ -][^\n]/.test(headWords(line, 500)));
  const diagnostic = head((told ?? '').trim(), 500);
  const status = bounceStatus('', diagnostic, headWords(words, 3000));
  const definite = saysUndelivered({ subject, text: words }) || status.startsWith('5') || named.length > 0;
  const action = certaintyOf(subject, words, definite);
  return addresses.map((address) => ({ address, action, status, diagnostic }));
}

/** Whether a mail that left is lost: for at least one recipient it failed, and is not only late. */
export function isFinal(recipients: readonly FailedRecipient[]): boolean {
  return (
    recipients.length === 0 ||
    recipients.some(
      ({ action, status }) => !/^(delayed|delivered|relayed|expanded)$/.test(action) && !status.startsWith('2.'),
    )
  );
}

/** The Message-ID of our mail that a bounce is about, looked for in its raw text; undefined if it does not say. */
export function findOurMessageId(text: string): string | undefined {
  return OUR_ID.exec(text)?.[0];
}

/** The Message-ID in the headers of the mail that came back, whoever made it. */
export function returnedMessageId(returned: string): string | undefined {
  return /^message-id:\s*(<[^<>\s]{1,250}>)/im.exec(head(returned, 100_000))?.[1];
}

/** A report that a reader has complained (ARF, RFC 5965). */
export interface Complaint {
  /** abuse, fraud, virus, not-spam, … */
  feedback: string;
  /** The readers who complained; many providers hide them. */
  recipients: string[];
}

/** Reads a message/feedback-report part. */
export function readComplaint(part: string): Complaint {
  const fields = part.replaceAll('\r\n', '\n').split('\n');
  const values = (name: RegExp) =>
    fields.flatMap((line) => (name.test(line) ? [line.slice(line.indexOf(':') + 1).trim()] : []));
  const recipients = values(/^(original-rcpt-to|removal-recipient):/i).map((value) => value.replace(/^<|>$/g, ''));
  return { feedback: (values(/^feedback-type:/i)[0] ?? '').toLowerCase(), recipients: [...new Set(recipients)] };
}
