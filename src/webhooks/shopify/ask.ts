import * as z from 'zod';
import type { Dispute, ShopAsk, ShopAsked } from '../../domain/shop_ask_event.ts';
import { type JsonObject, textIn } from '../../http/json.ts';
import type { InboxRow } from '../../inbox/event.ts';
import { toMinor } from '../../text/money/money.ts';
import { cleanName } from '../../text/normalise.ts';
import { connectionIdOf } from '../provider.ts';
import { currency, decimal, line, time } from '../shared/shapes.ts';
import { shopifyId, topicOf, triggeredAtOf } from './shapes.ts';

const DISPUTES = ['chargeback', 'inquiry'];
const STATES = ['needs_response', 'under_review', 'won', 'lost', 'accepted', 'charge_refunded'] as const;
const UNDER_WAY = ['in_progress', 'requested'];
const CUSTOMER_GID = /^gid:\/\/shopify\/Customer\//;

/**
 * What the shop wants a person to look at; undefined if it is nothing of the kind. Only a deletion may be too bare to
 * recognize by its shape.
 */
export function askOf(row: InboxRow, body: JsonObject): ShopAsked | undefined {
  const ask = kindOf(row, body);
  if (!ask) return undefined;
  const customer = customerIn(ask, body);
  return {
    kind: 'shop.asked',
    provider: 'shopify',
    connectionId: connectionIdOf(row),
    ask,
    externalId: ofShop(ask)
      ? row.externalId
      : shopifyId(body) || mergeId(ask, body) || customer.externalId || row.externalId,
    customer,
    orderExternalId: shopifyId({ id: body.order_id }) || null,
    ...(ask === 'disputed' && { dispute: disputeOf(row, body) }),
  };
}

function kindOf(row: InboxRow, body: JsonObject): ShopAsk | undefined {
  if (Array.isArray(body.orders_to_redact)) return 'erase';
  if (Array.isArray(body.orders_requested)) return 'data';
  if (Object.keys(body).every((key) => key === 'shop_id' || key === 'shop_domain') && 'shop_id' in body)
    return 'erase_shop';
  if ('myshopify_domain' in body && topicOf(row) === 'app/uninstalled') return 'uninstalled';
  if ('admin_graphql_api_customer_kept_id' in body) return mergeOf(body);
  if (isDispute(body)) return 'disputed';
  const bare = shopifyId(body) !== '' && !('line_items' in body);
  const ofCustomer = CUSTOMER_GID.test(textIn(body.admin_graphql_api_id)) || topicOf(row) === 'customers/delete';
  return bare && ofCustomer ? 'deleted' : undefined;
}

/** What is asked of the whole shop may be asked again after it was connected anew. */
const ofShop = (ask: ShopAsk): boolean => ask === 'uninstalled' || ask === 'erase_shop';

export const isDispute = (body: JsonObject): boolean =>
  'evidence_due_by' in body || (DISPUTES.includes(textIn(body.type)) && 'order_id' in body);

/** A merge that is still under way is told once it has a result. */
function mergeOf({ status }: JsonObject): ShopAsk | undefined {
  const word = (textIn(status) || 'completed').toLowerCase();
  if (word === 'failed') return 'merge_failed';
  return UNDER_WAY.includes(word) ? undefined : 'merged';
}

/** The two customers: one customer may be merged with several. */
function mergeId(ask: ShopAsk, body: JsonObject): string {
  if (ask !== 'merged' && ask !== 'merge_failed') return '';
  const { admin_graphql_api_customer_kept_id: kept, admin_graphql_api_customer_deleted_id: gone } = body;
  return [kept, gone].map((gid) => shopifyId({ admin_graphql_api_id: gid })).join('+');
}

const Sum = z.object({ amount: decimal, currency });

function disputeOf(row: InboxRow, body: JsonObject): Dispute {
  const { status, type, evidence_due_by: due, finalized_on: ended } = body;
  const { data: sum } = Sum.safeParse(body);
  const word = line.safeParse(status).data || null;
  const dueAt = time.safeParse(due).data ?? null;
  const state = STATES.find((one) => one === word?.toLowerCase()) ?? (word ? 'other' : 'needs_response');
  return {
    ...{ state, word, inquiry: type === 'inquiry', dueAt },
    sum: sum ? { minor: toMinor(sum.amount, sum.currency), currency: sum.currency } : null,
    // a dispute has no time of change: one of its words that comes late is as old as the delivery says
    at: triggeredAtOf(row).triggeredAt ?? time.safeParse(ended).data ?? row.receivedAt,
  };
}

function customerIn(ask: ShopAsk, body: JsonObject): ShopAsked['customer'] {
  if (ask === 'merged' || ask === 'merge_failed') {
    return {
      externalId: shopifyId({ admin_graphql_api_id: body.admin_graphql_api_customer_kept_id }) || null,
      email: null,
      name: null,
    };
  }
  if (ask === 'deleted') return { externalId: shopifyId(body) || null, email: null, name: null };
  const { id, email, name } = isObject(body.customer) ? body.customer : ({} as JsonObject);
  return { externalId: shopifyId({ id }) || null, email: textOf(email), name: textOf(name) };
}

function textOf(value: unknown): string | null {
  return (typeof value === 'string' && cleanName(value)) || null;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
