import { describe, expect, it } from 'vitest';
import { saidLater } from '../../../src/text/money/order/order_later.ts';
import { readOrder } from '../../../src/text/money/order/ordered_lines.ts';
import { growsTooFast, repeated } from '../../support/linear.ts';

const read = (words: string) => readOrder(words, words.includes('$') ? 'USD' : 'CNY');
const lines = (words: string) => {
  const said = read(words);
  return 'unclear' in said ? said.instead : said.lines.map(({ title, amount }) => `${title} ${amount?.minor}`);
};

describe('a sum that lowers what the goods cost', () => {
  it.each([
    ['logo $500', 'disc $50'],
    ['logo $500', 'rebate $50'],
    ['logo $500', 'promo $50'],
    ['logo $500', 'credit 50'],
    ['logo $500', 'coupon $50'],
    ['龙井128元', '优惠券10元'],
    ['龙井128元', '红包5元'],
    ['龙井128元', '抹零8'],
    ['龙井 680元，茶具 300元', '抹零40'],
  ])('is no article, and said once they are written down: %s %s', (goods, off) => {
    expect(lines(`${goods} ${off}`)).toEqual([]);
    expect(saidLater(`${goods} ${off}`)).toEqual({ goods, later: off, is: 'discount' });
  });

  it.each(['voucher design $50', 'credit note template $50', 'gift card $50', '红包封面 50元'])(
    'is none where an article is called so: %s',
    (words) => expect(lines(words)).toEqual([`${words.replace(/\s\$?50元?$/u, '')} 5000`]),
  );
});

describe('a sum that only tells something', () => {
  it.each([
    ['logo $500', 'retail $600'],
    ['logo $500', 'msrp $600'],
    ['logo $500', 'worth $600'],
    ['logo $500', 'usually $600'],
    ['logo $500', 'budget $600'],
    ['logo $500', 'cost $200'],
    ['logo $500', 'list price 600'],
    ['龙井128元', '市价150元'],
    ['龙井128元', '团购价118元'],
    ['龙井128元', '预算500元'],
    ['龙井128元', '余额50元'],
    ['logo $500', 'stripe fee 15'],
    ['logo $500', 'overpaid 20'],
  ])('is offered as a note: %s %s', (goods, told) => {
    expect(lines(`${goods} ${told}`)).toEqual([`${goods}, note: ${told}`]);
  });

  it.each([
    'logo $500 incl. tax $44.38',
    'logo $500 tax total $544.38',
    'logo $500 paid via paypal fee $15',
    '龙井128元 小计128元',
  ])('is never an article: %s', (words) => expect(lines(words)).toEqual([]));

  it.each([
    ['合计1280 龙井 680 茶具 600', '龙井 680 茶具 600 合计1280'],
    ['合计1280元：龙井 680元、茶具 600元', '龙井 680元、茶具 600元 合计1280元'],
    ['total $500 logo', 'logo total $500'],
  ])('is what all of it comes to: %s', (words, instead) => expect(lines(words)).toEqual([instead]));

  it('is what all of it comes to behind the goods', () => {
    expect(read('logo $500 tax $44.38 grand total $544.38')).toMatchObject({ total: { minor: '54438' } });
    expect(read('logo $500 grand total $500')).toMatchObject({ lines: [{ title: 'logo' }], total: { minor: '50000' } });
  });
});

describe('several sums that came', () => {
  it.each([
    ['龙井 1280 微信500 支付宝780', '1280'],
    ['龙井 1280元 微信付500 支付宝付780', '1280'],
    ['龙井 1280，现金500，转账700', '1200'],
    ['logo $500 cash $300, paypal $200', '$500'],
    ['logo $500, paid $300 cash and $100 paypal', '$400'],
    ['龙井 1280 微信500', '500'],
    ['龙井 1280 给了500', '500'],
    ['龙井 1280 打了500', '500'],
    ['logo $500 paypal 200', '200'],
  ])('are no article, and all of them count: %s', (words, sum) => {
    expect(read(words)).toMatchObject({ lines: [{}], part: { come: true, part: { sum } } });
  });

  it.each(['龙井 1280 付了500 付了780', '微信500 支付宝780 龙井 1280', '先付500 余款下周 龙井 1280'])(
    'are asked about: %s',
    (words) => expect(lines(words)).toEqual([]),
  );

  it.each(['微信小程序 5000元', 'stripe integration $5000', 'cash box $5000'])('are none in a name: %s', (words) => {
    expect(lines(words)).toEqual([`${words.replace(/\s\$?5000元?$/u, '')} 500000`]);
  });
});

describe('such words', () => {
  it.each(['微信5 ', ' retail $6', '抹零4 ', 'cash $3, ', ' total 5'])(
    'take no longer than the text is long: %s',
    (piece) => {
      expect(growsTooFast(read, repeated(piece))).toBeUndefined();
    },
  );
});
