-- What is written to people by itself on an occasion of theirs (a birthday, a cart left behind): steps with delays. One for each recipe.
create table sequences (
  id bigint generated always as identity primary key,
  recipe text not null unique check (recipe in ('birthday', 'winback', 'checkout', 'review')),
  channel text not null,
  -- minutes after the occasion, or after the step before, and what is written then
  steps jsonb not null,
  is_on boolean not null default false,
  -- why it is off
  reason text,
  on_at timestamptz,
  -- up to when occasions have been looked for, and when they are looked for next
  looked_to timestamptz,
  look_at timestamptz,
  user_id bigint references users on delete set null,
  told_channel text not null,
  told_address text not null,
  created_at timestamptz not null
);

-- Somebody on whom a sequence has begun, once for each occasion.
create table sequence_entries (
  id bigint generated always as identity primary key,
  sequence_id bigint not null references sequences on delete cascade,
  contact_id bigint not null references contacts on delete cascade,
  -- the day of a birthday or of the last visit; the number of a checkout or an order
  occasion text not null,
  entered_at timestamptz not null,
  -- an answer or an order from then on ends it
  since timestamptz not null,
  -- the next step, from 0, and when it is due
  step smallint not null default 0,
  due_at timestamptz not null,
  ended_at timestamptz,
  -- done, or why it went no further
  ended text,
  unique (sequence_id, contact_id, occasion),
  check ((ended_at is null) = (ended is null))
);
-- how far it is, is no user's doing; whose it is changes with contacts that are joined, parted, deleted and brought back
create trigger journal after delete or update of contact_id on sequence_entries for each row execute function journal_change('id');
create index sequence_entries_due on sequence_entries (sequence_id, due_at, id) where ended_at is null;
create index sequence_entries_contact on sequence_entries (contact_id);

-- A step is a campaign that goes on: each of its people has a delivery like any other. Who comes to it a second time is in its second round.
alter table campaigns add column sequence_id bigint references sequences on delete set null;
alter table campaigns add column step smallint;
alter table campaigns add column round integer;
create index campaigns_of_sequences on campaigns (sequence_id, step, round) where sequence_id is not null;
alter table campaign_deliveries add column entry_id bigint;
create index campaign_deliveries_entry on campaign_deliveries (entry_id) where entry_id is not null;
-- later than that it would be out of place
alter table campaign_deliveries add column expires_at timestamptz;
