import { beforeEach, describe, expect, it } from 'vitest';
import { buttonsOf, testHouse } from '../../../support/house.ts';

const houses = {
  zh: await testHouse(),
  en: await testHouse({ locale: 'en', timezone: 'Europe/London', country: 'GB', currency: 'GBP' }),
};
const LINES = {
  zh: ['/任务 每周五下午 盘点', '/任务 今天18点 打给印刷厂', '/任务 周三10点 牙医'],
  en: ['/task every friday 3pm stocktake', '/task today 6pm call the printer', '/task wednesday 10am dentist'],
};
beforeEach(async () => {
  for (const lang of ['zh', 'en'] as const) {
    await houses[lang].reset();
    for (const line of LINES[lang]) await houses[lang].say(line);
  }
});

const open = async (lang: 'zh' | 'en') =>
  (await houses[lang].db.sql<{ id: string }>`select id from tasks where done_at is null order by id`).map(
    ({ id }) => id,
  );

describe('all tasks at once', () => {
  it.each([
    ['en', 'clear my tasks', '/end all 2,3,1'],
    ['en', 'delete all my tasks', '/end all 2,3,1'],
    ['en', 'wipe the to-do list', '/end all 2,3,1'],
    ['en', "clear today's tasks", '/end all 2 today'],
    ['en', 'mark all tasks as done', '/done all 2,3,1'],
    ['en', 'I finished all my tasks for today', '/done all 2 today'],
    ['zh', '任务都清掉', '/end 全部 2,3,1'],
    ['zh', '把任务全删了', '/end 全部 2,3,1'],
    ['zh', '清空任务', '/end 全部 2,3,1'],
    ['zh', '删掉所有任务', '/end 全部 2,3,1'],
    ['zh', '今天的任务都清掉', '/end 全部 2 今天'],
    ['zh', '今天的任务都做完了', '/done 全部 2 今天'],
  ] as const)('%s: are counted before anything happens, and back in one tap: %s', async (lang, words, line) => {
    const house = houses[lang];
    const asked = buttonsOf(await house.say(words));
    expect(asked[0]!.command).toBe(line);
    expect(await open(lang)).toEqual(['1', '2', '3']);
    const before = await house.state();
    await house.press(asked[0]!);
    // what comes back is done for this time only
    expect(await open(lang)).toEqual(line.endsWith('1') ? (line.startsWith('/done') ? ['1'] : []) : ['1', '3']);
    await house.say('/undo');
    expect(await house.state()).toEqual(before);
  });

  it('are asked about again where there are others by now', async () => {
    const [button] = buttonsOf(await houses.en.say('clear my tasks'));
    await houses.en.say('/task buy paper');
    expect(buttonsOf(await houses.en.press(button!))[0]!.command).toBe('/end all 2,3,1,4');
    expect(await open('en')).toHaveLength(4);
  });

  it('are never others than those that were shown, however many there are', async () => {
    const [button] = buttonsOf(await houses.en.say('clear my tasks'));
    await houses.en.say('/end 3');
    await houses.en.say('/task buy paper');
    expect(buttonsOf(await houses.en.press(button!))[0]!.command).toBe('/end all 2,1,4');
    expect(await open('en')).toEqual(['1', '2', '4']);
  });

  it.each([
    ['en', 'clear my tasks about the printer'],
    ['en', 'delete task 2'],
    ['en', 'what are my tasks'],
    ['en', 'clear my schedule'],
    ['zh', '删掉任务'],
    ['zh', '打印任务取消了'],
    ['zh', '任务都有哪些'],
    ['zh', '今天的任务还没做完'],
  ] as const)('%s: are not meant by %s', async (lang, words) => {
    const lines = buttonsOf(await houses[lang].say(words)).map(({ command }) => command);
    expect(lines.filter((line) => /^\/(?:end|done) (?:all|全部)/u.test(line))).toEqual([]);
    expect(await open(lang)).toHaveLength(3);
  });
});
