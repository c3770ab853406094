import type { Sql, Tx } from '../../../db/sql.ts';
import { isLetterAlone } from '../../../text/sms/opt_out.ts';
import type { Context } from '../../context.ts';
import type { MessageReceived } from '../../event.ts';

/** Somebody has left a channel by a word, or has come back to it. */
export interface OptedOut {
  is: 'stop' | 'start';
  /** Answers to them, in the outbox, that had not left and stay here. */
  answers: string[];
}

interface Address {
  channel: string;
  address: string;
}

/** For the log and the list; nothing is decided by it. */
const WHY = 'opted out';

/**
 * What an opt-out word changes: after STOP nothing leaves for that address, what waited to leave stays here, and what
 * they had agreed to get there is withdrawn; START takes back the first alone. Undefined where it changes nothing: it is
 * a message like any other then ("yes" is an answer as well).
 */
export async function takeOptOut(
  { tx, now }: Pick<Context, 'tx' | 'now'>,
  { channel, from, optOut, text }: MessageReceived,
): Promise<OptedOut | undefined> {
  const to = { channel, address: from.address };
  if (optOut === 'start') return (await comeBack(tx, to)) ? { is: 'start', answers: [] } : undefined;
  if (optOut !== 'stop') return undefined;
  if (isLetterAlone(text) && !(await gotCampaign(tx, to, now))) return undefined;
  await closeTo(tx, to, now);
  await tx`
    update consents set withdrawn_at = ${now}
    where channel = ${channel} and address = ${from.address} and confirmed_at is not null and withdrawn_at is null`;
  return { is: 'stop', answers: await keepBack(tx, to, now) };
}

/** So long after a campaign a letter alone answers it. */
const ANSWER_DAYS = 7;

/** Whether a campaign was sent there lately: its last line names the letter. */
async function gotCampaign(sql: Sql, { channel, address }: Address, now: Date): Promise<boolean> {
  const rows = await sql`
    select from campaign_deliveries where channel = ${channel} and address = ${address} and sent_at is not null
      and sent_at > ${now}::timestamptz - ${ANSWER_DAYS} * interval '1 day' limit 1`;
  return rows.length > 0;
}

/** They have closed the channel to us at this address. */
export async function closeTo(tx: Tx, { channel, address }: Address, now: Date): Promise<void> {
  await tx`
    update contact_identities set blocked_at = coalesce(blocked_at, ${now})
    where channel = ${channel} and address = ${address}`;
}

async function comeBack(tx: Tx, { channel, address }: Address): Promise<boolean> {
  const { count } = await tx`
    update contact_identities set blocked_at = null
    where channel = ${channel} and address = ${address} and blocked_at is not null`;
  return count > 0;
}

/** Answers count as not sent, and are on the list of these; what the house says by itself is let go. */
async function keepBack(tx: Tx, { channel, address }: Address, now: Date): Promise<string[]> {
  const kept = await tx<{ id: string; state: string }>`
    update outbox set
      state = case when payload -> 'automatic' is null then 'failed' else 'cancelled' end,
      failed_at = ${now}, last_error = ${WHY}
    where holds and state = 'queued' and channel = ${channel} and address = ${address} and audience = 'customer'
    returning id, state`;
  return kept.filter(({ state }) => state === 'failed').map(({ id }) => id);
}

/** Whether they have closed the channel to us at this address. */
export async function isClosedTo(sql: Sql, { channel, address }: Address): Promise<boolean> {
  const rows = await sql`
    select from contact_identities where channel = ${channel} and address = ${address} and blocked_at is not null`;
  return rows.length > 0;
}
