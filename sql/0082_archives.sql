-- Our own export that is taken in again: what it says of itself and how far it is; null: a file of people.
alter table imports add column archive jsonb;

-- Its rows while it is taken in. `row_id`: the row here that each is, or became.
create table import_rows (
  import_id bigint not null references imports on delete cascade,
  nth integer not null,
  noun text not null,
  source_id text not null,
  says jsonb not null,
  row_id text,
  state text not null default 'new' check (state in ('new', 'known', 'differs', 'left')),
  primary key (import_id, nth)
);
create unique index import_rows_source on import_rows (import_id, noun, source_id);
create index import_rows_contact on import_rows (import_id, (says ->> 'contact_id')) where noun = 'identities';

-- What was taken in from which house, so that it is known when it comes again.
create table imported_rows (
  house text not null,
  noun text not null,
  source_id text not null,
  row_id text not null,
  primary key (house, noun, source_id)
);

-- What is taken in from an archive, or taken back with it, is no news for other systems.
create or replace function note_for_hooks() returns trigger language plpgsql as $function$
declare
  after jsonb;
  before jsonb;
begin
  if current_setting('crm.silent', true) = 'on' then
    return null;
  end if;
  perform from hooks where off_at is null limit 1;
  if not found then
    return null;
  end if;
  after := to_jsonb(case when tg_op = 'DELETE' then old else new end);
  insert into hook_events (noun, what, row_id, other_id)
  select tg_argv[0], tg_argv[1], (after ->> tg_argv[2])::bigint, (after ->> tg_argv[3])::bigint
  where after ->> tg_argv[2] is not null;
  if tg_op = 'UPDATE' and tg_argv[2] <> 'id' then
    before := to_jsonb(old);
    insert into hook_events (noun, what, row_id)
    select tg_argv[0], tg_argv[1], (before ->> tg_argv[2])::bigint
    where before ->> tg_argv[2] <> after ->> tg_argv[2];
  end if;
  return null;
end $function$;
