import type { Dovecot } from '../../test/support/dovecot.ts';

const PEOPLE = 60;
/** The share of the mails; as many others go only to the second mailbox. */
const IN_BOTH = 0.1;

export const SECOND = 'Shop';

/** When each mail was delivered, by its number (ms since 1970). */
export type Delivered = Map<number, number>;

/** One of sixty people writes to one mailbox, to the other, or to both, each in its own way. */
export function deliverNext(dovecot: Dovecot, random: () => number, delivered: Delivered): void {
  const number = delivered.size + 1;
  const sender = Math.floor(random() * PEOPLE);
  const where = random();
  delivered.set(number, Date.now());
  if (where > IN_BOTH) dovecot.deliver(mail(number, sender, 'one'));
  if (where < 2 * IN_BOTH) dovecot.deliver(mail(number, sender, 'two'), { folder: SECOND });
}

export function historyIn(dovecot: Dovecot): void {
  dovecot.deliver('From: old@example.net\r\nSubject: long ago\r\n\r\nold\r\n');
  dovecot.deliver('From: old@example.net\r\nSubject: long ago\r\n\r\nold\r\n', { folder: SECOND });
}

/** The number in a raw mail. */
export function numberOf(raw: Buffer): number {
  return Number(/^Message-ID: <fire\.(\d+)@/m.exec(raw.toString('latin1'))?.[1]);
}

function mail(number: number, sender: number, way: string): string {
  return [
    `Received: from ${way}.example.net by mx.example.com; ${new Date().toUTCString()}`,
    `From: Customer ${sender} <customer-${sender}@example.net>`,
    'To: shop@example.com',
    `Subject: Question ${number}`,
    `Message-ID: <fire.${number}@example.net>`,
    `Date: ${new Date().toUTCString()}`,
    '',
    `How much for ${number} boxes of green tea? Please send me a quote.`,
    '',
  ].join('\r\n');
}
