import { createHash, createHmac, type KeyObject } from 'node:crypto';
import type { Sql } from '../../../db/sql.ts';

const PATH = '/q/';
const TOKEN_BYTES = 20;

/**
 * The token of a quote's link: 160 bits that nobody can guess, an HMAC-SHA256 of the quote and a nonce of its own. Only its hash is stored:
 * whoever reads the database alone cannot open the page, and a copy of the data elsewhere opens none.
 *
 * @param secret 32 bytes, of the installation.
 */
const tokenOf = (secret: KeyObject, { id, nonce }: { id: string; nonce: string }): string =>
  createHmac('sha256', secret).update(`quote\n${id}\n${nonce}`).digest().subarray(0, TOKEN_BYTES).toString('base64url');

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/** The path of its page. */
export const quotePath = (secret: KeyObject, quote: { id: string; nonce: string }): string =>
  PATH + tokenOf(secret, quote);

/** By which the page finds it again. */
export const linkHash = (secret: KeyObject, quote: { id: string; nonce: string }): Buffer =>
  hashOf(tokenOf(secret, quote));

/** The quote that a token opens, whatever has become of it; undefined: none. */
export async function quoteAt(sql: Sql, token: string): Promise<string | undefined> {
  const [found] = await sql<{ id: string }>`select id from quotes where link_hash = ${hashOf(token)}`;
  return found?.id;
}
