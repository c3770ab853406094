-- The queues: whose turn it is, found without looking at what has been handled, nor at what waits behind something else.

-- Smaller goes first. Inbox: 0 what a user typed or pressed, 1 everything else.
-- Outbox: 0 what must be there within seconds (a toast, a form), 1 what the owner asked for, 2 messages and cards, 3 notices whose hour has not come.
alter table inbox add column priority smallint not null default 1 check (priority in (0, 1));
alter table outbox add column priority smallint not null default 2 check (priority in (0, 1, 2, 3));
update outbox set priority = case when payload ->> 'kind' in ('button_answer', 'form') then 0 when quiet then 3 else 2 end
where state in ('queued', 'sending');

-- Something before it in its lane (its chat) was not done when it was looked at: it is not looked at again until then, or
-- until that is done, which clears this. A claim sets it, and never looks at more than a few rows.
alter table inbox add column parked_until timestamptz;
alter table outbox add column parked_until timestamptz;

-- It has failed for so long that what came later in its lane goes on without it.
alter table inbox add column overtaken boolean not null default false;

-- A customer's messages that wait to be shown are shown together: whose card it is, from which
-- message on it shows, and how many. Only a hint of
-- what belongs together, so neither needs to exist any more.
alter table outbox add column shows_contact bigint;
alter table outbox add column shows_from bigint;
alter table outbox add column shows_count int not null default 1;

-- Each index below has a predicate of its own, and an order that no other index has: whatever the statistics said when a plan was made,
-- only the right one can serve (`id + 0`: not the primary key, which would walk through all that was handled).
alter table inbox
  add column open boolean not null generated always as (processed_at is null and failed_at is null) stored,
  -- what comes later in the lane waits for it
  add column holds boolean not null generated always as (processed_at is null and failed_at is null and not overtaken) stored;
alter table outbox
  add column waits boolean not null generated always as (state = 'queued') stored,
  add column holds boolean not null generated always as (state in ('queued', 'sending')) stored;

drop index inbox_open, inbox_due;
create index inbox_due on inbox (priority, greatest(run_at, parked_until), id) where open;
create index inbox_lane on inbox (lane, (id + 0)) where holds;
create index inbox_received on inbox (received_at) where processed_at is null and failed_at is null;

drop index outbox_open, outbox_due;
create index outbox_due on outbox (channel, priority, greatest(run_at, parked_until), id) where waits;
create index outbox_chat on outbox (channel, address, priority, id) where holds;
create index outbox_sending on outbox (channel, address) where state = 'sending';
create index outbox_waiting on outbox (run_at) where state = 'queued';
create index outbox_look on outbox (locked_until) where state = 'unknown' and locked_until is not null;
create index outbox_shows on outbox (shows_contact, id) where shows_contact is not null;

-- the list of open tickets, as it is shown: snoozed ones last
create index tickets_listed on tickets ((state = 'snoozed'), created_at, id) where resolved_at is null;

-- Whoever is next in the lane may be looked at. Parked or not: a claim may be parking it at this moment, and is waited for.
create function inbox_next() returns trigger language plpgsql as $$
begin
  update inbox set parked_until = null
  where id = (select id from inbox where lane = old.lane and holds order by id + 0 limit 1);
  return null;
end $$;
create trigger next_updated after update of processed_at, failed_at, overtaken on inbox for each row
  when (old.holds and not new.holds) execute function inbox_next();
create trigger next_deleted after delete on inbox for each row
  when (old.holds) execute function inbox_next();

-- As above, in the chat.
create function outbox_next() returns trigger language plpgsql as $$
begin
  update outbox set parked_until = null
  where id = (
    select id from outbox
    where channel = old.channel and address = old.address and holds and state = 'queued' and priority > 0
    order by priority, id limit 1
  );
  return null;
end $$;
create trigger next_updated after update of state, address on outbox for each row
  when (old.holds and (not new.holds or new.address <> old.address)) execute function outbox_next();
create trigger next_deleted after delete on outbox for each row
  when (old.holds) execute function outbox_next();
