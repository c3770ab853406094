import { describe, expect, it } from 'vitest';
import { countSaid, sumForAll } from '../../../src/text/sentence/sale/for_all.ts';
import { priceSaid } from '../../../src/text/sentence/theirs/price.ts';
import { growsTooFast, repeated } from '../../support/linear.ts';

const shown = (text: string): string | undefined => {
  const said = priceSaid(text);
  if (!said) return undefined;
  if (said.is === 'percent') return `-${said.off}%`;
  return [said.is, said.sum, said.each ? 'each' : '', said.what ?? ''].filter(Boolean).join(' ');
};

describe('what is said of a price', () => {
  it.each([
    ['陈婷 每盒便宜到60', 'to 60 each'],
    ['小王那个降到60一份', 'to 60 each'],
    ['小王那个每份改成55块', 'to 55 each'],
    ['小王每份便宜5块', 'less 5 each'],
    ['陈婷再打九折', '-10%'],
    ['陈婷打八折', '-20%'],
    ['陈婷打八五折', '-15%'],
    ['给陈婷优惠5%', '-5%'],
    ['陈婷让10个点', '-10%'],
    ['陈婷便宜200', 'less 200'],
    ['陈婷少收五十', 'less 五十'],
    ['陈婷抹掉30', 'less 30'],
    ['陈婷加二十块运费', 'more 二十 运费'],
    ['阿豪换一饼白牡丹 加20', 'more 20'],
    ['万总改主意了 只要八千', 'to 八千'],
    ['吴桐那单改成300', 'to 300'],
    ['lucy: make it 6 each', 'to 6 each'],
    ['lucy agreed, knock 10% off', '-10%'],
    ['lucy gets 15 percent off', '-15%'],
    ['lucy knock 20 off', 'less 20'],
    ['lucy £20 off', 'less £20'],
    ['reduce the price for ben by 15', 'less 15'],
    ['packaging is now 1500', 'to 1500'],
    ["omar's order is now 75", 'to 75'],
    ["make omar's order 75", 'to 75'],
    ['kim changed his mind, only wants to pay 800', 'to 800'],
    ['omar swapped one poster for A1 +10', 'more 10'],
    ['ben add 20 for delivery', 'more 20 delivery'],
  ])('is read: %s', (text, said) => {
    expect(shown(text)).toBe(said);
  });

  it.each([
    ...[
      '陈婷要50盒 每盒68',
      '陈婷再加20盒',
      '提醒我给陈婷便宜200',
      '陈婷改到下周三',
      '陈婷只要2',
      '陈婷加微信了',
      '陈婷减肥5斤',
    ],
    ...[
      '跟陈婷说便宜200',
      '陈婷能便宜200吗',
      '没给陈婷打折',
      '陈婷嫌贵，想便宜',
      '陈婷下午3点来',
      '陈婷要打八折吗',
      '赵老板普洱谈成了 3200',
      '陈婷报价 茶 3x100 打九折',
    ],
    ...[
      'call ben at 3',
      'ben lives at 20 high street',
      'ben is now 40',
      'remind me to knock 20 off for ben',
      'ben took the day off',
    ],
    ...[
      'should i make it 6 each?',
      "don't take 10% off for ben",
      'ben only wants 2',
      'tell ben it is now 300',
      'put ben down for 3',
      'quote Ben: homepage 1200, 10% off',
      'ben bought 2 mugs at 30, 10% off',
    ],
  ])('is none (control): %s', (text) => {
    expect(shown(text)).toBeUndefined();
  });

  it('takes linear time', () => {
    for (const piece of ['便宜', '加20', '每盒', 'make it ', ' 20', 'order '])
      expect(growsTooFast(priceSaid, repeated(piece))).toBeUndefined();
  });
});

describe('what all of several comes to', () => {
  it.each([
    ['2饼寿眉 一饼150', 300],
    ['50盒 每盒68', 3400],
    ['５０份伴手礼，每份６８，年前要', 3400],
    ['50 menus at 6.80 each', 340],
    ['500 flyers for 180', 180],
    ['3 logos at 100 each, by friday', 300],
    ['10盒 共680', 680],
    ['俩杯子 8元一个', 16],
    ['杯子仨 8元一个', 24],
  ])('is read at once: %s', (text, sum) => {
    expect(Number(sumForAll(text, 'CNY')?.minor) / 100).toBe(sum);
  });

  it.each([
    '20 mugs at 5',
    '200 posters for 30 people',
    '2 rooms for 3 nights',
    '3 boxes of 12 at 8 each',
    '2盒茶 130',
    '50盒 每盒68 先付一半',
    '30 eggs at 3 a dozen',
    '3 days at 200 per week',
    '2 cases at 6 a bottle',
    '酒三箱 20一瓶',
    '三两茶叶 200一斤',
    '500克茶叶 20一包',
  ])('is not sure (control): %s', (text) => {
    expect(sumForAll(text, 'CNY')).toBeUndefined();
  });

  it.each([
    ['50盒 每盒68', 50n],
    ['５０份伴手礼，每份６８，年前要', 50n],
    ['50 menus at 6.80 each', 50n],
    ['两饼寿眉', 2n],
    ['van wrap', undefined],
  ])('counts them: %s', (text, count) => {
    expect(countSaid(text, 'CNY')).toBe(count);
  });
});
