import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAmount } from '../../src/text/money/read_amount.ts';

/** '50000 USD «logo»', '? a grand: 1 x 1000' for what is asked, '-' for none. */
function read(text: string, currency = 'USD'): string {
  const found = readAmount(text, currency);
  if (found.is === 'amount') return `${found.money.minor} ${found.money.currency} «${found.title}»`;
  if (found.is === 'unsure')
    return `? ${found.said}: ${found.perhaps.map(({ quantity, price }) => `${quantity} x ${price}`).join(' | ')}`;
  return found.is === 'none' ? '-' : found.is;
}

/** What browsers and people put between thousands; a plain blank may part two numbers, so it asks. */
const SEPARATORS = [',', "'", '’', '‘', '´', '`', '·', '٬', '_', '\u00a0', '\u2007', '\u2009', '\u202f', ''];
/** What names a currency, and which one. */
const NAMES: readonly [string, string][] = [
  ...(['USD', 'EUR', 'GBP', 'CHF', 'CAD', 'AUD', 'HKD', 'SGD'] as const).map((code): [string, string] => [code, code]),
  ...Object.entries({
    '€': 'EUR',
    '£': 'GBP',
    $: 'USD',
    US$: 'USD',
    HK$: 'HKD',
    CA$: 'CAD',
    A$: 'AUD',
    NT$: 'TWD',
    '¥': 'CNY',
  }),
];

const grouped = (amount: number, separator: string): string => String(amount).replace(/\B(?=(?:\d{3})+$)/g, separator);

describe('an amount means the same whatever parts its thousands and on whichever side its currency stands', () => {
  it('in every combination', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99_999_999 }),
        fc.constantFrom(...SEPARATORS),
        fc.constantFrom(...NAMES),
        fc.constantFrom('', ' ', '\u00a0'),
        fc.boolean(),
        (amount, separator, [name, currency], gap, inFront) => {
          const figure = grouped(amount, separator);
          const written = inFront ? `${name}${gap}${figure}` : `${figure}${gap}${name}`;
          expect(read(`logo ${written}`)).toBe(`${amount}00 ${currency} «logo»`);
        },
      ),
    );
  });

  it.each([
    ['logo 1\u202f500,50 €', '150050 EUR «logo»'],
    ['logo CHF 1’500.00', '150000 CHF «logo»'],
    ['logo 500 $.', '50000 USD «logo»'],
    ['logo (500$)', '50000 USD «logo»'],
    ['logo 12€50', '1250 EUR «logo»'],
    ['logo 1,50,000 INR', '15000000 INR «logo»'],
    ['logo ٥٠٠ EUR', '50000 EUR «logo»'],
    ['vouchers £50', '5000 GBP «vouchers»'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected));

  it('the sign between two figures is the second one’s', () => expect(read('2 £50')).not.toContain('200 GBP'));
});

describe('a code or name beside a shared sign says which currency is meant', () => {
  const clear = fc.constantFrom<[string, string]>(
    ...(['CAD', 'AUD', 'NZD', 'HKD', 'SGD', 'TWD', 'MXN'] as const).map((code): [string, string] => [code, code]),
    ['加元', 'CAD'],
    ['港币', 'HKD'],
    ['澳币', 'AUD'],
    ['新币', 'SGD'],
  );
  const ways = [(name: string) => `$500 ${name}`, (name: string) => `500 $ ${name}`, (name: string) => `500 ${name}`];

  it('wherever it stands', () => {
    fc.assert(
      fc.property(clear, fc.constantFrom(...ways), ([name, currency], write) => {
        fc.pre(!(write === ways[1] && !/^[A-Z]/.test(name)));
        expect(read(`logo ${write(name)}`)).toBe(`50000 ${currency} «logo»`);
      }),
    );
  });

  it.each([
    ['logo CAD$500', '50000 CAD «logo»'],
    ['logo HKD$500', '50000 HKD «logo»'],
    ['茶 ¥5000日元', '5000 JPY «茶»'],
    ['茶 ¥500 人民币', '50000 CNY «茶»'],
    ['logo US$500 CAD', '? US$500 CAD: 1 x 500 CAD | 1 x US$500'],
    ['logo 500 € USD', '? 500 € USD: 1 x 500 USD | 1 x 500 €'],
    ['茶 $500 人民币', '? $500 人民币: 1 x 500 人民币 | 1 x $500'],
    ['logo AU $500', '? AU $500: 1 x AU$500 | 1 x $500'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected));
});

describe('a number that calls or finds something is no amount', () => {
  it('with the word for it, a plus or a zero in front, however it is parted', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('Tel ', 'tel. ', 'Phone: ', 'mobile ', 'fax ', 'WhatsApp ', '电话 ', '手机：', '传真 ', '+'),
        fc.array(fc.integer({ min: 100, max: 9999 }), { minLength: 2, maxLength: 4 }),
        fc.constantFrom(' ', '-', '.', '\u00a0'),
        (word, groups, joint) => {
          expect(read(`logo ${word}${groups.join(joint)}`)).toBe('-');
        },
      ),
    );
  });

  it.each([
    'logo 020 7946 0018',
    'logo (202) 555-0147',
    'logo 07700 900123',
    'call 555 0147',
    'Tel 5550147',
    '电话 13800138000',
  ])('%s', (text) => expect(read(text)).toBe('-'));
  it.each(['logo ZIP 10115', 'logo postcode 10115', 'logo ext 200', '盒 邮编 100000', '盒 尾号 2012'])(
    '%s is never taken unasked',
    (text) => expect(read(text)).toMatch(/^\?|^-$/),
  );
  it('while a price behind a blank stays one', () => expect(read('logo 3 1200')).toBe('120000 USD «logo 3»'));
});

describe('what people say for an amount is offered, with what it is worth', () => {
  it.each([
    ['logo a grand', '? a grand: 1 x 1000'],
    ['普洱饼 1,2800', '? 1,2800: 1 x 12800'],
    ['tea 12,3456', '? 12,3456: 1 x 123456'],
    ['logo half a grand', '? half a grand: 1 x 500'],
    ['logo two grand', '? two grand: 1 x 2000'],
    ['logo two and a half grand', '? two and a half grand: 1 x 2500'],
    ['logo a grand and a half', '? a grand and a half: 1 x 1500'],
    ['logo 3 and a quarter grand', '? 3 and a quarter grand: 1 x 3250'],
    ['logo 2k5', '? 2k5: 1 x 2500'],
    ['logo 1.2m', '? 1.2m: 1 x 1200000'],
    ['sticker 50c', '? 50c: 1 x 0.50'],
    ['sticker 300p', '? 300p: 1 x 3.00'],
    ['sticker 99¢', '? 99¢: 1 x 0.99'],
    ['sticker 12 cents', '? 12 cents: 1 x 0.12'],
    ['logo a fiver', '? a fiver: 1 x 5'],
    ['logo tenner', '? tenner: 1 x 10'],
    ['logo 400 less 10%', '? 400 less 10%: 1 x 360 | 1 x 400'],
    ['logo 400 - 15%', '? 400 - 15%: 1 x 340 | 1 x 400'],
    ['logo 500 USDT', '? 500 USDT: '],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected));

  it.each([
    ['茶 8毛', '80 CNY «茶»'],
    ['茶 五毛钱', '50 CNY «茶»'],
    ['茶 1毛5', '15 CNY «茶»'],
    ['茶 廿元', '2000 CNY «茶»'],
    ['茶 九百九十九', '99900 CNY «茶»'],
    ['茶 三万零五十', '3005000 CNY «茶»'],
    ['茶 两千三百四十五', '234500 CNY «茶»'],
    ['茶 六百四一斤 要两斤', '? 六百四一斤: 2 x 六百四'],
    ['茶 六百四每斤 要两斤', '? 六百四每斤: 2 x 六百四'],
    ['茶 400打九折', '? 400打九折: 1 x 360 | 1 x 400'],
    ['茶 半万', '? 半万: 1 x 5000'],
    ['茶 500多', '? 500多: 1 x 500'],
    ['茶 百八十块', '? 百八十块: '],
    ['茶 千把块', '? 千把块: '],
    ['茶 二三十块', '? 二三十块: '],
  ])('%s', (text, expected) => expect(read(text, 'CNY')).toBe(expected));

  it.each(['3毛巾', '八角星灯', '三百六十五天', '999朵玫瑰', '电影 300p 海报 2m'])('%s holds no sure amount', (text) =>
    expect(read(text, 'CNY')).toMatch(/^\?|^-$/),
  );

  it('every whole number from a hundred on that is written in Chinese', () => {
    const digits = '零一二三四五六七八九';
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        (a, b, c) => {
          expect(read(`茶 ${digits[a]}百${digits[b]}十${digits[c]}`, 'CNY')).toBe(`${a}${b}${c}00 CNY «茶»`);
        },
      ),
    );
  });
});
