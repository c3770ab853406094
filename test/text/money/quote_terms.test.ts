import { describe, expect, it } from 'vitest';
import { quoteTermsBehind } from '../../../src/text/money/quote_terms.ts';
import { growsTooFast, repeated } from '../../support/linear.ts';

/** 2026-11-21, a Saturday. */
const moment = (locale: 'zh-CN' | 'en') => ({
  ...{
    now: new Date('2026-11-21T04:00:00Z'),
    timezone: 'Asia/Shanghai',
    locale,
    country: locale === 'en' ? 'GB' : 'CN',
  },
});
const within = (percent: string) => ({ percent, included: true });
const onTop = (percent: string) => ({ percent, included: false });

describe('what is said of a quote behind its lines', () => {
  it.each([
    ['2×旗舰版 -10% 有效期周五', '2×旗舰版', { off: { percent: 10 }, validUntil: '2026-11-27' }],
    ['包装设计 2x300 打9折 含税13%', '包装设计 2x300', { off: { percent: 10 }, tax: within('13') }],
    ['2x300 优惠20 另加6%税', '2x300', { off: { less: '20' }, tax: onTop('6') }],
    ['有效期30天', '', { validUntil: '2026-12-21' }],
    ['免税 不打折', '', { tax: 'none', off: 'none' }],
    ['税率 13%', '', { tax: { percent: '13', included: undefined } }],
    ['茶 1x5 备注：先付一半 条款：三天内付清', '茶 1x5', { note: '先付一半', terms: '三天内付清' }],
  ])('in Chinese: %s', (words, rest, terms) => {
    expect(quoteTermsBehind(words, moment('zh-CN'))).toEqual({ rest, terms });
  });

  it.each([
    [
      'Logo design 2x300 less $50 valid until Friday',
      'Logo design 2x300',
      { off: { less: '$50' }, validUntil: '2026-11-27' },
    ],
    ['tea 2x300, plus 13% tax, valid for 2 weeks', 'tea 2x300', { tax: onTop('13'), validUntil: '2026-12-05' }],
    ['13% VAT included', '', { tax: within('13') }],
    ['tea 2x300 VAT 20%', 'tea 2x300', { tax: { percent: '20', included: undefined } }],
    ['no tax', '', { tax: 'none' }],
    ['valid until 2026-12-31 note: half first', '', { validUntil: '2026-12-31', note: 'half first' }],
  ])('in English: %s', (words, rest, terms) => {
    expect(quoteTermsBehind(words, moment('en'))).toEqual({ rest, terms });
  });

  it.each([
    'Wall paint 13% grey 2x300',
    'Good Friday cards 2x300',
    '有效成分 2x300',
    'valid until yesterday',
    'valid until 2020-01-01',
    '10%',
  ])('control: nothing of %s is a term', (words) => {
    expect(quoteTermsBehind(words, moment('en'))).toEqual({ rest: words, terms: {} });
    expect(quoteTermsBehind(words, moment('zh-CN'))).toEqual({ rest: words, terms: {} });
  });

  it.each(['valid until ', '-10% ', '含税13% ', 'note: ', '备注：x '])('takes linear time over many %j', (piece) => {
    expect(growsTooFast((words) => quoteTermsBehind(words, moment('en')), repeated(piece))).toBeUndefined();
  });
});
