import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quoteWords } from '../../../src/domain/sell/quote/document.ts';
import { type Deduction, lineMinor, type PricedLine } from '../../../src/domain/sell/quote/lines.ts';
import { sumsOf } from '../../../src/domain/sell/quote/sums.ts';

const percent = fc
  .integer({ min: 1, max: 10_000 })
  .map((hundredths) => (hundredths / 100).toFixed(2).replace(/\.?0+$/, ''));
const off: fc.Arbitrary<Deduction | undefined> = fc.oneof(
  fc.constant(undefined),
  percent.map((one) => ({ percent: one })),
  fc.bigInt({ min: 1n, max: 10n ** 12n }).map((minor) => ({ minor: String(minor) })),
);
const line: fc.Arbitrary<PricedLine> = fc.record({
  quantity: fc
    .tuple(fc.integer({ min: 0, max: 99_999 }), fc.integer({ min: 0, max: 999 }))
    .map(([whole, part]) => (part === 0 ? String(whole) : `${whole}.${String(part).padStart(3, '0')}`)),
  unitMinor: fc.bigInt({ min: 0n, max: 10n ** 12n }).map(String),
  off,
});
const tax = fc.option(fc.record({ percent, included: fc.boolean() }), { nil: undefined });
const asked = { lines: fc.array(line, { maxLength: 40 }), off, tax };

/** So many hundredths. */
const hundredths = (said: string) => BigInt(Math.round(Number(said) * 100));
const isHalfUp = (rounded: bigint, dividend: bigint, divisor: bigint) =>
  rounded * divisor * 2n > dividend * 2n - divisor && rounded * divisor * 2n <= dividend * 2n + divisor;

describe('what a quote comes to', () => {
  it('is what is shown on it: lines, less discount, and the tax on top', () => {
    fc.assert(
      fc.property(fc.record(asked), ({ lines, off, tax }) => {
        const sums = sumsOf(lines, off, tax);
        const [subtotal, discount, taxed, total] = [sums.subtotal, sums.discount, sums.tax, sums.total].map(BigInt) as [
          bigint,
          bigint,
          bigint,
          bigint,
        ];
        expect(lines.reduce((sum, one) => sum + BigInt(lineMinor(one)), 0n)).toBe(subtotal);
        const net = subtotal - discount;
        expect(total).toBe(tax?.included ? net : net + taxed);
        expect([discount, net, taxed, total].every((one) => one >= 0n)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('is rounded half a unit up, the discount once and the tax once', () => {
    fc.assert(
      fc.property(fc.record(asked), ({ lines, off, tax }) => {
        const sums = sumsOf(lines, off, tax);
        const subtotal = BigInt(sums.subtotal);
        if (off && 'percent' in off)
          expect(isHalfUp(BigInt(sums.discount), subtotal * hundredths(off.percent), 10_000n)).toBe(true);
        if (off && 'minor' in off) expect(sums.discount).toBe(BigInt(off.minor) < subtotal ? off.minor : sums.subtotal);
        const net = subtotal - BigInt(sums.discount);
        const rate = tax ? hundredths(tax.percent) : 0n;
        expect(isHalfUp(BigInt(sums.tax), net * rate, tax?.included ? 10_000n + rate : 10_000n)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    // 0.005 of a cent's half goes up: 1.5 x 0.33 = 0.495
    [[{ quantity: '1.5', unitMinor: '33' }], undefined, undefined, { subtotal: '50', total: '50' }],
    [
      [{ quantity: '2', unitMinor: '30000' }],
      { percent: '10' },
      { percent: '13', included: false },
      { discount: '6000', tax: '7020', total: '61020' },
    ],
    [
      [{ quantity: '2', unitMinor: '30000' }],
      { percent: '10' },
      { percent: '13', included: true },
      { discount: '6000', tax: '6212', total: '54000' },
    ],
    [
      [{ quantity: '1', unitMinor: '100' }],
      { minor: '500' },
      { percent: '13', included: false },
      { discount: '100', tax: '0', total: '0' },
    ],
    [[{ quantity: '3', unitMinor: '333', off: { percent: '5' } }], undefined, undefined, { subtotal: '949' }],
  ] as const)('is exact: %j less %j with %j', (lines, off, tax, sums) => {
    expect(sumsOf(lines, off, tax)).toMatchObject(sums);
  });

  it('reads the same on the page and in the PDF, in either language', () => {
    const lines = [{ description: 'Tea', quantity: '2', unitMinor: '30000', minor: '60000' }];
    const off = { percent: '10' };
    const tax = { percent: '13', included: false };
    const words = (locale: 'en' | 'zh-CN') =>
      quoteWords(
        {
          ...{ locale, to: 'Anna', lines, tax, sums: sumsOf(lines, off, tax), currency: 'CNY', terms: '', note: '' },
          head: { name: 'Tea House', address: '', taxId: '', bank: '', logo: null },
          ...{ issuedOn: '2026-11-27', validUntil: null },
        },
        undefined,
      );
    expect(words('en').sums.map(({ label, value }) => `${label} ${value}`)).toEqual([
      'Subtotal CN¥600.00',
      'Discount -CN¥60.00',
      'Tax 13% CN¥70.20',
      'Total CN¥610.20',
    ]);
    expect(words('zh-CN').sums.map(({ label, value }) => `${label} ${value}`)).toEqual([
      '小计 ¥600.00',
      '优惠 -¥60.00',
      '税 13% ¥70.20',
      '合计 ¥610.20',
    ]);
    expect(words('zh-CN').facts[0]).toEqual({ label: '编号', value: '草稿' });
  });
});
