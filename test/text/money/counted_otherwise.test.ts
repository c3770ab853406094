import { describe, expect, it } from 'vitest';
import { readOrder } from '../../../src/text/money/order/ordered_lines.ts';
import { cancelledAndBack, cancelledFor } from '../../../src/text/money/order/unsure/cancel_said.ts';

const shown = (words: string) => {
  const read = readOrder(words, 'USD');
  if ('unclear' in read) return { asked: read.instead };
  return read.lines.map(({ quantity, title, amount, each }) =>
    [quantity, title, amount && Number(amount.minor) / 100, each && 'each'].filter(Boolean).join(' '),
  );
};

describe('what all come to, right behind what one of them costs', () => {
  it.each([
    ['10只粽子5元一只共45', '10 粽子 500 each, 4500'],
    ['10只粽子 5元一只 共45元', '10 粽子 500 each, 4500'],
    ['10个粽子5元一个一共50元', '10 粽子 500 each, 5000'],
    ['10只粽子5元一只', '10 粽子 500 each'],
    ['10只粽子共45', '10 粽子 4500'],
  ])('is a total, and no part of the name: %s', (words, expected) => {
    const read = readOrder(words, 'CNY');
    if ('unclear' in read) throw new Error(read.unclear);
    const [{ quantity, title, amount, each }] = read.lines as [(typeof read.lines)[0]];
    const line = `${quantity} ${title} ${amount?.minor}${each ? ' each' : ''}`;
    expect([line, read.total?.minor].filter(Boolean).join(', ')).toBe(expected);
  });
});

describe('how many are ordered, said otherwise', () => {
  it.each([
    ['龙井 128元×2盒', '2 龙井 128 each'],
    ['龙井 128元x2盒', '2 龙井 128 each'],
    ['龙井 128×2盒', '2 龙井 128 each'],
    ['龙井 128*2盒', '2 龙井 128 each'],
    ['龙井 128元×2', '2 龙井 128 each'],
    ['2 mugs × $15', '2 mugs 15 each'],
    ['2 mugs x $15', '2 mugs 15 each'],
    ['2 × $15 mugs', '2 mugs 15 each'],
    ['two more mugs $15 each', '2 mugs 15 each'],
    ['2 boxes of 24 cups $10', '2 24 cups 10'],
    ['two hundred cards 1 each', '200 cards 1 each'],
    ['two hundred cards @1', '200 cards 1 each'],
    ['2 hundred cards 1 each', '200 cards 1 each'],
    ['a hundred cards 1 each', '100 cards 1 each'],
    ['1 hundred twenty cards 1 each', '120 cards 1 each'],
    ['one hundred and twenty cards 1 each', '120 cards 1 each'],
    ['three thousand flyers 0.05 each', '3000 flyers 0.05 each'],
    ['2 thousand cards 0.10 each', '2000 cards 0.1 each'],
    ['six hundred and fifty mugs 800', '650 mugs 800'],
    ['a thousand and one mugs 800', '1001 mugs 800'],
    ['nineteen hundred wooden spoons 1 each', '1900 wooden spoons 1 each'],
    ['twenty-five mugs 4 each', '25 mugs 4 each'],
    ['twenty one mugs 4 each', '21 mugs 4 each'],
    ['thirty mugs 240', '30 mugs 240'],
    ['1,000 cards 100', '1000 cards 100'],
    ['1 000 cards 100', '1000 cards 100'],
    ['一百二十张卡片 每张1', '120 卡片 1 each'],
    ['一百零五张卡片 每张1', '105 卡片 1 each'],
    ['两百五十张卡片，每张1元', '250 卡片 1 each'],
    ['茶一百二十盒 每盒5', '120 茶 5 each'],
    ['卡片一千张 每张0.1', '1000 卡片 0.1 each'],
    ['一万二千张卡片 每张0.1', '12000 卡片 0.1 each'],
    ['廿个杯子 160', '20 杯子 160'],
    ['五百张卡片 50', '500 卡片 50'],
    ['三个杯子24元', '3 杯子 24'],
    ['三个杯子二十四元', '3 杯子 24'],
    ['两盒茶 48元', '2 茶 48'],
    ['三瓶酒 300', '3 酒 300'],
    ['六个大碗 60元', '6 大碗 60'],
    ['一个杯子24元', '1 杯子 24'],
    ['十二个杯子 15块一个', '12 杯子 15 each'],
    ['2 x 250g coffee £9', '2 250g coffee 9'],
    ['2 × 250g coffee £9', '2 250g coffee 9'],
    ['3x 1.5 kg flour £9', '3 1.5 kg flour 9'],
    ['2x250克咖啡 9元', '2 250克咖啡 9'],
    ['2 x 250g coffee £9 each', '2 250g coffee 9 each'],
    // names, and how long or how large
    ['六个核桃 24元', '1 六个核桃 24'],
    ['三只松鼠坚果 24元', '1 三只松鼠坚果 24'],
    ['三个月课程 600元', '1 三个月课程 600'],
    ['三个小时咨询 600元', '1 三个小时咨询 600'],
    ['十二生肖杯 24元', '1 十二生肖杯 24'],
    ['250g coffee £9', '1 250g coffee 9'],
    ['2x4 timber £9', '1 2x4 timber 9'],
    ['俩杯子 8元一个', '2 杯子 8 each'],
    ['杯子俩 8元一个', '2 杯子 8 each'],
    ['三个杯子 8块一个', '3 杯子 8 each'],
    ['三个杯子，8块一个', '3 杯子 8 each'],
    ['3个杯子 8块/个', '3 杯子 8 each'],
    ['杯子3个 每个8块', '3 杯子 8 each'],
    ['3个杯子 一个8块', '3 杯子 8 each'],
    ['三双袜子 8块一双', '3 袜子 8 each'],
    ['杯子仨 8元一个', '3 杯子 8 each'],
    ['杯子叁个 8元一个', '3 杯子 8 each'],
    ['他俩的合影 80元', '1 他俩的合影 80'],
    ['母女俩合影 80元', '1 母女俩合影 80'],
    ['room 412 $50', '1 room 412 50'],
    ['3 nights $80 a night', '3 nights 80 each'],
    // controls
    ['five hundred piece puzzle $20', '1 five hundred piece puzzle 20'],
    ['twenty four hour candle $20', '1 twenty four hour candle 20'],
    ['one hundred percent cotton shirt $20', '1 one hundred percent cotton shirt 20'],
    ['第十二册 30元', '1 第十二册 30'],
    ['三只松鼠 30元', '1 三只松鼠 30'],
    ['二十四节气礼盒 99元', '1 二十四节气礼盒 99'],
    ['十二件套餐具 99元', '1 十二件套餐具 99'],
    ['2 boxes of tea $20', '2 tea 20'],
    ['4x6 print $15', '1 4x6 print 15'],
    ['poster 24x36 $40', '1 poster 24x36 40'],
    ['茶 4g×20罐 100元', '20 茶 4g 100'],
    ['两打杯子 12元一打', '2 杯子 12 each'],
    ['3 pairs of socks $8 a pair', '3 socks 8 each'],
    ['2 dozen eggs 4 a dozen', '2 eggs 4 each'],
    ['2 sets of plates @ 40', '2 plates 40 each'],
    ['2套茶具 每套300', '2 茶具 300 each'],
    ['1x set of 4 cups 10.00 USD/set', '1 set of 4 cups 10 each'],
    ['1套4个杯子 10.00 USD/套', '1 4个杯子 10 each'],
    ['a box of cups $20', '1 cups 20'],
    ['a box of tea $20 each', '1 tea 20 each'],
    ['a pack of cards @ 5', '1 cards 5 each'],
    ['一盒龙井 每盒128', '1 龙井 128 each'],
    ['两箱杯子 每箱80', '2 杯子 80 each'],
    ['六个核桃 60元', '1 六个核桃 60'],
    ['三五牌香烟 20元', '1 三五牌香烟 20'],
    ['买两盒龙井256元', '2 龙井 256'],
    ['a dozen roses $24', '1 roses 24'],
    ['one more thing $20', '1 thing 20'],
  ])('is read: %s', (words, line) => {
    expect(shown(words)).toEqual([line]);
  });

  it.each([
    ['a dozen mugs $12 each', ['12x mugs 12.00 USD each']],
    ['2 dozen mugs $12 each', ['24x mugs 12.00 USD each', '2x dozen mugs 12.00 USD each']],
    ['a couple of mugs $12 each', ['2x mugs 12.00 USD each']],
    ['half a dozen mugs $12 each', ['6x mugs 12.00 USD each']],
    ['一打杯子 12元一个', ['12x 杯子 12.00 CNY/个']],
    ['半打杯子 12元一个', ['6x 杯子 12.00 CNY/个']],
    ['一对杯子 20元一个', ['2x 杯子 20.00 CNY/个']],
    ['买二送一 龙井 256元', ['3x 龙井 256.00 CNY', '3x 龙井 512.00 CNY']],
    ['杯子买二送一8元', ['3x 杯子 8.00 CNY', '3x 杯子 16.00 CNY']],
    ['买1赠1 杯子 8元一个', ['2x 杯子 8.00 CNY']],
    ['3 for 2 mugs $8', ['3x mugs 8.00 USD', '3x mugs 16.00 USD']],
    ['mugs 3 for 2 $8', ['3x mugs 8.00 USD', '3x mugs 16.00 USD']],
    ['2 for 1 mugs $8', ['2x mugs 8.00 USD']],
    ['buy 2 get 1 free mugs $8', ['3x mugs 8.00 USD', '3x mugs 16.00 USD']],
    ['buy two get one free on mugs $8 each', ['3x mugs 16.00 USD']],
    ['6x mugs 3 for 2 $8', []],
    ['a dozen mugs 8 each', ['12x mugs 8.00 USD each']],
    ['a pair of mugs 8 apiece', ['2x mugs 8.00 USD each']],
    ['a couple of mugs @ 15', ['2x mugs 15.00 USD each']],
    ['a dozen mugs @ 8', ['12x mugs 8.00 USD each', '1x dozen mugs 8.00 USD each']],
    ['3 pairs of earrings at 8 each', ['6x earrings 8.00 USD each', '3x pair earrings 8.00 USD each']],
    ['a set of mugs 20 each', ['1x set mugs 20.00 USD each']],
    ['两打啤酒 每瓶8', ['24x 啤酒 8.00 USD/瓶']],
    ['杯子一对 单价30', ['2x 杯子 30.00 USD each', '1对杯子 30.00 USD/对']],
    ['一套杯子每个20', ['1套杯子 20.00 USD/套']],
    ['a few cups 8 each', []],
    ['a few mugs @8', []],
    ['a box of plates 8 each', []],
    ['a case of mugs 5 apiece', []],
    ['one bunch of tulips 2 each', []],
    ['lots of stickers 2 each', []],
    ['一箱杯子 每个8', []],
    ['两箱杯子 每只8', []],
    ['一些杯子 每个8', []],
    ['a trio of bowls 9 each', ['3x bowls 9.00 USD each']],
    ['a gross of pens 1 each', ['144x pens 1.00 USD each']],
    ['a score of candles 2 each', ['20x candles 2.00 USD each']],
    ['a set of 4 cups 10 each', ['1x set of 4 cups 10.00 USD/set', '4x cups 10.00 USD each']],
    ['2 boxes of 24 cups $10 each', ['2x box of 24 cups 10.00 USD/box', '48x cups 10.00 USD each']],
    ['3 cases of 12 beers 5 each', ['3x case of 12 beers 5.00 USD/case', '36x beers 5.00 USD each']],
    ['two packs of 12 mugs 8 each', ['2x pack of 12 mugs 8.00 USD/pack', '24x mugs 8.00 USD each']],
    ['2 gross pens 1 each', ['288x pens 1.00 USD each', '2x gross pens 1.00 USD each']],
    ['a couple of hundred cards 1 each', ['200x cards 1.00 USD each']],
    ['3箱12瓶啤酒 每瓶5', ['3箱12瓶啤酒 5.00 USD/箱', '36瓶啤酒 5.00 USD/瓶']],
    ['一套4个杯子 每个10', ['1套4个杯子 10.00 USD/套', '4个杯子 10.00 USD/个']],
    ['龙井两三盒256元', ['龙井2盒256元', '龙井3盒256元']],
    ['十几盒龙井 500元', []],
    ['50% deposit on logo $1000', ['logo $1000, paid 500.00 USD', 'logo $1000, unpaid']],
    ['30 eggs $3 a dozen', ['30 eggs 7.50 USD']],
    ['6 socks $5 a pair', ['6 socks 15.00 USD']],
    ['3 days $200 a week', []],
    ['2 cases at $6 a bottle', []],
    ['2kg tea $2 per 100g', ['2kg tea 40.00 USD']],
    ['100 flyers $5 per 50', ['100 flyers 10.00 USD']],
    ['12 bottles $60 a case', []],
    ['2 years $40 a month', ['2 years 960.00 USD']],
    ['4 people, 2 drinks each, $5 a drink', []],
    ['茶叶一斤二两 200一斤', ['茶叶一斤二两 240.00 USD']],
    ['茶叶三两 200一斤', ['茶叶三两 60.00 USD']],
    ['鸡蛋三板 1一个', []],
    ['酒三箱 20一瓶', []],
    ['杯子若干 8元一个', []],
    ['$5 vouchers 10', ['10x vouchers 5.00 USD each', 'vouchers 10 USD, note: $5 vouchers']],
    ['0.50 USD stickers 100', ['100x stickers 0.50 USD each', 'stickers 100 USD, note: 0.50 USD stickers']],
    ['$50 gift card $45', ['gift card 45.00 USD, note: $50 gift card']],
    ['10 $5 vouchers', ['10x vouchers 5.00 USD each', '10 vouchers 5.00 USD total']],
  ])('is asked: %s', (words, asked) => {
    expect(shown(words)).toEqual({ asked });
  });
});

describe('an order that is off', () => {
  it.each([
    ['cancelled and refunded', ''],
    ['cancel and refund', ''],
    ['cancelled, refunded in full', 'all'],
    ['refunded and cancelled', ''],
    ['cancelled and refunded $20', '$20'],
    ['取消，钱已退', ''],
    ['取消并退款', ''],
    ['取消，已全额退款', 'all'],
    ['退款并取消', ''],
    ['取消，退50', '50'],
  ])('has its money back: %s', (words, back) => {
    expect(cancelledAndBack(words)).toEqual({ back });
  });

  it.each(['duplicate, cancel', 'out of stock: cancelled', '重复下单，取消', '下错了，取消订单'])(
    'is so for what stands in front: %s',
    (words) => {
      expect(cancelledFor(words)).toBe(words.split(/[,，:]/u)[0]);
    },
  );

  it.each(['cancel refund', '取消退款', '取消这笔退款', '取消 龙井', 'cancelled', '退款', '龙井，取消', 'mug, cancel'])(
    'control: does not say both: %s',
    (words) => {
      expect([cancelledAndBack(words), cancelledFor(words)]).toEqual([undefined, undefined]);
    },
  );
});
