import { beforeEach, describe, expect, it } from 'vitest';
import { tellBegun } from '../../../src/jobs/away.ts';
import { buttonsOf, testHouse } from '../../support/house.ts';

const house = await testHouse({ locale: 'en' });
beforeEach(() => house.reset());

const absences = async () =>
  (
    await house.db.sql<{ from: string; to: string }>`
      select to_char(starts_at at time zone 'Asia/Shanghai', 'DD HH24:MI') as from, to_char(until at time zone 'Asia/Shanghai', 'DD HH24:MI') as to
      from absences where back_at is null or back_at > starts_at order by starts_at`
  ).map(({ from, to }) => `${from} - ${to}`);
const begun = async () => (await house.cards()).filter(({ text }) => text?.startsWith('It begins now'));

describe('a time away that meets the one that lasts', () => {
  it.each([
    ['/away 2h', '/away 13:00 - 23:00'],
    ['/外出 2小时', '/外出 13:00 - 23:00'],
    ['/away 3d', '/away 22 Nov - 23 Nov'],
  ])('is asked about: %s, then %s', async (first, second) => {
    await house.say(first);
    const before = await absences();
    const asked = await house.say(second);
    expect(asked).toMatchObject({ failed: true, text: expect.stringContaining('You are away then already') });
    expect(buttonsOf(asked)).toHaveLength(2);
    expect(await absences()).toEqual(before);
  });

  it('becomes one long absence, or takes its place', async () => {
    await house.say('/away 2h');
    const [both] = buttonsOf(await house.say('/away 13:00 - 23:00'));
    await house.say(both!.command);
    expect(await absences()).toEqual(['21 12:00 - 21 23:00']);
    await house.reset();
    await house.say('/away 2h');
    const [, only] = buttonsOf(await house.say('/away 13:00 - 23:00'));
    await house.say(only!.command);
    expect(await absences()).toContain('21 13:00 - 21 23:00');
    expect(await house.say('/away')).toMatchObject({ title: expect.stringContaining('from today 13:00') });
  });
});

describe('a planned absence', () => {
  it('is told when it begins, once, and not one that began when it was said', async () => {
    await house.say('/away 13:00 - 23:00');
    await house.act(tellBegun);
    expect(await begun()).toEqual([]);
    house.now = new Date(house.now.getTime() + 3_660_000);
    await house.act(tellBegun);
    await house.act(tellBegun);
    expect(await begun()).toMatchObject([{ title: expect.stringContaining('Away until today 23:00') }]);
    await house.deliver();
    const [row] = (await house.outbox()).filter(({ payload }) => JSON.stringify(payload).includes('It begins now'));
    expect(row!.state).toBe('sent');
    await house.reset();
    await house.say('/away 2h');
    await house.act(tellBegun);
    expect(await begun()).toEqual([]);
  });

  it('is named by who comes back before it', async () => {
    await house.say('/away 2h');
    await house.say('/away 25 Nov - 26 Nov');
    const back = await house.say('/away off');
    expect(back).toMatchObject({ title: '👋 Welcome back', hint: expect.stringContaining('Still planned') });
    expect(buttonsOf(back).some(({ command }) => command.startsWith('/away cancel '))).toBe(true);
  });
});
