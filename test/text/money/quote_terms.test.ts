import { describe, expect, it } from 'vitest';
import { lineSaid } from '../../../src/text/money/quote_line_said.ts';
import { quoteTermsBehind } from '../../../src/text/money/quote_terms.ts';
import { quotedLine } from '../../../src/text/money/quoted_lines.ts';
import { namesFurtherSum, pricedLines, saidLine } from '../../../src/text/money/quoted_said.ts';
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
    ['茶 1x5 −10%', '茶 1x5', { off: { percent: 10 } }],
    ['优惠40元', '', { off: { less: '40元' } }],
    ['含税百分之十三', '', { tax: within('13') }],
    ['税率 9.975%', '', { tax: { percent: '9.975', included: undefined } }],
    ['税点13', '', { tax: { percent: '13', included: undefined } }],
    ['另加13%', '', { tax: { percent: '13', included: undefined } }],
    ['去掉税', '', { tax: 'none' }],
    ['有效期一个月', '', { validUntil: '2026-12-21' }],
    ['有效期十五天', '', { validUntil: '2026-12-06' }],
    ['条款：无', '', { terms: '' }],
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
    ['valid til 2026-12-31', '', { validUntil: '2026-12-31' }],
    ['tea 2x300 plus 9.975% tax', 'tea 2x300', { tax: onTop('9.975') }],
    ['tea 2x300 +8.875% tax', 'tea 2x300', { tax: onTop('8.875') }],
    ['tea 2x300 plus 13%', 'tea 2x300', { tax: { percent: '13', included: undefined } }],
    ['incl 13%', '', { tax: within('13') }],
    ['tax off', '', { tax: 'none' }],
    ['discount off', '', { off: 'none' }],
    ['minus 10%', '', { off: { percent: 10 } }],
    ['tea 2x300 −10%', 'tea 2x300', { off: { percent: 10 } }],
    ['-0%', '', { off: { percent: 0 } }],
    ['-100%', '', { off: { percent: 100 } }],
    ['12.25% off', '', { off: { percent: 12.25 } }],
    ['terms: off', '', { terms: '' }],
    ['note: -', '', { note: '' }],
    ['-10% -10%', '', { off: { percent: 10 } }],
  ])('in English: %s', (words, rest, terms) => {
    expect(quoteTermsBehind(words, moment('en'))).toEqual({ rest, terms });
  });

  it.each([
    'Wall paint 13% grey 2x300',
    'Good Friday cards 2x300',
    '有效成分 2x300',
    'Valid passport photos 2x300',
    'Valid for 2 days ticket 2x300',
    'Good for 5 rides',
    'line art +10 pages',
    'Plus size dress',
    '税务咨询',
    '含税务咨询',
    '10%',
  ])('control: nothing of %s is a term', (words) => {
    expect(quoteTermsBehind(words, moment('en'))).toEqual({ rest: words, terms: {} });
    expect(quoteTermsBehind(words, moment('zh-CN'))).toEqual({ rest: words, terms: {} });
  });

  it.each([
    ...['2026-11-31', '2027-02-29', '2027-13-01', '2027-00-10', '2026-12-32', '2026-12-00', '2020-01-01'],
    ...['31/13/2026', '2026/13/01', '12月32日', '2027年2月30日', 'yesterday', '昨天', 'whenever'],
  ])('%s is no day that a quote can be valid until, however it is said', (day) => {
    for (const said of [`valid until ${day}`, `valid till ${day}`, `有效期至 ${day}`, `有效期 ${day}`])
      for (const [locale, lines] of [
        ['en', ''],
        ['zh-CN', ''],
        ['en', 'tea 1x5'],
      ] as const)
        expect(quoteTermsBehind(`${lines} ${said}`, moment(locale)), said).toEqual({
          ...{ rest: lines, terms: {}, refused: { is: 'day', said: day } },
        });
  });

  it('keeps a day that there is, and no other, of all that look like one', () => {
    for (const year of ['2026', '2027', '2028'])
      for (let month = 0; month <= 13; month++)
        for (let date = 0; date <= 32; date++) {
          const day = `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
          const { terms } = quoteTermsBehind(`valid until ${day}`, moment('en'));
          const at = new Date(`${day}T00:00:00Z`);
          const is = !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day) && day >= '2026-11-21';
          expect(terms.validUntil, day).toBe(is ? day : undefined);
        }
  });

  it.each([
    ['A 1x100 plus 5% tax plus 7% tax', 'A 1x100', ['plus 5% tax', 'plus 7% tax']],
    ['-10% -5%', '', ['-10%', '-5%']],
    ['-10% -$1', '', ['-10%', '-$1']],
    ['另加6%税 另加3%税', '', ['另加6%税', '另加3%税']],
    ['valid until Friday valid until 2026-12-31', '', ['valid until Friday', 'valid until 2026-12-31']],
    ['no tax plus 5% tax', '', ['no tax', 'plus 5% tax']],
  ])('of two of a kind neither is dropped: %s', (words, rest, said) => {
    expect(quoteTermsBehind(words, moment('en'))).toMatchObject({ rest, refused: { is: 'twice', said } });
  });

  it.each(['含税', '不含税', 'plus tax', 'incl tax', '另加税'])('asks for the rate of %s', (words) => {
    expect(quoteTermsBehind(words, moment('en')).refused).toEqual({ is: 'rate', said: words });
  });

  it.each([
    ['line 2 -5%', { place: 2, is: 'off', off: { percent: 5 } }],
    ['Line 2: 10% off', { place: 2, is: 'off', off: { percent: 10 } }],
    ['line2 less $20', { place: 2, is: 'off', off: { less: '$20' } }],
    ['line 2 less 5%', { place: 2, is: 'off', off: { percent: 5 } }],
    ['line 2 discount 10%', { place: 2, is: 'off', off: { percent: 10 } }],
    ['line 1 −$5', { place: 1, is: 'off', off: { less: '$5' } }],
    ['第二行 打9折', { place: 2, is: 'off', off: { percent: 10 } }],
    ['第一行 -10%', { place: 1, is: 'off', off: { percent: 10 } }],
    ['第2行 不打折', { place: 2, is: 'off', off: 'none' }],
    ['remove line 2', { place: 2, is: 'remove' }],
    ['删掉第2行', { place: 2, is: 'remove' }],
    ['line 1 qty 2', { place: 1, is: 'quantity', quantity: '2' }],
    ['第2行 数量20', { place: 2, is: 'quantity', quantity: '20' }],
    ['line 1 price $20', { place: 1, is: 'price', price: '$20' }],
    ['第1行 单价改成300元', { place: 1, is: 'price', price: '300元' }],
    ['line 2', { place: 2, is: 'unread' }],
    ['line 2 nicer', { place: 2, is: 'unread' }],
    ['Line 6 cable 2x300', undefined],
    ['line art', undefined],
    ['一行白鹭 2x300', undefined],
  ])('of one line alone: %s', (words, said) => {
    for (const locale of ['en', 'zh-CN'] as const) {
      const { rest, terms } = quoteTermsBehind(words, moment(locale));
      expect(lineSaid(rest, terms)).toEqual(said);
    }
  });

  it.each(['valid until ', '-10% ', '含税13% ', 'note: ', '备注：x '])('takes linear time over many %j', (piece) => {
    expect(growsTooFast((words) => quoteTermsBehind(words, moment('en')), repeated(piece))).toBeUndefined();
  });
});

describe('a line of a quote as people say it', () => {
  it.each([
    ['礼盒50x118', '礼盒'],
    ['礼盒 50x118', '礼盒'],
    ['礼盒198x100', undefined],
    ['海报60x90', undefined],
    ['礼盒单价50x118', undefined],
    ['大红袍2斤x800', undefined],
  ])('is named without how many stand right behind it: %s', (words, named) => {
    expect(quotedLine(words)?.description).toBe(named);
  });

  const said = (words: string) => {
    const line = saidLine(words);
    return line && `${line.quantity} ${line.description} ${line.price}`;
  };
  it.each([
    ['3 illustrations x 400', '3 illustrations 400'],
    ['3 illustrations at 400 each', '3 illustrations 400'],
    ['3 illustrations, $400 each', '3 illustrations $400'],
    ['3x400 illustrations', '3 illustrations 400'],
    ['3 x $400 illustrations', '3 illustrations $400'],
    ['photo shoot 2 hours x 150', '2 photo shoot (hours) 150'],
    ['礼盒100份x198', '100 礼盒 198'],
    ['礼盒100盒*198', '100 礼盒 198'],
    ['礼盒100份 单价198', '100 礼盒 198'],
    ['100份中秋礼盒，每份198', '100 中秋礼盒 198'],
    ['插画3张 每张400', '3 插画 400'],
    ['3x400 插画', '3 插画 400'],
    ['大红袍2斤 800一斤', '2 大红袍（斤） 800'],
  ])('is read with every figure: %s', (words, read) => expect(said(words)).toBe(read));

  it('is none where a figure may be anything', () => {
    for (const words of ['礼盒100x198', '礼盒198x100', '2x旗舰版', '茶饼 10片 3500', '2 logos 300', '3x4 frame'])
      expect(saidLine(words), words).toBeUndefined();
    for (const words of ['salt and pepper mugs 30', '茶具和茶盘 500', 'rebrand 10000 plus 2000', 'logo 500, menu'])
      expect(pricedLines(words), words).toBeUndefined();
  });

  it.each([
    ['rebrand 10000 plus brand guide 2000', ['1 rebrand 10000', '1 brand guide 2000']],
    ['logo 500 and menu 300', ['1 logo 500', '1 menu 300']],
    ['logo 1,500 + menu $300 + 2 mugs at $3', ['1 logo 1,500', '1 menu $300', '2 mugs $3']],
    ['设计1万加手册2千', ['1 设计 1万', '1 手册 2千']],
    ['logo 500和菜单300', ['1 logo 500', '1 菜单 300']],
    ['礼盒100份x198和茶具20套x50', ['100 礼盒 198', '20 茶具 50']],
  ])('is parted from the next: %s', (words, lines) => {
    expect(
      pricedLines(words)?.map(({ quantity, description, price }) => `${quantity} ${description} ${price}`),
    ).toEqual(lines);
  });

  it('is not called by the price of another', () => {
    for (const name of ['rebrand 10000 plus brand guide', 'logo 500 and menu', '设计1万加手册', 'logo 500, menu'])
      expect(namesFurtherSum(name), name).toBe(true);
    for (const name of ['website 2026 redesign', 'salt and pepper mugs', 'A4 flyers', '茶饼 10片'])
      expect(namesFurtherSum(name), name).toBe(false);
  });

  it.each(['3 a x ', 'a 1 and ', '茶100份x', '1万加', 'a '])('takes linear time over many %j', (piece) => {
    for (const read of [saidLine, pricedLines, namesFurtherSum])
      expect(growsTooFast(read, repeated(piece))).toBeUndefined();
  });
});
