import { beforeEach, describe, expect, it } from 'vitest';
import { buttonsOf, testHouse } from '../../support/house.ts';
import { shopifyEvent, shopifyOrder } from '../../support/shops/shopify_order.ts';

const house = await testHouse({ locale: 'en', currency: 'CNY', country: 'GB', timezone: 'Europe/London' });
beforeEach(
  house.startingWith(async () => {
    await house.say('/connect shopify shpss_0123456789abcdef0123456789abcdef');
    await house.say('/add Anna Smith anna@example.com');
  }),
);

const order = (minute: number, more: object = {}) =>
  house.happen(shopifyEvent(shopifyOrder({ updated_at: `2026-11-21T03:${10 + minute}:00Z`, ...more })));
const lastCard = async () => (await house.cards()).at(-1)!;
const leads = () => house.db.sql`select title, stage, amount_minor as amount from leads order by id`;
const DEPOSIT = { financial_status: 'partially_paid', total_outstanding: '90.00' };

describe('a paid order whose buyer has several leads open', () => {
  beforeEach(async () => {
    await house.say('/lead c1 Catering ¥100');
    await house.say('/lead c1 Logo ¥90');
  });

  it('wins none of them by itself: each is a button, with what it is worth', async () => {
    await order(1);
    const card = await lastCard();
    expect(card.hint).toContain('Which one');
    expect(await leads()).toMatchObject([{ stage: 'new' }, { stage: 'new' }]);
    const buttons = buttonsOf(card).filter(({ command }) => command.startsWith('/won'));
    expect(buttons.map(({ label }) => label)).toEqual(['Won · Logo · CN¥90.00', 'Won · Catering · CN¥100.00']);
    await house.press(buttons[1]!.command);
    expect(await leads()).toEqual([
      { title: 'Catering', stage: 'won', amount: '10000' },
      { title: 'Logo', stage: 'new', amount: '9000' },
    ]);
  });

  it.each([
    ['cancelled', { cancelled_at: '2026-11-21T03:12:00Z' }],
    ['voided', { financial_status: 'voided' }],
    ['refunded', { financial_status: 'refunded' }],
  ])(
    'has won the one that was pressed: it is asked about when the order is %s, and keeps its own amount',
    async (_, more) => {
      await order(1);
      await house.press(buttonsOf(await lastCard()).find(({ label }) => label.includes('Catering'))!.command);
      await order(2, more);
      expect((await lastCard()).hint).toContain('Catering');
      await house.press('/reopen 1');
      expect((await leads())[0]).toEqual({ title: 'Catering', stage: 'new', amount: '10000' });
    },
  );
});

describe('a small part of an order’s money', () => {
  it.each(['Catering ¥100', 'Catering'])('does not win a lead by itself: %s; the rest does', async (lead) => {
    await house.say(`/lead c1 ${lead}`);
    await order(1, DEPOSIT);
    const card = await lastCard();
    expect(card.hint).toContain('¥10.00');
    expect(await leads()).toMatchObject([{ stage: 'new' }]);
    await order(2);
    expect(await leads()).toMatchObject([{ stage: 'won', amount: '10000' }]);
  });

  it('is asked about where the shop does not say how much it is', async () => {
    await house.say('/lead c1 Catering ¥100');
    await order(1, { financial_status: 'partially_paid' });
    expect((await lastCard()).hint).toContain('a part');
    expect(await leads()).toMatchObject([{ stage: 'new' }]);
  });

  it('that the owner took for the win is not asked about again when the rest comes', async () => {
    await house.say('/lead c1 Catering ¥100');
    await order(1, DEPOSIT);
    await house.press(buttonsOf(await lastCard()).find(({ command }) => command.startsWith('/won'))!.command);
    await house.say('/lead c1 Another');
    await order(2);
    expect((await lastCard()).hint).toBeUndefined();
    expect(await leads()).toMatchObject([{ stage: 'won' }, { stage: 'new' }]);
  });

  it('that is most of it wins the lead', async () => {
    await house.say('/lead c1 Catering ¥100');
    await order(1, { ...DEPOSIT, total_outstanding: '20.00' });
    expect(await leads()).toMatchObject([{ stage: 'won' }]);
  });
});

describe('a payment that is taken back after it had won a lead', () => {
  it.each(['voided', 'failed', 'declined', 'expired'])(
    'is told with the lead, as %s; so is the cancelling after it',
    async (payment) => {
      await house.say('/lead c1 Catering');
      await order(1);
      await order(2, { financial_status: payment });
      const card = await lastCard();
      expect(card.hint).toContain('It had won a lead: Catering');
      expect(buttonsOf(card).map(({ command }) => command)).toContain('/reopen 1');
      await order(3, { financial_status: payment, cancelled_at: '2026-11-21T03:13:00Z' });
      expect(await lastCard()).toMatchObject({
        title: expect.stringContaining('cancelled'),
        hint: expect.stringContaining('Catering'),
      });
    },
  );
});
