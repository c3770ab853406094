import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lengthsIn } from '../../src/text/when/from_now.ts';
import { boundIn } from '../../src/text/when/hedge.ts';
import { restOfTime, timeIn } from '../../src/text/when/time_like.ts';
import { parseWhen, parseWhenFirst } from '../../src/text/when/when.ts';

// Saturday 21 November 2026, noon in Shanghai
const now = new Date('2026-11-21T04:00:00Z');
const context = (text: string) => {
  const chinese = /\p{Script=Han}/u.test(text);
  return { now, timezone: 'Asia/Shanghai', locale: chinese ? 'zh-CN' : 'en', country: chinese ? 'CN' : 'GB' } as const;
};
const local = (at: Date) => at.toLocaleString('sv', { timeZone: 'Asia/Shanghai' }).slice(0, 16);
const read = (text: string) => {
  const when = parseWhen(text, context(text));
  return when && [local(when.at), when.rest];
};

const HEDGES = ['around', 'about', 'approx', 'roughly', 'circa', 'ca.', 'maybe', 'say', '~', 'after', 'before', 'from'];
const LONGER = ['by', 'no later than', 'not before', 'some time after', 'at about', 'at around', 'maybe around'];
const HOURS = ['3', '3pm', '15:00', 'three', '3 pm'];

describe('a word that leaves an hour open belongs to the hour', () => {
  it('between a day and an hour, and in front of both', () => {
    fc.assert(
      fc.property(fc.constantFrom(...HEDGES, ...LONGER), fc.constantFrom(...HOURS), (hedge, hour) => {
        const said = `${hedge} ${hour}`;
        expect(read(`tomorrow ${said} call Mia`)).toEqual(['2026-11-22 15:00', 'call Mia']);
        expect(read(`call Mia tomorrow ${said}`)).toEqual(['2026-11-22 15:00', 'call Mia']);
        expect(read(`${said} tomorrow call Mia`)).toEqual(['2026-11-22 15:00', 'call Mia']);
      }),
    );
  });

  it.each(['大概', '大约', '约', '差不多', '最晚', '可能'])('明天%s三点', (hedge) =>
    expect(read(`明天${hedge}三点 打电话`)).toEqual(['2026-11-22 15:00', '打电话']),
  );

  it.each([
    ['tomorrow at 3 or so', '2026-11-22 15:00'],
    ['Monday a.m.', '2026-11-23 09:00'],
    ['Monday pm', '2026-11-23 15:00'],
    ['tomorrow before noon', '2026-11-22 12:00'],
    ['this time tomorrow', '2026-11-22 12:00'],
    ['tomorrow same time', '2026-11-22 12:00'],
    ['明天这个时候', '2026-11-22 12:00'],
    ['Christmas Day at noon', '2026-12-25 12:00'],
    ['圣诞节中午', '2026-12-25 12:00'],
  ])('%s', (said, at) => {
    expect(read(said)).toEqual([at, '']);
    expect(read(`Kim ${said}`)).toEqual([at, 'Kim']);
  });

  it.each(['tomorrow about 3 boxes', 'tomorrow around 3 €', 'tomorrow about 30%'])('%s names no hour', (said) => {
    expect(local(parseWhenFirst(said, context(said))!.at)).toBe('2026-11-22 09:00');
  });

  it.each(['tomorrow after 3', 'tomorrow no later than 5', 'before 3pm', '明天三点前', '明天最晚三点'])(
    '%s is no moment to send something at',
    (said) => expect(boundIn(said)).toBeTruthy(),
  );

  it.each(['in 3 hours', 'the day after tomorrow 3pm', 'tomorrow at 3', '三天后', '半小时以后'])('%s is', (said) =>
    expect(boundIn(said)).toBeUndefined(),
  );

  it.each(['late', 'early hello', 'lunch', 'around lunch', 'or so', 'about 3 boxes', '饭后 您好', '前三四天'])(
    'behind a day, “%s” may be more of the time',
    (rest) => expect(restOfTime(rest)).toBeTruthy(),
  );
});

describe('days counted from a festival', () => {
  it.each([
    ['圣诞前两天 寄贺卡', '2026-12-23', '寄贺卡'],
    ['圣诞节前一天 寄贺卡', '2026-12-24', '寄贺卡'],
    ['中秋前一周 订月饼', '2027-09-08', '订月饼'],
    ['春节后第三天 开门', '2027-02-09', '开门'],
    ['2 days before christmas post', '2026-12-23', 'post'],
    ['post 2 days before christmas', '2026-12-23', 'post'],
    ['a week after easter post', '2027-04-04', 'post'],
    ['day after christmas call Anna', '2026-12-26', 'call Anna'],
    ['the day before easter call Anna', '2027-03-27', 'call Anna'],
    ['周五前两天 call Anna', '2026-11-25', 'call Anna'],
  ])('%s', (said, day, rest) => {
    const [at, title] = read(said)!;
    expect([at!.slice(0, 10), title]).toEqual([day, rest]);
  });

  it.each(['before christmas', '春节前', '春节前 您好', '清明前 收明前茶', '国庆前夕', '春节前三四天'])(
    '%s is not the festival itself',
    (said) => expect(parseWhen(said, context(said))).toBeUndefined(),
  );
});

describe('a date without its year', () => {
  it.each(['20 nov', 'nov 1', '20/11', '11月20日', '20 nov 9am', '21 nov 9am', 'feb 29', '9月28号'])(
    '%s that was just over, or is far off, is doubtful',
    (said) => expect(parseWhen(said, context(said))).toMatchObject({ farOff: true }),
  );
  it.each(['24 dec', '1 sept', '2027-11-20', 'halloween', 'the 20th', '1月5日', 'in 400 days'])('%s is not', (said) =>
    expect(parseWhen(said, context(said))).not.toHaveProperty('farOff'),
  );
  it.each(['0d', 'in 0 days', '0天后', 'in 0 weeks'])('%s is no time', (said) =>
    expect(parseWhen(said, context(said))).toBeUndefined(),
  );
});

it.each([
  ['first monday in december', '2026-12-07'],
  ['the last friday of the month', '2026-11-27'],
  ['second tuesday of next month', '2026-12-08'],
  ['first friday in november', '2027-11-05'],
  ['十二月第一个周一', '2026-12-07'],
  ['下个月最后一个周五', '2026-12-25'],
  ['立春', '2027-02-04'],
  ['立夏', '2027-05-06'],
  ['大寒', '2027-01-20'],
])('%s is its day', (said, day) => expect(read(said)?.[0]?.slice(0, 10)).toBe(day));

it.each(['1730 call', 'call anna at 3 or 4', '节后 回访', '年后 开工'])('%s has a time in it', (said) =>
  expect(timeIn(said)).toBeTruthy(),
);

it.each([
  ['三四天', ['三天', '四天']],
  ['3-4 days', ['3 days', '4 days']],
  ['两三个星期', ['两个星期', '三个星期']],
  ['三天', []],
])('%s leaves its length open', (said, lengths) => expect(lengthsIn(said)).toEqual(lengths));
