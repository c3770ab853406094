-- Companies and other bodies that people are at: one has several people, and somebody may be at several.
create table organizations (
  id bigint generated always as identity primary key,
  name text not null check (name <> ''),
  -- the name without its legal form and its town: what two ways of writing it have in common
  core text not null,
  -- '': not known
  domain text not null default '',
  website text not null default '',
  tax_id text not null default '',
  address text not null default '',
  note text not null default '',
  created_at timestamptz not null
);
create index organizations_name on organizations (fold_text(name));
create index organizations_core on organizations (core);
create index organizations_domain on organizations (domain) where domain <> '';
create index organizations_words on organizations using gin (word_keys(name)) with (fastupdate = off);
create trigger journal after update or delete on organizations for each row
  when (current_setting('crm.journal_id', true) <> '') execute function journal_change('id');
create trigger journal_made after insert on organizations referencing new table as made for each statement
  when (current_setting('crm.journal_id', true) <> '') execute function journal_inserted('id');

create table memberships (
  id bigint generated always as identity primary key,
  organization_id bigint not null references organizations on delete cascade,
  contact_id bigint not null references contacts on delete cascade,
  -- what they do there, as the owner says; '': not said
  role text not null default '',
  -- of several the one that was made the main one last is theirs; of those that never were, the first
  main_at timestamptz,
  created_at timestamptz not null,
  unique (organization_id, contact_id)
);
create index memberships_contact on memberships (contact_id);
create trigger journal after update or delete on memberships for each row
  when (current_setting('crm.journal_id', true) <> '') execute function journal_change('id');
create trigger journal_made after insert on memberships referencing new table as made for each statement
  when (current_setting('crm.journal_id', true) <> '') execute function journal_inserted('id');
