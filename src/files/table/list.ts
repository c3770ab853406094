import { readPerson } from '../../text/person/person.ts';
import { wechatIn } from '../../text/table/wechat.ts';
import type { Table } from './table.ts';

const HEADER = ['name', 'phone', 'mail', 'wechat', 'tags', 'city', 'note'] as const;

/** People written one a line, or each in lines of their own with an empty one between. `country` reads phones without + or 00. */
export function readList(text: string, country: string): Table {
  const rows = piecesOf(text).map(({ line, words }) => ({ line, cells: cellsOf(words, country) }));
  return { kind: 'list', header: HEADER, rows, faults: [] };
}

function cellsOf(words: string, country: string): string[] {
  const { wechat, rest } = wechatIn(words.replace(/^\s*(?:\d{1,4}[.、)）]|[-*•·])\s*/u, ''));
  const { name, phones, emails, tags, city = '', notes } = readPerson(rest, country);
  return [name, phones.join(' / '), emails.join('; '), wechat, tags.join(', '), city, notes.join('; ')];
}

interface Piece {
  line: number;
  words: string;
}

function piecesOf(text: string): Piece[] {
  const lines = text.split(/\r\n|\n|\r/).map((words, at) => ({ line: at + 1, words: words.trim() }));
  const blocks: Piece[][] = [[]];
  for (const piece of lines) {
    if (piece.words === '') blocks.push([]);
    else blocks.at(-1)!.push(piece);
  }
  const full = blocks.filter((block) => block.length > 0);
  const areBlocks = full.length > 1 && full.filter((block) => block.length > 1).length * 2 > full.length;
  if (!areBlocks) return full.flat();
  return full.map((block) => ({ line: block[0]!.line, words: block.map(({ words }) => words).join('\n') }));
}
