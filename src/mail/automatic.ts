import type { MessageReceived } from '../domain/event.ts';
import { header, type MailHeaders } from './headers.ts';

export type Automatic = NonNullable<MessageReceived['automatic']>;

/** What decides whether a person wrote a mail. */
export interface Provenance {
  headers: MailHeaders;
  /** Lower case. */
  from: string;
  /** Decoded. */
  subject: string;
}

// Subjects are only matched at their start: "Re: Out of office" was written by a person.
const AUTO_REPLY_SUBJECT =
  /^[[【(（]?(自动回复|自動回覆|自动答复|自動回復|系统自动回复|不在办公室|(外出|休假|出差)中?(?=[】\]]?([:：，,。!！ ]|$))|out of (the )?office|automatic reply|auto[- ]?reply|autoreply|auto[- ]?response)/i;
const BOUNCE_SUBJECT =
  /^[[【(（]?(系统退信|退信|邮件退回|投递失败|未送达|无法投递|undeliver|delivery status notification|delivery failure|mail delivery (failed|failure|system)|returned mail|failure notice|delivery has failed)/i;
const DAEMON = /^(mailer-daemon|postmaster|mail-daemon|mail\.daemon)@/;
const NO_REPLY = /^(no-?reply|do-?not-?reply|donotreply|noreply-.*|notifications?)@/;

/**
 * Whether a machine wrote this mail, by RFC 3834, RFC 3464, RFC 2919 and the habits of mail programs (Exchange, QQ, 163).
 * Undefined: nothing says so, take it for a person's.
 */
export function automaticKind(mail: Provenance): Automatic | undefined {
  if (isBounce(mail)) return 'bounce';
  if (isAutoReply(mail)) return 'auto_reply';
  if (isList(mail.headers)) return 'list';
  return undefined;
}

function isBounce({ headers, from, subject }: Provenance): boolean {
  const type = header(headers, 'content-type').toLowerCase();
  const report = type.startsWith('multipart/report') && /delivery-status|feedback-report/.test(type);
  return (
    report ||
    headers.has('x-failed-recipients') ||
    ((DAEMON.test(from) || emptyReturnPath(headers)) && BOUNCE_SUBJECT.test(subject))
  );
}

function isAutoReply({ headers, from, subject }: Provenance): boolean {
  const submitted = header(headers, 'auto-submitted').toLowerCase();
  return (
    (submitted !== '' && !/^no\b/.test(submitted)) ||
    emptyReturnPath(headers) ||
    /\b(all|oof|autoreply)\b/i.test(header(headers, 'x-auto-response-suppress')) ||
    ['x-autoreply', 'x-autorespond', 'x-autoresponder', 'x-loop'].some((name) => headers.has(name)) ||
    /^auto/i.test(header(headers, 'precedence')) ||
    /^(text\/calendar|multipart\/report)/i.test(header(headers, 'content-type')) ||
    DAEMON.test(from) ||
    NO_REPLY.test(from) ||
    AUTO_REPLY_SUBJECT.test(subject.trim())
  );
}

function isList(headers: MailHeaders): boolean {
  return (
    /^(bulk|list|junk)\b/i.test(header(headers, 'precedence')) ||
    ['list-id', 'list-unsubscribe', 'list-post', 'feedback-id'].some((name) => headers.has(name))
  );
}

/** The envelope sender of a mail nobody may answer. */
function emptyReturnPath(headers: MailHeaders): boolean {
  return /^<\s*>$/.test(header(headers, 'return-path'));
}
