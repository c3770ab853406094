-- A row that is recorded was written as JSON twice: once for its key, and once to keep. `offset 0` holds on to what was written.
create or replace function journal_inserted() returns trigger language plpgsql as $$
declare
  journal bigint := nullif(current_setting('crm.journal_id', true), '')::bigint;
begin
  if journal is not null then
    insert into journal_changes (journal_id, table_name, key, after)
    select journal, tg_table_name, became.after ->> tg_argv[0], became.after
    from (select to_jsonb(made) as after from made offset 0) became;
  end if;
  return null;
end $$;
