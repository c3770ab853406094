import { beforeEach, describe, expect, it } from 'vitest';
import { buttonsOf, telegramMessage, testHouse } from '../../support/house.ts';

// 2026-11-21 is a Saturday
const house = await testHouse({ locale: 'en' });

beforeEach(
  house.startingWith(async () => {
    await house.happen(
      telegramMessage('how much is tuning?', { chat: '2001', from: { address: '2001', name: 'Dora Finch' } }),
    );
    for (const line of [
      'wed 2:15pm dentist',
      'every friday 5pm send invoices',
      'every 2 days 8am water the plants',
      'thursday 10am tune the piano',
      'some day paint the sign',
    ])
      await house.say(`/task ${line}`);
  }),
);

const titles = (reply: Awaited<ReturnType<typeof house.say>>) =>
  (reply.lists ?? []).flatMap(({ items }) => items.map(({ text }) => text));
const typed = async (text: string) => {
  await house.type(text);
  return (await house.cards()).at(-1)!;
};
const commandsOf = (reply: Awaited<ReturnType<typeof house.say>>) => buttonsOf(reply).map(({ command }) => command);

describe('the tasks of a day or of several', () => {
  it.each([
    ['/tasks wednesday', ['dentist']],
    ['/任务列表 周四', ['water the plants', 'tune the piano']],
    ['/tasks today', []],
    ['/tasks next week', ['water the plants', 'dentist', 'tune the piano', 'send invoices']],
    ['/tasks 下周', ['water the plants', 'dentist', 'tune the piano', 'send invoices']],
    ['/tasks nov 26-27', ['water the plants', 'tune the piano', 'send invoices']],
  ])('%s shows what is due then, and what comes back then', async (line, shown) => {
    const found = titles(await house.say(line));
    expect(found.map((title) => title.replace(/ · .*/, '')).sort()).toEqual([...shown].sort());
  });

  it('shows what is over and not done with today', async () => {
    house.now = new Date('2026-11-26T03:00:00Z');
    expect(titles(await house.say('/tasks today'))).toEqual(expect.arrayContaining(['dentist', 'tune the piano']));
    expect(titles(await house.say('/tasks friday'))).not.toContain('dentist');
  });

  it('is asked about in words', async () => {
    expect(titles(await typed('what do i have on wednesday'))).toContain('dentist');
    expect(titles(await typed('周四有什么安排'))).toContain('tune the piano');
  });

  it('of which nothing is due leads to all tasks, and words that are no day are not understood', async () => {
    expect(commandsOf(await house.say('/tasks today'))).toEqual(['/tasks']);
    expect((await house.say('/tasks purple')).failed).toBe(true);
  });
});

describe('a task that is named', () => {
  it.each([
    ['move the dentist to 3', '/postpone 1 2026-11-25 15:00'],
    ['move my 2:15pm to 4', '/postpone 1 2026-11-25 16:00'],
    ['dentist改到三点', '/postpone 1 2026-11-25 15:00'],
    ['push piano to friday', '/postpone 4 2026-11-27 10:00'],
    ['push the piano back an hour', '/postpone 4 2026-11-26 11:00'],
    ['cancel the dentist', '/end 1'],
    ['not watering the plants this week', '/skip 3'],
    ['invoices send done', '/done 2'],
  ])('is found by its words in any order, or by when it is due: %s', async (text, command) => {
    const asked = await typed(text);
    expect(commandsOf(asked)[0]).toMatch(new RegExp(`^${command}`));
  });

  it('and is not to be done after all leaves the list, and comes back when that is undone', async () => {
    const before = await house.state();
    expect((await house.say('/end 1')).text).toContain('dentist');
    expect(titles(await house.say('/tasks'))).not.toContain('dentist');
    await house.say('/undo');
    expect((await house.state()).tasks).toEqual(before.tasks);
  });

  it('is not guessed where several hold its words: each is a button', async () => {
    await house.say('/task friday dentist again');
    expect(commandsOf(await typed('cancel the dentist'))).toEqual(expect.arrayContaining(['/end 1', '/end 6']));
  });
});

describe('leads by what they are worth', () => {
  beforeEach(async () => {
    await house.say('/lead Dora Finch strings 300');
    await house.say('/lead Dora Finch piano 5000');
  });

  it.each([
    ['/leads over 500', ['piano']],
    ['/leads 五百以下', ['strings']],
    ['/leads >=300', ['strings', 'piano']],
  ])('%s', async (line, shown) => {
    const text = titles(await house.say(line)).join('\n');
    expect(['strings ·', 'piano ·'].filter((one) => text.includes(one))).toEqual(shown.map((one) => `${one} ·`));
  });

  it('are asked about in words', async () =>
    expect(titles(await typed('deals over 1000')).join()).toMatch(/^(?!.*strings ·).*piano/u));

  it('says of what is no amount that it is none', async () =>
    expect((await house.say('/leads over 1.2.3')).failed).toBe(true));
});
