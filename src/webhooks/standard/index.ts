import { randomBytes } from 'node:crypto';
import type { DomainEvent } from '../../domain/event.ts';
import { type JsonObject, parseExact, readObject, textIn } from '../../http/json.ts';
import type { InboxRow } from '../../inbox/event.ts';
import { connectionIdOf, type Identified, type Provider } from '../provider.ts';
import { isOfNow, isSignedBy } from '../shared/hmac.ts';
import { FieldError } from '../shared/shapes.ts';
import { customerIdIn, customerUpdated } from './customer.ts';
import { Fields, inSnake } from './fields.ts';
import { BESIDE, orderIdIn, orderReported, verbOf } from './order.ts';
import { productIdIn, productUpdated } from './product.ts';
import { shipmentUpdated } from './shipment.ts';

/**
 * Any system that speaks Standard Webhooks (github.com/standard-webhooks): an ERP, an own shop, a script. What it writes
 * is in docs/channels.md. Each event of an order is a report: one that says no more than that it was shipped takes nothing
 * back of what others have said.
 */
export const standard: Provider = {
  name: 'standard',
  headers: [],
  verify(raw, headers, secrets, now) {
    const [id, second, given] = ['id', 'timestamp', 'signature'].map((name) => headerOf(headers, name));
    const signatures = signaturesIn(given ?? '');
    const keys = secrets.map(keyOf);
    return (
      !!id && isOfNow(second ?? undefined, now) && isSignedBy([`${id}.${second}.`, raw], keys, signatures, 'base64')
    );
  },
  identify,
  parse,
  secretLooks: /^whsec_[A-Za-z\d+/]{32,88}={0,2}$/,
  newSecret: () => `whsec_${randomBytes(32).toString('base64')}`,
};

/** Its first library used the name of its house. */
const headerOf = (headers: Headers, name: string): string | null =>
  headers.get(`webhook-${name}`) ?? headers.get(`svix-${name}`);

/** `v1,<base64>`, several with a blank between them while a secret changes; v1a is another scheme. */
function signaturesIn(header: string): string[] {
  const all = header.split(' ').map((one) => /^(v\w+),([^,\s]+)$/.exec(one));
  return all.every((one) => one !== null) ? all.flatMap((one) => (one[1] === 'v1' ? [one[2]!] : [])) : [];
}

const keyOf = (secret: string): Buffer => Buffer.from(secret.replace(/^whsec_/, ''), 'base64');

function identify(raw: Uint8Array, headers: Headers): Identified | undefined {
  const body = readObject(raw, JSON.parse);
  const externalId = headerOf(headers, 'id');
  if (!body || !externalId) return undefined;
  const { kind } = typeOf(body);
  const data = dataOf(body);
  return { externalId, lane: `${kind === 'shipment' ? 'order' : kind}:${(data && idIn(kind, data)) ?? ''}` };
}

type Kind = 'order' | 'customer' | 'product' | 'shipment' | 'other';

const KINDS: Record<string, Kind> = {
  ...{ order: 'order', orders: 'order', customer: 'customer', customers: 'customer', contact: 'customer' },
  ...{ product: 'product', products: 'product', shipment: 'shipment', shipments: 'shipment', parcel: 'shipment' },
};

/** `order.paid`, in several spellings. */
function typeOf(body: JsonObject): { kind: Kind; verb: string; type: string } {
  const type = textIn(body.type ?? body.event ?? body.event_type).toLowerCase();
  const [first = '', ...rest] = type.split(/[./:]/);
  return { kind: Object.hasOwn(KINDS, first) ? KINDS[first]! : 'other', verb: rest.join('_'), type };
}

function idIn(kind: Kind, data: Fields): string | null {
  if (kind === 'order') return orderIdIn(data);
  if (kind === 'shipment') return data.line('order_id', 'order_number', 'order');
  return kind === 'customer' ? customerIdIn(data) : productIdIn(data);
}

/** What the event is about: in `data`, or in an object of that name in it, beside which an order's refunds may stand. */
function dataOf(body: JsonObject): Fields | undefined {
  const { kind } = typeOf(body);
  const data = inSnake(body.data ?? body.payload);
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return undefined;
  const { object, [kind]: wrapped } = data as Record<string, unknown>;
  const inner = [wrapped, object].find((one) => typeof one === 'object' && one !== null && !Array.isArray(one));
  if (!inner) return new Fields(data as JsonObject, kind);
  const beside = kind === 'order' ? Object.entries(data).filter(([name]) => BESIDE.includes(name)) : [];
  return new Fields({ ...Object.fromEntries(beside), ...inner } as JsonObject, kind);
}

function parse(row: InboxRow): DomainEvent {
  const body = readObject(row.body, parseExact);
  if (!body) throw new Error('The body is not a JSON object.');
  const { kind, verb, type } = typeOf(body);
  const connectionId = connectionIdOf(row);
  if (kind === 'other')
    return { kind: 'topic.unused', connectionId, topic: /^[\w.]{1,80}$/.test(type) ? type : 'unknown topic' };
  const data = dataOf(body);
  if (!data) throw new FieldError(kind, ['data']);
  const sentAt = new Fields(body, kind).moment('timestamp');
  const at = data.moment('updated_at', 'modified_at') ?? sentAt ?? row.receivedAt;
  // it may say when it was changed last, which is before it was deleted
  if (/^deleted?$/.test(verb)) return deleted(kind, data, { connectionId, at: sentAt && sentAt > at ? sentAt : at });
  if (kind === 'order') return orderReported(data, { connectionId, verb: verbOf(verb), at });
  if (kind === 'customer') return customerUpdated(data, connectionId, at);
  return kind === 'product' ? productUpdated(data, connectionId, at) : shipmentUpdated(data, connectionId, at);
}

function deleted(
  kind: Exclude<Kind, 'other'>,
  data: Fields,
  { connectionId, at }: { connectionId: string; at: Date },
): DomainEvent {
  const from = { provider: 'standard', connectionId };
  const externalId = idIn(kind, data);
  if (externalId === null) throw data.wrong(kind === 'customer' ? 'external_id' : `${kind}_id`);
  if (kind === 'order') return { kind: 'order.deleted', ...from, orderExternalId: externalId, at };
  if (kind === 'product') return { kind: 'product.deleted', ...from, productExternalId: externalId };
  if (kind === 'shipment') return { kind: 'topic.unused', connectionId, topic: 'shipment.deleted' };
  const customer = { externalId, email: null, name: null };
  return { kind: 'shop.asked', ...from, ask: 'deleted', externalId, customer, orderExternalId: null };
}
