import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDecimal, timesDecimal } from '../../../src/text/money/decimal.ts';
import { optOutIn } from '../../../src/text/sms/opt_out.ts';
import { smsParts } from '../../../src/text/sms/parts.ts';

const count = (text: string) => smsParts(text).count;

describe('how many texts some words are', () => {
  it.each([
    ['no words', '', 0],
    ['160 plain letters', 'a'.repeat(160), 1],
    ['161 plain letters', 'a'.repeat(161), 2],
    ['two full parts of plain letters', 'a'.repeat(306), 2],
    ['one letter more', 'a'.repeat(307), 3],
    ['80 euro signs, which take two places each', '€'.repeat(80), 1],
    ['81 euro signs', '€'.repeat(81), 2],
    ['70 Chinese letters', '茶'.repeat(70), 1],
    ['71 Chinese letters', '茶'.repeat(71), 2],
    ['134 Chinese letters', '茶'.repeat(134), 2],
    ['135 Chinese letters', '茶'.repeat(135), 3],
    ['one Chinese letter among plain ones', `${'a'.repeat(70)}茶`, 2],
    ['35 emoji, which are two units each', '🍵'.repeat(35), 1],
    ['36 emoji', '🍵'.repeat(36), 2],
    ['letters that only look plain', 'ç'.repeat(71), 2],
    ['accents of the alphabet', 'éèàùòìÇñ'.repeat(20), 1],
  ])('%s', (_, text, expected) => {
    expect(count(text)).toBe(expected);
  });

  it('tears no escaped letter and no surrogate pair: the first part stays short of it', () => {
    expect(count(`${'a'.repeat(152)}€${'a'.repeat(152)}`)).toBe(3);
    expect(smsParts(`${'a'.repeat(152)}€${'a'.repeat(152)}`).units).toBe(306);
    expect(count(`${'茶'.repeat(66)}🍵${'茶'.repeat(66)}`)).toBe(3);
    // control: with a letter that can stand alone they are full
    expect(count(`${'a'.repeat(153)}${'a'.repeat(153)}`)).toBe(2);
  });

  it('counts plain letters as Chinese ones where the provider does', () => {
    expect(smsParts('a'.repeat(71), 'ucs2')).toEqual({ alphabet: 'ucs2', count: 2, units: 71, perPart: 67 });
    expect(smsParts('a'.repeat(71))).toEqual({ alphabet: 'gsm7', count: 1, units: 71, perPart: 160 });
  });

  it('never needs fewer parts for more words, and no more than its units ask for', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 400 }),
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        (text, more) => {
          const [one, both] = [smsParts(text), smsParts(text + more)];
          expect(both.count).toBeGreaterThanOrEqual(one.count);
          expect(one.count).toBeGreaterThanOrEqual(Math.ceil(one.units / one.perPart));
          // each part but the last lacks at most one unit
          expect((one.count - 1) * (one.perPart - 1)).toBeLessThanOrEqual(one.units);
        },
      ),
    );
  });
});

describe('a price below a cent', () => {
  it('is multiplied exactly, and shown with all its digits', () => {
    expect(timesDecimal('0.0079', 3)).toBe('0.0237');
    expect(timesDecimal('0.05', 2)).toBe('0.10');
    expect(timesDecimal('1', 12)).toBe('12');
    expect(formatDecimal('0.0237', 'USD', 'en')).toBe('$0.0237');
    expect(formatDecimal('0.10', 'CNY', 'zh-CN')).toBe('¥0.10');
    expect(formatDecimal('12', 'JPY', 'en')).toBe('¥12');
  });
});

describe('a word by which somebody leaves or comes back', () => {
  it.each([
    ['STOP', 'stop'],
    [' stop. ', 'stop'],
    ['Stop all', 'stop'],
    ['“UNSUBSCRIBE”', 'stop'],
    ['退订', 'stop'],
    ['ＴＤ', 'stop'],
    ['回复TD', 'stop'],
    ['t', 'stop'],
    ['START', 'start'],
    ['订阅', 'start'],
    ['help?', 'help'],
    ['帮助', 'help'],
  ])('%s', (text, meaning) => {
    expect(optOutIn(text)).toBe(meaning);
  });

  it.each([
    'Stop by on Friday',
    'please stop the order',
    '退订单',
    '我想退订酒店',
    'start over',
    'tt',
    '',
    '...',
    'helpful',
  ])('control: “%s” is a message like any other', (text) => {
    expect(optOutIn(text)).toBeUndefined();
  });
});
