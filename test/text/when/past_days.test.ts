import { describe, expect, it } from 'vitest';
import { listTime } from '../../../src/text/money/order/list_time.ts';
import { formatDay, formatLastDay } from '../../../src/text/when/format_when.ts';
import { parseWhen } from '../../../src/text/when/parse_when.ts';
import { daysSince } from '../../../src/text/when/past/since.ts';
import { pastSpan } from '../../../src/text/when/past_span.ts';
import { fromWallTime, wallTime } from '../../../src/text/when/zone.ts';

const on = (country: string, locale: 'en' | 'zh-CN') => ({
  ...{ now: new Date('2026-11-21T12:00:00Z'), timezone: 'UTC', country, locale },
});
const day = (at: Date | undefined) => at?.toISOString().slice(5, 10);

describe('a span of days that are over', () => {
  it.each([
    ['2026-11-24T12:00:00Z', '24 Nov', '11月24日'],
    ['2026-11-22T12:00:00Z', '22 Nov', '11月22日'],
    ['2026-11-21T12:00:00Z', 'today', '今天'],
    ['2026-10-30T12:00:00Z', '30 Oct', '10月30日'],
  ])('ends, where that lies ahead, on a date and not on a weekday: %s', (at, en, zh) => {
    expect(formatLastDay(new Date(at), on('GB', 'en'))).toBe(en);
    expect(formatLastDay(new Date(at), on('CN', 'zh-CN'))).toBe(zh);
    expect(formatDay(new Date('2026-11-24T12:00:00Z'), on('GB', 'en'))).toBe('Tue');
  });

  it.each([
    ['nov 1 to nov 10', '11-01', '11-11'],
    ['nov 1-10', '11-01', '11-11'],
    ['1-10 nov', '11-01', '11-11'],
    ['11/1-11/10', '11-01', '11-11'],
    ['11/1 - 11/21', '11-01', '11-22'],
    ['oct 20 - nov 10', '10-20', '11-11'],
    ['nov 1 - today', '11-01', '11-22'],
    ['from nov 1 to nov 10', '11-01', '11-11'],
    ['between nov 1 and nov 10', '11-01', '11-11'],
    ['nov 1 to nov 30', '11-01', '12-01'],
    ['2026-11-01 to 2026-11-10', '11-01', '11-11'],
    ['last monday - today', '11-09', '11-22'],
    ['the last month', '10-01', '11-01'],
    ['the month before last', '09-01', '10-01'],
    ['the week before last', '11-02', '11-09'],
    ['last weekend', '11-14', '11-16'],
    ['last wk', '11-09', '11-16'],
    ['this mth', '11-01', '11-22'],
    ['last 3 mths', '08-22', '11-22'],
    ['since monday', '11-16', '11-22'],
    ['since saturday', '11-21', '11-22'],
    ['since sunday', '11-15', '11-22'],
    ['since yesterday', '11-20', '11-22'],
    ['last 3 months', '08-22', '11-22'],
    ['past quarter', '08-22', '11-22'],
    ['the last two weeks', '11-08', '11-22'],
    ['last couple of days', '11-20', '11-22'],
    ['30 days', '10-23', '11-22'],
  ])('is the last such one, and not the next: %s', (words, from, until) => {
    const span = pastSpan(words, on('US', 'en'));
    expect([day(span?.from), day(span?.until), span?.from.getUTCFullYear()]).toEqual([from, until, 2026]);
  });

  it.each([
    ['11月1日到11月10日', '11-01', '11-11'],
    ['11.1-11.10', '11-01', '11-11'],
    ['11月1-10日', '11-01', '11-11'],
    ['11月1号-10号', '11-01', '11-11'],
    ['9月1日到10月31日', '09-01', '11-01'],
    ['11月1日-11月21日', '11-01', '11-22'],
    ['11月1号到今天', '11-01', '11-22'],
    ['上周一到今天', '11-09', '11-22'],
    ['本星期', '11-16', '11-22'],
    ['上上周', '11-02', '11-09'],
    ['上上个月', '09-01', '10-01'],
    ['上周末', '11-14', '11-16'],
    ['上周五', '11-13', '11-14'],
    ['上星期天', '11-15', '11-16'],
    ['周一以来', '11-16', '11-22'],
    ['最近三个月', '08-22', '11-22'],
    ['过去一个季度', '08-22', '11-22'],
    ['最近两周', '11-08', '11-22'],
    ['近半年', '05-22', '11-22'],
    ['最近10天', '11-12', '11-22'],
  ])('is so in Chinese: %s', (words, from, until) => {
    const span = pastSpan(words, on('CN', 'zh-CN'));
    expect([day(span?.from), day(span?.until), span?.from.getUTCFullYear()]).toEqual([from, until, 2026]);
  });

  it('is none where it is turned round or lies ahead', () => {
    for (const words of ['nov 10 - nov 1', 'nov 25 - nov 28', 'last 9999 years', 'three months', 'last foo weeks'])
      expect(pastSpan(words, on('US', 'en'))).toBeUndefined();
  });

  it.each([
    ['since nov 1', '11-01', undefined],
    ['nov 3', '11-03', '11-04'],
    ['11月1日以来', '11-01', undefined],
  ])('is a day, or open at its end: %s', (words, from, until) => {
    const time = listTime(words, on('US', 'en'));
    expect([day(time?.from), day(time?.until)]).toEqual([from, until]);
  });
});

describe('how long something has not been', () => {
  const today = wallTime(new Date('2026-11-21T12:00:00Z'), 'UTC').day;
  it.each([
    // of what is over its end
    ['since june', '07-01'],
    ['since summer', '09-01'],
    ['last month', '11-01'],
    ['上个月以后', '11-01'],
    ['夏天', '09-01'],
    // of what goes on its beginning
    ['this year', '01-01'],
    ['今年', '01-01'],
    ['since 5 june', '06-05'],
    // of a festival the days that go with it
    ['since easter', '04-06'],
    ['过年后', '02-23'],
    ['中秋以后', '09-25'],
  ])('%s', (words, from) => {
    const days = daysSince(words, { today, country: 'CN' });
    expect(days === undefined ? undefined : day(fromWallTime({ day: today - days, minutes: 0 }, 'UTC'))).toBe(from);
  });

  it('is not said by other words, nor by what is still to come', () => {
    for (const words of ['', 'blue', 'mo', '龙井', 'tomorrow'])
      expect(daysSince(words, { today, country: 'CN' })).toBeUndefined();
  });
});

describe('a day that tells of what was', () => {
  it.each([
    'find out what went wrong at the stall on Saturday',
    'find out what was eaten at the party on Saturday',
    'replace the lamp that gave out on Thursday',
    'reorder the soap that ran short on Thursday',
    'throw out the milk that went bad on Tuesday',
    'check how the stall did on Saturday',
    'check what Leo drank on Sunday',
    'mend the gate that swung open on Monday',
    'ring the lady who popped by on Monday',
    'thank the boy who wrung it out on Monday',
    'her vase fell over on Sunday',
    'the oven broke down on Monday',
    'pay the fee that was due on Monday',
    '周四发生的故障写报告',
    '周六摔坏的花瓶赔给客户',
    '周三送来的花换水',
  ])('is no time to do anything at: %s', (words) => {
    expect(parseWhen(words, on('GB', 'en'))).toBeUndefined();
  });

  it.each([
    'call the man who comes on Friday',
    'call customers who come on Friday',
    'ask Leo what he wants on Monday',
    'tell Mia that we open on Monday',
    'find out what happened and call Mia on Saturday',
    'ask the girl who rang to come on Friday',
    'the birthday party on Saturday',
    'pick her cake up on Sunday',
    'the lost umbrella on Monday',
    'get the chair mended on Friday',
    'return that damaged lamp on Friday',
    'pay the fee that is due on Monday',
    '周五买新的杯子',
    '周五给李娜买的礼物打包',
    '周五洗新杯子',
  ])('is one where it is still to be done: %s', (words) => {
    expect(parseWhen(words, on('GB', 'en'))).toBeDefined();
  });
});
