import type { Database } from '../../src/db/open.ts';
import { type Remember, remembers } from './begin_again.ts';
import { createDatabase, type TestDatabase } from './database.ts';
import { atEndOfFile } from './end_of_file.ts';

/** A database that the houses of one test file after the other have for themselves. */
interface Lodging extends TestDatabase {
  remember: Remember;
  /** Lets go of what the files before have kept. */
  forget(): Promise<void>;
  /** Restores the rows with which each house begins. */
  beginAgain(): Promise<void>;
  /** What its tables, functions and triggers were at first. */
  readonly schema: string;
}

/** What a house gets of it. */
export type Lodged = Pick<Lodging, 'db' | 'remember' | 'beginAgain'>;

/** As many as one file after the other needs; each keeps its connections. */
const MOST_FREE = 3;

/** Free ones, the last one used last: it has planned most statements already. */
const free: Lodging[] = [];

/** What binds a handle to its file: these are not reused. */
const BINDING: readonly PropertyKey[] = ['listen', 'present', 'close'];

/**
 * A database with the rows that `moveIn` makes, until the end of the test file. It may have been another file's before:
 * making one, and planning each statement anew on its connections, costs more than most files do. One whose schema was
 * changed, or whose handle was closed, lost a connection or listened, is removed. `anew`: one that nobody had before.
 */
export async function lodge(moveIn: (db: Database) => Promise<void>, anew: boolean): Promise<Lodged> {
  const lodging = (!anew && (await freeAgain())) || (await make(moveIn));
  let isOver = false;
  let isBound = anew;
  const db = new Proxy(lodging.db, {
    get(handle, name) {
      if (isOver) throw new Error('the house of a test file was used after its end');
      isBound ||= BINDING.includes(name);
      return Reflect.get(handle, name);
    },
  });
  const losses = lodging.db.losses();
  atEndOfFile(async () => {
    isOver = true;
    const isSame = !isBound && lodging.db.losses() === losses && (await schemaOf(lodging.db)) === lodging.schema;
    if (isSame && free.length < MOST_FREE) free.push(lodging);
    else await lodging.drop();
  });
  return { ...lodging, db };
}

async function make(moveIn: (db: Database) => Promise<void>): Promise<Lodging> {
  const database = await createDatabase();
  const { remember, forget, end } = remembers(database);
  const drop = async () => {
    await end();
    await database.drop();
  };
  await moveIn(database.db);
  return { ...database, drop, remember, forget, beginAgain: await remember(), schema: await schemaOf(database.db) };
}

async function freeAgain(): Promise<Lodging | undefined> {
  const lodging = free.pop();
  if (!lodging) return undefined;
  // a sequence that was set, and has given no number since, is not seen by what restores the rows
  await lodging.db.autocommit`
    select setval(format('%I.%I', schemaname, sequencename), start_value, false) from pg_sequences
    where schemaname = 'public'`;
  await lodging.forget();
  await lodging.beginAgain();
  return lodging;
}

/** Changes whenever something in the schema does: which rows of the catalogs are the newest, and how many there are. */
async function schemaOf({ sql }: Database): Promise<string> {
  const [row] = await sql<{ schema: string }>`
    with changed as (
      select 'column' as what, a.xmin from pg_class c join pg_attribute a on a.attrelid = c.oid
      where c.relnamespace = 'public'::regnamespace
      union all select 'options', xmin from pg_class where relnamespace = 'public'::regnamespace and reloptions is not null
      union all select 'function', xmin from pg_proc where pronamespace = 'public'::regnamespace
      union all select 'trigger', xmin from pg_trigger
    )
    select string_agg(concat_ws(' ', what, newest, number), ', ' order by what) as schema
    from (select what, max(xmin::text::bigint) as newest, count(*) as number from changed group by what) as each`;
  return row!.schema;
}
