import { createHash } from 'node:crypto';
import type { Fragment, Sql } from '../../db/sql.ts';
import type { Fulfilment, OrderUpdated, Payment } from '../shop_event.ts';

/**
 * How far an order has got with its payment. Of two versions with the same time, the one that is further along is
 * newer.
 */
const PROGRESS: Record<Payment, number> = {
  other: 0,
  unpaid: 0,
  pending: 0,
  failed: 1,
  declined: 1,
  expired: 1,
  authorized: 2,
  voided: 3,
  partially_paid: 4,
  paid: 5,
  partially_refunded: 6,
  refunded: 7,
};
/** The same for the goods. */
const SENT: Record<Fulfilment, number> = { other: 0, unfulfilled: 0, restocked: 0, partial: 1, fulfilled: 2 };

/** Which version of an order it is. */
export interface OrderVersion {
  at: Date;
  /** When the shop reported it; null if it does not say. */
  triggeredAt: Date | null;
  /** How far the order has got, or how much of what was reported of it is known, as text that sorts in that order. */
  tie: string;
  /** The same for all versions that say the same. */
  body: string;
}

export function versionOf({ order, customer, updatedAt: at, triggeredAt, reports }: OrderUpdated): OrderVersion {
  const body = createHash('sha256').update(JSON.stringify({ order, customer })).digest('base64url');
  return {
    at,
    triggeredAt: triggeredAt ?? null,
    tie: reports === undefined ? tieOf(order) : tieOfReports(reports),
    body,
  };
}

function tieOf({ payment, cancelledAt, fulfillment, refunds = [] }: OrderUpdated['order']): string {
  const refunded = refunds.reduce((sum, { minor }) => sum + BigInt(minor), 0n);
  const sent = fulfillment === null ? 0 : SENT[fulfillment];
  return `${PROGRESS[payment]}${cancelledAt ? 1 : 0}${sent}${String(refunded).padStart(20, '0')}`;
}

/** A late report may say that less was reached; it is behind every tie that goes by how far an order has got. */
const tieOfReports = (count: number): string => `9${String(count).padStart(22, '0')}`;

/** Distinguishes a version from the order's others. */
export const versionKey = ({ at, triggeredAt, body }: OrderVersion): string =>
  [at.getTime(), triggeredAt?.getTime() ?? '', body].join(':');

/** The columns of `orders` that say to which version a value belongs. */
type Of = 'version' | 'buyer';

/**
 * Whether the version in the row `told` is newer than the one in `orders`: by its time, then by when the shop reported it, then by its
 * tie. `even`: the result for two that are equal in all of that.
 */
export function isNewer(sql: Sql, of: Of, told: string, even: Fragment): Fragment {
  const [at, triggered, tie] = ['at', 'triggered_at', 'tie'].map((end) => sql(`${told}.${of}_${end}`));
  const [storedAt, storedTriggered, storedTie] = ['at', 'triggered_at', 'tie'].map((end) => sql(`orders.${of}_${end}`));
  return sql`(${storedAt!} < ${at!} or ${storedAt!} = ${at!} and case
    when ${storedTriggered!} < ${triggered!} then true
    when ${storedTriggered!} > ${triggered!} then false
    else ${storedTie!} < ${tie!} or ${storedTie!} = ${tie!} and ${even}
  end)`;
}
