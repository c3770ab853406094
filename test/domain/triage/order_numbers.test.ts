import { describe, expect, it } from 'vitest';
import { triage } from '../../../src/domain/triage/index.ts';

const NUMBERS = [
  ...[
    '#3001',
    '3001',
    '#EU-3001',
    'EU-3001',
    '3001-A',
    '#3001-A',
    '#3001-02',
    'RA-123-456-DE',
    '123-456-789',
    '3001.2',
  ],
  ...[
    '12,345',
    '#SHOP_3001',
    '2026112512345678',
    '20261125123456789012345',
    'EU3001',
    '3001A',
    'ORD/2026/117',
    '＃３００１',
  ],
];
const SENTENCES = [
  ...['Order N has not arrived yet', 'where is order N?', 'I want a refund for order N', 'Order N: the pot is broken'],
  ...['my order N is late', 'The cup of order N came broken.', '我的订单N还没收到', '订单号N 没有收到', '订单N号坏了'],
  ...['订单：N，发错货了', '请问订单 N 什么时候发货', '订单N，少发了一件'],
];
const CASES = SENTENCES.flatMap((sentence) => NUMBERS.map((number): [string, string] => [sentence, number]));
const withoutMarks = (text: string) => text.replace(/^[#＃]/, '');

/** What of a reason has figures in it. */
const figuresIn = (reason: string): string[] => reason.normalize('NFKC').match(/[a-z\d]*\d[a-z\d,._/-]*/gi) ?? [];

describe('the number of an order among the reasons', () => {
  it.each(CASES)('is whole or not there: %s %s', (sentence, number) => {
    const text = sentence.replace('N', number);
    const whole = withoutMarks(number).normalize('NFKC');
    for (const orderNumber of [undefined, number]) {
      const { reasons } = triage({ text, signals: orderNumber ? { orderNumber } : {} });
      for (const reason of reasons) {
        expect(text).toContain(reason);
        if (figuresIn(reason).length > 0) expect(reason.normalize('NFKC')).toContain(whole);
      }
    }
  });

  it.each(SENTENCES)('of theirs stands beside the problem, in whole words: %s', (sentence) => {
    const { label, reasons } = triage({ text: sentence.replace('N', '#3001'), signals: { orderNumber: '#3001' } });
    expect(label).toBe('ticket');
    expect(reasons.join(' ')).toContain('#3001');
    expect(reasons.join(' ')).not.toMatch(/arriv(?!ed)|brok(?!en)|发错$/);
  });

  it.each([
    ['RA-123-456-DE', 'Order ra 123456 de: the pot is broken', 'ra 123456 de'],
    ['#3001', 'Order 3001: the pot is broken', '3001'],
    ['#3001', '订单＃３００１ 坏了', '＃３００１'],
  ])('is shown as it was written: %s in %s', (orderNumber, text, shown) => {
    expect(triage({ text, signals: { orderNumber } }).reasons[0]).toBe(shown);
  });

  it.each([
    ['#300', 'Order #3001: the pot is broken'],
    ['#3001', 'Order #13001: the pot is broken'],
    ['#3001', 'Order #3001-A: the pot is broken'],
    ['#3001', 'Order EU-3001: the pot is broken'],
  ])('is not found in a longer one: %s in %s', (orderNumber, text) => {
    expect(triage({ text, signals: { orderNumber } }).reasons).not.toContain(orderNumber);
  });

  it.each(['same as order 20931 please', '订单 A1027 再来一份', 'order #20931 please, two more'])(
    'alone is no problem: %s',
    (text) => {
      expect(triage({ text, signals: { orderNumber: /A?\d+/.exec(text)![0] } }).label).not.toBe('ticket');
    },
  );
});
