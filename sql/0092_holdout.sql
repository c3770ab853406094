-- Percent of those who would get a campaign that get nothing of it, so that what it brings can be told from what would have come anyway.
alter table campaigns add column holdout smallint not null default 10 check (holdout between 0 and 50);
-- what was confirmed before there was such a group goes to all who were counted then
update campaigns set holdout = 0 where state <> 'draft';

-- On which side of that comparison somebody was put when it began, whatever became of them later; null: they would not have got it anyhow.
alter table campaign_deliveries add column arm text check (arm in ('treated', 'held_out'));
