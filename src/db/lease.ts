import type { Database } from './open.ts';

/**
 * If the holder dies, somebody else takes over within this time plus the pause between its attempts: together half a
 * minute.
 */
const LEASE_MS = 20_000;

/**
 * The right to do what only one process may do, such as polling. It renews itself while it is held and becomes free 20
 * s after its holder died.
 */
export interface Lease {
  /** Takes the lease, or says whether it is still ours; false while another process has it. */
  hold(): Promise<boolean>;
  release(): Promise<void>;
}

/** `holder` names one process and no other: two processes with the same name would both hold the lease. */
export function lease(db: Database, name: string, holder: string, leaseMs = LEASE_MS): Lease {
  let renewing: NodeJS.Timeout | undefined;

  async function take(): Promise<boolean> {
    const rows = await db.autocommit`
      insert into leases (name, holder, expires_at)
      values (${name}, ${holder}, now() + ${leaseMs} * interval '1 ms')
      on conflict (name) do update set holder = excluded.holder, expires_at = excluded.expires_at
      where leases.holder = excluded.holder or leases.expires_at < now()
      returning name`;
    return rows.length > 0;
  }

  function stopRenewing(): void {
    clearInterval(renewing);
    renewing = undefined;
  }

  /**
   * A renewal that fails is tried again at the next turn; a lease that was lost is only taken back when somebody asks.
   */
  function renew(): void {
    const renewed = db.autocommit`
      update leases set expires_at = now() + ${leaseMs} * interval '1 ms'
      where name = ${name} and holder = ${holder} returning name`;
    renewed.then(
      (rows) => rows.length === 0 && stopRenewing(),
      () => undefined,
    );
  }

  return {
    async hold() {
      const mine = await take();
      if (!mine) stopRenewing();
      else renewing ??= setInterval(renew, leaseMs / 4).unref();
      return mine;
    },
    async release() {
      stopRenewing();
      await db.autocommit`delete from leases where name = ${name} and holder = ${holder}`;
    },
  };
}

/** Frees the leases of a dead process. Only for callers who know that it is dead. */
export async function releaseLeases(db: Database, holder: string): Promise<void> {
  await db.autocommit`delete from leases where holder = ${holder}`;
}
