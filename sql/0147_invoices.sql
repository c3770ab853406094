-- That an order was invoiced, under which number, and until when it is to be paid. Its money is the order's: there is no second pot.
create table invoices (
  id bigint generated always as identity primary key,
  order_id bigint not null unique references orders on delete cascade,
  number text not null check (number <> ''),
  issued_on date not null,
  due_on date not null,
  -- nothing of it is open: the order is paid, cancelled or gone
  settled boolean not null default false,
  -- how often its customer was reminded
  reminders int not null default 0,
  reminded_at timestamptz,
  -- for which days its owner was told that it is overdue
  told text[] not null default '{}',
  created_at timestamptz not null default now(),
  check (due_on >= issued_on)
);
create unique index invoices_number on invoices (upper(number));
create index invoices_open on invoices (due_on, id) where not settled;

create trigger journal after update or delete on invoices for each row
  when (current_setting('crm.journal_id', true) <> '') execute function journal_change('id');
create trigger journal_made after insert on invoices referencing new table as made for each statement
  when (current_setting('crm.journal_id', true) <> '') execute function journal_inserted('id');

-- What reminded a customer of one.
create table invoice_reminders (
  id bigint generated always as identity primary key,
  invoice_id bigint not null references invoices on delete cascade,
  message_id bigint references messages on delete cascade,
  at timestamptz not null,
  -- it was paid before it left, so it stayed; told: its owner knows
  stopped_at timestamptz,
  told_at timestamptz,
  unique (invoice_id, at)
);
create index invoice_reminders_message on invoice_reminders (message_id);
create index invoice_reminders_untold on invoice_reminders (id) where stopped_at is not null and told_at is null;

create trigger journal after update or delete on invoice_reminders for each row
  when (current_setting('crm.journal_id', true) <> '') execute function journal_change('id');
create trigger journal_made after insert on invoice_reminders referencing new table as made for each statement
  when (current_setting('crm.journal_id', true) <> '') execute function journal_inserted('id');

create function order_is_open(payment text, cancelled_at timestamptz, deleted_at timestamptz) returns boolean language sql immutable as $$
  select payment in ('unpaid', 'partially_paid') and cancelled_at is null and deleted_at is null
$$;

-- Paid, an invoice is settled in the same statement, and a reminder of it that has not begun to leave stays: who sends it locks its row as well.
create function settle_invoice() returns trigger language plpgsql as $function$
declare
  is_settled boolean := not order_is_open(new.payment, new.cancelled_at, new.deleted_at);
begin
  update invoices set settled = is_settled where order_id = new.id and settled <> is_settled;
  if is_settled then
    with stopped as (
      update outbox o set state = 'failed', failed_at = now(), last_error = 'stopped: paid meanwhile'
      from invoices i join invoice_reminders r on r.invoice_id = i.id
      where i.order_id = new.id and o.message_id = r.message_id and o.audience = 'customer' and o.state = 'queued'
      returning o.message_id
    )
    update invoice_reminders r set stopped_at = now() from stopped where r.message_id = stopped.message_id and r.stopped_at is null;
  end if;
  return null;
end $function$;
-- the owner's own orders are numbered so
create trigger invoice_settled after update of payment, cancelled_at, deleted_at on orders for each row
  when (new.external_id like 'M-%' and (old.payment, old.cancelled_at, old.deleted_at) is distinct from (new.payment, new.cancelled_at, new.deleted_at))
  execute function settle_invoice();
