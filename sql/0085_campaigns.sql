-- A mailing to many: what it says, to whom, and how far it is. What became of each person is in campaign_deliveries.
create table campaigns (
  id bigint generated always as identity primary key,
  name text not null,
  state text not null default 'draft' check (state in ('draft', 'scheduled', 'running', 'paused', 'finished', 'cancelled')),
  channel text not null,
  -- what they must have agreed to
  purpose text not null default 'newsletter',
  -- whom it is for, as a filter is typed; '': everybody, null: nobody has said it yet
  audience text,
  -- subject and text, by language, and which of them is for whoever speaks none
  variants jsonb not null,
  -- who bought within so many days is left out; 0: nobody
  skip_bought_days integer not null default 0,
  -- percent of them that get it first
  share smallint not null default 100 check (share between 1 and 100),
  scheduled_at timestamptz,
  -- since when each of them has a row
  planned_at timestamptz,
  ended_at timestamptz,
  -- why it is paused
  reason text,
  -- where a test is to go
  test_to text,
  user_id bigint references users on delete set null,
  -- the message that tells how far it is
  told_channel text not null,
  told_address text not null,
  told_key text not null,
  -- when it is to be written anew
  tell_at timestamptz,
  created_at timestamptz not null
);
create index campaigns_at_work on campaigns (id) where state in ('scheduled', 'running');
create index campaigns_tested on campaigns (id) where test_to is not null;

-- One row for each person of a campaign, made in one statement when it begins. `sending` is committed before the first byte leaves.
create table campaign_deliveries (
  id bigint generated always as identity unique,
  campaign_id bigint not null references campaigns on delete cascade,
  contact_id bigint not null references contacts on delete cascade,
  channel text not null,
  address text not null,
  locale text not null,
  -- IANA: the hours in which they are written to are local to it
  timezone text not null,
  state text not null check (state in ('queued', 'sending', 'sent', 'failed', 'unknown', 'skipped')),
  -- why it was skipped, failed, or is in doubt
  reason text,
  -- what the server said
  detail text,
  -- not before
  run_at timestamptz not null,
  attempts smallint not null default 0,
  claimed_by integer,
  locked_until timestamptz,
  message_id text,
  -- the outbox message that brings it, where its channel is a chat
  outbox_id bigint,
  -- when it left, or was about to
  sent_at timestamptz,
  bounced_at timestamptz,
  complained_at timestamptz,
  unsubscribed_at timestamptz,
  replied_at timestamptz,
  primary key (campaign_id, contact_id)
);
-- what becomes of it is no user's doing; whose it is changes with contacts that are joined, parted, deleted and brought back
create trigger journal after delete or update of contact_id on campaign_deliveries for each row execute function journal_change('id');
create index campaign_deliveries_due on campaign_deliveries (campaign_id, run_at, contact_id) where state = 'queued';
create index campaign_deliveries_sending on campaign_deliveries (claimed_by) where state = 'sending';
create index campaign_deliveries_unknown on campaign_deliveries (campaign_id, contact_id) where state = 'unknown';
create index campaign_deliveries_contact on campaign_deliveries (contact_id);
create index campaign_deliveries_sent on campaign_deliveries (contact_id, sent_at) where sent_at is not null;
create index campaign_deliveries_address on campaign_deliveries (channel, address, sent_at) where sent_at is not null;
create index campaign_deliveries_message on campaign_deliveries (message_id) where message_id is not null;
create index campaign_deliveries_outbox on campaign_deliveries (outbox_id) where outbox_id is not null;

-- Whoever takes back what they agreed to has had enough of what they got last: its report counts them, however they said so.
create function campaign_unsubscribed() returns trigger language plpgsql as $function$
begin
  update campaign_deliveries d set unsubscribed_at = new.withdrawn_at
  from (
    select campaign_id, contact_id from campaign_deliveries
    where channel = new.channel and address = new.address and sent_at is not null
      and sent_at between new.withdrawn_at - interval '30 days' and new.withdrawn_at
    order by sent_at desc limit 1
  ) last
  where d.campaign_id = last.campaign_id and d.contact_id = last.contact_id and d.unsubscribed_at is null;
  return null;
end $function$;
create trigger campaign_unsubscribed after update of withdrawn_at on consents for each row
  when (new.withdrawn_at is not null and old.withdrawn_at is null and new.confirmed_at is not null) execute function campaign_unsubscribed();

-- How much each address of ours has sent to many: today for its daily limit, on how many days before for the warm-up, and from when
-- on the next one may leave.
create table campaign_senders (
  channel text not null,
  address text not null,
  day date not null,
  sent integer not null default 0,
  days integer not null default 1,
  free_at timestamptz not null,
  primary key (channel, address)
);
