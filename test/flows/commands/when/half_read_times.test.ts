import { beforeEach, describe, expect, it } from 'vitest';
import { buttonsOf, telegramMessage, testHouse } from '../../../support/house.ts';

const house = await testHouse({ locale: 'en', country: 'GB' });
beforeEach(
  house.startingWith(async () => {
    await house.happen(telegramMessage('Hello', { chat: '7', from: { address: '7', name: 'Mia', language: 'en' } }));
  }),
);

const local = (at: Date) => at.toLocaleString('sv', { timeZone: 'Asia/Shanghai' }).slice(0, 16);
const absences = async () =>
  (
    await house.db.sql<{ from: Date; until: Date; texts: object }>`
      select starts_at as from, until, texts from absences where back_at is null order by id`
  ).map(({ from, until, texts }) => `${local(from)} → ${local(until)} ${JSON.stringify(texts)}`);
const scheduled = () => house.db.sql`select 1 from scheduled_answers`;
const dues = async () =>
  (await house.db.sql<{ title: string; due: Date | null }>`select title, due_at as due from tasks order by id`).map(
    ({ title, due }) => `${due ? local(due) : '-'} ${title}`,
  );

/** The house's clock stands at Saturday 21 November 2026, 12:00 in Shanghai. */
describe('an absence', () => {
  it.each([
    ['24.12.-2.1.', '2026-12-24 00:00 → 2027-01-02 23:59 {}'],
    ['2027.1.1-1.3', '2027-01-01 00:00 → 2027-01-03 23:59 {}'],
    ['tomorrow around 3', '2026-11-21 12:00 → 2026-11-22 15:00 {}'],
    ['到明天大概三点', '2026-11-21 12:00 → 2026-11-22 15:00 {}'],
    ['半个月', '2026-11-21 12:00 → 2026-12-06 09:00 {}'],
  ])('%s is read whole', async (words, kept) => {
    expect(await house.say(`/away ${words}`)).not.toHaveProperty('failed');
    expect(await absences()).toEqual([kept]);
  });

  it.each([
    'tomorrow after 3',
    'tomorrow late',
    'tomorrow lunch',
    'tomorrow before noon',
    'tomorrow from 3',
    'before christmas',
    '春节前',
    '圣诞前两天',
    '20 nov',
    '11月20日',
    'feb 29',
    'from 20 nov for 3 days',
    '0d',
    '三四天',
    'bank holiday',
  ])('%s begins only after a tap', async (words) => {
    const asked = await house.say(`/away ${words}`);
    expect(asked.failed).toBe(true);
    expect(await absences()).toEqual([]);
    await house.say(buttonsOf(asked)[0]!.command);
    expect(await absences()).toHaveLength(1);
    expect((await absences())[0]).toContain('{}');
  });
});

describe('an answer for later', () => {
  it.each([
    'tomorrow after 3 your parcel is ready',
    'tomorrow no later than 5 your parcel is ready',
    'tomorrow towards evening your parcel is ready',
    'tomorrow early your parcel is ready',
    '明天三点前 您的货到了',
    '24.12.-2.1. we are closed',
    '20 nov we are closed',
    '春节前 您的货到了',
    'before christmas we are closed',
  ])('%s leaves only after a tap', async (words) => {
    const asked = await house.say(`/later Mia ${words}`);
    expect(asked.failed).toBe(true);
    expect(await scheduled()).toEqual([]);
    await house.say(buttonsOf(asked)[0]!.command);
    expect(await scheduled()).toHaveLength(1);
  });

  it('around an hour leaves at that hour, without the word', async () => {
    expect(await house.say('/later Mia tomorrow around 3 Your parcel is ready')).toMatchObject({
      text: '⏰ tomorrow 15:00 to Mia',
      quote: 'Your parcel is ready',
    });
  });
});

describe('a task', () => {
  it('with a date that was just over has no time before a tap, and keeps its words', async () => {
    const reply = await house.say('/task 11月20日 交房租');
    expect(await dues()).toEqual(['- 11月20日 交房租']);
    await house.say(buttonsOf(reply)[0]!.command);
    expect(await dues()).toEqual(['2027-11-20 09:00 11月20日 交房租']);
  });

  it.each([
    ['1730 call', ['2026-11-21 17:30']],
    ['call anna at 3 or 4', ['2026-11-21 15:00', '2026-11-21 16:00']],
  ])('%s is offered its times', async (words, times) => {
    const buttons = buttonsOf(await house.say(`/task ${words}`));
    const commands = buttons.flatMap(({ command }) => (command.startsWith('/postpone') ? [command.slice(-16)] : []));
    expect(commands).toEqual(times);
  });

  it.each(['20 nov', 'before christmas', '圣诞前'])('is postponed to %s only by a tap', async (words) => {
    await house.say('/task call Kim');
    const asked = await house.say(`/postpone 1 ${words}`);
    expect(asked.failed).toBe(true);
    expect(await dues()).toEqual(['- call Kim']);
    await house.say(buttonsOf(asked)[0]!.command);
    expect(await dues()).not.toEqual(['- call Kim']);
  });
});
