import type { DomainEvent } from '../../domain/event.ts';
import type { InboxEvent, InboxRow } from '../../inbox/event.ts';
import { cleanText } from '../../text/normalise.ts';

/** The address that every terminal and `crm say` write from: whoever can open the data directory is the owner. */
export const CONSOLE_OWNER = 'owner';

/** A typed line as the inbox keeps it. `session` is where the reply goes. */
export function typed(session: string, id: string, text: string): InboxEvent {
  return {
    source: 'console',
    externalId: id,
    lane: `console:${session}`,
    sender: CONSOLE_OWNER,
    body: Buffer.from(JSON.stringify({ session, text })),
  };
}

export function parseConsole(row: InboxRow): DomainEvent {
  const { session, text } = JSON.parse(row.body.toString()) as { session: string; text: string };
  return {
    kind: 'message.received',
    channel: 'console',
    chat: session,
    private: true,
    from: { address: CONSOLE_OWNER, name: 'owner' },
    externalId: row.externalId,
    text: cleanText(text),
    attachments: [],
    answers: [],
    sentAt: row.receivedAt,
  };
}
