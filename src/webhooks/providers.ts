import type { Provider } from './provider.ts';
import { shopify } from './shopify/index.ts';
import { stripe } from './stripe/index.ts';
import { woocommerce } from './woocommerce/index.ts';

/** Every system whose webhooks we understand. */
export const providers: readonly Provider[] = [shopify, woocommerce, stripe];
