/** For a text four times as long a linear reader takes four times as long, a quadratic one sixteen times. */
const LONGER = 4;
const MOST = 10;
const ROUNDS = 4;
/** A shorter measurement says nothing: garbage is collected meanwhile, and patterns are compiled. */
const NOISE_MS = 7.5;
/** V8 interprets a pattern's first run and compiles it for the next. */
const FIRST = 2 * 1024;

/**
 * Reads a long text, and only if that takes long a shorter one to compare it with: never with a number of milliseconds,
 * since a slow machine takes its time for both. Measured in CPU time of this process, and both one behind the other: where
 * others share a core or garbage is collected, CPU time doubles as well, for a while. So it is tried up to four times, and
 * a reader is linear if two of them say so. Returns what it took if the long text took more than ten times as long as a
 * quarter of it; undefined if the time grows in proportion to the length.
 * @param make a text of about this many characters
 * @param size by default 64 KB: there, a reader that takes 65 ms longer than a linear one has spent 15 ps on each pair
 * of characters
 */
export function growsTooFast(
  read: (text: string) => unknown,
  make: (size: number) => string,
  size = 64 * 1024,
): string | undefined {
  read(make(FIRST));
  const text = make(size);
  if (cpuMs(read, text) <= MOST * NOISE_MS) return undefined;
  const part = make(size / LONGER);
  const longer: string[] = [];
  for (let round = 1; longer.length <= ROUNDS - 2; round += 1) {
    const before = Math.max(NOISE_MS, cpuMs(read, part));
    const after = cpuMs(read, text);
    if (after > MOST * before) longer.push(`${size} characters: ${Math.round(before)} → ${Math.round(after)} ms`);
    if (round - longer.length === 2) return undefined;
  }
  return longer[0];
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
