import { describe, expect, it } from 'vitest';
import { lateExamples, teaching, triageExamples } from '../../../scripts/triage_examples.ts';
import { urgency } from '../../../src/domain/talk/urgent.ts';
import { triage } from '../../../src/domain/triage/index.ts';

/** So many words (signs, in Chinese) in a row are no accident any more. */
const IN_A_ROW = { en: 7, zh: 10 };

/** All runs of words of that length; of a shorter text itself. */
function runs(text: string): string[] {
  const isChinese = /\p{Script=Han}/u.test(text);
  const words = text.toLowerCase().match(isChinese ? /[\p{L}\p{N}]/gu : /[\p{L}\p{N}']+/gu) ?? [];
  const length = Math.min(words.length, IN_A_ROW[isChinese ? 'zh' : 'en']);
  return words.slice(0, words.length - length + 1).map((_, at) => words.slice(at, at + length).join(' '));
}

describe('what triage is measured by', () => {
  it('is not what it learns, nor near to it', () => {
    const taught = new Set(teaching(triageExamples()).flatMap(({ text }) => runs(text)));
    // a greeting or thanks of a few words is the same whoever says it
    const held = lateExamples().filter(({ sublabel }) => !['greeting', 'thanks'].includes(sublabel));
    expect(held.filter(({ text }) => runs(text).some((run) => taught.has(run))).map(({ text }) => text)).toEqual([]);
  });

  it('has a quarter that may not wait, in both languages', () => {
    for (const language of ['zh', 'en']) {
      const part = lateExamples().filter((example) => example.language === language);
      expect(part).toHaveLength(120);
      expect(part.filter(({ urgent }) => urgent)).toHaveLength(26);
    }
  });

  it.each(['zh', 'en'])('is heard in three of four, and next to nothing else with it (%s)', (language) => {
    const part = lateExamples().filter((example) => example.language === language);
    const rings = part.filter(
      ({ text }) => urgency({ triage: triage({ text, signals: {} }), words: text }) !== undefined,
    );
    expect(rings.filter(({ urgent }) => urgent).length / 26).toBeGreaterThan(0.74);
    expect(rings.filter(({ urgent }) => !urgent).length / 94).toBeLessThan(0.04);
  });
});
