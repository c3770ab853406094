import { head } from '../text/cut.ts';
import { header, type MailHeaders } from './headers.ts';
import { firstAddress, type Sender } from './sender.ts';

const LINE_CHARACTERS = 200;
/** Where websites send what was typed into their forms from: machines' addresses, or names such as WordPress uses. */
const FORM_SENDER =
  /^([^@]*[._+-])?(no[-_.]?reply|do[-_.]?not[-_.]?reply|notifications?|notify|mailer|wordpress|wp|forms?|form-?submissions?|submissions?|contact(-?(form|us))?|web(site|master|form|mail)?|site|(e|i)nquir(y|ies)|leads?|messages?|admin|system|service)([._+-][^@]*)?@/;
const MACHINE =
  /^([^@]*[._+-])?(no[-_.]?reply|do[-_.]?not[-_.]?reply|mailer-daemon|postmaster|bounces?|notifications?|reply)([._+-][^@]*)?@/;
/** The label before an address that somebody typed in. */
const ADDRESS_LABEL =
  /(^|\s)(from|sender|reply[\s-]?to)\s*[:：][^:：<]{0,60}<$|(^|[\s*_|【[(（])((your|sender|reply|contact|customer|visitor|work|business)?[\s'’s-]*e[\s-]?mail([\s-]+(address|id))?|from|reply[\s-]?to|submitted by|(您的|你的|联系|电子|客户|访客|工作)*(邮箱|邮件|邮箱地址|邮件地址|电子邮件|信箱))\s*[*_|】\])）?]*\s*[:：=]?[\s*_|<]*$/i;
const OTHER_LABEL =
  /^[\s*_|【[]*((your|full|first|last|company|contact|phone|mobile)?[\s-]*(name|phone|tel(ephone)?|mobile|company|message|subject|country|comments?|question|enquiry|inquiry|product|budget|whats ?app)([\s-]+(number|name|body))?|(您的|你的|联系)?(姓名|名字|称呼|联系人|电话|手机|手机号|公司|公司名称|留言|留言内容|内容|主题|咨询内容|需求|国家|微信|产品))\s*[*_|】\])）]*\s*([:：=]|$)/i;
const FORM_SUBJECT =
  /(contact|web(site)?|order|quote|booking|inquiry|enquiry|feedback)[\s-]*form|form (submission|response|entry)|\bnew (response|submission|inquiry|enquiry|lead|((form|website|contact|customer) )*message)\b|message from (your|the) (web)?site|联系表单|(客户|网站|在线|新的?)留言|留言通知|询盘|表单/i;
const FORM_SENTENCE =
  /\b(submitted|received|sent|filled (in|out)|got|has)\b[^.\n]{0,60}\b((your|a|the) ([\w-]+ ){0,3}form|new response|form submission|your (web ?site|online store))\b|收到.{0,20}(留言|表单|询盘|咨询)|提交了.{0,12}(留言|表单|询盘|咨询)/i;
const NAME =
  /^[\s*_|【[]*(?:(?:your|full|contact)?\s*name|(?:您的|你的)?(?:姓名|名字|称呼|联系人))[\s*_|】\]]*[:：=]\s*(.{1,80})$/i;
/** Behind these stands a firm more often than a person who fills in forms. */
const ROLE =
  /^(support|help(desk)?|service|customer[\w.-]*|care|info|contact|hello|sales|billing|accounts?|team|office|kundenservice|kefu)@/;

/**
 * Who filled in a form of a website, where the website sent it under an address of its own with that person as Reply-To (RFC 5322,
 * 3.6.2). Nobody has proven the address. Receipts and notices have a Reply-To as well: so the typed address must stand in the text as
 * a form's field, beside other fields or words that name a form, and nothing may call the mail a machine's or a list's.
 */
export function readFormSender(
  mail: { headers: MailHeaders; sender: Sender | undefined; subject: string; text: string },
  ownerEmails: readonly string[],
): Sender | undefined {
  const { headers, sender, subject, text } = mail;
  const from = sender?.email ?? '';
  const replyTo = firstAddress(header(headers, 'reply-to'));
  const address = replyTo?.email;
  if (!replyTo || !address || address === from || MACHINE.test(address) || ownerEmails.includes(address))
    return undefined;
  if (isBulk(headers) || !(FORM_SENDER.test(from) || ownerEmails.includes(from))) return undefined;
  const words = head(text, 20_000);
  const fields = fieldsOf(words, address);
  const isNamed = FORM_SUBJECT.test(subject) || FORM_SENTENCE.test(words);
  const enough = ROLE.test(address) ? isNamed && fields.others > 1 : fields.others > (isNamed ? 0 : 1);
  if (!fields.address || !enough) return undefined;
  return { name: replyTo.name || fields.name, email: address };
}

function isBulk(headers: MailHeaders): boolean {
  const submitted = header(headers, 'auto-submitted').toLowerCase();
  return (
    (submitted !== '' && submitted !== 'no') ||
    headers.has('precedence') ||
    headers.has('in-reply-to') ||
    [...headers.keys()].some((name) => name.startsWith('list-'))
  );
}

function fieldsOf(text: string, address: string): { address: boolean; others: number; name: string } {
  const lines = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => head(line, LINE_CHARACTERS));
  const labelled = lines.filter((line) => OTHER_LABEL.test(line));
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
