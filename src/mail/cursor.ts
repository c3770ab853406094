import type { Sql, Tx } from '../db/sql.ts';
import type { InboxEvent } from '../inbox/event.ts';
import { insertInbox } from '../inbox/receive.ts';

/** How far one mailbox has been read. */
export interface MailCursor {
  /** `email:<user>@<host>/<mailbox>`, the same as the source of its inbox rows. */
  source: string;
  /** UIDs mean something only under one UIDVALIDITY (RFC 3501, 2.3.1.1). */
  uidValidity: string;
  lastUid: number;
  /** Set while a mailbox is listed anew: mails that came before this ISO time are passed over. */
  since?: string;
}

export async function readCursor(sql: Sql, source: string): Promise<MailCursor | undefined> {
  const [row] = await sql<{ position: Omit<MailCursor, 'source'> }>`
    select position from cursors where source = ${source}`;
  return row && { source, ...row.position };
}

/**
 * Stores a mail and moves the cursor behind it; both or neither, by the transaction they run in. A mail that is there already
 * only moves the cursor. Without an event only the cursor moves.
 * @returns whether a row was added
 */
export async function storeMail(tx: Tx, event: InboxEvent | undefined, cursor: MailCursor): Promise<boolean> {
  const { source, ...position } = cursor;
  const receipt = event && (await insertInbox(tx, event));
  await tx`
    insert into cursors (source, position) values (${source}, ${tx.json(position)})
    on conflict (source) do update set position = excluded.position`;
  return receipt === 'stored';
}
