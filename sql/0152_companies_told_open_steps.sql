-- Other systems are told of companies, and of who is there.
-- While one is merged away it says into which: it is gone at the end of that transaction.
alter table organizations add column merged_into bigint;
create trigger hook_created after insert on organizations for each row
  when (current_setting('crm.silent', true) is distinct from 'on') execute function note_for_hooks('organization', 'created', 'id');
create trigger hook_updated after update on organizations for each row
  when (current_setting('crm.silent', true) is distinct from 'on' and (
    old.name is distinct from new.name or old.domain is distinct from new.domain or old.website is distinct from new.website
    or old.tax_id is distinct from new.tax_id or old.address is distinct from new.address or old.note is distinct from new.note
  )) execute function note_for_hooks('organization', 'updated', 'id');
create trigger hook_merged after update on organizations for each row
  when (current_setting('crm.silent', true) is distinct from 'on' and old.merged_into is null and new.merged_into is not null)
  execute function note_for_hooks('organization', 'merged', 'merged_into', 'id');
create trigger hook_deleted after delete on organizations for each row
  when (current_setting('crm.silent', true) is distinct from 'on') execute function note_for_hooks('organization', 'deleted', 'id');
create trigger hook_joined after insert on memberships for each row
  when (current_setting('crm.silent', true) is distinct from 'on') execute function note_for_hooks('organization', 'updated', 'organization_id');
create trigger hook_left after delete on memberships for each row
  when (current_setting('crm.silent', true) is distinct from 'on') execute function note_for_hooks('organization', 'updated', 'organization_id');
create trigger hook_membership after update on memberships for each row
  when (current_setting('crm.silent', true) is distinct from 'on' and (
    old.organization_id is distinct from new.organization_id or old.contact_id is distinct from new.contact_id
    or old.role is distinct from new.role
  )) execute function note_for_hooks('organization', 'updated', 'organization_id');

-- Whether anything is to be done of a lead is asked of its open steps alone, however many were done.
create index tasks_open_steps on tasks (lead_id) where lead_id is not null and done_at is null;
