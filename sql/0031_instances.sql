-- Which process handles or sends a row: one that is seen to be gone holds nothing.
alter table inbox add column claimed_by integer;
alter table outbox add column claimed_by integer;
create index inbox_claimed on inbox (claimed_by) where locked_until is not null;

-- The few rows that name a file of our own store.
create index outbox_files on outbox (id)
  where jsonb_path_exists(payload, '$.reply.attachments[*] ? (@.ref starts with "file:")');
create index messages_files on messages (id)
  where jsonb_path_exists(attachments, '$[*] ? (@.ref starts with "file:")');
create index journal_changes_files on journal_changes (id)
  where jsonb_path_exists(before, '$.attachments[*] ? (@.ref starts with "file:")');
