import type { Sql, Tx } from '../../db/sql.ts';
import type { InboxEvent } from '../../inbox/event.ts';
import { insertInbox } from '../../inbox/receive.ts';
import { UID_HEADER } from '../read/limits.ts';

/** How far one mailbox has been read. */
export interface MailCursor {
  /** `email:<user>@<host>/<mailbox>`, the same as the source of its inbox rows. */
  source: string;
  /** UIDs mean something only under one UIDVALIDITY (RFC 3501, 2.3.1.1). */
  uidValidity: string;
  lastUid: number;
  /** ISO time of the first look into this mailbox: mail that the server had before that is not ours. */
  startedAt?: string;
  /** The newest UID at that look; kept only while the mailbox has the same UIDs. */
  startedAfter?: number;
  /** Set while a mailbox is listed anew: mails that came before this ISO time are skipped. */
  since?: string;
  /** ISO time of the last look by date for mails that this cursor skipped. */
  checkedAt?: string;
  /** The lowest UID that this look covered: whether mails below it were stored will not be asked again. */
  checkedFrom?: number;
}

export async function readCursor(sql: Sql, source: string): Promise<MailCursor | undefined> {
  const [row] = await sql<{ position: Omit<MailCursor, 'source'> }>`
    select position from cursors where source = ${source}`;
  return row && { source, ...row.position };
}

/**
 * Stores a mail and moves the cursor behind it, both in the caller's transaction. A mail that is stored already only
 * moves the cursor, and so does a call without an event.
 * @returns whether a row was added
 */
export async function storeMail(tx: Tx, event: InboxEvent | undefined, cursor: MailCursor): Promise<boolean> {
  const { source, ...position } = cursor;
  const receipt = event && (await insertInbox(tx, event));
  await (event ? noteUid(tx, event) : forgetUids(tx, cursor));
  await tx`
    insert into cursors (source, position) values (${source}, ${tx.json(position)})
    on conflict (source) do update set position = excluded.position`;
  return receipt === 'stored';
}

/** Those of these UIDs that were never stored, in their order. */
export async function notStored(sql: Sql, cursor: MailCursor, uids: readonly number[]): Promise<number[]> {
  const rows = await sql<{ uid: number }>`
    select uid::float8 as uid from unnest(${uids.map(String)}::bigint[]) with ordinality as listed (uid, place)
    where not exists (
      select from mailbox_uids known
      where known.source = ${cursor.source} and known.uid_validity = ${cursor.uidValidity} and known.uid = listed.uid
    )
    order by place`;
  return rows.map(({ uid }) => uid);
}

async function noteUid(tx: Tx, { source, headers }: InboxEvent): Promise<void> {
  const [validity, uid] = headers?.[UID_HEADER]?.split(':') ?? [];
  if (!validity || !uid) return;
  await tx`
    insert into mailbox_uids (source, uid_validity, uid) values (${source}, ${validity}, ${uid}) on conflict do nothing`;
}

async function forgetUids(tx: Tx, { source, uidValidity, checkedFrom = 0 }: MailCursor): Promise<void> {
  await tx`
    delete from mailbox_uids
    where source = ${source} and (uid_validity <> ${uidValidity} or uid < ${checkedFrom})`;
}
