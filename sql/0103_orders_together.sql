-- Rows that were handled in one transaction are noted in one statement. All of them, or none: another worker may have taken one over.
create function inbox_handled_together(done jsonb) returns void language plpgsql as $function$
declare
  noted int;
begin
  perform set_config('synchronous_commit', 'off', true);
  update inbox set processed_at = now(), locked_until = null, last_error = null, outcome = d.outcome, has_files = false
  from jsonb_to_recordset(done) as d (id bigint, attempts int, outcome text)
  where inbox.id = d.id and inbox.attempts = d.attempts and processed_at is null;
  get diagnostics noted = row_count;
  if noted < jsonb_array_length(done) then
    raise exception 'the lease ran out before the work was done';
  end if;
end $function$;

-- What nobody's act changes is not journaled: that is known before the function is called for each row.
do $do$
declare
  one record;
begin
  for one in
    select tgname, tgrelid::regclass as of, pg_get_triggerdef(oid) as made from pg_trigger
    where tgfoid = 'journal_change'::regproc and not tgisinternal and tgqual is null
  loop
    execute format('drop trigger %I on %s', one.tgname, one.of);
    execute replace(one.made, ' FOR EACH ROW EXECUTE ',
      $q$ FOR EACH ROW WHEN (current_setting('crm.journal_id', true) <> '') EXECUTE $q$);
  end loop;
end $do$;
