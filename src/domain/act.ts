import { isAway } from '../db/errors.ts';
import type { Database } from '../db/open.ts';
import type { Fragment, Row, Tx } from '../db/sql.ts';
import type { Capabilities, Context } from './context.ts';
import { SAVED_SETTINGS, type Settings, settingsFrom } from './settings.ts';
import { USERS, usersFrom } from './user.ts';

/** Runs one act of the domain in one transaction. `last` makes the statement that is sent with its commit. */
export type Act = <T>(work: (ctx: Context) => Promise<T>, last?: (tx: Tx, result: T) => Fragment) => Promise<T>;

/** SQLSTATE: PostgreSQL undid this transaction so that another one could go on (deadlock_detected). */
const DEADLOCK = '40P01';
/** The winner is done by the time the loser begins again; several losers in a row need several rivals. */
const TRIES = 4;

/**
 * Does `work` for each of these, one after the other, in acts of its own: what holds one of them up holds up no other. Where it fails,
 * `settle` says in an act what becomes of it, and the error is reported.
 * @throws the error of a database that is away: that is nobody's fault, and nothing is settled
 */
export async function oneByOne<T>(
  all: readonly T[],
  work: (one: T) => Promise<unknown>,
  { settle, onError }: { settle: (one: T) => Promise<unknown>; onError: (error: unknown) => void },
): Promise<void> {
  for (const one of all) {
    try {
      await work(one);
    } catch (error) {
      if (isAway(error)) throw error;
      await settle(one).catch(onError);
      onError(error);
    }
  }
}

export interface ActOptions {
  capabilities: Capabilities;
  /** Settings from the environment; what the owner saved overrides them. */
  defaults: Settings;
  clock: () => Date;
}

export function actor(db: Pick<Database, 'transaction'>, options: ActOptions): Act {
  const { clock } = options;
  return (work, last) =>
    unlessDeadlocked(() =>
      db.transaction(
        async (tx, [saved, users]) => work(contextOf(options, { tx, now: clock(), saved: saved!, users: users! })),
        [SAVED_SETTINGS, USERS],
        last,
      ),
    );
}

interface Moment {
  tx: Tx;
  now: Date;
  /** The rows of SAVED_SETTINGS. */
  saved: readonly Row[];
  /** The rows of USERS. */
  users: readonly Row[];
}

function contextOf(options: ActOptions, { tx, now, saved, users }: Moment): Context {
  const { capabilities, defaults } = options;
  const settings = settingsFrom(saved, defaults);
  const deskChats = { ...capabilities.deskChats, ...settings.deskChats };
  const anew = async () => {
    const [saved, users] = await Promise.all([tx.unsafe(SAVED_SETTINGS), tx.unsafe(USERS)]);
    return contextOf(options, { tx, now, saved, users });
  };
  return { ...capabilities, deskChats, tx, settings, users: usersFrom(users), now, anew };
}

/** An act that lost against another one has left nothing behind: it runs again at once, not after the pause of a failure. */
async function unlessDeadlocked<T>(run: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await run();
    } catch (error) {
      if (tries >= TRIES || (error as { code?: unknown } | undefined)?.code !== DEADLOCK) throw error;
    }
  }
}
