import type { Database } from '../db/open.ts';
import { type ApiKey, apiKeyOf, isUseToNote, LONGEST_KEY, noteUse, type Scope } from '../domain/owner/api_key.ts';
import type { rateLimiter } from '../lib/rate.ts';
import { Problem } from './problem.ts';
import { rateHeaders } from './rate_headers.ts';

export interface Gate {
  db: Pick<Database, 'sql' | 'autocommit'>;
  sha256: (text: string) => Uint8Array;
  clock: () => Date;
  allow: ReturnType<typeof rateLimiter>;
}

const noKey = (): Problem =>
  new Problem(401, 'no_key', 'A valid key is needed: Authorization: Bearer crm_…', {
    headers: { 'www-authenticate': 'Bearer' },
  });

/** The key that a request comes with. Throws 401. */
export async function keyOf({ db, sha256, clock }: Gate, headers: Headers): Promise<ApiKey> {
  const [, token] = /^bearer +(\S+) *$/i.exec(headers.get('authorization') ?? '') ?? [];
  const key = token && token.length <= LONGEST_KEY ? await apiKeyOf(db.sql, sha256(token)) : undefined;
  if (!key) throw noKey();
  const now = clock();
  if (isUseToNote(key, now)) await noteUse(db.autocommit, key.id, now);
  return key;
}

/** Counts the request. Throws 429; else the headers that say how many more there may be. */
export function countRequest({ allow }: Gate, { id }: ApiKey): Record<string, string> {
  const allowance = allow(id);
  const headers = rateHeaders(allowance);
  if (!allowance.refused) return headers;
  throw new Problem(429, 'too_many', 'This key has asked too often within a minute.', {
    headers: { ...headers, 'retry-after': String(allowance.resetSeconds) },
  });
}

/** Throws 403. */
export function needScope({ scopes }: ApiKey, scope: Scope): void {
  if (!scopes.includes(scope)) throw new Problem(403, 'scope', `The key lacks the scope ${scope}.`);
}
