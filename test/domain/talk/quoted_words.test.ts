import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordsInQuotation } from '../../../src/domain/talk/mail/quoted_words.ts';
import { growsTooFast } from '../../support/linear.ts';

const word = fc.constantFrom(
  ...'we can send the tea on monday which box do you want and where to please tell us 5 10 茶 叶 几 盒'.split(' '),
);
const line = fc.array(word, { minLength: 1, maxLength: 20 }).map((words) => words.join(' '));
const ours = fc.array(line, { minLength: 2, maxLength: 12 }).map((lines) => lines.join('\n'));

const wrapped = (text: string, width: number): string =>
  text.replace(new RegExp(`(.{1,${width}})(?:[^\\S\\n]+|$)`, 'gm'), '$1\n').replace(/\n+/g, '\n');

describe('words within a quotation of ours', () => {
  it('are none, wherever our words were wrapped', () => {
    fc.assert(
      fc.property(ours, fc.integer({ min: 10, max: 100 }), (text, width) => {
        expect(wordsInQuotation(wrapped(text, width), text)).toEqual({ shown: '', words: '' });
      }),
    );
  });

  it('are found behind any line of ours, whatever they are', () => {
    fc.assert(
      fc.property(ours, fc.nat(), fc.stringMatching(/^[b-y]{3,9}!$/), (text, nth, answer) => {
        const lines = text.split('\n');
        lines.splice((nth % lines.length) + 1, 0, answer);
        expect(wordsInQuotation(lines.join('\n'), text)?.words.split('\n')).toContain(answer);
      }),
    );
  });

  it('are found when they say one of our words again', () => {
    const text = 'Green or blue?\nTo Leeds?';
    expect(wordsInQuotation('Green or blue?\nblue\nTo Leeds?\nTo Leeds', text)?.words).toBe('blue\nTo Leeds');
  });

  it('are not looked for in a quotation of other words', () => {
    expect(wordsInQuotation('Our winter catalogue is here.\nHave a look!', 'Which colour?\nHow many?')).toBeUndefined();
  });

  it('are found in time linear in the length of the quotation', () => {
    const text = 'Which colour would you like to have for it?\n'.repeat(50);
    const read = (quotation: string) => wordsInQuotation(quotation, text);
    for (const unit of [`${text}\n`, 'Which colour would you like to\n', 'a ', '<https://a', '('])
      expect(growsTooFast(read, (size) => unit.repeat(Math.ceil(size / unit.length)))).toBeUndefined();
  });
});
