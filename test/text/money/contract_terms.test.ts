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
  ['Care for 2 years from 1 Jan 2027', { title: 'Care', months: 24, startsOn: '2027-01-01' }],
  ['Care from 2026-01-31 for 13 months', { title: 'Care', startsOn: '2026-01-31', months: 13 }],
  ['Care 2027-01-01 - 2027-12-31', { title: 'Care', startsOn: '2027-01-01', endsOn: '2027-12-31' }],
  ['维护 2027-01-01至2027-12-31', { title: '维护', startsOn: '2027-01-01', endsOn: '2027-12-31' }],
  ['Care from 1 Jan 2027 to 31 Dec 2027', { title: 'Care', startsOn: '2027-01-01', endsOn: '2027-12-31' }],
  ['维护 有效期两年 从明年1月1日起', { title: '维护', months: 24, startsOn: '2027-01-01' }],
  ['保洁 到明年年底 提前三个月通知', { title: '保洁', endsOn: '2027-12-31', notice: months(3) }],
  ['保洁 2027年2月底到期', { title: '保洁', endsOn: '2027-02-28' }],
  ['保洁 到2027年12月', { title: '保洁', endsOn: '2027-12-31' }],
  ['Care until Feb 2028', { title: 'Care', endsOn: '2028-02-29' }],
  ['Care until 31.12.27', { title: 'Care', endsOn: '2027-12-31' }],
  ['Care from March 2027 until 2028-03', { title: 'Care', startsOn: '2027-03-01', endsOn: '2028-03-31' }],
  ['保洁 到2027年底', { title: '保洁', endsOn: '2027-12-31' }],
  ['保洁 签了两年 从2027年1月1日起', { title: '保洁', months: 24, startsOn: '2027-01-01' }],
  [
    'Lease 48 months from 2026-11-15, 3 months notice',
    { title: 'Lease', months: 48, startsOn: '2026-11-15', notice: months(3) },
  ],
  ['Lease 48 months', { title: 'Lease 48 months' }],
  ['Care bis 31.3.2027', { title: 'Care', endsOn: '2027-03-31' }],
  [
    'Care until end of February 2028, notice 1 month',
    { title: 'Care', endsOn: '2028-02-29', notice: { count: 1, unit: 'month' } },
  ],
  [
    'Care until 2027-03-31 / 60D notice / renews 12 months',
    { title: 'Care', endsOn: '2027-03-31', notice: { count: 60, unit: 'day' }, renewsBy: 12 },
  ],
  ['until 2027-03-31, cancel 3 months before', { endsOn: '2027-03-31', notice: months(3) }],
  ['until the cows come home', { unread: [{ words: 'until the cows come home' }] }],
  ['Care until 2027-02-29', { title: 'Care', unread: [{ words: 'until 2027-02-29' }] }],
  ['Care until 31 Nov 2027', { title: 'Care', unread: [{ words: 'until 31 Nov 2027' }] }],
  ['3 months notice, notice by 2027-01-15', { notice: months(3), unread: [{ words: 'notice by 2027-01-15' }] }],
  ['until 03/04/2027', { unread: [{ words: 'until 03/04/2027', days: ['2027-03-04', '2027-04-03'] }] }],
  ['delete', { unread: [{ words: 'delete' }] }],
  ['删除', { unread: [{ words: '删除' }] }],
  ['title: until dawn 2027-02-30', { title: 'until dawn 2027-02-30' }],
  ['Campaign 2027', { title: 'Campaign 2027' }],
  ['Letters for Mayer', { title: 'Letters for Mayer' }],
  ['Support for 3 shops', { title: 'Support for 3 shops' }],
  ['30天茶礼', { title: '30天茶礼' }],
])('of a contract it is said: %s', (words, said) => {
  expect(contractTermsIn(words, moment, 'CNY')).toEqual(said);
});

it.each(['until ', '提前3个月', ' notice', '每月1', '2027-', 'a ', '1,'])(
  '%j over and over is read in linear time',
  (part) => {
    expect(growsTooFast((text) => contractTermsIn(text, moment, 'CNY'), repeated(part))).toBeUndefined();
  },
);

it.each([
  ['until 31 Dec 2027 notice by 30 Sep', '2027-09-30', true],
  ['until 31 Dec 2027, give notice by 2027-09-30', '2027-09-30', false],
  ['until 31 Dec 2027, notice must be given no later than September 30', '2027-09-30', true],
  ['until 31 Dec 2027, last day for notice 30 Sep 2027', '2027-09-30', false],
  ['until 31 Dec 2027, notice before 1 October 2027', '2027-09-30', false],
  ['until 31 Dec 2027, to be cancelled by end of September', '2026-09-30', true],
  ['到2027-12-31 9月30日前通知', '2027-09-30', true],
  ['到2027-12-31，最晚2027年9月30日前书面通知对方', '2027-09-30', false],
  ['到2027-12-31，通知截止：2027-09-30', '2027-09-30', false],
  ['到2027-12-31 最迟9月底通知解约', '2026-09-30', true],
  ['到2027-12-31，提前三个月通知，通知截止9月30日', undefined, undefined],
] as const)('the last day for notice: %s', (words, day, yearless) => {
  const { noticeDay, ...said } = contractTermsIn(words, moment, 'CNY');
  expect(noticeDay).toEqual(day && { day, yearless });
  expect(said.endsOn).toBe('2027-12-31');
});
