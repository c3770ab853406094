import { cleanText } from '../text/normalise.ts';

/**
 * What every common file system takes: NTFS allows 255 UTF-16 units, ext4 and APFS 255 bytes; a little is left for "
 * (1)".
 */
const NAME_BYTES = 200;
/** A longer ending is no file type. */
const EXTENSION_BYTES = 20;
const ENDING = /\.[^.\s]+$/;

/** What separates paths, and what Windows refuses in a name. */
const FORBIDDEN = /[/\\<>:"|?*]/g;
/**
 * Direction overrides and isolates (UAX #9), with which `gpj.exe` is shown as `exe.jpg`, and invisible characters;
 * joined emoji stay.
 */
const INVISIBLE = /[\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;
/** Windows opens a device for these names, whatever the ending (learn.microsoft.com, Naming Files). */
const RESERVED = /^(?:con|prn|aux|nul|(?:com|lpt)[0-9\u00b9\u00b2\u00b3])(?:\.|$)/i;

const characters = new Intl.Segmenter();

const ENDINGS: Record<string, string> = {
  'image/jpeg': '.jpg',
  'image/png': '.png',
  'image/webp': '.webp',
  'image/gif': '.gif',
  'audio/ogg': '.ogg',
  'audio/mpeg': '.mp3',
  'video/mp4': '.mp4',
  'application/pdf': '.pdf',
  'text/plain': '.txt',
  'text/csv': '.csv',
  'message/rfc822': '.eml',
};

/**
 * A file's name, safe to show and to save anywhere: one line, no path, no control or direction characters, no name that
 * Windows reserves, at most 200 bytes of UTF-8 including its ending. If nothing is left it becomes `fallback`.
 */
export function safeName(name: string, fallback = 'file'): string {
  const line = cleanText(name).replace(INVISIBLE, '').replace(/\s+/g, ' ').replace(FORBIDDEN, '_');
  const bare = trimmed(line.normalize('NFC'));
  if (bare === '' || /^[_.\s]+$/.test(bare)) return fallback;
  return trimmed(shortened(RESERVED.test(bare) ? `_${bare}` : bare));
}

/** A name for a file that came without one, by its kind ('photo') and type. */
export function nameFor(kind: string, type: string | undefined): string {
  return `${kind}${ENDINGS[type ?? ''] ?? ''}`;
}

/** A leading dot hides a file, and Windows drops a trailing one. */
function trimmed(name: string): string {
  let end = name.length;
  while (end > 0 && /[.\s]/.test(name[end - 1]!)) end -= 1; // a loop, because /[.\s]+$/ is quadratic on long runs
  return name.slice(0, end).replace(/^[.\s]+/, '');
}

function shortened(name: string): string {
  if (Buffer.byteLength(name) <= NAME_BYTES) return name;
  const [ending = ''] = ENDING.exec(name.slice(-EXTENSION_BYTES)) ?? [];
  const kept = Buffer.byteLength(ending) <= EXTENSION_BYTES ? ending : '';
  return cutBytes(name, NAME_BYTES - Buffer.byteLength(kept)).trimEnd() + kept;
}

/** The longest beginning of at most `limit` bytes that splits no character. */
function cutBytes(text: string, limit: number): string {
  let bytes = 0;
  let kept = '';
  for (const { segment } of characters.segment(text)) {
    bytes += Buffer.byteLength(segment);
    if (bytes > limit) break;
    kept += segment;
  }
  return kept;
}
