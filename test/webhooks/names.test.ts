import { describe, expect, it } from 'vitest';
import { fullName, nameOf } from '../../src/webhooks/shared/name.ts';

describe('the name that a shop gives in two parts', () => {
  it.each([
    ['민수', '김', '김민수'],
    ['红', '王', '王红'],
    ['건우', '남궁', '남궁건우'],
    ['Ana', 'Ruiz', 'Ana Ruiz'],
    ['민수', 'Kim', '민수 Kim'],
    ['.', 'Meyer', 'Meyer'],
    ['Anna', '-', 'Anna'],
    ['N/A', 'Meyer', 'Meyer'],
    ['Jennifer', 'Null', 'Jennifer Null'],
    ['J.', 'Meyer', 'J. Meyer'],
    ['🌸', 'Li', '🌸 Li'],
    ['🌸', '', '🌸'],
    ['♥', '', '♥'],
    ['☀️☀️', '', '☀️☀️'],
    ['', '+', '+'],
    ['Null', '', 'Null'],
  ])('%s and %s is %s', (first, last, name) => {
    expect(nameOf(fullName({ first_name: first, last_name: last }))).toBe(name);
  });

  it.each([
    ['N/A', 'N/A'],
    ['null', 'null'],
    ['undefined', 'undefined'],
    ['-', '.'],
    ['NULL', 'NULL'],
    ['None', ''],
    ['NaN', '-'],
    ['。', ''],
    ['null', ''],
    ['', ''],
  ])('%s and %s is none', (first, last) => {
    expect(nameOf(fullName({ first_name: first, last_name: last }))).toBeNull();
  });
});
