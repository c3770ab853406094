-- A message of ours can be written anew where it stands: its row says what it shows by now, and a row of the kind 'edit' tells the
-- channel. `outbox_id`: the message a button is on. `turns`: what the button shows takes the place of the message it is on.
alter table buttons add column outbox_id bigint, add column turns boolean not null default false;

-- The answer of which a message tells what becomes of it.
alter table outbox add column receipt_of bigint;
create index outbox_receipt on outbox (receipt_of) where receipt_of is not null;

-- Edits that wait, by the message they are of.
create index outbox_edits on outbox ((payload ->> 'of')) where waits and payload ->> 'kind' = 'edit';
