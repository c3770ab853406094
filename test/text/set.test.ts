import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldLines } from '../../src/text/set/labelled.ts';
import { han } from '../../src/text/set/spacing.ts';
import { texts } from '../../src/text/texts.ts';

describe('a Chinese sentence with words put into it', () => {
  it.each([
    ['山里茶铺', '这里是山里茶铺的机器人。'],
    ['Hill Tea', '这里是 Hill Tea 的机器人。'],
    ['7天酒店', '这里是 7天酒店的机器人。'],
    ['茶铺No.1', '这里是茶铺No.1 的机器人。'],
    ['«Thé»', '这里是«Thé»的机器人。'],
    ['', '这里是的机器人。'],
  ])('has a blank where Chinese and Latin letters or figures meet, none beside other marks: %s', (name, said) => {
    expect(han`这里是${name}的机器人。`).toBe(said);
  });

  it('has its words as they were', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (one, other) => {
        const said = han`给${one}和${other}`;
        expect(said.startsWith('给')).toBe(true);
        expect([said.length - one.length - other.length - 2]).toEqual([
          expect.toSatisfy((more: number) => more >= 0 && more <= 3),
        ]);
        expect(said.includes(one) && said.endsWith(other)).toBe(true);
      }),
    );
  });

  it('is what a customer reads', () => {
    const { away, customer, mail } = texts('zh-CN');
    expect(away.answer('Hill Tea', '11月28日')).toMatch(/^您好！这是 Hill Tea 的自动回复：.*，11月28日起恢复/);
    expect(customer.welcome('Hill Tea')).toContain('这里是 Hill Tea。');
    expect(mail.firstSubject('山里茶铺')).toBe('来自山里茶铺的消息');
  });
});

describe('fields in one line each', () => {
  it('have the colon of the language their labels are in', () => {
    const address = { label: 'Telegram', value: '@mei' };
    expect(fieldLines([address, { label: '语言', value: '中文' }])).toEqual(['Telegram：@mei', '语言：中文']);
    expect(fieldLines([address, { label: 'Language', value: '中文' }])).toEqual(['Telegram: @mei', 'Language: 中文']);
    expect(fieldLines([])).toEqual([]);
  });
});
