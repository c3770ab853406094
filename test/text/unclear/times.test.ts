import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromNow } from '../../../src/text/when/from_now.ts';
import { timeFirst, timeIn } from '../../../src/text/when/time_like.ts';
import { parseWhen } from '../../../src/text/when/when.ts';

// a Wednesday, 10:00 in Shanghai
const now = new Date('2026-11-25T02:00:00Z');
const context = (text: string) => {
  const chinese = /\p{Script=Han}/u.test(text);
  return { now, timezone: 'Asia/Shanghai', locale: chinese ? 'zh-CN' : 'en', country: chinese ? 'CN' : 'US' } as const;
};
const local = (at: Date) => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
const read = (text: string) => {
  const when = parseWhen(text, context(text));
  return when && `${local(when.at)} «${when.rest}»`;
};

describe('a time that no calendar or clock shows, or that is no day by itself, is said and not read', () => {
  it.each([
    ['9。30 打电话', '9.30'],
    ['call Kim 9。30', '9.30'],
    ['11。28交稿', '11.28'],
    ['call 9;30', '9;30'],
    ['星期八 打电话', '星期八'],
    ['打电话 星期八', '星期八'],
    ['下周八 交货', '下周八'],
    ['下週八 交貨', '下周八'],
    ['礼拜九交货', '礼拜九'],
    ['星期0', '星期0'],
    ['周八交货', '周八'],
    ['32号交货', '32号'],
    ['25:00 call', '25:00'],
    ['call Kim at 26', 'at 26'],
    ['30 Feb call Kim', '30 Feb'],
    ['31 June pay', '31 June'],
    ['2月30日 交货', '2月30日'],
    ['december', 'december'],
    ['call Kim december', 'december'],
    ['December call Kim', 'December'],
    ['this march call Kim', 'this march'],
    ['ship October 2027', 'October 2027'],
    ['12月 交货', '12月'],
    ['交货 十二月', '十二月'],
    ['明年3月交货', '明年3月'],
    ['plan for Q1', 'Q1'],
    ['end of q1 report', 'q1'],
    ['第一季度 盘点', '第一季度'],
    ['下季度盘点', '下季度'],
    ['ship week 50', 'week 50'],
    ['KW50 ship', 'KW50'],
    ['第50周发货', '第50周'],
    ['初八开工', '初八'],
    ['小年 打扫', '小年'],
    ['月中 付款', '月中'],
  ])('%s', (text, said) => {
    expect(read(text)).toBeUndefined();
    expect(timeIn(text)).toContain(said);
  });

  it.each([
    '第二周岁生日',
    '一周八折',
    '两周八次',
    '3个月账单',
    '初三学生补课',
    'call June',
    'ask April about it',
    "December's invoice",
    'at 30% off',
    '88号楼送货',
    '九月饼干',
  ])('control: %s speaks of none', (text) => expect(timeIn(text)).toBeUndefined());

  it('nor is it taken for words to a customer', () => {
    for (const text of ['december we ship', 'Q1 we ship', 'week 50 we ship', '星期八发货', '12月发货'])
      expect([text, timeFirst(text)]).toEqual([text, expect.any(String)]);
  });
});

describe('what people say of a time is read whole', () => {
  it.each([
    ['in 2 hrs and 15 min call Kim', '2026-11-25 12:15 «call Kim»'],
    ['in 2 hours, 15 minutes call Kim', '2026-11-25 12:15 «call Kim»'],
    ['2 hrs 15 min from now', '2026-11-25 12:15 «»'],
    ['in an hour and a quarter', '2026-11-25 11:15 «»'],
    ['in an hour and ten minutes', '2026-11-25 11:10 «»'],
    ['week after next ship', '2026-12-07 09:00 «ship»'],
    ['EOY pay', '2026-12-31 09:00 «pay»'],
    ['close of play', '2026-11-25 18:00 «»'],
    ['明天9。30打电话', '2026-11-26 09:30 «打电话»'],
    ['大年夜 打电话', '2027-02-05 09:00 «打电话»'],
    ["Chinese New Year's Eve at 6pm call mum", '2027-02-05 18:00 «call mum»'],
    ['下下周三 交货', '2026-12-09 09:00 «交货»'],
    ['月底前付款', '2026-11-30 09:00 «付款»'],
    ['end of month pay', '2026-11-30 09:00 «pay»'],
    ['call Kim EOD', '2026-11-25 18:00 «call Kim»'],
    ['下周8点开会', '2026-11-30 08:00 «开会»'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected));

  it('a length is counted from now, and a month is none', () => {
    const counted = (text: string) => read(fromNow(text));
    expect(counted('2 hrs and 15 min')).toBe('2026-11-25 12:15 «»');
    expect(counted('2h15m')).toBe('2026-11-25 12:15 «»');
    expect(counted('30 min')).toBe('2026-11-25 10:30 «»');
    expect(counted('2小时15分钟')).toBe('2026-11-25 12:15 «»');
    expect(counted('两小时十五分后')).toBe('2026-11-25 12:15 «»');
    expect(counted('2个月')).toBe('2027-01-25 09:00 «»');
    expect(counted('12月')).toBeUndefined();
    expect(counted('三月')).toBeUndefined();
  });

  it('however hours and minutes are written and joined', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 12 }),
        fc.integer({ min: 1, max: 59 }),
        fc.constantFrom('h', ' h', ' hr', ' hrs', 'hrs', ' hour', ' hours'),
        fc.constantFrom(' ', ', ', ' and '),
        fc.constantFrom('m', ' m', 'min', ' min', ' mins', ' minutes'),
        (hours, minutes, hour, joint, minute) => {
          const length = `${hours}${hour}${joint}${minutes}${minute}`;
          const at = new Date(now.getTime() + (hours * 60 + minutes) * 60_000);
          for (const text of [`in ${length}`, `${length} from now`, fromNow(length)])
            expect([text, read(text)]).toEqual([text, `${local(at)} «»`]);
        },
      ),
    );
  });
});
