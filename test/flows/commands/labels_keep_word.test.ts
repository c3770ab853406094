import { beforeEach, describe, expect, it } from 'vitest';
import { buttonsOf, telegramMessage, testHouse } from '../../support/house.ts';

const houses = { zh: await testHouse(), en: await testHouse({ locale: 'en' }) };
for (const house of Object.values(houses))
  beforeEach(
    house.startingWith(async () => {
      await house.happen(
        telegramMessage('在吗', { chat: '1001', from: { address: '1001', name: '陈姐' } }),
        telegramMessage('hello', { chat: '1002', from: { address: '1002', name: 'Maria Lopez' } }),
      );
    }),
  );

describe('the button that makes a task', () => {
  it.each([
    ['zh', '盘点5号到8号'],
    ['zh', '春节放假安排 2月14到2月22'],
    ['zh', '12月3号给货架刷漆'],
    ['zh', '每月25号交社保'],
    ['zh', '周四周五大扫除'],
    ['zh', '明天下午3点到5点开会'],
    ['en', 'stocktake from the 5th to the 8th'],
    ['en', 'fair Dec 3 - Dec 5'],
    ['en', 'every month on the 1st back up files'],
    ['en', 'lunch with the bank 12/3 noon'],
    ['en', 'paint the shelf tomorrow 9am-11am'],
  ] as const)('%s: of “%s” names the time that the task gets', async (lang, text) => {
    const house = houses[lang];
    await house.type(text);
    const button = buttonsOf((await house.cards()).at(-1)!).find(({ command }) => command.startsWith('/task'))!;
    const said = / · (?:↻ )?(.+)$/u.exec(button.label)?.[1];
    const made = JSON.stringify(await house.press(button));
    if (said === undefined) expect(made).not.toMatch(/⏰|↻/u);
    else expect(made).toContain(said);
  });
});

describe('words that stand one tap from a customer', () => {
  it.each([
    ['zh', '我出去三天', []],
    ['zh', '明天我不在店里', []],
    ['zh', '你好', []],
    ['zh', '我回来了', []],
    ['zh', '告诉陈姐一声，今天发货', ['/reply v1 今天发货']],
    ['en', "shipped Maria's order", []],
    ['en', 'thank Maria for the payment', []],
    ['en', "Maria's order is on its way", []],
    ['en', "I'm out tomorrow", []],
    ['en', 'shipped M-2', []],
    ['en', 'good morning', []],
    ['en', 'Maria yes, we do', ['/reply v2 Maria yes, we do']],
  ] as const)('%s: of “%s” they are only those that are for them', async (lang, text, sends) => {
    const house = houses[lang];
    await house.type(text);
    const commands = buttonsOf((await house.cards()).at(-1)!).map(({ command }) => command);
    expect(commands.filter((command) => command.startsWith('/reply'))).toEqual(sends);
    expect(commands.filter((command) => command.startsWith('/add'))).toEqual([]);
  });
});

it('/add with nothing but the word for a contact asks whom', async () => {
  for (const [lang, line] of [
    ['zh', '/添加客户'],
    ['zh', '/添加 新客户'],
    ['en', '/add client'],
    ['en', '/add a new contact'],
  ] as const) {
    const house = houses[lang];
    const before = await house.state();
    expect(await house.say(line)).toMatchObject({ failed: true });
    expect(await house.state()).toEqual(before);
  }
});

it('a second phone says that the first is still there, and takes it off in one tap', async () => {
  const house = houses.zh;
  await house.say('/修改 陈姐 13800138000');
  const reply = await house.say('/修改 陈姐 电话13900001111');
  expect(reply.hint).toContain('原来的也还在：');
  const off = buttonsOf(reply).find(({ label }) => label.startsWith('去掉'))!;
  const after = await house.say(off.command);
  expect(JSON.stringify(after.fields)).toContain('13900001111');
  expect(JSON.stringify(after.fields)).not.toContain('13800138000');
});

it('what is to be remembered of somebody is a note on them in one tap', async () => {
  const house = houses.en;
  await house.type('remember that Maria is vegetarian');
  const [first] = buttonsOf((await house.cards()).at(-1)!);
  expect(first?.command).toBe('/note c2 Maria is vegetarian');
  expect(await house.db.sql`select from tasks`).toEqual([]);
});
