import { escapeHtml } from '../../lib/escape_html.ts';
import type { BulkForm, BulkMail, FilledMail, Slotted } from '../../outbox/bulk.ts';
import { base64Lines, isMostlyForeign, plainLineEnds, quotedPrintable, quotedPrintableWithin } from './encode.ts';
import { type Field, type Mailbox, mailboxField, syntaxField, textField } from './field.ts';
import { Unwritable } from './unwritable.ts';

/** A mail as it goes over the line, but for its signature. */
export interface Composed {
  /** For the envelope. */
  from: string;
  to: string;
  fields: readonly Field[];
  /**
   * What stands behind the empty line, in pieces: most of them are the same for all mails of a form. It ends with CRLF,
   * and none of its lines begins with a dot. A mail of one version is one piece.
   */
  body: readonly string[];
}

type Values = Readonly<Record<string, string>>;
type Fill<T> = (values: Values) => T;

/** Makes the mails of one form; everything that does not differ is encoded already. */
export interface Composer {
  /** @throws Unwritable */
  compose(mail: FilledMail, now: Date): Composed;
}

/** Neither quoted-printable nor base64 can contain it. */
const BOUNDARY = '=_crm_part';
const ALTERNATIVE = `multipart/alternative; boundary="${BOUNDARY}"`;

const NO_VALUES: Values = {};

/**
 * @throws Unwritable if nothing of this form can be sent
 */
export function composerOf(form: BulkForm): Composer {
  const from = mailboxField('From', form.from);
  const subject = fieldFill('Subject', form.subject, textField);
  const others = Object.entries(form.headers).map(([name, value]) => otherFill(name, value));
  const body = bodyOf(form);
  return {
    compose({ to, messageId, values }, now) {
      const middle = [subject(values), ...others.map((other) => other(values))];
      return composed({ from, to, messageId, middle, now, body: body.fill(values), ends: body.fields });
    },
  };
}

/**
 * A mail whose words are complete.
 * @throws Unwritable
 */
export function composeWritten(mail: Exclude<BulkMail, FilledMail>, now: Date): Composed {
  const { from, to, messageId, subject, headers } = mail;
  const others = Object.entries(headers).map(([name, value]) => otherFill(name, value)(NO_VALUES));
  const body = bodyOf(mail);
  const middle = [textField('Subject', subject), ...others];
  return composed({
    ...{ from: senderOf(from), to, messageId, middle, now },
    ...{ body: body.fill(NO_VALUES), ends: body.fields },
  });
}

let lastSender: { words: string; mailbox: Mailbox } | undefined;

/** One campaign has one sender: read once, it serves until the next campaign. */
function senderOf(words: string): Mailbox {
  if (lastSender?.words !== words) lastSender = { words, mailbox: mailboxField('From', words) };
  return lastSender.mailbox;
}

interface Parts {
  from: Mailbox;
  to: string;
  messageId: string;
  middle: readonly Field[];
  now: Date;
  body: readonly string[];
  ends: readonly Field[];
}

const MESSAGE_ID = /^<[!-;=?A-~]+@[!-;=?A-~]+>$/;

function composed({ from, to, messageId, middle, now, body, ends }: Parts): Composed {
  if (!MESSAGE_ID.test(messageId)) throw new Unwritable('Message-ID is none');
  const recipient = mailboxField('To', to);
  const ids: Field[] = [
    { name: 'Message-ID', value: messageId },
    { name: 'Date', value: dateLine(now) },
  ];
  const fields = [from.field, recipient.field, ...middle, ...ids, ...ends];
  return { from: from.address, to: recipient.address, fields, body };
}

let lastDate = { second: 0, line: '' };

/** RFC 5322, 3.3: `Fri, 27 Nov 2026 03:09:27 +0000`. Thousands of mails leave in one second. */
function dateLine(now: Date): string {
  const second = Math.floor(now.getTime() / 1000);
  if (second !== lastDate.second) lastDate = { second, line: now.toUTCString().replace('GMT', '+0000') };
  return lastDate.line;
}

/** Fields that hold an address; what others hold beyond ASCII is free text. */
const ADDRESSES = /^(reply-to|sender)$/i;
const SYNTAX = /^(list-unsubscribe|list-unsubscribe-post|list-id|references|in-reply-to)$/i;
const OURS = /^(from|to|cc|bcc|subject|date|message-id|mime-version|content-.*|dkim-signature|received|return-path)$/i;

function otherFill(name: string, value: Slotted): Fill<Field> {
  if (!/^[A-Za-z][!-9;-~]{0,59}$/.test(name) || OURS.test(name))
    throw new Unwritable('a field that is not the caller’s');
  if (ADDRESSES.test(name)) return fieldFill(name, value, (field, words) => mailboxField(field, words).field);
  return fieldFill(name, value, SYNTAX.test(name) ? syntaxField : textField);
}

function fieldFill(name: string, value: Slotted, write: (name: string, words: string) => Field): Fill<Field> {
  if (!isSlotted(value)) {
    const field = write(name, plainly(value));
    return () => field;
  }
  return (values) => write(name, filled(value, values));
}

interface Body {
  fill: Fill<readonly string[]>;
  fields: readonly Field[];
}

const VERSION: Field = { name: 'MIME-Version', value: '1.0' };
const contentType = (value: string): Field => ({ name: 'Content-Type', value });

function bodyOf({ html, text }: Pick<BulkForm, 'html' | 'text'>): Body {
  const parts = [...(isEmpty(text) ? [] : [partOf('plain', text)]), ...(isEmpty(html) ? [] : [partOf('html', html)])];
  if (parts.length < 2) {
    const only = parts[0] ?? partOf('plain', '');
    const fields = [VERSION, contentType(only.type), { name: 'Content-Transfer-Encoding', value: only.encoding }];
    return { fields, fill: (values) => [`${only.fill(values).join('')}\r\n`] };
  }
  const [plain, page] = parts as [Part, Part];
  const [before, between, behind] = [headOf(plain), `\r\n${headOf(page)}`, `\r\n--${BOUNDARY}--\r\n`];
  const fill = (values: Values) => [before, ...plain.fill(values), between, ...page.fill(values), behind];
  return { fields: [VERSION, contentType(ALTERNATIVE)], fill };
}

interface Part {
  type: string;
  encoding: 'quoted-printable' | 'base64';
  fill: Fill<readonly string[]>;
}

const headOf = ({ type, encoding }: Part): string =>
  `--${BOUNDARY}\r\nContent-Type: ${type}\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n`;

function partOf(kind: 'plain' | 'html', words: Slotted): Part {
  const type = `text/${kind}; charset=utf-8`;
  const pieces = (typeof words === 'string' ? [words] : words).map((piece) =>
    typeof piece === 'string' ? plainLineEnds(piece) : piece,
  );
  const told = kind === 'html' ? (value: string) => escapeHtml(plainLineEnds(value)) : plainLineEnds;
  const standing = pieces.filter((piece): piece is string => typeof piece === 'string').join('');
  return isMostlyForeign(standing)
    ? { type, encoding: 'base64', fill: base64Fill(pieces, told) }
    : { type, encoding: 'quoted-printable', fill: quotedFill(pieces, told) };
}

type Pieces = readonly (string | { slot: string })[];
type Told = (value: string) => string;

/** Standing words are encoded at once; each value gets lines of its own between them, joined by soft breaks. */
function quotedFill(pieces: Pieces, told: Told): Fill<readonly string[]> {
  const encoded = pieces.map((piece, nth) => {
    if (typeof piece !== 'string') return piece;
    return nth < pieces.length - 1 ? quotedPrintableWithin(piece) : quotedPrintable(piece);
  });
  return (values) =>
    encoded.map((piece) =>
      typeof piece === 'string' ? piece : quotedPrintableWithin(told(wordsFor(piece.slot, values))),
    );
}

/** Base64 has no place of its own for a value: the bytes are joined first. */
function base64Fill(pieces: Pieces, told: Told): Fill<readonly string[]> {
  const crlf = (words: string) => Buffer.from(words.replaceAll('\n', '\r\n'));
  const standing = pieces.map((piece) => (typeof piece === 'string' ? crlf(piece) : piece));
  const bytesOf = (values: Values) =>
    standing.map((piece) => (Buffer.isBuffer(piece) ? piece : crlf(told(wordsFor(piece.slot, values)))));
  if (standing.every(Buffer.isBuffer)) {
    const whole = base64Lines(Buffer.concat(bytesOf(NO_VALUES)));
    return () => [whole];
  }
  return (values) => [base64Lines(Buffer.concat(bytesOf(values)))];
}

const isSlotted = (words: Slotted): boolean =>
  typeof words !== 'string' && words.some((piece) => typeof piece !== 'string');

const isEmpty = (words: Slotted): boolean => words.length === 0;

const plainly = (words: Slotted): string => filled(words, NO_VALUES);

function filled(words: Slotted, values: Values): string {
  if (typeof words === 'string') return words;
  return words.map((piece) => (typeof piece === 'string' ? piece : wordsFor(piece.slot, values))).join('');
}

function wordsFor(slot: string, values: Values): string {
  const value = Object.hasOwn(values, slot) ? values[slot] : undefined;
  if (typeof value !== 'string') throw new Unwritable(`no value for ${slot}`);
  return value;
}
