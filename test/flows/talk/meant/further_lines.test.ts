import { beforeEach, describe, expect, it } from 'vitest';
import { buttonsOf, telegramMessage, testHouse } from '../../../support/house.ts';

const house = await testHouse();
beforeEach(
  house.startingWith(async () => {
    for (const [nth, name] of ['Anna', '李雷'].entries())
      await house.happen(telegramMessage('到了吗？', { chat: `100${nth}`, from: { address: `100${nth}`, name } }));
    await house.say('/ticket Anna 杯子碎了');
  }),
);

const sent = async () =>
  (await house.db.sql<{ text: string }>`select text from messages where direction = 'out' order by id`).map(
    ({ text }) => text,
  );
const notes = async () =>
  (await house.db.sql<{ text: string }>`select text from messages where direction = 'note'`).map(({ text }) => text);
const tasks = async () =>
  (await house.db.sql<{ title: string }>`select title from tasks order by id`).map(({ title }) => title);

describe('a command on a further line, without a slash', () => {
  it.each([
    ['回复 Anna 好的\n任务 明天10点 打电话', '好的', '/task 明天10点 打电话'],
    ['/回复 Anna 好的\n备注 Anna 喜欢茶', '好的', '/note Anna 喜欢茶'],
    ['/reply Anna ok\nresolve Anna', 'ok', '/resolve Anna'],
    ['/reply Anna ok\nReply 李雷 on its way', 'ok', '/reply 李雷 on its way'],
    ['/reply Anna ok\n告诉李雷货到了', 'ok', '/reply v2 货到了'],
  ])('is no part of an answer unasked: %s', async (text, words, line) => {
    const before = await house.state();
    const asked = await house.say(text);
    expect(await house.state()).toEqual(before);
    const commands = buttonsOf(asked).map(({ command }) => command);
    expect(commands).toEqual(expect.arrayContaining([`/reply v1 ${words}`, line]));
    expect(commands.at(-1)).toBe(`/reply v1 ${words}\n${text.split('\n')[1]}`);
    await house.press(commands.at(-1)!);
    expect(await sent()).toEqual([commands.at(-1)!.slice('/reply v1 '.length)]);
  });

  it.each([
    '任务 买茶\n回复 Anna 在路上了',
    '/task buy tea\nreply Anna on its way',
    '备注 Anna 喜欢茶\n回复 Anna 好的',
    '/note Anna likes tea\nresolve Anna',
    '解决 Anna\n回复 Anna 好的',
    '工单 Anna 盘子碎了\n备注 Anna 急',
    '备注 Anna 喜欢茶\n红茶和白茶\n跟李雷说茶发了',
  ])('is asked about before anything is done: %s', async (text) => {
    const before = await house.state();
    const asked = await house.say(text);
    expect(asked.failed).toBe(true);
    expect(asked.quote).toBe(text);
    expect(await house.state()).toEqual(before);
    expect(buttonsOf(asked)).toHaveLength(2);
  });

  it('is done by itself by one tap, and then no more as one', async () => {
    const text = '任务 买茶\n红茶\n回复 Anna 在路上了';
    const [each, one] = buttonsOf(await house.say(text));
    await house.press(each!);
    expect([await tasks(), await sent()]).toEqual([['买茶\n红茶'], ['在路上了']]);
    // one of the two counts
    await house.press(one!);
    expect([await tasks(), await sent()]).toEqual([['买茶\n红茶'], ['在路上了']]);
  });

  it('with its slash runs by itself, and lines without one stay with the command before them', async () => {
    await house.say('/note Anna likes tea\n\nand oats\n/task tomorrow 9am call\n/reply Anna one\n\ntwo');
    expect(await notes()).toEqual(['likes tea\n\nand oats']);
    expect([await tasks(), await sent()]).toEqual([['call'], ['one\n\ntwo']]);
  });

  it('is part of the words where it begins no command', async () => {
    await house.say('/note Anna first line\nresolve it with Tom');
    await house.say('备注 Anna 喜欢茶\n任务多的时候别打扰');
    await house.say('/task buy\ntea\noats');
    await house.say('/reply Anna ok\nWe resolve it today');
    expect(await notes()).toEqual(['first line\nresolve it with Tom', '喜欢茶\n任务多的时候别打扰']);
    expect(await tasks()).toEqual(['buy\ntea\noats']);
    expect(await sent()).toEqual(['ok\nWe resolve it today']);
  });
});
