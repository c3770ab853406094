-- Forms that the visitors of a website fill in. Each is a connection: its token is in the form's address, its secret signs the form.
create table web_forms (
  id bigint primary key references connections on delete cascade,
  name text not null,
  locale text not null,
  -- what is asked for beside the message
  fields text[] not null,
  newsletter boolean not null default false,
  -- the hosts on which it may stand; none: any
  sites text[] not null default '{}',
  -- where whoever has filled it in is sent; none: to a page of ours
  thanks_url text,
  -- what it carries where it stands on a website: a signature that says no time
  standing text not null
);
create trigger journal after insert or update or delete on web_forms for each row execute function journal_change('id');

-- What was filled in and is held back, because it looks like a program's.
create table held_forms (
  id bigint generated always as identity primary key,
  form_id bigint not null references connections on delete cascade,
  external_id text not null,
  reason text not null,
  filled jsonb not null,
  received_at timestamptz not null,
  released_at timestamptz,
  unique (form_id, external_id)
);
create index held_forms_open on held_forms (form_id, id desc) where released_at is null;
create index held_forms_received on held_forms (received_at);
create trigger journal after insert or update or delete on held_forms for each row execute function journal_change('id');

-- What somebody has agreed to: on which channel, for what, in which words, and what shows that. Each question is a row of its own.
create table consents (
  id bigint generated always as identity primary key,
  contact_id bigint not null references contacts on delete cascade,
  channel text not null,
  address text not null,
  purpose text not null,
  -- the unguessable part of the address where it is given and withdrawn
  token text not null unique,
  locale text not null,
  -- the words beside the box they ticked, and where that was
  words text not null,
  source text not null,
  -- addresses of the network are kept shortened
  asked_at timestamptz not null,
  asked_from text,
  confirmed_at timestamptz,
  confirmed_from text,
  withdrawn_at timestamptz,
  withdrawn_from text
);
create index consents_contact on consents (contact_id, id);
create index consents_address on consents (channel, address, asked_at);
create index consents_asked on consents (asked_at);
-- agreed to once, until that is withdrawn
create unique index consents_given on consents (channel, address, purpose) where confirmed_at is not null and withdrawn_at is null;
create trigger journal after insert or update or delete on consents for each row execute function journal_change('id');
