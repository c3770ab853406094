import { describe, expect, it } from 'vitest';
import { type DaysSaid, readHours } from '../../../src/text/hours/days.ts';
import { readSpans, writeSpans } from '../../../src/text/hours/spans.ts';
import { isoDay } from '../../../src/text/when/zone.ts';
import { growsTooFast } from '../../support/linear.ts';

const TODAY = Date.parse('2026-11-21') / 86_400_000;

/** 'weekdays or dates | spans | name' */
const said = (typed: string): string[] => readHours(typed, TODAY).map(shown);

function shown(read: DaysSaid): string {
  const days =
    'weekdays' in read.days
      ? read.days.weekdays.join('')
      : [read.days.dates[0]!, read.days.dates.at(-1)!].map(isoDay).join('..');
  return [days, read.spans === 'usual' ? 'usual' : writeSpans(read.spans), read.name].join(' | ');
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
    ['9-18', '01234 | 09:00-18:00 | '],
    ['mon-fri: 9-12, 11-18', '01234 | 09:00-18:00 | '],
    ['10-01 closed National Day', '2027-10-01..2027-10-01 |  | National Day'],
    ['12-24 9-13', '2026-12-24..2026-12-24 | 09:00-13:00 | '],
    ['2026-10-10 9-18', '2026-10-10..2026-10-10 | 09:00-18:00 | '],
    ['10月1日至10月7日 休息 国庆', '2027-10-01..2027-10-07 |  | 国庆'],
    ['2027-02-05..2027-02-12 closed', '2027-02-05..2027-02-12 |  | '],
    ['10-01 照常', '2027-10-01..2027-10-01 | usual | '],
    ['２０２６-１０-１０ ９-１８', '2026-10-10..2026-10-10 | 09:00-18:00 | '],
  ])('%s', (typed, read) => {
    expect(said(typed)).toEqual([read]);
  });

  it.each([
    '',
    'mon',
    'mon 18-9',
    'mon 9-25',
    'someday 9-18',
    '02-30 closed',
    '2026-01-01..2029-01-01 closed',
    'mon 9-18 and then some',
  ])('“%s” is not understood', (typed) => {
    expect(said(typed)).toEqual([]);
  });

  it('are offered both ways where they may be a date', () => {
    expect(said('9-12 13-18')).toEqual([
      '01234 | 09:00-12:00 13:00-18:00 | ',
      '2027-09-12..2027-09-12 | 13:00-18:00 | ',
    ]);
  });

  it('takes linear time', () => {
    const read = (text: string) => [readSpans(text), readHours(text, TODAY), readHours(`mon ${text}`, TODAY)];
    for (const one of ['9-18 ', '9', '1-', '周一至', '10-01..', ' '])
      expect(growsTooFast(read, (size) => one.repeat(Math.ceil(size / one.length)))).toBeUndefined();
  });
});
