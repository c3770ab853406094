-- The keys of a statement's contacts go into the index together, which for a thousand of them costs a third. A search would read
-- all that waits for that, so nothing waits beyond its statement.
alter index contacts_search_keys set (fastupdate = on);
create function tidy_search_keys() returns trigger language plpgsql as $$
begin
  perform gin_clean_pending_list('contacts_search_keys');
  return null;
end $$;
create trigger tidy after insert or update on contacts for each statement execute function tidy_search_keys();
