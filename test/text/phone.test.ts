import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatPhone, normalisePhone, phonesIn, readPhone } from '../../src/text/person/phone.ts';

describe('a phone number', () => {
  it.each([
    '13800138000', '138 0013 8000', '+86 138-0013-8000', '0086 13800138000', '8613800138000', '１３８００１３８０００', '138－0013－8000',
    '138·0013·8000', '电话：13800138000', '（138）0013 8000',
  ])('%s under CN is one mobile', (typed) => expect(normalisePhone(typed, 'CN')).toBe('+8613800138000')); // biome-ignore format: a list

  it.each([
    ['021-62345678', 'CN', '+862162345678'],
    ['(021)6234 5678', 'CN', '+862162345678'],
    ['021-62345678转8001', 'CN', '+862162345678'],
    ['86-21-62345678', 'CN', '+862162345678'],
    ['400-820-8820', 'CN', '+864008208820'],
    ['+1 (415) 555-2671', 'CN', '+14155552671'],
    ['(415) 555-2671', 'US', '+14155552671'],
    ['1 415 555 2671', 'us', '+14155552671'],
    ['020 7946 0018', 'GB', '+442079460018'],
    ['+852 9123 4567', 'CN', '+85291234567'],
    ['+8613800138000', 'XX', '+8613800138000'],
  ])('%s under %s is %s', (typed, country, e164) => expect(normalisePhone(typed, country)).toBe(e164));

  it('without a country code is not taken for a line of another country', () => {
    expect(normalisePhone('(415) 555-2671', 'CN')).toBeUndefined();
  });

  it.each([
    '95588',
    '10086',
    '12345',
    '6234 5678',
    '',
    'abc',
    '+',
    '00',
    '13800138000'.repeat(10),
    '138001380001',
    '+86 12345',
  ])('%s is not surely one', (typed) => expect(normalisePhone(typed, 'CN')).toBeUndefined());

  it('never throws and always gives E.164', () => {
    const texts = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'0123456789+-() 转'), maxLength: 20 }));
    const check = (typed: string) => {
      expect(normalisePhone(typed, 'CN') ?? '+10').toMatch(/^\+[1-9]\d{1,14}$/);
    };
    fc.assert(fc.property(texts, check));
  });

  it('is shown as at home or as from abroad, and read back', () => {
    expect(formatPhone('+8613800138000', 'CN')).toBe('138 0013 8000');
    expect(formatPhone('+14155552671', 'CN')).toBe('+1 415 555 2671');
    expect(formatPhone('95588', 'CN')).toBe('95588');
    expect(normalisePhone(formatPhone('+862162345678', 'CN'), 'CN')).toBe('+862162345678');
  });
});

describe('an extension', () => {
  it.each(['+12025550147,,12', '+12025550147p12', '+12025550147 #12', '+12025550147 ext. 12'])(
    'stands in %s',
    (typed) => expect(readPhone(typed, 'CN')).toEqual({ number: '+12025550147', extension: '12', service: false }),
  );

  it.each(['+12025550147,12', '+12025550147;12', '+12025550147, 12'])(
    'is one in a list of numbers, and else a second thing: %s',
    (typed) => {
      expect(readPhone(typed, 'CN')).toBeUndefined();
      expect(phonesIn(typed).map((one) => readPhone(one, 'CN')?.extension)).toEqual(['12']);
    },
  );
});
