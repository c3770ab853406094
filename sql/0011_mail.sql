-- Mail: how far a sender line can be believed, who takes part in a thread, what came back, what waits for a yes.

alter table messages
  -- how far the sender line could be believed; null where the channel vouches for it
  add column trust text check (trust in ('verified', 'unverified', 'suspicious')),
  -- who wrote it, where that is not the address answers go to; else null
  add column author text;

alter table contact_identities
  -- mail to it came back for good, and why (domain/bounce.ts); a mail from it ends this
  add column bounced_at timestamptz,
  add column bounce_reason text,
  -- its reader has reported us as spam: nothing automatic goes there again
  add column complained_at timestamptz;

-- One thread that had become two: this one went into that one, and whatever still names it means that one.
alter table conversations add column joined_to bigint references conversations on delete set null;
create index conversations_joined on conversations (joined_to) where joined_to is not null;

-- Whose answers belong to a thread besides its own contact's.
create table participants (
  id bigint generated always as identity primary key,
  conversation_id bigint not null references conversations on delete cascade,
  address text not null,
  created_at timestamptz not null default now(),
  unique (conversation_id, address)
);

-- Answers to an address that may be wrong: they leave when somebody has said that it is right.
create table unconfirmed_answers (
  id bigint generated always as identity primary key,
  conversation_id bigint not null references conversations on delete cascade,
  -- where it would go: a thread that was joined since goes elsewhere
  address text not null,
  -- what was written, its files, where the receipt goes (domain/answer.ts, Answer)
  given jsonb not null,
  user_id bigint references users on delete set null,
  settled_at timestamptz,
  created_at timestamptz not null
);
create index unconfirmed_answers_conversation on unconfirmed_answers (conversation_id);

create trigger journal after insert or update or delete on participants
  for each row execute function journal_change('id');
create trigger journal after insert or update or delete on unconfirmed_answers
  for each row execute function journal_change('id');

-- doubts that are still looked up at their channel
create index outbox_looks on outbox (locked_until) where state = 'unknown' and locked_until is not null;
