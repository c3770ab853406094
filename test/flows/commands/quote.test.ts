import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Reply } from '../../../src/domain/reply.ts';
import { lineMinor, MOST_LINES, totalMinor } from '../../../src/domain/sell/quote/lines.ts';
import { buttonsOf, testHouse } from '../../support/house.ts';

const line = fc.record({
  quantity: fc
    .tuple(fc.integer({ min: 0, max: 999_999_999 }), fc.integer({ min: 0, max: 999 }))
    .map(([whole, part]) => (part === 0 ? String(whole) : `${whole}.${String(part).padStart(3, '0')}`)),
  unitMinor: fc.bigInt({ min: 0n, max: 10n ** 17n }).map(String),
});

describe('the total', () => {
  it('is the exact sum, each line within half a unit of quantity times price', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
        for (const { quantity, unitMinor } of lines) {
          const [whole = '0', part = ''] = quantity.split('.');
          const exact = BigInt(whole + part.padEnd(3, '0')) * BigInt(unitMinor);
          const off = BigInt(lineMinor({ quantity, unitMinor })) * 1000n - exact;
          expect(off > -500n && off <= 500n).toBe(true);
        }
        const sum = lines.map((one) => BigInt(lineMinor(one))).reduce((a, b) => a + b, 0n);
        expect(totalMinor(lines)).toBe(String(sum));
        expect(totalMinor(lines.toReversed())).toBe(totalMinor(lines));
      }),
      { numRuns: 100 },
    );
  });

  it('control: floats would lose units', () => {
    const big = { quantity: '3', unitMinor: '9007199254740993' };
    expect(lineMinor(big)).toBe('27021597764222979');
    expect(lineMinor(big)).not.toBe(String(3 * Number(big.unitMinor)));
  });
});

const linesOf = (reply: Reply) =>
  reply.lists?.flatMap(({ items }) => items.map(({ text, detail }) => ({ text, detail })));

describe.each(['en', 'zh-CN'] as const)('/quote (%s)', async (locale) => {
  const house = await testHouse({ locale, currency: 'CNY' });
  beforeEach(
    house.startingWith(async () => {
      await house.say('/add 张三');
      await house.say('/lead c1 包装 ¥5');
    }),
  );
  const command = locale === 'en' ? '/quote' : '/报价';
  const amount = async () => (await house.db.sql`select amount_minor, currency from leads where id = 1`)[0];

  it.each([
    ['菜单 2 x ¥300, 卡片 100x1.5', ['菜单', '卡片'], '75000'],
    ['菜单 2x300，卡片 100x1.5', ['菜单', '卡片'], '75000'],
    ['菜单 2x300、卡片 100x1.5；袋子 10x2', ['菜单', '卡片', '袋子'], '77000'],
    ['menu 2x1,200 and cards 100x1.5', ['menu', 'cards'], '255000'],
    ['menu 2x300; cards 100 x 1.5', ['menu', 'cards'], '75000'],
    ['menu 2x300 cards 100x1.5', ['menu', 'cards'], '75000'],
    // each as it is said: one with its price alone, one with how many
    ['brand identity 2400, website 3x900', ['brand identity', 'website'], '510000'],
    ['礼盒800，茶杯3x50', ['礼盒', '茶杯'], '95000'],
    ['普洱饼 50个 单价240 再加陈皮 10罐 88一罐', ['普洱饼', '陈皮'], '1288000'],
    ['普洱50饼，每饼240，陈皮10罐，每罐88', ['普洱', '陈皮'], '1288000'],
    ['红茶2个100一个，绿茶3个50一个', ['红茶', '绿茶'], '35000'],
    ['礼盒100份x198，手提袋100个x5', ['礼盒', '手提袋'], '2030000'],
    ['礼盒100份x198 加 手提袋100个x5', ['礼盒', '手提袋'], '2030000'],
    ['礼盒1万份x1.5，手提袋 1万个x2', ['礼盒', '手提袋'], '3500000'],
    ['礼盒100份 198元，手提袋100个 5元', ['礼盒', '手提袋'], '2030000'],
    ['20 mugs x 3 and 5 cups x 12', ['mugs', 'cups'], '12000'],
    ['3 hours consulting 80/h, logo 500', ['consulting (hours)', 'logo'], '74000'],
  ])('shows how each of several lines was read, and adds them by a tap: %s', async (words, items, minor) => {
    const before = await house.state();
    const asked = await house.say(`${command} 1 ${words}`);
    expect(await house.state()).toEqual(before);
    expect(asked.fields!.map(({ label }) => label)).toEqual(items);
    await house.type(`${command} 1 ${words}`);
    await house.press(buttonsOf(asked)[0]!.label);
    expect(linesOf(await house.say(`${command} 1`))!.map(({ text }) => text)).toEqual(items);
    expect(await amount()).toEqual({ amount_minor: minor, currency: 'CNY' });
  });

  it('offers what may be one line as one, too', async () => {
    const asked = await house.say(`${command} 1 frame 3x4, black 2x300`);
    await house.type(`${command} 1 frame 3x4, black 2x300`);
    await house.press(buttonsOf(asked)[1]!.label);
    expect(linesOf(await house.say(`${command} 1`))!.map(({ text }) => text)).toEqual(['frame 3x4, black']);
  });

  it.each(['3x4 frame 2x300', 'tea, green 2x1,200', '红茶、绿茶 各 2x300'])(
    'control: one line with marks in its words is added at once: %s',
    async (words) => {
      expect(linesOf(await house.say(`${command} 1 ${words}`))).toHaveLength(1);
    },
  );

  it('adds lines, shows them with their total, and the lead’s amount follows', async () => {
    await house.say(`${command} 1 3x4 frame 2x300元`);
    const added = await house.say(`${command} 张三 龙井 １．５ × ￥99.99`);
    expect(added.lists![0]!.items.map(({ text }) => text)).toEqual(['3x4 frame', '龙井']);
    expect(added.lists![0]!.items[1]!.detail).toMatch(/^1\.5 × (CN)?¥99\.99 = (CN)?¥149\.99$/);
    expect(added.fields![0]!.value).toMatch(/¥749\.99$/);
    expect(await amount()).toEqual({ amount_minor: '74999', currency: 'CNY' });
    const shown = await house.say(`${command} 1`);
    expect(linesOf(shown)).toEqual(linesOf(added));
    expect(buttonsOf(shown).some(({ command }) => command.startsWith('/undo'))).toBe(false);
  });

  it('takes a line away by its button, once', async () => {
    await house.type(`${command} 1 龙井 2x300`);
    await house.type(`${command} 1 碧螺春 1x100`);
    await house.press('/quote 1 -1');
    expect(await amount()).toEqual({ amount_minor: '10000', currency: 'CNY' });
    expect((await house.say('/quote 1 -1')).failed).toBe(true);
    await house.press('/quote 1 -2');
    expect(await amount()).toEqual({ amount_minor: null, currency: null });
  });

  it('can be undone, to the amount that was there before', async () => {
    const before = await house.state();
    await house.say(`${command} 1 龙井 2x300`);
    await house.say('/undo');
    const kept = (state: Awaited<typeof before>) => JSON.stringify(state).replace(/"active_at":"[^"]*"/g, '');
    expect(kept(await house.state())).toBe(kept(before));
  });

  it('keeps one currency, and only quantities and prices it can read', async () => {
    await house.say(`${command} 1 龙井 2x300`);
    const state = await house.state();
    for (const words of ['碧螺春 2x5 USD', '碧螺春 1.2345x5', '碧螺春 0x5', '碧螺春 2x很多', '碧螺春', '2x5', '-99']) {
      const reply = await house.say(`${command} 1 ${words}`);
      expect(reply, words).toMatchObject({ failed: true });
      expect(reply.text, words).toBeTruthy();
    }
    expect(await house.state()).toEqual(state);
  });

  it.each([
    ['框 800x3', { item: '框', quantity: '3', price: '800' }],
    ['礼盒 300份 8元', { item: '礼盒', quantity: '300', price: '8.00 CNY' }],
    ['龙井三斤 每斤800', { item: '龙井三斤 每斤800', quantity: '3', price: '800' }],
  ])('asks before it takes %s for a quantity and a price', async (words, { item, quantity, price }) => {
    const asked = await house.say(`${command} 1 ${words}`);
    expect(asked.failed).toBe(true);
    expect(buttonsOf(asked)[0]!.command).toBe(`/quote 1 item:"${item}" quantity:"${quantity}" price:"${price}"`);
    expect(await amount()).toEqual({ amount_minor: '500', currency: 'CNY' });
    await house.press(buttonsOf(asked)[0]!.command);
    expect(await amount()).toEqual({ amount_minor: '240000', currency: 'CNY' });
  });

  it.each([
    ['龙井3饼 每饼800', '龙井'],
    ['礼盒 3千份x0.8', '礼盒'],
    ['手提袋300个x8', '手提袋'],
    ['3 hours of consulting at 800 an hour', 'consulting (hours)'],
    ['consulting 3h 800/h', 'consulting (h)'],
  ])('takes %s at once, as it can be read in one way, and shows it', async (words, item) => {
    const added = await house.say(`${command} 1 ${words}`);
    expect(linesOf(added)!.map(({ text }) => text)).toEqual([item]);
    expect(await amount()).toEqual({ amount_minor: '240000', currency: 'CNY' });
  });

  it('takes no words of one thing into the name of another', async () => {
    const refused = await house.say(`${command} 1 茶杯1盒x3，礼盒2盒x198`);
    expect(refused).toMatchObject({ failed: true });
    expect(buttonsOf(refused)).toEqual([]);
  });

  it('says what each of two readings comes to, where a price may be of each or of all', async () => {
    const asked = await house.say(`${command} 1 礼盒 100份 198元，手提袋 100个 5元`);
    expect(buttonsOf(asked).map(({ label }) => label.replace(/.*· (?:CN)?¥/u, ''))).toEqual(['20,300.00', '203.00']);
  });

  it('of a closed lead is shown and no longer changed', async () => {
    await house.say(`${command} 1 龙井 2x300`);
    await house.say('/won 1');
    expect((await house.say(`${command} 1 碧螺春 2x3`)).failed).toBe(true);
    const shown = await house.say(`${command} 1`);
    expect(shown.lists![0]!.items).toHaveLength(1);
    expect(buttonsOf(shown)).toEqual([]);
  });

  it('ends before it is too long to read or too large to keep', async () => {
    await house.say(`${command} 1 龙井 999999999x99999999999999`);
    expect(await amount()).toEqual({ amount_minor: '500', currency: 'CNY' });
    const { autocommit } = house.db;
    await autocommit`
      insert into quote_lines (lead_id, description, quantity, unit_minor, currency)
      select 1, 'x', 1, 1, 'CNY' from generate_series(1, ${MOST_LINES})`;
    const reply = await house.say(`${command} 1 龙井 1x1元`);
    expect(reply).toMatchObject({ failed: true });
    expect(reply.text).toContain(String(MOST_LINES));
  });
});
