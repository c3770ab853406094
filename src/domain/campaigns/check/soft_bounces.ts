import type { Tx } from '../../../db/sql.ts';
import type { BounceReason } from '../../talk/mail/bounce.ts';
import { markBounced } from '../../talk/mail/objection.ts';

/** What their own server says of that mailbox, and may be over by the next campaign. A server that is away may be our own relay's trouble: it speaks against nobody. */
const SOFT: readonly string[] = ['mailbox_full'] satisfies BounceReason[];
/**
 * So many in a row, over so many days, are no passing trouble: "3 bounces over at least 2 weeks has been a common guideline", where M3AAWG suggests two
 * over two weeks (suped.com, "recommended soft bounce suppression logic", 2025); ESPs take 3 to 7.
 */
const IN_A_ROW = 3;
const DAYS = 14;
/** Where at least so many of one campaign, and most of it, came back alike, the fault is on our side or on the way, whatever the server calls it. */
const ALIKE = 3;

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
  const rows = await tx<Came>`
    select d.id, d.reason, d.state = 'failed' as failed, coalesce(d.bounced_at, d.sent_at, d.run_at) as at
    from campaign_deliveries d
    where d.contact_id = ${contactId} and d.channel = ${channel} and d.address = ${address} and d.state in ('sent', 'failed')
      and coalesce(d.bounced_at, d.sent_at, d.run_at) > coalesce((
        select max(s.lifted_at) from suppression_keys k
        join suppressions s on s.hash = suppression_hash(k.inner_pad, k.outer_pad, ${channel}, ${address}) and s.reason = 'bounced'
      ), '-infinity')
    order by at desc, d.id desc limit 20`;
  const soft = softInARow(rows);
  if (!isLong(soft)) return;
  const ours = await ofOurs(tx, soft);
  const theirs = softInARow(rows.filter(({ id }) => !ours.has(id)));
  if (!isLong(theirs)) return;
  await markBounced(tx, { channel, address }, theirs[0]!.reason!, now);
}

/** What became of one mail. */
interface Came {
  id: string;
  reason: string | null;
  failed: boolean;
  at: Date;
}

/** Those since something else came last. */
function softInARow(rows: readonly Came[]): readonly Came[] {
  const end = rows.findIndex(({ failed, reason }) => !failed || !isSoft(reason ?? undefined));
  return end < 0 ? rows : rows.slice(0, end);
}

const isLong = (row: readonly Came[]): boolean =>
  row.length >= IN_A_ROW && row[0]!.at.getTime() - row.at(-1)!.at.getTime() >= DAYS * 24 * 3_600_000;

/** Those of them that came back as most of their campaign did: they say nothing of a mailbox. */
async function ofOurs(tx: Tx, row: readonly Came[]): Promise<ReadonlySet<string>> {
  const found = await tx<{ id: string }>`
    select d.id from campaign_deliveries d cross join lateral (
      select count(*) as went, count(*) filter (where o.state = 'failed' and o.reason = d.reason) as alike
      from campaign_deliveries o where o.campaign_id = d.campaign_id and o.state in ('sent', 'failed')
    ) run
    where d.id = any((select ${row.map(({ id }) => id)}::bigint[])::bigint[]) and alike >= ${ALIKE} and alike * 2 > went`;
  return new Set(found.map(({ id }) => id));
}
