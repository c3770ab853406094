import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coinsInFigures } from '../../../src/text/money/order/known/coins.ts';
import { shareBack, someBack } from '../../../src/text/money/order/known/share_back.ts';
import { soMany, soManyInAll, soManyMore } from '../../../src/text/money/order/known/so_many.ts';
import { storeCredit } from '../../../src/text/money/order/known/store_credit.ts';
import { readOrder } from '../../../src/text/money/order/ordered_lines.ts';
import { growsTooFast, repeated } from '../../support/linear.ts';

const shown = (words: string) => {
  const read = readOrder(words, 'CNY');
  if ('unclear' in read) return 'unclear';
  return read.lines.map(({ quantity, unit, title, amount, each }) =>
    [quantity, unit, title, amount && `${amount.minor} ${amount.currency}`, each && 'each'].filter(Boolean).join(' '),
  );
};

describe('small coins and sums in characters', () => {
  it.each([
    ['2盒龙井，256，已付', '2盒龙井256元，已付'],
    ['付了一百块', '付了100元'],
    ['付了100块5毛', '付了100.50元'],
    ['还差一百', '还差100元'],
    ['收50分', '收0.50元'],
    ['贴纸 5毛一张', '贴纸 0.50元一张'],
    ['两毛五', '0.25元'],
    ['付1角', '付0.10元'],
    ...['拼图一百块', '一百块拼图 30', '会议30分', '备注：一百块', '三分钟热度', '退一盒龙井', '龙井 256'].map(
      (one) => [one, one],
    ),
  ])('are figures where money is meant: %s', (typed, read) => expect(coinsInFigures(typed!, 'CNY')).toBe(read));

  it.each([
    ['refund 99 cents', 'refund 0.99 USD'],
    ['5 stickers 50¢ each', '5 stickers 0.50 USD each'],
    ['3 tea at 12 each, paid cash', '3x tea 12 USD each, paid cash'],
    ['mugs at 15 apiece', 'mugs 15 USD apiece'],
    ...['50 cent coin', 'note: 5 cents', 'sent at 12', '2 mugs for 30', 'paid 99'].map((one) => [one, one]),
  ])('are figures with their currency: %s', (typed, read) => expect(coinsInFigures(typed!, 'USD')).toBe(read));

  it('stay as they are in money without such coins, and in other money (control)', () => {
    expect(coinsInFigures('refund 99 cents', 'JPY')).toBe('refund 99 cents');
    expect(coinsInFigures('付了一百块', 'USD')).toBe('付了一百块');
  });

  it.each(['5毛', '付了一百块', '99 cents ', '3 tea at 12 each, ', 'a '])(
    'take time in proportion to the words: %s',
    (piece) => {
      for (const currency of ['CNY', 'USD'])
        expect(growsTooFast((text) => coinsInFigures(text, currency), repeated(piece))).toBeUndefined();
      for (const read of [soMany, soManyMore, soManyInAll, shareBack, someBack, storeCredit])
        expect(growsTooFast(read, repeated(piece))).toBeUndefined();
    },
  );
});

describe('what was ordered', () => {
  it.each([
    ['2x龙井 ¥256', ['2 龙井 25600 CNY']],
    ['龙井x2 256元', ['2 龙井 25600 CNY']],
    ['龙井 2x128', ['2 龙井 12800 CNY each']],
    ['2 龙井 256', ['2 龙井 25600 CNY']],
    ['2盒龙井 每盒128', ['2 盒 龙井 12800 CNY each']],
    ['龙井2盒 ¥256', ['2 盒 龙井 25600 CNY']],
    ['2x tea $12 each, 1x cup $5', ['2 tea 1200 USD each', '1 cup 500 USD']],
    ['2x龙井+1x碧螺春 共355元', ['2 龙井', '1 碧螺春 35500 CNY']],
    ['website ¥3,000', ['1 website 300000 CNY']],
    ['tea, green ¥30', ['1 tea, green 3000 CNY']],
    ['posters 50 @ 5 each', ['50 posters 500 CNY each']],
    ['posters 50 5 CNY each', ['50 posters 500 CNY each']],
    ['50 posters @ 5', ['50 posters 500 CNY each']],
    ['iPhone 15 ¥5000', ['1 iPhone 15 500000 CNY']],
    ['3 month plan $300', ['1 3 month plan 30000 USD']],
    ['3x4 frame ¥30', ['1 3x4 frame 3000 CNY']],
    ['cup KWD 1.250', ['1 cup 1250 KWD']],
    ['3x tea JPY 3000', ['3 tea 3000 JPY']],
    ['帽子 80 块', ['1 帽子 8000 CNY']],
    ['碧螺春', ['1 碧螺春']],
    ['龙井*3 碧螺春*1 ¥500', ['3 龙井', '1 碧螺春 50000 CNY']],
    ['龙井*3 ¥300 碧螺春*1 ¥200', ['3 龙井 30000 CNY', '1 碧螺春 20000 CNY']],
    ['2x tea 1x cup $30', ['2 tea', '1 cup 3000 USD']],
    ['2盒龙井 1盒碧螺春 ¥500', ['2 盒 龙井', '1 盒 碧螺春 50000 CNY']],
    ['两盒大红袍 一百二', ['2 盒 大红袍 12000 CNY']],
    ['3饼熟普 540', ['3 饼 熟普 54000 CNY']],
    ['三饼熟普 540', ['3 饼 熟普 54000 CNY']],
    ['熟普两饼 360', ['2 饼 熟普 36000 CNY']],
    ['2提普洱 300', ['2 提 普洱 30000 CNY']],
    ['2砖老茶头 300', ['2 砖 老茶头 30000 CNY']],
    ['3沱普洱 90', ['3 沱 普洱 9000 CNY']],
    ['2桶白茶 600', ['2 桶 白茶 60000 CNY']],
    ['5两碧螺春 200', ['5 两 碧螺春 20000 CNY']],
    ['2扎百合 60', ['2 扎 百合 6000 CNY']],
    ['2打啤酒 120', ['2 打 啤酒 12000 CNY']],
    ['3筒羽毛球 150', ['3 筒 羽毛球 15000 CNY']],
    ['1斤半龙井 480', ['1 1.5斤龙井 48000 CNY']],
    ['龙井两斤半 900', ['1 龙井2.5斤 90000 CNY']],
    ['10 mugs ¥80 in total', ['10 mugs 8000 CNY']],
    // words of their own (control)
    ['饼干 30元', ['1 饼干 3000 CNY']],
    ['2盒打印纸 40', ['2 盒 打印纸 4000 CNY']],
    ['3盒提拉米苏 60', ['3 盒 提拉米苏 6000 CNY']],
    ['3饼干 30元', ['1 3饼干 3000 CNY']],
    ['2打印纸 40元', ['1 2打印纸 4000 CNY']],
    ['大红袍两盒 一百二', ['2 盒 大红袍 12000 CNY']],
    ['三件套 ¥300', ['1 三件套 30000 CNY']],
    ['4件套 ¥300', ['1 4件套 30000 CNY']],
    ['三只松鼠 ¥30', ['1 三只松鼠 3000 CNY']],
    ['3 mugs $45', ['3 mugs 4500 USD']],
    ['3 wooden mugs $45', ['3 wooden mugs 4500 USD']],
    ['2 boxes of tea $45', ['2 boxes tea 4500 USD']],
    ['6 months hosting $90', ['1 6 months hosting 9000 USD']],
    ['6 months $90', ['1 6 months 9000 USD']],
    ['2 day workshop $90', ['1 2 day workshop 9000 USD']],
    ['2x tea 30', ['2 tea 3000 CNY']],
    ['3 posters @ 40 each', ['3 posters 4000 CNY each']],
    ['2 mugs 15 each + shipping 8', ['2 mugs 1500 CNY each', '1 shipping 800 CNY']],
    ['website 3 pages @ 400', ['3 pages website 40000 CNY each']],
    ['workshop 3 days @ ¥400', ['3 days workshop 40000 CNY each']],
    ['2h consulting @ ¥90', ['2 h consulting 9000 CNY each']],
    ['网站3页 @ 400', ['3 页 网站 40000 CNY each']],
    ['2盒龙井 256 + 运费 8', ['2 盒 龙井 25600 CNY', '1 运费 800 CNY']],
    ['两盒龙井一盒白茶 354', ['2 盒 龙井', '1 盒 白茶 35400 CNY']],
    ['龙井 2斤 碧螺春 1斤 共680', ['2 斤 龙井', '1 斤 碧螺春 68000 CNY']],
    ['礼盒50x118', ['50 礼盒 11800 CNY each']],
    ['中秋礼盒5×118元', ['5 中秋礼盒 11800 CNY each']],
    ['海报60x90', 'unclear'],
    ['礼盒单价50x118', 'unclear'],
    ['3罐铁观音 一共390', ['3 罐 铁观音 39000 CNY']],
    ['3罐铁观音，一共390元', ['3 罐 铁观音 39000 CNY']],
    ['2x龙井 一盒128', ['2 盒 龙井 12800 CNY each']],
    ['2龙井+1白茶 400', ['2 龙井', '1 白茶 40000 CNY']],
    ['mug $15, poster $20, and a card $5', ['1 mug 1500 USD', '1 poster 2000 USD', '1 card 500 USD']],
    ['mug $15 x 2', ['2 mug 1500 USD each']],
    ['龙井128一盒 要3盒', ['3 盒 龙井 12800 CNY each']],
    ['龙井128一盒，要3盒', ['3 盒 龙井 12800 CNY each']],
    ['retainer $1500/month', ['1 month retainer 150000 USD each']],
    ['retainer $1500 per month', ['1 month retainer 150000 USD each']],
    ['hosting $20 monthly', ['1 month hosting 2000 USD each']],
    ['顾问 1500/月', ['1 月 顾问 150000 CNY each']],
    ['茶具一套茶杯 300', ['1 茶具一套茶杯 30000 CNY']],
    ['三只松鼠 ¥30', ['1 三只松鼠 3000 CNY']],
  ])('%s', (words, lines) => {
    expect(shown(words)).toEqual(lines);
  });

  it.each([
    ['cup ¥5 paid', true],
    ['cup ¥5, already paid', true],
    ['杯子 5元 已付款', true],
    ['cup ¥5 not paid yet', false],
    ['杯子 5元，还没付款', false],
    ['cup ¥5', undefined],
    ['杯子 5元 微信付的', true],
    ['杯子 付了现金5元', true],
    ['杯子 微信付了5元', true],
    ['杯子 现金5元', true],
    ['杯子，支付宝 5元', true],
    ['cup paid cash ¥5', true],
    ['cup, paid by card ¥5', true],
    ['cup, cash ¥5', true],
    ['cup venmo ¥5', true],
    ['现金袋 5元', undefined],
    ['stripe mug ¥5', undefined],
    ['杯子 5元 已微信付款', true],
    ['杯子 5元 用支付宝转了', true],
    ['cup ¥5 paid by card', true],
    ['cup ¥5, paid cash', true],
    ['cup ¥5 PayPal paid', true],
  ])('says whether it is paid: %s', (words, paid) => {
    expect(readOrder(words, 'CNY')).toMatchObject({ lines: [{ amount: { minor: '500' } }], paid });
  });

  it.each([
    ['2x龙井 ¥256 微信付的，顺丰SF1234567890', '2x龙井 ¥256', true, { carrier: '顺丰', number: 'SF1234567890' }],
    ['2x龙井 ¥256 顺丰 SF1234567890 已付款', '2x龙井 ¥256', true, { carrier: '顺丰', number: 'SF1234567890' }],
    [
      '2x tea $30 shipped by UPS 1Z999AA10123456784',
      '2x tea $30',
      undefined,
      { carrier: 'UPS', number: '1Z999AA10123456784' },
    ],
    ['2x tea $30, tracking RM123456789GB', '2x tea $30', undefined, { carrier: '', number: 'RM123456789GB' }],
  ])('reads payment and parcel behind the articles: %s', (words, same, paid, parcel) => {
    const read = readOrder(words, 'CNY');
    expect(read).toMatchObject({ lines: (readOrder(same, 'CNY') as { lines: object[] }).lines, parcel });
    expect((read as { paid: boolean }).paid).toBe(paid);
  });

  it.each([
    ['龙井 2盒 256\n运费 12\n合计 268', ['2 盒 龙井 25600 CNY', '1 运费 1200 CNY'], '26800'],
    ['- 龙井 128\n- 白茶 98\n共226元', ['1 龙井 12800 CNY', '1 白茶 9800 CNY'], '22600'],
    ['- logo 500\n- stationery 120\n- total 620', ['1 logo 50000 CNY', '1 stationery 12000 CNY'], '62000'],
    ['• 2x tea ¥30\n• 1x cup ¥8\nTotal: ¥40', ['2 tea 3000 CNY', '1 cup 800 CNY'], '4000'],
    ['1. tea ¥30\n2. cup ¥8\n38元', ['1 tea 3000 CNY', '1 cup 800 CNY'], '3800'],
    ['2 mugs ¥30, shipping ¥8, total ¥38', ['2 mugs 3000 CNY', '1 shipping 800 CNY'], '3800'],
  ])('takes a line that adds up the others for no article: %s', (words, lines, minor) => {
    expect(shown(words)).toEqual(lines);
    expect(readOrder(words, 'CNY')).toMatchObject({ total: { minor } });
  });

  it.each([
    ['mug ¥15 as a gift, paid', 'as a gift', ['mug ¥15, paid, note: as a gift', 'mug as a gift ¥15, paid']],
    ['2 mugs ¥15 each, for her', 'for her', ['2 mugs ¥15 each, note: for her', '2 mugs for her ¥15 each']],
    ['2盒龙井 256 送人的', '送人的', ['2盒龙井 256, note: 送人的', '2盒龙井 送人的 256']],
  ])('asks whether words behind a price are of the name or a note: %s', (words, behind, instead) => {
    expect(readOrder(words, 'CNY')).toMatchObject({ behind, instead });
    const read = instead.map((one) => readOrder(one, 'CNY'));
    expect(read[0]).toMatchObject({ note: behind });
    expect(read.map((one) => 'unclear' in one)).toEqual([false, false]);
  });

  it.each([
    ['mug ¥15 yesterday', { is: 'ago', days: 1 }],
    ['yesterday mug ¥15', { is: 'ago', days: 1 }],
    ['mug ¥15 two days ago, paid', { is: 'ago', days: 2 }],
    ['昨天晚上8点 mug ¥15', { is: 'ago', days: 1 }],
    ['yesterday morning mug ¥15', { is: 'ago', days: 1 }],
    ['nov 3 2pm mug ¥15', { is: 'date', month: 11, date: 3 }],
    ['上个月5号 mug ¥15', { is: 'monthday', date: 5, months: 1 }],
    ['mug ¥15 past monday', { is: 'past', weekday: 0 }],
    ['mug ¥15 本周一', { is: 'weekday', weekday: 0, weeks: 0 }],
    ['mug ¥15, Nov 3', { is: 'date', month: 11, date: 3 }],
    ['mug ¥15 on 3 November 2026', { is: 'date', month: 11, date: 3, year: 2026 }],
    ['昨天 mug ¥15', { is: 'ago', days: 1 }],
    ['昨天买了 mug ¥15', { is: 'ago', days: 1 }],
    ['mug ¥15，昨天下的单', { is: 'ago', days: 1 }],
    ['mug ¥15 下单时间 11月3日', { is: 'date', month: 11, date: 3 }],
    ['上周五 mug ¥15', { is: 'weekday', weekday: 4, weeks: 1 }],
  ])('reads the day: %s', (words, day) => {
    expect(readOrder(words, 'CNY')).toMatchObject({ lines: [{ title: 'mug' }], day: { day } });
  });

  it.each([
    ['mug ¥15 paid two days ago', { paidOn: { day: { is: 'ago', days: 2 } } }],
    ['mug ¥15 昨天已付', { paidOn: { day: { is: 'ago', days: 1 } } }],
    ['mug ¥15 昨天已付 今天已发', { paidOn: { day: { days: 1 } }, sentOn: { day: { days: 0 } } }],
    ['mug ¥15 nov 1 paid nov 3', { day: { day: { date: 1 } }, paidOn: { day: { date: 3 } } }],
  ])('reads on which day it was paid and left: %s', (words, said) => {
    expect(readOrder(words, 'CNY')).toMatchObject({ lines: [{ title: 'mug' }], ...said });
  });

  it.each(['Yesterday vinyl ¥20', '昨天今天明天 CD 50元', 'calendar 2027 ¥20'])(
    'takes no name for a day: %s',
    (words) => {
      expect(readOrder(words, 'CNY')).toMatchObject({ lines: [{ title: words.slice(0, words.lastIndexOf(' ')) }] });
      expect(readOrder(words, 'CNY')).not.toHaveProperty('day');
    },
  );

  it.each([
    ['mug ¥15 已付已发', { paid: true, sent: true }],
    ['mug ¥15 paid and shipped', { paid: true, sent: true }],
    ['mug ¥15 shipped', { paid: undefined, sent: true }],
    ['mug ¥15 送货到上海市静安区 已付', { paid: true, note: '送货到上海市静安区' }],
    ['mug ¥15，备注 周末送', { note: '周末送' }],
    ['mug ¥15 incl. VAT', { note: 'incl. VAT' }],
    ['mug ¥15 + VAT 19%', { tax: { percent: 19 } }],
    ['mug ¥15 plus 19% VAT, paid', { tax: { percent: 19 }, paid: true }],
    ['mug ¥15 另加13%增值税', { tax: { percent: 13 } }],
    ['mug ¥15 + VAT', { tax: { percent: undefined } }],
  ])('keeps what is said beside the goods out of their name: %s', (words, said) => {
    expect(readOrder(words, 'CNY')).toMatchObject({ lines: [{ title: 'mug', amount: { minor: '1500' } }], ...said });
  });

  it('takes a place behind an article on a line of its own, and the articles below it', () => {
    expect(shown('mug ¥15\nship to 5 Main St\nposter ¥20')).toEqual(['1 mug 1500 CNY', '1 poster 2000 CNY']);
  });

  it('keeps what a price may be for each of', () => {
    expect(readOrder('3 pages website ¥400', 'CNY')).toMatchObject({
      lines: [{ quantity: 1, title: '3 pages website', perhaps: { quantity: 3, unit: 'pages', title: 'website' } }],
    });
    expect(readOrder('iPhone 15 pro ¥400', 'CNY')).not.toMatchObject({ lines: [{ perhaps: {} }] });
  });

  it('does not read more than anybody orders', () => {
    expect(readOrder('1000000x mug ¥5', 'CNY')).toEqual({ unclear: '1000000x mug ¥5', instead: [] });
  });

  it('takes a sum behind articles without prices for what all of them cost', () => {
    expect(shown('2x tea\n1x cup\ntotal ¥30')).toEqual(['2 tea', '1 cup 3000 CNY']);
    expect(readOrder('2x tea\n1x cup\ntotal ¥30', 'CNY')).not.toHaveProperty('total');
  });

  it('says what words that are read in no one way may mean', () => {
    expect(readOrder('mug 45', 'USD')).toMatchObject({ unclear: 'mug 45', instead: ['mug 45.00 USD'] });
    expect(shown('mug 45.00 USD')).toEqual(['1 mug 4500 USD']);
  });

  it('asks about none, or less than none, of an article', () => {
    expect(readOrder('0x tea ¥1', 'CNY')).toEqual({ unclear: '0x tea ¥1', instead: [] });
    expect(readOrder('-2x tea ¥5', 'CNY')).toEqual({ unclear: '-2x tea ¥5', instead: ['return 2x tea ¥5'] });
    expect(readOrder('1x cup ¥3, -2x tea ¥5', 'CNY')).toEqual({ unclear: '-2x tea ¥5', instead: [] });
    expect(readOrder('1x cup ¥3, 0x tea ¥1', 'CNY')).toMatchObject({ unclear: '0x tea ¥1' });
    expect(shown('2x tea ¥5')).toHaveLength(1);
  });

  it('knows when an amount was said to be for all', () => {
    expect(readOrder('2罐龙井 共256元', 'CNY')).toMatchObject({ lines: [{ quantity: 2, inAll: true }] });
    expect(readOrder('2罐龙井 256元', 'CNY')).toMatchObject({ lines: [{ quantity: 2, inAll: false }] });
  });

  it('reads back what was counted and priced, whatever it is called', () => {
    const title = fc.constantFrom('tea', 'green tea', '龙井', 'website', 'Haus-Tee');
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), title, fc.integer({ min: 1, max: 99_999 }), (many, name, minor) => {
        const amount = `¥${Math.floor(minor / 100)}.${String(minor % 100).padStart(2, '0')}`;
        expect(readOrder(`${many}x ${name} ${amount}`, 'CNY')).toMatchObject({
          lines: [{ quantity: many, amount: { minor: String(minor), currency: 'CNY' } }],
        });
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    '2x',
    '龙井x2 ',
    ',',
    '每',
    'paid ',
    ' x',
    '两盒',
    '龙井*2 ',
    ' 1x a',
    '顺丰',
    'SF1',
    '微信付 ',
    '3 mugs ',
    'a-',
    '昨天 ',
    ' yesterday',
    '+ VAT ',
    '一盒白茶',
    '已付已发',
    '备注 ',
    ' x 2',
  ])('takes no longer than the text is long: %s', (piece) => {
    expect(growsTooFast((text) => readOrder(text, 'CNY'), repeated(piece))).toBeUndefined();
  });
});
