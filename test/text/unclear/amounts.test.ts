import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minorDigits, parseMoney } from '../../../src/text/money/money.ts';
import { readAmount } from '../../../src/text/money/read_amount.ts';

/** '128000 CNY', '? 1280+: 1280 CNY' for what is asked with what it may be worth, '-' for none. */
function read(text: string, currency = 'CNY'): string {
  const found = readAmount(text, currency);
  if (found.is === 'amount') return worth(found.money);
  if (found.is !== 'unsure') return found.is === 'none' ? '-' : found.is;
  const offered = found.perhaps.flatMap(({ price }) => parseMoney(price, currency) ?? []);
  return `? ${found.said}: ${offered.map(worth).join(' | ')}`;
}

const worth = ({ minor, currency }: { minor: string; currency: string }) =>
  `${Number(minor) / 10 ** minorDigits(currency)} ${currency}`;

describe('an amount that may be read in two ways is offered in both', () => {
  it.each([
    ['logo 1.000', '? 1.000: 1000 CNY | 1 CNY'],
    ['网站 1.280', '? 1.280: 1280 CNY | 1.28 CNY'],
    ['1.280', '? 1.280: 1280 CNY | 1.28 CNY'],
    ['logo 10.500', '? 10.500: 10500 CNY | 10.5 CNY'],
    ['logo 1.285', '? 1.285: 1285 CNY'],
    ['logo 1.280 (rush)', '? 1.280: 1280 CNY | 1.28 CNY'],
    ['logo 1.000 USD', '? 1.000 USD: 1000 USD | 1 USD'],
    ['logo CHF 1.000', '? CHF 1.000: 1000 CHF | 1 CHF'],
    ['logo 5 lakh', '? 5 lakh: 500000 INR | 500000 CNY'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected));

  it('but not where the country groups by points', () => expect(read('logo 1.280', 'EUR')).toBe('1280 EUR'));

  it('and a version or a weight is none', () => {
    expect(read('app v1.280')).toBe('-');
    expect(read('rice 1.280 kg')).toBe('-');
    expect(read('water 0.500')).toBe('-');
  });
});

describe('an amount that is open at one end, or has a share of it beside it, is named and offered', () => {
  it.each([
    ['logo 1280+', '? 1280+: 1280 CNY'],
    ['网站1280+', '? 1280+: 1280 CNY'],
    ['logo 1280 or more', '? 1280 or more: 1280 CNY'],
    ['网站 1280以上', '? 1280以上: 1280 CNY'],
    ['logo 1280 and up', '? 1280 and up: 1280 CNY'],
    ['500 USD - 10%', '? 500 USD - 10%: 450 USD | 500 USD'],
    ['$500 minus 10%', '? $500 minus 10%: 450 USD | 500 USD'],
    ['$500 10% off', '? $500 10% off: 450 USD | 500 USD'],
    ['500 USD + 8%', '? 500 USD + 8%: 540 USD | 500 USD'],
    ['500+20%', '? 500+20%: 600 CNY | 500 CNY'],
    ['网站 500（含运费20）', '? 运费20: 500 CNY | 20 CNY'],
    ['logo 500 (incl. 20 shipping)', '? 500: 500 CNY'],
    ['1280（含税）', '? 1280: 1280 CNY'],
    ['网站1280已付500', '? 已付500: 1280 CNY | 500 CNY'],
    ['logo 1280, paid 500', '? paid 500: 1280 CNY | 500 CNY'],
    ['logo 1280 (500 paid)', '? 1280: 1280 CNY'],
    ['logo 1280 deposit 500', '? deposit 500: 1280 CNY | 500 CNY'],
    ['logo 1280 less 500 deposit', '? 1280 less 500: 780 CNY | 1280 CNY'],
    ['half a million', '? half a million: 500000 CNY'],
    ['half a million dollars', '? half a million dollars: 500000 USD'],
    ['two and a half thousand', '? two and a half thousand: 2500 CNY'],
    ['预算五位数', '? 五位数: '],
    ['budget five figures', '? five figures: '],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected));

  it('and years, ages and things that are counted are none', () => {
    for (const text of [
      'logo 2026, new',
      'ages 3+',
      'flyers 300 pieces, red',
      '订单1280，已寄出',
      'room 500 (sea view)',
    ])
      expect([text, read(text)]).toEqual([text, '-']);
  });

  it('what was paid of it is never what the whole costs', () => {
    const shapes = [
      '{}已付[]',
      '{}，已收[]',
      '{} 定金[]',
      '{} 预付[]',
      '{}, paid []',
      '{} deposit []',
      '{}元已付[]元',
      'US$ {} paid US$ []',
    ];
    fc.assert(
      fc.property(
        fc.integer({ min: 1000, max: 90_000 }).filter((one) => one < 1900 || one > 2100),
        fc.integer({ min: 100, max: 999 }),
        fc.constantFrom(...shapes),
        fc.constantFrom('logo ', '网站', ''),
        (whole, part, shape, title) => {
          const text = title + shape.replace('{}', String(whole)).replace('[]', String(part));
          const found = readAmount(text, 'CNY');
          expect(found.is).not.toBe('amount');
          expect(read(text)).toContain(`${whole} `);
        },
      ),
    );
  });
});

describe('a currency that few keyboards have a sign for is named', () => {
  it.each([
    ['logo 500 TL', '? 500 TL: 500 TRY'],
    ['logo 500里拉', '? 500里拉: 500 TRY'],
    ['网站 5万比索', '? 5万比索: 50000 MXN | 50000 PHP | 50000 ARS | 50000 CLP | 50000 COP'],
    ['logo 500 naira', '? 500 naira: 500 NGN'],
    ['logo 5,000 KSh', '? 5,000 KSh: 5000 KES'],
    ['logo Dhs 500', '? Dhs 500: 500 AED | 500 MAD'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected));

  it('and lakhs and crores are read where people count in them', () => {
    expect(read('site 5 lakh', 'INR')).toBe('500000 INR');
    expect(read('site 1.5 crore', 'INR')).toBe('15000000 INR');
    expect(read('site ₹5 lakh')).toBe('500000 INR');
    expect(read('5 lakh followers', 'INR')).not.toMatch(/^\d/);
  });
});

describe('a number may be written with figures and characters', () => {
  it.each([
    ['网站 3万五', '35000 CNY'],
    ['网站3千五百', '3500 CNY'],
    ['网站 1万零五百', '10500 CNY'],
    ['网站 2千3百', '2300 CNY'],
    ['网站 3百5', '350 CNY'],
    ['网站 3万五元', '35000 CNY'],
    ['网站 ¥3万五', '35000 CNY'],
    ['网站 壹仟贰佰', '? 壹仟贰佰: 1200 CNY'],
    ['网站 壹仟贰佰整', '? 壹仟贰佰整: 1200 CNY'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected));

  it('and is worth the same however its digits are written', () => {
    const digits = '零一二三四五六七八九';
    fc.assert(
      fc.property(
        fc.tuple(...[1, 2, 3].map(() => fc.integer({ min: 1, max: 9 }))),
        fc.array(fc.boolean(), { minLength: 2, maxLength: 2 }),
        ([a, b, c], inCharacters) => {
          const tail = [b!, c!].map((one, nth) => (inCharacters[nth] ? digits[one]! : String(one)));
          const minor = String((a! * 10_000 + b! * 1000 + c! * 100) * 100);
          expect(parseMoney(`${a}万${tail[0]}千${tail[1]}`, 'CNY')?.minor).toBe(minor);
          expect(parseMoney(`${a}万${tail[0]}千${tail[1]}百`, 'CNY')?.minor).toBe(minor);
        },
      ),
    );
  });

  it('but people who praise or are counted are no amount', () => {
    for (const text of ['1万五星好评', '3万五份', '陆仟里'])
      expect([text, read(text)]).not.toEqual([text, expect.stringMatching(/^\d/)]);
  });
});
