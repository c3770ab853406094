import { describe, expect, it } from 'vitest';
import type { Order } from '../../src/domain/sell/order.ts';
import { changeOf } from '../../src/domain/sell/order_change.ts';
import { growsTooFast } from '../support/linear.ts';
import { shopifyEvent, shopifyOrder } from '../support/shops/shopify_order.ts';

const wordsIn = (more: object) => {
  const event = shopifyEvent(shopifyOrder(more));
  return event.kind === 'order.updated' ? (event.order.words ?? []) : [];
};
const read = (text: string) => wordsIn(JSON.parse(text) as object);
const many = (unit: string, size: number) =>
  `[${Array(Math.ceil(size / unit.length))
    .fill(unit)
    .join(',')}]`;

describe('what a shop’s page has asked its buyer', () => {
  it.each([
    ['many answers', (size: number) => `{"note_attributes":${many('{"name":"a","value":"b"}', size)}}`],
    ['a long list', (size: number) => `{"note_attributes":[{"name":"a","value":${many('"b"', size)}}]}`],
    [
      'lists in lists',
      (size: number) => `{"note":${'['.repeat(Math.min(size, 3000))}${']'.repeat(Math.min(size, 3000))}}`,
    ],
    ['a long note', (size: number) => JSON.stringify({ note: 'a, \n'.repeat(size / 4) })],
    ['a long address', (size: number) => JSON.stringify({ shipping_address: { address1: ' ,'.repeat(size / 2) } })],
  ])('is read in proportion to its length: %s', (_, make) => {
    expect(growsTooFast(read, make)).toBeUndefined();
  });

  it('is compared in proportion to how much there is', () => {
    const stateOf = (text: string) => {
      const words = text.split(',').map((one, nth) => ({ of: one, text: String(nth) }));
      const order = { words, written: text, delivery: null, cancelledAt: null, deletedAt: null } as unknown as Order;
      return { order, articles: words.map(({ text: title }) => ({ title, variant: null, quantity: 1 })) };
    };
    const compare = (text: string) => changeOf(stateOf(text), stateOf(`x${text}x`));
    expect(growsTooFast(compare, (size) => 'a,'.repeat(size / 2))).toBeUndefined();
  });

  it('goes as deep as a buyer writes', () => {
    expect(wordsIn({ note: [['a', ['b']], { c: ['d'] }] })).toEqual([{ of: '', text: 'a, b, c: d' }]);
    expect(wordsIn({ note: [[[[[['lost']]]]]] })).toEqual([{ of: '', text: '…' }]);
  });

  it.each([7, true, 'seven', ['seven'], { a: 'seven' }])('is words whatever it is kept as: %j', (value) => {
    expect(wordsIn({ note_attributes: [{ name: 'Copies', value }] })[0]?.text).toMatch(/7|true|seven/);
  });
});
