import type { Database } from './open.ts';

/** Longer than the longest round of a poller (Telegram holds a poll for 30 s, the mailbox is looked at every 60 s). */
const LEASE_SECONDS = 120;

/** The right to run what only one process may run (a poller): held while it is renewed, free two minutes after. */
export interface Lease {
  /** Takes or renews it; false while another process has it. */
  hold(): Promise<boolean>;
  release(): Promise<void>;
}

export function lease(db: Database, name: string, holder: string): Lease {
  return {
    async hold() {
      const rows = await db.autocommit`
        insert into leases (name, holder, expires_at)
        values (${name}, ${holder}, now() + ${LEASE_SECONDS} * interval '1 s')
        on conflict (name) do update set holder = excluded.holder, expires_at = excluded.expires_at
        where leases.holder = excluded.holder or leases.expires_at < now()
        returning name`;
      return rows.length > 0;
    },
    async release() {
      await db.autocommit`delete from leases where name = ${name} and holder = ${holder}`;
    },
  };
}
