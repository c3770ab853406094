import { ownDomain } from '../public_mail.ts';

/** Domains of one provider: what reaches a name at one of them reaches it at the others. */
const FAMILIES = [
  ['gmail.com', 'googlemail.com'],
  ['icloud.com', 'me.com', 'mac.com'],
  ['qq.com', 'vip.qq.com', 'foxmail.com'],
  ['proton.me', 'protonmail.com', 'pm.me'],
] as const;
/** Signs that a provider passes over in a name. */
const PASSED_OVER: Readonly<Record<string, RegExp>> = { 'gmail.com': /\./g, 'proton.me': /[._-]/g };
/** Where anything@name.domain reaches name@domain. */
const BY_SUBDOMAIN = 'fastmail.com';

/** What somebody who types an address may mean by it: `key` is the same for all that may reach one mailbox. */
interface MailboxMeant {
  key: string;
  /** Addresses that may have the same key are at one of these, or below it. */
  domains: readonly string[];
  /** Only few people have addresses there: whose it is may take in every name. */
  isOwn: boolean;
}

/**
 * Spellings and aliases folded, as far as the hosters say that they reach one mailbox. Only for counting how often somebody is asked:
 * two people may have addresses that are folded into one, so nobody is known by it.
 */
export function mailboxMeant(address: string): MailboxMeant {
  const plain = address.toLowerCase();
  const at = plain.lastIndexOf('@');
  const [local, domain] = [
    plain.slice(0, Math.max(0, at)).replace(/^"|"$/g, '').replace(/\+.*$/s, ''),
    plain.slice(at + 1),
  ];
  if (domain.endsWith(`.${BY_SUBDOMAIN}`)) {
    const name = domain
      .slice(0, -BY_SUBDOMAIN.length - 1)
      .split('.')
      .at(-1)!;
    return { key: `${name}@${BY_SUBDOMAIN}`, domains: [BY_SUBDOMAIN], isOwn: false };
  }
  const domains = FAMILIES.find((family) => family.some((one) => one === domain)) ?? [domain];
  const name = local.replace(PASSED_OVER[domains[0]!] ?? /(?!)/g, '');
  return { key: `${name}@${domains[0]}`, domains, isOwn: ownDomain(domain) !== undefined };
}
