import { expect, it } from 'vitest';
import { buttonsOf, telegramMessage, testHouse } from '../../support/house.ts';

const houses = { en: await testHouse({ locale: 'en' }), 'zh-CN': await testHouse({ locale: 'zh-CN' }) };

it.each([
  ['en', "I'm back", '/away off', 'Run /away off'],
  ['en', "I'm away until Friday", '/away until Friday', 'Run /away until Friday'],
  ['en', 'on holiday for 3 days', '/away 3 days', 'Run /away 3 days'],
  ['en', 'v1', '/timeline v1', 'Run /timeline v1'],
  ['zh-CN', '我回来了', '/away 回来', '执行 /外出 回来'],
  ['zh-CN', '外出三天', '/away 三天', '执行 /外出 三天'],
  ['zh-CN', '休假到周一', '/away 到周一', '执行 /外出 到周一'],
] as const)('%s: “%s” without a slash is offered as the command it says', async (locale, words, command, label) => {
  const house = houses[locale];
  await house.reset();
  await house.happen(telegramMessage('hello, is anybody there?'));
  const offered = buttonsOf(await house.say(words)).find((button) => button.command === command);
  expect(offered?.label).toBe(label);
  expect((await house.press(command)).failed).toBeUndefined();
});

it.each(['back pain oil for Kim', '休息室的茶具', 'off-white jerseys for the team', '外出服'])(
  '%s says nothing of going or coming back',
  async (words) => {
    const house = houses['zh-CN'];
    await house.reset();
    const commands = buttonsOf(await house.say(words)).map(({ command }) => command);
    expect(commands.filter((command) => command.startsWith('/away'))).toEqual([]);
  },
);

it('words under no card are offered to nobody who is snoozed, and to them again at their time', async () => {
  const house = houses.en;
  await house.reset();
  await house.happen(telegramMessage('How much is the pot?', { from: { address: '77', name: 'Dave' }, chat: '77' }));
  const sends = async () =>
    buttonsOf(await house.say('ten pounds and it ships then')).filter(({ command }) => command.startsWith('/reply'));
  expect(await sends()).toMatchObject([{ label: 'Send to Dave' }]);
  await house.say('/snooze v1 tomorrow');
  expect(await sends()).toEqual([]);
  house.now = new Date(house.now.getTime() + 3 * 86_400_000);
  expect(await sends()).toMatchObject([{ label: 'Send to Dave' }]);
});
