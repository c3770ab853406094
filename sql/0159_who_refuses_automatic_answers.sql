-- Who wants no automatic answers, since when and from which message of theirs; without one a user has said so.
-- With `lifted_at` it is over, and what they wrote before that no longer counts.
create table automatic_refusals (
  id bigint generated always as identity primary key,
  contact_id bigint not null references contacts on delete cascade,
  message_id bigint references messages on delete set null,
  said_at timestamptz not null,
  lifted_at timestamptz,
  unique (contact_id, message_id)
);
create index automatic_refusals_message on automatic_refusals (message_id) where message_id is not null;
create trigger journal after update or delete on automatic_refusals for each row
  when (current_setting('crm.journal_id', true) <> '') execute function journal_change('id');
create trigger journal_made after insert on automatic_refusals referencing new table as made for each statement
  when (current_setting('crm.journal_id', true) <> '') execute function journal_inserted('id');

-- Canned replies and what is often asked are called by their names as they are typed.
create index canned_replies_called on canned_replies (fold_text(name));
create index faqs_called on faqs (fold_text(name));
