import type { Fragment, Sql } from '../../../db/sql.ts';
import type { Context } from '../../context.ts';
import { type Campaign, campaignsAtWork, changeCampaign } from '../campaign.ts';
import { lockClaims } from '../claim.ts';
import { listSequences, type Sequence, turnOff } from '../sequences/sequence.ts';

/** What a copy of the data would go on sending by itself. */
export interface AtWork {
  campaigns: Campaign[];
  sequences: Sequence[];
  /** People who have a delivery that has not left; those whose message waits in a chat channel's outbox not counted. */
  people: number;
}

/**
 * Where the first one may have gone on since: what is planned may have left from there. Not those whose owner has ended them, nor those who wait for
 * a choice of the owner: they go on waiting for it.
 */
const waits = (sql: Sql): Fragment => sql`(
  d.state = 'queued' and d.run_at < 'infinity' and exists (select from campaigns c where c.id = d.campaign_id and c.state in ('running', 'paused'))
)`;

export async function campaignsInCopy(sql: Sql): Promise<AtWork> {
  const [row] = await sql<{
    people: number;
  }>`select count(*)::int as people from campaign_deliveries d where ${waits(sql)}`;
  return {
    campaigns: (await campaignsAtWork(sql)).filter(({ sequenceId }) => sequenceId === null),
    sequences: (await listSequences(sql)).filter(({ isOn }) => isOn),
    people: row!.people,
  };
}

/**
 * None of them goes on before its owner says so. Who had not got it when the copy was made may have got it from the first one since: that
 * is in doubt, and a doubt is never sent again by itself. To be asked before what waits in the outbox is cancelled.
 */
export async function haltInCopy(ctx: Pick<Context, 'tx' | 'now'>): Promise<AtWork> {
  const { tx, now } = ctx;
  await lockClaims(tx);
  const found = await campaignsInCopy(tx);
  for (const one of await campaignsAtWork(tx)) await changeCampaign(ctx, one, { state: 'paused', reason: 'restored' });
  for (const { id } of found.sequences) await turnOff(tx, id, 'restored');
  await tx`
    update campaign_deliveries d set state = 'unknown', reason = 'restored', run_at = ${now}, sent_at = coalesce(d.sent_at, ${now}), locked_until = null
    where ${waits(tx)} or d.state = 'sending' and exists (select from outbox o where o.id = d.outbox_id and o.state = 'queued')`;
  return found;
}
