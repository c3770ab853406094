import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Locale } from '../../../src/text/locale.ts';
import { type House, testHouse } from '../../support/house.ts';
import { mailsIn, rawMail, withMail } from '../../support/letters/raw_mail.ts';

const houses = {} as Record<Locale, House>;
beforeAll(async () => {
  houses.en = withMail(await testHouse({ locale: 'en', timezone: 'Europe/London' }));
  houses['zh-CN'] = withMail(await testHouse());
});
beforeEach(async () => {
  await houses.en.reset();
  await houses['zh-CN'].reset();
});

const event = (lines: string[], method = 'REQUEST') =>
  [
    ...['BEGIN:VCALENDAR', `METHOD:${method}`, 'BEGIN:VEVENT', 'UID:1', 'SUMMARY:Tea tasting'],
    ...['ORGANIZER:mailto:anna@example.net', ...lines, 'END:VEVENT', 'END:VCALENDAR'],
  ].join('\n');

/** The card of what Anna's calendar sends. */
async function cardOf(locale: Locale, lines: string[], method?: string) {
  const head = { Subject: 'Tasting', 'Content-Type': `text/calendar; charset=utf-8; method=${method ?? 'REQUEST'}` };
  await mailsIn(houses[locale], rawMail(head, event(lines, method)));
  return (await houses[locale].cards()).at(-1)!;
}
const shown = async (locale: Locale, lines: string[], method?: string) => {
  const { fields = [], quote } = await cardOf(locale, lines, method);
  return { fields: fields.map(({ value }) => value), quote };
};

describe('the days of an event without hours', () => {
  it.each([
    [
      'an end that is the next day',
      ['DTSTART;VALUE=DATE:20261201', 'DTEND;VALUE=DATE:20261202'],
      '1 Dec',
      '2026-12-01',
    ],
    ['no end', ['DTSTART;VALUE=DATE:20261201'], '1 Dec', '2026-12-01'],
    [
      'an end that is the same day',
      ['DTSTART;VALUE=DATE:20261201', 'DTEND;VALUE=DATE:20261201'],
      '1 Dec',
      '2026-12-01',
    ],
    ['a length of one day', ['DTSTART;VALUE=DATE:20261201', 'DURATION:P1D'], '1 Dec', '2026-12-01'],
    [
      'two nights',
      ['DTSTART;VALUE=DATE:20261201', 'DTEND;VALUE=DATE:20261203'],
      '1 Dec – 2 Dec',
      '2026-12-01 – 2026-12-02',
    ],
    ['a length of a week', ['DTSTART;VALUE=DATE:20261201', 'DURATION:P1W'], '1 Dec – 7 Dec', '2026-12-01 – 2026-12-07'],
  ])('%s', async (_, lines, when, written) => {
    const { fields, quote } = await shown('en', lines);
    expect(fields[1]).toMatch(new RegExp(`${when}$`));
    expect(quote?.split('\n')[1]).toBe(written);
  });
});

describe('a length instead of an end', () => {
  it.each([
    ['PT1H30M', '09:30', '2026-12-01 08:00 UTC – 2026-12-01 09:30 UTC'],
    ['+PT90M', '09:30', '2026-12-01 08:00 UTC – 2026-12-01 09:30 UTC'],
    ['PT20H', '2 Dec 04:00', '2026-12-01 08:00 UTC – 2026-12-02 04:00 UTC'],
    ['P1DT2H', '2 Dec 10:00', '2026-12-01 08:00 UTC – 2026-12-02 10:00 UTC'],
  ])('%s', async (length, end, written) => {
    const { fields, quote } = await shown('en', ['DTSTART:20261201T080000Z', `DURATION:${length}`]);
    expect(fields[1]).toContain(end);
    expect(quote).toContain(written);
  });
});

const MONDAY = ['DTSTART;TZID=Europe/London:20261207T090000', 'DTEND;TZID=Europe/London:20261207T100000'];
const RULES: [string, string, string][] = [
  ['FREQ=WEEKLY', 'every Monday', '每周一'],
  ['FREQ=WEEKLY;BYDAY=MO;UNTIL=20261228T235959Z', 'every Monday until 28 Dec', '每周一，到 12月28日 为止'],
  ['FREQ=WEEKLY;UNTIL=20261228', 'every Monday until 28 Dec', '每周一，到 12月28日 为止'],
  [
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=TH,MO;COUNT=8;WKST=SU',
    'every other week on Monday and Thursday 8 times',
    '每2周的周一和周四，共 8 次',
  ],
  ['FREQ=DAILY;COUNT=1', 'every day 1 time', '每天，共 1 次'],
  ['FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR', 'every weekday', '每个工作日'],
  ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', 'every weekday', '每个工作日'],
  ['FREQ=MONTHLY', 'every month on the 7th', '每月7号'],
  ['FREQ=MONTHLY;BYMONTHDAY=-1', 'every month on the last day', '每月最后一天'],
  ['FREQ=MONTHLY;BYDAY=1MO', 'every first Monday of the month', '每月第一个周一'],
  ['FREQ=MONTHLY;BYDAY=MO;BYSETPOS=-1', 'every last Monday of the month', '每月最后一个周一'],
  ['FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=7', 'every year on 7 December', '每年12月7日'],
];

describe('a series', () => {
  it.each(RULES)('%s is said in words', async (rule, en, zh) => {
    const lines = [...MONDAY, `RRULE:${rule}`];
    expect((await shown('en', lines)).fields[0]).toBe(`calendar · the whole series · ${en}`);
    // by the owner's clock it is the same Monday, at five in the afternoon
    expect((await shown('zh-CN', lines)).fields[0]).toBe(`日程 · 整个系列 · ${zh}`);
  });

  it('says by whose clock its days are, where they are others by the owner’s', async () => {
    const late = ['DTSTART;TZID=America/New_York:20261207T200000', 'RRULE:FREQ=WEEKLY;BYDAY=MO'];
    expect((await shown('zh-CN', late)).fields).toEqual(['日程 · 整个系列 · 每周一（按对方的时钟）', '12月8日 09:00']);
  });

  it.each([
    'FREQ=HOURLY',
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
    'FREQ=MONTHLY;BYDAY=5MO',
    'FREQ=YEARLY;BYDAY=1MO;BYMONTH=9',
    'FREQ=WEEKLY;BYEASTER=0',
    'FREQ=WEEKLY;UNTIL=sometime',
    'FREQ=WEEKLY;INTERVAL=0',
    'nonsense',
  ])('%s, which we cannot say, is a series and nothing else', async (rule) => {
    expect((await shown('en', [...MONDAY, `RRULE:${rule}`])).fields[0]).toBe('calendar · the whole series');
  });

  it('of which one date moves says which, and from when', async () => {
    const moved = ['DTSTART:20261215T150000Z', 'RECURRENCE-ID:20261214T090000Z', 'SEQUENCE:1'];
    expect((await shown('en', moved)).fields).toEqual([
      'calendar · changed since it was first sent · this date of a series · instead of 14 Dec 09:00',
      '15 Dec 15:00',
    ]);
  });
});

describe('an invitation that is sent once more', () => {
  it.each([
    ['SEQUENCE:2', 'en', 'calendar · changed since it was first sent'],
    ['SEQUENCE:2', 'zh-CN', '日程 · 和先前发来的不一样了'],
    ['SEQUENCE:0', 'en', 'calendar'],
    ['STATUS:CANCELLED', 'en', 'cancels'],
    ['STATUS:CANCELLED', 'zh-CN', '取消日程'],
    ['STATUS:CONFIRMED', 'en', 'calendar'],
  ] as const)('with %s says what became of it (%s)', async (line, locale, said) => {
    expect((await shown(locale, [...MONDAY, line])).fields[0]).toBe(said);
  });

  it('to be cancelled says so in its title', async () => {
    expect((await cardOf('en', [...MONDAY, 'SEQUENCE:3'], 'CANCEL')).title).toContain('cancels');
    expect((await cardOf('en', [...MONDAY, 'STATUS:CANCELLED'])).title).toContain('cancels');
  });
});
