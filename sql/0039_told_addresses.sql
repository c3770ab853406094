alter table contact_identities
  -- The mail address that a shop's newest record of this account names: an account that has got another one has given up the first.
  add column told_email text,
  -- The kind of address ('phone') by which alone this identity came to its contact: somebody else may be behind it.
  add column joined_by text;
create index contact_identities_told_email on contact_identities (told_email) where told_email is not null;

-- The orders a card is about, so that it can list them and its button can find their buyers.
alter table outbox add column shows_orders jsonb;

-- Recorded for the owner to take back, done by the house.
alter table journal add column by_itself boolean not null default false;
