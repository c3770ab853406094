import postgres from 'postgres';
import type { Database } from '../../src/db/open.ts';
import type { TestDatabase } from './database.ts';

/**
 * Puts a procedure into the template that keeps all rows there are in copies, and makes a function that restores them.
 * Thousands of tests begin with that function, and the statements in a function are planned only once in a session.
 * `delete` and not `truncate`, because that makes new files.
 */
export async function prepareBeginning({ autocommit }: Database): Promise<void> {
  await autocommit.unsafe('create schema tests');
  // made once, in the template: a table for each of the thousands of beginnings cost a quarter of all that the server did
  await autocommit.unsafe(`do $do$
    declare kept record; body text := '';
    begin
      for kept in select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'migrations'
      loop
        execute format('create unlogged table tests.%I as select 0 as beginning, t.* from public.%I t', kept.name, kept.name);
        body := body || format('delete from tests.%I where beginning > 1;', kept.name);
      end loop;
      execute format('create function tests.forget() returns void language plpgsql as %L', 'begin ' || body || 'end');
    end $do$`);
  await autocommit.unsafe(`create procedure tests.remember(beginning int) language plpgsql as $do$
    declare kept record; has_rows boolean; columns text; body text := '';
    begin
      for kept in
        select tablename as name, format('public.%I', tablename)::regclass as id
        from pg_tables where schemaname = 'public' and tablename <> 'migrations'
      loop
        body := body || format('delete from %I;', kept.name);
        continue when pg_relation_size(kept.id) = 0;
        execute format('select exists (select from %I)', kept.name) into has_rows;
        continue when not has_rows;
        select string_agg(quote_ident(attname), ', ' order by attnum) into columns from pg_attribute
          where attrelid = kept.id and attnum > 0 and not attisdropped and attgenerated = '';
        execute format('insert into tests.%I (beginning, %s) select %s, %s from %I', kept.name, columns, beginning, columns, kept.name);
        body := body || format('insert into %I (%s) overriding system value select %s from tests.%I where beginning = %s;',
          kept.name, columns, columns, kept.name, beginning);
      end loop;
      for kept in select format('%I', sequencename) as name, last_value as last from pg_sequences where schemaname = 'public'
      loop
        body := body || case
          when kept.last is not null then format('perform setval(%L, %s);', kept.name, kept.last)
          else format('if pg_sequence_last_value(%1$L) is not null then perform setval(%1$L, 1, false); end if;', kept.name)
        end;
      end loop;
      execute format('create function tests.%I() returns void language plpgsql as %L', 'begin_' || beginning, 'begin ' || body || 'end');
    end $do$`);
}

/**
 * After so many beginnings what was deleted is cleared away, since the test server does not do it by itself: after 1,500 of them the
 * same acts took 144 ms instead of 92, and a beginning 43 instead of 28 (a busy machine, both measured three times). It takes 0.1 to 0.4 s.
 * Measured with 150; twice that since copies are kept in tables made once, which leaves less to clear away.
 */
const BEGINNINGS = 300;

/** Keeps the present state of a database, and returns a function that restores it; the first that is kept stays. */
export type Remember = () => Promise<() => Promise<void>>;

export interface Remembers {
  remember: Remember;
  /** All that was kept but the first. */
  forget(): Promise<void>;
  end(): Promise<void>;
}

export function remembers({ connection }: TestDatabase): Remembers {
  // a session of its own, with triggers and foreign keys off for good: switching them would throw away its plans
  const sql = postgres({
    ...connection,
    ...{ max: 1, fetch_types: false },
    connection: { session_replication_role: 'replica' },
  });
  let count = 0;
  let begun = 0;
  const clear = async () => {
    const tables = await sql<{ name: string }[]>`
      select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'tests')`;
    await sql.unsafe(`vacuum (index_cleanup on) ${tables.map(({ name }) => name).join(', ')}`);
  };
  const remember = async () => {
    const beginning = ++count;
    await sql`call tests.remember(${beginning})`;
    return async () => {
      await sql`select tests.${sql(`begin_${beginning}`)}()`;
      begun += 1;
      if (begun % BEGINNINGS === 0) await clear();
    };
  };
  const forget = async () => {
    await sql`select tests.forget()`;
  };
  return { remember, forget, end: () => sql.end() };
}
