import type { Sql, Tx } from '../../../db/sql.ts';
import type { ClickLink } from './link.ts';

/** Programs open links as soon as a mail is there; nobody has read it by then. */
const SOON_SECONDS = 10;
/** Two links of one mail within so many seconds are opened by a program that opens all. */
const SWEEP_SECONDS = 2;

/** Where a link leads; undefined: the campaign has no such link. */
export async function destinationOf(sql: Sql, { campaignId, mark }: ClickLink): Promise<string | undefined> {
  const [row] = await sql<{ url: string }>`
    select url from campaign_links where campaign_id = ${campaignId} and mark = ${mark}`;
  return row?.url;
}

/**
 * Writes down that a link was opened, by a person or by a program, in one statement: of several at once each sees the one before it, and
 * the first of a sweep is taken back.
 */
export async function noteOpened(
  tx: Tx,
  { campaignId, deliveryId, mark }: ClickLink,
  { program, now }: { program: boolean; now: Date },
): Promise<void> {
  const since = new Date(now.getTime() - SWEEP_SECONDS * 1000);
  const sweeps = tx`d.last_mark is not null and d.last_mark <> ${mark} and d.last_opened_at > ${since}`;
  const soon = tx`d.sent_at is null or d.sent_at > ${new Date(now.getTime() - SOON_SECONDS * 1000)}`;
  await tx`
    update campaign_deliveries d set
      clicked_at = case
        when ${sweeps} then case when d.clicked_at > ${since} then null else d.clicked_at end
        when ${program} or ${soon} then d.clicked_at
        else coalesce(d.clicked_at, ${now}) end,
      scanned_at = case when ${program} or ${soon} or ${sweeps} then coalesce(d.scanned_at, ${now}) else d.scanned_at end,
      last_mark = ${mark}, last_opened_at = ${now}
    where d.campaign_id = ${campaignId} and d.id = ${deliveryId}`;
}
