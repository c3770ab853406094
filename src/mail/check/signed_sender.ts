import type { Sql } from '../../db/sql.ts';
import { sealedAbout } from '../../domain/campaigns/check/dkim_key.ts';
import { activeKeys } from '../../domain/campaigns/check/mail_check.ts';
import type { BulkSender } from '../../outbox/bulk.ts';
import { type Key, open as unseal } from '../../vault/seal.ts';
import type { DkimKey } from '../bulk/dkim.ts';

export interface SignedSenderOptions {
  sql: Sql;
  /** Opens our DKIM keys. */
  key: Key;
  /** The address that campaigns are sent from. */
  address: string;
  /** Opens a sender that signs with these keys. */
  open(dkim: DkimKey[]): BulkSender;
  /** How long what is known of the keys holds, in ms. Default 30,000. */
  knownMs?: number;
}

/** A sender, and which keys it signs with. */
interface Opened {
  sender: BulkSender;
  selectors: string;
}

/** Signs with those of our keys that the DNS shows. Where these change, a new sender takes what comes, and the old one ends what it has. */
export function signedSender({ sql, key, address, open, knownMs = 30_000 }: SignedSenderOptions): BulkSender {
  let opened: Opened | undefined;
  let lookAt = 0;
  let looking: Promise<Opened> | undefined;
  const closing = new Set<Promise<void>>();

  async function look(): Promise<Opened> {
    const keys = await activeKeys(sql, address);
    const selectors = keys.map(({ selector }) => selector).join(' ');
    lookAt = performance.now() + knownMs;
    if (opened?.selectors === selectors) return opened;
    const former = opened?.sender;
    const dkim = keys.map(({ sealed, domain, selector }) => {
      return { domain, selector, privateKey: unseal(key, sealed, sealedAbout({ domain, selector })) };
    });
    opened = { sender: open(dkim), selectors };
    if (former) {
      const ended = Promise.resolve(former.close()).finally(() => closing.delete(ended));
      closing.add(ended);
    }
    return opened;
  }

  async function current(): Promise<BulkSender> {
    if (opened && performance.now() < lookAt) return opened.sender;
    looking ??= look().finally(() => {
      looking = undefined;
    });
    return (await looking).sender;
  }

  return {
    async send(batch) {
      let sender: BulkSender;
      try {
        sender = await current();
      } catch {
        // the database is away, or another key sealed them: unsigned, mail may be refused, so nothing is handed over
        return batch.map(() => ({ state: 'retry', detail: 'dkim_key', scope: 'channel', unreached: true }));
      }
      return sender.send(batch);
    },
    async close() {
      await opened?.sender.close();
      await Promise.all(closing);
    },
  };
}
