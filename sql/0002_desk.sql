-- The desk: words found again, answers sent later, canned replies, snoozing.

-- The keys a text is found by: every Han (kana, hangul) character and pair of neighbours, every other word and its beginnings
-- from 3 letters on, of long words the first 12. `asked`: only the keys that together find the text (pairs, whole words).
-- An expression index keeps them: rows stay as they were written, so undo restores them whole.
create function word_keys(value text, asked boolean default false) returns text[]
language sql immutable parallel safe as $$
  with run as (
    select found[1] as han, left(found[2], 12) as word
    from regexp_matches(
      lower(left(normalize(value, nfkc), 20000)),
      '([\u2e80-\u2fdf\u3005-\u3007\u3041-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]+)'
      '|((?:(?![\u2e80-\u2fdf\u3005-\u3007\u3041-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff])\w)+)', 'g'
    ) as found
  )
  select coalesce(array_agg(distinct key), '{}') from (
    select substr(han, start, size) as key
    from run, generate_series(1, 2) as size, generate_series(1, length(han) - size + 1) as start
    where han is not null and (not asked or size = least(length(han), 2))
    union all
    select left(word, size)
    from run, generate_series(case when asked then length(word) else least(length(word), 3) end, length(word)) as size
    where word is not null
  ) keys
$$;

create index messages_words on messages using gin (word_keys(text)) with (fastupdate = off);
create index tickets_words on tickets using gin (word_keys(title)) with (fastupdate = off);
create index leads_words on leads using gin (word_keys(title)) with (fastupdate = off);

-- not shown as waiting until then, or until the customer writes
alter table conversations add column snoozed_until timestamptz;
create index conversations_snoozed on conversations (snoozed_until) where snoozed_until is not null;
create index tickets_snoozed on tickets (snoozed_until) where snoozed_until is not null;

-- An answer that leaves at a time: it becomes a message, and enters the outbox, only then.
create table scheduled_answers (
  id bigint generated always as identity primary key,
  conversation_id bigint not null references conversations on delete cascade,
  text text not null,
  due_at timestamptz not null,
  -- where it was typed, for the receipt: {channel, address, externalId}
  receipt_to jsonb not null,
  user_id bigint references users on delete set null,
  sent_at timestamptz,
  cancelled_at timestamptz,
  created_at timestamptz not null default now()
);
create index scheduled_answers_due on scheduled_answers (due_at) where sent_at is null and cancelled_at is null;
create index scheduled_answers_conversation on scheduled_answers (conversation_id);

-- Words said often, in both languages; {name} {business} {order} are filled in.
create table canned_replies (
  id bigint generated always as identity primary key,
  name text not null,
  locale text not null check (locale in ('zh-CN', 'en')),
  text text not null,
  created_at timestamptz not null default now(),
  unique (name, locale)
);

create trigger journal after insert or update or delete on scheduled_answers
  for each row execute function journal_change('id');
create trigger journal after insert or update or delete on canned_replies
  for each row execute function journal_change('id');
