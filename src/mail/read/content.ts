import { head } from '../../text/cut.ts';
import { hasMarks, picturesAsWords, withoutMarks, withoutPictures } from '../fetch/marks.ts';
import { header } from '../mime/headers.ts';
import { htmlToText } from '../mime/html.ts';
import { linkedPictures, picturesIn } from '../mime/html_pictures.ts';
import { beginsFile, fieldsAsLines, isHtmlType, isReadable, mayHoldWords } from '../mime/media_type.ts';
import { type MimePart, textOf } from '../mime/mime.ts';
import { splitQuoted } from '../words/quote.ts';
import { saidOnlyIn, saysMore } from './compare.ts';

/** The content of a mail, sorted by what it means to a reader. */
export interface MailContent {
  /** With marks if only the HTML shows where history begins. */
  text: string;
  /** Files, in order; whole mails among them. */
  files: MimePart[];
  /** Those files that are mails. */
  mails: MimePart[];
  calendars: MimePart[];
  /** message/delivery-status, message/feedback-report and the like, which are meant for machines. */
  reports: MimePart[];
  warnings: string[];
}

/** Warnings about parts whose words are not read. */
export const SEALED = 'encrypted or opaquely signed';
export const WINMAIL = 'winmail.dat';
export const UNREADABLE = 'not readable';
export const LINKED = 'pictures that are only linked';

const TEXT_CHARACTERS = 200_000;
/** Signatures and other wrappings that no reader would call a file. */
const WRAPPING = /^application\/(x-)?(pkcs7-signature|pgp-signature|pgp-encrypted)$|^application\/pgp-keys$/;
const REPORT =
  /^message\/(global-)?(delivery-status|feedback-report|disposition-notification|tracking-status)$|^text\/rfc822-headers$/;

interface Words {
  plain?: string;
  html?: string;
  /** The same words for programs that take AMP; read only if there are no others. */
  amp?: string;
}

interface Gathered extends Omit<MailContent, 'text'> {
  words: Words[];
}

/** Sorts the parts of a mail. */
export function contentOfMail(root: MimePart): MailContent {
  const gathered: Gathered = { words: [], files: [], mails: [], calendars: [], reports: [], warnings: [] };
  gather(root, gathered);
  // a mail with a single text that is marked as a file is that text nevertheless
  const isText = root.type === 'text/plain' && !BEGINS_CALENDAR.test(textOf(root));
  if (gathered.words.length === 0 && isText) gathered.words.push(wordsOf(root));
  const { words, ...content } = gathered;
  const all = words
    .map(bestText)
    .filter((one) => one.trim() !== '')
    .join('\n\n');
  const text = picturesAsWords(all);
  if (isNoise(text)) content.warnings.push(UNREADABLE);
  const pictures = words.flatMap(({ html = '' }) => picturesIn(html));
  const shown = { ...content, text: head(text, TEXT_CHARACTERS), files: [...content.files, ...pictures] };
  return withoutPictures(all).trim() === '' ? withoutWords(shown, words) : shown;
}

/** Characters that nobody wrote; with this many, and so large a share of them, no charset makes words of the text. */
const NOISE = /(?![\t\n\v\f\r])[\p{Cc}\ufffd]/gu;
const NOISY = 5;

function isNoise(text: string): boolean {
  const count = text.match(NOISE)?.length ?? 0;
  return count >= NOISY && count * 5 > text.length;
}

/** For a mail that says nothing itself: what it contains speaks for it. */
function withoutWords(content: MailContent, words: readonly Words[]): MailContent {
  const { files, warnings } = content;
  const calendars = [...content.calendars, ...files.filter((part) => isCalendarFile(part, content))];
  const kept = [...files, ...calendars.filter((part) => !files.includes(part))];
  const linked = words.map(({ html = '' }) => linkedPictures(html)).find((one) => one !== undefined);
  if (linked === undefined || kept.length > 0) return { ...content, calendars, files: kept };
  return { ...content, text: linked, warnings: [...warnings, LINKED] };
}

/** Whether a part is a calendar by its content, though it is sent as an ordinary file. */
function isCalendarFile(part: MimePart, { calendars }: MailContent): boolean {
  const mayBe = /^(application\/octet-stream|text\/(plain|x-vcalendar)|application\/x-ics)$/.test(part.type);
  return (mayBe || /\.(ics|vcs)$/i.test(part.name)) && !calendars.includes(part) && BEGINS_CALENDAR.test(textOf(part));
}

const BEGINS_CALENDAR = /^\ufeff?\s*BEGIN:VCALENDAR\s/i;

function gather(part: MimePart, into: Gathered): void {
  if (part.unopened > 0) into.warnings.push('more parts than are read');
  if (part.type === 'multipart/alternative') gatherAlternative(part, into);
  else if (part.children.length > 0) for (const child of part.children) gather(child, into);
  else if (part.type === 'text/plain' && part.name === '' && BEGINS_CALENDAR.test(textOf(part)))
    gatherCalendar(part, into);
  else if (isBody(part, into)) gatherWords(part, into);
  else gatherFile(part, into);
}

function gatherWords(part: MimePart, into: Gathered): void {
  const words = wordsOf(part);
  into.words.push(words);
  if (words.plain === '' && /\S/.test(part.encoded.toString('latin1'))) into.warnings.push(UNREADABLE);
}

/** The texts of an alternative hold the same words twice; other parts in it are gathered as usual. */
function gatherAlternative(part: MimePart, into: Gathered): void {
  const inner: Gathered = { ...into, words: [] };
  for (const child of part.children) gather(child, inner);
  const plain = inner.words
    .map((words) => words.plain)
    .filter(Boolean)
    .join('\n\n');
  const html = inner.words
    .map((words) => words.html)
    .filter(Boolean)
    .join('\n');
  const amp = inner.words.find((words) => words.amp)?.amp;
  into.words.push({ ...(plain && { plain }), ...(html && { html }), ...(amp && { amp }) });
}

/** Whether a text part is shown: not if the sender attached it as a file. */
function isBody(part: MimePart, into: Gathered): boolean {
  const { words } = into;
  if (!/^text\/(plain|html|enriched|richtext|(x-)?markdown|x-amp-html)$/.test(part.type))
    return mayBeBody(part, into) && isReadable(textOf(part));
  return (
    part.disposition !== 'attachment' && (part.name === '' || (part.disposition === 'inline' && words.length === 0))
  );
}

/** Whether a part stands where a mail's words stand, whatever its type says: nothing calls it a file, and nothing stands before it. */
function mayBeBody(part: MimePart, { words, files }: Gathered): boolean {
  const isTooDeep = header(part.headers, 'content-type').toLowerCase().startsWith('multipart/');
  const isFile = isTooDeep || part.name !== '' || part.disposition === 'attachment' || part.headers.has('content-id');
  const isFirst = files.length === 0 && words.every(({ plain = '', html = '' }) => `${plain}${html}`.trim() === '');
  return !isFile && mayHoldWords(part.type) && (isFirst || isHtmlType(part.type));
}

function wordsOf(part: MimePart): Words {
  if (part.type === 'application/x-www-form-urlencoded') return { plain: fieldsAsLines(textOf(part)) };
  const text = /^text\/(enriched|richtext)$/.test(part.type) ? withoutEnrichment(textOf(part)) : textOf(part);
  if (part.type === 'text/x-amp-html') return { amp: text };
  return isHtmlType(part.type) || isMarkup(text) ? { html: text } : { plain: withoutMarks(text) };
}

/**
 * Plain text from text/enriched (RFC 1896): commands stand in angle brackets, `<<` is a literal one, and a single line
 * break does not count.
 */
function withoutEnrichment(text: string): string {
  return text
    .replace(/<param>[^<]{0,200}<\/param>/gi, '')
    .replace(/<<|<\/?[a-z-]{1,60}>/gi, (command) => (command === '<<' ? '<' : ''))
    .replace(/\n(\n*)/g, (_, more: string) => more || ' ');
}

/** Whether a program sent HTML as plain text: it has tags from the first character to the last. */
function isMarkup(text: string): boolean {
  const words = text.trim();
  const begins =
    /^<(!doctype html|html|head|body|meta|div|p|table|span|font|center|br|h[1-6]|b|ul|ol)\b[^<>]{0,2000}>/i.test(words);
  return begins && words.endsWith('>') && /<\/(html|body|div|p|table|span|font|center|h[1-6]|b|ul|ol)>/i.test(words);
}

function gatherFile(part: MimePart, into: Gathered): void {
  if (mayBeBody(part, into) && !beginsFile(textOf(part))) into.warnings.push(UNREADABLE);
  if (WRAPPING.test(part.type) || /^(smime\.p7s|signature\.asc)$/i.test(part.name)) return;
  if (REPORT.test(part.type)) into.reports.push(part);
  else if (/^(text\/calendar|application\/ics)$/.test(part.type)) gatherCalendar(part, into);
  else into.files.push(part);
  if (part.type === 'message/rfc822' || part.type === 'message/global') into.mails.push(part);
  if (part.type === 'application/ms-tnef' || /^winmail\.dat$/i.test(part.name)) into.warnings.push(WINMAIL);
  if (/^application\/(x-)?pkcs7-mime$/.test(part.type) || part.type === 'application/pgp-encrypted')
    into.warnings.push(SEALED);
}

function gatherCalendar(part: MimePart, into: Gathered): void {
  into.calendars.push(part);
  if (part.name !== '' || part.disposition === 'attachment' || part.type !== 'text/calendar') into.files.push(part);
}

/**
 * The plain text, which its author saw, unless the HTML beside it says more (`compare.ts`) or its markup shows a
 * history that the plain text does not: some programs write history there without any sign.
 */
function bestText({ plain = '', html, amp }: Words): string {
  if (plain.trim() === '' && html === undefined && amp !== undefined) return htmlToText(amp);
  if (html === undefined) return plain;
  const fromHtml = htmlToText(html);
  if (plain.trim() === '') return fromHtml;
  if (isPlaceholder(plain, fromHtml))
    return [saidOnlyIn(splitQuoted(besideNotice(plain)).text, fromHtml), fromHtml].filter(Boolean).join('\n\n');
  const [ours, theirs] = [splitQuoted(plain), splitQuoted(picturesAsWords(fromHtml))];
  if (saysMore({ all: fromHtml, own: theirs.text }, plain))
    return [saidOnlyIn(ours.text, fromHtml), fromHtml].filter(Boolean).join('\n\n');
  if (!hasMarks(fromHtml)) return plain;
  if (theirs.quoted === '') return plain;
  return areAlike(ours.text, theirs.text) && ours.quoted !== '' ? plain : fromHtml;
}

/** Whether two texts are alike, apart from the targets of links, which only the HTML shows. */
function areAlike(ours: string, theirs: string): boolean {
  const theirLength = theirs.replace(/ \(https?:[^()\s]*\)/g, '').length;
  return ours.length < theirLength * 1.5 + 40 && theirLength < ours.length * 2 + 40;
}

/** "Your mail program cannot show HTML": what such a text says, whatever the mail is. */
const STUB =
  /(does not|doesn['’]t|do not|don['’]t|cannot|can['’]t|not|unable to) (seem to )?(be )?(support|display|show|view|render|read|capable)\w* (of )?(displaying )?(this )?html|html[- ]?(e-?mails?|messages?|format|content)? (is |are )?(not|only|required)|(enable|turn on|use an?) html|html[- ](capable|enabled|compatible|fähig\w*)|this (is an?|message is|e-?mail is) (an? )?html (e-?mail|message|format)|(不支持|无法(显示|查看)).{0,12}html|html.{0,12}(不支持|无法(显示|查看)|格式)|unterstützt kein(e|en)? html|kein html|html-(ansicht|format|nachricht)|ne (supporte|prend) pas .{0,20}html|no (admite|soporta) html|non supporta .{0,10}html/i;

const SENTENCES = new Intl.Segmenter('en', { granularity: 'sentence' });
/** Words that such a text has where it does not name HTML, and those that say where to go instead. */
const NOTICE =
  /html|不支持|浏览器|瀏覽器|browser|navigateur|navegador|view (?:this|it) online|\b(?:click|tap)\b.{0,60}\b(?:here|link|below)\b|\b(?:following|this) (?:link|address|url)\b|\b(?:link|address|url) (?:below|above)|(?:view|see|read|open) (?:it|this|the (?:e-?mail|message|newsletter))\b|点击|链接|鏈接|網址|网址/i;
/** Only a person says so. */
const MINE = /\b(?:I|my|me|mine)\b|我(?!们)/;

/** What stands around the notice that a mail program cannot show HTML: whoever wrote the mail may have written more. */
function besideNotice(plain: string): string {
  const kept = plain.split('\n').map((line) => {
    // a link is no end of a sentence
    const masked = line.replace(/https?:\/\/[^\s<>()]{1,2000}/gi, (link) => '_'.repeat(link.length));
    const sentences = [...SENTENCES.segment(masked)].filter(({ segment }) => !isNotice(segment));
    return sentences.map(({ index, segment }) => line.slice(index, index + segment.length)).join('');
  });
  return kept.join('\n').trim();
}

const isNotice = (sentence: string): boolean =>
  !/[\p{L}\p{N}]/u.test(sentence) || (!MINE.test(sentence) && (STUB.test(sentence) || NOTICE.test(sentence)));

/** Whether the plain text is only a placeholder and the words are in the HTML. */
function isPlaceholder(plain: string, fromHtml: string): boolean {
  const words = plain.trim();
  if (words.length > 300 || withoutMarks(fromHtml).trim() === '' || withoutMarks(fromHtml).includes(words.slice(0, 30)))
    return false;
  if (STUB.test(words)) return true;
  return /html|不支持|浏览器|瀏覽器|browser|navigateur|navegador|view (this|it) online/i.test(words);
}
