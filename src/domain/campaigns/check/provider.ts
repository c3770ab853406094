import type { PRESETS } from '../rules.ts';

export type Provider = keyof typeof PRESETS;

/** What is to be known of a provider to say whether it may send for a domain. */
export interface ProviderFacts {
  /** Its mail servers' names end so. */
  servers: readonly string[];
  /** The domains of the addresses that it gives out itself: their records are its own matter. */
  domains: readonly string[];
  /** What SPF has to include. */
  spf: string;
  /** Under which names it keeps its DKIM keys in a customer's domain; none: each customer has others. */
  selectors: readonly string[];
}

export const PROVIDERS: Readonly<Record<Provider, ProviderFacts>> = {
  gmail: {
    servers: ['gmail.com', 'googlemail.com'],
    domains: ['gmail.com', 'googlemail.com'],
    spf: '_spf.google.com',
    selectors: ['google'],
  },
  outlook: {
    servers: ['office365.com', 'outlook.com'],
    domains: ['outlook.com', 'hotmail.com', 'live.com', 'msn.com'],
    spf: 'spf.protection.outlook.com',
    selectors: ['selector1', 'selector2'],
  },
  qq: { servers: ['qq.com'], domains: ['qq.com', 'foxmail.com', 'vip.qq.com'], spf: 'spf.mail.qq.com', selectors: [] },
  '163': {
    servers: ['163.com', '126.com', 'yeah.net'],
    domains: ['163.com', '126.com', 'yeah.net', 'vip.163.com', 'vip.126.com'],
    spf: 'spf.163.com',
    selectors: [],
  },
  aliyun: {
    servers: ['aliyun.com', 'mxhichina.com'],
    domains: ['aliyun.com'],
    spf: 'spf1.dm.aliyun.com',
    selectors: [],
  },
  ses: { servers: ['amazonaws.com'], domains: [], spf: 'amazonses.com', selectors: [] },
};

const names = Object.keys(PROVIDERS) as Provider[];

/** Whose server it is; undefined: none that we know. */
export function providerOf(host: string): Provider | undefined {
  const name = host.toLowerCase();
  return names.find((one) => PROVIDERS[one].servers.some((end) => name === end || name.endsWith(`.${end}`)));
}

/** Who gives out addresses at this domain to everybody; undefined: nobody that we know, so it is the owner's own. */
export function giverOf(domain: string): Provider | undefined {
  return names.find((one) => PROVIDERS[one].domains.includes(domain.toLowerCase()));
}
