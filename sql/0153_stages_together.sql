-- Into which stages a statement moved leads is noted by one statement: row by row, the history of each lead stood between the leads in the
-- journal, so that an undo took back row after row, five thousand statements for 2,500 leads.
create function note_stages() returns trigger language plpgsql as $$
begin
  insert into stage_changes (lead_id, stage, at, user_id)
  -- several within one act come one behind the other
  select n.id, n.stage, greatest(n.stage_at, (
    select max(h.at) + interval '1 microsecond' from stage_changes h where h.lead_id = n.id
  )), (
    select j.user_id from journal j where j.id = nullif(current_setting('crm.journal_id', true), '')::bigint and not j.by_itself
  )
  from became n join was o on o.id = n.id where o.stage <> n.stage order by n.id;
  return null;
end $$;
drop trigger stage_moved on leads;
create trigger stage_moved after update on leads referencing old table as was new table as became for each statement
  when (current_setting('crm.stages_noted', true) is distinct from 'on') execute function note_stages();

-- and what was made is all that the other still notes
create or replace function note_stage() returns trigger language plpgsql as $$
begin
  insert into stage_changes (lead_id, stage, at, user_id)
    select id, stage, coalesce(stage_at, closed_at, created_at), (
      select j.user_id from journal j where j.id = nullif(current_setting('crm.journal_id', true), '')::bigint and not j.by_itself
    ) from made
    on conflict (lead_id, at, stage) do nothing;
  return null;
end $$;
