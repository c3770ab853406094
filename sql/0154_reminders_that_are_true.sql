-- Why what a reminder says is true no more: it does not leave then, not by a second way either.
alter table invoice_reminders add column why text check (why in ('paid', 'cancelled', 'nothing', 'sum', 'due', 'number'));

-- Those that have not reached anybody; one that has not begun to leave stays at once: who sends it locks its row as well.
create function stop_reminders(invoice bigint, reason text) returns void language sql as $$
  with stopped as (
    update outbox o set state = 'failed', failed_at = now(), last_error = 'stopped: ' || reason || ' meanwhile'
    from invoice_reminders r
    where r.invoice_id = invoice and o.message_id = r.message_id and o.audience = 'customer' and o.state = 'queued'
    returning o.message_id
  )
  update invoice_reminders r set why = reason,
    stopped_at = case when r.message_id in (select message_id from stopped) then coalesce(r.stopped_at, now()) else r.stopped_at end
  where r.invoice_id = invoice and exists (
    select from outbox o where o.message_id = r.message_id and o.audience = 'customer' and o.state in ('queued', 'sending', 'failed', 'unknown')
  )
$$;

create or replace function settle_invoice() returns trigger language plpgsql as $function$
declare
  is_settled boolean := not order_is_open(new.payment, new.cancelled_at, new.deleted_at);
  known bigint;
begin
  update invoices set settled = is_settled where order_id = new.id and settled <> is_settled;
  select id into known from invoices where order_id = new.id;
  if known is null then return null; end if;
  if is_settled then
    perform stop_reminders(known, case when new.cancelled_at is not null or new.deleted_at is not null then 'cancelled'
      when new.payment = 'paid' then 'paid' else 'nothing' end);
  elsif (coalesce(old.outstanding_minor, old.current_minor, old.total_minor), old.currency)
    is distinct from (coalesce(new.outstanding_minor, new.current_minor, new.total_minor), new.currency) then
    perform stop_reminders(known, 'sum');
  end if;
  return null;
end $function$;
drop trigger invoice_settled on orders;
create trigger invoice_settled after update of payment, cancelled_at, deleted_at, outstanding_minor, current_minor, total_minor, currency on orders
  for each row when (new.external_id like 'M-%') execute function settle_invoice();

create function invoice_changed() returns trigger language plpgsql as $function$
begin
  if tg_op = 'DELETE' then
    perform stop_reminders(old.id, 'nothing');
    return old;
  end if;
  perform stop_reminders(new.id, case when new.due_on <> old.due_on then 'due' else 'number' end);
  return null;
end $function$;
create trigger invoice_changed after update of due_on, number on invoices for each row
  when ((old.due_on, old.number) is distinct from (new.due_on, new.number)) execute function invoice_changed();
create trigger invoice_dropped before delete on invoices for each row execute function invoice_changed();
