-- The newest version that has come of a message changed or deleted where it was written, by its channel's clock: an older one that comes
-- later changes nothing, and a message that was deleted before it came is known for deleted.
create table message_versions (
  channel text not null,
  chat text not null,
  external_id text not null,
  at timestamptz not null,
  withdrawn boolean not null default false,
  -- nobody says who deleted it
  unsure boolean not null default false,
  primary key (channel, chat, external_id)
);
create index message_versions_at on message_versions (at);
