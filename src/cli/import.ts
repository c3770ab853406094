import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Config } from '../config.ts';
import { serviceRuns } from '../db/postgres/lock.ts';
import { buttonsOf, type Reply } from '../domain/reply.ts';
import { FILE_BYTES, filesDir, openFileStore } from '../files/store.ts';
import { takeInHere } from './handle_here.ts';
import { say } from './say.ts';

const LOOK_EVERY_MS = 300;

/**
 * Takes in a file of people: shows what would be done with it, and with `yes` does it. The service that runs on this data
 * directory does the work; if none runs, it is done here. Gives the last reply.
 */
export async function importFile(
  config: Config,
  path: string,
  { yes, show }: { yes: boolean; show: (reply: Reply) => void },
): Promise<Reply> {
  const store = openFileStore(filesDir(config));
  // our own export may be larger than anything else that we keep
  const isLarge = (await stat(path)).size > FILE_BYTES;
  const ref = isLarge ? await store.putFile(path) : await store.put(await readFile(path));
  const begun = await say(config, `/import ${ref} ${basename(path)}`);
  const id = importOf(begun);
  if (!id) return begun;
  const preview = await atRest(config, id, begun, show);
  const go = `/import ${id} go`;
  if (!yes || !buttonsOf(preview).some(({ command }) => command === go)) return preview;
  show(preview);
  return atRest(config, id, await say(config, go), show);
}

/** Which import a reply shows: its buttons are about it. */
function importOf(reply: Reply): string | undefined {
  const [id] = buttonsOf(reply).flatMap(({ command }) => /^\/import (\d+) cancel$/.exec(command)?.[1] ?? []);
  return id;
}

/** As it stands once nothing more is done by itself; until then nothing but cancelling is offered. */
async function atRest(config: Config, id: string, begun: Reply, show: (reply: Reply) => void): Promise<Reply> {
  for (let last = begun; ; ) {
    if (await serviceRuns(config.dataDir)) await sleep(LOOK_EVERY_MS);
    else await takeInHere(config);
    const now = await say(config, `/import ${id}`);
    if (!buttonsOf(now).every(({ command }) => command === `/import ${id} cancel`) || now.failed) return now;
    if (buttonsOf(now).length === 0) return now;
    if (now.text !== last.text) show(now);
    last = now;
  }
}
