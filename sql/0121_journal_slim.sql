-- What is worked out of a row anew is not recorded with a row that is made: the search keys of a file's people were half of their
-- journal. To take such a row back is to remove it, so nothing of it is missed.
create or replace function journal_inserted() returns trigger language plpgsql as $$
declare
  journal bigint := nullif(current_setting('crm.journal_id', true), '')::bigint;
  derived text[] := coalesce(string_to_array(tg_argv[1], ' '), '{}');
begin
  if journal is not null then
    insert into journal_changes (journal_id, table_name, key, after)
    select journal, tg_table_name, became.after ->> tg_argv[0], became.after
    from (select to_jsonb(made) - derived as after from made) became;
  end if;
  return null;
end $$;

drop trigger journal_made on contacts;
create trigger journal_made after insert on contacts referencing new table as made for each statement
  when (current_setting('crm.journal_id', true) <> '') execute function journal_inserted('id', 'search_keys');
