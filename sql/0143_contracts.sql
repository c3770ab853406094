-- What was agreed with a customer for a time: its dates say when notice can be given last, and what happens where none is.
create table contracts (
  id bigint generated always as identity primary key,
  contact_id bigint not null references contacts on delete cascade,
  -- the accepted quote that it was made of
  quote_id bigint unique references quotes on delete set null,
  title text not null check (title <> ''),
  -- noticed: it ends with its term, for notice was given
  state text not null default 'active' check (state in ('active', 'noticed', 'ended')),
  value_minor bigint check (value_minor > 0),
  currency text,
  per text not null default 'once' check (per in ('once', 'month', 'year')),
  starts_on date,
  -- the last day of the term that runs; null: without an end
  ends_on date,
  -- the last day of its first term: further terms are counted from there, so that none drifts
  first_ends_on date,
  -- how often it has gone on
  terms int not null default 0 check (terms >= 0),
  -- by how many months it goes on by itself; null: it ends
  renews_by int check (renews_by between 1 and 120),
  notice_count int check (notice_count between 0 and 999),
  notice_unit text check (notice_unit in ('day', 'week', 'month')),
  -- notice counts to the end of one only
  notice_to text check (notice_to in ('month', 'quarter')),
  -- worked out of these: the last day on which notice can be given, and the day that counts next
  notice_by date,
  due_on date,
  -- when its owner wants to be reminded besides
  remind_on date,
  -- for which occasions they were
  reminded text[] not null default '{}',
  -- of its next term, or of what comes after it
  lead_id bigint references leads on delete set null,
  noticed_on date,
  ended_on date,
  created_at timestamptz not null default now(),
  constraint contracts_value_check check ((value_minor is null) = (currency is null)),
  constraint contracts_notice_check check ((notice_count is null) = (notice_unit is null)),
  constraint contracts_ends_check check ((ends_on is null) = (first_ends_on is null)),
  constraint contracts_ended_check check ((state = 'ended') = (ended_on is not null))
);
create index contracts_contact on contracts (contact_id);
create index contracts_lead on contracts (lead_id) where lead_id is not null;
-- what is due next, and what the job looks at; what has no date comes last
create index contracts_due on contracts (coalesce(due_on, 'infinity'::date), id) where state <> 'ended';
create index contracts_remind on contracts (remind_on) where remind_on is not null and state <> 'ended';
create index contracts_ended on contracts (ended_on, id) where state = 'ended';

create trigger journal after update or delete on contracts for each row
  when (current_setting('crm.journal_id', true) <> '') execute function journal_change('id');
create trigger journal_made after insert on contracts referencing new table as made for each statement
  when (current_setting('crm.journal_id', true) <> '') execute function journal_inserted('id');

-- The files of contracts. One without a contract was sent before anybody said of whom it is.
create table contract_files (
  id bigint generated always as identity primary key,
  contract_id bigint references contracts on delete cascade,
  -- a channel's handle, until it was fetched into our own store
  file jsonb not null,
  -- where it was sent, which is told when it cannot be fetched
  place jsonb not null,
  fetched_at timestamptz,
  created_at timestamptz not null default now()
);
create index contract_files_contract on contract_files (contract_id);
create index contract_files_loose on contract_files (created_at) where contract_id is null;
create index contract_files_unfetched on contract_files (id) where fetched_at is null and contract_id is not null;

create trigger journal after update or delete on contract_files for each row
  when (current_setting('crm.journal_id', true) <> '') execute function journal_change('id');
create trigger journal_made after insert on contract_files referencing new table as made for each statement
  when (current_setting('crm.journal_id', true) <> '') execute function journal_inserted('id');
