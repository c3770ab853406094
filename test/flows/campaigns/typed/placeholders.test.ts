import { beforeEach, describe, expect, it } from 'vitest';
import type { Reply } from '../../../../src/domain/reply.ts';
import { addPeople } from '../../../support/campaigns.ts';
import { buttonsOf, testHouse } from '../../../support/house.ts';

const house = await testHouse({ locale: 'zh-CN' });
const { sql } = house.db;
beforeEach(
  house.startingWith(async () => {
    await house.act(({ tx }) => addPeople(tx, 3));
    await house.say('/字段 添加 鞋码 数字');
    await house.say('/群发 新建 新茶 给 所有人');
  }),
);

const labels = (reply: Reply) => buttonsOf(reply).map(({ label }) => label);
const press = (reply: Reply, label: string) =>
  house.say(buttonsOf(reply).find((one) => one.label.startsWith(label))!.command);
const preview = (reply: Reply) => JSON.stringify(reply.lists);

describe('what another system would fill in does not reach customers as it stands', () => {
  it.each([
    ['{姓名}您好', '改成 {{ 姓名 }}'],
    ['*|FNAME|* 您好', '改成 {{ 称呼 }}'],
    ['【姓名】您好', '改成 {{ 姓名 }}'],
    ['您的鞋码：{鞋码}', '改成 {{ 字段.鞋码 }}'],
  ])('of a campaign: %s', async (typed, button) => {
    const card = await house.say(`/群发 1 内容 新茶到了\n${typed}`);
    expect(card.text).toContain('会原样发给客户');
    expect(labels(card).some((label) => label.startsWith('发给'))).toBe(false);
    const mended = await press(card, button);
    expect(mended.text ?? '').not.toContain('会原样发给客户');
    const [row] = await sql<{ body: string }>`select variants #>> '{of,zh-CN,body}' as body from campaigns`;
    expect(row!.body).toBe(typed.replace(/\{.*\}|\*\|.*\|\*|【.*】/u, button.slice(3)));
  });

  it('unless its owner wants it so; then it is read as it stands', async () => {
    const card = await house.say('/群发 1 内容 请回复【姓名】\n格式：【姓名】和 {电话}，回复给我们');
    const kept = await press(await press(await press(card, '【姓名】 就这样发'), '{电话} 就这样发'), '发给');
    expect(kept.title).toContain('发给 3 人');
    expect(preview(await house.say('/群发 1'))).toContain('格式：【姓名】和 {电话}，回复给我们');
  });

  it('of a second text, which alone is changed', async () => {
    await house.say('/群发 1 内容 新茶到了\n欢迎来尝。');
    const card = await house.say('/群发 1 b 新茶\n{姓名}您好，欢迎来尝');
    await press(card, '改成 {{ 姓名 }}');
    const [row] = await sql<{ a: string; b: string }>`
      select variants #>> '{of,zh-CN,body}' as a, second #>> '{of,zh-CN,body}' as b from campaigns`;
    expect(row).toEqual({ a: '欢迎来尝。', b: '{{ 姓名 }}您好，欢迎来尝' });
  });

  it('of a template, which is kept once it is mended', async () => {
    const asked = await house.say('/模板 新建 春茶\n春茶到了\n{姓名}您好');
    expect(asked.failed).toBe(true);
    expect(await sql`select from templates`).toHaveLength(0);
    await press(asked, '改成 {{ 姓名 }}');
    await press(await house.say('/模板 改 春茶\n春茶到了\n【称呼】您好'), '改成 {{ 称呼 }}');
    const [row] = await sql<{ body: string }>`select variants #>> '{zh-CN,body}' as body from templates`;
    expect(row!.body).toBe('{{ 称呼 }}您好');
  });

  it('of a step of a follow-up', async () => {
    await house.say('/自动跟进 生日');
    await press(await house.say('/自动跟进 1 内容 1 生日快乐\n{姓名}您好'), '改成 {{ 姓名 }}');
    await press(await house.say('/自动跟进 1 加 3天\n还好吗\n{姓名}您好！'), '改成 {{ 姓名 }}');
    const [row] = await sql<{ steps: string }>`select steps::text from sequences`;
    expect(row!.steps).toContain('{{ 姓名 }}您好！');
    expect(row!.steps).not.toContain('"{姓名}');
  });

  it('of a post it is said, since a post names nobody', async () => {
    expect((await house.say('/发帖 {姓名}您好，新茶到了')).hint).toContain('「{姓名}」会原样发出去');
    expect((await house.say('/发帖 您好，新茶到了')).hint).not.toContain('原样');
  });
});

it('a figure that is none is not sent', async () => {
  const card = await house.say('/群发 1 内容 新茶到了\n您好 {{ 10 | divided_by: 0 }}');
  expect(labels(card).some((label) => label.startsWith('发给'))).toBe(false);
});
