-- A customer's own part of a desk chat, where the channel has such parts (Telegram topics).
create table topics (
  id bigint generated always as identity unique,
  channel text not null,
  -- the desk chat
  address text not null,
  -- the channel's id of the topic, unique within the chat
  external_id text not null,
  contact_id bigint not null references contacts on delete cascade,
  -- as the channel shows it now
  name text not null,
  closed_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (channel, address, external_id)
);
-- after a merge a contact has those of both: what is typed in either is meant for them
create index topics_contact on topics (contact_id, channel, address);

-- A long message leaves in several parts; outbox.external_id is the last one's. An answer to an earlier part finds its row here.
create table sent_parts (
  external_id text not null,
  outbox_id bigint not null references outbox on delete cascade,
  primary key (external_id, outbox_id)
);
create index sent_parts_outbox on sent_parts (outbox_id);

-- As whom we appear on the channel: the bot's name.
alter table channel_states add column name text not null default '';

-- Who may command has changed: menus of commands follow.
create function notify_users() returns trigger language plpgsql as $$
begin
  perform pg_notify('users', '');
  return null;
end $$;
create trigger notify after insert or update or delete on users
  for each statement execute function notify_users();
create trigger notify after insert or update or delete on user_identities
  for each statement execute function notify_users();
