import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readOrder } from '../../../src/text/money/ordered_lines.ts';
import { growsTooFast, repeated } from '../../support/linear.ts';

const shown = (words: string) => {
  const read = readOrder(words, 'CNY');
  if ('unclear' in read) return 'unclear';
  return read.lines.map(({ quantity, unit, title, amount, each }) =>
    [quantity, unit, title, amount && `${amount.minor} ${amount.currency}`, each && 'each'].filter(Boolean).join(' '),
  );
};

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
    ['iPhone 15 ¥5000', ['1 iPhone 15 500000 CNY']],
    ['3 month plan $300', ['1 3 month plan 30000 USD']],
    ['3x4 frame ¥30', ['1 3x4 frame 3000 CNY']],
    ['cup KWD 1.250', ['1 cup 1250 KWD']],
    ['3x tea JPY 3000', ['3 tea 3000 JPY']],
    ['帽子 80 块', ['1 帽子 8000 CNY']],
    ['碧螺春', ['1 碧螺春']],
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
  ])('says whether it is paid: %s', (words, paid) => {
    expect(readOrder(words, 'CNY')).toMatchObject({ lines: [{ amount: { minor: '500' } }], paid });
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

  it.each(['2x', '龙井x2 ', ',', '每', 'paid ', ' x'])('takes no longer than the text is long: %s', (piece) => {
    expect(growsTooFast((text) => readOrder(text, 'CNY'), repeated(piece))).toBeUndefined();
  });
});
