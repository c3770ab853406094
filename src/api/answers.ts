import type { Tx } from '../db/sql.ts';
import { Problem } from './problem.ts';

/** A success as it is sent, and sent once more to whoever asks again. */
export interface Sent {
  status: number;
  body: object | null;
  headers: Record<string, string>;
}

/** A request that may come again. */
export interface Repeatable {
  keyId: string;
  idempotencyKey: string;
  hash: Uint8Array;
  now: Date;
}

const KEPT_MS = 24 * 3_600_000;

/**
 * What was answered to the same request before; undefined: this is the first, and `keepAnswer` has to follow in the same
 * transaction. A second one that comes meanwhile waits here for the first. Throws 409 if the key was used for another request.
 */
export async function answeredBefore(
  tx: Tx,
  { keyId, idempotencyKey, hash, now }: Repeatable,
): Promise<Sent | undefined> {
  const begun = await tx`
    insert into api_answers as a (key_id, idempotency_key, request_hash, created_at)
    values (${keyId}, ${idempotencyKey}, ${hash}, ${now})
    on conflict (key_id, idempotency_key) do update
    set request_hash = excluded.request_hash, created_at = excluded.created_at, answer = null
    where a.created_at < ${new Date(now.getTime() - KEPT_MS)}
    returning key_id`;
  if (begun.length > 0) return undefined;
  const [row] = await tx<{ hash: Buffer; answer: Sent | null }>`
    select request_hash as hash, answer from api_answers where key_id = ${keyId} and idempotency_key = ${idempotencyKey}`;
  if (!row?.answer || !row.hash.equals(hash))
    throw new Problem(409, 'idempotency_key_used', 'This Idempotency-Key was used for another request.');
  return { ...row.answer, headers: { ...row.answer.headers, 'idempotent-replayed': 'true' } };
}

export async function keepAnswer(tx: Tx, { keyId, idempotencyKey }: Repeatable, answer: Sent): Promise<void> {
  await tx`
    update api_answers set answer = ${tx.json(answer)} where key_id = ${keyId} and idempotency_key = ${idempotencyKey}`;
}
