import { Resolver } from 'node:dns/promises';
import { codeOf } from '../../lib/net_fault.ts';

/** The DNS did not answer, or not in time: nothing is known. */
export class Silent extends Error {
  override readonly name = 'Silent';
}

/** What the DNS says. A name without such a record has none: []. Each throws Silent where no server answered. */
export interface Names {
  /** Each record in one piece. */
  txt(name: string): Promise<string[]>;
  /** IPv4 and IPv6. */
  addresses(name: string): Promise<string[]>;
  /** The names of the servers that take a domain's mail. */
  mailServers(domain: string): Promise<string[]>;
  /** The names of an address. */
  reverse(ip: string): Promise<string[]>;
}

export interface NamesOptions {
  /** '127.0.0.1:5353'. Default: the system's. */
  servers?: readonly string[];
  /** How long one server is waited for, in ms, and how often it is asked. Default 3,000 and 2. */
  timeoutMs?: number;
  tries?: number;
}

const NOTHING = /^(?:ENOTFOUND|ENODATA)$/;

/** Asks the DNS servers themselves, past the hosts file: what counts is what others see. */
export function openNames({ servers, timeoutMs = 3000, tries = 2 }: NamesOptions = {}): Names {
  const resolver = new Resolver({ timeout: timeoutMs, tries });
  if (servers) resolver.setServers(servers);
  const asked = async <T>(answer: Promise<T[]>): Promise<T[]> => {
    try {
      return await answer;
    } catch (error) {
      if (NOTHING.test(codeOf(error))) return [];
      throw new Silent('the DNS did not answer', { cause: error });
    }
  };
  return {
    txt: async (name) => (await asked(resolver.resolveTxt(name))).map((parts) => parts.join('')),
    async addresses(name) {
      const found = await Promise.all([asked(resolver.resolve4(name)), asked(resolver.resolve6(name))]);
      return found.flat();
    },
    mailServers: async (domain) => (await asked(resolver.resolveMx(domain))).map(({ exchange }) => exchange),
    reverse: (ip) => asked(resolver.reverse(ip)),
  };
}
