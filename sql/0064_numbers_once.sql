-- The same keys for less: numbers are mostly written without blanks, and then looked for once instead of twice.
create or replace function number_keys(value text) returns text[]
language plpgsql immutable parallel safe as $$
declare
  folded text := public.fold_text(left(value, 20000));
begin
  return (
    select coalesce(array_agg(distinct digits), '{}') from (
      select regexp_replace(part[1], '\D', '', 'g') as digits
      from regexp_matches(folded, '\d+(?:[-./_\u2010-\u2015]\d+)*', 'g') as part
      union all
      select regexp_replace(part[1], '\D', '', 'g')
      from regexp_matches(folded, '\d+(?:[-./_ \u2010-\u2015]\d+)*', 'g') as part
      where folded ~ '\d \d'
    ) numbers where length(digits) between 4 and 30
  );
end $$;

-- Most rows change by themselves, with nobody to take it back: then nothing is made of them.
create or replace function journal_change() returns trigger language plpgsql as $$
declare
  journal bigint := nullif(current_setting('crm.journal_id', true), '')::bigint;
  before jsonb;
  after jsonb;
begin
  if journal is null then
    return null;
  end if;
  before := case when tg_op <> 'INSERT' then to_jsonb(old) end;
  after := case when tg_op <> 'DELETE' then to_jsonb(new) end;
  if before is distinct from after then
    insert into journal_changes (journal_id, table_name, key, before, after)
    values (journal, tg_table_name, coalesce(after, before) ->> tg_argv[0], before, after);
  end if;
  return null;
end
$$;
