import { describe, expect, it } from 'vitest';
import { kindOfWords, saidToThem } from '../../../src/text/person/whom/said_to_them.ts';
import { growsTooFast, repeated } from '../../support/linear.ts';

describe('what somebody is to be told', () => {
  it.each([
    ['her logo will be ready friday', 'Your logo will be ready Friday'],
    ['he still owes us 40', 'You still owe us 40'],
    ["she's all set", "You're all set"],
    ["his parcel hasn't arrived because he wasn't in", "Your parcel hasn't arrived because you weren't in"],
    ["i'll call him tomorrow at 9", "I'll call you tomorrow at 9"],
    ['the blue one is hers', 'The blue one is yours'],
    ['their order is ready', 'Your order is ready'],
    ["that Tom's pot is ready", "Tom's pot is ready"],
    ['that the kiln broke', 'The kiln broke'],
    ['tomorrow that her mugs are ready', 'Your mugs are ready'],
    ['to come tomorrow', 'Please come tomorrow'],
    ['not to bring her receipt', "Please don't bring your receipt"],
    ['she can pick up her mugs from Tom', 'You can pick up your mugs from Tom'],
    ['她的铁观音明天到', '您的铁观音明天到'],
    ['我们会给他重新寄一罐', '我们会给您重新寄一罐'],
  ])('%s is said to them as: %s', (words, said) => expect(saidToThem(words)).toBe(said));

  it.each([
    'the files are ready, they are large',
    'the courier says he is late',
    'her husband can collect it',
    'she will call him',
    'Olu has her files',
    'she can ask Tom for his key',
    'that pot is lovely',
    'that one',
    'to whom it may concern',
    'to the shop at 9',
    'your order is ready, he said',
    '快递员说他联系不上',
    '他们家的货到了',
    '其他颜色也有货',
    '您的茶到了，她',
  ])('%s stays, as it may speak of somebody else', (words) => expect(saidToThem(words)).toBeUndefined());

  it.each([
    ['an apology and say new file coming tonight', 'sorry', 'new file coming tonight'],
    ['birthday wishes', 'birthday', ''],
    ['a message saying hi there', 'words', 'hi there'],
    ['道个歉 给她重新寄一罐', 'sorry', '给她重新寄一罐'],
    ['个祝福', 'wishes', ''],
    ['个生日祝福', 'birthday', ''],
  ])('%s names words instead of being them', (words, kind, rest) => expect(kindOfWords(words)).toEqual({ kind, rest }));

  it.each(['thanks', 'thanks for the order', 'sorry', 'the files tomorrow', '对不起，明天补发', '感谢您的支持'])(
    '%s is a text',
    (words) => expect(kindOfWords(words)).toBeUndefined(),
  );

  it.each(['her ', 'she ', '她', '一个祝福 ', 'an apology and say '])('is read in linear time: %s', (piece) =>
    expect(growsTooFast((text) => [saidToThem(text), kindOfWords(text)], repeated(piece))).toBeUndefined(),
  );
});
