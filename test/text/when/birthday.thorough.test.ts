import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  birthdayKey,
  birthdayKeys,
  birthdayOf,
  birthdayValue,
  dateOrderIn,
  formatWrittenDate,
  nextBirthday,
  readDates,
  type WrittenDate,
} from '../../../src/text/when/birthday/birthday.ts';
import { keysInSpan, printBirthdaySpan, readBirthdaySpan } from '../../../src/text/when/birthday/span.ts';
import { dayOf, isoDay } from '../../../src/text/when/zone.ts';

const TODAY = dayOf(2026, 11, 21)!;
const read = (text: string, country = 'GB') => readDates(text, country, TODAY).map(birthdayValue);

describe('a date by the name of its month', () => {
  it.each([
    ...['1. Dezember 2026', '1. Dez. 2026', '1er décembre 2026', '1 de diciembre de 2026', '1 de dezembro de 2026'],
    ...[
      '1º dicembre 2026',
      '1 december 2026',
      '1 декабря 2026 г.',
      '1 грудня 2026 р.',
      '1 grudnia 2026',
      '1. prosince 2026',
    ],
    ...['1. desember 2026', '1. joulukuuta 2026', '1 Aralık 2026', '2026. december 1.', '1 Δεκεμβρίου 2026'],
    ...[
      '1 decembrie 2026',
      '1 Desember 2026',
      'ngày 1 tháng 12, 2026',
      '1 ธันวาคม 2026',
      '1 ديسمبر 2026',
      '1 בדצמבר 2026',
    ],
    ...['2026년 12월 1일', '2026年12月1日'],
  ])('is read in the languages of files: %s', (text) => {
    expect(read(text)).toEqual(['2026-12-01']);
  });

  it.each(['13. Mai', '13 mai', '13 de mayo', '13.5.'])('may have no year: %s', (text) => {
    expect(read(text)).toEqual(['--05-13']);
  });

  it('is read in every month of German as the calendar writes it', () => {
    for (let month = 1; month <= 12; month += 1) {
      const written = new Intl.DateTimeFormat('de', { dateStyle: 'long', timeZone: 'UTC' }).format(
        new Date(Date.UTC(1990, month - 1, 3)),
      );
      expect(read(written)).toEqual([`1990-${String(month).padStart(2, '0')}-03`]);
    }
  });

  it.each(['Dezember', '2 set', '31. Juni 2026', '12 mai 90', 'Herr Mai 5', '5 mai 6', '5 mai juni 2026'])(
    'is none where something is missing, too much, or another word: %s',
    (text) => {
      expect(read(text)).toEqual([]);
    },
  );
});

describe('a birthday', () => {
  it.each([
    ['5月12日', ['--05-12']],
    ['五月十二日', ['--05-12']],
    ['1990年5月12号', ['1990-05-12']],
    ['1990-05-12', ['1990-05-12']],
    ['1990/5/12', ['1990-05-12']],
    ['12.05.1990', ['1990-05-12']],
    ['05-12', ['--05-12']],
    ['12/5', ['--05-12']],
    ['12/5/90', ['1990-05-12']],
    ['12/5/24', ['2024-05-12']],
    ['12 May', ['--05-12']],
    ['12th of May 1990', ['1990-05-12']],
    ['May 12, 1990', ['1990-05-12']],
    ['--05-12', ['--05-12']],
    ['19900512', ['1990-05-12']],
    ['1990-05-12T00:00:00Z', ['1990-05-12']],
    ['1990/5/12 0:00:00', ['1990-05-12']],
    ['1990/5/12 0:00', ['1990-05-12']],
    ['1990/5/12 上午12:00:00', ['1990-05-12']],
    ['12/5/1990 12:00:00 AM', ['1990-05-12']],
    ['1990-05-12T00:00:00+08:00', ['1990-05-12']],
    ['12-May-1990', ['1990-05-12']],
    ['12-May-90', ['1990-05-12']],
    ['2024-13-01', []],
    ['2024/31/12', []],
    ['农历1990-13-01', []],
    ['29 February', ['--02-29']],
    ['农历八月十五', ['l--08-15']],
    ['陰曆八月十五', ['l--08-15']],
    ['农历1990年八月十五', ['l1990-08-15']],
    ['正月初五', ['l--01-05']],
    ['腊月廿三', ['l--12-23']],
    ['闰四月初八', ['l--04-08']],
    ['lunar 8-15', ['l--08-15']],
    ['农历 1990-08-15', ['l1990-08-15']],
    ['八月十五', ['l--08-15', '--08-15']],
    ['30 February', []],
    ['1991-02-29', []],
    ['13月1日', []],
    ['soon', []],
    ['', []],
  ])('%s is read as %j', (text, values) => expect(read(text)).toEqual(values));

  it('in figures has the order of the country, unless one figure can be no month', () => {
    expect([read('3/4', 'GB'), read('3/4', 'US'), read('3/14', 'GB')]).toEqual([['--04-03'], ['--03-04'], ['--03-14']]);
  });

  const birthday: fc.Arbitrary<WrittenDate> = fc
    .record({
      lunar: fc.boolean(),
      year: fc.option(fc.integer({ min: 1900, max: 2020 }), { nil: undefined }),
      month: fc.integer({ min: 1, max: 12 }),
      date: fc.integer({ min: 1, max: 30 }),
    })
    .filter(({ lunar, year, month, date }) => lunar || dayOf(year ?? 2000, month, date) !== undefined)
    .map(({ year, ...rest }) => ({ ...rest, ...(year !== undefined && { year }) }));

  it('is the same again from how it is kept and from how it reads in either language', () => {
    fc.assert(
      fc.property(birthday, fc.constantFrom('GB', 'US', 'CN'), (one, country) => {
        expect(birthdayOf(birthdayValue(one))).toEqual(one);
        for (const locale of ['zh-CN', 'en'] as const)
          expect(readDates(formatWrittenDate(one, locale), country, TODAY)).toContainEqual(one);
      }),
    );
  });

  it('is kept once in every year, on a day whose keys have it', () => {
    fc.assert(
      fc.property(birthday, fc.integer({ min: -20_000, max: 20_000 }), (one, ahead) => {
        const from = TODAY + ahead;
        const next = nextBirthday(one, from);
        expect(next - from).toBeLessThan(400);
        expect(birthdayKeys(next, next)).toContain(birthdayKey(one));
        if (next > from) expect(birthdayKeys(from, next - 1)).not.toContain(birthdayKey(one));
      }),
      { numRuns: 60 },
    );
  });

  it('of a day that a year lacks is kept the evening before', () => {
    const born = (value: string) => birthdayOf(value)!;
    expect(isoDay(nextBirthday(born('--02-29'), dayOf(2027, 1, 1)!))).toBe('2027-02-28');
    expect(isoDay(nextBirthday(born('--02-29'), dayOf(2028, 1, 1)!))).toBe('2028-02-29');
    // 中秋 of 2026
    expect(isoDay(nextBirthday(born('l--08-15'), dayOf(2026, 1, 1)!))).toBe('2026-09-25');
  });
});

describe('when a birthday is', () => {
  it.each(['today', 'tomorrow', 'this week', 'next week', 'this month', 'next month', 'may', '30d'])(
    '%s is written and read in either language',
    (text) => {
      const span = readBirthdaySpan(text)!;
      expect(span).toBeDefined();
      for (const locale of ['zh-CN', 'en'] as const)
        expect(readBirthdaySpan(printBirthdaySpan(span, locale))).toEqual(span);
    },
  );

  it('counts from today, and a month has all of its days', () => {
    const solar = (text: string) => keysInSpan(readBirthdaySpan(text)!, TODAY).filter((key) => !key.startsWith('l'));
    expect(solar('today')).toEqual(['11-21']);
    expect(solar('下周')).toEqual(['11-23', '11-24', '11-25', '11-26', '11-27', '11-28', '11-29']);
    expect(solar('30天')).toHaveLength(31);
    expect(solar('二月')).toContain('02-29');
    expect(solar('本月')[0]).toBe('11-01');
    expect(solar('本月').at(-1)).toBe('11-30');
  });
});

describe('the dates of one writer', () => {
  it.each([
    [['03/04/1990', '13/04/1990'], 'date first'],
    [['03/04/1990', '04/13/1990'], 'month first'],
    [['13.04.1990', '3/4'], 'date first'],
    [['13/04/1990', '04/13/1990'], 'unclear'],
    [['12/31/2026', '1.12.2026', '31.12.2026'], 'month first'],
    [['12.31.2026', '1.12.2026'], 'unclear'],
    [['03/04/1990', '1990-13-04', 'May 13, 1990', '192.168.1.1', ''], undefined],
  ])('%j show their order: %s', (texts, order) => {
    expect(dateOrderIn(texts)).toBe(order);
  });

  it('begin with the date where they have dots, though slashes beside them do not', () => {
    for (const text of ['1.12.1990', '1.12', '1.12.'])
      expect(readDates(text, 'US', TODAY, 'month first')).toMatchObject([{ month: 12, date: 1 }]);
    expect(readDates('13.5.', 'DE', TODAY)).toMatchObject([{ month: 5, date: 13 }]);
    expect(readDates('1/12/1990', 'DE', TODAY, 'month first')).toMatchObject([{ month: 1, date: 12 }]);
  });

  it.each(['US', 'GB'])('are read in that order, whatever the country: %s', (country) => {
    const both = (order: Parameters<typeof readDates>[3]) =>
      readDates('03/04/1990', country, TODAY, order).map(birthdayValue);
    expect(both('date first')).toEqual(['1990-04-03']);
    expect(both('month first')).toEqual(['1990-03-04']);
    expect(both('unclear')).toEqual(['1990-03-04', '1990-04-03']);
  });
});
