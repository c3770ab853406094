-- Programs of the owner's that read and change the data by themselves. A key is shown once; here is only its hash.
create table api_keys (
  id bigint generated always as identity primary key,
  name text not null,
  -- how the key begins, by which the owner knows it again
  prefix text not null,
  key_hash bytea not null unique,
  scopes text[] not null check (scopes <@ array['read', 'write', 'send']),
  created_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz
);
create unique index api_keys_name on api_keys (fold_text(name)) where revoked_at is null;

-- What was answered to a request that may come again under the same Idempotency-Key.
create table api_answers (
  key_id bigint not null references api_keys on delete cascade,
  idempotency_key text not null,
  request_hash bytea not null,
  -- null while the request is being handled
  answer jsonb,
  created_at timestamptz not null,
  primary key (key_id, idempotency_key)
);
create index api_answers_created on api_answers (created_at);

-- The program that made a change with its user's key; null: the user themselves.
alter table journal add column key_id bigint references api_keys on delete set null;

-- What shows a secret is emptied soon after it was told.
create index outbox_secret on outbox (created_at) where payload #>> '{reply,secret}' is not null;

-- Notes are listed by themselves; there are few beside the messages.
create index messages_notes on messages (id) where direction = 'note';
