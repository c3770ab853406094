import {
  COLOURED,
  HISTORY,
  INTRODUCTION_BEGINS,
  INTRODUCTION_ENDS,
  SIGNATURE_BEGINS,
  SIGNATURE_ENDS,
  withoutMarks,
} from '../fetch/marks.ts';
import { isNotice } from '../machines/notice.ts';
import { type Announced, readHeaderBlock } from '../mime/header_block.ts';
import { introductionLength } from './introduction.ts';
import { readNotesBlock } from './notes_block.ts';
import { isReplyMarker } from './reply_marker.ts';
import { isAmbiguousSeparator, isRule, isRuledTitle, separatorKind, unglued } from './separator.ts';
import { type Author, isBanner, signatureLines } from './signature.ts';
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
}

/** Longer lines are always text; no pattern looks at them. */
const LINE_LIMIT = 2000;
/** A line with at least this many characters may have been wrapped by a server. */
const WRAPPED = 60;
/** The least length of a line that is a separator with something before or after it. */
const SHORTEST_GLUED = 20;
/** About as many characters as in "Hi Anna,". */
const NEXT_TO_NOTHING = 15;
const NOBODY: Author = { name: '', address: '' };

/** What a line is to the reader. History goes on to the end; between quoted lines there may be answers. */
type Role = 'own' | 'signature' | 'introduction' | 'quoted' | 'history';

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
  const signed = withSignatures(lines, withRewrapped(lines, rolesOf(lines, answers)), author);
  const roles = withToldAnswers(lines, withColouredAnswers(lines, signed, coloured));
  const last = roles.findLastIndex((role, index) => role === 'own' && lines[index] !== '');
  const inline = isInterleaved(lines, roles);
  const kept = lines.map(
    (line, index) => index <= last && (line === '' || roles[index] === 'own' || (inline && roles[index] === 'quoted')),
  );
  const text = join(lines.filter((_, index) => kept[index]));
  if (text === '') return { text: join(lines), quoted: '', aside: '' };
  return {
    text,
    quoted: join(lines.filter((line, index) => !kept[index] || line === '')),
    aside: join(lines.filter((line, index) => roles[index] === 'signature' || line === '')),
  };
}

/** What the author of lines above a forwarded mail wrote there, without signature; '' if nothing. */
export function ownWords(lines: readonly string[], author: Author): string {
  const roles = withSignatures(lines, rolesOf(lines), author);
  return join(lines.filter((line, index) => roles[index] === 'own' || line === ''));
}

/**
 * The lines without trailing blanks. No-break spaces, which fill HTML mail and which QQ writes into plain text as
 * `&nbsp;`, become spaces.
 */
export function linesOf(body: string): string[] {
  return markedLinesOf(body.replaceAll(COLOURED, ''));
}

function markedLinesOf(body: string): string[] {
  const lines: string[] = [];
  for (const line of body.replaceAll('\r\n', '\n').split('\n')) {
    const bare = tidy(line);
    if (bare.length < SHORTEST_GLUED) lines.push(bare);
    else lines.push(...unglued(bare));
  }
  return lines;
}

function tidy(line: string): string {
  if (line === '' || line.length > LINE_LIMIT) return line;
  const bare = line.replace(/[\u00a0\u2007\u202f]|&nbsp;/g, ' ').replace(/[\u200b\ufeff]/g, '');
  return bare === '-- ' ? bare : bare.trimEnd();
}

/** Joins lines into text to show: no marks, and no more than one empty line in a row. */
export function join(lines: readonly string[]): string {
  return withoutMarks(lines.join('\n'))
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+/, '')
    .trimEnd();
}

function rolesOf(lines: readonly string[], answers = true): Role[] {
  const roles: Role[] = [];
  while (roles.length < lines.length) {
    const { role, length } = answers ? roleAt(lines, roles.length) : ownAt(lines, roles);
    const end = role === 'history' ? lines.length : Math.min(lines.length, roles.length + length);
    for (let at = roles.length; at < end; at++) roles.push(role === 'signature' && isTyped(lines[at]!) ? 'own' : role);
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

/** Whether somebody typed this line: people type into what their program has marked as the signature. */
function isTyped(line: string): boolean {
  return line !== '' && line.length <= LINE_LIMIT && isAddressed(line) && !isNotice([line]);
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
    if (role !== 'own' || line === '' || roles[index - 1] !== 'quoted' || roles[index + 1] !== 'quoted') return role;
    const runsOn = above.length >= WRAPPED && !/[.?!:;。？！：；]$/.test(above) && /^[ >＞]*\p{Ll}/u.test(below);
    return runsOn && line.length < WRAPPED && /^\p{Ll}/u.test(line) ? 'quoted' : role;
  });
}

/**
 * How many lines, from the one at `index` on, announce earlier words: a mark, a separator, a header block, an
 * introduction, or several of these together. 0 if that line begins none.
 */
export function historyLength(lines: readonly string[], index: number): number {
  const line = lines[index]!;
  if (line === HISTORY) return 1 + blockBelow(lines, index + 1);
  if (line === INTRODUCTION_BEGINS) return until(lines, index, INTRODUCTION_ENDS);
  if (isReplyMarker(line)) return 1 + blockBelow(lines, index + 1);
  if (isAmbiguousSeparator(line)) return blockBelow(lines, index + 1) && 1 + blockBelow(lines, index + 1);
  if (separatorKind(line)) return 1 + blockBelow(lines, index + 1);
  if (isRule(line) || isRuledTitle(line))
    return blockBelow(lines, index + 1, 'ruled') && 1 + blockBelow(lines, index + 1, 'ruled');
  const block = readHeaderBlock(lines, index) ?? readNotesBlock(lines, index);
  return block ? block.end - index : introductionLength(lines, index);
}

/** What stands above everything that was written before; all of it where nothing does. */
export function aboveHistory(body: string): string {
  const lines = linesOf(body);
  const end = lines.findIndex((line, index) => isQuoted(line) || historyLength(lines, index) > 0);
  return (end > 0 && join(lines.slice(0, end))) || body;
}

/** How many lines to the end of a header block that begins at most three empty lines further down; else 0. */
function blockBelow(lines: readonly string[], from: number, announced: Announced = 'announced'): number {
  let at = from;
  while (at < from + 3 && (lines[at] === '' || lines[at] === HISTORY || isRule(lines[at] ?? '~'))) at++;
  const block = lines[at] === undefined ? undefined : readHeaderBlock(lines, at, announced);
  return block ? block.end - from : 0;
}

function until(lines: readonly string[], index: number, mark: string): number {
  const end = lines.indexOf(mark, index);
  return end < 0 ? 1 : end - index + 1;
}

function nextLine(lines: readonly string[], from: number): string {
  let at = from;
  while (at < from + 6 && lines[at] === '') at++;
  return lines[at] ?? '';
}

export function isQuoted(line: string): boolean {
  // not ">>> please read <<<", nor the line with which GroupWise begins a quotation
  return /^ ?[>＞]/.test(line) && !/^>{2,}.*[^<>\s]\s?(?:<{2,9}|>{3})$/.test(line);
}

/** Puts aside the signature at the end of each run of the author's lines, and the lines that programs add. */
function withSignatures(lines: readonly string[], roles: readonly Role[], author: Author): Role[] {
  const marked = [...roles];
  for (let start = 0; start < lines.length; ) {
    let end = start;
    while (end < lines.length && roles[end] === 'own') end++;
    signatureLines(lines.slice(start, end), author).forEach((aside, index) => {
      if (aside) marked[start + index] = 'signature';
    });
    start = end + 1;
  }
  const first = lines.findIndex((line) => line !== '');
  if (first >= 0 && marked[first] === 'own' && isBanner(lines[first]!)) marked[first] = 'signature';
  return marked;
}

/** The author says that answers stand further down, or that a colour marks them. */
const ANSWERS_BELOW =
  /\b(below|inline|in-line|answers?|replies|comments?|in (red|blue|green|bold|colou?r\w*)|colou?red?|unten|farbig|in (rot|blau)|antwort\w*|ci-dessous|couleur|en rouge|en bleu|rojo|azul|abajo|rosso|sotto|rood|onder)\b|红|紅|蓝|藍|绿|颜色|下面|以下|见下|回复如|赤|青|下記/i;

const COLOUR_TELLS =
  /\b(in (red|blue|green|purple|orange|colou?r\w*)|colou?red|(in )?(rot|blau|grün|farbig)|en (rouge|bleu|vert|couleur|rojo|azul|verde)|in (rosso|blu|verde))\b|红|紅|蓝|藍|绿|綠|颜色|顏色|赤字|青字/i;

/**
 * Coloured words inside the history are the author's answer if the author says so, says next to nothing above, or if
 * they follow a question. Then all of the history stays, because an answer alone says nothing. If most of the history
 * is coloured, colour means nothing unless the author mentions it.
 */
function withColouredAnswers(lines: readonly string[], roles: Role[], coloured: readonly number[]): Role[] {
  const isOld = (index: number) => lines[index] !== '' && (roles[index] === 'quoted' || roles[index] === 'history');
  const answers = coloured.filter(isOld);
  const own = join(lines.filter((_, index) => roles[index] === 'own'));
  const isMost = answers.length * 2 > lines.filter((_, index) => isOld(index)).length;
  if (answers.length === 0 || (isMost && !COLOUR_TELLS.test(own.slice(0, LINE_LIMIT)))) return roles;
  const said = own.length < NEXT_TO_NOTHING || ANSWERS_BELOW.test(own.slice(0, LINE_LIMIT));
  if (!said && !answers.some((at) => /[?？]\s*$/.test(lineAbove(lines, at)))) return roles;
  const answered = new Set(answers);
  return roles.map((role, index) => (answered.has(index) ? 'own' : role === 'history' ? 'quoted' : role));
}

/** The author says in a few words that their answers stand in the history. */
const ANSWERS_INSIDE =
  /\b(answer(s|ed)?|repl(y|ies|ied)|comment(s|ed)?|respon(se|ses|ded)|see|please find|notes?)\b.{0,40}\b(below|in-?line|inside|in (bold|red|blue|green|capitals|caps|yellow)|highlighted|within)\b|^\W{0,3}(see )?(below|in-?line)\b|\b(siehe|antwort(en)?|unten)\b.{0,30}\b(unten|rot|blau|fett|im text)\b|\b(voir|réponses?)\b.{0,30}(ci-dessous|en rouge|en bleu|en gras)|\b(respuestas?|ver|contesto)\b.{0,30}(abajo|debajo|en rojo|en azul|en negrita)|\b(vedi|risposte)\b.{0,30}(sotto|in rosso|in grassetto)|\b(zie|antwoord(en)?)\b.{0,30}(onder|hieronder|rood)|(见|請見|请见|请看|如|回复在|回答在|答复在|写在)(下|以下|下面|下方)|(下面|下方|原文).{0,6}(回复|回答|答复|标)|以下に回答|下記(に|の通り)|см\.? ниже|ответы ниже/iu;
const FEW_WORDS = 200;

/**
 * Authors who say so, in a copy that their program made without `>`, mark their answers with bold type, their name or
 * nothing at all. Then all of it is shown, because nobody can tell which lines are theirs.
 */
function withToldAnswers(lines: readonly string[], roles: Role[]): Role[] {
  if (!roles.includes('history') || roles.includes('quoted')) return roles;
  const own = join(lines.filter((_, index) => roles[index] === 'own'));
  if (own === '' || own.length > FEW_WORDS || !ANSWERS_INSIDE.test(own)) return roles;
  const history = lines.filter((line, index) => roles[index] === 'history' && line !== '');
  return history.some((line, index) => isAnswer(line, history[index - 1] ?? ''))
    ? roles.map((role) => (role === 'history' ? 'own' : role))
    : roles;
}

/**
 * Whether a line is an answer: words after a question, in the same line or the next, that ask nothing themselves, or
 * words after the author's name as Outlook writes it.
 */
function isAnswer(line: string, above: string): boolean {
  if (/[?？]\s+[^?？\s][^?？]*$/.test(line)) return true;
  return (/[?？]\s*$/.test(above) && !/[?？]\s*$/.test(line)) || /^\[\p{L}[^\]]{0,40}\]\s*\S/u.test(line);
}

/** The nearest line above that has words in it, at most a few lines up. */
function lineAbove(lines: readonly string[], index: number): string {
  return lines.slice(Math.max(0, index - 6), index).findLast((line) => /[^>\s]/.test(line)) ?? '';
}

/**
 * Whether answers stand between quotations, or above and below one. An answer below a single quotation answers all of
 * it.
 */
function isInterleaved(lines: readonly string[], roles: readonly Role[]): boolean {
  const runs = roles.filter((role, index) => lines[index] !== '' && (role === 'own' || role === 'quoted'));
  const turns = runs.filter((role, index) => role !== runs[index - 1]).join(' ');
  return /own quoted own|quoted own quoted/.test(turns);
}
