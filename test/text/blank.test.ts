import { describe, expect, it } from 'vitest';
import { blankIn } from '../../src/text/blank.ts';
import { growsTooFast, repeated } from '../support/linear.ts';

describe('a text that leaves something to be filled in', () => {
  it.each([
    ['Dear NAME, it is on its way', 'NAME'],
    ['Hi FIRST NAME, thanks for the order', 'FIRST NAME'],
    ['Hello FIRSTNAME!', 'FIRSTNAME'],
    ['Dear CUSTOMER_NAME, your parcel left', 'CUSTOMER_NAME'],
    ['Dear name, it left', 'Dear name'],
    ['Hi customer name,\nit left', 'Hi customer name'],
    ['Dear undefined, it left', 'Dear undefined'],
    ['Hi null, it left', 'Hi null'],
    ['Dear , it left', 'Dear ,'],
    ['Dear ..., it left', 'Dear ...'],
    ['Dear {}, it left', 'Dear {}'],
    ['Dear Mr XX, it left', 'Mr XX'],
    ['Dear Mr. X, it left', 'Mr. X'],
    ['Dear XX, it left', 'Dear XX'],
    ['Dear ____, it left', '____'],
    ['It costs ____ EUR', '____'],
    ['We come on __ at __', '__'],
    ['That makes €XX in all', '€XX'],
    ['That makes $XX.XX', '$XX.XX'],
    ['It takes XX days', 'XX days'],
    ['We deliver on XX.XX.2026', 'XX.XX.2026'],
    ['We meet at XX:XX', 'XX:XX'],
    ['We deliver on XX', 'XX'],
    ['Your order XXXXX left', 'XXXXX'],
    ['Your order number XXX left', 'number XXX'],
    ['The parcel comes on DATE at TIME', 'DATE'],
    ['Track it at LINK', 'LINK'],
    ['Your ORDER NUMBER has left', 'ORDER NUMBER'],
    ['Hello [Customer], it left', '[Customer]'],
    ['It comes [insert date]', '[insert date]'],
    ['It is at [] for you', '[]'],
    ['Sehr geehrte Frau «Nachname», danke', '«Nachname»'],
    ['Dear %s, it left', '%s'],
    ['It left today. TODO tracking', 'TODO'],
    ['尊敬的XX先生，您的货已发出', 'XX'],
    ['XX女士您好', 'XX女士'],
    ['X先生，您好', 'X先生'],
    ['某某您好，货已发出', '某某'],
    ['某先生，您好', '某先生'],
    ['尊敬的：您的货已发出', '尊敬的：'],
    ['您好，您的订单XXXX已发出', 'XXXX'],
    ['快递单号：XXXXXXXX', 'XXXXXXXX'],
    ['共XX元', 'XX'],
    ['请在xx月xx日前付款', 'xx'],
    ['您好【】，货已发出', '【】'],
    ['您好【客户】，货已发出', '【客户】'],
    ['单号是____，请查收', '____'],
    ['请到（）自提', '（）'],
    ['地址：【此处填写地址】', '【此处填写地址】'],
    ['**先生，您好', '**先生'],
    ['您的 ××× 已到', '×××'],
  ])('%s', (text, blank) => expect(blankIn(text)).toContain(blank));

  it('is read to its end', () => {
    const long = 'It is on its way to you, and all is well. '.repeat(300);
    expect(blankIn(`${long}It comes [insert date]`)).toBe('[insert date]');
    expect(blankIn(`${long}It comes on DATE`)).toBe('DATE');
    expect(blankIn(`${long}您的订单XXXX已发出`)).toBe('XXXX');
  });

  it('is found beside a size, and far from where sizes are spoken of', () => {
    expect(blankIn('We have the shirt in size XXL.\nIt comes on XX.XX.2026')).toBe('XX.XX.2026');
    expect(blankIn(`Your size XX is here.\nDear NAME`)).toContain('NAME');
    expect(blankIn(`It fits.\n${'It is on its way to you. '.repeat(20)}We deliver on XX`)).toContain('XX');
  });
});

describe('a text that is whole', () => {
  it.each([
    'The XXL is sold out',
    'Do you want XL or XXL?',
    'We have it in size XX and XXX',
    'Thanks a lot, Anna xx',
    'See you soon xxx',
    'xx',
    'It is from the XX century',
    'Chapter XX is on XXI pages',
    'Your card ending in XXXX-1234 was charged',
    'Card XXXX XXXX XXXX 4242 was charged',
    'Please send me your name and address',
    'What is your full name?',
    'Dear customer, the shop is closed today',
    'Dear Name-Day child, congratulations',
    'NAME: Anna Berg',
    'PLEASE SEND YOUR NAME AND ADDRESS',
    'The DATE is fixed, do not worry',
    'See [1] and [2] below',
    '[sold out] until Monday',
    'Here it is: [photo](https://shop.example/a)',
    '- [ ] milk\n- [x] bread',
    'snake_case and __init__ are names',
    'See https://shop.example/a__b/__c',
    'Haha >__< sorry',
    '^__^ thanks',
    'Part one\n______________\nPart two',
    'a < b and c > d',
    'Anna <> Ben: intro',
    'Call me (any time)',
    'Well... it left today',
    '100% wool, 5 % off',
    'He said “…” and left',
    '我推荐《红楼梦》',
    '尺码 XXL 有货',
    'XXL码还有两件',
    '【龙井】今天到货',
    '（含税）共 30 元',
    '二〇〇八年的茶',
    '评分 ●●●○○',
    '尊敬的客户，今天打烊',
    '亲爱的王先生，您好',
    '请把姓名和电话发给我',
    '您好！已发货。',
    '3×5 米的两块',
    '10x20 cm 的纸',
    '某些款式没货了',
  ])('%s', (text) => expect(blankIn(text)).toBeUndefined());

  it.each([
    '_',
    'X',
    'X ',
    'FIRST ',
    'dear first ',
    'XX size ',
    '某 ',
    '[',
    '【',
    'dear ',
    'Dear (',
    'xx.',
    '单号：',
    'NAME ',
    '... ',
    '_ ',
    '（ ',
  ])('is read in a time that grows with its length alone: %s', (piece) =>
    expect(growsTooFast(blankIn, repeated(piece))).toBeUndefined(),
  );
});
