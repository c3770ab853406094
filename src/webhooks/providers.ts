import type { Provider } from './provider.ts';
import { shopify } from './shopify/index.ts';

/** Every system whose webhooks we understand. */
export const providers: readonly Provider[] = [shopify];
