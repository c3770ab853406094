import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { typed } from '../bots/console/parse.ts';
import type { Config } from '../config.ts';
import { type Database, openDatabase } from '../db/open.ts';
import { connectionOfRunning } from '../db/postgres/embedded.ts';
import { DataDirBusy, serviceRuns } from '../db/postgres/lock.ts';
import { notDone } from '../domain/desk/fault_card.ts';
import type { Reply } from '../domain/reply.ts';
import type { InboxEvent } from '../inbox/event.ts';
import { createReceiver } from '../inbox/receive.ts';
import type { Payload } from '../outbox/message.ts';
import { Explained } from '../text/explained.ts';
import { texts } from '../text/texts.ts';

/** The service answers in milliseconds; after this something is wrong with it. */
const PATIENCE_MS = 15_000;
const LOOK_EVERY_MS = 15;
/** By then another `say` that handles its command itself is done. */
const BUSY_TRIES = 50;
const BUSY_PAUSE_MS = 200;

/**
 * Says one command through the inbox of the service that runs on this data directory. If none runs, the command is
 * handled here, on the same database; messages to customers leave when the service runs again.
 */
export async function say(config: Config, text: string): Promise<Reply> {
  const event = typed(`say-${randomUUID()}`, randomUUID(), text);
  for (let tries = 1; ; tries++) {
    try {
      if (await serviceRuns(config.dataDir)) return await sayToService(config, event);
      return await sayMyself(config, event);
    } catch (error) {
      if (!(error instanceof DataDirBusy)) throw error;
      if (tries === BUSY_TRIES) throw error;
      await sleep(BUSY_PAUSE_MS);
    }
  }
}

async function sayToService(config: Config, event: InboxEvent): Promise<Reply> {
  const connection = config.databaseUrl ? { url: config.databaseUrl } : await connectionOfRunning(config.dataDir);
  if (!connection) throw new Explained(({ start }) => start.betweenTimes);
  const db = openDatabase(connection, { poolSize: 1 });
  try {
    await createReceiver(db, { wake: () => {} }).receive(event);
    return await replyTo(db, event, config);
  } finally {
    await db.close();
  }
}

async function sayMyself(config: Config, event: InboxEvent): Promise<Reply> {
  // imported only here: it brings everything that handles a command, which is not needed when the service does
  const { handleHere } = await import('./handle_here.ts');
  return handleHere(config, event, async (db, fault) => {
    const failed = await failedReply(db, event, config);
    if (!failed && fault) throw fault;
    return failed ?? replyTo(db, event, config);
  });
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
  throw new Explained(({ start }) => start.noAnswer);
}

/** The command could not be handled, so there is no reply to wait for. */
async function failedReply(db: Database, event: InboxEvent, { settings }: Config): Promise<Reply | undefined> {
  const [row] = await db.sql<{ id: string }>`
    select id from inbox where source = ${event.source} and external_id = ${event.externalId} and failed_at is not null`;
  return row && notDone(texts(settings.locale), row.id);
}
