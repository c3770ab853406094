import { BrokenZip } from './unzip.ts';

/** A row longer than this is none of ours: a mail of 25 MB is kept in pieces far shorter. */
const LONGEST_LINE = 32 * 1024 * 1024;

/**
 * The rows of a list in JSON that has each row on a line of its own, as their texts; no more than a piece is in memory. Throws BrokenZip
 * for anything else.
 */
export async function* jsonLines(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let at: 'begin' | 'rows' | 'last' | 'end' = 'begin';
  for await (const line of linesOf(pieces)) {
    if (at === 'begin' && line === '[]') at = 'end';
    else if (at === 'begin' && line === '[') at = 'rows';
    else if ((at === 'rows' || at === 'last') && line === ']') at = 'end';
    else if (at === 'rows' && line.startsWith('{')) {
      const isLast = !line.endsWith(',');
      yield isLast ? line : line.slice(0, -1);
      if (isLast) at = 'last';
    } else if (at !== 'end' || line !== '') throw new BrokenZip('a file of it is no list of rows');
  }
  if (at !== 'end') throw new BrokenZip('a file of it has no end');
}

async function* linesOf(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let parts: string[] = [];
  let length = 0;
  for await (const piece of pieces) {
    const [first = '', ...others] = decode(decoder, piece).split('\n');
    parts.push(first);
    length += first.length;
    if (length > LONGEST_LINE) throw new BrokenZip('a row of it is too long');
    for (const next of others) {
      yield parts.join('');
      parts = [next];
      length = next.length;
    }
  }
  const rest = parts.join('') + decode(decoder);
  if (rest !== '') yield rest;
}

function decode(decoder: InstanceType<typeof TextDecoder>, piece?: Uint8Array): string {
  try {
    return piece ? decoder.decode(piece, { stream: true }) : decoder.decode();
  } catch (cause) {
    throw new BrokenZip('a file of it is no text', { cause });
  }
}
