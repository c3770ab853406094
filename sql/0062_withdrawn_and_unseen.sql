-- With which entry something went that had been made of the message: the list at the return says so, and brings it back.
alter table collected_cards add column journal_id bigint;
