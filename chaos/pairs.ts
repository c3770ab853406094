import { setTimeout as pause } from 'node:timers/promises';
import postgres from 'postgres';
import type { Connection } from '../src/db/client.ts';
import { openDatabase } from '../src/db/open.ts';
import type { Sql } from '../src/db/sql.ts';

type Address = Exclude<Connection, { url: string }>;

/** A way to run transactions, to be attacked. */
export interface Subject {
  transaction(work: (tx: Sql) => Promise<void>): Promise<unknown>;
  close(): Promise<void>;
}

/** What became of the transactions. Each writes the two halves of a pair: a single half is a partial transaction. */
export interface Tally {
  transactions: number;
  rejected: number;
  hung: number;
  readonly committed: Set<number>;
}

export const CREATE_PAIRS = 'create table pairs (pair int not null, half text not null, primary key (pair, half))';

export function ourHandle(address: Address): Subject {
  return openDatabase(address);
}

/** postgres.js as its documentation shows it: the control, which must fail. */
export function plainPool(address: Address): Subject {
  const sql = postgres({ ...address, max: 8, onnotice: () => undefined });
  return {
    transaction: (work) => sql.begin((tx) => work(tx as unknown as Sql)),
    close: () => sql.end({ timeout: 1 }),
  };
}

/** mulberry32: small, and the same on every machine. Uniform in [0, 1). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export interface Load {
  readonly random: () => number;
  readonly writers: number;
  /** A transaction that has not settled after this long counts as hung. */
  readonly patienceMs: number;
  readonly goOn: (transactions: number) => boolean;
}

/** Writes pairs with `writers` at once while `goOn` returns true. */
export async function writePairs(subject: Subject, load: Load): Promise<Tally> {
  const tally: Tally = { transactions: 0, rejected: 0, hung: 0, committed: new Set() };
  const writer = async () => {
    while (load.goOn(tally.transactions)) {
      const pair = ++tally.transactions;
      const outcome = await settled(
        subject.transaction((tx) => writePair(tx, pair, load.random)),
        load.patienceMs,
      );
      if (outcome === 'committed') tally.committed.add(pair);
      else tally[outcome] += 1;
      await pause(load.random() * 2);
    }
  };
  await Promise.all(Array.from({ length: load.writers }, writer));
  return tally;
}

/** Writes the halves one after the other, or both in one turn. */
async function writePair(tx: Sql, pair: number, random: () => number): Promise<void> {
  const write = (half: string) => tx`insert into pairs (pair, half) values (${pair}, ${half})`;
  if (random() < 0.5) await Promise.all([write('left'), write('right')]);
  else {
    await write('left');
    await pause(random() * 4);
    await write('right');
  }
}

function settled(work: Promise<unknown>, patienceMs: number): Promise<'committed' | 'rejected' | 'hung'> {
  return new Promise((resolve) => {
    const clock = setTimeout(() => resolve('hung'), patienceMs);
    work
      .then(
        () => resolve('committed'),
        () => resolve('rejected'),
      )
      .finally(() => clearTimeout(clock));
  });
}

/**
 * Looks with a fresh connection at what is stored: pairs with one half, and pairs that were reported as committed and
 * are missing.
 */
export async function audit(address: Address, { committed }: Tally): Promise<{ partial: number; lost: number }> {
  const sql = postgres({ ...address, max: 1 });
  const pairs = await sql<{ pair: number; halves: number }[]>`
    select pair, count(*)::int as halves from pairs group by pair`;
  await sql.end();
  const whole = new Set(pairs.filter(({ halves }) => halves === 2).map(({ pair }) => pair));
  return { partial: pairs.length - whole.size, lost: [...committed].filter((pair) => !whole.has(pair)).length };
}
