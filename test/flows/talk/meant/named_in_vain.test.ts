import { beforeEach, describe, expect, it } from 'vitest';
import { buttonsOf, telegramMessage, testHouse } from '../../../support/house.ts';

const house = await testHouse({ undoSend: 30 });
beforeEach(
  house.startingWith(async () => {
    for (const [at, name] of ['孙大姐', '王小明', '李四'].entries()) {
      const address = `${700 + at}`;
      await house.happen(telegramMessage('在吗', { chat: address, from: { address, name }, externalId: address }));
    }
  }),
);

const buttons = async (line: string) => buttonsOf(await house.say(line));
const states = async () =>
  (
    await house.db.sql<{
      state: string;
    }>`select state from outbox where audience = 'customer' and message_id is not null order by id`
  ).map(({ state }) => state);

describe('/cancel with a name', () => {
  beforeEach(async () => {
    await house.say('/回复 王小明 八百');
    await house.say('/回复 孙大姐 九百');
  });

  it.each(['/取消 王小明', '/取消 小明', '/cancel 王小明'])(
    'offers what leaves to that person alone: %s',
    async (line) => {
      const [only, ...others] = await buttons(line);
      expect(others).toEqual([]);
      expect(only!.label).toContain('王小明');
      await house.press(only!.command);
      expect((await states()).slice(-2)).toEqual(['cancelled', 'queued']);
    },
  );

  it('offers what is to leave to them later', async () => {
    await house.say('/稍后发 李四 明天9点 来取茶');
    const offered = await buttons('/取消 李四');
    expect(offered.map(({ command }) => command)).toEqual(['/cancel s1']);
  });

  it('offers nobody else’s where nothing leaves to them', async () => {
    expect(await buttons('/取消 李四')).toEqual([]);
    expect((await states()).slice(-2)).toEqual(['queued', 'queued']);
  });

  it('says of every answer whose it is where the words are nobody', async () => {
    const labels = (await buttons('/取消 算了吧')).map(({ label }) => label);
    expect(labels).toHaveLength(2);
    expect(labels[0]).toContain('孙大姐');
    expect(labels[1]).toContain('王小明');
  });
});

it('/undo with words it has no use for says what it would undo', async () => {
  await house.say('/备注 李四 爱喝红茶');
  const offered = await buttons('/撤销 王小明');
  expect(offered).toHaveLength(1);
  expect(offered[0]!.label).toContain('李四');
  expect(offered[0]!.command).toMatch(/^\/undo \d+$/);
});

it('/reopen of somebody without a closed lead opens the ticket anew that was resolved', async () => {
  await house.say('/工单 李四 茶罐碎了');
  await house.say('/解决 1');
  expect((await house.say('/重开 李四')).failed).toBeUndefined();
  expect(await house.db.sql`select title, resolved_at from tickets`).toEqual([
    { title: '茶罐碎了', resolved_at: null },
  ]);
});

it.each([
  ['/标签 李四 -vip', '/tag c3 -#vip'],
  ['/标签 李四 vip －old', '/tag c3 #vip -#old'],
])('%s offers to take the tag away', async (line, command) => {
  expect((await buttons(line)).map((one) => one.command)).toEqual([command]);
});
