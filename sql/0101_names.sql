-- Somebody who bought without an account, at another's mail address or phone, is found by the name on the bill.
create function billed_words(value text) returns text[] language sql immutable parallel safe as $$
  select array_remove(regexp_split_to_array(public.fold_text(value), '[\s.,;:·/()"''’-]+'), '')
$$;
create index orders_billed on orders using gin (billed_words(billed_to)) where billed_to is not null;

-- A field's new name is written into what is to be sent; the undo of that takes it out again.
create trigger journal after update of steps on sequences for each row execute function journal_change('id');
create trigger journal after update of variants, second on campaigns for each row execute function journal_change('id');
