import { beforeEach, describe, expect, it } from 'vitest';
import { buttonsOf, testHouse } from '../../../support/house.ts';

const houses = {
  zh: await testHouse(),
  en: await testHouse({ locale: 'en', timezone: 'Europe/London', country: 'GB', currency: 'GBP' }),
};
const LINES = {
  zh: ['/任务 每周五下午 盘点', '/任务 每月最后一天 对账', '/任务 周五10点 打给印刷厂'],
  en: [
    '/task every tuesday 8am put the bins out',
    '/task every month on the last day stocktake',
    '/task fri 10 dentist',
  ],
};
beforeEach(async () => {
  for (const lang of ['zh', 'en'] as const) {
    await houses[lang].reset();
    for (const line of LINES[lang]) await houses[lang].say(line);
  }
});

const offered = async (lang: 'zh' | 'en', words: string) =>
  buttonsOf(await houses[lang].say(words)).filter(({ command }) => command.startsWith('/postpone '));

describe('how often a task comes is changed', () => {
  it.each([
    ['en', 'make the bins one every wednesday', '↻ every Wednesday 08:00: put the bins out\nNext: Wed 08:00'],
    [
      'en',
      'move stocktake to the 28th of each month',
      '↻ every month on the 28th 09:00: stocktake\nNext: 28 Nov 09:00',
    ],
    ['en', 'change the bins to every friday at 7am please', '↻ every Friday 07:00: put the bins out\nNext: Fri 07:00'],
    ['en', 'from now on bins every thursday', '↻ every Thursday 08:00: put the bins out\nNext: Thu 08:00'],
    ['zh', '对账那个改成每月28号', '↻ 每月28号 09:00：对账\n下一次：11月28日 09:00'],
    ['zh', '把盘点换到每周四', '↻ 每周四 15:00：盘点\n下一次：周四 15:00'],
    ['zh', '以后盘点每周三', '↻ 每周三 15:00：盘点\n下一次：周三 15:00'],
    ['zh', '打给印刷厂改成每周五', '↻ 每周五 10:00：打给印刷厂\n下一次：周五 10:00'],
  ] as const)('%s: in one tap, at the hour it had, and undone in one: %s', async (lang, words, text) => {
    const before = await houses[lang].state();
    const [button] = await offered(lang, words);
    expect((await houses[lang].press(button!)).text).toBe(text);
    await houses[lang].say('/undo');
    expect(await houses[lang].state()).toEqual(before);
  });

  it.each([
    ['en', 'make it every friday'],
    ['zh', '改成每周三'],
  ] as const)('%s: of several it is asked which, of those that come back: %s', async (lang, words) => {
    expect((await offered(lang, words)).map(({ command }) => command.split(' ')[1]).sort()).toEqual(['1', '2']);
  });

  it.each([
    ['en', 'make mugs every wednesday'],
    ['en', 'make sure the lights are off every evening'],
    ['en', 'what if we move stocktake to every monday?'],
    ['zh', '泡茶改成每周三'],
    ['zh', '每周三盘点'],
    ['zh', '盘点改成每周三好吗？'],
  ] as const)('%s: nothing is changed by what says something else: %s', async (lang, words) => {
    expect(await offered(lang, words)).toEqual([]);
  });

  it('once it is only put off (control)', async () => {
    expect((await offered('zh', '对账改到28号')).map(({ command }) => command)).toEqual([
      '/postpone 2 2026-11-28 09:00',
    ]);
  });
});
