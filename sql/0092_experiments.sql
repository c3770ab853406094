-- Percent of those who would get a campaign that get nothing of it, so that what it brings can be told from what would have come anyway.
alter table campaigns add column holdout smallint not null default 10 check (holdout between 0 and 50);
-- what was confirmed before there was such a group goes to all who were counted then
update campaigns set holdout = 0 where state <> 'draft';

-- On which side of that comparison somebody was put when it began, whatever became of them later; null: they would not have got it anyhow.
alter table campaign_deliveries add column arm text check (arm in ('treated', 'held_out'));

-- Where the links of a campaign's mails lead. `mark` is a hash of the address, so that a mail can be written before its row is there; what
-- is not in here is redirected to by nobody.
create table campaign_links (
  campaign_id bigint not null references campaigns on delete cascade,
  mark text not null,
  url text not null check (url ~ '^https?://'),
  primary key (campaign_id, mark)
);

alter table campaign_deliveries
  -- when a person first opened a link of it, and when a program did: programs look at links before a mail is shown
  add column clicked_at timestamptz,
  add column scanned_at timestamptz,
  -- the link that was opened last, and when: whoever opens several at once is a program
  add column last_mark text,
  add column last_opened_at timestamptz;
