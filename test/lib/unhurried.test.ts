import { describe, expect, it } from 'vitest';
import { spanOf, unhurried } from '../../src/lib/unhurried.ts';

const busy = (ms: number) => {
  const span = spanOf(ms);
  while (!span.isOver());
};

/** How many others had their turn while each of these kept the processor busy for so long. */
async function turnsBetween(all: AsyncIterable<number> | Iterable<number>, ms: number): Promise<number> {
  let turns = 0;
  const timer = setInterval(() => turns++, 0);
  for await (const _ of all) busy(ms);
  clearInterval(timer);
  return turns;
}

describe('work that is not hurried', () => {
  it('lets others have their turn between two pieces', async () => {
    expect(await turnsBetween(unhurried([1, 2, 3, 4]), 25)).toBeGreaterThan(0);
    // control: the same in a loop
    expect(await turnsBetween([1, 2, 3, 4], 25)).toBe(0);
  });

  it('ends when its time is over, after the least that is wanted', async () => {
    const given: number[] = [];
    for await (const one of unhurried([1, 2, 3, 4], { span: spanOf(-1), least: 2 })) given.push(one);
    expect(given).toEqual([1, 2]);
  });

  it('gives all of them where nothing is said', async () => {
    const given: number[] = [];
    for await (const one of unhurried([1, 2, 3])) given.push(one);
    expect(given).toEqual([1, 2, 3]);
  });
});
