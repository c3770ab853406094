-- The stages that a lead goes through, as the owner names and weighs them. The six that are always there have a number below 0 and,
-- until they are renamed, the word of the reader's language; own ones are known by their number: s7.
create table stages (
  id bigint generated always as identity primary key,
  built_in text,
  key text not null generated always as (coalesce(built_in, 's' || id::text)) stored unique,
  name text,
  -- how likely a lead there is to be won, in percent
  probability integer not null check (probability between 0 and 100),
  position integer not null,
  -- after so many days without a change a lead there is stale; null: never
  quiet_days integer check (quiet_days between 1 and 3650),
  ends text check (ends in ('won', 'lost')),
  removed_at timestamptz,
  created_at timestamptz not null default now(),
  check (built_in is not null or name is not null),
  check ((built_in is null) = (id > 0)),
  check ((ends is null) or (built_in = ends and removed_at is null))
);
create unique index stages_name on stages (fold_text(name)) where removed_at is null and name is not null;
insert into stages (id, built_in, probability, position, quiet_days, ends) overriding system value values
  (-1, 'new', 10, 1, 7, null), (-2, 'contacted', 20, 2, 7, null), (-3, 'qualified', 40, 3, 7, null),
  (-4, 'quoted', 60, 4, 7, null), (-5, 'won', 100, 100000, null, 'won'), (-6, 'lost', 0, 100001, null, 'lost');
create trigger journal after update or delete on stages for each row
  when (current_setting('crm.journal_id', true) <> '') execute function journal_change('id');
create trigger journal_made after insert on stages referencing new table as made for each statement
  when (current_setting('crm.journal_id', true) <> '') execute function journal_inserted('id');

-- Why leads were lost, as a list to count by. What is always there is called as stages are.
create table lost_reasons (
  id bigint generated always as identity primary key,
  built_in text,
  name text,
  removed_at timestamptz,
  created_at timestamptz not null default now(),
  check (built_in is not null or name is not null),
  check ((built_in is null) = (id > 0))
);
create unique index lost_reasons_name on lost_reasons (fold_text(name)) where removed_at is null and name is not null;
insert into lost_reasons (id, built_in) overriding system value values
  (-1, 'price'), (-2, 'competitor'), (-3, 'postponed'), (-4, 'silent'), (-5, 'unfit');
create trigger journal after update or delete on lost_reasons for each row
  when (current_setting('crm.journal_id', true) <> '') execute function journal_change('id');
create trigger journal_made after insert on lost_reasons referencing new table as made for each statement
  when (current_setting('crm.journal_id', true) <> '') execute function journal_inserted('id');

alter table leads drop constraint leads_stage_check;
-- A stage is deleted only by an undo of what made it: that sees here which leads stand in its way.
alter table leads add constraint leads_stage_fkey foreign key (stage) references stages (key) on delete set default;
-- when it came there; null: when it was closed, else made
alter table leads add column stage_at timestamptz;
alter table leads add column product text;
-- where it came from, as the owner says it; null: as it is seen
alter table leads add column source text;
-- when it is expected to be won
alter table leads add column expected_on date;
alter table leads add column next_step text;
alter table leads add column lost_reason_id bigint references lost_reasons on delete set null;
create index leads_at_stage on leads (stage, active_at, id) where closed_at is null;
create index leads_worth on leads (stage, amount_minor desc nulls last, id) where closed_at is null;
create index leads_said on leads using gin (word_keys(coalesce(product, '') || ' ' || coalesce(source, ''))) with (fastupdate = off);
create index leads_expected on leads (expected_on) where closed_at is null and expected_on is not null;
create index leads_closed on leads (closed_at) where closed_at is not null;
create index leads_filed on leads (created_at) where message_id is not null;
create index leads_lost_reason on leads (lost_reason_id) where lost_reason_id is not null;

-- When a lead came into which stage, and by whom; null: by itself.
create table stage_changes (
  id bigint generated always as identity primary key,
  lead_id bigint not null references leads on delete cascade,
  stage text not null references stages (key) on delete cascade,
  at timestamptz not null,
  user_id bigint references users on delete set null
);
create unique index stage_changes_lead on stage_changes (lead_id, at, stage);
create index stage_changes_stage on stage_changes (stage, at);
create index stage_changes_user on stage_changes (user_id) where user_id is not null;
insert into stage_changes (lead_id, stage, at)
  select id, case when closed_at is null then stage else coalesce(stage_before, 'new') end, created_at from leads;
insert into stage_changes (lead_id, stage, at)
  select id, stage, closed_at from leads where closed_at is not null on conflict do nothing;
create trigger journal after update or delete on stage_changes for each row
  when (current_setting('crm.journal_id', true) <> '') execute function journal_change('id');
create trigger journal_made after insert on stage_changes referencing new table as made for each statement
  when (current_setting('crm.journal_id', true) <> '') execute function journal_inserted('id');

-- No way to move a lead can forget it. An undo and a file bring what was noted with them (crm.stages_noted).
create function note_stage() returns trigger language plpgsql as $$
declare
  by_user bigint := (
    select j.user_id from journal j where j.id = nullif(current_setting('crm.journal_id', true), '')::bigint and not j.by_itself
  );
begin
  if tg_op = 'UPDATE' then
    -- several within one act come one behind the other
    insert into stage_changes (lead_id, stage, at, user_id) values (new.id, new.stage, greatest(new.stage_at, (
      select max(h.at) + interval '1 microsecond' from stage_changes h where h.lead_id = new.id
    )), by_user);
  else
    insert into stage_changes (lead_id, stage, at, user_id)
      select id, stage, coalesce(stage_at, closed_at, created_at), by_user from made
      on conflict (lead_id, at, stage) do nothing;
  end if;
  return null;
end $$;
-- Whoever moves it need not say when: that is when it was active.
create function stage_since() returns trigger language plpgsql as $$
begin
  new.stage_at := new.active_at;
  return new;
end $$;
create trigger stage_since before update of stage on leads for each row
  when (current_setting('crm.stages_noted', true) is distinct from 'on' and new.stage <> old.stage
    and new.stage_at is not distinct from old.stage_at) execute function stage_since();
create trigger stage_made after insert on leads referencing new table as made for each statement
  when (current_setting('crm.stages_noted', true) is distinct from 'on') execute function note_stage();
create trigger stage_moved after update of stage on leads for each row
  when (current_setting('crm.stages_noted', true) is distinct from 'on' and new.stage <> old.stage) execute function note_stage();

drop trigger hook_updated on leads;
create trigger hook_updated after update on leads for each row
  when (current_setting('crm.silent', true) is distinct from 'on' and (
    old.contact_id is distinct from new.contact_id or old.conversation_id is distinct from new.conversation_id
    or old.title is distinct from new.title or old.stage is distinct from new.stage
    or old.amount_minor is distinct from new.amount_minor or old.currency is distinct from new.currency
    or old.lost_reason is distinct from new.lost_reason or old.closed_at is distinct from new.closed_at
    or old.won_order_id is distinct from new.won_order_id or old.product is distinct from new.product
    or old.source is distinct from new.source or old.expected_on is distinct from new.expected_on
    or old.next_step is distinct from new.next_step
  )) execute function note_for_hooks('lead', 'updated', 'id');
-- what wins or loses it is told as that
create trigger hook_stage after update of stage on leads for each row
  when (current_setting('crm.silent', true) is distinct from 'on' and new.stage <> old.stage and new.stage not in ('won', 'lost'))
  execute function note_for_hooks('lead', 'stage', 'id');
