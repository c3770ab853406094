import { describe, expect, it } from 'vitest';
import { formatAge } from '../../src/text/duration.ts';
import { detectLanguage } from '../../src/text/language.ts';
import { readChineseNumber } from '../../src/text/numerals.ts';

describe('the language of a message', () => {
  it.each([
    ['你好，请问多少钱？', 'zh-CN'],
    ['我想买 iPhone 15 Pro Max', 'zh-CN'],
    ['Hi 张三, please send the invoice', 'en'],
    ['ok', 'en'],
    ['看看 https://example.com/very/long/english/path', 'zh-CN'],
    ['123 !! 😀', undefined],
    ['https://example.com a@example.com', undefined],
    ['Привет, как дела', undefined],
    ['これは日本語の文章です', undefined],
    ['', undefined],
  ])('%j is %s', (text, locale) => expect(detectLanguage(text)).toBe(locale));
});

describe('how long', () => {
  const hour = 3_600_000;
  it.each([
    [30_000, '1 分钟', '1 min'],
    [59 * 60_000, '59 分钟', '59 min'],
    [3 * hour + 1, '3 小时', '3 h'],
    [47 * hour, '1 天', '1 d'],
    [59 * 24 * hour, '59 天', '59 d'],
    [100 * 24 * hour, '3 个月', '3 mo'],
    [800 * 24 * hour, '2 年', '2 y'],
    [-3 * hour, '3 小时', '3 h'],
  ])('%d ms is %s', (ms, zh, en) => {
    expect(formatAge(ms, 'zh-CN')).toBe(zh);
    expect(formatAge(ms, 'en')).toBe(en);
  });
});

describe('a number written in Chinese', () => {
  it.each([
    ['十', 10],
    ['十五', 15],
    ['二十三', 23],
    ['两百零五', 205],
    ['一百二', 120],
    ['三千五', 3500],
    ['一千零五', 1005],
    ['一万二', 12_000],
    ['一万零二', 10_002],
    ['三十万', 300_000],
    ['一亿两千万', 120_000_000],
    ['二〇二六', 2026],
    ['零', 0],
    ['百', undefined],
    ['万', undefined],
    ['一万万', undefined],
    ['一万十', undefined],
    ['五百二千', undefined],
    ['张三', undefined],
    ['', undefined],
  ])('%s is %s', (text, value) => expect(readChineseNumber(text)).toBe(value));
});
