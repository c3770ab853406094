import { beforeEach, describe, expect, it } from 'vitest';
import { buttonsOf, testHouse } from '../../../support/house.ts';

const en = await testHouse({ locale: 'en', country: 'GB' });
const zh = await testHouse();
beforeEach(
  en.startingWith(async () => {
    await en.say('/add Priya Raman priya@example.com');
  }),
);
beforeEach(
  zh.startingWith(async () => {
    await zh.say('/添加 周敏 13912345678');
    await zh.say('/修改 周敏 生日 5月3日');
  }),
);

const answered = async (house: typeof en, text: string) => {
  await house.type(text);
  const reply = (await house.cards()).at(-1)!;
  const times = buttonsOf(reply).map(({ command }) => /^\/postpone \d+ (.*)$/.exec(command)?.[1]);
  return { hint: reply.hint ?? '', times: times.filter((at) => at !== undefined) };
};

/** The house's clock stands at Saturday 21 November 2026, 12:00 in Shanghai. */
describe('a reminder whose time is not read', () => {
  it.each([
    ['en', 'remind me in 20', 'in 20', ['2026-11-21 12:20']],
    ['en', "remind me fri week: mum's bday", 'fri week', ['2026-12-04 09:00']],
    ['en', "remind me mum's bday thursday week", 'thursday week', ['2026-12-03 09:00']],
    ['en', "remind me 3 days before priya's birthday", 'not known', []],
    ['en', 'remind me to call Priya', 'No time yet', ['2026-11-21 13:00', '2026-11-21 18:00', '2026-11-22 09:00']],
    [
      'en',
      '/task remind me to call Priya',
      'No time yet',
      ['2026-11-21 13:00', '2026-11-21 18:00', '2026-11-22 09:00'],
    ],
    ['zh', '/任务 提醒我给周敏打电话', '还没有时间', ['2026-11-21 13:00', '2026-11-21 18:00', '2026-11-22 09:00']],
    ['zh', '提醒我20后关火', '20后', ['2026-11-21 12:20']],
    ['zh', '提醒我周敏生日前三天订蛋糕', '生日前三天', ['2027-04-30 09:00']],
    ['zh', '提醒我给周敏打电话', '还没有时间', ['2026-11-21 13:00', '2026-11-21 18:00', '2026-11-22 09:00']],
  ] as const)('%s: %s says so and offers times', async (language, text, said, times) => {
    const reply = await answered(language === 'en' ? en : zh, text);
    expect(reply.hint).toContain(said);
    expect(reply.times).toEqual(times);
  });

  it('known, the birthday is counted from', async () => {
    await en.say('/edit Priya birthday 3 May');
    const reply = await answered(en, "remind me a week before priya's birthday");
    expect(reply.times).toEqual(['2027-04-26 09:00']);
  });

  it.each([
    ['en', 'remind me tomorrow to do the bins'],
    ['en', "don't forget: milk"],
    ['en', '/task buy milk'],
    ['en', '/task remind me tomorrow to do the bins'],
    ['zh', '记得买牛奶'],
    ['zh', '提醒我明天取快递'],
  ] as const)('%s: %s asks for nothing', async (language, text) => {
    expect((await answered(language === 'en' ? en : zh, text)).times).toEqual([]);
  });
});
