import type { Sql, Tx } from '../../db/sql.ts';
import type { Context } from '../context.ts';

/** What a program with a key may do: look, change, and say something to customers. */
export const SCOPES = ['read', 'write', 'send'] as const;
export type Scope = (typeof SCOPES)[number];

/** A key that a program of the owner's uses; the key itself is kept nowhere. */
export interface ApiKey {
  id: string;
  name: string;
  /** How the key begins. */
  prefix: string;
  scopes: Scope[];
  createdAt: Date;
  lastUsedAt: Date | null;
}

const BEGINS = 'crm_';
const SHOWN = BEGINS.length + 4;
/** Anything longer is no key. */
export const LONGEST_KEY = 100;
const USE_NOTED_EVERY_MS = 60_000;

const columns = (sql: Sql) => sql`
  id, name, prefix, scopes, created_at as "createdAt", last_used_at as "lastUsedAt"`;

/** Makes a key of 160 random bits. Undefined: there is one of this name. */
export async function makeApiKey(
  { tx, now, random, sha256 }: Context,
  name: string,
  scopes: readonly Scope[],
): Promise<{ key: string; made: ApiKey } | undefined> {
  const key = `${BEGINS}${random()}${random()}`;
  const [made] = await tx<ApiKey>`
    insert into api_keys (name, prefix, key_hash, scopes, created_at)
    values (${name}, ${key.slice(0, SHOWN)}, ${sha256(key)}, ${[...scopes]}, ${now})
    on conflict (fold_text(name)) where revoked_at is null do nothing
    returning ${columns(tx)}`;
  return made && { key, made };
}

/** The keys in use, oldest first. */
export async function listApiKeys(sql: Sql): Promise<ApiKey[]> {
  return sql<ApiKey>`select ${columns(sql)} from api_keys where revoked_at is null order by id`;
}

/** The key in use of this name, or that begins like this; undefined: there is none, or the beginning is of several. */
export async function findApiKey(sql: Sql, typed: string): Promise<ApiKey | undefined> {
  const [found, another] = await sql<ApiKey & { named: boolean }>`
    select ${columns(sql)}, fold_text(name) = fold_text(${typed}) as named from api_keys
    where revoked_at is null and (fold_text(name) = fold_text(${typed}) or prefix = ${typed}) order by 7 desc limit 2`;
  return found?.named || !another ? found : undefined;
}

/** Whether a key that had this name was revoked. */
export async function isRevoked(sql: Sql, name: string): Promise<boolean> {
  const rows = await sql`
    select from api_keys where revoked_at is not null and fold_text(name) = fold_text(${name}) limit 1`;
  return rows.length > 0;
}

/** The key of this id, unless it was revoked. */
export async function loadApiKey(sql: Sql, id: string): Promise<ApiKey | undefined> {
  const [key] = await sql<ApiKey>`select ${columns(sql)} from api_keys where id = ${id} and revoked_at is null`;
  return key;
}

/** Nothing is done with it any more, for good. */
export async function revokeApiKey(tx: Tx, id: string, now: Date): Promise<void> {
  await tx`update api_keys set revoked_at = ${now} where id = ${id} and revoked_at is null`;
}
/** The key in use that hashes to this: only the hash is compared, in an index. */
export async function apiKeyOf(sql: Sql, hash: Uint8Array): Promise<ApiKey | undefined> {
  const [found] = await sql<ApiKey>`
    select ${columns(sql)} from api_keys where key_hash = ${hash} and revoked_at is null`;
  return found;
}

/** Whether its last use is to be noted anew: at most once a minute. */
export const isUseToNote = ({ lastUsedAt }: ApiKey, now: Date): boolean =>
  lastUsedAt === null || now.getTime() - lastUsedAt.getTime() >= USE_NOTED_EVERY_MS;

/** In a transaction of its own, so that a refused request counts as well. */
export async function noteUse(autocommit: Sql, id: string, now: Date): Promise<void> {
  await autocommit`update api_keys set last_used_at = ${now} where id = ${id}`;
}
