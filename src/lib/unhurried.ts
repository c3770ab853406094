import { setImmediate } from 'node:timers/promises';

/** Whoever does one thing after the other lets others have their turn after so many ms. */
const TURN_MS = 20;

/** How long something may take in all. */
export interface Span {
  isOver(): boolean;
}

/** From now on, in ms. */
export function spanOf(ms: number): Span {
  const end = performance.now() + ms;
  return { isOver: () => performance.now() > end };
}

const ENDLESS: Span = { isOver: () => false };

/**
 * Gives one after the other, for work that keeps the processor busy: between two of them whatever else waits has its turn. `span`: when it
 * is over no more are given; default: all are. `least`: so many are given all the same.
 */
export async function* unhurried<T>(
  all: Iterable<T>,
  { span = ENDLESS, least = 0 }: { span?: Span; least?: number } = {},
): AsyncGenerator<T> {
  let turn = spanOf(TURN_MS);
  let given = 0;
  for (const one of all) {
    if (given >= least && span.isOver()) return;
    if (turn.isOver()) {
      await setImmediate();
      turn = spanOf(TURN_MS);
    }
    given++;
    yield one;
  }
}
