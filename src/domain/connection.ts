import type { Sql, Tx } from '../db/sql.ts';

/** A configured shop. Its token is the unguessable part of its hook URL. */
export interface Connection {
  id: string;
  provider: string;
  lastEventAt: Date | null;
  disabledAt: Date | null;
  createdAt: Date;
}

export interface NewConnection {
  provider: string;
  token: string;
  /** Sealed for `connectionContext(token)`. */
  secret: Uint8Array;
}

/** What the secrets of a connection are sealed for. */
export function connectionContext(token: string): string {
  return `connection:${token}`;
}

const columns = (sql: Sql) => sql`
  id, provider, last_event_at as "lastEventAt", disabled_at as "disabledAt", created_at as "createdAt"`;

/** Its hook answers as soon as this is committed. */
export async function createConnection(tx: Tx, { provider, token, secret }: NewConnection): Promise<Connection> {
  const [connection] = await tx<Connection>`
    insert into connections (provider, token, secret) values (${provider}, ${token}, ${secret})
    returning ${columns(tx)}`;
  await announceConnections(tx);
  return connection!;
}

/** All of them, the disabled too, oldest first. */
export async function listConnections(sql: Sql): Promise<Connection[]> {
  return sql<Connection>`select ${columns(sql)} from connections order by id`;
}

/** Its hook is unknown (404) from now on; what it had sent is still handled. False: there is no such open connection. */
export async function disableConnection(tx: Tx, id: string, now: Date): Promise<boolean> {
  const { count } = await tx`
    update connections set disabled_at = ${now} where id = ${id} and disabled_at is null`;
  await announceConnections(tx);
  return count > 0;
}

/** Those who keep connections in memory read them again; sent when `tx` commits. */
async function announceConnections(tx: Tx): Promise<void> {
  await tx`select pg_notify('connections', '')`;
}
