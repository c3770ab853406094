-- The same keys, from functions that the server plans once in each session. The body of one written in SQL is read again at each
-- statement that stores a row, to see whether it could become part of that statement: a third of what it cost to store a message.
create or replace function word_keys(value text, asked boolean default false) returns text[]
language plpgsql immutable parallel safe as $$
begin
  return (
    with run as (
      select part[1] as han, left(part[2], 12) as word
      from regexp_matches(
        public.fold_text(left(value, 20000)),
        '([\u2e80-\u2fdf\u3005-\u3007\u3041-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]+)'
        '|((?:(?![\u2e80-\u2fdf\u3005-\u3007\u3041-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff])\w)+)', 'g'
      ) as part
    ), sign as (
      select single, single || lead(single) over (partition by nth order by place) as pair, count(*) over (partition by nth) as signs
      from (select row_number() over () as nth, han from run where han is not null) numbered,
        unnest(string_to_array(han, null)) with ordinality as each (single, place)
    )
    select coalesce(array_agg(distinct key), '{}') from (
      select single as key from sign where not asked or signs = 1
      union all
      select pair from sign where pair is not null
      union all
      select left(word, size)
      from run, generate_series(case when asked then length(word) else least(length(word), 3) end, length(word)) as size
      where word is not null
    ) keys
  );
end $$;

create or replace function number_keys(value text) returns text[]
language plpgsql immutable parallel safe as $$
begin
  return (
    select coalesce(array_agg(distinct digits), '{}') from (
      select regexp_replace(part[1], '\D', '', 'g') as digits
      from (select public.fold_text(left(value, 20000)) as text) folded,
        unnest(array['\d+(?:[-./_\u2010-\u2015]\d+)*', '\d+(?:[-./_ \u2010-\u2015]\d+)*']) as grouped,
        regexp_matches(text, grouped, 'g') as part
    ) numbers where length(digits) between 4 and 30
  );
end $$;

create or replace function order_text(words jsonb) returns text
language plpgsql immutable parallel safe as $$
begin
  return (
    select coalesce(string_agg(
      case when one ->> 'of' = '' then '' else (one ->> 'of') || ': ' end || (one ->> 'text'), E'\n' order by nth
    ), '')
    from jsonb_array_elements(words) with ordinality w (one, nth)
  );
end $$;

-- Notes that a row was handled, in the transaction of its effects, and fails where this try no longer holds the row. The commit need not
-- wait for the disk: if the machine dies before it is there, the row is handled once more as if it never had been, and nothing of it has
-- left, for what leaves the outbox is claimed by a commit that waits, and with it is everything before it.
create function inbox_handled(row_id bigint, try int, result text, forget boolean, files boolean) returns void
language plpgsql as $$
begin
  perform set_config('synchronous_commit', 'off', true);
  update inbox set
    processed_at = now(), locked_until = null, last_error = null, outcome = result,
    body = case when forget then '' else body end, has_files = files
  where id = row_id and attempts = try and processed_at is null;
  if not found then
    raise exception 'the lease ran out before the work was done';
  end if;
end $$;
