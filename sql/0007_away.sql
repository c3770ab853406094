-- The owner's absences and quiet hours.

-- From when until when the owner is away, or until they said that they are back.
create table absences (
  id bigint generated always as identity primary key,
  starts_at timestamptz not null,
  until timestamptz not null,
  back_at timestamptz,
  -- the owner's own words for customers, by language; a language without any gets the default: {"en": "…"}
  texts jsonb not null default '{}',
  user_id bigint references users on delete set null,
  created_at timestamptz not null default now(),
  check (until >= starts_at)
);
create index absences_until on absences (until);

create trigger journal after insert or update or delete on absences for each row execute function journal_change('id');

-- A contact is answered by itself once a local day, over all channels.
create table automatic_answers (
  contact_id bigint not null references contacts on delete cascade,
  day date not null,
  primary key (contact_id, day)
);

-- What would have been put on the desk had the owner been there; the list at the return tells it.
create table collected_cards (
  id bigint generated always as identity primary key,
  -- the occasion, as tellOwner names it
  key text not null unique,
  message_id bigint references messages on delete cascade,
  order_id bigint references orders on delete cascade,
  -- why it was also told at once: vip, complaint, payment
  urgent text,
  at timestamptz not null,
  told_at timestamptz,
  check (num_nonnulls(message_id, order_id) = 1)
);
create index collected_cards_message on collected_cards (message_id);
create index collected_cards_order on collected_cards (order_id);
create index collected_cards_untold on collected_cards (id) where told_at is null;
create index collected_cards_told on collected_cards (told_at);

-- Said by the house, not by a person: it answers nobody. Nullable, so that undo can bring back rows recorded before it was there.
alter table messages add column automatic boolean default false;

-- A notice that may wait for the end of quiet hours or of an absence: what is due sooner overtakes it.
alter table outbox add column quiet boolean not null default false;
create index outbox_quiet on outbox (run_at) where quiet and state = 'queued';
