import { readsNobodyAt } from '../../text/nobody.ts';
import { isForwardSubject } from './forward.ts';
import { separatorKind } from './separator.ts';

/** Names such as WordPress uses for what was typed into a website's form. */
const FORM_SENDER =
  /^([^@]*[._+-])?(notify|mailer|wordpress|wp|forms?|form-?(submission|response)s?|submissions?|contact(-?(form|us))?|web(site|master|form|mail)?|site|(e|i)nquir(y|ies)|leads?|messages?|admin|system|service|formular\w*|kontakt\w*)([._+-][^@]*)?@/;

/** Whether websites send what was typed into their forms from an address: a machine's, or one with such a name. */
export const sendsForms = (address: string): boolean => readsNobodyAt(address) || FORM_SENDER.test(address);

/** Addresses that websites send from and at which nobody reads. */
export const PROGRAM =
  /^(wordpress|wp|forms?|form-?submissions?|web-?forms?|(contact|kontakt)-?form\w*)([._+-][^@]*)?@/;
export const REVIEW =
  /\bnew ([\w-]+ )?reviews?\b|\b(left|wrote|posted|received|got|has) (you )?(a|an|\d+) ([\w-]+ )?review\b|\breviewed (you|your)\b|neue (rezension|bewertung)|nouvel avis|nueva reseña|nuova recensione|nieuwe (review|beoordeling)|новый отзыв|新的?(评价|评论)|新しい(レビュー|口コミ)|새 리뷰/i;
const FORM_SUBJECT =
  /(contact|web(site)?|order|quote|booking|inquiry|enquiry|feedback)[\s-]*form|form (submission|response|entry)|\bnew (response|submission|inquiry|enquiry|lead|((form|website|contact|customer) )*message)\b|message from (your|the) (web)?site|kontaktformular|kontaktanfrage|(neue|anfrage|nachricht) .{0,30}(web(site|seite)|formular|homepage)|formulaire|nouveau message|formulario|modulo di contatto|contactformulier|お問い?合わせ|フォーム|联系表单|form entry|new (entry|event|booking|appointment|reservation)\b|messaggio dal (sito|web)|modulo|(заявка|сообщение|обращение|вопрос|запрос) с (вашего )?сайта|форм[аыуе]\b.{0,20}(связ|заявк)|обратн\S+ связ|contato (pelo|do) site|mensagem (do|pelo) site|bericht via|formularz|formulář|form(u|undan|u:)|iletişim formu|문의가|문의 (접수|등록)|새 문의|(客户|网站|在线|新的?)留言|留言通知|询盘|询价单|表单|(问卷|答卷)/i;
const FORM_SENTENCE =
  /\b(submitted|received|sent|filled (in|out)|got|has)\b[^.\n]{0,60}\b((your|a|the) ([\w-]+ ){0,3}form|new response|form submission|your (web ?site|online store))\b|\b(über|via) (das|ihr|dein|le|el) [^.\n]{0,30}(formular|formulaire|formulario)|收到.{0,20}(留言|表单|询盘|咨询)|提交了.{0,12}(留言|表单|询盘|咨询)|收到.{0,12}答卷/i;
/** An address with such a name more often belongs to a firm than to a person who fills in forms. */
export const ROLE =
  /^(support|help(desk)?|service|customer[\w.-]*|care|info|contact|hello|sales|billing|accounts?|team|office|kundenservice|kefu)@/;

/** What programs put below or above a form that was filled in. */
const FORM_FOOTER =
  /\b(?:sent|submitted|received|came) (?:from|via|by|through|using) (?:a|an|the|your|our)? ?(?:[\w-]+ ){0,3}(?:contact |web(?:site)? ?|online |inquiry |enquiry )(?:form|page)\b|\b(?:contact|web(?:site)?|enquiry|inquiry) form (?:was|has been) (?:submitted|filled)|\bpowered by: ?(?:elementor|wpforms|ninja|gravity|formidable|jotform|typeform|wix|squarespace)|\bform (?:name|id) ?:|(?:über|durch|mit) (?:das|ein|unser|dein|ihr|euer)e?m? ?(?:\S{1,30} )?(?:kontakt|web|online|anfrage)-?formular|kontaktformular (?:von|auf|ihrer|der|deiner)|(?:depuis|via|par) (?:le|un|votre) formulaire|(?:desde|mediante|a través de) (?:el|un|su) formulario|(?:由|来自|来源于|通过|经).{0,20}(?:表单|留言板|联系我们|在线留言)|(?:表单|留言)(?:提交|通知|来源)/iu;

/**
 * Whether a mail says in its subject, its first line (`title`) or a sentence that it is a form, a response or the like.
 */
export const namesForm = ({ subject, title, text }: { subject: string; title: string; text: string }): boolean =>
  FORM_SUBJECT.test(subject) || FORM_SUBJECT.test(title) || saysForm(text);

/** Whether the text itself says so: anybody may write a subject such as "New message". */
export const saysForm = (text: string): boolean => FORM_SENTENCE.test(text) || FORM_FOOTER.test(text);

/** The header block above a forwarded mail; below a form's own `From:` stands no date and no recipient. */
const PASSED_ON =
  /^[>*\s]{0,4}(?:from|von|de|da|van|发件人|寄件者)\*?\s?[:：][^\n]{0,300}\n(?:[^\n:：]{1,20}[:：][^\n]{0,300}\n)?[>*\s]{0,4}(?:sent|date|to|gesendet|datum|an|envoyé|à|enviado|para|发送时间|日期|时间|收件人)\*?\s?[:：]/imu;

/** Whether a mail holds a forwarded one: a form in that is not its sender's. */
export const isPassedOn = (subject: string, text: string): boolean =>
  isForwardSubject(subject) ||
  PASSED_ON.test(text) ||
  text.split('\n').some((line) => separatorKind(line) === 'forward');
