import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import type { DomainEvent } from '../../domain/event.ts';
import type { OrderDeleted } from '../../domain/shop_event.ts';
import { type JsonObject, parseExact, readObject, textIn } from '../../http/json.ts';
import type { InboxRow } from '../../inbox/event.ts';
import { connectionIdOf, type Identified, type Provider } from '../provider.ts';
import { digest, isSignedBy } from '../shared/hmac.ts';
import { read } from '../shared/shapes.ts';
import { Customer, customerDeleted, customerUpdated } from './customer.ts';
import { Order, orderUpdated } from './order.ts';
import { Product, productUpdated } from './product.ts';
import { id, topicOf } from './shapes.ts';

/**
 * WooCommerce webhooks, as class-wc-webhook.php sends them. Only the body is signed; so its shape decides what it is,
 * and the topic no more than of what kind a bare id was. A delivery's id is made of the second, so several have the same.
 * Nothing is sent again: what was missed only a look into the shop can find.
 */
export const woocommerce: Provider = {
  name: 'woocommerce',
  headers: ['x-wc-webhook-topic'],
  verify(raw, headers, secrets) {
    // the shop keeps its secret as HTML and signs with what that means
    const keys = secrets.flatMap((secret) => [...new Set([secret, decoded(secret)])]);
    const given = headers.get('x-wc-webhook-signature');
    return given !== null && isSignedBy([raw], keys, [given], 'base64');
  },
  isPing: (raw) => raw.byteLength <= LONGEST_PING && PING.test(Buffer.from(raw).toString('latin1')),
  identify,
  parse,
  // the shop lets its owner choose one, so words and short ones are refused: what can be guessed can be forged
  secretLooks: /^(?=\S+$|.{32})(?=.*[^A-Za-z .,&'-])[ -~]{16,200}$/,
  newSecret: () => randomBytes(24).toString('base64url'),
};

/** What WordPress writes instead of five signs (wp_specialchars_decode). */
const ENTITY =
  /&(?:(lt|#0{0,6}60|#x0{0,6}3c)|(gt|#0{0,6}62|#x0{0,6}3e)|(quot|#0{0,6}34|#x0{0,6}22)|(apos|#0{0,6}39|#x0{0,6}27)|amp|#0{0,6}38|#x0{0,6}26);/gi;

const decoded = (secret: string): string =>
  secret.replace(ENTITY, (_, lt, gt, quot, apos) => (lt ? '<' : gt ? '>' : quot ? '"' : apos ? "'" : '&'));

const PING = /^webhook_id=\d{1,20}$/;
const LONGEST_PING = 40;

function identify(raw: Uint8Array, headers: Headers): Identified | undefined {
  const body = readObject(raw, JSON.parse);
  if (!body) return undefined;
  const delivery = headers.get('x-wc-webhook-delivery-id') ?? '';
  const kind = kindOf(body, headers.get('x-wc-webhook-topic') ?? '') ?? 'other';
  return { externalId: `${delivery}:${digest(raw)}`, lane: `${kind}:${textIn(body.id)}` };
}

type Kind = 'order' | 'customer' | 'product';

/** What a body is about, by its shape; a bare id by its topic. */
function kindOf(body: JsonObject, topic: string): Kind | undefined {
  if (Array.isArray(body.line_items) && 'status' in body && 'currency' in body) return 'order';
  if ('email' in body && 'billing' in body && !('line_items' in body)) return 'customer';
  if ('permalink' in body && 'stock_status' in body) return 'product';
  const [kind] = topic.split('.');
  const isKind = kind === 'order' || kind === 'customer' || kind === 'product';
  return isKind && isBare(body) ? kind : undefined;
}

const isBare = (body: JsonObject): boolean => Object.keys(body).join() === 'id';

/** An order in the bin is deleted; a cart that somebody has begun to pay for is none yet. */
const BINNED = 'trash';
const DRAFTS = ['checkout-draft', 'auto-draft', 'draft'];

function parse(row: InboxRow): DomainEvent {
  const body = readObject(row.body, parseExact);
  if (!body) throw new Error('The body is not a JSON object.');
  const [connectionId, topic] = [connectionIdOf(row), topicOf(row)];
  const kind = kindOf(body, topic);
  if (!kind || DRAFTS.includes(textIn(body.status))) return { kind: 'topic.unused', connectionId, topic };
  if (isBare(body))
    return topic.endsWith('.deleted')
      ? deleted(row, kind, read(z.object({ id }), body, kind).id)
      : { kind: 'topic.unused', connectionId, topic };
  if (kind === 'customer') return customerUpdated(row, read(Customer, body, kind));
  if (kind === 'product') return productUpdated(row, read(Product, body, kind));
  const order = read(Order, body, kind);
  if (order.status !== BINNED) return orderUpdated(row, order);
  const at = order.date_modified_gmt ?? order.date_modified;
  return { ...orderDeleted(row, order.id), ...(at && { at }) };
}

function deleted(row: InboxRow, kind: Kind, externalId: string): DomainEvent {
  if (kind === 'order') return orderDeleted(row, externalId);
  const from = { provider: 'woocommerce', connectionId: connectionIdOf(row) };
  if (kind === 'product') return { kind: 'product.deleted', ...from, productExternalId: externalId };
  return customerDeleted(row, externalId);
}

const orderDeleted = (row: InboxRow, orderExternalId: string): OrderDeleted => ({
  ...{ kind: 'order.deleted', provider: 'woocommerce', connectionId: connectionIdOf(row), orderExternalId },
});
