import type { Tx } from '../../db/sql.ts';
import { storableText } from '../../lib/storable.ts';
import type { BulkResult } from '../../outbox/bulk.ts';
import type { Context } from '../context.ts';
import { EMAIL } from '../people/sign.ts';
import { reasonOfStatus } from '../talk/mail/bounce.ts';
import { markBounced } from '../talk/mail/objection.ts';
import { isSoft, noteSoftBounce } from './check/soft_bounces.ts';
import type { Claimed } from './claim.ts';
import { giveBack } from './today.ts';

/**
 * Under what a delivery is known to the outside: its Message-ID is made of it, whoever sends it and however often. By its own number: its
 * person may be merged into another while the server has it.
 */
export const deliveryKey = ({ id }: Pick<Claimed, 'id'>): string => `delivery:${id}`;

/** Whether a failure says that nobody can be reached there, on whichever channel: reports count it as come back, and too many pause a campaign. */
export const cameBack = (reason: string | undefined): boolean => reason === 'no_such_address' || reason === 'opted_out';

/** What became of one attempt. */
export interface Attempt {
  delivery: Claimed;
  state: 'sent' | 'failed' | 'retry' | 'unknown' | 'skipped';
  /** Why it failed: a key of the texts. */
  reason?: string;
  /** What the server said. */
  detail: string;
  messageId: string;
  /** Seconds after which it is tried again, where the server's answer asks for a time of its own. */
  afterSeconds?: number;
  /** No server was there for it: this was no try. */
  untried?: boolean;
}

/** Seconds before the next attempt; one that fails after the last is given up. A server that defers wants minutes. */
const PAUSES = [60, 300, 900, 3600, 4 * 3600, 12 * 3600, 24 * 3600];

/** Why a server refused, from its enhanced status (RFC 3463), else from its answer, else as whoever hands over says. */
export function reasonOfRefusal({ status, code, reason }: Pick<BulkResult, 'status' | 'code' | 'reason'>): string {
  if (status) return reasonOfStatus(status);
  if (code === undefined && reason) return reason;
  return code === 550 || code === 551 || code === 553 ? 'no_such_address' : code === 554 ? 'policy' : 'refused';
}

/**
 * Writes down what became of a batch, in one statement. Whoever holds it may do so even where others took it for dead meanwhile and put
 * it in doubt: it knows. Addresses that do not exist are not written to again.
 */
export async function settleAttempts(ctx: Context, instance: number, attempts: readonly Attempt[]): Promise<void> {
  const { tx, now } = ctx;
  const rows = attempts.map(({ delivery, state, reason = null, detail, messageId, untried, afterSeconds }) => {
    const next = untried ? 0 : PAUSES[delivery.attempts - 1];
    const pause = next === undefined ? undefined : (afterSeconds ?? next);
    const ended = state === 'retry' ? (pause === undefined ? 'failed' : 'queued') : state;
    return {
      id: delivery.id,
      attempts: delivery.attempts,
      tried: untried ? 0 : 1,
      state: ended,
      reason: state === 'retry' ? (pause === undefined ? givenUp(reason) : null) : reason,
      detail: state === 'sent' ? null : storableText(detail),
      message_id: messageId,
      bounced: ended === 'failed' && cameBack(reason ?? undefined),
      run_at: pause === undefined ? null : new Date(now.getTime() + pause * 1000),
    };
  });
  await tx`
    update campaign_deliveries d set state = r.state, reason = r.reason, detail = r.detail, locked_until = null,
      message_id = r.message_id, attempts = d.attempts - 1 + r.tried,
      sent_at = case when r.state in ('sent', 'unknown') then coalesce(d.sent_at, ${now}) end,
      bounced_at = case when r.bounced then ${now} end,
      run_at = case when r.state = 'queued' then r.run_at else d.run_at end
    from jsonb_to_recordset(${tx.json(rows)}) as r (
      id bigint, attempts smallint, tried smallint, state text, reason text, detail text, message_id text, bounced boolean,
      run_at timestamptz
    )
    where d.id = r.id and d.attempts = r.attempts and d.claimed_by = ${instance} and d.state in ('sending', 'unknown')`;
  for (const [nth, { delivery }] of attempts.entries()) {
    const { state, reason } = rows[nth]!;
    if (state !== 'failed' || reason === null) continue;
    if (reason === 'no_such_address') await markBounced(tx, { channel: EMAIL, address: delivery.address }, reason, now);
    if (isSoft(reason)) await noteSoftBounce(tx, { ...delivery, channel: EMAIL }, now);
  }
}

/** What a server has said of the mailbox to the last is why; anything else has only been tried in vain. */
const givenUp = (reason: string | null): string => (reason !== null && isSoft(reason) ? reason : 'given_up');

/** Whose holders have gone: nobody knows whether they left, and nobody sends them again by itself. */
export interface Abandoned {
  /** These instances are dead. */
  gone?: readonly number[];
  /** Nobody is there but this instance: nobody else holds anything. */
  onlyHere?: number;
}

/**
 * What was being sent by whoever has died since is in doubt. `idOf`: under which Message-ID each would have left, so that an answer or
 * a bounce finds it.
 */
export async function doubtAbandoned(
  { tx }: { tx: Tx },
  { channel, idOf }: { channel: string; idOf: (key: string) => string },
  { gone = [], onlyHere }: Abandoned = {},
): Promise<number> {
  const rows = await tx<{ id: string }>`
    select id from campaign_deliveries
    where state = 'sending' and outbox_id is null and channel = ${channel}
      and (locked_until < now() or claimed_by <> ${onlyHere ?? null}::int or claimed_by = any(${[...gone]}::int[]))
    for update skip locked`;
  if (rows.length === 0) return 0;
  await tx`
    update campaign_deliveries d set state = 'unknown', reason = 'holder_died', locked_until = null, message_id = r.message_id
    from unnest(
      (select ${rows.map(({ id }) => id)}::bigint[]), (select ${rows.map((row) => idOf(deliveryKey(row)))}::text[])
    ) r (id, message_id)
    where d.id = r.id`;
  return rows.length;
}

/** What this process holds: everything but these, or only these (`deliveryKey`). */
type Held = { instance: number; channel: string } & ({ begun: readonly string[] } | { only: readonly string[] });

/**
 * Puts back what this process has claimed and has not begun to hand over: no byte of it has left. It loses no try, and its
 * sender's day has as many left for others. `begun`: those that may
 * have left; `only`: those that certainly have not.
 */
export async function freeUnbegun(
  ctx: Pick<Context, 'tx' | 'now' | 'settings' | 'ownAddresses'>,
  { instance, channel, ...held }: Held,
): Promise<void> {
  const { tx } = ctx;
  const key = tx`'delivery:' || id`;
  const { count } = await tx`
    update campaign_deliveries set state = 'queued', locked_until = null, claimed_by = null, sent_at = null, attempts = attempts - 1
    where state = 'sending' and claimed_by = ${instance} and channel = ${channel} and outbox_id is null
      and ${'only' in held ? tx`${key} = any((select ${[...held.only]}::text[])::text[])` : tx`${key} <> all((select ${[...held.begun]}::text[])::text[])`}`;
  await giveBack(ctx, channel, count);
}

/** A copy of it has been seen where only what has left can be: it is no doubt any more. */
export async function noteArrived(tx: Tx, messageId: string): Promise<void> {
  await tx`
    update campaign_deliveries set state = 'sent', reason = null
    where message_id = ${messageId} and state = 'unknown'`;
}
