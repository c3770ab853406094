/** For a text four times as long a linear reader takes four times as long, a quadratic one sixteen times. */
const LONGER = 4;
const MOST = 10;
/** A shorter measurement says nothing: garbage is collected meanwhile, and patterns are compiled. */
const NOISE_MS = 7.5;
/** V8 interprets a pattern's first run and compiles it for the next. */
const FIRST = 2 * 1024;

/**
 * Reads a long text, and only if that takes long a shorter one to compare it with: never with a number of milliseconds,
 * since a slow machine takes its time for both. Measured in CPU time of this process, so that a busy machine makes nothing
 * slower. Returns what it took if the long text took more than ten times as long as a quarter of it, three times in
 * a row; undefined if the time grows in proportion to the length.
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
  let took = cpuMs(read, text);
  if (took <= MOST * NOISE_MS) return undefined;
  const part = make(size / LONGER);
  const before = Math.max(NOISE_MS, Math.min(cpuMs(read, part), cpuMs(read, part)));
  for (let again = 0; again < 2 && took > MOST * before; again += 1) took = Math.min(took, cpuMs(read, text));
  if (took <= MOST * before) return undefined;
  return `${size} characters: ${Math.round(before)} → ${Math.round(took)} ms`;
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
