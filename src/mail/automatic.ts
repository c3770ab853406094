import { header, type MailHeaders } from './headers.ts';

/** What a mail is when no person wrote it. */
export type MachineKind = 'auto_reply' | 'bounce' | 'complaint_report' | 'list' | 'calendar';

/** What decides whether a person wrote a mail. */
export interface Provenance {
  headers: MailHeaders;
  /** Lower case, of the MIME structure: the root's type and those of the reports in it. */
  types: readonly string[];
  /** Lower case. */
  from: string;
  /** Decoded. */
  subject: string;
  /** The beginning of its text. */
  text: string;
  /** An invitation, an answer to one or its cancelling is in it. */
  invitation: boolean;
}

// Subjects are only matched at their start, and only as the prefix a program writes: "Re: Out of office" and "自动回复怎么设置？"
// were written by people.
const PREFIX_END = String.raw`(?=\s*([:：\]】)）-]|$|re\b|from\b|回复))`;
const AUTO_REPLY_SUBJECT = new RegExp(
  `^[[【(（]?\\s*((系统|假期|邮件|自动|自動)?(自动|自動)?(回复|回覆|答复|應答|应答)(?<=(自动|自動)..)|不在办公室|休假通知|外出通知|(外出|休假|出差|离开|不在)中?(?=\\s*[:：\\]】)）])|out of (the )?office( (auto ?-?reply|reply|response|message|notification))?|automatic (reply|response)|auto[- ]?(reply|response|responder|answer)|automated (reply|response)|vacation (reply|response|message|notice|responder)|away from( my)? (the )?(office|desk|mail)|ooo|abwesenheits(notiz|nachricht|benachrichtigung)|automatische antwort|réponse automatique|absence du bureau|respuesta automática|fuera de (la )?oficina|resposta automática|risposta automatica|automatisch antwoord|自動応答|自動返信|автоответ)${PREFIX_END}`,
  'i',
);
const AUTO_REPLY_TEXT =
  /^(这是来自.{1,20}的.{0,6}自动回复邮件|这是一封自动回复|此(邮件|信)(为|是)(系统)?自动回复|本邮件(为|是)(系统)?自动(回复|发送|发出)|\[?(this is an )?(auto(matic|mated)?[- ]?(reply|response))\b.{0,40}[.:：\]])/i;
const BOUNCE_SUBJECT =
  /^[[【(（]?\s*(系统退信|退信|邮件退|邮件系统退信|.{0,12}退信(通知|提醒)?$|(邮件)?(投递|发送|递送|传送|投遞|傳送)失败|(邮件)?(未送达|未传递|未能送达|未能投递|未投递|无法投递|无法送达|无法传递|無法傳遞|傳送失敗)|邮件(延迟|投递)|undeliver|delivery (status )?(notification|failure|has failed|delayed|report)|mail delivery|message delivery|returned (mail|to sender)|failure notice|delivery (failure|problem)|mail (system error|could not be delivered)|non[- ]?delivery|warning: (message|could not send|e?mail)|your (message|mail) (could not|wasn.t|to .{1,100} (couldn|could not))|message (not delivered|delayed|undeliver)|nicht zustellbar|unzustellbar|non remis|no se (puede|pudo) entregar|配信不能|配達不能)/i;
const BOUNCE_TEXT =
  /(qmail-send program|created automatically by mail delivery software|this is the mail system at host|could not be delivered to|wasn.t delivered|couldn.t be delivered|delivery (to the following|has failed)|permanent (fatal )?errors?|undeliverable|未能成功?投递|未(成功)?(送达|投递)|无法(投递|送达|发送到)|被?退(信|回)|投递失败|发送失败|收件人.{0,12}(不存在|已满|拒收))/i;
const DAEMON =
  /^(mailer-daemon|postmaster|mail-daemon|mail\.daemon|mdaemon|mail[-_.]?delivery|bounces?|no-?reply-bounce)([+-][^@]*)?@|^postmaster|microsoftexchange[0-9a-f]+@/;
const NO_REPLY =
  /^([^@]*[._+-])?(no[-_.]?reply|do[-_.]?not[-_.]?reply|donotreply|notifications?|notify|mailer|automated|autoconfirm|auto-confirm|newsletter|news|alerts?)([._+-][^@]*)?@/;

/**
 * What kind of machine wrote this mail, by RFC 3834, RFC 3464, RFC 2919, RFC 5965, RFC 5546 and the habits of mail programs.
 * Receipts and notices that nobody can answer (noreply) go with the lists: never a lead, never answered.
 * Undefined: nothing says so, take it for a person's.
 */
export function machineKind(mail: Provenance): MachineKind | undefined {
  if (mail.types.includes('message/feedback-report') || isReport(mail, 'feedback-report')) return 'complaint_report';
  if (isBounce(mail)) return 'bounce';
  if (mail.invitation) return 'calendar';
  if (isAutoReply(mail)) return 'auto_reply';
  return isList(mail) ? 'list' : undefined;
}

function isReport({ headers }: Provenance, type: string): boolean {
  const content = header(headers, 'content-type').toLowerCase();
  return content.startsWith('multipart/report') && content.includes(type);
}

function isBounce(mail: Provenance): boolean {
  const { headers, from, subject, text, types } = mail;
  if (types.some((type) => /^message\/(global-)?delivery-status$/.test(type)) || isReport(mail, 'delivery-status'))
    return true;
  if (headers.has('x-failed-recipients')) return true;
  const daemon = DAEMON.test(from) || hasEmptyReturnPath(headers);
  const words = text.slice(0, 1500);
  if (daemon) return BOUNCE_SUBJECT.test(subject) || (BOUNCE_TEXT.test(words) && !isReplySubject(subject));
  return (
    BOUNCE_SUBJECT.test(subject) &&
    BOUNCE_TEXT.test(words) &&
    /<?[\w.+-]{1,64}@[\w.-]{3,255}/.test(words) &&
    /(?<!\d)[45]\d\d\b|[45]\.\d\.\d/.test(words)
  );
}

function isReplySubject(subject: string): boolean {
  return /^(re|回复|答复|fw|fwd|转发)\s?[:：]/i.test(subject);
}

function isAutoReply({ headers, from, subject, text, types }: Provenance): boolean {
  const submitted = header(headers, 'auto-submitted').toLowerCase();
  if (/^auto-(replied|notified)/.test(submitted) || AUTO_REPLY_SUBJECT.test(subject.trim())) return true;
  if (
    types.includes('message/disposition-notification') ||
    header(headers, 'content-type').toLowerCase().startsWith('multipart/report')
  )
    return true;
  if (
    [
      'x-autoreply',
      'x-autorespond',
      'x-autoresponder',
      'x-autogenerated',
      'x-mail-autoreply',
      'x-vacation',
      'x-loop',
    ].some((name) => isSet(headers, name))
  )
    return true;
  if (/^auto/i.test(header(headers, 'precedence')) || AUTO_REPLY_TEXT.test(text.trim().slice(0, 300))) return true;
  if (isListed(headers)) return false;
  if (hasEmptyReturnPath(headers) || DAEMON.test(from)) return true;
  if (/\b(all|oof|autoreply)\b/i.test(header(headers, 'x-auto-response-suppress'))) return !NO_REPLY.test(from);
  return /^auto-generated/.test(submitted) && !NO_REPLY.test(from) && headers.has('in-reply-to');
}

/** Some programs write the header on every mail and say `no` in it. */
function isSet(headers: MailHeaders, name: string): boolean {
  return headers.has(name) && !/^(no|false|0)$/i.test(header(headers, name));
}

function isList({ headers, from }: Provenance): boolean {
  return isListed(headers) || /^auto-/i.test(header(headers, 'auto-submitted')) || NO_REPLY.test(from);
}

function isListed(headers: MailHeaders): boolean {
  return (
    /^(bulk|list|junk)\b/i.test(header(headers, 'precedence')) ||
    ['list-id', 'list-unsubscribe', 'list-post', 'feedback-id', 'x-campaign', 'x-campaignid', 'x-mailchimp-id'].some(
      (name) => headers.has(name),
    )
  );
}

/** The envelope sender of a mail nobody may answer. */
function hasEmptyReturnPath(headers: MailHeaders): boolean {
  return /^<\s*>$/.test(header(headers, 'return-path'));
}
