-- A mail may ask for answers at several addresses; `reply_to` is the first of them.
alter table messages add column reply_to_others jsonb;
