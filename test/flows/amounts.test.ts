import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buttonsOf, type House, testHouse } from '../support/house.ts';

let house: House;
beforeAll(async () => {
  house = await testHouse();
});
beforeEach(async () => {
  await house.reset();
  await house.say('/add Zoe +12025550147');
});

const leads = async () =>
  (
    await house.db.sql<{ title: string; minor: string | null; currency: string | null }>`
      select title, amount_minor as minor, currency from leads order by id`
  ).map(({ title, minor, currency }) => `${title}${minor === null ? '' : ` = ${minor} ${currency}`}`);

describe('an amount counts wherever it stands', () => {
  it.each([
    ['¥3,500 网站改版', '网站改版 = 350000 CNY'],
    ['网站 ¥3,500 改版', '网站 改版 = 350000 CNY'],
    ['1.2万 礼盒', '礼盒 = 1200000 CNY'],
    ['3万5 礼盒', '礼盒 = 3500000 CNY'],
    ['三万五 礼盒', '礼盒 = 3500000 CNY'],
    ['两百块 茶叶', '茶叶 = 20000 CNY'],
    ['12块5 茶包', '茶包 = 1250 CNY'],
    ['十二块五 茶包', '茶包 = 1250 CNY'],
    ['£480 wedding favours', 'wedding favours = 48000 GBP'],
    ['500 USD logo', 'logo = 50000 USD'],
    ['logo 500 USD + VAT', 'logo + VAT = 50000 USD'],
    ['logo for 500 dollars, by May', 'logo for by May = 50000 USD'],
    ['5k website', 'website = 500000 CNY'],
    ['logo 1.000 EUR', 'logo = 100000 EUR'],
    ['logo 1.234,56 EUR', 'logo = 123456 EUR'],
    ['龙井10斤 ¥1280', '龙井10斤 = 128000 CNY'],
    ['logo 5000', 'logo = 500000 CNY'],
    ['logo 12.50', 'logo = 1250 CNY'],
    ['宣传册 300份*180', '宣传册 300份*180 = 5400000 CNY'],
    ['cups 40 @ £2.50', 'cups 40 @ £2.50 = 10000 GBP'],
    ['cups 120x€4', 'cups 120x€4 = 48000 EUR'],
  ])('/lead Zoe %s', async (words, kept) => {
    expect(await house.say(`/lead Zoe ${words}`)).not.toHaveProperty('hint');
    expect(await leads()).toEqual([kept]);
  });

  it.each([
    'iPhone 15 case',
    'website 改版',
    '龙井10斤',
    '3000个纸盒',
    '5万份传单',
    'Model S for Anna',
    '二百五十克茶叶',
  ])('in %s there is none, and nothing is said of one', async (words) => {
    expect(await house.say(`/lead Zoe ${words}`)).not.toHaveProperty('hint');
    expect(await leads()).toEqual([words]);
  });

  it.each([
    ['banner 120x4', '120x4', 'banner 120x4 = 48000 CNY'],
    ['iPhone 15', '15', 'iPhone 15 = 1500 CNY'],
    ['calendar 2027', '2027', 'calendar 2027 = 202700 CNY'],
    ['order 1204', '1204', 'order 1204 = 120400 CNY'],
  ])('%s: %s may be something else: it is not taken, but one tap makes it the amount', async (words, said, after) => {
    await house.type(`/lead Zoe ${words}`);
    const reply = (await house.cards()).at(-1)!;
    expect(reply.hint).toBe(`金额：—（没有把「${said}」当作金额）`);
    expect(await leads()).toEqual([words]);
    await house.press(buttonsOf(reply)[0]!.label);
    expect(await leads()).toEqual([after]);
  });

  it('of no certain worth is said: 1.000 USD', async () => {
    expect((await house.say('/lead Zoe logo 1.000 USD')).hint).toContain('1.000 USD');
    expect(await leads()).toEqual(['logo 1.000 USD']);
  });

  it('of two the owner is asked which', async () => {
    await house.type('/lead Zoe logo $500 or €450 with print');
    expect(await leads()).toEqual([]);
    await house.press('EUR 450.00');
    expect(await leads()).toEqual(['logo $500 or €450 with print = 45000 EUR']);
  });
});

it.each([
  ['300份*180', '300 × ¥180.00'],
  ['40 @ £2.50', '40 × £2.50'],
  ['2x300', '2 × ¥300.00'],
])('a quote’s line may be written %s', async (words, line) => {
  await house.say('/lead Zoe logo');
  const reply = await house.say(`/quote 1 cups ${words}`);
  expect(reply.lists![0]!.items[0]!.detail).toContain(line);
});
