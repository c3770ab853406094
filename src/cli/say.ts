import { setTimeout as sleep } from 'node:timers/promises';
import { typed } from '../bots/console/parse.ts';
import type { Config } from '../config.ts';
import { type Database, openDatabase } from '../db/open.ts';
import { connectionOfRunning } from '../db/postgres/embedded.ts';
import { DataDirBusy } from '../db/postgres/lock.ts';
import { actor } from '../domain/act.ts';
import type { Reply } from '../domain/reply.ts';
import type { InboxEvent } from '../inbox/event.ts';
import { createReceiver } from '../inbox/receive.ts';
import { claim, work } from '../inbox/worker.ts';
import type { Payload } from '../outbox/message.ts';
import { capabilities, token } from '../service/capabilities.ts';
import { openData } from '../service/data.ts';
import { routesOf } from '../service/routes.ts';
import { messages } from '../text/messages.ts';

/** The service answers in milliseconds; after this something is wrong with it. */
const PATIENCE_MS = 15_000;
const LOOK_EVERY_MS = 15;
/** Another `say` that does its own work is done by then. */
const BUSY_TRIES = 50;
const BUSY_PAUSE_MS = 200;

/**
 * Says one command through the inbox of the service that runs on this data directory. If none runs, the same work is done
 * here, on the same database; what goes to customers leaves when the service runs again.
 */
export async function say(config: Config, text: string): Promise<Reply> {
  const event = typed(`say-${token()}`, token(), text);
  for (let tries = 1; ; tries++) {
    try {
      return await sayMyself(config, event);
    } catch (error) {
      if (!(error instanceof DataDirBusy)) throw error;
      if (error.role === 'service') return sayToService(config, event);
      if (tries === BUSY_TRIES) throw error;
      await sleep(BUSY_PAUSE_MS);
    }
  }
}

async function sayToService(config: Config, event: InboxEvent): Promise<Reply> {
  const connection = config.databaseUrl ? { url: config.databaseUrl } : await connectionOfRunning(config.dataDir);
  if (!connection) throw new Error('The service is starting or stopping. Please try again in a moment.');
  const db = openDatabase(connection, { poolSize: 1 });
  try {
    await createReceiver(db, { wake: () => {} }).receive(event);
    return await replyTo(db, event, config);
  } finally {
    await db.close();
  }
}

async function sayMyself(config: Config, event: InboxEvent): Promise<Reply> {
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
      ...routesOf(), // what is claimed here was typed
      handled: () => {},
      onError: (error: unknown) => (fault = error),
    };
    for (const row of await claim(db, 1, { lane: event.lane })) await work(options, row);
    const failed = await failedReply(db, event, config);
    if (!failed && fault) throw fault;
    return failed ?? (await replyTo(db, event, config));
  } finally {
    await data.close();
  }
}

async function replyTo(db: Database, event: InboxEvent, config: Config): Promise<Reply> {
  const key = `said:${event.lane}:${event.externalId}`;
  const deadline = performance.now() + PATIENCE_MS;
  while (performance.now() < deadline) {
    const [row] = await db.sql<{ payload: Payload }>`select payload from outbox where idempotency_key = ${key}`;
    if (row?.payload.kind === 'message') return row.payload.reply;
    const failed = await failedReply(db, event, config);
    if (failed) return failed;
    await sleep(LOOK_EVERY_MS);
  }
  throw new Error('The service did not answer within 15 seconds. What you typed is stored and will be done.');
}

/** What was typed could not be done: there is nothing to wait for. */
async function failedReply(db: Database, event: InboxEvent, { settings }: Config): Promise<Reply | undefined> {
  const [row] = await db.sql<{ id: string }>`
    select id from inbox where source = ${event.source} and external_id = ${event.externalId} and failed_at is not null`;
  return row && messages(settings.locale).unsent.notDone(row.id);
}
