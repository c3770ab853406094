import { expect, it } from 'vitest';
import { memoize } from '../../../src/text/sentence/memoize.ts';

/** Reads the length of a text and notes that it did. */
function counting(most?: number) {
  const read: string[] = [];
  const length = memoize((text) => read.push(text) && text.length, most);
  return { length, read };
}

it('reads the same text once, however often it is asked for', () => {
  const { length, read } = counting();
  expect([length('tea'), length('cup'), length('tea')]).toEqual([3, 3, 3]);
  expect(read).toEqual(['tea', 'cup']);
});

it('keeps that nothing was found as well', () => {
  const asked: string[] = [];
  const nothing = memoize((text) => {
    asked.push(text);
    return undefined;
  });
  expect([nothing('tea'), nothing('tea')]).toEqual([undefined, undefined]);
  expect(asked).toEqual(['tea']);
});

it('forgets the oldest when it holds as many as it may', () => {
  const { length, read } = counting(2);
  for (const text of ['a', 'b', 'c', 'c', 'b', 'a']) length(text);
  expect(read).toEqual(['a', 'b', 'c', 'a']);
});
