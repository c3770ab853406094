import type { Sql } from '../../db/sql.ts';
import { enqueue } from '../../outbox/enqueue.ts';
import type { FailReason, OutletFound, Place } from '../../outbox/message.ts';
import type { Context } from '../context.ts';

/**
 * - asked: the platform has not answered yet whether we may post there. on: it said that we may. refused: it said that we may not.
 * - off: the owner wants no posts there.
 */
type OutletState = 'asked' | 'on' | 'refused' | 'off';

/** Where posts go by themselves. */
export interface Outlet {
  id: string;
  channel: string;
  /** As the platform calls it; until it has answered, as it was typed. */
  address: string;
  name: string;
  /** Its public name, without @; '' where it has none. */
  handle: string;
  state: OutletState;
  reason: FailReason | null;
  /** Where the owner is told what the platform answers. */
  place: Pick<Place, 'channel' | 'address'>;
}

const columns = (sql: Sql) => sql`
  id, channel, address, name, handle, state, reason,
  jsonb_build_object('channel', told_channel, 'address', told_address) as place`;

/** What people read for it. */
export const outletName = ({ name, handle, address }: Pick<Outlet, 'name' | 'handle' | 'address'>): string =>
  name || (handle && `@${handle}`) || address;

export const listOutlets = (sql: Sql): Promise<Outlet[]> =>
  sql<Outlet>`select ${columns(sql)} from outlets where state <> 'off' order by id`;

export const outletsOn = (sql: Sql): Promise<Outlet[]> =>
  sql<Outlet>`select ${columns(sql)} from outlets where state = 'on' order by id`;

export async function loadOutlet(sql: Sql, id: string): Promise<Outlet | undefined> {
  const [row] = await sql<Outlet>`select ${columns(sql)} from outlets where id = ${id}`;
  return row;
}

/** Asks the platform whether we may post there: nothing goes there before it has said so. */
export async function askOutlet(
  ctx: Context,
  { channel, address, name = '' }: { channel: string; address: string; name?: string | undefined },
  place: Pick<Place, 'channel' | 'address'>,
): Promise<Outlet> {
  const { tx, now, random } = ctx;
  const [outlet] = await tx<Outlet>`
    insert into outlets (channel, address, name, state, told_channel, told_address, created_at)
    values (${channel}, ${address}, ${name}, 'asked', ${place.channel}, ${place.address}, ${now})
    on conflict (channel, address) do update set state = 'asked', reason = null,
      told_channel = excluded.told_channel, told_address = excluded.told_address
    returning ${columns(tx)}`;
  await enqueue(tx, random, {
    ...{ channel, address, audience: 'public', idempotencyKey: `outlet:${outlet!.id}:${random()}` },
    payload: { kind: 'outlet', outletId: outlet!.id },
  });
  return outlet!;
}

/** The platform has answered. Of a place that was asked for under two names one row stays. */
export async function settleOutlet(
  { tx }: Pick<Context, 'tx'>,
  id: string,
  answer: { found: OutletFound } | { reason: FailReason },
): Promise<Outlet | undefined> {
  const asked = await loadOutlet(tx, id);
  if (asked?.state !== 'asked') return undefined;
  if ('reason' in answer) {
    const [row] = await tx<Outlet>`
      update outlets set state = 'refused', reason = ${answer.reason} where id = ${id} returning ${columns(tx)}`;
    return row;
  }
  const { address, name, handle } = answer.found;
  const [known] = await tx<{ id: string }>`
    select id from outlets where channel = ${asked.channel} and address = ${address} and id <> ${id}`;
  if (known) await tx`delete from outlets where id = ${id}`;
  const [row] = await tx<Outlet>`
    update outlets set address = ${address}, name = ${name || asked.name}, handle = ${handle}, state = 'on', reason = null,
      told_channel = ${asked.place.channel}, told_address = ${asked.place.address}
    where id = ${known?.id ?? id} returning ${columns(tx)}`;
  return row;
}

/** No further post goes there: what has not begun to leave stays here. Gives of how many posts. */
export async function dropOutlet(tx: Sql, id: string): Promise<number> {
  await tx`update outlets set state = 'off' where id = ${id}`;
  const held = await tx`
    update outbox set state = 'cancelled'
    where state = 'queued' and id in (select outbox_id from post_messages where outlet_id = ${id}) returning id`;
  return held.length;
}
