import { head } from '../../text/cut.ts';
import { header, type MailHeaders } from '../mime/headers.ts';
import { domainOf } from '../read/trust.ts';
import { addressesIn, firstAddress, identity, readWrittenSender, type Sender } from '../send/sender.ts';
import { isUsable, typedAddress } from './form_address.ts';
import { entriesOf, type FormEntry, type FormField } from './form_labels.ts';
import { nameIn } from './form_name.ts';
import { type FormWords, formWords } from './form_words.ts';
import { isOwnAddress } from './relayed.ts';

const LINE_CHARACTERS = 200;
const NAME_CHARACTERS = 80;
const MOST_OTHERS = 10;
/** So far the fields for names and addresses are looked for. */
const FIELDS_CHARACTERS = 20_000;
/** Where websites send what was typed into their forms from: machines' addresses, or names such as WordPress uses. */
const FORM_SENDER =
  /^([^@]*[._+-])?(no[-_.]?reply|do[-_.]?not[-_.]?reply|notifications?|notify|mailer|wordpress|wp|forms?|form-?(submission|response)s?|submissions?|contact(-?(form|us))?|web(site|master|form|mail)?|site|(e|i)nquir(y|ies)|leads?|messages?|admin|system|service|formular\w*|kontakt\w*)([._+-][^@]*)?@/;
const MACHINE =
  /^([^@]*[._+-])?(no[-_.]?reply|do[-_.]?not[-_.]?reply|mailer-daemon|postmaster|bounces?|notifications?|reply)([._+-][^@]*)?@/;
/** Addresses that websites send from and nobody reads. */
const PROGRAM = /^(wordpress|wp|forms?|form-?submissions?|web-?forms?|(contact|kontakt)-?form\w*)([._+-][^@]*)?@/;
const REVIEW =
  /\bnew ([\w-]+ )?reviews?\b|\b(left|wrote|posted|received|got|has) (you )?(a|an|\d+) ([\w-]+ )?review\b|\breviewed (you|your)\b|neue (rezension|bewertung)|nouvel avis|nueva reseña|nuova recensione|nieuwe (review|beoordeling)|новый отзыв|新的?(评价|评论)|新しい(レビュー|口コミ)|새 리뷰/i;
const FORM_SUBJECT =
  /(contact|web(site)?|order|quote|booking|inquiry|enquiry|feedback)[\s-]*form|form (submission|response|entry)|\bnew (response|submission|inquiry|enquiry|lead|((form|website|contact|customer) )*message)\b|message from (your|the) (web)?site|kontaktformular|kontaktanfrage|(neue|anfrage|nachricht) .{0,30}(web(site|seite)|formular|homepage)|formulaire|nouveau message|formulario|modulo di contatto|contactformulier|お問い?合わせ|フォーム|联系表单|form entry|new (entry|event|booking|appointment|reservation)\b|messaggio dal (sito|web)|modulo|(заявка|сообщение|обращение|вопрос|запрос) с (вашего )?сайта|форм[аыуе]\b.{0,20}(связ|заявк)|обратн\S+ связ|contato (pelo|do) site|mensagem (do|pelo) site|bericht via|formularz|formulář|form(u|undan|u:)|iletişim formu|문의가|문의 (접수|등록)|새 문의|(客户|网站|在线|新的?)留言|留言通知|询盘|询价单|表单|(问卷|答卷)/i;
const FORM_SENTENCE =
  /\b(submitted|received|sent|filled (in|out)|got|has)\b[^.\n]{0,60}\b((your|a|the) ([\w-]+ ){0,3}form|new response|form submission|your (web ?site|online store))\b|\b(über|via) (das|ihr|dein|le|el) [^.\n]{0,30}(formular|formulaire|formulario)|收到.{0,20}(留言|表单|询盘|咨询)|提交了.{0,12}(留言|表单|询盘|咨询)|收到.{0,12}答卷/i;
/** Behind these stands a firm more often than a person who fills in forms. */
const ROLE =
  /^(support|help(desk)?|service|customer[\w.-]*|care|info|contact|hello|sales|billing|accounts?|team|office|kundenservice|kefu)@/;

/** An address that runs into the next field's label: `kim@x.exampleMessage:`, `kim@x.example电话：`. */
const GLUED = /(@[a-z0-9.-]{1,200}[a-z])(?=(?:[A-Z]\p{L}{1,30}|\p{Script=Han}{1,8}) ?[:：])/gu;
const unglued = (text: string): string => text.replace(GLUED, '$1\n');

/** What a form says of who filled it in. */
export interface FormReading {
  /** Whose words they are; nobody has proven it. Undefined: no address of theirs is in it. */
  sender: Sender | undefined;
  name: string;
  phone: string;
  /** What was typed where an address belongs and is none, '' where there is none such. */
  unusable: string;
  /** What they wrote in their own words; undefined: all of it may be. */
  words: FormWords | undefined;
  /** Other addresses typed into it, or that it asks for answers at. */
  others: string[];
}

interface FormMail {
  headers: MailHeaders;
  sender: Sender | undefined;
  subject: string;
  text: string;
}

interface Form extends FormMail {
  from: string;
  /** It calls itself a form, a response or the like. */
  isNamed: boolean;
  /** It asks for words and for who says them, as receipts do not. */
  asksForWords: boolean;
  entries: FormEntry[];
  name: string;
  phone: string;
  unusable: string;
  /** Where it asks for answers, if that is a stranger's address. */
  asked: Sender | undefined;
  isStranger: (address: string | null | undefined) => boolean;
}

/**
 * What a form of a website says, where the website sent it under an address of its own: whoever stands in the Reply-To (RFC 5322,
 * 3.6.2), or without one in the form's field for it. Receipts and notices have such addresses as well: so the mail must name a form,
 * or ask for words and for who says them, and no list or answer may have sent it. What calls itself bulk must name the form.
 */
export function readForm(mail: FormMail, ownerEmails: readonly string[]): FormReading | undefined {
  const from = mail.sender?.email ?? '';
  const isForms = FORM_SENDER.test(from) || ownerEmails.includes(from) || isOwnAddress(from, mail.headers);
  if (!isForms || isTalk(mail.headers)) return undefined;
  const form = formOf(mail, from, ownerEmails);
  if (!form.isNamed && (isBulk(mail.headers) || !(FORM_SENDER.test(from) || form.asked))) return undefined;
  if (ownerEmails.includes(from) && !form.asked) return undefined;
  const { name, phone, unusable } = form;
  const visitor = visitorOf(form);
  const said = { name, phone, unusable, words: formWords(unglued(mail.text)) };
  if (visitor) {
    const whole = name.includes(visitor.name) ? name : visitor.name;
    return { ...said, sender: { ...visitor, name: whole }, others: othersIn(form, visitor.email!) };
  }
  const isNobodys = !form.asked && (form.asksForWords || (form.isNamed && unusable !== ''));
  return isNobodys ? { ...said, sender: undefined, others: [] } : undefined;
}

/** Whose answers are whose nobody but its visitor knows: all that a form names are shown. */
function othersIn({ entries, headers, isStranger }: Form, visitor: string): string[] {
  const asked = (headers.get('reply-to') ?? []).flatMap(addressesIn).map(({ email }) => email);
  const typed = addressedIn(entries).flatMap(({ value }) => (typedAddress(value) ? addressesWrittenIn(value) : []));
  const others = [...asked, ...typed].flatMap((address) => address ?? []);
  return [...new Set(others)].filter((address) => address !== visitor && isStranger(address)).slice(0, MOST_OTHERS);
}

function formOf(mail: FormMail, from: string, ownerEmails: readonly string[]): Form {
  const isStranger = (address: string | null | undefined) =>
    Boolean(address) &&
    ![from, ...ownerEmails].includes(address!) &&
    !MACHINE.test(address!) &&
    !isOwnAddress(address!, mail.headers);
  const replyTo = firstAddress(header(mail.headers, 'reply-to'));
  const text = unglued(head(mail.text, FIELDS_CHARACTERS));
  const title = head(text.trimStart().split('\n', 1)[0]!, LINE_CHARACTERS);
  const entries = entriesOf(text);
  const { name, phone } = nameAndPhone(entries);
  const unusable = unusableIn(entries);
  const asked = replyTo?.email && isUsable(replyTo.email) && !unusable.includes(replyTo.email) ? replyTo : undefined;
  return {
    ...{ ...mail, text, from, entries, name, phone, unusable },
    isNamed: FORM_SUBJECT.test(mail.subject) || FORM_SUBJECT.test(title) || FORM_SENTENCE.test(text),
    asksForWords: entries.some(({ field }) => field === 'message') && (name !== '' || phone !== ''),
    isStranger,
    asked: isStranger(asked?.email) ? asked : undefined,
  };
}

/** What stands in the fields for an address, where none of them holds one. */
function unusableIn(entries: readonly FormEntry[]): string {
  const typed = entries.filter(({ field, value }) => field === 'email' && value !== '').map(({ value }) => value);
  const odd = typed.find((value) => !NOTHING.test(value));
  return odd === undefined || typed.some(typedAddress) ? '' : head(odd, NAME_CHARACTERS);
}

/** Nothing was typed: a rule, or the site's own word for it. */
const NOTHING = /^[-–—/.\s]*$|^(?:n\/a|none|null|keine?|无|没有)$/iu;

/** A letter's sender gives a name as well. */
function nameAndPhone(entries: readonly FormEntry[]): { name: string; phone: string } {
  const first = (wanted: FormField) =>
    entries.find(({ field, value }) => field === wanted && value !== '')?.value ?? '';
  const name = nameIn(entries) || readWrittenSender(first('from')).name;
  return { name: head(name, NAME_CHARACTERS), phone: first('phone') };
}

/** Whose addresses its fields hold. `From:` stands above any mail: it is a form's only beside a field for words. */
function typedIn(entries: readonly FormEntry[]): Sender[] {
  return addressedIn(entries).flatMap(({ value }) => typedAddress(value) ?? []);
}

function addressedIn(entries: readonly FormEntry[]): FormEntry[] {
  const asks = entries.some(({ field }) => field === 'message');
  return entries.filter(({ field }) => field === 'email' || (field === 'from' && asks));
}

/** The address its fields hold; of a form that names itself also the only one it holds, or that it asks for answers at. */
function visitorOf(form: Form): Sender | undefined {
  const { isNamed, asksForWords, entries, isStranger, asked: known } = form;
  const strangers = typedIn(entries).filter(({ email }) => isStranger(email));
  const mayBeTyped = isNamed || asksForWords;
  const found = known ? strangers.find(({ email }) => email === known.email) : mayBeTyped ? strangers[0] : undefined;
  if (found)
    return isFilledIn(found.email!, form) ? { name: known?.name || found.name, email: found.email } : undefined;
  return isNamed && (known || form.unusable === '') ? strangerIn(form) : undefined;
}

/** Enough other fields stand beside an address; behind that of a role more often stands whom to ask. */
function isFilledIn(address: string, { entries, isNamed }: Form): boolean {
  const others = entries.filter(({ field }) => field !== 'email' && field !== 'from').length;
  return ROLE.test(address) ? isNamed && others > 1 : others > (isNamed ? 0 : 1);
}

function strangerIn({ text, from, headers, isStranger, asked: known }: Form): Sender | undefined {
  const strangers = [...new Set(addressesWrittenIn(text).filter(isStranger))];
  const email = known?.email ?? (strangers.length === 1 ? strangers[0] : undefined);
  const isSenders = !email || ROLE.test(email) || domainOf(email) === domainOf(from) || headers.has('list-unsubscribe');
  return isSenders ? undefined : { name: known?.name ?? '', email };
}

function addressesWrittenIn(text: string): string[] {
  const written = text.match(/[^\s<>()[\],;:：|"']{1,64}@[\w.-]{1,200}\w/g) ?? [];
  return written.flatMap((address) => identity(address) ?? []).filter(isUsable);
}

/** A list's, or an answer. */
function isTalk(headers: MailHeaders): boolean {
  return ['in-reply-to', 'list-id', 'list-post'].some((name) => headers.has(name));
}

function isBulk(headers: MailHeaders): boolean {
  const submitted = header(headers, 'auto-submitted').toLowerCase();
  return (submitted !== '' && submitted !== 'no') || headers.has('precedence') || headers.has('list-unsubscribe');
}

/**
 * What a website's own program sends though no visitor's address is in it (a phone, an order, a review): nobody reads behind its
 * sender, so it is nobody's mail.
 */
export function isUnanswerable({ headers, sender, subject }: Omit<FormMail, 'text'>): boolean {
  const from = sender?.email ?? '';
  return (
    !headers.has('reply-to') && !isTalk(headers) && (PROGRAM.test(from) || (MACHINE.test(from) && REVIEW.test(subject)))
  );
}
