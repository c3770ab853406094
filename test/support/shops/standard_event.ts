import type { DomainEvent } from '../../../src/domain/event.ts';
import { standard } from '../../../src/webhooks/standard/index.ts';

/** What an own system's event of the first connection means, as read by the edge. `minute`: of 2026-11-20 02 o'clock. */
export const standardEvent = (type: string, data: unknown, minute = 0): DomainEvent => {
  const timestamp = `2026-11-20T02:${String(minute).padStart(2, '0')}:00Z`;
  return standardBody({ type, timestamp, data });
};

export const standardBody = (body: object): DomainEvent =>
  standard.parse({
    ...{ id: '1', source: 'standard:1', externalId: 'msg_1', lane: 'l', attempts: 1, headers: null },
    receivedAt: new Date('2026-11-20T09:00:00Z'),
    body: Buffer.from(JSON.stringify(body)),
  });

/** An order as the documentation shows it. */
export const standardOrder = (more: object = {}): object => ({
  ...{ order_id: 'SO-88', currency: 'CNY', total: '199.00' },
  customer: { external_id: 'C-7', name: '李雷', email: 'x@example.cn', phone: '+8613800000000' },
  items: [{ sku: 'A1', title: '龙井', qty: 1, price: '199.00' }],
  ...more,
});
