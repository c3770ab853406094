import { isAway } from '../db/errors.ts';
import type { Database } from '../db/open.ts';
import { whenBack } from '../db/patience.ts';
import type { Sql } from '../db/sql.ts';
import type { Act } from '../domain/act.ts';
import type { DomainEvent } from '../domain/event.ts';
import { FORGET, handle } from '../domain/on/index.ts';
import type { RowTrouble } from '../domain/row_event.ts';
import { type Loop, startLoop } from '../lib/loop.ts';
import { claim, isOfOrders, LOOKED_AT } from './claim.ts';
import type { InboxRow, Parse } from './event.ts';
import { HELD_TRIES, isPassing, remedyFor, shortly, troubleOf, Unreadable } from './failure.ts';
import { freeUnknown } from './release.ts';
import { workTogether } from './together.ts';

/** Tries before a row is given up, and the seconds before each next one. */
const RETRY_SECONDS = [1, 5, 15, 120, 600, 1800, 3600];
const MAX_TRIES = RETRY_SECONDS.length + 1;
/** What cannot be read today cannot be read in an hour either; nor does a user wait an hour to hear that a command failed. */
const FEW_TRIES = 3;
/** How many rows of orders are handled together at most, once a claim has found as many as it looks at. */
const TOGETHER = 64;
/** So long one place that is free waits for the next. */
const GATHER_MS = 10;
/** How often the inbox is looked at when nobody wakes us. */
const POLL_MS = 1000;

export interface InboxWorkerOptions {
  db: Database;
  act: Act;
  routeOf: (source: string) => Parse;
  /** What can be said of a row without understanding it. */
  describe: (row: InboxRow) => Promise<RowTrouble>;
  /** Called after rows were worked on, with how many: there may be something to send. */
  handled: (rows: number) => void;
  onError: (error: unknown, rowId?: string) => void;
  /** The number of this process among those that share the database (`Database.present`). */
  instance?: number;
  /** Rows handled side by side; orders that are handled together count as one. Default 4: half of the connections. */
  concurrency?: number;
}

export function startInboxWorker(options: InboxWorkerOptions): Loop {
  const { db, concurrency = 4, instance, onError, handled } = options;
  /** The work on each row, and how many there are. */
  const inFlight = new Map<string, Promise<void>>();
  let taken = 0;
  /** The database went away during a claim: it may have been made, and nobody knows of which rows. */
  let unsure = false;
  /** When the losses were looked at last: a server that died may have forgotten that we were done with a row. */
  let losses = db.losses();
  /** The last claim found as many as were asked for: there are more. */
  let more = false;
  /** How many orders the next claim takes. */
  let orders = LOOKED_AT;

  async function round(): Promise<number> {
    // where many wait, two are claimed at once, which costs little more than one; what is slow holds that up no longer than this
    if (more && taken > 0 && taken === concurrency - 1) {
      more = false;
      return GATHER_MS;
    }
    const known = db.losses();
    if (unsure || known > losses) await freeUnknown(db, instance, [...inFlight.keys()]);
    unsure = false;
    losses = known;
    const free = concurrency - taken;
    const rows = await take(free);
    const [together, others] = split(rows);
    if (free > 0) more = together.length === orders || others.length + Math.sign(together.length) === free;
    orders = together.length === orders ? TOGETHER : LOOKED_AT;
    if (together.length > 0)
      track(
        together,
        workTogether(options, together, (row) => work(options, row)),
      );
    for (const row of others) track([row], work(options, row));
    return POLL_MS;
  }

  async function take(free: number): Promise<InboxRow[]> {
    try {
      return free > 0 ? await claim(db, free, { instance, orders }) : [];
    } catch (error) {
      unsure = isAway(error);
      throw error;
    }
  }

  /** A row that takes long holds up only its own lane: whenever one is done, the next is taken. */
  function track(rows: readonly InboxRow[], work: Promise<unknown>): void {
    const working = work.then(
      () => handled(rows.length),
      (error: unknown) => onError(error, rows[0]!.id),
    );
    for (const { id } of rows) inFlight.set(id, working);
    taken += 1;
    void working.finally(() => {
      for (const { id } of rows) inFlight.delete(id);
      taken -= 1;
      loop.wake();
    });
  }

  const loop = startLoop(round, onError);
  return {
    wake: () => loop.wake(),
    async stop() {
      await loop.stop();
      await Promise.all(inFlight.values());
    },
  };
}

/** Those of orders, which are handled together, and the others. One alone is as any other. */
function split(rows: readonly InboxRow[]): [InboxRow[], InboxRow[]] {
  const orders = rows.filter(isOfOrders);
  return orders.length > 1 ? [orders, rows.filter((row) => !isOfOrders(row))] : [[], [...rows]];
}

/** Handles one claimed row, or puts it back with the reason: then it gives false. */
export async function work(options: InboxWorkerOptions, row: InboxRow): Promise<boolean> {
  // nobody put it back, time after time: a row that ends the process has had its tries too
  if (row.attempts > MAX_TRIES) {
    await putBack(options, row, new Error('it ended the process'));
    return false;
  }
  let event: DomainEvent | undefined;
  try {
    if (row.attempts === HELD_TRIES + 1) await tellDelayed(options, row);
    event = await read(options, row);
    await handleRow(options, row, event);
    return true;
  } catch (error) {
    options.onError(error, row.id);
    await whenBack(() => putBack(options, row, error, event));
    return false;
  }
}

/** Another worker may have taken the row over when our lease had run out: then this fails, for its effects stand, and ours must not. */
async function handleRow({ act }: InboxWorkerOptions, row: InboxRow, event: DomainEvent): Promise<void> {
  await act(
    async (ctx) => {
      const outcome = await handle(ctx, event);
      if (row.attempts > HELD_TRIES) await handle(ctx, { kind: 'row.recovered', ...troubleOf(row, event) });
      return outcome ?? null;
    },
    (tx, outcome) => tx`
      select inbox_handled(${row.id}, ${row.attempts}, ${outcome}, ${outcome === FORGET}, ${holdsFiles(event)})`,
  );
}

/** Its files are read out of the row itself as long as somebody may open them. */
function holdsFiles(event: DomainEvent): boolean {
  return 'attachments' in event && event.attachments.length > 0;
}

async function read({ routeOf }: InboxWorkerOptions, row: InboxRow): Promise<DomainEvent> {
  try {
    return await routeOf(row.source)(row);
  } catch (error) {
    throw new Unreadable(shortly(error), { cause: error });
  }
}

/** What is not the row's fault costs no try, and what no try can cure is told at once. */
async function putBack(options: InboxWorkerOptions, row: InboxRow, error: unknown, event?: DomainEvent): Promise<void> {
  const remedy = remedyFor(error);
  const seconds = remedy === 'wait' ? 1 : RETRY_SECONDS[row.attempts - 1];
  if (seconds === undefined || remedy === 'nothing' || isEnough(row, error)) return giveUp(options, row, error, event);
  const overtaken = remedy === 'retry' && row.attempts >= HELD_TRIES;
  await options.db.autocommit`
    update inbox set
      locked_until = null,
      last_error = ${shortly(error)},
      attempts = attempts - ${remedy === 'wait' ? 1 : 0},
      overtaken = overtaken or ${overtaken},
      run_at = now() + ${seconds} * interval '1 s'
    where id = ${row.id} and attempts = ${row.attempts} and processed_at is null`;
  if (row.attempts !== HELD_TRIES || !overtaken) return;
  await tellDelayed(options, row, { event, nextTryAt: new Date(Date.now() + seconds * 1000) }).catch((fault: unknown) =>
    options.onError(fault, row.id),
  ); // the next try tells it
}

/** Whoever typed it is waiting for an answer: a fault of ours is told at once, and only what will pass is tried a few times. */
function isEnough({ own, attempts }: InboxRow, error: unknown): boolean {
  if (remedyFor(error) === 'wait') return false;
  if (own && !(error instanceof Unreadable) && !isPassing(error)) return true;
  return (own || error instanceof Unreadable) && attempts >= FEW_TRIES;
}

async function tellDelayed(
  { act, describe }: InboxWorkerOptions,
  row: InboxRow,
  { event, nextTryAt }: { event?: DomainEvent | undefined; nextTryAt?: Date } = {},
): Promise<void> {
  const trouble = event ? troubleOf(row, event) : await describe(row);
  await act((ctx) => handle(ctx, { kind: 'row.delayed', ...trouble, ...(nextTryAt && { nextTryAt }) }));
}

/** After the last try the row stays, failed and visible, and the owner is told; if even that fails, it is only visible. */
async function giveUp(
  { db, act, describe, onError }: InboxWorkerOptions,
  row: InboxRow,
  error: unknown,
  event?: DomainEvent,
): Promise<void> {
  const told = async (trouble: RowTrouble) =>
    act(async (ctx) => {
      await handle(ctx, { kind: 'row.given_up', ...trouble });
      if (!(await fail(ctx.tx, row, error))) throw new Error('the lease ran out before the row was given up');
    });
  try {
    await told(event ? troubleOf(row, event) : await describe(row));
  } catch (fault) {
    onError(fault, row.id);
    // its own words may be what the database refuses to store
    await told({ ...(await describe(row)), attachments: [] }).catch(() => fail(db.autocommit, row, error));
  }
}

async function fail(sql: Sql, row: InboxRow, error: unknown): Promise<boolean> {
  const failed = await sql`
    update inbox set locked_until = null, last_error = ${shortly(error)}, failed_at = now()
    where id = ${row.id} and attempts = ${row.attempts} and processed_at is null
    returning id`;
  return failed.length > 0;
}
