-- What somebody writes while a reminder waits may answer it, so it does not leave unread. And a reminder whose invoice is gone is still known as
-- one: it does not leave on a further try.
alter table invoice_reminders drop constraint invoice_reminders_why_check;
alter table invoice_reminders add constraint invoice_reminders_why_check
  check (why in ('paid', 'cancelled', 'nothing', 'sum', 'due', 'number', 'wrote', 'dropped'));
alter table invoice_reminders alter column invoice_id drop not null;

create or replace function invoice_changed() returns trigger language plpgsql as $function$
begin
  if tg_op = 'DELETE' then
    perform stop_reminders(old.id, 'dropped');
    -- what has not reached anybody stays known, without it
    update invoice_reminders set invoice_id = null where invoice_id = old.id and why = 'dropped';
    return old;
  end if;
  perform stop_reminders(new.id, case when new.due_on <> old.due_on then 'due' else 'number' end);
  return null;
end $function$;

-- An answer may promise several things, each for its time; 1: the first of them.
alter table tasks add column promise_nth int not null default 1 check (promise_nth > 0);
