import type { DnsRecord } from '../../domain/campaigns/check/finding.ts';
import { domainOf, type MailFacts, type OwnKeyFact } from '../../domain/campaigns/check/judge.ts';
import { PROVIDERS, providerOf } from '../../domain/campaigns/check/provider.ts';
import { ask } from '../../lib/outbound/ask.ts';
import { isPublic } from '../../lib/outbound/public_address.ts';
import { readTarget } from '../../lib/outbound/target.ts';
import { type Names, Silent } from './names.ts';
import { checkSpf } from './spf.ts';

/** What is looked at. */
export interface Look {
  address: string;
  /** The mail server's name. */
  host: string;
  /** The records of our own keys. */
  records: readonly DnsRecord[];
  /** A page as customers are led to: 'https://crm.example.com/u/…'. */
  unsubscribeUrl: string;
}

export interface LookOptions {
  names: Names;
  /** Hosts that may be inside (`HOOK_ALLOW_HOSTS`), and certificates to trust besides the system's. */
  allowedHosts?: readonly string[];
  ca?: Buffer;
}

const PAGE_MS = 15_000;
const PAGE_BYTES = 1_000_000;

/** Looks at everything at once. Rejects with nothing: what did not answer is in it as that. */
export async function lookAt(
  { address, host, records, unsubscribeUrl }: Look,
  options: LookOptions,
): Promise<MailFacts> {
  const { names } = options;
  const domain = domainOf(address);
  const [spf, keys, selectors, dmarc, reverse, unsubscribe] = await Promise.all([
    orSilent(spfOf(names, domain, host), { fact: 'silent' as const }),
    Promise.all(records.map((record) => keyShown(names, record))),
    orSilent(selectorOf(names, domain, host), 'silent' as const),
    orSilent(dmarcOf(names, domain), 'silent' as const),
    orSilent(reverseOf(names, host), 'silent' as const),
    pageAt(unsubscribeUrl, options),
  ]);
  return { address, host, spf, dkim: { keys, selectors }, dmarc, reverse, unsubscribe };
}

async function orSilent<T, S>(answer: Promise<T>, silent: S): Promise<T | S> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof Silent) return silent;
    throw error;
  }
}

async function spfOf(names: Names, domain: string, host: string) {
  const provider = providerOf(host);
  if (provider) return checkSpf(names, domain, { include: PROVIDERS[provider].spf });
  return checkSpf(names, domain, { ips: (await names.addresses(host)).filter(isPublic) });
}

async function keyShown(names: Names, record: DnsRecord): Promise<OwnKeyFact> {
  const found = await orSilent(names.txt(record.name), 'silent' as const);
  if (found === 'silent') return { record, shown: 'silent' };
  if (found.length === 0) return { record, shown: 'none' };
  return { record, shown: found.some((one) => publicKeyIn(one) === publicKeyIn(record.value)) ? 'same' : 'other' };
}

/** The p= of a DKIM record; DNS panels put blanks into long ones. */
const publicKeyIn = (record: string): string => /(?:^|;)\s*p\s*=([^;]*)/.exec(record)?.[1]?.replace(/\s+/g, '') ?? '';

async function selectorOf(names: Names, domain: string, host: string): Promise<'none' | { selector: string }> {
  const provider = providerOf(host);
  for (const selector of provider ? PROVIDERS[provider].selectors : []) {
    const records = await names.txt(`${selector}._domainkey.${domain}`);
    if (records.some((record) => publicKeyIn(record) !== '')) return { selector };
  }
  return 'none';
}

/** Where the domain has no record, that of one above it counts. */
async function dmarcOf(names: Names, domain: string): Promise<{ records: string[] }> {
  const labels = domain.split('.').slice(-8);
  for (let at = 0; at < labels.length - 1; at++) {
    const found = await names.txt(`_dmarc.${labels.slice(at).join('.')}`);
    const records = found.filter((record) => /^v=DMARC1\s*(?:;|$)/i.test(record));
    if (records.length > 0) return { records };
  }
  return { records: [] };
}

/** Of a server of the owner's own: the first of its public addresses that is wrong, else the first. */
async function reverseOf(names: Names, host: string): Promise<MailFacts['reverse']> {
  if (providerOf(host)) return undefined;
  const ips = (await names.addresses(host)).filter(isPublic);
  const seen = await Promise.all(ips.map((ip) => nameOf(names, ip)));
  return seen.find(({ leadsBack }) => !leadsBack) ?? seen[0];
}

async function nameOf(names: Names, ip: string) {
  const found = (await names.reverse(ip)).slice(0, 5);
  const back = await Promise.all(found.map((name) => names.addresses(name)));
  return { ip, names: found, leadsBack: back.some((ips) => ips.includes(ip)) };
}

async function pageAt(text: string, { allowedHosts = [], ca }: LookOptions): Promise<MailFacts['unsubscribe']> {
  const ports = URL.canParse(text) ? [Number(new URL(text).port) || 443] : [];
  if (!text.startsWith('https://')) return 'insecure';
  const target = readTarget(text, allowedHosts, ports);
  if (typeof target === 'string') return target === 'inside' ? 'inside' : 'insecure';
  const question = { method: 'GET' as const, headers: { accept: 'text/html' } };
  const answer = await ask(target, question, { timeoutMs: PAGE_MS, mostBytes: PAGE_BYTES, ...(ca && { ca }) });
  if ('fault' in answer) return answer.fault === 'forbidden' ? 'inside' : { fault: answer.fault };
  return answer.status === 200 ? 'right' : { status: answer.status };
}
