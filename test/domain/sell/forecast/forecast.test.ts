import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forecastFigures } from '../../../../scripts/forecast_figures.ts';
import type { Book, BookLead } from '../../../../src/domain/sell/forecast/book.ts';
import { forecastOf } from '../../../../src/domain/sell/forecast/forecast.ts';
import { chanceFrom, chanceWithin, incidenceOf } from '../../../../src/domain/sell/forecast/incidence.ts';
import { learn } from '../../../../src/domain/sell/forecast/learned.ts';
import { monthsAhead } from '../../../../src/domain/sell/forecast/now.ts';
import { simulate } from '../../../../src/domain/sell/forecast/simulate.ts';
import { closedOf, knownAt, type Visit } from '../../../../src/domain/sell/forecast/visit.ts';
import { yieldOf } from '../../../../src/domain/sell/forecast/yield.ts';
import { betaDraw, gammaDraw, normalDraw, seeded } from '../../../../src/lib/random.ts';

const ended = fc.constantFrom('won' as const, 'lost' as const, null);
const outcomes = fc.array(fc.record({ after: fc.integer({ min: 0, max: 200 }), ended }), { maxLength: 40 });

describe('the chance to be won by a day', () => {
  it('of leads that have all ended is the share of those that were won by then', () => {
    const all = [
      { after: 1, ended: 'won' as const },
      { after: 2, ended: 'lost' as const },
      { after: 3, ended: 'won' as const },
      { after: 9, ended: 'lost' as const },
    ];
    const of = incidenceOf(all);
    expect([0, 1, 2, 3, 50].map((day) => chanceWithin(of, day))).toEqual([0, 0.25, 0.25, 0.5, 0.5]);
    // of the two that are open after two days one is won
    expect(chanceFrom(of, 2, 7)).toBe(0.5);
  });

  it('counts who is still open as long as they are known: Aalen and Johansen by hand', () => {
    const of = incidenceOf([
      { after: 1, ended: 'won' },
      { after: 2, ended: null },
      { after: 3, ended: 'won' },
      { after: 4, ended: null },
    ]);
    expect(chanceWithin(of, 1)).toBe(0.25);
    expect(chanceWithin(of, 3)).toBeCloseTo(0.25 + 0.75 / 2, 12);
  });

  it('never falls, and lies from 0 to 1', () => {
    fc.assert(
      fc.property(outcomes, (all) => {
        const of = incidenceOf(all);
        const chances = Array.from({ length: 210 }, (_, day) => chanceWithin(of, day));
        expect(chances.every((one, day) => one >= (chances[day - 1] ?? 0) && one <= 1 + 1e-12)).toBe(true);
      }),
    );
  });
});

const visits = fc
  .array(
    fc.record({
      stage: fc.constantFrom('new', 'quoted'),
      entered: fc.integer({ min: 0, max: 300 }),
      stay: fc.integer({ min: 1, max: 100 }),
      ended,
    }),
    { maxLength: 60 },
  )
  .map((all) =>
    all.map(({ stage, entered, stay, ended: how }, nth): Visit => {
      const at = how === null ? null : entered + stay;
      return { lead: String(nth), stage, entered, left: at, closed: at, won: how === 'won' };
    }),
  );
const PROBABLE = new Map([
  ['new', 0.1],
  ['quoted', 0.6],
]);

describe('what is learned of earlier leads', () => {
  it('is nothing that was not known yet: what comes later changes nothing', () => {
    fc.assert(
      fc.property(visits, visits, fc.integer({ min: 100, max: 300 }), fc.nat(80), (all, later, asOf, age) => {
        const more = later.map((visit) => ({ ...visit, lead: `x${visit.lead}`, entered: visit.entered + asOf + 1 }));
        const changed = all.map((visit) =>
          visit.closed !== null && visit.closed > asOf ? { ...visit, won: !visit.won } : visit,
        );
        const [one, other] = [all, [...changed, ...more]].map((some) => learn(knownAt(some, asOf), asOf, PROBABLE));
        const lead = { stage: 'quoted', age };
        expect(one!.chanceOf(lead).within(60)).toBe(other!.chanceOf(lead).within(60));
      }),
    );
  });

  it('is what the owner believes where nothing was seen, and what was seen where there is enough', () => {
    expect(learn([], 100, PROBABLE).chanceOf({ stage: 'quoted', age: 0 }).within(10_000)).toBeCloseTo(0.6, 6);
    const many = Array.from({ length: 400 }, (_, nth): Visit => {
      const entered = nth / 4;
      return {
        lead: String(nth),
        stage: 'quoted',
        entered,
        left: entered + 10,
        closed: entered + 10,
        won: nth % 5 === 0,
      };
    });
    expect(learn(many, 300, PROBABLE).chanceOf({ stage: 'quoted', age: 0 }).within(90)).toBeCloseTo(0.2, 1);
    // nobody was open for so long: what is left is little
    expect(learn(many, 300, PROBABLE).chanceOf({ stage: 'quoted', age: 60 }).within(90)).toBeLessThan(0.1);
  });
});

describe('a simulation', () => {
  const chance = (p: number) => ({ within: () => p, weight: 1e9 });

  it('of many leads comes to what their chances say, and to the same bytes for the same seed', () => {
    const leads = Array.from({ length: 200 }, (_, nth) => ({
      ...{ id: String(nth), stage: 's', minor: 100, chance: chance(0.3) },
    }));
    const { total } = simulate(leads, [30], seeded(1));
    expect(total.mean).toBeGreaterThan(5_800);
    expect(total.mean).toBeLessThan(6_200);
    // the binomial's own bounds: 60 ± 1.2816 × 6.48
    expect(Math.abs(total.p10 - 5_200)).toBeLessThanOrEqual(200);
    expect(Math.abs(total.p90 - 6_800)).toBeLessThanOrEqual(200);
    expect(simulate(leads, [30], seeded(1))).toEqual(simulate(leads, [30], seeded(1)));
    expect(simulate(leads, [30], seeded(2))).not.toEqual(simulate(leads, [30], seeded(1)));
  });

  it('grows with the chances, wins nobody twice, and is wider where less is known', () => {
    const of = (p: number, weight: number) =>
      simulate(
        Array.from({ length: 30 }, (_, nth) => ({
          ...{ id: String(nth), stage: 's', minor: 100, chance: { within: (days: number) => (p * days) / 90, weight } },
        })),
        [30, 60, 90],
        seeded(7),
      );
    expect(of(0.6, 50).total.mean).toBeGreaterThan(of(0.3, 50).total.mean);
    expect(of(1, 1e9).total.p90).toBe(3_000);
    const width = ({ total }: ReturnType<typeof of>) => total.p90 - total.p10;
    expect(width(of(0.5, 4))).toBeGreaterThan(width(of(0.5, 1e9)));
  });

  it('of nothing is nothing', () => {
    expect(simulate([], [30], seeded(1)).total).toEqual({ p10: 0, p50: 0, p90: 0, mean: 0 });
  });
});

describe('draws', () => {
  const draws = (draw: (random: () => number) => number) => {
    const random = seeded(5);
    const all = Array.from({ length: 40_000 }, () => draw(random));
    const mean = all.reduce((sum, one) => sum + one, 0) / all.length;
    return { mean, variance: all.reduce((sum, one) => sum + (one - mean) ** 2, 0) / all.length };
  };

  it.each([
    ['normal', normalDraw, 0, 1],
    ['gamma of shape 3', (random: () => number) => gammaDraw(3, random), 3, 3],
    ['gamma of shape .4', (random: () => number) => gammaDraw(0.4, random), 0.4, 0.4],
    ['beta 2, 6', (random: () => number) => betaDraw(2, 6, random), 0.25, (2 * 6) / (64 * 9)],
  ])('have the mean and the variance of their distribution: %s', (_, draw, mean, variance) => {
    const seen = draws(draw);
    expect(Math.abs(seen.mean - mean)).toBeLessThan(0.03);
    expect(Math.abs(seen.variance - variance)).toBeLessThan(0.09);
  });
});

const lead = (id: string, more: Partial<BookLead> = {}): BookLead => ({
  ...{ id, title: 'Tea', contactId: '1', contactName: 'Anna', stage: 'quoted', since: 19_000 },
  ...{ minor: 10_000, currency: 'EUR', expectedOn: null },
  ...more,
});

describe('the forecast of a book', () => {
  const now = 20_000;
  const months = monthsAhead(new Date(now * 86_400_000), 'Europe/Berlin');
  const how = { now, months, probabilities: PROBABLE, seed: 1 };
  const book = (open: BookLead[], of: Visit[] = []): Book => ({ visits: of, closed: new Map(), open });

  it('weighs by stages until enough are closed, each lead in the month that it is expected in', () => {
    const second = months[1]!.first.slice(0, 7);
    const open = [
      lead('1', { expectedOn: `${second}-15` }),
      lead('2', { expectedOn: '2020-01-01' }),
      lead('3'),
      lead('4', { minor: null, currency: null }),
      lead('5', { currency: 'JPY', minor: 500, stage: 'new' }),
    ];
    const seen = forecastOf(book(open), how);
    expect(seen.learned).toBe(false);
    expect([seen.withoutAmount, seen.withoutDay]).toEqual([1, 2]);
    const [euros, yen] = seen.currencies;
    expect(euros!.months.map(({ weighted }) => weighted)).toEqual([6_000, 6_000, 0]);
    expect([euros!.undated, yen!.undated]).toEqual([6_000, 50]);
    expect(seen.parts.map(({ minor }) => minor)).toEqual([6_000, 6_000, 6_000, 50]);
  });

  it('learns once twenty are closed: nineteen are too few', () => {
    const closed = (count: number) =>
      Array.from({ length: count }, (_, nth): Visit => {
        const at = now - 100 + nth;
        return { lead: `c${nth}`, stage: 'quoted', entered: at, left: at + 10, closed: at + 10, won: nth % 2 === 0 };
      });
    expect(closedOf(closed(20))).toBe(20);
    expect(forecastOf(book([lead('1')], closed(19)), how).learned).toBe(false);
    const seen = forecastOf(book([lead('1', { since: now - 1 })], closed(20)), how);
    expect(seen.learned).toBe(true);
    const { range } = seen.currencies[0]!.total;
    expect([range!.p10, range!.p90]).toEqual([0, 10_000]);
  });

  it('has months that end where the next begins, through a change of the clocks and of the year', () => {
    const ahead = monthsAhead(new Date('2026-10-20T10:00:00Z'), 'Europe/Berlin');
    expect(ahead.map(({ first }) => first)).toEqual(['2026-10-01', '2026-11-01', '2026-12-01']);
    expect(ahead.map(({ ends }) => new Date(ends * 86_400_000).toISOString())).toEqual([
      '2026-10-31T23:00:00.000Z',
      '2026-11-30T23:00:00.000Z',
      '2026-12-31T23:00:00.000Z',
    ]);
  });
});

describe('what comes of a lead’s amount', () => {
  it('is as much as its chance says where nothing is known, and less where large ones are lost', () => {
    expect(yieldOf([])).toBe(1);
    const large = Array.from({ length: 40 }, (_, nth) =>
      nth % 2 === 0 ? { minor: 100, came: 100 } : { minor: 900, came: 0 },
    );
    expect(yieldOf(large)).toBeLessThan(0.75);
    expect(yieldOf(large.map((one) => ({ ...one, minor: 100 })))).toBeCloseTo(1, 12);
  });
});

describe('made-up books that are not as the forecast supposes', () => {
  it('are foreseen with bounds that hold about as often as they say, and better than by stages', () => {
    const figures = forecastFigures(11, 300, 10);
    expect(figures.coverage).toBeGreaterThan(0.7);
    expect(figures.coverage).toBeLessThan(0.9);
    expect(figures.mape).toBeLessThan(figures.mape_stage_weighted);
  });
});
