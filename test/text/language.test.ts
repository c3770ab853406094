import { describe, expect, it } from 'vitest';
import { detectLanguage, localeOfTag, spokenIn } from '../../src/text/language.ts';
import { readChineseNumber } from '../../src/text/money/numerals.ts';
import { formatAge } from '../../src/text/when/duration.ts';
import { growsTooFast, repeated } from '../support/linear.ts';

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

describe('how clearly a message tells its language', () => {
  it.each([
    ['请问明前龙井多少钱一斤？', 'zh-CN'],
    ['在吗', 'zh-CN'],
    ['export 出来的 pdf 全是 blank page', 'zh-CN'],
    ['看看https://example.com/a/b这个可以吗', 'zh-CN'],
    ['where is my parcel', 'en'],
    ['Hi, do you have 铁观音 in stock?', 'en'],
    ['URGENT, I need this today', 'en'],
    ['could u send me the café menu', 'en'],
  ])('%j is clearly %s', (text, locale) => expect(spokenIn(text)).toEqual({ locale, clear: true }));

  it.each([
    'ok',
    'hello',
    'thanks!',
    '龙井',
    '好',
    'iPhone Pro Max',
    'wo xiang mai cha',
    'Hola, quiero comprar dos cajas, ¿cuánto cuesta?',
    'Bonjour, je voudrais savoir combien coûte la livraison',
    'Guten Tag, was kostet das und haben Sie es in Grün?',
    'Olá, gostaria de saber quanto custa',
    'saya mau pesan dua, berapa harganya?',
    'Cho tôi hỏi giá bao nhiêu ạ',
  ])('%j is not', (text) => expect(spokenIn(text)?.clear).toBe(false));

  it.each([
    '/start',
    '/start l_8Fk2',
    '／开始',
    'SKU-4821',
    'order_no_55',
    'a.b+c@example.co.uk',
    'www.example.com/shop',
    '4411 🙏',
  ])('%j tells nothing', (text) => expect(spokenIn(text)).toBeUndefined());

  it('is read in time that grows with the length, whatever is written', () => {
    const nasty = ['a', '@', 'a.', 'http://', '/', '我', "a'", 'é', 'の'];
    for (const part of nasty) expect(growsTooFast(spokenIn, repeated(part)), part).toBeUndefined();
  });
});

describe('the language tag of a platform', () => {
  it.each([
    ['zh-hans', 'zh-CN'],
    ['zh_TW', 'zh-CN'],
    ['ZH', 'zh-CN'],
    ['yue', 'zh-CN'],
    ['en-GB', 'en'],
    ['es', 'en'],
    ['zha', 'en'],
    ['', undefined],
    [null, undefined],
  ])('%j is %s', (tag, locale) => expect(localeOfTag(tag)).toBe(locale));
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
