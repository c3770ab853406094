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
