import { beforeEach, describe, expect, it } from 'vitest';
import type { Reply } from '../../../src/domain/reply.ts';
import { buttonsOf, telegramMessage, testHouse } from '../../support/house.ts';
import { connectShop } from '../../support/shops/any_order.ts';
import { stripeEvent, stripeRefund, stripeSession } from '../../support/shops/stripe_event.ts';

const house = await testHouse({ locale: 'en', currency: 'USD', businessName: 'Tea House' });

const titles = async () => (await house.cards()).map(({ title = '' }) => title);
const labelled = (reply: Reply, label: string) => buttonsOf(reply).find((one) => one.label === label)!;
const orders = () =>
  house.db.sql<{ number: string; payment: string; refunded: string }>`
    select number, payment, refunded_minor as refunded from orders order by id`;
const takings = async () =>
  (
    await house.db.sql<{ sum: string }>`
    select coalesce(sum(most), 0)::text as sum from (
      select max(received_minor) as most from payments_known group by order_id) each`
  )[0]!.sum;
const comes = (reference: string, more: object = {}) =>
  house.happen(
    stripeEvent('checkout.session.completed', stripeSession({ client_reference_id: reference, ...more }), 100),
  );

beforeEach(
  house.startingWith(async () => {
    await connectShop(house, 'stripe');
    await house.happen(telegramMessage('Two teas please', { from: { address: '1001', name: 'Anna' } }));
    await house.deliver();
    house.now = new Date('2026-11-21T03:00:00Z');
    await house.say('/order Anna 2x tea 50');
    await house.say('/invoice M-1');
  }),
);

describe('a payment that brings back a number of ours', () => {
  it.each(['R-2026-001', 'm-1'])(
    '%s, over what is due, has paid it: told once, and taken back exactly',
    async (ref) => {
      const before = await titles();
      await comes(ref);
      await comes(ref);
      expect(await orders()).toEqual([{ number: 'M-1', payment: 'paid', refunded: '0' }]);
      expect((await titles()).slice(before.length)).toEqual(['💰 R-2026-001 is paid: $50.00 by Stripe']);
      expect(await takings()).toBe('5000');
      const told = (await house.cards()).at(-1)!;
      expect((await house.say('/unpaid')).text).toContain('Nobody owes you anything');
      await house.press(labelled(told, 'Undo'));
      expect(await orders()).toEqual([
        { number: 'M-1', payment: 'unpaid', refunded: '0' },
        { number: 'pi_1', payment: 'paid', refunded: '0' },
      ]);
      expect(await takings()).toBe('5000');
      expect((await house.say('/order pi_1')).failed).toBeUndefined();
    },
  );

  it('is paid back where it was taken, of the order that it has paid', async () => {
    await comes('R-2026-001');
    await house.happen(stripeEvent('refund.created', stripeRefund('re_1', 2000), 900));
    expect(await orders()).toEqual([{ number: 'M-1', payment: 'paid', refunded: '2000' }]);
  });

  it('finds a number that Stripe lets nobody write', async () => {
    await house.say('/invoice R-2026-001 number 2026/17');
    await comes('2026-17');
    expect(await orders()).toMatchObject([{ number: 'M-1', payment: 'paid' }]);
  });

  it.each([
    ['a part of what is due', 'USD', 2000, 'It is for R-2026-001', 'partially_paid', '2000'],
    ['more than is due', 'USD', 7000, 'It is for R-2026-001', 'paid', '7000'],
    ['other money', 'eur', 5000, 'It is for R-2026-001', 'paid', '5000'],
  ])('over %s is asked about, and counts as its owner says', async (_, currency, amount, label, payment, sum) => {
    await comes('R-2026-001', { currency, amount_total: amount });
    await comes('R-2026-001', { currency, amount_total: amount });
    expect((await orders())[0]).toMatchObject({ number: 'M-1', payment: 'unpaid' });
    const asked = (await house.cards()).filter(({ title = '' }) => title.includes('Is it for that?'));
    expect(asked).toHaveLength(1);
    const before = await house.state();
    const button = labelled(asked[0]!, label);
    await house.say(button.command);
    expect(await orders()).toMatchObject([{ number: 'M-1', payment }]);
    expect(await takings()).toBe(sum);
    expect((await house.say(button.command)).failed).toBe(true);
    await house.say('/undo');
    expect(await house.state()).toEqual(before);
  });

  it('is the same money where it was noted by hand before, if its owner says so', async () => {
    await house.say('/invoice R-2026-001 paid');
    await comes('R-2026-001');
    expect((await orders()).map(({ number }) => number)).toEqual(['M-1', 'pi_1']);
    await house.press(labelled((await house.cards()).at(-1)!, 'It is the same money'));
    expect(await orders()).toMatchObject([{ number: 'M-1', payment: 'paid' }]);
    expect(await takings()).toBe('5000');
  });

  it.each([
    ['a number that is none of ours', { client_reference_id: 'R-2026-099' }],
    ['none', { client_reference_id: null }],
    ['words that are none', { client_reference_id: "R-2026-001' or 1=1" }],
    ['one that has not come', { client_reference_id: 'R-2026-001', payment_status: 'unpaid' }],
  ])('with %s is an order of its own, as ever', async (_, more) => {
    await comes('', more);
    expect((await orders()).map(({ number }) => number)).toEqual(['M-1', 'pi_1']);
    expect((await orders())[0]).toMatchObject({ payment: 'unpaid' });
    expect((await titles()).filter((title) => title.includes('Is it for that?'))).toEqual([]);
  });

  it('that comes later than its checkout is matched when it has come', async () => {
    await comes('R-2026-001', { payment_status: 'unpaid' });
    await house.happen(
      stripeEvent(
        'checkout.session.async_payment_succeeded',
        stripeSession({ client_reference_id: 'R-2026-001' }),
        3000,
      ),
    );
    expect(await orders()).toMatchObject([{ number: 'M-1', payment: 'paid' }]);
  });

  it('for a test, or of a quote that nobody has accepted, pays nothing', async () => {
    await house.say('/quote c1 Logo design 2x300');
    await house.type('/quote 1 send');
    await house.press('Send it');
    await house.happen(
      stripeEvent('checkout.session.completed', stripeSession({ client_reference_id: 'M-1' }), 100, {
        livemode: false,
      }),
    );
    expect((await orders())[0]).toMatchObject({ payment: 'unpaid' });
    await comes('Q-2026-001', { id: 'cs_live_2', payment_intent: 'pi_2' });
    expect((await house.cards()).at(-1)!.text).toBe('Quote Q-2026-001 is not accepted, so nothing of it is due.');
  });
});
