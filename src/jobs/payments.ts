import type { Context } from '../domain/context.ts';
import { settlePayments } from '../domain/sell/payment/settle.ts';

/** So many orders are looked at in one turn, by their ids. */
const RANGE = 2_000;
const SOURCE = 'orders:payments';

/**
 * Orders that were kept before what whoever took their money says was noted with them get it, from the newest there was at the first turn
 * on backwards; later ones get it when they come. Nobody is told: it happened long ago. Returns how many it was noted with.
 */
export async function settleKeptPayments({ tx }: Context): Promise<number> {
  await tx`
    insert into cursors (source, position) select ${SOURCE}, jsonb_build_object('id', coalesce(max(id), 0)::text) from orders
    on conflict do nothing`;
  const [cursor] = await tx<{ id: string }>`
    select position ->> 'id' as id from cursors where source = ${SOURCE} for update`;
  const last = BigInt(cursor!.id);
  if (last === 0n) return 0;
  const after = last > RANGE ? last - BigInt(RANGE) : 0n;
  const settled = await settlePayments(tx, { after: String(after), last: cursor!.id });
  await tx`update cursors set position = ${tx.json({ id: String(after) })} where source = ${SOURCE}`;
  return settled;
}
