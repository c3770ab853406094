import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { addresseeExamples, addresseeKeptAside } from '../../../scripts/learned/addressee_examples.ts';
import { areLikelyOurs, chanceOurs } from '../../../src/domain/triage/addressee/index.ts';
import { learnAddressee } from '../../../src/domain/triage/addressee/learn.ts';
import { unpackAddressee } from '../../../src/domain/triage/addressee/shipped.ts';
import { packed } from '../../../src/domain/triage/packed.ts';
import { growsTooFast, repeated } from '../../support/linear.ts';

const asset = readFileSync(new URL('../../../assets/addressee_model.json', import.meta.url), 'utf8');
const HAN = /\p{Script=Han}/u;

describe('whom words under a card are for', () => {
  it('is learned from the labelled lines, byte for byte', () => {
    expect(packed(learnAddressee(addresseeExamples()))).toBe(asset);
    expect(packed(unpackAddressee(asset))).toBe(asset);
  }, 120_000);

  it('is measured on lines that are not learned', () => {
    const learned = new Set(addresseeExamples().map(({ text }) => text.toLowerCase()));
    const both = addresseeKeptAside().filter(({ text }) => learned.has(text.toLowerCase()));
    // a word or two is the same whoever says it
    expect(both.map(({ text }) => text).filter((text) => text.length > 4)).toEqual([]);
  });

  it.each(['zh', 'en'])(
    'is asked for most of what is the owner’s own, and for little of what is not (%s)',
    (language) => {
      const lines = addresseeKeptAside().filter(({ text }) => HAN.test(text) === (language === 'zh'));
      const asked = (whose: string) => {
        const some = lines.filter((line) => line.whose === whose);
        return some.filter(({ text }) => areLikelyOurs(text, false)).length / some.length;
      };
      expect(asked('ours')).toBeGreaterThan(0.72);
      expect(asked('theirs')).toBeLessThan(0.06);
    },
  );

  it('knows pairs that look alike', () => {
    for (const [ours, theirs] of [
      ['she always pays late, careful', 'she makes them herself, careful, they are hot'],
      ['他又来砍价了', '他下午给您送过去'],
    ])
      expect(chanceOurs(ours!)).toBeGreaterThan(chanceOurs(theirs!) + 0.3);
  });

  it.each(['he wants it cheaper again ', '他又来砍价了，真不想做'])(
    'grows with the length of the words: %s',
    (words) => {
      expect(growsTooFast(chanceOurs, repeated(words))).toBeUndefined();
    },
  );
});
