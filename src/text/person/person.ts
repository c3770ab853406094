import { headWords } from '../cut.ts';
import { COUNTERS } from '../money/money_context.ts';
import { cleanName, narrow, normaliseEmail, visible } from '../normalise.ts';
import { byLabels, type Labelled } from './person_labels.ts';
import { isCity, personText } from './person_text.ts';
import { readPhone, withExtensions } from './phone.ts';
import { figuresOfPlace } from './place/figures.ts';
import { goesOnAsStreet } from './place/streets.ts';
import { endsForPlace, isBlock, isPlace } from './place_like.ts';

/** What somebody wrote about a person, in whatever order. */
export interface WrittenPerson {
  /** '' when none was written. */
  name: string;
  /** As written: one text for each number. */
  phones: string[];
  emails: string[];
  tags: string[];
  city?: string;
  /** Everything else, one line for each piece, with its label. */
  notes: string[];
}

/** No more is read: anything longer is not a person, and the rest is a note. */
const LONGEST = 1000;
/** Nobody has more than this. */
const MOST_PHONES = 12;
/** The comma in 1,280 does not part anything. */
const BREAKS = /(?:[\n，、;；|]|,(?!(?<=(?<!\d)\d{1,3}(?:,\d{3}){0,4},)\d{3}(?!\d)))+/u;
const EMAIL = /(?:mailto:)?([a-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[a-z0-9.-]{1,100}\.[a-z]{2,24})/giu;
const TAG = /(?<!\S)[#＃]([\p{L}\p{N}_-]{1,40})(?!\S)/gu;
/** Digits in groups, with what may stand between and behind them. Latin letters glued to them make an account, not a number; behind a blank a
 * counter may be a surname: 周, 张. */
const NUMBER = new RegExp(
  `(?<![a-z0-9@_#.¥$€£-])[(（]?(?:[+＋](?: (?=\\d{1,3}[ (-]))?)?[(（]?\\d[\\d ().·•–—‐-]{3,40}\\d(?:[ ]{0,3}(?:转接?|分机号?|extension|extn?\\.?|ext\\.?|[pw](?=\\d)|x)[ ]{0,3}\\d{1,6})?(?![a-z0-9@_]|[年月日号元块万${COUNTERS}]|\\s[年月日号元块万${COUNTERS}](?!\\p{Script=Han}))`,
  'giu',
);
/** How a number that says its country begins: +52, (+52); if nothing stands before it also 0052, or from North America 01152. */
const ABROAD = /^[(（]?[+＋]/;
const DIALLED = /^[(（]?(?:00(?:$|[1-9-])|011(?:$|[1-9-]))/;
/** With fewer digits it may be a house, a year, a postcode. */
const PHONE_DIGITS = 7;
const DATE = /^(?:19|20)\d\d[-./ ]\d{1,2}[-./ ]\d{1,2}$/;
/** In how many groups a phone is written at most: +86 138 0013 8000. */
const MAX_GROUPS = 6;
const NAME_WORDS = 5;
const HAN = /^\p{Script=Han}/u;
/** How mail programs write whose address follows: "Ray, Jim" <ray@x.org>. */
const SURNAME_FIRST = /["“]([^"“”,\n<>@]{1,40}),[ ]{0,3}([^"“”,\n<>@]{1,40})["”](?=[ ]{0,3}<)/gu;
const BEHIND_NAME = /^(?:jr|sr|ii|iii|iv|phd|md|esq|inc|ltd|llc|gmbh|co)\.?$/i;
const turned = (_: string, surname: string, given: string): string =>
  BEHIND_NAME.test(given.trim()) ? `${surname} ${given}` : `${given} ${surname}`;

/** Small words inside a name: Ludwig van Beethoven. */
const PARTICLES = new Set(
  'van von der den de del della di da do dos das du la le al bin ibn abu el y e af zu zum ter ten of the and'.split(
    ' ',
  ),
);

const MAIL_FROM =
  /^(?:from|发件人)\s{0,2}[:：]([^\n@]{0,80}?)[\s<(（]{0,3}([^\s<>()（）@]{1,64}@[^\s<>()（）@]{1,190})[>)）]?[^\S\n]*\n(?=[\s\S]*\S)/iu;
const SIGNED =
  /(?:^|[\s.,!])(?:[Bb]est|(?:[Bb]est |[Kk]ind |[Ww]arm )?(?:[Rr]egards|[Ww]ishes)|[Cc]heers|[Tt]hanks|[Tt]hank you|[Ss]incerely|[Yy]ours)[,!.]?\s{1,3}(\p{Lu}[\p{L}'’-]{1,20}(?: \p{Lu}[\p{L}'’-]{0,20}){0,2})\s*$/u;

/** A mail with the line that says whom it is from: named there, or by how it is signed; else nobody is named. */
function pastedMail(text: string): { name: string; from: string; says: string } | undefined {
  const found = MAIL_FROM.exec(text.trimStart());
  const from = found && normaliseEmail(found[2]!);
  if (!found || !from) return undefined;
  const says = text.trimStart().slice(found[0].length).trim();
  const name = cleanName(found[1]!.replace(/["“”]/gu, '').trim()) || (SIGNED.exec(says.slice(-200))?.[1] ?? '');
  return { name, from, says };
}

/**
 * Reads a person off free words: labels, phones and mail addresses wherever they stand, #tags; the first other words are the name, what
 * is left is kept as notes. `country` reads phones without + or 00.
 */
export function readPerson(text: string, country: string): WrittenPerson {
  const mail = pastedMail(text);
  if (mail) {
    const { phones, emails } = readPerson(mail.says, country);
    return { name: mail.name, phones, emails: [...new Set([mail.from, ...emails])], tags: [], notes: [mail.says] };
  }
  const person: WrittenPerson = { name: '', phones: [], emails: [], tags: [], notes: [] };
  const read = headWords(text, LONGEST);
  const clean = personText(visible(read).replace(SURNAME_FIRST, turned).replace(WIDE_STOP, '.')).replace(
    /[<>"“”「」【】[\]{}\u00a0\u2007\u202f]/g,
    ' ',
  );
  for (const line of partsOf(withExtensions(clean, country)))
    for (const piece of byLabels(narrow(line))) take(person, piece, country);
  const rest = text.slice(read.length).trim();
  return rest ? { ...person, notes: [...person.notes, rest] } : person;
}

/** A line of its own that is labelled as an address: 1 Elm St, London W1 is one. */
const ADDRESS_LINE = /^[^\n:：]{0,30}(?:address|地址)\s{0,3}[:：]/iu;

/** The parts in which labels, names and addresses are looked for. */
function partsOf(text: string): string[] {
  return text.split('\n').flatMap((line) => {
    const labelled = ADDRESS_LINE.test(line);
    const parts: string[] = [];
    for (const part of line.split(BREAKS)) {
      const before = parts.at(-1);
      const goesOn = before !== undefined && (labelled ? !saysMore(part) : goesOnAsStreet(before, part));
      if (goesOn) parts.push(`${parts.pop()}, ${part.trim()}`);
      else parts.push(part);
    }
    return parts;
  });
}

/** What goes on behind an address and is none of it. */
const saysMore = (part: string): boolean =>
  byLabels(narrow(part)).some(({ label }) => label !== '') ||
  /@|[#＃]\p{L}/u.test(part) ||
  /\d[\d ()-]{6,}\d/.test(part);

/** A Chinese keyboard writes a mail address so: ma@example。com. */
const WIDE_STOP = /(?<=[@＠][A-Za-z0-9.-]{1,60})[。．](?=[A-Za-z]{2})/gu;
const TAGS_BEHIND = /\s[#＃][\p{L}\p{N}]/u;

function take(person: WrittenPerson, { label, field, value }: Labelled, country: string): void {
  if (value === '') return;
  if (field === 'note') takeNote(person, label, value, country);
  else if (field === 'city' && !person.city) {
    // city:Oakland #student
    const tags = value.search(TAGS_BEHIND);
    person.city = (tags < 0 ? value : value.slice(0, tags)).trim();
    if (tags >= 0) takeWords(person, value.slice(tags), undefined, country);
  } else takeWords(person, value, field, country);
}

/** Free words may speak of anybody's number. */
const REMARK = /^(?:remarks?|notes?|备注)$/i;

/** What a label announces ends before a number that can be called, or a mail address. */
function takeNote(person: WrittenPerson, label: string, value: string, country: string): void {
  const at = REMARK.test(label) ? value.length : addressAt(value, country);
  const noted = value.slice(0, at).trim();
  person.notes.push(`${label}${/[a-z]$/i.test(label) ? ': ' : '：'}${noted}`);
  takeWords(person, value.slice(at), undefined, country);
}

/** Where behind the text's first word an address begins; the text's length if it does nowhere. */
function addressAt(value: string, country: string): number {
  const numbers = [...value.matchAll(NUMBER)].filter(({ 0: written }) => readPhone(written, country) !== undefined);
  const starts = [...numbers, ...value.matchAll(EMAIL)].map(({ index }) => index).filter((index) => index > 0);
  return Math.min(value.length, ...starts);
}

function takeWords(person: WrittenPerson, value: string, field: Labelled['field'], country: string): void {
  let rest = value.replace(EMAIL, (whole, address: string) => {
    if (!normaliseEmail(address)) return whole;
    person.emails.push(normaliseEmail(address)!);
    return ' \n ';
  });
  rest = rest.replace(TAG, (_, tag: string) => {
    person.tags.push(tag.toLowerCase());
    return ' \n ';
  });
  const labelled = field === 'phone';
  rest = rest.replace(NUMBER, (found, offset: number, whole: string) => {
    const [before, after] = [whole.slice(0, offset), whole.slice(offset + found.length)];
    const calls = readPhone(found, country) !== undefined;
    const place = labelled ? 0 : figuresOfPlace({ before, written: found, after, calls });
    const written = found.slice(place);
    if (place > 0 && written.trim() === '') return found;
    return found.slice(0, place) + takeNumbers(person, written, labelled, country);
  });
  const words = rest
    .split('\n')
    .map((part) => part.replace(/^[\s/／()（）.:：-]+|[\s/／(（:：-]+$/gu, ''))
    // a bracket that something before it opened
    .map((part) => (/^[^(（]*[)）]$/u.test(part) ? part.slice(0, -1) : part))
    .filter(Boolean);
  for (const part of words) takeName(person, part, field);
}

/** The phones among figures; what is left of them stands apart. */
function takeNumbers(person: WrittenPerson, written: string, labelled: boolean, country: string): string {
  const digits = written.replace(/\D/g, '').length;
  const groups = written.trim().split(/\s+/).length;
  if (DATE.test(written.trim()) || (digits < PHONE_DIGITS && !labelled && !/^[(（]?[+＋]/.test(written)))
    return written;
  if (groups > 2 * MAX_GROUPS || person.phones.length >= MOST_PHONES) return written;
  // an opening bracket belongs to the words when it is closed behind the number
  const numbers = apart(written.replace(/^[(（](?!.*[)）])/, ''), country);
  // next to a number that can be called, a date or a few digits do not count as one
  const calls = numbers.some((one) => readPhone(one, country) !== undefined);
  const [others, phones] = [
    numbers.filter((one) => isNoPhone(one, calls)),
    numbers.filter((one) => !isNoPhone(one, calls)),
  ];
  person.phones.push(...phones);
  return ` \n ${others.join(' ')} \n `;
}

function isNoPhone(written: string, besidesOne: boolean): boolean {
  return DATE.test(written) || (besidesOne && written.replace(/\D/g, '').length < 5);
}

/** The first words are the name, unless there is one or they are an address; the rest is a note. */
function takeName(person: WrittenPerson, part: string, field: Labelled['field']): void {
  if (field === undefined && person.name === '' && isAddress(person, part)) {
    const [place, rest] = HAN.test(part) || NO_NAME.test(part) || isBlock(part) ? firstWord(part) : [part, ''];
    person.notes.push(place);
    if (rest) takeName(person, rest, field);
    return;
  }
  if (field === 'phone' || (field === undefined && person.name)) return void person.notes.push(part);
  if (field === 'name') {
    if (person.name) person.notes.push(person.name);
    person.name = cleanName(part);
    return;
  }
  const [name, more] = nameAndMore(part.split(/\s+/u));
  if (person.name === '') person.name = cleanName(name);
  if (more) person.notes.push(more);
}

/** A number too short to call, half a mail address. */
const NO_NAME = /^(?:\d{5,}(?!\S)|@[\p{L}\p{N}_.]{2,}\s+\p{L}|[^\s@]{1,64}@\S)/u;

const firstWord = (part: string): [first: string, rest: string] => {
  const end = /\s/u.exec(part)?.index ?? part.length;
  return [part.slice(0, end), part.slice(end).trim()];
};

/** The city behind a street belongs to it. */
const isAddress = ({ notes }: WrittenPerson, part: string): boolean =>
  NO_NAME.test(part) || isPlace(part) || (isCity(part) && isPlace(notes.at(-1) ?? ''));

/** 王五 | 上海 老客户, Anna Smith | likes oolong, but Ludwig van Beethoven. */
function nameAndMore(words: string[]): [name: string, more: string] {
  const ends = words.findIndex((_, nth) => nth > 0 && (nth >= NAME_WORDS || endsName(words, nth)));
  const at = ends < 0 ? words.length : ends;
  const name = words
    .slice(0, at)
    .join(' ')
    .replace(/[:：]$/, '');
  return [
    name,
    words
      .slice(at)
      .join(' ')
      .replace(/^[-–—|/·•]\s+/, ''),
  ];
}

function endsName(words: string[], nth: number): boolean {
  const [first = '', before = '', word = ''] = [words[0], words[nth - 1], words[nth]];
  if (HAN.test(first))
    return !(/^\d{1,2}$/.test(word) && nth === words.length - 1) && !(HAN.test(word) && [...before].length === 1);
  if (endsForPlace(words, nth)) return true;
  if (/^\d{1,4}$/.test(word)) return false;
  if (HAN.test(word)) return true;
  return /^\p{Lu}/u.test(first) && /^\p{Ll}/u.test(word) && !PARTICLES.has(word);
}

/** Two numbers side by side are two: the longest valid run of groups is one number. What is not a number stays as it was written. */
function apart(written: string, country: string): string[] {
  if (readPhone(written, country)) return [written.trim()];
  const groups = written.trim().split(/\s+/);
  const phones: string[] = [];
  let unread: string[] = [];
  for (let at = 0; at < groups.length; ) {
    const length = runAt(groups, at, country);
    if (DATE.test(groups[at]!)) phones.push(...unread.splice(0), groups[at]!);
    else if (length === 0 && (ABROAD.test(groups[at]!) || (unread.length === 0 && DIALLED.test(groups[at]!)))) {
      // the end of a number that nobody can read would be somebody else's number
      const end = groups.findIndex((group, nth) => nth > at && ABROAD.test(group));
      phones.push(...unread.splice(0), groups.slice(at, end < 0 ? groups.length : end).join(' '));
      at = end < 0 ? groups.length : end;
      continue;
    } else if (length === 0) unread.push(groups[at]!);
    else {
      if (unread.length > 0) phones.push(unread.join(' '));
      unread = [];
      phones.push(groups.slice(at, at + length).join(' '));
    }
    at += Math.max(length, 1);
  }
  return unread.length > 0 ? [...phones, unread.join(' ')] : phones;
}

function runAt(groups: string[], at: number, country: string): number {
  for (let length = Math.min(MAX_GROUPS, groups.length - at); length > 0; length--) {
    if (readPhone(groups.slice(at, at + length).join(' '), country)) return length;
  }
  return 0;
}
