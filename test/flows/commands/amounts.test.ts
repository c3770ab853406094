import { beforeEach, describe, expect, it } from 'vitest';
import { buttonsOf, testHouse } from '../../support/house.ts';

const house = await testHouse();
beforeEach(
  house.startingWith(async () => {
    await house.say('/add Zoe +12025550147');
  }),
);

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
    ['logo 500 Euros', 'logo = 50000 EUR'],
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
    ['logo PLN 500', 'logo = 50000 PLN'],
    ['logo CHF 2,500', 'logo = 250000 CHF'],
    ['logo SEK 1500', 'logo = 150000 SEK'],
    ['logo DKK 1.500', 'logo = 150000 DKK'],
    ['logo KWD 1.234', 'logo = 1234 KWD'],
    ['TOP logo 500', 'TOP logo = 50000 CNY'],
  ])('/lead Zoe %s keeps the currency, whatever the shop’s own is', async (words, kept) => {
    await house.say(`/lead Zoe ${words}`);
    expect(await leads()).toEqual([kept]);
  });

  it.each([
    ['logo USD 10.005', 'USD 10.005'],
    ['logo GBP 2.500', 'GBP 2.500'],
    ['logo CHF 2.500', 'CHF 2.500'],
    ['logo US$500 CAD', 'US$500 CAD'],
    ['logo a grand', 'a grand'],
    ['茶 六百四一斤', '六百四一斤'],
    ['logo 1e3 EUR', '1e3 EUR'],
    ['logo 12345678901234567890 EUR', '12345678901234567890 EUR'],
    ['白茶 300一斤', '300一斤'],
    ['白茶 300每斤', '300每斤'],
    ['茶饼 3块', '3块'],
    ['3块茶饼', '3块'],
  ])('/lead Zoe %s is of no certain worth, which is said', async (words, said) => {
    expect((await house.say(`/lead Zoe ${words}`)).hint).toContain(said);
    expect(await leads()).toEqual([words]);
  });

  it.each([
    ['logo 300 and 400 EUR', ['EUR 300.00', 'EUR 400.00', 'EUR 700.00']],
    ['logo 300+400', ['CNY 300.00', 'CNY 400.00', 'CNY 700.00']],
    ['logo 300 / 400', ['CNY 300.00', 'CNY 400.00', 'CNY 700.00']],
    ['logo 300, 400 EUR', ['EUR 300.00', 'EUR 400.00', 'EUR 700.00']],
    ['logo EUR 300 and 400', ['EUR 300.00', 'EUR 400.00', 'EUR 700.00']],
    ['茶 300和400元', ['CNY 300.00', 'CNY 400.00', 'CNY 700.00']],
    ['茶 300、400、500元', ['CNY 300.00', 'CNY 400.00', 'CNY 500.00', 'CNY 1200.00']],
  ])('/lead Zoe %s asks which of them it is, or their sum', async (words, amounts) => {
    const reply = await house.say(`/lead Zoe ${words}`);
    expect(reply.failed).toBe(true);
    expect(buttonsOf(reply).map(({ label }) => label)).toEqual(amounts);
    expect(await leads()).toEqual([]);
  });

  it.each([
    ['frame 3, 400 EUR', 'frame 3 = 40000 EUR'],
    ['size 40 and 400 EUR', 'size 40 and = 40000 EUR'],
    ['300+400 合计 700元', '300+400 合计 = 70000 CNY'],
  ])('/lead Zoe %s names one amount', async (words, kept) => {
    await house.say(`/lead Zoe ${words}`);
    expect(await leads()).toEqual([kept]);
  });

  it.each([
    ['RMB1280 茶', '茶 = 128000 CNY'],
    ['CNY 1,280 茶', '茶 = 128000 CNY'],
    ['茶 1280.', '茶 = 128000 CNY'],
    ['candle $.50', 'candle = 50 USD'],
    ['USD500 logo', 'logo = 50000 USD'],
    ['logo 500usd', 'logo = 50000 USD'],
    ['logo five hundred dollars', 'logo = 50000 USD'],
    ['logo twenty-five euros', 'logo = 2500 EUR'],
    ['500块钱 茶', '茶 = 50000 CNY'],
    ['1.2k web', 'web = 120000 CNY'],
    ['12.5万 装修', '装修 = 12500000 CNY'],
    ['500元3斤 茶', '3斤 茶 = 50000 CNY'],
    ['礼盒五百', '礼盒 = 50000 CNY'],
    ['10斤龙井 - 500元', '10斤龙井 = 50000 CNY'],
    ['¥500 x 3 cups', '¥500 x 3 cups = 150000 CNY'],
    ['每斤¥128 10斤 合计¥1280', '每斤¥128 10斤 合计¥1280 = 128000 CNY'],
  ])('/lead Zoe %s, however it is written', async (words, kept) => {
    expect(await house.say(`/lead Zoe ${words}`)).not.toHaveProperty('hint');
    expect(await leads()).toEqual([kept]);
  });

  it.each([
    ['约500元 礼盒', 50000],
    ['礼盒 500左右', 50000],
    ['礼盒 500元上下', 50000],
    ['logo about $500', 50000],
    ['logo around 500', 50000],
  ])('roughly said it is taken, and the title says that it is rough: %s', async (words, minor) => {
    expect(await house.say(`/lead Zoe ${words}`)).not.toHaveProperty('hint');
    expect(await leads()).toEqual([expect.stringContaining(`${words} = ${minor}`)]);
  });

  it.each([
    ['茶 1 280元', '1 280元', ['¥1,280.00', '¥280.00']],
    ['¥1 280 茶', '¥1 280', ['¥1,280.00', '¥1.00']],
    ['礼盒 500-800元', '500-800元', ['¥500.00', '¥800.00']],
    ['礼盒 ¥500~800', '¥500~800', ['¥500.00', '¥800.00']],
    ['logo £500-700', '£500-700', ['£500.00', '£700.00']],
    ['logo between $500 and $700', 'between $500 and $700', ['US$500.00', 'US$700.00']],
    ['预算5000-8000', '5000-8000', ['¥5,000.00', '¥8,000.00']],
    ['装修 2-3万', '2-3万', ['¥20,000.00', '¥30,000.00']],
    ['调整 -300元', '-300元', ['¥300.00']],
    ['老客户优惠50元', '优惠50元', ['¥50.00']],
    ['减50元', '减50元', ['¥50.00']],
    ['上次欠500元', '欠500元', ['¥500.00']],
    ['便宜20', '便宜20', ['¥20.00']],
    ['退50', '退50', ['¥50.00']],
    ['logo $50 off', '$50 off', ['US$50.00']],
    ['300份*180 优惠50元', '优惠50元', ['¥50.00']],
    ['预算500元以内', '500元以内', ['¥500.00']],
    ['茶500', '500', ['¥500.00']],
    ['定金500 尾款780', '尾款780', ['¥780.00']],
    ['一百多元 茶', '一百多元', ['¥100.00']],
    ['几百元 茶', '几百元', []],
    ['500多元 茶', '500多元', []],
    ['五百强礼盒', '五百', ['¥500.00']],
    ['10 pounds of oolong', '10 pounds', ['£10.00']],
    ['每斤¥128 共10斤', '每斤¥128', ['10 × ¥128.00 = ¥1,280.00']],
    ['茶 ¥500/斤 要3斤', '¥500/斤', ['3 × ¥500.00 = ¥1,500.00']],
    ['1280元/斤 10斤', '1280元/斤', ['10 × ¥1,280.00 = ¥12,800.00']],
    ['500元一斤 要3斤', '500元一斤', ['3 × ¥500.00 = ¥1,500.00']],
    ['design per hour £50', 'per hour £50', ['£50.00']],
    ['cups 50 a piece', '50 a piece', ['¥50.00']],
    ['500 logo', '500', ['¥500.00']],
    ['500 五斤茶', '500', ['¥500.00']],
    ['logo 500/month', '500/month', ['¥500.00']],
    ['logo 500 net', '500 net', ['¥500.00']],
    ['logo 500+VAT', '500+VAT', ['¥500.00']],
    ['logo 500 excl. VAT', '500 excl. VAT', ['¥500.00']],
    ['logo 500 deposit', '500 deposit', ['¥500.00']],
    ['logo 500,-', '500,-', ['¥500.00']],
    ['五斤茶 500起', '500起', ['¥500.00']],
    ['茶 500含税', '500含税', ['¥500.00']],
    ['logo five hundred', 'five hundred', ['¥500.00']],
    ['茶 伍佰元整', '伍佰元整', ['¥500.00']],
    ['茶 壹万贰仟元整', '壹万贰仟元整', ['¥12,000.00']],
    ['logo 500kr', '500kr', ['SEK\u00a0500.00', 'NOK\u00a0500.00', 'DKK\u00a0500.00']],
    ['logo RM500', 'RM500', ['MYR\u00a0500.00']],
    ['logo R500', 'R500', ['ZAR\u00a0500.00']],
    ['logo Rs 500', 'Rs 500', ['₹500.00', 'PKR\u00a0500.00', 'LKR\u00a0500.00']],
    ['logo R$500', 'R$500', ['R$500.00']],
    ['logo 500 Kč', '500 Kč', ['CZK\u00a0500.00']],
    ['logo 50 000 JPY', '50 000 JPY', ['JP¥50,000']],
  ])('%s: “%s” is not what it costs, so it is said and what it may mean is offered', async (words, said, offered) => {
    await house.type(`/lead Zoe ${words}`);
    const reply = (await house.cards()).at(-1)!;
    expect(reply.hint).toBe(`金额：—（没有把「${said}」当作金额）`);
    expect(await leads()).toEqual([words]);
    const labels = buttonsOf(reply).map(({ label }) => label);
    expect(labels.filter((label) => label.startsWith('金额'))).toEqual(offered.map((one) => `金额 ${one}`));
    if (offered.length === 0) return;
    await house.press(labels[0]!);
    expect((await leads())[0]).toContain(`${words} = `);
  });

  it.each(['3 logos $300 each', '2饼寿眉 一饼150', '50 menus at 6.80 each', '500 flyers for 180'])(
    'so many at so much each, or for so much in all, is what it comes to: %s',
    async (words) => {
      expect(await house.say(`/lead Zoe ${words}`)).not.toHaveProperty('hint');
      expect((await leads())[0]).toContain(`${words} = `);
    },
  );

  it.each(['500 all boxes', '10 cup set', '2026-12-05', '座机 021-500', 'banner A4'])(
    'in %s words and numbers are no money',
    async (words) => {
      expect(await house.say(`/lead Zoe ${words}`)).not.toHaveProperty('hint');
      expect(await leads()).toEqual([words]);
    },
  );

  it.each(['约1280', '500-800', '-300', '优惠50元', '¥500/斤'])(
    '/won with %s is refused, not misread',
    async (words) => {
      await house.say('/lead Zoe logo');
      expect((await house.say(`/won 1 ${words}`)).failed).toBe(true);
      expect(await leads()).toEqual(['logo']);
    },
  );

  it.each([
    'iPhone 15 case',
    'website 改版',
    '龙井10斤',
    '3000个纸盒',
    '5万份传单',
    'Model S for Anna',
    '二百五十克茶叶',
    '300 boxes',
    '500 business cards',
    '500ml tea',
    '2024 calendar',
    '500 个纸盒',
    'Li Lei 500g tea',
    'one hundred boxes',
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

it('control: a size with a quantity behind it is a product without a price, which is asked for', async () => {
  await house.say('/lead Zoe logo');
  expect(await house.say('/quote 1 龙井 250克×2')).toMatchObject({
    failed: true,
    rest: { before: '/quote 1 龙井 250克 2x' },
  });
});
