import { expect, it } from 'vitest';
import { firstNameIn } from '../../../src/text/person/first_name.ts';

it.each([
  ...['Dr.', 'Mr. Meier', 'Frau Schulz', 'Prof. Klein', 'Mrs', 'van Dijk', 'The Tea Room', 'Tea & Co GmbH', 'J. Smith'],
  ...['info', 'Acme Ltd', 'J', 'Sales Team', 'Dr. Berg', ''],
  ...['null', 'N/A', 'undefined', 'Guest', 'Amazon Customer', '未知', '匿名', '客户', '微信用户'],
])('nobody is greeted by what is no first name: %s', (name) => {
  expect(firstNameIn(name)).toBeUndefined();
});

it.each([
  ['Anna Smith', 'Anna'],
  ['Meier, Anna', 'Anna'],
  ['Dr. Anna Berg', 'Anna'],
  ['Jean-Luc Picard', 'Jean-Luc'],
  ['anna', 'anna'],
  ['Bo Li', 'Bo'],
  ['李小梅', '李小梅'],
  ['吴未知', '吴未知'],
  ['Nilda Guest', 'Nilda'],
  ['Nan Goldin', 'Nan'],
  ['김민수', '김민수'],
])('control: %s', (name, first) => {
  expect(firstNameIn(name)).toBe(first);
});
