import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timesSaid } from '../../../src/text/when/times_said.ts';
import { parseWhen } from '../../../src/text/when/when.ts';

/** A Saturday. */
const now = new Date('2026-11-21T10:00:00Z');
const contexts = [
  { now, timezone: 'UTC', locale: 'en', country: 'GB' },
  { now, timezone: 'UTC', locale: 'zh-CN', country: 'CN' },
] as const;
const short = (at: Date) => at.toISOString().slice(5, 16);

describe('minutes behind a point count behind a part of the day, too', () => {
  it.each([
    ['tomorrow morning at 9.30 call', '11-22T09:30 call'],
    ['Friday morning 10.15', '11-27T10:15 '],
    ['tomorrow evening 7.45', '11-22T19:45 '],
    ['9.30 in the morning', '11-22T09:30 '],
    ['tonight at 8.15', '11-21T20:15 '],
    ['明晚7.45', '11-22T19:45 '],
    ['明早9.30 开会', '11-22T09:30 开会'],
    ['明天下午9。30', '11-22T21:30 '],
    ['下午3.30', '11-21T15:30 '],
  ])('%s', (text, expected) => {
    for (const context of contexts) {
      const read = parseWhen(text, context)!;
      expect(`${short(read.at)} ${read.rest}`).toBe(expected);
    }
  });

  it('as they do behind a colon', () => {
    const days = ['tomorrow morning at ', 'Friday afternoon ', 'tomorrow evening at ', '明天下午', '明晚', '周五早上'];
    fc.assert(
      fc.property(
        fc.constantFrom(...days),
        fc.integer({ min: 1, max: 11 }),
        fc.integer({ min: 0, max: 59 }),
        (day, hour, minute) => {
          const [pointed, coloned] = ['.', ':'].map(
            (mark) => parseWhen(`${day}${hour}${mark}${String(minute).padStart(2, '0')}`, contexts[0])?.at,
          );
          expect(pointed).toEqual(coloned);
        },
      ),
    );
  });

  it('this weekend has begun on Saturday', () => {
    for (const context of contexts) expect(short(parseWhen('this weekend', context)!.at)).toBe('11-21T11:00');
    const sunday = { ...contexts[0], now: new Date('2026-11-22T10:00:00Z') };
    expect(short(parseWhen('this weekend', sunday)!.at)).toBe('11-22T11:00');
  });
});

describe('of what a customer writes', () => {
  const said = (text: string) =>
    contexts.map((context) =>
      timesSaid(text, context)
        .map(({ at }) => short(at))
        .join(' '),
    );

  it.each([
    ['周四下午3点到5点', '11-26T15:00'],
    ['周四三点到五点之间', '11-26T15:00'],
    ['between 3pm and 5pm on Thursday', '11-26T15:00'],
    ['Can we meet Friday 3-5pm?', '11-27T15:00'],
    ['明天下午9。30 见', '11-22T21:30'],
  ])('%s is one time, on its day', (text, expected) => expect(said(text)).toEqual([expected, expected]));

  it.each([
    'not on Friday',
    'any day except Monday',
    "I can't do Friday",
    "Friday doesn't work",
    "don't come tomorrow",
    '除了周一都可以',
    '周五不行',
    '明天不用来了',
    '明早别打电话',
    '9am-5pm Monday to Friday we are open',
    '周一到周五9点到18点营业',
  ])('%s names no time that is meant', (text) => expect(said(text)).toEqual(['', '']));

  it.each([
    ["I can't come until Friday", '11-27T09:00'],
    ["can't do Monday but Friday works", '11-27T09:00'],
    ["don't forget Friday", '11-27T09:00'],
    ["Friday isn't a problem", '11-27T09:00'],
    ['周一不行，周五可以', '11-27T09:00'],
    ['周五没问题', '11-27T09:00'],
  ])('%s does', (text, expected) => expect(said(text)).toEqual([expected, expected]));
});
