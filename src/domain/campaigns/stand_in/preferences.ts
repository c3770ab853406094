import { createHmac, type KeyObject } from 'node:crypto';

/** The page on which somebody says what they want to get, and where one click unsubscribes: '/u/<token>'. It needs no row. */
export function preferencesPath(
  secret: KeyObject | string,
  { contactId, channel, address }: { contactId: string; channel: string; address: string },
): string {
  const says = Buffer.from(JSON.stringify([contactId, channel, address])).toString('base64url');
  const signed = createHmac('sha256', secret).update(`preferences:${says}`).digest('base64url').slice(0, 22);
  return `/u/${says}.${signed}`;
}
