import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMoney } from '../../src/text/money/money.ts';
import { readAmount } from '../../src/text/money/read_amount.ts';

/** '15000.00 «茶»', '? 1、5万: 1.5万 | 5万' for what is asked, '-' for none. */
function read(text: string, currency = 'CNY'): string {
  const found = readAmount(text, currency);
  if (found.is === 'amount') return `${found.money.minor} «${found.title}»`;
  return found.is === 'unsure' ? `? ${found.said}: ${found.perhaps.map(({ price }) => price).join(' | ')}` : found.is;
}

describe('an amount whose point is another sign keeps its first part', () => {
  it.each([
    ['茶 1。5万', '1500000 «茶»'],
    ['茶 １。５万', '1500000 «茶»'],
    ['茶 1·5万', '1500000 «茶»'],
    ['茶 1点5万', '1500000 «茶»'],
    ['茶 一点五万', '1500000 «茶»'],
    ['茶 一。五万', '1500000 «茶»'],
    ['茶 12。5元', '1250 «茶»'],
    ['茶 ￥3。5', '350 «茶»'],
    ['tea 1。2k', '120000 «tea»'],
    ['tea 12·50 元', '1250 «tea»'],
    ['茶 1·280元', '128000 «茶»'],
  ])('%s is read whole', (text, expected) => expect(read(text)).toBe(expected));

  it.each([
    ['茶 1、5万', '? 1、5万: 1.5万 | 5万'],
    ['茶 1 5万', '? 1 5万: 1.5万 | 5万'],
    ['茶1、5万', '? 1、5万: 1.5万 | 5万'],
    ['茶 12 5元', '? 12 5元: 12.5元 | 5元'],
    ['茶 三、五万', '? 三、五万: 3.5万 | 五万'],
    ['茶 十二点五万', '? 十二点五万: 12.5万 | 五万'],
    ['茶 ¥3、5', '? ¥3、5: ¥3.5 | ¥3'],
    ['茶 1、280', '? 1、280: 1280 | 280'],
    ['张三。五万', '? 三。五万: 3.5万 | 五万'],
  ])('%s is asked', (text, expected) => expect(read(text)).toBe(expected));

  it.each([
    ['茶 2斤、300元', '30000 «茶 2斤、»'],
    ['张三 五万', '5000000 «张三»'],
    ['A款2 300元', '30000 «A款2»'],
    ['iPhone 15 8000元', '800000 «iPhone 15»'],
    ['MacBook M2 5万', '5000000 «MacBook M2»'],
    ['frame 3, 400元', '40000 «frame 3»'],
  ])('in %s the number in front is of something else', (text, expected) => expect(read(text)).toBe(expected));

  it('never leaves a figure that stands right in front of an amount in the title', () => {
    const signs = fc.constantFrom('。', '·', '、', '点', '.', ' ', '；', '：');
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99 }), signs, fc.integer({ min: 1, max: 9 }), (head, sign, tail) => {
        const found = readAmount(`茶 ${head}${sign}${tail}万`, 'CNY');
        const whole = parseMoney(`${head}.${tail}万`, 'CNY');
        if (found.is === 'amount') expect(found).toEqual({ is: 'amount', money: whole, title: '茶' });
        else if (found.is !== 'several')
          expect(found.is === 'unsure' && parseMoney(found.perhaps[0]!.price, 'CNY')).toEqual(whole);
      }),
    );
  });
});
