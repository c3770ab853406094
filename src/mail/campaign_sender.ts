import { setTimeout as pause } from 'node:timers/promises';
import type { BulkMail, BulkResult, BulkSender } from '../outbox/bulk.ts';
import { envelopeAddress, parseMailAddress } from './read/address.ts';
import { outcomeOf } from './send/outcome.ts';
import { SmtpPool } from './send/pool.ts';
import { parseMailServer } from './send/server_url.ts';

export interface BulkSettings {
  /** SMTP_URL. */
  url: string;
  /** Connections at once. Default 4. */
  connections?: number;
}

const TIMEOUTS = { connectMs: 30_000, greetingMs: 60_000, silenceMs: 630_000 };
const DEADLINE_MS = 11 * 60_000;

/** Hands over many mails by the connections of ordinary mail. */
export function openBulk({ url, connections = 4 }: BulkSettings): BulkSender {
  const pool = new SmtpPool(parseMailServer(url, 'smtp'), { timeouts: TIMEOUTS });
  return {
    async send(batch) {
      const results: BulkResult[] = [];
      const next = batch.entries();
      const carry = async () => {
        for (const [nth, mail] of next) results[nth] = await deliver(pool, mail);
      };
      await Promise.all(Array.from({ length: Math.min(connections, batch.length) }, carry));
      return results;
    },
    async close() {
      pool.close();
      await pause(0);
    },
  };
}

async function deliver(pool: SmtpPool, mail: BulkMail): Promise<BulkResult> {
  const to = envelopeAddress(mail.to);
  const from = parseMailAddress(mail.from);
  if (!to || !from) return { state: 'failed', detail: 'address_not_tried' };
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer');
  const { subject, html, text, headers, messageId } = mail;
  const composer = new MailComposer({
    from: { name: from.name, address: from.address },
    to: { name: '', address: to },
    ...{ subject, html, text, headers, messageId },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const raw = await composer.compile().build();
  const delivery = await pool.deliver({ from: from.address, to }, raw, AbortSignal.timeout(DEADLINE_MS));
  if (delivery.accepted) return { state: 'sent', detail: '' };
  const outcome = outcomeOf(delivery.error, delivery.committed, 1);
  const state = outcome.result === 'moved' ? 'failed' : outcome.result;
  const { responseCode } = delivery.error;
  return { state, detail: 'error' in outcome ? outcome.error : '', ...(responseCode && { code: responseCode }) };
}
