import type { Tx } from '../../../db/sql.ts';
import type { BounceReason } from '../../talk/mail/bounce.ts';
import { markBounced } from '../../talk/mail/objection.ts';

/** What may be over by the next campaign: a full mailbox, a server that is away. */
const SOFT: readonly string[] = ['mailbox_full', 'unreachable'] satisfies BounceReason[];
/**
 * So many in a row, over so many days, are no passing trouble: "3 bounces over at least 2 weeks has been a common guideline", where M3AAWG suggests two
 * over two weeks (suped.com, "recommended soft bounce suppression logic", 2025); ESPs take 3 to 7.
 */
const IN_A_ROW = 3;
const DAYS = 14;

export const isSoft = (reason: string | undefined): boolean => reason !== undefined && SOFT.includes(reason);

/**
 * A mail of a campaign has come back from an address that is there. Where nothing has arrived for long, nothing unasked goes there any more, until a
 * user says that the address is right or its owner writes from it; counted are those since that was said last. Of one by one, they are read newest first.
 */
export async function noteSoftBounce(
  tx: Tx,
  { contactId, channel, address }: { contactId: string; channel: string; address: string },
  now: Date,
): Promise<void> {
  const rows = await tx<{ reason: string | null; failed: boolean; at: Date }>`
    select d.reason, d.state = 'failed' as failed, coalesce(d.bounced_at, d.sent_at, d.run_at) as at
    from campaign_deliveries d
    where d.contact_id = ${contactId} and d.channel = ${channel} and d.address = ${address} and d.state in ('sent', 'failed')
      and coalesce(d.bounced_at, d.sent_at, d.run_at) > coalesce((
        select max(s.lifted_at) from suppression_keys k
        join suppressions s on s.hash = suppression_hash(k.inner_pad, k.outer_pad, ${channel}, ${address}) and s.reason = 'bounced'
      ), '-infinity')
    order by at desc, d.id desc limit 20`;
  const end = rows.findIndex(({ failed, reason }) => !failed || !isSoft(reason ?? undefined));
  const row = end < 0 ? rows : rows.slice(0, end);
  const [last, first] = [row[0], row.at(-1)];
  if (!last || !first || row.length < IN_A_ROW) return;
  if (last.at.getTime() - first.at.getTime() < DAYS * 24 * 3_600_000) return;
  await markBounced(tx, { channel, address }, last.reason!, now);
}
