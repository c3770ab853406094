-- A file of people that a user gave us: what its columns are taken for, how far it has been taken in, and where that is told.
create table imports (
  id bigint generated always as identity primary key,
  user_id bigint references users on delete set null,
  state text not null default 'reading' check (state in ('reading', 'asked', 'running', 'done', 'cancelled', 'failed')),
  file jsonb not null,
  columns jsonb not null default '[]',
  rows integer not null default 0,
  position integer not null default 0,
  counts jsonb not null default '{}',
  reason text,
  journal_id bigint references journal on delete set null,
  channel text not null,
  address text not null,
  told_key text not null,
  created_at timestamptz not null,
  changed_at timestamptz not null
);
create index imports_at_work on imports (id) where state in ('reading', 'running');
create index imports_files on imports ((file ->> 'ref'));
create index imports_ended on imports (changed_at) where state not in ('reading', 'running');
create index imports_user on imports (user_id, id desc);

-- What is too much for one transaction is recorded in parts, and taken back with the entry that they belong to.
alter table journal add column part_of bigint references journal on delete cascade;
create index journal_parts on journal (part_of) where part_of is not null;
create index imports_journal on imports (journal_id) where journal_id is not null;
