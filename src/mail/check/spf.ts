import { BlockList, isIP } from 'node:net';
import type { SpfFact } from '../../domain/campaigns/check/judge.ts';
import type { Names } from './names.ts';

/** Who sends: from these addresses, or through a provider whose record has to be included. */
export type SpfSender = { ips: readonly string[] } | { include: string };

/** RFC 7208, 4.6.4: with more look-ups, the record cannot be evaluated. */
const LOOKUPS = 10;
const LONGEST = 10_000;

class Broken extends Error {}

/** Whether a domain's SPF record lets this sender send (RFC 7208). */
export async function checkSpf(
  names: Names,
  domain: string,
  sender: SpfSender,
): Promise<{ fact: Exclude<SpfFact, 'silent'>; record?: string }> {
  const records = spfIn(await names.txt(domain));
  const [record] = records;
  if (record === undefined) return { fact: 'none' };
  if (records.length > 1) return { fact: 'two', record };
  try {
    const passes = await new Evaluation(names, sender).passes(domain, record);
    return { fact: passes ? 'pass' : 'fail', record };
  } catch (error) {
    if (error instanceof Broken) return { fact: 'broken', record };
    throw error;
  }
}

const spfIn = (texts: readonly string[]): string[] =>
  texts.filter((text) => text.length <= LONGEST && /^v=spf1(?: |$)/i.test(text));

/** One evaluation: it counts its look-ups. */
class Evaluation {
  readonly #names: Names;
  readonly #sender: SpfSender;
  #lookups = 0;

  constructor(names: Names, sender: SpfSender) {
    this.#names = names;
    this.#sender = sender;
  }

  async passes(domain: string, record: string): Promise<boolean> {
    let redirect: string | undefined;
    for (const term of record.trim().split(/ +/).slice(1)) {
      const [, target] = /^redirect=(.+)$/i.exec(term) ?? [];
      if (target) redirect = target;
      if (/^[\w.-]+=/.test(term)) continue;
      const [, sign = '', name = '', value = ''] = /^([+?~-]?)([a-z0-9]+)(?:[:/](.*))?$/i.exec(term) ?? [];
      const hit = await this.#matches(name.toLowerCase(), term, value, domain);
      if (hit) return sign === '' || sign === '+';
    }
    return redirect !== undefined && this.#include(redirect);
  }

  async #matches(name: string, term: string, value: string, domain: string): Promise<boolean> {
    switch (name) {
      case 'all':
        // of a provider only the include that it asks for is looked for
        return 'ips' in this.#sender;
      case 'include':
        return this.#include(value);
      case 'ip4':
      case 'ip6':
        return this.#within([value]);
      case 'a': {
        this.#count();
        const { host, bits } = targetOf(term, domain);
        return 'ips' in this.#sender && this.#within(withBits(await this.#names.addresses(host), bits));
      }
      case 'mx': {
        this.#count();
        const { host, bits } = targetOf(term, domain);
        return 'ips' in this.#sender && this.#within(withBits(await this.#ofMailServers(host), bits));
      }
      case 'ptr':
      case 'exists':
        // nobody's own server is named so today; as a look-up it counts
        this.#count();
        return false;
      default:
        throw new Broken(term);
    }
  }

  /** Also of a redirect. */
  async #include(domain: string): Promise<boolean> {
    this.#count();
    if (domain === '') throw new Broken('include');
    if ('include' in this.#sender && same(domain, this.#sender.include)) return true;
    if (domain.includes('%')) return false; // a macro: what it stands for depends on the mail
    const [record, second] = spfIn(await this.#names.txt(domain));
    if (record === undefined || second !== undefined) throw new Broken(domain);
    return this.passes(domain, record);
  }

  async #ofMailServers(host: string): Promise<string[]> {
    const servers = await this.#names.mailServers(host);
    const found = await Promise.all(servers.slice(0, LOOKUPS).map((server) => this.#names.addresses(server)));
    return found.flat();
  }

  #within(ranges: readonly string[]): boolean {
    if (!('ips' in this.#sender)) return false;
    const list = new BlockList();
    for (const range of ranges) addRange(list, range);
    return this.#sender.ips.some((ip) => list.check(ip, familyOf(ip)));
  }

  #count(): void {
    if (++this.#lookups > LOOKUPS) throw new Broken('look-ups');
  }
}

const same = (one: string, other: string): boolean => one.toLowerCase().replace(/\.$/, '') === other;

const familyOf = (ip: string): 'ipv4' | 'ipv6' => (isIP(ip) === 6 ? 'ipv6' : 'ipv4');

function addRange(list: BlockList, range: string): void {
  const [address = '', bits] = range.split('/');
  const most = isIP(address) === 6 ? 128 : 32;
  const length = bits === undefined ? most : Number(bits);
  if (isIP(address) === 0 || !Number.isInteger(length) || length < 0 || length > most) throw new Broken(range);
  list.addSubnet(address, length, familyOf(address));
}

/** 'a:mail.example.com/24//64': whose addresses, and how many bits of them count, of IPv4 and of IPv6. */
function targetOf(term: string, domain: string): { host: string; bits: [string, string] } {
  const [, host = domain, four = '32', six = '128'] =
    /^[+?~-]?[a-z]+(?::([^/]+))?(?:\/(\d{1,2}))?(?:\/\/(\d{1,3}))?$/i.exec(term) ?? [];
  return { host, bits: [four, six] };
}

const withBits = (ips: readonly string[], [four, six]: [string, string]): string[] =>
  ips.map((ip) => `${ip}/${isIP(ip) === 6 ? six : four}`);
