import { beforeEach, describe, expect, it } from 'vitest';
import { sendReminders } from '../../../../src/jobs/reminders.ts';
import { buttonsOf, NOON, testHouse } from '../../../support/house.ts';

const houses = {
  zh: await testHouse(),
  en: await testHouse({ locale: 'en', timezone: 'Europe/London', country: 'GB', currency: 'GBP' }),
};
const { zh, en } = houses;
beforeEach(async () => {
  await zh.reset();
  await en.reset();
});

const due = async (house: typeof zh) =>
  (
    await house.db.sql<{ dueAt: Date; done: boolean }>`
    select due_at as "dueAt", done_at is not null as done from tasks order by id`
  ).map(({ dueAt, done }) => `${dueAt.toISOString().slice(0, 16)}${done ? ' done' : ''}`);

const remindAt = async (house: typeof zh, at: string) => {
  house.now = new Date(at);
  const before = (await house.cards()).length;
  await house.act((ctx) => sendReminders(ctx));
  return (await house.cards()).slice(before);
};

describe('a task that comes back', () => {
  it.each([
    ['zh', '/任务 每周一9点 盘点', '↻ 每周一 09:00：盘点\n下一次：后天 09:00'],
    ['en', '/task every monday at 9 stocktake', '↻ every Monday 09:00: stocktake\nNext: Mon 09:00'],
  ] as const)('%s: says how often and when next, and can be ended at once', async (lang, line, text) => {
    const reply = await houses[lang].say(line);
    expect(reply.text).toBe(text);
    expect(buttonsOf(reply).map(({ command }) => command)).toEqual(['/skip 1', '/end 1', '/undo 1']);
    expect(buttonsOf(await houses[lang].say('/tasks')).map(({ command }) => command)).toEqual(['/skip 1', '/end 1']);
  });

  it.each([
    ['en', '/task title:"water plants" when:"every Monday 9am"', 'every Monday 09:00', '2026-11-23T09:00'],
    ['en', '/task title:"every Monday report" when:"daily at 8am"', 'every day 08:00', '2026-11-21T08:00'],
    ['zh', '/任务 title:"浇水" when:"天天早上9点"', '每天 09:00', '2026-11-22T01:00'],
  ] as const)('%s: is made by the form as well: %s', async (lang, line, often, at) => {
    expect((await houses[lang].say(line)).text).toContain(`↻ ${often}`);
    expect(await due(houses[lang])).toEqual([at]);
  });

  it.each(['/任务 逢五赶集', '/任务 每逢三六九赶集'])(
    'a repetition that is not understood is said: %s',
    async (line) => {
      expect((await zh.say(line)).hint).toContain('逢');
      expect(await zh.db.sql`select from tasks where repeats is not null`).toEqual([]);
    },
  );

  it('is not made of half a time that was filled in', async () => {
    expect((await en.say('/task title:"water plants" when:"every Monday 9am perhaps"')).failed).toBe(true);
    expect(await due(en)).toEqual([]);
  });

  it.each([
    ['/任务 每天早餐备料', '每天早餐备料'],
    ['/任务 每天下午茶', '每天下午茶'],
    ['/任务 每天早上开会', '开会'],
    ['/任务 每周一开会', '开会'],
  ])('cuts no word in two: %s', async (line, title) => {
    await zh.say(line);
    expect(await zh.db.sql`select title, repeats is not null as back from tasks`).toEqual([{ title, back: true }]);
  });

  it('stands in the list with its sign and its next time', async () => {
    await zh.say('/任务 每月15号 交房租');
    expect((await zh.say('/tasks')).lists?.[0]?.items[0]?.detail).toContain('↻ 每月15号 09:00 · 下一次');
  });

  it('reminds each time, whether or not the last time was done, and of what was missed only once', async () => {
    await zh.say('/任务 每天9点 浇水');
    expect(await remindAt(zh, '2026-11-22T01:00:00Z')).toHaveLength(1);
    expect(await remindAt(zh, '2026-11-22T01:01:00Z')).toHaveLength(0);
    expect(await remindAt(zh, '2026-11-23T01:00:00Z')).toHaveLength(1);
    expect(await remindAt(zh, '2026-11-28T05:00:00Z')).toHaveLength(1);
    expect(await due(zh)).toEqual(['2026-11-28T01:00']);
  });

  it.each([
    ['/task every day 9am until june pill', 'every day 9am until june', '/postpone 1 2026-11-21 09:00'],
    ['/task 每周两次 开会', '每周两次', '/undo 1'],
  ])('comes back by itself only when all of it was read: %s', async (line, said, button) => {
    const reply = await en.say(line);
    expect(reply.hint).toContain(said);
    expect(buttonsOf(reply)[0]!.command).toContain(button);
    expect(await en.db.sql`select title, repeats, due_at from tasks`).toEqual([
      { title: line.slice(6), repeats: null, due_at: null },
    ]);
  });

  it.each([
    ['en', '/task every day 9am and 5pm pill', ['every day 09:00', 'every day 17:00'], 'pill'],
    ['en', '/task every morning and evening pill', ['every day 09:00', 'every day 19:00'], 'pill'],
    ['en', '/task every day at 9 and at 10 to call', ['every day 09:00', 'every day 10:00'], 'call'],
    ['zh', '/任务 每天早晚吃药', ['每天 09:00', '每天 20:00'], '吃药'],
    ['zh', '/任务 每周一早中晚吃药', ['每周一 09:00', '每周一 12:00', '每周一 20:00'], '吃药'],
    ['zh', '/任务 每天8点和20点吃药', ['每天 08:00', '每天 20:00'], '吃药'],
  ] as const)('%s: at several times of day is a task for each, after a tap: %s', async (lang, line, often, title) => {
    const house = houses[lang];
    const before = await house.state();
    await house.type(line);
    expect(await house.state()).toEqual(before);
    const [all, ...each] = buttonsOf((await house.cards()).at(-1)!);
    expect(each.map(({ label }) => label)).toEqual(often.map((one) => `↻ ${one}`));
    await house.press(all!);
    const { items } = (await house.say('/tasks')).lists![0]!;
    expect(items.map(({ text, detail }) => `${text} ${detail!.split(' · ')[0]}`).sort()).toEqual(
      often.map((one) => `${title} ↻ ${one}`),
    );
  });

  it.each([
    [
      'en',
      '/task tomorrow morning and evening pill',
      'and evening',
      '2026-11-22T09:00',
      'tomorrow morning and evening pill',
    ],
    ['en', '/task tomorrow at 9 and at 10 call', 'and at 10', '2026-11-22T09:00', 'tomorrow at 9 and at 10 call'],
    ['en', '/task monday from 2 to 4 meeting', 'to 4', '2026-11-23T14:00', 'monday from 2 to 4 meeting'],
    ['en', '/task friday by 5 december x', 'by 5 december', '2026-11-27T09:00', 'friday by 5 december x'],
    ['zh', '/任务 明天早晚吃药', '早晚', '2026-11-22T01:00', '明天早晚吃药'],
    ['zh', '/任务 明天早上和晚上吃药', '和晚上', '2026-11-22T01:00', '明天早上和晚上吃药'],
  ] as const)(
    '%s: half a time that comes once is said, and none of its words are lost: %s',
    async (lang, line, left, at, title) => {
      expect((await houses[lang].say(line)).hint).toContain(left);
      expect(await due(houses[lang])).toEqual([at]);
      expect(await houses[lang].db.sql`select title from tasks`).toEqual([{ title }]);
    },
  );

  it('with another time in its title it says so', async () => {
    expect((await en.say('/task every monday 9am call Kim about tomorrow')).hint).toContain('tomorrow');
  });

  it('done moves it on, and pressed twice it moves once', async () => {
    await zh.say('/任务 每天9点 浇水');
    const [card] = await remindAt(zh, '2026-11-22T01:00:00Z');
    expect(buttonsOf(card!).map(({ label }) => label)).toEqual(['完成', '一小时后', '明天', '跳过这次', '不再重复']);
    const done = buttonsOf(card!).find(({ command }) => command === '/done 1')!;
    expect((await zh.press(done)).text).toContain('下一次：');
    expect(await due(zh)).toEqual(['2026-11-23T01:00']);
    const again = await zh.press(done);
    expect(await due(zh)).toEqual(['2026-11-23T01:00']);
    expect(again).toMatchObject({ failed: true, text: expect.stringContaining('还不用完成：浇水') });
    expect(buttonsOf(again).map(({ command }) => command)).toEqual(['/skip 1', '/end 1']);
  });

  it.each([
    ['the list', '/tasks'],
    ['the digest', '/digest'],
    ['the card of its customer', '/contact c1'],
  ])('not due yet offers in %s what can be done with it', async (_, line) => {
    await en.say('/add Dave dave@example.com');
    await en.say('/task every day 23:30 ring Dave');
    const offered = buttonsOf(await en.say(line)).map(({ command }) => command);
    expect(offered).toEqual(expect.arrayContaining(['/skip 1', '/end 1']));
    expect(offered).not.toContain('/done 1');
    en.now = new Date('2026-11-22T23:31:00Z');
    expect(buttonsOf(await en.say(line)).map(({ command }) => command)).toContain('/done 1');
  });

  it('is skipped, ended, and both are undone exactly', async () => {
    await en.say('/task every first monday at 10am vat');
    const before = await en.state();
    await en.say('/skip 1');
    expect(await due(en)).toEqual(['2027-01-04T10:00']);
    await en.say('/undo');
    expect(await en.state()).toEqual(before);
    expect((await en.say('/end 1')).text).toBe('No longer repeats: vat');
    expect(await due(en)).toEqual(['2026-12-07T10:00 done']);
    await en.say('/undo');
    expect(await en.state()).toEqual(before);
  });

  it('keeps its hour when the clocks change', async () => {
    en.now = new Date('2027-03-26T12:00:00Z');
    await en.say('/task every day at 9:00 open up');
    expect(await due(en)).toEqual(['2027-03-27T09:00']);
    await remindAt(en, '2027-03-27T09:00:00Z');
    await en.say('/done 1');
    expect(await due(en)).toEqual(['2027-03-28T08:00']);
  });

  it('put off once, it comes back at its own time', async () => {
    await zh.say('/任务 每周一9点 盘点');
    await zh.say('/postpone 1 周二上午10点');
    expect(await due(zh)).toEqual(['2026-11-24T02:00']);
    await remindAt(zh, '2026-11-24T02:00:00Z');
    await zh.say('/done 1');
    expect(await due(zh)).toEqual(['2026-11-30T01:00']);
  });

  it('what comes once is neither skipped nor ended, and done instead with one tap', async () => {
    await zh.say('/任务 明天9点 浇水');
    const reply = await zh.say('/skip 1');
    expect(reply.failed).toBe(true);
    expect(buttonsOf(reply).map(({ command }) => command)).toEqual(['/done 1']);
  });

  it.each(['/task every morning', '/task each monday at 9'])(
    'without anything to do it is asked for: %s',
    async (line) => {
      const before = await en.state();
      expect((await en.say(line)).failed).toBe(true);
      expect(await en.state()).toEqual(before);
    },
  );

  it('taken back after it has reminded, the job has changed nothing that stays', async () => {
    const before = await zh.state();
    await zh.say('/任务 每天9点 浇水');
    await remindAt(zh, '2026-11-22T01:00:00Z');
    await remindAt(zh, '2026-11-23T01:00:00Z');
    expect((await zh.say('/undo')).failed).toBeUndefined();
    expect(await zh.state()).toEqual(before);
    zh.now = NOON;
  });
});
