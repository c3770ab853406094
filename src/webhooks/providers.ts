import type { Provider } from './provider.ts';
import { shopify } from './shopify/index.ts';
import { standard } from './standard/index.ts';
import { stripe } from './stripe/index.ts';
import { woocommerce } from './woocommerce/index.ts';
import { youzan } from './youzan/index.ts';

/** Every system whose webhooks we understand. */
export const providers: readonly Provider[] = [shopify, woocommerce, stripe, youzan, standard];
