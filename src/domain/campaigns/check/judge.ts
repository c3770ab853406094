import { readPace } from '../rules.ts';
import type { DnsRecord, Finding, Found, Part, Standing } from './finding.ts';
import { giverOf, PROVIDERS, providerOf } from './provider.ts';

/** What SPF says of the server: it may send; no record; not this one; two records; it cannot be evaluated; no answer. */
export type SpfFact = 'pass' | 'none' | 'fail' | 'two' | 'broken' | 'silent';

/** One of our keys as the DNS shows it: the same, another, none, no answer. */
export type OwnKeyFact = { record: DnsRecord; shown: 'same' | 'other' | 'none' | 'silent' };

/** What was seen from here. */
export interface MailFacts {
  /** The address that campaigns are sent from. */
  address: string;
  /** The mail server that takes them. */
  host: string;
  spf: { fact: SpfFact; record?: string };
  dkim: { keys: OwnKeyFact[]; selectors: 'none' | 'silent' | { selector: string } };
  dmarc: { records: string[] } | 'silent';
  /** The server's address and the name it has; undefined: it is not of the public internet. */
  reverse: { ip: string; names: string[]; leadsBack: boolean } | 'silent' | undefined;
  unsubscribe: 'right' | 'insecure' | 'inside' | { fault: string } | { status: number };
}

type Judged = Omit<Finding, 'part'>;

const is = (standing: Standing, found: Found, about: string[] = [], records?: DnsRecord[]): Judged => ({
  ...{ standing, found, about },
  ...(records && { records }),
});

const right = (found: Found, ...about: string[]): Judged => is('right', found, about);
const missing = (found: Found, about: string[] = [], records?: DnsRecord[]): Judged =>
  is('missing', found, about, records);
const unsure = (found: Found, ...about: string[]): Judged => is('unsure', found, about);

/** What follows from it, part by part. `pace`: the setting. */
export function judge(facts: MailFacts, pace: string): Finding[] {
  const domain = domainOf(facts.address);
  const giver = giverOf(domain);
  const provider = providerOf(facts.host);
  const own = !giver;
  const atHome = giver && giver === provider;
  const parts: Record<Part, Judged> = {
    spf: own ? spf(facts, domain) : atHome ? right('providers', domain) : missing('foreign', [domain, facts.host]),
    dkim: own ? dkim(facts, domain) : atHome ? right('providers', domain) : missing('foreign', [domain, facts.host]),
    dmarc: own ? dmarc(facts, domain) : right('providers', domain),
    reverse: provider ? right('providers', facts.host) : reverse(facts),
    limit: limit(facts, pace),
    unsubscribe: unsubscribe(facts),
  };
  return (Object.keys(parts) as Part[]).map((part) => ({ part, ...parts[part] }));
}

export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase();

function spf({ host, spf: { fact, record } }: MailFacts, domain: string): Judged {
  const provider = providerOf(host);
  const needed = provider ? `include:${PROVIDERS[provider].spf}` : `a:${host}`;
  const txt = (value: string): DnsRecord[] => [{ type: 'TXT', name: domain, value }];
  switch (fact) {
    case 'pass':
      return right('spf_right', domain);
    case 'none':
      return missing('spf_none', [domain], txt(`v=spf1 ${needed} ~all`));
    case 'two':
      return missing('spf_two', [domain]);
    case 'broken':
      return missing('spf_broken', [domain]);
    case 'silent':
      return unsure('silent', domain);
    case 'fail':
      // a server of the owner's own may hand on through another, so only that provider's absence is certain
      return provider
        ? missing('spf_lacks', [host], txt(withMechanism(record ?? 'v=spf1 ~all', needed)))
        : is('unsure', 'spf_unsure', [host], txt(withMechanism(record ?? 'v=spf1 ~all', needed)));
  }
}

/** 'v=spf1 mx ~all' with another mechanism in front of what it says of all others. */
export function withMechanism(record: string, mechanism: string): string {
  const [version = 'v=spf1', ...terms] = record.trim().split(/\s+/);
  const at = terms.findIndex((term) => /^([+?~-]?all|redirect=.*)$/i.test(term));
  return [version, ...terms.slice(0, at < 0 ? undefined : at), mechanism, ...(at < 0 ? [] : terms.slice(at))].join(' ');
}

function dkim({ host, dkim: { keys, selectors } }: MailFacts, domain: string): Judged {
  const provider = providerOf(host);
  const theirs = typeof selectors === 'object';
  if (theirs) return right('dkim_right', selectors.selector, domain);
  const open = keys.filter(({ shown }) => shown === 'none' || shown === 'other').map(({ record }) => record);
  if (keys.some(({ record, shown }) => shown === 'same' && isRsa(record))) return right('dkim_ours', domain);
  if (open.length > 0) return missing('dkim_paste', [domain], open);
  if (keys.length > 0 || selectors === 'silent') return unsure('silent', domain);
  if (!provider) return unsure('dkim_own_relay', host);
  return PROVIDERS[provider].selectors.length > 0
    ? missing('dkim_none', [provider, domain])
    : unsure('dkim_unsure', provider, domain);
}

/** The key that every receiver understands; the other one is young (RFC 8463). */
const isRsa = ({ value }: DnsRecord): boolean => value.includes('k=rsa');

/** RFC 7489, 6.3. */
const POLICIES: ReadonlySet<string> = new Set(['none', 'quarantine', 'reject']);

function dmarc({ address, dmarc: seen }: MailFacts, domain: string): Judged {
  if (seen === 'silent') return unsure('silent', domain);
  const [record, second] = seen.records;
  if (second) return missing('dmarc_two', [domain]);
  const policy = /;\s*p\s*=\s*(\w+)/i.exec(record ?? '')?.[1]?.toLowerCase();
  if (policy && POLICIES.has(policy)) return right('dmarc_right', policy);
  return missing(
    'dmarc_none',
    [domain],
    [{ type: 'TXT', name: `_dmarc.${domain}`, value: `v=DMARC1; p=none; rua=mailto:${address}` }],
  );
}

function reverse({ host, reverse: seen }: MailFacts): Judged {
  if (seen === 'silent') return unsure('silent', host);
  if (!seen) return unsure('reverse_inside', host);
  const [name] = seen.names;
  if (!name) return missing('reverse_none', [seen.ip, host]);
  return seen.leadsBack ? right('reverse_right', seen.ip, name) : missing('reverse_other', [seen.ip, name]);
}

function limit({ host }: MailFacts, pace: string): Judged {
  const provider = providerOf(host);
  const set = readPace(pace, provider);
  const perDay = set?.perDay === undefined ? '0' : String(set.perDay);
  if (!provider) return right('limit_own', perDay);
  const preset = readPace(provider)!;
  const most = String(preset.perDay);
  if (!set?.perDay) return missing('limit_unset', [provider, most]);
  return set.perDay > preset.perDay!
    ? unsure('limit_above', provider, most, perDay)
    : right('limit_set', provider, perDay);
}

function unsubscribe({ unsubscribe: seen }: MailFacts): Judged {
  if (seen === 'right') return right('unsubscribe_right');
  if (seen === 'insecure') return missing('unsubscribe_insecure');
  if (seen === 'inside') return missing('unsubscribe_inside');
  return 'fault' in seen
    ? missing('unsubscribe_silent', [seen.fault])
    : missing('unsubscribe_other', [String(seen.status)]);
}
