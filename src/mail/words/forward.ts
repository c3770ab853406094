import { HISTORY, INTRODUCTION_BEGINS, INTRODUCTION_ENDS } from '../fetch/marks.ts';
import { type HeaderBlock, readHeaderBlock } from '../mime/header_block.ts';
import { type Offset, readWrittenDate } from '../read/written_date.ts';
import { readWrittenSender, type Sender } from '../send/sender.ts';
import { historyLength } from './history.ts';
import { isQuoted, join, linesOf } from './lines.ts';
import { ownWords, splitQuoted } from './quote.ts';
import { isRule, separatorKind } from './separator.ts';
import type { Author } from './signature.ts';

/** A mail found inside another one, as the program of its forwarder wrote it down. All of it is unproven. */
export interface Forwarded {
  sender: Sender;
  /** What the forwarder wrote above it; '' if nothing. */
  comment: string;
  subject: string;
  date: Date | undefined;
  text: string;
  quoted: string;
  /**
   * What `text` would also hold without the rules for signatures: that of the forwarded mail, and that of its
   * forwarder.
   */
  aside: string;
  signature: string;
  /** Everything below the lines that announce it. */
  whole: string;
  /** The lines that announce it, as written. */
  heading: string;
}

export interface Forwarding {
  /** The subject of the mail that forwards. */
  subject: string;
  author: Author;
  ownerEmails: readonly string[];
  /** According to its headers, the mail answers another one. */
  answers: boolean;
  /** The zone for dates that name none. */
  offset: Offset;
  /** Only what a forward alone has is enough: otherwise an answer without its headers would be taken for one. */
  certain?: true;
}

const FORWARD_SUBJECT =
  /^[\s[【]*(fwd?|forward(ed)?|转发|轉寄|转寄|轉發|wg|tr|rv|enc|i|転送|전달|doorst|vb|vl|pd|vidarebefordrat|videresend|videresendt|ilt|İLT|redir\.?|továbbítás|пересл|пересылка)\s?(\[\d+\])?\s?[:：\]】]/i;
const REPLY_SUBJECT =
  /^\s*(re|aw|sv|antw|答复|回复|回覆|返信|답장|회신|odp|res|ref|rif|ynt|atb|vá|отв)\s?(\[\d+\])?\s?[:：]/i;
const DEEPEST = 5;
const BLOCK_WITHIN = 15;

/** Whether a subject is one that programs give to forwarded mail. */
export function isForwardSubject(subject: string): boolean {
  return FORWARD_SUBJECT.test(subject);
}

/** Whether a subject is one that programs give to answers. */
export function isReplySubject(subject: string): boolean {
  return REPLY_SUBJECT.test(subject);
}

/**
 * The mail that the owner forwards in the text of another one: the outermost, because that is the one that the owner
 * wants read. We look further inside only if an owner's address forwarded it to another of theirs. Undefined for
 * answers and for the owner's own mail.
 */
export function findForwarded(text: string, forwarding: Forwarding): Forwarded | undefined {
  return findIn(linesOf(text), forwarding, 0);
}

function findIn(lines: string[], forwarding: Forwarding, depth: number): Forwarded | undefined {
  const start = lines.findIndex((line, index) => line !== '' && !isQuoted(line) && historyLength(lines, index) > 0);
  if (start < 0)
    return lines.some(isQuoted) && depth < DEEPEST ? findIn(unquoted(lines), forwarding, depth + 1) : undefined;
  const announced = announcement(lines, start);
  if (!announced || !isForward(announced.kind, forwarding)) return undefined;
  const { fields, rest } = announced;
  const sender = readWrittenSender(fields.from ?? '');
  const above = lines.slice(0, start);
  const comment = ownWords(above, forwarding.author);
  if (sender.email && forwarding.ownerEmails.includes(sender.email) && depth < DEEPEST) {
    const inner = findIn(rest, { ...forwarding, subject: fields.subject ?? '', answers: false }, depth + 1);
    if (inner) return { ...inner, comment: [comment, inner.comment].filter(Boolean).join('\n\n') };
  }
  const split = splitQuoted(rest.join('\n'), { name: sender.name, address: sender.email ?? '' });
  return {
    sender,
    comment,
    subject: fields.subject ?? '',
    date: readWrittenDate(fields.date ?? '', forwarding.offset),
    ...split,
    signature: comment === '' ? join(above) : splitQuoted(above.join('\n'), forwarding.author).quoted,
    heading: join(announced.heading),
    whole: join(rest),
  };
}

/**
 * Whether it is a forward. Apart from some separators, programs announce answers and forwards alike; then subject and
 * headers decide.
 */
function isForward(kind: Announcement['kind'], { subject, answers, certain }: Forwarding): boolean {
  if (kind === 'forward' || isForwardSubject(subject)) return true;
  return !certain && kind === 'any' && !answers && !isReplySubject(subject);
}

interface Announcement {
  kind: 'forward' | 'any' | 'introduction';
  fields: HeaderBlock['fields'];
  /** The lines read so far, and those after them. */
  heading: string[];
  rest: string[];
}

/** Continues from where history begins: separators, then a header block, quoted or not, or else an introduction. */
function announcement(lines: readonly string[], start: number): Announcement | undefined {
  let kind: Announcement['kind'] = 'any';
  let rest = lines.slice(start);
  for (let at = 0; at < BLOCK_WITHIN && at < rest.length; at++) {
    const line = rest[at]!;
    if (separatorKind(line) === 'forward') kind = 'forward';
    if (isQuoted(line)) rest = unquoted(rest);
    const block = readHeaderBlock(rest, at, 'announced');
    if (block) {
      const body = unquotedAll(withoutClosing(rest.slice(block.end).filter(isShown)));
      return { kind, fields: block.fields, heading: rest.slice(0, block.end), rest: body };
    }
    if (isShown(rest[at]!) && rest[at] !== '' && !separatorKind(line) && !isRule(line)) break;
  }
  return introduced(lines, start, kind === 'forward' ? kind : 'introduction');
}

/** Zoho repeats the separator below the header block. */
function withoutClosing(lines: string[]): string[] {
  const first = lines.findIndex((line) => line !== '');
  return first >= 0 && separatorKind(lines[first]!) ? lines.slice(first + 1) : lines;
}

function isShown(line: string): boolean {
  return ![HISTORY, INTRODUCTION_BEGINS, INTRODUCTION_ENDS].includes(line);
}

/** `On 19 Nov 2026, Mei <mei@x> wrote:` */
function introduced(lines: readonly string[], start: number, kind: Announcement['kind']): Announcement | undefined {
  // Spark writes it under a separator
  let begin = start;
  while (begin < start + 3 && (lines[begin] === '' || separatorKind(lines[begin] ?? ''))) begin++;
  const length = begin - start + (begin < lines.length ? historyLength(lines, begin) : 0);
  const sentence = join(lines.slice(begin, start + length)).replaceAll('\n', ' ');
  const address = /<?([^\s<>(),，;:"]{1,64}@[^\s<>(),;:"]{1,255})>?/.exec(sentence);
  if (!address) return undefined;
  const from = `${writtenName(sentence.slice(0, address.index).trim())} <${address[1]}>`;
  return {
    kind,
    fields: { from, date: sentence.replace(address[0], ' ') },
    heading: lines.slice(start, start + length).map((line) => line.replace(/^ ?[>＞] ?/, '')),
    rest: unquotedAll(lines.slice(start + length)),
  };
}

/**
 * Words that may stand between a date and a name: `Am 3.3.2026, 12:46 schrieb Mei`, `Op 3 mrt om 09:00 heeft Mei`, `v
 * 9:00 odesílatel Mei`.
 */
const BEFORE_NAME =
  /^(?:(?:uhr|schrieb|heeft|schreef|skrev|skrev följande|kirjoitti|napisał\(?a?\)?|użytkownik|uživatel|odesílatel|používateľ|korisnik|пользователь|користувач|időpontban|kl|klo|[ap]\.?m\.?|at|周.|星期.)[\s.,:：]+)+/i;

function writtenName(before: string): string {
  const quoted = /["“„«]\s?([^"“”„«»]{1,80}?)\s?["”“»]$/.exec(before)?.[1];
  if (quoted) return quoted;
  const behind = /[,，日\d]\s*([^,，"“”\d]{1,80})$/.exec(before)?.[1] ?? (/\d/.test(before) ? '' : before);
  return behind.trim().replace(BEFORE_NAME, '').trim();
}

function unquotedAll(lines: readonly string[]): string[] {
  return lines.every((line) => line === '' || isQuoted(line)) ? unquoted(lines) : [...lines];
}

/** Removes one level of `> `; lines without it stay. */
function unquoted(lines: readonly string[]): string[] {
  return lines.map((line) => line.replace(/^ ?[>＞] ?/, ''));
}
