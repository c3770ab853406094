-- Rows of one lane that were claimed together are not parked behind each other: handling one need not write the next.
create or replace function inbox_next() returns trigger language plpgsql as $$
begin
  update inbox set parked_until = null
  where id = (select id from inbox where lane = old.lane and holds order by id + 0 limit 1) and parked_until is not null;
  return null;
end $$;
