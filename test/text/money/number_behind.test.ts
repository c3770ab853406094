import { describe, expect, it } from 'vitest';
import { readOrder } from '../../../src/text/money/order/ordered_lines.ts';

const lines = (words: string, currency = words.includes('$') ? 'USD' : 'CNY') => {
  const read = readOrder(words, currency);
  return 'unclear' in read
    ? read.instead
    : read.lines.map(({ quantity, title, amount }) => `${quantity} × ${title} ${amount?.minor}`);
};

describe('a number behind what an order costs', () => {
  it.each([
    ['logo $500', 'PO 4512'],
    ['logo 500', 'PO 4512'],
    ['logo $500', 'PO #4512'],
    ['logo $500', 'job 2231'],
    ['logo $500', 'check 1021'],
    ['logo $500', 'invoice 1021'],
    ['logo $500', 'ref 4512'],
    ['logo $500', 'zip 02139'],
    ['logo $500', 'room 412'],
    ['logo $500', 'May 2027'],
    ['mug $15', 'size 10'],
    ['logo $500', 'deadline 12'],
    ['logo $2000', 'net 30'],
    ['龙井 128', '积分 100'],
    ['龙井 128', '门牌 301'],
    ['龙井 128', '微信 尾号1234'],
    ['龙井 128', '房号 1204'],
    ['龙井 128', '券10'],
  ])('is never one more price, and offered as a note: %s %s', (goods, number) => {
    for (const words of [`${goods} ${number}`, `${goods}, ${number}`])
      expect(lines(words)).toEqual([`${goods}, note: ${number}`]);
  });

  it('stays apart from what is said behind it', () => {
    expect(lines('logo $500 PO 4512 paid')).toEqual(['logo $500 paid, note: PO 4512']);
  });

  it.each([
    ['logo $500', 'for $450', 'logo $450'],
    ['龙井 128', '应付 120', '龙井 120 CNY'],
    ['龙井 128', '优惠价 120', '龙井 120 CNY'],
    ['龙井 128', '会员价 120', '龙井 120 CNY'],
    ['龙井 128', '抹零 120', '龙井 120 CNY'],
    ['龙井 128', '实收120', '龙井 120 CNY'],
  ])('may be what it comes to: %s %s', (goods, number, instead) => {
    expect(lines(`${goods} ${number}`)).toEqual([instead, `${goods}, note: ${number}`]);
  });

  it.each([
    ['room 412 $50', ['1 × room 412 5000']],
    ['2 mugs $15 each', ['2 × mugs 1500']],
    ['logo $500, cards $120', ['1 × logo 50000', '1 × cards 12000']],
  ])('is read as before where nothing in front of it says a price: %s', (words, expected) => {
    expect(lines(words)).toEqual(expected);
  });
});

describe('a bare price amid what is ordered', () => {
  it.each([
    ['logo 500 cards 120', ''],
    ['logo 500 cards 120', ' paid'],
    ['2 logos 500 3 cards 120', ''],
    ['logo 500 cards 120', ' total 620'],
  ])('is asked about: %s%s', (goods, behind) => {
    const parted = goods.replace('500 ', '500 USD, ');
    expect(lines(`${goods}${behind}`, 'USD')).toEqual([`${parted} USD${behind}`, `${goods} USD${behind}`]);
  });
});

describe('time and weight', () => {
  it.each([
    ['2 hrs consulting $150/hr', ['2 × consulting 15000']],
    ['3 hours @ $80', ['3 × hours 8000']],
    ['3 hours design at $80', ['3 × design 8000']],
    ['3 days shoot $400/day', ['3 × shoot 40000']],
    ['5 kgs coffee $20/kg', ['5 × coffee 2000']],
    ['5 kg at $20/kg', ['5 × kg 2000']],
    ['2 lbs $18/lb', ['2 × lbs 1800']],
    ['10 sqft $3/sqft', ['10 × sqft 300']],
    ['龙井两斤 一斤680', ['2 × 龙井 68000']],
    ['龙井2斤 680/斤', ['2 × 龙井 68000']],
  ])('is how many there are: %s', (words, expected) => {
    expect(lines(words)).toEqual(expected);
  });

  it.each([
    ['1.5 hours design $80/h', '1.5 hours design 120.00 USD'],
    ['1.5 hours at $80/h', '1.5 hours 120.00 USD'],
    ['design 2.5 hrs $80/hr', 'design 2.5 hrs 200.00 USD'],
    ['龙井2.5斤 680/斤', '龙井2.5斤 1700.00 CNY'],
    ['龙井一斤半 680/斤', '龙井一斤半 1020.00 CNY'],
    ['龙井半斤 680/斤', '龙井半斤 340.00 CNY'],
    ['龙井500克 680/斤', '龙井500克 680.00 CNY'],
    ['an hour and a half design $80/h', 'an hour and a half design 120.00 USD'],
    ['1 1/2 hours design $80/h', '1 1/2 hours design 120.00 USD'],
    ['90 min design $80/h', '90 min design 120.00 USD'],
  ])('is asked with what all of it costs where it is no whole number: %s', (words, instead) => {
    expect(lines(words)).toEqual([instead]);
  });

  it.each([
    'design a few hours $80/h',
    '龙井几斤 680/斤',
    '2盒龙井 680/斤',
    '1h30 design $80/h',
    '2 boxes of tea $45/lb',
  ])('is asked where nobody can say how many of what is priced there are: %s', (words) =>
    expect(lines(words)).toEqual([]),
  );

  it.each([
    ['龙井 680/斤', ['1 × 龙井 68000']],
    ['2 boxes of tea $45/box', ['2 × tea 4500']],
    ['2盒龙井 每个128', ['2 × 龙井 12800']],
    ['half-hour call $40', ['1 × half-hour call 4000']],
  ])('is no question where the price is for what is counted: %s', (words, expected) => {
    expect(lines(words)).toEqual(expected);
  });
});
