import { describe, expect, it } from 'vitest';
import { readOrder } from '../../../src/text/money/order/ordered_lines.ts';
import { growsTooFast, repeated } from '../../support/linear.ts';

const read = (words: string, currency = 'CNY') => readOrder(words, currency);
const lines = (words: string, currency = 'CNY') => {
  const said = read(words, currency);
  return 'unclear' in said
    ? said.instead
    : said.lines.map((one) => `${one.quantity} ${one.title} ${one.amount?.minor}`);
};

describe('the number of a parcel', () => {
  it.each([
    ['普洱 200 已付 SF1234567890123', '', 'SF1234567890123'],
    ['普洱 200 YTO1234567890123', '', 'YTO1234567890123'],
    ['普洱 200 YT1234567890123', '', 'YT1234567890123'],
    ['tea ¥30 sent SF1234567890123', '', 'SF1234567890123'],
    ['tea ¥30 paid LX123456789CN', '', 'LX123456789CN'],
    ['tea ¥30 9400111899223197428490', '', '9400111899223197428490'],
    ['普洱 200 顺丰SF1234567890123', '顺丰', 'SF1234567890123'],
    ['tea ¥30 SF Express SF1234567890', 'SF Express', 'SF1234567890'],
    ['tea ¥30 EMS 1234567890123', 'EMS', '1234567890123'],
  ])('keeps the letters of its carrier: %s', (words, carrier, number) => {
    expect(read(words)).toMatchObject({ lines: [{ quantity: 1 }], parcel: { carrier, number } });
  });
});

describe('a price and how many', () => {
  it.each([
    ['龙井 98元*3 已付', '3 龙井 9800'],
    ['龙井 98块 x 3', '3 龙井 9800'],
    ['龙井 3*98', '3 龙井 9800'],
    ['龙井 98*3元', '98 龙井 300'],
    ['mug $15 x 2', '2 mug 1500'],
  ])('%s', (words, line) => expect(lines(words)).toEqual([line]));

  it.each([
    ['龙井 128*3', ['3 龙井 12800', '128 龙井 300']],
    ['mug 30 x 4', ['4 mug 3000', '30 mug 400']],
  ])('are asked where nobody says which is which: %s', (words, ways) => {
    const instead = lines(words);
    expect(instead).toHaveLength(2);
    expect(instead.flatMap((way) => lines(way))).toEqual(ways);
  });
});

describe('an x', () => {
  it.each([
    ['candle $30 wax 12.50', ['1 candle 3000', '1 wax 1250']],
    ['logo $500 sales tax 44.38', ['1 logo 50000', '1 sales tax 4438']],
    ['ux 1200.50', ['1 ux 120050']],
    ['website ux 900', ['1 website ux 90000']],
    ['matrix 3 $30', ['1 matrix 3 3000']],
    ['fix 2 bugs $200', ['1 fix 2 bugs 20000']],
    ['12 xmas cards $30', ['12 xmas cards 3000']],
    ['3xl hoodie $40', ['1 3xl hoodie 4000']],
    ['gift box 12.50', ['gift box 12.50 USD']],
  ])('is a letter within a word: %s', (words, said) => expect(lines(words, 'USD')).toEqual(said));

  it.each([
    ['gift box x2 $25', ['2 gift box 2500']],
    ['mugx3 45.50', ['3 mug 4550']],
    ['mug x 3 @ 15', ['3 mug 1500']],
    ['mug * 3 @ $15', ['3 mug 1500']],
    ['2xtea $30', ['2 tea 3000']],
    ['logo 15 USDx2', ['2 logo 1500']],
    ['小罐茶 4g×20罐 300元', ['20 小罐茶 4g 30000']],
  ])('says how many beside it: %s', (words, said) => expect(lines(words, 'USD')).toEqual(said));

  it('is asked about where it may be either', () => {
    expect(lines('teax2 $30 each')).toEqual(['tea x2 $30 each', '"teax2" $30 each']);
    expect(lines('teax2 $30 each').flatMap((way) => lines(way))).toEqual(['2 tea 3000', '1 teax2 3000']);
  });
});

describe('a small figure amid the words', () => {
  it.each([
    ['mug 15 pot 20', ['1 mug 1500', '1 pot 2000'], ['1 mug 15 pot 2000']],
    ['1 logo 500 2 cards 60 each', ['1 logo 50000', '2 cards 6000'], undefined],
  ])('may be what the first costs: %s', (words, parted, whole) => {
    const [first, second] = lines(words, 'USD');
    expect(lines(first!, 'USD')).toEqual(parted);
    if (whole) expect(lines(second!, 'USD')).toEqual(whole);
  });
});

describe('圆', () => {
  it('is no currency of a carrier', () => {
    expect(read('龙井128元 圆通 YT1234567890123')).toMatchObject({ parcel: { carrier: '圆通' } });
    expect(lines('龙井128 圆通 YT1234567890123、YT1234567890124').join()).not.toMatch(/圆[，, ]*note|note: 通/u);
  });
});

describe('a day in front', () => {
  it.each(['昨天的 龙井 680', '补记昨天 龙井 680', '补昨天的 龙井 680'])('is none of the name: %s', (words) => {
    expect(read(words)).toMatchObject({ lines: [{ title: '龙井' }], day: { day: { is: 'ago', days: 1 } } });
  });
});

describe('how many and a price that stand apart', () => {
  it.each([
    ['白茶 357克×1 880', '1 白茶 357克 88000'],
    ['龙井 250克×2 320元', '2 龙井 250克 32000'],
    ['龙井 50克*5 400元 已付', '5 龙井 50克 40000'],
    ['白茶 100克 x 3 450', '3 白茶 100克 45000'],
    ['龙井 2罐×2 320', '2 龙井 2罐 32000'],
    ['七子饼 357克 880', '1 七子饼 357克 88000'],
    ['龙井 250克 320元', '1 龙井 250克 32000'],
  ])('are no one figure, and a weight is not how many: %s', (words, line) => expect(lines(words)).toEqual([line]));

  it.each(['mug 2x1 200', '龙井x2256元'])('are not guessed: %s', (words) => expect(lines(words)).toEqual([]));
});

describe('what several articles come to', () => {
  it.each([
    ['logo $500, cards $120 total $620', ['1 logo 50000', '1 cards 12000'], '62000'],
    ['logo $500, cards $120 in all $600, paid', ['1 logo 50000', '1 cards 12000'], '60000'],
    ['龙井 128元，白茶 98元 共 300', ['1 龙井 12800', '1 白茶 9800'], '30000'],
    ['龙井2盒256 碧螺春1盒98 共354', ['2 龙井 25600', '1 碧螺春 9800'], '35400'],
    ['龙井 128元 白茶 98元 一共 226', ['1 龙井 12800', '1 白茶 9800'], '22600'],
  ])('is no price of the last one: %s', (words, each, minor) => {
    expect([lines(words), read(words)]).toMatchObject([each, { total: { minor } }]);
  });

  it('is the price of the only one', () => expect(lines('2x tea total $30')).toEqual(['2 tea 3000']));
});

describe('what is offered instead', () => {
  it('are both of two articles in one line', () => {
    expect(lines('logo $500 cards $120')).toEqual(['1 logo 50000', '1 cards 12000']);
    expect(lines('龙井128 白茶98').flatMap((way) => lines(way))).toEqual(['1 龙井 12800', '1 白茶 9800']);
  });

  it.each(['欠28', '付一半 64'])('is nothing that is not read: %s', (words) => {
    expect(read(words)).toMatchObject({ instead: [] });
  });

  it.each([
    ['龙井 100 含税13', { lines: [{ title: '龙井', amount: { minor: '10000' } }], note: '含税13' }],
    ['龙井 1280 先付500 余款下周', { lines: [{ title: '龙井', amount: { minor: '128000' } }], part: { come: false } }],
    ['logo $1,200 paid by check 1021', { lines: [{ title: 'logo', amount: { minor: '120000' } }], paid: true }],
  ])('is not needed where words stand beside the goods: %s', (words, said) => expect(read(words)).toMatchObject(said));

  it.each(['龙井128 ', '$5 a ', ' total 5', 'SF1 ', '98元*3 '])(
    'takes no longer than the text is long: %s',
    (piece) => {
      expect(growsTooFast(read, repeated(piece))).toBeUndefined();
    },
  );
});

describe('what is paid besides the goods', () => {
  it.each([
    ['mug $15 plus $8 shipping', ['1 mug 1500', '1 shipping 800']],
    ['logo $1,200 plus $96 tax', ['1 logo 120000', '1 tax 9600']],
    ['mug $15 and $5 for gift wrap, paid', ['1 mug 1500', '1 gift wrap 500']],
    ['mug $15 tax $1.20', ['1 mug 1500', '1 tax 120']],
    ['3x mug at $15', ['3 mug 1500']],
  ])('is read with its sum before its name: %s', (words, each) => expect(lines(words)).toEqual(each));

  it.each([
    ['logo $1,200 tax 8%', ['logo $1,200 + tax 8%', 'logo $1,200, incl. 8% tax']],
    ['龙井 128 税6%', ['龙井 128 + 税 6%', '龙井 128, 含税6%']],
  ])('is asked of a tax that may be in it: %s', (words, ways) => expect(lines(words)).toEqual(ways));

  it('has three decimals where its rate does', () => {
    expect(read('logo $1,200 + 8.875% sales tax paid')).toMatchObject({ tax: { percent: 8.875 }, paid: true });
  });
});

describe('what is no part of an article’s name', () => {
  it.each([
    ['logo $1,200 11/03', ['logo $1,200 on nov 3', 'logo $1,200 on mar 11', 'logo $1,200, note: 11/03']],
    ['logo $1,200 11/23/26', ['logo $1,200 on nov 23, 2026', 'logo $1,200, note: 11/23/26']],
    ['龙井 128 11/18', ['龙井 128 11月18日', '龙井 128, note: 11/18']],
    ['11.18 龙井 128', ['龙井 128 11月18日', '龙井 128, note: 11.18', '“11.18 龙井” 128']],
    ['明天 龙井 128', ['龙井 128, note: 明天', '“明天 龙井” 128']],
    ['monday mug $15', ['mug $15 past monday', 'mug $15, note: monday', '"monday mug" $15']],
    ['mug $15 on monday', ['mug $15 past monday', 'mug $15, note: on monday', 'mug on monday $15']],
    ['3/11 mug $15', ['mug $15 on mar 11', 'mug $15 on nov 3', 'mug $15, note: 3/11', '"3/11 mug" $15']],
    ['周一 龙井 128', ['龙井 128 本周一', '龙井 128 上周一', '龙井 128, note: 周一', '“周一 龙井” 128']],
    ['龙井 128 18号', ['龙井 128 本月18号', '龙井 128 上个月18号', '龙井 128, note: 18号']],
    ['20261118 龙井 128', ['龙井 128 2026年11月18日', '龙井 128, note: 20261118', '“20261118 龙井” 128']],
    ['双十一 龙井 128', ['龙井 128, note: 双十一', '“双十一 龙井” 128']],
    ['周一买了2盒龙井 256元', ['2盒龙井 256元 本周一', '2盒龙井 256元 上周一', '2盒龙井 256元, note: 周一']],
    ['logo $1,200 - she wants it blue', ['logo $1,200, note: she wants it blue', 'logo she wants it blue $1,200']],
    ['龙井 128（送人的）', ['龙井 128, note: （送人的）', '龙井 （送人的） 128']],
    ['-1 mug $15', ['return 1 mug $15']],
    ['-2x 龙井 ¥15', ['退 2x 龙井 ¥15']],
    ['龙井 128 赠茶杯1个', ['龙井 128, note: 赠茶杯1个']],
  ])('is asked: %s', (words, ways) => expect(lines(words)).toEqual(ways));

  it.each([
    ['logo $1,200 invoice sent', { unclear: expect.anything(), behind: 'invoice sent' }],
    ['logo $1,200 due nov 30', { note: 'due nov 30', lines: [{ title: 'logo' }] }],
    ['龙井 128 11月30日付', { note: '11月30日付', lines: [{ title: '龙井' }] }],
    ['龙井 128 包邮', { note: '包邮', lines: [{ title: '龙井' }] }],
    ['mug $15 free shipping', { note: 'free shipping', lines: [{ title: 'mug' }] }],
  ])('is kept as it was said: %s', (words, said) => expect(read(words)).toMatchObject(said));

  it.each(['1/2 day shoot $400', 'cable 1.5 m $9', 'Model 3/4 $20', '24/7 support $50', '1.5 hours design $80'])(
    'control: %s',
    (words) => {
      expect(lines(words).join()).not.toContain('note:');
    },
  );
});

describe('what is ordered, said loosely', () => {
  it.each([
    ['龙井3盒白茶2盒共580', ['3 龙井 undefined', '2 白茶 58000']],
    ['a mug for $15', ['1 mug 1500']],
    ['3 mugs for $45', ['3 mugs 4500']],
    ['two mugs $30', ['2 mugs 3000']],
    ['she ordered 2 mugs $30', ['2 mugs 3000']],
    ['买了2盒龙井 256元', ['2 龙井 25600']],
    ['mug $15 ea', ['1 mug 1500']],
    ['a la carte dinner $40', ['1 a la carte dinner 4000']],
    ['one-on-one $40', ['1 one-on-one 4000']],
    ['an hour $40', ['1 an hour 4000']],
  ])('is what it says: %s', (words, each) => expect(lines(words)).toEqual(each));

  it.each([
    ['龙井和白茶各2盒 452', ['龙井2盒、白茶2盒 共452']],
    ['龙井、白茶各2盒 共452', ['龙井2盒、白茶2盒 共452']],
    ['龙井白茶各2盒 共452', []],
    ['mug and bowl $15 each', ['mug 15.00 USD; bowl 15.00 USD']],
    ['logo ~$500', ['logo $500']],
    ['龙井 500左右', ['龙井 500']],
    ['logo $500 to $600', ['logo $500', 'logo $600']],
    ['logo $500-600', ['logo $500', 'logo $600']],
    ['logo $500 // call first', ['logo $500, note: call first', 'logo call first $500']],
    ['龙井 128 -送人', ['龙井 128, note: 送人', '龙井 送人 128']],
    ['龙井：128', ['龙井 128.00 CNY']],
  ])('is asked: %s', (words, ways) => expect(lines(words)).toEqual(ways));

  it.each(['a 约5 ', '$5 to ', '龙井和', '龙井2盒', '一盒各2盒 ', 'a mug for ', '周一 '])(
    'takes no longer than the text is long: %s',
    (piece) => expect(growsTooFast(read, repeated(piece))).toBeUndefined(),
  );
});

describe('a name in quotes', () => {
  it.each([
    ['"monday mug" $15', '1 monday mug 1500'],
    ['2x “明天 龙井” ¥256', '2 明天 龙井 25600'],
  ])('is a name, whatever it may say: %s', (words, line) => expect(lines(words)).toEqual([line]));
});

describe('a small figure', () => {
  it('names what it may be the price of', () => {
    expect(read('白茶 98')).toMatchObject({ priced: { title: '白茶', figure: '98' } });
    expect(read('白茶 98元')).not.toHaveProperty('priced');
  });
});
