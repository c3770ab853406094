import type { ImapFlow } from 'imapflow';
import { parseMailServer } from '../send/server_url.ts';
import { openMailbox } from './imap.ts';

/** The owner's question waits for this. */
const PATIENCE_MS = 20_000;

/**
 * Looks for a mail of ours where many providers keep a copy of everything sent: the mailbox marked \Sent (RFC 6154).
 * False if no such mailbox holds it, which proves nothing: not every provider keeps copies.
 * @param urls of the mailboxes we read
 * @throws AggregateError if none has it and at least one could not be looked at
 */
export async function isInSent(urls: readonly string[], messageId: string, signal: AbortSignal): Promise<boolean> {
  const looks = await Promise.allSettled(urls.map((url) => isInSentOf(url, messageId, signal)));
  if (looks.some((look) => look.status === 'fulfilled' && look.value)) return true;
  const faults = looks.flatMap((look) => (look.status === 'rejected' ? [look.reason as unknown] : []));
  if (faults.length > 0) throw new AggregateError(faults);
  return false;
}

async function isInSentOf(url: string, messageId: string, signal: AbortSignal): Promise<boolean> {
  const { client, broken } = await openMailbox(parseMailServer(url, 'imap'), () => {}, PATIENCE_MS);
  const close = () => client.close();
  signal.addEventListener('abort', close, { once: true });
  try {
    if (signal.aborted) return false;
    return await Promise.race([search(client, messageId), broken]);
  } finally {
    signal.removeEventListener('abort', close);
    close();
  }
}

async function search(client: ImapFlow, messageId: string): Promise<boolean> {
  const mailboxes = await client.list();
  const sent = mailboxes.find(({ specialUse }) => specialUse === '\\Sent');
  if (!sent) return false;
  await client.mailboxOpen(sent.path, { readOnly: true });
  const found = await client.search({ header: { 'message-id': messageId } }, { uid: true });
  return Array.isArray(found) && found.length > 0;
}
