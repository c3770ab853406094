import type { HookSecret } from '../domain/context.ts';
import type { Provider } from './provider.ts';
import { shopify } from './shopify/index.ts';
import { standard } from './standard/index.ts';
import { stripe } from './stripe/index.ts';
import { woocommerce } from './woocommerce/index.ts';
import { youzan } from './youzan/index.ts';

/** Every system whose webhooks we understand. */
export const providers: readonly Provider[] = [shopify, woocommerce, stripe, youzan, standard];

/** How the secret of a system comes about. */
export function hookSecret(name: string): HookSecret {
  const provider = providers.find((one) => one.name === name);
  return { make: provider?.newSecret, shownAfterwards: provider?.secretAfterAddress, looks: provider?.secretLooks };
}
