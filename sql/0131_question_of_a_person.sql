-- Whether somebody has asked for no more is a question of the person: it holds at each address of theirs, also at one that comes later or by a merge.
create function stop_asked_of_person() returns trigger language plpgsql as $$
begin
  select min(i.stop_asked_at) into new.stop_asked_at from contact_identities i
  where i.contact_id = new.contact_id and i.id <> new.id and i.stop_asked_at is not null;
  return new;
end
$$;
create trigger stop_asked_made before insert on contact_identities for each row
  when (new.stop_asked_at is null and not new.claimed) execute function stop_asked_of_person();
create trigger stop_asked_moved before update on contact_identities for each row
  when (new.stop_asked_at is null and not new.claimed and (old.contact_id <> new.contact_id or old.claimed))
  execute function stop_asked_of_person();

create function stop_asked_comes() returns trigger language plpgsql as $$
begin
  update contact_identities set stop_asked_at = new.stop_asked_at
  where contact_id = new.contact_id and id <> new.id and stop_asked_at is null and not claimed;
  return null;
end
$$;
create trigger stop_asked_comes after update on contact_identities for each row
  when (old.contact_id <> new.contact_id and new.stop_asked_at is not null) execute function stop_asked_comes();

-- With the address the question is gone: nobody could answer it any more. An undo brings both back.
create function stop_asked_gone() returns trigger language plpgsql as $$
begin
  delete from suppressions s using suppression_keys k
  where s.hash = suppression_hash(k.inner_pad, k.outer_pad, old.channel, old.address) and s.reason = 'undecided';
  return null;
end
$$;
create trigger stop_asked_gone after delete on contact_identities for each row
  when (old.stop_asked_at is not null) execute function stop_asked_gone();

delete from suppressions s where s.reason = 'undecided' and not exists (
  select from contact_identities i cross join suppression_keys k
  where i.stop_asked_at is not null and s.hash = suppression_hash(k.inner_pad, k.outer_pad, i.channel, i.address)
);

-- Whoever confirms on the page that they agree has answered the question themselves, for all of their addresses.
create or replace function suppress_withdrawn() returns trigger language plpgsql as $$
begin
  if new.withdrawn_at is not null and not exists (
    select from consents c where c.channel = new.channel and c.address = new.address and c.purpose = new.purpose
      and c.withdrawn_at is null and c.confirmed_at > new.withdrawn_at and c.proof in ('page', 'shop_confirmed')
  ) then
    perform suppress(new.channel, new.address, array[new.purpose], 'unsubscribed', 'person', 'page', new.withdrawn_at);
  elsif new.withdrawn_at is null and new.confirmed_at is not null and new.proof in ('page', 'shop_confirmed') then
    perform lift_suppressions(new.channel, new.address, array[new.purpose, ''], array['unsubscribed', 'complained', 'paused'],
      array['person', 'user'], new.confirmed_at);
    update contact_identities set stop_asked_at = null
    where contact_id in (select i.contact_id from contact_identities i where i.channel = new.channel and i.address = new.address)
      and stop_asked_at <= new.confirmed_at;
  end if;
  return null;
end
$$;
