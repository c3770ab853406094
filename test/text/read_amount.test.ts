import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAmount } from '../../src/text/money/read_amount.ts';

/** As one line: '500.00 CAD', '3 x 800', '? 500 CAD | 500 USD' for what is asked, '-' for none. */
function read(text: string, currency = 'USD'): string {
  const found = readAmount(text, currency);
  if (found.is === 'amount') return `${found.money.minor} ${found.money.currency} «${found.title}»`;
  if (found.is === 'times') return `${found.times.quantity} x ${found.times.price}`;
  if (found.is === 'unsure')
    return `? ${found.said}: ${found.perhaps.map(({ quantity, price }) => `${quantity} x ${price}`).join(' | ')}`;
  return found.is;
}

describe('a currency named behind an amount with a shared sign is the one meant', () => {
  it.each([
    ['logo $500 CAD', '50000 CAD «logo»'],
    ['logo $500 AUD', '50000 AUD «logo»'],
    ['logo $ 1,280.50 HKD', '128050 HKD «logo»'],
    ['logo $500 USD', '50000 USD «logo»'],
    ['logo $500 Australian', '50000 AUD «logo»'],
    ['logo 500 Canadian dollars', '50000 CAD «logo»'],
    ['logo €500 EUR', '50000 EUR «logo»'],
    ['logo ¥500 JPY', '500 JPY «logo»'],
    ['logo NZ$500', '50000 NZD «logo»'],
    ['logo MX$500', '50000 MXN «logo»'],
    ['CAD $500 logo', '50000 CAD «logo»'],
    ['logo CHF 500.-', '50000 CHF «logo»'],
    ['logo $500.-', '50000 USD «logo»'],
    ['茶 500加币', '50000 CAD «茶»'],
    ['茶 500泰铢', '50000 THB «茶»'],
    ['茶 500美刀', '50000 USD «茶»'],
    // no blank behind the comma; within a figure it parts thousands
    ['普洱茶饼10片，3500', '350000 USD «普洱茶饼10片»'],
    ['白茶3饼,900', '90000 USD «白茶3饼»'],
    ['白茶，八百', '80000 USD «白茶»'],
    ['website,4500', '450000 USD «website»'],
    ['logo, 1,200', '120000 USD «logo»'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected));

  it.each([
    ['logo $500 pesos', '? $500 pesos: 1 x 500 MXN | 1 x 500 ARS | 1 x 500 CLP | 1 x 500 COP | 1 x 500 PHP'],
    ['logo 500 francs', '? 500 francs: 1 x 500 CHF | 1 x 500 XOF | 1 x 500 XAF'],
    ['logo 500 kroner', '? 500 kroner: 1 x 500 NOK | 1 x 500 DKK'],
    ['logo 500 ringgit', '? 500 ringgit: 1 x 500 MYR'],
    ['logo Fr. 500', '? Fr. 500: 1 x 500 CHF'],
    ['logo TT$500', '? TT$500: '],
    ['logo $500 GBP', '? $500 GBP: 1 x 500 GBP | 1 x $500'],
    ['plans $500 CAD drawings', '? $500 CAD: 1 x 500 CAD | 1 x $500'],
  ])('%s is asked', (text, expected) => expect(read(text)).toBe(expected));
});

describe('words for thousands and millions belong to the amount', () => {
  it.each([
    ['logo $2 million', '200000000 USD «logo»'],
    ['logo €1,5 Mio.', '150000000 EUR «logo»'],
    ['logo 1.5 Mio EUR', '150000000 EUR «logo»'],
    ['logo $12 hundred', '120000 USD «logo»'],
    ['logo 2 grand', '200000 USD «logo»'],
    ['logo £2 grand', '200000 GBP «logo»'],
    ['茶 2万5千', '2500000 USD «茶»'],
    ['茶 3万2千5百元', '3250000 CNY «茶»'],
    ['茶 一千二百三十四元五角六分', '123456 CNY «茶»'],
    ['茶 三万元整', '3000000 CNY «茶»'],
    ['茶 小一万', '1000000 USD «茶 小一万»'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected));

  it.each([
    ['logo half a grand', '? half a grand: 1 x 500'],
    ['茶 1w2', '? 1w2: 1 x 12000'],
    ['茶 两三百', '? 两三百: '],
    ['茶 叁万元整', '? 叁万元整: 1 x 30000元'],
    ['茶 壹仟贰佰叁拾肆元伍角整', '? 壹仟贰佰叁拾肆元伍角整: 1 x 1234.5元'],
  ])('%s is asked or said', (text, expected) => expect(read(text)).toBe(expected));
});

describe('a letter next to a number is not always a multiplier', () => {
  it.each(['3 K-pop CDs', '2 K-cups boxes', '5 w-shaped hooks'])('%s names no amount', (text) =>
    expect(read(text)).toBe('none'),
  );
  it.each(['shirt $25 M', 'lens $250 m', 'website 3 k', 'website $3 k', 'logo $500 w'])(
    '%s is asked about: a letter behind a blank may be a size',
    (text) => expect(readAmount(text, 'USD').is).toBe('unsure'),
  );

  it.each([
    ['website 3k', '300000'],
    ['website $1.2k', '120000'],
    ['龙井 3w', '3000000'],
    ['龙井 1.2 万', '1200000'],
    ['龙井¥256 万达取', '25600'],
    ['龙井 256元 w/礼袋', '25600'],
    ['mug $15 w/ lid', '1500'],
    ['banner $500 grand opening', '50000'],
  ])('control: %s is read', (text, minor) =>
    expect(readAmount(text, 'USD')).toMatchObject({ is: 'amount', money: { minor } }),
  );

  it.each(['5K run medals', '4 W lamps', '10 k gold rings', '10k gold ring', '4K video'])('%s is asked about', (text) =>
    expect(read(text)).toMatch(/^\?/),
  );
  it('a hyphen behind K never makes thousands of a count', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99 }), fc.constantFrom('k', 'K', 'w', 'W', 'm', 'M'), (count, letter) => {
        expect(readAmount(`${count} ${letter}-pop CDs`, 'USD').is).toBe('none');
      }),
    );
  });
});

describe('so many at so much each', () => {
  it.each([
    ['龙井三斤 每斤800', '? 每斤800: 3 x 800'],
    ['龙井 十二盒 每盒35元', '? 每盒35元: 12 x 35元'],
    ['每盒35 100盒', '? 每盒35: 100 x 35'],
    ['龙井 800一斤', '? 800一斤: 1 x 800'],
    ['frames 800x3', '? 800x3: 3 x 800'],
    ['frames 3x800', '? 3x800: 3 x 800'],
    ['茶 35*100盒', '? 35*100: 100 x 35'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected));
});

describe('a price of one unit beside a count of another', () => {
  it.each([
    ['30 eggs $3 a dozen', '2.5 x $3'],
    ['18 eggs at $3 per dozen', '1.5 x $3'],
    ['6 socks $5 a pair', '3 x $5'],
    ['2 jeans $40 a pair', '2 x $40'],
    ['250g tea $4 per 100g', '2.5 x $4'],
    ['2kg tea $2 per 100g', '20 x $2'],
    ['750g beef $12/kg', '0.75 x $12'],
    ['100 flyers $5 per 50', '2 x $5'],
    ['3 dozen eggs $0.30 an egg', '36 x $0.30'],
    ['2 years $40 a month', '24 x $40'],
    ['6 months $40 a year', '0.5 x $40'],
    ['4 people, 2 drinks each, $5 a drink', '8 x $5'],
    ['茶叶500克 200元一斤', '1 x 200元'],
    ['茶叶100克 200一斤', '0.2 x 200'],
    ['茶叶五钱 200一两', '0.5 x 200'],
    ['茶叶三两 200一斤', '0.3 x 200'],
    ['茶叶三斤 200一公斤', '1.5 x 200'],
    ['茶叶一斤二两 200元一斤', '1.2 x 200元'],
    ['茶叶两斤半 200一斤', '2.5 x 200'],
    ['茶叶300克 每100克20元', '3 x 20元'],
    ['布三尺 20一米', '1 x 20'],
    ['两年 300一个月', '24 x 300'],
    ['鸡蛋三十个 10元一打', '2.5 x 10元'],
    ['6只袜子 10元一双', '3 x 10元'],
    ['两箱 每箱12瓶 每瓶5元', '24 x 5元'],
    ['两箱 每箱12瓶 5元一瓶', '24 x 5元'],
    ['3人 每人2杯 每杯15元', '6 x 15元'],
    ['杯子30元3个 要6个', '2 x 30元'],
    ['名片500张 30元100张', '5 x 30元'],
    ['名片500张 每百张30', '5 x 30'],
    ['茶叶250g 每斤400', '0.5 x 400'],
    ['10,000 flyers $20 per 1000', '10 x $20'],
    ['30 eggs at 90 cents a dozen', '2.5 x 0.90'],
    ['18 eggs 90p a dozen', '1.5 x 0.90'],
    ['糖三两 5毛一斤', '0.3 x 5毛'],
    ['糖三两 一块五一斤', '0.3 x 一块五'],
    ['30 eggs $3 a dozen for Friday', '2.5 x $3'],
    ['18个鸡蛋 10元一打 5月3日送', '1.5 x 10元'],
  ])('is converted where one has always so many of the other: %s', (text, expected) =>
    expect(read(text)).toBe(expected),
  );

  it.each([
    ['10 mugs $8 per dozen', '? $8 per dozen: 1 x 6.67'],
    ['3 mugs $8 a pair', '? $8 a pair: 1.5 x $8'],
    ['3 days at $200 per week', '? $200 per week: '],
    ['2 weeks $40 a day', '? $40 a day: 14 x $40 | 10 x $40'],
    ['3 hours $400 a day', '? $400 a day: '],
    ['2 cases $6 a bottle', '? $6 a bottle: '],
    ['a case of wine $6 a bottle', '? $6 a bottle: '],
    ['2 cases of 12, $6 a bottle', '? $6 a bottle: 24 x $6'],
    ['12 bottles $60 a case', '? $60 a case: '],
    ['4 people 2 nights $50 pppn', '? $50 pppn: 8 x $50'],
    ['12 eggs $0.30 an egg', '? $0.30 an egg: 12 x $0.30'],
    ['2.5 dozen mugs 8 each', '? 8 each: 30 x 8 | 2.5 x 8'],
    ['5 pairs of socks $2 each', '? $2 each: 10 x $2 | 5 x $2'],
    ['三小时 200一天', '? 200一天: '],
    ['两周 200一天', '? 200一天: 14 x 200 | 10 x 200'],
    ['酒三箱 20一瓶', '? 20一瓶: '],
    ['酒三箱 每瓶20', '? 每瓶20: '],
    ['酒三瓶 200一箱', '? 200一箱: '],
    ['鸡蛋三板 1元一个', '? 1元一个: '],
    ['杯子若干 8元一个', '? 8元一个: '],
    ['三只松鼠 30元一包', '? 30元一包: 1 x 30元'],
    ['table for 8, $45 per head', '? $45 per head: 8 x $45'],
    ['2 trays of eggs, $0.30 an egg', '? $0.30 an egg: '],
    // the rest says more of money
    ['30 eggs $3 a dozen plus $5 delivery', '? $3 a dozen: 2.5 x $3 | 1 x 12.50 USD'],
    ['30 eggs $3 a dozen, 10% off', '? $3 a dozen: 2.5 x $3 | 1 x 6.75 USD'],
    ['30 eggs $3 a dozen and milk $2', '? $3 a dozen: 2.5 x $3'],
    ['750g beef $12/kg, $5 deposit', '? $12/kg: 0.75 x $12'],
    ['30 eggs $3 a dozen less $1', '? $3 a dozen: 2.5 x $3 | 1 x 6.50 USD'],
    ['茶叶三两 200元一斤，运费10', '? 200元一斤: 0.3 x 200元 | 1 x 70'],
    ['茶叶三两 200元一斤 打九折', '? 200元一斤: 0.3 x 200元 | 1 x 54 CNY'],
    ['18个鸡蛋 10元一打，定金5', '? 10元一打: 1.5 x 10元'],
    // so many coins for one
    ['30 stickers at 50p a sticker', '? 50p a sticker: 30 x 0.50'],
    ['30 eggs at 50 cents an egg', '? 50 cents an egg: 30 x 0.50'],
  ])('is asked where nobody can tell: %s', (text, expected) => expect(read(text)).toBe(expected));

  it.each([
    ['2 dozen eggs $3 a dozen', '? $3 a dozen: 2 x $3'],
    ['3 nights $80 a night', '? $80 a night: 3 x $80'],
    ['20 16oz cups $2 a cup', '? $2 a cup: 20 x $2'],
    ['logo $50 an hour', '? $50 an hour: 1 x $50'],
    ['3 mugs $24', '2400 USD «3 mugs»'],
    ['3 months $200 total', '20000 USD «3 months total»'],
    ['茶叶三斤 200一斤', '? 200一斤: 3 x 200'],
    ['三层蛋糕 200一个', '? 200一个: 1 x 200'],
    ['拍摄5月3日 2000一天', '? 2000一天: 1 x 2000'],
    ['蛋糕1个80元 2个', '8000 CNY «蛋糕1个 2个»'],
    ['茶叶一斤200元', '20000 CNY «茶叶一斤»'],
  ])('is no other where they are alike or nothing is counted (control): %s', (text, expected) =>
    expect(read(text)).toBe(expected),
  );

  it('whatever the weight', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 9 }), (tens, price) => {
        const found = readAmount(`tea ${tens * 10}g $${price} per 100g`, 'USD');
        expect(found).toEqual({ is: 'times', times: { quantity: String(tens / 10), price: `$${price}` } });
      }),
    );
  });
});

describe('a price within a name is not added to what it costs', () => {
  it.each([
    ['50p stickers 100', '? 50p stickers 100: 100 x 0.50 | 1 x 100'],
    ['$5 vouchers 10', '? $5 vouchers 10: 10 x 5.00 | 1 x 10'],
    ['$50 gift card $45', '? $50 gift card $45: 1 x 45.00'],
    ['stickers 50p 100', '? stickers 50p 100: 100 x 0.50 | 1 x 100'],
    ['stickers 100 50p', '? stickers 100 50p: 100 x 0.50 | 1 x 0.50'],
    ['10 $5 vouchers', '? 10 $5 vouchers: 10 x 5.00 | 1 x 5.00'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected));

  it.each([
    ['$500 logo', '50000 USD «logo»'],
    ['$3500 iPhone 15', '350000 USD «iPhone 15»'],
    ['10x $5 voucher', '10 x $5'],
  ])('while a price alone is one (control): %s', (text, expected) => expect(read(text)).toBe(expected));
});

describe('of a price and a part of it the price is offered', () => {
  it.each([
    ['蛋糕80 减10', '? 减10: 1 x 70 | 1 x 80'],
    ['蛋糕80 优惠10', '? 优惠10: 1 x 70 | 1 x 80'],
    ['蛋糕80退10', '? 退10: 1 x 70 | 1 x 80'],
    ['蛋糕80 已付20', '? 已付20: 1 x 80 | 1 x 20'],
    ['蛋糕80 邮费10', '? 邮费10: 1 x 80 | 1 x 90'],
    ['蛋糕80含邮费10', '? 邮费10: 1 x 80 | 1 x 10'],
    ['cake 80 less 10', '? less 10: 1 x 70 | 1 x 80'],
    ['cake $80 incl. $20 deposit', '? incl. $20 deposit: 1 x $80 | 1 x $20'],
    ['$80 cake, $20 deposit', '? $20 deposit: 1 x $80 | 1 x $20'],
    ['蛋糕80 送货费15', '? 送货费15: 1 x 80 | 1 x 95'],
    ['mugs $80, $20 deposit paid', '? $20 deposit paid: 1 x $80 | 1 x $20'],
    ['cake $80 plus $10 postage', '? plus $10 postage: 1 x $80 | 1 x 90 USD'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected));
});
