import { beforeEach, describe, expect, it } from 'vitest';
import type { Reply } from '../../../src/domain/reply.ts';
import { telegramMessage, testHouse } from '../../support/house.ts';
import { mailMessage } from '../../support/letters/mail_message.ts';
import { shopifyEvent, shopifyOrder, shopifyRefund } from '../../support/shops/shopify_order.ts';

const house = await testHouse({ locale: 'en', currency: 'CNY', country: 'GB', timezone: 'Europe/London' });
beforeEach(
  house.startingWith(async () => {
    await house.say('/connect shopify shpss_0123456789abcdef0123456789abcdef');
  }),
);

const first = {
  current_total_price: '100.00',
  total_outstanding: '0.00',
  total_discounts: '0.00',
  phone: '+447700900001',
};
const version = (minute: number, more: object = {}) =>
  shopifyEvent(shopifyOrder({ ...first, updated_at: `2026-11-21T03:${String(minute).padStart(2, '0')}:00Z`, ...more }));
const order = (minute: number, more: object = {}) => house.happen(version(minute, more));
const told = async (since = 0): Promise<Reply[]> => (await house.cards()).slice(since);
const fieldsOf = ({ fields = [] }: Reply): string[] => fields.map(({ label, value }) => `${label}: ${value}`);
const money = (amount: string, currency_code: string) => ({ shop_money: { amount, currency_code } });

/** What may change, and what the owner reads of it. */
const CHANGES: [string, object, string[]][] = [
  ['more, paid at once', { total_price: '130.00', current_total_price: '130.00' }, ['Amount: CN¥100.00 → CN¥130.00']],
  [
    'more, still owed',
    { current_total_price: '130.00', total_outstanding: '30.00' },
    ['Amount: CN¥100.00 → CN¥130.00'],
  ],
  [
    'less, to be paid back',
    { current_total_price: '60.00', total_outstanding: '-40.00' },
    ['Amount: CN¥100.00 → CN¥60.00'],
  ],
  ['a total alone', { total_price: '120.00', current_total_price: undefined }, ['Amount: CN¥100.00 → CN¥120.00']],
  [
    'a discount',
    { total_price: '90.00', current_total_price: '90.00', total_discounts: '10.00' },
    ['Amount: CN¥100.00 → CN¥90.00', 'Discount: CN¥0.00 → CN¥10.00'],
  ],
  ['a discount for a higher price', { total_discounts: '5.00' }, ['Discount: CN¥0.00 → CN¥5.00']],
  [
    'other money',
    { currency: 'USD', total_price_set: money('14.00', 'USD'), current_total_price_set: money('14.00', 'USD') },
    ['Amount: CN¥100.00 → $14.00'],
  ],
  ['another phone', { phone: '+44 7700 900002' }, ['Phone on the order: +447700900001 → +44 7700 900002']],
  ['no phone any more', { phone: null }, ['Phone on the order: +447700900001 → —']],
  [
    'another mail address',
    { email: 'bo@example.com' },
    ['Mail address on the order: anna@example.com → bo@example.com', 'Your answers still go to: anna@example.com'],
  ],
];

describe('what an order comes to, and how its buyer wants to be reached', () => {
  it.each(CHANGES)(
    'is told once, before and after, however often and late it comes: %s',
    async (_, change, expected) => {
      await order(0);
      const known = (await told()).length;
      await order(10, change);
      await order(10, change);
      await order(5);
      await order(7, { total_price: '101.00', current_total_price: '101.00', phone: '1' });
      await order(20, { ...change, tags: 'x', updated_at: '2026-11-21T03:20:00Z' });
      const cards = await told(known);
      expect(cards).toHaveLength(1);
      expect(cards[0]!.title).toContain('#3001');
      expect(fieldsOf(cards[0]!)).toEqual(expected);
    },
  );

  it.each([
    ['tags', { tags: 'vip' }],
    ['the same address in other letters', { email: 'ANNA@Example.com' }],
    ['the same phone grouped otherwise', { phone: '+44 7700 900001' }],
    [
      'a version without them',
      { email: undefined, phone: undefined, total_discounts: undefined, current_total_price: undefined },
    ],
    ['what is sent and shown no more', { phone: null, fulfillment_status: 'fulfilled' }],
    ['its cancellation', { cancelled_at: '2026-11-21T03:09:00Z', current_total_price: '0.00' }],
  ])('is no change of its own: %s', async (_, more) => {
    await order(0);
    const known = (await told()).length;
    await order(10, more);
    expect((await told(known)).flatMap(fieldsOf)).toEqual([]);
  });

  it('is not told of an order that was stored before it was read', async () => {
    await order(0);
    await house.db.autocommit`update orders set discount_minor = null, contact_details = null`;
    const known = (await told()).length;
    await order(10, { total_discounts: '10.00', phone: '1234567' });
    expect(await told(known)).toEqual([]);
  });

  it('is told of an order that was reserved before its money came', async () => {
    await order(0, { financial_status: 'authorized' });
    const known = (await told()).length;
    await order(10, { total_price: '90.00', current_total_price: '90.00' });
    expect((await told(known)).flatMap(fieldsOf)).toEqual(['Amount: CN¥100.00 → CN¥90.00']);
  });

  it('says where answers go, which another mail address does not change', async () => {
    await order(0);
    await house.happen(mailMessage('anna@example.com', 'Is it sent?'));
    const known = (await told()).length;
    await order(10, { email: 'bo@example.com' });
    expect((await told(known)).map(fieldsOf)).toEqual([
      ['Mail address on the order: anna@example.com → bo@example.com', 'Your answers still go to: anna@example.com'],
    ]);
    await house.say('/reply Anna Smith Yes, today');
    await house.deliver();
    const sent = await house.db.sql`select address from outbox where audience = 'customer'`;
    expect(sent).toEqual([{ address: 'anna@example.com' }]);
  });

  it('stands on the card that says whose a guest’s order is now', async () => {
    const guest = { customer: null, billing_address: { name: 'Anna Smith' } };
    await order(0, guest);
    const known = (await told()).length;
    await order(10, { ...guest, email: 'anna@example.org' });
    const cards = (await told(known)).filter(({ title }) => title?.includes('#3001'));
    expect(cards.map(fieldsOf)).toEqual([['Mail address on the order: anna@example.com → anna@example.org']]);
    expect(cards[0]!.title).toContain('🔁');
  });

  it('is shown with the order, and goes with its buyer', async () => {
    await order(0, { total_discounts: '10.00' });
    const shown = fieldsOf(await house.say('/find #3001'));
    expect(shown).toContain('Discount: CN¥10.00');
    expect(shown).toContain('Mail address on the order: anna@example.com');
    await house.say('/delete Anna Smith !');
    expect(fieldsOf(await house.say('/find #3001')).join()).not.toContain('anna@example.com');
    await house.say('/undo');
    expect(fieldsOf(await house.say('/find #3001'))).toContain('Phone on the order: +447700900001');
  });
});

describe('what a refund makes of an order', () => {
  const refund = (status = 'success', amount = '40.00') =>
    JSON.parse(JSON.stringify(shopifyRefund(7, amount, '2026-11-21T03:08:00Z')).replace('success', status)) as object;
  const partly = { financial_status: 'partially_refunded', current_total_price: '60.00', refunds: [refund()] };

  it.each([
    ['listed', [version(10, partly)]],
    ['told alone first', [shopifyEvent(refund(), 'refunds/create'), version(10, partly)]],
    ['told alone after it', [version(10, partly), shopifyEvent(refund(), 'refunds/create')]],
    ['begun first', [version(9, { current_total_price: '60.00', refunds: [refund('pending')] }), version(10, partly)]],
    ['that takes nothing off what it comes to', [version(10, { ...partly, current_total_price: '100.00' })]],
    [
      'of all',
      [
        version(10, {
          financial_status: 'refunded',
          current_total_price: '0.00',
          refunds: [refund('success', '100.00')],
        }),
      ],
    ],
    ['of less than the goods were worth', [version(10, { ...partly, refunds: [refund('success', '35.00')] })]],
    [
      'of the shipping',
      [version(10, { ...partly, current_total_price: '96.00', refunds: [refund('success', '4.00')] })],
    ],
  ])('is told as the refund alone: %s', async (_, events) => {
    await order(0);
    const known = (await told()).length;
    await house.happen(...events);
    const cards = await told(known);
    expect(cards.map(({ title }) => title)).toEqual([expect.stringContaining('refunded')]);
    expect(cards.flatMap(fieldsOf)).toEqual([]);
  });

  it('hides no discount that comes after it', async () => {
    await order(0);
    await order(10, partly);
    const known = (await told()).length;
    await order(20, { ...partly, current_total_price: '50.00' });
    expect((await told(known)).flatMap(fieldsOf)).toEqual(['Amount: CN¥60.00 → CN¥50.00']);
  });

  it('in the buyer’s money is counted in the shop’s', async () => {
    const set = {
      total_price_set: { ...money('100.00', 'CNY'), presentment_money: { amount: '14.00', currency_code: 'USD' } },
    };
    const dollars = JSON.parse(
      JSON.stringify(refund('success', '7.00')).replace('"CNY","created', '"USD","created'),
    ) as object;
    await order(0, set);
    const known = (await told()).length;
    await order(10, { ...set, ...partly, current_total_price: '50.00', refunds: [dollars] });
    const cards = await told(known);
    expect(cards.map(({ title }) => title)).toEqual(['↩️ Order #3001: CN¥50.00 refunded']);
    expect(cards.flatMap(fieldsOf)).toEqual([]);
  });
});

describe('a stranger', () => {
  it('who writes from an order’s new address gets nothing of its buyer’s', async () => {
    await order(0);
    await house.happen(telegramMessage('hello'));
    await order(10, { email: 'bo@example.com' });
    await house.happen(mailMessage('bo@example.com', 'Where is my order?'));
    const names = await house.db.sql<{ name: string }>`
      select c.name from contact_identities i join contacts c on c.id = i.contact_id where i.address = 'bo@example.com'`;
    expect(names.map(({ name }) => name)).toEqual(['bo']);
  });
});
