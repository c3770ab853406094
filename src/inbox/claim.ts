import type { Database } from '../db/open.ts';
import { PIECE_BYTES, restOfBody } from './body.ts';
import type { InboxRow } from './event.ts';

/** The rows of a worker that died become free after this. */
const LEASE_SECONDS = 60;
/** How many due rows of each priority are looked at in one claim. */
export const LOOKED_AT = 8;
/** What stands in the lanes whose rows may be handled together: each is an order of a shop. */
const ORDERS = ':order:';
/** When it was nobody's turn among them, the next look is larger, up to this. */
const MOST_LOOKED_AT = 1024;
/** Seconds until a row is looked at again that is behind one that is being handled, and behind one that waits. */
const PARKED_BEHIND_HANDLED_S = 1;
const PARKED_S = 60;

export interface ClaimOptions {
  /** Only rows of this lane. */
  lane?: string;
  instance?: number | undefined;
  /** Up to so many rows of orders come besides, to be handled together: also several of one lane, from its first on. Default: 0. */
  orders?: number;
}

/**
 * Whether a row was claimed as one of several orders: at its first try only. What ended the process among them is then found by
 * handling each alone, and the others keep their tries.
 */
export const isOfOrders = ({ lane, attempts }: Pick<InboxRow, 'lane' | 'attempts'>): boolean =>
  attempts === 1 && lane.includes(ORDERS);

/**
 * Takes up to `limit` rows that are due, users' own first, and the oldest of each lane only: what one customer or order did is handled
 * in order.
 * The try is counted and committed before the work, so a row that kills the process runs out of tries all the same.
 */
export async function claim(db: Database, limit: number, by: ClaimOptions = {}): Promise<InboxRow[]> {
  for (let atOnce = Math.max(LOOKED_AT, by.orders ?? 0); ; atOnce = Math.min(MOST_LOOKED_AT, 4 * atOnce)) {
    const looked = await look(db, limit, by, atOnce);
    const rows = looked.filter(({ taken }) => taken);
    if (rows.length > 0 || looked.length === 0) {
      return Promise.all(
        rows.map(async ({ taken, start, bytes, ...row }) => ({
          ...row,
          body: await restOfBody(db.sql, row.id, { start, bytes }),
        })),
      );
    }
  }
}

type Looked = Omit<InboxRow, 'body'> & { taken: boolean; start: Buffer; bytes: number };

/**
 * Looks at the first few rows that are due. Those whose turn it is are taken; those behind another of their lane are parked, so that
 * they are not looked at again and again; what they wait for brings them back when it is done. Only a row whose predecessor is being
 * handled at this moment could miss that, so it is parked for a second at most.
 */
function look(
  db: Database,
  limit: number,
  { lane, instance, orders = 0 }: ClaimOptions,
  atOnce: number,
): Promise<Looked[]> {
  const { autocommit: sql } = db;
  const due = sql`
    select ctid as place, id, lane, priority, attempts as tried, greatest(run_at, parked_until) as at from inbox
    where (locked_until is null or locked_until < now())`;
  const candidates = lane
    ? sql`${due} and holds and lane = ${lane} and run_at <= now() order by id + 0 limit 1 for update skip locked`
    : sql`
        select first.* from generate_series(0, 1) as level cross join lateral (
          ${due} and open and priority = level and greatest(run_at, parked_until) <= now()
          order by greatest(run_at, parked_until), id limit ${atOnce}::int for update skip locked
        ) first`;
  return sql<Looked>`
    with due as materialized (${candidates}), placed as (
      select due.*, before.id as before, before.locked_until > now() as handled_now, 
        ${orders} > 0 and due.tried = 0 and lane like ${`%${ORDERS}%`} as of_order,
        lag(due.id) over lane_so_far as previous, max(due.tried) over lane_so_far as tries
      from due left join lateral (
        select id, locked_until from inbox b
        where b.lane = due.lane and b.holds and b.id + 0 < due.id order by b.id + 0 desc limit 1
      ) before on true
      window lane_so_far as (partition by due.lane order by due.id)
    ), judged as (
      -- of an order, what stands behind nothing else than rows of this look goes along with them
      select *, before is not null and not (of_order and tries = 0 and bool_and(before is not distinct from previous)
        over (partition by lane order by id)) as blocked
      from placed
    ), turn as (
      select *, not blocked and case when of_order then row_number() over (partition by blocked, of_order order by id) <= ${orders}
        else row_number() over (partition by blocked, of_order order by priority, at, id) <= ${limit} end as taken
      from judged
    )
    update inbox set
      attempts = attempts + taken::int,
      locked_until = case when taken then now() + ${LEASE_SECONDS}::int * interval '1 s' end,
      claimed_by = case when taken then ${instance ?? null}::int end,
      parked_until = case when blocked then
        now() + case when handled_now then ${PARKED_BEHIND_HANDLED_S}::int else ${PARKED_S}::int end * interval '1 s'
      end
    from turn where inbox.ctid = turn.place and (taken or blocked)
    returning
      inbox.id, source, external_id as "externalId", inbox.lane, headers, attempts, inbox.priority = 0 as own,
      received_at as "receivedAt", taken,
      case when taken then substring(body for ${PIECE_BYTES}) end as start, octet_length(body) as bytes`;
}
