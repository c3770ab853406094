import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { english } from '../../../src/text/sentence/en/index.ts';
import { sentencesIn } from '../../../src/text/sentence/sentence.ts';
import { chinese } from '../../../src/text/sentence/zh/index.ts';

/** Everything that may stand in front of what a customer is told, in each way a rule knows. */
const FRONTS = {
  en: [
    'tell Sam ',
    'reply to Sam: ',
    'get back to Sam, ',
    'email Sam: ',
    'text Sam saying ',
    'let Sam know ',
    'tomorrow 9am tell Sam ',
    'tomorrow at 9 let Sam know ',
    'text Sam tomorrow at 9: ',
  ],
  zh: ['告诉小明', '回复小明：', '跟小明说', '给小明发消息：', '明天9点告诉小明', '明天9点跟小明说'],
};
/** Around words that are quoted. */
const QUOTED = { en: ['say “', '” to Sam'], zh: ['告诉小明“', '”'] } as const;
/** In front of words that go with a kind of words that is named. */
const KINDS = { en: ['send Sam an apology and say ', 'apologise to Sam and say '], zh: ['跟小明道个歉 '] };
const WORDS = {
  en: ['sorry', 'yes', 'we', 'start', 'try', 'it', 'not', 'orders', 'ship', 'ready', 'again', 'now', 'then', 'please'],
  zh: ['有货', '明天发', '可以', '已经寄出', '放心', '再来', '好的', '谢谢', '辛苦', '拜托了', '吧', '哈', '呢', '哦'],
};
const ENDS = {
  en: [
    '',
    '.',
    '!',
    ' thanks',
    ', thanks!',
    ' again',
    ', not now',
    ' right now',
    ' for me',
    ' asap',
    ' then',
    ' please',
    ' ta',
    '…',
  ],
  zh: ['', '。', '！', '，谢谢', '，辛苦', '，辛苦了！', '，拜托', '吧', '哈', '啊', '呢', '，谢谢您', '～'],
};

const said = (text: string): string[] =>
  sentencesIn(text)
    .filter(({ does }) => does === 'reply' || does === 'later')
    .map(({ words }) => words);

describe.each(['en', 'zh'] as const)('what a sentence asks to tell somebody, in %s', (locale) => {
  it('reaches them with every word behind the name', () => {
    const words = fc
      .tuple(
        fc.array(fc.constantFrom(...WORDS[locale]), { minLength: 1, maxLength: 6 }),
        fc.constantFrom(...ENDS[locale]),
      )
      .map(([some, end]) => some.join(locale === 'en' ? ' ' : '，') + end);
    fc.assert(
      fc.property(fc.constantFrom(...FRONTS[locale]), words, (front, typed) => {
        expect(said(front + typed)).toContain(typed.trim());
      }),
      { numRuns: 300 },
    );
  });

  it('is tried with every rule that says words to somebody', () => {
    const [open, close] = QUOTED[locale];
    const sentences = [
      ...[...FRONTS[locale], ...KINDS[locale]].map((front) => `${front}有货 we do`),
      `${open}有货 we do${close}`,
    ];
    const rules = (locale === 'en' ? english : chinese).filter(({ does }) => does === 'reply' || does === 'later');
    expect(rules.filter(({ says }) => !sentences.some((sentence) => says.test(sentence)))).toEqual([]);
  });
});

describe('words for somebody', () => {
  it.each([
    ['tell sam that is fine', 'that is fine'],
    ['tell sam that one is sold', 'that one is sold'],
    ['tell sam that we are closed', 'we are closed'],
    ['let sam know that colour is gone', 'that colour is gone'],
    ['tell sam we have "the big one"', 'we have "the big one"'],
    ['tell sam "not now"', 'not now'],
    ['告诉小明：说好的明天到', '说好的明天到'],
    ['告诉小明说有货', '有货'],
    ['告诉小明我们卖“明前茶”', '我们卖“明前茶”'],
    ['回复小明：“有货，谢谢”', '有货，谢谢'],
  ])('%s is %s', (typed, words) => expect(said(typed)).toContain(words));

  it.each([
    ['remind me to try again', 'try again'],
    ['remind me to call Sam back now', 'call Sam back now'],
    ['remind me to call Sam please', 'call Sam'],
    ['提醒我明天去酒吧', '明天去酒吧'],
    ['提醒我明天寄样，谢谢', '明天寄样'],
    ['明天寄样提醒我哈', '明天寄样'],
  ])('to be kept lose only what is courtesy to us: %s', (typed, words) =>
    expect(sentencesIn(typed).map((one) => one.words)).toContain(words),
  );
});
