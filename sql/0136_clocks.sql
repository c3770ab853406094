-- In which state a ticket was since when: what its clocks counted can be said at any time. Taking back a change takes the later ones off.
create table ticket_states (
  id bigint generated always as identity primary key,
  ticket_id bigint not null references tickets on delete cascade,
  state text not null,
  at timestamptz not null
);
create index ticket_states_ticket on ticket_states (ticket_id, at, id);

-- How a ticket stands against its targets: worked out of its states, the hours, the days off and the absences.
create table ticket_clocks (
  ticket_id bigint primary key references tickets on delete cascade,
  -- 0 waits for us, 1 for the customer, 2 is snoozed, 3 is resolved: so lists are sorted
  line smallint not null default 0,
  -- something that it follows from has changed
  stale boolean not null default true,
  answered_at timestamptz,
  answer_due_at timestamptz,
  resolve_due_at timestamptz,
  -- the next of the two, as long as it runs
  due_at timestamptz,
  warn_at timestamptz,
  -- open time used, in milliseconds: until the first answer, and in all
  answer_ms bigint,
  resolve_ms bigint,
  answer_met boolean,
  resolve_met boolean,
  -- the instant of which the owner was warned; infinity: it was there before there were clocks, and nobody is told until it changes
  warned_of timestamptz
);
create index ticket_clocks_listed on ticket_clocks (line, due_at, ticket_id) where line < 3;
create index ticket_clocks_stale on ticket_clocks (ticket_id) where stale;
create index ticket_clocks_warn on ticket_clocks (warn_at) where line = 0 and warn_at is not null;
create index ticket_clocks_answered on ticket_clocks (answered_at) where answered_at is not null;

create function ticket_line(state text) returns smallint language sql immutable parallel safe as $$
  select (case state when 'open' then 0 when 'pending' then 1 when 'snoozed' then 2 else 3 end)::smallint
$$;

create function ticket_clock_turns() returns trigger language plpgsql as $$
declare
  back bigint;
begin
  if tg_op = 'INSERT' or old.state <> new.state or old.state_since <> new.state_since then
    -- a state from which it had come is back: what came after it was taken back
    select max(id) into back from ticket_states where ticket_id = new.id and state = new.state and at = new.state_since;
    delete from ticket_states
    where ticket_id = new.id and (at > new.state_since or (at = new.state_since and back is not null and id > back));
    if back is null then
      insert into ticket_states (ticket_id, state, at) values (new.id, new.state, new.state_since);
    end if;
  end if;
  insert into ticket_clocks (ticket_id, line) values (new.id, ticket_line(new.state))
  on conflict (ticket_id) do update set line = excluded.line, stale = true, warned_of = nullif(ticket_clocks.warned_of, 'infinity');
  return null;
end
$$;
create trigger clock_made after insert on tickets for each row execute function ticket_clock_turns();
create trigger clock_turns after update on tickets for each row when (
  old.state is distinct from new.state or old.state_since is distinct from new.state_since
  or old.priority is distinct from new.priority or old.created_at is distinct from new.created_at
) execute function ticket_clock_turns();

-- Whatever open clocks follow from.
create function ticket_clocks_stale() returns trigger language plpgsql as $$
begin
  update ticket_clocks set stale = true where line < 3 and not stale;
  return null;
end
$$;
create trigger clocks_stale after insert or update or delete on absences for each statement execute function ticket_clocks_stale();
create trigger clocks_stale_made after insert on settings for each row
when (new.key in ('timezone', 'country', 'hours', 'ownDays', 'holidays', 'ticketTargets', 'ticketWarn'))
execute function ticket_clocks_stale();
create trigger clocks_stale after update or delete on settings for each row
when (old.key in ('timezone', 'country', 'hours', 'ownDays', 'holidays', 'ticketTargets', 'ticketWarn'))
execute function ticket_clocks_stale();

-- What was there before: each was open until it was resolved; nobody is told that it is late already.
insert into ticket_states (ticket_id, state, at)
select id, 'open', created_at from tickets
union all select id, state, state_since from tickets where state <> 'open' and state_since > created_at;
insert into ticket_clocks (ticket_id, line, warned_of) select id, ticket_line(state), 'infinity' from tickets;
