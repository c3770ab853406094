/** Writes sql/schema.sql, the readable sum of all migrations. */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '../src/db/migrate.ts';
import { openDatabase } from '../src/db/open.ts';
import { startEmbedded } from '../src/db/postgres/embedded.ts';
import { describeSchema } from './describe_schema.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'solo-crm-schema-'));
// the server may run as another user
chmodSync(dataDir, 0o755);
try {
  const server = await startEmbedded(dataDir, { fsync: 'off' });
  await migrate(server.connection);
  const db = openDatabase(server.connection);
  writeFileSync(new URL('../sql/schema.sql', import.meta.url), await describeSchema(db.sql));
  await db.close();
  await server.stop();
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}
