import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseExact } from '../../src/http/json.ts';
import { growsTooFast } from '../support/linear.ts';

/** What a reader makes of a text: its value, or that it is none. */
function outcome(read: (text: string) => unknown, text: string): unknown {
  try {
    return { value: read(text) };
  } catch (error) {
    return (error as Error).constructor;
  }
}

describe('exact JSON', () => {
  it.each([
    '-0.12775829999998223',
    '0.1234567890123456789',
    '1234567890123456.5',
    '1234567890123456e-3',
    '12345678901234567E2',
    '1e400',
    '-1e-400',
    '-0',
    '1234567890123456',
    '9007199254740991',
    '-9007199254740991',
    '"1234567890123456789"',
    String.raw`"\\\"1234567890123456789"`,
    String.raw`{"\"1234567890123456789":["\\",1.5]}`,
    '{"a":[1,2,{"b":null}],"__proto__":true}',
    `{"a":${'1'.repeat(400)}.5}`,
  ])('reads %s as JSON.parse does', (text) => {
    expect(parseExact(text)).toEqual(JSON.parse(text));
  });

  it.each([
    ['9007199254740993', '9007199254740993'],
    ['-9007199254740993', '-9007199254740993'],
    ['{"id":820982911946154508,"x":1}', { id: '820982911946154508', x: 1 }],
    ['[ 820982911946154508 , 12345678901234567890123 ]', ['820982911946154508', '12345678901234567890123']],
    [
      '{"id":820982911946154508,"longitude":-0.12775829999998223}',
      { id: '820982911946154508', longitude: -0.12775829999998223 },
    ],
  ])('keeps every digit of %s', (text, value) => {
    expect(parseExact(text)).toEqual(value);
  });

  it.each([
    '{12345678901234567890:1}',
    '{12345678901234567890 \n:1}',
    '012345678901234567890',
    '+12345678901234567890',
    '--12345678901234567890',
    '12345678901234567890 12345678901234567890',
    '"12345678901234567890',
    'tru12345678901234567890',
    '12345678901234567890.',
    '',
  ])('refuses %j, which is no JSON', (text) => {
    expect(() => parseExact(text)).toThrow(SyntaxError);
  });

  it('is JSON.parse for whatever holds no integer beyond 2^53, and for what is no JSON', () => {
    const json = fc.jsonValue().map((value) => JSON.stringify(value));
    const spoilt = fc
      .tuple(json, fc.nat(), fc.constantFrom('"', '\\', '1', '.', '-', 'e', '{', ':', ' ', ''))
      .map(([text, at, change]) => {
        const place = at % (text.length + 1);
        return text.slice(0, place) + change + text.slice(place + 1);
      })
      .filter((text) => !/\d{16}/.test(text));
    const hasLong = (text: string) => /(?<![\d.eE+-])-?[1-9]\d{15,}(?![\d.eE])/.test(text);
    void fc.assert(
      fc.property(fc.oneof(json, spoilt), (text) => {
        fc.pre(!hasLong(text));
        expect(outcome(parseExact, text)).toEqual(outcome(JSON.parse, text));
      }),
      { numRuns: 1_000 },
    );
  });

  it('gives every large integer by its digits, wherever it stands', () => {
    const leaf = fc.oneof(
      fc.bigInt({ min: 2n ** 53n, max: 2n ** 80n }).map((big) => [String(big), String(big)] as const),
      fc.bigInt({ min: -(2n ** 80n), max: -(2n ** 53n) }).map((big) => [String(big), String(big)] as const),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((float) => {
        const text = `${JSON.stringify(float)}${Number.isInteger(float) && !JSON.stringify(float).includes('e') ? '.0' : ''}`;
        return [text, JSON.parse(text) as unknown] as const;
      }),
      fc.string().map((text) => [JSON.stringify(text), text] as const),
    );
    void fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), leaf)), fc.constantFrom('', ' ', '\n\t'), (entries, gap) => {
        const text = entries.map(([key, [written]]) => `${JSON.stringify(key)}${gap}:${gap}[${written}${gap}]`);
        const value = Object.fromEntries(entries.map(([key, [, meant]]) => [key, [meant]]));
        expect(parseExact(`{${text.join(`${gap},`)}}`)).toEqual(value);
      }),
    );
  });

  it('reads what is nested deeply as JSON.parse does', () => {
    const deep = `${'['.repeat(50_000)}820982911946154508${']'.repeat(50_000)}`;
    let inner = parseExact(deep);
    for (; Array.isArray(inner); inner = inner[0]);
    expect(inner).toBe('820982911946154508');
  });

  it.each([
    ['a fraction behind many digits', (size: number) => `{"a":${'1'.repeat(size)}.5}`],
    ['an integer', (size: number) => `{"a":${'1'.repeat(size)}}`],
    ['a string that never closes', (size: number) => `"\\"${'"\\"'.repeat(size / 3)}`],
    ['escapes', (size: number) => `{"a":"${String.raw`\"1234567890123456`.repeat(size / 18)}"}`],
    ['many ids', (size: number) => `[${'820982911946154508,'.repeat(size / 19)}1]`],
  ])('takes time in proportion to the length: %s', (_, make) => {
    expect(growsTooFast((text) => outcome(parseExact, text), make)).toBeUndefined();
  });
});
