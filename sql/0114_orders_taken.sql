-- What the bank took of an order by a dispute that was lost: nobody has refunded that. It is part of orders.refunded_minor,
-- what went back of the order in any way.
alter table order_refunds add column taken boolean not null default false;
update order_refunds set taken = true where external_id like 'dispute:%';

alter table orders add column taken_minor bigint not null default 0;
update orders o set taken_minor = r.minor from (
  select order_id, sum(minor) as minor from order_refunds where taken and not withdrawn group by order_id
) r where r.order_id = o.id and r.minor > 0;

-- Whoever is told of refunds is told of what was refunded.
drop trigger hook_refunded on orders;
create trigger hook_refunded after update on orders for each row
when (current_setting('crm.silent', true) is distinct from 'on' and new.refunded_minor - new.taken_minor > old.refunded_minor - old.taken_minor)
execute function note_for_hooks('order', 'refunded', 'id');
