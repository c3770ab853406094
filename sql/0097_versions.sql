-- A second text of a campaign, beside the first. `second`: null: there is none. A part of the audience (`trial`, percent) gets the one or
-- the other by halves; after a wait the one that did better goes to the rest. With a trial of 100 everybody gets one of both, and nobody waits.
alter table campaigns
  add column second jsonb,
  add column trial smallint not null default 20 check (trial between 1 and 100),
  add column trial_minutes integer not null default 240 check (trial_minutes between 1 and 43200),
  -- by what it is decided; null: by clicks where they are counted, else by answers
  add column measure text check (measure in ('clicked', 'replied', 'ordered')),
  -- when it is decided; null: not all of the trial have been written to
  add column decide_at timestamptz,
  add column winner text check (winner in ('a', 'b', 'both'));

alter table campaign_deliveries
  -- which text they get; null: there is one alone, or they wait for the one that does better
  add column version text check (version in ('a', 'b')),
  -- they were given it by chance and beside others who got the other: only they are compared
  add column compared boolean not null default false;

-- who followed a link of a campaign, or answered it, is asked for by filters
create index campaign_deliveries_clicked on campaign_deliveries (campaign_id, contact_id) where clicked_at is not null;
create index campaign_deliveries_replied on campaign_deliveries (campaign_id, contact_id) where replied_at is not null;
create index campaign_deliveries_bounced on campaign_deliveries (campaign_id, contact_id) where bounced_at is not null;

-- In a chat whoever writes next after a campaign's message answers it, unless one of us has written there since: no message of theirs names
-- it as a mail names what it answers.
create function campaign_answered() returns trigger language plpgsql as $$
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
$$;
create trigger campaign_answered after insert on messages for each row
  when (new.direction = 'in' and new.automatic is not true) execute function campaign_answered();
