-- Filters over contacts and what is done to many at once; the team; the audit log.

-- as cityName (domain/city.ts) writes it; null: not known
alter table contacts add column city text;
create index contacts_city on contacts (lower(city)) where city is not null;
create index contacts_created on contacts (created_at);
create index contact_identities_channel on contact_identities (channel, contact_id);
create index contact_identities_blocked on contact_identities (contact_id) where blocked_at is not null;
-- bought:龙井
create index order_lines_words on order_lines using gin (word_keys(title)) with (fastupdate = off);
create index order_lines_sku on order_lines (lower(sku)) where sku is not null;

-- Off the team: a stranger again, but what they did keeps their name.
alter table users add column removed_at timestamptz;

-- An invitation pairs its chat with a helper or viewer: the one it names, else a new one.
alter table pairing_codes
  add column role text not null default 'owner' check (role in ('owner', 'helper', 'viewer')),
  add column name text not null default '',
  add column user_id bigint references users on delete cascade;

-- null: rows were changed, and can be put back. Else what it came to: refused, exported, invited, joined.
alter table journal add column outcome text;
-- what was done to a contact: to itself, to what belongs to it, to what was said with it
create index journal_changes_row on journal_changes (table_name, key);
create index journal_changes_contact on journal_changes ((coalesce(after, before) ->> 'contact_id'))
  where coalesce(after, before) ->> 'contact_id' is not null;
create index journal_changes_conversation on journal_changes ((coalesce(after, before) ->> 'conversation_id'))
  where coalesce(after, before) ->> 'conversation_id' is not null;
