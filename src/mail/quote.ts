import { isRule, readHeaderBlock, separatorKind } from './header_block.ts';
import { introductionLength } from './introduction.ts';
import {
  HISTORY,
  INTRODUCTION_BEGINS,
  INTRODUCTION_ENDS,
  SIGNATURE_BEGINS,
  SIGNATURE_ENDS,
  withoutMarks,
} from './marks.ts';
import { type Author, isBanner, isProgramLine, signatureStart } from './signature.ts';

/** A mail's text, cut into what its author wrote now and what came along: quoted history and signature. */
export interface SplitText {
  text: string;
  /** '' when there is nothing of the kind. */
  quoted: string;
}

/** Longer lines are text in any case; no pattern looks at them. */
const LINE_LIMIT = 2000;
const NOBODY: Author = { name: '', address: '' };

/** What a line is to the reader. History is what follows to the end; quoted lines may have answers between them. */
type Role = 'own' | 'signature' | 'introduction' | 'quoted' | 'history';

/**
 * Splits a mail's text in time linear in its length: the usual libraries are quadratic in blank lines, which lets one mail stop the
 * service. Answers between quoted lines keep the lines they answer. When nothing but history is there, all of it is the text.
 */
export function splitQuoted(body: string, author: Author = NOBODY): SplitText {
  const lines = linesOf(body);
  const roles = withSignatures(lines, rolesOf(lines), author);
  const last = roles.findLastIndex((role, index) => role === 'own' && lines[index] !== '');
  const inline = isInterleaved(lines, roles);
  const kept = lines.map(
    (line, index) => index <= last && (line === '' || roles[index] === 'own' || (inline && roles[index] === 'quoted')),
  );
  const text = join(lines.filter((_, index) => kept[index]));
  if (text === '') return { text: join(lines), quoted: '' };
  return { text, quoted: join(lines.filter((line, index) => !kept[index] || line === '')) };
}

/** What the author of lines above a forwarded mail wrote there, without signature; '' when they wrote nothing. */
export function ownWords(lines: readonly string[], author: Author): string {
  const roles = withSignatures(lines, rolesOf(lines), author);
  return join(lines.filter((line, index) => roles[index] === 'own' || line === ''));
}

/** Lines without trailing blanks; no-break spaces, which HTML mail is full of and QQ writes into plain text as `&nbsp;`, are spaces. */
export function linesOf(body: string): string[] {
  return body.replaceAll('\r\n', '\n').split('\n').map(tidy);
}

function tidy(line: string): string {
  if (line === '' || line.length > LINE_LIMIT) return line;
  const bare = line.replace(/[\u00a0\u2007\u202f]|&nbsp;/g, ' ').replace(/[\u200b\ufeff]/g, '');
  return bare.trimEnd();
}

/** Lines as text to show: no marks, no more than one empty line in a row. */
export function join(lines: readonly string[]): string {
  return withoutMarks(lines.join('\n'))
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+/, '')
    .trimEnd();
}

function rolesOf(lines: readonly string[]): Role[] {
  const roles: Role[] = [];
  while (roles.length < lines.length) {
    const { role, length } = roleAt(lines, roles.length);
    const end = role === 'history' ? lines.length : Math.min(lines.length, roles.length + length);
    while (roles.length < end) roles.push(role);
  }
  return roles;
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

/**
 * How many lines announce what was written before: a mark, a separator, a header block, an introduction, or several of them
 * together. 0 when the line at `index` begins none.
 */
export function historyLength(lines: readonly string[], index: number): number {
  const line = lines[index]!;
  if (line === HISTORY) return 1 + blockBelow(lines, index + 1);
  if (line === INTRODUCTION_BEGINS) return until(lines, index, INTRODUCTION_ENDS);
  if (separatorKind(line)) return 1 + blockBelow(lines, index + 1);
  if (isRule(line)) return blockBelow(lines, index + 1) && 1 + blockBelow(lines, index + 1);
  const block = readHeaderBlock(lines, index);
  return block ? block.end - index : introductionLength(lines, index);
}

/** The lines of a header block at most three empty lines further down. */
function blockBelow(lines: readonly string[], from: number): number {
  let at = from;
  while (at < from + 3 && (lines[at] === '' || lines[at] === HISTORY || isRule(lines[at] ?? '~'))) at++;
  const block = lines[at] === undefined ? undefined : readHeaderBlock(lines, at, 'announced');
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
  return /^ ?[>＞]/.test(line);
}

/** Puts aside, in each run of the author's lines, the signature at its end and the lines that programs add. */
function withSignatures(lines: readonly string[], roles: readonly Role[], author: Author): Role[] {
  const marked = [...roles];
  for (let start = 0; start < lines.length; ) {
    let end = start;
    while (end < lines.length && roles[end] === 'own') end++;
    const signature = start + signatureStart(lines.slice(start, end), author);
    for (let index = start; index < end; index++) {
      if (index >= signature || isProgramLine(lines[index]!)) marked[index] = 'signature';
    }
    start = end + 1;
  }
  const first = lines.findIndex((line) => line !== '');
  if (first >= 0 && marked[first] === 'own' && isBanner(lines[first]!)) marked[first] = 'signature';
  return marked;
}

/** Answers stand between quotations, or above and below one. All under one quotation is an answer to the whole of it. */
function isInterleaved(lines: readonly string[], roles: readonly Role[]): boolean {
  const runs = roles.filter((role, index) => lines[index] !== '' && (role === 'own' || role === 'quoted'));
  const turns = runs.filter((role, index) => role !== runs[index - 1]).join(' ');
  return /own quoted own|quoted own quoted/.test(turns);
}
