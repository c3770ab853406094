import type { MessageReceived } from '../../domain/event.ts';
import { headWords } from '../../text/cut.ts';
import { header, type MailHeaders } from '../mime/headers.ts';
import type { FailedRecipient } from './bounce.ts';
import { isPersonal } from './machine_words.ts';

export type MachineReport = NonNullable<MessageReceived['report']>;

/** The words of a program that wants to know whether a person wrote before it lets the mail through. */
const CHALLENGE =
  /\b((verify|confirm|prove) (that )?(you are|you're|yourself|your (identity|e-?mail address|message))|sender (verification|confirmation|authentication)|challenge[- ]response|(are|you're) (a )?human|not (a )?(robot|spammer)|(waiting|held|hold) (for|pending) (your )?(confirmation|verification)|(approve|add) (you|your address) to .{0,40}(guest|white|allow|safe) ?list|please (click|follow|reply).{0,80}(to|so that) .{0,40}(deliver(ed)?|release[d]?|reach))|bestätigen sie.{0,60}(absender|zustell)|(confirmez|vérifiez) .{0,40}(adresse|identité)|发件人(验证|确认)|验证(您的)?(身份|邮箱)|(点击|点选).{0,30}(验证|确认).{0,40}(投递|送达|放行)/is;
const UNREAD =
  /^\s*(not read|unread|ungelesen|nicht gelesen|non lu|no leído|未读|未讀|未開封)\s?[:：]|without being read|deleted? unread|ungelesen gelöscht|未(经)?阅读(即|就|便)?(被)?删除|被?删除，?(但)?未(被)?(阅读|读取)/i;
const READ =
  /^\s*(read|gelesen|lu|leído|letto|gelezen|已读|已讀|開封(済み|確認)?|read receipt|return receipt|disposition notification|阅读回执|已读回执|回执|lesebestätigung|accusé de (lecture|réception)|confirmación de lectura|conferma di lettura)\s?([:：(（]|$)/i;

const RECEIVED_BY_READER =
  /\b(was|has been|were) (read|opened|displayed|deleted)\b|wurde.{0,80}(gelesen|geöffnet|angezeigt|gelöscht)|(已被?|被|已经)(阅读|打开|删除|查看)|開封され|a été (lu|ouvert|affiché)|fue leído|ha sido leído|è stato letto/is;
const RECEIPT_CHARACTERS = 600;

/** Whether a mail without a report is a receipt nevertheless: its subject says so, and its text says nothing else. */
export function readsLikeReceipt(subject: string, text: string): boolean {
  if (text.length > RECEIPT_CHARACTERS || isPersonal(text)) return false;
  return (READ.test(subject) || UNREAD.test(subject)) && RECEIVED_BY_READER.test(text);
}

interface Said {
  headers: MailHeaders;
  /** The text of a disposition report (RFC 8098); '' if there is none. */
  disposition: string;
  subject: string;
  text: string;
}

/** What a program's answer is, if it is no absence note. */
export function reportIn({ headers, disposition, subject, text }: Said): MachineReport | null {
  const isReceipt = disposition !== '' || /disposition-notification/i.test(header(headers, 'content-type'));
  const words = headWords(text, 2000);
  if (isReceipt)
    return /^disposition:.*\bdeleted\b/im.test(disposition) || UNREAD.test(`${subject}\n${words}`) ? 'unread' : 'read';
  if (UNREAD.test(subject)) return 'unread';
  if (READ.test(subject)) return 'read';
  return CHALLENGE.test(`${subject}\n${words}`) ? 'challenge' : null;
}

/** What a delivery report says if it is not about a returned mail. */
export function deliveryReport(recipients: readonly FailedRecipient[]): MachineReport {
  const arrived = ({ action, status }: FailedRecipient) =>
    /^(delivered|relayed|expanded)$/.test(action) || status.startsWith('2.');
  return recipients.every(arrived) ? 'delivered' : 'delay';
}
