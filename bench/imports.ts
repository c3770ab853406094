/**
 * What taking in a file of people costs: a made-up file of ROWS lines (100,000) is read, shown and taken in by the job
 * of the service, in a scratch database with KNOWN contacts (0), all on this machine. Every tenth line has a note, every
 * fiftieth speaks of somebody in the line before. SEED makes it another file. `node_ms` and `server_ms` are CPU time.
 */
import { createSecretKey, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../src/config.ts';
import type { Connection } from '../src/db/open.ts';
import { openDatabase } from '../src/db/open.ts';
import { type Act, actor } from '../src/domain/act.ts';
import { beginImport, changeImport, loadImport } from '../src/domain/exchange/imports.ts';
import { addUserIdentity, ensureOwner } from '../src/domain/owner/user.ts';
import { openFiles } from '../src/files/index.ts';
import { openFileStore } from '../src/files/store.ts';
import { readTableApart } from '../src/files/table/read_apart.ts';
import { importer } from '../src/jobs/imports.ts';
import { capabilities } from '../src/service/capabilities.ts';
import { csv } from '../src/text/csv.ts';
import { cpuTime, serverPid } from './cpu.ts';
import { inScratchServer, loadPeople, peopleFrom, randomFrom } from './people.ts';

const setting = (name: string, otherwise: number) => Number(process.env[name] ?? otherwise);
const seed = setting('SEED', 20261127);
const rows = setting('ROWS', 100_000);
const known = setting('KNOWN', 0);

const NOTE_EVERY = 10;
const TWICE_EVERY = 50;
const CITIES = ['上海', '杭州', 'Berlin', 'London', ''];
const TAGS = ['vip', 'wholesale, tea', '', '', '老客户'];

function fileOfPeople(): Buffer {
  const people = peopleFrom(randomFrom(seed + 1));
  const lines: string[][] = [];
  let last = ['', '', ''];
  for (let nth = 0; nth < rows; nth += 1) {
    const { name, phone, email = '' } = people.next().value;
    const [called, number, mail] = nth % TWICE_EVERY === TWICE_EVERY - 1 ? last : [name, phone, email];
    last = [called!, number!, mail!];
    const note = nth % NOTE_EVERY === 0 ? `likes tea no. ${nth}` : '';
    lines.push([called!, number!, mail!, CITIES[nth % CITIES.length]!, TAGS[nth % TAGS.length]!, note]);
  }
  return csv([['Name', 'Phone', 'Email', 'City', 'Tags', 'Note'], ...lines]);
}

interface Cost {
  seconds: number;
  node_ms: number;
  server_ms: number;
}

async function costOf(server: number, work: () => Promise<unknown>): Promise<Cost> {
  const before = cpuTime(server);
  const began = performance.now();
  await work();
  const seconds = Number(((performance.now() - began) / 1000).toFixed(1));
  const after = cpuTime(server);
  return {
    seconds,
    node_ms: Math.round(after.node - before.node),
    server_ms: Math.round(after.server - before.server),
  };
}

async function measure(connection: Connection, dir: string) {
  const db = openDatabase(connection, { queryTimeoutMs: 600_000 });
  try {
    if (known > 0) await loadPeople(db, peopleFrom(randomFrom(seed)), known);
    const config = readConfig({});
    const files = openFileStore(dir);
    const lent = capabilities(createSecretKey(randomBytes(32)), config, files);
    const act = actor(db, { capabilities: lent, defaults: config.settings, clock: () => new Date() });
    const id = await begin(act, await files.put(fileOfPeople()));
    const round = importer({ act, files: openFiles(files, () => undefined), read: readTableApart });
    const work = async () => {
      while ((await round()) === 0);
    };
    const server = 'host' in connection ? serverPid(connection.host) : 0;
    const preview = await costOf(server, work);
    await act(async (ctx) => {
      const one = (await loadImport(ctx.tx, id))!;
      await changeImport(ctx, one, { state: 'running', counts: {}, position: 0 });
    });
    const takingIn = await costOf(server, work);
    const [one] = await db.sql<{ state: string; counts: object }>`select state, counts from imports where id = ${id}`;
    if (one?.state !== 'done') throw new Error(`the import is ${one?.state}`);
    return { preview, taking_in: takingIn, counts: one.counts };
  } finally {
    await db.close();
  }
}

const begin = (act: Act, ref: string): Promise<string> =>
  act(async (ctx) => {
    const owner = await ensureOwner(ctx.tx, 'owner');
    await addUserIdentity(ctx.tx, owner.id, 'telegram', '42');
    const file = { kind: 'document' as const, ref, name: 'people.csv' };
    const place = { channel: 'telegram' as const, address: '42' };
    return beginImport(ctx, { userId: owner.id, file, place, toldKey: 'bench' });
  });

const dir = await mkdtemp(join(tmpdir(), 'crm-bench-files-'));
try {
  const figures = await inScratchServer(async (connect) => measure(await connect('imports'), dir));
  console.log(
    JSON.stringify({ seed, rows, known, ...figures, peak_mb: Math.round(process.resourceUsage().maxRSS / 1024) }),
  );
} finally {
  await rm(dir, { recursive: true, force: true });
}
