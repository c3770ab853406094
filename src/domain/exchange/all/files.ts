import type { Sql } from '../../../db/sql.ts';
import { FileRefused } from '../../../files/fault.ts';
import { isKept } from '../../../files/store.ts';
import type { Entry } from '../../../files/zip.ts';
import type { Attachment } from '../../attachment.ts';

/** Where the files of an archive are, each by the hash of its content. */
export const FILES = 'files/';
export const LEFT_OUT_FILES = 'files_left_out.csv';

/** The message that it came with ('': a contract’s, or the business’s), its name, its size in bytes as it was said, and where it is. */
export type LeftOutFile = [messageId: string, name: string, bytes: string, where: string];

export interface FileRoom {
  /** The bytes of a file that we keep. */
  readFile: (ref: string) => Promise<Uint8Array>;
  /** So many bytes of files go along at most; the others are named. */
  mostFileBytes: number;
}

/** So many messages are looked at once. */
const BATCH = 500;

/** The files that we keep, each once, as long as there is room; those that do not come along are named in `leftOut`. */
export async function* fileEntries(
  sql: Sql,
  { readFile, mostFileBytes }: FileRoom,
  leftOut: LeftOutFile[],
): AsyncGenerator<Entry> {
  const seen = new Set<string>();
  let room = mostFileBytes;
  for await (const [messageId, file] of attachments(sql)) {
    const { ref, name = '', bytes } = file;
    const leave = (where: string) => leftOut.push([messageId, name, String(bytes ?? ''), where]);
    if (!isKept(ref)) leave(file.channel ?? 'channel');
    else if (!seen.has(ref)) {
      const content = (bytes ?? 0) > room ? undefined : await readFile(ref).catch(unlessGone);
      if (!content || content.length > room) {
        leave(content || (bytes ?? 0) > room ? 'here' : 'gone');
        continue;
      }
      seen.add(ref);
      room -= content.length;
      yield { name: FILES + ref.slice('file:'.length), pieces: once(content) };
    }
  }
}

function unlessGone(error: unknown): undefined {
  if (!(error instanceof FileRefused)) throw error;
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** Of contracts and of the business, which belong to no message, and of all messages. */
async function* attachments(sql: Sql): AsyncGenerator<[string, Attachment]> {
  const contracts = await sql<{
    file: Attachment;
  }>`select file from contract_files where contract_id is not null order by id`;
  for (const { file } of contracts) yield ['', file];
  const pictures = await sql<{ ref: string; name: string }>`
    select value ->> 'logo' as ref, 'logo' as name from settings where key = 'business' and value ? 'logo'
    union all
    select picture.ref, picture.name from settings, jsonb_each_text(value -> 'payPictures') picture (name, ref) where key = 'business'`;
  for (const { ref, name } of pictures) yield ['', { kind: 'photo', ref, name }];
  yield* ofMessages(sql);
}

/** A batch at a time. Places and the like have no bytes. */
async function* ofMessages(sql: Sql): AsyncGenerator<[string, Attachment]> {
  for (let after = '0'; ; ) {
    const rows = await sql<{ id: string; attachments: Attachment[] }>`
      select id, attachments from messages where id > ${after} order by id limit ${BATCH}`;
    for (const { id, attachments } of rows)
      for (const file of attachments) if (file.kind !== 'location') yield [id, file];
    if (rows.length < BATCH) return;
    after = rows.at(-1)!.id;
  }
}
