-- What leaves for everybody to read: never sent twice by itself, like what leaves for a customer, and nobody's conversation.
alter table outbox drop constraint outbox_audience_check;
alter table outbox add constraint outbox_audience_check check (audience in ('customer', 'owner', 'machine', 'public'));

-- Where posts go by themselves: a channel of which the platform has said that we may post there.
create table outlets (
  id bigint generated always as identity primary key,
  channel text not null,
  -- as the platform calls it; until it has answered, as it was typed
  address text not null,
  name text not null default '',
  -- its public name, by which a link leads to it; '' where it has none
  handle text not null default '',
  -- asked: the platform has not answered yet; refused: we may not post there; off: the owner wants no posts there
  state text not null check (state in ('asked', 'on', 'refused', 'off')),
  reason text,
  told_channel text not null,
  told_address text not null,
  created_at timestamptz not null,
  unique (channel, address)
);

-- One text for all places. What leaves by itself stands in the outbox; the rest is given to the owner to copy.
create table posts (
  id bigint generated always as identity primary key,
  words text not null,
  picture jsonb,
  -- where it is put by hand
  networks text[] not null,
  state text not null check (state in ('draft', 'scheduled', 'posted', 'dropped')),
  scheduled_at timestamptz,
  posted_at timestamptz,
  -- counts how often it has begun to leave: what was taken back leaves anew under another key
  round integer not null default 0,
  user_id bigint references users on delete set null,
  told_channel text not null,
  told_address text not null,
  told_key text not null,
  created_at timestamptz not null
);
create index posts_due on posts (scheduled_at) where state = 'scheduled';

-- Where a post went by itself, and the row of the outbox with it.
create table post_messages (
  post_id bigint not null references posts on delete cascade,
  outlet_id bigint not null references outlets on delete cascade,
  outbox_id bigint not null,
  -- it was deleted there
  removed_at timestamptz,
  -- why its last change was refused
  fault text,
  primary key (post_id, outlet_id)
);
create index post_messages_outbox on post_messages (outbox_id);

-- Where the links of a post lead, for each place a link of its own. Visits are counted and no visitor is known by them.
create table post_links (
  code text primary key,
  post_id bigint not null references posts on delete cascade,
  -- a channel, or the name of a network
  source text not null,
  -- as it was typed, and where it leads, with what tells where somebody came from
  typed text not null,
  url text not null check (url ~ '^https?://'),
  visits integer not null default 0,
  programs integer not null default 0,
  unique (post_id, source, typed)
);

-- By which link of a post somebody came; the first of one who was new then is how they first came.
create table contact_sources (
  id bigint generated always as identity primary key,
  contact_id bigint not null references contacts on delete cascade,
  code text not null references post_links on delete cascade,
  came_at timestamptz not null,
  was_new boolean not null,
  unique (contact_id, code)
);
create index contact_sources_code on contact_sources (code);
create trigger journal after insert or delete or update on contact_sources for each row execute function journal_change('id');

-- What the address said by which the buyer came to the shop (utm_source and the like), where the shop says it.
alter table orders add column utm jsonb;
create index orders_utm on orders ((utm ->> 'content')) where utm is not null;
