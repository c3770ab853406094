import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { triage } from '../../src/domain/triage/index.ts';
import type { Triage } from '../../src/domain/triage/triage.ts';
import { urgency } from '../../src/domain/urgent.ts';
import { growsTooFast, repeated } from '../support/linear.ts';

const [, ...lines] = readFileSync(new URL('../fixtures/triage/urgent.tsv', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n');
const judged = lines.map((line) => line.split('\t') as ['yes' | 'no', string]);

const reasonFor = (words: string) => urgency({ triage: triage({ text: words, signals: {} }), words });

const filed: Triage = {
  label: 'other',
  sublabel: 'greeting',
  confidence: 0.9,
  accepted: true,
  reasons: [],
  by: 'model',
};

describe('what may not wait', () => {
  it.each(judged.filter(([urgent]) => urgent === 'yes').map(([, text]) => text))('is told at any hour: %s', (text) =>
    expect(reasonFor(text)).toBeDefined(),
  );

  it.each(judged.filter(([urgent]) => urgent === 'no').map(([, text]) => text))('all else waits: %s', (text) =>
    expect(reasonFor(text)).toBeUndefined(),
  );

  it('says why: hurt, money, a complaint, an hour', () => {
    expect(reasonFor('孩子吃了你们的饼干起了一身疹子')).toBe('harm');
    expect(reasonFor('the shelf collapsed and injured my son')).toBe('harm');
    expect(reasonFor('扣了我两次钱')).toBe('payment');
    expect(reasonFor('I want to make a complaint')).toBe('complaint');
    expect(reasonFor('our guests arrive in one hour and there is no food')).toBe('deadline');
  });

  it('does not hang on the label: a complaint filed as something else is still one', () => {
    expect(urgency({ triage: filed, words: '在吗？我要投诉' })).toBe('complaint');
    expect(urgency({ triage: { ...filed, sublabel: 'spam' }, words: '专业处理投诉' })).toBeUndefined();
  });

  it('is read in time that grows with the length, whatever is written', () => {
    for (const part of [
      '吃',
      'charged ',
      '今晚',
      'no complaint ',
      'the data ',
      '过敏',
      'urgent ',
      'was so very ',
      '急',
      '不',
    ])
      expect(growsTooFast(reasonFor, repeated(part)), part).toBeUndefined();
  });
});
