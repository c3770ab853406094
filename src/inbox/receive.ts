import { createHash } from 'node:crypto';
import { codedError } from '../db/client.ts';
import { wasLost } from '../db/errors.ts';
import type { Database } from '../db/open.ts';
import type { Sql, Tx } from '../db/sql.ts';
import { storableText } from '../lib/storable.ts';
import { PIECE_BYTES, writeBody } from './body.ts';
import type { InboxEvent } from './event.ts';
import { remedyFor } from './failure.ts';

/** What became of an event. It is stored in either case. */
export type Receipt = 'stored' | 'duplicate';

export interface Receiver {
  /** Resolves when the event is committed; rejects when it may not be (send it again: a repeat is a duplicate). */
  receive(event: InboxEvent): Promise<Receipt>;
  /** Stores the events in their order. Rejects when any of them may be missing. */
  receiveAll(events: readonly InboxEvent[]): Promise<void>;
}

export interface ReceiverOptions {
  /** Called after each commit: this process's worker has something to do. */
  wake: () => void;
  /** How long a sender waits for the commit before it is told to come back. Default 3000 ms. */
  patienceMs?: number;
}

/** PostgreSQL commits are what ingest costs: 64 rows in one insert are one commit. */
const MAX_ROWS = 64;
/** Inserts under way at once. One alone leaves the server idle while we write the next; more than four share too few rows. */
const MAX_IN_FLIGHT = 3;
const PATIENCE_MS = 3_000;
/** A NOTIFY takes a lock that every commit waits for; one in each insert would halve the rate. */
const NOTIFY_GAP_MS = 100;
/** A btree entry holds 2,704 bytes at most, and `source` and `external_id` share one. */
const LONGEST_KEY = 500;

interface Waiting {
  readonly event: InboxEvent;
  resolve(receipt: Receipt): void;
  reject(error: unknown): void;
}

/** The way into the inbox: what arrives while inserts are under way is gathered, and goes with the next one. */
export function createReceiver(db: Pick<Database, 'autocommit' | 'notify'>, options: ReceiverOptions): Receiver {
  const { wake, patienceMs = PATIENCE_MS } = options;
  const waiting: Waiting[] = [];
  const tellOthers = atMostEvery(NOTIFY_GAP_MS, async () => db.notify('inbox'));
  let inFlight = 0;
  let overdue = 0;
  let scheduled = false;

  function schedule(): void {
    if (scheduled || waiting.length === 0 || inFlight === MAX_IN_FLIGHT) return;
    scheduled = true;
    // After everything that has arrived by now has been read, and without a timer's delay when little is going on.
    setImmediate(flush);
  }

  function flush(): void {
    scheduled = false;
    void storeBatch(waiting.splice(0, MAX_ROWS));
    schedule();
  }

  async function storeBatch(batch: Waiting[]): Promise<void> {
    inFlight += 1;
    const clock = startClock(batch);
    const results = await store(db.autocommit, events(batch));
    clock.stop();
    inFlight -= 1;
    batch.forEach((one, index) => {
      settle(one, results[index]!);
    });
    announce(results);
    schedule();
  }

  /** When all inserts hang, nobody is kept waiting, and nobody joins the queue until one of them ends. */
  function startClock(batch: Waiting[]): { stop(): void } {
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      overdue += 1;
      giveUp(batch);
      if (overdue === MAX_IN_FLIGHT) giveUp(waiting.splice(0));
    }, patienceMs);
    const stop = () => {
      clearTimeout(timer);
      if (late) overdue -= 1;
    };
    return { stop };
  }

  function announce(results: readonly Result[]): void {
    if (!results.some((result) => result.receipt === 'stored')) return;
    wake();
    tellOthers();
  }

  async function receiveAll(all: readonly InboxEvent[]): Promise<void> {
    for (let first = 0; first < all.length; first += MAX_ROWS) {
      const results = await store(db.autocommit, all.slice(first, first + MAX_ROWS).map(storable));
      announce(results);
      for (const result of results) if (!result.receipt) throw result.error;
    }
  }

  function receive(event: InboxEvent): Promise<Receipt> {
    if (overdue === MAX_IN_FLIGHT) return Promise.reject(silent());
    return new Promise((resolve, reject) => {
      waiting.push({ event: storable(event), resolve, reject });
      schedule();
    });
  }

  return { receive, receiveAll };
}

/** Stores one event inside the caller's transaction, for callers that must commit something else with it. */
export async function insertInbox(tx: Tx, event: InboxEvent): Promise<Receipt> {
  const row = storable(event);
  const large = event.body.length > PIECE_BYTES;
  const [receipt] = await insert(tx, [large ? { ...row, body: Buffer.alloc(0) } : row]);
  if (large && receipt === 'stored') await writeBody(tx, row, event.body);
  return receipt!;
}

type Result = { receipt: Receipt } | { receipt?: never; error: unknown };

/**
 * All in one statement and so in one commit; if that fails, one by one, so that a row which the server refuses fails alone. But nothing is
 * stored behind a row that failed in any other way, on the way to the server or because it is just starting: that one comes again, and
 * would then be handled after what was said later.
 */
async function store(sql: Sql, batch: readonly InboxEvent[]): Promise<Result[]> {
  try {
    return (await insert(sql, batch)).map((receipt) => ({ receipt }));
  } catch (error) {
    if (batch.length === 1 || !mayPassAlone(error)) return batch.map(() => ({ error }));
  }
  const results: Result[] = [];
  for (const event of batch) {
    const last = results.at(-1);
    const comesAgain = last && !last.receipt && remedyFor(last.error) !== 'nothing';
    results.push(...(comesAgain ? [last] : await store(sql, [event])));
  }
  return results;
}

/** A refused row, a deadlock with another instance's batch, a lost connection; not a database that cannot be reached. */
function mayPassAlone(error: unknown): boolean {
  return wasLost(error) || (error instanceof Error && error.name === 'PostgresError');
}

/**
 * The only insert into the inbox. One statement for any number of rows, so that it is prepared once a connection.
 * Bodies travel as base64: as bytea parameters postgres.js sends them in hex, which took 53 µs of this process's time a
 * 3 KB row where this took 31 (batches of 32).
 */
async function insert(sql: Sql, batch: readonly InboxEvent[]): Promise<Receipt[]> {
  const rows = await sql<Pick<InboxEvent, 'source' | 'externalId'>>`
    insert into inbox (source, external_id, lane, headers, body, priority)
    select source, external_id, lane, headers::jsonb, coalesce(decode(body, 'base64'), ''), (
      not exists (select from user_identities u where u.channel = split_part(source, ':', 1) and u.address = sender)
    )::int
    from unnest(
      ${batch.map((event) => event.source)}::text[],
      ${batch.map((event) => event.externalId)}::text[],
      ${batch.map((event) => event.lane)}::text[],
      ${batch.map((event) => event.headers && jsonOf(event.headers))}::text[],
      string_to_array(${batch.map((event) => base64(event.body)).join()}, ','),
      ${batch.map((event) => event.sender && storableText(event.sender))}::text[]
    ) as event (source, external_id, lane, headers, body, sender)
    on conflict do nothing
    returning source, external_id as "externalId"`;
  const fresh = new Set(rows.map(keyOf));
  return batch.map((event) => (fresh.delete(keyOf(event)) ? 'stored' : 'duplicate'));
}

function keyOf({ source, externalId }: Pick<InboxEvent, 'source' | 'externalId'>): string {
  return `${source}\n${externalId}`;
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}

/** The same event with keys that can be stored; the body is bytes and needs no care. */
function storable(event: InboxEvent): InboxEvent {
  return { ...event, externalId: safeKey(event.externalId), lane: safeKey(event.lane) };
}

/** JSON writes what jsonb refuses as an escape, so nearly all headers need no second look. */
function jsonOf(headers: Record<string, string>): string {
  const text = JSON.stringify(headers);
  if (!text.includes('\\u')) return text;
  return JSON.stringify(Object.fromEntries(Object.entries(headers).map((pair) => pair.map(storableText))));
}

/** A key that cannot be stored as it is becomes its digest: two different keys must stay different. */
function safeKey(key: string): string {
  if (key.length <= LONGEST_KEY && key.isWellFormed() && !key.includes('\0')) return key;
  return `sha256:${createHash('sha256').update(key, 'utf16le').digest('hex')}`;
}

function events(batch: readonly Waiting[]): InboxEvent[] {
  return batch.map((one) => one.event);
}

function settle(one: Waiting, result: Result): void {
  if (result.receipt) one.resolve(result.receipt);
  else one.reject(result.error);
}

function giveUp(batch: readonly Waiting[]): void {
  for (const one of batch) one.reject(silent());
}

function silent(): Error {
  return codedError('QUERY_TIMEOUT', 'The database did not answer in time.');
}

/** Calls `act` at once, then at most once every `gapMs`; calls in between are answered by one at the end of the gap. */
function atMostEvery(gapMs: number, act: () => Promise<void>): () => void {
  let pausing = false;
  let asked = false;
  function call(): void {
    asked = pausing;
    if (pausing) return;
    pausing = true;
    // Only a hint: whoever does not hear it looks within a second anyway.
    act().catch(() => undefined);
    setTimeout(() => {
      pausing = false;
      if (asked) call();
    }, gapMs).unref();
  }
  return call;
}
