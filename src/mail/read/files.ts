import type { Sql } from '../../db/sql.ts';
import { FileRefused } from '../../files/fault.ts';
import type { FetchFile } from '../../files/index.ts';
import { bodyOf } from '../../inbox/body.ts';
import type { MailReader } from './reader.ts';

/** The whole mail as it came. */
export const RAW_PART = 'raw';

const REF = /^part:(\d{1,18}):(raw|\d+(?:\.\d+)*)$/;

/**
 * The ref of a mail's file. The file stays in the stored mail, inbox row `inboxId`, as the part that `readPart` counts
 * so.
 */
export function partRef(inboxId: string, part: string): string {
  return `part:${inboxId}:${part}`;
}

/** Fetches a file by its `partRef` from the mail that it came in. */
export function fetchFromMail(sql: Sql, reader: Pick<MailReader, 'part'>): FetchFile {
  return async (ref) => {
    const [, id, part] = REF.exec(ref) ?? [];
    const body = id && (await bodyOf(sql, id));
    if (body && part === RAW_PART) return body;
    const file = body && (await reader.part(body, part!));
    if (!file) throw new FileRefused('file_gone', 'the mail or this part of it is not kept');
    return Buffer.from(file.content.buffer);
  };
}
