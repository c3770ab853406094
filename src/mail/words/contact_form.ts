import { head, headWords } from '../../text/cut.ts';
import { isPrograms } from '../../text/nobody.ts';
import { narrow } from '../../text/normalise.ts';
import { header, type MailHeaders } from '../mime/headers.ts';
import { domainOf } from '../read/trust.ts';
import { addressesIn, firstAddress, identity, readWrittenSender, type Sender } from '../send/sender.ts';
import { isUsable, typedAddress } from './form_address.ts';
import { entriesOf, type FormEntry, type FormField, fieldOf, whose } from './form_labels.ts';
import { nameIn } from './form_name.ts';
import { isPassedOn, namesForm, PROGRAM, REVIEW, ROLE, saysForm, sendsForms } from './form_signs.ts';
import { type FormWords, formWords } from './form_words.ts';
import { isOwnAddress } from './relayed.ts';

const LINE_CHARACTERS = 200;
const NAME_CHARACTERS = 80;
const MOST_OTHERS = 10;
/** How far we look for the fields for names and addresses. */
const FIELDS_CHARACTERS = 20_000;
/** An address that runs into the label of the next field: `kim@x.exampleMessage:`, `kim@x.example电话：`. */
const GLUED = /(@[a-z0-9.-]{1,200}[a-z])(?=(?:[A-Z]\p{L}{1,30}|\p{Script=Han}{1,8}) ?[:：])/gu;

/** An address in full-width characters, as Chinese keyboards write it. */
const WIDE = /[^\s<>()（）,;:：，；、|]{1,64}＠[^\s<>()（）,;:：，；、|]{1,200}/gu;

const plainly = (text: string): string => text.replace(WIDE, narrow).replace(GLUED, '$1\n');

/** What a form says about whoever filled it in. */
export interface FormReading {
  /** Who wrote the words; unproven. Undefined: there is no address of theirs. */
  sender: Sender | undefined;
  name: string;
  phone: string;
  /** What was typed into an address field but is no address; '' if there is nothing of the kind. */
  unusable: string;
  /** What they wrote in their own words; undefined: any of it may be. */
  words: FormWords | undefined;
  /** Other addresses that were typed into it, or at which it asks for answers. */
  others: string[];
  /** Nobody typed the sender's address: the mail only asks for answers there. */
  asks?: true;
}

interface FormMail {
  headers: MailHeaders;
  sender: Sender | undefined;
  subject: string;
  text: string;
}

interface Form extends FormMail {
  from: string;
  /** Whose address the mail was sent from: a website's, the owner's own, or one that could be anybody's. */
  source: 'site' | 'owner' | 'anybody';
  /** It says that it is a form, a response or the like. */
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
 * Reads the form of a website. Its visitor is in the Reply-To (RFC 5322, 3.6.2), or else in the form's own field.
 * Receipts and notices come from such addresses as well, so the mail must name a form, or ask for words and for who
 * says them; and it must not be a list's mail or an answer. Mail that says it is bulk must name the form. A website may
 * send from any address, even the owner's: then the fields alone must show that it is a form.
 */
export function readForm(mail: FormMail, ownerEmails: readonly string[]): FormReading | undefined {
  const from = mail.sender?.email ?? '';
  if (from === '' || isTalk(mail.headers)) return undefined;
  const form = formOf(mail, from, ownerEmails);
  if (!(mayBeSites(form) || isByItsFields(form))) return undefined;
  const { name, phone, unusable } = form;
  const visitor = visitorOf(form);
  const said = { name, phone, unusable, words: formWords(plainly(mail.text)) };
  if (visitor) {
    const whole = name.includes(visitor.name) ? name : visitor.name;
    const asks = !addressesWrittenIn(form.text).includes(visitor.email!);
    const others = othersIn(form, visitor.email!);
    return { ...said, sender: { ...visitor, name: whole }, others, ...(asks && { asks: true as const }) };
  }
  const isNobodys = !form.asked && (form.asksForWords || (form.isNamed && unusable !== ''));
  return isNobodys ? { ...said, sender: undefined, others: [] } : undefined;
}

/** Whether it was sent as websites send, or with a Reply-To. */
function mayBeSites({ source, from, isNamed, headers, asked }: Form): boolean {
  if (source === 'anybody' || (source === 'owner' && !asked)) return false;
  return isNamed || (!isBulk(headers) && (sendsForms(from) || asked !== undefined));
}

/**
 * Whether the fields alone make it a form: they hold words and who says them, it says that it is a form or consists
 * only of fields, and nobody forwards it.
 */
function isByItsFields({ subject, text, entries, isNamed, asksForWords, headers, isStranger, ...form }: Form): boolean {
  if (!entries.some(({ field }) => field === 'message') || isPassedOn(subject, text)) return false;
  const isTyped = typedIn(entries).some(({ email }) => isStranger(email));
  if (!isTyped)
    return asksForWords && saysForm(text) && (form.source !== 'anybody' || form.unusable !== '' || form.phone !== '');
  return isNamed || (asksForWords && !isBulk(headers) && beginsWithField(text));
}

const beginsWithField = (text: string): boolean => {
  const first = text.trimStart().split('\n', 1)[0]!;
  return /[:：]/.test(first) && fieldOf(first.split(/[:：]/, 1)[0]!) !== undefined;
};

/** Further addresses in a form. Only its visitor knows whose each is, so all of them are shown. */
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
    !isPrograms(address!) &&
    !isOwnAddress(address!, mail.headers);
  const replyTo = firstAddress(header(mail.headers, 'reply-to'));
  const text = plainly(headWords(mail.text, FIELDS_CHARACTERS));
  const title = head(text.trimStart().split('\n', 1)[0]!, LINE_CHARACTERS);
  const entries = entriesOf(text);
  const { name, phone } = nameAndPhone(entries);
  const unusable = unusableIn(entries);
  const asked = replyTo?.email && isUsable(replyTo.email) && !unusable.includes(replyTo.email) ? replyTo : undefined;
  return {
    ...{ ...mail, text, from, entries, name, phone, unusable },
    source: sourceOf(from, mail.headers, ownerEmails),
    isNamed: namesForm({ subject: mail.subject, title, text }),
    asksForWords: entries.some(({ field }) => field === 'message') && (name !== '' || phone !== ''),
    isStranger,
    asked: isStranger(asked?.email) ? asked : undefined,
  };
}

function sourceOf(from: string, headers: MailHeaders, ownerEmails: readonly string[]): Form['source'] {
  if (ownerEmails.includes(from)) return 'owner';
  return sendsForms(from) || isOwnAddress(from, headers) ? 'site' : 'anybody';
}

/** The content of the address fields, if none of them holds an address. */
function unusableIn(entries: readonly FormEntry[]): string {
  const own = entries.filter(({ field, label, value }) => field === 'email' && value !== '' && !isOthers(label));
  const typed = own.map(({ value }) => value);
  const odd = typed.find((value) => !NOTHING.test(value));
  return odd === undefined || typed.some(typedAddress) ? '' : head(odd, NAME_CHARACTERS);
}

/** Nothing was typed: a dash, or the site's own word for nothing. */
const NOTHING = /^[-–—/.\s]*$|^(?:n\/a|none|null|keine?|无|没有)$/iu;

/** The name and phone from the fields. */
function nameAndPhone(entries: readonly FormEntry[]): { name: string; phone: string } {
  const own = ownFirst(entries).filter(({ label }) => !isOthers(label));
  const valuesOf = (wanted: FormField) => own.flatMap(({ field, value }) => (field === wanted && value ? value : []));
  const name = nameIn(own) || readWrittenSender(valuesOf('from')[0] ?? '').name;
  return { name: head(name, NAME_CHARACTERS), phone: valuesOf('phone').flatMap(dialled)[0] ?? '' };
}

/** The numbers in a field that may also hold a name, as fields for WeChat do. */
export function dialled(value: string): string[] {
  const [number] = PHONE.exec(narrow(value)) ?? [];
  return number && number.replace(/\D/g, '').length >= LEAST_DIGITS ? [number.trim()] : [];
}

const LEAST_DIGITS = 5;
const PHONE = /(?<![\p{L}\d_@.])[+(]{0,2}\d[\d\s()./–-]{3,25}\d(?:\s?(?:x|ext\.?|转)\s?\d{1,6})?(?![A-Za-z_\d@])/u;

const isOthers = (label: string): boolean => whose(label) === 'others';
const RANK = { theirs: 0, perhaps: 1, others: 2 };

/**
 * Puts fields that ask for the visitor's own data before those that may be somebody else's; otherwise keeps the order.
 */
const ownFirst = (entries: readonly FormEntry[]): FormEntry[] =>
  entries.toSorted((one, other) => RANK[whose(one.label)] - RANK[whose(other.label)]);

/**
 * The people whose addresses the fields hold. `From:` stands above any mail, so it counts as a field only beside a
 * field for words.
 */
function typedIn(entries: readonly FormEntry[]): Sender[] {
  const own = ownFirst(addressedIn(entries)).filter(({ label }) => !isOthers(label));
  return own.flatMap(({ value }) => typedAddress(value) ?? []);
}

function addressedIn(entries: readonly FormEntry[]): FormEntry[] {
  const asks = entries.some(({ field }) => field === 'message');
  return entries.filter(({ field }) => field === 'email' || (field === 'from' && asks));
}

/**
 * The address in the fields. If the form names itself, also the only address in the text, or the one at which it asks
 * for answers.
 */
function visitorOf(form: Form): Sender | undefined {
  const { isNamed, asksForWords, entries, isStranger, asked: known } = form;
  const strangers = typedIn(entries).filter(({ email }) => isStranger(email));
  const mayBeTyped = isNamed || asksForWords;
  const found = known ? strangers.find(({ email }) => email === known.email) : mayBeTyped ? strangers[0] : undefined;
  if (found)
    return isFilledIn(found.email!, form) ? { name: known?.name || found.name, email: found.email } : undefined;
  const mayBeAnywhere = isNamed && form.source !== 'anybody' && (known || form.unusable === '');
  return mayBeAnywhere ? strangerIn(form) : undefined;
}

/** Whether enough other fields stand beside an address. An address with a role's name is more often somebody to ask. */
function isFilledIn(address: string, { entries, isNamed }: Form): boolean {
  const others = entries.filter(({ field }) => field !== 'email' && field !== 'from').length;
  const isOwn = entries.some(
    ({ field, label, value }) => field === 'email' && whose(label) === 'theirs' && value.includes(address),
  );
  if (isNamed && isOwn && !ROLE.test(address)) return true;
  return ROLE.test(address) ? isNamed && others > 1 : others > (isNamed ? 0 : 1);
}

function strangerIn({ text, from, headers, entries, isStranger, asked: known }: Form): Sender | undefined {
  const named = entries.flatMap(({ label, value }) => (isOthers(label) ? addressesWrittenIn(value) : []));
  const written = addressesWrittenIn(text).filter((address) => isStranger(address) && !named.includes(address));
  const strangers = [...new Set(written)];
  const email = known?.email ?? (strangers.length === 1 ? strangers[0] : undefined);
  const isSenders = !email || ROLE.test(email) || domainOf(email) === domainOf(from) || headers.has('list-unsubscribe');
  return isSenders ? undefined : { name: known?.name ?? '', email };
}

function addressesWrittenIn(text: string): string[] {
  const written = text.match(/[^\s<>()[\],;:：，；、|"']{1,64}@[\w.-]{1,200}\w/g) ?? [];
  return written.flatMap((address) => identity(address) ?? []).filter(isUsable);
}

/** Whether it is a list's mail, or an answer. */
export function isTalk(headers: MailHeaders): boolean {
  return ['in-reply-to', 'list-id', 'list-post'].some((name) => headers.has(name));
}

/** Whether its headers say that a program sent it, or that many got it. A person's may have the same headers and deny it (RFC 3834: `no`). */
export function isBulk(headers: MailHeaders): boolean {
  const [submitted, precedence] = ['auto-submitted', 'precedence'].map((name) => header(headers, name).trim());
  return (
    /^(?!no\b)./i.test(submitted!) || /^(?:bulk|list|junk|auto)/i.test(precedence!) || headers.has('list-unsubscribe')
  );
}

/**
 * Whether a website's own program sent it with no visitor's address in it (a phone, an order, a review). Nobody reads
 * at its sender's address, so there is nobody to answer.
 */
export function isUnanswerable({ headers, sender, subject }: Omit<FormMail, 'text'>): boolean {
  const from = sender?.email ?? '';
  return (
    !headers.has('reply-to') && !isTalk(headers) && (PROGRAM.test(from) || (isPrograms(from) && REVIEW.test(subject)))
  );
}
