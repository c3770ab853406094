import { expect, it } from 'vitest';
import { contractTermsIn } from '../../../src/text/money/contract_terms.ts';
import { growsTooFast, repeated } from '../../support/linear.ts';

const moment = { now: new Date('2026-11-23T10:00:00Z'), timezone: 'Asia/Shanghai', locale: 'en' as const };
const months = (count: number, to?: string) => ({ count, unit: 'month', ...(to && { to }) });
const cny = (minor: string) => ({ minor, currency: 'CNY' });

it.each([
  ['until 2027-03-31, 3 months notice', { endsOn: '2027-03-31', notice: months(3) }],
  ['到2027-03-31 提前3个月通知', { endsOn: '2027-03-31', notice: months(3) }],
  ['到2027年3月31日提前三个月通知自动续约一年', { endsOn: '2027-03-31', notice: months(3), renewsBy: 12 }],
  [
    'Website care, 1,200 EUR a month, from 2026-12-01 until 31 March 2028, renews 12 months, 3 months notice to the end of the quarter',
    {
      ...{ title: 'Website care', value: { minor: '120000', currency: 'EUR' }, per: 'month', startsOn: '2026-12-01' },
      ...{ endsOn: '2028-03-31', renewsBy: 12, notice: months(3, 'quarter') },
    },
  ],
  [
    '网站维护 每月1200元 从2026-12-01 到年底',
    { title: '网站维护', value: cny('120000'), per: 'month', startsOn: '2026-12-01', endsOn: '2026-12-31' },
  ],
  [
    'Website care 100 EUR a month until 2027-03-31',
    { title: 'Website care', value: { minor: '10000', currency: 'EUR' }, per: 'month', endsOn: '2027-03-31' },
  ],
  ['for 1 year, auto-renews', { months: 12, renewsBy: 12 }],
  ['12000元/年，到期不续', { value: cny('1200000'), per: 'year', renewsBy: 'none' }],
  ['until end of next year no renewal', { endsOn: '2027-12-31', renewsBy: 'none' }],
  [
    'office open-ended 6 weeks notice to end of month',
    { title: 'office', endsOn: 'open', notice: { count: 6, unit: 'week', to: 'month' } },
  ],
  ['2026-01-01 to 2026-12-31', { startsOn: '2026-01-01', endsOn: '2026-12-31' }],
  ['到期日2027/3/31，提前30天通知', { endsOn: '2027-03-31', notice: { count: 30, unit: 'day' } }],
  ['until the cows come home', { title: 'until the cows come home' }],
  ['until 2027-02-30', { title: 'until 2027-02-30' }],
])('of a contract it is said: %s', (words, said) => {
  expect(contractTermsIn(words, moment, 'CNY')).toEqual(said);
});

it.each(['until ', '提前3个月', ' notice', '每月1', '2027-', 'a ', '1,'])(
  '%j over and over is read in linear time',
  (part) => {
    expect(growsTooFast((text) => contractTermsIn(text, moment, 'CNY'), repeated(part))).toBeUndefined();
  },
);
