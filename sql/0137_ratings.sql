-- How a customer found it that a ticket was resolved: a row for each time it was, from when it is planned to ask them. `resolved_at`: of which
-- time it is; the ticket may have been reopened since, and then nobody is asked. `skipped`: why they were not asked. `token_hash`: SHA-256 of
-- what leads to the page on which they answer. Planned by no user's act: what is asked is not taken back with the resolving.
create table ratings (
  id bigint generated always as identity primary key,
  contact_id bigint not null references contacts on delete cascade,
  ticket_id bigint not null references tickets on delete cascade,
  conversation_id bigint references conversations on delete set null,
  resolved_at timestamptz not null,
  ask_at timestamptz not null,
  skipped text,
  asked_at timestamptz,
  channel text,
  locale text,
  token_hash bytea unique,
  -- they were asked what they meant
  asked_back_at timestamptz,
  score smallint check (score between 1 and 5),
  words text not null default '',
  -- when they first answered; the last answer within a day counts
  rated_at timestamptz,
  rated_by text check (rated_by in ('button', 'page', 'reply')),
  unique (ticket_id, resolved_at),
  check ((score is null) = (rated_at is null)),
  check (skipped is null or asked_at is null)
);
create index ratings_contact on ratings (contact_id, asked_at);
create index ratings_conversation on ratings (conversation_id, asked_at);
create index ratings_due on ratings (ask_at) where asked_at is null and skipped is null;
create index ratings_asked on ratings (asked_at) where asked_at is not null;
create trigger journal after update or delete on ratings for each row
  when (current_setting('crm.journal_id', true) <> '') execute function journal_change('id');
create trigger journal_made after insert on ratings referencing new table as made for each statement
  when (current_setting('crm.journal_id', true) <> '') execute function journal_inserted('id');
create trigger hook_rated after update of score on ratings for each row
  when (current_setting('crm.silent', true) is distinct from 'on' and new.score is not null and new.score is distinct from old.score)
  execute function note_for_hooks('ticket', 'rated', 'ticket_id');
