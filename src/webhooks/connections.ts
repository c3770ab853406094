import type { Sql } from '../db/sql.ts';
import { connectionContext } from '../domain/sell/connection.ts';

/** A connection as its hook needs it. */
export interface HookConnection {
  readonly id: string;
  readonly provider: string;
  /** In the clear: the current secret, then the previous one while it is still accepted. */
  readonly secrets: readonly string[];
}

/** Hooks by their token, read once and kept: a query for each request would cost as much as storing it. */
export interface Connections {
  find(provider: string, token: string): Promise<HookConnection | undefined>;
  /** Something has changed, so read the hooks again at the next request. */
  refresh(): void;
}

export interface ConnectionsOptions {
  sql: Sql;
  /** Opens what was sealed for a context. */
  open: (sealed: Uint8Array, context: string) => string;
  /**
   * How long a connection that another process has disabled still counts as open if the hint was lost. Default 5000 ms.
   */
  maxAgeMs?: number;
}

interface Row {
  id: string;
  provider: string;
  token: string;
  /** null: the shop has not shown it yet. */
  secret: Uint8Array | null;
  previous: Uint8Array | null;
}

/** The open connections as they were at `readAt`, by token. */
interface Snapshot {
  readonly rows: ReadonlyMap<string, Row>;
  readonly opened: Map<string, HookConnection>;
  readonly readAt: number;
}

export function createConnections({ sql, open, maxAgeMs = 5_000 }: ConnectionsOptions): Connections {
  let current: Promise<Snapshot> | undefined;

  async function find(provider: string, token: string): Promise<HookConnection | undefined> {
    const asked = current;
    const known = await asked;
    const isCurrent = known && performance.now() - known.readAt < maxAgeMs && known.rows.has(token);
    const connection = unsealed(isCurrent ? known : await newerThan(asked), token);
    return connection?.provider === provider ? connection : undefined;
  }

  /** A token we do not know may be a new one, so we look once more; many such requests share one reading. */
  function newerThan(asked: Promise<Snapshot> | undefined): Promise<Snapshot> {
    return current && current !== asked ? current : read();
  }

  function read(): Promise<Snapshot> {
    const reading = load(sql);
    current = reading;
    reading.catch(() => {
      if (current === reading) current = undefined;
    });
    return reading;
  }

  /**
   * The connection with its secrets. They are opened when first needed: a secret sealed with another key must not close
   * the other hooks.
   */
  function unsealed({ rows, opened }: Snapshot, token: string): HookConnection | undefined {
    const row = rows.get(token);
    if (!row || opened.has(token)) return opened.get(token);
    const sealed = [row.secret, row.previous].filter((secret) => secret !== null);
    const secrets = sealed.map((secret) => open(secret, connectionContext(token)));
    opened.set(token, { id: row.id, provider: row.provider, secrets });
    return opened.get(token);
  }

  return {
    find,
    refresh() {
      current = undefined;
    },
  };
}

async function load(sql: Sql): Promise<Snapshot> {
  const readAt = performance.now();
  const rows = await sql<Row>`
    select id, provider, token, secret, case when previous_until is null or previous_until > now() then previous_secret end as previous
    from connections where disabled_at is null`;
  return { rows: new Map(rows.map((row) => [row.token, row])), opened: new Map(), readAt };
}
