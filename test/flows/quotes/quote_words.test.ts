import { beforeEach, describe, expect, it } from 'vitest';
import { buttonsOf, telegramMessage, testHouse } from '../../support/house.ts';

const house = await testHouse();
beforeEach(
  house.startingWith(async () => {
    await house.happen(telegramMessage('旗舰版多少钱？', { from: { address: '1001', name: '李雷' } }));
    await house.db.autocommit`
      insert into connections (provider, token) values ('shopify', 'x')`;
    await house.db.autocommit`
      insert into products (connection_id, external_id, title, currency, published, variants, version_at, version_tie)
      values (1, 'p1', '旗舰版', 'CNY', true, '[{"title": "", "sku": null, "price": "1280.00", "stock": null}]', now(), '')`;
  }),
);

const fields = async (line: string) =>
  Object.fromEntries((await house.say(line)).fields!.map(({ label, value }) => [label, value]));
const amounts = () => house.db.sql`select amount_minor as amount, currency from leads order by id`;

describe('a quote in one line', () => {
  it('takes the price of a product, with discount and validity, and can be taken back', async () => {
    expect(await fields('/报价 李雷 2×旗舰版 -10% 有效期周五')).toEqual({
      合计: '¥2,304.00',
      优惠: '10% · ¥256.00',
      有效期至: '2026-11-27',
    });
    expect(await amounts()).toEqual([{ amount: '230400', currency: 'CNY' }]);
    await house.say('/撤销');
    expect(await house.db.sql`select from quotes`).toHaveLength(0);
  });

  it('asks what a product without a price costs, and goes on with what is typed', async () => {
    const asked = await house.say('/报价 李雷 2×茶具');
    expect(asked).toMatchObject({ failed: true, text: '「茶具」单价多少？店铺里没有查到唯一的价格。' });
    await house.type('/报价 李雷 2×茶具');
    await house.deliver();
    const question = (await house.outbox()).findLast(({ payload }) => JSON.stringify(payload).includes('茶具'))!;
    await house.type('300', { answers: [question.externalId!] });
    expect(await amounts()).toEqual([{ amount: '60000', currency: 'CNY' }]);
  });

  it.each([
    ['2×茶具 -10% 有效期周五', 1, '¥540.00'],
    ['2×茶具；旗舰版×1 -10% 有效期周五', 2, '¥1,692.00'],
    ['旗舰版×1；2×茶具 -10% 有效期周五', 2, '¥1,692.00'],
    ['2×茶具；包装 1x100；-10%，有效期周五', 2, '¥630.00'],
  ])('keeps all that was said while it asks for a price: %s', async (words, lines, total) => {
    await house.type(`/报价 李雷 ${words}`);
    await house.deliver();
    const question = (await house.outbox()).findLast(({ payload }) => JSON.stringify(payload).includes('茶具'))!;
    await house.type('300', { answers: [question.externalId!] });
    if (lines > 1) await house.press(buttonsOf((await house.cards()).at(-1)!)[0]!);
    expect(await house.db.sql`select from quote_lines`).toHaveLength(lines);
    expect(await fields('/报价 1')).toMatchObject({ 合计: total, 有效期至: '2026-11-27' });
  });

  it.each([
    ['2x茶具 ¥500 -10%', ['茶具 · 2 × ¥500.00 = ¥1,000.00', '2× 茶具 · 1 × ¥500.00 = ¥500.00']],
    ['2×茶具 8000 -10%', ['茶具 · 2 × ¥8,000.00 = ¥16,000.00', '2× 茶具 · 1 × ¥8,000.00 = ¥8,000.00']],
    ['2×茶具，每套500元，9折', ['2 × ¥500.00 = ¥1,000.00']],
    ['2x tea set ¥500 each, -10%', ['2 × ¥500.00 = ¥1,000.00']],
    ['1x茶具 ¥500 -10%', ['1 × ¥500.00 = ¥500.00']],
    ['2x tea set at ¥500 -10%', ['2 × ¥500.00 = ¥1,000.00']],
  ])('asks whether a sum behind so many is of each, and says what else it sets: %s', async (words, labels) => {
    const asked = await house.say(`/报价 李雷 ${words}`);
    expect(asked.buttons!.flat().map(({ label }) => label)).toEqual(labels);
    expect(asked.hint).toContain('优惠 -10%');
    await house.press(asked.buttons![0]![0]!);
    expect((await fields('/报价 1')).优惠).toContain('10%');
  });

  it('asks for the price of what is called with a figure', async () => {
    expect((await house.say('/报价 李雷 2×iPhone 15')).text).toContain('「iPhone 15」单价多少');
  });

  it.each([
    ['李雷 包装设计 -10% 有效期周五', '2x300', '包装设计 × 2 · ¥540.00'],
    ['韩梅梅 包装设计 备注：加急 有效期周五', '2x300', '包装设计 × 2 · ¥600.00'],
  ])('takes a price that is typed later for the item alone: %s', async (words, answer, line) => {
    await house.say('/添加 韩梅梅 han@x.example');
    await house.type(`/报价 ${words}`);
    await house.deliver();
    const question = (await house.outbox()).findLast(({ payload }) => JSON.stringify(payload).includes('包装'))!;
    await house.type(answer, { answers: [question.externalId!] });
    const [made] = await house.db.sql<{ description: string; quantity: string; minor: string }>`
      select description, trim_scale(quantity)::text as quantity, (select amount_minor from leads where id = lead_id) as minor
      from quote_lines`;
    expect(`${made?.description} × ${made?.quantity} · ¥${Number(made?.minor) / 100}.00`).toBe(line);
  });

  it('asks whether a tax is within the prices, and keeps the rest of what was said', async () => {
    const asked = await house.say('/报价 李雷 包装设计 2x300 税率13% 备注：加急');
    expect(asked.text).toContain('13%');
    expect(await house.db.sql`select from quote_lines`).toHaveLength(0);
    expect(buttonsOf(asked).map(({ label }) => label)).toEqual(['已含 13%', '另加 13%']);
    expect(await fields(buttonsOf(asked)[1]!.command)).toMatchObject({
      合计: '¥678.00',
      '税 13%': '¥78.00',
      备注: '加急',
    });
  });

  it('takes something off one line alone, and nothing any more where that is said', async () => {
    await house.say('/报价 李雷 包装设计 2x300');
    await house.say('/报价 李雷 印刷 1x100');
    expect(await fields('/报价 李雷 第1行 打9折')).toMatchObject({ 合计: '¥640.00' });
    expect(await fields('/报价 李雷 -¥40')).toMatchObject({ 合计: '¥600.00', 优惠: '¥40.00' });
    expect(await fields('/报价 李雷 不打折')).toMatchObject({ 合计: '¥640.00' });
    expect((await house.say('/报价 李雷 第5行 打9折')).failed).toBe(true);
    expect(await amounts()).toEqual([{ amount: '64000', currency: 'CNY' }]);
  });
});

describe('what stands on quotes by default', () => {
  it('is said once, and holds for quotes of which nothing else is said', async () => {
    for (const line of ['税率 另加6%税', '有效期 30', '条款 三天内付清', '编号 LL-YYYY-##', '地址 龙井路 1 号'])
      expect((await house.say(`/商家 ${line}`)).text, line).toBe('已记下。已发出的报价不变。');
    expect(await fields('/报价 李雷 包装设计 2x300')).toMatchObject({
      合计: '¥636.00',
      '税 6%': '¥36.00',
      有效期至: '2026-12-21',
      条款: '三天内付清',
    });
    expect((await house.say('/报价 李雷 发送')).title).toBe('报价 LL-2026-01 将发给 李雷');
    for (const line of ['编号 c##', '有效期 900', '税率 很多'])
      expect((await house.say(`/商家 ${line}`)).failed).toBe(true);
    await house.say('/商家 条款 关闭');
    expect(await fields('/报价 李雷')).not.toHaveProperty('条款');
    await house.say('/撤销');
    expect(await fields('/报价 李雷')).toHaveProperty('条款');
  });

  it('shows the PDF in the language of its customer, and names what it cannot show', async () => {
    await house.say('/报价 李雷 茶🍵 2x300');
    const shown = await house.say('/报价 李雷 pdf');
    expect(shown.attachments![0]!.name).toBe('报价单 草稿.pdf');
    expect(shown.hint).toContain('🍵');
    expect(await house.db.sql`select from quote_numbers`).toHaveLength(0);
  });

  it('lists what was sent, by how it stands', async () => {
    expect((await house.say('/报价单')).text).toContain('没有这样的报价单');
    await house.say('/报价 李雷 包装设计 2x300');
    await house.type('/报价 李雷 发送');
    await house.press('确认发送');
    expect((await house.say('/报价单 已发送')).lists![0]!.items[0]).toMatchObject({
      text: '李雷 · 旗舰版多少钱？',
      ref: 'Q-2026-001',
      detail: '¥600.00 · 已发送',
    });
    expect((await house.say('/报价单 已接受')).text).toContain('没有这样的报价单');
    expect((await house.say('/时间线 李雷')).lists!.flatMap(({ items }) => items).map(({ text }) => text)).toContain(
      '📄 报价 Q-2026-001 · ¥600.00',
    );
  });
});
