import type { Tx } from '../../db/sql.ts';
import type { HookFault } from '../../outbox/message.ts';

/** A hook that takes one thing after the other is not noted each time, only after so long. */
const OFTEN_MS = 10_000;

/** It has taken something: it works (again). */
export async function noteTaken(tx: Tx, hookId: string, now: Date): Promise<void> {
  await tx`
    insert into hook_states (hook_id, ok_at) select id, ${now} from hooks where id = ${hookId}
    on conflict (hook_id) do update set ok_at = ${now}, failing_since = null, told_at = null, fault = null
    where hook_states.failing_since is not null or hook_states.ok_at is null
      or hook_states.ok_at < ${new Date(now.getTime() - OFTEN_MS)}`;
}

/** It has not: since the first time in a row it is failing. */
export async function noteNotTaken(tx: Tx, hookId: string, fault: HookFault, now: Date): Promise<void> {
  await tx`
    insert into hook_states (hook_id, failing_since, failed_at, fault)
    select id, ${now}, ${now}, ${tx.json(fault)} from hooks where id = ${hookId}
    on conflict (hook_id) do update set
      failing_since = coalesce(hook_states.failing_since, excluded.failing_since), failed_at = excluded.failed_at, fault = excluded.fault`;
}

/** A hook that takes nothing. */
export interface Failing {
  id: string;
  url: string;
  fault: HookFault;
}

/** Those that have been failing since before a time, and are on; of each once, whoever asks. */
export async function takeFailing(tx: Tx, before: Date, now: Date): Promise<Failing[]> {
  return tx<Failing>`
    update hook_states s set told_at = ${now} from hooks h
    where h.id = s.hook_id and h.off_at is null and s.failing_since <= ${before} and s.told_at is null
    returning h.id, h.url, s.fault`;
}

/** Those that have been failing since before a time, and are still on. */
export async function failingSince(tx: Tx, before: Date): Promise<Failing[]> {
  return tx<Failing>`
    select h.id, h.url, s.fault from hooks h join hook_states s on s.hook_id = h.id
    where h.off_at is null and s.failing_since <= ${before} order by h.id`;
}
