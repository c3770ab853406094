-- What was said by phone, or by somebody who walked in: a note (its message) of which this says what it tells of.
create table calls (
  id bigint generated always as identity primary key,
  contact_id bigint not null references contacts on delete cascade,
  message_id bigint not null unique references messages on delete cascade,
  kind text not null check (kind in ('call', 'visit')),
  -- who called whom, and for how long, where that was said
  direction text check (direction in ('in', 'out')),
  minutes integer check (minutes between 1 and 999),
  created_at timestamptz not null
);
create index calls_contact on calls (contact_id);
create trigger journal after update or delete on calls for each row
  when (current_setting('crm.journal_id', true) <> '') execute function journal_change('id');
create trigger journal_made after insert on calls referencing new table as made for each statement
  when (current_setting('crm.journal_id', true) <> '') execute function journal_inserted('id');
