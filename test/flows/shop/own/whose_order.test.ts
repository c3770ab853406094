import { beforeEach, describe, expect, it } from 'vitest';
import { buttonsOf, testHouse } from '../../../support/house.ts';

const house = await testHouse({ locale: 'zh-CN', currency: 'CNY' });
beforeEach(
  house.startingWith(async () => {
    for (const name of ['Anna Smith', 'Bob Jones', '李明', '王强', '林小梅']) await house.say(`/add ${name}`);
  }),
);

const orders = () =>
  house.db.sql`
    select c.name, (select string_agg(quantity || ' ' || title, ', ') from order_lines where order_id = o.id) as lines
    from orders o join contacts c on c.id = o.contact_id order by o.id`;
const labels = (reply: Parameters<typeof buttonsOf>[0]) => buttonsOf(reply).map(({ label }) => label);

describe('whose order it is', () => {
  it.each([
    ['Anna Miller poster ¥80', ['添加 Anna Miller', '是 Anna Smith：Miller poster ¥80']],
    ['Anna Smyth poster ¥80', ['添加 Anna Smyth', '是 Anna Smith：Smyth poster ¥80']],
    ['Bob Dylan 2x poster ¥80', ['添加 Bob Dylan', '是 Bob Jones：Dylan 2x poster ¥80']],
    ['李明明 2盒龙井 256', ['添加 李明明', '是 李明：2盒龙井 256']],
    ['王强强 2盒龙井 256', ['添加 王强强', '是 王强：2盒龙井 256']],
    ['林小梅妈妈 2盒龙井 256', ['添加 林小梅妈妈', '是 林小梅：2盒龙井 256']],
    ['林小梅龙井 256元', ['添加 林小梅龙井', '是 林小梅：龙井 256元']],
  ])('is asked where more stands in front of the goods than a name that is known: %s', async (words, asked) => {
    const reply = await house.say(`/订单 ${words}`);
    expect(labels(reply)).toEqual(asked);
    expect(reply.text).toContain(
      words
        .split(' ')
        .slice(0, /[A-Z]/.test(words) ? 2 : 1)
        .join(' '),
    );
    expect(await orders()).toEqual([]);
  });

  it('is asked where one character is all that is said', async () => {
    const reply = await house.say('/订单 王 2盒龙井 256');
    expect([reply.failed, labels(reply).length, await orders()]).toEqual([true, 1, []]);
  });

  it('is whom a tap names', async () => {
    const asked = await house.say('/订单 李明明 2盒龙井 256');
    await house.say(buttonsOf(asked)[1]!.command!);
    const added = await house.say(buttonsOf(asked)[0]!.command!);
    await house.say(buttonsOf(added)[0]!.command!);
    expect(await orders()).toEqual([
      { name: '李明', lines: '2 龙井' },
      { name: '李明明', lines: '2 龙井' },
    ]);
  });

  it.each([
    'Anna poster ¥80',
    'Anna SEO audit ¥80',
    'Anna Smith Poster ¥80',
    'Bob iPhone case ¥80',
    '李明 2盒龙井 256',
  ])('is clear: %s', async (words) => {
    await house.say(`/订单 ${words}`);
    expect(await orders()).toHaveLength(1);
  });
});
