-- Tickets are numbered for people: those that are there keep the number that everybody has seen, which was their id.
create sequence ticket_numbers as bigint;
select setval('ticket_numbers', greatest((select max(id) from tickets), 1), exists (select from tickets));

-- Why people ask for help, in the owner's own words.
create table causes (
  id bigint generated always as identity primary key,
  name text not null check (name <> ''),
  created_at timestamptz not null default now()
);
create unique index causes_name on causes (fold_text(name));

alter table tickets
  add column number bigint default nextval('ticket_numbers'),
  add column cause_id bigint references causes on delete set null,
  -- the ticket that goes on with this one
  add column merged_into_id bigint references tickets on delete set null,
  -- a resolved one of the same customer, too old to be opened anew
  add column follows_id bigint references tickets on delete set null,
  add column reopened int not null default 0,
  add column reopened_at timestamptz,
  -- when it came into its state
  add column state_since timestamptz;
alter sequence ticket_numbers owned by tickets.number;

-- what triage said in detail is kept with the message
create function ticket_kind(said text) returns text language sql immutable parallel safe as $$
  select case
    when said in ('inquiry', 'support', 'complaint', 'return', 'other') then said
    when said = 'refund' then 'return'
    when said in ('billing', 'availability', 'price') then 'inquiry'
    when said in ('shipping', 'account') then 'support'
    else 'other'
  end
$$;

alter table tickets drop constraint tickets_priority_check;
-- nobody is told of what only gets other names
select set_config('crm.silent', 'on', true);
update tickets set number = id, kind = ticket_kind(kind), state_since = coalesce(resolved_at, created_at);
select set_config('crm.silent', '', true);
alter table tickets
  alter column number set not null,
  alter column state_since set not null,
  add constraint tickets_kind_check check (kind in ('inquiry', 'support', 'complaint', 'return', 'other')),
  add constraint tickets_priority_check check (priority in ('low', 'normal', 'high', 'urgent'));
create unique index tickets_number on tickets (number);
create index tickets_cause on tickets (cause_id) where cause_id is not null;
create index tickets_merged on tickets (merged_into_id) where merged_into_id is not null;
create index tickets_follows on tickets (follows_id) where follows_id is not null;
create index tickets_resolved on tickets (resolved_at) where resolved_at is not null;
create index tickets_reopened on tickets (reopened_at) where reopened_at is not null;

-- A row that an older journal or export gives back has none of the newer columns: its id was its number. One whose number is taken
-- here gets the next.
create function ticket_made() returns trigger language plpgsql as $$
begin
  new.kind := ticket_kind(new.kind);
  new.number := coalesce(new.number, new.id);
  new.reopened := coalesce(new.reopened, 0);
  new.state_since := coalesce(new.state_since, new.resolved_at, new.created_at);
  while exists (select from tickets where number = new.number) loop
    new.number := nextval('ticket_numbers');
  end loop;
  if new.number > (select last_value from ticket_numbers) then perform setval('ticket_numbers', new.number); end if;
  return new;
end
$$;
create trigger made before insert on tickets for each row execute function ticket_made();

create function ticket_state_set() returns trigger language plpgsql as $$
begin
  new.kind := ticket_kind(new.kind);
  if new.state <> old.state and new.state_since = old.state_since then new.state_since := now(); end if;
  return new;
end
$$;
create trigger state_set before update on tickets for each row execute function ticket_state_set();

-- What is noted with a ticket: words for ourselves, and steps that are ticked.
create table ticket_lines (
  id bigint generated always as identity primary key,
  ticket_id bigint not null references tickets on delete cascade,
  kind text not null check (kind in ('note', 'step')),
  text text not null check (text <> ''),
  done_at timestamptz,
  created_at timestamptz not null default now()
);
create index ticket_lines_ticket on ticket_lines (ticket_id, id);

-- Orders that a user has put to a ticket; those that its words name are found by themselves.
create table ticket_orders (
  id bigint generated always as identity primary key,
  ticket_id bigint not null references tickets on delete cascade,
  order_id bigint not null references orders on delete cascade,
  created_at timestamptz not null default now(),
  unique (ticket_id, order_id)
);
create index ticket_orders_order on ticket_orders (order_id);

-- Further messages that belong to a ticket: of those that were merged into it.
create table ticket_messages (
  id bigint generated always as identity primary key,
  ticket_id bigint not null references tickets on delete cascade,
  message_id bigint not null references messages on delete cascade,
  created_at timestamptz not null default now(),
  unique (ticket_id, message_id)
);
create index ticket_messages_message on ticket_messages (message_id);

do $$
declare
  one text;
begin
  foreach one in array array['causes', 'ticket_lines', 'ticket_orders', 'ticket_messages'] loop
    execute format($f$
      create trigger journal after update or delete on %1$I for each row
        when (current_setting('crm.journal_id', true) <> '') execute function journal_change('id');
      create trigger journal_made after insert on %1$I referencing new table as made for each statement
        when (current_setting('crm.journal_id', true) <> '') execute function journal_inserted('id')
    $f$, one);
  end loop;
end
$$;

drop trigger hook_updated on tickets;
create trigger hook_updated after update on tickets for each row
when (
  current_setting('crm.silent', true) is distinct from 'on' and (
    old.contact_id is distinct from new.contact_id or old.conversation_id is distinct from new.conversation_id
    or old.title is distinct from new.title or old.kind is distinct from new.kind or old.priority is distinct from new.priority
    or old.state is distinct from new.state or old.snoozed_until is distinct from new.snoozed_until
    or old.resolved_at is distinct from new.resolved_at or old.number is distinct from new.number
    or old.cause_id is distinct from new.cause_id or old.merged_into_id is distinct from new.merged_into_id
    or old.follows_id is distinct from new.follows_id or old.reopened is distinct from new.reopened
  )
) execute function note_for_hooks('ticket', 'updated', 'id');
