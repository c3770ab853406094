import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { typed } from '../bots/console/parse.ts';
import type { Config } from '../config.ts';
import { onDisk } from '../db/on_disk.ts';
import { type Database, openDatabase } from '../db/open.ts';
import { connectionOfRunning } from '../db/postgres/embedded.ts';
import { DataDirBusy, serviceRuns } from '../db/postgres/lock.ts';
import { linesOf, toldAloneKey } from '../domain/commands/words/lines.ts';
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
 * handled here, on the same database; messages to customers leave when the service runs again. `tell` gets what each of
 * several commands says in a message of its own, before the reply that tells of all.
 */
export async function say(config: Config, text: string, tell: (reply: Reply) => void = () => {}): Promise<Reply> {
  const event = typed(`say-${randomUUID()}`, randomUUID(), text);
  const { alone, reply } = await handled(config, event, linesOf(text).length);
  for (const one of alone) tell(one);
  return reply;
}

interface Said {
  alone: Reply[];
  reply: Reply;
}

async function handled(config: Config, event: InboxEvent, lines: number): Promise<Said> {
  for (let tries = 1; ; tries++) {
    try {
      if (await serviceRuns(config.dataDir)) return await sayToService(config, event, lines);
      return await sayMyself(config, event, lines);
    } catch (error) {
      if (!(error instanceof DataDirBusy)) throw error;
      if (tries === BUSY_TRIES) throw error;
      await sleep(BUSY_PAUSE_MS);
    }
  }
}

async function sayToService(config: Config, event: InboxEvent, lines: number): Promise<Said> {
  const connection = config.databaseUrl ? { url: config.databaseUrl } : await connectionOfRunning(config.dataDir);
  if (!connection) throw new Explained(({ start }) => start.betweenTimes);
  const db = openDatabase(connection, { poolSize: 1 });
  try {
    await createReceiver(db, { wake: () => {} }).receive(event);
    return await saidTo(db, event, config, lines);
  } finally {
    await db.close();
  }
}

async function sayMyself(config: Config, event: InboxEvent, lines: number): Promise<Said> {
  // imported only here: it brings everything that handles a command, which is not needed when the service does
  const { handleHere } = await import('./handle_here.ts');
  return handleHere(config, event, async (db, fault) => {
    const failed = await failedReply(db, event, config);
    if (!failed && fault) throw fault;
    return failed ? { alone: [], reply: failed } : saidTo(db, event, config, lines);
  });
}

async function saidTo(db: Database, event: InboxEvent, config: Config, lines: number): Promise<Said> {
  const reply = await replyTo(db, event, config);
  // what is printed must not be gone after a power cut: the handling itself did not wait for the disk
  await onDisk(db);
  const place = { channel: event.source, address: event.lane.slice(event.source.length + 1) };
  const keys = Array.from({ length: lines }, (_, nth) => toldAloneKey(place, event.externalId, nth));
  const rows = await db.sql<{ payload: Payload }>`
    select payload from outbox where idempotency_key = any(${keys}) order by id`;
  return { alone: rows.flatMap(({ payload }) => (payload.kind === 'message' ? [payload.reply] : [])), reply };
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
