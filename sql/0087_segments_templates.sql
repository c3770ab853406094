-- A filter that the owner has given a name. It is kept as it would be typed (in English words, which every language reads), and read when it is used.
create table segments (
  id bigint generated always as identity primary key,
  name text not null check (name <> ''),
  filter text not null,
  created_at timestamptz not null default now()
);
create unique index segments_name on segments (fold_text(name));
create trigger journal after insert or update or delete on segments for each row execute function journal_change('id');

-- What is written to many: for each language a subject and a body (Liquid over Markdown), {"en": {"subject": "…", "body": "…"}}.
-- Whoever speaks a language that it lacks gets it in the one it falls back to.
create table templates (
  id bigint generated always as identity primary key,
  name text not null check (name <> ''),
  fallback text not null check (fallback in ('zh-CN', 'en')),
  variants jsonb not null check (variants ? fallback),
  created_at timestamptz not null default now()
);
create unique index templates_name on templates (fold_text(name));
create trigger journal after insert or update or delete on templates for each row execute function journal_change('id');

-- what kinds of goods a product is, as the shop calls them
alter table products add categories text[] not null default '{}';

-- who can be written to on a channel, and who has agreed to something: counted for everybody at once
create index contact_identities_reach on contact_identities (channel, contact_id)
  where blocked_at is null and bounced_at is null and complained_at is null and refused_at is null;
create index consents_agreed on consents (purpose, contact_id) where confirmed_at is not null and withdrawn_at is null;
