-- The words of the product, one table each (see AGENTS.md, "Words").
-- Money is integer minor units + ISO 4217 currency; times are timestamptz; ids are bigint identity.

create table settings (
  key text primary key,
  value jsonb not null
);

-- People who may command: everyone else is a customer.
create table users (
  id bigint generated always as identity primary key,
  name text not null,
  role text not null check (role in ('owner', 'helper', 'viewer')),
  locale text check (locale in ('zh-CN', 'en')),
  created_at timestamptz not null default now()
);

create table user_identities (
  channel text not null,
  address text not null,
  user_id bigint not null references users on delete cascade,
  created_at timestamptz not null default now(),
  primary key (channel, address)
);

-- One-use codes that pair a chat with a user. Only the hash is kept.
create table pairing_codes (
  id bigint generated always as identity primary key,
  code_hash bytea not null,
  expires_at timestamptz not null,
  tries int not null default 0,
  used_at timestamptz,
  created_at timestamptz not null default now()
);

create table contacts (
  id bigint generated always as identity primary key,
  name text not null default '',
  locale text check (locale in ('zh-CN', 'en')),
  tags text[] not null default '{}',
  -- exact keys a person is found by (name parts, pinyin, initials, phone tails, mail parts): domain/search.ts
  search_keys text[] not null default '{}',
  last_seen_at timestamptz,
  created_at timestamptz not null default now()
);
-- a name named in a sentence is found exactly
create index contacts_name on contacts (lower(name));
-- no pending list: every search would read all of it, and its length drives the planner to whole-table reads
create index contacts_search_keys on contacts using gin (search_keys) with (fastupdate = off);
-- of a common key (a surname) the contacts seen last are shown
create index contacts_last_seen on contacts (last_seen_at desc nulls last);
create index contacts_tags on contacts using gin (tags);

-- Where a contact can be reached or is known: one row per (channel, address), normalised by domain/identity.ts.
create table contact_identities (
  id bigint generated always as identity primary key,
  contact_id bigint not null references contacts on delete cascade,
  channel text not null,
  address text not null,
  -- named by somebody else (a forward, a shared card): not proven to be this person
  claimed boolean not null default false,
  blocked_at timestamptz,
  created_at timestamptz not null default now(),
  unique (channel, address)
);
create index contact_identities_contact on contact_identities (contact_id);

create table conversations (
  id bigint generated always as identity primary key,
  contact_id bigint not null references contacts on delete cascade,
  channel text not null,
  -- where an answer goes: chat id, mail address
  address text not null,
  -- '' for chats (one conversation a chat); the first Message-ID for mail (one conversation a thread)
  thread text not null default '',
  subject text,
  state text not null default 'open' check (state in ('open', 'closed')),
  -- since when the customer has been waiting for our answer; null: nobody waits
  waiting_since timestamptz,
  last_message_at timestamptz,
  created_at timestamptz not null default now(),
  unique (channel, address, thread)
);
create index conversations_contact on conversations (contact_id);
create index conversations_waiting on conversations (waiting_since) where waiting_since is not null;

create table messages (
  id bigint generated always as identity primary key,
  conversation_id bigint not null references conversations on delete cascade,
  direction text not null check (direction in ('in', 'out', 'note')),
  -- the channel's own id of the message: Telegram message_id, Message-ID
  external_id text,
  text text not null default '',
  -- quoted history, signature: kept, not shown by default
  quoted_text text,
  subject text,
  attachments jsonb not null default '[]',
  -- earlier wordings of an edited message, newest last: [{text, replaced_at}]
  edits jsonb not null default '[]',
  -- what it was taken for and why: domain/triage
  triage jsonb,
  user_id bigint references users on delete set null,
  occurred_at timestamptz not null,
  created_at timestamptz not null default now(),
  unique (conversation_id, external_id)
);
create index messages_conversation on messages (conversation_id, occurred_at desc);
create index messages_external on messages (external_id) where external_id is not null;

create table leads (
  id bigint generated always as identity primary key,
  contact_id bigint not null references contacts on delete cascade,
  conversation_id bigint references conversations on delete set null,
  -- the message it was made from; filing that message anew takes it away again
  message_id bigint references messages on delete set null,
  title text not null,
  stage text not null default 'new' check (stage in ('new', 'qualified', 'won', 'lost')),
  amount_minor bigint,
  currency text,
  lost_reason text,
  -- last time either side moved: a lead without it for days has gone quiet
  active_at timestamptz not null,
  closed_at timestamptz,
  created_at timestamptz not null default now(),
  check ((stage in ('won', 'lost')) = (closed_at is not null)),
  check ((amount_minor is null) = (currency is null))
);
create index leads_contact on leads (contact_id);
create index leads_conversation on leads (conversation_id);
create index leads_message on leads (message_id);
create index leads_open on leads (active_at) where closed_at is null;

create table tickets (
  id bigint generated always as identity primary key,
  contact_id bigint not null references contacts on delete cascade,
  conversation_id bigint references conversations on delete set null,
  -- the message it was made from; filing that message anew takes it away again
  message_id bigint references messages on delete set null,
  title text not null,
  kind text not null default 'support',
  priority text not null default 'normal' check (priority in ('low', 'normal', 'high')),
  state text not null default 'open' check (state in ('open', 'pending', 'snoozed', 'resolved')),
  snoozed_until timestamptz,
  resolved_at timestamptz,
  created_at timestamptz not null default now(),
  check ((state = 'resolved') = (resolved_at is not null))
);
create index tickets_contact on tickets (contact_id);
create index tickets_conversation on tickets (conversation_id);
create index tickets_message on tickets (message_id);
create index tickets_open on tickets (created_at) where resolved_at is null;

create table feedback (
  id bigint generated always as identity primary key,
  contact_id bigint not null references contacts on delete cascade,
  message_id bigint references messages on delete set null,
  kind text not null default 'praise',
  text text not null,
  created_at timestamptz not null default now()
);
create index feedback_message on feedback (message_id);
create index feedback_contact on feedback (contact_id);

-- What the owner taught us: the text, what we took it for, what it was.
create table triage_corrections (
  id bigint generated always as identity primary key,
  message_id bigint references messages on delete set null,
  text text not null,
  from_label text,
  to_label text not null,
  to_sublabel text,
  user_id bigint references users on delete set null,
  created_at timestamptz not null default now()
);

create table tasks (
  id bigint generated always as identity primary key,
  contact_id bigint references contacts on delete cascade,
  title text not null,
  due_at timestamptz,
  reminded_at timestamptz,
  done_at timestamptz,
  user_id bigint references users on delete set null,
  created_at timestamptz not null default now()
);
create index tasks_open on tasks (due_at) where done_at is null;

-- A configured shop: its token is the unguessable part of its hook URL, its secrets are sealed (src/seal.ts).
create table connections (
  id bigint generated always as identity primary key,
  provider text not null,
  token text not null unique,
  secret bytea not null,
  -- still accepted for a while after a rotation
  previous_secret bytea,
  last_event_at timestamptz,
  disabled_at timestamptz,
  created_at timestamptz not null default now()
);

create table orders (
  id bigint generated always as identity primary key,
  connection_id bigint not null references connections on delete cascade,
  external_id text not null,
  contact_id bigint references contacts on delete set null,
  number text not null,
  -- pending, authorized, paid, partially_refunded, refunded, voided, ...: the shop's own payment word
  payment text not null,
  fulfillment text,
  currency text not null,
  total_minor bigint not null,
  test boolean not null default false,
  placed_at timestamptz not null,
  cancelled_at timestamptz,
  -- the shop's updated_at: an older version never overwrites a newer one
  version_at timestamptz not null,
  created_at timestamptz not null default now(),
  unique (connection_id, external_id)
);
create index orders_contact on orders (contact_id, placed_at desc);
create index orders_number on orders (lower(number));
create index orders_placed on orders (placed_at);

create table order_lines (
  id bigint generated always as identity primary key,
  order_id bigint not null references orders on delete cascade,
  position int not null,
  sku text,
  title text not null,
  quantity int not null,
  price_minor bigint not null,
  unique (order_id, position)
);

-- ── Edges ────────────────────────────────────────────────────────────────────────────────────────────

-- Everything that came in, stored before it was acknowledged. Handled once, by inbox/worker.ts.
create table inbox (
  id bigint generated always as identity primary key,
  source text not null,
  external_id text not null,
  -- events of one lane are handled one after another, in order of arrival
  lane text not null,
  headers jsonb,
  body bytea not null,
  run_at timestamptz not null default now(),
  attempts int not null default 0,
  last_error text,
  locked_until timestamptz,
  processed_at timestamptz,
  failed_at timestamptz,
  -- why nothing came of it, if nothing did
  outcome text,
  received_at timestamptz not null default now(),
  unique (source, external_id)
);
-- Incompressible payloads are not worth compressing on the hot path.
alter table inbox alter column body set storage external;
create index inbox_open on inbox (lane, id) where processed_at is null and failed_at is null;
create index inbox_due on inbox (run_at) where processed_at is null and failed_at is null;
create index inbox_failed on inbox (failed_at) where failed_at is not null;

-- Everything that goes out. `sending` is committed before the first byte.
create table outbox (
  id bigint generated always as identity primary key,
  channel text not null,
  address text not null,
  -- a customer is never sent a doubtful message twice; an owner rather twice than never
  audience text not null check (audience in ('customer', 'owner')),
  idempotency_key text not null unique,
  payload jsonb not null,
  conversation_id bigint references conversations on delete set null,
  message_id bigint references messages on delete set null,
  state text not null default 'queued' check (state in ('queued', 'sending', 'sent', 'failed', 'unknown', 'cancelled')),
  run_at timestamptz not null default now(),
  attempts int not null default 0,
  last_error text,
  locked_until timestamptz,
  -- the channel's id of what was sent: an answer to it finds its conversation
  external_id text,
  sent_at timestamptz,
  failed_at timestamptz,
  created_at timestamptz not null default now()
);
create index outbox_open on outbox (channel, address, id) where state in ('queued', 'sending');
create index outbox_due on outbox (run_at) where state = 'queued';
create index outbox_doubt on outbox (id) where state in ('failed', 'unknown');
create index outbox_external on outbox (channel, address, external_id) where external_id is not null;
create index outbox_message on outbox (message_id) where message_id is not null;

-- A button is a command line behind a short id; the press is authorised again when it comes.
create table buttons (
  id text primary key,
  command text not null,
  conversation_id bigint references conversations on delete cascade,
  used_at timestamptz,
  created_at timestamptz not null default now()
);

-- How far each mailbox has been read: {uidValidity, lastUid}.
create table cursors (
  source text primary key,
  position jsonb not null
);

-- Who runs what only one may run (a poller, the service itself).
create table leases (
  name text primary key,
  holder text not null,
  expires_at timestamptz not null
);

-- What each channel last said of itself, for /status.
create table channel_states (
  channel text primary key,
  ok boolean not null,
  detail text not null default '',
  changed_at timestamptz not null default now()
);

-- A job runs once per local slot, whoever asks.
create table job_runs (
  job text not null,
  slot text not null,
  started_at timestamptz not null default now(),
  primary key (job, slot)
);

-- ── Undo and audit ───────────────────────────────────────────────────────────────────────────────────

-- One row per command that changed something; the trigger below records each changed row.
create table journal (
  id bigint generated always as identity primary key,
  user_id bigint references users on delete set null,
  command text not null,
  undone_at timestamptz,
  created_at timestamptz not null default now()
);
create index journal_user on journal (user_id, id desc);

create table journal_changes (
  id bigint generated always as identity primary key,
  journal_id bigint not null references journal on delete cascade,
  table_name text not null,
  key text not null,
  before jsonb,
  after jsonb
);
create index journal_changes_journal on journal_changes (journal_id);

-- Records before and after of every row changed while the transaction-local setting crm.journal_id is set,
-- cascades included, so undo restores the exact state. Argument: the table's key column.
create function journal_change() returns trigger language plpgsql as $$
declare
  journal bigint := nullif(current_setting('crm.journal_id', true), '')::bigint;
  before jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) end;
  after jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) end;
begin
  if journal is not null and before is distinct from after then
    insert into journal_changes (journal_id, table_name, key, before, after)
    values (journal, tg_table_name, coalesce(after, before) ->> tg_argv[0], before, after);
  end if;
  return null;
end
$$;

do $$
declare
  name text;
begin
  foreach name in array array[
    'contacts', 'contact_identities', 'conversations', 'messages', 'leads', 'tickets', 'feedback',
    'triage_corrections', 'tasks', 'connections', 'orders', 'order_lines', 'users'
  ] loop
    execute format(
      'create trigger journal after insert or update or delete on %I for each row execute function journal_change(%L)',
      name, 'id'
    );
  end loop;
  create trigger journal after insert or update or delete on settings for each row execute function journal_change('key');
end
$$;
