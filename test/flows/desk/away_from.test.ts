import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buttonsOf, type House, telegramMessage, testHouse } from '../../support/house.ts';

let house: House;
beforeAll(async () => {
  house = await testHouse({ locale: 'en', country: 'US' });
});
beforeEach(async () => {
  await house.reset();
});

const local = (at: Date) => at.toLocaleString('sv', { timeZone: 'Asia/Shanghai' }).slice(0, 16);
const absences = async () =>
  (
    await house.db.sql<{ from: Date; until: Date; texts: object }>`
      select starts_at as from, until, texts from absences where back_at is null order by id`
  ).map(({ from, until, texts }) => `${local(from)} → ${local(until)} ${JSON.stringify(texts)}`);
const told = async () =>
  (await house.outbox()).flatMap((row) =>
    row.audience === 'customer' && row.payload.kind === 'message' ? [row.payload.reply.text ?? ''] : [],
  );
const writes = (text: string, more: object = {}) =>
  house.happen(telegramMessage(text, { from: { address: '1001', name: 'Mia', language: 'en' }, ...more }));

/** The house's clock stands at Saturday 21 November 2026, 12:00 in Shanghai. */
describe('an absence that begins later', () => {
  it.each([
    ['from friday for 3 days', '2026-11-27 00:00 → 2026-11-29 23:59 {}'],
    ['for 3 days from friday', '2026-11-27 00:00 → 2026-11-29 23:59 {}'],
    ['starting Monday for a week', '2026-11-23 00:00 → 2026-11-29 23:59 {}'],
    ['from Dec 26 for 2 weeks I ski', '2026-12-26 00:00 → 2027-01-08 23:59 {"en":"I ski"}'],
    ['from friday 3pm for 2 hours', '2026-11-27 15:00 → 2026-11-27 17:00 {}'],
    ['from tomorrow 10am for 2 days', '2026-11-22 10:00 → 2026-11-24 10:00 {}'],
    ['周五起3天', '2026-11-27 00:00 → 2026-11-29 23:59 {}'],
    ['从周五开始3天', '2026-11-27 00:00 → 2026-11-29 23:59 {}'],
    ['12月26日起一周 滑雪', '2026-12-26 00:00 → 2027-01-01 23:59 {"zh-CN":"滑雪"}'],
    ['从明天起两天', '2026-11-22 00:00 → 2026-11-23 23:59 {}'],
    ['on friday', '2026-11-27 00:00 → 2026-11-27 23:59 {}'],
    ['on Dec 26 I ski', '2026-12-26 00:00 → 2026-12-26 23:59 {"en":"I ski"}'],
  ])('%s is planned for just that time', async (words, kept) => {
    expect(await house.say(`/away ${words}`)).not.toHaveProperty('failed');
    expect(await absences()).toEqual([kept]);
  });

  it.each(['from friday', '周五起', '从周五开始', 'starting friday', 'from Dec 26 on', 'from friday 3pm', '明天开始'])(
    '%s is asked how long, and begins when it says',
    async (words) => {
      const asked = await house.say(`/away ${words} | gone fishing`);
      expect(asked.failed).toBe(true);
      expect(await absences()).toEqual([]);
      await house.say(buttonsOf(asked).at(-1)!.command);
      const [made] = await absences();
      expect(made).not.toMatch(/^2026-11-21/);
      expect(made).toContain('{"en":"gone fishing"}');
    },
  );

  it.each([
    ['周五', '2026-11-27 00:00 → 2026-11-27 23:59 {}'],
    ['Dec 26', '2026-12-26 00:00 → 2026-12-26 23:59 {}'],
    ['tomorrow afternoon', '2026-11-22 12:00 → 2026-11-22 18:00 {}'],
    ['tonight', '2026-11-21 18:00 → 2026-11-21 23:59 {}'],
    ['tomorrow I am at a fair', '2026-11-22 00:00 → 2026-11-22 23:59 {"en":"I am at a fair"}'],
    ['周五 去参展', '2026-11-27 00:00 → 2026-11-27 23:59 {"zh-CN":"去参展"}'],
  ])('%s may be the absence or its end: nothing begins before the owner has said which', async (words, kept) => {
    const asked = await house.say(`/away ${words}`);
    expect(asked.failed).toBe(true);
    expect(await absences()).toEqual([]);
    const [itself, until, from] = buttonsOf(asked);
    await house.say(itself!.command);
    expect(await absences()).toEqual([kept]);
    expect(until!.label).toMatch(/^(?:From now|现在起)/);
    expect(await house.say(from!.command)).toMatchObject({ failed: true });
  });

  it.each([
    ['今天下午', '2026-11-21 12:00 → 2026-11-21 18:00 {}'],
    ['today', '2026-11-21 12:00 → 2026-11-21 23:59 {}'],
    ['今天 店休', '2026-11-21 12:00 → 2026-11-21 23:59 {"zh-CN":"店休"}'],
  ])('%s has begun, and lasts to its end', async (words, kept) => {
    expect(await house.say(`/away ${words}`)).not.toHaveProperty('failed');
    expect(await absences()).toEqual([kept]);
  });

  it.each(['until friday', '到周五', 'until Dec 26', '3d', 'back on Friday'])(
    '%s says itself that it is an end',
    async (words) => {
      expect(buttonsOf(await house.say(`/away ${words}`)).some(({ command }) => command.includes('instead'))).toBe(
        false,
      );
    },
  );

  it.each(['until friday for 3 days', '到周五 3天', '周五9点起', 'until 9am Tokyo I sleep'])(
    'what is left of the time in %s is never told to customers unasked',
    async (words) => {
      const asked = await house.say(`/away ${words}`);
      expect(asked.failed).toBe(true);
      expect(await absences()).toEqual([]);
    },
  );

  it('until 9am Tokyo is by the clock of Tokyo', async () => {
    await house.say('/away until tomorrow 9am Tokyo');
    expect(await absences()).toEqual(['2026-11-21 12:00 → 2026-11-22 08:00 {}']);
  });
});

describe('absences that overlap', () => {
  it.each([
    ['Nov 23 - Nov 27', 'until Nov 24'],
    ['Nov 23 - Nov 27', '5d'],
    ['Nov 22 - Nov 27', 'Nov 21 all day'],
  ])('(%s, then %s) are one to customers, who are told the last day of both', async (first, second) => {
    await house.say(`/away ${first}`);
    await house.say(`/away ${second}`);
    expect((await house.say('/away')).title).toContain('Fri 23:59');
    await writes('Are you open?');
    expect(await told()).toEqual([expect.stringContaining('November 28')]);
  });

  it('are both over when the owner is back', async () => {
    await house.say('/away until Nov 24 6pm');
    const asked = await house.say('/away Nov 23 - Nov 27');
    await house.say(asked.buttons![0]![0]!.command);
    house.now = new Date('2026-11-24T04:00:00Z');
    await house.say('/away off');
    expect((await house.say('/away')).text).toContain('You are not away');
  });

  it('with a gap between them are two', async () => {
    await house.say('/away Nov 26 - Nov 27');
    await house.say('/away until Nov 24');
    await writes('Are you open?');
    expect(await told()).toEqual([expect.stringContaining('November 24')]);
  });
});
