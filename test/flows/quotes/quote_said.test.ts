import { beforeEach, describe, expect, it } from 'vitest';
import { texts } from '../../../src/text/texts.ts';
import { buttonsOf, telegramMessage, testHouse } from '../../support/house.ts';

const house = await testHouse();
beforeEach(
  house.startingWith(async () => {
    await house.happen(telegramMessage('包装多少钱？', { from: { address: '1001', name: '李雷' } }));
  }),
);

const lines = () =>
  house.db.sql<{ name: string; quantity: string; unit: string; percent: string | null; minor: string | null }>`
    select description as name, trim_scale(quantity)::text as quantity, unit_minor as unit,
      trim_scale(discount_percent)::text as percent, discount_minor as minor from quote_lines order by id`;
const worth = async () => (await house.db.sql<{ amount: string }>`select amount_minor as amount from leads`)[0]?.amount;
const twoLines = async () => {
  await house.say('/报价 李雷 设计 2x300');
  await house.say('/报价 李雷 印刷 4x100');
};

describe('what is said of a quote', () => {
  it('is what its hint says, each of it, in both languages, behind the command and under the card', async () => {
    for (const locale of ['zh-CN', 'en'] as const) {
      const { howToChange } = texts(locale).quoteCard;
      const examples = howToChange.slice(howToChange.search(/[:：]/u) + 1).split(' · ');
      expect(examples.length).toBeGreaterThan(5);
      for (const example of examples.map((one) => one.trim().replace('…', 'x'))) {
        await house.say('/撤销');
        await house.db.autocommit`delete from quote_lines`;
        await house.db.autocommit`delete from quotes`;
        await twoLines();
        const before = JSON.stringify(await lines());
        const reply = await house.say(`/报价 李雷 ${example}`);
        const asks = buttonsOf(reply).find(({ label }) => label === '另加 13%');
        if (asks) await house.say(asks.command);
        else expect(reply.failed, example).toBeFalsy();
        const ofLine = /line|行/u.test(example);
        expect(JSON.stringify(await lines()) !== before, example).toBe(ofLine);
        expect(await house.db.sql`select from quotes where state = 'draft'`, example).toHaveLength(ofLine ? 0 : 1);
      }
    }
  });

  it('is said under its card as well, while words for its customer are asked about', async () => {
    await twoLines();
    const under = async (words: string) => {
      await house.type('/报价 李雷');
      await house.deliver();
      const card = (await house.outbox()).findLast(({ payload }) => JSON.stringify(payload).includes('印刷'))!;
      await house.type(words, { answers: [card.externalId!] });
      return worth();
    };
    for (const [words, amount] of [
      ['-10%', '90000'],
      ['不打折', '100000'],
      ['plus 8% tax', '108000'],
      ['不计税', '100000'],
      ['第二行 打9折', '96000'],
      ['line 1 qty 3', '126000'],
      ['删掉 印刷', '90000'],
      ['印刷 1x10', '91000'],
    ] as const)
      expect(await under(words), words).toBe(amount);
    const count = (await house.outbox()).length;
    expect(await under('什么时候方便？')).toBe('91000');
    expect(JSON.stringify((await house.outbox()).slice(count).map(({ payload }) => payload))).toContain('什么时候方便');
    await under('发送');
    expect(JSON.stringify((await house.outbox()).at(-1)!.payload)).toContain('将发给 李雷');
    await house.type('/撤销');
    expect(await worth()).toBe('90000');
  });

  it.each([
    ['line 2 qty 5', { quantity: '5' }],
    ['第2行 单价20', { unit: '2000' }],
    ['line 2 less ¥20', { minor: '2000' }],
    ['第二行 9折', { percent: '10' }],
  ])('changes one line, and is taken back: %s', async (words, change) => {
    await twoLines();
    const before = await lines();
    expect((await house.say(`/报价 李雷 ${words}`)).failed).toBeFalsy();
    expect((await lines())[1]).toEqual({ ...before[1], ...change });
    await house.say('/撤销');
    expect(await lines()).toEqual(before);
  });

  it.each([
    ['有效期至 2026-11-31', '2026-11-31'],
    ['valid until yesterday', 'yesterday'],
    ['plus 5% tax plus 7% tax', '5% 税'],
    ['-10% -5%', '-5%'],
    ['-0%', '0%'],
    ['-110%', '110%'],
    ['-¥5000', '¥5000'],
    ['less $10', 'CNY'],
    ['含税', '含税'],
    ['满1000减100', '满1000减100'],
    ['总价2000', '总价2000'],
    ['便宜点 2000', '便宜点'],
    ['change 设计 to 2200', 'change'],
    ['line 1 nicer', '设计'],
    ['line 1 -¥900', '¥900'],
    ['line 9 -5%', ''],
    ['delete 贺卡', ''],
  ])('changes nothing where it is not surely understood: %s', async (words, shown) => {
    await twoLines();
    const before = [await lines(), await house.db.sql`select from quotes`];
    const reply = await house.say(`/报价 李雷 ${words}`);
    expect(reply.failed).toBe(true);
    if (shown !== '5% 税') expect(`${reply.text}${reply.hint ?? ''}`).toContain(shown);
    expect(JSON.stringify(reply)).not.toMatch(/undefined|"label":"1 ×/);
    expect([await lines(), await house.db.sql`select from quotes`]).toEqual(before);
  });

  it('adds two taxes on top up where that is tapped, and keeps three decimals', async () => {
    const asked = await house.say('/报价 李雷 设计 1x100 plus 5% tax plus 9.975% tax');
    expect(buttonsOf(asked).map(({ label }) => label)).toEqual(['plus 5% tax', 'plus 9.975% tax', '另加 14.975%']);
    await house.say(buttonsOf(asked)[2]!.command);
    expect(await worth()).toBe('11498');
    await house.say('/报价 李雷 plus 9.975% tax');
    expect(await worth()).toBe('10998');
    expect((await house.say('/商家 税率 另加8.875%税')).failed).toBeFalsy();
    expect(buttonsOf(await house.say('/商家 税率 8.875%')).map(({ command }) => command)).toEqual([
      '/business tax incl 8.875% tax',
      '/business tax plus 8.875% tax',
    ]);
  });

  it.each([
    ['设计 2400', '1 × ¥2,400.00'],
    ['茶具 单价300 数量2', undefined],
    ['2 mugs at ¥3', undefined],
    ['加一行 茶叶罐 2x30', undefined],
    ['茶叶罐：2x30', undefined],
  ])('reads a line in other words: %s', async (words, offered) => {
    const reply = await house.say(`/报价 李雷 ${words}`);
    if (offered) {
      expect(buttonsOf(reply)[0]!.label).toContain(offered);
      await house.say(buttonsOf(reply)[0]!.command);
    }
    const [line] = await lines();
    expect(line!.name).toMatch(/^(?:设计|茶具|mugs|茶叶罐)$/u);
  });

  it.each([
    ['100份礼盒 每份60 九五折', '100 × ¥60.00', '570000'],
    ['茶具x3 每套500', '3 × ¥500.00', '150000'],
    ['10 posters at 25 each, 10% off', '10 × ¥25.00', '22500'],
  ])('shows the quote with the way to send it where every figure is read in one way: %s', async (words, line, sum) => {
    const before = await house.state();
    const reply = await house.say(`/报价 李雷 ${words}`);
    expect(JSON.stringify(reply)).toContain(line);
    expect(buttonsOf(reply).map(({ command }) => command)).toContainEqual(expect.stringMatching(/^\/quote \d+ send$/u));
    expect(await worth()).toBe(sum);
    await house.say('/撤销');
    expect(await house.state()).toEqual(before);
  });

  it('leaves nothing behind where a line cannot be added', async () => {
    await house.say('/输单 李雷');
    await house.say('/丢单 李雷');
    const before = await house.db.sql`select from leads`;
    for (const words of ['茶具 1x12q', '茶具 0x12', '茶具 1x100 -¥500', '茶具 1x100 valid until 2026-11-31'])
      expect((await house.say(`/报价 李雷 ${words}`)).failed, words).toBe(true);
    expect(await house.db.sql`select from leads`).toEqual(before);
  });

  it.each([
    ['tax id 12-3456789', 'taxId', '12-3456789'],
    ['税号：91330', 'taxId', '91330'],
    ['valid for 30 days', 'days', 30],
    ['有效期 十五天', 'days', 15],
    ['有效期 一个月', 'days', 30],
    ['Invoice numbers R-YYYY-###', 'invoiceNumbers', 'R-YYYY-###'],
  ])('takes a part of the business by the name under which it is shown: %s', async (words, fact, value) => {
    expect((await house.say(`/business ${words}`)).failed).toBeFalsy();
    const [row] = await house.db.sql<{ value: object }>`select value from settings where key = 'business'`;
    expect(row!.value).toEqual({ [fact]: value });
  });

  it.each(['on 2026-11-31', 'on feb 30', '2月30日', '2026-13-01'])(
    'of an order is asked about, where there is no such day: %s',
    async (day) => {
      expect((await house.say(`/订单 李雷 2x龙井 ¥30 ${day}`)).failed).toBe(true);
      expect(await house.db.sql`select from orders`).toHaveLength(0);
    },
  );

  it('is shown before it leaves, and in a list of theirs, where a plain sentence asks for it', async () => {
    await house.say('/商家 名称 山茶');
    await twoLines();
    const last = async () => JSON.stringify((await house.outbox()).at(-1)!.payload);
    for (const words of ['把报价发给李雷', 'send the quote to 李雷']) {
      await house.type(words);
      expect(await last(), words).toMatch(/"command":"\/quote c1 (?:send|发送)"/u);
    }
    expect((await house.say('/quote c1 send')).title).toBe('报价 Q-2026-001 将发给 李雷');
    await house.type('/报价 李雷 发送');
    await house.press('确认发送');
    for (const words of ['李雷的报价单发了吗', '李雷看过报价了吗', '/报价单 李雷', '/quotes 李雷 sent']) {
      await house.type(words);
      expect(await last(), words).toContain('Q-2026-001');
    }
    expect((await house.say('/报价单 李雷 已接受')).lists).toBeUndefined();
    expect((await house.say('/报价单 王五')).failed).toBe(true);
  });

  it('is begun by a plain sentence, and what is not sure of it is asked', async () => {
    await house.type('给李雷报价 龙井5斤480');
    const last = JSON.stringify((await house.outbox()).at(-1)!.payload);
    expect(last).toMatch(/报价/u);
    expect(await house.db.sql`select from quote_lines`).toHaveLength(0);
  });
});
