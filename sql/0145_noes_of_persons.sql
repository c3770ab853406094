-- A certain no is the person's: it holds for every address that they come to have. By purpose: why, whose word, where and when it was said.
alter table contacts add column refused jsonb not null default '{}';
-- An address has this no because its person had said it before it was theirs.
alter table suppressions add column inherited boolean not null default false;
-- it comes and goes with the address, so an undo of that brings it along
drop trigger journal on suppressions;
create trigger journal after insert on suppressions for each row when (new.said_by = 'user' or new.inherited) execute function journal_change('id');
drop trigger journal_gone on suppressions;
create trigger journal_gone after delete on suppressions for each row when (old.said_by = 'user' or old.inherited) execute function journal_change('id');

-- Nothing shows whose word it is that they want no more: only those count towards how many such a day may bring.
alter table contact_identities add column stop_unproved boolean not null default false;

-- Of two words for one purpose a person's own counts before a user's, a report before a no, and else the later one.
create function refused_both(one jsonb, other jsonb) returns jsonb language sql stable as $$
  select coalesce(jsonb_object_agg(key, value), '{}') from (
    select distinct on (key) key, value from (select * from jsonb_each(one) union all select * from jsonb_each(other)) said
    order by key, value ->> 'by' = 'person' desc, value ->> 'reason' = 'complained' desc, (value ->> 'at')::timestamptz desc
  ) kept
$$;

-- What stands against an address is a no of whoever has it, for what they get nowhere else: who stops one of two addresses keeps the other.
-- Whoever closes a chat speaks of that chat.
create function heed_noes(of_contact bigint, of_channel text, of_address text) returns void language plpgsql as $$
declare
  noes jsonb;
begin
  select jsonb_object_agg(said.purpose, said.no) into noes from (
    select distinct on (s.purpose) s.purpose,
      jsonb_build_object('reason', s.reason, 'by', s.said_by, 'source', s.source, 'at', s.at) as no
    from suppression_keys k
    join suppressions s on s.hash = suppression_hash(k.inner_pad, k.outer_pad, of_channel, of_address)
    where s.lifted_at is null and s.reason in ('unsubscribed', 'complained') and s.purpose <> '' and s.source <> 'chat'
    order by s.purpose, s.said_by = 'person' desc, s.reason = 'complained' desc, s.at desc
  ) said
  where not exists (
    select from contact_identities o join consents g on g.channel = o.channel and g.address = o.address
    where o.contact_id = of_contact and not o.claimed and (o.channel <> of_channel or mailbox(o.address) <> mailbox(of_address))
      and g.purpose = said.purpose and g.confirmed_at is not null and g.withdrawn_at is null
      and not exists (
        select from suppression_keys k
        join suppressions s on s.hash = suppression_hash(k.inner_pad, k.outer_pad, o.channel, o.address)
        where s.lifted_at is null and s.reason in ('unsubscribed', 'complained') and s.purpose in (said.purpose, '')
      )
  );
  if noes is not null then
    update contacts c set refused = refused_both(c.refused, noes) where c.id = of_contact and refused_both(c.refused, noes) <> c.refused;
  end if;
end
$$;

-- An address of whoever has said no has that no, too. The lock: what is said meanwhile is seen here, or sees this address.
create function inherit_noes(of_contact bigint, to_channel text, to_address text) returns void language plpgsql as $$
declare
  house suppression_keys;
  noes jsonb;
begin
  select refused into noes from contacts where id = of_contact for share;
  if coalesce(noes, '{}') = '{}' then
    return;
  end if;
  house := suppression_key();
  insert into suppressions as s (hash, channel, purpose, reason, said_by, source, at, inherited)
  select suppression_hash(house.inner_pad, house.outer_pad, to_channel, to_address), to_channel, key, value ->> 'reason', value ->> 'by',
    value ->> 'source', (value ->> 'at')::timestamptz, true
  from jsonb_each(noes)
  where not exists (
    -- whoever has it has agreed there since, as only they can
    select from consents g where g.channel = to_channel and g.address = to_address and g.purpose = key and g.withdrawn_at is null
      and g.confirmed_at > (value ->> 'at')::timestamptz and g.proof in ('page', 'shop_confirmed')
  )
  order by key
  on conflict (hash, purpose, reason) do update set
    said_by = excluded.said_by, source = excluded.source, at = excluded.at, until = null, lifted_at = null, inherited = true
  where s.lifted_at is not null and excluded.at > s.lifted_at;
end
$$;

-- Where a user says whose an address is, what was said there once, by whoever was deleted since, is theirs again, at all of their addresses. A shop's
-- customer types any address; an archive (crm.noes_kept) and an undo bring what was said as it stood.
create function identity_comes() returns trigger language plpgsql as $$
begin
  if current_setting('crm.noes_kept', true) = 'on' or current_setting('crm.reverting', true) = 'on' then
    return null;
  end if;
  if current_setting('crm.journal_id', true) <> '' then
    perform heed_noes(new.contact_id, new.channel, new.address);
    perform inherit_noes(i.contact_id, i.channel, i.address) from contact_identities i
    where i.contact_id = new.contact_id and i.id <> new.id and not i.claimed;
  end if;
  perform inherit_noes(new.contact_id, new.channel, new.address);
  return null;
end
$$;
create trigger noes_come after insert on contact_identities for each row when (not new.claimed) execute function identity_comes();
create trigger noes_proven after update on contact_identities for each row when (old.claimed and not new.claimed) execute function identity_comes();

-- Taken off somebody, an address is nobody's: what it has of them goes. It stays with one whose person is deleted: they may come back.
create function identity_goes() returns trigger language plpgsql as $$
begin
  delete from suppressions s using suppression_keys k
  where s.hash = suppression_hash(k.inner_pad, k.outer_pad, old.channel, old.address) and s.inherited
    and exists (select from contacts where id = old.contact_id);
  return null;
end
$$;
create trigger noes_go after delete on contact_identities for each row execute function identity_goes();

create or replace function suppress(
  to_channel text, to_address text, purposes text[], why text, by_whom text, where_said text, said_at timestamptz, ends timestamptz default null
) returns boolean language plpgsql as $$
declare
  house suppression_keys := suppression_key();
  is_new boolean;
begin
  insert into suppressions as s (hash, channel, purpose, reason, said_by, source, at, until)
  select suppression_hash(house.inner_pad, house.outer_pad, to_channel, to_address), to_channel, p, why, by_whom, where_said, said_at, ends
  from unnest(purposes) p order by p
  on conflict (hash, purpose, reason) do update set
    said_by = excluded.said_by, source = excluded.source, at = excluded.at, until = excluded.until, lifted_at = null, inherited = false
  where (s.lifted_at is not null and excluded.at > s.lifted_at)
    or (s.lifted_at is null and (s.said_by = 'user' and excluded.said_by = 'person' or s.until <> excluded.until
      or s.inherited and (s.said_by = 'user' or excluded.said_by = 'person')));
  is_new := found;
  if why in ('unsubscribed', 'complained') then
    perform heed_noes(i.contact_id, to_channel, to_address) from contact_identities i
    where i.channel = to_channel and i.address = to_address and not i.claimed;
  end if;
  if is_new and why = 'unsubscribed' and by_whom = 'person' then
    update campaign_deliveries d set unsubscribed_at = said_at
    from (
      select campaign_id, contact_id from campaign_deliveries
      where channel = to_channel and address = to_address and sent_at is not null
        and sent_at between said_at - interval '30 days' and said_at
      order by sent_at desc limit 1
    ) last
    where d.campaign_id = last.campaign_id and d.contact_id = last.contact_id and d.unsubscribed_at is null;
  end if;
  return is_new;
end
$$;

create or replace function lift_suppressions(
  to_channel text, to_address text, purposes text[], reasons text[], by_whom text[], lifted timestamptz
) returns boolean language plpgsql as $$
declare
  is_lifted boolean;
begin
  update suppressions s set lifted_at = lifted from suppression_keys k
  where s.hash = suppression_hash(k.inner_pad, k.outer_pad, to_channel, to_address)
    and s.purpose = any(purposes) and s.reason = any(reasons) and s.said_by = any(by_whom) and s.lifted_at is null and s.at <= lifted;
  is_lifted := found;
  update contacts c set refused = (
    select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(c.refused)
    where not (key = any(purposes) and value ->> 'reason' = any(reasons) and value ->> 'by' = any(by_whom) and (value ->> 'at')::timestamptz <= lifted)
  )
  where c.refused <> '{}' and c.id in (
    select i.contact_id from contact_identities i where i.channel = to_channel and i.address = to_address and not i.claimed
  );
  return is_lifted;
end
$$;

-- What is known already. Whatever address has come to somebody behind their no has it by now.
do $$
declare
  place record;
begin
  if not exists (select from suppressions) then
    return;
  end if;
  for place in select contact_id, channel, address from contact_identities where not claimed order by contact_id, id loop
    perform heed_noes(place.contact_id, place.channel, place.address);
  end loop;
  for place in
    select i.contact_id, i.channel, i.address from contact_identities i join contacts c on c.id = i.contact_id
    where c.refused <> '{}' and not i.claimed
      and i.created_at > all (select (value ->> 'at')::timestamptz from jsonb_each(c.refused)) order by i.contact_id, i.id
  loop
    perform inherit_noes(place.contact_id, place.channel, place.address);
  end loop;
end
$$;

-- A step of a follow-up leaves once for each entry, however its words and its place among the others are changed meanwhile.
alter table campaign_deliveries add column step int;
update campaign_deliveries d set step = c.step from campaigns c, (
  select d.id, row_number() over (
    partition by d.entry_id, c.step order by d.state in ('queued', 'sending', 'sent', 'unknown') desc, d.sent_at nulls last, d.id
  ) as nth
  from campaign_deliveries d join campaigns c on c.id = d.campaign_id where d.entry_id is not null
) counted where c.id = d.campaign_id and counted.id = d.id and counted.nth = 1;
create unique index campaign_deliveries_step on campaign_deliveries (entry_id, step)
  where entry_id is not null and state in ('queued', 'sending', 'sent', 'unknown');

-- What its owner says of a follow-up, and whom they let begin with it, can be taken back; putting it on and off is a line of its own.
drop trigger journal on sequences;
create trigger journal after update of steps, start, again, purpose, ends, name on sequences for each row
  when (current_setting('crm.journal_id', true) <> '') execute function journal_change('id');
create trigger journal_begun after insert on sequence_entries for each row
  when (current_setting('crm.journal_id', true) <> '' and new.ended_at is null) execute function journal_change('id');
create trigger journal_begins after update of ended on sequence_entries for each row
  when (current_setting('crm.journal_id', true) <> '' and old.ended = 'before' and new.ended is null) execute function journal_change('id');
