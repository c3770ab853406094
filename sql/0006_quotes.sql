-- Quotes: what a lead is offered, line by line. The lead's amount follows their total.
create table quote_lines (
  id bigint generated always as identity primary key,
  lead_id bigint not null references leads on delete cascade,
  description text not null,
  quantity numeric(12, 3) not null check (quantity > 0),
  unit_minor bigint not null check (unit_minor >= 0),
  -- the same for all lines of a lead
  currency text not null,
  created_at timestamptz not null default now()
);
create index quote_lines_lead on quote_lines (lead_id);

create trigger journal after insert or update or delete on quote_lines
  for each row execute function journal_change('id');

-- The button opens its command's form: pressed, it does not run as it stands.
alter table buttons add column form boolean not null default false;
