import type { DomainEvent } from '../../../src/domain/event.ts';
import { youzan } from '../../../src/webhooks/youzan/index.ts';

/** A push as Youzan posts it. `minute`: of 2026-11-20 10 o'clock in China. */
export const youzanBody = (type: string, message: object, more: object = {}): object => ({
  ...{ client_id: 'cid', id: 'E20261120000001', kdt_id: 12345, mode: 1, test: false, type, sendCount: 0 },
  ...{ status: 'TRADE_PAID', version: 1_763_600_000, msg: encodeURIComponent(JSON.stringify(message)), sign: '' },
  ...more,
});

export const youzanEvent = (type: string, message: object, more: object = {}): DomainEvent =>
  youzan.parse({
    ...{ id: '1', source: 'youzan:1', externalId: 'y', lane: 'l', attempts: 1, headers: null },
    receivedAt: new Date('2026-11-20T09:00:00Z'),
    body: Buffer.from(JSON.stringify(youzanBody(type, message, more))),
  });

const at = (minute: number): string => `2026-11-20 10:${String(minute).padStart(2, '0')}:00`;

/** A trade over 256.00, as far as it had come by this minute. */
export const youzanTrade = (status: string, minute: number, more: object = {}): object => ({
  full_order_info: {
    order_info: { tid: 'E20261120000001', status, created: at(0), update_time: at(minute), ...more },
    pay_info: { payment: '256.00', post_fee: '0.00', total_fee: '256.00' },
    buyer_info: { buyer_phone: '13800138000', yz_open_id: 'yz_1', fans_nickname: '小红' },
    address_info: {
      ...{ receiver_name: '王红', receiver_tel: '13800138000', delivery_province: '浙江省', delivery_city: '杭州市' },
      ...{ delivery_district: '西湖区', delivery_address: '龙井路 1 号' },
    },
    remark_info: { buyer_message: '请包装成礼品' },
    orders: [
      {
        oid: '1',
        title: '龙井',
        num: 2,
        price: '128.00',
        payment: '256.00',
        outer_sku_id: 'LJ-100',
        sku_properties_name: '[{"k":"规格","v":"100g"}]',
      },
    ],
  },
});
