/** The first length in characters; each further one is four times as long. */
const FIRST = 8 * 1024;
/** A shorter measurement says nothing. */
const NOISE_MS = 30;
/** For four times the text a linear reader takes four times as long, a quadratic one sixteen times. */
const MOST = 10;
/** If a reading takes this long, a longer one would tell nothing new; the shortest text only begins the comparison. */
const ENOUGH_MS = 350;

/**
 * Reads longer and longer texts, measured in CPU time of this process, so that a busy machine makes nothing slower.
 * Returns the length at which four times the text took more than ten times as long, three times in a row; undefined if
 * the time grows in proportion to the length.
 * @param make a text of about this many characters
 * @param upTo by default 128 KB: there, a reader that takes a quarter of a second longer than a linear one has spent 15
 * ps on each pair of characters
 */
export function growsTooFast(
  read: (text: string) => unknown,
  make: (size: number) => string,
  upTo = 128 * 1024,
): string | undefined {
  // once before timing: V8 interprets a pattern's first run and compiles it for the next, which would make the shortest
  // text look slow
  read(make(FIRST));
  // compared with a shorter text only, never with a number of milliseconds: a slow machine takes its time for the first too
  let before = Math.max(NOISE_MS, cpuMs(read, make(FIRST)));
  for (let size = 4 * FIRST; size <= upTo; size *= 4) {
    const text = make(size);
    let took = cpuMs(read, text);
    for (let again = 0; again < 2 && took > MOST * before; again += 1) took = Math.min(took, cpuMs(read, text));
    if (took > MOST * before) return `${size} characters: ${Math.round(before)} → ${Math.round(took)} ms`;
    if (took >= ENOUGH_MS) return undefined;
    before = Math.max(NOISE_MS, took);
  }
  return undefined;
}

/** The same text over and over, with an end that fits nothing before it. */
export const repeated =
  (unit: string, end = '!x') =>
  (size: number): string =>
    `a${unit.repeat(Math.ceil(size / unit.length))}${end}`;

function cpuMs(read: (text: string) => unknown, text: string): number {
  const start = process.cpuUsage();
  read(text);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
