import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../src/config.ts';
import { makeApiKey, SCOPES } from '../src/domain/owner/api_key.ts';
import { makeField } from '../src/domain/people/fields/field.ts';
import { startService } from '../src/service/service.ts';

/** Where fields are named, which are the owner's own: no description can say which there are, so 422 is an answer there. */
const NAMING_FIELDS = ['listContacts', 'createContact', 'changeContact'];
const EXPECTED = ['2xx', '3xx', '401', '403', '404', '409', '422', '429', '5xx'];

/** Runs schemathesis against a service on empty data. Its checks are all on; what it finds it prints, with the request that shows it. */
async function main(): Promise<void> {
  const [tool = 'schemathesis', seconds = '40'] = process.argv.slice(2);
  const dataDir = mkdtempSync(join(tmpdir(), 'api-check-'));
  // so many requests that no limit may stand in their way
  const settings = { API_REQUESTS_PER_MINUTE: '1000000', CONNECTIONS_PER_ADDRESS: '0', LOCALE: 'en', TIMEZONE: 'UTC' };
  const config = readConfig({ ...settings, DATA_DIR: dataDir, PORT: String(await freePort()) });
  const service = await startService(config, { log: { info() {}, warn: console.error, error: console.error } });
  try {
    const { key } = (await service.house.act((ctx) => makeApiKey(ctx, 'check', SCOPES)))!;
    await service.house.act(({ tx }) => makeField(tx, { name: 'Shoe size', kind: 'number', choices: [] }));
    writeFileSync(join(dataDir, 'schemathesis.toml'), NAMING_FIELDS.map(expecting).join('\n'));
    const run = ['run', `${service.url}/openapi.json`, '-H', `Authorization: Bearer ${key}`];
    const bounds = ['--max-time', seconds, '--max-examples', '5', '--workers', '1', '--warnings', 'off', '--no-color'];
    const [code] = await once(spawn(tool, [...run, ...bounds], { stdio: 'inherit', cwd: dataDir }), 'exit');
    process.exitCode = code ?? 1;
  } finally {
    await service.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

const expecting = (operation: string): string => `[[operations]]
include-operation-id = "${operation}"
checks.positive_data_acceptance.expected-statuses = ${JSON.stringify(EXPECTED)}
`;

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  await once(probe, 'close');
  return port;
}

await main();
