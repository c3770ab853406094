-- A lead's next step is a task of that lead: the owner is reminded of it, puts it off and has done it as any other.
alter table tasks add column lead_id bigint references leads on delete cascade;
-- the words in which the owner has promised it to its contact
alter table tasks add column promised_in bigint references messages on delete set null;
insert into tasks (lead_id, contact_id, title, done_at)
  select id, contact_id, next_step, closed_at from leads where next_step is not null order by id;
create index tasks_lead on tasks (lead_id, due_at, id) where lead_id is not null;
create index tasks_steps on tasks (due_at, id) where lead_id is not null and done_at is null;
create index tasks_promised on tasks (promised_in) where promised_in is not null;

drop trigger hook_updated on leads;
alter table leads drop column next_step;
-- when the owner was told that it has gone quiet, and until when that is not to be told
alter table leads add column nudged_at timestamptz;
alter table leads add column hushed_until timestamptz;
-- the quietest of each stage first, those told last behind
create index leads_quiet on leads (stage, greatest(active_at, nudged_at)) where closed_at is null;
create trigger hook_updated after update on leads for each row
  when (current_setting('crm.silent', true) is distinct from 'on' and (
    old.contact_id is distinct from new.contact_id or old.conversation_id is distinct from new.conversation_id
    or old.title is distinct from new.title or old.stage is distinct from new.stage or old.amount_minor is distinct from new.amount_minor
    or old.currency is distinct from new.currency or old.lost_reason is distinct from new.lost_reason
    or old.closed_at is distinct from new.closed_at or old.won_order_id is distinct from new.won_order_id
    or old.product is distinct from new.product or old.source is distinct from new.source or old.expected_on is distinct from new.expected_on
  )) execute function note_for_hooks('lead', 'updated', 'id');
-- what is next of a lead is a part of what other systems are shown of it
create trigger hook_step after insert on tasks for each row
  when (current_setting('crm.silent', true) is distinct from 'on' and new.lead_id is not null)
  execute function note_for_hooks('lead', 'updated', 'lead_id');
create trigger hook_step_changed after update on tasks for each row
  when (current_setting('crm.silent', true) is distinct from 'on' and new.lead_id is not null and (
    old.lead_id is distinct from new.lead_id or old.title is distinct from new.title or old.due_at is distinct from new.due_at
    or old.done_at is distinct from new.done_at
  )) execute function note_for_hooks('lead', 'updated', 'lead_id');
create trigger hook_step_gone after delete on tasks for each row
  when (current_setting('crm.silent', true) is distinct from 'on' and old.lead_id is not null)
  execute function note_for_hooks('lead', 'updated', 'lead_id');
