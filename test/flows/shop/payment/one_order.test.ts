import { beforeEach, describe, expect, it } from 'vitest';
import type { DomainEvent } from '../../../../src/domain/event.ts';
import { testHouse } from '../../../support/house.ts';
import { connectShop } from '../../../support/shops/any_order.ts';
import { stripeEvent, stripeRefund, stripeSession } from '../../../support/shops/stripe_event.ts';
import { wooEvent, wooOrder } from '../../../support/shops/woo_event.ts';

const house = await testHouse({ locale: 'en' });
const { sql } = house.db;
const of = (connectionId: string, event: DomainEvent): DomainEvent => Object.assign(event, { connectionId });
const NUMBER = `#${wooOrder().number}`;

const shop = (minute: number, more: object = {}) =>
  wooEvent(
    wooOrder({
      transaction_id: 'pi_9',
      date_modified_gmt: `2026-11-22T05:${String(minute).padStart(2, '0')}:00`,
      ...more,
    }),
  );
const NOT_PAID = { date_paid_gmt: null, date_paid: null };
const pending = (minute = 0, more: object = {}) => shop(minute, { status: 'pending', ...NOT_PAID, ...more });
const withoutId = { transaction_id: '' };
const session = (more: object = {}) =>
  of(
    '2',
    stripeEvent(
      'checkout.session.completed',
      stripeSession({ currency: 'eur', amount_total: 3100, payment_intent: 'pi_9', ...more }),
      0,
    ),
  );
const back = (id: string, sum: number, second: number) =>
  of(
    '2',
    stripeEvent(
      'refund.created',
      stripeRefund(id, sum * 100, { currency: 'eur', charge: 'ch_9', payment_intent: 'pi_9' }),
      second,
    ),
  );
const lost = (second = 60) =>
  of(
    '2',
    stripeEvent(
      'charge.dispute.closed',
      { id: 'dp_1', status: 'lost', amount: 3100, currency: 'eur', payment_intent: 'pi_9', charge: 'ch_9' },
      second,
    ),
  );
const failed = () =>
  of(
    '2',
    stripeEvent(
      'checkout.session.async_payment_failed',
      stripeSession({ currency: 'eur', amount_total: 3100, payment_intent: 'pi_9', payment_status: 'unpaid' }),
      90,
    ),
  );
const titles = async (mark = '') =>
  (await house.cards()).map(({ title }) => String(title)).filter((one) => one.includes(mark));
const say = async (line: string) => JSON.stringify(await house.say(line));
const orders = () =>
  sql<{ number: string; payment: string; back: string; spent: string | null }>`
    select number, payment, refunded_minor as back, spent_minor as spent from orders order by id`;

beforeEach(
  house.startingWith(async () => {
    await connectShop(house, 'woocommerce');
    await connectShop(house, 'stripe');
  }),
);

describe('an order that a card told as its payment', () => {
  const usual = () => [pending(0, withoutId), session(), shop(1)];

  it.each<[string, () => DomainEvent[]]>([
    ['its shop told it first, without its payment', usual],
    ['its shop told it after', () => [session(), shop(1)]],
  ])('is led to by its button and by that name, and is told as paid once: %s', async (_, events) => {
    await house.happen(...events());
    expect(await orders()).toMatchObject([{ number: NUMBER, payment: 'paid', spent: '3100' }]);
    expect(await titles('🛒')).toHaveLength(1);
    const cards = await house.cards();
    const leads = cards.flatMap(({ buttons = [] }) => buttons.flat().map(({ command }) => command ?? ''));
    const shown = [...new Set(leads.filter((command) => /^\/order o\d+$/.test(command)))];
    expect(shown.length).toBeGreaterThan(0);
    for (const command of [...shown, '/order pi_9', '/order o1']) expect(await say(command)).toContain(NUMBER);
    // control
    expect(await say('/order pi_8')).not.toContain(NUMBER);
  });

  it('tells no refund a second time, and none for what the bank took', async () => {
    await house.happen(pending(0, withoutId), session(), back('re_1', 6, 10), shop(1));
    expect(await titles('↩️')).toHaveLength(1);
    await house.reset();
    await connectShop(house, 'woocommerce');
    await connectShop(house, 'stripe');
    await house.happen(pending(0, withoutId), session(), lost(), shop(1));
    expect(await titles('↩️')).toEqual([]);
    expect(await orders()).toMatchObject([{ back: '3100', spent: null }]);
  });

  it.each<[string, () => DomainEvent[]]>([
    ['the shop told it unpaid', () => [pending(0, withoutId), session(), shop(1)]],
    ['the shop told it unpaid, after', () => [session(), pending(0, withoutId), shop(1)]],
    ['Stripe told it alone', () => [session(), shop(1)]],
  ])('is told with what is in it and what is written, where nothing has told that: %s', async (_, events) => {
    await house.happen(...events());
    const card = (await house.cards()).find(({ title }) => String(title).includes('🔗'));
    expect(JSON.stringify(card)).toMatch(/×.*Please ring twice/);
  });

  it('is not told so again, where it was (control)', async () => {
    await house.happen(shop(0, { ...withoutId, status: 'on-hold', ...NOT_PAID }), session(), shop(1));
    const cards = (await house.cards()).map((card) => JSON.stringify(card));
    expect(cards.filter((card) => card.includes('×'))).toHaveLength(1);
    expect(cards.find((card) => card.includes('🔗'))).not.toContain('×');
  });

  it('keeps what its shop said last, where it names the payment in a version that comes late', async () => {
    await house.happen(shop(9, { ...withoutId, status: 'completed' }), session(), shop(1));
    expect(await sql`select number, fulfillment, paid_by from orders`).toEqual([
      { number: NUMBER, fulfillment: 'fulfilled', paid_by: 'pi_9' },
    ]);
  });
});

it('is shown by a button with all that is written, although its row is gone', async () => {
  await house.happen(pending(0, withoutId), session(), shop(1));
  expect(await say('/message o1')).toContain(NUMBER);
});

describe('a payment that its shop calls otherwise later', () => {
  it('is the one that Stripe tells of, where nobody tells of the other name', async () => {
    const called = { transaction_id: 'ch_other' };
    await house.happen(pending(0), session({ payment_status: 'unpaid' }), pending(1, called));
    const later = stripeSession({ currency: 'eur', amount_total: 3100, payment_intent: 'pi_9' });
    await house.happen(of('2', stripeEvent('checkout.session.async_payment_succeeded', later, 60)));
    expect(await orders()).toMatchObject([{ number: NUMBER, payment: 'paid', spent: '3100' }]);
    await house.happen(back('re_1', 6, 100), shop(2, called), back('re_2', 4, 130));
    expect(await orders()).toMatchObject([{ number: NUMBER, back: '1000', spent: '2100' }]);
  });

  it.each<[string, () => DomainEvent]>([
    ['all was given back', () => back('re_1', 31, 10)],
    ['the bank took it all', () => lost()],
  ])('is another one where it is of another kind, and %s before', async (_, gone) => {
    await house.happen(pending(0), session(), gone(), shop(1, { transaction_id: 'PAYPAL-1' }));
    expect(await orders()).toEqual([{ number: NUMBER, payment: 'paid', back: '0', spent: '3100' }]);
    house.now = new Date('2026-11-22T06:00:00Z');
    expect(await say('/takings month')).toContain('1 order, €31.00');
  });

  it('is the same where Stripe has several names for it, and has given it back (control)', async () => {
    await house.happen(pending(0), session(), back('re_1', 31, 10), shop(5, { transaction_id: 'ch_other' }));
    expect(await orders()).toMatchObject([{ back: '3100', spent: null }]);
  });

  it('stays called as its newest version says, where an older one comes late', async () => {
    const other = { id: 'cs_b', payment_intent: 'pi_b' };
    await house.happen(session(), session(other), shop(9, { transaction_id: 'pi_b' }), shop(1));
    const ofIt = { currency: 'eur', charge: 'ch_b', payment_intent: 'pi_b' };
    await house.happen(of('2', stripeEvent('refund.created', stripeRefund('re_b', 600, ofIt), 200)));
    // both payments came: what went back of one lessens what came beyond the order
    expect(await orders()).toMatchObject([{ number: NUMBER, back: '0', spent: '3100' }]);
    expect(await sql`select paid_by from orders`).toEqual([{ paid_by: 'pi_b' }]);
    house.now = new Date('2026-11-22T06:00:00Z');
    expect(await say('/takings month')).toContain('1 order, €62.00 · €6.00 refunded');
  });
});

describe('money that Stripe has and the shop knows nothing of', () => {
  it.each<[string, () => DomainEvent[]]>([
    ['the shop waits for it', () => [pending(0), session()]],
    ['the shop holds the order', () => [shop(0, { status: 'on-hold', ...NOT_PAID }), session()]],
    ['the shop says so after', () => [session(), pending(1)]],
    ['the shop says that it failed', () => [session(), shop(1, { status: 'failed', ...NOT_PAID })]],
    ['the shop says so again', () => [pending(0), session(), pending(1)]],
  ])('is told, counted and packed for: %s', async (_, events) => {
    await house.happen(...events());
    expect(await titles('🛒')).toHaveLength(1);
    expect(await orders()).toMatchObject([{ number: NUMBER, payment: 'paid', spent: '3100' }]);
    expect(await say('/takings month')).toContain('€31.00');
    expect(await say('/orders unsent')).toContain(NUMBER);
    expect(await say('/orders unpaid')).not.toContain(NUMBER);
    await house.happen(shop(5));
    expect(await titles('🛒')).toHaveLength(1);
    expect(await say('/takings month')).toContain('1 order');
  });

  it('is not counted where Stripe has none (control)', async () => {
    await house.happen(pending(0));
    expect(await orders()).toMatchObject([{ payment: 'pending', spent: null }]);
  });

  it.each<[string, () => DomainEvent[]]>([
    ['before', () => [pending(0), shop(1, { status: 'cancelled', ...NOT_PAID }), session()]],
    ['after', () => [session(), shop(1, { status: 'cancelled', ...NOT_PAID })]],
  ])('is told where the order is cancelled %s it', async (_, events) => {
    await house.happen(...events());
    expect((await titles()).join(' ')).toMatch(/cancelled/);
    expect(await say('/takings month')).toContain('€31.00');
    expect(await say('/orders unsent')).not.toContain(NUMBER);
  });

  it('is told where it fails after all, for an order that was cancelled before: nothing is to be given back', async () => {
    await house.happen(pending(0), shop(1, { status: 'cancelled', ...NOT_PAID }), session(), failed());
    const card = (await house.cards()).at(-1);
    expect(card?.title).toBe(`⚠️ The €31.00 for order ${NUMBER} did not come after all`);
    expect(card?.hint).toContain('nothing to give back');
    expect(await say('/takings month')).toContain('Nothing came in');
  });

  it('is said where it is another sum', async () => {
    await house.happen(session({ amount_total: 5000 }), shop(1));
    expect(JSON.stringify(await house.cards())).toContain('€50.00 came in');
    expect(await say('/takings month')).toContain('€50.00');
  });
});

describe('one payment of several orders', () => {
  const second = () => shop(1, { id: 999, number: '999' });

  const unpaid = () => shop(1, { id: 999, number: '999', status: 'pending', ...NOT_PAID });
  it.each<[string, () => DomainEvent[]]>([
    ['after both', () => [pending(0), unpaid(), session({ amount_total: 6200 })]],
    ['between the two', () => [pending(0), session({ amount_total: 6200 }), unpaid()]],
  ])('that came in is told where their shop knows of none: %s', async (_, events) => {
    await house.happen(...events());
    const cards = (await house.cards()).filter(({ hint }) => String(hint).includes('one payment for'));
    expect(cards).toHaveLength(1);
    expect(cards[0]!.hint).toContain(`Stripe has €62.00, one payment for ${NUMBER}`);
  });

  it('that came in is not told where the shop says that they are paid (control)', async () => {
    await house.happen(shop(0), second(), session({ amount_total: 6200 }));
    expect(JSON.stringify(await house.cards())).not.toContain('one payment for');
  });

  it('that is disputed names all of them', async () => {
    await house.happen(shop(0), second(), lost());
    expect((await house.cards()).at(-1)?.fields).toContainEqual(
      expect.objectContaining({ value: expect.stringMatching(new RegExp(`${NUMBER}.*999`)) }),
    );
  });

  it.each<[string, () => DomainEvent[]]>([
    ['before both', () => [back('re_1', 6, 10), lost(), shop(0), second()]],
    ['between the two', () => [shop(0), back('re_1', 6, 10), lost(), second()]],
    ['after both', () => [shop(0), second(), back('re_1', 6, 10), lost()]],
  ])('counts for none of them what went back, until their shop says it: told %s', async (_, events) => {
    await house.happen(...events());
    expect((await orders()).map(({ back }) => back)).toEqual(['0', '0']);
    expect(JSON.stringify(await house.cards())).toContain('999');
    const refunds = [{ id: 901, total: '-6.00' }];
    await house.happen(shop(2, { id: 999, number: '999', refunds }));
    expect((await orders()).map(({ back }) => back)).toEqual(['0', '600']);
  });
});

it.each<[string, () => DomainEvent]>([
  ['Stripe', session],
  ['the shop', () => shop(0)],
])('waits for whoever else ties an order to its payment: %s', async (_, event) => {
  let told: Promise<unknown> = Promise.resolve();
  const isWaiting = async () => {
    const [row] = await sql<{ is: boolean }>`
      select exists (select from pg_locks where locktype = 'advisory' and not granted) as is`;
    return row!.is;
  };
  await house.db.transaction(async (tx) => {
    await tx`select pg_advisory_xact_lock(hashtextextended('payment:pi_9', 0))`;
    let isDone = false;
    told = house.happen(event()).finally(() => {
      isDone = true;
    });
    let waits = false;
    while (!waits && !isDone) waits = await isWaiting();
    expect(waits).toBe(true);
  });
  await told;
  expect(await orders()).toHaveLength(1);
});
