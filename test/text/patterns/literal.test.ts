import { describe, expect, it } from 'vitest';
import { anyOf, literal } from '../../../src/text/plainly.ts';

const ASCII = Array.from({ length: 95 }, (_, nth) => String.fromCharCode(32 + nth));
const NAMES = [...ASCII, ASCII.join(''), 'Featherstonehaugh-Cholmondeley', "O'Brien (jr.)", '王|芳', 'a\\b', '$1 [x]'];

describe('a text in a pattern', () => {
  it.each(['', 'u', 'iu'])('is found as it is, whatever signs it has, with the flags "%s"', (flags) => {
    for (const name of NAMES) expect(new RegExp(`^${literal(name)}$`, flags).exec(name)?.[0]).toBe(name);
  });

  it('finds nothing else', () => {
    expect(new RegExp(`^${literal('a.c')}$`, 'u').test('abc')).toBe(false);
    expect(/^a.c$/u.test('abc'), 'control').toBe(true);
  });

  it('is looked for in its whole length, where a shorter one begins like it', () => {
    expect(new RegExp(anyOf(['Ann', 'Ann-Marie']), 'u').exec('Ann-Marie Berg')?.[0]).toBe('Ann-Marie');
  });
});
