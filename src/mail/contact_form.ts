import { head } from '../text/cut.ts';
import { header, type MailHeaders } from './headers.ts';
import { isOwnAddress } from './relayed.ts';
import { firstAddress, identity, type Sender } from './sender.ts';

const LINE_CHARACTERS = 200;
/** Where websites send what was typed into their forms from: machines' addresses, or names such as WordPress uses. */
const FORM_SENDER =
  /^([^@]*[._+-])?(no[-_.]?reply|do[-_.]?not[-_.]?reply|notifications?|notify|mailer|wordpress|wp|forms?|form-?submissions?|submissions?|contact(-?(form|us))?|web(site|master|form|mail)?|site|(e|i)nquir(y|ies)|leads?|messages?|admin|system|service|formular\w*|kontakt\w*)([._+-][^@]*)?@/;
const MACHINE =
  /^([^@]*[._+-])?(no[-_.]?reply|do[-_.]?not[-_.]?reply|mailer-daemon|postmaster|bounces?|notifications?|reply)([._+-][^@]*)?@/;
/** The label before an address that somebody typed in. */
const ADDRESS_LABEL =
  /(^|\s)(from|sender|reply[\s-]?to)\s*[:：][^:：<]{0,60}<$|(^|[\s*_|【[(（])((your|sender|reply|contact|customer|visitor|work|business|ihre|votre|adresse|correo|indirizzo)?[\s'’s-]*(e[\s-]?mail|courriel|mel)([\s-]*(address|adresse|id))?|correo( electrónico)?|adresse( de)? (e-?mail|courriel|électronique)|indirizzo e-?mail|mailadresse|メール(アドレス)?|from|reply[\s-]?to|submitted by|(您的|你的|联系|电子|客户|访客|工作)*(邮箱|邮件|邮箱地址|邮件地址|电子邮件|电邮|信箱))\s*[*_|】\])）?]*\s*[:：=]?[\s*_|<]*$/i;
const FIELD = String.raw`(your|full|first|last|company|contact|phone|mobile|ihr|ihre|votre)?[\s-]*(name|phone|tel(ephone)?|mobile|company|message|subject|country|comments?|question|enquiry|inquiry|product|budget|whats ?app|vorname|nachname|telefon(nummer)?|nachricht|betreff|firma|anliegen|frage|anfrage|nom|prénom|téléphone|sujet|objet|société|nombre|apellidos?|teléfono|mensaje|asunto|empresa|nome|cognome|telefono|messaggio|oggetto|azienda|naam|bericht|onderwerp)([\s-]+(number|name|body))?|(您的|你的|联系)?(姓名|名字|称呼|联系人|电话|手机|手机号|公司|公司名称|留言|留言内容|内容|主题|咨询内容|需求|国家|微信|产品|采购量|数量)|お?名前|氏名|件名|本文|電話番号|会社名|お問い合わせ内容|ご?用件`;
/** With a colon or alone in its line; in a table, with its value behind it. */
const OTHER_LABEL = new RegExp(String.raw`^[\s*_|【[]*(${FIELD})\s*[*_|】\])）]*\s*([:：=]|$)`, 'i');
const TABLE_LABEL = new RegExp(String.raw`^[\s*_|]*(${FIELD})\s*[|\s]\s*\S`, 'i');
const FORM_SUBJECT =
  /(contact|web(site)?|order|quote|booking|inquiry|enquiry|feedback)[\s-]*form|form (submission|response|entry)|\bnew (response|submission|inquiry|enquiry|lead|((form|website|contact|customer) )*message)\b|message from (your|the) (web)?site|kontaktformular|kontaktanfrage|(neue|anfrage|nachricht) .{0,30}(web(site|seite)|formular|homepage)|formulaire|nouveau message|formulario|modulo di contatto|contactformulier|お問い?合わせ|フォーム|联系表单|(客户|网站|在线|新的?)留言|留言通知|询盘|询价单|表单/i;
const FORM_SENTENCE =
  /\b(submitted|received|sent|filled (in|out)|got|has)\b[^.\n]{0,60}\b((your|a|the) ([\w-]+ ){0,3}form|new response|form submission|your (web ?site|online store))\b|\b(über|via) (das|ihr|dein|le|el) [^.\n]{0,30}(formular|formulaire|formulario)|收到.{0,20}(留言|表单|询盘|咨询)|提交了.{0,12}(留言|表单|询盘|咨询)/i;
const NAME =
  /^[\s*_|【[]*(?:(?:your|full|contact|ihr|nom et)?\s*(?:name|nom|nombre)|お名前|(?:您的|你的)?(?:姓名|名字|称呼|联系人))[\s*_|】\]]*[:：=]\s*(.{1,80})$/i;
/** Behind these stands a firm more often than a person who fills in forms. */
const ROLE =
  /^(support|help(desk)?|service|customer[\w.-]*|care|info|contact|hello|sales|billing|accounts?|team|office|kundenservice|kefu)@/;

/**
 * Who filled in a form of a website, where the website sent it under an address of its own: the Reply-To (RFC 5322, 3.6.2), or
 * without one the address typed into a form that names itself. Nobody has proven the address. Receipts and notices have a Reply-To
 * as well: so the typed address must stand in the text as a form's field, beside other fields or words that name a form, and no
 * list or answer may have sent it. What calls itself bulk must name the form.
 */
export function readFormSender(
  mail: { headers: MailHeaders; sender: Sender | undefined; subject: string; text: string },
  ownerEmails: readonly string[],
): Sender | undefined {
  const { headers, sender, subject, text } = mail;
  const from = sender?.email ?? '';
  const isForms = FORM_SENDER.test(from) || ownerEmails.includes(from) || isOwnAddress(from, headers);
  if (!isForms || isTalk(headers)) return undefined;
  const words = text.slice(0, 20_000);
  const title = words.trimStart().split('\n', 1)[0]!.slice(0, LINE_CHARACTERS);
  const isNamed = FORM_SUBJECT.test(subject) || FORM_SUBJECT.test(title) || FORM_SENTENCE.test(words);
  const replyTo = firstAddress(header(headers, 'reply-to'));
  const asked = replyTo?.email && replyTo.email !== from ? replyTo : undefined;
  const typed = asked?.email ?? (isNamed ? typedAddress(words, from, headers) : undefined);
  if (!typed || MACHINE.test(typed) || ownerEmails.includes(typed)) return undefined;
  const fields = fieldsOf(words, typed);
  const enough = ROLE.test(typed) ? isNamed && fields.others > 1 : fields.others > (isNamed ? 0 : 1);
  if (!fields.address || !enough || (isBulk(headers) && !isNamed)) return undefined;
  return { name: asked?.name || fields.name, email: typed };
}

/** A list's, or an answer. */
function isTalk(headers: MailHeaders): boolean {
  return ['in-reply-to', 'list-id', 'list-post'].some((name) => headers.has(name));
}

function isBulk(headers: MailHeaders): boolean {
  const submitted = header(headers, 'auto-submitted').toLowerCase();
  return (submitted !== '' && submitted !== 'no') || headers.has('precedence') || headers.has('list-unsubscribe');
}

/** The first address behind a label for one that is not our own. */
function typedAddress(text: string, from: string, headers: MailHeaders): string | undefined {
  const lines = linesOf(text);
  for (const [index, line] of lines.entries()) {
    const address = identity(/[^\s<>()[\],;:：|"']{1,64}@[\w.-]{1,200}\w/.exec(line)?.[0]);
    if (!address || address === from || isOwnAddress(address, headers)) continue;
    if (isTyped(line, lines[index - 1] ?? '', address)) return address;
  }
  return undefined;
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => head(line, LINE_CHARACTERS));
}

function fieldsOf(text: string, address: string): { address: boolean; others: number; name: string } {
  const lines = linesOf(text);
  const inTable = lines.some((line) => isTyped(line, '', address) && !/[:：=]/.test(line));
  const labelled = lines.filter((line) => OTHER_LABEL.test(line) || (inTable && TABLE_LABEL.test(line)));
  return {
    address: lines.some((line, index) => isTyped(line, lines[index - 1] ?? '', address)),
    others: labelled.length,
    name: labelled.map((line) => NAME.exec(line)?.[1]?.trim()).find(Boolean) ?? '',
  };
}

/** `Email: mei@x` in a line, or its label in the line above. */
function isTyped(line: string, above: string, address: string): boolean {
  const at = line.toLowerCase().indexOf(address);
  if (at < 0) return false;
  const before = line.slice(0, at).trim();
  return ADDRESS_LABEL.test(before === '' ? above : before);
}
