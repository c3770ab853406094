import type { Sql, Tx } from '../../db/sql.ts';
import type { OrderUpdated, Refund, ReturnedPieces } from '../shop_event.ts';
import { sumRefunds } from './payment/went_back.ts';

type ShopOrder = OrderUpdated['order'];

/** Everything that a version lists. */
export const allRefunds = ({ refunds = [], emptyRefunds = [] }: ShopOrder): Refund[] => [...refunds, ...emptyRefunds];

/** The ids of all refunds that a version lists; null if it does not say. */
export const listedIn = (order: ShopOrder): string[] | null =>
  order.refunds || order.emptyRefunds ? allRefunds(order).map(({ externalId }) => externalId) : null;

/** What we learnt about an order's refunds. */
export interface RefundsNoted {
  /** Not known before, or paid out only now. */
  fresh: Refund[];
  failed: Refund[];
  /** Those that had been paid out and are no longer listed. */
  retracted: Pick<Refund, 'externalId' | 'minor'>[];
  /** By how much the failed and the retracted ones reduce what had been paid out; minor units. */
  less: bigint;
  /** Those that the shop has corrected without undoing them. */
  changed: readonly ChangedRefund[];
}

/** A different sum under the same id; minor units. */
export interface ChangedRefund {
  externalId: string;
  from: string;
  to: string;
}

const NONE: RefundsNoted = { fresh: [], failed: [], retracted: [], less: 0n, changed: [] };

/** Begun or done; failed; done after a failure: a refund never goes back to an earlier stage. */
const stageOf = ({ failedMinor, again }: Refund): number => (again ? 2 : failedMinor === undefined ? 0 : 1);

/**
 * Notes the refunds that a version of an order lists and returns what is new. `listedBefore`: the newest version before
 * it listed some; `newest`: no version is newer.
 */
export async function noteListed(
  tx: Tx,
  orderId: string,
  order: ShopOrder,
  listedBefore: boolean,
  newest: boolean,
): Promise<RefundsNoted> {
  const told = allRefunds(order);
  if (told.length === 0 && !listedBefore) return NONE;
  const known = await refundsOf(tx, orderId);
  const refunds = newest ? told.map((one) => doneAfterAll(one, known.get(one.externalId))) : told;
  const changed: ChangedRefund[] = [];
  for (const refund of refunds) {
    const to = await noteRefund(tx, orderId, refund, { listed: true, newest });
    const from = known.get(refund.externalId);
    if (from && from.stage === 0 && stageOf(refund) === 0 && from.minor !== '0' && to !== from.minor)
      changed.push({ externalId: refund.externalId, from: from.minor, to });
  }
  const turned = await retractUnlisted(tx, orderId);
  await sumRefunds(tx, [orderId]);
  const stood = changed.filter((one) => !turned.some(({ externalId }) => externalId === one.externalId));
  return { ...withTurned(newsIn(refunds, known), turned, known), changed: stood };
}

/**
 * Notes a refund that is reported on its own, with what it gave back from the order's lines; returns what is new. If
 * its money has not left yet, its sum is 0, and it is news again when the money has left, or could not. `taken`: by the
 * bank, after a dispute that was lost.
 */
export async function noteAlone(
  tx: Tx,
  orderId: string,
  refund: Refund,
  returned: readonly ReturnedPieces[],
  taken = false,
): Promise<RefundsNoted> {
  const known = await refundsOf(tx, orderId);
  await noteRefund(tx, orderId, refund, { returned, taken });
  await sumRefunds(tx, [orderId]);
  return newsIn([refund], known);
}

/**
 * What the bank has taken from the owner is counted with what was refunded, and counts no more when it comes back. No version of
 * the order lists it, so none retracts it. The order is locked, as its versions do not come one after the other with it.
 */
export async function noteTakenBack(
  tx: Tx,
  orderId: string,
  dispute: { externalId: string; minor: string; at: Date; isBack: boolean },
): Promise<void> {
  const { minor, at: refundedAt, isBack } = dispute;
  const externalId = takenName(dispute.externalId);
  await tx`select from orders where id = ${orderId} for update`;
  if (isBack && !(await isCounted(tx, orderId, externalId))) return;
  const failed = { minor: '0', failedMinor: minor };
  await noteAlone(tx, orderId, { externalId, refundedAt, ...(isBack ? failed : { minor }) }, [], true);
}

/** Under which id the order keeps what a dispute took. */
export const takenName = (disputeId: string): string => `dispute:${disputeId}`;

/** A shop may let the failed payment itself go through, and then says no more that it had failed; only the newest version is believed. */
function doneAfterAll(refund: Refund, before: KnownRefund | undefined): Refund {
  return before?.stage === 1 && stageOf(refund) === 0 && refund.minor !== '0' ? { ...refund, again: true } : refund;
}

/** Whether a refund of an order is known with its sum: whatever else is said of it is another way to say the same. */
export async function isCounted(sql: Sql, orderId: string, externalId: string): Promise<boolean> {
  const [row] = await sql`
    select from order_refunds where order_id = ${orderId} and external_id = ${externalId} and minor > 0`;
  return row !== undefined;
}

interface KnownRefund {
  id: string;
  minor: string;
  stage: number;
}

type Known = ReadonlyMap<string, KnownRefund>;

async function refundsOf(sql: Sql, orderId: string): Promise<Known> {
  const known = await sql<KnownRefund>`
    select external_id as id, minor, stage from order_refunds where order_id = ${orderId} and not by_payment`;
  return new Map(known.map((one) => [one.id, one]));
}

/**
 * Returns what the refund comes to now. For a refund that is done the newest version has the last word, and nothing
 * else overrides a version.
 */
async function noteRefund(
  tx: Tx,
  orderId: string,
  refund: Refund,
  {
    returned = [],
    listed = false,
    newest = false,
    taken = false,
  }: { returned?: readonly ReturnedPieces[]; listed?: boolean; newest?: boolean; taken?: boolean },
): Promise<string> {
  const { externalId, minor, refundedAt, failedMinor = null } = refund;
  const [row] = await tx<{ minor: string }>`
    insert into order_refunds (order_id, external_id, minor, at, returned, failed_minor, stage, listed, taken)
    values (
      ${orderId}, ${externalId}, ${minor}, ${refundedAt}, ${tx.json(returned)}, ${failedMinor}, ${stageOf(refund)}, ${listed}, ${taken}
    )
    on conflict (order_id, external_id) do update
    set at = least(order_refunds.at, excluded.at), stage = greatest(order_refunds.stage, excluded.stage),
      listed = order_refunds.listed or excluded.listed,
      failed_minor = greatest(order_refunds.failed_minor, excluded.failed_minor),
      minor = case
        when excluded.stage > order_refunds.stage then excluded.minor
        when excluded.stage < order_refunds.stage then order_refunds.minor
        when excluded.stage = 1 then least(order_refunds.minor, excluded.minor)
        when ${newest} and excluded.minor > 0 then excluded.minor
        when order_refunds.listed and order_refunds.minor > 0 then order_refunds.minor
        else greatest(order_refunds.minor, excluded.minor)
      end
    returning minor`;
  return row!.minor;
}

/** A refund that is now retracted, or has come back. */
interface Turned {
  externalId: string;
  minor: string;
  refundedAt: Date;
  retracted: boolean;
}

/**
 * If a version has listed a refund and the newest does not, the shop has retracted it, in whatever order the versions
 * come. Returns those that have changed in this way.
 */
async function retractUnlisted(tx: Tx, orderId: string): Promise<Turned[]> {
  return tx<Turned>`
    update order_refunds r set withdrawn = not r.withdrawn from orders o
    where o.id = r.order_id and r.order_id = ${orderId} and not r.by_payment
      and r.withdrawn <> (r.listed and coalesce(r.external_id <> all(o.listed_refunds), false))
    returning r.external_id as "externalId", r.minor, r.at as "refundedAt", r.withdrawn as retracted`;
}

/** A refund that was retracted before we heard of it is no news. */
function withTurned(news: RefundsNoted, turned: readonly Turned[], known: Known): RefundsNoted {
  const retracted = turned.filter((one) => one.retracted);
  const gone = retracted.filter(({ externalId, minor }) => known.has(externalId) && minor !== '0');
  const isOut = (one: Refund) => turned.some(({ externalId }) => externalId === one.externalId);
  const back = turned.filter((one) => !one.retracted).map((one) => ({ ...one, again: true as const }));
  return {
    fresh: [...news.fresh.filter((one) => !isOut(one)), ...back],
    failed: news.failed.filter((one) => !retracted.some(({ externalId }) => externalId === one.externalId)),
    retracted: gone,
    changed: news.changed,
    less: gone.reduce((sum, { minor }) => sum + BigInt(minor), news.less),
  };
}

function newsIn(refunds: readonly Refund[], known: Known): RefundsNoted {
  const stage = ({ externalId }: Refund) => known.get(externalId)?.stage ?? -1;
  const failed = refunds.filter((one) => stageOf(one) === 1 && stage(one) < 1);
  const less = failed.reduce((sum, { externalId, minor }) => {
    const fell = BigInt(known.get(externalId)?.minor ?? '0') - BigInt(minor);
    return fell > 0n ? sum + fell : sum;
  }, 0n);
  const isFresh = (one: Refund) => {
    const before = known.get(one.externalId);
    return !before || (before.minor === '0' && one.minor !== '0' && stageOf(one) >= before.stage);
  };
  return { fresh: refunds.filter(isFresh), failed, retracted: [], less, changed: [] };
}

/** Refunds that were counted in money which the order is not in after all. */
export async function dropRefunds(tx: Tx, orderId: string, externalIds: readonly string[]): Promise<void> {
  const { count } = await tx`
    delete from order_refunds where order_id = ${orderId} and external_id = any(${[...externalIds]}::text[])`;
  if (count > 0) await sumRefunds(tx, [orderId]);
}
