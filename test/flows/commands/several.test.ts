import { beforeEach, describe, expect, it } from 'vitest';
import { buttonsOf, telegramMessage, testHouse } from '../../support/house.ts';

const houses = {
  zh: await testHouse(),
  en: await testHouse({ locale: 'en', timezone: 'Europe/London', country: 'GB', currency: 'GBP' }),
};
const { zh, en } = houses;
beforeEach(async () => {
  await zh.reset();
  await en.reset();
});

const names = async (house: typeof zh) =>
  (await house.db.sql<{ name: string }>`select name from contacts order by id`).map(({ name }) => name);
const tasks = async (house: typeof zh) =>
  (await house.db.sql<{ title: string }>`select title from tasks order by id`).map(({ title }) => title);

describe('several commands in one message', () => {
  it.each([
    ['zh', '/添加 马超 13612345678\n/任务 明天10点 给马超打电话', ['马超'], ['给马超打电话']],
    ['zh', '添加 马超 13612345678\n任务 明天10点 给马超打电话', ['马超'], ['给马超打电话']],
    ['en', '/add Ben Carter ben@example.com; /task tomorrow 9am call Ben Carter', ['Ben Carter'], ['call Ben Carter']],
    ['en', '/note Ben Carter likes tea\n/task tomorrow 9am call Ben', [], []],
  ] as const)('%s: “%s” run one after the other', async (lang, text, contacts, titles) => {
    const reply = await houses[lang].say(text);
    expect(await names(houses[lang])).toEqual(contacts);
    expect(await tasks(houses[lang])).toEqual(titles);
    expect(reply.lists?.[0]?.items.length).toBe(titles.length + contacts.length || 1);
  });

  it('are undone by one tap, exactly', async () => {
    const before = await en.state();
    await en.type('/add Ben Carter ben@example.com\n/lead Ben Carter catering 900\n/task tomorrow 9am call Ben Carter');
    expect(await names(en)).toEqual(['Ben Carter']);
    await en.press('Undo all');
    expect(await en.state()).toEqual(before);
  });

  it('the first that asks is the last that runs, and the rest is one tap away', async () => {
    const reply = await en.say(
      '/add Ben Carter ben@example.com\n/lead Nobody Here catering 900\n/task tomorrow 9am count',
    );
    expect(reply.failed).toBe(true);
    expect(await tasks(en)).toEqual([]);
    expect(buttonsOf(reply).map(({ label }) => label)).toEqual(
      expect.arrayContaining(['Run the last one', 'Undo all']),
    );
  });

  it.each([
    '/note Ben first line\nsecond line',
    '/reply Ben hello\n备注 is a word',
    '/add Ben ben@example.com\n12 High Street',
  ])('a line that is no command belongs to the one before it: %s', async (text) => {
    await en.say('/add Ben ben2@example.com');
    const reply = await en.say(text);
    expect(reply.lists).toBeUndefined();
  });

  it('without slashes they are offered as they are read, and nothing is done before', async () => {
    await en.type('add Ben Carter ben@example.com\nlead Ben Carter catering 900');
    expect(await names(en)).toEqual([]);
    await en.press('/add Ben Carter ben@example.com\n/lead Ben Carter catering 900');
    expect(await names(en)).toEqual(['Ben Carter']);
    expect(await en.db.sql`select from leads`).toHaveLength(1);
  });

  it('one that holds a secret keeps them all out of the inbox', async () => {
    await en.say('/add Ben ben@example.com\n/connect shopify abcdef0123456789abcdef0123456789');
    const rows = await en.db.sql<{ body: Buffer }>`select body from inbox`;
    expect(rows.some(({ body }) => body.toString().includes('abcdef0123456789'))).toBe(false);
  });
});

describe('a blank that is missing', () => {
  it('is no error', async () => {
    await zh.say('/add张三 13800138000');
    await zh.say('/任务明天10点 打电话');
    expect(await names(zh)).toEqual(['张三']);
    expect(await tasks(zh)).toEqual(['打电话']);
  });

  it('is asked about where something would reach a customer or go', async () => {
    await zh.happen(telegramMessage('在吗'));
    const reply = await zh.say('/回复王小明 好的');
    expect(reply.failed).toBe(true);
    expect(buttonsOf(reply)[0]?.command).toBe('/reply 王小明 好的');
    expect((await zh.say('/删除王小明')).failed).toBe(true);
    expect(await names(zh)).toEqual(['王小明']);
  });
});

describe('a pasted block', () => {
  it.each([
    [
      'zh',
      '收货人: 韩梅梅\n手机号码: 139 0000 1234\n详细地址: 龙井路1号',
      '韩梅梅',
      ['电话=139 0000 1234', '详细地址=龙井路1号'],
    ],
    ['zh', '何静（13455556666，微信同号）', '何静', ['电话=134 5555 6666', '备注=微信同号']],
    ['zh', '"吴刚" <wugang@163.com>', undefined, undefined],
    [
      'en',
      'Kind regards,\nHannah Price\nOak & Sons Ltd\nT: 020 7946 0999\nE: hannah@oaksons.co.uk',
      'Hannah Price',
      ['Phone=020 7946 0999', 'Email=hannah@oaksons.co.uk', 'Note=Oak & Sons Ltd'],
    ],
    [
      'en',
      'Name: Omar Haddad\nPhone: 020 7946 0123\nAddress: 5 King Street, Leeds LS1 2HH',
      'Omar Haddad',
      ['Phone=020 7946 0123', 'Address=5 King Street', 'Note=Leeds LS1 2HH'],
    ],
  ] as const)('%s: is shown taken apart, and saved by one tap: %s', async (lang, text, title, fields) => {
    await houses[lang].type(text);
    const reply = (await houses[lang].cards()).at(-1)!;
    expect(await names(houses[lang])).toEqual([]);
    if (fields) {
      expect(reply.title).toBe(title);
      expect(reply.fields?.map(({ label, value }) => `${label}=${value}`)).toEqual(fields);
    }
    await houses[lang].press(buttonsOf(reply)[0]!.command);
    expect(await names(houses[lang])).toHaveLength(1);
  });
});
