import type { Config } from '../config.ts';
import type { Database } from '../db/open.ts';
import { actor } from '../domain/act.ts';
import { openFiles } from '../files/index.ts';
import { readTableApart } from '../files/table/read_apart.ts';
import { claim } from '../inbox/claim.ts';
import type { InboxEvent } from '../inbox/event.ts';
import { createReceiver } from '../inbox/receive.ts';
import { work } from '../inbox/worker.ts';
import { importer } from '../jobs/imports.ts';
import { capabilities } from '../service/capabilities.ts';
import { openData } from '../service/data.ts';
import { routesOf } from '../service/routes.ts';

/** Reads, and takes in, what files of people wait for that, when no service works on the data. Throws DataDirBusy. */
export async function takeInHere(config: Config): Promise<void> {
  const data = await openData(config, 'cli');
  try {
    const own = capabilities(data.key, config, data.files);
    const act = actor(data.db, { capabilities: own, defaults: config.settings, clock: () => new Date() });
    const round = importer({ act, files: openFiles(data.files, () => undefined), read: readTableApart });
    while ((await round()) === 0);
  } finally {
    await data.close();
  }
}

/**
 * Handles a typed event in this process when no service works on the data, and returns what `reply` finds afterwards;
 * `reply` also gets the error, if there was one. Throws DataDirBusy.
 */
export async function handleHere<T>(
  config: Config,
  event: InboxEvent,
  reply: (db: Database, fault: unknown) => Promise<T>,
): Promise<T> {
  const data = await openData(config, 'cli');
  try {
    const { db, key, files } = data;
    const act = actor(db, {
      capabilities: capabilities(key, config, files),
      defaults: config.settings,
      clock: () => new Date(),
    });
    await createReceiver(db, { wake: () => {} }).receive(event);
    let fault: unknown;
    const options = {
      db,
      act,
      ...routesOf(), // only typed events are claimed here
      handled: () => {},
      onError: (error: unknown) => (fault = error),
    };
    for (const row of await claim(db, 1, { lane: event.lane })) await work(options, row);
    return await reply(db, fault);
  } finally {
    await data.close();
  }
}
