import postgres from 'postgres';
import type { Database } from '../../src/db/open.ts';
import type { TestDatabase } from './database.ts';
import { atEndOfFile } from './end_of_file.ts';

/**
 * Puts a function into the template that resets a house. Thousands of tests begin with it, and the statements in a
 * function are planned only once in a session. `delete` and not `truncate`, `setval` and not `restart`, because those
 * make new files.
 */
export async function prepareBeginning({ autocommit }: Database): Promise<void> {
  await autocommit.unsafe('create schema tests');
  await autocommit.unsafe(`do $do$ declare deleted text; counted text; begin
    select string_agg(format('delete from %I;', tablename), ' ') into deleted
      from pg_tables where schemaname = 'public' and tablename <> 'migrations';
    select string_agg(format('if pg_sequence_last_value(%1$L) is not null then perform setval(%1$L, 1, false); end if;', sequencename), ' ')
      into counted from pg_sequences where schemaname = 'public';
    execute format('create function tests.begin_again() returns void language plpgsql as %L',
      'begin ' || deleted || counted || '
        insert into users overriding system value table tests.users;
        insert into user_identities table tests.user_identities;
        perform setval(pg_get_serial_sequence(''users'', ''id''), (select max(id) from users));
      end');
  end $do$`);
}

/** Returns a function that restores the present state, for a database that holds only users so far. */
export async function beginning({ db, connection }: TestDatabase): Promise<() => Promise<void>> {
  await db.autocommit`create table tests.users as table users`;
  await db.autocommit`create table tests.user_identities as table user_identities`;
  // a session of its own, with triggers and foreign keys off for good: switching them would throw away its plans
  const sql = postgres({
    ...connection,
    ...{ max: 1, fetch_types: false },
    connection: { session_replication_role: 'replica' },
  });
  atEndOfFile(() => sql.end());
  return async () => {
    await sql`select tests.begin_again()`;
  };
}
