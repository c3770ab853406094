import { createReceiver, type Receiver } from '../../../../src/inbox/receive.ts';
import { routesOf } from '../../../../src/service/routes.ts';
import type { PullerHouse } from '../../../../src/webhooks/pull/house.ts';
import { puller } from '../../../../src/webhooks/pull/puller.ts';
import type { House } from '../../house.ts';
import { connectShop } from '../any_order.ts';
import type { FakeShop } from './fake_shop.ts';

const OF_SHOP = /^(?:shopify|woocommerce|stripe):/;
/** Where the shops post to. */
export const HOOKS = 'https://crm.example.com/hooks';
export const HOOK_SECRET = 'whsec_of_the_hook';

/** From here on the house reads rows of shops as the service does. */
export function readShops(house: House): void {
  const { routeOf } = house.worker;
  const shops = routesOf();
  house.worker.routeOf = (source) => (OF_SHOP.test(source) ? shops.routeOf(source) : routeOf(source));
}

/** A shop that was connected so many days ago. */
export async function shopConnected(house: House, provider: string, days = 0): Promise<void> {
  await connectShop(house, provider);
  const at = new Date(house.now.getTime() - days * 86_400_000);
  await house.db.autocommit`update connections set created_at = ${at}`;
}

/** What asks the shops, as the service starts it. */
export const pullerOf = (
  house: House,
  shop: Pick<FakeShop, 'key'>,
  more: Partial<PullerHouse> = {},
): (() => Promise<number>) =>
  puller({
    ...{ sql: house.db.sql, act: house.act, allowedHosts: ['127.0.0.1'], clock: () => house.now },
    receiver: receiverOf(house),
    open: (_, context) => (context.endsWith(':key') ? shop.key : HOOK_SECRET),
    publicUrl: 'https://crm.example.com',
    ...more,
  });

/**
 * Asks until there is nothing more to do at this time of the house, or for so many rounds; each time as a process that has just
 * started. Gives how long it would rest.
 */
export async function pull(
  house: House,
  shop: Pick<FakeShop, 'key'>,
  { rounds = 500, ...more }: Partial<PullerHouse> & { rounds?: number } = {},
): Promise<number> {
  return untilRest(pullerOf(house, shop, more), rounds);
}

export async function untilRest(round: () => Promise<number>, rounds = 500): Promise<number> {
  for (let nth = 0; nth < rounds; nth++) {
    const rest = await round();
    if (rest > 0) return rest;
  }
  return 0;
}

export const receiverOf = (house: House): Receiver => createReceiver(house.db, { wake: () => {} });

/** Asks, and handles what came of it. */
export async function pullAndHandle(
  house: House,
  shop: Pick<FakeShop, 'key'>,
  more: Partial<PullerHouse> = {},
): Promise<void> {
  await pull(house, shop, more);
  await house.handleAll();
}

export const later = (house: House, minutes: number): void => {
  house.now = new Date(house.now.getTime() + minutes * 60_000);
};
