import { isListFooter, isSendersShape, isSurelyListFooter } from '../machines/list_footer.ts';
import { isCompanyFooter, isNotice, isNoticeTitle } from '../machines/notice.ts';
import { isProgramLine } from './program_line.ts';
import { isNews, wantsMore } from './signed/news.ts';
import { isPlaceLine, pointsAt } from './signed/pointed.ts';
import { saidIn, saysMore, thanksOrMore } from './signed/said.ts';
import { isDetail, isSpeech, pointsBelow } from './speech.ts';

/** The author of the mail, with whose name or address mail programs sign. Either may be ''. */
export interface Author {
  name: string;
  /** Lower case. */
  address: string;
}

const LINE_LIMIT = 1000;
/** More lines than this are no signature. */
const MOST_LINES = 15;
const CARD_LINES = 9;
/** We do not look for a signature further up than this. */
const TAIL_LINES = 60;

/** Ways to reach somebody: they distinguish a business card from a list. */
export const REACHED_AT =
  /\S@\S+\.\S|https?:|www\.|\b(t|m|p|f|tel|phone|mobile|direct|office|fax|cell)\s?[.:|]?\s?[+(]?\d[\d ().-]{6,}|(电话|手机|传真|微信|邮箱|网址|QQ|電話|携帯|전화)\s?[:：]?\s?\S|^[+(]?\d[\d ().-]{8,}$/i;
const BANNER =
  /^[[(（【*\s]{0,3}(external( e-?mail| sender| message)?\s?[\])）】:：*!]|外部邮件|caution\s?[:：!]?.{0,60}\b(external|outside)|(this|the) (e-?mail|message) (originated|was sent|came|is) (from )?.{0,20}(outside|external)|you don.t often get (e-?mail|message)|some people who received this message don.t often|(您|你)(通常不会|不经常|不常)收到来自)/i;

/** A warning that the recipient's company writes above mail from outside. */
export function isBanner(line: string): boolean {
  return line.length <= LINE_LIMIT && BANNER.test(line);
}

/**
 * Which lines in a run of the author's lines are not their words: signatures, legal notices, footers, the line that a
 * phone adds. In doubt a line is kept: "Best, Anna", an address under a name, a PS below a signature. `others`: what they say elsewhere.
 */
export function signatureLines(lines: readonly string[], author: Author, others: readonly string[] = []): boolean[] {
  const aside = noticeLines(lines, author, others);
  const tail = Math.max(0, lines.length - 3 * TAIL_LINES);
  for (let at = tail; at < lines.length; at++) {
    if (aside[at] || !isDelimiter(lines[at]!)) continue;
    aside.fill(true, at, signatureEnd(lines, aside, at, author));
  }
  putCardsAside(lines, aside, author);
  return aside;
}

/** Those that no person wrote: legal notices, footers, the line that a phone adds. */
export function noticeLines(lines: readonly string[], author: Author, others: readonly string[] = []): boolean[] {
  const added = lines.map(isProgramLine);
  const aside = added.map((is, index) => is && (added[index + 1] || endsParagraph(lines[index + 1] ?? '')));
  for (const { from, end } of footersIn(lines, aside, author, others)) aside.fill(true, from, end);
  return aside;
}

function endsParagraph(next: string): boolean {
  return next === '' || isDelimiter(next);
}

interface Notice {
  from: number;
  end: number;
  /** A list's or sender's, which a person's own words may look like: `surely` where they cannot, `senders` where they hardly do. */
  footer?: 'perhaps' | 'senders' | 'surely';
}

/** The notices, wherever they stand: anything may follow one. Where nothing is said beside a list's footer, it is what was said. */
function footersIn(
  lines: readonly string[],
  aside: readonly boolean[],
  { name }: Author,
  others: readonly string[],
): Notice[] {
  const notices = noticesIn(lines);
  const covered = lines.map((line, at) => line === '' || aside[at] || isDelimiter(line));
  for (const { from, end } of notices) covered.fill(true, from, end);
  const first = covered.indexOf(false);
  const said = [...others, ...lines.filter((_, at) => !covered[at])];
  const says = saysMore(said, (line) => isNameLine(line, name));
  const isBelowWords = (from: number) => others.length > 0 || (first >= 0 && first < from);
  const thanksAbove = (from: number) =>
    thanksOrMore(
      lines.slice(0, from).filter((_, at) => !covered[at]),
      (line) => isNameLine(line, name),
    );
  return notices.filter(
    ({ from, footer }) =>
      !footer || (isBelowWords(from) && (says || footer === 'surely' || (footer === 'senders' && thanksAbove(from)))),
  );
}

function noticesIn(lines: readonly string[]): Notice[] {
  const notices: Notice[] = [];
  for (let start = 0; start < lines.length; start++) {
    if (isBorder(lines[start]!) || !isBorder(lines[start - 1] ?? '')) continue;
    let end = start;
    while (end < lines.length && !isBorder(lines[end]!) && end - start < TAIL_LINES) end++;
    const notice = noticeIn(lines, start, end);
    if (notice) notices.push(notice);
  }
  return notices;
}

/** The notice that a paragraph is, or that ends it: list servers write below the last line without a blank one. */
function noticeIn(lines: readonly string[], start: number, end: number): Notice | undefined {
  const paragraph = lines.slice(start, end);
  const isAll = start === 0 && end === lines.length;
  const isFirms = () =>
    isGap(lines[start - 1] ?? '') && isCompanyFooter(paragraph) && !pointsBelow(lines.slice(0, start));
  const footer = (from: number) => {
    const block = lines.slice(from, end);
    const kind = isSurelyListFooter(block) ? 'surely' : isSendersShape(block) ? 'senders' : 'perhaps';
    return { from: from === start ? headingOf(lines, start) : from, end, footer: kind } as const;
  };
  if (!isAll && isListFooter(paragraph)) return footer(start);
  if (!isAll && (isNotice(paragraph) || isFirms())) return { from: headingOf(lines, start), end };
  for (let at = Math.max(start + 1, end - FOOTER_LINES); at < end; at++)
    // whoever announces it quotes it
    if (isListFooter(lines.slice(at, end))) return /[:：]$/.test(lines[at - 1]!) ? undefined : footer(at);
  return undefined;
}

/** No footer that stands directly below somebody's words has more. */
const FOOTER_LINES = 8;

function isGap(line: string): boolean {
  return line === '' || isRuled(line);
}

/** What ends a paragraph. */
function isBorder(line: string): boolean {
  return line === '' || isDelimiter(line);
}

/** Where the rule or title directly above a notice begins. */
function headingOf(lines: readonly string[], start: number): number {
  let at = start;
  for (let above = start - 1; above >= 0 && above >= start - 3; above--) {
    if (isRuled(lines[above]!) || isNoticeTitle(lines[above]!)) at = above;
    else if (lines[above] !== '') break;
  }
  return at;
}

/** `-- ` by convention; without the blank, or as a row of dashes, it may be the author's own separator. */
function isDelimiter(line: string): boolean {
  return /^(-- ?|—|––)$/.test(line) || isRuled(line) || isTableCorner(line);
}

function isRuled(line: string): boolean {
  return line.length <= 80 && /^([-=*—─#~]{3,}|_{2,}|(_\._,){2,}_)$/.test(line);
}

/** The empty table in which NetEase's phone app shows its user's card. */
function isTableCorner(line: string): boolean {
  return /^\|(\s?\|)*$/.test(line);
}

/** The line after the signature that a delimiter begins; the delimiter's own index if it begins none. */
function signatureEnd(lines: readonly string[], aside: readonly boolean[], at: number, author: Author): number {
  let end = at + 1;
  for (let next = at + 1; next < lines.length && next <= at + 2 * MOST_LINES; next++) {
    if (lines[next] === '' || aside[next]) continue;
    // an address is whole or not there: `12 High Street` and `8010 Graz` look like amounts of something
    if (lines[next]!.length > LINE_LIMIT || isNews(lines[next]!)) break;
    if (isSpeech(lines[next]!) && !isPlaceLine(lines[next]!)) break;
    end = next + 1;
  }
  const block = lines.slice(at + 1, end).filter((line, index) => line !== '' && !aside[at + 1 + index]);
  // the author's own separator has words on both sides
  if (lines[at] !== '-- ' && !endsRun(lines, aside, end)) return at;
  return block.length === 0 ? end : isSigned(lines, { at, end }, block, author) ? end : at;
}

/** Whether none of the author's words follow from here on. */
function endsRun(lines: readonly string[], aside: readonly boolean[], from: number): boolean {
  for (let at = from; at < lines.length; at++) if (lines[at] !== '' && !aside[at]) return false;
  return true;
}

function isSigned(
  lines: readonly string[],
  { at, end }: { at: number; end: number },
  block: readonly string[],
  author: Author,
): boolean {
  if (block.length > MOST_LINES || at === 0) return false;
  const above = lines.slice(Math.max(0, at - TAIL_LINES), at);
  const delimiter = lines[at]!;
  const last = above.findLast((line) => line !== '') ?? '';
  const announced = /[:：]\s*$/.test(last);
  if (wantsMore(last)) return block.some((line) => REACHED_AT.test(line));
  if (delimiter === '-- ' && !announced) return !pointsAt([...above, ...lines.slice(end, end + MOST_LINES)], block);
  if (isTableCorner(delimiter)) return block.some((line) => /@|邮箱/.test(line));
  if (block.some(isPlaceLine) || pointsBelow(above)) return false;
  return block.some(
    (line) => REACHED_AT.test(line) || isNameLine(line, author.name) || isAddress(line, author.address),
  );
}

/** Whether lines only greet. */
export function saysNothing(above: readonly string[], { name }: Author): boolean {
  const words = above.filter((line) => /[\p{L}\p{N}]/u.test(line));
  return words.length > 0 && saidIn(words, (line) => isNameLine(line, name)) === 'nothing';
}

/** Puts cards aside that stand without a delimiter at the end of what is left. */
function putCardsAside(lines: readonly string[], aside: boolean[], author: Author): void {
  const shown = (index: number) => lines[index] !== '' && !aside[index];
  const last = lines.findLastIndex((_, index) => shown(index));
  const start = addressCard(lines, last, author) ?? businessCard(lines, last, author);
  if (start === undefined || pointsBelow(lines.slice(0, start))) return;
  if (!pointsAt(lines.slice(0, start), lines.slice(start, last + 1))) aside.fill(true, start, last + 1);
}

/** Foxmail and NetEase's phone app end each mail with the author's own address, alone or below the name. */
function addressCard(lines: readonly string[], last: number, { name, address }: Author): number | undefined {
  if (last < 1 || !isAddress(lines[last]!, address)) return undefined;
  const above = lines.findLastIndex((line, index) => index < last && line !== '');
  const named = name !== '' && above > 0 && lines[above]!.trim() === name;
  return named ? above : last;
}

/**
 * "Jane Doe / Head of Buying / T +44 20 7946 0018": short lines that begin with the author's name and give a way to
 * reach them. Directly under a sign-off the name belongs to it and stays.
 */
function businessCard(lines: readonly string[], last: number, { name }: Author): number | undefined {
  const least = Math.max(1, last - CARD_LINES);
  const at = lines.findLastIndex((line, index) => index < last && index >= least && isNameLine(line, name));
  if (at < 1) return undefined;
  const under = lines.slice(at + 1, last + 1).filter(Boolean);
  if (under.some((line) => line.length > 100 || isSpeech(line) || isDetail(line))) return undefined;
  // only a name and a number may be what the mail is about: call me
  if (under.length < 2 || !under.some((line) => REACHED_AT.test(line))) return undefined;
  return lines[at - 1] === '' ? at : at + 1;
}

/**
 * Whether a line is the author's name, perhaps with a title after it; not another person's with the same first name.
 */
export function isNameLine(line: string, name: string): boolean {
  if (line.length > 60) return false;
  const [first = '', ...others] = name.trim().toLowerCase().split(/\s+/u);
  const [written = ''] = line
    .trim()
    .toLowerCase()
    .split(/\s*[|,，/·–-]\s*/u);
  if (first.length < 2) return false;
  const [begins, ...more] = written.split(' ');
  if (begins !== first || more.length > 3) return false;
  return more.length === 0 || others.length === 0 || others.some((word) => more.includes(word));
}

function isAddress(line: string, address: string): boolean {
  const bare = line.trim().toLowerCase();
  if (address === '' || bare.length > address.length + 12) return false;
  return bare.replace(/^(邮箱|e-?mail)\s?[:：]\s?|^<|>$|^mailto:/g, '') === address;
}
