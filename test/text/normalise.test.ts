import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanName, cleanText, narrow, normaliseEmail } from '../../src/text/normalise.ts';
import { truncate } from '../../src/text/truncate.ts';
import { anyText } from '../support/any_text.ts';

describe('text from outside', () => {
  it('loses NUL and terminal escapes, keeps tabs and lines', () => {
    expect(cleanText('a\0b\u001b[31mc\td\r\ne\rf\u0085')).toBe('ab[31mc\td\ne\nf');
  });

  it('has lone surrogates replaced and pairs kept', () => {
    expect(cleanText('x\ud83d y\ude00 😀')).toBe('x\ufffd y\ufffd 😀');
  });

  it('keeps right-to-left marks in a message but no tower of accents', () => {
    expect(cleanText('\u200fשלום')).toBe('\u200fשלום');
    expect(cleanText(`a${'\u0301'.repeat(5000)}b`)).toBe(`a${'\u0301'.repeat(8)}b`);
  });

  it('is storable and stays the same when cleaned again', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const clean = cleanText(text);
        expect(clean.isWellFormed() && !clean.includes('\0')).toBe(true);
        expect(cleanText(clean)).toBe(clean);
      }),
    );
  });
});

describe('a name from outside', () => {
  it('cannot turn the line around or span two', () => {
    expect(cleanName(' \u202eevil\u2066\u200f\n 张\u3000三 ')).toBe('evil 张 三');
  });

  it('keeps emoji families whole and is capped by what people see', () => {
    const family = '👨‍👩‍👧‍👦';
    expect(cleanName(family)).toBe(family);
    expect(cleanName(family.repeat(200), 3)).toBe(`${family}${family}…`);
  });

  it('is the same of plain words as of others, whatever stands beside them', () => {
    const words = fc.array(fc.constantFrom('Anna', '张三', ' ', '  ', 'é', 'e\u0301', '\u200b', '\t', '~!', '👩‍🍳'), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 12 }), (some, limit) => {
        const name = some.join('');
        // a direction mark is left out, and takes the short way with it
        expect(cleanName(name, limit)).toBe(cleanName(`${name}\u202e`, limit));
      }),
    );
  });

  it('of nothing visible is empty', () => expect(cleanName('\u200b\ufeff \u202e')).toBe(''));
});

describe('cutting a text', () => {
  it('leaves what fits alone', () => expect(truncate('张三李四', 4)).toBe('张三李四'));
  it('counts the ellipsis', () => expect(truncate('张三李四王', 4)).toBe('张三李…'));

  it('never cuts a character, and never returns more than it may', () => {
    const segmenter = new Intl.Segmenter();
    const glyphs = fc.constantFrom('a', '张', '😀', '👨‍👩‍👧‍👦', 'e\u0301', '🇨🇳', '𠮷', '👍🏽', ' ');
    fc.assert(
      fc.property(fc.array(glyphs, { maxLength: 60 }), fc.integer({ min: 1, max: 30 }), (parts, limit) => {
        const text = parts.join('');
        const cut = truncate(text, limit);
        const kept = [...segmenter.segment(cut)].map(({ segment }) => segment);
        expect(kept.length).toBeLessThanOrEqual(limit);
        const whole = [...segmenter.segment(text)].map(({ segment }) => segment);
        expect(cut).toBe(whole.length <= limit ? text : `${whole.slice(0, limit - 1).join('')}…`);
      }),
    );
  });

  it('bounds one endless character too', () => {
    expect(truncate('👨‍'.repeat(50_000), 10)).toBe('…');
    expect(truncate(`a${'\u0301'.repeat(100_000)}`, 10).length).toBeLessThanOrEqual(160);
  });
});

describe('a mail address', () => {
  it.each([
    [' Zhang@Example.COM ', 'zhang@example.com'],
    ['a.b+c@mail.example.co', 'a.b+c@mail.example.co'],
    ["o'neil@example.com", "o'neil@example.com"],
    ['a@例子.中国', 'a@xn--fsqu00a.xn--fiqs8s'],
    ['zhang＠qq.com', 'zhang@qq.com'],
    ['anna@cust.example.', 'anna@cust.example'],
    ['"anna"@cust.example', 'anna@cust.example'],
    ['\u200banna@cust.example', 'anna@cust.example'],
    ['anna@cust.example\ufeff', 'anna@cust.example'],
  ])('%j is %s', (typed, address) => expect(normaliseEmail(typed)).toBe(address));

  it.each([
    '', 'zhang', 'a@x', '@x.com', 'a@', 'a b@x.com', '"a b"@x.com', 'a@x.com\r\nBcc: b@y.com', 'a@x.com\nb@y.com', 'a@b@c.com',
    'a..b@x.com', '.a@x.com', 'a@x..com', 'a@-x.com', 'a@1.2.3.4', 'a@[1.2.3.4]', '用户@x.com', '<a@x.com>', 'a@x.com,b@y.com',
    `${'a'.repeat(65)}@x.com`, `a@${'x'.repeat(64)}.com`, `a@${'x.'.repeat(130)}com`, 'a@x.com\0', 'a@x_y.com', 'a@x/y.com', 'a@x%2ecom.com',
  ])('%j is refused', (typed) => expect(normaliseEmail(typed)).toBeUndefined()); // biome-ignore format: a list

  it('once normalised stays the same', () => {
    fc.assert(
      fc.property(fc.oneof(fc.emailAddress(), fc.string()), (typed) => {
        const address = normaliseEmail(typed);
        if (address === undefined) return;
        expect(normaliseEmail(address)).toBe(address);
        expect(address).toMatch(/^[!-~]+$/);
      }),
    );
  });
});

it('full-width letters and digits become narrow without moving', () => {
  expect(narrow('Ａ１：／　张')).toBe('A1:/ 张');
});
