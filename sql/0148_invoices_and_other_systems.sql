-- A number of an invoice as it comes back with a payment: Stripe lets a reference hold nothing but letters, figures, - and _.
create index invoices_reference on invoices (upper(regexp_replace(number, '[^A-Za-z0-9_-]', '-', 'g')));

-- Other systems hear of invoices and of contracts.
create function order_is_paid(id bigint) returns boolean language sql stable as $$
  select exists (select from orders o where o.id = order_is_paid.id and o.payment in ('paid', 'partially_refunded') and o.cancelled_at is null)
$$;
create trigger hook_created after insert on invoices for each row
  when (current_setting('crm.silent', true) is distinct from 'on') execute function note_for_hooks('invoice', 'created', 'id');
create trigger hook_deleted after delete on invoices for each row
  when (current_setting('crm.silent', true) is distinct from 'on') execute function note_for_hooks('invoice', 'deleted', 'id');
create trigger hook_updated after update on invoices for each row
  when (current_setting('crm.silent', true) is distinct from 'on' and (
    old.number is distinct from new.number or old.due_on is distinct from new.due_on or old.settled is distinct from new.settled
    or old.reminders is distinct from new.reminders
  ))
  execute function note_for_hooks('invoice', 'updated', 'id');
create trigger hook_paid after update of settled on invoices for each row
  when (new.settled and not old.settled and current_setting('crm.silent', true) is distinct from 'on' and order_is_paid(new.order_id))
  execute function note_for_hooks('invoice', 'paid', 'id');
-- for each of its due dates once, with the owner
create trigger hook_overdue after update of told on invoices for each row
  when (cardinality(new.told) > cardinality(old.told) and current_setting('crm.silent', true) is distinct from 'on')
  execute function note_for_hooks('invoice', 'overdue', 'id');

create trigger hook_created after insert on contracts for each row
  when (current_setting('crm.silent', true) is distinct from 'on') execute function note_for_hooks('contract', 'created', 'id');
create trigger hook_deleted after delete on contracts for each row
  when (current_setting('crm.silent', true) is distinct from 'on') execute function note_for_hooks('contract', 'deleted', 'id');
create trigger hook_updated after update on contracts for each row
  when (current_setting('crm.silent', true) is distinct from 'on' and (
    old.contact_id is distinct from new.contact_id or old.title is distinct from new.title or old.state is distinct from new.state
    or old.value_minor is distinct from new.value_minor or old.currency is distinct from new.currency or old.per is distinct from new.per
    or old.starts_on is distinct from new.starts_on or old.ends_on is distinct from new.ends_on
    or old.renews_by is distinct from new.renews_by or old.notice_by is distinct from new.notice_by
  ))
  execute function note_for_hooks('contract', 'updated', 'id');
-- it goes on for another term: another end may be a correction too, so whoever renews it says so
create trigger hook_renewed after update of ends_on on contracts for each row
  when (current_setting('crm.renews', true) = new.id::text and current_setting('crm.silent', true) is distinct from 'on')
  execute function note_for_hooks('contract', 'renewed', 'id');
create trigger hook_ended after update of state on contracts for each row
  when (new.state = 'ended' and old.state <> 'ended' and current_setting('crm.silent', true) is distinct from 'on')
  execute function note_for_hooks('contract', 'ended', 'id');
