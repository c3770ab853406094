import type { Sql, Tx } from '../../db/sql.ts';
import type { HookFault } from '../../outbox/message.ts';
import type { Context } from '../context.ts';
import { newSecret } from './secret.ts';

/** Another system that is told what happens here, at an address of its own. */
export interface Hook {
  id: string;
  url: string;
  /** Types or nouns ('order.paid', 'order'); none: everything. */
  events: string[];
  /** Since when it is told nothing. */
  offAt: Date | null;
  createdAt: Date;
  /** When it last took something, since when it takes nothing, and why. */
  okAt: Date | null;
  failingSince: Date | null;
  fault: HookFault | null;
}

/** A hook with what signs what it is told. */
export interface SealedHook extends Hook {
  /** Binds the secrets. */
  token: string;
  secret: Uint8Array;
  previousSecret: Uint8Array | null;
  previousUntil: Date | null;
}

/** Both secrets sign for so long after a change. */
const BOTH_MS = 24 * 3_600_000;

/** The context for which the secrets of a hook are sealed. */
export const hookContext = (token: string): string => `hook:${token}`;

/** Each hook is a way out of its own, so that one that is dead holds up no other. */
export const channelOfHook = (id: string): string => `hook:${id}`;

const columns = (sql: Sql) => sql`
  h.id, h.url, h.events, h.off_at as "offAt", h.created_at as "createdAt", s.ok_at as "okAt", s.failing_since as "failingSince", s.fault`;

/** Nobody adds one until `tx` ends. */
export async function lockHooks(tx: Tx): Promise<void> {
  await tx`select pg_advisory_xact_lock(hashtextextended('hooks', 0))`;
}

/** All hooks, oldest first. */
export async function listHooks(sql: Sql): Promise<Hook[]> {
  return sql<Hook>`select ${columns(sql)} from hooks h left join hook_states s on s.hook_id = h.id order by h.id`;
}

export async function loadHook(sql: Sql, id: string): Promise<Hook | undefined> {
  return loadSealedHook(sql, id);
}

export async function loadSealedHook(sql: Sql, id: string): Promise<SealedHook | undefined> {
  const [hook] = await sql<SealedHook>`
    select ${columns(sql)}, h.token, h.secret, h.previous_secret as "previousSecret", h.previous_until as "previousUntil"
    from hooks h left join hook_states s on s.hook_id = h.id where h.id = ${id}`;
  return hook;
}

type Sealing = Pick<Context, 'tx' | 'now' | 'random' | 'seal'>;

/** Returns the hook's id and its secret in the clear, which is kept sealed only. */
export async function createHook(
  { tx, random, seal, now }: Sealing,
  { url, events }: Pick<Hook, 'url' | 'events'>,
): Promise<{ id: string; secret: string }> {
  const token = random();
  const secret = newSecret(random);
  const [row] = await tx<{ id: string }>`
    insert into hooks (token, url, events, secret, created_at)
    values (${token}, ${url}, ${events}::text[], ${seal(secret, hookContext(token))}, ${now}) returning id`;
  return { id: row!.id, secret };
}

/** A new secret; for a day the one before signs as well. Returns it in the clear; undefined if the hook is gone. */
export async function rotateSecret({ tx, random, seal, now }: Sealing, id: string): Promise<string | undefined> {
  const [hook] = await tx<{ token: string }>`select token from hooks where id = ${id} for update`;
  if (!hook) return undefined;
  const secret = newSecret(random);
  await tx`
    update hooks set
      previous_secret = secret, previous_until = ${new Date(now.getTime() + BOTH_MS)},
      secret = ${seal(secret, hookContext(hook.token))}
    where id = ${id}`;
  return secret;
}

/** It is told these from now on; none: everything. False if it was so, or is gone. */
export async function setEvents(tx: Tx, id: string, events: readonly string[]): Promise<boolean> {
  const set = await tx`
    update hooks set events = ${[...events]}::text[] where id = ${id} and events is distinct from ${[...events]}::text[] returning id`;
  return set.length > 0;
}

/** It is told at this address from now on, and so is what waits for it. Its past failures were the other's. */
export async function setAddress(tx: Tx, id: string, url: string): Promise<void> {
  await tx`update hooks set url = ${url} where id = ${id}`;
  await tx`update hook_states set failing_since = null, told_at = null, fault = null where hook_id = ${id}`;
}

/** False if it is gone. What waits for it is not sent. */
export async function removeHook(tx: Tx, id: string): Promise<boolean> {
  return (await tx`delete from hooks where id = ${id} returning id`).length > 0;
}

/** Tells it again from now on; false if it was on, or is gone. Its past failures are forgotten. */
export async function switchOn(tx: Tx, id: string): Promise<boolean> {
  const on = await tx`update hooks set off_at = null where id = ${id} and off_at is not null returning id`;
  if (on.length > 0)
    await tx`update hook_states set failing_since = null, told_at = null, fault = null where hook_id = ${id}`;
  return on.length > 0;
}

/** Tells it nothing from now on; what waits is kept and stands in /unsent. False if it was off, or is gone. */
export async function switchOff(tx: Tx, id: string, now: Date): Promise<boolean> {
  const off = await tx`update hooks set off_at = ${now} where id = ${id} and off_at is null returning id`;
  if (off.length === 0) return false;
  await tx`
    update outbox set state = 'failed', failed_at = ${now}, last_error = coalesce(last_error, 'switched off')
    where channel = ${channelOfHook(id)} and audience = 'machine' and state = 'queued'`;
  return true;
}
