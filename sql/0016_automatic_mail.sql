-- Mail taken for a machine's is listed and can be put right; where an answer by mail goes, to whom besides, under which subject.

-- What was taken for a machine's and not shown.
create table automatic_mails (
  id bigint generated always as identity primary key,
  address text not null,
  name text not null default '',
  -- as in domain/event.ts: auto_reply, list, calendar, bounce, complaint
  kind text not null,
  subject text,
  external_id text not null,
  -- the mail as it was read (domain/event.ts, MessageReceived): a tap takes it in as any other
  event jsonb not null,
  -- somebody has said that a person wrote it
  taken_at timestamptz,
  received_at timestamptz not null,
  unique (address, external_id)
);
create index automatic_mails_listed on automatic_mails (received_at desc, id desc) where taken_at is null;

-- Senders of whom somebody has said that a person writes there, or nobody: mail of theirs is not judged any more.
create table sender_rules (
  id bigint generated always as identity primary key,
  address text not null unique,
  automatic boolean not null,
  created_at timestamptz not null
);

alter table messages
  -- addresses that got it as a copy (Cc), as far as an answer to all would reach them: a list of strings
  add column copied jsonb,
  -- where its sender asks for answers, if that is another address
  add column reply_to text;

alter table conversations
  -- where answers go when somebody chose another address than the customer's own
  add column answers_to text,
  -- answers go to the customer alone, whoever else got a copy
  add column without_copies boolean not null default false;

create trigger journal after insert or update or delete on automatic_mails
  for each row execute function journal_change('id');
create trigger journal after insert or update or delete on sender_rules
  for each row execute function journal_change('id');
