import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAbsence } from '../../src/domain/commands/owner/absence_read.ts';
import { timeFirst, timeIn } from '../../src/text/when/time_like.ts';
import { parseWhen, parseWhenFirst } from '../../src/text/when/when.ts';

// a Wednesday, 10:00 in Shanghai
const now = new Date('2026-11-25T02:00:00Z');
const context = (text: string) => {
  const chinese = /\p{Script=Han}/u.test(text);
  return { now, timezone: 'Asia/Shanghai', locale: chinese ? 'zh-CN' : 'en', country: chinese ? 'CN' : 'US' } as const;
};
const local = (at: Date) => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

describe('a time said as people say it is understood exactly', () => {
  it.each([
    ['in 1.5 days', '2026-11-26 22:00'],
    ['half nine', '2026-11-26 09:30'],
    ['tomorrow half eight', '2026-11-26 08:30'],
    ['noonish', '2026-11-25 12:00'],
    ['tomorrow at 5ish', '2026-11-26 17:00'],
    ['first thing tomorrow', '2026-11-26 09:00'],
    ['tomorrow first thing', '2026-11-26 09:00'],
    ['a week today', '2026-12-02 09:00'],
    ['two weeks tomorrow', '2026-12-10 09:00'],
    ['a week Friday', '2026-12-04 09:00'],
    ['twenty-five past nine', '2026-11-26 09:25'],
    ['nine in the morning', '2026-11-26 09:00'],
    ['the 5th of next month', '2026-12-05 09:00'],
    ['差五分八点', '2026-11-25 19:55'],
    ['八点差一刻', '2026-11-25 19:45'],
    ['十点过五分', '2026-11-25 10:05'],
    ['一天半后', '2026-11-26 22:00'],
    ['一个半月后', '2027-01-09 09:00'],
    ['两个半钟后', '2026-11-25 12:30'],
    ['后天一早', '2026-11-27 09:00'],
    ['明天晌午', '2026-11-26 12:00'],
    ['大大后天', '2026-11-29 09:00'],
    ['下下个月', '2027-01-01 09:00'],
  ])('%s', (said, expected) => {
    expect(local(parseWhen(said, context(said))!.at)).toBe(expected);
    const before = parseWhenFirst(`${said} we deliver the box`, context(said))!;
    expect([local(before.at), before.rest]).toEqual([expected, 'we deliver the box']);
  });

  it.each([
    ['除夕', '2027-02-05'],
    ['春节', '2027-02-06'],
    ['正月初五', '2027-02-10'],
    ['正月初一', '2027-02-06'],
    ['大年初二', '2027-02-07'],
    ['春节前一天', '2027-02-05'],
    ['腊月三十', '2027-02-05'],
    ['元宵节', '2027-02-20'],
    ['端午', '2027-06-09'],
    ['中秋节', '2027-09-15'],
    ['农历八月十五', '2027-09-15'],
    ['腊月廿三', '2027-01-30'],
    ['国庆', '2027-10-01'],
    ['元旦', '2027-01-01'],
    ['Christmas Eve', '2026-12-24'],
    ["New Year's Day", '2027-01-01'],
  ])('%s is a day of its calendar', (said, expected) =>
    expect(local(parseWhen(said, context(said))!.at)).toBe(`${expected} 09:00`),
  );

  it.each(['中秋月饼 100盒', '国庆放假通知', '元宵两袋', 'Christmas cards for Kim', 'half nine tickets'])(
    '%s names a thing, not a day',
    (words) => expect(parseWhen(words, context(words))).toBeUndefined(),
  );

  it('any count of days and a half is that many hours', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99 }), (days) => {
        const hours = (days + 0.5) * 24;
        for (const said of [`in ${days}.5 days`, `${days}.5 days from now`, `${days}天半后`, `过${days}天半后`])
          expect(parseWhen(said, context(said))!.at.getTime() - now.getTime(), said).toBe(hours * 3_600_000);
      }),
    );
  });
});

describe('words of a time that say none exactly', () => {
  const VAGUE = [
    ...['in a few days', 'early next week', 'mid December', 'end of November', 'after the weekend', 'lunchtime'],
    ...['soon', 'in January', 'next year', '10 to 9', 'fortnight', 'later today', 'the 5th'],
    ...[
      '半天后',
      '三五天后',
      '过两天',
      '月初',
      '12月中旬',
      '下班前',
      '午饭后',
      '国庆后',
      '春节期间',
      '一会儿',
      '半夜',
      '初五',
    ],
  ];
  it.each(VAGUE)('%s are no time, and never words to a customer', (said) => {
    const words = `${said} we deliver the box`;
    expect(parseWhenFirst(words, context(said))).toBeUndefined();
    expect(timeFirst(words)).toBe(said);
  });

  it.each(['lunchtime', 'after lunch', '凌晨', '下班前', '初', 'next', '半夜'])(
    'behind a day they are seen before they leave: %s',
    (said) => {
      const day = /[a-z]/.test(said) ? 'Friday' : '下周';
      const read = parseWhenFirst(`${day} ${said} we deliver`, context(day))!;
      expect(timeFirst(read.rest)).toBe(said);
    },
  );

  it.each(['call Kim mid next month', 'call Kim after the weekend', 'visit early next week', '回访 三五天后'])(
    'a task takes no part of %s for its time',
    (words) => {
      expect(parseWhen(words, context(words))).toBeUndefined();
      expect(timeIn(words)).toBeDefined();
    },
  );

  it.each(['昨天下午三点 给王芳打电话', '给王芳打电话 昨天下午三点', 'call Kim yesterday at 3pm'])(
    'a time of day of a day that is over is not today’s: %s',
    (words) => expect(parseWhen(words, context(words))).toBeUndefined(),
  );

  it.each(['12月初', '一天半后', '12月中旬'])('an absence does not count months out of %s', (words) => {
    const until = readAbsence(context(words), words)?.until;
    expect(until === undefined || until < new Date('2026-12-25')).toBe(true);
  });
});
