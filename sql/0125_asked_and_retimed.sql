-- Somebody says no in a sentence that only a reader can be sure of: until the owner has decided, nothing unasked goes to them.
alter table contact_identities add column stop_asked_at timestamptz;
create index contact_identities_stop_asked on contact_identities (stop_asked_at, id) where stop_asked_at is not null;

alter table suppressions drop constraint suppressions_reason_check;
alter table suppressions add constraint suppressions_reason_check
  check (reason in ('unsubscribed', 'complained', 'bounced', 'paused', 'undecided'));

create function suppress_undecided() returns trigger language plpgsql as $$
begin
  if new.stop_asked_at is not null then
    perform suppress(new.channel, new.address, array[''], 'undecided', 'person', 'reply', new.stop_asked_at);
  else
    -- decided, it was no word of theirs: an undo asks again as of when it was asked
    delete from suppressions s using suppression_keys k
    where s.hash = suppression_hash(k.inner_pad, k.outer_pad, new.channel, new.address) and s.reason = 'undecided';
  end if;
  return null;
end
$$;
create trigger suppressed_undecided after update on contact_identities for each row
  when (old.stop_asked_at is distinct from new.stop_asked_at) execute function suppress_undecided();
-- whoever comes back with it, taken in again or made by an undo, is waited for as before
create trigger suppressed_undecided_made after insert on contact_identities for each row
  when (new.stop_asked_at is not null) execute function suppress_undecided();

-- Whoever confirms on the page that they agree has answered the question themselves.
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
    where channel = new.channel and address = new.address and stop_asked_at <= new.confirmed_at;
  end if;
  return null;
end
$$;

-- Whoever waits for a step of a follow-up waits by the delay that it has now, also where it is changed, taken out or brought back while they wait.
-- By the new one their time may be over: that is not called late.
alter table sequence_entries add column retimed_at timestamptz;

create function step_delay(steps jsonb, waits_for int) returns interval language sql immutable as $$
  select make_interval(mins => (step ->> 'after')::int) from jsonb_array_elements(steps) step
  where (step ->> 'number')::int >= waits_for order by (step ->> 'number')::int limit 1
$$;

create function retime_entries() returns trigger language plpgsql as $$
begin
  update sequence_entries e set due_at = e.due_at + (d.after - d.before), retimed_at = now()
  from (
    select step, step_delay(old.steps, step) as before, step_delay(new.steps, step) as after
    from (select distinct step from sequence_entries where sequence_id = new.id and ended_at is null) waited_for
  ) d
  where e.sequence_id = new.id and e.ended_at is null and e.step = d.step and d.after <> d.before;
  return null;
end
$$;
create trigger retimed after update on sequences for each row when (old.steps is distinct from new.steps) execute function retime_entries();
