import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placesFirst } from '../../../src/text/sentence/nth.ts';

const ordinal = fc.constantFrom('第一', '第二', '第10', '最后一', '最后那一');
/** What may stand around a place: how things are counted, and marks. */
const word = fc.stringMatching(/^[\p{Script=Han}a-z]{1,6}$/u).filter((text) => !/^[个位条单项和跟还]/u.test(text));

describe('a place in a list', () => {
  it('is none where an ordinal is glued to the word behind it', () => {
    fc.assert(
      fc.property(ordinal, fc.constantFrom('', '个', '位', '单'), word, (nth, of, rest) => {
        expect(placesFirst(nth + of + rest)).toBeUndefined();
        expect(placesFirst(nth + of + rest, 'free')).toBeUndefined();
      }),
    );
  });

  it('is none where words for somebody begin with an English ordinal and no mark follows', () => {
    const nth = fc.constantFrom('first', 'the first', 'second', 'the second one', 'last', '3rd', 'the 3rd');
    fc.assert(
      fc.property(nth, fc.stringMatching(/^[a-z]{2,8}( [a-z]{2,8}){0,3}$/), (begin, rest) => {
        expect(placesFirst(`${begin} ${rest}`, 'free')).toBeUndefined();
      }),
    );
  });

  it.each([
    ['the first too dear', [1], 'too dear'],
    ['第二个 太贵', [2], '太贵'],
    ['第一个和第三个', [1, 3], ''],
    ['第一个还有最后一个', [1, -1], ''],
    ['the first and the second', [1, 2], ''],
    ['last', [-1], ''],
    ['第二', [2], ''],
  ])('is read with what is behind it: %s', (words, places, left) => {
    expect(placesFirst(words)).toEqual({ places, left });
  });
});
