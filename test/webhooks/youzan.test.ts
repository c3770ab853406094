import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OrderReported } from '../../src/domain/shop_event.ts';
import { FieldError } from '../../src/webhooks/shared/shapes.ts';
import { youzan } from '../../src/webhooks/youzan/index.ts';
import { youzanBody, youzanEvent, youzanTrade } from '../support/shops/youzan_event.ts';

/** Computed apart from this code. */
const KNOWN = { client_id: 'cid', msg: '%7B%22a%22%3A1%7D', sign: 'c56d4b3fb2319ca76d2abda983138899' };
const SECRET = 'csec';
const verify = (body: object | string, secrets = [SECRET], headers: Record<string, string> = {}) =>
  youzan.verify(
    Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
    new Headers(headers),
    secrets,
    new Date(0),
  );
const md5 = (text: string) => createHash('md5').update(text).digest('hex');

describe('a sign of Youzan', () => {
  it('fits the known answer, under this secret or the one before, in either case', () => {
    expect(verify(KNOWN)).toBe(true);
    expect(verify(KNOWN, ['new', SECRET])).toBe(true);
    expect(verify({ ...KNOWN, sign: KNOWN.sign.toUpperCase() })).toBe(true);
  });

  it('may stand in a header, over the whole body', () => {
    const body = JSON.stringify({ ...KNOWN, sign: undefined, note: '你好' });
    const headers = { 'Event-Sign': md5(`cid${body}${SECRET}`), 'Client-Id': 'cid' };
    expect(verify(body, [SECRET], headers)).toBe(true);
    expect(verify(`${body} `, [SECRET], headers)).toBe(false);
  });

  it.each([
    ['no sign', { sign: undefined }],
    ['an empty sign', { sign: '' }],
    ['a changed byte', { msg: '%7B%22a%22%3A2%7D' }],
    ['a message decoded before', { msg: '{"a":1}' }],
    ['another client', { client_id: 'cid2' }],
    ['another length', { sign: KNOWN.sign.slice(1) }],
    ['a list for a sign', { sign: [KNOWN.sign] }],
    [
      'an object that nothing signs, and a client that holds the message',
      { client_id: `cid${KNOWN.msg}`, msg: { tid: 'E1' } },
    ],
    ['a client that holds the message', { client_id: `cid${KNOWN.msg}`, msg: '' }],
    ['a character outside ASCII', { sign: `é${KNOWN.sign.slice(1)}` }],
  ])('does not pass with %s', (_, change) => {
    expect(verify({ ...KNOWN, ...change })).toBe(false);
  });

  it('is never accepted from an empty secret, from none, or from what is no JSON', () => {
    expect(verify({ ...KNOWN, sign: md5('cid%7B%22a%22%3A1%7D') }, [''])).toBe(false);
    expect(verify(KNOWN, [])).toBe(false);
    expect(verify('client_id=cid')).toBe(false);
    expect(verify(KNOWN, [SECRET], { 'event-sign': `${KNOWN.sign}, ${KNOWN.sign}` })).toBe(false);
  });
});

describe('a push of Youzan', () => {
  const identify = (body: object) => youzan.identify(Buffer.from(JSON.stringify(body)), new Headers());

  it('is known by its type, number, status, version and message, in line behind its trade', () => {
    const body = youzanBody('trade_TradePaid', {});
    expect(identify(body)).toEqual({
      externalId: expect.stringMatching(/^trade_TradePaid:E20261120000001:TRADE_PAID:1763600000:sha256:[0-9a-f]{64}$/),
      lane: 'order:E20261120000001',
    });
    expect(identify({ ...body, sendCount: 3 })).toEqual(identify(body));
    expect(identify({ ...body, version: 1 })?.externalId).not.toBe(identify(body)?.externalId);
  });

  it('is no other one’s, whatever is written around a message that was signed for something else', () => {
    const around = { type: 'trade_TradeClose', id: 'E777', status: 'TRADE_CLOSED', version: 1763605800 };
    const real = { ...youzanBody('trade_TradeClose', {}), ...around, msg: encodeURIComponent('{"tid":"E777"}') };
    const forged = { ...youzanBody('trade_TradePaid', {}), ...around };
    expect(identify(forged)?.lane).toBe(identify(real)?.lane);
    expect(identify(forged)?.externalId).not.toBe(identify(real)?.externalId);
  });

  it('is told what it wants to hear', () => {
    expect(youzan.answer).toEqual({ code: 0, msg: 'success' });
  });

  it('is a report about its trade, by the clock of China', () => {
    expect(youzanEvent('trade_TradePaid', youzanTrade('TRADE_PAID', 5))).toEqual({
      kind: 'order.reported',
      provider: 'youzan',
      connectionId: '1',
      names: ['E20261120000001'],
      says: {
        ...{
          number: 'E20261120000001',
          payment: 'paid',
          paidAsUsual: true,
          placedAt: new Date('2026-11-20T02:00:00Z'),
        },
        ...{ currency: 'CNY', totalMinor: '25600', words: [{ of: '', text: '请包装成礼品' }] },
        lines: [{ externalId: '1', sku: 'LJ-100', title: '龙井', variant: '100g', quantity: 2, priceMinor: '12800' }],
        delivery: { recipient: '王红', address: '浙江省 杭州市 西湖区 龙井路 1 号', phone: '13800138000', method: '' },
        customer: {
          ...{ externalId: 'yz_1', name: '小红', email: null, phone: '13800138000', phoneFrom: 'order' },
          ...{
            country: 'CN',
            city: '杭州市',
            language: 'zh-CN',
            record: { name: null, city: null, updatedAt: new Date(0) },
          },
        },
      },
      at: new Date('2026-11-20T02:05:00Z'),
      rank: 3,
    });
  });

  it.each([
    ['trade_TradeCreate', { tid: 'E1' }, { payment: 'pending' }],
    ['trade_TradeSellerShip', { tid: 'E1' }, { payment: 'paid', fulfillment: 'fulfilled' }],
    ['trade_TradePartlySellerShip', { tid: 'E1' }, { payment: 'paid', fulfillment: 'partial' }],
    [
      'trade_TradeClose',
      { tid: 'E1', update_time: '2026-11-20 10:09:00' },
      { cancelledAt: new Date('2026-11-20T02:09:00Z') },
    ],
    ['trade_TradeSuccess', youzanTrade('TRADE_SUCCESS', 9, { refund_state: 12 }), { payment: 'refunded' }],
    ['trade_TradeX', youzanTrade('TRADE_ODD', 9), { payment: 'other', strangePayment: 'TRADE_ODD' }],
  ])('%s says how it stands: %#', (type, message, says) => {
    expect(youzanEvent(type, message, { status: '' })).toMatchObject({ kind: 'order.reported', says });
  });

  it('is a refund that was asked for, or one that was paid', () => {
    const message = { tid: 'E1', refund_id: 'R1', refunded_fee: '12.50', update_time: '2026-11-20 11:00:00' };
    expect(youzanEvent('trade_refund_BuyerCreated', message)).toMatchObject({
      ...{ kind: 'shop.asked', ask: 'refund_wanted', externalId: 'R1', orderExternalId: 'E1' },
    });
    expect(youzanEvent('trade_refund_RefundSuccess', message)).toMatchObject({
      ...{ kind: 'order.reported', names: ['E1'] },
      says: { refunds: [{ externalId: 'R1', minor: '1250', refundedAt: new Date('2026-11-20T03:00:00Z') }] },
    });
    expect(youzanEvent('trade_refund_SellerAgree', message).kind).toBe('topic.unused');
  });

  it('is about the trade that its message names, not what stands unsigned beside it', () => {
    const beside = { id: 'YZ9', status: '', version: 1_795_800_000 };
    for (const [type, message] of [
      ['trade_TradeClose', {}],
      ['trade_refund_RefundSuccess', { refunded_fee: '1', update_time: '2026-11-20 11:00:00' }],
      ['trade_refund_BuyerCreated', {}],
    ] as const)
      expect(() => youzanEvent(type, message, beside)).toThrow('tid');
    expect(youzanEvent('trade_TradeClose', { tid: 'E1' }, beside)).toMatchObject({
      names: ['E1'],
      says: { number: 'E1' },
    });
  });

  it('was made no later than it came, whatever version stands beside its message', () => {
    const at = (version: number) => (youzanEvent('trade_TradeClose', { tid: 'E1' }, { version }) as OrderReported).at;
    expect(at(1_795_800_000)).toEqual(new Date('2026-11-20T09:00:00Z'));
    expect(at(1_763_600_000)).toEqual(new Date(1_763_600_000_000));
  });

  it('has no time where it says one that is none', () => {
    const said = { tid: 'E1', update_time: '0000-01-01 00:00:00', created: '2026-13-45 00:00:00' };
    expect(youzanEvent('trade_TradePaid', said)).toMatchObject({ at: new Date(1_763_600_000_000) });
  });

  it('that only tries the address out is counted, and nothing else', () => {
    expect(youzanEvent('trade_TradePaid', youzanTrade('TRADE_PAID', 5), { test: true })).toMatchObject({
      ...{ kind: 'topic.unused', topic: 'trade_TradePaid (test)' },
    });
  });

  it('reads a message with blanks as a form writes them, and one that is not encoded', () => {
    const msg = encodeURIComponent(JSON.stringify(youzanTrade('TRADE_PAID', 5))).replaceAll('%20', '+');
    expect(youzanEvent('trade_TradePaid', {}, { msg })).toMatchObject({ says: { payment: 'paid' } });
    expect(youzanEvent('trade_TradePaid', {}, { msg: JSON.stringify({ tid: 'E1' }) })).toMatchObject({ names: ['E1'] });
    expect(() => youzanEvent('trade_TradePaid', {}, { msg: '%E0%A4%A' })).toThrow('msg');
  });

  it('is an event or says what is wrong, whatever is in it', () => {
    const types = fc.constantFrom(
      'trade_TradePaid',
      'trade_TradeClose',
      'trade_refund_RefundSuccess',
      'item_ItemUpdate',
    );
    void fc.assert(
      fc.property(types, fc.jsonValue(), fc.jsonValue(), (type, message, full) => {
        try {
          const all = {
            ...(message as object),
            full_order_info: { order_info: full, buyer_info: full, orders: [full] },
          };
          expect(youzanEvent(type, all).kind).toMatch(/^[a-z]+\.[a-z]+$/);
        } catch (error) {
          expect(error).toBeInstanceOf(FieldError);
        }
      }),
    );
  });
});
