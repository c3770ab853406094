import { HISTORY, INTRODUCTION_BEGINS, INTRODUCTION_ENDS } from '../fetch/marks.ts';
import { type Announced, readHeaderBlock } from '../mime/header_block.ts';
import { introductionLength } from './introduction.ts';
import { isQuoted, join, linesOf } from './lines.ts';
import { readNotesBlock } from './notes_block.ts';
import { isReplyMarker } from './reply_marker.ts';
import { isAmbiguousSeparator, isRule, isRuledTitle, separatorKind } from './separator.ts';
import { type Author, isBanner, signatureLines } from './signature.ts';

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

/**
 * The newest of the earlier words: without what announces it and what the program added, and down to where something
 * older begins.
 */
export function newestOf(history: readonly string[], author: Author): string {
  const begin = history.findIndex((line) => line !== '');
  if (begin < 0) return '';
  const announced = isQuoted(history[begin]!) ? 0 : historyLength(history, begin);
  const lines = history.slice(begin + announced).map((line) => line.replace(/^ ?[>＞] ?/, ''));
  const end = lines.findIndex((line, index) => index > 0 && !isQuoted(line) && historyLength(lines, index) > 0);
  const newest = end < 0 ? lines : lines.slice(0, end);
  const aside = signatureLines(newest, author);
  return join(newest.filter((line, index) => !aside[index] && !isQuoted(line) && !isBanner(line)));
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

/** How many lines to the one with this mark, itself included; 1 where there is none. */
export function until(lines: readonly string[], index: number, mark: string): number {
  const end = lines.indexOf(mark, index);
  return end < 0 ? 1 : end - index + 1;
}
