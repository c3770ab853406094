import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRange } from '../../src/text/when/parse_range.ts';
import { restOfTime } from '../../src/text/when/time_like.ts';
import { parseWhenFirst } from '../../src/text/when/when.ts';

// Saturday 21 November 2026, noon in Shanghai
const now = new Date('2026-11-21T04:00:00Z');
const context = (text: string) => {
  const chinese = /\p{Script=Han}/u.test(text);
  return { now, timezone: 'Asia/Shanghai', locale: chinese ? 'zh-CN' : 'en', country: chinese ? 'CN' : 'GB' } as const;
};
const local = (at: Date) => at.toLocaleString('sv', { timeZone: 'Asia/Shanghai' }).slice(0, 10);
const range = (text: string, country = context(text).country as string) => {
  const read = parseRange(text, { ...context(text), country });
  return read && [local(read.from), local(read.until), read.rest];
};

describe('a range of dates is read whole, however it is written', () => {
  it.each([
    ['24.12.-2.1.', '2026-12-24', '2027-01-02'],
    ['24.12.–2.1.', '2026-12-24', '2027-01-02'],
    ['24. 12. - 2. 1.', '2026-12-24', '2027-01-02'],
    ['from 24.12. to 2.1.', '2026-12-24', '2027-01-02'],
    ['24.–27.12.', '2026-12-24', '2026-12-27'],
    ['1.2.-5.2.2027', '2027-02-01', '2027-02-05'],
    ['24/12/2026 - 2/1/2027', '2026-12-24', '2027-01-02'],
    ['24th to 27th december', '2026-12-24', '2026-12-27'],
    ['24/12 → 2/1', '2026-12-24', '2027-01-02'],
    ['2027.1.1-1.3', '2027-01-01', '2027-01-03'],
    ['2027-01-01 - 03', '2027-01-01', '2027-01-03'],
    ['2026.12.28-1.3 关门', '2026-12-28', '2027-01-03'],
    ['12.28-1.3 关门', '2026-12-28', '2027-01-03'],
    ['24-27号', '2026-11-24', '2026-11-27'],
    ['12月24日——1月2日', '2026-12-24', '2027-01-02'],
    ['初一到初七', '2027-02-06', '2027-02-12'],
    ['除夕到初七', '2027-02-05', '2027-02-12'],
  ])('%s', (text, from, until) => {
    const [words] = / 关门$/.exec(text) ?? [''];
    expect(range(text)).toEqual([from, until, words.trim()]);
  });

  it('in any order of day and month both dates are read alike', () => {
    const day = fc.integer({ min: 1, max: 28 });
    const month = fc.integer({ min: 1, max: 12 });
    fc.assert(
      fc.property(day, month, day, month, (d, m, e, n) => {
        const end = (part: string) => part.slice(5);
        const ends = (text: string, country: string) => range(text, country)?.slice(0, 2).map(end);
        const written = [`2028-${m}-${d}`, `2028-${n}-${e}`].map((one) =>
          one.replace(/-(\d)(?=-|$)/g, '-0$1').slice(5),
        );
        const read = ends(`${d}.${m}.2028-${e}.${n}.${n < m || (n === m && e < d) ? 2029 : 2028}`, 'GB');
        expect(read).toEqual(written);
      }),
    );
  });

  it.each(['9.30-11.30', '9:30-10', '3-4 boxes', '12.50-13.50'])('%s is none', (text) =>
    expect(range(text)?.[0] ?? '2026-11-21').toMatch(/^2026-11-2[12]/),
  );

  it('one that began yesterday lasts', () =>
    expect(range('20 nov - 25 nov')).toEqual(['2026-11-21', '2026-11-25', '']));

  it.each(['24.12.-2.1. we are closed', '24 dec - 2/1 we are closed', '24.12. 2.1. closed', '12月24日 1.2 关门'])(
    'what only the first date was read of, %s, has a date left that no customer is told',
    (text) => expect(restOfTime(parseWhenFirst(text, context(text))!.rest)).toBeTruthy(),
  );
});
