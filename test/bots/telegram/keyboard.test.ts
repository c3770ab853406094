import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyboardOf } from '../../../src/bots/telegram/keyboard.ts';

const rowsFor = (...labels: string[]) =>
  keyboardOf({
    buttons: [labels.map((label, nth) => ({ label, command: '/help', id: `b${nth}` }))],
  })!.inline_keyboard.map((row) => row.map(({ text }) => text));

describe('the buttons of a row', () => {
  it('stand side by side as long as a phone shows their labels whole', () => {
    expect(rowsFor('Reply', 'Contact', 'Won', 'Lost', 'Snooze to tomorrow', 'Block')).toEqual([
      ['Reply', 'Contact', 'Won', 'Lost'],
      ['Snooze to tomorrow', 'Block'],
    ]);
    expect(rowsFor('回复', '客户', '赢单', '丢单', '明天再提醒我', '拉黑')).toEqual([
      ['回复', '客户', '赢单', '丢单'],
      ['明天再提醒我', '拉黑'],
    ]);
  });

  it('count the number of their line, and none is lost or out of order', () => {
    const buttons = ['Show', 'Answered elsewhere', 'Snooze to tomorrow'].map((label, nth) => {
      return { label, command: '/help', id: `b${nth}` };
    });
    const rows = keyboardOf({ lists: [{ items: [{ text: 'Ann', ref: 'v12', buttons }] }] })!.inline_keyboard;
    expect(rows.map((row) => row.length)).toEqual([2, 1]);
  });

  it('say whose they are where several lines have the same ones, by the words of a line that has no ref', () => {
    let id = 0;
    const line = (text: string, ...labels: string[]) => ({
      text,
      buttons: labels.map((label) => ({ label, command: '/help', id: String(++id) })),
    });
    const shown = (...items: ReturnType<typeof line>[]) =>
      keyboardOf({ lists: [{ items }] })!
        .inline_keyboard.flat()
        .map(({ text }) => text);
    expect(shown(line('Shopify · 1', 'New secret', 'Disconnect'), line('Stripe · 2', 'Disconnect'))).toEqual([
      'Shopify · 1 · New secret',
      'Shopify · 1 · Disconnect',
      'Stripe · 2 · Disconnect',
    ]);
    expect(shown(line('✏️ Order #3004 was changed', 'Show'), line('🚫 #3002 cancelled', 'Show'))).toEqual([
      'Order #3004 was changed · Show',
      '#3002 cancelled · Show',
    ]);
    expect(shown(line('Pot', '#3004'), line('Cup', '#3005'))).toEqual(['#3004', '#3005']);
  });

  it('are all there, in their order, whatever they say', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }), { minLength: 1, maxLength: 30 }),
        (labels) => {
          const shown = keyboardOf({
            buttons: [labels.map((label, nth) => ({ label, command: '/help', id: String(nth) }))],
          })!.inline_keyboard;
          expect(shown.flat().map((key) => ('callback_data' in key ? key.callback_data : ''))).toEqual(
            labels.map((_, nth) => String(nth)),
          );
          for (const row of shown) {
            expect(row.length).toBeLessThanOrEqual(8);
            const widest = Math.max(...row.map(({ text }) => [...text].length));
            expect(row.length === 1 || row.length * widest <= 48).toBe(true);
          }
        },
      ),
    );
  });
});
