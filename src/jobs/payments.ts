import { type Act, oneByOne } from '../domain/act.ts';
import type { Context } from '../domain/context.ts';
import { type OrderRange, ordersToSettle, settlePayment } from '../domain/sell/payment/settle.ts';

/** So many orders are looked at in one turn, by their ids. */
const RANGE = 2_000;
const SOURCE = 'orders:payments';

/**
 * Orders that were kept before what whoever took their money says was noted with them get it, from the newest there was at the first turn
 * on backwards; later ones get it when they come. Nobody is told: it happened long ago. Each has an act of its own: one that fails is
 * reported, and holds up neither the others nor the next range.
 */
export async function settleKeptPayments(act: Act, onError: (error: unknown) => void): Promise<void> {
  const range = await act(nextRange);
  if (!range) return;
  const orders = await act(({ tx }) => ordersToSettle(tx, range));
  await oneByOne(orders, (id) => act(({ tx }) => settlePayment(tx, id)), { settle: async () => undefined, onError });
  await act(({ tx }) => tx`update cursors set position = ${tx.json({ id: range.after })} where source = ${SOURCE}`);
}

/** Undefined: all of them have been looked at. */
async function nextRange({ tx }: Context): Promise<OrderRange | undefined> {
  await tx`
    insert into cursors (source, position) select ${SOURCE}, jsonb_build_object('id', coalesce(max(id), 0)::text) from orders
    on conflict do nothing`;
  const [cursor] = await tx<{ id: string }>`select position ->> 'id' as id from cursors where source = ${SOURCE}`;
  const last = BigInt(cursor!.id);
  if (last === 0n) return undefined;
  return { after: String(last > RANGE ? last - BigInt(RANGE) : 0n), last: cursor!.id };
}
