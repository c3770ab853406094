import { type Refusal, readTarget } from '../../lib/outbound/target.ts';
import { own } from '../../text/own.ts';
import { shopifyApi } from '../shopify/api.ts';
import { stripeApi } from '../stripe/api.ts';
import { woocommerceApi } from '../woocommerce/api.ts';
import type { ShopApi } from './api.ts';

/** The systems that can be asked what they have. */
const APIS: Readonly<Record<string, ShopApi>> = {
  shopify: shopifyApi,
  woocommerce: woocommerceApi,
  stripe: stripeApi,
};

export const apiOf = (provider: string): ShopApi | undefined => own(APIS, provider);

/** A key as it was typed; or why it is none. */
export type KeyRead = { root: string; account?: string; key: string } | 'unreadable' | Refusal;

/**
 * Reads a shop's address and the words of its key, or of a system that is the same for everybody the key alone. Undefined: that system
 * cannot be asked. An address in `allowed` counts as it is.
 */
export function readShopKey(provider: string, typed: string, allowed: readonly string[]): KeyRead | undefined {
  const api = apiOf(provider);
  if (!api) return undefined;
  const [first = '', ...rest] = typed.trim().split(/\s+/);
  const of = (root: string, key: string) => ({ root, key, ...(api.account && { account: api.account(key) }) });
  const alone = api.key(typed.trim());
  if (api.root && alone) return of(api.root, alone);
  const key = api.key(rest.join(' '));
  if (!key) return 'unreadable';
  const target = readTarget(/^https?:\/\//i.test(first) ? first : `https://${first}`, allowed);
  if (typeof target === 'string') return target;
  const root = target.allowed ? target.url.href.replace(/\/+$/, '') : api.rootOf?.(target.url);
  return root ? of(root, key) : 'unreadable';
}
