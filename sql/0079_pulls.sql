-- With which key a shop is asked what it has. `root`: where it is asked. `from_at`: what was changed before that is history.
create table shop_keys (
  connection_id bigint primary key references connections on delete cascade,
  root text not null,
  key bytea not null,
  state text not null default 'untried' check (state in ('untried', 'works', 'refused')),
  from_at timestamptz not null,
  -- it is asked again then
  run_at timestamptz not null,
  -- why it did not answer last, since when, how often in a row, and when that was told
  fault text,
  failing_since timestamptz,
  tries integer not null default 0,
  told_at timestamptz,
  -- the message that tells of it
  user_id bigint references users on delete set null,
  channel text not null,
  address text not null,
  told_key text not null,
  -- how its webhooks are, when they were looked at last, since when they are so, and whether they are to be repaired
  webhooks text not null default 'unknown' check (webhooks in ('unknown', 'on', 'off', 'gone', 'silent')),
  watched_at timestamptz,
  repair boolean not null default false
);
create index shop_keys_due on shop_keys (run_at);

-- How far we have read what a shop has: one for each span. `since`: as far back; null: all of it. `cursor`: which page is next.
create table pulls (
  connection_id bigint not null references connections on delete cascade,
  span text not null check (span in ('day', 'month', 'history')),
  state text not null default 'running' check (state in ('running', 'done', 'stopped')),
  since timestamptz,
  until timestamptz not null,
  cursor jsonb not null default '{"at": 0}',
  pages integer not null default 0,
  counts jsonb not null default '{}',
  -- what the key may not read
  forbidden text[] not null default '{}',
  -- how far back it has come
  reached timestamptz,
  begun_at timestamptz not null,
  primary key (connection_id, span)
);

-- An order that no webhook had told of was found by asking, then.
alter table orders add column found_at timestamptz;
create index orders_found on orders (found_at) where found_at is not null;
