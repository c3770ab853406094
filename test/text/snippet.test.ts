import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headWords } from '../../src/text/cut.ts';
import { readAmount } from '../../src/text/money/read_amount.ts';
import { phonesSaid, wechatsSaid } from '../../src/text/person/numbers_said.ts';
import { holdsWords } from '../../src/text/sentence/holds_words.ts';
import { snippet } from '../../src/text/snippet.ts';
import { timesSaid } from '../../src/text/when/times_said.ts';

describe('a snippet', () => {
  it.each([
    ['请开一张发票', '发票', '请开一张发票'],
    [
      '这是很长很长的开头，前面说了许多别的事情，最后才提到发票要寄到哪里',
      '发票',
      '…前面说了许多别的事情，最后才提到发票要寄到哪里',
    ],
    ['Two\nlines, one Invoice', 'invoice', 'Two lines, one Invoice'],
    ['no such word here', 'invoice', 'no such word here'],
  ])('of %j around %j', (text, query, shown) => {
    expect(snippet(text, query, 40)).toBe(shown);
  });

  it('always holds the word when it is short enough, is never longer than asked, and halves no character', () => {
    const filler = fc.string({ unit: 'grapheme', maxLength: 80 }).map((text) => text.replaceAll('票', ''));
    fc.assert(
      fc.property(filler, filler, (before, after) => {
        const shown = snippet(`${before}发票${after}`, '发票', 40);
        expect(shown).toContain('发票');
        expect(shown.isWellFormed()).toBe(true);
        expect([...new Intl.Segmenter().segment(shown)].length).toBeLessThanOrEqual(40);
      }),
    );
  });
});

/** What each reader of a customer's words takes from them. */
const READERS: Record<string, (text: string) => readonly unknown[]> = {
  amounts: (text) => {
    const read = readAmount(text, 'CNY');
    return read.is === 'amount' ? [read.money.minor] : [];
  },
  times: (text) =>
    timesSaid(text, { now: new Date('2026-03-02T08:00:00Z'), timezone: 'UTC', country: 'GB', locale: 'en' }).map(
      ({ at }) => at.toISOString(),
    ),
  phones: (text) => phonesSaid(text, 'DE').map(({ number }) => number),
  accounts: wechatsSaid,
};

describe('the beginning of a long text', () => {
  it.each([
    ['amounts', 'tea and oats ', ' ¥12000'],
    ['amounts', 'tea and oats ', ' 12,000.50 yuan'],
    ['amounts', 'tea and oats ', ' 12 thousand yuan'],
    ['amounts', '茶和米', '预算12000元'],
    ['amounts', '茶和米', '预算一万二千元'],
    ['times', 'tea and oats ', ' see you tomorrow at 15:30'],
    ['times', '茶和米', '明天15:30见'],
    ['phones', 'tea and oats ', ' call +49 30 12345678'],
    ['phones', 'tea and oats ', ' call +49 30 12 34 56 78'],
    ['accounts', 'tea and oats ', ' wechat: tea_lover88'],
    ['accounts', '茶和米', '微信：tea_lover88'],
  ] as const)('holds %s whole or not at all, wherever it ends: %s…%s', (reader, filler, said) => {
    const read = READERS[reader]!;
    const whole = read(`${filler}${said}`);
    expect(whole).toHaveLength(1);
    for (let before = 960; before < 1002; before += 1) {
      const text = `${filler.repeat(400).slice(0, before)}${said}${/\w$/.test(filler.trim()) ? ' ' : ''}${filler.repeat(40)}`;
      expect([[], whole], `${before}: ${said}`).toContainEqual(read(text));
    }
  });

  it('is a beginning, no longer than asked, not much shorter, and halves no character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.nat({ max: 300 }), (text, limit) => {
        const read = headWords(text, limit);
        expect(text.startsWith(read)).toBe(true);
        expect(read.length).toBeLessThanOrEqual(limit);
        expect(read.length).toBeGreaterThanOrEqual(Math.min(text.length, Math.floor(limit / 2) - 1));
        if (text.isWellFormed()) expect(read.isWellFormed()).toBe(true);
      }),
    );
  });

  it('takes time in line with its limit, not with what a word may be', () => {
    const time = (length: number) => {
      const text = '1a '.repeat(length) + '1'.repeat(length);
      const start = performance.now();
      for (let round = 0; round < 200; round += 1) headWords(text, text.length - 5);
      return performance.now() - start;
    };
    time(1000);
    expect(time(40_000)).toBeLessThan(20 * (time(10_000) + 5));
  });
});

describe('words that stand in others', () => {
  it.each([
    ['My order 12, and a cup', 'my order 12', true],
    ['My order 123', 'my order 12', false],
    ['Reorder 12', 'order 12', false],
    ['Well, where is it? And why?', 'where is it?', true],
    ['Where is it', 'where is it?', false],
    ["Don't send it!", 'dont send it', true],
    ['我的茶壶坏了，要退款', '茶壶坏了', true],
    ['要十二万个', '要十二', false],
    ['订单123', '订单12', false],
    ['订单12，还有杯子', '订单12', true],
    ['anything', '', true],
  ])('%s holds %s: %s', (text, words, holds) => expect(holdsWords(text, words)).toBe(holds));
});
