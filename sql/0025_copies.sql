-- Why an address that is no contact's is not written to: mail to it comes back, or whoever reads there has reported us. Of a
-- contact's own address their identity says so.
create table objections (
  id bigint generated always as identity primary key,
  channel text not null,
  address text not null,
  bounced_at timestamptz,
  bounce_reason text,
  complained_at timestamptz,
  unique (channel, address)
);
create trigger journal after insert or update or delete on objections for each row execute function journal_change('id');

-- which threads somebody who got a copy takes part in: a bounce may name nothing but them
create index participants_address on participants (address);

-- what was kept of people who are blocked, by who wrote it in somebody else's thread
create index messages_withheld_author on messages (author) where withheld and author is not null;
