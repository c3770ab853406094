-- People on Telegram: the owner's own account, links for known customers, albums.

-- A user's own account on a channel, which lets our bot read and answer its chats (Telegram Business). Everybody can connect the
-- bot to theirs: an account counts only while its person is a user of ours, which is looked up when it is needed.
create table own_accounts (
  channel text not null,
  -- the channel's id of the connection
  id text not null,
  -- the person whose account it is, as the channel knows them
  user_address text not null,
  -- their chat with our bot
  user_chat text not null,
  name text not null default '',
  can_reply boolean not null,
  enabled boolean not null,
  -- what a person's id is appended to, to open the chat with them by hand: tg://user?id=
  person_url text not null,
  changed_at timestamptz not null,
  primary key (channel, id)
);

-- Several files sent at once arrive one by one and are kept as one message: the parts that are in it.
create table album_parts (
  channel text not null,
  -- the chat they were sent in: of an answer the desk, not the customer's
  chat text not null,
  -- the channel's id of the part
  external_id text not null,
  album text not null,
  message_id bigint not null references messages on delete cascade,
  primary key (channel, chat, external_id)
);
create index album_parts_album on album_parts (channel, chat, album);
create index album_parts_message on album_parts (message_id);

-- A link for one known customer: who opens it is that customer. Only the hash of its token is kept.
create table link_tokens (
  id bigint generated always as identity primary key,
  token_hash bytea not null unique,
  contact_id bigint not null references contacts on delete cascade,
  user_id bigint references users on delete set null,
  expires_at timestamptz not null,
  used_at timestamptz,
  created_at timestamptz not null default now()
);
create index link_tokens_contact on link_tokens (contact_id);

create trigger journal after insert or update or delete on link_tokens for each row execute function journal_change('id');
