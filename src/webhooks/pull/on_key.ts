import type { Act } from '../../domain/act.ts';
import type { Context } from '../../domain/context.ts';
import { lockShopKey, type ShopKey } from '../../domain/sell/shop_key.ts';

/** What follows from an answer, if the key is still the one that was asked with; else false. It is locked. */
export async function onKey(
  act: Act,
  asked: ShopKey,
  work: (ctx: Context, now: ShopKey) => Promise<unknown>,
): Promise<boolean> {
  return act(async (ctx) => {
    const now = await lockShopKey(ctx.tx, asked.connectionId);
    if (!now || now.toldKey !== asked.toldKey || now.state !== asked.state) return false;
    await work(ctx, now);
    return true;
  });
}
