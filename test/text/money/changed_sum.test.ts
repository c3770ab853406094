import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAmount } from '../../../src/text/money/read_amount.ts';

/** '400 GBP | £800' for what is asked, '80000 GBP' for what is taken, '-' for none. */
function read(text: string): string {
  const found = readAmount(text, 'GBP');
  if (found.is === 'amount') return `${found.money.minor} ${found.money.currency}`;
  return found.is === 'unsure' ? found.perhaps.map(({ price }) => price).join(' | ') : '-';
}

describe('a sum that is only the beginning of a calculation is never taken: what it comes to is offered', () => {
  it.each([
    ['flyer £800 x 50%', '400 GBP | £800'],
    ['50% of £800', '400 GBP | £800'],
    ['half of £800', '400 GBP | £800'],
    ['half the usual £800', '400 GBP | £800'],
    ['2/3 of £900', '600 GBP | £900'],
    ['a third of £900', '300 GBP | £900'],
    ['three quarters of $1k', '750 USD | $1k'],
    ['a quarter off £100', '75 GBP | £100'],
    ['twice £300', '600 GBP | £300'],
    ['double £300', '600 GBP | £300'],
    ['£800/2', '400 GBP | £800'],
    ['£800 divided by 4', '200 GBP | £800'],
    ['£800 x 0.75', '600 GBP | £800'],
    ['£800 minus 50', '750 GBP | £800'],
    ['£800 less a £50 deposit', '750 GBP | £800'],
    ['£800 halved', '400 GBP | £800'],
    ['£800 after 10% discount', '720 GBP | £800'],
    ['10% off £800', '720 GBP | £800'],
    ['30% deposit on £800', '240 GBP | £800'],
    ['800元的一半', '400 CNY | 800元'],
    ['1000的一半', '500 | 1000'],
    ['800元减50', '750 CNY | 800元'],
    ['2000元的30%', '600 CNY | 2000元'],
    ['2000元的百分之三十', '600 CNY | 2000元'],
    ['900元的三分之一', '300 CNY | 900元'],
    ['900元的两倍', '1800 CNY | 900元'],
    ['八折 1000元', '800 CNY | 1000元'],
    ['1000元九折', '900 CNY | 1000元'],
    ['1000元七五折', '750 CNY | 1000元'],
    ['1000元8折', '800 CNY | 1000元'],
    ['1000元8.5折', '850 CNY | 1000元'],
    ['1万九折', '9000 GBP | 1万'],
    ['1000元三成定金', '300 CNY | 1000元'],
    ['1000元减半', '500 CNY | 1000元'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected));

  it('whatever the share, to the penny', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 100, max: 99_999 }), (percent, pounds) => {
        const worth = (pounds * percent) / 100;
        const price = Number.isInteger(worth) ? String(worth) : worth.toFixed(2);
        const [named, plain] = [`${price} GBP | £${pounds}`, `£${pounds} | `];
        for (const text of [`${percent}% of £${pounds}`, `£${pounds} x ${percent}%`, `£${pounds}的${percent}%`])
          expect(`${read(text)} | `).toContain(named.slice(-plain.length));
        expect(read(`${percent}% of £${pounds}`)).toBe(named);
      }),
    );
  });

  it.each([
    ['half day £300', '30000 GBP'],
    ['double room £300', '30000 GBP'],
    ['logo 1000元打九折 合计900元', '90000 CNY'],
    ['50% off banner £80', '8000 GBP'],
    ['logo £800, 30% deposit', '80000 GBP'],
    ['800元 三折页', '80000 CNY'],
    ['800元 八成新', '80000 CNY'],
    ['3 x 20%', '-'],
  ])('%s is none', (text, expected) => expect(read(text)).toBe(expected));
});

describe('a unit glued to a number belongs to it', () => {
  it.each([
    ['£1k-ish', '100000 GBP'],
    ['£3-4k', '£3k | £4k'],
    ['¥5000円', '5000 JPY'],
    ['5000円', '5000 JPY'],
    ['5千円', '5000 JPY'],
    ['5万円', '50000 JPY'],
    ['1280+运费', '1280'],
    ['1280不含运费', '1280'],
    ['500 р', '500 RUB'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected));
});
