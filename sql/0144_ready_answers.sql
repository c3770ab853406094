-- What customers often ask. The canned reply of the same name is the answer.
create table faqs (
  id bigint generated always as identity primary key,
  name text not null unique,
  -- how it is asked, as examples, in any language
  questions jsonb not null,
  -- it leaves by itself where the question is certainly this one
  by_itself boolean not null default false,
  created_at timestamptz not null
);
create trigger journal after update or delete on faqs for each row
  when (current_setting('crm.journal_id', true) <> '') execute function journal_change('id');
create trigger journal_made after insert on faqs referencing new table as made for each statement
  when (current_setting('crm.journal_id', true) <> '') execute function journal_inserted('id');

-- An answer that lies ready for a customer's message: proposed on its card, or leaving by itself.
create table ready_answers (
  id bigint generated always as identity primary key,
  message_id bigint not null references messages on delete cascade,
  conversation_id bigint not null references conversations on delete cascade,
  -- outside the opening hours, to what is often asked, or how an order stands
  kind text not null check (kind in ('hours', 'faq', 'order')),
  -- which canned reply it is
  name text,
  text text not null,
  locale text not null,
  -- proposed: a tap sends it. waiting: it leaves by itself at due_at. sent: it has. given: a user has sent it. taken: a user answers instead
  state text not null check (state in ('proposed', 'waiting', 'sent', 'given', 'stopped', 'taken')),
  why text,
  due_at timestamptz,
  -- of one outside the hours: when it opens next, which tells one closed stretch from another
  opens_at timestamptz,
  made_at timestamptz not null,
  settled_at timestamptz,
  unique (message_id, kind)
);
-- to one message at most one answer ever leaves by itself
create unique index ready_answers_once on ready_answers (message_id) where due_at is not null;
create index ready_answers_due on ready_answers (due_at) where state = 'waiting';
create index ready_answers_conversation on ready_answers (conversation_id, settled_at);
create index ready_answers_name on ready_answers (name) where name is not null;
create index ready_answers_sent on ready_answers (settled_at) where state = 'sent';
create trigger journal after update or delete on ready_answers for each row
  when (current_setting('crm.journal_id', true) <> '') execute function journal_change('id');
create trigger journal_made after insert on ready_answers referencing new table as made for each statement
  when (current_setting('crm.journal_id', true) <> '') execute function journal_inserted('id');

-- What is to be asked of a complaint, as one task: whether it has been solved, and once it was, how it is.
alter table tasks add column complaint_id bigint references tickets on delete cascade;
alter table tasks add column complaint_asks text check (complaint_asks in ('solved', 'how'));
alter table tasks add constraint tasks_complaint_check check ((complaint_id is null) = (complaint_asks is null));
create unique index tasks_complaint on tasks (complaint_id) where complaint_id is not null;
create index tasks_of_complaints on tasks (complaint_id) where complaint_asks = 'solved' or complaint_asks = 'how' and done_at is null;
create index tickets_complaints on tickets (created_at) where kind = 'complaint' and resolved_at is null;
