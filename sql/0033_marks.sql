-- The highest number its channel had given a message when a row was taken for sending: what the row became, if it went, has a higher
-- one. By it a message whose answer was lost can be looked for.
alter table outbox add column sent_after bigint;
