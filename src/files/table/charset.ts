import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { guessCharset } from '../../text/charset/guess.ts';

/** How much is looked at to see whether every other byte is NUL. */
const SAMPLE_BYTES = 4096;

/**
 * The text of a file without a label: by its byte order mark, as UTF-16 where every other byte is NUL, as UTF-8 where it
 * is that, else in the charset that its letters speak for. Never throws.
 */
export function textOf(bytes: Buffer): string {
  const marked = markOf(bytes);
  if (marked) return iconv.decode(bytes, marked).replace(/^\ufeff/, '');
  const wide = withoutMark(bytes);
  if (wide) return iconv.decode(bytes, wide);
  return isUtf8(bytes) ? bytes.toString('utf8') : decodeAs(bytes, guessCharset(bytes, decodeAs));
}

const decodeAs = (bytes: Uint8Array, charset: string): string => iconv.decode(Buffer.from(bytes), charset);

/** A mark counts as long as what follows is written so: a program may have put one before bytes of another charset. */
function markOf(bytes: Buffer): string | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return isUtf8(bytes) ? 'utf-8' : undefined;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

function withoutMark(bytes: Buffer): string | undefined {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const nuls = (rest: number) => sample.filter((byte, at) => byte === 0 && at % 2 === rest).length;
  const [even, odd] = [nuls(0), nuls(1)];
  const many = sample.length / 8;
  if (Math.max(even, odd) <= many) return undefined;
  if (odd > 4 * even) return 'utf-16le';
  return even > 4 * odd ? 'utf-16be' : undefined;
}
