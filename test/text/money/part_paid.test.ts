import { describe, expect, it } from 'vitest';
import { paidTurned, partSaid } from '../../../src/text/money/order/part_paid.ts';
import { growsTooFast, repeated } from '../../support/linear.ts';

describe('a part of the money, said behind the goods', () => {
  it.each([
    ['logo $1,200 half paid', 'logo $1,200', { percent: 50 }],
    ['logo $1,200, paid half', 'logo $1,200', { percent: 50 }],
    ['logo $1,200 50% deposit paid', 'logo $1,200', { percent: 50 }],
    ['logo $1,200 30% paid upfront', 'logo $1,200', { percent: 30 }],
    ['logo $1,200, paid 30% upfront', 'logo $1,200', { percent: 30 }],
    ['logo $1,200 deposit $400 paid', 'logo $1,200', { sum: '$400' }],
    ['logo $1,200, $400 deposit paid', 'logo $1,200', { sum: '$400' }],
    ['logo $1,200 paid 600', 'logo $1,200', { sum: '600' }],
    ['logo $1,200 (paid 600 by card)', 'logo $1,200', { sum: '600' }],
    ['logo $1,200, 600 paid', 'logo $1,200', { sum: '600' }],
    ['龙井 1280 付了一半', '龙井 1280', { percent: 50 }],
    ['龙井 1280元付了一半', '龙井 1280元', { percent: 50 }],
    ['2盒龙井 ¥256，一半已付', '2盒龙井 ¥256', { percent: 50 }],
    ['2盒龙井 ¥256，已付50%', '2盒龙井 ¥256', { percent: 50 }],
    ['2盒龙井 ¥256 付了三成', '2盒龙井 ¥256', { percent: 30 }],
    ['2盒龙井 ¥256 已付100', '2盒龙井 ¥256', { sum: '100' }],
    ['2盒龙井 ¥256 微信付了100元', '2盒龙井 ¥256', { sum: '100元' }],
    ['2盒龙井 ¥256，定金100已付', '2盒龙井 ¥256', { sum: '100' }],
    ['2盒龙井 ¥256，定金已付100', '2盒龙井 ¥256', { sum: '100' }],
    ['2盒龙井 ¥256，收到定金100元', '2盒龙井 ¥256', { sum: '100元' }],
  ])('has come: %s', (words, text, part) => {
    expect(partSaid(words, 'CNY')).toMatchObject({ text, part: { part, come: true } });
  });

  it.each([
    ['logo $1,200 50% deposit', { percent: 50 }],
    ['logo $1,200 30% upfront', { percent: 30 }],
    ['logo $1,200 deposit $400', { sum: '$400' }],
    ['logo $1,200 deposit paid', undefined],
    ['logo $1,200 partly paid', undefined],
    ['2盒龙井 ¥256 定金100', { sum: '100' }],
    ['2盒龙井 ¥256 先付一半', { percent: 50 }],
    ['2盒龙井 ¥256，定金已付', undefined],
    ['2盒龙井 ¥256 付了部分', undefined],
  ])('leaves open how much has come: %s', (words, part) => {
    const said = partSaid(words, 'CNY');
    expect([said?.part.come, said?.part.part]).toEqual([false, part]);
  });

  it.each([
    'logo $1,200 paid',
    'iPhone 15 $600 paid',
    '2x tea $30, 1x cup $12 paid',
    '2盒龙井 256 paid',
    '2盒龙井 已付256',
    '2盒龙井 256 微信付的',
    '2盒龙井 256 没付',
    'half zip ¥80',
  ])('is none: %s', (words) => {
    expect(partSaid(words, 'CNY')).toBeUndefined();
  });

  it.each(
    [
      ['2斤龙井 已付950', '2斤龙井 950 已付'],
      ['2x龙井 已付 950', '2x龙井 950 已付'],
      ['2斤龙井，微信付了950元 备注：送礼', '2斤龙井 950元 已付 备注：送礼'],
      ['已付950 2斤龙井', '2斤龙井 950 已付'],
      ['2 mugs, paid $40 by card', '2 mugs $40 paid by card'],
      ['2 mugs and paid 40', '2 mugs 40 paid'],
      ['paid 40 for 2 mugs', '2 mugs 40 paid'],
      // another part of it is spoken of, it has not come, or the price is said
      ...[
        '2斤龙井 先付了500',
        '2斤龙井 已付定金500',
        '2斤龙井 没付950',
        '2斤龙井 已付500 还欠450',
        '2斤龙井 950 已付500',
      ],
      ...['2 mugs, not paid 40', '2 mugs paid 40 of 80', '2 mugs, paid 40 deposit', 'logo 900, paid 400', 'unpaid 40'],
    ].map((one) => (typeof one === 'string' ? [one, one] : one)),
  )('is all of it where no price is said: %s', (words, turned) => {
    expect(paidTurned(words!, 'CNY')).toBe(turned);
  });

  it.each(['half paid', '付了一半', '50% ', '定金1', ' paid 1', ','])(
    'takes no longer than the text is long: %s',
    (piece) => {
      expect(growsTooFast((text) => partSaid(text, 'CNY'), repeated(piece))).toBeUndefined();
    },
  );
});
