import type { Sql, Tx } from '../../../db/sql.ts';
import type { Context } from '../../context.ts';
import type { DnsRecord } from './finding.ts';

/** The selectors under which our keys stand in the DNS. */
export const SELECTORS = { rsa: 'crm1', ed25519: 'crm2' } as const;

export type KeyKind = keyof typeof SELECTORS;

/** A key pair as it was made. */
export interface MadeKey {
  kind: KeyKind;
  /** Base64, as the record's p= has it: SubjectPublicKeyInfo of RSA, the 32 bytes of Ed25519. */
  publicKey: string;
  /** PEM, PKCS #8. */
  privateKey: string;
}

export interface StoredKey {
  domain: string;
  selector: string;
  kind: KeyKind;
  publicKey: string;
  sealed: Uint8Array;
}

/** What a sealed key is bound to. */
export const sealedAbout = ({ domain, selector }: Pick<StoredKey, 'domain' | 'selector'>): string =>
  `dkim key:${domain}:${selector}`;

/** Keeps the keys of a domain, unless it has some: what is in the DNS already must stay right. */
export async function keepKeys(ctx: Context, domain: string, keys: readonly MadeKey[]): Promise<void> {
  for (const { kind, publicKey, privateKey } of keys) {
    const selector = SELECTORS[kind];
    await ctx.tx`
      insert into dkim_keys (domain, selector, kind, public_key, sealed, made_at)
      values (
        ${domain}, ${selector}, ${kind}, ${publicKey}, ${Buffer.from(ctx.seal(privateKey, sealedAbout({ domain, selector })))}, ${ctx.now}
      ) on conflict (domain, selector) do nothing`;
  }
}

/** `active`: only those that campaigns are signed with. */
export async function keysOf(sql: Sql, domain: string, { active = false } = {}): Promise<StoredKey[]> {
  return sql<StoredKey>`
    select domain, selector, kind, public_key as "publicKey", sealed from dkim_keys
    where domain = ${domain} and (active_at is not null or not ${active}) order by selector`;
}

/** The record that makes a key known (RFC 6376, 3.6.1). */
export const recordOf = ({ domain, selector, kind, publicKey }: Omit<StoredKey, 'sealed'>): DnsRecord => ({
  type: 'TXT',
  name: `${selector}._domainkey.${domain}`,
  value: `v=DKIM1; k=${kind}; p=${publicKey}`,
});

/** Campaigns are signed with those that the DNS shows, and with no other: a signature without its key does harm. */
export async function activateKeys(
  { tx, now }: Pick<Context, 'now'> & { tx: Tx },
  domain: string,
  shown: Readonly<Record<string, boolean>>,
): Promise<void> {
  for (const [selector, is] of Object.entries(shown))
    await tx`
      update dkim_keys set active_at = ${is ? now : null} where domain = ${domain} and selector = ${selector}
        and (active_at is not null) <> ${is}`;
}
