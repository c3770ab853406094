import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bareNumber, figuresBehind } from '../../../src/domain/commands/sell/pipeline/figures.ts';
import { saidOfLead } from '../../../src/domain/commands/sell/pipeline/lead_change.ts';
import { weighted } from '../../../src/domain/sell/pipeline/board.ts';
import { conversionBounds, conversionRate } from '../../../src/domain/sell/pipeline/conversion.ts';
import { type LostReason, reasonsIn } from '../../../src/domain/sell/pipeline/lost_reason.ts';
import { neighbours, type Stage, stageCalled, stageInFront } from '../../../src/domain/sell/pipeline/stage.ts';
import { growsTooFast } from '../../support/linear.ts';

describe('the conversion of messages', () => {
  it('is what was won of all that came: 200 of 1,000 is 20 percent', () => {
    expect(conversionRate(200, 1000)).toBe(20);
    expect(conversionRate(0, 7)).toBe(0);
    expect(conversionRate(7, 7)).toBe(100);
    expect(conversionRate(0, 0)).toBeUndefined();
  });

  it('stands beside the bounds within which the true share lies (Wilson)', () => {
    const { low, high } = conversionBounds(200, 1000)!;
    expect([low.toFixed(1), high.toFixed(1)]).toEqual(['17.6', '22.6']);
    const few = conversionBounds(5, 10)!;
    expect([few.low.toFixed(1), few.high.toFixed(1)]).toEqual(['23.7', '76.3']);
    expect(conversionBounds(0, 0)).toBeUndefined();
  });

  it('has bounds that hold it and stay between nothing and all', () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.nat(5000), (won, lost) => {
        fc.pre(won + lost > 0);
        const { low, high } = conversionBounds(won, won + lost)!;
        const rate = conversionRate(won, won + lost)!;
        expect(low).toBeGreaterThanOrEqual(-1e-9);
        expect(high).toBeLessThanOrEqual(100 + 1e-9);
        expect(low - 1e-9 <= rate && rate <= high + 1e-9).toBe(true);
      }),
    );
  });
});

describe('the weighted sum', () => {
  it.each([
    ['100', 60, '60'],
    ['1', 50, '1'],
    ['1', 49, '0'],
    ['900719925474099300', 99, '891712726219358307'],
  ])('of %s at %i percent is %s', (minor, probability, sum) => {
    expect(weighted(minor, probability)).toBe(sum);
  });

  it('is exact to half a unit, whatever the sum', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 18n), fc.integer({ min: 0, max: 100 }), (minor, probability) => {
        const off = BigInt(weighted(String(minor), probability)) * 100n - minor * BigInt(probability);
        expect(off >= -50n && off <= 50n).toBe(true);
      }),
    );
  });
});

describe('the figures of a stage', () => {
  it.each([
    ['样品 30% 5天', '样品', { probability: 30, quietDays: 5 }],
    ['样品30％', '样品', { probability: 30 }],
    ['样品 百分之三十 两周', '样品', { probability: 30, quietDays: 14 }],
    ['Sample 5 days 30 percent', 'Sample', { probability: 30, quietDays: 5 }],
    ['Sample 2w', 'Sample', { quietDays: 14 }],
    ['Sample never', 'Sample', { quietDays: null }],
    ['样品 不提醒', '样品', { quietDays: null }],
    ['Phase 2', 'Phase 2', {}],
    ['50% deposit', '50% deposit', {}],
    ['60%', '', { probability: 60 }],
  ])('%s', (words, rest, figures) => {
    expect(figuresBehind(words)).toEqual({ rest, figures, outOf: false });
  });

  it.each(['x 101%', 'x 9999 days'])('beyond what there may be: %s', (words) => {
    expect(figuresBehind(words).outOf).toBe(true);
  });

  it('where one is asked for need no unit', () => {
    expect([bareNumber('60'), bareNumber('六十'), bareNumber('60 percent')]).toEqual([60, 60, undefined]);
  });

  it('are read in linear time', () => {
    for (const part of ['5天 ', ' ', '五', '% ', '百分之'])
      for (const end of ['', 'x', '%'])
        expect(growsTooFast(figuresBehind, (size) => `${part.repeat(size / part.length)}${end}`)).toBeUndefined();
  });
});

const stage = (key: string, name: string | null = null, ends: Stage['ends'] = null): Stage => ({
  ...{ id: '1', key, name, probability: 10, position: 1, quietDays: 7, ends, isRemoved: false },
});
const STAGES = [stage('new'), stage('s7', 'Sample sent'), stage('quoted', '询价'), stage('won', null, 'won')];

describe('a stage', () => {
  it.each([
    ['new lead', 'new'],
    ['新线索', 'new'],
    ['SAMPLE  SENT', 's7'],
    ['s7', 's7'],
    ['询价', 'quoted'],
    ['报价', 'quoted'],
    ['quoted', 'quoted'],
    ['成交', 'won'],
    ['elsewhere', undefined],
    ['', undefined],
  ])('called %s is %s', (word, key) => {
    expect(stageCalled(STAGES, word)?.key).toBe(key);
  });

  it('with a name that another always had is meant by it', () => {
    expect(stageCalled([stage('quoted'), stage('s1', 'Quoted')], 'quoted')?.key).toBe('s1');
  });

  it('stands in front by its whole name', () => {
    expect(stageInFront(STAGES, 'Sample sent 60%')).toMatchObject({ stage: { key: 's7' }, rest: '60%' });
    expect(stageInFront(STAGES, '报价60%')).toMatchObject({ stage: { key: 'quoted' }, rest: '60%' });
    expect(stageInFront(STAGES, 'newest 60%')).toBeUndefined();
  });

  it('has open neighbours', () => {
    expect(neighbours(STAGES, 's7')).toMatchObject({ before: { key: 'new' }, after: { key: 'quoted' } });
    expect(neighbours(STAGES, 'quoted').after).toBeUndefined();
    expect(neighbours(STAGES, 'won')).toEqual({});
  });
});

const REASONS: LostReason[] = [
  { id: '-1', builtIn: 'price', name: null },
  { id: '-4', builtIn: 'silent', name: null },
  { id: '7', builtIn: null, name: 'Too slow' },
];

describe('a typed reason', () => {
  it.each([
    ['太贵', ['-1']],
    ['太贵了，下次再说', ['-1']],
    ['too expensive for them', ['-1']],
    ['TOO SLOW', ['7']],
    ['too expensive and too slow', ['-1', '7']],
    ['moved away', []],
    ['slow', []],
  ])('%s names what is in the list', (words, ids) => {
    expect(reasonsIn(REASONS, words).map(({ id }) => id)).toEqual(ids);
  });
});

describe('what is said behind the number of a lead', () => {
  it.each([
    ['产品 龙井', { what: 'product', value: '龙井' }],
    ['产品：龙井', { what: 'product', value: '龙井' }],
    ['next step call Anna', { what: 'nextStep', value: 'call Anna' }],
    ['Expected: Friday', { what: 'expected', value: 'Friday' }],
    ['下一步', { what: 'nextStep', value: '' }],
    ['productive talk', undefined],
    ['logo design', undefined],
  ])('%s', (words, said) => {
    const read = saidOfLead(words);
    expect(read && { what: read.what, value: read.value }).toEqual(said);
  });
});
