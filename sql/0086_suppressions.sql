-- How it is known that somebody agreed, and which of our users wrote it down; null: it is from nobody but themselves.
alter table consents
  -- page: a button on a page whose address only they were sent; shop_confirmed, shop: the shop says so, with and without a mail to
  -- confirm it; user: in a user's words
  add column proof text not null default 'page' check (proof in ('page', 'shop_confirmed', 'shop', 'user')),
  add column user_id bigint references users,
  -- null: nobody was asked, and no page leads there; one question may be about several purposes
  alter column token drop not null,
  drop constraint consents_token_key,
  add constraint consents_token_purpose_key unique (token, purpose);
create index consents_user on consents (user_id) where user_id is not null;

-- One mailbox has many spellings: what stands behind a plus is the reader's own, and Google leaves out points.
create function mailbox(address text) returns text language sql immutable parallel safe as $$
  select case
    when position('@' in address) = 0 then lower(address)
    when split_part(lower(address), '@', 2) in ('gmail.com', 'googlemail.com')
      then replace(split_part(split_part(lower(address), '@', 1), '+', 1), '.', '') || '@gmail.com'
    else split_part(split_part(lower(address), '@', 1), '+', 1) || '@' || split_part(lower(address), '@', 2)
  end
$$;

-- With what addresses are hashed (HMAC-SHA256): the key xor its two pads (RFC 2104). It lies with the hashes, so that no backup and no
-- archive can lose what somebody has said; those of other houses, whose archives were taken in, are only compared with.
create table suppression_keys (
  -- the beginning of the key's own hash
  key text primary key,
  inner_pad bytea not null check (length(inner_pad) = 64),
  outer_pad bytea not null check (length(outer_pad) = 64),
  ours boolean not null
);
create unique index suppression_keys_ours on suppression_keys (ours) where ours;

create function suppression_hash(inner_pad bytea, outer_pad bytea, channel text, address text) returns bytea language sql stable parallel safe as $$
  select sha256(outer_pad || sha256(inner_pad || convert_to(channel || ':' || mailbox(address), 'UTF8')))
$$;

-- Who is not written to unasked, and why. It holds no address and belongs to no contact: it outlives them.
create table suppressions (
  id bigint generated always as identity primary key,
  hash bytea not null,
  channel text not null,
  -- '': whatever it is for
  purpose text not null,
  reason text not null check (reason in ('unsubscribed', 'complained', 'bounced', 'paused')),
  said_by text not null check (said_by in ('person', 'user', 'machine')),
  -- where: page, one_click, reply, chat, report, bounce, shop:7, command
  source text not null,
  at timestamptz not null,
  -- of a pause
  until timestamptz,
  lifted_at timestamptz,
  unique (purpose, reason, hash)
);
-- of one column: a plan over a hundred thousand addresses looks each of them up here
create index suppressions_hash on suppressions (hash) where lifted_at is null;
-- what a user has said can be taken back, what the person has said cannot
create trigger journal after insert on suppressions for each row when (new.said_by = 'user') execute function journal_change('id');
create trigger journal_changed after update on suppressions for each row
  when (old.said_by = 'user' and new.said_by = 'user') execute function journal_change('id');
create trigger journal_gone after delete on suppressions for each row when (old.said_by = 'user') execute function journal_change('id');

-- The key of this house, made when the first address is hashed.
create function suppression_key() returns suppression_keys language plpgsql as $$
declare
  found_key suppression_keys;
  secret bytea := sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8'));
  inner_pad bytea := decode(repeat('36', 64), 'hex');
  outer_pad bytea := decode(repeat('5c', 64), 'hex');
begin
  select * into found_key from suppression_keys where ours;
  if found then
    return found_key;
  end if;
  for at in 0..31 loop
    inner_pad := set_byte(inner_pad, at, get_byte(secret, at) # 54);
    outer_pad := set_byte(outer_pad, at, get_byte(secret, at) # 92);
  end loop;
  insert into suppression_keys (key, inner_pad, outer_pad, ours)
  values (encode(substr(sha256(secret), 1, 8), 'hex'), inner_pad, outer_pad, true)
  on conflict do nothing;
  select * into found_key from suppression_keys where ours;
  return found_key;
end
$$;

-- Nothing unasked goes there any more. A no that was lifted since is not said again by an older one. True: it was not known.
create function suppress(
  to_channel text, to_address text, purposes text[], why text, by_whom text, where_said text, said_at timestamptz, ends timestamptz default null
) returns boolean language plpgsql as $$
declare
  house suppression_keys := suppression_key();
begin
  insert into suppressions as s (hash, channel, purpose, reason, said_by, source, at, until)
  select suppression_hash(house.inner_pad, house.outer_pad, to_channel, to_address), to_channel, p, why, by_whom, where_said, said_at, ends
  from unnest(purposes) p order by p
  on conflict (hash, purpose, reason) do update set
    said_by = excluded.said_by, source = excluded.source, at = excluded.at, until = excluded.until, lifted_at = null
  where (s.lifted_at is not null and excluded.at > s.lifted_at)
    or (s.lifted_at is null and (s.said_by = 'user' and excluded.said_by = 'person' or s.until <> excluded.until));
  return found;
end
$$;

-- They may be written to again. Only what was said before counts, and of a user only what a user has said.
create function lift_suppressions(
  to_channel text, to_address text, purposes text[], reasons text[], by_whom text[], lifted timestamptz
) returns boolean language plpgsql as $$
begin
  update suppressions s set lifted_at = lifted from suppression_keys k
  where s.hash = suppression_hash(k.inner_pad, k.outer_pad, to_channel, to_address)
    and s.purpose = any(purposes) and s.reason = any(reasons) and s.said_by = any(by_whom) and s.lifted_at is null and s.at <= lifted;
  return found;
end
$$;

-- Whoever closes a chat to us, reports us or cannot be reached says so for everything; a test compares this list with the program's.
create function every_purpose() returns text[] language sql immutable parallel safe as $$ select array['newsletter', 'offers', 'reminders'] $$;

-- The addresses of contacts and of others say these things of themselves: whatever way that came, it is kept beyond them.
create function suppress_address() returns trigger language plpgsql as $$
declare
  old_bounced timestamptz;
  old_complained timestamptz;
begin
  if tg_op = 'UPDATE' then
    old_bounced := old.bounced_at;
    old_complained := old.complained_at;
  end if;
  if new.bounced_at is not null and old_bounced is null then
    perform suppress(new.channel, new.address, array[''], 'bounced', 'machine', 'bounce', new.bounced_at);
  elsif new.bounced_at is null and old_bounced is not null then
    perform lift_suppressions(new.channel, new.address, array[''], array['bounced'], array['machine'], greatest(now(), old_bounced));
  end if;
  if new.complained_at is not null and old_complained is null then
    perform suppress(new.channel, new.address, every_purpose(), 'complained', 'person', 'report', new.complained_at);
  end if;
  return null;
end
$$;
create trigger suppressed_made after insert on contact_identities for each row
  when (new.bounced_at is not null or new.complained_at is not null) execute function suppress_address();
create trigger suppressed_changed after update on contact_identities for each row
  when (old.bounced_at is distinct from new.bounced_at or old.complained_at is distinct from new.complained_at) execute function suppress_address();
create trigger suppressed_made after insert on objections for each row
  when (new.bounced_at is not null or new.complained_at is not null) execute function suppress_address();
create trigger suppressed_changed after update on objections for each row
  when (old.bounced_at is distinct from new.bounced_at or old.complained_at is distinct from new.complained_at) execute function suppress_address();

create function suppress_closed() returns trigger language plpgsql as $$
begin
  perform suppress(new.channel, new.address, every_purpose(), 'unsubscribed', 'person', 'chat', new.blocked_at);
  return null;
end
$$;
create trigger suppressed_closed after update on contact_identities for each row
  when (old.blocked_at is null and new.blocked_at is not null) execute function suppress_closed();

-- Withdrawn is withdrawn beyond the contact; agreed to again, where only they can, it ends.
create function suppress_withdrawn() returns trigger language plpgsql as $$
begin
  if new.withdrawn_at is not null and not exists (
    select from consents c where c.channel = new.channel and c.address = new.address and c.purpose = new.purpose
      and c.withdrawn_at is null and c.confirmed_at > new.withdrawn_at and c.proof in ('page', 'shop_confirmed')
  ) then
    perform suppress(new.channel, new.address, array[new.purpose], 'unsubscribed', 'person', 'page', new.withdrawn_at);
  elsif new.withdrawn_at is null and new.confirmed_at is not null and new.proof in ('page', 'shop_confirmed') then
    perform lift_suppressions(new.channel, new.address, array[new.purpose, ''], array['unsubscribed', 'complained', 'paused'],
      array['person', 'user'], new.confirmed_at);
  end if;
  return null;
end
$$;
create trigger suppressed_made after insert on consents for each row
  when (new.withdrawn_at is not null or new.confirmed_at is not null) execute function suppress_withdrawn();
create trigger suppressed_changed after update on consents for each row
  when (old.withdrawn_at is distinct from new.withdrawn_at or old.confirmed_at is distinct from new.confirmed_at) execute function suppress_withdrawn();

-- What a user says of all people in a file: how they agreed to get news.
alter table imports add column agreed text;

-- what is known already
select suppress(channel, address, array[''], 'bounced', 'machine', 'bounce', bounced_at) from contact_identities where bounced_at is not null;
select suppress(channel, address, every_purpose(), 'complained', 'person', 'report', complained_at) from contact_identities where complained_at is not null;
select suppress(channel, address, every_purpose(), 'unsubscribed', 'person', 'chat', blocked_at) from contact_identities where blocked_at is not null;
select suppress(channel, address, array[''], 'bounced', 'machine', 'bounce', bounced_at) from objections where bounced_at is not null;
select suppress(channel, address, every_purpose(), 'complained', 'person', 'report', complained_at) from objections where complained_at is not null;
select suppress(channel, address, array[purpose], 'unsubscribed', 'person', 'page', withdrawn_at) from consents c
where withdrawn_at is not null and not exists (
  select from consents g where g.channel = c.channel and g.address = c.address and g.purpose = c.purpose
    and g.withdrawn_at is null and g.confirmed_at > c.withdrawn_at
);
