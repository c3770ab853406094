-- The nearest deadline of a follow-up, and whose is over, are asked at each claim: among the few at the front, not all that wait.
create index campaign_deliveries_expires on campaign_deliveries (campaign_id, expires_at)
  where state = 'queued' and expires_at is not null;
-- Who lacks what a text asks for is asked every few seconds of each follow-up that is on.
create index campaign_deliveries_missing on campaign_deliveries (campaign_id, run_at) where reason = 'missing';
