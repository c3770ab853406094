-- Of an order of which the bank has taken some that was refunded before, other systems are told too.
drop trigger hook_updated on orders;
create trigger hook_updated after update on orders for each row
when (current_setting('crm.silent', true) is distinct from 'on' and (
  old.contact_id is distinct from new.contact_id
  or old.number is distinct from new.number
  or old.payment is distinct from new.payment
  or old.fulfillment is distinct from new.fulfillment
  or old.currency is distinct from new.currency
  or old.total_minor is distinct from new.total_minor
  or old.current_minor is distinct from new.current_minor
  or old.refunded_minor is distinct from new.refunded_minor
  or old.taken_minor is distinct from new.taken_minor
  or old.outstanding_minor is distinct from new.outstanding_minor
  or old.discount_minor is distinct from new.discount_minor
  or old.test is distinct from new.test
  or old.placed_at is distinct from new.placed_at
  or old.cancelled_at is distinct from new.cancelled_at
  or old.delivery is distinct from new.delivery
  or old.words is distinct from new.words
)) execute function note_for_hooks('order', 'updated', 'id');
