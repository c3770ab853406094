import { type JsonObject, readObject } from '../../http/json.ts';
import type { Identified, Provider } from '../provider.ts';
import { digest, hasHmacSha256 } from '../shared/hmac.ts';
import { isDispute } from './ask.ts';
import { isCheckout } from './checkout.ts';
import { isFulfilment } from './fulfilment.ts';
import { isCustomer, isOrder, isOrderDeletion, parseShopify } from './parse.ts';
import { isProduct, isProductDeletion } from './product.ts';
import { isRefund } from './refund.ts';
import { shopifyId } from './shapes.ts';

/**
 * Shopify webhooks. Protocol: shopify.dev/docs/apps/build/webhooks, "Verify deliveries", "Delivery structure", "Ignore
 * duplicates"; the newer Events use the same headers without `X-`.
 *
 * Only the body is signed. So the shape of a body decides what it is, never the topic, and the webhook id only
 * recognizes repeats. Replaying a body under another id achieves nothing, because an order or customer never goes back
 * to an older version; the time of the delivery only orders versions of the same second. For the same reason the event
 * id, which several subscriptions to one change share, needs no key of its own.
 */
export const shopify: Provider = {
  name: 'shopify',
  // of the page of webhooks, or of an app: shopify.dev, "About client secrets"
  secretLooks: /^(?:shpss_)?(?:[\da-f]{32}){1,2}$/i,
  headers: ['topic', 'triggered-at', 'shop-domain'].flatMap((name) => [`x-shopify-${name}`, `shopify-${name}`]),
  // after a rotation Shopify signs with the old secret for up to an hour
  verify: (raw, headers, secrets) => hasHmacSha256(raw, secrets, header(headers, 'hmac-sha256')),
  identify,
  parse: parseShopify,
};

function identify(raw: Uint8Array, headers: Headers): Identified | undefined {
  const body = readObject(raw, JSON.parse);
  if (!body) return undefined;
  const topic = header(headers, 'topic') ?? '';
  return { externalId: header(headers, 'webhook-id') || digest(raw), lane: laneOf(body, topic) };
}

/**
 * JSON.parse rounds the longest ids. For a lane that is good enough, and reading them exactly costs as much as storing
 * the row.
 */
function laneOf(body: JsonObject, topic: string): string {
  const id = shopifyId(body);
  if (isOrder(body) || isOrderDeletion(body, topic)) return `order:${id}`;
  // after the order that it belongs to
  if (isRefund(body) || isFulfilment(body) || (isDispute(body) && body.order_id))
    return `order:${shopifyId({ id: body.order_id })}`;
  if (isProduct(body) || isProductDeletion(body, topic)) return `product:${id}`;
  if (isCheckout(body)) return `checkout:${id}`;
  return isCustomer(body) ? `customer:${id}` : `other:${id}`;
}

function header(headers: Headers, name: string): string | null {
  return headers.get(`x-shopify-${name}`) ?? headers.get(`shopify-${name}`);
}
