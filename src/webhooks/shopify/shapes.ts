import * as z from 'zod';
import { type JsonObject, textIn } from '../../http/json.ts';
import type { InboxRow } from '../../inbox/event.ts';
import { currency, decimal, FieldError, time } from '../shared/shapes.ts';

const GID = /^gid:\/\/shopify\/\w+\/(\d{1,30})$/;

/** The number in `gid://shopify/Order/5600000000001`, else `id`; '' if there is neither. Ids have up to 18 digits. */
export function shopifyId({ admin_graphql_api_id: gid, id }: JsonObject): string {
  const own = textIn(id);
  const text = (typeof gid === 'string' && GID.exec(gid)?.[1]) || own;
  return /^\d{1,30}$/.test(text) ? text : '';
}

/** The same sum in the shop's currency and in the buyer's. */
const money = z.object({ amount: decimal, currency_code: currency });
export const moneySet = z
  .object({ shop_money: money, presentment_money: money.nullish().catch(null) })
  .nullish()
  .catch(null);

/** Whether a body is nothing but an id. It is one of a kind if its global id says so, or else its topic. */
export function isBareId(body: JsonObject, ofKind: RegExp, topicSaysSo: boolean): boolean {
  const { admin_graphql_api_id: gid } = body;
  const bare =
    shopifyId(body) !== '' && Object.keys(body).every((key) => key === 'id' || key === 'admin_graphql_api_id');
  return bare && (gid === undefined ? topicSaysSo : ofKind.test(textIn(gid)));
}

/** The id; throws if there is none. */
export function idOf(body: JsonObject, what: string): string {
  const id = shopifyId(body);
  if (id === '') throw new FieldError(what, ['id']);
  return id;
}

export function topicOf({ headers }: InboxRow): string {
  const topic = headers?.['x-shopify-topic'] ?? headers?.['shopify-topic'] ?? '';
  return /^[a-z_]{1,40}\/[a-z_]{1,40}$/.test(topic) ? topic : 'unknown topic';
}

/** When the shop reported it, if the delivery says so. */
export function triggeredAtOf({ headers }: InboxRow): { triggeredAt?: Date } {
  const { data } = time.safeParse(headers?.['x-shopify-triggered-at'] ?? headers?.['shopify-triggered-at']);
  return data ? { triggeredAt: data } : {};
}

/** Where the shop's pages are, if the delivery says so. */
export function shopDomainOf({ headers }: InboxRow): string | undefined {
  const domain = headers?.['x-shopify-shop-domain'] ?? headers?.['shopify-shop-domain'] ?? '';
  return /^[a-z\d][a-z\d-]{0,62}\.myshopify\.com$/.test(domain) ? domain : undefined;
}
