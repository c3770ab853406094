import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fill, unknownVariable } from '../../../src/domain/talk/variable.ts';

const values = { name: '张三', business: '小茶铺', order: '#1042' };

describe('filling in words', () => {
  it.each([
    ['退款已办理，{name}。', '退款已办理，张三。'],
    ['{ Name }{BUSINESS}{order}', '张三小茶铺#1042'],
    ['no variable', 'no variable'],
    ['{} {{name}}', '{} 张三'],
    ['｛name｝您好，｛ order ｝已发出', '张三您好，#1042已发出'],
  ])('%s', (text, filled) => {
    expect(fill(text, values)).toEqual({ text: filled });
  });

  it('says which value is missing instead of leaving a hole', () => {
    expect(fill('{name} {order}', { ...values, order: undefined })).toEqual({ missing: 'order' });
    expect(fill('{name} {order}', { ...values, name: '' })).toEqual({ missing: 'name' });
  });

  it('takes a value as it is, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (name) => {
        expect(fill('<{name}>', { ...values, name })).toEqual({ text: `<${name}>` });
      }),
      { examples: [['{order}'], ['$&'], ["$'"]] },
    );
  });

  it('knows which variables nobody can fill in', () => {
    expect(unknownVariable('{name} {amount}')).toBe('{amount}');
    expect(unknownVariable('{name} {}')).toBeUndefined();
  });

  it.each([
    '{{first_name}}',
    '{customer.name}',
    '｛名字｝',
    '{ price }',
    '[NAME]',
    '<first name>',
    '%name%',
    '【姓名】',
    '[Order Number]',
    '[订单号]',
    '{name|there}',
    '{{ name | default: "you" }}',
    '{name',
    '{{first name',
    '$name',
    '$first_name',
    '*|FNAME|*',
    '__NAME__',
    '#name#',
    '[date]',
    '[金额]',
    '｛称呼：您｝',
  ])('%s is left by nobody: it is unknown', (typed) => {
    expect(unknownVariable(`Dear ${typed}, yes`)).toBe(typed);
  });

  it.each([
    '{ "a": 1 }',
    '[sold out]',
    'a < b',
    '{a, b}',
    '[1]',
    '【龙井】',
    '<3',
    'name: Anna',
    '{"name": "x"}',
    '[address](https://example.com)',
    '$5 in total',
  ])('%s asks for nothing', (typed) => {
    expect(unknownVariable(typed)).toBeUndefined();
  });
});
