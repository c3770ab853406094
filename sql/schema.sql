-- Made by `npm run schema` out of the files beside it: read it, do not edit it, do not run it.

create table absences (
  id bigint generated always as identity not null,
  starts_at timestamp with time zone not null,
  until timestamp with time zone not null,
  back_at timestamp with time zone,
  texts jsonb default '{}'::jsonb not null,
  user_id bigint,
  created_at timestamp with time zone default now() not null,
  planned boolean default false not null,
  constraint absences_pkey PRIMARY KEY (id),
  constraint absences_check CHECK (until >= starts_at),
  constraint absences_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE SET NULL
);
CREATE INDEX absences_until ON public.absences USING btree (until);
CREATE TRIGGER clocks_stale AFTER INSERT OR DELETE OR UPDATE ON absences FOR EACH STATEMENT EXECUTE FUNCTION ticket_clocks_stale();
CREATE TRIGGER journal AFTER DELETE OR UPDATE ON absences FOR EACH ROW WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_change('id');
CREATE TRIGGER journal_made AFTER INSERT ON absences REFERENCING NEW TABLE AS made FOR EACH STATEMENT WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_inserted('id');

create table album_parts (
  channel text not null,
  chat text not null,
  external_id text not null,
  album text not null,
  message_id bigint not null,
  constraint album_parts_pkey PRIMARY KEY (channel, chat, external_id)
);
CREATE INDEX album_parts_album ON public.album_parts USING btree (channel, chat, album);
CREATE INDEX album_parts_message ON public.album_parts USING btree (message_id);

create table api_answers (
  key_id bigint not null,
  idempotency_key text not null,
  request_hash bytea not null,
  answer jsonb,
  created_at timestamp with time zone not null,
  constraint api_answers_pkey PRIMARY KEY (key_id, idempotency_key),
  constraint api_answers_key_id_fkey FOREIGN KEY (key_id) REFERENCES api_keys(id) ON DELETE CASCADE
);
CREATE INDEX api_answers_created ON public.api_answers USING btree (created_at);

create table api_keys (
  id bigint generated always as identity not null,
  name text not null,
  prefix text not null,
  key_hash bytea not null,
  scopes text[] not null,
  created_at timestamp with time zone not null,
  last_used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  constraint api_keys_pkey PRIMARY KEY (id),
  constraint api_keys_key_hash_key UNIQUE (key_hash),
  constraint api_keys_scopes_check CHECK (scopes <@ ARRAY['read'::text, 'write'::text, 'send'::text])
);
CREATE UNIQUE INDEX api_keys_name ON public.api_keys USING btree (fold_text(name)) WHERE (revoked_at IS NULL);

create table automatic_answers (
  contact_id bigint not null,
  day date not null,
  id bigint generated always as identity not null,
  constraint automatic_answers_pkey PRIMARY KEY (contact_id, day),
  constraint automatic_answers_id_key UNIQUE (id),
  constraint automatic_answers_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contacts(id) ON DELETE CASCADE
);
CREATE TRIGGER journal AFTER DELETE OR UPDATE ON automatic_answers FOR EACH ROW WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_change('id');
CREATE TRIGGER journal_made AFTER INSERT ON automatic_answers REFERENCING NEW TABLE AS made FOR EACH STATEMENT WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_inserted('id');

create table automatic_mails (
  id bigint generated always as identity not null,
  address text not null,
  name text default ''::text not null,
  kind text not null,
  subject text,
  external_id text not null,
  event jsonb not null,
  taken_at timestamp with time zone,
  received_at timestamp with time zone not null,
  constraint automatic_mails_pkey PRIMARY KEY (id),
  constraint automatic_mails_address_external_id_key UNIQUE (address, external_id)
);
CREATE INDEX automatic_mails_listed ON public.automatic_mails USING btree (received_at DESC, id DESC) WHERE (taken_at IS NULL);
CREATE TRIGGER journal AFTER DELETE OR UPDATE ON automatic_mails FOR EACH ROW WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_change('id');
CREATE TRIGGER journal_made AFTER INSERT ON automatic_mails REFERENCING NEW TABLE AS made FOR EACH STATEMENT WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_inserted('id');

create table automatic_refusals (
  id bigint generated always as identity not null,
  contact_id bigint not null,
  message_id bigint,
  said_at timestamp with time zone not null,
  lifted_at timestamp with time zone,
  constraint automatic_refusals_pkey PRIMARY KEY (id),
  constraint automatic_refusals_contact_id_message_id_key UNIQUE (contact_id, message_id),
  constraint automatic_refusals_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contacts(id) ON DELETE CASCADE,
  constraint automatic_refusals_message_id_fkey FOREIGN KEY (message_id) REFERENCES messages(id) ON DELETE SET NULL
);
CREATE INDEX automatic_refusals_message ON public.automatic_refusals USING btree (message_id) WHERE (message_id IS NOT NULL);
CREATE TRIGGER journal AFTER DELETE OR UPDATE ON automatic_refusals FOR EACH ROW WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_change('id');
CREATE TRIGGER journal_made AFTER INSERT ON automatic_refusals REFERENCING NEW TABLE AS made FOR EACH STATEMENT WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_inserted('id');

create table buttons (
  id text not null,
  command text not null,
  conversation_id bigint,
  used_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  form boolean default false not null,
  goes_to jsonb,
  typed boolean default false not null,
  outbox_id bigint,
  turns boolean default false not null,
  constraint buttons_pkey PRIMARY KEY (id)
);
CREATE INDEX buttons_created ON public.buttons USING btree (created_at);
CREATE INDEX buttons_of_one ON public.buttons USING btree (command) WHERE (command ~ '^/[a-z]+ [0-9]+$'::text);
CREATE INDEX buttons_ready ON public.buttons USING btree (command) WHERE (command ~ '^/faq take r[0-9]+$'::text);

create table calls (
  id bigint generated always as identity not null,
  contact_id bigint not null,
  message_id bigint not null,
  kind text not null,
  direction text,
  minutes integer,
  created_at timestamp with time zone not null,
  constraint calls_pkey PRIMARY KEY (id),
  constraint calls_message_id_key UNIQUE (message_id),
  constraint calls_direction_check CHECK (direction = ANY (ARRAY['in'::text, 'out'::text])),
  constraint calls_kind_check CHECK (kind = ANY (ARRAY['call'::text, 'visit'::text])),
  constraint calls_minutes_check CHECK (minutes >= 1 AND minutes <= 999),
  constraint calls_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contacts(id) ON DELETE CASCADE,
  constraint calls_message_id_fkey FOREIGN KEY (message_id) REFERENCES messages(id) ON DELETE CASCADE
);
CREATE INDEX calls_contact ON public.calls USING btree (contact_id);
CREATE TRIGGER journal AFTER DELETE OR UPDATE ON calls FOR EACH ROW WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_change('id');
CREATE TRIGGER journal_made AFTER INSERT ON calls REFERENCING NEW TABLE AS made FOR EACH STATEMENT WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_inserted('id');

create table campaign_deliveries (
  id bigint generated always as identity not null,
  campaign_id bigint not null,
  contact_id bigint not null,
  channel text not null,
  address text not null,
  locale text not null,
  timezone text not null,
  state text not null,
  reason text,
  detail text,
  run_at timestamp with time zone not null,
  attempts smallint default 0 not null,
  claimed_by integer,
  locked_until timestamp with time zone,
  message_id text,
  outbox_id bigint,
  sent_at timestamp with time zone,
  bounced_at timestamp with time zone,
  complained_at timestamp with time zone,
  unsubscribed_at timestamp with time zone,
  replied_at timestamp with time zone,
  entry_id bigint,
  expires_at timestamp with time zone,
  arm text,
  clicked_at timestamp with time zone,
  scanned_at timestamp with time zone,
  last_mark text,
  last_opened_at timestamp with time zone,
  delivered_at timestamp with time zone,
  version text,
  compared boolean default false not null,
  declined_at timestamp with time zone,
  step integer,
  constraint campaign_deliveries_pkey PRIMARY KEY (campaign_id, contact_id),
  constraint campaign_deliveries_id_key UNIQUE (id),
  constraint campaign_deliveries_arm_check CHECK (arm = ANY (ARRAY['treated'::text, 'held_out'::text])),
  constraint campaign_deliveries_state_check CHECK (state = ANY (ARRAY['queued'::text, 'sending'::text, 'sent'::text, 'failed'::text, 'unknown'::text, 'skipped'::text])),
  constraint campaign_deliveries_version_check CHECK (version = ANY (ARRAY['a'::text, 'b'::text])),
  constraint campaign_deliveries_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaigns(id) ON DELETE CASCADE,
  constraint campaign_deliveries_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contacts(id) ON DELETE CASCADE
);
CREATE INDEX campaign_deliveries_address ON public.campaign_deliveries USING btree (channel, address, sent_at) WHERE (sent_at IS NOT NULL);
CREATE INDEX campaign_deliveries_bounced ON public.campaign_deliveries USING btree (campaign_id, contact_id) WHERE (bounced_at IS NOT NULL);
CREATE INDEX campaign_deliveries_clicked ON public.campaign_deliveries USING btree (campaign_id, contact_id) WHERE (clicked_at IS NOT NULL);
CREATE INDEX campaign_deliveries_due ON public.campaign_deliveries USING btree (campaign_id, run_at, contact_id) WHERE (state = 'queued'::text);
CREATE INDEX campaign_deliveries_entry ON public.campaign_deliveries USING btree (entry_id) WHERE (entry_id IS NOT NULL);
CREATE INDEX campaign_deliveries_expires ON public.campaign_deliveries USING btree (campaign_id, expires_at) WHERE ((state = 'queued'::text) AND (expires_at IS NOT NULL));
CREATE INDEX campaign_deliveries_message ON public.campaign_deliveries USING btree (message_id) WHERE (message_id IS NOT NULL);
CREATE INDEX campaign_deliveries_missing ON public.campaign_deliveries USING btree (campaign_id, run_at) WHERE (reason = 'missing'::text);
CREATE INDEX campaign_deliveries_outbox ON public.campaign_deliveries USING btree (outbox_id) WHERE (outbox_id IS NOT NULL);
CREATE INDEX campaign_deliveries_replied ON public.campaign_deliveries USING btree (campaign_id, contact_id) WHERE (replied_at IS NOT NULL);
CREATE INDEX campaign_deliveries_sending ON public.campaign_deliveries USING btree (claimed_by) WHERE (state = 'sending'::text);
CREATE INDEX campaign_deliveries_sent ON public.campaign_deliveries USING btree (contact_id, sent_at);
CREATE INDEX campaign_deliveries_unknown ON public.campaign_deliveries USING btree (campaign_id, contact_id) WHERE (state = 'unknown'::text);
CREATE UNIQUE INDEX campaign_deliveries_step ON public.campaign_deliveries USING btree (entry_id, step) WHERE ((entry_id IS NOT NULL) AND (state = ANY (ARRAY['queued'::text, 'sending'::text, 'sent'::text, 'unknown'::text])));
CREATE TRIGGER journal AFTER DELETE OR UPDATE OF contact_id ON campaign_deliveries FOR EACH ROW WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_change('id');

create table campaign_links (
  campaign_id bigint not null,
  mark text not null,
  url text not null,
  constraint campaign_links_pkey PRIMARY KEY (campaign_id, mark),
  constraint campaign_links_url_check CHECK (url ~ '^https?://'::text),
  constraint campaign_links_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaigns(id) ON DELETE CASCADE
);

create table campaign_plans (
  campaign_id bigint not null,
  next_id bigint default 0 not null,
  holdout smallint,
  given_up boolean default false not null,
  constraint campaign_plans_pkey PRIMARY KEY (campaign_id),
  constraint campaign_plans_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaigns(id) ON DELETE CASCADE
);

create table campaign_senders (
  channel text not null,
  address text not null,
  day date not null,
  sent integer default 0 not null,
  days integer default 1 not null,
  free_at timestamp with time zone not null,
  constraint campaign_senders_pkey PRIMARY KEY (channel, address)
);

create table campaigns (
  id bigint generated always as identity not null,
  name text not null,
  state text default 'draft'::text not null,
  channel text not null,
  purpose text default 'newsletter'::text not null,
  audience text,
  variants jsonb not null,
  skip_bought_days integer default 0 not null,
  share smallint default 100 not null,
  scheduled_at timestamp with time zone,
  planned_at timestamp with time zone,
  ended_at timestamp with time zone,
  reason text,
  test_to text,
  user_id bigint,
  told_channel text not null,
  told_address text not null,
  told_key text not null,
  tell_at timestamp with time zone,
  created_at timestamp with time zone not null,
  sequence_id bigint,
  step smallint,
  round integer,
  holdout smallint default 10 not null,
  second jsonb,
  trial smallint default 20 not null,
  trial_minutes integer default 240 not null,
  measure text,
  decide_at timestamp with time zone,
  winner text,
  shown_people integer,
  shown_sample bigint[],
  comparison_ended_at timestamp with time zone,
  template_id bigint,
  purpose_said boolean default false not null,
  asks boolean default false not null,
  first_people integer,
  template_variants jsonb,
  constraint campaigns_pkey PRIMARY KEY (id),
  constraint campaigns_first_people_check CHECK (first_people >= 1),
  constraint campaigns_holdout_check CHECK (holdout >= 0 AND holdout <= 50),
  constraint campaigns_measure_check CHECK (measure = ANY (ARRAY['clicked'::text, 'replied'::text, 'ordered'::text])),
  constraint campaigns_share_check CHECK (share >= 1 AND share <= 100),
  constraint campaigns_state_check CHECK (state = ANY (ARRAY['draft'::text, 'scheduled'::text, 'running'::text, 'paused'::text, 'finished'::text, 'cancelled'::text])),
  constraint campaigns_trial_check CHECK (trial >= 1 AND trial <= 100),
  constraint campaigns_trial_minutes_check CHECK (trial_minutes >= 1 AND trial_minutes <= 43200),
  constraint campaigns_winner_check CHECK (winner = ANY (ARRAY['a'::text, 'b'::text, 'both'::text])),
  constraint campaigns_sequence_id_fkey FOREIGN KEY (sequence_id) REFERENCES sequences(id) ON DELETE SET NULL,
  constraint campaigns_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE SET NULL
);
CREATE INDEX campaigns_at_work ON public.campaigns USING btree (id) WHERE (state = ANY (ARRAY['scheduled'::text, 'running'::text]));
CREATE INDEX campaigns_of_sequences ON public.campaigns USING btree (sequence_id, step, round) WHERE (sequence_id IS NOT NULL);
CREATE INDEX campaigns_tested ON public.campaigns USING btree (id) WHERE (test_to IS NOT NULL);
CREATE TRIGGER campaign_plan_given_up AFTER UPDATE OF state ON campaigns FOR EACH ROW WHEN (old.state = 'running'::text AND new.state <> 'running'::text AND new.planned_at IS NULL) EXECUTE FUNCTION campaign_plan_given_up();
CREATE TRIGGER journal AFTER UPDATE OF name, state, audience, purpose, purpose_said, variants, second, trial, trial_minutes, measure, decide_at, winner, skip_bought_days, share, first_people, holdout, scheduled_at, planned_at, ended_at, shown_people, shown_sample, comparison_ended_at, template_id, reason ON campaigns FOR EACH ROW WHEN (new.sequence_id IS NULL OR old.variants IS DISTINCT FROM new.variants OR old.second IS DISTINCT FROM new.second) EXECUTE FUNCTION journal_change('id');

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
CREATE INDEX canned_replies_called ON public.canned_replies USING btree (fold_text(name));
CREATE TRIGGER faq_words_changed AFTER UPDATE OF name, locale, text ON canned_replies FOR EACH ROW WHEN (old.name <> new.name OR old.locale <> new.locale OR old.text <> new.text) EXECUTE FUNCTION faq_words_changed();
CREATE TRIGGER faq_words_gone AFTER DELETE ON canned_replies FOR EACH ROW EXECUTE FUNCTION faq_words_changed();
CREATE TRIGGER faq_words_made AFTER INSERT ON canned_replies FOR EACH ROW EXECUTE FUNCTION faq_words_changed();
CREATE TRIGGER journal AFTER DELETE OR UPDATE ON canned_replies FOR EACH ROW WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_change('id');
CREATE TRIGGER journal_made AFTER INSERT ON canned_replies REFERENCING NEW TABLE AS made FOR EACH STATEMENT WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_inserted('id');

create table causes (
  id bigint generated always as identity not null,
  name text not null,
  created_at timestamp with time zone default now() not null,
  constraint causes_pkey PRIMARY KEY (id),
  constraint causes_name_check CHECK (name <> ''::text)
);
CREATE UNIQUE INDEX causes_name ON public.causes USING btree (fold_text(name));
CREATE TRIGGER journal AFTER DELETE OR UPDATE ON causes FOR EACH ROW WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_change('id');
CREATE TRIGGER journal_made AFTER INSERT ON causes REFERENCING NEW TABLE AS made FOR EACH STATEMENT WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_inserted('id');

create table channel_states (
  channel text not null,
  ok boolean not null,
  detail text default ''::text not null,
  changed_at timestamp with time zone default now() not null,
  name text default ''::text not null,
  constraint channel_states_pkey PRIMARY KEY (channel)
);

create table checkouts (
  id bigint generated always as identity not null,
  connection_id bigint not null,
  external_id text not null,
  contact_id bigint,
  name text,
  currency text not null,
  total_minor bigint not null,
  lines jsonb default '[]'::jsonb not null,
  url text,
  started_at timestamp with time zone not null,
  completed_at timestamp with time zone,
  test boolean default false not null,
  version_at timestamp with time zone not null,
  version_tie text not null,
  created_at timestamp with time zone default now() not null,
  buyer text,
  constraint checkouts_pkey PRIMARY KEY (id),
  constraint checkouts_connection_id_external_id_key UNIQUE (connection_id, external_id),
  constraint checkouts_connection_id_fkey FOREIGN KEY (connection_id) REFERENCES connections(id) ON DELETE CASCADE,
  constraint checkouts_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contacts(id) ON DELETE CASCADE
);
CREATE INDEX checkouts_contact ON public.checkouts USING btree (contact_id);
CREATE INDEX checkouts_left ON public.checkouts USING btree (version_at DESC) WHERE ((completed_at IS NULL) AND (NOT test));
CREATE TRIGGER journal AFTER DELETE OR UPDATE ON checkouts FOR EACH ROW WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_change('id');
CREATE TRIGGER journal_made AFTER INSERT ON checkouts REFERENCING NEW TABLE AS made FOR EACH STATEMENT WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_inserted('id');

create table churn_alerts (
  id bigint generated always as identity not null,
  contact_id bigint not null,
  at timestamp with time zone not null,
  rule text not null,
  visits integer not null,
  usual_days integer not null,
  silent_days integer not null,
  limit_days integer not null,
  at_stake jsonb not null,
  constraint churn_alerts_pkey PRIMARY KEY (id),
  constraint churn_alerts_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contacts(id) ON DELETE CASCADE
);
CREATE INDEX churn_alerts_at ON public.churn_alerts USING btree (at);
CREATE INDEX churn_alerts_contact ON public.churn_alerts USING btree (contact_id, at);
CREATE TRIGGER journal AFTER DELETE OR UPDATE ON churn_alerts FOR EACH ROW WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_change('id');
CREATE TRIGGER journal_made AFTER INSERT ON churn_alerts REFERENCING NEW TABLE AS made FOR EACH STATEMENT WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_inserted('id');

create table churn_marks (
  id bigint generated always as identity not null,
  contact_id bigint not null,
  kind text not null,
  at timestamp with time zone not null,
  until timestamp with time zone,
  reason text default ''::text not null,
  constraint churn_marks_pkey PRIMARY KEY (id),
  constraint churn_marks_check CHECK ((kind = 'snoozed'::text) = (until IS NOT NULL)),
  constraint churn_marks_kind_check CHECK (kind = ANY (ARRAY['gone'::text, 'back'::text, 'snoozed'::text])),
  constraint churn_marks_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contacts(id) ON DELETE CASCADE
);
CREATE INDEX churn_marks_contact ON public.churn_marks USING btree (contact_id, id);
CREATE TRIGGER journal AFTER DELETE OR UPDATE ON churn_marks FOR EACH ROW WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_change('id');
CREATE TRIGGER journal_made AFTER INSERT ON churn_marks REFERENCING NEW TABLE AS made FOR EACH STATEMENT WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_inserted('id');

create table collected_cards (
  id bigint generated always as identity not null,
  key text not null,
  message_id bigint,
  order_id bigint,
  urgent text,
  at timestamp with time zone not null,
  told_at timestamp with time zone,
  journal_id bigint,
  constraint collected_cards_pkey PRIMARY KEY (id),
  constraint collected_cards_key_key UNIQUE (key),
  constraint collected_cards_check CHECK (num_nonnulls(message_id, order_id) = 1),
  constraint collected_cards_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders(id) ON DELETE CASCADE
);
CREATE INDEX collected_cards_message ON public.collected_cards USING btree (message_id);
CREATE INDEX collected_cards_order ON public.collected_cards USING btree (order_id);
CREATE INDEX collected_cards_told ON public.collected_cards USING btree (told_at);
CREATE INDEX collected_cards_untold ON public.collected_cards USING btree (id) WHERE (told_at IS NULL);
CREATE TRIGGER journal AFTER DELETE OR UPDATE ON collected_cards FOR EACH ROW WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_change('id');
CREATE TRIGGER journal_made AFTER INSERT ON collected_cards REFERENCING NEW TABLE AS made FOR EACH STATEMENT WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_inserted('id');

create table connections (
  id bigint generated always as identity not null,
  provider text not null,
  token text not null,
  secret bytea,
  previous_secret bytea,
  last_event_at timestamp with time zone,
  disabled_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  previous_until timestamp with time zone,
  constraint connections_pkey PRIMARY KEY (id),
  constraint connections_token_key UNIQUE (token)
);
CREATE TRIGGER journal AFTER DELETE OR UPDATE ON connections FOR EACH ROW WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_change('id');
CREATE TRIGGER journal_made AFTER INSERT ON connections REFERENCING NEW TABLE AS made FOR EACH STATEMENT WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_inserted('id');

create table consents (
  id bigint generated always as identity not null,
  contact_id bigint not null,
  channel text not null,
  address text not null,
  purpose text not null,
  token text,
  locale text not null,
  words text not null,
  source text not null,
  asked_at timestamp with time zone not null,
  asked_from text,
  confirmed_at timestamp with time zone,
  confirmed_from text,
  withdrawn_at timestamp with time zone,
  withdrawn_from text,
  proof text default 'page'::text not null,
  user_id bigint,
  said jsonb default '[]'::jsonb not null,
  constraint consents_pkey PRIMARY KEY (id),
  constraint consents_token_purpose_key UNIQUE (token, purpose),
  constraint consents_proof_check CHECK (proof = ANY (ARRAY['page'::text, 'shop_confirmed'::text, 'shop'::text, 'user'::text])),
  constraint consents_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contacts(id) ON DELETE CASCADE,
  constraint consents_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id)
);
CREATE INDEX consents_address ON public.consents USING btree (channel, address, asked_at);
CREATE INDEX consents_agreed ON public.consents USING btree (purpose, contact_id) WHERE ((confirmed_at IS NOT NULL) AND (withdrawn_at IS NULL));
CREATE INDEX consents_asked ON public.consents USING btree (asked_at);
CREATE INDEX consents_contact ON public.consents USING btree (contact_id, id);
CREATE INDEX consents_user ON public.consents USING btree (user_id) WHERE (user_id IS NOT NULL);
CREATE UNIQUE INDEX consents_given ON public.consents USING btree (channel, address, purpose) WHERE ((confirmed_at IS NOT NULL) AND (withdrawn_at IS NULL));
CREATE TRIGGER journal AFTER DELETE OR UPDATE ON consents FOR EACH ROW WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_change('id');
CREATE TRIGGER journal_made AFTER INSERT ON consents REFERENCING NEW TABLE AS made FOR EACH STATEMENT WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_inserted('id');
CREATE TRIGGER said BEFORE INSERT OR UPDATE OF confirmed_at, withdrawn_at ON consents FOR EACH ROW EXECUTE FUNCTION consent_said();
CREATE TRIGGER suppressed_changed AFTER UPDATE ON consents FOR EACH ROW WHEN (old.withdrawn_at IS DISTINCT FROM new.withdrawn_at OR old.confirmed_at IS DISTINCT FROM new.confirmed_at) EXECUTE FUNCTION suppress_withdrawn();
CREATE TRIGGER suppressed_made AFTER INSERT ON consents FOR EACH ROW WHEN (new.withdrawn_at IS NOT NULL OR new.confirmed_at IS NOT NULL) EXECUTE FUNCTION suppress_withdrawn();

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
  told_name text,
  told_city text,
  told_at timestamp with time zone,
  known_as text,
  told_email text,
  joined_by text,
  refused_at timestamp with time zone,
  stop_asked_at timestamp with time zone,
  stop_unproved boolean default false not null,
  joined_through text,
  constraint contact_identities_pkey PRIMARY KEY (id),
  constraint contact_identities_channel_address_key UNIQUE (channel, address),
  constraint contact_identities_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contacts(id) ON DELETE CASCADE
);
CREATE INDEX contact_identities_blocked ON public.contact_identities USING btree (contact_id) WHERE (blocked_at IS NOT NULL);
CREATE INDEX contact_identities_channel ON public.contact_identities USING btree (channel, contact_id) WHERE (contact_id > 0);
CREATE INDEX contact_identities_contact ON public.contact_identities USING btree (contact_id);
CREATE INDEX contact_identities_known_as ON public.contact_identities USING btree (fold_text(known_as)) WHERE (known_as IS NOT NULL);
CREATE INDEX contact_identities_reach ON public.contact_identities USING btree (channel, contact_id) WHERE ((blocked_at IS NULL) AND (bounced_at IS NULL) AND (complained_at IS NULL) AND (refused_at IS NULL));
CREATE INDEX contact_identities_stop_asked ON public.contact_identities USING btree (stop_asked_at, id) WHERE (stop_asked_at IS NOT NULL);
CREATE INDEX contact_identities_told_email ON public.contact_identities USING btree (told_email) WHERE (told_email IS NOT NULL);
CREATE TRIGGER hook_added AFTER INSERT OR DELETE ON contact_identities FOR EACH ROW WHEN (current_setting('crm.silent'::text, true) IS DISTINCT FROM 'on'::text) EXECUTE FUNCTION note_for_hooks('contact', 'updated', 'contact_id');
CREATE TRIGGER hook_updated AFTER UPDATE ON contact_identities FOR EACH ROW WHEN (current_setting('crm.silent'::text, true) IS DISTINCT FROM 'on'::text AND (old.contact_id IS DISTINCT FROM new.contact_id OR old.channel IS DISTINCT FROM new.channel OR old.address IS DISTINCT FROM new.address OR old.claimed IS DISTINCT FROM new.claimed)) EXECUTE FUNCTION note_for_hooks('contact', 'updated', 'contact_id');
CREATE TRIGGER journal AFTER DELETE OR UPDATE ON contact_identities FOR EACH ROW WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_change('id');
CREATE TRIGGER journal_made AFTER INSERT ON contact_identities REFERENCING NEW TABLE AS made FOR EACH STATEMENT WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_inserted('id');
CREATE TRIGGER likeness_made AFTER INSERT ON contact_identities REFERENCING NEW TABLE AS made FOR EACH STATEMENT EXECUTE FUNCTION likeness_belongs();
CREATE TRIGGER likeness_moved AFTER UPDATE OF contact_id ON contact_identities FOR EACH ROW WHEN (old.contact_id <> new.contact_id) EXECUTE FUNCTION likeness_moved();
CREATE TRIGGER noes_come AFTER INSERT ON contact_identities REFERENCING NEW TABLE AS made FOR EACH STATEMENT EXECUTE FUNCTION identities_come();
CREATE TRIGGER noes_go AFTER DELETE ON contact_identities FOR EACH ROW EXECUTE FUNCTION identity_goes();
CREATE TRIGGER noes_proven AFTER UPDATE ON contact_identities FOR EACH ROW WHEN (old.claimed AND NOT new.claimed) EXECUTE FUNCTION identity_comes();
CREATE TRIGGER stop_asked_comes AFTER UPDATE ON contact_identities FOR EACH ROW WHEN (old.contact_id <> new.contact_id AND new.stop_asked_at IS NOT NULL) EXECUTE FUNCTION stop_asked_comes();
CREATE TRIGGER stop_asked_gone AFTER DELETE ON contact_identities FOR EACH ROW WHEN (old.stop_asked_at IS NOT NULL) EXECUTE FUNCTION stop_asked_gone();
CREATE TRIGGER stop_asked_made BEFORE INSERT ON contact_identities FOR EACH ROW WHEN (new.stop_asked_at IS NULL AND NOT new.claimed) EXECUTE FUNCTION stop_asked_of_person();
CREATE TRIGGER stop_asked_moved BEFORE UPDATE ON contact_identities FOR EACH ROW WHEN (new.stop_asked_at IS NULL AND NOT new.claimed AND (old.contact_id <> new.contact_id OR old.claimed)) EXECUTE FUNCTION stop_asked_of_person();
CREATE TRIGGER suppressed_changed AFTER UPDATE ON contact_identities FOR EACH ROW WHEN (old.bounced_at IS DISTINCT FROM new.bounced_at OR old.complained_at IS DISTINCT FROM new.complained_at) EXECUTE FUNCTION suppress_address();
CREATE TRIGGER suppressed_closed AFTER UPDATE ON contact_identities FOR EACH ROW WHEN (old.blocked_at IS NULL AND new.blocked_at IS NOT NULL) EXECUTE FUNCTION suppress_closed();
CREATE TRIGGER suppressed_made AFTER INSERT ON contact_identities FOR EACH ROW WHEN (new.bounced_at IS NOT NULL OR new.complained_at IS NOT NULL) EXECUTE FUNCTION suppress_address();
CREATE TRIGGER suppressed_undecided AFTER UPDATE ON contact_identities FOR EACH ROW WHEN (old.stop_asked_at IS DISTINCT FROM new.stop_asked_at) EXECUTE FUNCTION suppress_undecided();
CREATE TRIGGER suppressed_undecided_made AFTER INSERT ON contact_identities FOR EACH ROW WHEN (new.stop_asked_at IS NOT NULL) EXECUTE FUNCTION suppress_undecided();

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
CREATE TRIGGER hook_merged AFTER INSERT ON contact_moves FOR EACH ROW WHEN (current_setting('crm.silent'::text, true) IS DISTINCT FROM 'on'::text AND new.kind = 'merged'::text) EXECUTE FUNCTION note_for_hooks('contact', 'merged', 'contact_id', 'other_id');
CREATE TRIGGER journal AFTER DELETE OR UPDATE ON contact_moves FOR EACH ROW WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_change('id');
CREATE TRIGGER journal_made AFTER INSERT ON contact_moves REFERENCING NEW TABLE AS made FOR EACH STATEMENT WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_inserted('id');

create table contact_purchases (
  contact_id bigint not null,
  currency text not null,
  orders integer not null,
  spent_minor numeric not null,
  last_at timestamp with time zone not null,
  constraint contact_purchases_pkey PRIMARY KEY (contact_id, currency)
);

create table contact_signs (
  id bigint generated always as identity not null,
  contact_id bigint not null,
  channel text not null,
  address text not null,
  source text not null,
  created_at timestamp with time zone default now() not null,
  constraint contact_signs_pkey PRIMARY KEY (id),
  constraint contact_signs_contact_id_channel_address_key UNIQUE (contact_id, channel, address),
  constraint contact_signs_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contacts(id) ON DELETE CASCADE
);
CREATE INDEX contact_signs_address ON public.contact_signs USING btree (channel, address);
CREATE INDEX contact_signs_former ON public.contact_signs USING btree (fold_text(address)) WHERE (source = 'former'::text);
CREATE TRIGGER journal AFTER DELETE OR UPDATE ON contact_signs FOR EACH ROW WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_change('id');
CREATE TRIGGER journal_made AFTER INSERT ON contact_signs REFERENCING NEW TABLE AS made FOR EACH STATEMENT WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_inserted('id');
CREATE TRIGGER likeness_made AFTER INSERT ON contact_signs REFERENCING NEW TABLE AS made FOR EACH STATEMENT EXECUTE FUNCTION likeness_belongs();

create table contact_sources (
  id bigint generated always as identity not null,
  contact_id bigint not null,
  code text not null,
  came_at timestamp with time zone not null,
  was_new boolean not null,
  constraint contact_sources_pkey PRIMARY KEY (id),
  constraint contact_sources_contact_id_code_key UNIQUE (contact_id, code),
  constraint contact_sources_code_fkey FOREIGN KEY (code) REFERENCES post_links(code) ON DELETE CASCADE,
  constraint contact_sources_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contacts(id) ON DELETE CASCADE
);
CREATE INDEX contact_sources_code ON public.contact_sources USING btree (code);
CREATE TRIGGER journal AFTER DELETE OR UPDATE ON contact_sources FOR EACH ROW WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_change('id');
CREATE TRIGGER journal_made AFTER INSERT ON contact_sources REFERENCING NEW TABLE AS made FOR EACH STATEMENT WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_inserted('id');

create table contacts (
  id bigint generated always as identity not null,
  name text default ''::text not null,
  locale text,
  tags text[] default '{}'::text[] not null,
  search_keys text[] default '{}'::text[] not null,
  last_seen_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  city text,
  name_from text,
  blocked_at timestamp with time zone,
  locale_from text default 'guess'::text not null,
  refused jsonb default '{}'::jsonb not null,
  constraint contacts_pkey PRIMARY KEY (id),
  constraint contacts_locale_check CHECK (locale = ANY (ARRAY['zh-CN'::text, 'en'::text])),
  constraint contacts_locale_from_check CHECK (locale_from = ANY (ARRAY['guess'::text, 'platform'::text, 'words'::text, 'owner'::text]))
);
CREATE INDEX contacts_blocked ON public.contacts USING btree (blocked_at DESC, id DESC) WHERE (blocked_at IS NOT NULL);
CREATE INDEX contacts_city ON public.contacts USING btree (fold_text(city)) WHERE (city IS NOT NULL);
CREATE INDEX contacts_created ON public.contacts USING btree (created_at);
CREATE INDEX contacts_last_seen ON public.contacts USING btree (last_seen_at DESC NULLS LAST);
CREATE INDEX contacts_name ON public.contacts USING btree (fold_text(name));
CREATE INDEX contacts_search_keys ON public.contacts USING gin (search_keys) WITH (fastupdate='on');
CREATE INDEX contacts_tags ON public.contacts USING gin (tags);
CREATE TRIGGER hook_created AFTER INSERT ON contacts FOR EACH ROW WHEN (current_setting('crm.silent'::text, true) IS DISTINCT FROM 'on'::text) EXECUTE FUNCTION note_for_hooks('contact', 'created', 'id');
CREATE TRIGGER hook_deleted AFTER DELETE ON contacts FOR EACH ROW WHEN (current_setting('crm.silent'::text, true) IS DISTINCT FROM 'on'::text) EXECUTE FUNCTION note_for_hooks('contact', 'deleted', 'id');
CREATE TRIGGER hook_updated AFTER UPDATE ON contacts FOR EACH ROW WHEN (current_setting('crm.silent'::text, true) IS DISTINCT FROM 'on'::text AND (old.name IS DISTINCT FROM new.name OR old.locale IS DISTINCT FROM new.locale OR old.tags IS DISTINCT FROM new.tags OR old.city IS DISTINCT FROM new.city OR old.blocked_at IS DISTINCT FROM new.blocked_at)) EXECUTE FUNCTION note_for_hooks('contact', 'updated', 'id');
CREATE TRIGGER journal AFTER DELETE OR UPDATE ON contacts FOR EACH ROW WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_change('id');
CREATE TRIGGER journal_made AFTER INSERT ON contacts REFERENCING NEW TABLE AS made FOR EACH STATEMENT WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_inserted('id', 'search_keys');
CREATE TRIGGER likeness_changed AFTER UPDATE OF name, city ON contacts FOR EACH ROW WHEN (old.name <> new.name OR old.city IS DISTINCT FROM new.city) EXECUTE FUNCTION likeness_changed();
CREATE TRIGGER likeness_gone AFTER DELETE ON contacts FOR EACH ROW EXECUTE FUNCTION likeness_gone();
CREATE TRIGGER likeness_made AFTER INSERT ON contacts REFERENCING NEW TABLE AS made FOR EACH STATEMENT EXECUTE FUNCTION likeness_made();
CREATE TRIGGER tidy AFTER INSERT OR UPDATE ON contacts FOR EACH STATEMENT EXECUTE FUNCTION tidy_search_keys();

create table contract_files (
  id bigint generated always as identity not null,
  contract_id bigint,
  file jsonb not null,
  place jsonb not null,
  fetched_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  constraint contract_files_pkey PRIMARY KEY (id),
  constraint contract_files_contract_id_fkey FOREIGN KEY (contract_id) REFERENCES contracts(id) ON DELETE CASCADE
);
CREATE INDEX contract_files_contract ON public.contract_files USING btree (contract_id);
CREATE INDEX contract_files_loose ON public.contract_files USING btree (created_at) WHERE (contract_id IS NULL);
CREATE INDEX contract_files_unfetched ON public.contract_files USING btree (id) WHERE ((fetched_at IS NULL) AND (contract_id IS NOT NULL));
CREATE TRIGGER journal AFTER DELETE OR UPDATE ON contract_files FOR EACH ROW WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_change('id');
CREATE TRIGGER journal_made AFTER INSERT ON contract_files REFERENCING NEW TABLE AS made FOR EACH STATEMENT WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_inserted('id');

create table contracts (
  id bigint generated always as identity not null,
  contact_id bigint not null,
  quote_id bigint,
  title text not null,
  state text default 'active'::text not null,
  value_minor bigint,
  currency text,
  per text default 'once'::text not null,
  starts_on date,
  ends_on date,
  first_ends_on date,
  terms integer default 0 not null,
  renews_by integer,
  notice_count integer,
  notice_unit text,
  notice_to text,
  notice_by date,
  due_on date,
  remind_on date,
  reminded text[] default '{}'::text[] not null,
  lead_id bigint,
  noticed_on date,
  ended_on date,
  created_at timestamp with time zone default now() not null,
  constraint contracts_pkey PRIMARY KEY (id),
  constraint contracts_quote_id_key UNIQUE (quote_id),
  constraint contracts_ended_check CHECK ((state = 'ended'::text) = (ended_on IS NOT NULL)),
  constraint contracts_ends_check CHECK ((ends_on IS NULL) = (first_ends_on IS NULL)),
  constraint contracts_notice_check CHECK ((notice_count IS NULL) = (notice_unit IS NULL)),
  constraint contracts_notice_count_check CHECK (notice_count >= 0 AND notice_count <= 999),
  constraint contracts_notice_to_check CHECK (notice_to = ANY (ARRAY['month'::text, 'quarter'::text])),
  constraint contracts_notice_unit_check CHECK (notice_unit = ANY (ARRAY['day'::text, 'week'::text, 'month'::text])),
  constraint contracts_per_check CHECK (per = ANY (ARRAY['once'::text, 'month'::text, 'year'::text])),
  constraint contracts_renews_by_check CHECK (renews_by >= 1 AND renews_by <= 120),
  constraint contracts_state_check CHECK (state = ANY (ARRAY['active'::text, 'noticed'::text, 'ended'::text])),
  constraint contracts_terms_check CHECK (terms >= 0),
  constraint contracts_title_check CHECK (title <> ''::text),
  constraint contracts_value_check CHECK ((value_minor IS NULL) = (currency IS NULL)),
  constraint contracts_value_minor_check CHECK (value_minor > 0),
  constraint contracts_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contacts(id) ON DELETE CASCADE,
  constraint contracts_lead_id_fkey FOREIGN KEY (lead_id) REFERENCES leads(id) ON DELETE SET NULL,
  constraint contracts_quote_id_fkey FOREIGN KEY (quote_id) REFERENCES quotes(id) ON DELETE SET NULL
);
CREATE INDEX contracts_contact ON public.contracts USING btree (contact_id);
CREATE INDEX contracts_due ON public.contracts USING btree (COALESCE(due_on, 'infinity'::date), id) WHERE (state <> 'ended'::text);
CREATE INDEX contracts_ended ON public.contracts USING btree (ended_on, id) WHERE (state = 'ended'::text);
CREATE INDEX contracts_lead ON public.contracts USING btree (lead_id) WHERE (lead_id IS NOT NULL);
CREATE INDEX contracts_remind ON public.contracts USING btree (remind_on) WHERE ((remind_on IS NOT NULL) AND (state <> 'ended'::text));
CREATE TRIGGER hook_created AFTER INSERT ON contracts FOR EACH ROW WHEN (current_setting('crm.silent'::text, true) IS DISTINCT FROM 'on'::text) EXECUTE FUNCTION note_for_hooks('contract', 'created', 'id');
CREATE TRIGGER hook_deleted AFTER DELETE ON contracts FOR EACH ROW WHEN (current_setting('crm.silent'::text, true) IS DISTINCT FROM 'on'::text) EXECUTE FUNCTION note_for_hooks('contract', 'deleted', 'id');
CREATE TRIGGER hook_ended AFTER UPDATE OF state ON contracts FOR EACH ROW WHEN (new.state = 'ended'::text AND old.state <> 'ended'::text AND current_setting('crm.silent'::text, true) IS DISTINCT FROM 'on'::text) EXECUTE FUNCTION note_for_hooks('contract', 'ended', 'id');
CREATE TRIGGER hook_renewed AFTER UPDATE OF ends_on ON contracts FOR EACH ROW WHEN (current_setting('crm.renews'::text, true) = new.id::text AND current_setting('crm.silent'::text, true) IS DISTINCT FROM 'on'::text) EXECUTE FUNCTION note_for_hooks('contract', 'renewed', 'id');
CREATE TRIGGER hook_updated AFTER UPDATE ON contracts FOR EACH ROW WHEN (current_setting('crm.silent'::text, true) IS DISTINCT FROM 'on'::text AND (old.contact_id IS DISTINCT FROM new.contact_id OR old.title IS DISTINCT FROM new.title OR old.state IS DISTINCT FROM new.state OR old.value_minor IS DISTINCT FROM new.value_minor OR old.currency IS DISTINCT FROM new.currency OR old.per IS DISTINCT FROM new.per OR old.starts_on IS DISTINCT FROM new.starts_on OR old.ends_on IS DISTINCT FROM new.ends_on OR old.renews_by IS DISTINCT FROM new.renews_by OR old.notice_by IS DISTINCT FROM new.notice_by)) EXECUTE FUNCTION note_for_hooks('contract', 'updated', 'id');
CREATE TRIGGER journal AFTER DELETE OR UPDATE ON contracts FOR EACH ROW WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_change('id');
CREATE TRIGGER journal_made AFTER INSERT ON contracts REFERENCING NEW TABLE AS made FOR EACH STATEMENT WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_inserted('id');

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
  answers_to text,
  without_copies boolean default false not null,
  waits_after bigint,
  constraint conversations_pkey PRIMARY KEY (id),
  constraint conversations_channel_address_thread_key UNIQUE (channel, address, thread),
  constraint conversations_state_check CHECK (state = ANY (ARRAY['open'::text, 'closed'::text])),
  constraint conversations_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contacts(id) ON DELETE CASCADE,
  constraint conversations_joined_to_fkey FOREIGN KEY (joined_to) REFERENCES conversations(id) ON DELETE SET NULL
);
CREATE INDEX conversations_contact ON public.conversations USING btree (contact_id);
CREATE INDEX conversations_joined ON public.conversations USING btree (joined_to) WHERE (joined_to IS NOT NULL);
CREATE INDEX conversations_snoozed ON public.conversations USING btree (snoozed_until) WHERE (snoozed_until IS NOT NULL);
CREATE INDEX conversations_waiting ON public.conversations USING btree (waiting_since, id) WHERE (waiting_since IS NOT NULL);
CREATE TRIGGER journal AFTER DELETE OR UPDATE ON conversations FOR EACH ROW WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_change('id');
CREATE TRIGGER journal_made AFTER INSERT ON conversations REFERENCING NEW TABLE AS made FOR EACH STATEMENT WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_inserted('id');

create table cursors (
  source text not null,
  "position" jsonb not null,
  constraint cursors_pkey PRIMARY KEY (source)
);

create table deleted_orders (
  connection_id bigint not null,
  external_id text not null,
  at timestamp with time zone not null,
  constraint deleted_orders_pkey PRIMARY KEY (connection_id, external_id),
  constraint deleted_orders_connection_id_fkey FOREIGN KEY (connection_id) REFERENCES connections(id) ON DELETE CASCADE
);

create table dkim_keys (
  domain text not null,
  selector text not null,
  kind text not null,
  public_key text not null,
  sealed bytea not null,
  made_at timestamp with time zone not null,
  active_at timestamp with time zone,
  constraint dkim_keys_pkey PRIMARY KEY (domain, selector),
  constraint dkim_keys_kind_check CHECK (kind = ANY (ARRAY['rsa'::text, 'ed25519'::text]))
);

create table faqs (
  id bigint generated always as identity not null,
  name text not null,
  questions jsonb not null,
  by_itself boolean default false not null,
  created_at timestamp with time zone not null,
  constraint faqs_pkey PRIMARY KEY (id),
  constraint faqs_name_key UNIQUE (name)
);
CREATE INDEX faqs_called ON public.faqs USING btree (fold_text(name));
CREATE TRIGGER faq_asked_otherwise BEFORE UPDATE OF questions ON faqs FOR EACH ROW WHEN (old.by_itself AND new.by_itself AND old.questions <> new.questions AND current_setting('crm.reverting'::text, true) IS DISTINCT FROM 'on'::text) EXECUTE FUNCTION faq_asked_otherwise();
CREATE TRIGGER journal AFTER DELETE OR UPDATE ON faqs FOR EACH ROW WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_change('id');
CREATE TRIGGER journal_made AFTER INSERT ON faqs REFERENCING NEW TABLE AS made FOR EACH STATEMENT WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_inserted('id');

create table feedback (
  id bigint generated always as identity not null,
  contact_id bigint not null,
  message_id bigint,
  kind text default 'praise'::text not null,
  text text not null,
  created_at timestamp with time zone default now() not null,
  tags text[] default '{}'::text[] not null,
  state text default 'open'::text not null,
  settled_at timestamp with time zone,
  told_at timestamp with time zone,
  quote_asked_at timestamp with time zone,
  quote_conversation_id bigint,
  quote_said text,
  quote_said_at timestamp with time zone,
  quote_answer text default ''::text not null,
  quote_name text default ''::text not null,
  constraint feedback_pkey PRIMARY KEY (id),
  constraint feedback_check CHECK ((state = 'open'::text) = (settled_at IS NULL)),
  constraint feedback_check1 CHECK ((quote_said IS NULL) = (quote_said_at IS NULL)),
  constraint feedback_quote_said_check CHECK (quote_said = ANY (ARRAY['name'::text, 'nameless'::text, 'no'::text])),
  constraint feedback_state_check CHECK (state = ANY (ARRAY['open'::text, 'done'::text, 'declined'::text])),
  constraint feedback_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contacts(id) ON DELETE CASCADE,
  constraint feedback_message_id_fkey FOREIGN KEY (message_id) REFERENCES messages(id) ON DELETE SET NULL,
  constraint feedback_quote_conversation_id_fkey FOREIGN KEY (quote_conversation_id) REFERENCES conversations(id) ON DELETE SET NULL
);
CREATE INDEX feedback_contact ON public.feedback USING btree (contact_id);
CREATE INDEX feedback_listed ON public.feedback USING btree (created_at, id);
CREATE INDEX feedback_message ON public.feedback USING btree (message_id);
CREATE INDEX feedback_quote ON public.feedback USING btree (quote_conversation_id) WHERE ((quote_asked_at IS NOT NULL) AND (quote_said IS NULL));
CREATE INDEX feedback_tags ON public.feedback USING gin (tags);
CREATE TRIGGER hook_given AFTER INSERT ON feedback FOR EACH ROW WHEN (current_setting('crm.silent'::text, true) IS DISTINCT FROM 'on'::text) EXECUTE FUNCTION note_for_hooks('feedback', 'given', 'id');
CREATE TRIGGER journal AFTER DELETE OR UPDATE ON feedback FOR EACH ROW WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_change('id');
CREATE TRIGGER journal_made AFTER INSERT ON feedback REFERENCING NEW TABLE AS made FOR EACH STATEMENT WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_inserted('id');

create table field_values (
  id bigint generated always as identity not null,
  contact_id bigint not null,
  field_id bigint not null,
  value text not null,
  key text,
  number numeric,
  constraint field_values_pkey PRIMARY KEY (id),
  constraint field_values_contact_id_field_id_key UNIQUE (contact_id, field_id),
  constraint field_values_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contacts(id) ON DELETE CASCADE,
  constraint field_values_field_id_fkey FOREIGN KEY (field_id) REFERENCES fields(id) ON DELETE CASCADE
);
CREATE INDEX field_values_key ON public.field_values USING btree (field_id, key, contact_id);
CREATE INDEX field_values_number ON public.field_values USING btree (field_id, number, contact_id) WHERE (number IS NOT NULL);
CREATE INDEX field_values_words ON public.field_values USING gin (word_keys(value)) WITH (fastupdate=off) WHERE ((key IS NULL) AND (number IS NULL));
CREATE TRIGGER hook_added AFTER INSERT OR DELETE ON field_values FOR EACH ROW WHEN (current_setting('crm.silent'::text, true) IS DISTINCT FROM 'on'::text) EXECUTE FUNCTION note_for_hooks('contact', 'updated', 'contact_id');
CREATE TRIGGER hook_updated AFTER UPDATE ON field_values FOR EACH ROW WHEN (current_setting('crm.silent'::text, true) IS DISTINCT FROM 'on'::text AND (old.contact_id IS DISTINCT FROM new.contact_id OR old.value IS DISTINCT FROM new.value)) EXECUTE FUNCTION note_for_hooks('contact', 'updated', 'contact_id');
CREATE TRIGGER journal AFTER DELETE OR UPDATE ON field_values FOR EACH ROW WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_change('id');
CREATE TRIGGER journal_made AFTER INSERT ON field_values REFERENCING NEW TABLE AS made FOR EACH STATEMENT WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_inserted('id');

create table fields (
  id bigint generated always as identity not null,
  name text not null,
  kind text not null,
  choices text[] default '{}'::text[] not null,
  removed_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  constraint fields_pkey PRIMARY KEY (id),
  constraint fields_kind_check CHECK (kind = ANY (ARRAY['text'::text, 'number'::text, 'date'::text, 'choice'::text, 'yesno'::text, 'birthday'::text, 'address'::text]))
);
CREATE UNIQUE INDEX fields_name ON public.fields USING btree (fold_text(name)) WHERE ((removed_at IS NULL) AND (name <> ''::text));
CREATE TRIGGER journal AFTER DELETE OR UPDATE ON fields FOR EACH ROW WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_change('id');
CREATE TRIGGER journal_made AFTER INSERT ON fields REFERENCING NEW TABLE AS made FOR EACH STATEMENT WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_inserted('id');

create table forecasts (
  id bigint generated always as identity not null,
  month date not null,
  currency text not null,
  made_at timestamp with time zone not null,
  learned boolean not null,
  p10 bigint,
  p50 bigint not null,
  p90 bigint,
  leads integer not null,
  closed integer not null,
  constraint forecasts_pkey PRIMARY KEY (id),
  constraint forecasts_month_currency_key UNIQUE (month, currency),
  constraint forecasts_check CHECK (learned = (p10 IS NOT NULL AND p90 IS NOT NULL))
);

create table held_forms (
  id bigint generated always as identity not null,
  form_id bigint not null,
  external_id text not null,
  reason text not null,
  filled jsonb not null,
  received_at timestamp with time zone not null,
  released_at timestamp with time zone,
  constraint held_forms_pkey PRIMARY KEY (id),
  constraint held_forms_form_id_external_id_key UNIQUE (form_id, external_id),
  constraint held_forms_form_id_fkey FOREIGN KEY (form_id) REFERENCES connections(id) ON DELETE CASCADE
);
CREATE INDEX held_forms_open ON public.held_forms USING btree (form_id, id DESC) WHERE (released_at IS NULL);
CREATE INDEX held_forms_received ON public.held_forms USING btree (received_at);
CREATE TRIGGER journal AFTER DELETE OR UPDATE ON held_forms FOR EACH ROW WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_change('id');
CREATE TRIGGER journal_made AFTER INSERT ON held_forms REFERENCING NEW TABLE AS made FOR EACH STATEMENT WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_inserted('id');

create table hook_events (
  id bigint generated always as identity not null,
  noun text not null,
  row_id bigint not null,
  what text not null,
  other_id bigint,
  at timestamp with time zone default now() not null,
  constraint hook_events_pkey PRIMARY KEY (id)
);

create table hook_states (
  hook_id bigint not null,
  ok_at timestamp with time zone,
  failing_since timestamp with time zone,
  failed_at timestamp with time zone,
  fault jsonb,
  told_at timestamp with time zone,
  constraint hook_states_pkey PRIMARY KEY (hook_id),
  constraint hook_states_hook_id_fkey FOREIGN KEY (hook_id) REFERENCES hooks(id) ON DELETE CASCADE
);

create table hooks (
  id bigint generated always as identity not null,
  token text not null,
  url text not null,
  events text[] default '{}'::text[] not null,
  secret bytea not null,
  previous_secret bytea,
  previous_until timestamp with time zone,
  off_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  constraint hooks_pkey PRIMARY KEY (id),
  constraint hooks_token_key UNIQUE (token)
);
CREATE TRIGGER gone AFTER DELETE ON hooks FOR EACH ROW EXECUTE FUNCTION hook_gone();
CREATE TRIGGER journal AFTER DELETE OR UPDATE ON hooks FOR EACH ROW WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_change('id');
CREATE TRIGGER journal_made AFTER INSERT ON hooks REFERENCING NEW TABLE AS made FOR EACH STATEMENT WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_inserted('id');
CREATE TRIGGER notify AFTER INSERT OR DELETE OR UPDATE ON hooks FOR EACH STATEMENT EXECUTE FUNCTION notify_hooks();

create table import_rows (
  import_id bigint not null,
  nth integer not null,
  noun text not null,
  source_id text not null,
  says jsonb not null,
  row_id text,
  state text default 'new'::text not null,
  constraint import_rows_pkey PRIMARY KEY (import_id, nth),
  constraint import_rows_state_check CHECK (state = ANY (ARRAY['new'::text, 'known'::text, 'differs'::text, 'left'::text])),
  constraint import_rows_import_id_fkey FOREIGN KEY (import_id) REFERENCES imports(id) ON DELETE CASCADE
);
CREATE INDEX import_rows_contact ON public.import_rows USING btree (import_id, ((says ->> 'contact_id'::text))) WHERE (noun = 'identities'::text);
CREATE UNIQUE INDEX import_rows_source ON public.import_rows USING btree (import_id, noun, source_id);

create table imported_rows (
  house text not null,
  noun text not null,
  source_id text not null,
  row_id text not null,
  constraint imported_rows_pkey PRIMARY KEY (house, noun, source_id)
);

create table imports (
  id bigint generated always as identity not null,
  user_id bigint,
  state text default 'reading'::text not null,
  file jsonb not null,
  columns jsonb default '[]'::jsonb not null,
  rows integer default 0 not null,
  "position" integer default 0 not null,
  counts jsonb default '{}'::jsonb not null,
  reason text,
  journal_id bigint,
  channel text not null,
  address text not null,
  told_key text not null,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  archive jsonb,
  openings integer default 0 not null,
  agreed text,
  constraint imports_pkey PRIMARY KEY (id),
  constraint imports_state_check CHECK (state = ANY (ARRAY['reading'::text, 'asked'::text, 'running'::text, 'done'::text, 'cancelled'::text, 'failed'::text])),
  constraint imports_journal_id_fkey FOREIGN KEY (journal_id) REFERENCES journal(id) ON DELETE SET NULL,
  constraint imports_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE SET NULL
);
CREATE INDEX imports_at_work ON public.imports USING btree (id) WHERE (state = ANY (ARRAY['reading'::text, 'running'::text]));
CREATE INDEX imports_ended ON public.imports USING btree (changed_at) WHERE (state <> ALL (ARRAY['reading'::text, 'running'::text]));
CREATE INDEX imports_files ON public.imports USING btree (((file ->> 'ref'::text)));
CREATE INDEX imports_journal ON public.imports USING btree (journal_id) WHERE (journal_id IS NOT NULL);
CREATE INDEX imports_user ON public.imports USING btree (user_id, id DESC);

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
  has_files boolean,
  claimed_by integer,
  constraint inbox_pkey PRIMARY KEY (id),
  constraint inbox_source_external_id_key UNIQUE (source, external_id),
  constraint inbox_priority_check CHECK (priority = ANY (ARRAY[0, 1]))
);
CREATE INDEX inbox_claimed ON public.inbox USING btree (claimed_by) WHERE (locked_until IS NOT NULL);
CREATE INDEX inbox_due ON public.inbox USING btree (priority, GREATEST(run_at, parked_until), id) WHERE open;
CREATE INDEX inbox_failed ON public.inbox USING btree (failed_at) WHERE (failed_at IS NOT NULL);
CREATE INDEX inbox_lane ON public.inbox USING btree (lane, ((id + 0))) WHERE holds;
CREATE INDEX inbox_received ON public.inbox USING btree (received_at) WHERE ((processed_at IS NULL) AND (failed_at IS NULL));
CREATE UNIQUE INDEX inbox_mail ON public.inbox USING btree (((headers ->> 'mail-key'::text))) WHERE ((source ~~ 'email:%'::text) AND ((headers ->> 'mail-key'::text) IS NOT NULL));
CREATE TRIGGER next_deleted AFTER DELETE ON inbox FOR EACH ROW WHEN (old.holds) EXECUTE FUNCTION inbox_next();
CREATE TRIGGER next_updated AFTER UPDATE OF processed_at, failed_at, overtaken ON inbox FOR EACH ROW WHEN (old.holds AND NOT new.holds) EXECUTE FUNCTION inbox_next();

create table invoice_reminders (
  id bigint generated always as identity not null,
  invoice_id bigint,
  message_id bigint,
  at timestamp with time zone not null,
  stopped_at timestamp with time zone,
  told_at timestamp with time zone,
  why text,
  constraint invoice_reminders_pkey PRIMARY KEY (id),
  constraint invoice_reminders_invoice_id_at_key UNIQUE (invoice_id, at),
  constraint invoice_reminders_why_check CHECK (why = ANY (ARRAY['paid'::text, 'cancelled'::text, 'nothing'::text, 'sum'::text, 'due'::text, 'number'::text, 'wrote'::text, 'dropped'::text])),
  constraint invoice_reminders_invoice_id_fkey FOREIGN KEY (invoice_id) REFERENCES invoices(id) ON DELETE CASCADE,
  constraint invoice_reminders_message_id_fkey FOREIGN KEY (message_id) REFERENCES messages(id) ON DELETE CASCADE
);
CREATE INDEX invoice_reminders_message ON public.invoice_reminders USING btree (message_id);
CREATE INDEX invoice_reminders_untold ON public.invoice_reminders USING btree (id) WHERE ((stopped_at IS NOT NULL) AND (told_at IS NULL));
CREATE TRIGGER journal AFTER DELETE OR UPDATE ON invoice_reminders FOR EACH ROW WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_change('id');
CREATE TRIGGER journal_made AFTER INSERT ON invoice_reminders REFERENCING NEW TABLE AS made FOR EACH STATEMENT WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_inserted('id');

create table invoices (
  id bigint generated always as identity not null,
  order_id bigint not null,
  number text not null,
  issued_on date not null,
  due_on date not null,
  settled boolean default false not null,
  reminders integer default 0 not null,
  reminded_at timestamp with time zone,
  told text[] default '{}'::text[] not null,
  created_at timestamp with time zone default now() not null,
  constraint invoices_pkey PRIMARY KEY (id),
  constraint invoices_order_id_key UNIQUE (order_id),
  constraint invoices_check CHECK (due_on >= issued_on),
  constraint invoices_number_check CHECK (number <> ''::text),
  constraint invoices_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders(id) ON DELETE CASCADE
);
CREATE INDEX invoices_open ON public.invoices USING btree (due_on, id) WHERE (NOT settled);
CREATE INDEX invoices_reference ON public.invoices USING btree (upper(regexp_replace(number, '[^A-Za-z0-9_-]'::text, '-'::text, 'g'::text)));
CREATE UNIQUE INDEX invoices_number ON public.invoices USING btree (upper(number));
CREATE TRIGGER hook_created AFTER INSERT ON invoices FOR EACH ROW WHEN (current_setting('crm.silent'::text, true) IS DISTINCT FROM 'on'::text) EXECUTE FUNCTION note_for_hooks('invoice', 'created', 'id');
CREATE TRIGGER hook_deleted AFTER DELETE ON invoices FOR EACH ROW WHEN (current_setting('crm.silent'::text, true) IS DISTINCT FROM 'on'::text) EXECUTE FUNCTION note_for_hooks('invoice', 'deleted', 'id');
CREATE TRIGGER hook_overdue AFTER UPDATE OF told ON invoices FOR EACH ROW WHEN (cardinality(new.told) > cardinality(old.told) AND current_setting('crm.silent'::text, true) IS DISTINCT FROM 'on'::text) EXECUTE FUNCTION note_for_hooks('invoice', 'overdue', 'id');
CREATE TRIGGER hook_paid AFTER UPDATE OF settled ON invoices FOR EACH ROW WHEN (new.settled AND NOT old.settled AND current_setting('crm.silent'::text, true) IS DISTINCT FROM 'on'::text AND order_is_paid(new.order_id)) EXECUTE FUNCTION note_for_hooks('invoice', 'paid', 'id');
CREATE TRIGGER hook_updated AFTER UPDATE ON invoices FOR EACH ROW WHEN (current_setting('crm.silent'::text, true) IS DISTINCT FROM 'on'::text AND (old.number IS DISTINCT FROM new.number OR old.due_on IS DISTINCT FROM new.due_on OR old.settled IS DISTINCT FROM new.settled OR old.reminders IS DISTINCT FROM new.reminders)) EXECUTE FUNCTION note_for_hooks('invoice', 'updated', 'id');
CREATE TRIGGER invoice_changed AFTER UPDATE OF due_on, number ON invoices FOR EACH ROW WHEN (old.due_on IS DISTINCT FROM new.due_on OR old.number IS DISTINCT FROM new.number) EXECUTE FUNCTION invoice_changed();
CREATE TRIGGER invoice_dropped BEFORE DELETE ON invoices FOR EACH ROW EXECUTE FUNCTION invoice_changed();
CREATE TRIGGER journal AFTER DELETE OR UPDATE ON invoices FOR EACH ROW WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_change('id');
CREATE TRIGGER journal_made AFTER INSERT ON invoices REFERENCING NEW TABLE AS made FOR EACH STATEMENT WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_inserted('id');

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
  button_id text,
  by_itself boolean default false not null,
  key_id bigint,
  part_of bigint,
  constraint journal_pkey PRIMARY KEY (id),
  constraint journal_key_id_fkey FOREIGN KEY (key_id) REFERENCES api_keys(id) ON DELETE SET NULL,
  constraint journal_part_of_fkey FOREIGN KEY (part_of) REFERENCES journal(id) ON DELETE CASCADE,
  constraint journal_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE SET NULL
);
CREATE INDEX journal_button ON public.journal USING btree (button_id) WHERE (button_id IS NOT NULL);
CREATE INDEX journal_parts ON public.journal USING btree (part_of) WHERE (part_of IS NOT NULL);
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
CREATE INDEX journal_changes_files ON public.journal_changes USING btree (id) WHERE jsonb_path_exists(before, '$."attachments"[*]?(@."ref" starts with "file:")'::jsonpath);
CREATE INDEX journal_changes_journal ON public.journal_changes USING btree (journal_id);
CREATE INDEX journal_changes_row ON public.journal_changes USING btree (table_name, key);

create table lead_words (
  lead_id bigint not null,
  title text[] not null,
  said text[] not null,
  constraint lead_words_pkey PRIMARY KEY (lead_id),
  constraint lead_words_lead_id_fkey FOREIGN KEY (lead_id) REFERENCES leads(id) ON DELETE CASCADE
);
CREATE INDEX lead_words_said ON public.lead_words USING gin (said) WITH (fastupdate=off);
CREATE INDEX lead_words_title ON public.lead_words USING gin (title) WITH (fastupdate=off);

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
  won_order_id bigint,
  stage_before text,
  amount_from_order boolean default false not null,
  stage_at timestamp with time zone,
  product text,
  source text,
  expected_on date,
  lost_reason_id bigint,
  nudged_at timestamp with time zone,
  hushed_until timestamp with time zone,
  constraint leads_pkey PRIMARY KEY (id),
  constraint leads_check CHECK ((stage = ANY (ARRAY['won'::text, 'lost'::text])) = (closed_at IS NOT NULL)),
  constraint leads_check1 CHECK ((amount_minor IS NULL) = (currency IS NULL)),
  constraint leads_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contacts(id) ON DELETE CASCADE,
  constraint leads_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES conversations(id) ON DELETE SET NULL,
  constraint leads_lost_reason_id_fkey FOREIGN KEY (lost_reason_id) REFERENCES lost_reasons(id) ON DELETE SET NULL,
  constraint leads_message_id_fkey FOREIGN KEY (message_id) REFERENCES messages(id) ON DELETE SET NULL,
  constraint leads_stage_fkey FOREIGN KEY (stage) REFERENCES stages(key) ON DELETE SET DEFAULT
);
CREATE INDEX leads_at_stage ON public.leads USING btree (stage, active_at, id) WHERE (closed_at IS NULL);
CREATE INDEX leads_came ON public.leads USING btree (created_at);
CREATE INDEX leads_closed ON public.leads USING btree (closed_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX leads_contact ON public.leads USING btree (contact_id);
CREATE INDEX leads_conversation ON public.leads USING btree (conversation_id);
CREATE INDEX leads_expected ON public.leads USING btree (expected_on) WHERE ((closed_at IS NULL) AND (expected_on IS NOT NULL));
CREATE INDEX leads_filed ON public.leads USING btree (created_at) WHERE (message_id IS NOT NULL);
CREATE INDEX leads_lost_reason ON public.leads USING btree (lost_reason_id) WHERE (lost_reason_id IS NOT NULL);
CREATE INDEX leads_message ON public.leads USING btree (message_id);
CREATE INDEX leads_open ON public.leads USING btree (active_at) WHERE (closed_at IS NULL);
CREATE INDEX leads_quiet ON public.leads USING btree (stage, GREATEST(active_at, nudged_at)) WHERE (closed_at IS NULL);
CREATE INDEX leads_won_order ON public.leads USING btree (won_order_id) WHERE (won_order_id IS NOT NULL);
CREATE INDEX leads_worth ON public.leads USING btree (stage, amount_minor DESC NULLS LAST, id) WHERE (closed_at IS NULL);
CREATE TRIGGER hook_created AFTER INSERT ON leads FOR EACH ROW WHEN (current_setting('crm.silent'::text, true) IS DISTINCT FROM 'on'::text) EXECUTE FUNCTION note_for_hooks('lead', 'created', 'id');
CREATE TRIGGER hook_deleted AFTER DELETE ON leads FOR EACH ROW WHEN (current_setting('crm.silent'::text, true) IS DISTINCT FROM 'on'::text) EXECUTE FUNCTION note_for_hooks('lead', 'deleted', 'id');
CREATE TRIGGER hook_lost AFTER UPDATE ON leads FOR EACH ROW WHEN (current_setting('crm.silent'::text, true) IS DISTINCT FROM 'on'::text AND new.stage = 'lost'::text AND old.stage <> 'lost'::text) EXECUTE FUNCTION note_for_hooks('lead', 'lost', 'id');
CREATE TRIGGER hook_stage AFTER UPDATE OF stage ON leads FOR EACH ROW WHEN (current_setting('crm.silent'::text, true) IS DISTINCT FROM 'on'::text AND new.stage <> old.stage AND (new.stage <> ALL (ARRAY['won'::text, 'lost'::text]))) EXECUTE FUNCTION note_for_hooks('lead', 'stage', 'id');
CREATE TRIGGER hook_updated AFTER UPDATE ON leads FOR EACH ROW WHEN (current_setting('crm.silent'::text, true) IS DISTINCT FROM 'on'::text AND (old.contact_id IS DISTINCT FROM new.contact_id OR old.conversation_id IS DISTINCT FROM new.conversation_id OR old.title IS DISTINCT FROM new.title OR old.stage IS DISTINCT FROM new.stage OR old.amount_minor IS DISTINCT FROM new.amount_minor OR old.currency IS DISTINCT FROM new.currency OR old.lost_reason IS DISTINCT FROM new.lost_reason OR old.closed_at IS DISTINCT FROM new.closed_at OR old.won_order_id IS DISTINCT FROM new.won_order_id OR old.product IS DISTINCT FROM new.product OR old.source IS DISTINCT FROM new.source OR old.expected_on IS DISTINCT FROM new.expected_on)) EXECUTE FUNCTION note_for_hooks('lead', 'updated', 'id');
CREATE TRIGGER hook_won AFTER UPDATE ON leads FOR EACH ROW WHEN (current_setting('crm.silent'::text, true) IS DISTINCT FROM 'on'::text AND new.stage = 'won'::text AND old.stage <> 'won'::text) EXECUTE FUNCTION note_for_hooks('lead', 'won', 'id');
CREATE TRIGGER journal AFTER DELETE ON leads FOR EACH ROW WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_change('id');
CREATE TRIGGER journal_changed AFTER UPDATE ON leads REFERENCING OLD TABLE AS was NEW TABLE AS became FOR EACH STATEMENT WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_changed();
CREATE TRIGGER journal_made AFTER INSERT ON leads REFERENCING NEW TABLE AS made FOR EACH STATEMENT WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_inserted('id');
CREATE TRIGGER stage_made AFTER INSERT ON leads REFERENCING NEW TABLE AS made FOR EACH STATEMENT WHEN (current_setting('crm.stages_noted'::text, true) IS DISTINCT FROM 'on'::text) EXECUTE FUNCTION note_stage();
CREATE TRIGGER stage_moved AFTER UPDATE ON leads REFERENCING OLD TABLE AS was NEW TABLE AS became FOR EACH STATEMENT WHEN (current_setting('crm.stages_noted'::text, true) IS DISTINCT FROM 'on'::text) EXECUTE FUNCTION note_stages();
CREATE TRIGGER stage_since BEFORE UPDATE OF stage ON leads FOR EACH ROW WHEN (current_setting('crm.stages_noted'::text, true) IS DISTINCT FROM 'on'::text AND new.stage <> old.stage AND NOT new.stage_at IS DISTINCT FROM old.stage_at) EXECUTE FUNCTION stage_since();
CREATE TRIGGER words_changed AFTER UPDATE OF title, product, source ON leads FOR EACH ROW WHEN (old.title <> new.title OR old.product IS DISTINCT FROM new.product OR old.source IS DISTINCT FROM new.source) EXECUTE FUNCTION keep_lead_words();
CREATE TRIGGER words_made AFTER INSERT ON leads REFERENCING NEW TABLE AS made FOR EACH STATEMENT EXECUTE FUNCTION keep_lead_words();

create table leases (
  name text not null,
  holder text not null,
  expires_at timestamp with time zone not null,
  constraint leases_pkey PRIMARY KEY (name)
);

create table likeness_due (
  id bigint generated always as identity not null,
  contact_id bigint not null,
  constraint likeness_due_pkey PRIMARY KEY (id)
);

create table likeness_figures (
  id boolean default true not null,
  measured jsonb not null,
  constraint likeness_figures_pkey PRIMARY KEY (id),
  constraint likeness_figures_id_check CHECK (id)
);

create table likeness_keys (
  key bigint not null,
  contact_id bigint not null,
  constraint likeness_keys_pkey PRIMARY KEY (key, contact_id)
);
CREATE INDEX likeness_keys_contact ON public.likeness_keys USING btree (contact_id);

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
CREATE TRIGGER journal AFTER DELETE OR UPDATE ON link_tokens FOR EACH ROW WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_change('id');
CREATE TRIGGER journal_made AFTER INSERT ON link_tokens REFERENCING NEW TABLE AS made FOR EACH STATEMENT WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_inserted('id');

create table lost_reasons (
  id bigint generated always as identity not null,
  built_in text,
  name text,
  removed_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  constraint lost_reasons_pkey PRIMARY KEY (id),
  constraint lost_reasons_check CHECK (built_in IS NOT NULL OR name IS NOT NULL),
  constraint lost_reasons_check1 CHECK ((built_in IS NULL) = (id > 0))
);
CREATE UNIQUE INDEX lost_reasons_name ON public.lost_reasons USING btree (fold_text(name)) WHERE ((removed_at IS NULL) AND (name IS NOT NULL));
CREATE TRIGGER journal AFTER DELETE OR UPDATE ON lost_reasons FOR EACH ROW WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_change('id');
CREATE TRIGGER journal_made AFTER INSERT ON lost_reasons REFERENCING NEW TABLE AS made FOR EACH STATEMENT WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_inserted('id');

create table mail_checks (
  address text not null,
  findings jsonb default '[]'::jsonb not null,
  checked_at timestamp with time zone,
  due_at timestamp with time zone not null,
  wants_key boolean default false not null,
  asked_channel text,
  asked_address text,
  asked_by bigint,
  asked_go jsonb,
  provider text,
  accepted text[] default '{}'::text[] not null,
  constraint mail_checks_pkey PRIMARY KEY (address),
  constraint mail_checks_check CHECK ((asked_channel IS NULL) = (asked_address IS NULL)),
  constraint mail_checks_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES users(id) ON DELETE SET NULL
);

create table mailbox_uids (
  source text not null,
  uid_validity bigint not null,
  uid bigint not null,
  constraint mailbox_uids_pkey PRIMARY KEY (source, uid_validity, uid)
);

create table marketing_words (
  connection_id bigint not null,
  account text not null,
  said_at timestamp with time zone not null,
  mailbox bytea not null,
  told_at timestamp with time zone not null,
  constraint marketing_words_pkey PRIMARY KEY (connection_id, account, said_at)
);

create table memberships (
  id bigint generated always as identity not null,
  organization_id bigint not null,
  contact_id bigint not null,
  role text default ''::text not null,
  main_at timestamp with time zone,
  created_at timestamp with time zone not null,
  constraint memberships_pkey PRIMARY KEY (id),
  constraint memberships_organization_id_contact_id_key UNIQUE (organization_id, contact_id),
  constraint memberships_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contacts(id) ON DELETE CASCADE,
  constraint memberships_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organizations(id) ON DELETE CASCADE
);
CREATE INDEX memberships_contact ON public.memberships USING btree (contact_id);
CREATE TRIGGER hook_joined AFTER INSERT ON memberships FOR EACH ROW WHEN (current_setting('crm.silent'::text, true) IS DISTINCT FROM 'on'::text) EXECUTE FUNCTION note_for_hooks('organization', 'updated', 'organization_id');
CREATE TRIGGER hook_left AFTER DELETE ON memberships FOR EACH ROW WHEN (current_setting('crm.silent'::text, true) IS DISTINCT FROM 'on'::text) EXECUTE FUNCTION note_for_hooks('organization', 'updated', 'organization_id');
CREATE TRIGGER hook_membership AFTER UPDATE ON memberships FOR EACH ROW WHEN (current_setting('crm.silent'::text, true) IS DISTINCT FROM 'on'::text AND (old.organization_id IS DISTINCT FROM new.organization_id OR old.contact_id IS DISTINCT FROM new.contact_id OR old.role IS DISTINCT FROM new.role)) EXECUTE FUNCTION note_for_hooks('organization', 'updated', 'organization_id');
CREATE TRIGGER journal AFTER DELETE OR UPDATE ON memberships FOR EACH ROW WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_change('id');
CREATE TRIGGER journal_made AFTER INSERT ON memberships REFERENCING NEW TABLE AS made FOR EACH STATEMENT WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_inserted('id');

create table merge_proposals (
  id bigint generated always as identity not null,
  first_id bigint not null,
  second_id bigint not null,
  evidence jsonb default '[]'::jsonb not null,
  state text not null,
  created_at timestamp with time zone not null,
  weight real,
  reasons jsonb default '[]'::jsonb not null,
  constraint merge_proposals_pkey PRIMARY KEY (id),
  constraint merge_proposals_first_id_second_id_key UNIQUE (first_id, second_id),
  constraint merge_proposals_check CHECK (first_id < second_id),
  constraint merge_proposals_state_check CHECK (state = ANY (ARRAY['proposed'::text, 'merged'::text, 'refused'::text]))
);
CREATE INDEX merge_proposals_open ON public.merge_proposals USING btree (id) WHERE (state = 'proposed'::text);
CREATE INDEX merge_proposals_second ON public.merge_proposals USING btree (second_id);
CREATE INDEX merge_proposals_weight ON public.merge_proposals USING btree (weight DESC, id DESC) WHERE (state = 'proposed'::text);
CREATE TRIGGER journal AFTER DELETE OR UPDATE ON merge_proposals FOR EACH ROW WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_change('id');
CREATE TRIGGER journal_made AFTER INSERT ON merge_proposals REFERENCING NEW TABLE AS made FOR EACH STATEMENT WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_inserted('id');

create table message_versions (
  channel text not null,
  chat text not null,
  external_id text not null,
  at timestamp with time zone not null,
  withdrawn boolean default false not null,
  unsure boolean default false not null,
  constraint message_versions_pkey PRIMARY KEY (channel, chat, external_id)
);
CREATE INDEX message_versions_at ON public.message_versions USING btree (at);

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
  withheld boolean,
  copied jsonb,
  reply_to text,
  author_name text,
  reply_to_others jsonb,
  answers_up_to bigint,
  said_anew bigint,
  said_anew_at timestamp with time zone,
  changed_at timestamp with time zone,
  asks_to_stop boolean generated always as (((direction = 'in'::text) AND COALESCE((((triage ->> 'sublabel'::text) = 'unsubscribe'::text) AND ((triage ->> 'accepted'::text))::boolean), false))) not null,
  constraint messages_pkey PRIMARY KEY (id),
  constraint messages_conversation_id_external_id_key UNIQUE (conversation_id, external_id),
  constraint messages_direction_check CHECK (direction = ANY (ARRAY['in'::text, 'out'::text, 'note'::text])),
  constraint messages_trust_check CHECK (trust = ANY (ARRAY['verified'::text, 'unverified'::text, 'suspicious'::text])),
  constraint messages_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES conversations(id) ON DELETE CASCADE,
  constraint messages_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE SET NULL
);
CREATE INDEX messages_author ON public.messages USING btree (author, occurred_at DESC, id DESC) WHERE (author IS NOT NULL);
CREATE INDEX messages_changed ON public.messages USING btree (conversation_id) WHERE (edits <> '[]'::jsonb);
CREATE INDEX messages_conversation ON public.messages USING btree (conversation_id, occurred_at DESC, id DESC);
CREATE INDEX messages_external ON public.messages USING btree (external_id) WHERE (external_id IS NOT NULL);
CREATE INDEX messages_files ON public.messages USING btree (id) WHERE jsonb_path_exists(attachments, '$[*]?(@."ref" starts with "file:")'::jsonpath);
CREATE INDEX messages_notes ON public.messages USING btree (id) WHERE (direction = 'note'::text);
CREATE INDEX messages_numbers ON public.messages USING gin (number_keys(text)) WITH (fastupdate=off) WHERE (text ~ '\d{2}'::text);
CREATE INDEX messages_stop ON public.messages USING btree (conversation_id) WHERE asks_to_stop;
CREATE INDEX messages_withheld ON public.messages USING btree (conversation_id) WHERE withheld;
CREATE INDEX messages_withheld_author ON public.messages USING btree (author) WHERE (withheld AND (author IS NOT NULL));
CREATE INDEX messages_words ON public.messages USING gin (word_keys(text)) WITH (fastupdate=off);
CREATE TRIGGER campaign_answered AFTER INSERT ON messages FOR EACH ROW WHEN (new.direction = 'in'::text AND new.automatic IS NOT TRUE) EXECUTE FUNCTION campaign_answered();
CREATE TRIGGER hook_received AFTER INSERT ON messages FOR EACH ROW WHEN (current_setting('crm.silent'::text, true) IS DISTINCT FROM 'on'::text AND new.direction = 'in'::text AND new.withheld IS NOT TRUE) EXECUTE FUNCTION note_for_hooks('message', 'received', 'id');
CREATE TRIGGER hook_sent AFTER INSERT ON messages FOR EACH ROW WHEN (current_setting('crm.silent'::text, true) IS DISTINCT FROM 'on'::text AND new.direction = 'out'::text AND new.external_id IS NOT NULL) EXECUTE FUNCTION note_for_hooks('message', 'sent', 'id');
CREATE TRIGGER hook_shown AFTER UPDATE ON messages FOR EACH ROW WHEN (current_setting('crm.silent'::text, true) IS DISTINCT FROM 'on'::text AND new.direction = 'in'::text AND old.withheld IS TRUE AND new.withheld IS NOT TRUE) EXECUTE FUNCTION note_for_hooks('message', 'received', 'id');
CREATE TRIGGER hook_updated AFTER UPDATE ON messages FOR EACH ROW WHEN (current_setting('crm.silent'::text, true) IS DISTINCT FROM 'on'::text AND new.direction <> 'note'::text AND new.withheld IS NOT TRUE AND (old.text IS DISTINCT FROM new.text OR old.subject IS DISTINCT FROM new.subject OR old.attachments IS DISTINCT FROM new.attachments)) EXECUTE FUNCTION note_for_hooks('message', 'updated', 'id');
CREATE TRIGGER journal AFTER DELETE OR UPDATE ON messages FOR EACH ROW WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_change('id');
CREATE TRIGGER journal_made AFTER INSERT ON messages REFERENCING NEW TABLE AS made FOR EACH STATEMENT WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_inserted('id');

create table migrations (
  name text not null,
  sha256 text not null,
  ran_at timestamp with time zone default now() not null,
  constraint migrations_pkey PRIMARY KEY (name)
);

create table objections (
  id bigint generated always as identity not null,
  channel text not null,
  address text not null,
  bounced_at timestamp with time zone,
  bounce_reason text,
  complained_at timestamp with time zone,
  constraint objections_pkey PRIMARY KEY (id),
  constraint objections_channel_address_key UNIQUE (channel, address)
);
CREATE TRIGGER journal AFTER DELETE OR UPDATE ON objections FOR EACH ROW WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_change('id');
CREATE TRIGGER journal_made AFTER INSERT ON objections REFERENCING NEW TABLE AS made FOR EACH STATEMENT WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_inserted('id');
CREATE TRIGGER suppressed_changed AFTER UPDATE ON objections FOR EACH ROW WHEN (old.bounced_at IS DISTINCT FROM new.bounced_at OR old.complained_at IS DISTINCT FROM new.complained_at) EXECUTE FUNCTION suppress_address();
CREATE TRIGGER suppressed_made AFTER INSERT ON objections FOR EACH ROW WHEN (new.bounced_at IS NOT NULL OR new.complained_at IS NOT NULL) EXECUTE FUNCTION suppress_address();

create table order_lines (
  id bigint generated always as identity not null,
  order_id bigint not null,
  "position" integer not null,
  sku text,
  title text not null,
  quantity double precision not null,
  price_minor bigint not null,
  external_id text,
  current_quantity double precision,
  variant text,
  unsent double precision,
  constraint order_lines_pkey PRIMARY KEY (id),
  constraint order_lines_order_id_position_key UNIQUE (order_id, "position"),
  constraint order_lines_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders(id) ON DELETE CASCADE
);
CREATE INDEX order_lines_sku ON public.order_lines USING btree (lower(sku)) WHERE (sku IS NOT NULL);
CREATE INDEX order_lines_words ON public.order_lines USING gin (word_keys(title)) WITH (fastupdate=off);
CREATE TRIGGER hook_changed AFTER INSERT OR DELETE OR UPDATE ON order_lines FOR EACH ROW WHEN (current_setting('crm.silent'::text, true) IS DISTINCT FROM 'on'::text) EXECUTE FUNCTION note_for_hooks('order', 'updated', 'order_id');
CREATE TRIGGER journal AFTER DELETE OR UPDATE ON order_lines FOR EACH ROW WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_change('id');
CREATE TRIGGER journal_made AFTER INSERT ON order_lines REFERENCING NEW TABLE AS made FOR EACH STATEMENT WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_inserted('id');

create table order_payments (
  id bigint generated always as identity not null,
  order_id bigint not null,
  at timestamp with time zone not null,
  received_minor bigint not null,
  returned_minor bigint default 0 not null,
  constraint order_payments_pkey PRIMARY KEY (id),
  constraint order_payments_order_id_at_key UNIQUE (order_id, at),
  constraint order_payments_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders(id) ON DELETE CASCADE
);
CREATE INDEX order_payments_at ON public.order_payments USING btree (at);
CREATE TRIGGER journal AFTER DELETE OR UPDATE ON order_payments FOR EACH ROW WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_change('id');
CREATE TRIGGER journal_made AFTER INSERT ON order_payments REFERENCING NEW TABLE AS made FOR EACH STATEMENT WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_inserted('id');

create table order_refunds (
  id bigint generated always as identity not null,
  order_id bigint not null,
  external_id text not null,
  minor bigint not null,
  at timestamp with time zone not null,
  returned jsonb default '[]'::jsonb not null,
  failed_minor bigint,
  stage smallint default 0 not null,
  listed boolean default false not null,
  withdrawn boolean default false not null,
  by_payment boolean default false not null,
  taken boolean default false not null,
  constraint order_refunds_pkey PRIMARY KEY (id),
  constraint order_refunds_order_id_external_id_key UNIQUE (order_id, external_id),
  constraint order_refunds_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders(id) ON DELETE CASCADE
);
CREATE INDEX order_refunds_at ON public.order_refunds USING btree (at);
CREATE TRIGGER journal AFTER DELETE OR UPDATE ON order_refunds FOR EACH ROW WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_change('id');
CREATE TRIGGER journal_made AFTER INSERT ON order_refunds REFERENCING NEW TABLE AS made FOR EACH STATEMENT WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_inserted('id');

create table order_reports (
  id bigint generated always as identity not null,
  connection_id bigint not null,
  names text[] not null,
  body text not null,
  at timestamp with time zone not null,
  rank smallint not null,
  says jsonb not null,
  order_id bigint,
  created_at timestamp with time zone default now() not null,
  constraint order_reports_pkey PRIMARY KEY (id),
  constraint order_reports_body_connection_id_key UNIQUE (body, connection_id),
  constraint order_reports_connection_id_fkey FOREIGN KEY (connection_id) REFERENCES connections(id) ON DELETE CASCADE,
  constraint order_reports_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders(id) ON DELETE SET NULL
);
CREATE INDEX order_reports_names ON public.order_reports USING gin (names) WITH (fastupdate=off);
CREATE INDEX order_reports_order ON public.order_reports USING btree (order_id);
CREATE INDEX order_reports_paid_by ON public.order_reports USING btree (((says ->> 'paidBy'::text))) WHERE (says ? 'paidBy'::text);
CREATE TRIGGER journal AFTER DELETE OR UPDATE ON order_reports FOR EACH ROW WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_change('id');
CREATE TRIGGER journal_made AFTER INSERT ON order_reports REFERENCING NEW TABLE AS made FOR EACH STATEMENT WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_inserted('id');

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
  current_minor bigint,
  refunded_minor bigint default 0 not null,
  outstanding_minor bigint,
  version_tie text default ''::text not null,
  buyer text,
  buyer_at timestamp with time zone,
  buyer_tie text,
  billed_to text,
  deleted_at timestamp with time zone,
  words jsonb,
  delivery jsonb,
  strange_payment text,
  strange_fulfillment text,
  version_triggered_at timestamp with time zone,
  version_bodies text[] default '{}'::text[] not null,
  buyer_triggered_at timestamp with time zone,
  discount_minor bigint,
  contact_details jsonb,
  listed_refunds text[],
  told_at timestamp with time zone,
  tax_minor bigint,
  shipping_minor bigint,
  url text,
  found_at timestamp with time zone,
  utm jsonb,
  paid_by text,
  on_delivery text,
  gone jsonb,
  taken_minor bigint default 0 not null,
  spent_minor bigint generated always as (
CASE
    WHEN ((NOT test) AND (deleted_at IS NULL) AND (payment = ANY (ARRAY['paid'::text, 'partially_refunded'::text, 'partially_paid'::text])) AND ((cancelled_at IS NULL) OR ((payment = ANY (ARRAY['paid'::text, 'partially_refunded'::text])) AND ((refunded_minor > 0) OR (fulfillment = ANY (ARRAY['partial'::text, 'fulfilled'::text])))))) THEN COALESCE(NULLIF(GREATEST((0)::bigint, LEAST(COALESCE(current_minor, total_minor), (GREATEST(total_minor, current_minor) - refunded_minor),
    CASE
        WHEN (payment = 'partially_paid'::text) THEN (COALESCE(current_minor, total_minor) - outstanding_minor)
        ELSE NULL::bigint
    END)), 0), (
    CASE
        WHEN (total_minor = 0) THEN 0
        ELSE NULL::integer
    END)::bigint)
    ELSE NULL::bigint
END),
  heard_back_minor bigint default 0 not null,
  came_minor bigint,
  came_at timestamp with time zone,
  former_ids bigint[],
  former_numbers text[],
  page_key text,
  came_currency text,
  said_payment text,
  mirror_fulfillment text,
  constraint orders_pkey PRIMARY KEY (id),
  constraint orders_connection_id_external_id_key UNIQUE (connection_id, external_id),
  constraint orders_connection_id_fkey FOREIGN KEY (connection_id) REFERENCES connections(id) ON DELETE CASCADE,
  constraint orders_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contacts(id) ON DELETE SET NULL
);
CREATE INDEX orders_billed ON public.orders USING gin (billed_words(billed_to)) WHERE (billed_to IS NOT NULL);
CREATE INDEX orders_bought ON public.orders USING btree (contact_id, placed_at) INCLUDE (currency, spent_minor) WHERE (spent_minor IS NOT NULL);
CREATE INDEX orders_came ON public.orders USING btree (came_at) WHERE (came_at IS NOT NULL);
CREATE INDEX orders_contact ON public.orders USING btree (contact_id, placed_at DESC);
CREATE INDEX orders_digits ON public.orders USING btree (regexp_replace(number, '\D'::text, ''::text, 'g'::text));
CREATE INDEX orders_former_ids ON public.orders USING gin (former_ids) WHERE (former_ids IS NOT NULL);
CREATE INDEX orders_former_numbers ON public.orders USING gin (former_numbers) WHERE (former_numbers IS NOT NULL);
CREATE INDEX orders_found ON public.orders USING btree (found_at) WHERE (found_at IS NOT NULL);
CREATE INDEX orders_joined ON public.orders USING btree (joined_number(number));
CREATE INDEX orders_number ON public.orders USING btree (lower(number));
CREATE INDEX orders_page_key ON public.orders USING btree (page_key) WHERE (page_key IS NOT NULL);
CREATE INDEX orders_paid_by ON public.orders USING btree (paid_by) WHERE (paid_by IS NOT NULL);
CREATE INDEX orders_placed ON public.orders USING btree (placed_at);
CREATE INDEX orders_unpaid ON public.orders USING btree (placed_at DESC) WHERE ((payment = ANY (ARRAY['pending'::text, 'unpaid'::text, 'failed'::text, 'declined'::text, 'expired'::text, 'authorized'::text, 'partially_paid'::text])) AND (cancelled_at IS NULL) AND (deleted_at IS NULL) AND (NOT test));
CREATE INDEX orders_unsent ON public.orders USING btree (placed_at DESC) WHERE (((fulfillment IS NULL) OR (fulfillment = ANY (ARRAY['unfulfilled'::text, 'partial'::text]))) AND (payment = ANY (ARRAY['paid'::text, 'partially_paid'::text, 'partially_refunded'::text])) AND (cancelled_at IS NULL) AND (deleted_at IS NULL) AND (NOT test));
CREATE INDEX orders_utm ON public.orders USING btree (((utm ->> 'content'::text))) WHERE (utm IS NOT NULL);
CREATE INDEX orders_words ON public.orders USING gin (word_keys(order_text(words))) WITH (fastupdate=off) WHERE (words <> '[]'::jsonb);
CREATE TRIGGER hook_cancelled AFTER UPDATE ON orders FOR EACH ROW WHEN (current_setting('crm.silent'::text, true) IS DISTINCT FROM 'on'::text AND new.cancelled_at IS NOT NULL AND old.cancelled_at IS NULL) EXECUTE FUNCTION note_for_hooks('order', 'cancelled', 'id');
CREATE TRIGGER hook_cancelled_at_once AFTER INSERT ON orders FOR EACH ROW WHEN (current_setting('crm.silent'::text, true) IS DISTINCT FROM 'on'::text AND new.cancelled_at IS NOT NULL) EXECUTE FUNCTION note_for_hooks('order', 'cancelled', 'id');
CREATE TRIGGER hook_created AFTER INSERT ON orders FOR EACH ROW WHEN (current_setting('crm.silent'::text, true) IS DISTINCT FROM 'on'::text) EXECUTE FUNCTION note_for_hooks('order', 'created', 'id');
CREATE TRIGGER hook_deleted AFTER DELETE ON orders FOR EACH ROW WHEN (current_setting('crm.silent'::text, true) IS DISTINCT FROM 'on'::text) EXECUTE FUNCTION note_for_hooks('order', 'deleted', 'id');
CREATE TRIGGER hook_deleted_there AFTER UPDATE ON orders FOR EACH ROW WHEN (current_setting('crm.silent'::text, true) IS DISTINCT FROM 'on'::text AND new.deleted_at IS NOT NULL AND old.deleted_at IS NULL) EXECUTE FUNCTION note_for_hooks('order', 'deleted', 'id');
CREATE TRIGGER hook_paid AFTER UPDATE ON orders FOR EACH ROW WHEN (current_setting('crm.silent'::text, true) IS DISTINCT FROM 'on'::text AND new.payment = 'paid'::text AND (old.payment <> ALL (ARRAY['paid'::text, 'partially_refunded'::text, 'refunded'::text]))) EXECUTE FUNCTION note_for_hooks('order', 'paid', 'id');
CREATE TRIGGER hook_paid_at_once AFTER INSERT ON orders FOR EACH ROW WHEN (current_setting('crm.silent'::text, true) IS DISTINCT FROM 'on'::text AND new.payment = 'paid'::text) EXECUTE FUNCTION note_for_hooks('order', 'paid', 'id');
CREATE TRIGGER hook_refunded AFTER UPDATE ON orders FOR EACH ROW WHEN (current_setting('crm.silent'::text, true) IS DISTINCT FROM 'on'::text AND (new.refunded_minor - new.taken_minor) > (old.refunded_minor - old.taken_minor)) EXECUTE FUNCTION note_for_hooks('order', 'refunded', 'id');
CREATE TRIGGER hook_updated AFTER UPDATE ON orders FOR EACH ROW WHEN (current_setting('crm.silent'::text, true) IS DISTINCT FROM 'on'::text AND (old.contact_id IS DISTINCT FROM new.contact_id OR old.number IS DISTINCT FROM new.number OR old.payment IS DISTINCT FROM new.payment OR old.fulfillment IS DISTINCT FROM new.fulfillment OR old.currency IS DISTINCT FROM new.currency OR old.total_minor IS DISTINCT FROM new.total_minor OR old.current_minor IS DISTINCT FROM new.current_minor OR old.refunded_minor IS DISTINCT FROM new.refunded_minor OR old.taken_minor IS DISTINCT FROM new.taken_minor OR old.outstanding_minor IS DISTINCT FROM new.outstanding_minor OR old.discount_minor IS DISTINCT FROM new.discount_minor OR old.test IS DISTINCT FROM new.test OR old.placed_at IS DISTINCT FROM new.placed_at OR old.cancelled_at IS DISTINCT FROM new.cancelled_at OR old.delivery IS DISTINCT FROM new.delivery OR old.words IS DISTINCT FROM new.words)) EXECUTE FUNCTION note_for_hooks('order', 'updated', 'id');
CREATE TRIGGER invoice_settled AFTER UPDATE OF payment, cancelled_at, deleted_at, outstanding_minor, current_minor, total_minor, currency ON orders FOR EACH ROW WHEN (new.external_id ~~ 'M-%'::text) EXECUTE FUNCTION settle_invoice();
CREATE TRIGGER journal AFTER DELETE OR UPDATE ON orders FOR EACH ROW WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_change('id');
CREATE TRIGGER journal_made AFTER INSERT ON orders REFERENCING NEW TABLE AS made FOR EACH STATEMENT WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_inserted('id');
CREATE TRIGGER likeness_made AFTER INSERT ON orders FOR EACH ROW WHEN (new.contact_id IS NOT NULL AND new.delivery IS NOT NULL) EXECUTE FUNCTION likeness_moved();
CREATE TRIGGER purchases_came AFTER INSERT ON orders REFERENCING NEW TABLE AS came FOR EACH STATEMENT EXECUTE FUNCTION keep_purchases();
CREATE TRIGGER purchases_changed AFTER UPDATE ON orders REFERENCING OLD TABLE AS went NEW TABLE AS came FOR EACH STATEMENT EXECUTE FUNCTION keep_purchases();
CREATE TRIGGER purchases_went AFTER DELETE ON orders REFERENCING OLD TABLE AS went FOR EACH STATEMENT EXECUTE FUNCTION keep_purchases();

create table organizations (
  id bigint generated always as identity not null,
  name text not null,
  core text not null,
  domain text default ''::text not null,
  website text default ''::text not null,
  tax_id text default ''::text not null,
  address text default ''::text not null,
  note text default ''::text not null,
  created_at timestamp with time zone not null,
  merged_into bigint,
  constraint organizations_pkey PRIMARY KEY (id),
  constraint organizations_name_check CHECK (name <> ''::text)
);
CREATE INDEX organizations_core ON public.organizations USING btree (core);
CREATE INDEX organizations_domain ON public.organizations USING btree (domain) WHERE (domain <> ''::text);
CREATE INDEX organizations_name ON public.organizations USING btree (fold_text(name));
CREATE INDEX organizations_words ON public.organizations USING gin (word_keys(name)) WITH (fastupdate=off);
CREATE TRIGGER hook_created AFTER INSERT ON organizations FOR EACH ROW WHEN (current_setting('crm.silent'::text, true) IS DISTINCT FROM 'on'::text) EXECUTE FUNCTION note_for_hooks('organization', 'created', 'id');
CREATE TRIGGER hook_deleted AFTER DELETE ON organizations FOR EACH ROW WHEN (current_setting('crm.silent'::text, true) IS DISTINCT FROM 'on'::text) EXECUTE FUNCTION note_for_hooks('organization', 'deleted', 'id');
CREATE TRIGGER hook_merged AFTER UPDATE ON organizations FOR EACH ROW WHEN (current_setting('crm.silent'::text, true) IS DISTINCT FROM 'on'::text AND old.merged_into IS NULL AND new.merged_into IS NOT NULL) EXECUTE FUNCTION note_for_hooks('organization', 'merged', 'merged_into', 'id');
CREATE TRIGGER hook_updated AFTER UPDATE ON organizations FOR EACH ROW WHEN (current_setting('crm.silent'::text, true) IS DISTINCT FROM 'on'::text AND (old.name IS DISTINCT FROM new.name OR old.domain IS DISTINCT FROM new.domain OR old.website IS DISTINCT FROM new.website OR old.tax_id IS DISTINCT FROM new.tax_id OR old.address IS DISTINCT FROM new.address OR old.note IS DISTINCT FROM new.note)) EXECUTE FUNCTION note_for_hooks('organization', 'updated', 'id');
CREATE TRIGGER journal AFTER DELETE OR UPDATE ON organizations FOR EACH ROW WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_change('id');
CREATE TRIGGER journal_made AFTER INSERT ON organizations REFERENCING NEW TABLE AS made FOR EACH STATEMENT WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_inserted('id');

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
  shows_count integer default 1 not null,
  waits boolean generated always as ((state = 'queued'::text)) not null,
  holds boolean generated always as ((state = ANY (ARRAY['queued'::text, 'sending'::text]))) not null,
  shows_news text,
  shows_sums jsonb,
  shows jsonb,
  shown_by bigint,
  claimed_by integer,
  sent_after bigint,
  shows_orders jsonb,
  shows_kind text,
  shows_of text,
  receipt_of bigint,
  delivered_at timestamp with time zone,
  constraint outbox_pkey PRIMARY KEY (id),
  constraint outbox_idempotency_key_key UNIQUE (idempotency_key),
  constraint outbox_audience_check CHECK (audience = ANY (ARRAY['customer'::text, 'owner'::text, 'machine'::text, 'public'::text])),
  constraint outbox_priority_check CHECK (priority = ANY (ARRAY[0, 1, 2, 3])),
  constraint outbox_shows_news_check CHECK (shows_news = ANY (ARRAY['paid'::text, 'refunded'::text, 'cancelled'::text, 'payment_failed'::text])),
  constraint outbox_state_check CHECK (state = ANY (ARRAY['queued'::text, 'sending'::text, 'sent'::text, 'failed'::text, 'unknown'::text, 'cancelled'::text]))
);
CREATE INDEX outbox_chat ON public.outbox USING btree (channel, address, priority, id) WHERE holds;
CREATE INDEX outbox_conversation ON public.outbox USING btree (conversation_id, id) WHERE (conversation_id IS NOT NULL);
CREATE INDEX outbox_doubt ON public.outbox USING btree (id) WHERE ((state = ANY (ARRAY['failed'::text, 'unknown'::text])) AND (audience <> 'machine'::text));
CREATE INDEX outbox_due ON public.outbox USING btree (channel, priority, GREATEST(run_at, parked_until), id) WHERE waits;
CREATE INDEX outbox_edits ON public.outbox USING btree (((payload ->> 'of'::text))) WHERE (waits AND ((payload ->> 'kind'::text) = 'edit'::text));
CREATE INDEX outbox_events ON public.outbox USING btree (channel, id) WHERE ((audience = 'machine'::text) AND (state = ANY (ARRAY['queued'::text, 'sending'::text, 'failed'::text])));
CREATE INDEX outbox_external ON public.outbox USING btree (channel, address, external_id) WHERE (external_id IS NOT NULL);
CREATE INDEX outbox_files ON public.outbox USING btree (id) WHERE jsonb_path_exists(payload, '$."reply"."attachments"[*]?(@."ref" starts with "file:")'::jsonpath);
CREATE INDEX outbox_look ON public.outbox USING btree (locked_until) WHERE ((state = 'unknown'::text) AND (locked_until IS NOT NULL));
CREATE INDEX outbox_message ON public.outbox USING btree (message_id) WHERE (message_id IS NOT NULL);
CREATE INDEX outbox_news ON public.outbox USING btree (channel, address, shows_news, ((id + 0))) WHERE (shows_news IS NOT NULL);
CREATE INDEX outbox_notices ON public.outbox USING btree (channel, address, shows_kind, shows_of, ((id + 0))) WHERE (shows_kind IS NOT NULL);
CREATE INDEX outbox_notices_waiting ON public.outbox USING btree ((
CASE
    WHEN waits THEN shows_kind
    ELSE NULL::text
END), shows_of, ((id + 0))) WHERE (
CASE
    WHEN waits THEN shows_kind
    ELSE NULL::text
END IS NOT NULL);
CREATE INDEX outbox_quiet ON public.outbox USING btree (run_at) WHERE (quiet AND (state = 'queued'::text));
CREATE INDEX outbox_receipt ON public.outbox USING btree (receipt_of) WHERE (receipt_of IS NOT NULL);
CREATE INDEX outbox_secret ON public.outbox USING btree (created_at) WHERE ((payload #>> '{reply,secret}'::text[]) IS NOT NULL);
CREATE INDEX outbox_sending ON public.outbox USING btree (channel, address) WHERE (state = 'sending'::text);
CREATE INDEX outbox_shown_by ON public.outbox USING btree (shown_by, ((id + 0))) WHERE (shown_by IS NOT NULL);
CREATE INDEX outbox_shows ON public.outbox USING btree (shows_contact, ((id + 0))) WHERE (shows_contact IS NOT NULL);
CREATE INDEX outbox_told ON public.outbox USING btree (shows_contact, ((id + 0))) WHERE (waits AND (shows_contact IS NOT NULL));
CREATE INDEX outbox_waiting ON public.outbox USING btree (run_at) WHERE (state = 'queued'::text);
CREATE TRIGGER campaign_kept_back AFTER UPDATE OF state ON outbox FOR EACH ROW WHEN (old.state = 'queued'::text AND new.state = 'cancelled'::text AND new.payload ? 'campaign'::text) EXECUTE FUNCTION campaign_kept_back();
CREATE TRIGGER hook_sent AFTER UPDATE ON outbox FOR EACH ROW WHEN (current_setting('crm.silent'::text, true) IS DISTINCT FROM 'on'::text AND new.state = 'sent'::text AND old.state <> 'sent'::text AND new.audience = 'customer'::text AND new.message_id IS NOT NULL) EXECUTE FUNCTION note_for_hooks('message', 'sent', 'message_id');
CREATE TRIGGER next_deleted AFTER DELETE ON outbox FOR EACH ROW WHEN (old.holds) EXECUTE FUNCTION outbox_next();
CREATE TRIGGER next_updated AFTER UPDATE OF state, address ON outbox FOR EACH ROW WHEN (old.holds AND (NOT new.holds AND new.shown_by IS NULL OR new.address <> old.address)) EXECUTE FUNCTION outbox_next();

create table outlets (
  id bigint generated always as identity not null,
  channel text not null,
  address text not null,
  name text default ''::text not null,
  handle text default ''::text not null,
  state text not null,
  reason text,
  told_channel text not null,
  told_address text not null,
  created_at timestamp with time zone not null,
  constraint outlets_pkey PRIMARY KEY (id),
  constraint outlets_channel_address_key UNIQUE (channel, address),
  constraint outlets_state_check CHECK (state = ANY (ARRAY['asked'::text, 'on'::text, 'refused'::text, 'off'::text]))
);

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
CREATE INDEX participants_address ON public.participants USING btree (address);
CREATE TRIGGER journal AFTER DELETE OR UPDATE ON participants FOR EACH ROW WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_change('id');
CREATE TRIGGER journal_made AFTER INSERT ON participants REFERENCING NEW TABLE AS made FOR EACH STATEMENT WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_inserted('id');

create table pipeline_days (
  day date not null,
  stage text not null,
  currency text not null,
  leads integer not null,
  minor bigint not null,
  constraint pipeline_days_pkey PRIMARY KEY (day, stage, currency),
  constraint pipeline_days_stage_fkey FOREIGN KEY (stage) REFERENCES stages(key) ON DELETE CASCADE
);
CREATE INDEX pipeline_days_stage ON public.pipeline_days USING btree (stage);

create table post_links (
  code text not null,
  post_id bigint not null,
  source text not null,
  typed text not null,
  url text not null,
  visits integer default 0 not null,
  programs integer default 0 not null,
  constraint post_links_pkey PRIMARY KEY (code),
  constraint post_links_post_id_source_typed_key UNIQUE (post_id, source, typed),
  constraint post_links_url_check CHECK (url ~ '^https?://'::text),
  constraint post_links_post_id_fkey FOREIGN KEY (post_id) REFERENCES posts(id) ON DELETE CASCADE
);

create table post_messages (
  post_id bigint not null,
  outlet_id bigint not null,
  outbox_id bigint not null,
  removed_at timestamp with time zone,
  fault text,
  constraint post_messages_pkey PRIMARY KEY (post_id, outlet_id),
  constraint post_messages_outlet_id_fkey FOREIGN KEY (outlet_id) REFERENCES outlets(id) ON DELETE CASCADE,
  constraint post_messages_post_id_fkey FOREIGN KEY (post_id) REFERENCES posts(id) ON DELETE CASCADE
);
CREATE INDEX post_messages_outbox ON public.post_messages USING btree (outbox_id);

create table posts (
  id bigint generated always as identity not null,
  words text not null,
  picture jsonb,
  networks text[] not null,
  state text not null,
  scheduled_at timestamp with time zone,
  posted_at timestamp with time zone,
  round integer default 0 not null,
  user_id bigint,
  told_channel text not null,
  told_address text not null,
  told_key text not null,
  created_at timestamp with time zone not null,
  constraint posts_pkey PRIMARY KEY (id),
  constraint posts_state_check CHECK (state = ANY (ARRAY['draft'::text, 'scheduled'::text, 'posted'::text, 'dropped'::text])),
  constraint posts_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE SET NULL
);
CREATE INDEX posts_due ON public.posts USING btree (scheduled_at) WHERE (state = 'scheduled'::text);

create table products (
  id bigint generated always as identity not null,
  connection_id bigint not null,
  external_id text not null,
  variant_of text,
  title text not null,
  currency text,
  url text,
  published boolean not null,
  variants jsonb default '[]'::jsonb not null,
  version_at timestamp with time zone not null,
  version_tie text not null,
  deleted_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  categories text[] default '{}'::text[] not null,
  constraint products_pkey PRIMARY KEY (id),
  constraint products_connection_id_external_id_key UNIQUE (connection_id, external_id),
  constraint products_connection_id_fkey FOREIGN KEY (connection_id) REFERENCES connections(id) ON DELETE CASCADE
);
CREATE INDEX products_words ON public.products USING gin (word_keys(title)) WITH (fastupdate=off);
CREATE TRIGGER journal AFTER DELETE OR UPDATE ON products FOR EACH ROW WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_change('id');
CREATE TRIGGER journal_made AFTER INSERT ON products REFERENCING NEW TABLE AS made FOR EACH STATEMENT WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_inserted('id');

create table pulls (
  connection_id bigint not null,
  span text not null,
  state text default 'running'::text not null,
  since timestamp with time zone,
  until timestamp with time zone not null,
  cursor jsonb default '{"at": 0}'::jsonb not null,
  pages integer default 0 not null,
  counts jsonb default '{}'::jsonb not null,
  forbidden text[] default '{}'::text[] not null,
  reached timestamp with time zone,
  begun_at timestamp with time zone not null,
  constraint pulls_pkey PRIMARY KEY (connection_id, span),
  constraint pulls_span_check CHECK (span = ANY (ARRAY['day'::text, 'month'::text, 'history'::text])),
  constraint pulls_state_check CHECK (state = ANY (ARRAY['running'::text, 'done'::text, 'stopped'::text])),
  constraint pulls_connection_id_fkey FOREIGN KEY (connection_id) REFERENCES connections(id) ON DELETE CASCADE
);

create table quote_lines (
  id bigint generated always as identity not null,
  lead_id bigint not null,
  description text not null,
  quantity numeric(12,3) not null,
  unit_minor bigint not null,
  currency text not null,
  created_at timestamp with time zone default now() not null,
  discount_percent numeric(5,2),
  discount_minor bigint,
  constraint quote_lines_pkey PRIMARY KEY (id),
  constraint quote_lines_discount_check CHECK (discount_percent IS NULL OR discount_minor IS NULL),
  constraint quote_lines_discount_minor_check CHECK (discount_minor > 0),
  constraint quote_lines_discount_percent_check CHECK (discount_percent > 0::numeric AND discount_percent <= 100::numeric),
  constraint quote_lines_quantity_check CHECK (quantity > 0::numeric),
  constraint quote_lines_unit_minor_check CHECK (unit_minor >= 0),
  constraint quote_lines_lead_id_fkey FOREIGN KEY (lead_id) REFERENCES leads(id) ON DELETE CASCADE
);
CREATE INDEX quote_lines_lead ON public.quote_lines USING btree (lead_id);
CREATE TRIGGER hook_changed AFTER INSERT OR DELETE OR UPDATE ON quote_lines FOR EACH ROW WHEN (current_setting('crm.silent'::text, true) IS DISTINCT FROM 'on'::text) EXECUTE FUNCTION note_for_hooks('lead', 'updated', 'lead_id');
CREATE TRIGGER journal AFTER DELETE OR UPDATE ON quote_lines FOR EACH ROW WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_change('id');
CREATE TRIGGER journal_made AFTER INSERT ON quote_lines REFERENCING NEW TABLE AS made FOR EACH STATEMENT WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_inserted('id');

create table quote_numbers (
  number text not null,
  series text not null,
  n bigint not null,
  lead_id bigint not null,
  constraint quote_numbers_pkey PRIMARY KEY (number)
);
CREATE INDEX quote_numbers_lead ON public.quote_numbers USING btree (lead_id);
CREATE INDEX quote_numbers_series ON public.quote_numbers USING btree (series, n);

create table quotes (
  id bigint generated always as identity not null,
  lead_id bigint not null,
  state text default 'draft'::text not null,
  number text,
  revision integer default 1 not null,
  discount_percent numeric(5,2),
  discount_minor bigint,
  tax_percent numeric(6,3),
  tax_included boolean,
  valid_until date,
  terms text,
  note text,
  content jsonb,
  currency text,
  total_minor bigint,
  link_nonce text,
  link_hash bytea,
  pdf text,
  message_id bigint,
  issued_at timestamp with time zone,
  opened_at timestamp with time zone,
  decided_at timestamp with time zone,
  decided jsonb,
  order_id bigint,
  reminded text[] default '{}'::text[] not null,
  created_at timestamp with time zone default now() not null,
  by_hand boolean default false not null,
  constraint quotes_pkey PRIMARY KEY (id),
  constraint quotes_link_hash_key UNIQUE (link_hash),
  constraint quotes_discount_check CHECK (discount_percent IS NULL OR discount_minor IS NULL),
  constraint quotes_discount_minor_check CHECK (discount_minor > 0),
  constraint quotes_discount_percent_check CHECK (discount_percent > 0::numeric AND discount_percent <= 100::numeric),
  constraint quotes_issued_check CHECK ((state = 'draft'::text) = (number IS NULL) AND (number IS NULL) = (content IS NULL)),
  constraint quotes_revision_check CHECK (revision > 0),
  constraint quotes_state_check CHECK (state = ANY (ARRAY['draft'::text, 'sent'::text, 'accepted'::text, 'declined'::text, 'replaced'::text, 'revoked'::text])),
  constraint quotes_tax_percent_check CHECK (tax_percent >= 0::numeric AND tax_percent <= 100::numeric),
  constraint quotes_lead_id_fkey FOREIGN KEY (lead_id) REFERENCES leads(id) ON DELETE CASCADE,
  constraint quotes_message_id_fkey FOREIGN KEY (message_id) REFERENCES messages(id) ON DELETE SET NULL,
  constraint quotes_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders(id) ON DELETE SET NULL
);
CREATE INDEX quotes_called ON public.quotes USING btree (upper(number)) WHERE (number IS NOT NULL);
CREATE INDEX quotes_due ON public.quotes USING btree (valid_until) WHERE (state = 'sent'::text);
CREATE INDEX quotes_lead ON public.quotes USING btree (lead_id);
CREATE INDEX quotes_message ON public.quotes USING btree (message_id) WHERE (message_id IS NOT NULL);
CREATE INDEX quotes_order ON public.quotes USING btree (order_id) WHERE (order_id IS NOT NULL);
CREATE INDEX quotes_state ON public.quotes USING btree (state, id) WHERE (state <> 'draft'::text);
CREATE UNIQUE INDEX quotes_draft ON public.quotes USING btree (lead_id) WHERE (state = 'draft'::text);
CREATE UNIQUE INDEX quotes_number ON public.quotes USING btree (number, revision);
CREATE TRIGGER hook_accepted AFTER UPDATE ON quotes FOR EACH ROW WHEN (new.state = 'accepted'::text AND old.state <> 'accepted'::text AND current_setting('crm.silent'::text, true) IS DISTINCT FROM 'on'::text) EXECUTE FUNCTION note_for_hooks('quote', 'accepted', 'id');
CREATE TRIGGER hook_declined AFTER UPDATE ON quotes FOR EACH ROW WHEN (new.state = 'declined'::text AND old.state <> 'declined'::text AND current_setting('crm.silent'::text, true) IS DISTINCT FROM 'on'::text) EXECUTE FUNCTION note_for_hooks('quote', 'declined', 'id');
CREATE TRIGGER hook_sent AFTER UPDATE ON quotes FOR EACH ROW WHEN (new.state = 'sent'::text AND old.state = 'draft'::text AND current_setting('crm.silent'::text, true) IS DISTINCT FROM 'on'::text) EXECUTE FUNCTION note_for_hooks('quote', 'sent', 'id');
CREATE TRIGGER journal AFTER DELETE OR UPDATE ON quotes FOR EACH ROW WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_change('id');
CREATE TRIGGER journal_made AFTER INSERT ON quotes REFERENCING NEW TABLE AS made FOR EACH STATEMENT WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_inserted('id');
CREATE TRIGGER number_given AFTER INSERT OR UPDATE OF number ON quotes FOR EACH ROW WHEN (new.number IS NOT NULL) EXECUTE FUNCTION keep_quote_number();

create table ratings (
  id bigint generated always as identity not null,
  contact_id bigint not null,
  ticket_id bigint not null,
  conversation_id bigint,
  resolved_at timestamp with time zone not null,
  ask_at timestamp with time zone not null,
  skipped text,
  asked_at timestamp with time zone,
  channel text,
  locale text,
  token_hash bytea,
  asked_back_at timestamp with time zone,
  score smallint,
  words text default ''::text not null,
  rated_at timestamp with time zone,
  rated_by text,
  constraint ratings_pkey PRIMARY KEY (id),
  constraint ratings_ticket_id_resolved_at_key UNIQUE (ticket_id, resolved_at),
  constraint ratings_token_hash_key UNIQUE (token_hash),
  constraint ratings_check CHECK ((score IS NULL) = (rated_at IS NULL)),
  constraint ratings_check1 CHECK (skipped IS NULL OR asked_at IS NULL),
  constraint ratings_rated_by_check CHECK (rated_by = ANY (ARRAY['button'::text, 'page'::text, 'reply'::text])),
  constraint ratings_score_check CHECK (score >= 1 AND score <= 5),
  constraint ratings_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contacts(id) ON DELETE CASCADE,
  constraint ratings_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES conversations(id) ON DELETE SET NULL,
  constraint ratings_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES tickets(id) ON DELETE CASCADE
);
CREATE INDEX ratings_asked ON public.ratings USING btree (asked_at) WHERE (asked_at IS NOT NULL);
CREATE INDEX ratings_contact ON public.ratings USING btree (contact_id, asked_at);
CREATE INDEX ratings_conversation ON public.ratings USING btree (conversation_id, asked_at);
CREATE INDEX ratings_due ON public.ratings USING btree (ask_at) WHERE ((asked_at IS NULL) AND (skipped IS NULL));
CREATE TRIGGER hook_rated AFTER UPDATE OF score ON ratings FOR EACH ROW WHEN (current_setting('crm.silent'::text, true) IS DISTINCT FROM 'on'::text AND new.score IS NOT NULL AND new.score IS DISTINCT FROM old.score) EXECUTE FUNCTION note_for_hooks('ticket', 'rated', 'ticket_id');
CREATE TRIGGER journal AFTER DELETE OR UPDATE ON ratings FOR EACH ROW WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_change('id');
CREATE TRIGGER journal_made AFTER INSERT ON ratings REFERENCING NEW TABLE AS made FOR EACH STATEMENT WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_inserted('id');

create table ready_answers (
  id bigint generated always as identity not null,
  message_id bigint not null,
  conversation_id bigint not null,
  kind text not null,
  name text,
  text text not null,
  locale text not null,
  state text not null,
  why text,
  due_at timestamp with time zone,
  opens_at timestamp with time zone,
  made_at timestamp with time zone not null,
  settled_at timestamp with time zone,
  constraint ready_answers_pkey PRIMARY KEY (id),
  constraint ready_answers_message_id_kind_key UNIQUE (message_id, kind),
  constraint ready_answers_kind_check CHECK (kind = ANY (ARRAY['hours'::text, 'faq'::text, 'order'::text])),
  constraint ready_answers_state_check CHECK (state = ANY (ARRAY['proposed'::text, 'waiting'::text, 'sent'::text, 'given'::text, 'stopped'::text, 'taken'::text])),
  constraint ready_answers_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES conversations(id) ON DELETE CASCADE,
  constraint ready_answers_message_id_fkey FOREIGN KEY (message_id) REFERENCES messages(id) ON DELETE CASCADE
);
CREATE INDEX ready_answers_conversation ON public.ready_answers USING btree (conversation_id, settled_at);
CREATE INDEX ready_answers_due ON public.ready_answers USING btree (due_at) WHERE (state = 'waiting'::text);
CREATE INDEX ready_answers_name ON public.ready_answers USING btree (name) WHERE (name IS NOT NULL);
CREATE INDEX ready_answers_sent ON public.ready_answers USING btree (settled_at) WHERE (state = 'sent'::text);
CREATE UNIQUE INDEX ready_answers_once ON public.ready_answers USING btree (message_id) WHERE (due_at IS NOT NULL);
CREATE TRIGGER journal AFTER DELETE OR UPDATE ON ready_answers FOR EACH ROW WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_change('id');
CREATE TRIGGER journal_made AFTER INSERT ON ready_answers REFERENCING NEW TABLE AS made FOR EACH STATEMENT WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_inserted('id');

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
  address text,
  copies jsonb,
  contact_id bigint,
  constraint scheduled_answers_pkey PRIMARY KEY (id),
  constraint scheduled_answers_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contacts(id) ON DELETE SET NULL,
  constraint scheduled_answers_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES conversations(id) ON DELETE CASCADE,
  constraint scheduled_answers_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE SET NULL
);
CREATE INDEX scheduled_answers_contact ON public.scheduled_answers USING btree (contact_id);
CREATE INDEX scheduled_answers_conversation ON public.scheduled_answers USING btree (conversation_id);
CREATE INDEX scheduled_answers_due ON public.scheduled_answers USING btree (due_at) WHERE ((sent_at IS NULL) AND (cancelled_at IS NULL));
CREATE TRIGGER journal AFTER DELETE OR UPDATE ON scheduled_answers FOR EACH ROW WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_change('id');
CREATE TRIGGER journal_made AFTER INSERT ON scheduled_answers REFERENCING NEW TABLE AS made FOR EACH STATEMENT WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_inserted('id');

create table segments (
  id bigint generated always as identity not null,
  name text not null,
  filter text not null,
  created_at timestamp with time zone default now() not null,
  constraint segments_pkey PRIMARY KEY (id),
  constraint segments_name_check CHECK (name <> ''::text)
);
CREATE UNIQUE INDEX segments_name ON public.segments USING btree (fold_text(name));
CREATE TRIGGER journal AFTER DELETE OR UPDATE ON segments FOR EACH ROW WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_change('id');
CREATE TRIGGER journal_made AFTER INSERT ON segments REFERENCING NEW TABLE AS made FOR EACH STATEMENT WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_inserted('id');

create table sender_rules (
  id bigint generated always as identity not null,
  address text not null,
  automatic boolean not null,
  created_at timestamp with time zone not null,
  constraint sender_rules_pkey PRIMARY KEY (id),
  constraint sender_rules_address_key UNIQUE (address)
);
CREATE TRIGGER journal AFTER DELETE OR UPDATE ON sender_rules FOR EACH ROW WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_change('id');
CREATE TRIGGER journal_made AFTER INSERT ON sender_rules REFERENCING NEW TABLE AS made FOR EACH STATEMENT WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_inserted('id');

create table sent_parts (
  external_id text not null,
  outbox_id bigint not null,
  constraint sent_parts_pkey PRIMARY KEY (external_id, outbox_id),
  constraint sent_parts_outbox_id_fkey FOREIGN KEY (outbox_id) REFERENCES outbox(id) ON DELETE CASCADE
);
CREATE INDEX sent_parts_outbox ON public.sent_parts USING btree (outbox_id);

create table sequence_entries (
  id bigint generated always as identity not null,
  sequence_id bigint not null,
  contact_id bigint not null,
  occasion text not null,
  entered_at timestamp with time zone not null,
  since timestamp with time zone not null,
  step smallint default 0 not null,
  due_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  ended text,
  retimed_at timestamp with time zone,
  look_at timestamp with time zone,
  order_id bigint,
  constraint sequence_entries_pkey PRIMARY KEY (id),
  constraint sequence_entries_sequence_id_contact_id_occasion_key UNIQUE (sequence_id, contact_id, occasion),
  constraint sequence_entries_check CHECK ((ended_at IS NULL) = (ended IS NULL)),
  constraint sequence_entries_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contacts(id) ON DELETE CASCADE,
  constraint sequence_entries_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders(id) ON DELETE SET NULL,
  constraint sequence_entries_sequence_id_fkey FOREIGN KEY (sequence_id) REFERENCES sequences(id) ON DELETE CASCADE
);
CREATE INDEX sequence_entries_contact ON public.sequence_entries USING btree (contact_id);
CREATE INDEX sequence_entries_due ON public.sequence_entries USING btree (sequence_id, due_at, id) WHERE (ended_at IS NULL);
CREATE INDEX sequence_entries_order ON public.sequence_entries USING btree (order_id) WHERE (order_id IS NOT NULL);
CREATE TRIGGER journal AFTER DELETE OR UPDATE OF contact_id ON sequence_entries FOR EACH ROW WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_change('id');
CREATE TRIGGER journal_begins AFTER UPDATE OF ended ON sequence_entries FOR EACH ROW WHEN (current_setting('crm.journal_id'::text, true) <> ''::text AND old.ended = 'before'::text AND new.ended IS NULL) EXECUTE FUNCTION journal_change('id');
CREATE TRIGGER journal_begun AFTER INSERT ON sequence_entries FOR EACH ROW WHEN (current_setting('crm.journal_id'::text, true) <> ''::text AND new.ended_at IS NULL) EXECUTE FUNCTION journal_change('id');

create table sequences (
  id bigint generated always as identity not null,
  recipe text not null,
  channel text not null,
  steps jsonb not null,
  is_on boolean default false not null,
  reason text,
  on_at timestamp with time zone,
  looked_to timestamp with time zone,
  look_at timestamp with time zone,
  user_id bigint,
  told_channel text not null,
  told_address text not null,
  created_at timestamp with time zone not null,
  look jsonb,
  name text,
  start jsonb,
  purpose text,
  ends text[] default '{replied,ordered}'::text[] not null,
  again boolean default false not null,
  begins_at timestamp with time zone,
  deleted_at timestamp with time zone,
  seen jsonb,
  constraint sequences_pkey PRIMARY KEY (id),
  constraint sequences_check CHECK ((recipe = 'own'::text) = (name IS NOT NULL)),
  constraint sequences_check1 CHECK (recipe = 'own'::text OR start IS NULL AND purpose IS NULL),
  constraint sequences_recipe_check CHECK (recipe = ANY (ARRAY['birthday'::text, 'winback'::text, 'checkout'::text, 'review'::text, 'own'::text])),
  constraint sequences_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE SET NULL
);
CREATE UNIQUE INDEX sequences_recipe ON public.sequences USING btree (recipe) WHERE (recipe <> 'own'::text);
CREATE TRIGGER journal AFTER UPDATE OF steps, start, again, purpose, ends, name ON sequences FOR EACH ROW WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_change('id');
CREATE TRIGGER retimed AFTER UPDATE ON sequences FOR EACH ROW WHEN (old.steps IS DISTINCT FROM new.steps) EXECUTE FUNCTION retime_entries();

create table settings (
  key text not null,
  value jsonb not null,
  constraint settings_pkey PRIMARY KEY (key)
);
CREATE TRIGGER clocks_stale AFTER DELETE OR UPDATE ON settings FOR EACH ROW WHEN (old.key = ANY (ARRAY['timezone'::text, 'country'::text, 'hours'::text, 'ownDays'::text, 'holidays'::text, 'ticketTargets'::text, 'ticketWarn'::text])) EXECUTE FUNCTION ticket_clocks_stale();
CREATE TRIGGER clocks_stale_made AFTER INSERT ON settings FOR EACH ROW WHEN (new.key = ANY (ARRAY['timezone'::text, 'country'::text, 'hours'::text, 'ownDays'::text, 'holidays'::text, 'ticketTargets'::text, 'ticketWarn'::text])) EXECUTE FUNCTION ticket_clocks_stale();
CREATE TRIGGER journal AFTER DELETE OR UPDATE ON settings FOR EACH ROW WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_change('key');
CREATE TRIGGER journal_made AFTER INSERT ON settings REFERENCING NEW TABLE AS made FOR EACH STATEMENT WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_inserted('key');

create table shipments (
  id bigint generated always as identity not null,
  connection_id bigint not null,
  order_external_id text not null,
  external_id text not null,
  state text not null,
  strange_state text,
  carrier text,
  tracking jsonb default '[]'::jsonb not null,
  lines jsonb default '[]'::jsonb not null,
  shipped_at timestamp with time zone,
  delivered_at timestamp with time zone,
  version_at timestamp with time zone not null,
  version_tie text not null,
  created_at timestamp with time zone default now() not null,
  constraint shipments_pkey PRIMARY KEY (id),
  constraint shipments_connection_id_order_external_id_external_id_key UNIQUE (connection_id, order_external_id, external_id),
  constraint shipments_connection_id_fkey FOREIGN KEY (connection_id) REFERENCES connections(id) ON DELETE CASCADE
);
CREATE TRIGGER journal AFTER DELETE OR UPDATE ON shipments FOR EACH ROW WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_change('id');
CREATE TRIGGER journal_made AFTER INSERT ON shipments REFERENCING NEW TABLE AS made FOR EACH STATEMENT WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_inserted('id');

create table shop_keys (
  connection_id bigint not null,
  root text not null,
  key bytea not null,
  state text default 'untried'::text not null,
  from_at timestamp with time zone not null,
  run_at timestamp with time zone not null,
  fault text,
  failing_since timestamp with time zone,
  tries integer default 0 not null,
  told_at timestamp with time zone,
  user_id bigint,
  channel text not null,
  address text not null,
  told_key text not null,
  webhooks text default 'unknown'::text not null,
  watched_at timestamp with time zone,
  repair boolean default false not null,
  topics text[] default '{}'::text[] not null,
  lost text[] default '{}'::text[] not null,
  making boolean default false not null,
  account text,
  constraint shop_keys_pkey PRIMARY KEY (connection_id),
  constraint shop_keys_state_check CHECK (state = ANY (ARRAY['untried'::text, 'works'::text, 'refused'::text])),
  constraint shop_keys_webhooks_check CHECK (webhooks = ANY (ARRAY['unknown'::text, 'on'::text, 'off'::text, 'gone'::text, 'partial'::text, 'silent'::text])),
  constraint shop_keys_connection_id_fkey FOREIGN KEY (connection_id) REFERENCES connections(id) ON DELETE CASCADE,
  constraint shop_keys_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE SET NULL
);
CREATE INDEX shop_keys_due ON public.shop_keys USING btree (run_at);

create table sites (
  id text not null,
  facts jsonb not null,
  starts integer not null,
  doubt text,
  waiting jsonb,
  waiting_since timestamp with time zone,
  constraint sites_pkey PRIMARY KEY (id),
  constraint sites_check CHECK ((doubt IS NULL) = (waiting IS NULL) AND (doubt IS NULL) = (waiting_since IS NULL)),
  constraint sites_doubt_check CHECK (doubt = ANY (ARRAY['elsewhere'::text, 'restored'::text]))
);

create table stage_changes (
  id bigint generated always as identity not null,
  lead_id bigint not null,
  stage text not null,
  at timestamp with time zone not null,
  user_id bigint,
  constraint stage_changes_pkey PRIMARY KEY (id),
  constraint stage_changes_lead_id_fkey FOREIGN KEY (lead_id) REFERENCES leads(id) ON DELETE CASCADE,
  constraint stage_changes_stage_fkey FOREIGN KEY (stage) REFERENCES stages(key) ON DELETE CASCADE,
  constraint stage_changes_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE SET NULL
);
CREATE INDEX stage_changes_stage ON public.stage_changes USING btree (stage, at);
CREATE INDEX stage_changes_user ON public.stage_changes USING btree (user_id) WHERE (user_id IS NOT NULL);
CREATE UNIQUE INDEX stage_changes_lead ON public.stage_changes USING btree (lead_id, at, stage);
CREATE TRIGGER journal AFTER DELETE OR UPDATE ON stage_changes FOR EACH ROW WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_change('id');
CREATE TRIGGER journal_made AFTER INSERT ON stage_changes REFERENCING NEW TABLE AS made FOR EACH STATEMENT WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_inserted('id');

create table stages (
  id bigint generated always as identity not null,
  built_in text,
  key text generated always as (COALESCE(built_in, ('s'::text || (id)::text))) not null,
  name text,
  probability integer not null,
  "position" integer not null,
  quiet_days integer,
  ends text,
  removed_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  constraint stages_pkey PRIMARY KEY (id),
  constraint stages_key_key UNIQUE (key),
  constraint stages_check CHECK (built_in IS NOT NULL OR name IS NOT NULL),
  constraint stages_check1 CHECK ((built_in IS NULL) = (id > 0)),
  constraint stages_check2 CHECK (ends IS NULL OR built_in = ends AND removed_at IS NULL),
  constraint stages_ends_check CHECK (ends = ANY (ARRAY['won'::text, 'lost'::text])),
  constraint stages_probability_check CHECK (probability >= 0 AND probability <= 100),
  constraint stages_quiet_days_check CHECK (quiet_days >= 1 AND quiet_days <= 3650)
);
CREATE UNIQUE INDEX stages_name ON public.stages USING btree (fold_text(name)) WHERE ((removed_at IS NULL) AND (name IS NOT NULL));
CREATE TRIGGER journal AFTER DELETE OR UPDATE ON stages FOR EACH ROW WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_change('id');
CREATE TRIGGER journal_made AFTER INSERT ON stages REFERENCING NEW TABLE AS made FOR EACH STATEMENT WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_inserted('id');

create table suppression_keys (
  key text not null,
  inner_pad bytea not null,
  outer_pad bytea not null,
  ours boolean not null,
  constraint suppression_keys_pkey PRIMARY KEY (key),
  constraint suppression_keys_inner_pad_check CHECK (length(inner_pad) = 64),
  constraint suppression_keys_outer_pad_check CHECK (length(outer_pad) = 64)
);
CREATE UNIQUE INDEX suppression_keys_ours ON public.suppression_keys USING btree (ours) WHERE ours;

create table suppressions (
  id bigint generated always as identity not null,
  hash bytea not null,
  channel text not null,
  purpose text not null,
  reason text not null,
  said_by text not null,
  source text not null,
  at timestamp with time zone not null,
  until timestamp with time zone,
  lifted_at timestamp with time zone,
  inherited boolean default false not null,
  constraint suppressions_pkey PRIMARY KEY (id),
  constraint suppressions_purpose_reason_hash_key UNIQUE (purpose, reason, hash),
  constraint suppressions_reason_check CHECK (reason = ANY (ARRAY['unsubscribed'::text, 'complained'::text, 'bounced'::text, 'paused'::text, 'undecided'::text])),
  constraint suppressions_said_by_check CHECK (said_by = ANY (ARRAY['person'::text, 'user'::text, 'machine'::text]))
);
CREATE INDEX suppressions_hash ON public.suppressions USING btree (hash) WHERE (lifted_at IS NULL);
CREATE TRIGGER journal AFTER INSERT ON suppressions FOR EACH ROW WHEN (new.said_by = 'user'::text OR new.inherited) EXECUTE FUNCTION journal_change('id');
CREATE TRIGGER journal_changed AFTER UPDATE ON suppressions FOR EACH ROW WHEN (old.said_by = 'user'::text AND new.said_by = 'user'::text) EXECUTE FUNCTION journal_change('id');
CREATE TRIGGER journal_gone AFTER DELETE ON suppressions FOR EACH ROW WHEN (old.said_by = 'user'::text OR old.inherited) EXECUTE FUNCTION journal_change('id');

create table tasks (
  id bigint generated always as identity not null,
  contact_id bigint,
  title text not null,
  due_at timestamp with time zone,
  reminded_at timestamp with time zone,
  done_at timestamp with time zone,
  user_id bigint,
  created_at timestamp with time zone default now() not null,
  repeats jsonb,
  lead_id bigint,
  promised_in bigint,
  complaint_id bigint,
  complaint_asks text,
  promise_nth integer default 1 not null,
  constraint tasks_pkey PRIMARY KEY (id),
  constraint tasks_complaint_asks_check CHECK (complaint_asks = ANY (ARRAY['solved'::text, 'how'::text])),
  constraint tasks_complaint_check CHECK ((complaint_id IS NULL) = (complaint_asks IS NULL)),
  constraint tasks_promise_nth_check CHECK (promise_nth > 0),
  constraint tasks_complaint_id_fkey FOREIGN KEY (complaint_id) REFERENCES tickets(id) ON DELETE CASCADE,
  constraint tasks_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contacts(id) ON DELETE CASCADE,
  constraint tasks_lead_id_fkey FOREIGN KEY (lead_id) REFERENCES leads(id) ON DELETE CASCADE,
  constraint tasks_promised_in_fkey FOREIGN KEY (promised_in) REFERENCES messages(id) ON DELETE SET NULL,
  constraint tasks_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE SET NULL
);
CREATE INDEX tasks_contact ON public.tasks USING btree (contact_id);
CREATE INDEX tasks_lead ON public.tasks USING btree (lead_id, due_at, id) WHERE (lead_id IS NOT NULL);
CREATE INDEX tasks_of_complaints ON public.tasks USING btree (complaint_id) WHERE ((complaint_asks = 'solved'::text) OR ((complaint_asks = 'how'::text) AND (done_at IS NULL)));
CREATE INDEX tasks_open ON public.tasks USING btree (due_at) WHERE (done_at IS NULL);
CREATE INDEX tasks_open_steps ON public.tasks USING btree (lead_id) WHERE ((lead_id IS NOT NULL) AND (done_at IS NULL));
CREATE INDEX tasks_promised ON public.tasks USING btree (promised_in) WHERE (promised_in IS NOT NULL);
CREATE INDEX tasks_repeating ON public.tasks USING btree (id) WHERE ((repeats IS NOT NULL) AND (done_at IS NULL));
CREATE INDEX tasks_steps ON public.tasks USING btree (due_at, id) WHERE ((lead_id IS NOT NULL) AND (done_at IS NULL));
CREATE UNIQUE INDEX tasks_complaint ON public.tasks USING btree (complaint_id) WHERE (complaint_id IS NOT NULL);
CREATE TRIGGER hook_step AFTER INSERT ON tasks FOR EACH ROW WHEN (current_setting('crm.silent'::text, true) IS DISTINCT FROM 'on'::text AND new.lead_id IS NOT NULL) EXECUTE FUNCTION note_for_hooks('lead', 'updated', 'lead_id');
CREATE TRIGGER hook_step_changed AFTER UPDATE ON tasks FOR EACH ROW WHEN (current_setting('crm.silent'::text, true) IS DISTINCT FROM 'on'::text AND new.lead_id IS NOT NULL AND (old.lead_id IS DISTINCT FROM new.lead_id OR old.title IS DISTINCT FROM new.title OR old.due_at IS DISTINCT FROM new.due_at OR old.done_at IS DISTINCT FROM new.done_at)) EXECUTE FUNCTION note_for_hooks('lead', 'updated', 'lead_id');
CREATE TRIGGER hook_step_gone AFTER DELETE ON tasks FOR EACH ROW WHEN (current_setting('crm.silent'::text, true) IS DISTINCT FROM 'on'::text AND old.lead_id IS NOT NULL) EXECUTE FUNCTION note_for_hooks('lead', 'updated', 'lead_id');
CREATE TRIGGER journal AFTER DELETE OR UPDATE ON tasks FOR EACH ROW WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_change('id');
CREATE TRIGGER journal_made AFTER INSERT ON tasks REFERENCING NEW TABLE AS made FOR EACH STATEMENT WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_inserted('id');

create table templates (
  id bigint generated always as identity not null,
  name text not null,
  fallback text not null,
  variants jsonb not null,
  created_at timestamp with time zone default now() not null,
  constraint templates_pkey PRIMARY KEY (id),
  constraint templates_check CHECK (variants ? fallback),
  constraint templates_fallback_check CHECK (fallback = ANY (ARRAY['zh-CN'::text, 'en'::text])),
  constraint templates_name_check CHECK (name <> ''::text)
);
CREATE UNIQUE INDEX templates_name ON public.templates USING btree (fold_text(name));
CREATE TRIGGER journal AFTER DELETE OR UPDATE ON templates FOR EACH ROW WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_change('id');
CREATE TRIGGER journal_made AFTER INSERT ON templates REFERENCING NEW TABLE AS made FOR EACH STATEMENT WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_inserted('id');

create table ticket_clocks (
  ticket_id bigint not null,
  line smallint default 0 not null,
  stale boolean default true not null,
  answered_at timestamp with time zone,
  answer_due_at timestamp with time zone,
  resolve_due_at timestamp with time zone,
  due_at timestamp with time zone,
  warn_at timestamp with time zone,
  answer_ms bigint,
  resolve_ms bigint,
  answer_met boolean,
  resolve_met boolean,
  warned_of timestamp with time zone,
  constraint ticket_clocks_pkey PRIMARY KEY (ticket_id),
  constraint ticket_clocks_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES tickets(id) ON DELETE CASCADE
);
CREATE INDEX ticket_clocks_answered ON public.ticket_clocks USING btree (answered_at) WHERE (answered_at IS NOT NULL);
CREATE INDEX ticket_clocks_listed ON public.ticket_clocks USING btree (line, due_at, ticket_id) WHERE (line < 3);
CREATE INDEX ticket_clocks_stale ON public.ticket_clocks USING btree (ticket_id) WHERE stale;
CREATE INDEX ticket_clocks_warn ON public.ticket_clocks USING btree (warn_at) WHERE ((line = 0) AND (warn_at IS NOT NULL));

create table ticket_lines (
  id bigint generated always as identity not null,
  ticket_id bigint not null,
  kind text not null,
  text text not null,
  done_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  constraint ticket_lines_pkey PRIMARY KEY (id),
  constraint ticket_lines_kind_check CHECK (kind = ANY (ARRAY['note'::text, 'step'::text])),
  constraint ticket_lines_text_check CHECK (text <> ''::text),
  constraint ticket_lines_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES tickets(id) ON DELETE CASCADE
);
CREATE INDEX ticket_lines_ticket ON public.ticket_lines USING btree (ticket_id, id);
CREATE TRIGGER journal AFTER DELETE OR UPDATE ON ticket_lines FOR EACH ROW WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_change('id');
CREATE TRIGGER journal_made AFTER INSERT ON ticket_lines REFERENCING NEW TABLE AS made FOR EACH STATEMENT WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_inserted('id');

create table ticket_messages (
  id bigint generated always as identity not null,
  ticket_id bigint not null,
  message_id bigint not null,
  created_at timestamp with time zone default now() not null,
  constraint ticket_messages_pkey PRIMARY KEY (id),
  constraint ticket_messages_ticket_id_message_id_key UNIQUE (ticket_id, message_id),
  constraint ticket_messages_message_id_fkey FOREIGN KEY (message_id) REFERENCES messages(id) ON DELETE CASCADE,
  constraint ticket_messages_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES tickets(id) ON DELETE CASCADE
);
CREATE INDEX ticket_messages_message ON public.ticket_messages USING btree (message_id);
CREATE TRIGGER journal AFTER DELETE OR UPDATE ON ticket_messages FOR EACH ROW WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_change('id');
CREATE TRIGGER journal_made AFTER INSERT ON ticket_messages REFERENCING NEW TABLE AS made FOR EACH STATEMENT WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_inserted('id');

create table ticket_orders (
  id bigint generated always as identity not null,
  ticket_id bigint not null,
  order_id bigint not null,
  created_at timestamp with time zone default now() not null,
  constraint ticket_orders_pkey PRIMARY KEY (id),
  constraint ticket_orders_ticket_id_order_id_key UNIQUE (ticket_id, order_id),
  constraint ticket_orders_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders(id) ON DELETE CASCADE,
  constraint ticket_orders_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES tickets(id) ON DELETE CASCADE
);
CREATE INDEX ticket_orders_order ON public.ticket_orders USING btree (order_id);
CREATE TRIGGER journal AFTER DELETE OR UPDATE ON ticket_orders FOR EACH ROW WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_change('id');
CREATE TRIGGER journal_made AFTER INSERT ON ticket_orders REFERENCING NEW TABLE AS made FOR EACH STATEMENT WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_inserted('id');

create table ticket_states (
  id bigint generated always as identity not null,
  ticket_id bigint not null,
  state text not null,
  at timestamp with time zone not null,
  constraint ticket_states_pkey PRIMARY KEY (id),
  constraint ticket_states_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES tickets(id) ON DELETE CASCADE
);
CREATE INDEX ticket_states_ticket ON public.ticket_states USING btree (ticket_id, at, id);

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
  number bigint default nextval('ticket_numbers'::regclass) not null,
  cause_id bigint,
  merged_into_id bigint,
  follows_id bigint,
  reopened integer default 0 not null,
  reopened_at timestamp with time zone,
  state_since timestamp with time zone not null,
  constraint tickets_pkey PRIMARY KEY (id),
  constraint tickets_check CHECK ((state = 'resolved'::text) = (resolved_at IS NOT NULL)),
  constraint tickets_kind_check CHECK (kind = ANY (ARRAY['inquiry'::text, 'support'::text, 'complaint'::text, 'return'::text, 'other'::text])),
  constraint tickets_priority_check CHECK (priority = ANY (ARRAY['low'::text, 'normal'::text, 'high'::text, 'urgent'::text])),
  constraint tickets_state_check CHECK (state = ANY (ARRAY['open'::text, 'pending'::text, 'snoozed'::text, 'resolved'::text])),
  constraint tickets_cause_id_fkey FOREIGN KEY (cause_id) REFERENCES causes(id) ON DELETE SET NULL,
  constraint tickets_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contacts(id) ON DELETE CASCADE,
  constraint tickets_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES conversations(id) ON DELETE SET NULL,
  constraint tickets_follows_id_fkey FOREIGN KEY (follows_id) REFERENCES tickets(id) ON DELETE SET NULL,
  constraint tickets_merged_into_id_fkey FOREIGN KEY (merged_into_id) REFERENCES tickets(id) ON DELETE SET NULL,
  constraint tickets_message_id_fkey FOREIGN KEY (message_id) REFERENCES messages(id) ON DELETE SET NULL
);
CREATE INDEX tickets_came ON public.tickets USING btree (created_at);
CREATE INDEX tickets_cause ON public.tickets USING btree (cause_id) WHERE (cause_id IS NOT NULL);
CREATE INDEX tickets_complaints ON public.tickets USING btree (created_at) WHERE ((kind = 'complaint'::text) AND (resolved_at IS NULL));
CREATE INDEX tickets_contact ON public.tickets USING btree (contact_id);
CREATE INDEX tickets_conversation ON public.tickets USING btree (conversation_id);
CREATE INDEX tickets_follows ON public.tickets USING btree (follows_id) WHERE (follows_id IS NOT NULL);
CREATE INDEX tickets_listed ON public.tickets USING btree (((state = 'snoozed'::text)), created_at, id) WHERE (resolved_at IS NULL);
CREATE INDEX tickets_merged ON public.tickets USING btree (merged_into_id) WHERE (merged_into_id IS NOT NULL);
CREATE INDEX tickets_message ON public.tickets USING btree (message_id);
CREATE INDEX tickets_open ON public.tickets USING btree (created_at) WHERE (resolved_at IS NULL);
CREATE INDEX tickets_reopened ON public.tickets USING btree (reopened_at) WHERE (reopened_at IS NOT NULL);
CREATE INDEX tickets_resolved ON public.tickets USING btree (resolved_at) WHERE (resolved_at IS NOT NULL);
CREATE INDEX tickets_snoozed ON public.tickets USING btree (snoozed_until) WHERE (snoozed_until IS NOT NULL);
CREATE INDEX tickets_words ON public.tickets USING gin (word_keys(title)) WITH (fastupdate=off);
CREATE UNIQUE INDEX tickets_number ON public.tickets USING btree (number);
CREATE TRIGGER clock_made AFTER INSERT ON tickets FOR EACH ROW EXECUTE FUNCTION ticket_clock_turns();
CREATE TRIGGER clock_turns AFTER UPDATE ON tickets FOR EACH ROW WHEN (old.state IS DISTINCT FROM new.state OR old.state_since IS DISTINCT FROM new.state_since OR old.priority IS DISTINCT FROM new.priority OR old.created_at IS DISTINCT FROM new.created_at) EXECUTE FUNCTION ticket_clock_turns();
CREATE TRIGGER hook_created AFTER INSERT ON tickets FOR EACH ROW WHEN (current_setting('crm.silent'::text, true) IS DISTINCT FROM 'on'::text) EXECUTE FUNCTION note_for_hooks('ticket', 'created', 'id');
CREATE TRIGGER hook_deleted AFTER DELETE ON tickets FOR EACH ROW WHEN (current_setting('crm.silent'::text, true) IS DISTINCT FROM 'on'::text) EXECUTE FUNCTION note_for_hooks('ticket', 'deleted', 'id');
CREATE TRIGGER hook_resolved AFTER UPDATE ON tickets FOR EACH ROW WHEN (current_setting('crm.silent'::text, true) IS DISTINCT FROM 'on'::text AND new.state = 'resolved'::text AND old.state <> 'resolved'::text) EXECUTE FUNCTION note_for_hooks('ticket', 'resolved', 'id');
CREATE TRIGGER hook_updated AFTER UPDATE ON tickets FOR EACH ROW WHEN (current_setting('crm.silent'::text, true) IS DISTINCT FROM 'on'::text AND (old.contact_id IS DISTINCT FROM new.contact_id OR old.conversation_id IS DISTINCT FROM new.conversation_id OR old.title IS DISTINCT FROM new.title OR old.kind IS DISTINCT FROM new.kind OR old.priority IS DISTINCT FROM new.priority OR old.state IS DISTINCT FROM new.state OR old.snoozed_until IS DISTINCT FROM new.snoozed_until OR old.resolved_at IS DISTINCT FROM new.resolved_at OR old.number IS DISTINCT FROM new.number OR old.cause_id IS DISTINCT FROM new.cause_id OR old.merged_into_id IS DISTINCT FROM new.merged_into_id OR old.follows_id IS DISTINCT FROM new.follows_id OR old.reopened IS DISTINCT FROM new.reopened)) EXECUTE FUNCTION note_for_hooks('ticket', 'updated', 'id');
CREATE TRIGGER journal AFTER DELETE OR UPDATE ON tickets FOR EACH ROW WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_change('id');
CREATE TRIGGER journal_made AFTER INSERT ON tickets REFERENCING NEW TABLE AS made FOR EACH STATEMENT WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_inserted('id');
CREATE TRIGGER made BEFORE INSERT ON tickets FOR EACH ROW EXECUTE FUNCTION ticket_made();
CREATE TRIGGER state_set BEFORE UPDATE ON tickets FOR EACH ROW EXECUTE FUNCTION ticket_state_set();

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
CREATE TRIGGER journal AFTER DELETE OR UPDATE ON topics FOR EACH ROW WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_change('id');
CREATE TRIGGER journal_made AFTER INSERT ON topics REFERENCING NEW TABLE AS made FOR EACH STATEMENT WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_inserted('id');

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
CREATE TRIGGER journal AFTER DELETE OR UPDATE ON triage_corrections FOR EACH ROW WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_change('id');
CREATE TRIGGER journal_made AFTER INSERT ON triage_corrections REFERENCING NEW TABLE AS made FOR EACH STATEMENT WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_inserted('id');

create table unasked_ticks (
  form_id bigint not null,
  reason text not null,
  ticks integer default 1 not null,
  last_at timestamp with time zone not null,
  constraint unasked_ticks_pkey PRIMARY KEY (form_id, reason),
  constraint unasked_ticks_reason_check CHECK (reason = ANY (ARRAY['given'::text, 'lately'::text, 'many'::text, 'blocked'::text, 'no_mail'::text])),
  constraint unasked_ticks_form_id_fkey FOREIGN KEY (form_id) REFERENCES connections(id) ON DELETE CASCADE
);

create table unconfirmed_answers (
  id bigint generated always as identity not null,
  conversation_id bigint,
  address text not null,
  given jsonb not null,
  user_id bigint,
  settled_at timestamp with time zone,
  created_at timestamp with time zone not null,
  copies jsonb,
  contact_id bigint,
  constraint unconfirmed_answers_pkey PRIMARY KEY (id),
  constraint unconfirmed_answers_whose CHECK (num_nonnulls(conversation_id, contact_id) = 1),
  constraint unconfirmed_answers_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contacts(id) ON DELETE CASCADE,
  constraint unconfirmed_answers_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES conversations(id) ON DELETE CASCADE,
  constraint unconfirmed_answers_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE SET NULL
);
CREATE INDEX unconfirmed_answers_contact ON public.unconfirmed_answers USING btree (contact_id) WHERE (contact_id IS NOT NULL);
CREATE INDEX unconfirmed_answers_conversation ON public.unconfirmed_answers USING btree (conversation_id);
CREATE TRIGGER journal AFTER DELETE OR UPDATE ON unconfirmed_answers FOR EACH ROW WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_change('id');
CREATE TRIGGER journal_made AFTER INSERT ON unconfirmed_answers REFERENCING NEW TABLE AS made FOR EACH STATEMENT WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_inserted('id');

create table unused_topics (
  connection_id bigint not null,
  topic text not null,
  events bigint default 1 not null,
  last_at timestamp with time zone not null,
  constraint unused_topics_pkey PRIMARY KEY (connection_id, topic),
  constraint unused_topics_connection_id_fkey FOREIGN KEY (connection_id) REFERENCES connections(id) ON DELETE CASCADE
);

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
CREATE TRIGGER journal AFTER DELETE OR UPDATE ON users FOR EACH ROW WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_change('id');
CREATE TRIGGER journal_made AFTER INSERT ON users REFERENCING NEW TABLE AS made FOR EACH STATEMENT WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_inserted('id');
CREATE TRIGGER notify AFTER INSERT OR DELETE OR UPDATE ON users FOR EACH STATEMENT EXECUTE FUNCTION notify_users();

create table web_forms (
  id bigint not null,
  name text not null,
  locale text not null,
  fields text[] not null,
  newsletter boolean default false not null,
  sites text[] default '{}'::text[] not null,
  thanks_url text,
  standing text not null,
  constraint web_forms_pkey PRIMARY KEY (id),
  constraint web_forms_id_fkey FOREIGN KEY (id) REFERENCES connections(id) ON DELETE CASCADE
);
CREATE TRIGGER journal AFTER DELETE OR UPDATE ON web_forms FOR EACH ROW WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_change('id');
CREATE TRIGGER journal_made AFTER INSERT ON web_forms REFERENCING NEW TABLE AS made FOR EACH STATEMENT WHEN (current_setting('crm.journal_id'::text, true) <> ''::text) EXECUTE FUNCTION journal_inserted('id');

create table write_probes (
  filler text storage plain not null
);

create view contact_purchases_counted as
SELECT contact_id,
    COALESCE(currency, '*'::text) AS currency,
    count(*)::integer AS orders,
        CASE
            WHEN currency IS NULL THEN 0::numeric
            ELSE sum(spent_minor)
        END AS spent_minor,
    max(placed_at) AS last_at
   FROM purchases
  WHERE contact_id IS NOT NULL
  GROUP BY GROUPING SETS ((contact_id, currency), (contact_id));

create view payments_known as
SELECT p.order_id,
    p.at,
    p.returned_minor,
    GREATEST(p.received_minor,
        CASE
            WHEN o.came_at <= p.at AND o.came_currency = o.currency THEN o.came_minor
            ELSE 0::bigint
        END) AS received_minor
   FROM order_payments p
     JOIN orders o ON o.id = p.order_id
UNION ALL
 SELECT o.id AS order_id,
    o.came_at AS at,
    COALESCE(b.returned_minor, 0::bigint) AS returned_minor,
    GREATEST(o.came_minor, COALESCE(b.received_minor, 0::bigint)) AS received_minor
   FROM orders o
     LEFT JOIN LATERAL ( SELECT order_payments.received_minor,
            order_payments.returned_minor
           FROM order_payments
          WHERE order_payments.order_id = o.id AND order_payments.at < o.came_at
          ORDER BY order_payments.at DESC
         LIMIT 1) b ON true
  WHERE o.came_minor IS NOT NULL AND o.came_currency = o.currency AND NOT (EXISTS ( SELECT
           FROM order_payments p
          WHERE p.order_id = o.id AND p.at = o.came_at));

create view product_variants as
SELECT p.id AS product_id,
    p.connection_id,
    p.external_id AS product_external_id,
    p.variant_of,
    v."externalId" AS external_id,
    p.title AS product,
    v.title AS variant,
    v.sku,
    v.price,
    p.currency,
    v.stock,
    p.url,
    p.published,
    p.version_at
   FROM products p
     CROSS JOIN LATERAL jsonb_to_recordset(p.variants) v("externalId" text, sku text, title text, price text, stock double precision)
  WHERE p.deleted_at IS NULL OR p.version_at > p.deleted_at;

create view purchases as
SELECT id,
    contact_id,
    connection_id,
    number,
    currency,
    total_minor,
    placed_at,
    spent_minor
   FROM orders
  WHERE spent_minor IS NOT NULL;

CREATE OR REPLACE FUNCTION public.billed_words(value text)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select array_remove(regexp_split_to_array(public.fold_text(value), '[\s.,;:·/()"''’-]+'), '')
$function$;

CREATE OR REPLACE FUNCTION public.campaign_answered()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update campaign_deliveries d set replied_at = new.occurred_at
  from (
    select last.id, last.sent_at from conversations v cross join lateral (
      select g.id, g.outbox_id, g.sent_at from campaign_deliveries g
      where g.channel = v.channel and g.address = v.address and g.sent_at is not null
        and g.sent_at between new.occurred_at - interval '7 days' and new.occurred_at
      order by g.sent_at desc limit 1
    ) last
    where v.id = new.conversation_id and last.outbox_id is not null
  ) said
  where d.id = said.id and d.replied_at is null and not exists (
    select from messages m
    where m.conversation_id = new.conversation_id and m.direction = 'out' and m.automatic is not true and m.occurred_at > said.sent_at
  );
  return null;
end
$function$;

CREATE OR REPLACE FUNCTION public.campaign_kept_back()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update campaign_deliveries set state = 'skipped', reason = 'blocked', sent_at = null, locked_until = null
  where outbox_id = new.id and state = 'sending';
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.campaign_plan_given_up()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update campaign_plans set given_up = true where campaign_id = new.id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.consent_said()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  -- written as a whole: taken in from elsewhere, or put back as it was
  if tg_op = 'INSERT' then
    if new.said <> '[]' then return new; end if;
  elsif new.said is distinct from old.said then
    return new;
  end if;
  if new.confirmed_at is not null and (tg_op = 'INSERT' or new.confirmed_at is distinct from old.confirmed_at) then
    new.said := new.said || jsonb_build_array(jsonb_build_object('yes', true, 'at', new.confirmed_at, 'from', new.confirmed_from));
  end if;
  if new.withdrawn_at is not null and (tg_op = 'INSERT' or new.withdrawn_at is distinct from old.withdrawn_at) then
    new.said := new.said || jsonb_build_array(jsonb_build_object('yes', false, 'at', new.withdrawn_at, 'from', new.withdrawn_from));
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.every_purpose()
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$ select array['newsletter', 'offers', 'reminders'] $function$;

CREATE OR REPLACE FUNCTION public.faq_asked_otherwise()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  new.by_itself := false;
  return new;
end
$function$;

CREATE OR REPLACE FUNCTION public.faq_words_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if current_setting('crm.reverting', true) is distinct from 'on' then
    update faqs set by_itself = false where name in (new.name, old.name) and by_itself;
  end if;
  return null;
end
$function$;

CREATE OR REPLACE FUNCTION public.fold_letters(value text)
 RETURNS text
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
declare
  folded text := lower(normalize(value, nfkc));
begin
  if folded !~ '[^\u0001-\u007f]' then
    return folded;
  end if;
  folded := lower(normalize(regexp_replace(normalize(lower(folded), nfd), '[\u0300-\u036f]', '', 'g'), nfc));
  folded := translate(replace(replace(replace(replace(folded, 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'), 'øłđðħıŧ', 'olddhit');
  if folded !~ '[\u3400-\u9fff]' then
    return folded;
  end if;
  return (
    select string_agg(coalesce(jsonb '{
"㑯":"㑔","㑳":"㑇","㑶":"㐹","㓨":"刾","㘚":"㘎","㜄":"㚯","㜏":"㛣","㠏":"㟆","㥮":"㤘","㩜":"㨫","㩳":"㧐","㩵":"擜","䁻":"䀥","䃮":"鿎","䊷":"䌶","䋙":"䌺",
"䋚":"䌻","䋹":"䌿","䋻":"䌾","䍦":"䍠","䎱":"䎬","䙡":"䙌","䜀":"䜧","䝼":"䞍","䥇":"䦂","䥑":"鿏","䥱":"䥾","䦛":"䦶","䦟":"䦷","䯀":"䯅","䰾":"鲃","䱷":"䲣",
"䱽":"䲝","䲁":"鳚","䲘":"鳤","䴉":"鹮","丟":"丢","並":"并","么":"幺","乾":"干","亂":"乱","亙":"亘","亞":"亚","佇":"伫","佈":"布","佔":"占","併":"并","來":"来",
"侖":"仑","侶":"侣","侷":"局","俁":"俣","係":"系","俔":"伣","俠":"侠","俥":"伡","俬":"私","倀":"伥","倆":"俩","倈":"俫","倉":"仓","個":"个","們":"们","倖":"幸",
"倫":"伦","倲":"㑈","偉":"伟","偑":"㐽","側":"侧","偵":"侦","偽":"伪","傌":"㐷","傑":"杰","傖":"伧","傘":"伞","備":"备","傢":"家","傭":"佣","傯":"偬","傳":"传",
"傴":"伛","債":"债","傷":"伤","傾":"倾","僂":"偻","僅":"仅","僉":"佥","僑":"侨","僕":"仆","僞":"伪","僥":"侥","僨":"偾","僱":"雇","價":"价","儀":"仪","儁":"俊",
"儂":"侬","億":"亿","儈":"侩","儉":"俭","儎":"傤","儐":"傧","儔":"俦","儕":"侪","儘":"尽","償":"偿","優":"优","儲":"储","儷":"俪","儸":"㑩","儺":"傩","儻":"傥",
"儼":"俨","兇":"凶","兌":"兑","兒":"儿","兗":"兖","內":"内","兩":"两","冊":"册","冑":"胄","冪":"幂","凈":"净","凍":"冻","凜":"凛","凱":"凯","別":"别","刪":"删",
"剄":"刭","則":"则","剋":"克","剎":"刹","剗":"刬","剛":"刚","剝":"剥","剮":"剐","剴":"剀","創":"创","剷":"铲","劃":"划","劄":"札","劇":"剧","劉":"刘","劊":"刽",
"劌":"刿","劍":"剑","劏":"㓥","劑":"剂","劚":"㔉","勁":"劲","動":"动","務":"务","勛":"勋","勝":"胜","勞":"劳","勢":"势","勩":"勚","勱":"劢","勳":"勋","勵":"励",
"勸":"劝","勻":"匀","匭":"匦","匯":"汇","匱":"匮","區":"区","協":"协","卹":"恤","卻":"却","卽":"即","厙":"厍","厠":"厕","厤":"历","厭":"厌","厲":"厉","厴":"厣",
"參":"参","叄":"叁","叢":"丛","吒":"咤","吳":"吴","吶":"呐","呂":"吕","咼":"呙","員":"员","唄":"呗","唸":"念","問":"问","啓":"启","啞":"哑","啟":"启","啢":"唡",
"喎":"㖞","喚":"唤","喪":"丧","喫":"吃","喬":"乔","單":"单","喲":"哟","嗆":"呛","嗇":"啬","嗊":"唝","嗎":"吗","嗚":"呜","嗩":"唢","嗶":"哔","嘆":"叹","嘍":"喽",
"嘓":"啯","嘔":"呕","嘖":"啧","嘗":"尝","嘜":"唛","嘩":"哗","嘮":"唠","嘯":"啸","嘰":"叽","嘵":"哓","嘸":"呒","嘽":"啴","噁":"恶","噓":"嘘","噚":"㖊","噝":"咝",
"噠":"哒","噥":"哝","噦":"哕","噯":"嗳","噲":"哙","噴":"喷","噸":"吨","噹":"当","嚀":"咛","嚇":"吓","嚌":"哜","嚐":"尝","嚕":"噜","嚙":"啮","嚥":"咽","嚦":"呖",
"嚨":"咙","嚮":"向","嚲":"亸","嚳":"喾","嚴":"严","嚶":"嘤","囀":"啭","囁":"嗫","囂":"嚣","囅":"冁","囈":"呓","囉":"啰","囌":"苏","囑":"嘱","囪":"囱","圇":"囵",
"國":"国","圍":"围","園":"园","圓":"圆","圖":"图","團":"团","垻":"坝","埡":"垭","埰":"采","執":"执","堅":"坚","堊":"垩","堖":"垴","堝":"埚","堯":"尧","報":"报",
"場":"场","塊":"块","塋":"茔","塏":"垲","塒":"埘","塗":"涂","塚":"冢","塢":"坞","塤":"埙","塵":"尘","塹":"堑","墊":"垫","墜":"坠","墮":"堕","墰":"坛","墳":"坟",
"墶":"垯","墻":"墙","墾":"垦","壇":"坛","壋":"垱","壎":"埙","壓":"压","壘":"垒","壙":"圹","壚":"垆","壜":"坛","壞":"坏","壟":"垄","壠":"垅","壢":"坜","壩":"坝",
"壪":"塆","壯":"壮","壺":"壶","壼":"壸","壽":"寿","夠":"够","夢":"梦","夥":"伙","夾":"夹","奐":"奂","奧":"奥","奩":"奁","奪":"夺","奬":"奖","奮":"奋","奼":"姹",
"妝":"妆","姍":"姗","姦":"奸","娛":"娱","婁":"娄","婦":"妇","婭":"娅","媧":"娲","媯":"妫","媰":"㛀","媼":"媪","媽":"妈","嫋":"袅","嫗":"妪","嫵":"妩","嫺":"娴",
"嫻":"娴","嫿":"婳","嬀":"妫","嬃":"媭","嬈":"娆","嬋":"婵","嬌":"娇","嬙":"嫱","嬡":"嫒","嬤":"嬷","嬪":"嫔","嬰":"婴","嬸":"婶","孃":"娘","孋":"㛤","孌":"娈",
"孫":"孙","學":"学","孿":"孪","宮":"宫","寀":"采","寢":"寝","實":"实","寧":"宁","審":"审","寫":"写","寬":"宽","寵":"宠","寶":"宝","將":"将","專":"专","尋":"寻",
"對":"对","導":"导","尷":"尴","屆":"届","屍":"尸","屓":"屃","屜":"屉","屢":"屡","層":"层","屨":"屦","屬":"属","岡":"冈","峯":"峰","峴":"岘","島":"岛","峽":"峡",
"崍":"崃","崑":"昆","崗":"岗","崙":"仑","崢":"峥","崬":"岽","嵐":"岚","嵗":"岁","嵾":"㟥","嶁":"嵝","嶄":"崭","嶇":"岖","嶔":"嵚","嶗":"崂","嶠":"峤","嶢":"峣",
"嶧":"峄","嶨":"峃","嶮":"崄","嶸":"嵘","嶺":"岭","嶼":"屿","嶽":"岳","巋":"岿","巒":"峦","巔":"巅","巖":"岩","巰":"巯","巹":"卺","帥":"帅","師":"师","帳":"帐",
"帶":"带","幀":"帧","幃":"帏","幓":"㡎","幗":"帼","幘":"帻","幟":"帜","幣":"币","幫":"帮","幬":"帱","幷":"并","幹":"干","幾":"几","庫":"库","廁":"厕","廂":"厢",
"廄":"厩","廈":"厦","廎":"庼","廕":"荫","廚":"厨","廝":"厮","廟":"庙","廠":"厂","廡":"庑","廢":"废","廣":"广","廩":"廪","廬":"庐","廳":"厅","弒":"弑","弔":"吊",
"弳":"弪","張":"张","強":"强","彆":"别","彈":"弹","彌":"弥","彎":"弯","彔":"录","彙":"汇","彠":"彟","彥":"彦","彫":"雕","彲":"彨","彿":"佛","後":"后","徑":"径",
"從":"从","徠":"徕","復":"复","徵":"征","徹":"彻","恆":"恒","恥":"耻","悅":"悦","悞":"悮","悵":"怅","悶":"闷","悽":"凄","惡":"恶","惱":"恼","惲":"恽","惻":"恻",
"愛":"爱","愜":"惬","愨":"悫","愴":"怆","愷":"恺","愾":"忾","慄":"栗","態":"态","慍":"愠","慘":"惨","慚":"惭","慟":"恸","慣":"惯","慤":"悫","慪":"怄","慫":"怂",
"慮":"虑","慳":"悭","慶":"庆","慺":"㥪","慼":"戚","慾":"欲","憂":"忧","憊":"惫","憐":"怜","憑":"凭","憒":"愦","憖":"慭","憚":"惮","憤":"愤","憫":"悯","憮":"怃",
"憲":"宪","憶":"忆","懇":"恳","應":"应","懌":"怿","懍":"懔","懞":"蒙","懟":"怼","懣":"懑","懤":"㤽","懨":"恹","懲":"惩","懶":"懒","懷":"怀","懸":"悬","懺":"忏",
"懼":"惧","懾":"慑","戀":"恋","戇":"戆","戔":"戋","戧":"戗","戩":"戬","戰":"战","戱":"戯","戲":"戏","戶":"户","扞":"捍","拋":"抛","拚":"拼","挩":"捝","挱":"挲",
"挾":"挟","捨":"舍","捫":"扪","捱":"挨","捲":"卷","掃":"扫","掄":"抡","掆":"㧏","掗":"挜","掙":"挣","掛":"挂","採":"采","揀":"拣","揚":"扬","換":"换","揮":"挥",
"揯":"搄","損":"损","搖":"摇","搗":"捣","搧":"扇","搵":"揾","搶":"抢","摑":"掴","摜":"掼","摟":"搂","摯":"挚","摳":"抠","摶":"抟","摺":"折","摻":"掺","撈":"捞",
"撏":"挦","撐":"撑","撓":"挠","撝":"㧑","撟":"挢","撣":"掸","撥":"拨","撫":"抚","撲":"扑","撳":"揿","撻":"挞","撾":"挝","撿":"捡","擁":"拥","擄":"掳","擇":"择",
"擊":"击","擋":"挡","擓":"㧟","擔":"担","據":"据","擠":"挤","擡":"抬","擣":"捣","擬":"拟","擯":"摈","擰":"拧","擱":"搁","擲":"掷","擴":"扩","擷":"撷","擺":"摆",
"擻":"擞","擼":"撸","擽":"㧰","擾":"扰","攄":"摅","攆":"撵","攏":"拢","攔":"拦","攖":"撄","攙":"搀","攛":"撺","攜":"携","攝":"摄","攢":"攒","攣":"挛","攤":"摊",
"攪":"搅","攬":"揽","敍":"叙","敎":"教","敓":"敚","敗":"败","敘":"叙","敵":"敌","數":"数","斂":"敛","斃":"毙","斆":"敩","斕":"斓","斬":"斩","斷":"断","於":"于",
"旂":"旗","旣":"既","昇":"升","時":"时","晉":"晋","晝":"昼","暈":"晕","暉":"晖","暘":"旸","暢":"畅","暫":"暂","曄":"晔","曆":"历","曇":"昙","曉":"晓","曏":"向",
"曖":"暧","曠":"旷","曨":"昽","曬":"晒","書":"书","會":"会","朧":"胧","朮":"术","東":"东","枱":"台","枴":"拐","柵":"栅","柺":"拐","査":"查","桿":"杆","梔":"栀",
"梘":"枧","條":"条","梟":"枭","梲":"棁","棄":"弃","棊":"棋","棖":"枨","棗":"枣","棟":"栋","棡":"㭎","棧":"栈","棲":"栖","棶":"梾","椏":"桠","椲":"㭏","楊":"杨",
"楓":"枫","楨":"桢","業":"业","極":"极","榘":"矩","榦":"干","榪":"杩","榮":"荣","榲":"榅","榿":"桤","構":"构","槍":"枪","槓":"杠","槤":"梿","槧":"椠","槨":"椁",
"槮":"椮","槳":"桨","槶":"椢","槼":"椝","樁":"桩","樂":"乐","樅":"枞","樑":"梁","樓":"楼","標":"标","樞":"枢","樢":"㭤","樣":"样","樧":"榝","樫":"㭴","樳":"桪",
"樸":"朴","樹":"树","樺":"桦","樿":"椫","橈":"桡","橋":"桥","機":"机","橢":"椭","橫":"横","檁":"檩","檉":"柽","檔":"档","檜":"桧","檟":"槚","檢":"检","檣":"樯",
"檮":"梼","檯":"台","檳":"槟","檸":"柠","檻":"槛","櫃":"柜","櫓":"橹","櫚":"榈","櫛":"栉","櫝":"椟","櫞":"橼","櫟":"栎","櫥":"橱","櫧":"槠","櫨":"栌","櫪":"枥",
"櫫":"橥","櫬":"榇","櫱":"蘖","櫳":"栊","櫸":"榉","櫻":"樱","欄":"栏","欅":"榉","權":"权","欏":"椤","欒":"栾","欖":"榄","欞":"棂","欽":"钦","歎":"叹","歐":"欧",
"歟":"欤","歡":"欢","歲":"岁","歷":"历","歸":"归","歿":"殁","殘":"残","殞":"殒","殤":"殇","殨":"㱮","殫":"殚","殭":"僵","殮":"殓","殯":"殡","殰":"㱩","殲":"歼",
"殺":"杀","殻":"壳","殼":"壳","毀":"毁","毆":"殴","毿":"毵","氂":"牦","氈":"毡","氌":"氇","氣":"气","氫":"氢","氬":"氩","氳":"氲","氾":"泛","汎":"泛","汙":"污",
"決":"决","沒":"没","沖":"冲","況":"况","泝":"溯","洩":"泄","洶":"汹","浹":"浃","涇":"泾","涗":"涚","涼":"凉","淒":"凄","淚":"泪","淥":"渌","淨":"净","淩":"凌",
"淪":"沦","淵":"渊","淶":"涞","淺":"浅","渙":"涣","減":"减","渢":"沨","渦":"涡","測":"测","渾":"浑","湊":"凑","湞":"浈","湧":"涌","湯":"汤","溈":"沩","準":"准",
"溝":"沟","溫":"温","溮":"浉","溳":"涢","溼":"湿","滄":"沧","滅":"灭","滌":"涤","滎":"荥","滙":"汇","滬":"沪","滯":"滞","滲":"渗","滷":"卤","滸":"浒","滻":"浐",
"滾":"滚","滿":"满","漁":"渔","漊":"溇","漚":"沤","漢":"汉","漣":"涟","漬":"渍","漲":"涨","漵":"溆","漸":"渐","漿":"浆","潀":"潨","潁":"颍","潑":"泼","潔":"洁",
"潙":"沩","潚":"㴋","潛":"潜","潤":"润","潯":"浔","潰":"溃","潷":"滗","潿":"涠","澀":"涩","澆":"浇","澇":"涝","澐":"沄","澗":"涧","澠":"渑","澤":"泽","澦":"滪",
"澩":"泶","澮":"浍","澱":"淀","澾":"㳠","濁":"浊","濃":"浓","濄":"㳡","濕":"湿","濘":"泞","濚":"溁","濛":"蒙","濜":"浕","濟":"济","濤":"涛","濧":"㳔","濫":"滥",
"濰":"潍","濱":"滨","濺":"溅","濼":"泺","濾":"滤","瀂":"澛","瀅":"滢","瀆":"渎","瀇":"㲿","瀉":"泻","瀋":"沈","瀏":"浏","瀕":"濒","瀘":"泸","瀝":"沥","瀟":"潇",
"瀠":"潆","瀦":"潴","瀧":"泷","瀨":"濑","瀰":"弥","瀲":"潋","瀾":"澜","灃":"沣","灄":"滠","灑":"洒","灕":"漓","灘":"滩","灝":"灏","灡":"㳕","灣":"湾","灤":"滦",
"灧":"滟","灩":"滟","災":"灾","為":"为","烏":"乌","烴":"烃","無":"无","煉":"炼","煒":"炜","煙":"烟","煢":"茕","煥":"焕","煩":"烦","煬":"炀","煱":"㶽","熅":"煴",
"熒":"荧","熗":"炝","熱":"热","熲":"颎","熾":"炽","燁":"烨","燈":"灯","燉":"炖","燒":"烧","燙":"烫","燜":"焖","營":"营","燦":"灿","燬":"毁","燭":"烛","燴":"烩",
"燶":"㶶","燻":"熏","燼":"烬","燾":"焘","爍":"烁","爐":"炉","爛":"烂","爭":"争","爲":"为","爺":"爷","爾":"尔","牀":"床","牆":"墙","牘":"牍","牴":"抵","牽":"牵",
"犖":"荦","犛":"牦","犢":"犊","犧":"牺","狀":"状","狹":"狭","狽":"狈","猙":"狰","猶":"犹","猻":"狲","獁":"犸","獃":"呆","獄":"狱","獅":"狮","獎":"奖","獨":"独",
"獪":"狯","獫":"猃","獮":"狝","獰":"狞","獱":"㺍","獲":"获","獵":"猎","獷":"犷","獸":"兽","獺":"獭","獻":"献","獼":"猕","玀":"猡","現":"现","琱":"雕","琺":"珐",
"琿":"珲","瑋":"玮","瑒":"玚","瑣":"琐","瑤":"瑶","瑩":"莹","瑪":"玛","瑲":"玱","璉":"琏","璡":"琎","璣":"玑","璦":"瑷","璫":"珰","璯":"㻅","環":"环","璵":"玙",
"璸":"瑸","璽":"玺","璿":"璇","瓊":"琼","瓏":"珑","瓔":"璎","瓚":"瓒","甌":"瓯","甕":"瓮","產":"产","産":"产","畝":"亩","畢":"毕","畫":"画","異":"异","畵":"画",
"當":"当","疇":"畴","疊":"叠","痙":"痉","痠":"酸","痺":"痹","痾":"疴","瘂":"痖","瘋":"疯","瘍":"疡","瘓":"痪","瘞":"瘗","瘡":"疮","瘧":"疟","瘮":"瘆","瘲":"疭",
"瘺":"瘘","瘻":"瘘","療":"疗","癆":"痨","癇":"痫","癉":"瘅","癒":"愈","癘":"疠","癟":"瘪","癡":"痴","癢":"痒","癤":"疖","癥":"症","癧":"疬","癩":"癞","癬":"癣",
"癭":"瘿","癮":"瘾","癰":"痈","癱":"瘫","癲":"癫","發":"发","皁":"皂","皚":"皑","皰":"疱","皸":"皲","皺":"皱","盃":"杯","盜":"盗","盞":"盏","盡":"尽","監":"监",
"盤":"盘","盧":"卢","盪":"荡","眞":"真","眥":"眦","眾":"众","睏":"困","睜":"睁","睞":"睐","睪":"睾","瞘":"眍","瞜":"䁖","瞞":"瞒","瞶":"瞆","瞼":"睑","矇":"蒙",
"矓":"眬","矚":"瞩","矯":"矫","硃":"朱","硜":"硁","硤":"硖","硨":"砗","硯":"砚","碕":"埼","碩":"硕","碭":"砀","碸":"砜","確":"确","碼":"码","碽":"䂵","磑":"硙",
"磚":"砖","磠":"硵","磣":"碜","磧":"碛","磯":"矶","磽":"硗","磾":"䃅","礄":"硚","礎":"础","礙":"碍","礦":"矿","礪":"砺","礫":"砾","礬":"矾","礱":"砻","祕":"秘",
"祿":"禄","禍":"祸","禎":"祯","禕":"祎","禡":"祃","禦":"御","禪":"禅","禮":"礼","禰":"祢","禱":"祷","禿":"秃","秈":"籼","稅":"税","稈":"秆","稏":"䅉","稜":"棱",
"稟":"禀","種":"种","稱":"称","穀":"谷","穇":"䅟","穌":"稣","積":"积","穎":"颖","穠":"秾","穡":"穑","穢":"秽","穩":"稳","穫":"获","穭":"穞","窩":"窝","窪":"洼",
"窮":"穷","窯":"窑","窵":"窎","窶":"窭","窺":"窥","竄":"窜","竅":"窍","竇":"窦","竈":"灶","竊":"窃","竪":"竖","競":"竞","筆":"笔","筍":"笋","筧":"笕","筴":"䇲",
"箇":"个","箋":"笺","箏":"筝","箚":"札","節":"节","範":"范","築":"筑","篋":"箧","篔":"筼","篠":"筿","篤":"笃","篩":"筛","篳":"筚","簀":"箦","簍":"篓","簑":"蓑",
"簞":"箪","簡":"简","簣":"篑","簫":"箫","簷":"檐","簹":"筜","簽":"签","簾":"帘","籃":"篮","籌":"筹","籔":"䉤","籙":"箓","籛":"篯","籜":"箨","籟":"籁","籠":"笼",
"籤":"签","籩":"笾","籪":"簖","籬":"篱","籮":"箩","籲":"吁","粵":"粤","糉":"粽","糝":"糁","糞":"粪","糧":"粮","糰":"团","糲":"粝","糴":"籴","糶":"粜","糹":"纟",
"糾":"纠","紀":"纪","紂":"纣","約":"约","紅":"红","紆":"纡","紇":"纥","紈":"纨","紉":"纫","紋":"纹","納":"纳","紐":"纽","紓":"纾","純":"纯","紕":"纰","紖":"纼",
"紗":"纱","紘":"纮","紙":"纸","級":"级","紛":"纷","紜":"纭","紝":"纴","紡":"纺","紬":"䌷","紮":"扎","細":"细","紱":"绂","紲":"绁","紳":"绅","紵":"纻","紹":"绍",
"紺":"绀","紼":"绋","紿":"绐","絀":"绌","終":"终","絃":"弦","組":"组","絅":"䌹","絆":"绊","絎":"绗","結":"结","絕":"绝","絛":"绦","絝":"绔","絞":"绞","絡":"络",
"絢":"绚","給":"给","絨":"绒","絰":"绖","統":"统","絲":"丝","絳":"绛","絶":"绝","絹":"绢","綁":"绑","綃":"绡","綆":"绠","綈":"绨","綉":"绣","綌":"绤","綏":"绥",
"綐":"䌼","綑":"捆","經":"经","綜":"综","綞":"缍","綠":"绿","綢":"绸","綣":"绻","綫":"线","綬":"绶","維":"维","綯":"绹","綰":"绾","綱":"纲","網":"网","綳":"绷",
"綴":"缀","綵":"彩","綸":"纶","綹":"绺","綺":"绮","綻":"绽","綽":"绰","綾":"绫","綿":"绵","緄":"绲","緇":"缁","緊":"紧","緋":"绯","緑":"绿","緒":"绪","緓":"绬",
"緔":"绱","緗":"缃","緘":"缄","緙":"缂","線":"线","緝":"缉","緞":"缎","締":"缔","緡":"缗","緣":"缘","緦":"缌","編":"编","緩":"缓","緬":"缅","緯":"纬","緱":"缑",
"緲":"缈","練":"练","緶":"缏","緹":"缇","緻":"致","緼":"缊","縈":"萦","縉":"缙","縊":"缢","縋":"缒","縐":"绉","縑":"缣","縕":"缊","縗":"缞","縛":"缚","縝":"缜",
"縞":"缟","縟":"缛","縣":"县","縧":"绦","縫":"缝","縭":"缡","縮":"缩","縱":"纵","縲":"缧","縳":"䌸","縴":"纤","縵":"缦","縶":"絷","縷":"缕","縹":"缥","總":"总",
"績":"绩","繃":"绷","繅":"缫","繆":"缪","繒":"缯","織":"织","繕":"缮","繚":"缭","繞":"绕","繡":"绣","繢":"缋","繩":"绳","繪":"绘","繫":"系","繭":"茧","繮":"缰",
"繯":"缳","繰":"缲","繳":"缴","繸":"䍁","繹":"绎","繼":"继","繽":"缤","繾":"缱","繿":"䍀","纇":"颣","纈":"缬","纊":"纩","續":"续","纍":"累","纏":"缠","纓":"缨",
"纔":"才","纖":"纤","纘":"缵","纜":"缆","缽":"钵","罃":"䓨","罈":"坛","罌":"罂","罎":"坛","罰":"罚","罵":"骂","罷":"罢","羅":"罗","羆":"罴","羈":"羁","羋":"芈",
"羣":"群","羥":"羟","羨":"羡","義":"义","羶":"膻","習":"习","翫":"玩","翬":"翚","翹":"翘","翽":"翙","耬":"耧","耮":"耢","聖":"圣","聞":"闻","聯":"联","聰":"聪",
"聲":"声","聳":"耸","聵":"聩","聶":"聂","職":"职","聹":"聍","聽":"听","聾":"聋","肅":"肃","脅":"胁","脈":"脉","脛":"胫","脣":"唇","脩":"修","脫":"脱","脹":"胀",
"腎":"肾","腖":"胨","腡":"脶","腦":"脑","腫":"肿","腳":"脚","腸":"肠","膃":"腽","膕":"腘","膚":"肤","膞":"䏝","膠":"胶","膩":"腻","膽":"胆","膾":"脍","膿":"脓",
"臉":"脸","臍":"脐","臏":"膑","臘":"腊","臚":"胪","臟":"脏","臠":"脔","臢":"臜","臥":"卧","臨":"临","臺":"台","與":"与","興":"兴","舉":"举","舊":"旧","舖":"铺",
"舘":"馆","艙":"舱","艤":"舣","艦":"舰","艫":"舻","艱":"艰","艷":"艳","芻":"刍","苧":"苎","茲":"兹","荊":"荆","莊":"庄","莖":"茎","莢":"荚","莧":"苋","華":"华",
"菴":"庵","菸":"烟","萇":"苌","萊":"莱","萬":"万","萴":"荝","萵":"莴","葉":"叶","葒":"荭","著":"着","葤":"荮","葦":"苇","葯":"药","葷":"荤","蒐":"搜","蒓":"莼",
"蒔":"莳","蒕":"蒀","蒞":"莅","蒼":"苍","蓀":"荪","蓆":"席","蓋":"盖","蓮":"莲","蓯":"苁","蓴":"莼","蓽":"荜","蔔":"卜","蔘":"参","蔞":"蒌","蔣":"蒋","蔥":"葱",
"蔦":"茑","蔭":"荫","蕁":"荨","蕆":"蒇","蕎":"荞","蕒":"荬","蕓":"芸","蕕":"莸","蕘":"荛","蕢":"蒉","蕩":"荡","蕪":"芜","蕭":"萧","蕷":"蓣","薀":"蕰","薈":"荟",
"薊":"蓟","薌":"芗","薑":"姜","薔":"蔷","薘":"荙","薟":"莶","薦":"荐","薩":"萨","薳":"䓕","薴":"苎","薵":"䓓","薹":"苔","薺":"荠","藍":"蓝","藎":"荩","藝":"艺",
"藥":"药","藪":"薮","藭":"䓖","藴":"蕴","藶":"苈","藹":"蔼","藺":"蔺","蘀":"萚","蘄":"蕲","蘆":"芦","蘇":"苏","蘊":"蕴","蘋":"苹","蘚":"藓","蘞":"蔹","蘢":"茏",
"蘭":"兰","蘺":"蓠","蘿":"萝","虆":"蔂","處":"处","虛":"虚","虜":"虏","號":"号","虧":"亏","虯":"虬","蛺":"蛱","蛻":"蜕","蜆":"蚬","蝕":"蚀","蝟":"猬","蝦":"虾",
"蝨":"虱","蝸":"蜗","螄":"蛳","螞":"蚂","螢":"萤","螮":"䗖","螻":"蝼","螿":"螀","蟄":"蛰","蟈":"蝈","蟎":"螨","蟣":"虮","蟬":"蝉","蟯":"蛲","蟲":"虫","蟶":"蛏",
"蟻":"蚁","蠁":"蚃","蠅":"蝇","蠆":"虿","蠍":"蝎","蠐":"蛴","蠑":"蝾","蠔":"蚝","蠟":"蜡","蠣":"蛎","蠨":"蟏","蠱":"蛊","蠶":"蚕","蠻":"蛮","衆":"众","衊":"蔑",
"術":"术","衕":"同","衚":"胡","衛":"卫","衝":"冲","衞":"卫","袞":"衮","袷":"夹","裊":"袅","裏":"里","補":"补","裝":"装","裡":"里","製":"制","複":"复","褌":"裈",
"褘":"袆","褲":"裤","褳":"裢","褸":"褛","褻":"亵","襇":"裥","襉":"裥","襏":"袯","襖":"袄","襝":"裣","襠":"裆","襤":"褴","襪":"袜","襬":"摆","襯":"衬","襲":"袭",
"襴":"襕","覈":"核","見":"见","覎":"觃","規":"规","覓":"觅","視":"视","覘":"觇","覡":"觋","覥":"觍","覦":"觎","親":"亲","覬":"觊","覯":"觏","覲":"觐","覷":"觑",
"覺":"觉","覽":"览","覿":"觌","觀":"观","觴":"觞","觶":"觯","觸":"触","訁":"讠","訂":"订","訃":"讣","計":"计","訊":"讯","訌":"讧","討":"讨","訐":"讦","訒":"讱",
"訓":"训","訕":"讪","訖":"讫","託":"托","記":"记","訛":"讹","訝":"讶","訟":"讼","訢":"䜣","訣":"诀","訥":"讷","訩":"讻","訪":"访","設":"设","許":"许","訴":"诉",
"訶":"诃","診":"诊","註":"注","証":"证","詁":"诂","詆":"诋","詎":"讵","詐":"诈","詒":"诒","詔":"诏","評":"评","詖":"诐","詗":"诇","詘":"诎","詛":"诅","詞":"词",
"詠":"咏","詡":"诩","詢":"询","詣":"诣","試":"试","詩":"诗","詫":"诧","詬":"诟","詭":"诡","詮":"诠","詰":"诘","話":"话","該":"该","詳":"详","詵":"诜","詼":"诙",
"詿":"诖","誄":"诔","誅":"诛","誆":"诓","誇":"夸","誌":"志","認":"认","誑":"诳","誒":"诶","誕":"诞","誘":"诱","誚":"诮","語":"语","誠":"诚","誡":"诫","誣":"诬",
"誤":"误","誥":"诰","誦":"诵","誨":"诲","說":"说","説":"说","誰":"谁","課":"课","誶":"谇","誹":"诽","誼":"谊","誾":"訚","調":"调","諂":"谄","諄":"谆","談":"谈",
"諉":"诿","請":"请","諍":"诤","諏":"诹","諑":"诼","諒":"谅","論":"论","諗":"谂","諛":"谀","諜":"谍","諝":"谞","諞":"谝","諡":"谥","諢":"诨","諤":"谔","諦":"谛",
"諧":"谐","諫":"谏","諭":"谕","諮":"咨","諱":"讳","諳":"谙","諶":"谌","諷":"讽","諸":"诸","諺":"谚","諼":"谖","諾":"诺","謀":"谋","謁":"谒","謂":"谓","謄":"誊",
"謅":"诌","謊":"谎","謎":"谜","謐":"谧","謔":"谑","謖":"谡","謗":"谤","謙":"谦","謚":"谥","講":"讲","謝":"谢","謠":"谣","謡":"谣","謨":"谟","謫":"谪","謬":"谬",
"謭":"谫","謳":"讴","謹":"谨","謾":"谩","譁":"哗","證":"证","譎":"谲","譏":"讥","譖":"谮","識":"识","譙":"谯","譚":"谭","譜":"谱","譟":"噪","譫":"谵","譭":"毁",
"譯":"译","議":"议","譴":"谴","護":"护","譸":"诪","譽":"誉","譾":"谫","讀":"读","讅":"谉","變":"变","讋":"詟","讌":"䜩","讎":"雠","讒":"谗","讓":"让","讕":"谰",
"讖":"谶","讚":"赞","讜":"谠","讞":"谳","谿":"溪","豈":"岂","豎":"竖","豐":"丰","豔":"艳","豬":"猪","豶":"豮","貍":"狸","貓":"猫","貙":"䝙","貝":"贝","貞":"贞",
"貟":"贠","負":"负","財":"财","貢":"贡","貧":"贫","貨":"货","販":"贩","貪":"贪","貫":"贯","責":"责","貯":"贮","貰":"贳","貲":"赀","貳":"贰","貴":"贵","貶":"贬",
"買":"买","貸":"贷","貺":"贶","費":"费","貼":"贴","貽":"贻","貿":"贸","賀":"贺","賁":"贲","賂":"赂","賃":"赁","賄":"贿","賅":"赅","資":"资","賈":"贾","賊":"贼",
"賑":"赈","賒":"赊","賓":"宾","賕":"赇","賙":"赒","賚":"赉","賜":"赐","賞":"赏","賠":"赔","賡":"赓","賢":"贤","賣":"卖","賤":"贱","賦":"赋","賧":"赕","質":"质",
"賫":"赍","賬":"账","賭":"赌","賰":"䞐","賴":"赖","賵":"赗","賺":"赚","賻":"赙","購":"购","賽":"赛","賾":"赜","贄":"贽","贅":"赘","贇":"赟","贈":"赠","贊":"赞",
"贋":"赝","贍":"赡","贏":"赢","贐":"赆","贓":"赃","贔":"赑","贖":"赎","贗":"赝","贛":"赣","贜":"赃","赬":"赪","趕":"赶","趙":"赵","趨":"趋","趲":"趱","跡":"迹",
"踐":"践","踰":"逾","踴":"踊","蹌":"跄","蹕":"跸","蹟":"迹","蹠":"跖","蹣":"蹒","蹤":"踪","蹺":"跷","躂":"跶","躉":"趸","躊":"踌","躋":"跻","躍":"跃","躎":"䟢",
"躑":"踯","躒":"跞","躓":"踬","躕":"蹰","躚":"跹","躡":"蹑","躥":"蹿","躦":"躜","躪":"躏","軀":"躯","車":"车","軋":"轧","軌":"轨","軍":"军","軑":"轪","軒":"轩",
"軔":"轫","軛":"轭","軟":"软","軤":"轷","軫":"轸","軲":"轱","軸":"轴","軹":"轵","軺":"轺","軻":"轲","軼":"轶","軾":"轼","較":"较","輅":"辂","輇":"辁","輈":"辀",
"載":"载","輊":"轾","輒":"辄","輓":"挽","輔":"辅","輕":"轻","輛":"辆","輜":"辎","輝":"辉","輞":"辋","輟":"辍","輥":"辊","輦":"辇","輩":"辈","輪":"轮","輬":"辌",
"輯":"辑","輳":"辏","輸":"输","輻":"辐","輼":"辒","輾":"辗","輿":"舆","轀":"辒","轂":"毂","轄":"辖","轅":"辕","轆":"辘","轉":"转","轍":"辙","轎":"轿","轔":"辚",
"轟":"轰","轡":"辔","轢":"轹","轤":"轳","辦":"办","辭":"辞","辮":"辫","辯":"辩","農":"农","迴":"回","逕":"径","這":"这","連":"连","週":"周","進":"进","遊":"游",
"運":"运","過":"过","達":"达","違":"违","遙":"遥","遜":"逊","遞":"递","遠":"远","遡":"溯","適":"适","遲":"迟","遶":"绕","遷":"迁","選":"选","遺":"遗","遼":"辽",
"邁":"迈","還":"还","邇":"迩","邊":"边","邏":"逻","邐":"逦","郟":"郏","郵":"邮","鄆":"郓","鄉":"乡","鄒":"邹","鄔":"邬","鄖":"郧","鄧":"邓","鄭":"郑","鄰":"邻",
"鄲":"郸","鄴":"邺","鄶":"郐","鄺":"邝","酇":"酂","酈":"郦","醃":"腌","醖":"酝","醜":"丑","醞":"酝","醟":"蒏","醣":"糖","醫":"医","醬":"酱","醱":"酦","釀":"酿",
"釁":"衅","釃":"酾","釅":"酽","釋":"释","釐":"厘","釒":"钅","釓":"钆","釔":"钇","釕":"钌","釗":"钊","釘":"钉","釙":"钋","針":"针","釣":"钓","釤":"钐","釦":"扣",
"釧":"钏","釩":"钒","釵":"钗","釷":"钍","釹":"钕","釺":"钎","釾":"䥺","鈀":"钯","鈁":"钫","鈃":"钘","鈄":"钭","鈅":"钥","鈈":"钚","鈉":"钠","鈍":"钝","鈎":"钩",
"鈐":"钤","鈑":"钣","鈒":"钑","鈔":"钞","鈕":"钮","鈞":"钧","鈡":"钟","鈣":"钙","鈥":"钬","鈦":"钛","鈧":"钪","鈮":"铌","鈰":"铈","鈳":"钶","鈴":"铃","鈷":"钴",
"鈸":"钹","鈹":"铍","鈺":"钰","鈽":"钸","鈾":"铀","鈿":"钿","鉀":"钾","鉅":"巨","鉆":"钻","鉈":"铊","鉉":"铉","鉋":"铇","鉍":"铋","鉑":"铂","鉕":"钷","鉗":"钳",
"鉚":"铆","鉛":"铅","鉞":"钺","鉢":"钵","鉤":"钩","鉦":"钲","鉬":"钼","鉭":"钽","鉳":"锫","鉶":"铏","鉸":"铰","鉺":"铒","鉻":"铬","鉿":"铪","銀":"银","銃":"铳",
"銅":"铜","銍":"铚","銑":"铣","銓":"铨","銖":"铢","銘":"铭","銚":"铫","銛":"铦","銜":"衔","銠":"铑","銣":"铷","銥":"铱","銦":"铟","銨":"铵","銩":"铥","銪":"铕",
"銫":"铯","銬":"铐","銱":"铞","銳":"锐","銷":"销","銹":"锈","銻":"锑","銼":"锉","鋁":"铝","鋃":"锒","鋅":"锌","鋇":"钡","鋌":"铤","鋏":"铗","鋒":"锋","鋙":"铻",
"鋝":"锊","鋟":"锓","鋣":"铘","鋤":"锄","鋥":"锃","鋦":"锔","鋨":"锇","鋩":"铓","鋪":"铺","鋭":"锐","鋮":"铖","鋯":"锆","鋰":"锂","鋱":"铽","鋶":"锍","鋸":"锯",
"鋼":"钢","錁":"锞","錄":"录","錆":"锖","錇":"锫","錈":"锩","錏":"铔","錐":"锥","錒":"锕","錕":"锟","錘":"锤","錙":"锱","錚":"铮","錛":"锛","錟":"锬","錠":"锭",
"錡":"锜","錢":"钱","錦":"锦","錨":"锚","錩":"锠","錫":"锡","錮":"锢","錯":"错","録":"录","錳":"锰","錶":"表","錸":"铼","錼":"镎","鍀":"锝","鍁":"锨","鍃":"锪",
"鍅":"钫","鍆":"钔","鍇":"锴","鍈":"锳","鍊":"炼","鍋":"锅","鍍":"镀","鍔":"锷","鍘":"铡","鍚":"钖","鍛":"锻","鍠":"锽","鍤":"锸","鍥":"锲","鍩":"锘","鍬":"锹",
"鍰":"锾","鍵":"键","鍶":"锶","鍺":"锗","鍼":"针","鍾":"钟","鎂":"镁","鎄":"锿","鎇":"镅","鎊":"镑","鎌":"镰","鎔":"镕","鎖":"锁","鎘":"镉","鎚":"锤","鎛":"镈",
"鎡":"镃","鎢":"钨","鎣":"蓥","鎦":"镏","鎧":"铠","鎩":"铩","鎪":"锼","鎬":"镐","鎭":"镇","鎮":"镇","鎰":"镒","鎲":"镋","鎳":"镍","鎵":"镓","鎶":"鿔","鎸":"镌",
"鎿":"镎","鏃":"镞","鏇":"旋","鏈":"链","鏌":"镆","鏍":"镙","鏐":"镠","鏑":"镝","鏗":"铿","鏘":"锵","鏜":"镗","鏝":"镘","鏞":"镛","鏟":"铲","鏡":"镜","鏢":"镖",
"鏤":"镂","鏨":"錾","鏰":"镚","鏵":"铧","鏷":"镤","鏹":"镪","鏺":"䥽","鏽":"锈","鐃":"铙","鐋":"铴","鐐":"镣","鐒":"铹","鐓":"镦","鐔":"镡","鐘":"钟","鐙":"镫",
"鐝":"镢","鐠":"镨","鐥":"䦅","鐦":"锎","鐧":"锏","鐨":"镄","鐫":"镌","鐮":"镰","鐯":"䦃","鐲":"镯","鐳":"镭","鐵":"铁","鐶":"镮","鐸":"铎","鐺":"铛","鐿":"镱",
"鑄":"铸","鑊":"镬","鑌":"镔","鑑":"鉴","鑒":"鉴","鑔":"镲","鑕":"锧","鑞":"镴","鑠":"铄","鑣":"镳","鑥":"镥","鑭":"镧","鑰":"钥","鑱":"镵","鑲":"镶","鑷":"镊",
"鑹":"镩","鑼":"锣","鑽":"钻","鑾":"銮","鑿":"凿","钁":"镢","钂":"镋","長":"长","門":"门","閂":"闩","閃":"闪","閆":"闫","閈":"闬","閉":"闭","開":"开","閌":"闶",
"閎":"闳","閏":"闰","閑":"闲","閒":"闲","間":"间","閔":"闵","閘":"闸","閡":"阂","閣":"阁","閤":"合","閥":"阀","閨":"闺","閩":"闽","閫":"阃","閬":"阆","閭":"闾",
"閱":"阅","閲":"阅","閶":"阊","閹":"阉","閻":"阎","閼":"阏","閽":"阍","閾":"阈","閿":"阌","闃":"阒","闆":"板","闇":"暗","闈":"闱","闊":"阔","闋":"阕","闌":"阑",
"闍":"阇","闐":"阗","闒":"阘","闓":"闿","闔":"阖","闕":"阙","闖":"闯","關":"关","闞":"阚","闠":"阓","闡":"阐","闢":"辟","闤":"阛","闥":"闼","陘":"陉","陝":"陕",
"陞":"升","陣":"阵","陰":"阴","陳":"陈","陸":"陆","陽":"阳","隉":"陧","隊":"队","階":"阶","隕":"陨","際":"际","隨":"随","險":"险","隯":"陦","隱":"隐","隴":"陇",
"隸":"隶","隻":"只","雋":"隽","雖":"虽","雙":"双","雛":"雏","雜":"杂","雞":"鸡","離":"离","難":"难","雲":"云","電":"电","霑":"沾","霢":"霡","霧":"雾","霽":"霁",
"靂":"雳","靄":"霭","靆":"叇","靈":"灵","靉":"叆","靚":"靓","靜":"静","靝":"靔","靦":"腼","靨":"靥","鞏":"巩","鞝":"绱","鞦":"秋","鞽":"鞒","韁":"缰","韃":"鞑",
"韆":"千","韉":"鞯","韋":"韦","韌":"韧","韍":"韨","韓":"韩","韙":"韪","韜":"韬","韝":"鞲","韞":"韫","韻":"韵","響":"响","頁":"页","頂":"顶","頃":"顷","項":"项",
"順":"顺","頇":"顸","須":"须","頊":"顼","頌":"颂","頎":"颀","頏":"颃","預":"预","頑":"顽","頒":"颁","頓":"顿","頗":"颇","領":"领","頜":"颌","頡":"颉","頤":"颐",
"頦":"颏","頭":"头","頮":"颒","頰":"颊","頲":"颋","頴":"颕","頷":"颔","頸":"颈","頹":"颓","頻":"频","頽":"颓","顆":"颗","題":"题","額":"额","顎":"颚","顏":"颜",
"顒":"颙","顓":"颛","顔":"颜","願":"愿","顙":"颡","顛":"颠","類":"类","顢":"颟","顥":"颢","顧":"顾","顫":"颤","顬":"颥","顯":"显","顰":"颦","顱":"颅","顳":"颞",
"顴":"颧","風":"风","颭":"飐","颮":"飑","颯":"飒","颱":"台","颳":"刮","颶":"飓","颸":"飔","颺":"飏","颻":"飖","颼":"飕","飀":"飗","飄":"飘","飆":"飙","飈":"飚",
"飛":"飞","飠":"饣","飢":"饥","飣":"饤","飥":"饦","飩":"饨","飪":"饪","飫":"饫","飭":"饬","飯":"饭","飱":"飧","飲":"饮","飴":"饴","飼":"饲","飽":"饱","飾":"饰",
"飿":"饳","餃":"饺","餄":"饸","餅":"饼","餈":"糍","餉":"饷","養":"养","餌":"饵","餎":"饹","餏":"饻","餑":"饽","餒":"馁","餓":"饿","餕":"馂","餖":"饾","餘":"余",
"餚":"肴","餛":"馄","餜":"馃","餞":"饯","餡":"馅","館":"馆","餬":"糊","餱":"糇","餳":"饧","餵":"喂","餶":"馉","餷":"馇","餺":"馎","餼":"饩","餾":"馏","餿":"馊",
"饁":"馌","饃":"馍","饅":"馒","饈":"馐","饉":"馑","饊":"馓","饋":"馈","饌":"馔","饑":"饥","饒":"饶","饗":"飨","饜":"餍","饞":"馋","饢":"馕","馬":"马","馭":"驭",
"馮":"冯","馱":"驮","馳":"驰","馴":"驯","馹":"驲","駁":"驳","駐":"驻","駑":"驽","駒":"驹","駔":"驵","駕":"驾","駘":"骀","駙":"驸","駛":"驶","駝":"驼","駟":"驷",
"駡":"骂","駢":"骈","駭":"骇","駰":"骃","駱":"骆","駸":"骎","駿":"骏","騁":"骋","騂":"骍","騅":"骓","騌":"骔","騍":"骒","騎":"骑","騏":"骐","騖":"骛","騙":"骗",
"騤":"骙","騧":"䯄","騫":"骞","騭":"骘","騮":"骝","騰":"腾","騶":"驺","騷":"骚","騸":"骟","騾":"骡","驀":"蓦","驁":"骜","驂":"骖","驃":"骠","驄":"骢","驅":"驱",
"驊":"骅","驌":"骕","驍":"骁","驏":"骣","驕":"骄","驗":"验","驚":"惊","驛":"驿","驟":"骤","驢":"驴","驤":"骧","驥":"骥","驦":"骦","驪":"骊","驫":"骉","骯":"肮",
"髏":"髅","髒":"脏","體":"体","髕":"髌","髖":"髋","髮":"发","鬆":"松","鬍":"胡","鬚":"须","鬢":"鬓","鬥":"斗","鬧":"闹","鬨":"哄","鬩":"阋","鬮":"阄","鬱":"郁",
"鬹":"鬶","魎":"魉","魘":"魇","魚":"鱼","魛":"鱽","魢":"鱾","魨":"鲀","魯":"鲁","魴":"鲂","魷":"鱿","魺":"鲄","鮁":"鲅","鮃":"鲆","鮊":"鲌","鮋":"鲉","鮍":"鲏",
"鮎":"鲇","鮐":"鲐","鮑":"鲍","鮒":"鲋","鮓":"鲊","鮚":"鲒","鮜":"鲘","鮝":"鲞","鮞":"鲕","鮣":"䲟","鮦":"鲖","鮪":"鲔","鮫":"鲛","鮭":"鲑","鮮":"鲜","鮳":"鲓",
"鮶":"鲪","鮺":"鲝","鯀":"鲧","鯁":"鲠","鯇":"鲩","鯉":"鲤","鯊":"鲨","鯒":"鲬","鯔":"鲻","鯕":"鲯","鯖":"鲭","鯗":"鲞","鯛":"鲷","鯝":"鲴","鯡":"鲱","鯢":"鲵",
"鯤":"鲲","鯧":"鲳","鯨":"鲸","鯪":"鲮","鯫":"鲰","鯰":"鲶","鯴":"鲺","鯷":"鳀","鯽":"鲫","鯿":"鳊","鰁":"鳈","鰂":"鲗","鰃":"鳂","鰆":"䲠","鰈":"鲽","鰉":"鳇",
"鰌":"䲡","鰍":"鳅","鰏":"鲾","鰐":"鳄","鰒":"鳆","鰓":"鳃","鰛":"鳁","鰜":"鳒","鰟":"鳑","鰠":"鳋","鰣":"鲥","鰥":"鳏","鰧":"䲢","鰨":"鳎","鰩":"鳐","鰭":"鳍",
"鰮":"鳁","鰱":"鲢","鰲":"鳌","鰳":"鳓","鰵":"鳘","鰷":"鲦","鰹":"鲣","鰺":"鲹","鰻":"鳗","鰼":"鳛","鰾":"鳔","鱂":"鳉","鱅":"鳙","鱈":"鳕","鱉":"鳖","鱒":"鳟",
"鱔":"鳝","鱖":"鳜","鱗":"鳞","鱘":"鲟","鱝":"鲼","鱟":"鲎","鱠":"鲙","鱣":"鳣","鱤":"鳡","鱧":"鳢","鱨":"鲿","鱭":"鲚","鱯":"鳠","鱷":"鳄","鱸":"鲈","鱺":"鲡",
"鳥":"鸟","鳧":"凫","鳩":"鸠","鳬":"凫","鳲":"鸤","鳳":"凤","鳴":"鸣","鳶":"鸢","鳾":"䴓","鴆":"鸩","鴇":"鸨","鴉":"鸦","鴒":"鸰","鴕":"鸵","鴛":"鸳","鴝":"鸲",
"鴞":"鸮","鴟":"鸱","鴣":"鸪","鴦":"鸯","鴨":"鸭","鴯":"鸸","鴰":"鸹","鴴":"鸻","鴷":"䴕","鴻":"鸿","鴿":"鸽","鵁":"䴔","鵂":"鸺","鵃":"鸼","鵐":"鹀","鵑":"鹃",
"鵒":"鹆","鵓":"鹁","鵜":"鹈","鵝":"鹅","鵠":"鹄","鵡":"鹉","鵪":"鹌","鵬":"鹏","鵮":"鹐","鵯":"鹎","鵰":"雕","鵲":"鹊","鵷":"鹓","鵾":"鹍","鶄":"䴖","鶇":"鸫",
"鶉":"鹑","鶊":"鹒","鶓":"鹋","鶖":"鹙","鶘":"鹕","鶚":"鹗","鶡":"鹖","鶥":"鹛","鶩":"鹜","鶪":"䴗","鶬":"鸧","鶯":"莺","鶲":"鹟","鶴":"鹤","鶹":"鹠","鶺":"鹡",
"鶻":"鹘","鶼":"鹣","鶿":"鹚","鷀":"鹚","鷁":"鹢","鷂":"鹞","鷄":"鸡","鷉":"䴘","鷊":"鹝","鷓":"鹧","鷖":"鹥","鷗":"鸥","鷙":"鸷","鷚":"鹨","鷥":"鸶","鷦":"鹪",
"鷫":"鹔","鷯":"鹩","鷲":"鹫","鷳":"鹇","鷴":"鹇","鷸":"鹬","鷹":"鹰","鷺":"鹭","鷽":"鸴","鸂":"㶉","鸇":"鹯","鸊":"䴙","鸌":"鹱","鸏":"鹲","鸕":"鸬","鸘":"鹴",
"鸚":"鹦","鸛":"鹳","鸝":"鹂","鸞":"鸾","鹵":"卤","鹹":"咸","鹺":"鹾","鹼":"碱","鹽":"盐","麗":"丽","麥":"麦","麩":"麸","麪":"面","麫":"面","麯":"曲","麴":"曲",
"麵":"面","麼":"幺","麽":"幺","黃":"黄","黌":"黉","點":"点","黨":"党","黲":"黪","黴":"霉","黶":"黡","黷":"黩","黽":"黾","黿":"鼋","鼂":"鼌","鼉":"鼍","鼕":"冬",
"鼴":"鼹","齊":"齐","齋":"斋","齎":"赍","齏":"齑","齒":"齿","齔":"龀","齕":"龁","齗":"龂","齙":"龅","齜":"龇","齟":"龃","齠":"龆","齡":"龄","齣":"出","齦":"龈",
"齧":"啮","齪":"龊","齬":"龉","齲":"龋","齶":"腭","齷":"龌","龍":"龙","龎":"厐","龐":"庞","龑":"䶮","龔":"龚","龕":"龛","龜":"龟","鿁":"䜤","鿓":"鿒"
}' ->> each.letter, each.letter), '' order by each.place)
    from unnest(string_to_array(folded, null)) with ordinality as each (letter, place)
  );
end $function$;

CREATE OR REPLACE FUNCTION public.fold_text(value text)
 RETURNS text
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
declare
  seen text := value;
  folded text;
begin
  if value !~ '[^\u4e00-\u9fff]' and value !~ '[丟並么乾亂亙亞佇佈佔併來侖侶侷俁係俔俠俥俬倀倆倈倉個們倖倫倲偉偑側偵偽傌傑傖傘備傢傭傯傳傴債傷傾僂僅僉僑僕僞僥僨僱價儀儁儂億儈儉儎儐儔儕儘償優儲儷儸儺儻儼兇兌兒兗內兩冊冑冪凈凍凜凱別刪剄則剋剎剗剛剝剮剴創剷劃劄劇劉劊劌劍劏劑劚勁動務勛勝勞勢勩勱勳勵勸勻匭匯匱區協卹卻卽厙厠厤厭厲厴參叄叢吒吳吶呂咼員唄唸問啓啞啟啢喎喚喪喫喬單喲嗆嗇嗊嗎嗚嗩嗶嘆嘍嘓嘔嘖嘗嘜嘩嘮嘯嘰嘵嘸嘽噁噓噚噝噠噥噦噯噲噴噸噹嚀嚇嚌嚐嚕嚙嚥嚦嚨嚮嚲嚳嚴嚶囀囁囂囅囈囉囌囑囪圇國圍園圓圖團垻埡埰執堅堊堖堝堯報場塊塋塏塒塗塚塢塤塵塹墊墜墮墰墳墶墻墾壇壋壎壓壘壙壚壜壞壟壠壢壩壪壯壺壼壽夠夢夥夾奐奧奩奪奬奮奼妝姍姦娛婁婦婭媧媯媰媼媽嫋嫗嫵嫺嫻嫿嬀嬃嬈嬋嬌嬙嬡嬤嬪嬰嬸孃孋孌孫學孿宮寀寢實寧審寫寬寵寶將專尋對導尷屆屍屓屜屢層屨屬岡峯峴島峽崍崑崗崙崢崬嵐嵗嵾嶁嶄嶇嶔嶗嶠嶢嶧嶨嶮嶸嶺嶼嶽巋巒巔巖巰巹帥師帳帶幀幃幓幗幘幟幣幫幬幷幹幾庫廁廂廄廈廎廕廚廝廟廠廡廢廣廩廬廳弒弔弳張強彆彈彌彎彔彙彠彥彫彲彿後徑從徠復徵徹恆恥悅悞悵悶悽惡惱惲惻愛愜愨愴愷愾慄態慍慘慚慟慣慤慪慫慮慳慶慺慼慾憂憊憐憑憒憖憚憤憫憮憲憶懇應懌懍懞懟懣懤懨懲懶懷懸懺懼懾戀戇戔戧戩戰戱戲戶扞拋拚挩挱挾捨捫捱捲掃掄掆掗掙掛採揀揚換揮揯損搖搗搧搵搶摑摜摟摯摳摶摺摻撈撏撐撓撝撟撣撥撫撲撳撻撾撿擁擄擇擊擋擓擔據擠擡擣擬擯擰擱擲擴擷擺擻擼擽擾攄攆攏攔攖攙攛攜攝攢攣攤攪攬敍敎敓敗敘敵數斂斃斆斕斬斷於旂旣昇時晉晝暈暉暘暢暫曄曆曇曉曏曖曠曨曬書會朧朮東枱枴柵柺査桿梔梘條梟梲棄棊棖棗棟棡棧棲棶椏椲楊楓楨業極榘榦榪榮榲榿構槍槓槤槧槨槮槳槶槼樁樂樅樑樓標樞樢樣樧樫樳樸樹樺樿橈橋機橢橫檁檉檔檜檟檢檣檮檯檳檸檻櫃櫓櫚櫛櫝櫞櫟櫥櫧櫨櫪櫫櫬櫱櫳櫸櫻欄欅權欏欒欖欞欽歎歐歟歡歲歷歸歿殘殞殤殨殫殭殮殯殰殲殺殻殼毀毆毿氂氈氌氣氫氬氳氾汎汙決沒沖況泝洩洶浹涇涗涼淒淚淥淨淩淪淵淶淺渙減渢渦測渾湊湞湧湯溈準溝溫溮溳溼滄滅滌滎滙滬滯滲滷滸滻滾滿漁漊漚漢漣漬漲漵漸漿潀潁潑潔潙潚潛潤潯潰潷潿澀澆澇澐澗澠澤澦澩澮澱澾濁濃濄濕濘濚濛濜濟濤濧濫濰濱濺濼濾瀂瀅瀆瀇瀉瀋瀏瀕瀘瀝瀟瀠瀦瀧瀨瀰瀲瀾灃灄灑灕灘灝灡灣灤灧灩災為烏烴無煉煒煙煢煥煩煬煱熅熒熗熱熲熾燁燈燉燒燙燜營燦燬燭燴燶燻燼燾爍爐爛爭爲爺爾牀牆牘牴牽犖犛犢犧狀狹狽猙猶猻獁獃獄獅獎獨獪獫獮獰獱獲獵獷獸獺獻獼玀現琱琺琿瑋瑒瑣瑤瑩瑪瑲璉璡璣璦璫璯環璵璸璽璿瓊瓏瓔瓚甌甕產産畝畢畫異畵當疇疊痙痠痺痾瘂瘋瘍瘓瘞瘡瘧瘮瘲瘺瘻療癆癇癉癒癘癟癡癢癤癥癧癩癬癭癮癰癱癲發皁皚皰皸皺盃盜盞盡監盤盧盪眞眥眾睏睜睞睪瞘瞜瞞瞶瞼矇矓矚矯硃硜硤硨硯碕碩碭碸確碼碽磑磚磠磣磧磯磽磾礄礎礙礦礪礫礬礱祕祿禍禎禕禡禦禪禮禰禱禿秈稅稈稏稜稟種稱穀穇穌積穎穠穡穢穩穫穭窩窪窮窯窵窶窺竄竅竇竈竊竪競筆筍筧筴箇箋箏箚節範築篋篔篠篤篩篳簀簍簑簞簡簣簫簷簹簽簾籃籌籔籙籛籜籟籠籤籩籪籬籮籲粵糉糝糞糧糰糲糴糶糹糾紀紂約紅紆紇紈紉紋納紐紓純紕紖紗紘紙級紛紜紝紡紬紮細紱紲紳紵紹紺紼紿絀終絃組絅絆絎結絕絛絝絞絡絢給絨絰統絲絳絶絹綁綃綆綈綉綌綏綐綑經綜綞綠綢綣綫綬維綯綰綱網綳綴綵綸綹綺綻綽綾綿緄緇緊緋緑緒緓緔緗緘緙線緝緞締緡緣緦編緩緬緯緱緲練緶緹緻緼縈縉縊縋縐縑縕縗縛縝縞縟縣縧縫縭縮縱縲縳縴縵縶縷縹總績繃繅繆繒織繕繚繞繡繢繩繪繫繭繮繯繰繳繸繹繼繽繾繿纇纈纊續纍纏纓纔纖纘纜缽罃罈罌罎罰罵罷羅羆羈羋羣羥羨義羶習翫翬翹翽耬耮聖聞聯聰聲聳聵聶職聹聽聾肅脅脈脛脣脩脫脹腎腖腡腦腫腳腸膃膕膚膞膠膩膽膾膿臉臍臏臘臚臟臠臢臥臨臺與興舉舊舖舘艙艤艦艫艱艷芻苧茲荊莊莖莢莧華菴菸萇萊萬萴萵葉葒著葤葦葯葷蒐蒓蒔蒕蒞蒼蓀蓆蓋蓮蓯蓴蓽蔔蔘蔞蔣蔥蔦蔭蕁蕆蕎蕒蕓蕕蕘蕢蕩蕪蕭蕷薀薈薊薌薑薔薘薟薦薩薳薴薵薹薺藍藎藝藥藪藭藴藶藹藺蘀蘄蘆蘇蘊蘋蘚蘞蘢蘭蘺蘿虆處虛虜號虧虯蛺蛻蜆蝕蝟蝦蝨蝸螄螞螢螮螻螿蟄蟈蟎蟣蟬蟯蟲蟶蟻蠁蠅蠆蠍蠐蠑蠔蠟蠣蠨蠱蠶蠻衆衊術衕衚衛衝衞袞袷裊裏補裝裡製複褌褘褲褳褸褻襇襉襏襖襝襠襤襪襬襯襲襴覈見覎規覓視覘覡覥覦親覬覯覲覷覺覽覿觀觴觶觸訁訂訃計訊訌討訐訒訓訕訖託記訛訝訟訢訣訥訩訪設許訴訶診註証詁詆詎詐詒詔評詖詗詘詛詞詠詡詢詣試詩詫詬詭詮詰話該詳詵詼詿誄誅誆誇誌認誑誒誕誘誚語誠誡誣誤誥誦誨說説誰課誶誹誼誾調諂諄談諉請諍諏諑諒論諗諛諜諝諞諡諢諤諦諧諫諭諮諱諳諶諷諸諺諼諾謀謁謂謄謅謊謎謐謔謖謗謙謚講謝謠謡謨謫謬謭謳謹謾譁證譎譏譖識譙譚譜譟譫譭譯議譴護譸譽譾讀讅變讋讌讎讒讓讕讖讚讜讞谿豈豎豐豔豬豶貍貓貙貝貞貟負財貢貧貨販貪貫責貯貰貲貳貴貶買貸貺費貼貽貿賀賁賂賃賄賅資賈賊賑賒賓賕賙賚賜賞賠賡賢賣賤賦賧質賫賬賭賰賴賵賺賻購賽賾贄贅贇贈贊贋贍贏贐贓贔贖贗贛贜赬趕趙趨趲跡踐踰踴蹌蹕蹟蹠蹣蹤蹺躂躉躊躋躍躎躑躒躓躕躚躡躥躦躪軀車軋軌軍軑軒軔軛軟軤軫軲軸軹軺軻軼軾較輅輇輈載輊輒輓輔輕輛輜輝輞輟輥輦輩輪輬輯輳輸輻輼輾輿轀轂轄轅轆轉轍轎轔轟轡轢轤辦辭辮辯農迴逕這連週進遊運過達違遙遜遞遠遡適遲遶遷選遺遼邁還邇邊邏邐郟郵鄆鄉鄒鄔鄖鄧鄭鄰鄲鄴鄶鄺酇酈醃醖醜醞醟醣醫醬醱釀釁釃釅釋釐釒釓釔釕釗釘釙針釣釤釦釧釩釵釷釹釺釾鈀鈁鈃鈄鈅鈈鈉鈍鈎鈐鈑鈒鈔鈕鈞鈡鈣鈥鈦鈧鈮鈰鈳鈴鈷鈸鈹鈺鈽鈾鈿鉀鉅鉆鉈鉉鉋鉍鉑鉕鉗鉚鉛鉞鉢鉤鉦鉬鉭鉳鉶鉸鉺鉻鉿銀銃銅銍銑銓銖銘銚銛銜銠銣銥銦銨銩銪銫銬銱銳銷銹銻銼鋁鋃鋅鋇鋌鋏鋒鋙鋝鋟鋣鋤鋥鋦鋨鋩鋪鋭鋮鋯鋰鋱鋶鋸鋼錁錄錆錇錈錏錐錒錕錘錙錚錛錟錠錡錢錦錨錩錫錮錯録錳錶錸錼鍀鍁鍃鍅鍆鍇鍈鍊鍋鍍鍔鍘鍚鍛鍠鍤鍥鍩鍬鍰鍵鍶鍺鍼鍾鎂鎄鎇鎊鎌鎔鎖鎘鎚鎛鎡鎢鎣鎦鎧鎩鎪鎬鎭鎮鎰鎲鎳鎵鎶鎸鎿鏃鏇鏈鏌鏍鏐鏑鏗鏘鏜鏝鏞鏟鏡鏢鏤鏨鏰鏵鏷鏹鏺鏽鐃鐋鐐鐒鐓鐔鐘鐙鐝鐠鐥鐦鐧鐨鐫鐮鐯鐲鐳鐵鐶鐸鐺鐿鑄鑊鑌鑑鑒鑔鑕鑞鑠鑣鑥鑭鑰鑱鑲鑷鑹鑼鑽鑾鑿钁钂長門閂閃閆閈閉開閌閎閏閑閒間閔閘閡閣閤閥閨閩閫閬閭閱閲閶閹閻閼閽閾閿闃闆闇闈闊闋闌闍闐闒闓闔闕闖關闞闠闡闢闤闥陘陝陞陣陰陳陸陽隉隊階隕際隨險隯隱隴隸隻雋雖雙雛雜雞離難雲電霑霢霧霽靂靄靆靈靉靚靜靝靦靨鞏鞝鞦鞽韁韃韆韉韋韌韍韓韙韜韝韞韻響頁頂頃項順頇須頊頌頎頏預頑頒頓頗領頜頡頤頦頭頮頰頲頴頷頸頹頻頽顆題額顎顏顒顓顔願顙顛類顢顥顧顫顬顯顰顱顳顴風颭颮颯颱颳颶颸颺颻颼飀飄飆飈飛飠飢飣飥飩飪飫飭飯飱飲飴飼飽飾飿餃餄餅餈餉養餌餎餏餑餒餓餕餖餘餚餛餜餞餡館餬餱餳餵餶餷餺餼餾餿饁饃饅饈饉饊饋饌饑饒饗饜饞饢馬馭馮馱馳馴馹駁駐駑駒駔駕駘駙駛駝駟駡駢駭駰駱駸駿騁騂騅騌騍騎騏騖騙騤騧騫騭騮騰騶騷騸騾驀驁驂驃驄驅驊驌驍驏驕驗驚驛驟驢驤驥驦驪驫骯髏髒體髕髖髮鬆鬍鬚鬢鬥鬧鬨鬩鬮鬱鬹魎魘魚魛魢魨魯魴魷魺鮁鮃鮊鮋鮍鮎鮐鮑鮒鮓鮚鮜鮝鮞鮣鮦鮪鮫鮭鮮鮳鮶鮺鯀鯁鯇鯉鯊鯒鯔鯕鯖鯗鯛鯝鯡鯢鯤鯧鯨鯪鯫鯰鯴鯷鯽鯿鰁鰂鰃鰆鰈鰉鰌鰍鰏鰐鰒鰓鰛鰜鰟鰠鰣鰥鰧鰨鰩鰭鰮鰱鰲鰳鰵鰷鰹鰺鰻鰼鰾鱂鱅鱈鱉鱒鱔鱖鱗鱘鱝鱟鱠鱣鱤鱧鱨鱭鱯鱷鱸鱺鳥鳧鳩鳬鳲鳳鳴鳶鳾鴆鴇鴉鴒鴕鴛鴝鴞鴟鴣鴦鴨鴯鴰鴴鴷鴻鴿鵁鵂鵃鵐鵑鵒鵓鵜鵝鵠鵡鵪鵬鵮鵯鵰鵲鵷鵾鶄鶇鶉鶊鶓鶖鶘鶚鶡鶥鶩鶪鶬鶯鶲鶴鶹鶺鶻鶼鶿鷀鷁鷂鷄鷉鷊鷓鷖鷗鷙鷚鷥鷦鷫鷯鷲鷳鷴鷸鷹鷺鷽鸂鸇鸊鸌鸏鸕鸘鸚鸛鸝鸞鹵鹹鹺鹼鹽麗麥麩麪麫麯麴麵麼麽黃黌點黨黲黴黶黷黽黿鼂鼉鼕鼴齊齋齎齏齒齔齕齗齙齜齟齠齡齣齦齧齪齬齲齶齷龍龎龐龑龔龕龜鿁鿓]' then
    return value;
  end if;
  if value ~ '[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e0fff]' then
    seen := regexp_replace(value, '[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e0fff]', '', 'g');
    seen := regexp_replace(
      seen, '(?<=[0-9A-Za-z\u00c0-\u058f\u1e00-\u1fff\u3040-\u9fff\uac00-\ud7af])[\u200c\u200d]+', '', 'g'
    );
  end if;
  folded := public.fold_letters(seen);
  if folded !~ '[\u30a1-\u30f6\u30fd\u30fe]' then
    return folded;
  end if;
  return translate(
    folded,
    'ァアィイゥウェエォオカガキギクグケゲコゴサザシジスズセゼソゾタダチヂッツヅテデトドナニヌネノハバパヒビピフブプヘベペホボポマミムメモャヤュユョヨラリルレロヮワヰヱヲンヴヵヶヽヾ',
    'ぁあぃいぅうぇえぉおかがきぎくぐけげこごさざしじすずせぜそぞただちぢっつづてでとどなにぬねのはばぱひびぴふぶぷへべぺほぼぽまみむめもゃやゅゆょよらりるれろゎわゐゑをんゔゕゖゝゞ'
  );
end $function$;

CREATE OR REPLACE FUNCTION public.heed_noes(of_contact bigint, of_channel text, of_address text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  noes jsonb;
begin
  select jsonb_object_agg(said.purpose, said.no) into noes from (
    select distinct on (s.purpose) s.purpose,
      jsonb_build_object('reason', s.reason, 'by', s.said_by, 'source', s.source, 'at', s.at) as no
    from suppression_keys k
    join suppressions s on s.hash = suppression_hash(k.inner_pad, k.outer_pad, of_channel, of_address)
    where s.lifted_at is null and s.reason in ('unsubscribed', 'complained') and s.purpose <> '' and s.source <> 'chat'
    order by s.purpose, s.said_by = 'person' desc, s.reason = 'complained' desc, s.at desc
  ) said
  where not exists (
    select from contact_identities o join consents g on g.channel = o.channel and g.address = o.address
    where o.contact_id = of_contact and not o.claimed and (o.channel <> of_channel or mailbox(o.address) <> mailbox(of_address))
      and g.purpose = said.purpose and g.confirmed_at is not null and g.withdrawn_at is null
      and not exists (
        select from suppression_keys k
        join suppressions s on s.hash = suppression_hash(k.inner_pad, k.outer_pad, o.channel, o.address)
        where s.lifted_at is null and s.reason in ('unsubscribed', 'complained') and s.purpose in (said.purpose, '')
      )
  );
  if noes is not null then
    update contacts c set refused = refused_both(c.refused, noes) where c.id = of_contact and refused_both(c.refused, noes) <> c.refused;
  end if;
end
$function$;

CREATE OR REPLACE FUNCTION public.hook_gone()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update outbox set state = 'cancelled' where channel = 'hook:' || old.id and audience = 'machine' and state in ('queued', 'sending', 'failed');
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.identities_come()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform noes_come(array(select m::contact_identities from made m where not claimed));
  return null;
end
$function$;

CREATE OR REPLACE FUNCTION public.identity_comes()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform noes_come(array[new]);
  return null;
end
$function$;

CREATE OR REPLACE FUNCTION public.identity_goes()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  delete from suppressions s using suppression_keys k
  where s.hash = suppression_hash(k.inner_pad, k.outer_pad, old.channel, old.address) and s.inherited
    and exists (select from contacts where id = old.contact_id);
  return null;
end
$function$;

CREATE OR REPLACE FUNCTION public.inbox_handled(row_id bigint, try integer, result text, forget boolean, files boolean)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  perform set_config('synchronous_commit', 'off', true);
  update inbox set
    processed_at = now(), locked_until = null, last_error = null, outcome = result,
    body = case when forget then '' else body end, has_files = files
  where id = row_id and attempts = try and processed_at is null;
  if not found then
    raise exception 'the lease ran out before the work was done';
  end if;
end $function$;

CREATE OR REPLACE FUNCTION public.inbox_handled_together(done jsonb)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  noted int;
begin
  perform set_config('synchronous_commit', 'off', true);
  update inbox set processed_at = now(), locked_until = null, last_error = null, outcome = d.outcome, has_files = false
  from jsonb_to_recordset(done) as d (id bigint, attempts int, outcome text)
  where inbox.id = d.id and inbox.attempts = d.attempts and processed_at is null;
  get diagnostics noted = row_count;
  if noted < jsonb_array_length(done) then
    raise exception 'the lease ran out before the work was done';
  end if;
end $function$;

CREATE OR REPLACE FUNCTION public.inbox_next()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update inbox set parked_until = null
  where id = (select id from inbox where lane = old.lane and holds order by id + 0 limit 1) and parked_until is not null;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.inherit_noes(of_contact bigint, to_channel text, to_address text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  house suppression_keys;
  noes jsonb;
begin
  select refused into noes from contacts where id = of_contact for share;
  if coalesce(noes, '{}') = '{}' then
    return;
  end if;
  house := suppression_key();
  insert into suppressions as s (hash, channel, purpose, reason, said_by, source, at, inherited)
  select suppression_hash(house.inner_pad, house.outer_pad, to_channel, to_address), to_channel, key, value ->> 'reason', value ->> 'by',
    value ->> 'source', (value ->> 'at')::timestamptz, true
  from jsonb_each(noes)
  where not exists (
    -- whoever has it has agreed there since, as only they can
    select from consents g where g.channel = to_channel and g.address = to_address and g.purpose = key and g.withdrawn_at is null
      and g.confirmed_at > (value ->> 'at')::timestamptz and g.proof in ('page', 'shop_confirmed')
  )
  order by key
  on conflict (hash, purpose, reason) do update set
    said_by = excluded.said_by, source = excluded.source, at = excluded.at, until = null, lifted_at = null, inherited = true
  where s.lifted_at is not null and excluded.at > s.lifted_at;
end
$function$;

CREATE OR REPLACE FUNCTION public.invoice_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'DELETE' then
    perform stop_reminders(old.id, 'dropped');
    -- what has not reached anybody stays known, without it
    update invoice_reminders set invoice_id = null where invoice_id = old.id and why = 'dropped';
    return old;
  end if;
  perform stop_reminders(new.id, case when new.due_on <> old.due_on then 'due' else 'number' end);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.joined_number(value text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select regexp_replace(public.fold_text(value), '[-#./_\s\u2010-\u2015]', '', 'g')
$function$;

CREATE OR REPLACE FUNCTION public.journal_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  journal bigint := nullif(current_setting('crm.journal_id', true), '')::bigint;
  before jsonb;
  after jsonb;
begin
  if journal is null then
    return null;
  end if;
  before := case when tg_op <> 'INSERT' then to_jsonb(old) end;
  after := case when tg_op <> 'DELETE' then to_jsonb(new) end;
  if before is distinct from after then
    insert into journal_changes (journal_id, table_name, key, before, after)
    values (journal, tg_table_name, coalesce(after, before) ->> tg_argv[0], before, after);
  end if;
  return null;
end
$function$;

CREATE OR REPLACE FUNCTION public.journal_changed()
 RETURNS trigger
 LANGUAGE plpgsql
 SET enable_nestloop TO 'off'
AS $function$
declare
  journal bigint := nullif(current_setting('crm.journal_id', true), '')::bigint;
begin
  if journal is not null then
    insert into journal_changes (journal_id, table_name, key, before, after)
    select journal, tg_table_name, o.id::text, to_jsonb(o), to_jsonb(n)
    from was o join became n on n.id = o.id where o is distinct from n order by o.id;
  end if;
  return null;
end
$function$;

CREATE OR REPLACE FUNCTION public.journal_inserted()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  journal bigint := nullif(current_setting('crm.journal_id', true), '')::bigint;
  derived text[] := coalesce(string_to_array(tg_argv[1], ' '), '{}');
begin
  if journal is not null then
    insert into journal_changes (journal_id, table_name, key, after)
    select journal, tg_table_name, became.after ->> tg_argv[0], became.after
    from (select to_jsonb(made) - derived as after from made) became;
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.keep_lead_words()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'INSERT' then
    insert into lead_words (lead_id, title, said)
      select id, word_keys(title), word_keys(coalesce(product, '') || ' ' || coalesce(source, '')) from made;
  else
    update lead_words set title = word_keys(new.title), said = word_keys(coalesce(new.product, '') || ' ' || coalesce(new.source, ''))
    where lead_id = new.id;
  end if;
  return null;
end
$function$;

CREATE OR REPLACE FUNCTION public.keep_purchases()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  moved contact_purchases[];
begin
  if tg_op = 'INSERT' then
    select array_agg((contact_id, currency, 1, spent_minor, placed_at)::contact_purchases) into moved
    from came where spent_minor is not null and contact_id is not null;
  elsif tg_op = 'DELETE' then
    select array_agg((contact_id, currency, -1, -spent_minor, placed_at)::contact_purchases) into moved
    from went where spent_minor is not null and contact_id is not null;
  else
    select array_agg((contact_id, currency, way, way * spent_minor, placed_at)::contact_purchases) into moved
    from (
      select contact_id, currency, spent_minor, placed_at, 1 as way from came
      union all select contact_id, currency, spent_minor, placed_at, -1 from went
    ) each where spent_minor is not null and contact_id is not null;
  end if;
  if moved is null then
    return null;
  end if;
  insert into contact_purchases as kept (contact_id, currency, orders, spent_minor, last_at)
  select contact_id, coalesce(currency, '*'), sum(orders), case when currency is null then 0 else sum(spent_minor) end,
    coalesce(max(last_at) filter (where orders > 0), '-infinity')
  from unnest(moved) group by grouping sets ((contact_id, currency), (contact_id))
  having sum(orders) <> 0 or currency is not null and sum(spent_minor) <> 0
    or max(last_at) filter (where orders > 0) is distinct from max(last_at) filter (where orders < 0)
  order by 1, 2
  on conflict (contact_id, currency) do update set orders = kept.orders + excluded.orders,
    spent_minor = kept.spent_minor + excluded.spent_minor, last_at = greatest(kept.last_at, excluded.last_at);
  if tg_op = 'INSERT' or not found or not exists (
    -- nobody has lost what may have been their last
    select from unnest(moved) group by contact_id, currency
    having max(last_at) filter (where orders < 0) > coalesce(max(last_at) filter (where orders > 0), '-infinity')
  ) then
    return null;
  end if;
  delete from contact_purchases kept using unnest(moved) went
  where kept.contact_id = went.contact_id and kept.currency in (went.currency, '*') and went.orders < 0 and kept.orders = 0;
  update contact_purchases kept set last_at = last.placed_at
  from (
    select distinct went.contact_id, lost.currency from unnest(moved) went
    cross join lateral (values (went.currency), ('*')) lost (currency) where went.orders < 0
  ) lost
  cross join lateral (
    select b.placed_at from purchases b
    where b.contact_id = lost.contact_id and (lost.currency = '*' or b.currency = lost.currency)
    order by b.placed_at desc limit 1
  ) last
  where kept.contact_id = lost.contact_id and kept.currency = lost.currency and kept.last_at <> last.placed_at;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.keep_quote_number()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into quote_numbers (number, series, n, lead_id)
  values (new.number, regexp_replace(new.number, '[0-9]+([^0-9]*)$', '#\1'), coalesce(substring(new.number from '([0-9]{1,18})[^0-9]*$'), '0')::bigint, new.lead_id)
  on conflict (number) do nothing;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.lift_suppressions(to_channel text, to_address text, purposes text[], reasons text[], by_whom text[], lifted timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
AS $function$
declare
  is_lifted boolean;
begin
  update suppressions s set lifted_at = lifted from suppression_keys k
  where s.hash = suppression_hash(k.inner_pad, k.outer_pad, to_channel, to_address)
    and s.purpose = any(purposes) and s.reason = any(reasons) and s.said_by = any(by_whom) and s.lifted_at is null and s.at <= lifted;
  is_lifted := found;
  update contacts c set refused = (
    select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(c.refused)
    where not (key = any(purposes) and value ->> 'reason' = any(reasons) and value ->> 'by' = any(by_whom) and (value ->> 'at')::timestamptz <= lifted)
  )
  where c.refused <> '{}' and c.id in (
    select i.contact_id from contact_identities i where i.channel = to_channel and i.address = to_address and not i.claimed
  );
  return is_lifted;
end
$function$;

CREATE OR REPLACE FUNCTION public.likeness_belongs()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into likeness_due (contact_id) select distinct contact_id from made;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.likeness_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into likeness_due (contact_id) values (new.id);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.likeness_gone()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  delete from likeness_keys where contact_id = old.id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.likeness_made()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into likeness_due (contact_id) select distinct id from made;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.likeness_moved()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into likeness_due (contact_id) values (new.contact_id);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.mailbox(address text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select case
    when position('@' in address) = 0 then lower(address)
    when split_part(lower(address), '@', 2) in ('gmail.com', 'googlemail.com')
      then replace(split_part(split_part(lower(address), '@', 1), '+', 1), '.', '') || '@gmail.com'
    else split_part(split_part(lower(address), '@', 1), '+', 1) || '@' || split_part(lower(address), '@', 2)
  end
$function$;

CREATE OR REPLACE FUNCTION public.noes_come(places contact_identities[])
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  place record;
  said boolean := current_setting('crm.journal_id', true) <> '';
begin
  if current_setting('crm.noes_kept', true) = 'on' or current_setting('crm.reverting', true) = 'on' then
    return;
  end if;
  if said and exists (select from suppressions where lifted_at is null) then
    for place in
      select p.contact_id, p.channel, p.address from unnest(places) p, suppression_keys k
      where exists (
        select from suppressions s where s.hash = suppression_hash(k.inner_pad, k.outer_pad, p.channel, p.address) and s.lifted_at is null
      ) order by p.contact_id, p.id
    loop
      perform heed_noes(place.contact_id, place.channel, place.address);
    end loop;
  end if;
  -- the locks: what is said meanwhile is seen here, or sees these addresses; in one order for all
  for place in
    with theirs as materialized (
      select id, refused from contacts where id = any(array(select p.contact_id from unnest(places) p)) order by id for share
    )
    select i.contact_id, i.channel, i.address from theirs join contact_identities i on i.contact_id = theirs.id
    where theirs.refused <> '{}' and not i.claimed and (said or i.id = any(array(select p.id from unnest(places) p)))
    order by i.contact_id, i.id
  loop
    perform inherit_noes(place.contact_id, place.channel, place.address);
  end loop;
end
$function$;

CREATE OR REPLACE FUNCTION public.note_for_hooks()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  after jsonb;
  before jsonb;
begin
  if current_setting('crm.silent', true) = 'on' then
    return null;
  end if;
  perform from hooks where off_at is null limit 1;
  if not found then
    return null;
  end if;
  after := to_jsonb(case when tg_op = 'DELETE' then old else new end);
  insert into hook_events (noun, what, row_id, other_id)
  select tg_argv[0], tg_argv[1], (after ->> tg_argv[2])::bigint, (after ->> tg_argv[3])::bigint
  where after ->> tg_argv[2] is not null;
  if tg_op = 'UPDATE' and tg_argv[2] <> 'id' then
    before := to_jsonb(old);
    insert into hook_events (noun, what, row_id)
    select tg_argv[0], tg_argv[1], (before ->> tg_argv[2])::bigint
    where before ->> tg_argv[2] <> after ->> tg_argv[2];
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.note_stage()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into stage_changes (lead_id, stage, at, user_id)
    select id, stage, coalesce(stage_at, closed_at, created_at), (
      select j.user_id from journal j where j.id = nullif(current_setting('crm.journal_id', true), '')::bigint and not j.by_itself
    ) from made
    on conflict (lead_id, at, stage) do nothing;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.note_stages()
 RETURNS trigger
 LANGUAGE plpgsql
 SET enable_nestloop TO 'off'
AS $function$
begin
  insert into stage_changes (lead_id, stage, at, user_id)
  -- several within one act come one behind the other
  select n.id, n.stage, greatest(n.stage_at, (
    select max(h.at) + interval '1 microsecond' from stage_changes h where h.lead_id = n.id
  )), (
    select j.user_id from journal j where j.id = nullif(current_setting('crm.journal_id', true), '')::bigint and not j.by_itself
  )
  from became n join was o on o.id = n.id where o.stage <> n.stage order by n.id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.notify_hooks()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_notify('hooks', '');
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.notify_users()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_notify('users', '');
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.number_keys(value text)
 RETURNS text[]
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE
AS $function$
declare
  folded text := public.fold_text(left(value, 20000));
begin
  return (
    select coalesce(array_agg(distinct digits), '{}') from (
      select regexp_replace(part[1], '\D', '', 'g') as digits
      from regexp_matches(folded, '\d+(?:[-./_\u2010-\u2015]\d+)*', 'g') as part
      union all
      select regexp_replace(part[1], '\D', '', 'g')
      from regexp_matches(folded, '\d+(?:[-./_ \u2010-\u2015]\d+)*', 'g') as part
      where folded ~ '\d \d'
    ) numbers where length(digits) between 4 and 30
  );
end $function$;

CREATE OR REPLACE FUNCTION public.order_is_open(payment text, cancelled_at timestamp with time zone, deleted_at timestamp with time zone)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select payment in ('unpaid', 'partially_paid') and cancelled_at is null and deleted_at is null
$function$;

CREATE OR REPLACE FUNCTION public.order_is_paid(id bigint)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select exists (select from orders o where o.id = order_is_paid.id and o.payment in ('paid', 'partially_refunded') and o.cancelled_at is null)
$function$;

CREATE OR REPLACE FUNCTION public.order_text(words jsonb)
 RETURNS text
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE
AS $function$
begin
  return (
    select coalesce(string_agg(
      case when one ->> 'of' = '' then '' else (one ->> 'of') || ': ' end || (one ->> 'text'), E'\n' order by nth
    ), '')
    from jsonb_array_elements(words) with ordinality w (one, nth)
  );
end $function$;

CREATE OR REPLACE FUNCTION public.outbox_next()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update outbox set parked_until = null
  where id = (
    select id from outbox
    where channel = old.channel and address = old.address and holds and state = 'queued' and priority in (1, 2)
    order by priority, id limit 1
  );
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.refused_both(one jsonb, other jsonb)
 RETURNS jsonb
 LANGUAGE sql
 STABLE
AS $function$
  select coalesce(jsonb_object_agg(key, value), '{}') from (
    select distinct on (key) key, value from (select * from jsonb_each(one) union all select * from jsonb_each(other)) said
    order by key, value ->> 'by' = 'person' desc, value ->> 'reason' = 'complained' desc, (value ->> 'at')::timestamptz desc
  ) kept
$function$;

CREATE OR REPLACE FUNCTION public.retime_entries()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update sequence_entries e set due_at = e.due_at + (d.after - d.before), retimed_at = now()
  from (
    select step, step_delay(old.steps, step) as before, step_delay(new.steps, step) as after
    from (select distinct step from sequence_entries where sequence_id = new.id and ended_at is null) waited_for
  ) d
  where e.sequence_id = new.id and e.ended_at is null and e.step = d.step and d.after <> d.before;
  return null;
end
$function$;

CREATE OR REPLACE FUNCTION public.settle_invoice()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  is_settled boolean := not order_is_open(new.payment, new.cancelled_at, new.deleted_at);
  known bigint;
begin
  update invoices set settled = is_settled where order_id = new.id and settled <> is_settled;
  select id into known from invoices where order_id = new.id;
  if known is null then return null; end if;
  if is_settled then
    perform stop_reminders(known, case when new.cancelled_at is not null or new.deleted_at is not null then 'cancelled'
      when new.payment = 'paid' then 'paid' else 'nothing' end);
  elsif (coalesce(old.outstanding_minor, old.current_minor, old.total_minor), old.currency)
    is distinct from (coalesce(new.outstanding_minor, new.current_minor, new.total_minor), new.currency) then
    perform stop_reminders(known, 'sum');
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.stage_since()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  new.stage_at := new.active_at;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.step_delay(steps jsonb, waits_for integer)
 RETURNS interval
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select make_interval(mins => (step ->> 'after')::int) from jsonb_array_elements(steps) step
  where (step ->> 'number')::int >= waits_for order by (step ->> 'number')::int limit 1
$function$;

CREATE OR REPLACE FUNCTION public.stop_asked_comes()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update contact_identities set stop_asked_at = new.stop_asked_at
  where contact_id = new.contact_id and id <> new.id and stop_asked_at is null and not claimed;
  return null;
end
$function$;

CREATE OR REPLACE FUNCTION public.stop_asked_gone()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  delete from suppressions s using suppression_keys k
  where s.hash = suppression_hash(k.inner_pad, k.outer_pad, old.channel, old.address) and s.reason = 'undecided';
  return null;
end
$function$;

CREATE OR REPLACE FUNCTION public.stop_asked_of_person()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  select min(i.stop_asked_at) into new.stop_asked_at from contact_identities i
  where i.contact_id = new.contact_id and i.id <> new.id and i.stop_asked_at is not null;
  return new;
end
$function$;

CREATE OR REPLACE FUNCTION public.stop_reminders(invoice bigint, reason text)
 RETURNS void
 LANGUAGE sql
AS $function$
  with stopped as (
    update outbox o set state = 'failed', failed_at = now(), last_error = 'stopped: ' || reason || ' meanwhile'
    from invoice_reminders r
    where r.invoice_id = invoice and o.message_id = r.message_id and o.audience = 'customer' and o.state = 'queued'
    returning o.message_id
  )
  update invoice_reminders r set why = reason,
    stopped_at = case when r.message_id in (select message_id from stopped) then coalesce(r.stopped_at, now()) else r.stopped_at end
  where r.invoice_id = invoice and exists (
    select from outbox o where o.message_id = r.message_id and o.audience = 'customer' and o.state in ('queued', 'sending', 'failed', 'unknown')
  )
$function$;

CREATE OR REPLACE FUNCTION public.suppress(to_channel text, to_address text, purposes text[], why text, by_whom text, where_said text, said_at timestamp with time zone, ends timestamp with time zone DEFAULT NULL::timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
AS $function$
declare
  house suppression_keys := suppression_key();
  is_new boolean;
begin
  insert into suppressions as s (hash, channel, purpose, reason, said_by, source, at, until)
  select suppression_hash(house.inner_pad, house.outer_pad, to_channel, to_address), to_channel, p, why, by_whom, where_said, said_at, ends
  from unnest(purposes) p order by p
  on conflict (hash, purpose, reason) do update set
    said_by = excluded.said_by, source = excluded.source, at = excluded.at, until = excluded.until, lifted_at = null, inherited = false
  where (s.lifted_at is not null and excluded.at > s.lifted_at)
    or (s.lifted_at is null and (s.said_by = 'user' and excluded.said_by = 'person' or s.until <> excluded.until
      or s.inherited and (s.said_by = 'user' or excluded.said_by = 'person')));
  is_new := found;
  if why in ('unsubscribed', 'complained') then
    perform heed_noes(i.contact_id, to_channel, to_address) from contact_identities i
    where i.channel = to_channel and i.address = to_address and not i.claimed;
  end if;
  if is_new and why = 'unsubscribed' and by_whom = 'person' then
    update campaign_deliveries d set unsubscribed_at = said_at
    from (
      select campaign_id, contact_id from campaign_deliveries
      where channel = to_channel and address = to_address and sent_at is not null
        and sent_at between said_at - interval '30 days' and said_at
      order by sent_at desc limit 1
    ) last
    where d.campaign_id = last.campaign_id and d.contact_id = last.contact_id and d.unsubscribed_at is null;
  end if;
  return is_new;
end
$function$;

CREATE OR REPLACE FUNCTION public.suppress_address()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  old_bounced timestamptz;
  old_complained timestamptz;
begin
  if tg_op = 'UPDATE' then
    old_bounced := old.bounced_at;
    old_complained := old.complained_at;
  end if;
  if new.bounced_at is not null and old_bounced is null then
    perform suppress(new.channel, new.address, array[''], 'bounced', 'machine', 'bounce', new.bounced_at);
  elsif new.bounced_at is null and old_bounced is not null then
    perform lift_suppressions(new.channel, new.address, array[''], array['bounced'], array['machine'], greatest(now(), old_bounced));
  end if;
  if new.complained_at is not null and old_complained is null then
    perform suppress(new.channel, new.address, every_purpose(), 'complained', 'person', 'report', new.complained_at);
  end if;
  return null;
end
$function$;

CREATE OR REPLACE FUNCTION public.suppress_closed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform suppress(new.channel, new.address, every_purpose(), 'unsubscribed', 'person', 'chat', new.blocked_at);
  return null;
end
$function$;

CREATE OR REPLACE FUNCTION public.suppress_undecided()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.stop_asked_at is not null then
    perform suppress(new.channel, new.address, array[''], 'undecided', 'person', 'reply', new.stop_asked_at);
  else
    -- decided, it was no word of theirs: an undo asks again as of when it was asked
    delete from suppressions s using suppression_keys k
    where s.hash = suppression_hash(k.inner_pad, k.outer_pad, new.channel, new.address) and s.reason = 'undecided';
  end if;
  return null;
end
$function$;

CREATE OR REPLACE FUNCTION public.suppress_withdrawn()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.withdrawn_at is not null and not exists (
    select from consents c where c.channel = new.channel and c.address = new.address and c.purpose = new.purpose
      and c.withdrawn_at is null and c.confirmed_at > new.withdrawn_at and c.proof in ('page', 'shop_confirmed')
  ) then
    perform suppress(new.channel, new.address, array[new.purpose], 'unsubscribed', 'person', 'page', new.withdrawn_at);
  elsif new.withdrawn_at is null and new.confirmed_at is not null and new.proof in ('page', 'shop_confirmed') then
    perform lift_suppressions(new.channel, new.address, array[new.purpose, ''], array['unsubscribed', 'complained', 'paused'],
      array['person', 'user'], new.confirmed_at);
    update contact_identities set stop_asked_at = null
    where contact_id in (select i.contact_id from contact_identities i where i.channel = new.channel and i.address = new.address)
      and stop_asked_at <= new.confirmed_at;
  end if;
  return null;
end
$function$;

CREATE OR REPLACE FUNCTION public.suppression_hash(inner_pad bytea, outer_pad bytea, channel text, address text)
 RETURNS bytea
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select sha256(outer_pad || sha256(inner_pad || convert_to(channel || ':' || mailbox(address), 'UTF8')))
$function$;

CREATE OR REPLACE FUNCTION public.suppression_key()
 RETURNS suppression_keys
 LANGUAGE plpgsql
AS $function$
declare
  found_key suppression_keys;
  secret bytea := sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8'));
  inner_pad bytea := decode(repeat('36', 64), 'hex');
  outer_pad bytea := decode(repeat('5c', 64), 'hex');
begin
  select * into found_key from suppression_keys where ours;
  if found then
    return found_key;
  end if;
  for at in 0..31 loop
    inner_pad := set_byte(inner_pad, at, get_byte(secret, at) # 54);
    outer_pad := set_byte(outer_pad, at, get_byte(secret, at) # 92);
  end loop;
  insert into suppression_keys (key, inner_pad, outer_pad, ours)
  values (encode(substr(sha256(secret), 1, 8), 'hex'), inner_pad, outer_pad, true)
  on conflict do nothing;
  select * into found_key from suppression_keys where ours;
  return found_key;
end
$function$;

CREATE OR REPLACE FUNCTION public.ticket_clock_turns()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  back bigint;
begin
  if tg_op = 'INSERT' or old.state <> new.state or old.state_since <> new.state_since then
    -- a state from which it had come is back: what came after it was taken back
    select max(id) into back from ticket_states where ticket_id = new.id and state = new.state and at = new.state_since;
    delete from ticket_states
    where ticket_id = new.id and (at > new.state_since or (at = new.state_since and back is not null and id > back));
    if back is null then
      insert into ticket_states (ticket_id, state, at) values (new.id, new.state, new.state_since);
    end if;
  end if;
  insert into ticket_clocks (ticket_id, line) values (new.id, ticket_line(new.state))
  on conflict (ticket_id) do update set line = excluded.line, stale = true, warned_of = nullif(ticket_clocks.warned_of, 'infinity');
  return null;
end
$function$;

CREATE OR REPLACE FUNCTION public.ticket_clocks_stale()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update ticket_clocks set stale = true where line < 3 and not stale;
  return null;
end
$function$;

CREATE OR REPLACE FUNCTION public.ticket_kind(said text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select case
    when said in ('inquiry', 'support', 'complaint', 'return', 'other') then said
    when said = 'refund' then 'return'
    when said in ('billing', 'availability', 'price') then 'inquiry'
    when said in ('shipping', 'account') then 'support'
    else 'other'
  end
$function$;

CREATE OR REPLACE FUNCTION public.ticket_line(state text)
 RETURNS smallint
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select (case state when 'open' then 0 when 'pending' then 1 when 'snoozed' then 2 else 3 end)::smallint
$function$;

CREATE OR REPLACE FUNCTION public.ticket_made()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  new.kind := ticket_kind(new.kind);
  new.number := coalesce(new.number, new.id);
  new.reopened := coalesce(new.reopened, 0);
  new.state_since := coalesce(new.state_since, new.resolved_at, new.created_at);
  while exists (select from tickets where number = new.number) loop
    new.number := nextval('ticket_numbers');
  end loop;
  if new.number > (select last_value from ticket_numbers) then perform setval('ticket_numbers', new.number); end if;
  return new;
end
$function$;

CREATE OR REPLACE FUNCTION public.ticket_state_set()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  new.kind := ticket_kind(new.kind);
  if new.state <> old.state and new.state_since = old.state_since then new.state_since := now(); end if;
  return new;
end
$function$;

CREATE OR REPLACE FUNCTION public.tidy_search_keys()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if current_setting('crm.tidy_later', true) is distinct from 'on' then
    perform gin_clean_pending_list('contacts_search_keys');
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.word_keys(value text, asked boolean DEFAULT false)
 RETURNS text[]
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE
AS $function$
begin
  return (
    with run as (
      select part[1] as han, left(part[2], 12) as word
      from regexp_matches(
        public.fold_text(left(value, 20000)),
        '([\u2e80-\u2fdf\u3005-\u3007\u3041-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]+)'
        '|((?:(?![\u2e80-\u2fdf\u3005-\u3007\u3041-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff])\w)+)', 'g'
      ) as part
    ), sign as (
      select single, single || lead(single) over (partition by nth order by place) as pair, count(*) over (partition by nth) as signs
      from (select row_number() over () as nth, han from run where han is not null) numbered,
        unnest(string_to_array(han, null)) with ordinality as each (single, place)
    )
    select coalesce(array_agg(distinct key), '{}') from (
      select single as key from sign where not asked or signs = 1
      union all
      select pair from sign where pair is not null
      union all
      select left(word, size)
      from run, generate_series(case when asked then length(word) else least(length(word), 3) end, length(word)) as size
      where word is not null
    ) keys
  );
end $function$;
