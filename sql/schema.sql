-- Made by `npm run schema` out of the files beside it: read it, do not edit it, do not run it.

create table absences (
  id bigint generated always as identity not null,
  starts_at timestamp with time zone not null,
  until timestamp with time zone not null,
  back_at timestamp with time zone,
  texts jsonb default '{}'::jsonb not null,
  user_id bigint,
  created_at timestamp with time zone default now() not null,
  constraint absences_pkey PRIMARY KEY (id),
  constraint absences_check CHECK (until >= starts_at),
  constraint absences_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE SET NULL
);
CREATE INDEX absences_until ON public.absences USING btree (until);
CREATE TRIGGER journal AFTER INSERT OR DELETE OR UPDATE ON absences FOR EACH ROW EXECUTE FUNCTION journal_change('id');

create table album_parts (
  channel text not null,
  chat text not null,
  external_id text not null,
  album text not null,
  message_id bigint not null,
  constraint album_parts_pkey PRIMARY KEY (channel, chat, external_id),
  constraint album_parts_message_id_fkey FOREIGN KEY (message_id) REFERENCES messages(id) ON DELETE CASCADE
);
CREATE INDEX album_parts_album ON public.album_parts USING btree (channel, chat, album);
CREATE INDEX album_parts_message ON public.album_parts USING btree (message_id);

create table automatic_answers (
  contact_id bigint not null,
  day date not null,
  constraint automatic_answers_pkey PRIMARY KEY (contact_id, day),
  constraint automatic_answers_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contacts(id) ON DELETE CASCADE
);

create table buttons (
  id text not null,
  command text not null,
  conversation_id bigint,
  used_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  form boolean default false not null,
  constraint buttons_pkey PRIMARY KEY (id),
  constraint buttons_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES conversations(id) ON DELETE CASCADE
);

create table canned_replies (
  id bigint generated always as identity not null,
  name text not null,
  locale text not null,
  text text not null,
  created_at timestamp with time zone default now() not null,
  constraint canned_replies_pkey PRIMARY KEY (id),
  constraint canned_replies_name_locale_key UNIQUE (name, locale),
  constraint canned_replies_locale_check CHECK (locale = ANY (ARRAY['zh-CN'::text, 'en'::text]))
);
CREATE TRIGGER journal AFTER INSERT OR DELETE OR UPDATE ON canned_replies FOR EACH ROW EXECUTE FUNCTION journal_change('id');

create table channel_states (
  channel text not null,
  ok boolean not null,
  detail text default ''::text not null,
  changed_at timestamp with time zone default now() not null,
  name text default ''::text not null,
  constraint channel_states_pkey PRIMARY KEY (channel)
);

create table collected_cards (
  id bigint generated always as identity not null,
  key text not null,
  message_id bigint,
  order_id bigint,
  urgent text,
  at timestamp with time zone not null,
  told_at timestamp with time zone,
  constraint collected_cards_pkey PRIMARY KEY (id),
  constraint collected_cards_key_key UNIQUE (key),
  constraint collected_cards_check CHECK (num_nonnulls(message_id, order_id) = 1),
  constraint collected_cards_message_id_fkey FOREIGN KEY (message_id) REFERENCES messages(id) ON DELETE CASCADE,
  constraint collected_cards_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders(id) ON DELETE CASCADE
);
CREATE INDEX collected_cards_message ON public.collected_cards USING btree (message_id);
CREATE INDEX collected_cards_order ON public.collected_cards USING btree (order_id);
CREATE INDEX collected_cards_told ON public.collected_cards USING btree (told_at);
CREATE INDEX collected_cards_untold ON public.collected_cards USING btree (id) WHERE (told_at IS NULL);

create table connections (
  id bigint generated always as identity not null,
  provider text not null,
  token text not null,
  secret bytea not null,
  previous_secret bytea,
  last_event_at timestamp with time zone,
  disabled_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  constraint connections_pkey PRIMARY KEY (id),
  constraint connections_token_key UNIQUE (token)
);
CREATE TRIGGER journal AFTER INSERT OR DELETE OR UPDATE ON connections FOR EACH ROW EXECUTE FUNCTION journal_change('id');

create table contact_identities (
  id bigint generated always as identity not null,
  contact_id bigint not null,
  channel text not null,
  address text not null,
  claimed boolean default false not null,
  blocked_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  bounced_at timestamp with time zone,
  bounce_reason text,
  complained_at timestamp with time zone,
  constraint contact_identities_pkey PRIMARY KEY (id),
  constraint contact_identities_channel_address_key UNIQUE (channel, address),
  constraint contact_identities_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contacts(id) ON DELETE CASCADE
);
CREATE INDEX contact_identities_blocked ON public.contact_identities USING btree (contact_id) WHERE (blocked_at IS NOT NULL);
CREATE INDEX contact_identities_channel ON public.contact_identities USING btree (channel, contact_id);
CREATE INDEX contact_identities_contact ON public.contact_identities USING btree (contact_id);
CREATE TRIGGER journal AFTER INSERT OR DELETE OR UPDATE ON contact_identities FOR EACH ROW EXECUTE FUNCTION journal_change('id');

create table contact_moves (
  id bigint generated always as identity not null,
  contact_id bigint not null,
  kind text not null,
  other_id bigint not null,
  name text not null,
  created_at timestamp with time zone not null,
  constraint contact_moves_pkey PRIMARY KEY (id),
  constraint contact_moves_kind_check CHECK (kind = ANY (ARRAY['merged'::text, 'parted'::text])),
  constraint contact_moves_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contacts(id) ON DELETE CASCADE
);
CREATE INDEX contact_moves_contact ON public.contact_moves USING btree (contact_id);
CREATE INDEX contact_moves_other ON public.contact_moves USING btree (other_id) WHERE (kind = 'merged'::text);
CREATE TRIGGER journal AFTER INSERT OR DELETE OR UPDATE ON contact_moves FOR EACH ROW EXECUTE FUNCTION journal_change('id');

create table contacts (
  id bigint generated always as identity not null,
  name text default ''::text not null,
  locale text,
  tags text[] default '{}'::text[] not null,
  search_keys text[] default '{}'::text[] not null,
  last_seen_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  city text,
  constraint contacts_pkey PRIMARY KEY (id),
  constraint contacts_locale_check CHECK (locale = ANY (ARRAY['zh-CN'::text, 'en'::text]))
);
CREATE INDEX contacts_city ON public.contacts USING btree (lower(city)) WHERE (city IS NOT NULL);
CREATE INDEX contacts_created ON public.contacts USING btree (created_at);
CREATE INDEX contacts_last_seen ON public.contacts USING btree (last_seen_at DESC NULLS LAST);
CREATE INDEX contacts_name ON public.contacts USING btree (lower(name));
CREATE INDEX contacts_search_keys ON public.contacts USING gin (search_keys) WITH (fastupdate=off);
CREATE INDEX contacts_tags ON public.contacts USING gin (tags);
CREATE TRIGGER journal AFTER INSERT OR DELETE OR UPDATE ON contacts FOR EACH ROW EXECUTE FUNCTION journal_change('id');

create table conversations (
  id bigint generated always as identity not null,
  contact_id bigint not null,
  channel text not null,
  address text not null,
  thread text default ''::text not null,
  subject text,
  state text default 'open'::text not null,
  waiting_since timestamp with time zone,
  last_message_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  snoozed_until timestamp with time zone,
  joined_to bigint,
  constraint conversations_pkey PRIMARY KEY (id),
  constraint conversations_channel_address_thread_key UNIQUE (channel, address, thread),
  constraint conversations_state_check CHECK (state = ANY (ARRAY['open'::text, 'closed'::text])),
  constraint conversations_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contacts(id) ON DELETE CASCADE,
  constraint conversations_joined_to_fkey FOREIGN KEY (joined_to) REFERENCES conversations(id) ON DELETE SET NULL
);
CREATE INDEX conversations_contact ON public.conversations USING btree (contact_id);
CREATE INDEX conversations_joined ON public.conversations USING btree (joined_to) WHERE (joined_to IS NOT NULL);
CREATE INDEX conversations_snoozed ON public.conversations USING btree (snoozed_until) WHERE (snoozed_until IS NOT NULL);
CREATE INDEX conversations_waiting ON public.conversations USING btree (waiting_since) WHERE (waiting_since IS NOT NULL);
CREATE TRIGGER journal AFTER INSERT OR DELETE OR UPDATE ON conversations FOR EACH ROW EXECUTE FUNCTION journal_change('id');

create table cursors (
  source text not null,
  "position" jsonb not null,
  constraint cursors_pkey PRIMARY KEY (source)
);

create table feedback (
  id bigint generated always as identity not null,
  contact_id bigint not null,
  message_id bigint,
  kind text default 'praise'::text not null,
  text text not null,
  created_at timestamp with time zone default now() not null,
  constraint feedback_pkey PRIMARY KEY (id),
  constraint feedback_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contacts(id) ON DELETE CASCADE,
  constraint feedback_message_id_fkey FOREIGN KEY (message_id) REFERENCES messages(id) ON DELETE SET NULL
);
CREATE INDEX feedback_contact ON public.feedback USING btree (contact_id);
CREATE INDEX feedback_message ON public.feedback USING btree (message_id);
CREATE TRIGGER journal AFTER INSERT OR DELETE OR UPDATE ON feedback FOR EACH ROW EXECUTE FUNCTION journal_change('id');

create table inbox (
  id bigint generated always as identity not null,
  source text not null,
  external_id text not null,
  lane text not null,
  headers jsonb,
  body bytea storage external not null,
  run_at timestamp with time zone default now() not null,
  attempts integer default 0 not null,
  last_error text,
  locked_until timestamp with time zone,
  processed_at timestamp with time zone,
  failed_at timestamp with time zone,
  outcome text,
  received_at timestamp with time zone default now() not null,
  priority smallint default 1 not null,
  parked_until timestamp with time zone,
  overtaken boolean default false not null,
  open boolean generated always as (((processed_at IS NULL) AND (failed_at IS NULL))) not null,
  holds boolean generated always as (((processed_at IS NULL) AND (failed_at IS NULL) AND (NOT overtaken))) not null,
  constraint inbox_pkey PRIMARY KEY (id),
  constraint inbox_source_external_id_key UNIQUE (source, external_id),
  constraint inbox_priority_check CHECK (priority = ANY (ARRAY[0, 1]))
);
CREATE INDEX inbox_due ON public.inbox USING btree (priority, GREATEST(run_at, parked_until), id) WHERE open;
CREATE INDEX inbox_failed ON public.inbox USING btree (failed_at) WHERE (failed_at IS NOT NULL);
CREATE INDEX inbox_lane ON public.inbox USING btree (lane, ((id + 0))) WHERE holds;
CREATE INDEX inbox_received ON public.inbox USING btree (received_at) WHERE ((processed_at IS NULL) AND (failed_at IS NULL));
CREATE UNIQUE INDEX inbox_mail ON public.inbox USING btree (((headers ->> 'mail-key'::text))) WHERE ((source ~~ 'email:%'::text) AND ((headers ->> 'mail-key'::text) IS NOT NULL));
CREATE TRIGGER next_deleted AFTER DELETE ON inbox FOR EACH ROW WHEN (old.holds) EXECUTE FUNCTION inbox_next();
CREATE TRIGGER next_updated AFTER UPDATE OF processed_at, failed_at, overtaken ON inbox FOR EACH ROW WHEN (old.holds AND NOT new.holds) EXECUTE FUNCTION inbox_next();

create table job_runs (
  job text not null,
  slot text not null,
  started_at timestamp with time zone default now() not null,
  constraint job_runs_pkey PRIMARY KEY (job, slot)
);

create table journal (
  id bigint generated always as identity not null,
  user_id bigint,
  command text not null,
  undone_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  outcome text,
  constraint journal_pkey PRIMARY KEY (id),
  constraint journal_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE SET NULL
);
CREATE INDEX journal_user ON public.journal USING btree (user_id, id DESC);

create table journal_changes (
  id bigint generated always as identity not null,
  journal_id bigint not null,
  table_name text not null,
  key text not null,
  before jsonb,
  after jsonb,
  constraint journal_changes_pkey PRIMARY KEY (id),
  constraint journal_changes_journal_id_fkey FOREIGN KEY (journal_id) REFERENCES journal(id) ON DELETE CASCADE
);
CREATE INDEX journal_changes_contact ON public.journal_changes USING btree (((COALESCE(after, before) ->> 'contact_id'::text))) WHERE ((COALESCE(after, before) ->> 'contact_id'::text) IS NOT NULL);
CREATE INDEX journal_changes_conversation ON public.journal_changes USING btree (((COALESCE(after, before) ->> 'conversation_id'::text))) WHERE ((COALESCE(after, before) ->> 'conversation_id'::text) IS NOT NULL);
CREATE INDEX journal_changes_journal ON public.journal_changes USING btree (journal_id);
CREATE INDEX journal_changes_row ON public.journal_changes USING btree (table_name, key);

create table leads (
  id bigint generated always as identity not null,
  contact_id bigint not null,
  conversation_id bigint,
  message_id bigint,
  title text not null,
  stage text default 'new'::text not null,
  amount_minor bigint,
  currency text,
  lost_reason text,
  active_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  constraint leads_pkey PRIMARY KEY (id),
  constraint leads_check CHECK ((stage = ANY (ARRAY['won'::text, 'lost'::text])) = (closed_at IS NOT NULL)),
  constraint leads_check1 CHECK ((amount_minor IS NULL) = (currency IS NULL)),
  constraint leads_stage_check CHECK (stage = ANY (ARRAY['new'::text, 'qualified'::text, 'won'::text, 'lost'::text])),
  constraint leads_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contacts(id) ON DELETE CASCADE,
  constraint leads_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES conversations(id) ON DELETE SET NULL,
  constraint leads_message_id_fkey FOREIGN KEY (message_id) REFERENCES messages(id) ON DELETE SET NULL
);
CREATE INDEX leads_contact ON public.leads USING btree (contact_id);
CREATE INDEX leads_conversation ON public.leads USING btree (conversation_id);
CREATE INDEX leads_message ON public.leads USING btree (message_id);
CREATE INDEX leads_open ON public.leads USING btree (active_at) WHERE (closed_at IS NULL);
CREATE INDEX leads_words ON public.leads USING gin (word_keys(title)) WITH (fastupdate=off);
CREATE TRIGGER journal AFTER INSERT OR DELETE OR UPDATE ON leads FOR EACH ROW EXECUTE FUNCTION journal_change('id');

create table leases (
  name text not null,
  holder text not null,
  expires_at timestamp with time zone not null,
  constraint leases_pkey PRIMARY KEY (name)
);

create table link_tokens (
  id bigint generated always as identity not null,
  token_hash bytea not null,
  contact_id bigint not null,
  user_id bigint,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  constraint link_tokens_pkey PRIMARY KEY (id),
  constraint link_tokens_token_hash_key UNIQUE (token_hash),
  constraint link_tokens_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contacts(id) ON DELETE CASCADE,
  constraint link_tokens_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE SET NULL
);
CREATE INDEX link_tokens_contact ON public.link_tokens USING btree (contact_id);
CREATE TRIGGER journal AFTER INSERT OR DELETE OR UPDATE ON link_tokens FOR EACH ROW EXECUTE FUNCTION journal_change('id');

create table mailbox_uids (
  source text not null,
  uid_validity bigint not null,
  uid bigint not null,
  constraint mailbox_uids_pkey PRIMARY KEY (source, uid_validity, uid)
);

create table merge_proposals (
  id bigint generated always as identity not null,
  first_id bigint not null,
  second_id bigint not null,
  evidence jsonb default '[]'::jsonb not null,
  state text not null,
  created_at timestamp with time zone not null,
  constraint merge_proposals_pkey PRIMARY KEY (id),
  constraint merge_proposals_first_id_second_id_key UNIQUE (first_id, second_id),
  constraint merge_proposals_check CHECK (first_id < second_id),
  constraint merge_proposals_state_check CHECK (state = ANY (ARRAY['proposed'::text, 'merged'::text, 'refused'::text]))
);
CREATE INDEX merge_proposals_open ON public.merge_proposals USING btree (id) WHERE (state = 'proposed'::text);
CREATE INDEX merge_proposals_second ON public.merge_proposals USING btree (second_id);
CREATE TRIGGER journal AFTER INSERT OR DELETE OR UPDATE ON merge_proposals FOR EACH ROW EXECUTE FUNCTION journal_change('id');

create table messages (
  id bigint generated always as identity not null,
  conversation_id bigint not null,
  direction text not null,
  external_id text,
  text text default ''::text not null,
  quoted_text text,
  subject text,
  attachments jsonb default '[]'::jsonb not null,
  edits jsonb default '[]'::jsonb not null,
  triage jsonb,
  user_id bigint,
  occurred_at timestamp with time zone not null,
  created_at timestamp with time zone default now() not null,
  automatic boolean default false,
  trust text,
  author text,
  constraint messages_pkey PRIMARY KEY (id),
  constraint messages_conversation_id_external_id_key UNIQUE (conversation_id, external_id),
  constraint messages_direction_check CHECK (direction = ANY (ARRAY['in'::text, 'out'::text, 'note'::text])),
  constraint messages_trust_check CHECK (trust = ANY (ARRAY['verified'::text, 'unverified'::text, 'suspicious'::text])),
  constraint messages_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES conversations(id) ON DELETE CASCADE,
  constraint messages_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE SET NULL
);
CREATE INDEX messages_conversation ON public.messages USING btree (conversation_id, occurred_at DESC, id DESC);
CREATE INDEX messages_external ON public.messages USING btree (external_id) WHERE (external_id IS NOT NULL);
CREATE INDEX messages_words ON public.messages USING gin (word_keys(text)) WITH (fastupdate=off);
CREATE TRIGGER journal AFTER INSERT OR DELETE OR UPDATE ON messages FOR EACH ROW EXECUTE FUNCTION journal_change('id');

create table migrations (
  name text not null,
  sha256 text not null,
  ran_at timestamp with time zone default now() not null,
  constraint migrations_pkey PRIMARY KEY (name)
);

create table order_lines (
  id bigint generated always as identity not null,
  order_id bigint not null,
  "position" integer not null,
  sku text,
  title text not null,
  quantity integer not null,
  price_minor bigint not null,
  constraint order_lines_pkey PRIMARY KEY (id),
  constraint order_lines_order_id_position_key UNIQUE (order_id, "position"),
  constraint order_lines_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders(id) ON DELETE CASCADE
);
CREATE INDEX order_lines_sku ON public.order_lines USING btree (lower(sku)) WHERE (sku IS NOT NULL);
CREATE INDEX order_lines_words ON public.order_lines USING gin (word_keys(title)) WITH (fastupdate=off);
CREATE TRIGGER journal AFTER INSERT OR DELETE OR UPDATE ON order_lines FOR EACH ROW EXECUTE FUNCTION journal_change('id');

create table orders (
  id bigint generated always as identity not null,
  connection_id bigint not null,
  external_id text not null,
  contact_id bigint,
  number text not null,
  payment text not null,
  fulfillment text,
  currency text not null,
  total_minor bigint not null,
  test boolean default false not null,
  placed_at timestamp with time zone not null,
  cancelled_at timestamp with time zone,
  version_at timestamp with time zone not null,
  created_at timestamp with time zone default now() not null,
  constraint orders_pkey PRIMARY KEY (id),
  constraint orders_connection_id_external_id_key UNIQUE (connection_id, external_id),
  constraint orders_connection_id_fkey FOREIGN KEY (connection_id) REFERENCES connections(id) ON DELETE CASCADE,
  constraint orders_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contacts(id) ON DELETE SET NULL
);
CREATE INDEX orders_contact ON public.orders USING btree (contact_id, placed_at DESC);
CREATE INDEX orders_number ON public.orders USING btree (lower(number));
CREATE INDEX orders_placed ON public.orders USING btree (placed_at);
CREATE TRIGGER journal AFTER INSERT OR DELETE OR UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION journal_change('id');

create table outbox (
  id bigint generated always as identity not null,
  channel text not null,
  address text not null,
  audience text not null,
  idempotency_key text not null,
  payload jsonb not null,
  conversation_id bigint,
  message_id bigint,
  state text default 'queued'::text not null,
  run_at timestamp with time zone default now() not null,
  attempts integer default 0 not null,
  last_error text,
  locked_until timestamp with time zone,
  external_id text,
  sent_at timestamp with time zone,
  failed_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  quiet boolean default false not null,
  priority smallint default 2 not null,
  parked_until timestamp with time zone,
  shows_contact bigint,
  shows_from bigint,
  shows_count integer default 1 not null,
  waits boolean generated always as ((state = 'queued'::text)) not null,
  holds boolean generated always as ((state = ANY (ARRAY['queued'::text, 'sending'::text]))) not null,
  constraint outbox_pkey PRIMARY KEY (id),
  constraint outbox_idempotency_key_key UNIQUE (idempotency_key),
  constraint outbox_audience_check CHECK (audience = ANY (ARRAY['customer'::text, 'owner'::text])),
  constraint outbox_priority_check CHECK (priority = ANY (ARRAY[0, 1, 2, 3])),
  constraint outbox_state_check CHECK (state = ANY (ARRAY['queued'::text, 'sending'::text, 'sent'::text, 'failed'::text, 'unknown'::text, 'cancelled'::text])),
  constraint outbox_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES conversations(id) ON DELETE SET NULL,
  constraint outbox_message_id_fkey FOREIGN KEY (message_id) REFERENCES messages(id) ON DELETE SET NULL
);
CREATE INDEX outbox_chat ON public.outbox USING btree (channel, address, priority, id) WHERE holds;
CREATE INDEX outbox_conversation ON public.outbox USING btree (conversation_id, id) WHERE (conversation_id IS NOT NULL);
CREATE INDEX outbox_doubt ON public.outbox USING btree (id) WHERE (state = ANY (ARRAY['failed'::text, 'unknown'::text]));
CREATE INDEX outbox_due ON public.outbox USING btree (channel, priority, GREATEST(run_at, parked_until), id) WHERE waits;
CREATE INDEX outbox_external ON public.outbox USING btree (channel, address, external_id) WHERE (external_id IS NOT NULL);
CREATE INDEX outbox_look ON public.outbox USING btree (locked_until) WHERE ((state = 'unknown'::text) AND (locked_until IS NOT NULL));
CREATE INDEX outbox_looks ON public.outbox USING btree (locked_until) WHERE ((state = 'unknown'::text) AND (locked_until IS NOT NULL));
CREATE INDEX outbox_message ON public.outbox USING btree (message_id) WHERE (message_id IS NOT NULL);
CREATE INDEX outbox_quiet ON public.outbox USING btree (run_at) WHERE (quiet AND (state = 'queued'::text));
CREATE INDEX outbox_sending ON public.outbox USING btree (channel, address) WHERE (state = 'sending'::text);
CREATE INDEX outbox_shows ON public.outbox USING btree (shows_contact, id) WHERE (shows_contact IS NOT NULL);
CREATE INDEX outbox_waiting ON public.outbox USING btree (run_at) WHERE (state = 'queued'::text);
CREATE TRIGGER next_deleted AFTER DELETE ON outbox FOR EACH ROW WHEN (old.holds) EXECUTE FUNCTION outbox_next();
CREATE TRIGGER next_updated AFTER UPDATE OF state, address ON outbox FOR EACH ROW WHEN (old.holds AND (NOT new.holds OR new.address <> old.address)) EXECUTE FUNCTION outbox_next();

create table own_accounts (
  channel text not null,
  id text not null,
  user_address text not null,
  user_chat text not null,
  name text default ''::text not null,
  can_reply boolean not null,
  enabled boolean not null,
  person_url text not null,
  changed_at timestamp with time zone not null,
  constraint own_accounts_pkey PRIMARY KEY (channel, id)
);

create table pairing_codes (
  id bigint generated always as identity not null,
  code_hash bytea not null,
  expires_at timestamp with time zone not null,
  tries integer default 0 not null,
  used_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  role text default 'owner'::text not null,
  name text default ''::text not null,
  user_id bigint,
  constraint pairing_codes_pkey PRIMARY KEY (id),
  constraint pairing_codes_role_check CHECK (role = ANY (ARRAY['owner'::text, 'helper'::text, 'viewer'::text])),
  constraint pairing_codes_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
);

create table pairing_tries (
  id bigint generated always as identity not null,
  channel text not null,
  address text not null,
  at timestamp with time zone not null,
  constraint pairing_tries_pkey PRIMARY KEY (id)
);
CREATE INDEX pairing_tries_at ON public.pairing_tries USING btree (at);
CREATE INDEX pairing_tries_chat ON public.pairing_tries USING btree (channel, address, at);

create table participants (
  id bigint generated always as identity not null,
  conversation_id bigint not null,
  address text not null,
  created_at timestamp with time zone default now() not null,
  constraint participants_pkey PRIMARY KEY (id),
  constraint participants_conversation_id_address_key UNIQUE (conversation_id, address),
  constraint participants_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES conversations(id) ON DELETE CASCADE
);
CREATE TRIGGER journal AFTER INSERT OR DELETE OR UPDATE ON participants FOR EACH ROW EXECUTE FUNCTION journal_change('id');

create table quote_lines (
  id bigint generated always as identity not null,
  lead_id bigint not null,
  description text not null,
  quantity numeric(12,3) not null,
  unit_minor bigint not null,
  currency text not null,
  created_at timestamp with time zone default now() not null,
  constraint quote_lines_pkey PRIMARY KEY (id),
  constraint quote_lines_quantity_check CHECK (quantity > 0::numeric),
  constraint quote_lines_unit_minor_check CHECK (unit_minor >= 0),
  constraint quote_lines_lead_id_fkey FOREIGN KEY (lead_id) REFERENCES leads(id) ON DELETE CASCADE
);
CREATE INDEX quote_lines_lead ON public.quote_lines USING btree (lead_id);
CREATE TRIGGER journal AFTER INSERT OR DELETE OR UPDATE ON quote_lines FOR EACH ROW EXECUTE FUNCTION journal_change('id');

create table scheduled_answers (
  id bigint generated always as identity not null,
  conversation_id bigint not null,
  text text not null,
  due_at timestamp with time zone not null,
  receipt_to jsonb not null,
  user_id bigint,
  sent_at timestamp with time zone,
  cancelled_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  constraint scheduled_answers_pkey PRIMARY KEY (id),
  constraint scheduled_answers_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES conversations(id) ON DELETE CASCADE,
  constraint scheduled_answers_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE SET NULL
);
CREATE INDEX scheduled_answers_conversation ON public.scheduled_answers USING btree (conversation_id);
CREATE INDEX scheduled_answers_due ON public.scheduled_answers USING btree (due_at) WHERE ((sent_at IS NULL) AND (cancelled_at IS NULL));
CREATE TRIGGER journal AFTER INSERT OR DELETE OR UPDATE ON scheduled_answers FOR EACH ROW EXECUTE FUNCTION journal_change('id');

create table sent_parts (
  external_id text not null,
  outbox_id bigint not null,
  constraint sent_parts_pkey PRIMARY KEY (external_id, outbox_id),
  constraint sent_parts_outbox_id_fkey FOREIGN KEY (outbox_id) REFERENCES outbox(id) ON DELETE CASCADE
);
CREATE INDEX sent_parts_outbox ON public.sent_parts USING btree (outbox_id);

create table settings (
  key text not null,
  value jsonb not null,
  constraint settings_pkey PRIMARY KEY (key)
);
CREATE TRIGGER journal AFTER INSERT OR DELETE OR UPDATE ON settings FOR EACH ROW EXECUTE FUNCTION journal_change('key');

create table tasks (
  id bigint generated always as identity not null,
  contact_id bigint,
  title text not null,
  due_at timestamp with time zone,
  reminded_at timestamp with time zone,
  done_at timestamp with time zone,
  user_id bigint,
  created_at timestamp with time zone default now() not null,
  constraint tasks_pkey PRIMARY KEY (id),
  constraint tasks_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contacts(id) ON DELETE CASCADE,
  constraint tasks_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE SET NULL
);
CREATE INDEX tasks_contact ON public.tasks USING btree (contact_id);
CREATE INDEX tasks_open ON public.tasks USING btree (due_at) WHERE (done_at IS NULL);
CREATE TRIGGER journal AFTER INSERT OR DELETE OR UPDATE ON tasks FOR EACH ROW EXECUTE FUNCTION journal_change('id');

create table tickets (
  id bigint generated always as identity not null,
  contact_id bigint not null,
  conversation_id bigint,
  message_id bigint,
  title text not null,
  kind text default 'support'::text not null,
  priority text default 'normal'::text not null,
  state text default 'open'::text not null,
  snoozed_until timestamp with time zone,
  resolved_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  constraint tickets_pkey PRIMARY KEY (id),
  constraint tickets_check CHECK ((state = 'resolved'::text) = (resolved_at IS NOT NULL)),
  constraint tickets_priority_check CHECK (priority = ANY (ARRAY['low'::text, 'normal'::text, 'high'::text])),
  constraint tickets_state_check CHECK (state = ANY (ARRAY['open'::text, 'pending'::text, 'snoozed'::text, 'resolved'::text])),
  constraint tickets_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contacts(id) ON DELETE CASCADE,
  constraint tickets_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES conversations(id) ON DELETE SET NULL,
  constraint tickets_message_id_fkey FOREIGN KEY (message_id) REFERENCES messages(id) ON DELETE SET NULL
);
CREATE INDEX tickets_contact ON public.tickets USING btree (contact_id);
CREATE INDEX tickets_conversation ON public.tickets USING btree (conversation_id);
CREATE INDEX tickets_listed ON public.tickets USING btree (((state = 'snoozed'::text)), created_at, id) WHERE (resolved_at IS NULL);
CREATE INDEX tickets_message ON public.tickets USING btree (message_id);
CREATE INDEX tickets_open ON public.tickets USING btree (created_at) WHERE (resolved_at IS NULL);
CREATE INDEX tickets_snoozed ON public.tickets USING btree (snoozed_until) WHERE (snoozed_until IS NOT NULL);
CREATE INDEX tickets_words ON public.tickets USING gin (word_keys(title)) WITH (fastupdate=off);
CREATE TRIGGER journal AFTER INSERT OR DELETE OR UPDATE ON tickets FOR EACH ROW EXECUTE FUNCTION journal_change('id');

create table topics (
  id bigint generated always as identity not null,
  channel text not null,
  address text not null,
  external_id text not null,
  contact_id bigint not null,
  name text not null,
  closed_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  constraint topics_pkey PRIMARY KEY (channel, address, external_id),
  constraint topics_id_key UNIQUE (id),
  constraint topics_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contacts(id) ON DELETE CASCADE
);
CREATE INDEX topics_contact ON public.topics USING btree (contact_id, channel, address);
CREATE TRIGGER journal AFTER INSERT OR DELETE OR UPDATE ON topics FOR EACH ROW EXECUTE FUNCTION journal_change('id');

create table triage_corrections (
  id bigint generated always as identity not null,
  message_id bigint,
  text text not null,
  from_label text,
  to_label text not null,
  to_sublabel text,
  user_id bigint,
  created_at timestamp with time zone default now() not null,
  constraint triage_corrections_pkey PRIMARY KEY (id),
  constraint triage_corrections_message_id_fkey FOREIGN KEY (message_id) REFERENCES messages(id) ON DELETE SET NULL,
  constraint triage_corrections_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE SET NULL
);
CREATE TRIGGER journal AFTER INSERT OR DELETE OR UPDATE ON triage_corrections FOR EACH ROW EXECUTE FUNCTION journal_change('id');

create table unconfirmed_answers (
  id bigint generated always as identity not null,
  conversation_id bigint not null,
  address text not null,
  given jsonb not null,
  user_id bigint,
  settled_at timestamp with time zone,
  created_at timestamp with time zone not null,
  constraint unconfirmed_answers_pkey PRIMARY KEY (id),
  constraint unconfirmed_answers_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES conversations(id) ON DELETE CASCADE,
  constraint unconfirmed_answers_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE SET NULL
);
CREATE INDEX unconfirmed_answers_conversation ON public.unconfirmed_answers USING btree (conversation_id);
CREATE TRIGGER journal AFTER INSERT OR DELETE OR UPDATE ON unconfirmed_answers FOR EACH ROW EXECUTE FUNCTION journal_change('id');

create table user_identities (
  channel text not null,
  address text not null,
  user_id bigint not null,
  created_at timestamp with time zone default now() not null,
  constraint user_identities_pkey PRIMARY KEY (channel, address),
  constraint user_identities_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
);
CREATE TRIGGER notify AFTER INSERT OR DELETE OR UPDATE ON user_identities FOR EACH STATEMENT EXECUTE FUNCTION notify_users();

create table users (
  id bigint generated always as identity not null,
  name text not null,
  role text not null,
  locale text,
  created_at timestamp with time zone default now() not null,
  removed_at timestamp with time zone,
  constraint users_pkey PRIMARY KEY (id),
  constraint users_locale_check CHECK (locale = ANY (ARRAY['zh-CN'::text, 'en'::text])),
  constraint users_role_check CHECK (role = ANY (ARRAY['owner'::text, 'helper'::text, 'viewer'::text]))
);
CREATE TRIGGER journal AFTER INSERT OR DELETE OR UPDATE ON users FOR EACH ROW EXECUTE FUNCTION journal_change('id');
CREATE TRIGGER notify AFTER INSERT OR DELETE OR UPDATE ON users FOR EACH STATEMENT EXECUTE FUNCTION notify_users();

CREATE OR REPLACE FUNCTION public.inbox_next()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update inbox set parked_until = null
  where id = (select id from inbox where lane = old.lane and holds order by id + 0 limit 1);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.journal_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
$function$;

CREATE OR REPLACE FUNCTION public.notify_users()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_notify('users', '');
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.outbox_next()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update outbox set parked_until = null
  where id = (
    select id from outbox
    where channel = old.channel and address = old.address and holds and state = 'queued' and priority > 0
    order by priority, id limit 1
  );
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.word_keys(value text, asked boolean DEFAULT false)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  with run as (
    select found[1] as han, left(found[2], 12) as word
    from regexp_matches(
      lower(left(normalize(value, nfkc), 20000)),
      '([\u2e80-\u2fdf\u3005-\u3007\u3041-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]+)'
      '|((?:(?![\u2e80-\u2fdf\u3005-\u3007\u3041-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff])\w)+)', 'g'
    ) as found
  )
  select coalesce(array_agg(distinct key), '{}') from (
    select substr(han, start, size) as key
    from run, generate_series(1, 2) as size, generate_series(1, length(han) - size + 1) as start
    where han is not null and (not asked or size = least(length(han), 2))
    union all
    select left(word, size)
    from run, generate_series(case when asked then length(word) else least(length(word), 3) end, length(word)) as size
    where word is not null
  ) keys
$function$;
