-- The same keys, found in one pass: substr() counts characters from the beginning each time, and a long text without a blank (Chinese)
-- took seconds for every message.
create or replace function word_keys(value text, asked boolean default false) returns text[]
language sql immutable parallel safe as $$
  with run as (
    select found[1] as han, left(found[2], 12) as word
    from regexp_matches(
      public.fold_text(left(value, 20000)),
      '([\u2e80-\u2fdf\u3005-\u3007\u3041-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]+)'
      '|((?:(?![\u2e80-\u2fdf\u3005-\u3007\u3041-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff])\w)+)', 'g'
    ) as found
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
$$;
