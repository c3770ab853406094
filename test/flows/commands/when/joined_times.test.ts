import { beforeEach, describe, expect, it } from 'vitest';
import { buttonsOf, testHouse } from '../../../support/house.ts';

const house = await testHouse({ locale: 'en', country: 'GB' });
beforeEach(() => house.reset());

const local = (at: Date | null) => at?.toLocaleString('sv', { timeZone: 'Asia/Shanghai' }).slice(0, 16) ?? '-';
const made = async () =>
  (await house.db.sql<{ title: string; due: Date | null }>`select title, due_at as due from tasks`).map(
    ({ title, due }) => `${local(due)} ${title}`,
  );

/** The house's clock stands at Saturday 21 November 2026, 12:00 in Shanghai. */
describe('two times at the end of what is to be done', () => {
  it.each([
    ['fair 3-5 December', '2026-12-03 09:00'],
    ['fair 3rd to 5th December', '2026-12-03 09:00'],
    ['call Kim between 3 and 4pm tomorrow', '2026-11-22 15:00'],
    ['call Kim from 3 to 4pm tomorrow', '2026-11-22 15:00'],
    ['call Kim tomorrow 3-4pm', '2026-11-22 15:00'],
    ['开会 明天下午3到4点', '2026-11-22 15:00'],
    ['展会 3到5号', '2026-12-03 09:00'],
  ])('“%s” is due when the first begins, and keeps its words', async (words, due) => {
    await house.say(`/task ${words}`);
    expect(await made()).toEqual([`${due} ${words}`]);
  });

  it('are read so in a reminder too', async () => {
    await house.say('remind me to call Kim between 3 and 4pm tomorrow');
    expect(await made()).toEqual(['2026-11-22 15:00 call Kim between 3 and 4pm tomorrow']);
  });

  it.each([
    ['fair on 3 and 4 December', '2026-12-03 09:00', '2026-12-04 09:00'],
    ['call Kim at 3 and at 5 tomorrow', '2026-11-22 15:00', '2026-11-22 17:00'],
    ['call Kim 3 or 4pm', '2026-11-21 15:00', '2026-11-21 16:00'],
    ['开会 3点和5点', '2026-11-21 15:00', '2026-11-21 17:00'],
  ])('of “%s” the second is one tap away', async (words, first, second) => {
    const reply = await house.say(`/task ${words}`);
    expect(await made()).toEqual([`${first} ${words}`]);
    expect(buttonsOf(reply)[0]!.command).toBe(`/postpone 1 ${second}`);
  });

  it.each([
    ['tomorrow call Kim between 3 and 4pm', '2026-11-22 15:00 call Kim between 3 and 4pm'],
    ['tomorrow be at the shop from 3 to 5 for Tom', '2026-11-22 15:00 be at the shop from 3 to 5 for Tom'],
    ['周五在店里3点到5点等李四', '2026-11-27 15:00 在店里3点到5点等李四'],
    ['send boxes 3 and 4 tomorrow', '2026-11-22 09:00 send boxes 3 and 4'],
    ['pay 500 to Kim 5pm', '2026-11-21 17:00 pay 500 to Kim'],
    ['room 3, call Kim tomorrow 3pm', '2026-11-22 15:00 room 3, call Kim'],
  ])('“%s” loses no word of either', async (words, task) => {
    await house.say(`/task ${words}`);
    expect(await made()).toEqual([task]);
  });
});
