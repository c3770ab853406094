import { describe, expect, it } from 'vitest';
import {
  endsAfter,
  lastOf,
  type Notice,
  noticeBy,
  noticeUntil,
  termEnd,
} from '../../../../src/domain/sell/contract/term.ts';
import { dateOf, dayOfIso, isoDay } from '../../../../src/text/when/zone.ts';
import { dice } from '../../../support/exchange/full_house.ts';

const ROUNDS = 1000;
const roll = dice(143);
const upTo = (most: number) => Math.floor(roll() * (most + 1));
const FIRST = dayOfIso('2023-01-01');
const anyNotice = (): Notice => {
  const unit = (['day', 'week', 'month'] as const)[upTo(2)]!;
  return { count: upTo(unit === 'day' ? 90 : 12), unit, to: ([undefined, 'month', 'quarter'] as const)[upTo(2)] };
};
const isClose = (day: number, to: 'month' | 'quarter') => {
  const { month, date } = dateOf(day + 1);
  return date === 1 && (to === 'month' || (month - 1) % 3 === 0);
};

describe('the last day of a time', () => {
  it.each([
    ['2027-01-31', 1, '2027-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2027-03-01', 1, '2027-03-31'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2027-02-28', 12, '2028-02-27'],
    ['2027-01-01', 12, '2027-12-31'],
  ])('that begins on %s and takes %i months is %s', (first, count, last) => {
    expect(isoDay(lastOf(dayOfIso(first), { count, unit: 'month' }))).toBe(last);
  });
});

describe('the last day for notice', () => {
  it.each([
    ['2027-03-31', { count: 3, unit: 'month' }, '2026-12-31'],
    ['2027-12-31', { count: 3, unit: 'month' }, '2027-09-30'],
    ['2027-02-28', { count: 1, unit: 'month' }, '2027-01-31'],
    ['2028-02-29', { count: 1, unit: 'month' }, '2028-01-31'],
    ['2027-03-30', { count: 1, unit: 'month' }, '2027-02-27'],
    ['2027-03-31', { count: 30, unit: 'day' }, '2027-03-01'],
    ['2027-03-31', { count: 4, unit: 'week' }, '2027-03-03'],
    ['2027-03-15', { count: 1, unit: 'month', to: 'month' }, '2027-01-31'],
    ['2027-05-31', { count: 6, unit: 'week', to: 'quarter' }, '2027-02-17'],
  ] as const)('of what ends on %s with %j is %s', (end, time, by) => {
    expect(isoDay(noticeBy(dayOfIso(end), time))).toBe(by);
  });

  it('is the last one that ends it in time, whatever the dates', () => {
    for (let nth = 0; nth < ROUNDS; nth++) {
      const [end, time] = [FIRST + upTo(3000), anyNotice()];
      const by = noticeBy(end, time);
      const said = `${isoDay(end)} ${JSON.stringify(time)} ${isoDay(by)}`;
      expect(endsAfter(by, time), said).toBeLessThanOrEqual(end);
      expect(endsAfter(by + 1, time), said).toBeGreaterThan(end);
      if (time.to) expect(isClose(endsAfter(by, time), time.to), said).toBe(true);
    }
  });
});

describe('further terms', () => {
  it('are counted from the first end, so none drifts, and follow each other without a gap or a lap', () => {
    const ends = [0, 1, 2, 3].map((terms) => isoDay(termEnd(dayOfIso('2027-01-31'), 1, terms)));
    expect(ends).toEqual(['2027-01-31', '2027-02-28', '2027-03-31', '2027-04-30']);
    for (let nth = 0; nth < ROUNDS; nth++) {
      const [first, months, terms] = [FIRST + upTo(2000), 1 + upTo(35), upTo(6)];
      const [last, next] = [termEnd(first, months, terms), termEnd(first, months, terms + 1)];
      const [from, to] = [dateOf(last + 1), dateOf(next + 1)];
      expect(to.year * 12 + to.month - from.year * 12 - from.month - months, isoDay(first)).toBeGreaterThanOrEqual(-1);
      expect(to.year * 12 + to.month - from.year * 12 - from.month - months, isoDay(first)).toBeLessThanOrEqual(1);
      expect(Math.abs(next - last - months * 30.44)).toBeLessThan(5);
    }
  });
});

it('a time of notice is found by its last day, and there is none after the end', () => {
  for (let round = 0; round < ROUNDS; round++) {
    const [ends, last] = [FIRST + upTo(900), FIRST + upTo(900)];
    const found = noticeUntil(ends, last);
    expect(found === undefined).toBe(last > ends);
    if (found) expect(noticeBy(ends, found)).toBe(last);
  }
});
