import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRange } from '../../src/text/when/parse_range.ts';
import { beginsWord, leftForCustomer, timeIn } from '../../src/text/when/time_like.ts';
import { parseWhen, parseWhenFirst } from '../../src/text/when/when.ts';

/** Tuesday, eight in the morning in New York. */
const en = {
  now: new Date('2026-12-01T13:00:00Z'),
  timezone: 'America/New_York',
  locale: 'en' as const,
  country: 'US',
};
const zh = {
  now: new Date('2026-12-01T00:00:00Z'),
  timezone: 'Asia/Shanghai',
  locale: 'zh-CN' as const,
  country: 'CN',
};

function read(text: string, context: typeof en | typeof zh = en): string {
  const when = parseWhenFirst(text, context);
  return when ? `${when.at.toISOString().slice(0, 16)} «${when.rest}»` : '-';
}

/** What would be asked before the words behind the time leave. */
function asked(text: string, context: typeof en | typeof zh = en): string | undefined {
  const { rest } = parseWhenFirst(text, context)!;
  return leftForCustomer(rest, /[\p{L}\p{N}]$/u.test(text.slice(0, text.lastIndexOf(rest))));
}

const ZONES: readonly [string, string][] = [
  ['Europe/London', '09:00'],
  ['Asia/Shanghai', '01:00'],
  ['Asia/Kolkata', '03:30'],
  ['America/Argentina/Buenos_Aires', '12:00'],
  ['UTC+8', '01:00'],
  ['GMT-5', '14:00'],
  ['UTC−5', '14:00'],
  ['JST', '00:00'],
  ['London time', '09:00'],
  ['(Europe/London)', '09:00'],
];
const FORMS: readonly ((zone: string) => string)[] = [
  (zone) => `9am ${zone} Dec 10`,
  (zone) => `9am Dec 10 ${zone}`,
  (zone) => `Dec 10 9am ${zone}`,
  (zone) => `Dec 10 at 9am, ${zone}`,
  (zone) => `2026-12-10 09:00 ${zone}`,
];
const BEFORE: readonly ((zone: string) => string)[] = [(zone) => `${zone} 9am Dec 10`, (zone) => `Dec 10 ${zone} 9am`];

describe('a zone that is named is the clock meant, wherever it stands', () => {
  it('in every form', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), fc.constantFrom(...FORMS), ([zone, utc], write) => {
        expect(read(`${write(zone)} hello`)).toBe(`2026-12-10T${utc} «hello»`);
      }),
    );
  });

  it('in front too', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ZONES.slice(0, 5)), fc.constantFrom(...BEFORE), ([zone, utc], write) => {
        expect(read(`${write(zone)} hello`)).toBe(`2026-12-10T${utc} «hello»`);
      }),
    );
  });

  it('as computers write offsets', () => {
    const offset = fc.record({
      sign: fc.constantFrom('+', '-'),
      hours: fc.integer({ min: 0, max: 9 }),
      minutes: fc.constantFrom('00', '30'),
      colon: fc.constantFrom('', ':'),
      gap: fc.constantFrom('', ' '),
    });
    fc.assert(
      fc.property(offset, ({ sign, hours, minutes, colon, gap }) => {
        const text = `2026-12-24 09:00${gap}${sign}0${hours}${colon}${minutes} hello`;
        const at = new Date(`2026-12-24T09:00:00${sign}0${hours}:${minutes}`);
        expect(read(text)).toBe(`${at.toISOString().slice(0, 16)} «hello»`);
      }),
    );
  });

  it.each(['9:30-10:30 hello', '9am +8 hello', '9am +08 hello'])('%s is asked about', (text) =>
    expect(asked(text)).toBeDefined(),
  );
});

describe('a day or a time of day may stand in brackets', () => {
  it.each([
    ['9am (tomorrow) hello', '2026-12-02T14:00 «hello»'],
    ['9am [tomorrow] hello', '2026-12-02T14:00 «hello»'],
    ['tomorrow (9am) hello', '2026-12-02T14:00 «hello»'],
    ['(tomorrow) 9am hello', '2026-12-02T14:00 «hello»'],
    ['Dec 4 (Fri) 9am hello', '2026-12-04T14:00 «hello»'],
    ['Dec 5 (Sat) 9am hello', '2026-12-05T14:00 «hello»'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected));
  it.each([
    ['9点(明天) 你好', '2026-12-02T01:00 «你好»'],
    ['9点（明天）你好', '2026-12-02T01:00 «你好»'],
    ['明天（周三）9点 你好', '2026-12-02T01:00 «你好»'],
  ])('%s', (text, expected) => expect(read(text, zh)).toBe(expected));
  it('another day in the brackets is asked about', () => expect(asked('Dec 4 (Sun) 9am hello')).toBeDefined());
});

describe('what is left of a time never reaches a customer unasked', () => {
  it.each([
    ...['fri or sat hello', 'fri/sat hello', '9am tomorrow ish hello', '9am latest hello', '9am (ish) hello'],
    ...['monday works for me', 'friday is fine', 'tuesday would be great', '9am works for me'],
  ])('%s', (text) => expect(asked(text)).toBeDefined());
  it.each([
    ...['明天凌晨 你好', '明天夜里你好', '周五或周六 你好', '明天10点许 你好'],
    ...['下午茶我请您', '晚上8点发 茶到了', '三点水包装设计', '两点建议', '周一见', '中午饭我请'],
  ])('%s', (text) => expect(asked(text, zh)).toBeDefined());

  it.each([
    'tomorrow 9am can you send me the file?',
    'monday 9am is it done?',
    'friday hello',
    '9am sharp hello',
    '9 Uhr hello',
  ])('%s: words are words', (text) => expect(asked(text)).toBeUndefined());
  it.each(['明早9点 早上好', '明早9点您好', '明天9点 发货了', '8点半左右 茶到了'])('%s: words are words', (text) =>
    expect(asked(text, zh)).toBeUndefined(),
  );
});

describe('an hour is the one that was meant, or none', () => {
  it.each(['1h30 hello', '2h15 hello'])('%s may be how long it takes', (text) => expect(read(text)).toBe('-'));
  it.each([
    ['8h30 hello', '2026-12-01T13:30 «hello»'],
    ['01h30 hello', '2026-12-02T06:30 «hello»'],
    ['tomorrow 9 Uhr hello', '2026-12-02T14:00 «hello»'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected));

  it('late in the evening this Friday is not Saturday', () => {
    const late = { ...en, now: new Date('2026-12-05T04:00:00Z') };
    for (const words of ['this friday hello', 'today hello'])
      expect(parseWhenFirst(words, late)!.at.toISOString()).toBe('2026-12-05T04:59:00.000Z');
  });

  it.each([
    ['9:30-10 call', '14:30', '15:00'],
    ['9-10am call', '14:00', '15:00'],
    ['9:30 to 10', '14:30', '15:00'],
  ])('%s is from one to the other', (text, from, until) => {
    const range = parseRange(text, en)!;
    expect([range.from, range.until].map((at) => at.toISOString().slice(11, 16))).toEqual([from, until]);
  });
  it('two bare numbers are no hours', () => expect(parseRange('10-12 boxes', en)).toBeUndefined());

  it.each(['晚点 打电话', '一会儿 打电话', '12.5 交稿'])('%s names a time nobody can use', (text) =>
    expect(parseWhen(text, zh) ?? timeIn(text)).toBeTypeOf('string'),
  );
  it.each(['later call Kim', 'the 5th call Kim', '9 call mum'])('%s names a time nobody can use', (text) =>
    expect(parseWhen(text, en) ?? timeIn(text)).toBeTypeOf('string'),
  );
  it.each(['12.5 kg flour', '3 cups', 'Laterna'])('%s names none', (text) => expect(timeIn(text)).toBeUndefined());

  it.each([
    ['下午茶订位', true],
    ['三点水包装设计', true],
    ['三点给张三打电话', false],
    ['下午给张三回电话', false],
    ['明天开会', false],
  ])('%s: the time may be the beginning of a word: %s', (text, expected) =>
    expect(beginsWord(text, parseWhen(text, zh)!)).toBe(expected),
  );
});
