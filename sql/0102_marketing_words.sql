-- What customers have said in a shop about its marketing, a row for each account and time of saying it, with the mailbox that it was said
-- for: the one of the account's earliest version that tells it. The mailbox is a hash as in `suppressions`, so that nobody is kept by it.
create table marketing_words (
  -- no foreign key: a word may come after its shop was taken back, and no number is given twice
  connection_id bigint not null,
  -- the customer's id in the shop
  account text not null,
  -- when they said it; since when the shop has them, or 1970, where it does not say
  said_at timestamptz not null,
  mailbox bytea not null,
  told_at timestamptz not null,
  primary key (connection_id, account, said_at)
);
