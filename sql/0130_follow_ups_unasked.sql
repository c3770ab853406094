-- What begins a follow-up of the owner's own meant at its last look (its filter, with the segments in it), and how far the journal was at the
-- last two: whoever comes to fit because that was changed, or by one act for many, waits for the owner's word.
alter table sequences add column seen jsonb;
-- When somebody whose step waits (the week is full, it is not decided whether they want no more) is looked at next; due_at stays.
alter table sequence_entries add column look_at timestamptz;
-- The order that began it: where that is given back, it ends.
alter table sequence_entries add column order_id bigint references orders on delete set null;
create index sequence_entries_order on sequence_entries (order_id) where order_id is not null;
update sequence_entries e set order_id = o.id from sequences q, orders o
where q.id = e.sequence_id and q.recipe = 'own' and q.start ->> 'of' = 'order' and o.contact_id = e.contact_id
  and date_trunc('milliseconds', o.placed_at) + interval '1 ms' = e.since;
