import { headWords } from '../../text/cut.ts';
import { COLOURED, SIGNATURE_BEGINS, SIGNATURE_ENDS } from '../fetch/marks.ts';
import { isNotice } from '../machines/notice.ts';
import { isInterleaved, withColouredAnswers, withToldAnswers } from './answers_inside.ts';
import { historyLength, newestOf, until } from './history.ts';
import { isQuoted, join, LINE_LIMIT, lineAbove, markedLinesOf, nextLine, type Role } from './lines.ts';
import { separatorKind } from './separator.ts';
import { type Author, isBanner, noticeLines, saysNothing, signatureLines } from './signature.ts';
import { footerBelow } from './signed/footer.ts';
import { isNews } from './signed/news.ts';
import { isPlaceLine, pointsAt } from './signed/pointed.ts';
import { isAddressed } from './speech.ts';

/** A mail's text, split into what its author wrote now and what came along: quoted history and signature. */
export interface SplitText {
  text: string;
  /** '' if there is none. */
  quoted: string;
  /**
   * The part of `quoted` that is no history: signatures, notices, footers. It was put aside by a rule, so it may be
   * looked at once more.
   */
  aside: string;
  /** The newest history in `quoted`, as its author's program quoted it: what the mail answers, and perhaps answers of its author among it. */
  answered: string;
}

/** A line with at least this many characters may have been wrapped by a server. */
const WRAPPED = 60;
/** So may one with this many that ends in the middle of a sentence: behind such a word no sentence ends. */
const MAYBE_WRAPPED = 40;
const ENDS_OPEN =
  /\s(?:the|an?|of|and|but|our|your|my|their|would|could|should|we|they|der|die|den|dem|eine?|einen|und|aber|unsere?|ihre|zum|zur|can|will|may|might|must|shall|able|le|les|une?|des|du|et|de|el|los|las|una|y|con|il|gli|en)$/i;
/** The same in Chinese, which sets no blanks: whoever answers does not begin in the middle. */
const MAYBE_WRAPPED_HAN = 20;
const ENDS_OPEN_HAN = /(?:可以|能够|需要|我们|把|和|与|给|先|将|被|让|为|从|并|但|而|且|因为|所以|如果|以及)$/u;
const BEGINS_ANEW = /^(?:请|麻烦|我|好|可以|行|不|是|对|要|没|嗯|谢|\p{N})/u;
/** Lines above a marked signature that may be about it, and lines of the longest one of which something may be wanted. */
const NEAR = 40;
const TAIL = 60;
const NOBODY: Author = { name: '', address: '' };

/**
 * Splits a mail's text in time linear in its length: the usual libraries are quadratic in blank lines, so a single mail
 * could stop the service. Answers between quoted lines keep the lines that they answer. If there is nothing but
 * history, all of it is the text.
 * @param answers whether the mail may answer another: in one that does not, everything is its author's own unless
 * something announces it as history
 */
export function splitQuoted(body: string, author: Author = NOBODY, answers = true): SplitText {
  const marked = markedLinesOf(body);
  const coloured = marked.flatMap((line, index) => (line.includes(COLOURED) ? [index] : []));
  const lines = coloured.length === 0 ? marked : marked.map((line) => line.replaceAll(COLOURED, ''));
  const signed = withWordsBelow(
    lines,
    withSignatures(lines, withRewrapped(lines, rolesOf(lines, answers)), author),
    author,
  );
  const roles = withToldAnswers(lines, withColouredAnswers(lines, signed, coloured));
  const last = roles.findLastIndex((role, index) => role === 'own' && lines[index] !== '');
  const inline = isInterleaved(lines, roles);
  const kept = lines.map(
    (line, index) => index <= last && (line === '' || roles[index] === 'own' || (inline && roles[index] === 'quoted')),
  );
  const text = join(lines.filter((_, index) => kept[index]));
  if (text === '') return { text: join(lines), quoted: '', aside: '', answered: '' };
  return {
    text,
    quoted: join(lines.filter((line, index) => !kept[index] || line === '')),
    aside: join(lines.filter((line, index) => roles[index] === 'signature' || line === '')),
    answered: newestOf(
      lines.filter((line, index) => !kept[index] && (line === '' || isEarlier(roles[index]!))),
      author,
    ),
  };
}

const isEarlier = (role: Role): boolean => role === 'quoted' || role === 'history';

/** What the author of lines above a forwarded mail wrote there, without signature; '' if nothing. */
export function ownWords(lines: readonly string[], author: Author): string {
  const roles = withSignatures(lines, rolesOf(lines), author);
  return join(lines.filter((line, index) => roles[index] === 'own' || line === ''));
}

function rolesOf(lines: readonly string[], answers = true): Role[] {
  const roles: Role[] = [];
  while (roles.length < lines.length) {
    const { role, length } = answers ? roleAt(lines, roles.length) : ownAt(lines, roles);
    const end = role === 'history' ? lines.length : Math.min(lines.length, roles.length + length);
    const isWanted = role === 'signature' && isPointedAt(lines, roles, end);
    for (let at = roles.length; at < end; at++) {
      const isMark = lines[at] === SIGNATURE_BEGINS || lines[at] === SIGNATURE_ENDS;
      roles.push(role === 'signature' && !isMark && (isWanted || isTyped(lines[at]!)) ? 'own' : role);
    }
  }
  return withLone(lines, roles);
}

/**
 * A single line that begins with a mark but no blank after it, and that nothing announces, was typed by the author:
 * ">500 pcs".
 */
function withLone(lines: readonly string[], roles: Role[]): Role[] {
  const lone = roles.indexOf('quoted');
  const isAlone = lone >= 0 && roles.every((role, index) => index === lone || role === 'own' || role === 'signature');
  if (isAlone && /^[>＞][\p{L}\p{N}]/u.test(lines[lone]!)) roles[lone] = 'own';
  return roles;
}

/** Whether the author's words above a marked signature, of which `roles` has the roles, are about what it holds. */
function isPointedAt(lines: readonly string[], roles: readonly Role[], end: number): boolean {
  const from = Math.max(0, roles.length - NEAR);
  const above = lines.slice(from, roles.length).filter((_, index) => roles[from + index] === 'own');
  return end - roles.length < TAIL && pointsAt(above, lines.slice(roles.length, end));
}

/** Whether somebody typed this line: people type into what their program has marked as the signature. */
function isTyped(line: string): boolean {
  if (line === '' || line.length > LINE_LIMIT || isNotice([line])) return false;
  return isNews(line) || (isAddressed(line) && !isPlaceLine(line));
}

function roleAt(lines: readonly string[], index: number): { role: Role; length: number } {
  const line = lines[index]!;
  if (line === SIGNATURE_BEGINS) return { role: 'signature', length: until(lines, index, SIGNATURE_ENDS) };
  if (line === '' || line.length > LINE_LIMIT) return { role: 'own', length: 1 };
  if (isQuoted(line)) return { role: 'quoted', length: 1 };
  const history = historyLength(lines, index);
  if (history === 0) return { role: 'own', length: 1 };
  return { role: isQuoted(nextLine(lines, index + history)) ? 'introduction' : 'history', length: history };
}

const FAREWELL =
  /^\W{0,3}((many |kind |best |warm )?(thanks|thank you|regards|wishes|best|cheers|sincerely)|danke|(viele |mit freundlichen |beste )?gr(ü|ue)(ß|ss)en?|merci|cordialement|gracias|saludos|grazie|谢谢您?|多谢|此致)\W{0,3}$/iu;

/**
 * The role in a mail that answers nothing. A quotation, or a separator without a header below it, is something that the
 * author set off ("please print this:"), unless a program announces it or their farewell stands above it.
 */
function ownAt(lines: readonly string[], roles: readonly Role[]): { role: Role; length: number } {
  const index = roles.length;
  const found = roleAt(lines, index);
  const isBelowFarewell = roles[index - 1] === 'quoted' || FAREWELL.test(lineAbove(lines, index));
  const isSetOff = found.role === 'quoted' && !roles.includes('introduction') && !isBelowFarewell;
  const isBare = found.role === 'history' && separatorKind(lines[index]!) !== undefined && found.length === 1;
  return isSetOff || isBare ? { role: 'own', length: 1 } : found;
}

/**
 * Servers wrap long quoted lines and leave the last words without a mark. Such words are history if the sentence runs
 * through them: from a long line without an end to a line without a beginning.
 */
function withRewrapped(lines: readonly string[], roles: readonly Role[]): Role[] {
  return roles.map((role, index) => {
    const [above = '', line = '', below = ''] = [lines[index - 1], lines[index], lines[index + 1]];
    if (role !== 'own' || line === '' || roles[index - 1] !== 'quoted') return role;
    const isRest = line.length < WRAPPED && /^\p{Ll}/u.test(line) && isMarked(roles[index + 1], below);
    if (above.length >= MAYBE_WRAPPED && ENDS_OPEN.test(above.slice(-20))) return isRest ? 'quoted' : role;
    if (ENDS_OPEN_HAN.test(above.slice(-8)) && hanIn(above) >= MAYBE_WRAPPED_HAN)
      return hanIn(line) < MAYBE_WRAPPED_HAN && !BEGINS_ANEW.test(line) && isMarked(roles[index + 1], below)
        ? 'quoted'
        : role;
    const runsOn = above.length >= WRAPPED && !/[.?!:;。？！：；]$/.test(above) && /^[ >＞]*\p{Ll}/u.test(below);
    return runsOn && isRest && roles[index + 1] === 'quoted' ? 'quoted' : role;
  });
}

const hanIn = (line: string): number => headWords(line, LINE_LIMIT).match(/\p{Script=Han}/gu)?.length ?? 0;

/** Whether the quotation goes on, or ends there. */
const isMarked = (role: Role | undefined, line: string): boolean => role === 'quoted' || line === '';

/**
 * Where nothing is left but a greeting, what its author has to say stands in the signature: `Hi Mia,` above an address is an answer.
 */
function withWordsBelow(lines: readonly string[], roles: Role[], author: Author): Role[] {
  const own = lines.filter((_, index) => roles[index] === 'own');
  if (!saysNothing(own, author)) return roles;
  const added = noticeLines(lines, author);
  const isMark = (line: string) => [SIGNATURE_BEGINS, SIGNATURE_ENDS, '-- '].includes(line);
  return roles.map((role, index) =>
    role === 'signature' && !added[index] && !isMark(lines[index]!) && !isBanner(lines[index]!) ? 'own' : role,
  );
}

/** More of what is said elsewhere is not asked. */
const MOST_OWN = 40;

/** Puts aside the signature at the end of each run of the author's lines, and the lines that programs add. */
function withSignatures(lines: readonly string[], roles: readonly Role[], author: Author): Role[] {
  const marked = [...roles];
  const own = [...lines.keys()].filter((index) => lines[index] !== '' && roles[index] === 'own').slice(0, MOST_OWN);
  for (let start = 0; start < lines.length; ) {
    let end = start;
    while (end < lines.length && roles[end] === 'own') end++;
    // what stands directly below a quotation need not be all that there is
    const others = own.filter((index) => index < start || index >= end).map((index) => lines[index]!);
    const run = start === 0 ? lines.slice(0, end) : ['', ...lines.slice(start, end)];
    signatureLines(run, author, others).forEach((aside, index) => {
      if (aside) marked[end - run.length + index] = 'signature';
    });
    start = end + 1;
  }
  const first = lines.findIndex((line) => line !== '');
  if (first >= 0 && marked[first] === 'own' && isBanner(lines[first]!)) marked[first] = 'signature';
  const footer = footerBelow(lines, marked, author);
  return footer === undefined ? marked : marked.map((role, index) => (index >= footer ? 'signature' : role));
}
