import type { ShopAsk, ShopAsked } from '../domain/shop_event.ts';
import type { InboxRow } from '../inbox/event.ts';
import { cleanName } from '../text/normalise.ts';
import type { JsonObject } from './json.ts';
import { connectionIdOf } from './provider.ts';
import { shopifyId, topicOf } from './shopify_shapes.ts';

const CUSTOMER_GID = /^gid:\/\/shopify\/Customer\//;

/** What the shop wants a person to look at; undefined: nothing of the kind. Only a deletion may be too bare to tell by its shape. */
export function askOf(row: InboxRow, body: JsonObject): ShopAsked | undefined {
  const ask = kindOf(row, body);
  if (!ask) return undefined;
  const customer = customerIn(ask, body);
  return {
    kind: 'shop.asked',
    provider: 'shopify',
    connectionId: connectionIdOf(row),
    ask,
    externalId: shopifyId(body) || customer.externalId || row.externalId,
    customer,
    orderExternalId: shopifyId({ id: body.order_id }) || null,
  };
}

function kindOf(row: InboxRow, body: JsonObject): ShopAsk | undefined {
  if (Array.isArray(body.orders_to_redact)) return 'erase';
  if (Array.isArray(body.orders_requested)) return 'data';
  if ('admin_graphql_api_customer_kept_id' in body) return 'merged';
  if ('evidence_due_by' in body) return 'disputed';
  const bare = shopifyId(body) !== '' && !('line_items' in body);
  const ofCustomer = CUSTOMER_GID.test(String(body.admin_graphql_api_id)) || topicOf(row) === 'customers/delete';
  return bare && ofCustomer ? 'deleted' : undefined;
}

function customerIn(ask: ShopAsk, body: JsonObject): ShopAsked['customer'] {
  if (ask === 'merged') {
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
