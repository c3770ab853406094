import { createHmac, hash, type KeyObject } from 'node:crypto';

const OUR_FORM = /^<crm\.([0-9a-f]{32})\.([0-9a-f]{8})@[^<>@\s]+>$/;

/**
 * The Message-ID of a mail we send: the same for every attempt at one outbox row, so a mail that went out twice is seen
 * as one, and signed, so nobody else can make up an id that looks like ours.
 * @param idempotencyKey of the outbox row; only its hash leaves the house
 * @param domain right-hand side, by custom the domain of the From address
 * @param secret the key of this installation
 * @returns `<crm.{32 hex}.{8 hex}@domain>`
 */
export function messageIdFor(idempotencyKey: string, domain: string, secret: KeyObject | string): string {
  const key = hash('sha256', idempotencyKey).slice(0, 32);
  return `<crm.${key}.${signature(key, secret)}@${domain}>`;
}

/** Whether a Message-ID was made by `messageIdFor` with this secret. */
export function isOurMessageId(messageId: string, secret: KeyObject | string): boolean {
  const match = OUR_FORM.exec(messageId.trim());
  return match !== null && match[2] === signature(match[1]!, secret);
}

function signature(key: string, secret: KeyObject | string): string {
  return createHmac('sha256', secret).update(`message-id:${key}`).digest('hex').slice(0, 8);
}
