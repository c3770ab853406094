-- What the list at the return has told is part of "/away off": taken back with it, it is told again.
create trigger journal after insert or update or delete on collected_cards for each row execute function journal_change('id');

-- The button a change was made by: taken back, it works again.
alter table journal add column button_id text;
