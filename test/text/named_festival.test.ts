import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { easter } from '../../src/text/when/festival.ts';
import { festivalAway, festivalTime } from '../../src/text/when/named_festival.ts';
import { parseWhen } from '../../src/text/when/when.ts';
import { isoDay } from '../../src/text/when/zone.ts';

// a Wednesday, 10:00 in Shanghai
const now = new Date('2026-11-25T02:00:00Z');
const context = (text: string, country = 'US', at = now) => {
  const chinese = /\p{Script=Han}/u.test(text);
  return { now: at, timezone: 'Asia/Shanghai', locale: chinese ? 'zh-CN' : 'en', country } as const;
};
const local = (at: Date) => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);

describe('a festival whose date moves is read for its day', () => {
  it.each([
    ['easter', '2027-03-28'],
    ['Easter Monday', '2027-03-29'],
    ['Good Friday', '2027-03-26'],
    ['Thanksgiving', '2026-11-26'],
    ['Black Friday', '2026-11-27'],
    ['Cyber Monday', '2026-11-30'],
    ["Mother's Day", '2027-05-09'],
    ['Labor Day', '2027-09-06'],
    ['Chinese New Year', '2027-02-06'],
    ['复活节', '2027-03-28'],
    ['感恩节', '2026-11-26'],
    ['黑五', '2026-11-27'],
    ['清明节', '2027-04-05'],
    ['冬至', '2026-12-22'],
    ['过年', '2027-02-06'],
    ['母亲节', '2027-05-09'],
  ])('%s', (said, day) => expect(local(parseWhen(said, context(said))!.at)).toBe(day));

  it.each([
    ['Thanksgiving', 'CA', '2027-10-11'],
    ["Mother's Day", 'GB', '2027-03-07'],
    ["Father's Day", 'AU', '2027-09-05'],
    ['Labour Day', 'GB', '2027-05-01'],
  ])('%s in %s', (said, country, day) => expect(local(parseWhen(said, context(said, country))!.at)).toBe(day));

  it('Easter is a Sunday from 22 March to 25 April, as it was and will be', () => {
    const known = { 1961: '04-02', 2008: '03-23', 2011: '04-24', 2024: '03-31', 2025: '04-20', 2038: '04-25' };
    for (const [year, date] of Object.entries(known)) expect(isoDay(easter(Number(year)))).toBe(`${year}-${date}`);
    fc.assert(
      fc.property(fc.integer({ min: 1583, max: 9000 }), (year) => {
        const date = isoDay(easter(year)).slice(5);
        expect(date >= '03-22' && date <= '04-25' && new Date(easter(year) * 86_400_000).getUTCDay() === 0).toBe(true);
      }),
    );
  });
});

describe('a festival that an absence is said by', () => {
  it.each([
    ['christmas', ['2026-12-24/2026-12-26', '2026-12-25/2026-12-25'], ''],
    ['over Easter', ['2027-03-26/2027-03-29', '2027-03-28/2027-03-28'], ''],
    ['for the christmas holidays', ['2026-12-24/2026-12-26', '2026-12-25/2026-12-25'], ''],
    ['easter for 5 days, see you', ['2027-03-28/2027-04-01'], 'see you'],
    ['国庆', ['2027-10-01/2027-10-07', '2027-10-01/2027-10-01'], ''],
    ['国庆七天', ['2027-10-01/2027-10-07'], ''],
    ['春节放假10天', ['2027-02-06/2027-02-15'], ''],
    ['过年回家', ['2027-02-05/2027-02-12', '2027-02-06/2027-02-06'], '回家'],
    ['中秋', ['2027-09-15/2027-09-15'], ''],
  ])('%s is proposed as days', (said, days, rest) => {
    const read = festivalAway(said, context(said))!;
    expect(read.stretches.map(({ from, until }) => `${local(from)}/${local(until)}`)).toEqual(days);
    expect(read.rest).toBe(rest);
  });

  it.each(['until christmas', 'till easter', '到国庆', '国庆前', 'conference', '3 days', 'tomorrow'])(
    '%s is none, or says its end',
    (said) => expect(festivalAway(said, context(said))).toBeUndefined(),
  );

  it('while its days last they are what is left of them', () => {
    const inHolidays = new Date('2026-10-03T04:00:00Z');
    const [first] = festivalAway('国庆', context('国庆', 'CN', inHolidays))!.stretches;
    expect([first!.from, local(first!.until)]).toEqual([inHolidays, '2026-10-07']);
  });
});

describe('a festival that something is to be done by', () => {
  it.each([
    ['after Christmas call Kim', 'call Kim', ['2026-12-27', '2026-12-26']],
    ['call Kim after the christmas holidays', 'call Kim', ['2026-12-27', '2026-12-26']],
    ['order eggs before easter', 'order eggs', ['2027-03-25', '2027-03-19']],
    ['国庆后给李雷打电话', '给李雷打电话', ['2027-10-08', '2027-10-02']],
    ['给李雷打电话 春节之后', '给李雷打电话', ['2027-02-13', '2027-02-07']],
    ['easter order eggs', 'order eggs', ['2027-03-28', '2027-03-26']],
    ['Christmas close shop', 'close shop', ['2026-12-25', '2026-12-24']],
    ['端午 发货', '发货', ['2027-06-09']],
    ['国庆 关店三天', '关店三天', ['2027-10-01']],
    ['order cards Christmas', 'order cards', ['2026-12-25', '2026-12-24']],
    ['发货 端午', '发货', ['2027-06-09']],
  ])('%s', (said, rest, days) => {
    const read = festivalTime(said, context(said))!;
    expect(read.rest).toBe(rest);
    expect(read.moments.map(local)).toEqual(days);
  });

  it.each([
    'Christmas cards for Kim',
    'buy a christmas tree',
    'wish Kim a merry Christmas',
    'plan the Christmas',
    'call Kim',
    '中秋月饼 100盒',
    '国庆放假通知 贴门口',
  ])('%s only says which thing, or none', (said) =>
    expect(festivalTime(said, context(said))?.moments ?? []).toEqual([]),
  );

  it('right after it is the day after this one, and not a year later', () => {
    const boxingDay = new Date('2026-12-26T02:00:00Z');
    expect(festivalTime('after christmas', context('', 'GB', boxingDay))!.moments.map(local)).toEqual(['2026-12-27']);
  });
});
