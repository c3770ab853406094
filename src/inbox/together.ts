import type { Database } from '../db/open.ts';
import { whenBack } from '../db/patience.ts';
import type { Act } from '../domain/act.ts';
import type { DomainEvent } from '../domain/event.ts';
import { handleOrders, isOfPayment, isOrder } from '../domain/on/index.ts';
import type { OrderUpdated } from '../domain/shop_event.ts';
import type { InboxRow, Parse } from './event.ts';

export interface TogetherOptions {
  db: Database;
  act: Act;
  routeOf: (source: string) => Parse;
  onError: (error: unknown, rowId?: string) => void;
}

interface Read {
  row: InboxRow;
  event: OrderUpdated;
}

/**
 * Handles rows that a claim took together, in their order: versions of orders that come one behind the other in one transaction, and
 * each other row `alone` (false: it is to be tried again). Where that transaction fails, each of its rows is handled alone as well, so
 * that one that cannot be handled holds up no other. What stands behind a row of its lane that is tried again goes back.
 */
export async function workTogether(
  options: TogetherOptions,
  rows: readonly InboxRow[],
  alone: (row: InboxRow) => Promise<boolean>,
): Promise<void> {
  const behind: InboxRow[] = [];
  const stopped = new Set<string>();
  const one = async (row: InboxRow) => {
    if (stopped.has(row.lane)) behind.push(row);
    else if (!(await alone(row))) stopped.add(row.lane);
  };
  let waiting: Read[] = [];
  const flush = async () => {
    const all = waiting;
    waiting = [];
    if (all.length > 1 && (await handleAll(options, all))) return;
    for (const { row } of all) await one(row);
  };
  for (const row of inOrder(rows)) {
    const event = stopped.has(row.lane) ? undefined : await read(options, row);
    if (event && isOrder(event)) waiting.push({ row, event });
    else {
      // what is told of a payment may be of an order that waits, in another lane
      const isBehind = (event && isOfPayment(event)) || waiting.some(({ row: { lane } }) => lane === row.lane);
      if (isBehind) await flush();
      await one(row);
    }
  }
  await flush();
  await whenBack(() => putBackUntried(options.db, behind));
}

const inOrder = (rows: readonly InboxRow[]): InboxRow[] =>
  rows.toSorted((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1));

/** What cannot be read is handled alone. */
async function read({ routeOf }: TogetherOptions, row: InboxRow): Promise<DomainEvent | undefined> {
  try {
    return await routeOf(row.source)(row);
  } catch {
    return undefined; // it is read once more, and then said
  }
}

/** Each row is handled in the transaction in which its order was written. False if all of that failed. */
async function handleAll({ act, onError }: TogetherOptions, all: readonly Read[]): Promise<boolean> {
  try {
    await act(
      (ctx) =>
        handleOrders(
          ctx,
          all.map(({ event }) => event),
        ),
      (tx, outcomes) => {
        const done = all.map(({ row: { id, attempts } }, nth) => ({ id, attempts, outcome: outcomes[nth] ?? null }));
        return tx`select inbox_handled_together(${tx.json(done)})`;
      },
    );
    return true;
  } catch (error) {
    onError(error);
    return false;
  }
}

/** They were claimed, and nobody has begun with them: that costs no try. What another has taken since is theirs. */
async function putBackUntried(db: Database, rows: readonly InboxRow[]): Promise<void> {
  if (rows.length === 0) return;
  await db.autocommit`
    update inbox set locked_until = null, attempts = inbox.attempts - 1
    from unnest((select ${rows.map(({ id }) => id)}::bigint[]), (select ${rows.map(({ attempts }) => attempts)}::int[])) as held (id, attempts)
    where inbox.id = held.id and inbox.attempts = held.attempts and processed_at is null`;
}
