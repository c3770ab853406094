import * as fc from 'fast-check';
import Stripe from 'stripe';
import { describe, expect, it } from 'vitest';
import { FieldError } from '../../src/webhooks/shared/shapes.ts';
import { stripe } from '../../src/webhooks/stripe/index.ts';
import { stripeBody, stripeEvent, stripeInvoice, stripeRefund, stripeSession } from '../support/shops/stripe_event.ts';

const SECRET = 'whsec_test_stripe_1';
/** Computed apart from this code. */
const KNOWN = {
  body: '{"id":"evt_test_1","object":"event","type":"checkout.session.completed"}',
  header: 't=1700000000,v1=183f805a13af80cd9101f9e8ea3a2ae0c6332c0aa35f90bac2e87a68a674b3c7',
};
const SIGNED_AT = 1_700_000_000;
const verify = (
  body: string,
  header: string | undefined,
  { secrets = [SECRET], late = 0 }: { secrets?: string[]; late?: number } = {},
) => {
  const headers = new Headers(header === undefined ? {} : { 'Stripe-Signature': header });
  return stripe.verify(Buffer.from(body), headers, secrets, new Date((SIGNED_AT + late) * 1000));
};

describe('a Stripe signature', () => {
  it('fits the known answer, with others beside it, and under the secret before', () => {
    expect(verify(KNOWN.body, KNOWN.header)).toBe(true);
    const [t, v1] = KNOWN.header.split(',');
    expect(verify(KNOWN.body, `${t},v1=${'0'.repeat(64)},${v1},v0=abc`)).toBe(true);
    expect(verify(KNOWN.body, KNOWN.header, { secrets: ['whsec_new', SECRET] })).toBe(true);
  });

  it('holds for five minutes, both ways', () => {
    expect([-301, -300, 0, 300, 301].map((late) => verify(KNOWN.body, KNOWN.header, { late }))).toEqual([
      ...[false, true, true, true, false],
    ]);
  });

  const [t, v1] = KNOWN.header.split(',') as [string, string];
  it.each([
    ['a missing header', KNOWN.body, undefined],
    ['an empty header', KNOWN.body, ''],
    ['a changed byte', KNOWN.body.replace('evt_test_1', 'evt_test_2'), KNOWN.header],
    ['a body written anew', JSON.stringify(JSON.parse(KNOWN.body), null, 1), KNOWN.header],
    ['a repeated header', KNOWN.body, `${KNOWN.header}, ${KNOWN.header}`],
    ['another length', KNOWN.body, KNOWN.header.slice(0, -2)],
    ['capitals', KNOWN.body, `${t},${v1.toUpperCase().replace('V1', 'v1')}`],
    ['only an old scheme', KNOWN.body, KNOWN.header.replace('v1=', 'v0=')],
    ['no time', KNOWN.body, v1],
    ['a time that is no number', KNOWN.body, `t=now,${v1}`],
    ['a time written otherwise', KNOWN.body, `t=1.7e9,${v1}`],
    ['a character outside ASCII', KNOWN.body, KNOWN.header.replace('183f', '18é')],
  ])('does not pass with %s', (_, body, header) => {
    expect(verify(body, header)).toBe(false);
  });

  it('is never accepted from an empty secret, or from none', () => {
    const header = Stripe.webhooks.generateTestHeaderString({ payload: KNOWN.body, secret: ' ', timestamp: SIGNED_AT });
    expect(verify(KNOWN.body, header, { secrets: [''] })).toBe(false);
    expect(verify(KNOWN.body, KNOWN.header, { secrets: [] })).toBe(false);
  });

  it('is what Stripe’s own library makes and takes', () => {
    void fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.base64String({ minLength: 1 }), (note, key) => {
        const payload = JSON.stringify({ id: 'evt_1', object: 'event', note: `你好 ${note}` });
        const secret = `whsec_${key}`;
        const header = Stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp: SIGNED_AT });
        expect(verify(payload, header, { secrets: [secret] })).toBe(true);
        expect(verify(`${payload} `, header, { secrets: [secret] })).toBe(false);
      }),
      { numRuns: 50 },
    );
  });
});

describe('a Stripe event', () => {
  const identify = (body: object) => stripe.identify(Buffer.from(JSON.stringify(body)), new Headers());

  it('is known by its own id, in line with others about its payment', () => {
    const body = stripeBody('checkout.session.completed', stripeSession());
    expect(identify(body)).toEqual({ externalId: (body as { id: string }).id, lane: 'order:pi_1' });
    expect(identify(stripeBody('refund.created', stripeRefund('re_1', 100)))?.lane).toBe('order:pi_1');
    expect(identify(stripeBody('customer.updated', { id: 'cus_9' }))?.lane).toBe('customer:cus_9');
  });

  it('without its object is refused in words', () => {
    const thin = Buffer.from(JSON.stringify({ id: 'evt_1', object: 'v2.core.event', type: 'v1.x' }));
    expect(stripe.refuses?.(thin)).toContain('thin');
    expect(stripe.refuses?.(Buffer.from(KNOWN.body))).toBeUndefined();
  });

  it.each(['', '{', 'null', '[]', '{"id":"evt_1"}', '{"object":"event"}'])('is malformed as %j', (body) => {
    expect(stripe.identify(Buffer.from(body), new Headers())).toBeUndefined();
  });
});

describe('what a Stripe event means', () => {
  it('is a report about an order under all its names', () => {
    expect(stripeEvent('checkout.session.completed', stripeSession(), 5)).toMatchObject({
      kind: 'order.reported',
      names: ['pi_1', 'cs_live_1'],
      says: { currency: 'USD', totalMinor: '5000', payment: 'paid', test: false, customer: { externalId: 'cus_9' } },
      at: new Date('2026-11-21T02:00:05Z'),
    });
  });

  it.each([
    ['usd', 5000, 'USD', '5000'],
    ['jpy', 5000, 'JPY', '5000'],
    ['kwd', 5000, 'KWD', '5000'],
    ['ugx', 500_000, 'UGX', '5000'],
    ['isk', 500_000, 'ISK', '5000'],
    ['mga', 5000, 'MGA', '500000'],
    ['iqd', 5000, 'IQD', '50000'],
  ])('has its sum in the smallest unit of ISO 4217: %s %s', (currency, amount_total, code, minor) => {
    expect(stripeEvent('checkout.session.completed', stripeSession({ currency, amount_total }))).toMatchObject({
      says: { currency: code, totalMinor: minor },
    });
  });

  it.each([
    ['checkout.session.completed', stripeSession({ payment_status: 'unpaid' }), 'pending'],
    ['checkout.session.completed', stripeSession({ payment_status: 'no_payment_required', amount_total: 0 }), 'paid'],
    ['checkout.session.async_payment_succeeded', stripeSession(), 'paid'],
    ['checkout.session.async_payment_failed', stripeSession({ payment_status: 'unpaid' }), 'failed'],
    ['invoice.paid', stripeInvoice(), 'paid'],
    ['invoice.payment_failed', stripeInvoice(), 'failed'],
    ['invoice.voided', stripeInvoice(), 'voided'],
  ])('%s says how the payment stands: %#', (type, object, payment) => {
    expect(stripeEvent(type, object)).toMatchObject({ kind: 'order.reported', says: { payment } });
  });

  it('of the test mode is a test order, and nobody’s', () => {
    expect(stripeEvent('invoice.paid', stripeInvoice(), 0, { livemode: false })).toMatchObject({
      says: { test: true },
    });
    expect(stripeEvent('customer.created', { id: 'cus_1' }, 0, { livemode: false }).kind).toBe('topic.unused');
    expect(stripeEvent('charge.dispute.created', { id: 'dp_1' }, 0, { livemode: false }).kind).toBe('topic.unused');
  });

  it('is a checkout that nobody went through, with the way back to it', () => {
    const after_expiration = { recovery: { url: 'https://buy.stripe.com/r/1' } };
    expect(stripeEvent('checkout.session.expired', stripeSession({ after_expiration }))).toMatchObject({
      kind: 'checkout.updated',
      checkout: { externalId: 'cs_live_1', totalMinor: '5000', url: 'https://buy.stripe.com/r/1' },
      customer: { email: 'bo@example.com' },
    });
  });

  it('is a subscription, in old and new versions of the API', () => {
    const item = { quantity: 2, price: { unit_amount: 900, currency: 'eur', nickname: 'Tea club' } };
    const subscription = { id: 'sub_1', customer: 'cus_9', status: 'past_due', items: { data: [item] } };
    const expected = {
      kind: 'subscription.updated',
      subscription: { state: 'past_due', title: 'Tea club', price: { minor: '1800', currency: 'EUR' } },
    };
    expect(stripeEvent('customer.subscription.updated', subscription)).toMatchObject(expected);
    const ending = { ...subscription, status: 'active', cancel_at_period_end: true, current_period_end: 1_800_000_000 };
    expect(stripeEvent('customer.subscription.updated', ending)).toMatchObject({
      subscription: { state: 'active', endsAt: new Date(1_800_000_000_000) },
    });
    const items = { data: [{ ...item, current_period_end: 1_800_000_000 }] };
    expect(
      stripeEvent('customer.subscription.updated', { ...ending, current_period_end: undefined, items }),
    ).toMatchObject({
      subscription: { endsAt: new Date(1_800_000_000_000) },
    });
    expect(stripeEvent('customer.subscription.deleted', { ...subscription, status: 'canceled' })).toMatchObject({
      subscription: { state: 'ended' },
    });
  });

  it.each([
    ['needs_response', { state: 'needs_response', inquiry: false }],
    ['warning_needs_response', { state: 'needs_response', inquiry: true }],
    ['warning_closed', { state: 'won', inquiry: true }],
    ['lost', { state: 'lost', inquiry: false }],
    ['prevented', { state: 'other', word: 'prevented' }],
  ])('is a dispute for a person to answer: %s', (status, dispute) => {
    const object = { id: 'dp_1', status, payment_intent: 'pi_1', evidence_details: { due_by: 1_800_000_000 } };
    expect(stripeEvent('charge.dispute.updated', object)).toMatchObject({
      ...{ kind: 'shop.asked', ask: 'disputed', externalId: 'dp_1', orderExternalId: 'pi_1' },
      dispute: { ...dispute, dueAt: new Date(1_800_000_000_000) },
    });
  });

  it('is counted when nothing follows from it: a trial, a kept card, what is not read', () => {
    const none = { kind: 'topic.unused' };
    expect(stripeEvent('invoice.paid', stripeInvoice({ total: 0 }))).toMatchObject(none);
    expect(stripeEvent('checkout.session.completed', stripeSession({ mode: 'setup' }))).toMatchObject(none);
    expect(stripeEvent('payment_intent.created', { id: 'pi_1' })).toMatchObject({ topic: 'payment_intent.created' });
  });

  it.each([
    ['id', stripeSession({ id: 7 })],
    ['amount_total', stripeSession({ amount_total: 'secret' })],
    ['currency', stripeSession({ currency: 'secret' })],
  ])('waits for a person when the %s cannot be read, and does not tell the log what it was', (field, object) => {
    const act = () => stripeEvent('checkout.session.completed', object);
    expect(act).toThrow(field);
    expect(act).not.toThrow('secret');
  });

  it('is an event or an Error, whatever is in it', () => {
    const keys = [
      'id',
      'payment_intent',
      'currency',
      'amount_total',
      'customer_details',
      'lines',
      'status',
      '__proto__',
    ];
    const types = fc.constantFrom(
      'checkout.session.completed',
      'invoice.paid',
      'refund.created',
      'customer.updated',
      'customer.subscription.updated',
      'charge.refunded',
      'charge.dispute.closed',
      'toString',
    );
    void fc.assert(
      fc.property(types, fc.dictionary(fc.constantFrom(...keys), fc.jsonValue()), (type, change) => {
        const object = { ...stripeSession(), ...stripeInvoice(), ...change };
        try {
          expect(stripeEvent(type, object).kind).toMatch(/^[a-z]+\.[a-z]+$/);
        } catch (error) {
          expect([Error, FieldError]).toContain((error as Error).constructor);
        }
      }),
    );
  });
});
