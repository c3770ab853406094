import { createHash } from 'node:crypto';
import { NOUNS } from '../../../src/domain/exchange/all/nouns.ts';
import { type FetchFile, openFiles } from '../../../src/files/index.ts';
import { zipOf } from '../../../src/files/zip.ts';
import { importer } from '../../../src/jobs/imports.ts';
import type { House } from '../house.ts';
import { everyRow } from '../tables.ts';
import { unzip } from '../unzip.ts';

/** As the service does it: what is to be read or taken in is worked on until nothing is left, or for so many steps. */
export async function work(house: House, steps = 10_000, fetchFile?: FetchFile): Promise<void> {
  const round = importer({ act: house.act, files: openFiles(house.files, () => fetchFile) });
  for (let nth = 0; nth < steps; nth++) if ((await round()) > 0) return;
}

/** What `/export all` gives. */
export async function exported(house: House): Promise<Buffer> {
  const reply = await house.say('/export all');
  return house.files.read(reply.attachments![0]!.ref);
}

/** Gives a zip to a house that reads it. */
export async function give(house: House, zip: Buffer, name = 'solo-crm.zip') {
  const ref = await house.files.put(zip);
  await house.say(`/import ${ref} ${name}`);
  await work(house);
  const [row] = await house.db.sql<{ id: string }>`select max(id)::text as id from imports`;
  const id = row!.id;
  const show = () => house.say(`/import ${id}`);
  return {
    id,
    shown: await show(),
    show,
    /** Presses a button of it and lets it work. */
    async go(step = 'go', steps?: number) {
      await house.say(`/import ${id} ${step}`);
      await work(house, steps);
      return show();
    },
  };
}

/** Why a column of what is taken in is not as it was. */
export const MAY_DIFFER: Readonly<Record<string, string>> = {
  'users.role': 'a file gives nobody a right',
  'users.removed_at': 'a file gives nobody a right',
  'connections.token': 'the address of a hook is a secret',
  'connections.secret': 'is a secret',
  'connections.previous_secret': 'is a secret',
  'connections.previous_until': 'belongs to a secret',
};

/** The rows of every table that is exported, but for what may differ. */
export async function rowsIn(house: House): Promise<Record<string, Record<string, unknown>[]>> {
  const tables = NOUNS.map(({ table }) => table);
  const rows = await everyRow<Record<string, unknown>>(house.db.sql, tables, 'to_jsonb(t)');
  for (const [table, all] of Object.entries(rows))
    for (const row of all)
      for (const column of Object.keys(row)) if (`${table}.${column}` in MAY_DIFFER) delete row[column];
  // where cards go is no matter of a file, and each house has an owner of its own
  rows.settings = rows.settings!.filter((row) => row.key !== 'deskChats');
  rows.users = rows.users!.filter((row) => row.id !== 1);
  return rows;
}

/** A zip with some of its files changed; undefined: left out. */
export async function changed(
  zip: Buffer,
  changes: Record<string, ((text: string) => string) | Buffer | undefined>,
): Promise<Buffer> {
  const files = unzip(zip);
  for (const [name, change] of Object.entries(changes)) {
    if (change === undefined) files.delete(name);
    else if (Buffer.isBuffer(change)) files.set(name, change);
    else files.set(name, Buffer.from(change(files.get(name)!.toString())));
  }
  return zipped(files);
}

export async function zipped(files: ReadonlyMap<string, Buffer>): Promise<Buffer> {
  const pieces: Buffer[] = [];
  async function* entries() {
    for (const [name, bytes] of files)
      yield {
        name,
        pieces: (async function* () {
          yield bytes;
        })(),
      };
  }
  for await (const piece of zipOf(entries())) pieces.push(piece);
  return Buffer.concat(pieces);
}

export const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
