import * as z from 'zod';
import type { DomainEvent } from '../../domain/event.ts';
import type { JsonObject } from '../../http/json.ts';
import { toMinor } from '../../text/money/money.ts';
import { FieldError, read } from '../shared/shapes.ts';
import { CNY, moment, type Push, versionAt, word, yuan } from './shapes.ts';

const Refund = z.object({
  ...{ tid: word, refund_id: word, refunded_fee: yuan, refund_fee: yuan, refund_reason: word },
  ...{ update_time: moment, created: moment },
});

/** A refund that was asked for is for a person to decide; one that was paid is of its order. The steps between are neither. */
export function refundOf(push: Push, message: JsonObject): DomainEvent | undefined {
  const { tid, refund_id: id, ...refund } = read(Refund, message, 'refund');
  const [externalId, order] = [id || tid, tid];
  if (!externalId || !order) throw new FieldError('refund', ['tid']);
  const [provider, connectionId] = ['youzan', push.connectionId];
  if (/Buyer(?:Created|Apply|Applied)|RefundCreated?$/i.test(push.type)) {
    const customer = { externalId: null, email: null, name: null };
    return {
      kind: 'shop.asked',
      provider,
      connectionId,
      ask: 'refund_wanted',
      externalId,
      customer,
      orderExternalId: order,
    };
  }
  if (!/Success|Refunded$/i.test(push.type) && !/success/i.test(push.status)) return undefined;
  const at = refund.update_time ?? versionAt(push) ?? refund.created;
  const fee = refund.refunded_fee ?? refund.refund_fee;
  if (!at || !fee) throw new FieldError('refund', [at ? 'refunded_fee' : 'update_time']);
  const refunds = [{ externalId, minor: toMinor(fee, CNY), refundedAt: at }];
  return { kind: 'order.reported', provider, connectionId, names: [order], says: { refunds }, at };
}
