import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { english } from '../../../src/text/sentence/en/index.ts';
import { saidThrough } from '../../../src/text/sentence/front/said_through.ts';
import { waitingWords } from '../../../src/text/sentence/front/stays.ts';
import { isSelfTold } from '../../../src/text/sentence/self_told.ts';
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
  zh: ['告诉小明', '回复小明：', '跟小明说', '给小明发消息：', '发邮件给小明:', '明天9点告诉小明', '明天9点跟小明说'],
};
/** Around words that are quoted. */
const QUOTED = { en: ['say “', '” to Sam'], zh: ['告诉小明“', '”'] } as const;
/** In front of words that go with a kind of words that is named. */
const KINDS = { en: ['send Sam an apology and say ', 'apologise to Sam and say '], zh: ['跟小明道个歉 '] };
/** Of these the words are said otherwise to whoever gets them. */
const TURNED = {
  en: ['ask Sam if she wants it', "Sam's cup is ready, let her know"],
  zh: ['问下小明要不要大份', '小明的货到了通知他'],
};
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
      ...TURNED[locale],
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

describe('the front of words under a card', () => {
  it.each<[string, string | undefined, string | undefined]>([
    // what is typed, what waits of it, what we are to say of it
    ['(do not send) maybe 20% off?', 'maybe 20% off?', undefined],
    ['don’t send this yet: 20 EUR', '20 EUR', undefined],
    ["wait, don't send: 20", '20', undefined],
    ['DO NOT SEND 20 EUR', '20 EUR', undefined],
    ['not yet: 20 EUR', '20 EUR', undefined],
    ['hold until friday: 20 EUR', '20 EUR', undefined],
    ['to be sent tomorrow: it is ready', 'it is ready', undefined],
    ['[draft] 20 EUR', '20 EUR', undefined],
    ['only a draft: 20 EUR', '20 EUR', undefined],
    ["20 EUR (don't send yet)", '20 EUR', undefined],
    ["20 EUR - don't send yet", '20 EUR', undefined],
    ['（先别发）打八折？', '打八折？', undefined],
    ['先不要发，20元', '20元', undefined],
    ['先存着：20元', '20元', undefined],
    ['等我确认了再发：20元', '20元', undefined],
    ['20元（别发）', '20元', undefined],
    ['Not yet, it will be ready on Friday', undefined, undefined],
    ["Please don't send it yet: we come to you on Friday", undefined, undefined],
    ["Don't send it back, we collect it", undefined, undefined],
    ["Don't send money yet, wait for the invoice", undefined, undefined],
    ["Hold on, I'll check the shelf", undefined, undefined],
    ['Please wait: the courier comes at 5', undefined, undefined],
    ['Wait for the courier: he comes at 5', undefined, undefined],
    ['Not sent yet, it goes on Friday', undefined, undefined],
    ['To be sent on Friday, I think', undefined, undefined],
    ['25 EUR. Do not send.', '25 EUR', undefined],
    ['Your order (2 mugs): 30 EUR', undefined, undefined],
    ['Open 9:30 to 5:30', undefined, undefined],
    ['先别付款，等我改价', undefined, undefined],
    ['明天寄（不发顺丰）', undefined, undefined],
    ['别急：明天就发', undefined, undefined],
    ['wait, 20 EUR', '20 EUR', undefined],
    ['等等，20元', '20元', undefined],
    ['wait: 20 EUR', '20 EUR', undefined],
    ['20 EUR (draft)', '20 EUR', undefined],
    ['20 EUR — draft', '20 EUR', undefined],
    ['20 EUR draft', '20 EUR', undefined],
    ['20元 草稿', '20元', undefined],
    ['20元（草稿）', '20元', undefined],
    ['TBD: 20 EUR', '20 EUR', undefined],
    ['no send: 20', '20', undefined],
    ['sending later: 20 EUR', '20 EUR', undefined],
    ['park this: 20 EUR', '20 EUR', undefined],
    ['这个先放着：20元', '20元', undefined],
    ['缓一缓再发：20元', '20元', undefined],
    ['留着以后发：20元', '20元', undefined],
    ['Do not send it back, please keep it.', undefined, undefined],
    ['Not yet: the glaze is still wet.', undefined, undefined],
    ['Wait: which colour?', undefined, undefined],
    ['等等：要哪个颜色？', undefined, undefined],
    ['Wait, 20 mugs or 30?', undefined, undefined],
    ['Here is the contract (draft)', undefined, undefined],
    ['I will send you a draft', undefined, undefined],
    ['附件是合同（草稿）', undefined, undefined],
    ["yes don't send", 'yes', undefined],
    ['yes do not send', 'yes', undefined],
    ['yes not yet', 'yes', undefined],
    ['yes wait', 'yes', undefined],
    ['yes - not yet', 'yes', undefined],
    ['yes, hold this for now', 'yes', undefined],
    ['it opens at 9, hold off sending', 'it opens at 9', undefined],
    ['it is in stock, never mind', 'it is in stock', undefined],
    ['yes, ignore this', 'yes', undefined],
    ['yes (wait until 5)', 'yes', undefined],
    ['yes, send at 5', 'yes', undefined],
    ['yes. send tomorrow', 'yes', undefined],
    ['yes, but send it tomorrow morning', 'yes', undefined],
    ['有货 别发', '有货', undefined],
    ['明天到 先别发', '明天到', undefined],
    ['有货 先不发', '有货', undefined],
    ['可以 不要发送', '可以', undefined],
    ['有货 不发', '有货', undefined],
    ['有货 算了不发了', '有货', undefined],
    ['有货，算了', '有货', undefined],
    ['有货 取消', '有货', undefined],
    ['no, not yet', undefined, undefined],
    ['no not yet', undefined, undefined],
    ['yes, cancel it', undefined, undefined],
    ['ok, send it tomorrow', undefined, undefined],
    ['yes, we do not send', undefined, undefined],
    ['plants we do not send', undefined, undefined],
    ['yes, send it back tomorrow', undefined, undefined],
    ['yes, we can hold this for you', undefined, undefined],
    ['yes, ignore it', undefined, undefined],
    ['香水 不能寄', undefined, undefined],
    ['新疆 不发', undefined, undefined],
    ['春节 暂时不发', undefined, undefined],
    ['可以 取消', undefined, undefined],
    ['好的，算了', undefined, undefined],
    ['20元 算了', undefined, undefined],
    ['有货，明天发', undefined, undefined],
    ['有货 不能寄', undefined, undefined],
    ['在的，稍等', undefined, undefined],
    ["yes, don't send it back yet", undefined, undefined],
    ['yes, send it after you get the email', undefined, undefined],
    ['在的，等一下', undefined, undefined],
    ['yes, hold on', undefined, undefined],
    ['yes, going out tomorrow', undefined, undefined],
    ['yes, send it on WhatsApp', undefined, undefined],
    ['yes, send it in an email', undefined, undefined],
    ['reply: yes, two left', undefined, 'yes, two left'],
    ['message: yes', undefined, 'yes'],
    ['write back yes', undefined, 'yes'],
    ['rephrase: it is ready', undefined, 'it is ready'],
    ['make it a bit friendlier: no', undefined, 'no'],
    ['auf Deutsch: it is ready', undefined, 'it is ready'],
    ['说客气点：好了', undefined, '好了'],
    ['润色一下：好了', undefined, '好了'],
    ['write back when it arrives', undefined, undefined],
    ['The message: it is ready', undefined, undefined],
    ['say yes to her', undefined, 'yes'],
    ['answer her: it is in the post', undefined, 'it is in the post'],
    ['please translate to German: it is ready', undefined, 'it is ready'],
    ['in Spanish: it is ready', undefined, 'it is ready'],
    ['more politely: no', undefined, 'no'],
    ['用英文回：好了', undefined, '好了'],
    ['翻译成德语：好了', undefined, '好了'],
    ['回复他：有两个', undefined, '有两个'],
    ['Thanks for your reply: it is in the post', undefined, undefined],
    ['In English we say mug', undefined, undefined],
    ['Text: Happy Birthday Anna', undefined, undefined],
    ['回复晚了，抱歉', undefined, undefined],
    ['中文说明：在盒子里', undefined, undefined],
    ['说明书：在盒子里', undefined, undefined],
  ])('%s', (text, waits, says) => expect([waitingWords(text), saidThrough(text)]).toEqual([waits, says]));
});

describe('a deed that is ours alone, under a card', () => {
  it.each([
    ...['refund', 'refund half', 'Refund the deposit', 'send the invoice', 'mark as paid', 'say no politely'],
    ...['退一半', '退50', '开发票', '标为已付款', '客气地拒绝'],
  ])('is told to nobody: %s', (typed) => expect(isSelfTold(typed)).toBe(true));

  it.each([
    ...['Refund?', 'Refund is on its way', 'please send the invoice', 'send the invoice to my office', 'Refund sent'],
    ...['退款了', '已退款', '发票发您了', '要开发票吗？', '可以退一半'],
  ])('is an answer: %s', (typed) => expect(isSelfTold(typed)).toBe(false));
});
