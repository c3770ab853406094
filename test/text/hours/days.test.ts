import { describe, expect, it } from 'vitest';
import { readCalendarFile } from '../../../src/text/hours/calendar/calendar_file.ts';
import { type DaysSaid, readHours } from '../../../src/text/hours/days.ts';
import { readSpans, writeSpans } from '../../../src/text/hours/spans.ts';
import { isoDay } from '../../../src/text/when/zone.ts';
import { growsTooFast } from '../../support/linear.ts';

const at = (country = 'US') => ({
  now: new Date('2026-11-21T04:00:00Z'),
  timezone: 'Asia/Shanghai',
  locale: 'en' as const,
  country,
});

/** 'weekdays or dates | spans | name' */
const said = (typed: string, country?: string): string[] =>
  readHours(typed, at(country)).map((groups) => groups.map(shown).join('; '));

function shown(read: DaysSaid): string {
  const days =
    'weekdays' in read.days
      ? read.days.weekdays.join('')
      : [read.days.dates[0]!, read.days.dates.at(-1)!].map(isoDay).join('..');
  const spans = read.spans === 'usual' ? 'usual' : writeSpans(read.spans);
  return [`${days}${read.assumed ? '?' : ''}`, read.isBreak ? `without ${spans}` : spans, read.name].join(' | ');
}

describe('opening hours as people type them', () => {
  it.each([
    ['mon-fri 9-12 13-18', '01234 | 09:00-12:00 13:00-18:00 | '],
    ['Mon–Fri 9:00–18:30', '01234 | 09:00-18:30 | '],
    ['周一至周五 9-12 13-18', '01234 | 09:00-12:00 13:00-18:00 | '],
    ['周六 休息', '5 |  | '],
    ['星期六 星期天 10点到16点半', '56 | 10:00-16:30 | '],
    ['fri-mon 8-20', '0456 | 08:00-20:00 | '],
    ['daily 0-24', '0123456 | 00:00-24:00 | '],
    ['weekend closed', '56 |  | '],
    ['9-18', '01234? | 09:00-18:00 | '],
    ['mon-fri: 9-12, 11-18', '01234 | 09:00-18:00 | '],
    ['10-01 closed National Day', '2027-10-01..2027-10-01 |  | National Day'],
    ['12-24 9-13', '2026-12-24..2026-12-24 | 09:00-13:00 | '],
    ['2026-10-10 9-18', '2026-10-10..2026-10-10 | 09:00-18:00 | '],
    ['10月1日至10月7日 休息 国庆', '2027-10-01..2027-10-07 |  | 国庆'],
    ['2027-02-05..2027-02-12 closed', '2027-02-05..2027-02-12 |  | '],
    ['10-01 照常', '2027-10-01..2027-10-01 | usual | '],
    ['２０２６-１０-１０ ９-１８', '2026-10-10..2026-10-10 | 09:00-18:00 | '],
    // as people say them
    ['mon-fri 9am-5pm', '01234 | 09:00-17:00 | '],
    ['mon - fri 9 am to 5:30 pm', '01234 | 09:00-17:30 | '],
    ['Monday to Friday from 9 to 5', '01234 | 09:00-17:00 | '],
    ['m-f 9-17', '01234 | 09:00-17:00 | '],
    ['9am to 5:30pm', '01234? | 09:00-17:30 | '],
    ['9-5', '01234? | 09:00-17:00 | '],
    ['mon-fri 9-5pm', '01234 | 09:00-17:00 | '],
    ['mon-fri 9-5', '01234 | 09:00-17:00 | '],
    ['sun 10-2', '6 | 10:00-14:00 | '],
    ['mon 9-12, 1-5', '0 | 09:00-12:00 13:00-17:00 | '],
    ['every day 9-17', '0123456 | 09:00-17:00 | '],
    ['24/7', '0123456 | 00:00-24:00 | '],
    ['always open', '0123456 | 00:00-24:00 | '],
    ['open 24 hours', '0123456 | 00:00-24:00 | '],
    ['24小时营业', '0123456 | 00:00-24:00 | '],
    ['周末 全天', '56 | 00:00-24:00 | '],
    ['Mon-Fri 9-17:30, Sat 10-14', '01234 | 09:00-17:30 | ; 5 | 10:00-14:00 | '],
    ['mon-fri 9-18, sat 10-14, sun closed', '01234 | 09:00-18:00 | ; 5 | 10:00-14:00 | ; 6 |  | '],
    ['We are open Mon, Wed & Fri 9-5; closed on Sundays', '024 | 09:00-17:00 | ; 6 |  | '],
    ['周一到周五9:00-18:00，周六10:00-16:00，周日休息', '01234 | 09:00-18:00 | ; 5 | 10:00-16:00 | ; 6 |  | '],
    ['周一到周五 上午9点到下午6点', '01234 | 09:00-18:00 | '],
    ['周一至周五 九点到六点', '01234 | 09:00-18:00 | '],
    ['每天早上九点到晚上九点', '0123456 | 09:00-21:00 | '],
    ['每天十点到晚上十二点', '0123456 | 10:00-24:00 | '],
    ['周六十点半到十六点', '5 | 10:30-16:00 | '],
    ['一到五 9-18', '01234 | 09:00-18:00 | '],
    ['周一到五 9-18', '01234 | 09:00-18:00 | '],
    ['周六日 10-16', '56 | 10:00-16:00 | '],
    ['周六休息', '5 |  | '],
    ['周日不营业', '6 |  | '],
    ['周六周日都休息', '56 |  | '],
    ['9：00－21：00', '01234? | 09:00-21:00 | '],
    ['closed sundays', '6 |  | '],
    ['9-17 closed wed', '01234? | 09:00-17:00 | ; 2 |  | '],
    ['9-12, closed sat', '01234? | 09:00-12:00 | ; 5 |  | '],
    ['9-17 and closed wed and sun', '01234? | 09:00-17:00 | ; 26 |  | '],
    ['9-17 周三休息', '01234? | 09:00-17:00 | ; 2 |  | '],
    ['9-17 休息', '2027-09-17..2027-09-17 |  | '],
    ['12-24 closed christmas eve', '2026-12-24..2026-12-24 |  | christmas eve'],
    ['12-25 closed friday', '2026-12-25..2026-12-25 |  | friday'],
    ['closed on Sat and Sun', '56 |  | '],
    ['lunch 12-1', '0123456 | without 12:00-13:00 | '],
    ['mon-fri 9-6, lunch 12-1', '01234 | 09:00-18:00 | ; 01234 | without 12:00-13:00 | '],
    ['closed 12-1pm for lunch', '0123456 | without 12:00-13:00 | '],
    ['中午12点到2点休息', '0123456 | without 12:00-14:00 | '],
    ['周一到周五9-18，午休12-13', '01234 | 09:00-18:00 | ; 01234 | without 12:00-13:00 | '],
    ['fri-sat 9pm-2am', '45 | 21:00-26:00 | '],
    ['mon-fri 22-6', '01234 | 22:00-30:00 | '],
    ['周五 晚上9点到凌晨2点', '4 | 21:00-26:00 | '],
    ['fri 22:00-30:00', '4 | 22:00-30:00 | '],
    ['sat 01:00-05:00', '5 | 01:00-05:00 | '],
    ['today closed', '2026-11-21..2026-11-21 |  | '],
    ['明天休息', '2026-11-22..2026-11-22 |  | '],
    ['closed tomorrow', '2026-11-22..2026-11-22 |  | '],
    ['24-26 December closed', '2026-12-24..2026-12-26 |  | '],
    ['Dec 24 - Jan 2 closed', '2026-12-24..2027-01-02 |  | '],
    ['dec 25 closed', '2026-12-25..2026-12-25 |  | '],
    ['1 October closed', '2027-10-01..2027-10-01 |  | '],
    ['9-12 December closed', '2026-12-09..2026-12-12 |  | '],
    ['2026-12-24 - 2027-01-02 closed', '2026-12-24..2027-01-02 |  | '],
    ['1.10. closed', '2027-10-01..2027-10-01 |  | '],
    ['12/24-12/26 closed', '2026-12-24..2026-12-26 |  | '],
    ['12-24, 12-31 closed', '2026-12-24..2026-12-31 |  | '],
    ['10月1日到7日休息', '2027-10-01..2027-10-07 |  | '],
    ['Dec 24 9-1', '2026-12-24..2026-12-24 | 09:00-13:00 | '],
    ['christmas day closed', '2026-12-25..2026-12-25 |  | christmas day'],
    ['closed 10-01, sat 10-14', '2027-10-01..2027-10-01 |  | ; 5 | 10:00-14:00 | '],
  ])('%s', (typed, read) => {
    expect(said(typed)).toEqual([read]);
  });

  it.each([
    ['mon 18-9', '0 | 18:00-33:00 | ', '0 | 18:00-21:00 | '],
    ['sat 6-2', '5 | 06:00-14:00 | ', '5 | 18:00-26:00 | '],
    ['sat 1-5', '5 | 13:00-17:00 | ', '5 | 01:00-05:00 | '],
    ['mon 9-11pm', '0 | 09:00-23:00 | ', '0 | 21:00-23:00 | '],
    ['国庆节休息', '2027-10-01..2027-10-01 |  | 国庆节', '2027-10-01..2027-10-07 |  | 国庆节'],
    ['thanksgiving closed', '2026-11-26..2026-11-26 |  | thanksgiving', '2026-11-26..2026-11-27 |  | thanksgiving'],
    ['christmas closed', '2026-12-25..2026-12-25 |  | christmas', '2026-12-24..2026-12-26 |  | christmas'],
  ])('“%s” is asked about', (typed, ...read) => {
    expect(said(typed)).toEqual(read);
  });

  it('reads 01/02 in the order of its country', () => {
    expect(said('01/02 closed', 'GB')).toEqual(['2027-02-01..2027-02-01 |  | ']);
    expect(said('01/02 closed', 'US')).toEqual(['2027-01-02..2027-01-02 |  | ']);
  });

  it.each([
    '',
    'mon',
    'mon 9-25',
    'someday 9-18',
    '02-30 closed',
    '12-25 closed monday',
    '9-17 休息周三',
    '2026-01-01..2029-01-01 closed',
    'mon 9-18 and then some',
    '25-30',
    'next week closed',
    'december closed',
    'mon-fri 9-18, anna 10-14',
    'anna 9-5',
    'mon 9',
    '31/13/2026 closed',
    'mon-fri 9-18 5',
  ])('“%s” is not understood', (typed) => {
    expect(said(typed)).toEqual([]);
  });

  it('are offered both ways where they may be a date', () => {
    expect(said('9-12 13-18')).toEqual([
      '01234? | 09:00-12:00 13:00-18:00 | ',
      '2027-09-12..2027-09-12 | 13:00-18:00 | ',
    ]);
  });

  it('takes linear time', () => {
    const read = (text: string) => [readSpans(text), readHours(text, at()), readHours(`mon ${text}`, at())];
    for (const one of ['9-18 ', '9', '1-', '周一至', '10-01..', ' ', 'mon 9-18, ', 'dec 24 - ', '九点到', '休息'])
      expect(growsTooFast(read, (size) => one.repeat(Math.ceil(size / one.length)))).toBeUndefined();
  });
});

describe('a calendar file', () => {
  const today = Date.parse('2026-11-21') / 86_400_000;
  const file = (...events: string[]) =>
    ['BEGIN:VCALENDAR', 'VERSION:2.0', ...events.map((one) => `BEGIN:VEVENT\n${one}\nEND:VEVENT`), 'END:VCALENDAR', '']
      .join('\n')
      .replaceAll('\n', '\r\n');
  const read = (text: string, timezone = 'Europe/Berlin') => readCalendarFile(text, { today, timezone });
  const days = (...events: string[]) =>
    read(file(...events))!.days.map(({ day, isWork, name }) => `${isoDay(day)}${isWork ? ' work' : ''} ${name}`.trim());

  it.each<[string, string, string[]]>([
    ['a day', 'DTSTART;VALUE=DATE:20261224\nSUMMARY:Eve', ['2026-12-24 Eve']],
    ['a day without saying that it is one', 'DTSTART:20261224\nSUMMARY:Eve', ['2026-12-24 Eve']],
    [
      'days up to an end that is not in it',
      'DTSTART;VALUE=DATE:20261224\nDTEND;VALUE=DATE:20261226',
      ['2026-12-24', '2026-12-25'],
    ],
    ['an end that is its beginning', 'DTSTART;VALUE=DATE:20261224\nDTEND;VALUE=DATE:20261224', ['2026-12-24']],
    ['a duration', 'DTSTART;VALUE=DATE:20261224\nDURATION:P2D', ['2026-12-24', '2026-12-25']],
    ['each year, two years ahead', 'DTSTART;VALUE=DATE:19701225\nRRULE:FREQ=YEARLY', ['2026-12-25', '2027-12-25']],
    ['each year but one', 'DTSTART;VALUE=DATE:20201225\nRRULE:FREQ=YEARLY\nEXDATE;VALUE=DATE:20261225', ['2027-12-25']],
    ['each year, until', 'DTSTART;VALUE=DATE:20201225\nRRULE:FREQ=YEARLY;UNTIL=20270101', ['2026-12-25']],
    ['seven times', 'DTSTART;VALUE=DATE:20201225\nRRULE:FREQ=YEARLY;COUNT=7', ['2026-12-25']],
    ['every other year', 'DTSTART;VALUE=DATE:20251225\nRRULE:FREQ=YEARLY;INTERVAL=2', ['2027-12-25']],
    [
      'the fourth Thursday',
      'DTSTART;VALUE=DATE:20201126\nRRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH',
      ['2026-11-26', '2027-11-25'],
    ],
    [
      'the last Monday',
      'DTSTART;VALUE=DATE:20200525\nRRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO',
      ['2027-05-31', '2028-05-29'],
    ],
    [
      'from midnight to midnight of its zone',
      'DTSTART;TZID=America/New_York:20261224T000000\nDTEND;TZID=America/New_York:20261225T000000',
      ['2026-12-24'],
    ],
    [
      'from midnight to midnight in UTC, by the owner’s clock',
      'DTSTART:20261223T230000Z\nDTEND:20261224T230000Z',
      ['2026-12-24'],
    ],
    [
      'a name in folded lines',
      'DTSTART;VALUE=DATE:20261224\nSUMMARY;LANGUAGE="a:b;c":Christ\n mas\\, the\n\t eve',
      ['2026-12-24 Christmas, the eve'],
    ],
    [
      'a name that others give its alarm',
      'DTSTART;VALUE=DATE:20261224\nSUMMARY:Eve\nBEGIN:VALARM\nSUMMARY:Ring\nDTSTART:20270101\nEND:VALARM',
      ['2026-12-24 Eve'],
    ],
    ['a working day by its name', 'DTSTART;VALUE=DATE:20270220\nSUMMARY:春节 补班', ['2027-02-20 work 春节 补班']],
    [
      'a working day as Apple marks it',
      'DTSTART;VALUE=DATE:20270220\nSUMMARY:春节\nX-APPLE-SPECIAL-DAY:ALTERNATE-WORKDAY',
      ['2027-02-20 work 春节'],
    ],
    ['nothing cancelled', 'DTSTART;VALUE=DATE:20261224\nSTATUS:CANCELLED', []],
    ['nothing that is over', 'DTSTART;VALUE=DATE:20261120', []],
    [
      'what is left of days that have begun',
      'DTSTART;VALUE=DATE:20261119\nDTEND;VALUE=DATE:20261123',
      ['2026-11-21', '2026-11-22'],
    ],
    ['no day that there is not', 'DTSTART;VALUE=DATE:20270230', []],
  ])('reads %s', (_, event, expected) => {
    expect(days(event)).toEqual(expected);
  });

  it('counts what it leaves out, and moves what was moved', () => {
    const read6 = read(
      file(
        ...['DTSTART:20261224T100000Z\nDTEND:20261224T110000Z', 'DTSTART;VALUE=DATE:20261224\nRRULE:FREQ=WEEKLY'],
        ...['DTSTART;VALUE=DATE:20261224\nDTEND;VALUE=DATE:20270924', 'SUMMARY:never', 'DTSTART;VALUE=DATE:20200101'],
      ),
    )!;
    expect(read6).toEqual({ days: [], left: { timed: 1, again: 1, long: 1, unread: 1, over: 1 }, isCut: false });
    const yearly = 'UID:1\nDTSTART;VALUE=DATE:20201225\nRRULE:FREQ=YEARLY;COUNT=7';
    expect(days(yearly, 'UID:1\nRECURRENCE-ID;VALUE=DATE:20261225\nDTSTART;VALUE=DATE:20261228')).toEqual([
      '2026-12-28',
    ]);
  });

  it.each(['', 'hello', '<!doctype html><p>BEGIN:VCALENDAR', 'BEGIN:VCARD\nEND:VCARD', '\u0000\u0001'])(
    'is not %j',
    (text) => {
      expect(read(text)).toBeUndefined();
    },
  );

  it.each<[string, (count: number) => string]>([
    [
      'many events',
      (count) => file(...Array.from({ length: count / 100 }, () => 'DTSTART;VALUE=DATE:20261224\nRRULE:FREQ=YEARLY')),
    ],
    ['a line that is folded again and again', (count) => file(`SUMMARY:${'x\n '.repeat(count / 3)}`)],
    ['a line of colons in quotes', (count) => file(`SUMMARY;X="${':;'.repeat(count / 2)}`)],
    ['many days of one event', (count) => file(`DTSTART;VALUE=DATE:20261224\nRDATE:${'20261231,'.repeat(count / 9)}`)],
    ['what begins and never ends', (count) => `BEGIN:VCALENDAR\n${'BEGIN:VEVENT\n'.repeat(count / 13)}`],
  ])('is read in linear time: %s', (_, make) => {
    expect(growsTooFast(read, make)).toBeUndefined();
  });
});
