-- The register of what customers say of us: how it is tagged, what became of it, who was told that it is here, and whether praise may be shown.
alter table feedback
  add column tags text[] not null default '{}',
  add column state text not null default 'open' check (state in ('open', 'done', 'declined')),
  add column settled_at timestamptz,
  -- when they were told that what they asked for is here
  add column told_at timestamptz,
  -- they were asked there whether their words may be shown
  add column quote_asked_at timestamptz,
  add column quote_conversation_id bigint references conversations on delete set null,
  add column quote_said text check (quote_said in ('name', 'nameless', 'no')),
  add column quote_said_at timestamptz,
  -- with which words they said so, and under which name theirs may be shown
  add column quote_answer text not null default '',
  add column quote_name text not null default '';
alter table feedback add check ((state = 'open') = (settled_at is null)), add check ((quote_said is null) = (quote_said_at is null));
create index feedback_listed on feedback (created_at, id);
create index feedback_tags on feedback using gin (tags);
create index feedback_quote on feedback (quote_conversation_id) where quote_asked_at is not null and quote_said is null;
create trigger hook_given after insert on feedback for each row
  when (current_setting('crm.silent', true) is distinct from 'on') execute function note_for_hooks('feedback', 'given', 'id');
