import type { Sql, Tx } from '../../db/sql.ts';
import type { Context } from '../context.ts';

/** Orders that the owner writes down are of a shop of their own, which sends nothing. */
export const OWN = 'own';

/** A configured shop. Its token is the unguessable part of its hook URL. */
export interface Connection {
  id: string;
  provider: string;
  lastEventAt: Date | null;
  disabledAt: Date | null;
  createdAt: Date;
  /** False: the shop has not shown its secret yet, and nothing is taken in. */
  hasSecret: boolean;
}

export interface NewConnection {
  provider: string;
  token: string;
  /** Sealed for `connectionContext(token)`; null: the shop shows it once it has our address. */
  secret: Uint8Array | null;
}

/** The context for which the secrets of a connection are sealed. */
export function connectionContext(token: string): string {
  return `connection:${token}`;
}

const columns = (sql: Sql) => sql`
  id, provider, last_event_at as "lastEventAt", disabled_at as "disabledAt", created_at as "createdAt",
  secret is not null as "hasSecret"`;

/** Its hook works as soon as this is committed. */
export async function createConnection(tx: Tx, { provider, token, secret }: NewConnection): Promise<Connection> {
  const [connection] = await tx<Connection>`
    insert into connections (provider, token, secret) values (${provider}, ${token}, ${secret})
    returning ${columns(tx)}`;
  await announceConnections(tx);
  return connection!;
}

/** A connection as its secret is changed. */
export interface OpenConnection {
  id: string;
  provider: string;
  token: string;
}

/** A connection in use; undefined if there is none of that number. */
export async function openConnection(sql: Sql, id: string): Promise<OpenConnection | undefined> {
  if (!/^\d{1,18}$/.test(id)) return undefined;
  const [connection] = await sql<OpenConnection>`
    select id, provider, token from connections where id = ${id} and disabled_at is null and secret is not null`;
  return connection;
}

/** The newest that has our address and waits for its secret. */
export async function waitingConnection(sql: Sql, provider: string): Promise<OpenConnection | undefined> {
  const [connection] = await sql<OpenConnection>`
    select id, provider, token from connections
    where provider = ${provider} and secret is null and disabled_at is null order by id desc limit 1`;
  return connection;
}

/** From now on what it sends is taken in. */
export async function keepSecret(tx: Tx, id: string, secret: Uint8Array): Promise<void> {
  await tx`update connections set secret = ${secret} where id = ${id}`;
  await announceConnections(tx);
}

/** How long the secret before is accepted: longer than any shop sends what it signed with it. */
const OLD_SECRET_MS = 24 * 3_600_000;

/** The secret before is accepted for a day. If the shop was asked to make one, it is being made no longer. */
export async function rotateSecret(tx: Tx, { id }: OpenConnection, secret: Uint8Array, now: Date): Promise<void> {
  await tx`
    with kept as (update shop_keys set making = false where connection_id = ${id} and making)
    update connections set previous_secret = secret, previous_until = ${new Date(now.getTime() + OLD_SECRET_MS)}, secret = ${secret}
    where id = ${id}`;
  await announceConnections(tx);
}

/** All connections, including disabled ones, oldest first. */
export async function listConnections(sql: Sql): Promise<Connection[]> {
  return sql<Connection>`select ${columns(sql)} from connections where provider <> ${OWN} order by id`;
}

/**
 * The connections in use whose secret our key does not open: nothing that they send can be checked, so nothing is taken
 * in.
 */
export async function shutConnections(
  sql: Sql,
  opens: (sealed: Uint8Array, about: string) => boolean,
): Promise<Connection[]> {
  const rows = await sql<Connection & { token: string; secret: Uint8Array | null; previous: Uint8Array | null }>`
    select ${columns(sql)}, token, secret, previous_secret as previous from connections where disabled_at is null order by id`;
  const isShut = (secret: Uint8Array | null, token: string) =>
    secret !== null && !opens(secret, connectionContext(token));
  return rows
    .filter(({ token, secret, previous }) => isShut(secret, token) || isShut(previous, token))
    .map(({ token: _, secret: __, previous: ___, ...connection }) => connection);
}

/**
 * From now on its hook is unknown (404); what it had sent is still handled. False if there is no such open connection.
 */
export async function disableConnection(tx: Tx, id: string, now: Date): Promise<boolean> {
  const { count } = await tx`
    update connections set disabled_at = ${now} where id = ${id} and disabled_at is null`;
  await announceConnections(tx);
  return count > 0;
}

/** From now on its hook is known again, under the same address, with all that was kept of it. Undefined: there is no such one that was disconnected. */
export async function reopenConnection(
  tx: Tx,
  id: string,
  providers: readonly string[],
): Promise<OpenConnection | undefined> {
  if (!/^\d{1,18}$/.test(id)) return undefined;
  const [connection] = await tx<OpenConnection>`
    update connections set disabled_at = null
    where id = ${id} and disabled_at is not null and provider = any(${[...providers]}::text[]) returning id, provider, token`;
  await announceConnections(tx);
  return connection;
}

/** Tells those who keep connections in memory to read them again; sent when `tx` commits. */
async function announceConnections(tx: Tx): Promise<void> {
  await tx`select pg_notify('connections', '')`;
}

/** Something has come from it, without being asked for; kept to the minute. Who finds another at it waits for nobody: they note the same. */
export async function noteEvent(
  { tx, now, pulled }: Pick<Context, 'tx' | 'now' | 'pulled'>,
  connectionId: string,
): Promise<void> {
  if (pulled) return;
  await tx`
    update connections set last_event_at = ${now}
    where id = (
      select id from connections
      where id = ${connectionId} and (last_event_at is null or last_event_at < ${now}::timestamptz - interval '1 minute')
      for no key update skip locked
    )`;
}

/** Counts an event of this topic from which nothing follows. */
export async function noteUnused(tx: Tx, connectionId: string, topic: string, now: Date): Promise<void> {
  await tx`
    insert into unused_topics (connection_id, topic, last_at) select id, ${topic}, ${now} from connections where id = ${connectionId}
    on conflict (connection_id, topic) do update
    set events = unused_topics.events + 1, last_at = greatest(unused_topics.last_at, excluded.last_at)`;
}

export interface UnusedTopic {
  topic: string;
  events: string;
}

/** The topics that come from a shop and are not used, the most frequent first. */
export async function unusedTopics(sql: Sql, connectionId: string): Promise<UnusedTopic[]> {
  return sql<UnusedTopic>`
    select topic, events from unused_topics where connection_id = ${connectionId} order by events desc, topic limit 20`;
}

/** Of which shop an order is, as hooks name it. */
export async function shopOfOrder(sql: Sql, orderId: string): Promise<string> {
  const [shop] = await sql<{ provider: string }>`
    select n.provider from orders o join connections n on n.id = o.connection_id where o.id = ${orderId}`;
  return shop!.provider;
}
