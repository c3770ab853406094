import { beforeEach, describe, expect, it } from 'vitest';
import { buttonsOf, testHouse } from '../../support/house.ts';

const house = await testHouse();
beforeEach(
  house.startingWith(async () => {
    await house.say('/add 林小梅');
    await house.say('/field add 尺码 数字');
    await house.say('/field add 批发 是否');
  }),
);
const value = async (name: string) =>
  (await house.say('/contact c1')).fields?.find(({ label }) => label === name)?.value;

describe('what stands in a field as people say it', () => {
  it.each([
    ['批发 是的', '批发', '是'],
    ['批发 是', '批发', '是'],
    ['批发：是的', '批发', '是'],
    ['批发是的', '批发', '是'],
    ['批发 不是的', '批发', '否'],
    ['尺码 8 1/2', '尺码', '8.5'],
    ['尺码 3/4', '尺码', '0.75'],
    ['尺码是38', '尺码', '38'],
  ])('%s', async (words, name, is) => {
    await house.say(`/修改 林小梅 ${words}`);
    expect(await value(name)).toBe(is);
  });

  it.each(['38码', '约38', 'size 38'])('%s is asked with the figure in it', async (words) => {
    const reply = await house.say(`/修改 林小梅 尺码 ${words}`);
    expect([reply.failed, await value('尺码')]).toEqual([true, undefined]);
    expect(buttonsOf(reply).map(({ label }) => label)).toEqual(['38']);
    await house.press(buttonsOf(reply)[0]!);
    expect(await value('尺码')).toBe('38');
  });

  it('a part of a whole that has no end is not rounded', async () => {
    expect((await house.say('/修改 林小梅 尺码 1/3')).failed).toBe(true);
  });
});

describe('people and tables by what they are called', () => {
  it.each(['/导出 excel', '/export csv', '/导出 表格', '/export', '/export #vip as excel', '/导出 没买过'])(
    '%s is a table',
    async (line) => {
      await house.say('/tag c1 #vip');
      expect((await house.say(line)).attachments).toHaveLength(1);
    },
  );

  it.each(['/find never bought', '/查找 没买过'])('%s finds whoever has no order, and offers nobody', async (line) => {
    const reply = await house.say(line);
    expect(JSON.stringify(reply.lists)).toContain('林小梅');
    expect(buttonsOf(reply).some(({ command }) => command.startsWith('/add'))).toBe(false);
  });
});
