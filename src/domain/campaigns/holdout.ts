import type { Fragment, Sql } from '../../db/sql.ts';

/** Fewer people than that to compare with say nothing: then nobody is held out. Of 10 percent that is an audience of about 500. */
export const FEWEST_HELD_OUT = 50;

const BUCKETS = 10_000;

/**
 * Whether a contact is among the `percent` who get nothing of a campaign: by a hash of both, seeded with the campaign, so that it is the
 * same whoever asks and whenever, whoever else is in the audience, and independent of other campaigns. Seeds are below 0, because
 * above it the campaign's own number orders the parts in which it is sent.
 */
export function isHeldOut(sql: Sql, campaignId: string, percent: number): Fragment {
  if (percent === 0) return sql`false`;
  return sql`(hashint8extended(c.id, -${campaignId}::bigint - 1) & 9223372036854775807) % ${BUCKETS} < ${(percent * BUCKETS) / 100}`;
}
