-- Wrong pairing codes of the last hour, by the chat they were typed in.
create table pairing_tries (
  id bigint generated always as identity primary key,
  channel text not null,
  address text not null,
  at timestamptz not null
);
create index pairing_tries_chat on pairing_tries (channel, address, at);
create index pairing_tries_at on pairing_tries (at);
