import { expect, it } from 'vitest';
import { saysPart, sumSaid } from '../../../src/text/meaning/sum_said.ts';

const read = (text: string, money = '', n = '') =>
  Object.values(sumSaid(text, { money, n, several: (text.match(/\d+/gu) ?? []).length > 1 }) ?? {})[0];

it.each([
  ['Ben paid 50 of 120', '50'],
  ['Ben paid £50 out of £120', '£50'],
  ['Ben paid 50 and still owes 70', '50'],
  ['张伟付了50还欠70', '50'],
  ['Ben paid fifty', '50'],
  ['Ben gave us a hundred and twenty dollars today', '120'],
  ['Ben paid half', 'half'],
  ['Ben paid 30% up front', '30%'],
  ['张伟三成付了', '三成'],
  ['退一半给张伟', '一半'],
])('%s says %s', (text, sum) => {
  expect(read(text)).toBe(sum);
  expect(saysPart(text)).toBe(true);
});

it.each([
  'Ben paid 50 and Anna paid 20',
  'Ben paid for two posters',
  'Ben paid half an hour ago',
  'Ben paid half of 240',
])('%s says no sum that is sure', (text) => {
  expect(read(text)).toBeUndefined();
});
