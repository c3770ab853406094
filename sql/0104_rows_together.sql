-- What a statement inserts is recorded by one statement, in the order in which it came: for a thousand rows that costs half. What is
-- changed or removed is still recorded row by row, and so are the inserted rows of a table of which only some are a user's.
create function journal_inserted() returns trigger language plpgsql as $$
declare
  journal bigint := nullif(current_setting('crm.journal_id', true), '')::bigint;
begin
  if journal is not null then
    insert into journal_changes (journal_id, table_name, key, after)
    select journal, tg_table_name, became.after ->> tg_argv[0], became.after
    from (select to_jsonb(made) as after from made) became;
  end if;
  return null;
end $$;

do $$
declare
  recorded record;
begin
  for recorded in
    select c.relname as name, trim(trailing '\000' from encode(t.tgargs, 'escape')) as key
    from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where t.tgfoid = 'journal_change'::regproc and t.tgname = 'journal' and t.tgtype & 4 = 4
      -- only what is asked of all of them: that something is recorded at all
      and pg_get_triggerdef(t.oid) ~ $q$ WHEN \(\(current_setting\('crm\.journal_id'::text, true\) <> ''::text\)\) EXECUTE $q$
  loop
    execute format('drop trigger journal on %I', recorded.name);
    execute format(
      $q$create trigger journal after update or delete on %I for each row
        when (current_setting('crm.journal_id', true) <> '') execute function journal_change(%L)$q$,
      recorded.name, recorded.key
    );
    execute format(
      $q$create trigger journal_made after insert on %I referencing new table as made for each statement
        when (current_setting('crm.journal_id', true) <> '') execute function journal_inserted(%L)$q$,
      recorded.name, recorded.key
    );
  end loop;
end $$;

-- Of what hooks are not to hear the trigger is not even called.
do $$
declare
  told record;
  definition text;
  silence constant text := $when$current_setting('crm.silent', true) is distinct from 'on'$when$;
begin
  for told in
    select t.tgname as name, c.relname as table_name, pg_get_triggerdef(t.oid) as definition
    from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where t.tgfoid = 'note_for_hooks'::regproc and not t.tgisinternal
  loop
    if told.definition ~ ' WHEN \(' then
      definition := regexp_replace(told.definition, ' WHEN \((.*)\) EXECUTE ', format(' WHEN ((%s) AND (\1)) EXECUTE ', silence));
    else
      definition := replace(told.definition, ' EXECUTE ', format(' WHEN (%s) EXECUTE ', silence));
    end if;
    execute format('drop trigger %I on %I', told.name, told.table_name);
    execute definition;
  end loop;
end $$;

-- Most Chinese names are written in letters that fold to themselves; they need not be looked at one by one.
do $$
begin
  execute format(
    $body$
create or replace function fold_text(value text) returns text
language plpgsql immutable strict parallel safe as $function$
declare
  seen text := value;
  folded text;
begin
  if value !~ '[^\u4e00-\u9fff]' and value !~ '[%s]' then
    return value;
  end if;
  if value ~ '[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e0fff]' then
    seen := regexp_replace(value, '[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e0fff]', '', 'g');
    seen := regexp_replace(
      seen, '(?<=[0-9A-Za-z\u00c0-\u058f\u1e00-\u1fff\u3040-\u9fff\uac00-\ud7af])[\u200c\u200d]+', '', 'g'
    );
  end if;
  folded := public.fold_letters(seen);
  if folded !~ '[\u30a1-\u30f6\u30fd\u30fe]' then
    return folded;
  end if;
  return translate(
    folded,
    'ァアィイゥウェエォオカガキギクグケゲコゴサザシジスズセゼソゾタダチヂッツヅテデトドナニヌネノハバパヒビピフブプヘベペホボポマミムメモャヤュユョヨラリルレロヮワヰヱヲンヴヵヶヽヾ',
    'ぁあぃいぅうぇえぉおかがきぎくぐけげこごさざしじすずせぜそぞただちぢっつづてでとどなにぬねのはばぱひびぴふぶぷへべぺほぼぽまみむめもゃやゅゆょよらりるれろゎわゐゑをんゔゕゖゝゞ'
  );
end $function$
    $body$,
    (
      select string_agg(letter, '' order by letter collate "C")
      from (select string_agg(chr(code), '' order by code) as letters from generate_series(x'4e00'::int, x'9fff'::int) code) each
      cross join lateral unnest(
        string_to_array(letters, null), string_to_array(public.fold_letters(letters), null)
      ) as pair (letter, folded)
      where folded <> letter
    )
  );
end $$;

-- A file's people come in thousands: their keys go into the index beside the statements of those that follow.
create or replace function tidy_search_keys() returns trigger language plpgsql as $$
begin
  if current_setting('crm.tidy_later', true) is distinct from 'on' then
    perform gin_clean_pending_list('contacts_search_keys');
  end if;
  return null;
end $$;
