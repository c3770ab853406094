import { beforeEach, describe, expect, it } from 'vitest';
import { buttonsOf, telegramMessage, testHouse } from '../../support/house.ts';

const house = await testHouse({ locale: 'en', currency: 'EUR', country: 'GB', timezone: 'Europe/London' });
beforeEach(
  house.startingWith(async () => {
    await house.happen(telegramMessage('Hello', { chat: '7', from: { address: '7', name: 'Mia', language: 'en' } }));
  }),
);

const absences = async () =>
  (
    await house.db.sql<{ from: string; until: string }>`
      select to_char(starts_at at time zone 'Europe/London', 'YYYY-MM-DD HH24:MI') as from,
        to_char(until at time zone 'Europe/London', 'YYYY-MM-DD HH24:MI') as until from absences`
  ).map(({ from, until }) => `${from} → ${until}`);

describe('an absence said by a festival', () => {
  it.each([
    '/away christmas',
    '/away easter',
    '/外出 国庆',
    '/外出 春节放假',
    '/外出 正月初一',
    '/外出 大年初三 休息',
    '/外出 农历八月十五',
    '/away thanksgiving weekend',
  ])('%s does not begin before its days are confirmed', async (line) => {
    const asked = await house.say(line);
    expect(asked.failed).toBe(true);
    expect(await absences()).toEqual([]);
    await house.say(buttonsOf(asked)[0]!.command);
    expect(await absences()).toHaveLength(1);
  });

  it('is then by one tap, from then on by another, and until then by a third', async () => {
    const buttons = buttonsOf(await house.say('/away christmas'));
    expect(buttons.map(({ label }) => label)).toEqual([
      '24 Dec 00:00 – 26 Dec 23:59',
      '25 Dec 00:00 – 25 Dec 23:59',
      'Not now, from 25 Dec 00:00 on',
      'From now: Away until 25 Dec 09:00',
    ]);
    await house.press('24 Dec 00:00 – 26 Dec 23:59');
    expect(await absences()).toEqual(['2026-12-24 00:00 → 2026-12-26 23:59']);
  });

  it('tells customers words behind it only where a button says so', async () => {
    const asked = await house.say('/away christmas Merry Christmas to all');
    const [first, , telling] = buttonsOf(asked);
    expect(first!.command).not.toContain('Merry');
    expect(telling!.label).toContain('“Merry Christmas to all”');
  });

  it.each([
    ['/away easter till tuesday', '2027-03-28 00:00 → 2027-03-30 23:59'],
    ['/away Dec 24 till new year', '2026-12-24 00:00 → 2027-01-01 23:59'],
    ['/外出 春节到元宵', '2027-02-06 00:00 → 2027-02-20 23:59'],
    ['/away on good friday', '2027-03-26 00:00 → 2027-03-26 23:59'],
  ])('%s says both ends', async (line, days) => {
    await house.say(line);
    expect(await absences()).toEqual([days]);
  });

  it.each(['/away until christmas', '/外出 到圣诞'])('%s says that it is the end', async (line) => {
    await house.say(line);
    expect(await absences()).toEqual([expect.stringMatching(/→ 2026-12-25 09:00$/)]);
  });
});

describe('words that are no time', () => {
  it.each(['/away conference', '/away holiday', '/外出 放假', '/away next blursday'])(
    '%s begin nothing, and what would begin now says so',
    async (line) => {
      const asked = await house.say(line);
      expect(asked.text).toContain(line.replace(/^\S+ /, ''));
      expect(buttonsOf(asked).every(({ label }) => label.startsWith('From now: '))).toBe(true);
      expect(await absences()).toEqual([]);
    },
  );

  it('leave the time beside them one tap away', async () => {
    const [first] = buttonsOf(await house.say('/away conference till monday'));
    expect(first!.label).toBe('From now: Away until Mon 09:00');
  });
});

describe('something to do or say around a festival', () => {
  it.each(['call Mia after christmas', 'after Christmas call Mia'])('/task %s offers days', async (words) => {
    const reply = await house.say(`/task ${words}`);
    expect(reply.hint).toMatch(/after christmas/i);
    await house.press('⏰ 27 Dec 09:00');
    const [row] = await house.db.sql<{ at: Date }>`select due_at as at from tasks`;
    expect(row!.at.toISOString()).toBe('2026-12-27T09:00:00.000Z');
  });

  it('/later and /snooze ask which day, and keep the words', async () => {
    const later = await house.say('/later Mia after easter How was it?');
    expect(buttonsOf(later)[0]!.label).toBe('Send 30 Mar 2027 09:00: “How was it?”');
    const snooze = await house.say('/snooze Mia after christmas');
    await house.say(buttonsOf(snooze)[0]!.command);
    const [row] = await house.db.sql<{ at: Date }>`select snoozed_until as at from conversations`;
    expect(row!.at.toISOString()).toBe('2026-12-27T09:00:00.000Z');
  });

  it('/postpone after christmas asks which day', async () => {
    await house.say('/task tomorrow call Mia');
    expect(buttonsOf(await house.say('/postpone 1 after christmas'))[0]!.command).toBe('/postpone 1 2026-12-27 09:00');
  });
});
