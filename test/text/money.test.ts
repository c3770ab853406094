import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatMoney, hasSmallerParts, minorDigits, parseMoney, toMinor } from '../../src/text/money/money.ts';

describe('an amount a person types', () => {
  it.each([
    ['¥1,280.50', '128050', 'CNY'],
    ['1280', '128000', 'CNY'],
    ['1.2万', '1200000', 'CNY'],
    ['3万5', '3500000', 'CNY'],
    ['2千5', '250000', 'CNY'],
    ['3百2', '32000', 'CNY'],
    ['三万五', '3500000', 'CNY'],
    ['12块5', '1250', 'CNY'],
    ['12块50', '1250', 'CNY'],
    ['12元5角', '1250', 'CNY'],
    ['十二块五', '1250', 'CNY'],
    ['两百五', '25000', 'CNY'],
    ['1.000 EUR', '100000', 'EUR'],
    ['€12.500', '1250000', 'EUR'],
    ['1.5 EUR', '150', 'EUR'],
    ['1.50 EUR', '150', 'EUR'],
    ['1.000 USD', undefined, undefined],
    ['1.000', undefined, undefined],
    ['1.000 KWD', '1000', 'KWD'],
    ['1.000 JPY', '1000', 'JPY'],
    ['一万二', '1200000', 'CNY'],
    ['三百元', '30000', 'CNY'],
    ['$50', '5000', 'USD'],
    ['US$50', '5000', 'USD'],
    ['50 USD', '5000', 'USD'],
    ['usd 50.5', '5050', 'USD'],
    ['HK$ 20', '2000', 'HKD'],
    ['３００元', '30000', 'CNY'],
    ['￥９９．５', '9950', 'CNY'],
    ['100块钱', '10000', 'CNY'],
    ['100美金', '10000', 'USD'],
    ['5k', '500000', 'CNY'],
    ['5000日元', '5000', 'JPY'],
    ['1.5 KWD', '1500', 'KWD'],
    ['1.280,50 €', '128050', 'EUR'],
    ['12,5', '1250', 'CNY'],
    ['0.1', '10', 'CNY'],
    ['0', '0', 'CNY'],
  ])('%s is %s %s', (text, minor, currency) => {
    expect(parseMoney(text, 'CNY')).toEqual(minor === undefined ? undefined : { minor, currency });
  });

  it('¥ is yen and $ is the local dollar where the default says so', () => {
    expect(parseMoney('¥500', 'JPY')).toEqual({ minor: '500', currency: 'JPY' });
    expect(parseMoney('$5', 'SGD')).toEqual({ minor: '500', currency: 'SGD' });
    expect(parseMoney('$5', 'JPY')).toEqual({ minor: '500', currency: 'USD' });
  });

  it.each([
    '',
    'abc',
    '-5',
    '1.234',
    '1,2800',
    '5 apples',
    '$5 EUR',
    '1.2.3',
    '1e5',
    '9'.repeat(30),
    '5 XYZ',
    '元',
    '0.5 JPY',
    'NaN',
  ])('%j is no amount', (text) => expect(parseMoney(text, 'CNY')).toBeUndefined());

  it('never throws, whatever is typed', () => {
    const alphabet = fc.constantFrom(...'0123456789.,¥$€万千kw元 USD-三百两');
    const texts = fc.oneof(fc.string(), fc.string({ unit: alphabet, maxLength: 12 }));
    const check = (text: string) => {
      expect(parseMoney(text, 'CNY')?.minor ?? '0').toMatch(/^\d{1,18}$/);
    };
    fc.assert(fc.property(texts, check), { numRuns: 2000 });
  });
});

describe("a shop's decimal string", () => {
  it.each([
    ['19.99', 'USD', '1999'],
    ['0.07', 'USD', '7'],
    ['-3', 'USD', '-300'],
    ['1000', 'JPY', '1000'],
    ['1000.00', 'KRW', '1000'],
    ['1.5', 'KWD', '1500'],
    ['10.995', 'USD', '1100'],
    ['10.994', 'USD', '1099'],
    ['900719925474099.31', 'USD', '90071992547409931'],
  ])('%s %s is %s', (decimal, currency, minor) => expect(toMinor(decimal, currency)).toBe(minor));

  it.each(['', '1,5', 'abc', '1e3', 'NaN', '1'.repeat(16)])('%j is refused', (decimal) => {
    expect(() => toMinor(decimal, 'USD')).toThrow(RangeError);
  });

  it('is exact where floating point is not', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 16n }), fc.constantFrom('USD', 'JPY', 'KWD'), (minor, currency) => {
        const places = minorDigits(currency);
        const digits = String(minor).padStart(places + 1, '0');
        const decimal = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
        fc.pre(digits.length - places <= 15);
        expect(toMinor(decimal, currency)).toBe(String(minor));
      }),
    );
  });
});

describe('money for people', () => {
  it('is written as each language does', () => {
    expect(formatMoney('128050', 'CNY', 'zh-CN')).toBe('¥1,280.50');
    expect(formatMoney('5000', 'USD', 'en')).toBe('$50.00');
    expect(formatMoney('-5', 'USD', 'en')).toBe('-$0.05');
    expect(formatMoney('1000', 'KWD', 'en')).toBe('KWD\u00a01.000');
    expect(formatMoney('90071992547409931', 'USD', 'en')).toBe('$900,719,925,474,099.31');
  });

  it('is read back as the same amount', () => {
    const currencies = fc.constantFrom('CNY', 'USD', 'EUR', 'GBP', 'JPY', 'HKD', 'KRW', 'KWD', 'TWD');
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 14n }),
        currencies,
        fc.constantFrom('zh-CN', 'en'),
        (minor, currency, locale) => {
          const text = formatMoney(String(minor), currency, locale);
          expect({ text, ...parseMoney(text, currency) }).toEqual({ text, minor: String(minor), currency });
        },
      ),
    );
  });
});

it.each([
  ['1234.5678', 'CNY', true],
  ['0.00012345', 'XBT', true],
  ['1234.5', 'JPY', true],
  ['1.2345', 'KWD', true],
  ['199.00', 'JPY', false],
  ['199.5', 'CNY', false],
  ['199.00000000000003', 'CNY', false],
  ['198.99999999999997', 'CNY', false],
  ['1.234', 'KWD', false],
])('whether %s %s says more than minor units can is %s', (decimal, currency, more) =>
  expect(hasSmallerParts(decimal, currency)).toBe(more),
);
