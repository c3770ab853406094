import { setTimeout as sleep } from 'node:timers/promises';
import type { TxtRecords } from '../fetch/own_check.ts';
import type { MailHeaders } from '../mime/headers.ts';
import { readSender } from '../send/sender.ts';
import { domainOf } from './trust.ts';

/** The TXT records of a DNS name, each in pieces; rejects with the codes of node:dns. */
export type ResolveTxt = (name: string) => Promise<string[][]>;

const MOST_SIGNATURES = 5;
const MOST_LEVELS = 4;
const NAME = /^(?=.{1,253}$)[a-z0-9_-]{1,63}(\.[a-z0-9_-]{1,63})+$/;

/**
 * The DNS names that we need to check the signatures that can speak for the sender's domain (RFC 6376, 3.6.2.1): their
 * keys, and the domain's own rules (RFC 7489, 6.6.3). Empty if nobody near the sender has signed.
 */
export function namesToAsk(headers: MailHeaders): string[] {
  const domain = domainOf(readSender(headers).sender?.email ?? '');
  const signatures = (headers.get('dkim-signature') ?? []).slice(0, MOST_SIGNATURES);
  const keys = signatures.flatMap((field) => {
    const [signer, selector] = [tag(field, 'd'), tag(field, 's')];
    return family(signer) === family(domain) ? [`${selector}._domainkey.${signer}`] : [];
  });
  const names = keys.length > 0 ? [...keys, ...levels(domain).map((level) => `_dmarc.${level}`)] : [];
  return [...new Set(names)].filter((name) => NAME.test(name));
}

function tag(signature: string, name: string): string {
  return new RegExp(`(?:^|;)\\s*${name}\\s*=\\s*([^;\\s]{1,253})`).exec(signature)?.[1]?.toLowerCase() ?? '';
}

/** Roughly who owns a domain. If a country sells names below `co.uk`, we only ask for a name too many. */
function family(domain: string): string {
  return domain.split('.').slice(-2).join('.');
}

/** The domain and its parents, except the top level. */
function levels(domain: string): string[] {
  const labels = domain.split('.');
  return labels
    .slice(0, -1)
    .map((_, from) => labels.slice(from).join('.'))
    .slice(-MOST_LEVELS);
}

/**
 * What is known within `ms`: an empty list for a name that does not exist; nothing for a name whose answer failed or
 * did not come.
 */
export async function fetchRecords(names: readonly string[], resolveTxt: ResolveTxt, ms: number): Promise<TxtRecords> {
  const records: Record<string, string[][]> = {};
  const fetchOne = async (name: string) => {
    const answer = await resolveTxt(name).catch(missing);
    if (answer) records[name] = answer;
  };
  const done = new AbortController();
  const late = sleep(ms, undefined, { signal: done.signal }).catch(() => undefined);
  await Promise.race([Promise.all(names.map(fetchOne)), late]);
  done.abort();
  // a copy: whatever comes later is not part of the answer
  return { ...records };
}

/** Stops asking once it has waited `ms` in total for answers that failed or never came. */
export function impatient(resolveTxt: ResolveTxt, ms: number): ResolveTxt {
  let left = ms;
  const late = async (): Promise<never> => {
    await sleep(left, undefined, { ref: false });
    throw Object.assign(new Error('no answer'), { code: 'ETIMEOUT' });
  };
  return async (name) => {
    if (left < 1) return late(); // timers end up to a millisecond early
    const began = performance.now();
    try {
      return await Promise.race([resolveTxt(name), late()]);
    } catch (error) {
      if (!missing(error)) left -= performance.now() - began;
      throw error;
    }
  };
}

function missing(error: unknown): string[][] | undefined {
  const { code } = error as { code?: string };
  return code === 'ENOTFOUND' || code === 'ENODATA' ? [] : undefined;
}
