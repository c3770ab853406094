-- What an owner wants to know of contacts besides what everybody has. A removed field keeps what contacts have there until nothing
-- can be taken back any more. Birthday and address are always there: they are called as the reader's language calls them.
create table fields (
  id bigint generated always as identity primary key,
  name text not null,
  kind text not null check (kind in ('text', 'number', 'date', 'choice', 'yesno', 'birthday', 'address')),
  choices text[] not null default '{}',
  removed_at timestamptz,
  created_at timestamptz not null default now()
);
create unique index fields_name on fields (fold_text(name)) where removed_at is null and name <> '';
create trigger journal after insert or update or delete on fields for each row execute function journal_change('id');
insert into fields (id, name, kind) overriding system value values (-1, '', 'birthday'), (-2, '', 'address');

-- One row for each contact and field. `value` is how it is kept and read back; what it is compared by stands in `key` (a choice, yes or
-- no, a date, the day of a birthday) or `number`, and words are found by their keys.
create table field_values (
  id bigint generated always as identity primary key,
  contact_id bigint not null references contacts on delete cascade,
  field_id bigint not null references fields on delete cascade,
  value text not null,
  key text collate "C",
  number numeric,
  unique (contact_id, field_id)
);
create index field_values_key on field_values (field_id, key, contact_id);
create index field_values_number on field_values (field_id, number, contact_id) where number is not null;
create index field_values_words on field_values using gin (word_keys(value)) with (fastupdate = off) where key is null and number is null;
create trigger journal after insert or update or delete on field_values for each row execute function journal_change('id');
create trigger hook_added after insert or delete on field_values for each row execute function note_for_hooks('contact', 'updated', 'contact_id');
create trigger hook_updated after update on field_values for each row
  when (old.contact_id is distinct from new.contact_id or old.value is distinct from new.value) execute function note_for_hooks('contact', 'updated', 'contact_id');
