/** Seconds of a Retry-After: a number of them, with a point from some, or a date; undefined: it says none that is to come. */
export function secondsToWait(said: string | undefined, now: Date): number | undefined {
  const seconds = /^\s*\d{1,9}(?:\.\d{1,9})?\s*$/.test(said ?? '')
    ? Math.ceil(Number(said))
    : Math.ceil((Date.parse(said ?? '') - now.getTime()) / 1000);
  return seconds > 0 ? seconds : undefined;
}
