import { beforeEach, describe, expect, it } from 'vitest';
import { buttonsOf, testHouse } from '../../support/house.ts';

const house = await testHouse();
beforeEach(
  house.startingWith(async () => {
    await house.say('/add 林小梅 13800138000 mei@example.com city:上海');
    await house.say('/tag c1 #vip');
    await house.say('/field add 尺码 数字');
    await house.say('/field add Taste text');
    await house.say('/edit 林小梅 生日: 5月12日, 尺码: 38, Taste: green, 地址: 南京路1号');
  }),
);

const labels = async () => ((await house.say('/contact c1')).fields ?? []).map(({ label }) => label);

it.each([
  ['/edit c1 clear birthday', '生日'],
  ['/edit c1 remove her birthday', '生日'],
  ['/edit c1 birthday: remove', '生日'],
  ['/edit c1 Delete Address', '地址'],
  ['/edit c1 clear taste', 'Taste'],
  ['/修改 林小梅 清空 尺码', '尺码'],
  ['/修改 林小梅 去掉生日', '生日'],
  ['/修改 林小梅 把生日去掉', '生日'],
  ['/修改 林小梅 地址不要了', '地址'],
  ['/修改 林小梅 把Taste清空', 'Taste'],
  ['/修改 林小梅 尺码：无', '尺码'],
])('%s empties that field and no other, and can be undone', async (line, label) => {
  const before = await labels();
  const state = await house.state();
  expect(before).toContain(label);
  expect((await house.say(line)).failed).not.toBe(true);
  expect(await labels()).toEqual(before.filter((one) => one !== label));
  await house.say('/undo');
  expect(await house.state()).toEqual(state);
});

it.each([
  ['/edit c1 remove email', 'mei@example.com'],
  ['/修改 林小梅 删除邮箱', 'mei@example.com'],
  ['/修改 林小梅 把邮箱去掉', 'mei@example.com'],
  ['/edit c1 delete mei@example.com', 'mei@example.com'],
  ['/edit c1 remove phone', '13800138000'],
  ['/edit c1 remove 13800138000', '13800138000'],
  ['/edit c1 clear city', '上海'],
  ['/edit c1 remove #vip', 'vip'],
])('%s takes away what it names', async (line, gone) => {
  const shown = async () => JSON.stringify(await house.say('/contact c1')).replace(/ /g, '');
  expect(await shown()).toContain(gone);
  expect((await house.say(line)).failed).not.toBe(true);
  expect(await shown()).not.toContain(gone);
});

describe('what only looks like it', () => {
  it.each(['/edit c1 Clear Water', '/edit c1 remove beans', '/edit c1 清空了仓库'])(
    '%s is asked about, and nothing goes',
    async (line) => {
      const before = await house.state();
      expect((await house.say(line)).failed).toBe(true);
      expect(await house.state()).toEqual(before);
    },
  );

  it('is a word that a text may consist of', async () => {
    await house.say('/edit c1 Taste: clear');
    expect((await house.say('/contact c1')).fields?.find(({ label }) => label === 'Taste')?.value).toBe('clear');
  });
});

it('a value that is no value says how the field is emptied', async () => {
  const reply = await house.say('/edit c1 尺码: 大');
  expect(reply.hint).toContain('尺码：无');
  expect(buttonsOf(reply).map(({ label }) => label)).not.toContain('改名');
});
