import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import type { Config } from '../config.ts';
import { type Database, openDatabase } from '../db/open.ts';
import { connectionOfRunning } from '../db/postgres/embedded.ts';
import { serviceRuns } from '../db/postgres/lock.ts';
import { exportAll } from '../domain/exchange/all/all.ts';
import { noteAct } from '../domain/owner/journal.ts';
import { filesDir, openFileStore } from '../files/store.ts';
import { openData } from '../service/data.ts';
import { Explained } from '../text/explained.ts';
import { texts } from '../text/texts.ts';

/** Writes all there is into a zip at this path, however much it is: only a batch of rows is in memory at once. Gives its size in bytes. */
export async function exportFile(config: Config, path: string): Promise<number> {
  const { db, close } = await reach(config);
  try {
    const files = openFileStore(filesDir(config));
    const how = { now: new Date(), sha256, readFile: (ref: string) => files.read(ref), mostFileBytes: Infinity };
    await pipeline(exportAll(db.sql, texts(config.settings.locale), how), createWriteStream(path, { mode: 0o600 }));
    await noteExported(db);
    return (await stat(path)).size;
  } finally {
    await close();
  }
}

const sha256 = (text: string): Uint8Array => createHash('sha256').update(text).digest();

/** The database of the service that runs here, or our own look at it. */
async function reach(config: Config): Promise<{ db: Database; close: () => Promise<void> }> {
  if (!(await serviceRuns(config.dataDir))) return openData(config, 'cli');
  const connection = config.databaseUrl ? { url: config.databaseUrl } : await connectionOfRunning(config.dataDir);
  if (!connection) throw new Explained(({ start }) => start.betweenTimes);
  const db = openDatabase(connection, { poolSize: 1 });
  return { db, close: () => db.close() };
}

/** Whoever sits at the machine is the owner. */
async function noteExported(db: Database): Promise<void> {
  await db.transaction(async (tx) => {
    const [owner] = await tx<{ id: string }>`select id from users where role = 'owner' order by id limit 1`;
    if (owner) await noteAct(tx, { userId: owner.id, command: '/export all', now: new Date() }, 'exported');
  });
}
